"""Kernel: of whom a denial is said: the job-holder, another, or the subject that stands behind it."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.subjects import subject_acts
from pipeline.matching.tables import U_FORM, U_ID, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD

_AND, _DET, _ADV, _BE, _MODAL, _TO = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO
_NEG, _NEG_SHORT, _TURN = g.NEG, g.NEG_SHORT, g.TURN
_ACTOR, _HOLDER, _WE, _PAUSE = g.ACTOR, g.HOLDER, g.WE, g.PAUSE
FINITE = g.FINITE


@inner
def of_holder(s, i):
    """Whether the denial at i is said of the job-holder ("the assistant may not", "assistants are not allowed to")."""
    k = i - 1
    while k > 0 and s[U_ROLE + k] & (_BE | _MODAL | _ADV):
        k -= 1
    return k >= 0 and s[U_ROLE + k] & _HOLDER != 0


@inner
def no_holder(s, i, m):
    """Whether "no" at i denies what the job-holder behind it does ("no unlicensed assistant may")."""
    if i > 0 and not s[U_SEP + i] & (HARD | t.COMMA | t.OPEN) and not s[U_ROLE + i - 1] & _PAUSE:
        return False
    for q in range(i + 1, min(m - 1, i + 4)):
        if s[U_SEP + q] or s[U_VERB + q] or s[U_ROLE + q] & (_MODAL | _BE):
            return False
        if s[U_ROLE + q] & _HOLDER and not s[U_ROLE + q] & g.WHO:
            return subject_acts(s, q, m)
    return False


@inner
def of_nobody(s, i, m):
    """Whether what stands at i is said of nobody ("neither the MA nor the LPN may", "none of them is allowed to")."""
    role = s[U_ROLE + i]
    j = i + 1
    while j < m - 1 and s[U_ROLE + j] & _ADV and not s[U_SEP + j]:
        j += 1
    let = role & _BE != 0 and j < m and s[U_ROLE + j] & g.ALLOWED != 0
    # One phrase: "none of them is".
    let = let or (i > 0 and role & g.ALLOWED != 0 and s[U_ROLE + i - 1] & g.NOBODY != 0)
    acts = s[U_VERB + i] != 0 and s[U_FORM + i] & FINITE != 0
    if not (role & _MODAL or let or acts):
        return False
    if acts and not role & _MODAL:
        for q in range(i + 1, m):
            if s[U_SEP + q] & (t.COLON | t.BREAK):
                return False  # "Nobody starts alone: you ..."
    named = 0
    for k in range(i - 1, max(i - 10, -1), -1):
        other = s[U_ROLE + k]
        if other & g.NOBODY:
            edge = k == 0 or s[U_SEP + k] & (HARD | t.COMMA | t.OPEN) != 0 or s[U_ROLE + k - 1] & _AND != 0
            if named & _ACTOR and not named & _HOLDER:
                return False  # "neither the nurse nor the therapist may"
            return edge or (not acts and s[U_ROLE + k - 1] & (_PAUSE | g.RELATIVE) != 0)
        if s[U_SEP + k + 1] or s[U_VERB + k] or other & (g.PERSON | _MODAL | _BE | g.NEG_SHORT | g.RELATIVE):
            return False
        named |= other
    return False


@inner
def denied_subject(s, denied, i):
    """Whether the denial before the modal at i is of its subject ("neither assistants nor nurses may")."""
    if denied < 0 or s[U_ROLE + denied] & _MODAL:
        return False
    if denied > 0 and s[U_ROLE + denied - 1] & (_HOLDER | _ACTOR | _WE) and not s[U_SEP + denied]:
        return False  # "the nurse may not, you may"
    named = False
    for q in range(denied + 1, i):
        if q == denied + 1 and s[U_SEP + q] & (t.COMMA | t.OPEN) and s[U_ROLE + q] & (g.LIGHT | g.INCLUDING):
            if not s[U_SEP + i] & (t.COMMA | t.CLOSE):
                return False
            continue  # "no unlicensed persons, such as medical assistants, may"
        if s[U_SEP + q] & (HARD | t.COMMA | t.OPEN | t.CLOSE) or s[U_VERB + q] or s[U_ROLE + q] & _TURN:
            return False
        more = named and s[U_ROLE + q - 1] & _AND != 0 and s[U_FORM + q] == g.THING  # "neither assistants nor students"
        if s[U_ID + q] != 0 and not more and not s[U_ROLE + q] & (_HOLDER | _ACTOR | _AND | _DET | _ADV | _NEG):
            return False  # "is not drawn, assistants may"
        named = named or s[U_ROLE + q] & (_HOLDER | _ACTOR) != 0
    return named or s[U_ROLE + denied] & _HOLDER != 0 or denied == i - 1


@inner
def denies_for(s, i, m):
    """Whether the denial at i is of what follows ("it is forbidden for assistants to inject", "... to inject")."""
    q = i + 1
    if q < m - 2 and not s[U_SEP + q] and s[U_ROLE + q] & g.PREPOSITION:
        q += 1
        while q < m and not s[U_ROLE + q] & _HOLDER and not s[U_SEP + q]:
            plain = s[U_FORM + q] == 0 and s[U_ROLE + q] & ~g.CLINICAL == 0
            if not (plain or s[U_ROLE + q] & _DET):
                return False
            q += 1  # "for an unlicensed assistant"
        if q == m or not s[U_ROLE + q] & _HOLDER:
            return False
        q += 1
    elif q < m - 2 and not s[U_SEP + q] and s[U_ROLE + q] & _HOLDER:
        q += 1  # one phrase: "for medical assistants"
    if q >= m - 1 or s[U_SEP + q] or not s[U_ROLE + q] & _TO:
        return False
    q += 1
    while q < m - 1 and s[U_ROLE + q] & _ADV:
        q += 1
    return s[U_VERB + q] != 0 and s[U_FORM + q] & FINITE != 0


@inner
def holder_alone(s, q, m):
    """Whether the "not" at q is said of the job-holder alone ("..., not the assistant", "never by the assistant")."""
    k = q + 1
    if k < m and s[U_ROLE + k] & (g.BY | _TO | g.PREPOSITION) and not s[U_ROLE + k] & _HOLDER and not s[U_SEP + k]:
        k += 1
    if k < m and s[U_ROLE + k] & _DET and not s[U_ROLE + k] & _HOLDER:
        k += 1
    if k >= m or not s[U_ROLE + k] & _HOLDER or s[U_ROLE + k] & g.WHO or s[U_SEP + k] & HARD:
        return False
    return k + 1 == m or s[U_SEP + k + 1] != 0


@inner
def nothing(s, i):
    """Whether "nothing" is the subject of the denial at i ("nothing in the practice act bars an assistant from")."""
    for q in range(i - 1, max(-1, i - 11), -1):
        if s[U_SEP + q + 1] & (HARD | t.COMMA) or s[U_ROLE + q] & (_AND | _HOLDER):
            return False
        if s[U_ROLE + q] & g.ASKING and s[U_ROLE + q] & g.ALLOWED:
            return True
    return False


@inner
def not_but(s, denied, i, m):
    """Whether "but" at i goes on a denial of the holder's name: "not the assistant but the clerk who checks"."""
    if denied < 0 or not s[U_ROLE + i - 1] & _HOLDER or i > denied + 3:
        return False
    for q in range(i + 1, min(m, i + 6)):
        if s[U_SEP + q] & HARD or s[U_ROLE + q] & (_MODAL | _BE):
            return False
        if s[U_ROLE + q] & g.WHO:
            return True
    return False


