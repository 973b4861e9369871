"""Kernel: the title with which a sentence begins, where what follows denies it or leaves it to others."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.subjects import only_others, subject_acts
from pipeline.matching.tables import U_FIRST, U_FORM, U_KIND, U_LAST, U_NEG, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD

_DET, _ADV, _MODAL, _REL, _TURN = g.DETERMINER, g.ADVERB, g.MODAL, g.RELATIVE, g.TURN
_NEG, _NEG_AFTER, _ANSWER_NO, _ACTOR, _HOLDER = g.NEG, g.NEG_AFTER, g.ANSWER_NO, g.ACTOR, g.HOLDER
FINITE, ING = g.FINITE, g.ING


@inner
def _title(s, m):
    """Where a colon or a dash ends the title with which a sentence begins ("Starting IVs: ..."); 0 without one."""
    if s[U_ROLE] & (_HOLDER | g.HEAD_DUTIES | g.ASKING) or (s[U_VERB] and s[U_FORM] & g.THIRD):
        return 0
    order = s[U_VERB] != 0 and s[U_FORM] & (FINITE | ING) == FINITE
    for c in range(1, min(m, 10)):
        if s[U_SEP + c] & HARD:
            return c if s[U_SEP + c] & t.COLON or (s[U_SEP + c] & t.BREAK and not order) else 0
        acts = s[U_VERB + c] and s[U_FORM + c] & g.THIRD
        if acts or s[U_ROLE + c] & (_HOLDER | _MODAL | _NEG | _NEG_AFTER | g.HEAD_NEG):
            return 0
    return 0


@inner
def _names_holder(s, q, m):
    """Whether a denial at q is of a job-holder behind it ("states do not allow medical assistants to")."""
    for k in range(q + 1, min(m, q + 5)):
        if s[U_SEP + k] or s[U_VERB + k]:
            return False
        if s[U_ROLE + k] & _HOLDER:
            return s[U_ROLE + k] & g.WHO == 0
    return False


@inner
def _in_one_place(s, q, m):
    """Whether the denial at q is of a place alone: verb and preposition follow ("should not draw from the feet")."""
    k = q + 1
    return (
        k + 1 < m
        and s[U_VERB + k] != 0
        and s[U_SEP + k] == 0
        and s[U_SEP + k + 1] == 0
        and s[U_ROLE + k + 1] & (g.PREPOSITION | g.LIGHT) != 0
        and s[U_ROLE + k + 1] & (g.PAUSE | _REL | g.INCLUDING) == 0
        and s[U_ROLE + k] & (g.HEAD_DUTIES | g.ASKING) == 0
    )


@inner
def _takes_back(s, c, m):
    """Whether the clause at c denies its title ("assistants cannot ...", "only a nurse may", "is reserved for")."""
    if s[U_ROLE + c] & _REL:  # "although they know how, assistants may not do it"
        while c < m and not s[U_SEP + c] & t.COMMA:
            c += 1
    holder = False
    verb = False
    for q in range(c, m):
        role = s[U_ROLE + q]
        if (q > c and s[U_SEP + q] & HARD) or role & _TURN:
            return False
        if role & _NEG_AFTER and not holder:
            return True
        if q == c and role & g.ONLY and only_others(s, q, m):
            return True
        if q == c and role & _NEG and s[U_LAST + q] > s[U_FIRST + q] + 1 and not role & _ANSWER_NO:
            return True  # "only a physician" is one phrase
        if role & _NEG and not verb and (holder or _names_holder(s, q, m)):
            return not _in_one_place(s, q, m)
        if role & (_REL | _NEG):
            return False
        verb = verb or s[U_VERB + q] != 0
        holder = holder or role & _HOLDER != 0
    return False


@inner
def _left_to_others(s, c, m):
    """Whether the clause at c says that others do what its title names ("doctors do it", "a task for the nurse")."""
    k = c
    while k < m and s[U_ROLE + k] & (_DET | _ADV) and not s[U_ROLE + k] & (_HOLDER | _ACTOR):
        k += 1
    acts = k < m and s[U_ROLE + k] & (_ACTOR | _HOLDER) == _ACTOR and subject_acts(s, k, m)
    verb = False
    them = False
    for q in range(c, m):
        them = them or s[U_ROLE + q] & g.PRONOUN != 0
        if s[U_ROLE + q] & (_HOLDER | g.CAUSING | g.SEEK):
            return False
        verb = verb or s[U_VERB + q] != 0
    meant = not verb and s[U_ROLE + m - 1] & (_ACTOR | _HOLDER) == _ACTOR
    return (acts and them) or (meant and m - 2 > c and s[U_ROLE + m - 2] & (g.PREPOSITION | _DET) != 0)


@inner
def title_denied(s, m):
    """Turn the title of a sentence that denies it or leaves it to others ("IVs: assistants cannot do this")."""
    c = _title(s, m)
    if c == 0:
        return
    if _takes_back(s, c, m):
        for k in range(c + 1, m):
            if s[U_ROLE + k] & _TURN or s[U_SEP + k] & t.STRONG:
                return  # "Injections: assistants may not give them by vein, but may give vaccines"
        for k in range(c):
            s[U_NEG + k] = 1
    elif s[U_SEP + c] & t.COLON and _left_to_others(s, c, m):
        for k in range(c):
            s[U_KIND + k] = g.OTHER_ACTOR
