"""Occupations beside the medical assistant: one list for the lexicon, for tables and for titles.

Singular names, in small letters but for those that are letters. One of `PHYSICIANS`, `PRACTITIONERS` or `NURSES` is
another wherever a text names one; those of `PROFESSIONALS`, `TECHNICAL`, `OFFICE` and `AIDES` may be the holder of the
text that is read ("Opticians fit ..."), and are others only where a duty is said to be theirs alone.
Source: the Standard Occupational Classification (2018) and the medical specialties by their everyday names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _listed(block: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in block.split(";"))


PHYSICIANS = _listed("""
physician; doctor; surgeon; family physician; family doctor; primary care physician; primary care doctor; attending
physician; supervising physician; staff physician; internist; hospitalist; intensivist; pediatrician; paediatrician;
geriatrician; obstetrician; gynecologist; gynaecologist; cardiologist; pulmonologist; neurologist; dermatologist;
gastroenterologist; hepatologist; nephrologist; urologist; oncologist; hematologist; haematologist; endocrinologist;
rheumatologist; immunologist; allergist; radiologist; pathologist; psychiatrist; physiatrist; anesthesiologist;
anaesthesiologist; ophthalmologist; otolaryngologist; ENT specialist; orthopedist; neonatologist; perinatologist;
electrophysiologist; interventionalist; endoscopist; neurosurgeon; orthopedic surgeon; orthopaedic surgeon; plastic
surgeon; general surgeon; oral surgeon; vascular surgeon; hand surgeon; eye doctor; osteopath; medical director
""")
PRACTITIONERS = _listed("""
provider; practitioner; clinician; prescriber; nurse practitioner; physician assistant; physician associate; advanced
practice provider; advanced practice clinician; advanced practice nurse; advanced practice registered nurse; nurse
anesthetist; nurse midwife; clinical nurse specialist; certified registered nurse anesthetist; anesthetist;
anaesthetist; midwife; dentist; orthodontist; periodontist; prosthodontist; endodontist; podiatrist; optometrist;
chiropractor; naturopath; naturopathic physician; naturopathic doctor; acupuncturist; primary care provider; health
care provider; healthcare provider; medical provider
""")
NURSES = _listed("""
nurse; registered nurse; charge nurse; triage nurse; staff nurse; school nurse; clinic nurse; office nurse; floor
nurse; infusion nurse; dialysis nurse; wound care nurse; vaccine nurse; research nurse; recovery nurse; nurse
injector; practice nurse; diabetes nurse; ward nurse; district nurse; infection control nurse; nurse manager; nursing
student; student nurse; medical student; medical resident
""")
PROFESSIONALS = _listed("""
pharmacist; psychologist; psychotherapist; neuropsychologist; physical therapist; physiotherapist; occupational
therapist; speech therapist; speech-language pathologist; respiratory therapist; radiation therapist; massage
therapist; behavioral therapist; audiologist; dietitian; dietician; nutritionist; social worker; genetic counselor;
dental hygienist; hygienist; athletic trainer; medical physicist; perfusionist; orthotist; prosthetist; embryologist;
epidemiologist; chaplain; optician; dispensing optician; diabetes educator; medical laboratory scientist; clinical
laboratory scientist; radiographer; radiologic technologist; radiology technologist; x-ray technologist; sonographer;
ultrasound technologist; mammographer; MRI technologist; CT technologist; nuclear medicine technologist; paramedic;
veterinarian; exercise physiologist; cardiac physiologist
""")
TECHNICAL = _listed("""
phlebotomist; phlebotomy technician; laboratory technician; lab technician; medical laboratory technician; medical
laboratory technologist; clinical laboratory technician; medical technologist; histotechnologist; histotechnician;
histology technician; cytotechnologist; radiologic technician; radiology technician; x-ray technician; rad technician;
limited x-ray machine operator; ultrasound technician; MRI technician; CT technician; mammography technologist;
cardiovascular technologist; cardiovascular technician; cardiac sonographer; EKG technician; ECG technician; EEG
technologist; EEG technician; telemetry technician; monitor technician; polysomnographic technologist; sleep
technologist; neurodiagnostic technologist; anesthesia technician; endoscopy technician; sterile processing
technician; central service technician; surgical technologist; surgical technician; scrub technician; surgical
assistant; surgical first assistant; anesthesiologist assistant; dialysis technician; hemodialysis technician;
pharmacy technician; pharmacy assistant; pharmacy aide; dental assistant; dental technician; orthodontic assistant;
orthodontic technician; emergency medical technician; emergency room technician; emergency department technician;
psychiatric technician; behavioral health technician; mental health technician; orthopedic technician; cast
technician; optometric technician; ophthalmic technician; ophthalmic medical technician; ophthalmic medical
technologist; ophthalmic technologist; laser technician; esthetician; aesthetician; physical therapist assistant;
physical therapy assistant; physical therapy aide; occupational therapy assistant; occupational therapy aide;
speech-language pathology assistant; rehabilitation aide; veterinary technician; veterinary assistant; veterinary
technologist; medical equipment preparer; licensed practical nurse; licensed vocational nurse
""")
OFFICE = _listed("""
nurse supervisor; nurse educator; nurse case manager; nurse coordinator; nurse navigator; receptionist; medical
receptionist; medical secretary; unit secretary; health unit coordinator; scheduler; biller; medical biller; coder;
medical coder; scribe; medical scribe; medical records technician; medical records specialist; health information
technician; medical transcriptionist; patient service representative; patient services representative; patient access
representative; office manager; practice manager; clinic manager; practice administrator; referral coordinator; care
coordinator; case manager; patient navigator; financial counselor; bookkeeper; accountant; interpreter; counselor;
counsellor; community health worker; caregiver
""")
AIDES = _listed("""
certified nursing assistant; nursing assistant; certified nurse aide; nurse aide; nursing aide; nurse technician;
patient care technician; patient care assistant; patient care associate; patient care aide; home health aide; personal
care aide; personal care assistant; hospice aide; medication aide; medication technician; medication assistant;
psychiatric aide
""")
LETTERS: dict[str, str] = {
    "RN": "registered nurse", "BSN": "registered nurse", "LPN": "licensed practical nurse",
    "LVN": "licensed vocational nurse", "APRN": "advanced practice registered nurse", "FNP": "nurse practitioner",
    "ARNP": "nurse practitioner", "CRNA": "nurse anesthetist", "CNA": "certified nursing assistant",
    "PCT": "patient care technician", "EMT": "emergency medical technician", "PA-C": "physician assistant",
}  # fmt: skip

ANOTHER = (*PHYSICIANS, *PRACTITIONERS, *NURSES)
MAY_BE_HOLDER = (*PROFESSIONALS, *TECHNICAL, *OFFICE, *AIDES)

# Those that are no title of their own where something else is named ("Primary Care Provider team", "Physicians Group").
PLAIN = frozenset(
    name
    for name in (*ANOTHER, *MAY_BE_HOLDER)
    if (" " not in name and name not in TECHNICAL) or name in PHYSICIANS or name.endswith("provider")
)


def plural(name: str) -> str:
    """ "nurse midwives", "physicians"."""
    return name[:-2] + "ves" if name.endswith("midwife") else name + "s"


def pattern(names: Iterable[str]) -> str:
    """A regular expression for the names as they are written, singular or plural, with hyphens or without."""
    return "|".join(map(_flexible, sorted(names, key=lambda name: (-len(name), name))))


def _flexible(name: str) -> str:
    *first, last = re.split(r"[\s\-]+", name)
    last = (
        "tech(?:nician)?s?"
        if last == "technician"
        else "midwi(?:fe|ves)"
        if last == "midwife"
        else f"{re.escape(last)}s?"
    )
    return r"[\s\-–]+".join([*map(re.escape, first), last])
