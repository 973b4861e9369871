"""Kernel, sixth room: who acts. Whether a noun is the subject of what follows, and whose act it is then."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.match import shares
from pipeline.matching.parse import HARD, LISTING, has_object
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

_AND, _DET, _ADV, _BE, _MODAL, _TO, _BY = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO, g.BY
_ACTOR, _HOLDER, _REL, _WE, _WHO, _PREP = g.ACTOR, g.HOLDER, g.RELATIVE, g.WE, g.WHO, g.PREPOSITION
_NEG, _HELPING = g.NEG, g.HELPING
FINITE, ING = g.FINITE, g.ING


@inner
def _acts_behind(s, i, j, m):
    """Whether a verb follows the words that a preposition at j adds to the subject at i ("nurses in this office give")."""
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
    """Whether the other at i is told to act by words that are no act ("the nurse wants to", "the nurse's job is to")."""
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
        if s[U_ROLE + j] & (_AND | _ADV) == _AND and (j + 1 == m or not s[U_ROLE + j + 1] & (_ACTOR | _DET | _HOLDER | _WE | _ADV)):
            return False  # "works with the clinic and restocks supplies"
        j += 1
    if j >= m or s[U_SEP + j] & (HARD | t.COMMA):
        return False
    finite = s[U_VERB + j] != 0 and (s[U_FORM + j] & FINITE != 0 or (j == i + 1 and s[U_FORM + j] & ING != 0))
    if finite or s[U_ROLE + j] & (_MODAL | _BE) or s[U_FORM + j] & g.FINITE_FIRST:
        return True
    first = i == 0 or s[U_SEP + i] != 0 or (s[U_ROLE + i - 1] & _DET != 0 and (i == 1 or s[U_SEP + i - 1] != 0))
    if not (first or s[U_ROLE + i] & (_ACTOR | _HOLDER)):
        return False
    if s[U_ROLE + i] & _ACTOR and first and _means_to(s, i, m):
        return True
    return s[U_ROLE + j] & (_PREP | g.LIGHT) != 0 and _acts_behind(s, i, j, m)


@inner
def comes_to(s, i, m, before):
    """Whether the other at i, behind a preposition or a "before", is to act ("for the provider to review")."""
    if not before & (_PREP | _REL | g.PAUSE) or before & _AND:
        return False
    far = i + 1 if before & _PREP and not before & g.PAUSE else i + 3
    for q in range(i + 1, min(m - 1, far + 1)):
        if s[U_SEP + q] or s[U_ROLE + q] & (_HOLDER | _WE | _ACTOR):
            return False
        if s[U_ROLE + q] & _TO:
            return s[U_VERB + q + 1] != 0
    return False


@inner
def described(s, j):
    """Whether a word at j stands between an article and a name, with one more at most ("the county health nurse")."""
    for k in range(j, max(j - 2, 0), -1):
        plain = s[U_FORM + k] == g.THING and not s[U_ROLE + k] & (_HOLDER | _WE | g.PERSON)
        if s[U_SEP + k] or s[U_VERB + k] or not (s[U_ID + k] == 0 or plain):
            return False
        if s[U_ROLE + k - 1] & (_DET | _WE):
            return True
    return False


@inner
def opens_of(s, j):
    """Whether "one" or the like begins a clause at j."""
    return s[U_ID + j] == 0 and (j == 0 or s[U_SEP + j] & (HARD | t.COMMA | t.OPEN) != 0)


@inner
def opens(s, j):
    """Whether a word at j only leads to a subject behind it ("one of our nurses", "it's up to the nurse")."""
    if j == 0 or s[U_SEP + j] & (HARD | t.COMMA | t.OPEN):
        return s[U_ROLE + j] & g.PRONOUN != 0 or (s[U_ID + j] == 0 and s[U_ROLE + j + 1] & g.OF != 0)
    return s[U_ROLE + j] & g.OF != 0 and opens_of(s, j - 1)


@inner
def begins_anew(s, i, m):
    """Whether the other at i, with an article, is the subject behind an opening ("In room 2 the nurse gives")."""
    if i < 2 or s[U_SEP + i] or not s[U_ROLE + i - 1] & _DET or s[U_ROLE + i - 1] & (_HOLDER | _REL):
        return False
    j = i + 1
    while j < m - 1 and s[U_ROLE + j] & _ADV and not s[U_SEP + j]:
        j += 1
    if j >= m or s[U_SEP + j]:
        return False
    finite = s[U_VERB + j] != 0 and s[U_FORM + j] & FINITE != 0
    sure = s[U_ROLE + j] & _MODAL != 0 or (finite and s[U_FORM + j] & g.THIRD != 0)
    k = i - 2
    if s[U_ROLE + k] & _DET and not s[U_SEP + k + 1] and not s[U_ROLE + k] & _HOLDER:
        return sure  # "tell patients that the nurse gives"
    if not (finite or sure):
        return False
    if s[U_ROLE + k] and s[U_FORM + k] & g.THING == 0:
        return False  # "under the direction of the nurse may draw blood"
    while k >= 0:
        if s[U_VERB + k] or s[U_ROLE + k] & (_HOLDER | _ACTOR | g.CAUSING | _HELPING | _AND):
            return False
        if s[U_SEP + k] or k == 0:
            return sure or s[U_ROLE + k] & (_PREP | g.LIGHT) != 0
        k -= 1
    return False


@inner
def named_aside(s, i, m):
    """Whether the other at i stands beside the name of who acts.

    "Rosa (RN) gives", "Ann Lee, our RN, will give", "Dr. Lee, our surgeon, gives", "our RN, Rosa, gives".
    """
    j = i + 1
    while j < m and j < i + 4 and (j == i + 1) == (s[U_SEP + j] != 0):
        if s[U_ID + j] and not (s[U_ROLE + j] & _ACTOR and j == i + 1):
            break
        j += 1
    if i + 1 < j < m and s[U_SEP + i + 1] & s[U_SEP + j] & t.COMMA:
        opens = i == 0 or s[U_SEP + i] & HARD or (s[U_ROLE + i - 1] & _DET and (i == 1 or s[U_SEP + i - 1] & HARD))
        return opens and s[U_VERB + j] != 0 and s[U_FORM + j] & (g.THIRD | g.PAST) != 0
    k = i
    while k > 0 and s[U_ROLE + k - 1] & _DET and not s[U_SEP + k]:
        k -= 1
    if k == 0 or not s[U_SEP + k] & (t.COMMA | t.OPEN):
        return False
    first = k
    while first > 0 and s[U_ID + first - 1] == 0 and k - first < 3:
        first -= 1
        if s[U_SEP + first] & (HARD | LISTING):
            break
    if first > 0 and first < k and s[U_ROLE + first - 1] & _ACTOR and not s[U_SEP + first]:
        first -= 1  # "Dr. Lee"
    if first == k or (first > 0 and not s[U_SEP + first] & HARD):
        return False
    j = i + 1
    if j >= m or not s[U_SEP + j] & (t.COMMA | t.CLOSE) or s[U_SEP + j] & HARD:
        return False
    while j < m - 1 and s[U_ROLE + j] & _ADV:
        j += 1
    third = s[U_VERB + j] != 0 and s[U_FORM + j] & (g.THIRD | g.PAST) != 0
    return third or s[U_ROLE + j] & (_MODAL | _BE) != 0


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
def delegates(s, i, m):
    """Whether the actor at i hands on what follows ("physicians may delegate injections to assistants")."""
    handed = False
    received = False
    for q in range(i + 1, min(m, i + 40)):
        if s[U_SEP + q] & HARD:
            break
        if not handed and s[U_ROLE + q] & g.DELEGATING:
            handed = True
        elif not handed and s[U_VERB + q]:
            return False
        elif handed and s[U_ROLE + q] & _ACTOR and s[U_ROLE + q - 1] & _TO:
            return False  # "... to licensed nurses"
        if handed and s[U_ROLE + q] & _HOLDER and not s[U_ROLE + q] & _WHO:
            received = True
    return received


@inner
def caused(s, i, m):
    """Whether somebody has the one named at i act ("may have you draw blood", "rely on their assistants to room")."""
    if s[U_ROLE + i] & _WHO:
        return False
    causing = g.CAUSING | g.MINDING if s[U_ROLE + i] & _ACTOR else g.CAUSING
    k = i - 1
    while k > 0 and not s[U_SEP + k + 1] and (s[U_ID + k] == 0 or s[U_ROLE + k] & (_DET | causing) == _DET):
        k -= 1  # "their own certified assistants"
    if k < 0 or s[U_SEP + k + 1] or not s[U_ROLE + k] & causing:
        return False
    if i + 2 < m and s[U_ROLE + i + 1] & _WHO and not s[U_SEP + i + 1]:
        return s[U_VERB + i + 2] != 0 and s[U_FORM + i + 2] & FINITE != 0
    for q in range(i + 1, min(m - 1, i + 6)):
        if s[U_SEP + q] or s[U_ROLE + q] & (_REL | _MODAL | _BE | _NEG | _ACTOR | _HOLDER):
            return False
        if s[U_ROLE + q] & _TO:
            return s[U_VERB + q + 1] != 0 or s[U_ROLE + q + 1] & _ADV != 0
        if s[U_VERB + q]:
            bare = s[U_FORM + q] & (FINITE | g.THIRD) == FINITE
            return bare or (s[U_ROLE + i] & _ACTOR != 0 and s[U_FORM + q] & (FINITE | ING) != 0)
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
