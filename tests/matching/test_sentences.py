"""Common duties in the sentences in which people deny them, leave them to others and allow them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from pipeline.evaluate import find_duties
from pipeline.matching import CompiledLexicon


class Said(NamedTuple):
    """A duty in the forms that a sentence needs."""

    duty: str
    act: str
    acting: str
    noun: str
    done: str


DUTIES = [
    Said("give_injections", "give injections", "giving injections", "injections", "given"),
    Said("administer_vaccines", "give vaccines", "giving vaccines", "vaccines", "given"),
    Said("perform_venipuncture", "draw blood", "drawing blood", "blood draws", "done"),
    Said("start_iv", "start IVs", "starting IVs", "IV starts", "done"),
    Said("take_xrays", "take x-rays", "taking x-rays", "x-rays", "taken"),
    Said("record_ecg", "perform EKGs", "performing EKGs", "EKGs", "performed"),
    Said("triage_patients", "triage patients", "triaging patients", "phone triage", "done"),
    Said("dispense_medication", "dispense medication", "dispensing medication", "medication dispensing", "done"),
    Said("close_wounds", "suture wounds", "suturing wounds", "suturing", "done"),
    Said("apply_dressings", "change dressings", "changing dressings", "dressing changes", "done"),
    Said("insert_urinary_catheter", "insert catheters", "inserting catheters", "catheter insertion", "done"),
    Said("room_patients", "room patients", "rooming patients", "patient rooming", "done"),
    Said("verify_insurance", "verify insurance", "verifying insurance", "insurance verification", "done"),
    Said("remove_sutures", "remove sutures", "removing sutures", "suture removal", "done"),
]
DENIED = r"""
MAs are excluded from {acting}.
MAs are exempt from {acting}.
MAs lack the license needed to {act}.
Back-office MAs should stay out of {acting}.
There is no situation in which an MA may {act}.
MAs have quit {acting}.
Not included in this role: {acting}.
{acting} is off the MA task list.
{acting}: not within MA scope at this clinic.
{acting} isn't an MA thing here.
{acting} won't be part of your day.
{acting} is something an MA should never do.
There is no need to {act}.
Any MA found {acting} will answer to the board.
{acting} lies outside a medical assistant's authority.
{acting} is something no assistant may do.
{acting} is a no for us MAs.
{acting} isn't on you.
MAs can no longer {act}.
Please quit {acting} from the back.
Please refrain from {acting}.
They won't let me {act} here.
State law does not let MAs {act}.
It is illegal in California for an MA to {act}.
It's against California law for an MA to {act}.
Ohio does not allow you to {act}.
It would be a violation of our policy for you to {act}.
It would violate policy for an MA to {act}.
MAs are relieved of {acting} effective Monday.
MAs have been removed from {acting}.
MAs have been told to stop {acting}.
MAs must stop short of {acting}.
MAs don't have the right to {act}.
Nobody may {act} but the nurse.
You will never have to {act}.
I'd be fired if I {act}.
{acting} is out of the question here.
{acting} is none of your concern.
{acting} is no longer yours.
{acting} is more than an MA is cleared for.
{acting} stays with nursing.
{acting} is barred for our job class.
{acting} goes past your training.
{acting} is RN territory.
{acting} is something you are never to do.
{acting} is something MAs may not do.
{acting} is the exclusive province of nursing.
{acting} has been taken off our plate.
{acting} falls to the nurse.
{acting} may at no time be done by an MA.
{acting} is illegal in Texas.
There's no {noun} in this role.
This role has no {noun}.
{noun} are not {done} here.
{noun} may not be {done} by medical assistants.
{noun} cannot be {done} by MAs in this office.
{noun} must never be {done} by an MA.
{noun} should not be {done} by the MA.
{noun} will not be {done} by medical assistants.
We do not allow MAs to {act}.
We don't let our MAs {act}.
Our MAs don't {act}.
Our MAs do not {act} at this site.
MAs in our practice never {act}.
As an MA you will not {act}.
As an MA you won't be {acting}.
You are not allowed to {act}.
You're not permitted to {act} here.
The MA is not allowed to {act} under any circumstances.
An MA can't {act}.
An MA cannot {act}, even with training.
Medical assistants are barred from {acting}.
Medical assistants are prohibited from {acting} in this state.
Medical assistants are forbidden to {act}.
State law prohibits medical assistants from {acting}.
State law forbids {acting} by medical assistants.
The board does not permit medical assistants to {act}.
The law does not authorize medical assistants to {act}.
It is unlawful for a medical assistant to {act}.
It is illegal for an MA to {act}.
It is not legal for MAs to {act}.
{acting} is not allowed.
{acting} is prohibited.
{acting} is outside the scope of a medical assistant.
{acting} is beyond the MA scope of practice.
{acting} falls outside your scope.
{acting} is not within the MA scope of practice.
{acting} is not in your job description.
{acting} is not part of the job.
{acting} is not something MAs do here.
{acting} is off limits.
{acting} by medical assistants is not permitted.
{acting} is never an MA task.
No MA may {act}.
No medical assistant shall {act}.
No MAs may {act} at any time.
Not allowed: {acting}
Not permitted: {noun}
Prohibited tasks: {noun}
Do not {act}.
Do not {act} unless you are a nurse.
Don't {act}.
Never {act}.
Please don't {act}.
You must not {act}.
You may not {act} without a license.
{noun}: not allowed
{noun}: no
{noun} - no
{noun} - not allowed
{noun} - RN only
{noun}: RN only
{noun}: provider only
{noun} (RN only)
{noun} (not MAs)
{noun}: not an MA task
Only the nurse may {act}.
Only nurses {act}.
Only RNs can {act}.
Only licensed staff may {act}.
{acting} is for nurses only.
{acting} is reserved for nurses.
{acting} is limited to licensed staff.
{acting} requires a nursing license.
{acting} must be done by a nurse.
{acting} must be left to the nurse.
Leave {acting} to the nurse.
MAs do everything except {act}.
MAs do everything except {acting}.
All tasks except {acting}
This role does not include {acting}.
This position does not involve {acting}.
Duties do not include {acting}.
The job doesn't require you to {act}.
You will not be asked to {act}.
You will never be expected to {act}.
MAs no longer {act}.
MAs are no longer allowed to {act}.
Effective Monday, MAs will no longer {act}.
MAs who {act} will be disciplined.
Can MAs {act}? No.
Can MAs {act}? No, they cannot.
Can MAs {act}? Not in this state.
May a medical assistant {act}? No, only a nurse may.
Q: Can I {act} as an MA? A: No.
MAs lack the authority to {act}.
MAs do not have the authority to {act}.
MAs have not been trained to {act} and may not do so.
MAs aren't qualified to {act}.
MAs are not authorized to {act}.
MAs are not licensed to {act}.
MAs should refrain from {acting}.
Refrain from {acting}.
Avoid {acting}.
Under no circumstances should an MA {act}.
At no time may an MA {act}.
In no case may medical assistants {act}.
Neither MAs nor receptionists may {act}.
MAs may room patients but may not {act}.
MAs may take vital signs; they may not {act}.
MAs take vital signs but do not {act}.
MAs take vital signs and don't {act}.
While MAs may take vital signs, they may not {act}.
Unlike nurses, MAs cannot {act}.
The nurse, not the MA, must {act}.
It is not the MA's job to {act}.
It's not your job to {act}.
{acting} is not your job.
{acting} is not your responsibility.
You have no business {acting}.
We stopped {acting} last year.
{noun} are no longer {done} by MAs.
{acting}: not performed by MAs
{noun} not performed by MAs
MAs: no {noun}
Not for MAs: {noun}
Not an MA duty: {noun}
{act} - nurse only
{act} (nurse only)
{act} (not permitted)
{act} (prohibited)
{act} – prohibited
{act} – not allowed
{act}: prohibited
It is not acceptable for MAs to {act}.
It is inappropriate for an MA to {act}.
It would be illegal for you to {act}.
MAs must not be asked to {act}.
MAs must not be allowed to {act}.
MAs should not be permitted to {act}.
Under state law, MAs cannot {act}.
By law, you cannot {act}.
Legally, an MA cannot {act}.
MAs in New York cannot legally {act}.
There is a rule against MAs {acting}.
Our policy is that MAs do not {act}.
Company policy prohibits {acting}.
MAs have never been allowed to {act}.
You have not been trained to {act}, so do not do it.
Until you are signed off, do not {act}.
Without certification, MAs may not {act}.
Unless certified, MAs may not {act}.
MAs may not independently {act}.
I do not {act}.
I don't {act} at my job.
In my state I can't {act}.
We can't {act} in my state.
In our clinic the MA doesn't {act}; the nurse does.
{noun} are excluded from the MA role.
{noun} excluded.
Excludes {noun}.
Does not {act}.
Doesn't {act}.
Not responsible for {acting}.
No {acting}.
No {noun}.
NO {noun}!
{noun} prohibited.
{noun} not allowed.
{noun} forbidden.
{acting} not permitted.
{acting} not in scope.
{acting} out of scope.
Never allowed: {acting}
What MAs cannot do: {act}
Things MAs are not allowed to do:\n- {act}
Tasks outside the MA scope:\n- {act}\n- Other tasks
MAs are NOT allowed to:\n• {act}
Restricted tasks (licensed staff only):\n- {act}
RN-only tasks:\n- {act}
Nursing tasks (not MA):\n- {act}
## Not allowed\n{act}
## What medical assistants cannot do\n\nMedical assistants cannot {act}. This is reserved for nurses.
Cannot:\n- {act}
Limitations:\n- May not {act}
The MA shall not:\n(a) {act};\n(b) prescribe medication.
1. MAs shall not {act}.\n2. MAs shall wear a badge.
MAs cannot do the following:\n1. {act}\n2. Prescribe
You may NOT:\n- {act}
Reminder: MAs do not {act}.
Note: {acting} is not an MA task.
NOTE - MAs may not {act}
{act} (RN/LPN only)
{act} [RN only]
{act} *RN only*
MA cannot {act}
MA may not {act}
MAs not allowed to {act}
MA not permitted to {act}
Medical assistants not authorized to {act}
Not authorized to {act}
Unable to {act} under state law
MAs are unlicensed and therefore cannot {act}.
Because MAs are unlicensed, they may not {act}.
Since {acting} requires judgment, MAs may not do it.
{acting} requires a nurse; MAs may not do it.
If a doctor asks you to {act}, say no.
Even if a doctor asks, do not {act}.
No matter who asks, never {act}.
MAs may not {act}, room patients alone, or prescribe.
MAs may not prescribe, {act}, or interpret results.
MAs may not prescribe or {act}.
They can't prescribe, diagnose or {act}.
An MA must not diagnose, treat, or {act}.
MAs may neither prescribe nor {act}.
MAs cannot and should not {act}.
MAs should not, and legally cannot, {act}.
MAs do not, as a rule, {act}.
MAs generally do not {act}.
MAs usually don't {act}.
MAs typically cannot {act}.
MAs rarely if ever may not {act}.
"""
OTHERS = """
You may sit in on {acting}.
The respiratory therapists have taken over {acting}.
The county nurse will {act} on Friday.
The home health nurse will {act}.
Ann Lee, RN, will {act} today.
Dr. Smith, our cardiologist, will {act}.
The nurse needs to {act}.
We used to {act} at the old office.
I asked whether MAs could {act}.
My last clinic let me {act}.
I want to be an RN so that one day I can {act}.
The nurse will {act} while you room the patient.
{noun} are {done} by the nurse.
{noun} are {done} by the physician.
The doctor may {act} during the visit.
Nurses {act}.
RNs {act}.
{acting} is done by the nurse.
The provider handles {acting}.
Call the nurse to {act}.
Ask the nurse to {act}.
Have the nurse {act}.
Get the RN to {act}.
If the nurse has to {act}, bring the tray.
RN: {noun}
Nurse: {act}
Our physicians {act}.
The nurse practitioner will {act}.
The cardiologist and the nurse {act}.
Wait for the nurse to {act}.
The physician assistant will {act}.
A registered nurse must {act}.
"""
ALLOWED = r"""
You {act} when the patients do not answer, and you room them.
You'll never be bored: you {act} and more.
You don't get to hide in the back: at noon the MAs {act}.
You have no fear of needles and {act} well.
There is no heavy lifting; you {act}.
MAs may {act}.
MAs can {act}.
MAs {act}.
You will {act}.
{act}
{acting}
Responsible for {acting}.
The MA is allowed to {act}.
Medical assistants are permitted to {act}.
State law allows medical assistants to {act}.
State law permits {acting} by medical assistants.
Can MAs {act}? Yes.
Can MAs {act}? Yes, with training.
May a medical assistant {act}? Yes, under supervision.
{noun} are {done} by medical assistants.
{noun} may be {done} by trained MAs.
{acting} is within the MA scope of practice.
{acting} is part of the job.
{acting} is allowed.
{noun}: allowed
{noun}: yes
MAs may not diagnose, but may {act}.
MAs do not diagnose but do {act}.
Nothing prohibits MAs from {acting}.
MAs are not prohibited from {acting}.
There is no law against MAs {acting}.
The physician may delegate {acting} to the MA.
Nurses may ask the MA to {act}.
The doctor may ask you to {act}.
MAs who are certified may {act}.
MAs may {act} only if a physician is present.
MAs may only {act} under supervision.
Not only do MAs room patients, they also {act}.
MAs also {act}.
In addition to rooming, MAs {act}.
MAs, not nurses, {act}.
The MA, not the nurse, will {act}.
You may {act} once you are signed off.
You can {act} as long as the provider is in the building.
As an MA, I {act}.
As an MA, you get to {act}.
We train our MAs to {act}.
MAs are trained to {act}.
MAs are expected to {act}.
MAs are required to {act}.
It is legal for an MA to {act} in this state.
Both nurses and MAs {act}.
Nurses and MAs {act}.
Either the nurse or the MA may {act}.
{acting} may be done by the nurse or the MA.
Never {act} without washing your hands.
{act} (with training)
{act} (if certified)
{act} – allowed
{act}: yes
Able to {act}.
Must be able to {act}.
Ability to {act}.
I {act} every day.
I {act} under the supervision of a physician.
Duties include {acting}.
Duties:\n- {act}
Responsibilities\n- {act}\n- Other duties as assigned
What you'll do:\n• {act}
MAs are allowed to:\n- {act}
MAs may:\n(a) {act};\n(b) take vital signs.
MAs may {act} but may not prescribe.
MAs may not prescribe. They may {act}.
The MA will {act} as directed by the provider.
Under the direction of a physician, {act}.
Assist the provider and {act}.
Under RN supervision, MAs {act}.
With an order, MAs may {act}.
{act} per protocol.
{act} as ordered.
{act} only when the provider is on site.
{act} without assistance.
{act} with no errors.
{act} for patients who cannot come in.
{act} unless the provider says otherwise.
{act} when the nurse is not available.
If the nurse is out, {act}.
When the nurse is busy, the MA will {act}.
In the absence of the nurse, {act}.
You may be asked to {act}.
Occasionally {act}.
MAs with a certificate can {act}.
No experience needed: you will {act}.
Don't forget to {act}.
No weekends! You will {act}.
Must not only {act} but also room patients.
Our MAs {act}; they do not prescribe.
Our MAs {act}; nurses do not.
Our MAs do not prescribe; they {act}.
MAs cannot prescribe but they can {act}.
MAs can't diagnose, but can {act}.
Not allowed: prescribing. Allowed: {acting}.
## Not allowed\n- Prescribe\n## Allowed\n- {act}
MAs may not:\n- Prescribe\nMAs may:\n- {act}
Where the law allows, MAs {act}.
In states that permit it, MAs {act}.
{act} (as allowed by state law)
Only MAs {act}.
Only trained MAs may {act}.
No one but the MA may {act}.
MAs alone {act}.
It is the MA's job to {act}.
{acting} is the MA's job.
{acting} is the responsibility of the MA.
{noun}: MA
{noun} - MA
{noun} (MA)
MA: {act}
MAs: {noun}
Leave {acting} to the MA.
{noun} are reserved for MAs.
{acting} is done by the MA, not the nurse.
Do not {act} before checking the chart.
Nobody cares more: you will {act} with kindness.
We never stop learning. MAs {act}.
MAs may {act} if no nurse is available.
MAs not only room patients but {act}.
You won't just room patients; you'll {act}.
"""
ASTRAY = 0.01
"""So many texts may have the wrong sign: "MAs may room patients but may not room patients" is among them."""
MISSED = 0.03


def _told(compiled: CompiledLexicon, templates: str) -> list[tuple[str, str, set[tuple[str, str]]]]:
    """(text, duty, what was found in it) of every template with every duty."""
    lines = templates.strip().split("\n")
    pairs = [(said.duty, line.format(**said._asdict()).replace("\\n", "\n")) for line in lines for said in DUTIES]
    texts = [text[0].upper() + text[1:] for _, text in pairs]
    told = find_duties(compiled, [{"text": text, "labels": []} for text in texts])
    return [(text, duty, found) for text, (duty, _), found in zip(texts, pairs, told, strict=True)]


@pytest.mark.parametrize(("templates", "wrong"), [(DENIED, "affirmed"), (OTHERS, "affirmed"), (ALLOWED, "negated")])
def test_no_duty_has_the_wrong_sign(compiled: CompiledLexicon, templates: str, wrong: str) -> None:
    told = _told(compiled, templates)
    astray = [text for text, duty, found in told if (duty, wrong) in found]
    assert len(astray) <= ASTRAY * len(told), astray


@pytest.mark.parametrize(("templates", "right"), [(DENIED, "negated"), (ALLOWED, "affirmed")])
def test_hardly_one_is_missed(compiled: CompiledLexicon, templates: str, right: str) -> None:
    told = _told(compiled, templates)
    missed = [text for text, duty, found in told if (duty, right) not in found]
    assert len(missed) <= MISSED * len(told), missed
