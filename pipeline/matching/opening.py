"""Kernel: what a heading says of the sentence below it, and where the sentence's own opening takes it back."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching.headings import IN_TEXT
from pipeline.matching.jit import inner
from pipeline.matching.labels import act_behind_a_phrase, in_row
from pipeline.matching.subjects import subject_acts
from pipeline.matching.tables import U_FORM, U_ID, U_ROLE, U_VERB
from pipeline.matching.whom import of_holder

_DET, _ADV, _BE, _MODAL, _TO, _REL = g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO, g.RELATIVE
_HOLDER, _WHO, _NEG, _TURN = g.HOLDER, g.WHO, g.NEG, g.TURN
FINITE, ING, THING = g.FINITE, g.ING, g.THING
DUTY, REQUIREMENT, EDUCATION, COMPANY = g.DUTY, g.REQUIREMENT, g.EDUCATION, g.COMPANY


@inner
def denied_above(s, m, head_neg):
    """1 where the heading denies what the sentence says, 0 where it does not or the sentence speaks for itself."""
    if not head_neg:
        return 0
    for i in range(m - 1):
        if s[U_ROLE + i] & _TURN and s[U_ROLE + i + 1] & _NEG:
            return 0  # under "What assistants may not do": "takes vital signs, but cannot diagnose"
    if head_neg == IN_TEXT and m > 2:
        at = 1 if s[U_ROLE] & _DET and not s[U_ROLE] & _HOLDER else 0
        said = s[U_ROLE + at] & _HOLDER and not s[U_ROLE + at] & (_WHO | _NEG) and not s[U_ROLE + at] & g.ASKING
        if said and subject_acts(s, at, m) and not s[U_ROLE + at + 1] & (_BE | _NEG):
            return 0  # below "What assistants may not do": "Assistants take vital signs every day"
    return 1


@inner
def kind_above(s, m, head_kind):
    """The kind with which the sentence begins: the heading's, or its own."""
    kind = head_kind
    if head_kind == REQUIREMENT:
        k = 0
        while k < m and s[U_ROLE + k] & _ADV:
            k += 1
        if k == 0 and m > 2 and s[U_ID] == 0 and s[U_FORM + 1] & (FINITE | ING | THING) == FINITE:
            # "MLTs operate analysers": a name that is not known
            k = 1 if s[U_VERB + 1] and not s[U_FORM + 1] & (g.THIRD | g.PAST) else k
        if (k < m and s[U_VERB + k]) or act_behind_a_phrase(s, m) or in_row(s, m):
            kind = DUTY
    if head_kind == REQUIREMENT or head_kind == EDUCATION or head_kind == COMPANY:  # noqa: SIM109
        for i in range(m):
            told = 0 < i <= 3 and i + 1 < m and s[U_ROLE + i - 1] & _BE and s[U_VERB + i + 1]
            if i > 0 and s[U_ROLE + i - 1] & g.WHO:
                continue  # "consent taken by workers who are not nurses"
            if s[U_ROLE + i] & _NEG and (i < 2 or s[U_ROLE + i - 1] & _MODAL or of_holder(s, i) or told):
                kind = DUTY  # "Qualifications": "The assistant may not give injections"
    if head_kind == COMPANY and s[U_VERB] and s[U_FORM] & g.FINITE:
        kind = DUTY  # a page's next heading may be missing: "Salary: ..." and "Draws blood" below it
    if m > 1 and s[U_ROLE] & g.ASKING and s[U_ROLE] & _REL and s[U_ROLE + 1] & _TO:
        kind = EDUCATION  # "How to draw blood"
    return kind
