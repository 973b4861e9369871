"""Kernel: what ends or carries a denial or a kind within a sentence: "but", a colon, "ensures that", "works with"."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.subjects import does_it
from pipeline.matching.tables import (
    T_UNIT,
    U_FIRST,
    U_FORM,
    U_ID,
    U_LAST,
    U_ROLE,
    U_SEP,
    U_VERB,
    UNIT_SIZE,
    W_UNITS,
)

_AND, _DET, _ADV, _MODAL, _TO, _BY = g.AND, g.DETERMINER, g.ADVERB, g.MODAL, g.TO, g.BY
_HOLDER, _REL, _PAUSE, _NEG, _WHO = g.HOLDER, g.RELATIVE, g.PAUSE, g.NEG, g.WHO
_ABILITY, _SEEK = g.ABILITY, g.SEEK
FINITE, ING = g.FINITE, g.ING


@inner
def stands_beside(s, wide, i):
    """Whether the one named at i stands behind "with" or the like and is no subject ("works with the team")."""
    if i == 0 or s[U_SEP + i]:
        return False
    before = s[U_ROLE + i - 1]  # not "for", which may mean "because": "For we draw blood"
    if s[U_FIRST + i - 1] < s[U_LAST + i - 1]:  # "work with" is one phrase
        before |= wide[wide[W_UNITS] + s[T_UNIT + s[U_LAST + i - 1]] * UNIT_SIZE] & (g.LIGHT | _REL | _PAUSE)
    return before & (g.LIGHT | g.OF | _TO | _BY) != 0 and before & (_REL | _PAUSE | g.INCLUDING | _AND) == 0


@inner
def joined_in(s, i, m):
    """Whether the job-holder is to join those named at i, who do what follows ("join our team giving")."""
    if i == 0 or i + 1 >= m or s[U_SEP + i] or s[U_ROLE + i - 1] & _DET:
        return False
    return s[U_VERB + i + 1] != 0 and s[U_FORM + i + 1] & (FINITE | ING) == ING


@inner
def will_act(s, i, m):
    """Whether "and" or a comma leads to the job-holder at i, who will do what follows."""
    k = i
    while k > 0 and s[U_ROLE + k - 1] & _DET and not s[U_SEP + k]:
        k -= 1
    if k == 0 or not (s[U_SEP + k] & (t.COMMA | t.STRONG) or s[U_ROLE + k - 1] & _AND):
        return False
    return i + 1 < m and not s[U_SEP + i + 1] and s[U_ROLE + i + 1] & (_MODAL | _ABILITY | _SEEK) != 0


@inner
def denies_itself(s, k):
    """Whether the word at k, between a denial and a colon, is all that is denied ("do not rest:"), no "do" or "any".

    A thing between them may be what the list behind the colon spells out ("no injections: flu, tetanus").
    """
    little = s[U_ROLE + k] & (g.HEAD_DUTIES | g.ASKING | _DET | g.PRONOUN | g.ALLOWED | g.LIGHT | g.PREPOSITION)
    if little or s[U_SEP + k]:
        return False
    return s[U_VERB + k] != 0 or s[U_ID + k] == 0


@inner
def told_who(s, i, m):
    """Whether the job-holder opens a clause at i and does something ("...: they room patients")."""
    k = i
    while k < m - 1 and s[U_ROLE + k] & _DET and not s[U_ROLE + k] & _HOLDER and not s[U_SEP + k + 1]:
        k += 1
    return does_it(s, k, m)


@inner
def turns_to_act(s, i, m):
    """Whether an act or a job-holder follows the "but" at i ("I have no certificate, but help by rooming patients")."""
    k = i + 1
    while k < m and s[U_ROLE + k] & (_ADV | _DET) and not s[U_SEP + k] and not s[U_ROLE + k] & _HOLDER:
        k += 1
    if k >= m or s[U_SEP + k]:
        return False
    return (s[U_VERB + k] != 0 and s[U_FORM + k] & FINITE != 0) or s[U_ROLE + k] & _HOLDER != 0


@inner
def seen_to(s, i, m):
    """Whether the denial at i is what is seen to ("ensures that samples are not mixed up"), of no job-holder's act."""
    for q in range(i + 1, m):
        if s[U_ROLE + q] & _HOLDER:
            return False
        if s[U_SEP + q]:
            break
    for k in range(i - 1, max(i - 7, -1), -1):
        if s[U_SEP + k + 1] or s[U_ROLE + k] & (_HOLDER | _MODAL | _NEG | g.ONLY):
            return False
        if s[U_ROLE + k] & g.MINDING:
            return s[U_VERB + k] != 0 and i - k > 1
    return False


