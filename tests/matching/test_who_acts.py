"""Whose act it is, in whole sentences: what the job-holder is told to do, and what stays with others.

Written with the reader at hand: each sentence stands for a way of saying it, tried with five common duties.
"""

from __future__ import annotations

import pytest

from pipeline.evaluate import find_duties
from pipeline.matching import CompiledLexicon

DUTIES = [
    ("give_injections", "give injections", "giving injections", "gives injections"),
    ("start_iv", "start IVs", "starting IVs", "starts IVs"),
    ("perform_venipuncture", "draw blood", "drawing blood", "draws blood"),
    ("schedule_appointments", "schedule appointments", "scheduling appointments", "schedules appointments"),
    ("take_xrays", "take x-rays", "taking x-rays", "takes x-rays"),
]
OURS = """
Duties: Room patients. {Doing}.
Do not panic: call the nurse. Room patients. {Doing}.
Prohibited: Assessing patients. Medical assistants may {do}.
{Doing}: the nurse tells you when.
{Doing}: MAs do it when the nurse cannot.
{Doing}: the assistant does not need a license.
{Doing}: medical assistants with a certificate may do this.
{Doing}: a daily task that never grows old.
Provides patient education, {does}, and files charts.
Provides patient education on diet and {does}.
Instructs patients on diet; {does}.
Providing patient education on diet, {doing}, and filing charts.
Duties include educating patients about diet, {doing}, and filing charts.
Teaching patients about inhalers, {doing}, and filing charts.
Educates patients about procedures and {does}.
Provides education for patients, {does}, and cleans rooms.
Gives instructions to patients and {does}.
Answers questions about billing and {does}.
Gives patients handouts, {does}, and cleans rooms.
Responsible for patient education, {doing}, and cleaning rooms.
Helps with education of patients, {does}.
If the sample did not arrive, {do} again.
If the patient did not come, the assistant {does} later.
The task does not require licensure: medical assistants {do}.
Assist physicians and {do}.
Support nurses: {do}.
Some states let medical assistants with special training {do}.
Medical assistants with special training {do}.
In many states, medical assistants who hold a certificate {do}.
You might even {do}.
You might be asked to {do}.
It is not unusual for a medical assistant to {do}.
It falls to the medical assistant to {do}.
The medical assistant is the one who will {do}.
A typical day has you {doing}.
A typical day might involve {doing}.
You can expect to {do}.
Expect to {do}.
Much of the day is spent {doing}.
Most of your time will go into {doing}.
Their days are filled with {doing}.
Among their many tasks is {doing}.
Among other things, they {do}.
One of their main jobs is to {do}.
Part of the job is {doing}.
Part of the job consists of {doing}.
A big part of the role is {doing}.
The role centers on {doing}.
The work consists mainly in {doing}.
Their work ranges from {doing} to greeting patients.
Their duties range from greeting patients to {doing}.
Duties run from greeting patients to {doing}.
Besides greeting patients, they {do}.
In addition to greeting patients, they also {do}.
As well as {doing}, they greet patients.
Apart from {doing}, they greet patients.
Along with {doing}, they greet patients.
When not {doing}, they greet patients.
Whether {doing} or greeting patients, they stay calm.
From {doing} to greeting patients, no day is the same.
No two days are alike: you may {do}.
Not only do they greet patients, they also {do}.
Not only do they greet patients, but they {do} too.
They not only greet patients but also {do}.
The doctor relies on you to {do}.
The doctor counts on the assistant to {do}.
The doctor will have you {do}.
The doctor may have the medical assistant {do}.
Doctors often delegate to medical assistants the task of {doing}.
Physicians often ask their assistants to {do}.
Under the doctor's direction, they {do}.
At the doctor's request, they {do}.
On orders from the physician, you {do}.
With the provider's approval, the assistant may {do}.
Once trained, they {do}.
Once they have been trained, assistants may {do}.
After training, you will {do}.
After passing the exam you will be able to {do}.
You'll be the person who {does}.
You're the one {doing}.
We need someone to {do}.
We are looking for somebody who can {do}.
We want someone who {does} well.
The ideal candidate can {do}.
The ideal candidate is comfortable {doing}.
Comfortable {doing}.
Comfort with {doing}.
Must be at ease {doing}.
Must know how to {do}.
Skilled in {doing}.
Skilled at {doing}.
Proficient at {doing}.
Able and willing to {do}.
Readiness to {do}.
Capable of {doing}.
Capability to {do}.
Has the skill to {do}.
Competence in {doing}.
Demonstrates competence in {doing}.
Demonstrate the ability to {do}.
Demonstrates how to {do}.
Performs the task of {doing}.
Performs duties such as {doing}.
Performs duties that include {doing}.
Carries out tasks like {doing}.
Takes care of {doing}.
Looks after {doing}.
Sees to {doing}.
Is in charge of {doing}.
Has charge of {doing}.
Has responsibility for {doing}.
Is tasked with {doing}.
Is entrusted with {doing}.
Is called upon to {do}.
Is expected to {do}.
Is often required to {do}.
Is trained to {do}.
Are trained and allowed to {do}.
Are qualified to {do}.
Is authorized to {do}.
May be authorized to {do}.
May also be trained to {do}.
May have to {do}.
Has to {do}.
Gets to {do}.
Will get to {do}.
Takes turns {doing}.
Pitches in by {doing}.
Pitches in, {doing} when it is busy.
Helps out by {doing}.
Assists the physician by {doing}.
Assists the provider by greeting patients, {doing}, and more.
Assists with patient care by {doing}.
Supports the provider by {doing}.
Supports the clinic in {doing}.
Contributes to care by {doing}.
Aids the doctor by {doing}.
Backs up the nurse by {doing}.
Works closely with physicians, {doing} as needed.
Works alongside nurses to {do}.
Teams up with nurses to {do}.
Collaborates with the provider to {do}.
Works under a physician, {doing}.
Works independently to {do}.
Ensures good care by {doing}.
Keeps the clinic running by {doing}.
Plays a vital role in {doing}.
Plays a part in {doing}.
Participates in {doing}.
Takes part in {doing}.
Is involved in {doing}.
Is actively involved in {doing}.
Engages in {doing}.
Responsible for the following: {doing}.
Responsibilities: {doing}.
Clinical: {do}.
Clinical duties - {doing}.
Clinical duties (such as {doing}).
Back office work, such as {doing}.
Back-office tasks, including but not limited to {doing}.
Hands-on work with patients: {doing}.
Things you will do: {do}.
What you'll be doing: {doing}.
Day to day you will be {doing}.
On a daily basis, you {do}.
On any given day they {do}.
Every morning they {do}.
Their clinical side covers {doing}.
The clinical part of the job covers {doing}.
This position covers {doing}.
This position calls for {doing}.
This job calls for someone to {do}.
The job entails {doing}.
The job demands {doing}.
The job has the assistant {doing}.
The position's main purpose is {doing}.
The purpose of this position is to {do}.
The goal of this role is to {do}.
Your mission: {do}.
Your main task will be {doing}.
Your first task each day is to {do}.
As a medical assistant, {doing} will be part of your day.
{Doing} is a core part of the job.
{Doing} is among the tasks of the assistant.
{Doing} is one of the many things they do.
{Doing} is usually done by the medical assistant.
{Doing} falls to the assistant.
{Doing} may be delegated to medical assistants.
{Doing} can be assigned to the assistant.
{Doing}, when trained.
{Doing} as directed.
{Doing} under supervision.
To {do} is part of the job.
The assistant, under supervision, {does}.
The assistant, who works under a doctor, {does}.
The assistant then {does}.
The assistant routinely {does}.
The medical assistant regularly and competently {does}.
She {does} and greets patients.
He greets patients and {does}.
Jane, a medical assistant, {does}.
Our medical assistants {do}.
Most medical assistants {do}.
Workers in this field {do}.
Entry-level assistants {do}.
Certified assistants {do}.
Clinical medical assistants usually {do}.
A CMA {does}.
CMAs {do}.
MAs {do}.
An MA can {do}.
A medical assistant's duties include {doing}.
Medical assistants' work includes {doing}.
Medical assisting includes {doing}.
Medical assisting is about {doing}.
The profession includes {doing}.
Today's medical assistants {do}.
If needed, {do}.
If asked, {do}.
As needed, {do}.
Where allowed, {do}.
When the doctor asks, {do}.
Be sure to {do}.
Remember to {do}.
Also {do}.
Then {do}.
Promptly {do}.
Accurately and safely {do}.
Safely {do}, following protocol.
Properly {do} according to policy.
Follows protocol when {doing}.
Follow all protocols in {doing}.
Uses correct technique in {doing}.
Practices safety when {doing}.
Maintains patient comfort when {doing}.
Has experience and {does}.
Students will {do}.
Graduates can {do}.
Graduates will be prepared to {do}.
Graduates of the program are able to {do}.
Upon completion, the student will be able to {do}.
Calls the pharmacy to {do}.
Calls the doctor to {do}.
Notifies the provider and {does}.
Contacts the lab and {does}.
Works with the physician to {do}.
Assists the physician and {does}.
Under the direction of the physician, {does}.
The medical assistant, under the direction of the physician, {does}.
Assistants in the clinic with nurses {do}.
As directed by the physician may {do}.
Along with the nurse, {does}.
Reports to the nurse manager and {does}.
Reports to the physician. {does}.
Supports physicians and nurses, {does}.
Assist nurses to {do}.
Medical assistants help nurses by {doing}.
Follows the doctor's orders and {does}.
When the doctor is not there, {do}.
After the doctor leaves, {do}.
Once the nurse has left, {do}.
While the doctor examines, {do}.
As the doctor's right hand you {do}.
For the doctor you {do}.
If the nurse is busy you {do}.
Ask the nurse, then {do}.
Check with the nurse before you {do}.
Get the okay from the provider and {do}.
Take orders from the provider and {do}.
Nurses and medical assistants {do}.
The nurse or the medical assistant {does}.
Physicians have medical assistants who {do}.
Physicians hire medical assistants to {do}.
Doctors need assistants who {do}.
The doctor trusts you to {do}.
The nurse shows you how, and then you {do}.
The nurse is your lead; you {do}.
The provider orders it and you {do}.
The provider orders and the assistant {does}.
Physician orders it; MA {does}.
The nurse will help you {do}.
It is up to you to {do}.
It is up to the assistant to {do}.
It is left to the assistant to {do}.
Under the direction of a registered nurse {does}.
Works with a physician assistant and {does}.
For the physician assistant {do}.
In the office of a family doctor {does}.
Under the supervision of a licensed physician {does}.
With the supervision of the registered nurse {does}.
At the direction of the provider, {does}.
Under the guidance of the nurse manager {does}.
"""
THEIRS = """
Hospital nurses {do}.
Back-office nurses {do}.
Clinic physicians {do}.
Triage nurses usually {do}.
{Doing} in this clinic is done by nurses.
{Doing} in this building is done by nurses only.
{Doing} on weekends is done by the nurse.
{Doing} is handled here by nurses.
{Doing} of children is left to the nurse.
{Doing} for adults and children is done by the nurse on duty.
{Doing} and anything like it is done by nurses.
{Doing} is something only nurses do.
{Doing} is a nurse's task.
{Doing} is a nursing task.
{Doing} is the nurse's job.
{Doing} is up to the nurse.
{Doing} is for nurses.
{Doing} is for nurses only.
{Doing} is restricted to nurses.
{Doing} is reserved to the nurses.
{Doing} belongs to the nurse.
{Doing} stays with the nurse.
{Doing} requires a nurse.
{Doing} requires an RN.
{Doing} takes a nurse.
{Doing} needs a nurse.
{Doing}: nurse.
{Doing}: nurses only.
{Doing} - RN only.
{Doing} (RN only).
{Doing} is the responsibility of the nurse.
{Doing} is the physician's responsibility.
{Doing} is a nursing function.
{Doing} falls to the nurse.
{Doing} will be done by our nurses.
{Doing} must always be done by a nurse.
{Doing} has to be done by a nurse.
{Doing} can only be done by a nurse.
{Doing} should be left for the nurse.
Nurses are the ones who {do}.
Nurses are responsible for {doing}.
Nurses handle {doing}.
Nurses take care of {doing}.
The nurse is in charge of {doing}.
The nurse is the one {doing}.
It is the nurse who {does}.
It falls to the nurse to {do}.
It takes a nurse to {do}.
It is nurses, not assistants, who {do}.
Only nurses {do}.
Only a nurse can {do}.
Only the doctor {does}.
Just the nurses {do}.
The nurse alone {does}.
Nobody but a nurse may {do}.
No one except the nurse may {do}.
No one other than a nurse may {do}.
Leave {doing} to the nurse.
Let the nurse {do}.
Get a nurse to {do}.
Have a nurse {do}.
Find a nurse to {do}.
Wait for the nurse to {do}.
Call in the nurse to {do}.
Page the nurse to {do}.
Send for the nurse to {do}.
Hand it over to the nurse to {do}.
The nurse comes in and {does}.
The nurse comes in to {do}.
The nurse usually {does}.
The nurse always {does}.
The nurse or doctor {does}.
A nurse or a doctor will {do}.
Either the nurse or the doctor {does}.
Both nurses {do}.
One of our nurses {does}.
One of the doctors will {do}.
Our three nurses {do}.
All nurses {do}.
Some nurses {do}.
Staff nurses {do}.
The night nurse {does}.
The nurse on call {does}.
The nurse in charge {does}.
The physician, Dr. Lee, {does}.
Dr. Lee {does}.
Dr. Anne Lee {does}.
Nurse Kelly {does}.
Nurse Kelly and Dr. Lee {do}.
Ms. Lee, NP, {does}.
Sue, the RN, {does}.
Sue, our nurse, {does}.
Our NP, Sue, {does}.
In room 2 the nurse {does}.
On Fridays the nurse {does}.
On Fridays, the nurse {does}.
At noon a nurse {does}.
Once roomed, the nurse {does}.
After you room the patient, the nurse {does}.
You room the patient and the nurse {does}.
You room the patient; the nurse {does}.
You room the patient, then the nurse {does}.
You room the patient while the nurse {does}.
You room the patient so the nurse can {do}.
You room the patient before the nurse {does}.
You hold the patient as the nurse {does}.
You stand by as the nurse {does}.
You watch the nurse {do}.
You assist while the doctor {does}.
The nurse's job is to {do}.
The nurse's role is to {do}.
The nurse practitioner who {does} is in at noon.
The RN, who {does}, is in at noon.
There is a nurse who {does}.
We have a nurse who {does}.
We have nurses to {do}.
We have a nurse to {do}.
We employ an RN to {do}.
Our clinic has an RN who {does}.
You work next to the nurse who {does}.
You greet the doctor, who {does}.
Ask for the nurse, who {does}.
The doctor is here to {do}.
The nurses are here to {do}.
The nurse is out, so the doctor {does}.
The nurse is free to {do}.
The nurse is able to {do}.
The nurse is supposed to {do}.
The nurse is going to {do}.
The nurse is about to {do}.
The nurse has agreed to {do}.
The nurse wants to {do}.
The nurse likes to {do}.
The nurse prefers to {do}.
The nurse needs to {do}.
The nurse ought to {do}.
The nurse gets to {do}.
The nurse tries to {do}.
The nurse continues to {do}.
The nurse helps by {doing}.
The nurse starts by {doing}.
The nurse does the {doing}.
The nurse is {doing}.
The nurse is busy {doing}.
The nurse is in room 3 {doing}.
The nurse keeps {doing}.
The nurse finishes {doing}.
The nurse, meanwhile, {does}.
The nurse - not the assistant - {does}.
Unlike you, the nurse {does}.
Like the doctor, the nurse {does}.
With the patient roomed, the nurse {does}.
Meanwhile the nurse {does}.
Usually the nurse {does}.
Later, a nurse {does}.
Next, the doctor {does}.
First the doctor {does}.
Here the nurse {does}.
Sometimes a nurse or a doctor {does}.
Every morning the nurse {does}.
When the patient is ready, call the nurse, who {does}.
When you are done, the nurse {does}.
As soon as you leave, the nurse {does}.
Until the nurse {does}, wait outside.
Before the nurse {does}, set up the tray.
After the nurse {does}, clean the room.
If the nurse {does}, sign the log.
While the nurse {does}, you hold the patient.
Because the nurse {does}, you do not have to.
Set up the tray so that the nurse can {do}.
Set up the tray for the nurse to {do}.
Set up the room where the nurse {does}.
Get the room ready before the nurse {does}.
Get the patient ready and the nurse {does}.
Bring in the patient and the nurse will {do}.
Bring in the patient; a nurse will then {do}.
Tell the patient that the nurse {does}.
Tell the patient that a nurse will {do}.
Note whether the nurse {does}.
Know when the nurse {does}.
Find out when the nurse {does}.
In this state, nurses {do}.
In our office it is the nurse who {does}.
In our office, the nurses {do}.
The physicians themselves {do}.
The physician personally {does}.
The physician himself {does}.
Physicians and nurses {do}.
Physicians, nurses and pharmacists {do}.
Physicians, NPs and PAs may {do}.
NPs and PAs {do}.
Either an NP or a PA {does}.
Any licensed nurse may {do}.
A licensed nurse must {do}.
A registered nurse {does}.
The registered nurses {do}.
The charge nurse {does}.
The pharmacist {does}.
The respiratory therapist {does}.
The radiologic technologist {does}.
The physical therapist {does}.
The social worker {does}.
The dietitian {does}.
The office manager {does}.
The billing department {does}.
The pharmacy {does}.
The hospital {does}.
An outside company {does}.
A contractor {does}.
Someone else {does}.
Somebody else will {do}.
Another person {does}.
Other staff {do}.
Your colleagues {do}.
The other team {does}.
The assistant asks the nurse to {do}.
You will have the nurse {do}.
The medical assistant lets the doctor {do}.
Have the RN {do}.
Medical assistants ask patients who {do} to wait.
Nurses in this office {do}.
Nurses who hold a certificate {do}.
Physicians with special training {do}.
Call patients who {do} at home.
The doctor relies on the nurse to {do}.
Apart from the nurses who {do}, no one stays late.
We need a nurse who can {do}.
Ask the nurse to {do}.
Tell patients how to {do}.
Dr. Barr then {does}.
The doctor then {does}.
The nurse will then {do}.
The physician then {does} and signs the chart.
Nurses then {do}.
The surgeon will {do}.
The doctor will {do}.
The nurse will not wait to {do}.
Shadow the nurse who {does}.
Makes sure the RN {does} on time.
Ensures that nurses {do} as ordered.
Ensures that the nurse practitioner on call {does}.
It's up to the nurse to {do}.
It is up to the nurse to {do}.
It is up to a physician to {do}.
It is left to the nurse to {do}.
It should be left to the nurse to {do}.
Leave it up to the nurse to {do}.
In this hospital the respiratory therapist {does}.
In this office the physician assistant {does}.
Our podiatrist has given orders and {does}.
"""
DENIED = """
Tasks medical assistants cannot perform: {doing}.
Things an assistant may not do: {doing}.
What a medical assistant cannot do: {doing}.
Prohibited: Assess patients. {Doing}.
Medical assistants cannot: Assess patients. {Doing}.
Assistants may not: assess patients. {Doing}. Room patients on their own.
Allowed: Take vital signs. Not allowed: Assess patients. {Doing}.
{Doing}: MAs in New York cannot do it.
{Doing}: in most states, medical assistants cannot do it.
{Doing}: although they know how, a medical assistant may not do it.
{Doing}: because it takes judgment, assistants may not do it.
{Doing}: some states do not allow medical assistants to.
{Doing}: medical assistants cannot do this.
{Doing}: MAs may not do so in this state.
{Doing}: assistants are not allowed to, whatever their training.
{Doing}: a medical assistant can never be the one.
{Doing}: this is reserved for physicians.
{Doing}: the right to this is reserved for nurses.
{Doing}: only a nurse can do this.
{Doing}: only licensed nurses may.
{Doing} - medical assistants cannot do this.
{Doing}: not within the scope of medical assistants.
{Doing}: prohibited in this state.
No unlicensed persons, such as medical assistants, may {do}.
No, I do not {do}.
I do not have to {do}.
{Doing}, however, is left to the nurses.
Phones yes, {doing} no.
{Doing} lies outside the MA's role.
The doctor does not have assistants {do}.
The doctor will never have you {do}.
We do not ask our assistants to {do}.
Physicians may not allow medical assistants to {do}.
Nobody may have a medical assistant {do}.
Do not let the assistant {do}.
Never ask a medical assistant to {do}.
The clinic does not let MAs {do}.
The law does not allow assistants to {do}.
You will not be asked to {do}.
The state does not permit medical assistants with special training to {do}.
Medical assistants with no license do not {do}.
Assistants in this office never {do}.
Medical assistants who hold a certificate still may not {do}.
Doctors should refuse to let the assistant {do}.
It is illegal to have a medical assistant {do}.
A doctor who has a medical assistant {do} breaks the law.
Medical assistants in this state may not {do}.
Medical assistants with or without training may not {do}.
Assistants who are not licensed cannot {do}.
In this practice medical assistants do not {do}.
In some states assistants may not {do}.
Medical assistants in most states are not allowed to {do}.
One of the things you may not do is {do}.
One thing you will never do is {do}.
What you will not do is {do}.
What you may not do: {do}.
Things you will not do: {doing}.
The one thing assistants cannot do is {do}.
There is one thing you cannot do: {do}.
An assistant in training may not {do}.
The doctor cannot have you {do}.
The doctor may not ask you to {do}.
No one may ask you to {do}.
No one should ever ask an assistant to {do}.
If someone asks you to {do}, say no.
If the doctor asks you to {do}, decline.
If asked to {do}, refuse.
We will never ask you to {do}.
You will never be asked to {do}.
You are not here to {do}.
You were not hired to {do}.
Nobody expects you to {do}.
The job does not require you to {do}.
The role does not involve {doing}.
The position does not include {doing}.
The work does not extend to {doing}.
Your duties stop short of {doing}.
Your license does not let you {do}.
Your certificate does not allow you to {do}.
The certificate does not qualify you to {do}.
Your training does not cover {doing}.
{Doing} is not covered by your certificate.
{Doing} is not one of your duties.
{Doing} is not a medical assistant's job.
{Doing} is not for medical assistants.
{Doing} is never done by medical assistants.
{Doing} is not done by assistants.
{Doing} is not done here.
{Doing} is not something you will do.
{Doing} is not something assistants may do.
{Doing} is outside the role.
{Doing} is outside your scope.
{Doing} is off the table.
{Doing} is off limits.
{Doing}? No.
{Doing}? Not you.
{Doing}? Never.
{Doing}: not allowed.
{Doing}: not by MAs.
{Doing} by medical assistants is prohibited.
{Doing} by medical assistants is not allowed.
{Doing} by an unlicensed person is illegal.
{Doing} by assistants has been stopped.
{Doing} has been taken off your list.
{Doing} can't be delegated to medical assistants.
{Doing} may not be delegated to an assistant.
{Doing} may not be assigned to you.
{Doing} cannot be done by someone without a license.
{Doing} without a license is illegal.
{Doing} is illegal for medical assistants.
{Doing} is against the law for medical assistants.
It is against the law for medical assistants to {do}.
It is illegal for medical assistants to {do}.
It is unlawful for an assistant to {do}.
It would be illegal for you to {do}.
It is not legal for you to {do}.
It is not your job to {do}.
It is not your place to {do}.
It is not up to you to {do}.
It is not safe for you to {do}.
It is forbidden to {do}.
The law forbids medical assistants to {do}.
The law forbids medical assistants from {doing}.
The law keeps medical assistants from {doing}.
State law bars assistants from {doing}.
State law does not let assistants {do}.
Policy prohibits assistants from {doing}.
Policy says that assistants may not {do}.
The policy is that assistants do not {do}.
The rule is simple: assistants do not {do}.
The board says assistants cannot {do}.
The handbook says you may not {do}.
The manager told us not to {do}.
We agreed that assistants would not {do}.
We decided that MAs no longer {do}.
MAs no longer {do}.
MAs stopped {doing} last year.
As of May, MAs do not {do}.
Effective now, MAs may not {do}.
Until you are certified, you may not {do}.
Until certified, do not {do}.
Without certification you cannot {do}.
Unless certified, assistants may not {do}.
Except in an emergency, never {do}.
Under no circumstances may you {do}.
Under no circumstances should an assistant {do}.
At no time may an assistant {do}.
In no case may assistants {do}.
By no means may you {do}.
Do not, under any circumstances, {do}.
Do not ever {do}.
Never, ever {do}.
Please do not {do}.
Please never {do}.
Don't {do}.
Refrain from {doing}.
Stay away from {doing}.
Keep away from {doing}.
You must not {do} or triage calls.
You must neither triage calls nor {do}.
Neither MAs nor students may {do}.
Assistants may room patients but not {do}.
Assistants may room patients, but they may not {do}.
You room patients; you do not {do}.
You room patients, you don't {do}.
You will room patients rather than {do}.
You room patients instead of {doing}.
Room patients; do not {do}.
Rooms patients but never {does}.
Rooms patients; never {does}.
Rooms patients without {doing}.
Everything except {doing}.
All tasks except {doing}.
Anything but {doing}.
All of the above except {doing}.
You may do anything except {do}.
An assistant does not {do}.
An MA never {does}.
The assistant is not to {do}.
The assistant is not permitted to {do}.
The assistant is prohibited from {doing}.
The assistant is barred from {doing}.
The assistant is not authorized to {do}.
The assistant is not qualified to {do}.
The assistant is not trained to {do}.
The assistant is not licensed to {do}.
The assistant lacks the license to {do}.
The assistant has no authority to {do}.
The assistant has no business {doing}.
The assistant must decline to {do}.
The assistant must leave {doing} to the nurse.
The assistant should not try to {do}.
The assistant should not attempt to {do}.
The assistant should not be {doing}.
The assistant should never be {doing}.
The assistant won't be {doing}.
The assistant isn't {doing}.
You won't be {doing}.
You will not be {doing}.
You won't get to {do}.
You do not get to {do}.
You don't have to {do}.
You need not {do}.
You can't {do} here.
You cannot legally {do}.
You are legally unable to {do}.
You are unable to {do}.
It is illegal for an unlicensed assistant to {do}.
It is unlawful for any untrained medical assistant to {do}.
"""
TAUGHT = """
{Doing}: doctors do this and explain it.
{Doing}: the nurse does it.
{Doing}: a registered nurse decides when and does it.
Gives patients instructions on {doing}.
Gives patients instructions about {doing}.
Gives families written instructions for {doing}.
Provides education on {doing}.
Provides patient education on {doing}.
Provides patient education about {doing} at home.
Provides education to patients about {doing}.
Provides education for patients on {doing}.
Hands out brochures on {doing}.
Gives handouts about {doing}.
Clarifies instructions on {doing}.
Instructs patients on {doing}.
Instructs patients in {doing}.
Instruct patients on different things, including {doing}.
Teaches patients about topics including {doing}.
Teaches new mothers about bathing, {doing} and feeding.
Trains new staff in {doing}.
Trains nurses on {doing}.
Provides training to nurses on {doing}.
Provides training for new employees on rooming patients and {doing}.
Provides staff education on {doing}.
Answers questions about {doing}.
Answers patients' questions about {doing}.
Responds to inquiries about {doing}.
Patient education on {doing}.
Offers advice on {doing}.
Did not {do}.
The assistant did not {do}.
If there are no {doing} the clinic closes.
"""


