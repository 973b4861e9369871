"""People whom a table names: the job-holder, others, all of the staff."""

from __future__ import annotations

import re

from pipeline import occupations

ANOTHER = re.compile(
    r"\b(?:RNs?|LPNs?|LVNs?|(?-i:MDs?|DOs?|NPs?|PAs?)|APRNs?|CRNAs?|CNMs?|DDSs?|EMTs?|"
    + occupations.pattern((*occupations.ANOTHER, *occupations.PROFESSIONALS, *occupations.OFFICE))
    + r"|(?:reference|outside|hospital) lab(?:oratory)?|(?:licensed|registered) (?:practical|vocational) nurses?|"
    r"providers?|practitioners?|nursing(?! assist| aide)|"
    r"clinicians?|supervisors?|managers?|front[- ](?:desk|office)|registrars?|"
    r"licensed (?:staff|personnel|professionals?)|case workers?|therapists?|midwi(?:fe|ves))\b",
    re.IGNORECASE,
)
HOLDER = re.compile(
    r"\b(?:C?C?MAs?|RMAs?|NCMAs?|CMAAs?|UAPs?|PCTs?|(?:(?<!physician )(?<!physician['’]s )assistants?)|unlicensed|"
    r"phlebotomists?|technicians?|techs?|aides?|externs?|students?)\b",
    re.IGNORECASE,
)
PLAIN_HOLDER = re.compile(
    r"^(?:the |an? )?(?:medical assistants?|MAs?|assistants?|externs?|students?)\b", re.IGNORECASE
)
_MA = r"(?:(?:C?C?|R|NC)MAs?|UAPs?|medical assistants?|assistants?|unlicensed)"
_ASSISTANT = re.compile(rf"\b{_MA}\b", re.IGNORECASE)
_WITHOUT = re.compile(
    rf"\b(?:not|except|excluding|excludes?|other than|but|never|no)\b(?: (?:for|the|an?|by|to|any))* {_MA}\b"
    rf"|\b{_MA}\b[^,;.()]*?\b(?:not|excluded|never|cannot|can['’]t|prohibited)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:any|every)(?:one|body)\b|^(?:all|any|both|everyone|staff|team|care team|whole team)$|"
    r"\b(?:all|any|every|each|either|clinical|clinic|medical|nursing|back[- ]office|support|trained|qualified|"
    r"competent|"
    r"unlicensed|ancillary|care)(?: (?:of|the|our|clinical|clinic|medical|nursing|back[- ]office|trained|qualified|"
    r"competent|available))* (?:staff|personnel|employees?|team|workers?|persons?|members?|roles?|disciplines?)\b",
    re.IGNORECASE,
)
_LICENSED = re.compile(r"\b(?<!un)licensed\b|\bfront[- ](?:desk|office)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\([^()]*\)|\b(?:and|or|and/or|the|an?|any|all|either|by|to|only|on duty|on[- ]call|lead|senior|charge|head|"
    r"certified|registered|licensed|trained|qualified|competent|assigned|designated|medical|clinical|clinic|office|"
    r"practice|triage|lab|laboratory|x-?ray|radiology|staff|personnel|team|members?|department|desk|billing|"
    r"referrals?|pharmacy|security|housekeeping|with|under|direct|supervision|supervising|ordering|treating|"
    r"attending|of|as|delegated|if|in|training|MA|I{1,3}|[12]|administrat(?:or|ion|ive)|leadership|surgeons?|"
    r"directors?|coordinators?|navigators?|specialists?|owner|nobody|no one|none|vendor|contractor|"
    r"radiologic|not|except|excluding|may|can|everyone|anyone|anybody|everybody|all|both|employees?)\b|[\W_]+",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"^(?:the |an? )?(RNs?|(?:registered )?nurses?|physicians?|doctors?|providers?)\b", re.IGNORECASE)


def is_names(cell: str) -> bool:
    """Whether a cell holds names of occupations and nothing else: "RN or LPN", "MA", "All clinical staff"."""
    if not cell.strip() or len(cell) > 120 or len(cell.split()) > 10:
        return False
    without = _BESIDE.sub(" ", HOLDER.sub(" ", ANOTHER.sub(" ", _ALL.sub(" ", cell))))
    return not without.strip() and any(ch.isalpha() for ch in cell)


def names_people(cell: str) -> bool:
    """The same, where an occupation is among them: "RN or LPN", not "X-ray", which may be a department or a task."""
    return is_names(cell) and bool(ANOTHER.search(cell) or HOLDER.search(cell))


def his(cell: str) -> bool:
    """Whether a cell that says who does a task names the job-holder: "MA", "RN or MA", "Anyone"; not "RN (no MA)"."""
    if excludes(cell):
        return False
    if HOLDER.search(cell):
        return True
    return bool(_ALL.search(cell.strip(" .*"))) and not _LICENSED.search(cell) and not _named_nurse(cell)


def names_assistant(cell: str) -> bool:
    """Whether a cell names a medical assistant, and not only a technician, an aide or a phlebotomist."""
    return bool(_ASSISTANT.search(cell))


def excludes(cell: str) -> bool:
    """Whether a cell says that the job-holder is not to do the task: "Anyone but MAs", "RN, not the MA"."""
    return bool(_WITHOUT.search(cell))


def _named_nurse(cell: str) -> bool:
    return bool(ANOTHER.search(re.sub(r"\bnursing\b", " ", cell, flags=re.IGNORECASE)))


def another(cell: str) -> str | None:
    """The name in a cell of others that a lead-in is known by ("RN: triage calls"); null where there is none."""
    found = _SPOKEN.match(cell.strip())
    return found.group(1) if found else None
