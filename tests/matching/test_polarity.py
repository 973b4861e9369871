"""Who does it, and whether: denial, other actors, requirements, conditions."""

from __future__ import annotations

import pytest

from pipeline.matching import explain

CASES = {
    "May draw blood but may not start IVs": {"perform_venipuncture", "-start_iv"},
    "May not start IVs but may draw blood": {"perform_venipuncture", "-start_iv"},
    "Medical assistants cannot give injections, draw blood or start IVs": {
        "-give_injections",
        "-perform_venipuncture",
        "-start_iv",
    },
    "Injections are not permitted": {"-give_injections"},
    "# Prohibited\n- Start IVs\n- Administer chemotherapy": {"-start_iv", "-administer_chemotherapy"},
    "# Tasks a medical assistant cannot perform\n- Interpret test results\n# Duties\n- Draw blood": {
        "-interpret_test_results",
        "perform_venipuncture",
    },
    "Assist the physician with suturing": {"assist_minor_surgery"},
    "Schedule x-rays": {"arrange_outside_services"},
    "You room patients and nurses draw blood.": {"room_patients"},
    "Observes the RN start IVs.": set(),
    "Verifies that the nurse gave the vaccine.": set(),
    "Patients can get x-rays and vaccines here.": set(),
    "I'm not certified to draw blood.": {"-perform_venipuncture"},
    "Injections: strictly RN.": {"-give_injections"},
    "Leave IV starts and injections to the nurse.": {"-start_iv", "-give_injections"},
    "Leave the room clean for the provider and take vital signs.": {"measure_vital_signs"},
    "If asked to start an IV, decline.": {"-start_iv"},
    "If a provider asks you to start an IV, you must decline and call the nurse.": {"-start_iv"},
    "If asked to draw blood, wear gloves.": {"perform_venipuncture"},
    "Nobody here gives injections.": {"-give_injections"},
    "Only a nurse may give injections.": {"-give_injections"},
    "Only a cardiologist may read EKGs.": {"-interpret_test_results"},
    "Only a provider may:\n- Prescribe medication\n- Suture wounds": {"-prescribe_medication", "-close_wounds"},
    "Anyone but the MA may give injections.": {"-give_injections"},
    "MAs do everything short of giving injections.": {"-give_injections"},
    "An MA who starts an IV will be terminated.": {"-start_iv"},
    "The rumor that MAs may start IVs is false.": {"-start_iv"},
    "Nothing in the medical practice act bars a medical assistant from drawing blood.": {"perform_venipuncture"},
    "A medical assistant may not refuse to take vital signs.": {"measure_vital_signs"},
    "Another employee: Start IVs": set(),
    "Phone triage is limited to registered nurses.": {"-triage_patients"},
    "Visit steps:\n- Take vital signs\n- Injection (RN)": {"measure_vital_signs"},
    "MAs no longer give injections and now take vital signs.": {"-give_injections", "measure_vital_signs"},
    "Some states let MAs take x-rays, but ours does not.": {"-take_xrays"},
    "The physician interprets the results.": set(),
    "Experience with EKG preferred": set(),
    "Giving injections is not one of the duties of a medical assistant.": {"-give_injections"},
    "Starting IVs is not a common task for medical assistants.": {"-start_iv"},
    "IV therapy is part of the RN role.": set(),
    "Proficiency in performing phlebotomy preferred.": set(),
    "Proficiency in drawing blood": {"perform_venipuncture"},
    "If the doctor orders an injection, the nurse gives it.": set(),
    "What can a medical assistant not do?\n- Diagnose patients\n- Start IVs": {"-diagnose_conditions", "-start_iv"},
    "What is a medical assistant not allowed to do?\n\nStart IVs, even when trained": {"-start_iv"},
    "What can't an MA do?\n- Start IVs\n\nWhat can an MA do?\n- Draw blood": {"-start_iv", "perform_venipuncture"},
    "Suturing, wound gluing and x-rays are done by the provider.": set(),
    "Injections, blood draws and EKGs are done by the nurse.": set(),
    "Botox, filler and laser treatments may only be performed by the RN or physician.": {
        "-operate_lasers",
        "-inject_cosmetics",
    },
    "Blood is drawn and results are reviewed by the physician": {"perform_venipuncture"},
    "IV starts - RNs": set(),
    "What should I never do, even if asked?\n- Start IVs": {"-start_iv"},
    "## Chapter 5: Medical Assistants\n\n- Draw blood": {"perform_venipuncture"},
    "# Skills\n\n3 | Draws blood | observed\n\n4 | Injections | return demonstration": {
        "perform_venipuncture",
        "give_injections",
    },
    "# Not done by medical assistants\n\nRN: IV starts": {"-start_iv"},
    "Phlebotomy. Not permitted here.": {"-perform_venipuncture"},
    "Draws blood. May not start IVs.": {"perform_venipuncture", "-start_iv"},
    "Phlebotomy, yes. IV starts, no.": {"perform_venipuncture", "-start_iv"},
    "Gives IM injections after a competency check": {"inject_intramuscular"},
    "MAs may draw blood only if certified": {"perform_venipuncture"},
    "Draws blood (certification required)": {"perform_venipuncture"},
    "Blood draws are performed by medical assistants.": {"perform_venipuncture"},
    "Blood draws are performed only by the lab": {"-perform_venipuncture"},
    "Blood is drawn by the laboratory": set(),
    "X-rays are performed by technologists only": {"-take_xrays"},
    "Never hesitates to draw blood": {"perform_venipuncture"},
    "No two days are alike: you draw blood and give injections": {"perform_venipuncture", "give_injections"},
    "RN - IV starts\nMA - injections": {"give_injections"},
    "MAs give injections and RNs start IVs.": {"give_injections"},
    "Have the RN start the IV.": set(),
    "MAs may not be assigned to start IVs.": {"-start_iv"},
    "Non-delegable tasks: IV starts, triage": {"-start_iv", "-triage_patients"},
    "You must be an RN to start IVs.": {"-start_iv"},
    "Who You Are\n\nWhat You'll Do: draw blood and give injections": {"perform_venipuncture", "give_injections"},
    "Requirements\n\nIn our busy clinics, draws blood": {"perform_venipuncture"},
    "Keep personnel files and license renewals up to date": {"file_documents"},
    "Must be able to lift 25 pounds": set(),
    "Flu vaccine required": set(),
    "Must be able to draw blood": {"perform_venipuncture"},
    "# Benefits\n- Medical, dental and vision insurance\n- Flu shots": set(),
    "# Qualifications\n- BLS certification\n- Phlebotomy experience\n- Ability to draw blood": {"perform_venipuncture"},
    "Collect urine samples, draw blood, and give injections": {
        "collect_urine_specimens",
        "perform_venipuncture",
        "give_injections",
    },
    "Administers oral, topical and inhaled medication": {
        "administer_oral_medication",
        "administer_topical_medication",
        "administer_inhaled_medication",
    },
    "Schedule and confirm appointments": {"schedule_appointments", "confirm_appointments"},
    "Answers phones, schedules appointments": {"answer_phones", "schedule_appointments"},
    "Collect blood, urine and throat swabs": {
        "perform_venipuncture",
        "collect_urine_specimens",
        "collect_swab_specimens",
    },
    "Blood is drawn": {"perform_venipuncture"},
    "Draws patients’ blood": {"perform_venipuncture"},
    "Venous blood specimens are collected": {"perform_venipuncture"},
    "Administers medications and injections": {"administer_medication", "give_injections"},
    "Gives IM injections": {"inject_intramuscular"},
    "Take blood pressure": {"measure_vital_signs"},
    "The department performs 3,000 EKGs a year": set(),
    "Ensures that the department is clean and draws blood": {"perform_venipuncture"},
    "# Externship\n- The phlebotomist draws blood": {"perform_venipuncture"},
    "# Graduates of this program are able to\n- Draw blood": {"perform_venipuncture"},
    "Learn skills such as taking vitals and drawing blood": set(),
    "Draws blood and takes vitals (no experience needed)": {"perform_venipuncture", "measure_vital_signs"},
    "Drawing blood (no)": {"-perform_venipuncture"},
    "Determines the dose based on vital signs, urine and injections": set(),
    "Under no circumstances shall an assistant start IVs": {"-start_iv"},
    "Assistants do not need a license to draw blood": {"perform_venipuncture"},
    "Injections and phlebotomy are among the duties": {"give_injections", "perform_venipuncture"},
    "In this role you'll room patients": {"room_patients"},
    "The doctor will ask you about your medical history": set(),
    "Histories are taken only by the provider": {"-record_medical_history"},
    "Physicians examine patients, order tests and diagnose conditions": set(),
    "Physicians may delegate injections to medical assistants": {"give_injections"},
    "Physicians may delegate injections to licensed nurses": set(),
    "Assistants are prohibited from drawing blood, writing prescriptions or suturing": {
        "-perform_venipuncture",
        "-prescribe_medication",
        "-close_wounds",
    },
    "Tasks that may be delegated to assistants include vital signs and phlebotomy": {
        "measure_vital_signs",
        "perform_venipuncture",
    },
    "She answered the phone and scheduled appointments": {"answer_phones", "schedule_appointments"},
    "How to draw blood": set(),
    "MED 140 Phlebotomy": set(),
    "Must have experience drawing blood": set(),
    "Works in the clinic and restocks supplies": {"manage_inventory"},
    "Assistants cannot start IVs because they are trained to draw blood": {"-start_iv", "perform_venipuncture"},
    "No catheter insertions": {"-insert_urinary_catheter"},
    "They make no diagnosis": {"-diagnose_conditions"},
    "No experience needed to draw blood": {"perform_venipuncture"},
    "# Prohibited\n- Any needle work, except drawing blood": {"perform_venipuncture"},
    "They may help with preparing rooms, but they do not perform laser treatments": {
        "prepare_exam_room",
        "-operate_lasers",
    },
    "Help the doctor examine patients": {"assist_examination"},
    "Surgeons performing minor surgery are here": set(),
    "Vaccines are given by nurses only": {"-administer_vaccines"},
    "Blood is drawn by the nurse": set(),
    "Collection and proper handling of specimens": {"collect_specimens", "process_specimens"},
    "Diagnosing a medical conditionNo, in any stateDiagnosis is the practice of medicine": {"-diagnose_conditions"},
}


@pytest.mark.parametrize("text", CASES)
def test_duties_and_polarity(duties, text):
    assert duties(text) == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Draw blood as permitted by state law",
        "Give injections under the supervision of a physician",
        "May not give injections unless certified",
        "Take x-rays if certified",
    ],
)
def test_conditions_are_flagged(compiled, text):
    kept = [c for c in explain(compiled, text) if c.kept]
    assert kept
    assert all(c.conditional for c in kept)


def test_kinds_are_named(compiled):
    kinds = {c.kind for c in explain(compiled, "Experience with EKG preferred") if c.kept}
    assert kinds == {"requirement"}