def _read(compiled: CompiledLexicon, frame: str) -> list[tuple[str, str, set[tuple[str, str]]]]:
    texts = []
    for _, do, doing, does in DUTIES:
        texts.append(frame.format(do=do, doing=doing, does=does, Doing=doing.capitalize().replace(" ivs", " IVs")))
    found = find_duties(compiled, [{"text": text, "labels": []} for text in texts])
    return [(text, duty[0], told) for text, duty, told in zip(texts, DUTIES, found, strict=True)]


@pytest.mark.parametrize("frame", OURS.split("\n")[1:-1])
def test_what_the_job_holder_does(compiled: CompiledLexicon, frame: str) -> None:
    assert not [text for text, duty, told in _read(compiled, frame) if (duty, "affirmed") not in told]


@pytest.mark.parametrize("frame", THEIRS.split("\n")[1:-1])
def test_what_others_do(compiled: CompiledLexicon, frame: str) -> None:
    assert not [text for text, duty, told in _read(compiled, frame) if (duty, "affirmed") in told]


@pytest.mark.parametrize("frame", DENIED.split("\n")[1:-1])
def test_what_nobody_has_the_job_holder_do(compiled: CompiledLexicon, frame: str) -> None:
    assert not [text for text, duty, told in _read(compiled, frame) if (duty, "negated") not in told]


