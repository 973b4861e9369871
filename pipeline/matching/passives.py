"""Kernel: passive verbs followed by who acts ("results are interpreted by the physician")."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import U_FORM, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD, LISTING

_AND, _ADV, _TO, _BY, _REL, _PREP, _TURN = g.AND, g.ADVERB, g.TO, g.BY, g.RELATIVE, g.PREPOSITION, g.TURN
_ACTOR, _HOLDER = g.ACTOR, g.HOLDER
ING, ACT = g.ING, g.ACT


@inner
def end_of_list(s, m, hi):
    """The last unit before "by" where the mention is in a list before it ("suturing and EKGs are done by"), else hi."""
    listed = False
    said = False
    passive = False
    acts = False
    for q in range(hi + 1, min(m, hi + 18)):
        role = s[U_ROLE + q]
        if role & _BY or (role & _ACTOR and s[U_FORM + q] & g.PART_OPENS):
            if not said and q - 1 > hi and s[U_FORM + q - 1] & (ACT | g.ACT_LAST):
                return hi  # "taking histories and preparing patients for examination by the doctor"
            if acts and not passive:
                return hi  # "booking visits and preparing the room used by the doctor"
            return q - 1 if listed else hi
        passive = passive or role & g.BE != 0
        acts = acts or (s[U_VERB + q] != 0 and s[U_FORM + q] & ING != 0)
        said = said or passive or s[U_FORM + q] & g.PARTICIPLE != 0
        if s[U_SEP + q] & (HARD | t.OPEN | t.CLOSE) or role & (_REL | _TO | _HOLDER | _ACTOR | _PREP | g.LIGHT):
            return hi
        if s[U_VERB + q] and not s[U_FORM + q] & (ING | ACT):
            return hi
        listed = listed or role & _AND != 0 or s[U_SEP + q] & LISTING != 0
    return hi


@inner
def names_holder(s, k, m):
    """Whether the job-holder is named at k, behind an article."""
    while k < m - 1 and s[U_ROLE + k] & g.DETERMINER and not s[U_ROLE + k] & _HOLDER and not s[U_SEP + k]:
        k += 1
    return k < m and s[U_ROLE + k] & _HOLDER != 0


@inner
def by_another(s, m, hi, verb, close):
    """Whether a passive verb is followed by who does it, and that is another ("are interpreted by the physician").

    0 no, 1 yes, 2 only another ("by nurses only", "may only be given by nurses"). hi: the mention's last unit.
    close: the one who acts may follow at once; else, and farther off, only behind "is" or "must" ("suturing wounds is
    done by nurses").
    """
    only = False
    for q in range(hi + 1, verb + 1):
        only = only or s[U_ROLE + q] & g.ONLY != 0
    near = verb + 4 if close else verb  # farther: "wound closure with strips or glue is done by nurses"
    said = False
    for q in range(verb + 1, min(m, verb + (5 if verb > hi else 12))):
        if s[U_SEP + q] & (HARD | t.COMMA):
            return 0
        role = s[U_ROLE + q]
        said = said or role & (g.BE | g.MODAL) != 0
        if role & g.CAUSING and s[U_ROLE + q - 1] & g.PAUSE:
            return 0  # "act as a chaperone when asked to by the doctor"
        if q > near and ((not said and s[U_VERB + q]) or role & (_HOLDER | _REL | _TURN | _TO | g.NEG | g.WE)):
            return 0
        if q > near and role & (_BY | _ACTOR) and not said:
            return 0
        # One phrase: "performed by the provider", "by an outside lab".
        at_once = role & _ACTOR and (s[U_FORM + q] & g.PART_OPENS or role & _BY)
        if role & _BY or at_once:
            only = only or (s[U_ROLE + q - 1] | role) & g.ONLY != 0
            if (role & _BY and role & _ADV) or (s[U_ROLE + q - 1] & _ADV and not s[U_ROLE + q - 1] & g.ONLY):
                return 0  # "collected as ordered by the physician"
            for k in range(q if at_once else q + 1, min(m, q + 5)):
                if s[U_SEP + k] & HARD or s[U_ROLE + k] & (_HOLDER | _TURN) or s[U_VERB + k]:
                    return 0
                if s[U_ROLE + k] & _ACTOR:
                    if k + 1 < m and s[U_ROLE + k + 1] & _AND and names_holder(s, k + 2, m):
                        return 0  # "by the nurse or the assistant"
                    return 2 if only or (k + 1 < m and s[U_ROLE + k + 1] & g.ONLY) else 1
            return 0
        only = only or role & g.ONLY != 0
    return 0


@inner
def by_the_holder(s, m, hi, verb):
    """Whether the job-holder does what another's sentence is about ("the nurse checks doses given by the assistant").

    hi: the mention's last unit. verb: where its own act stands, below zero where the thing says it alone.
    """
    if 0 <= verb <= hi:
        return False  # "the doctor interprets results obtained by the assistant"
    q = max(verb, hi + 1)
    while q < m - 1 and s[U_ROLE + q] & _ADV and not s[U_SEP + q]:
        q += 1
    if q >= m - 1 or s[U_SEP + q] or not s[U_FORM + q] & g.PARTICIPLE:
        return False
    q += 1
    while q < m - 1 and s[U_ROLE + q] & _ADV and not s[U_SEP + q] and not s[U_ROLE + q] & _BY:
        q += 1
    return s[U_ROLE + q] & _BY != 0 and not s[U_SEP + q] and names_holder(s, q + 1, m)
