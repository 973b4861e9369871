"""Kernel: how a sentence opens, and what that says of the rest: a label, a phrase of place, a row's first cell."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.headings import another_is, heading_sense, names_another
from pipeline.matching.jit import inner
from pipeline.matching.tables import U_FORM, U_ID, U_ROLE, U_SEP, U_VERB
from pipeline.matching.tokens import HARD

_NEG, _ACTOR, _HOLDER, _REL, _PREP, _ANSWER_NO = g.NEG, g.ACTOR, g.HOLDER, g.RELATIVE, g.PREPOSITION, g.ANSWER_NO
ROW_UNITS = 30  # of a row of a sheet to sign off; a longer one is text that was laid out in cells
DUTY, OTHER = g.DUTY, g.OTHER_ACTOR
FINITE, ING = g.FINITE, g.ING
# What no label before a colon holds: "The manager is responsible for the following:".
_NO_LABEL = g.HEAD_DUTIES | g.HEAD_NEG | _NEG | _HOLDER | g.BE | g.MODAL


@inner
def label(s, m):
    """What a label before a colon says of the rest ("Experience: one year; drawing blood"), as a heading does."""
    k = 0
    named = 0
    while k < m and k < 6 and not (k > 0 and s[U_SEP + k] & (HARD | t.COMMA)):
        if s[U_VERB + k]:
            whole = k + 1 < m and s[U_SEP + k + 1] & t.COLON and another_is(s, k + 1)
            return OTHER if whole else DUTY  # "The surgeon is responsible for: suturing; giving injections"
        named |= s[U_ROLE + k]
        k += 1
    apart = k > 0 and k < m and s[U_SEP + k] & t.BREAK and not s[U_ROLE + k] & _REL and not named & g.ONLY
    if apart and names_another(s, k):
        return OTHER  # "RN - triages calls"
    if k == 0 or k == m or not s[U_SEP + k] & t.COLON or named & _NO_LABEL:
        return DUTY
    last = s[U_ROLE + k - 1] & _ACTOR and not named & (_PREP | g.LIGHT | g.OF | _REL)
    if named & _ACTOR and (k < 3 or (k < 5 and last) or names_another(s, k)):
        return OTHER  # "Nurse: triages calls", "RN or NP: ..."
    if s[U_VERB + k] and s[U_FORM + k] & FINITE:
        return DUTY  # "Experience: draws blood"
    _, kind = heading_sense(s, k, False)
    return kind if kind >= 0 else DUTY


@inner
def told_duties(s, m):
    """Whether a label before a colon opens duties, whatever the heading says ("What you'll do: draws blood")."""
    k = 1
    while k < m and k < 7 and not s[U_SEP + k] & (HARD | t.COMMA):
        k += 1
    if k >= m or not s[U_SEP + k] & t.COLON:
        return False
    neg, kind = heading_sense(s, k, True)
    return kind == DUTY and not neg


@inner
def act_behind_a_phrase(s, m):
    """Whether a sentence opens with a phrase of place or time, and an act behind its comma ("In clinics, draws")."""
    if not s[U_ROLE] & (_PREP | g.LIGHT):
        return False
    for i in range(1, m):
        act = s[U_VERB + i] != 0 and s[U_FORM + i] & (FINITE | ING) == FINITE
        if act or s[U_SEP + i] & (HARD | t.OPEN | t.COMMA):
            return act and s[U_SEP + i] & t.COMMA != 0
    return False


@inner
def in_row(s, m):
    """Whether a sentence is a row of a sheet of skills to sign off: numbered, or an act ("3 | Finger stick | R")."""
    row = False
    for i in range(1, m):
        if s[U_SEP + i] & t.COLON:
            return False
        row = row or (s[U_SEP + i] & t.CELL != 0 and i == 1 and s[U_ID] == 0)
        row = row or (s[U_SEP + i] & t.CELL != 0 and s[U_VERB] != 0 and s[U_FORM] & FINITE != 0)
    return row and m <= ROW_UNITS


@inner
def answered(s, m):
    """Whether a cell of a row says yes or no, with or without a note ("Adult phlebotomy | Yes, after sign-off")."""
    for i in range(1, m):
        if s[U_SEP + i] & t.CELL and s[U_ROLE + i] & (_ANSWER_NO | g.ANSWER_YES):
            return i + 1 == m or s[U_SEP + i + 1] != 0
    return False
