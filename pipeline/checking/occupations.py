"""Occupations other than medical assistants that a title can name, so that a check can say whose document it read.

Only names that mean an occupation wherever they stand in a title are sought everywhere in it (`_NAMES`); words that are
often part of something else ("Physicians Group", "nurse triage") count where they are the whole of what is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = """
registered nurse; licensed practical nurse; licensed vocational nurse; nurse practitioner; nurse anesthetist; advanced
practice registered nurse; clinical nurse specialist; nurse midwife; charge nurse; nurse manager; staff nurse; school
nurse; nurse educator; nurse case manager; certified nursing assistant; nursing assistant; certified nurse aide; nurse
aide; nursing aide; nurse technician; patient care technician; patient care assistant; patient care associate; patient
care aide; home health aide; personal care aide; personal care assistant; hospice aide; medication aide; medication
technician; medication assistant; physician assistant; physician associate; anesthesiologist assistant; surgical
assistant; surgical first assistant; surgical technologist; surgical technician; scrub technician; anesthesia
technician; endoscopy technician; sterile processing technician; central service technician; phlebotomist; phlebotomy
technician; pharmacy technician; pharmacy assistant; pharmacy aide; pharmacist; dental assistant; dental hygienist;
dental technician; orthodontic assistant; orthodontic technician; emergency medical technician; paramedic; emergency
room technician; emergency department technician; radiologic technologist; radiology technologist; radiologic
technician; radiology technician; x-ray technologist; x-ray technician; radiographer; limited x-ray machine operator;
radiation therapist; sonographer; ultrasound technologist; ultrasound technician; MRI technologist; MRI technician; CT
technologist; CT technician; nuclear medicine technologist; mammography technologist; mammographer; cardiovascular
technologist; cardiovascular technician; cardiac sonographer; EKG technician; ECG technician; EEG technologist; EEG
technician; telemetry technician; monitor technician; polysomnographic technologist; sleep technologist; medical
laboratory technician; medical laboratory scientist; clinical laboratory scientist; medical technologist; clinical
laboratory technician; laboratory technician; lab technician; histotechnologist; histotechnician; cytotechnologist;
respiratory therapist; physical therapist; physical therapist assistant; physical therapy assistant; physical therapy
aide; occupational therapist; occupational therapy assistant; occupational therapy aide; rehabilitation aide;
speech-language pathologist; massage therapist; athletic trainer; dietitian; dialysis technician; hemodialysis
technician; psychiatric technician; psychiatric aide; behavioral health technician; mental health technician;
orthopedic technician; cast technician; optometric technician; ophthalmic technician; dispensing optician; medical
coder; medical biller; medical records technician; health information technician; medical transcriptionist; medical
receptionist; medical secretary; medical scribe; unit secretary; health unit coordinator; patient service
representative; patient services representative; patient access representative; community health worker; social worker;
genetic counselor; veterinary technician; veterinary assistant; veterinary technologist; ophthalmic medical technician;
ophthalmic medical technologist; ophthalmic technologist; histology technician; neurodiagnostic technologist; medical
laboratory technologist; speech-language pathology assistant; medical equipment preparer; medical records specialist
"""
_BARE = """
nurse; physician; surgeon; dentist; midwife; psychologist; psychiatrist; optometrist; optician; audiologist;
chiropractor; podiatrist; anesthesiologist; receptionist; caregiver; nutritionist; scribe
"""
_LETTERS = {
    "RN": "registered nurse", "BSN": "registered nurse", "LPN": "licensed practical nurse",
    "LVN": "licensed vocational nurse", "APRN": "advanced practice registered nurse", "FNP": "nurse practitioner",
    "ARNP": "nurse practitioner", "CRNA": "nurse anesthetist", "CNA": "certified nursing assistant",
    "PCT": "patient care technician", "EMT": "emergency medical technician", "PA-C": "physician assistant",
}  # fmt: skip
# "By the registered nurse", "reports to ...": one who stands beside the holder.
_BESIDE = re.compile(
    r"\b(?:by|from|under|to|with|assists?|assisting|supports?|supporting)\s+(?:(?:a|an|the|our|your)\s+)?$",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"['’]?s?['’]?\s*(?:['’]s\b|[-\s]+(?:offices?|practices?|groups?|clinics?|associates|partners|services|stations?|"
    r"lines?|orders?|delegat\w+|staffing)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—]+\s+|[–—|/,:;()\[\]•\n]+")
_LEVEL = re.compile(r"(?:\s+(?:I{1,3}|IV|V|[1-9]))?\s*$")
_LINKS = re.compile(r"\b(?:by|of|the|to|for|with|from|under|and|or|vs|versus|between|a|an)\b\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """An occupation in a title. `holder`: the title, or a part of it, is nothing but its name ("Senior Dentist II")."""

    name: str
    words: str
    start: int
    end: int
    holder: bool


def occupations_in(title: str) -> Iterator[Named]:
    """The occupations that a title names, from left to right."""
    for match in _PATTERN.finditer(title):
        words = match.group()
        name = _LETTERS.get(words) or _BY_FOLDED.get(_folded(words))
        if name is None or _BESIDE.search(title, 0, match.start()) or _NOT_ONE.match(title, match.end()):
            continue
        holder = _is_holder(title, match.start(), match.end())
        if name in _BARE_NAMES and not (holder and (name == words.lower() or words == title.strip())):
            continue  # of several, as in a list of whom somebody works for, only a title of nothing else
        yield Named(name, words, match.start(), match.end(), holder)


def with_article(name: str) -> str:
    """ "a registered nurse", "an x-ray technician"."""
    sounds = name.startswith(("a", "e", "i", "o", "ul", "E", "MRI", "x-"))
    return f"{'an' if sounds else 'a'} {name}"


def _is_holder(title: str, start: int, end: int) -> bool:
    at = 0
    for cut in (*_PARTS.finditer(title), None):
        stop = cut.start() if cut else len(title)
        if at <= start and end <= stop:
            return bool(_LEVEL.fullmatch(title, end, stop)) and not _LINKS.search(title, at, start)
        at = cut.end() if cut else stop
    return False


def _listed(block: str) -> list[str]:
    return [" ".join(name.split()) for name in block.split(";")]


def _folded(words: str) -> str:
    """One form for the ways of writing a name."""
    out = re.sub(r"[\s\-–’']+", " ", words.lower()).strip()
    out = re.sub(r"\btech(s?)$", r"technician\1", out)
    return out.removesuffix("s")


def _flexible(name: str) -> str:
    parts = re.split(r"[\s\-]+", name)
    if parts[-1] == "technician":
        return r"[\s\-–]+".join([*map(re.escape, parts[:-1]), "tech(?:nician)?s?"])
    return r"[\s\-–]+".join(map(re.escape, parts)) + "s?"


_BARE_NAMES = frozenset(_listed(_BARE))
_BY_FOLDED = {_folded(n): n for n in (*_listed(_NAMES), *_BARE_NAMES)}
_PATTERN = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    + "|".join(_flexible(n) for n in sorted(_BY_FOLDED.values(), key=lambda n: (-len(n), n)))
    + "|"
    + "|".join(f"(?-i:{re.escape(x)})" for x in sorted(_LETTERS, key=len, reverse=True))
    + r")(?![A-Za-z0-9])",
    re.IGNORECASE,
)
