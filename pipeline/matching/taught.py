"""Kernel: what others are taught or asked to do, so that the job-holder is not said to do it."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching.jit import inner
from pipeline.matching.tables import U_FORM, U_ID, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD, LISTING

_AND, _DET, _ADV, _BE, _MODAL, _TO, _OF, _LIGHT = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO, g.OF, g.LIGHT
_ACTOR, _HOLDER = g.ACTOR, g.HOLDER
ING, THING = g.ING, g.THING


@inner
def told(s, last, i):
    """Whether what a verb at i says is what others are taught or asked to do ("teach patients how to inject it")."""
    k = i - 1
    while k > last and s[U_ROLE + k] & _ADV:
        k -= 1
    if not s[U_ROLE + k] & _TO and not (s[U_FORM + i] & ING and s[U_ROLE + k] & _LIGHT):
        return False
    people = False
    for q in range(last + 1, i + 1):
        if s[U_SEP + q] & (HARD | LISTING) or (s[U_ROLE + q - 1] & _AND and s[U_ROLE + q] & (_TO | _BE | _MODAL)):
            return False  # "to teach patients and to draw blood", "teaches patients and is to draw blood"
        if q < k and s[U_ROLE + q] & _HOLDER and s[U_ROLE + last] & g.CAUSING:
            return False  # "doctors ask their assistants to draw blood"
        named = s[U_ROLE + q] & (g.PERSON | _ACTOR | _HOLDER) != 0 or s[U_FORM + q] & THING != 0
        people = people or (q < k and named)
    return people


@inner
def teacher(s, i):
    """Where the word stands that teaches what "on", "about" or "for" at i opens ("education of patients on"); or -1."""
    k = i - 1
    while k >= 0 and k > i - 8 and not s[U_SEP + k + 1] & (HARD | LISTING):
        if s[U_ROLE + k] & g.TEACHING:
            return k
        people = s[U_ROLE + k] & (g.PERSON | _ACTOR | _HOLDER | _DET | _TO | _OF | _AND | _ADV) != 0
        if s[U_VERB + k] or not (people or s[U_ID + k] == 0 or s[U_FORM + k] & THING):
            return -1
        k -= 1
    return -1
