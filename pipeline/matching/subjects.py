"""Kernel, sixth room: who acts. Whether a noun is the subject of what follows, and whose act it is then."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.acting import has_object
from pipeline.matching.jit import inner
from pipeline.matching.match import shares
from pipeline.matching.tables import (
    T_UNIT,
    U_FORM,
    U_ID,
    U_LAST,
    U_ROLE,
    U_SEP,
    U_VERB,
    U_VERBS,
    UNIT_SIZE,
    W_DOING,
    W_UNITS,
)
from pipeline.matching.tokens import HARD, LISTING

_AND, _DET, _ADV, _BE, _MODAL, _TO, _BY = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO, g.BY
_ACTOR, _HOLDER, _REL, _WE, _WHO, _PREP = g.ACTOR, g.HOLDER, g.RELATIVE, g.WE, g.WHO, g.PREPOSITION
_NEG, _HELPING = g.NEG, g.HELPING
FINITE, ING = g.FINITE, g.ING


@inner
def _acts_behind(s, i, j, m):
    """Whether a verb follows the words that a preposition at j adds to a subject at i ("nurses in here give")."""
    for q in range(j + 1, min(m, j + 6)):
        if s[U_SEP + q] or s[U_ROLE + q] & (_REL | _HOLDER):
            return False
        if s[U_ROLE + q] & (_AND | _TO):
            if q + 1 == m or not s[U_ROLE + i] & _ACTOR or not s[U_VERB + q + 1]:
                return False
            return s[U_ROLE + q] & _TO != 0 or s[U_FORM + q + 1] & g.THIRD != 0  # "comes in to give", "... and gives"
        if q > j + 1 and (s[U_ROLE + q] & (_MODAL | _BE) or (s[U_VERB + q] and s[U_FORM + q] & FINITE)):
            return True
        if s[U_VERB + q]:
            return False
    return False


@inner
def _means_to(s, i, m):
    """Whether words that are no act have the other at i act ("the nurse wants to", "the nurse's job is to")."""
    if i + 1 >= m:
        return False
    own = s[U_ROLE + i + 1]
    if own & g.HEAD_DUTIES and not s[U_SEP + i + 1]:
        return i + 2 < m and s[U_ROLE + i + 2] & _BE != 0
    for q in range(i + 1, min(m - 1, i + 5)):
        role = s[U_ROLE + q]
        if s[U_SEP + q] or s[U_VERB + q] or role & (_HOLDER | _REL | _PREP | g.LIGHT | _AND):
            return False
        if role & _TO:
            return q > i + 1 and s[U_VERB + q + 1] != 0
        if s[U_FORM + q] & g.THING and not role & (_BE | g.ASKING | g.CAUSING | g.REQ_AFTER):
            return False
    return False


@inner
def subject_acts(s, i, m):
    """Whether the noun at i, with or without a name behind it, is the subject of a finite verb ("Dr. Lee gives")."""
    j = i + 1
    if j + 1 < m and s[U_ROLE + j] & g.ONLY and s[U_SEP + j] & s[U_SEP + j + 1] & (t.COMMA | t.BREAK):
        return s[U_ROLE + j + 1] & (_MODAL | _BE) != 0  # "nurses, unlike assistants, can triage"
    while j < m and j < i + 5 and not s[U_SEP + j] & HARD:
        named = s[U_ID + j] == 0 and s[U_SEP + j] == 0 and (s[U_ROLE + j - 1] & _ACTOR or s[U_ID + j - 1] == 0)
        if not named and not s[U_ROLE + j] & (_AND | _ACTOR | _DET | _ADV):
            break
        if s[U_ROLE + j] & (_AND | _ADV) == _AND and (
            j + 1 == m or not s[U_ROLE + j + 1] & (_ACTOR | _DET | _HOLDER | _WE | _ADV)
        ):
            return False  # "works with the clinic and restocks supplies"
        j += 1
    if j >= m or s[U_SEP + j] & (HARD | t.COMMA):
        return False
    finite = s[U_VERB + j] != 0 and (s[U_FORM + j] & FINITE != 0 or (j == i + 1 and s[U_FORM + j] & ING != 0))
    if finite or s[U_ROLE + j] & (_MODAL | _BE) or s[U_FORM + j] & g.FINITE_FIRST:
        return True
    has = s[U_ROLE + j] & (g.ASKING | g.CAUSING) == g.ASKING | g.CAUSING  # "has taken x-rays"
    if has and j + 1 < m and s[U_FORM + j + 1] & g.PARTICIPLE and not s[U_SEP + j + 1]:
        return True
    first = i == 0 or s[U_SEP + i] != 0 or (s[U_ROLE + i - 1] & _DET != 0 and (i == 1 or s[U_SEP + i - 1] != 0))
    if not (first or s[U_ROLE + i] & (_ACTOR | _HOLDER)):
        return False
    if s[U_ROLE + i] & _ACTOR and first and _means_to(s, i, m):
        return True
    return s[U_ROLE + j] & (_PREP | g.LIGHT) != 0 and _acts_behind(s, i, j, m)


@inner
def told_of_unit(s, wide, i, m):
    """Whether a part of the employer, named until i, is the sentence's subject ("the pathways team provides ...")."""
    last = wide[wide[W_UNITS] + s[T_UNIT + s[U_LAST + i]] * UNIT_SIZE]
    if not last & g.ORGANISATION or s[U_VERB + i] or not subject_acts(s, i, m):
        return False
    if i + 1 < m and (s[U_ROLE + i + 1] & _AND or s[U_SEP + i + 1]):
        return False
    j = i
    while j >= 0:
        if s[U_VERB + j] or s[U_ROLE + j] & (_HOLDER | _PREP | _TO | _BY | _MODAL | _BE | g.LIGHT | g.OF | _REL | _NEG):
            return False
        if s[U_SEP + j] & (HARD | t.COMMA):
            return True
        j -= 1
    return True