@inner
def because(s, i):
    """Whether "as", "since" or the like leads to what stands at i ("..., as the role will involve")."""
    k = i - 1
    while k > 0 and s[U_ROLE + k] & (_DET | _ADV | g.HEAD_DUTIES) and not s[U_ROLE + k] & _PAUSE:
        k -= 1
    return k >= 0 and s[U_ROLE + k] & _PAUSE != 0 and not s[U_ROLE + k] & _AND


@inner
def named_among(s, lo):
    """Whether duties are listed before lo ("duties including phlebotomy (essential), ..."), and no requirements."""
    for k in range(1, lo):  # noqa: SIM110
        if s[U_ROLE + k] & g.INCLUDING and s[U_ROLE + k - 1] & g.HEAD_DUTIES:
            return True
    return False


@inner
def duties_include(s, wide, i):
    """Whether "include" at i tells duties ("Administrative duties include answering phones"), behind nothing else."""
    if not 0 < i < 4 or not s[U_ROLE + i] & g.INCLUDING or s[U_SEP + i]:
        return False
    last = wide[wide[W_UNITS] + s[T_UNIT + s[U_LAST + i - 1]] * UNIT_SIZE]
    return (s[U_ROLE + i - 1] | last) & g.HEAD_DUTIES != 0 and first_named(s, i)


@inner
def first_named(s, i):
    """Whether nothing before i asks, teaches, denies or acts ("Assignment: at this level the assistant draws")."""
    for k in range(i):
        if s[U_VERB + k] or s[U_ROLE + k] & (_NEG | _HOLDER | _ABILITY | g.REQ_BEFORE | g.REQ_AFTER | g.EDU):
            return False
    return True


@inner
def told_about(s, i):
    """Whether what stands before "may" at i only says which job-holders ("Assistants who took a course may")."""
    k = 1 if s[U_ROLE] & _DET and not s[U_ROLE] & _HOLDER else 0
    if i < k + 3 or not s[U_ROLE + k] & _HOLDER or not s[U_ROLE + k + 1] & (_WHO | g.PREPOSITION):
        return False
    for q in range(k + 1, i):
        if s[U_SEP + q] or s[U_ROLE + q] & (_NEG | _MODAL):
            return False
    return s[U_SEP + i] == 0


@inner
def then_acts(s, i, m):
    """Whether an act follows what stands at i, in the same breath ("be able to prepare patients")."""
    k = i + 1
    while k < m and s[U_ROLE + k] & _ADV and not s[U_SEP + k]:
        k += 1
    return k < m and not s[U_SEP + k] and s[U_VERB + k] != 0 and s[U_FORM + k] & FINITE != 0


@inner
def then_told(s, i, m):
    """Whether "you will" and the like open a clause at i, and an act follows ("..., you will type letters")."""
    return s[U_SEP + i] & t.COMMA != 0 and then_acts(s, i, m)


@inner
def teaches_how(s, wide, i):
    """Whether the job-holder teaches at i, and the next act is no lesson ("They explain how to rest, draw blood")."""
    k = i - 1
    while k > 0 and s[U_ROLE + k] & (_MODAL | _ADV) and not s[U_SEP + k + 1]:
        k -= 1
    if k < 0 or not s[U_ROLE + k] & _HOLDER or s[U_SEP + k + 1]:
        return False
    return wide[wide[W_UNITS] + s[T_UNIT + s[U_FIRST + i]] * UNIT_SIZE] & g.EDU == 0  # not "learn how to"