@pytest.mark.parametrize("frame", TAUGHT.split("\n")[1:-1])
def test_what_is_taught_or_told_of_the_past_is_neither_done_nor_denied(compiled: CompiledLexicon, frame: str) -> None:
    assert not [text for text, duty, told in _read(compiled, frame) if duty in {found for found, _ in told}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The nurse reviews vital signs taken by the medical assistant.", {"measure_vital_signs"}),
        ("The doctor must be in the office during injections given by an MA.", {"give_injections"}),
        ("A physician reviews all EKGs routinely performed by medical assistants.", {"record_ecg"}),
        ("The physician answers for Botox injected by the medical assistant.", {"inject_cosmetics"}),
        ("The doctor interprets results obtained by the medical assistant.", set()),  # the verb before it says it
        ("The physician reviews x-rays taken by the technologist.", set()),
        ("The nurse reviews vital signs, taken by the medical assistant.", set()),
        ("The nurse reviews vital signs by the medical assistant.", set()),
    ],
)
def test_what_the_job_holder_does_in_a_sentence_about_another(
    compiled: CompiledLexicon, text: str, found: set[str]
) -> None:
    (told,) = find_duties(compiled, [{"text": text, "labels": []}])
    assert told == {(duty, "affirmed") for duty in found}


@pytest.mark.parametrize("opens", ["is responsible for", "may be responsible for", "may also be responsible for"])
def test_what_one_is_responsible_for_behind_another_act(compiled: CompiledLexicon, opens: str) -> None:
    text = f"Draws blood by various techniques and {opens} the collection of urine specimens."
    (told,) = find_duties(compiled, [{"text": text, "labels": []}])
    assert told == {("perform_venipuncture", "affirmed"), ("collect_urine_specimens", "affirmed")}