@inner
def does_it(s, i, m):
    """Whether the job-holder at i is said to act, past a requirement ("experience, as you will draw blood")."""
    if not s[U_ROLE + i] & _HOLDER or s[U_ROLE + i] & _WHO or s[U_SEP + min(i + 1, m - 1)]:
        return False
    j = i + 1
    while j < m and s[U_ROLE + j] & _ADV and not s[U_SEP + j]:
        j += 1
    if j + 1 >= m or s[U_SEP + j] & (HARD | LISTING):
        return False
    if s[U_ROLE + j] & (_MODAL | _TO):
        return s[U_VERB + j + 1] != 0 or s[U_ROLE + j + 1] & _ADV != 0
    return s[U_VERB + j] != 0 and s[U_FORM + j] & FINITE != 0


@inner
def joined(s, i):
    """Whether "and" or "or" stands before i, with or without an adverb ("or independently performs")."""
    while i > 0 and s[U_ROLE + i - 1] & _ADV:
        i -= 1
    return i > 0 and s[U_ROLE + i - 1] & _AND != 0


@inner
def acts_on(s, i, m):
    """Whether a list of acts goes on at i, past a requirement ("helps patients interested in care, rooms them")."""
    if not s[U_VERB + i] or s[U_FORM + i] & (FINITE | ING | g.THING) != FINITE or not has_object(s, i, m):
        return False
    return s[U_SEP + i] & t.COMMA != 0 or joined(s, i)


@inner
def only_others(s, i, m):
    """Whether "only" at i is said of another: an actor follows before anything is done ("only a nurse may ...")."""
    if s[U_ROLE + i] & g.DELEGATING:
        return False  # "leave ... to": see `handed_over`
    for q in range(i + 1, min(m, i + 9)):
        if s[U_SEP + q] & HARD or s[U_ROLE + q] & _HOLDER:
            return False
        if s[U_ROLE + q] & _ACTOR:
            return True
        if s[U_ROLE + q] & (_MODAL | _BE) or s[U_VERB + q]:
            return False
    return False


@inner
def goes_on(s, i, m):
    """Whether the clause that begins at i has the first one's subject ("a nurse gives injections; draws blood")."""
    while i < m and s[U_ROLE + i] & (_AND | _ADV):
        i += 1
    return i < m and s[U_VERB + i] != 0 and s[U_FORM + i] & (FINITE | ING) == FINITE


@inner
def does(s, wide, first, end):
    """Whether a verb from first to end says that the act is done, not only helped with ("performs or assists")."""
    for q in range(first, end):
        if s[U_VERB + q] and not s[U_ROLE + q] & _HELPING and shares(wide, s[U_VERBS + q], wide, wide[W_DOING]):
            return True
    return False
