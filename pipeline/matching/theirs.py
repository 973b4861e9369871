"""Kernel: whether an act is said to be the business of others alone ("is reserved for nurses", "RN only")."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import U_FORM, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD

_AND, _DET, _ADV, _BE, _MODAL, _TO = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO
_ACTOR, _HOLDER, _NEG = g.ACTOR, g.HOLDER, g.NEG


@inner
def names_act(s, lo, hi, k):
    """Whether what stands from lo to hi is the subject of the "is" at k ("giving injections here is the nurse's job").

    Not in "your contact for scheduling appointments is the nurse" nor "draw blood if the patient is a nurse".
    """
    if lo > 0 and not s[U_SEP + lo] and s[U_ROLE + lo - 1] & (g.PREPOSITION | g.RELATIVE | g.PAUSE | g.WHO):
        return s[U_ROLE + lo - 1] & _AND != 0
    for q in range(hi + 1, k):
        if s[U_ROLE + q] & (_ACTOR | _HOLDER | g.RELATIVE | g.WHO | g.PERSON | _NEG):
            return False
        if s[U_ROLE + q] & g.PAUSE and not s[U_ROLE + q] & _AND:
            return False
    return True


@inner
def theirs_alone(s, lo, hi, q, m):
    """Whether what stands from lo to hi is said to be the business of the other at q alone.

    "Injections: RN only", "is reserved for surgeons", "are only for nurses", "is the nurse's job".
    """
    if not s[U_ROLE + q] & _ACTOR or s[U_ROLE + q] & _HOLDER:
        return False
    end = q + 1
    while end < m and s[U_ROLE + end] & (_ACTOR | _AND | _DET) and not s[U_SEP + end] & (HARD | t.COMMA):
        if s[U_ROLE + end] & _HOLDER:
            return False  # "RN or MA only"
        end += 1
    if end < m and s[U_ROLE + end - 1] & _AND and s[U_ROLE + end] & _HOLDER:
        return False
    k = q - 1
    while k > hi and s[U_ROLE + k] & (_DET | _ADV | _AND | _ACTOR) and not s[U_ROLE + k] & (g.ONLY | g.BY):
        if s[U_ROLE + k] & _HOLDER:
            return False  # "MA or RN only"
        if s[U_SEP + k + 1] & (HARD | t.OPEN):
            break
        k -= 1
    last = end == m or s[U_SEP + end] != 0
    if last and k == hi + 1 and s[U_ROLE + k] & g.CAUSING and k < q - 1 and s[U_VERB + k]:
        return names_act(s, lo, hi, k)  # "starting an IV requires an RN"
    if s[U_ROLE + k] & g.ONLY and k > hi:
        # "is reserved for"; and "only" itself behind "is", a colon or a bracket.
        set_apart = s[U_SEP + k] != 0 or s[U_ROLE + k - 1] & (_BE | g.BY) != 0
        return s[U_ROLE + k] & g.BY != 0 or (set_apart and last)
    if s[U_ROLE + k] & g.BY and k > hi:
        j = k - 1
        while j > hi and (s[U_ROLE + j] & (_BE | _MODAL | _ADV) or s[U_FORM + j] & g.PARTICIPLE) and not s[U_SEP + j]:
            if s[U_ROLE + j] & g.ONLY:
                break
            j -= 1
        if s[U_ROLE + j] & g.ONLY and j > hi:
            return True  # "may only be done by nurses"
    apart = k == hi or s[U_SEP + k + 1] != 0 or s[U_ROLE + k] & (_BE | g.BY) != 0
    if k - 1 > hi and s[U_ROLE + k] & g.PREPOSITION and s[U_ROLE + k - 1] & (_BE | g.ONLY):
        return last or s[U_ROLE + end] & g.ONLY != 0  # "are for the nurse"
    if apart and end < m and s[U_ROLE + end] & g.ONLY and not s[U_SEP + end] & HARD:
        return k > hi or end + 1 == m or s[U_SEP + end + 1] != 0  # not "blood draws nurse only when asked"
    # "is the cardiologist's (job)": an apostrophe is no letter, so the name stands in the form of its plural.
    told = k > hi and s[U_ROLE + k] & _BE and end == q + 1 and names_act(s, lo, hi, k)
    if told and last:
        return True
    told = told and end < m
    plain = (
        told
        and s[U_ROLE + end]
        & (_AND | _BE | _MODAL | _TO | g.OF | g.LIGHT | g.PREPOSITION | g.RELATIVE | g.ABILITY | g.ALLOWED | _NEG)
        == 0
    )
    return plain and (end + 1 == m or s[U_SEP + end + 1] != 0)


@inner
def handed_over(s, hi, q):
    """Whether what ends at hi is to be left to the other at q ("leave IV starts and injections to the nurse")."""
    k = q - 1
    while k > hi and s[U_ROLE + k] & _DET:
        k -= 1
    if not s[U_ROLE + q] & _ACTOR or s[U_ROLE + k] & (g.PREPOSITION | g.LIGHT):
        return False  # "leave a note for the nurse"
    for j in range(hi, -1, -1):
        if s[U_ROLE + j] & g.ONLY and s[U_ROLE + j] & g.DELEGATING:
            return True
        if s[U_SEP + j] & HARD or s[U_ROLE + j] & (_ACTOR | _HOLDER | _NEG):
            return False
    return False


@inner
def told_theirs(s, lo, hi, q, m):
    """Whether that is said of what stands from lo to hi from "is" or "may" at q on ("injections are for the nurse")."""
    for k in range(q + 1, min(m, q + 9)):
        if s[U_SEP + k] & (HARD | t.COMMA | t.OPEN):
            return False
        if s[U_ROLE + k] & _ACTOR:
            return theirs_alone(s, lo, hi, k, m)
    return False


@inner
def for_holder(s, q, m):
    """Whether the job-holder is among the people named behind "is reserved for" at q ("for nurses and assistants")."""
    k = q + 1
    while k < m and not s[U_SEP + k] & HARD:
        if s[U_ROLE + k] & _HOLDER:
            return True
        if not s[U_ROLE + k] & (_ACTOR | _AND | _DET | _ADV):
            return False
        k += 1
    return False
