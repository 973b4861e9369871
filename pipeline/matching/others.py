"""Kernel: whether another than the job-holder acts: as subject, beside a name, or as one who is asked to."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.subjects import subject_acts
from pipeline.matching.tables import U_FIRST, U_FORM, U_ID, U_LAST, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD, LISTING
from pipeline.matching.whom import opens_clause

_AND, _DET, _ADV, _BE, _MODAL, _TO = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO
_ACTOR, _HOLDER, _REL, _WE, _WHO, _PREP = g.ACTOR, g.HOLDER, g.RELATIVE, g.WE, g.WHO, g.PREPOSITION
_NEG, _HELPING, _PAUSE = g.NEG, g.HELPING, g.PAUSE
FINITE, ING = g.FINITE, g.ING


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
    whole = s[U_FIRST + i] < s[U_LAST + i] and i > 0 and not s[U_ROLE + i - 1] & _DET  # "the respiratory therapist"
    if i < 2 or s[U_SEP + i] or not (whole or s[U_ROLE + i - 1] & _DET) or s[U_ROLE + i - 1] & (_HOLDER | _REL):
        return False
    j = i + 1
    while j < m - 1 and s[U_ROLE + j] & _ADV and not s[U_SEP + j]:
        j += 1
    if j >= m or s[U_SEP + j]:
        return False
    finite = s[U_VERB + j] != 0 and s[U_FORM + j] & FINITE != 0
    sure = s[U_ROLE + j] & _MODAL != 0 or (finite and s[U_FORM + j] & g.THIRD != 0)
    k = i - 1 if whole else i - 2
    if not whole and s[U_ROLE + k] & _DET and not s[U_SEP + k + 1] and not s[U_ROLE + k] & _HOLDER:
        return sure  # "tell patients that the nurse gives"
    if not (finite or sure):
        return False
    # One phrase may end in a preposition: "on the order of".
    bound = s[U_ROLE + k] & (g.CONDITION | _PREP | g.LIGHT | g.BY | g.OF) != 0 or s[U_FIRST + k] < s[U_LAST + k]
    if bound or (s[U_ROLE + k] and s[U_FORM + k] & g.THING == 0):
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
def told_which(s, i, m):
    """Whether a word or two that open the clause only say which others act ("hospital nurses start")."""
    k = i - 1
    while k >= 0 and k > i - 3:
        plain = s[U_ID + k] == 0 or s[U_FORM + k] == g.THING
        apart = _HOLDER | _WE | g.PERSON | _PREP | g.LIGHT | _REL | _NEG | g.OF | g.REQ_BEFORE
        if not plain or s[U_VERB + k] or s[U_ROLE + k] & apart or s[U_SEP + k + 1]:
            return False
        if k == 0 or s[U_SEP + k]:
            j = i + 1
            while j < m - 1 and s[U_ROLE + j] & _ADV and not s[U_SEP + j]:
                j += 1
            return j < m and not s[U_SEP + j] and s[U_VERB + j] != 0 and s[U_FORM + j] & FINITE != 0
        k -= 1
    return False


@inner
def another_acts(s, i, m, helped):
    """Whether the other at i does what follows: -1 no; else up to where: 0 the end, 1 a comma, 2 a comma and more.

    2: "You draw blood, while nurses give pills, change dressings": over commas before its other verbs.
    """
    j = i - 1
    edge = i == 0 or s[U_SEP + i] & (HARD | t.COMMA | t.OPEN) != 0
    while not edge and (s[U_ROLE + j] & (_DET | _ACTOR | _AND | _ADV) or described(s, j) or opens(s, j)):
        edge = j == 0 or s[U_SEP + j] & (HARD | t.COMMA | t.OPEN) != 0
        j -= 1
    edge = edge or begins_anew(s, i, m) or told_which(s, i, m)
    before = 0 if j < 0 else s[U_ROLE + j]
    if named_aside(s, i, m):
        return 0
    clause = opens_clause(s, i, m)  # "... and nurses start IVs"
    if (edge or clause or before & (_REL | _PAUSE)) and subject_acts(s, i, m) and not delegates(s, i, m):
        return 0 if edge else 2 if j > 0 and s[U_SEP + j] & t.COMMA else 1
    if not helped and (comes_to(s, i, m, before) or caused(s, i, m)):
        # "asks the nurse to give it", "for the provider to review", "before the surgeon sits down to suture"
        return 1
    return -1