@inner
def spared(s, m, hi):
    """Whether behind a mention another is said to do it, "not the assistant"."""
    for q in range(hi + 1, m):
        if s[U_SEP + q] & HARD:
            return False
        if s[U_ROLE + q] & (_NEG | _NEG_SHORT):
            return holder_alone(s, q, m)
    return False


@inner
def own_to(s, hi, q):
    """Whether only "is", "remains" and the like stand between a mention and the actor at q whose duty it is."""
    told = False
    if s[U_ROLE + q] & _HOLDER:
        return False
    for k in range(hi + 1, q):
        if s[U_SEP + k] or s[U_VERB + k]:
            return False
        if s[U_ROLE + k] & _BE or s[U_ID + k] == 0:
            told = True
        elif not s[U_ROLE + k] & (_DET | _ADV | _MODAL):
            return False
    return told


@inner
def another_does(s, m, hi):
    """Whether a note behind a mention says that another does it ("Injections - the nurse does these")."""
    q = hi + 1
    while q < m and not s[U_SEP + q]:
        if s[U_VERB + q] or s[U_ROLE + q] & (_HOLDER | _MODAL | _BE):
            return False
        q += 1
    while q < m and s[U_ROLE + q] & (_DET | _ADV) and not s[U_ROLE + q] & _HOLDER:
        q += 1
    if q >= m or not s[U_ROLE + q] & _ACTOR or s[U_ROLE + q] & _HOLDER:
        return False
    while q < m - 1 and s[U_ROLE + q] & (_ACTOR | _AND | _DET) and not s[U_SEP + q + 1]:
        q += 1
    if s[U_SEP + q] or s[U_FORM + q] & FINITE == 0 or s[U_ROLE + q] & (_ACTOR | _HOLDER):
        return False
    if q + 1 == m or s[U_SEP + q + 1]:
        return False
    return s[U_ROLE + q + 1] & (g.PRONOUN | _DET) != 0 and (q + 2 == m or s[U_SEP + q + 2] != 0)


@inner
def left_to(s, m, hi):
    """Whether nothing but another's name stands behind a mention ("IV starts: RN or provider", "Injection (RN)")."""
    if hi + 1 >= m or not s[U_SEP + hi + 1] & (t.BREAK | t.OPEN | t.COLON):
        return False
    for q in range(hi + 1, m):
        if s[U_ROLE + q] & _HOLDER or not s[U_ROLE + q] & (_ACTOR | _AND | _DET | g.ONLY):
            return False
    return s[U_ROLE + m - 1] & (_ACTOR | g.ONLY) != 0


@inner
def opens_clause(s, i, m):
    """Whether "and" before the actor at i joins a clause, not a name ("you give injections and nurses start")."""
    j = i - 1
    while j > 0 and s[U_ROLE + j] & (_DET | _ADV | g.WE) and not s[U_ROLE + j] & _AND:
        j -= 1
    if j < 1 or not s[U_ROLE + j] & _AND or s[U_SEP + j] & t.CLOSE:
        return False
    k = i + 1
    while k < m and s[U_ROLE + k] & (_ADV | _MODAL):
        k += 1
    if k >= m or s[U_FORM + k] & FINITE == 0 or s[U_ROLE + j - 1] & (_ACTOR | _HOLDER):
        return False
    if not s[U_ROLE + j - 1] & g.PERSON:
        return True
    # "You room patients and nurses draw blood", not "helps patients and nurses find the lab".
    return j > 1 and s[U_VERB + j - 2] != 0 and not s[U_ROLE + j - 2] & (g.HELPING | g.TEACHING)
