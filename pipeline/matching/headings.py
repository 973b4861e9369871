"""Kernel: what a heading says of the lines under it, and which headings are open."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import (
    HEAD,
    MAX_HEADS,
    S_DEPTH,
    S_HEADS,
    U_FIRST,
    U_FORM,
    U_ID,
    U_LAST,
    U_ROLE,
    U_SEP,
    U_VERB,
)

# Ranks of open headings: "#" by number, a question for a list of tasks, a line with a colon, a title, the parts of one
# that denies, then numbered lines by how deep their series lies, then bullets by level.
QUESTION_RANK, COLON_RANK, TITLE_RANK, PART_RANK, SERIES_RANK, BULLET_RANK = 6, 7, 8, 9, 10, 30
IN_TEXT = 2  # polarity: a heading with "#" denies, and this is running text below it, not an item of its list

_HEAD_NEG, _HEAD_REQ, _HEAD_OTHER, _HEAD_DUTIES, _NEG = (
    g.HEAD_NEG,
    g.HEAD_REQ,
    g.HEAD_OTHER,
    g.HEAD_DUTIES,
    g.NEG,
)
_EDU, _REQ = g.EDU, g.REQ_BEFORE
RANK, POLARITY, KIND, ID = range(4)


@inner
def heading_sense(s, m, marked):
    """(polarity, kind) that a heading of m units gives to what stands under it; kind -1: says nothing.

    marked: it is a heading for sure, by "#" or a colon, so that "What they can do" is one, and no statement.
    """
    neg = 0
    kind = -1
    both = False
    may = False
    allowed = False
    able = False
    for i in range(m):
        role = s[U_ROLE + i]
        # "For employees who do not meet these", not "Tasks that are not allowed".
        whom = i > 0 and s[U_ROLE + i - 1] & g.WHO and s[U_ROLE + i - 1] & g.HOLDER
        if role & (_HEAD_NEG | _NEG | g.NEG_AFTER) and not whom:
            neg = 1
            if i > 1 and s[U_ROLE + i - 1] & g.AND:
                both = True  # "What assistants can and cannot do"
        may = may or role & g.MODAL != 0
        allowed = allowed or role & g.ALLOWED != 0
        able = able or role & (g.ABILITY | _REQ) == g.ABILITY
        if role & _HEAD_DUTIES or (role & g.ABILITY and i + 1 == m):
            kind = g.DUTY  # "Graduates of the program are able to"
        elif role & _HEAD_OTHER and kind < 0:
            kind = g.COMPANY
        elif (role & _HEAD_REQ or (role & _REQ and i == 0)) and kind < 0:
            kind = g.REQUIREMENT
        elif role & _EDU and not role & g.ADVERB and kind < 0:  # "please read" on a mail's subject line teaches nothing
            kind = g.EDUCATION
    if kind == g.REQUIREMENT and able and s[U_FORM + m - 1] & g.FINITE and s[U_ROLE + m - 2] & g.TO:
        kind = g.DUTY  # "You will be able to use your skills to perform"
    if both and may:
        neg = 0
    if neg and kind == g.REQUIREMENT and s[U_ROLE] & _HEAD_NEG and not s[U_ROLE] & (_HEAD_REQ | _REQ):
        kind = g.DUTY  # "Refrain from acts requiring the knowledge of a nurse, including:"
    if may and nobody_may(s, m):
        neg = 1  # "No provider may ask an assistant to do any of these"
    if m > 0 and s[U_ROLE + m - 1] & g.NEG_SHORT:
        neg = 1  # "Assistants may give injections, except:"
    if kind < 0 and (neg or ((may or allowed) and marked)):
        kind = g.DUTY  # "What they can do", below a heading that denies
    if not neg and another_is(s, m):
        kind = g.OTHER_ACTOR  # "The surgeon is responsible for:"
    return neg, kind


@inner
def another_is(s, m):
    """Whether a heading of m units opens with another than the job-holder and "is" or "will" ("The surgeon will")."""
    i = 0
    while i < m - 1 and s[U_ROLE + i] & g.DETERMINER and not s[U_ROLE + i] & (g.HOLDER | g.ACTOR):
        i += 1
    told = i > 0 or s[U_FIRST] < s[U_LAST]
    if not told or i + 1 >= m or s[U_SEP + i + 1] or s[U_ROLE + i] & (g.ACTOR | g.HOLDER) != g.ACTOR:
        return False
    first = s[U_ROLE + i + 1] & (g.BE | g.MODAL | g.LIGHT)  # one phrase: "is responsible for"
    if not first or (first == g.LIGHT and not s[U_FORM + i + 1] & g.FINITE):
        return False
    for q in range(i + 2, m):
        handed = g.CAUSING | g.DELEGATING | g.ALLOWED | g.HOLDER | g.WE | g.PRONOUN | g.NEG_AFTER | _NEG
        if s[U_FORM + q] & (g.FINITE | g.THING) == g.FINITE or s[U_ROLE + q] & handed:
            return False
    return True


@inner
def nobody_may(s, m):
    """Whether a line opens with "no", people and "may" ("No provider or manager may"), not "No two days: you will"."""
    people = False
    if not (s[U_ROLE] & g.ANSWER_NO and s[U_ROLE] & g.DETERMINER):
        return False
    for i in range(1, min(m, 7)):
        if s[U_SEP + i] or s[U_VERB + i]:
            return False
        if s[U_ROLE + i] & g.MODAL:
            return people
        people = people or s[U_ROLE + i] & (g.ACTOR | g.HOLDER) != 0
    return False


@inner
def names_section(s, m, neg, sense):
    """Whether a numbered line of m units, with no bullets below, is a heading: it denies, or names a section."""
    if sense < 0 or neg:
        return sense >= 0
    for i in range(m):
        if s[U_FORM + i] & (g.FINITE | g.ING | g.ACT) and not s[U_ROLE + i] & (_HEAD_DUTIES | _HEAD_REQ | _HEAD_OTHER):
            return False
    return True


@inner
def labels(s, m):
    """Whether the words before the first colon of a line say what the rest is ("Prohibited: ...", "Duties: ...").

    Not so where they number the part of a course, and no act follows ("Week 3: patient care").
    """
    k = 1
    while k < m and not s[U_SEP + k] & t.COLON:
        k += 1
    neg, kind = heading_sense(s, k, True)
    if kind == g.EDUCATION and not neg:
        for i in range(k, m):
            if s[U_VERB + i]:
                return k < m
        return False
    return k < m and kind >= 0


@inner
def carries(s, m):
    """What the words before the first colon of a sentence say of the sentences behind it in the same line.

    1: they end in a denial ("Assistants may not: start IVs. Give vaccines."); 0: they allow or name duties; -1: none.
    """
    k = 1
    while k < m and not s[U_SEP + k] & t.COLON:
        if s[U_SEP + k] & t.HARD:
            return -1
        k += 1
    if k == m:
        return -1
    last = s[U_ROLE + k - 1]
    does = k > 1 and s[U_VERB + k - 1] and last & (_HEAD_DUTIES | g.ASKING)
    if does and s[U_ROLE + k - 2] & (_NEG | g.NEG_AFTER):
        return 1  # "Tasks assistants cannot perform:"
    if last & (_NEG | g.NEG_AFTER | _HEAD_NEG) or (last & _HEAD_DUTIES and heading_sense(s, k, True)[0]):
        return 1
    return 0 if last & (g.ALLOWED | _HEAD_DUTIES | g.MODAL) else -1


@inner
def orders(s, m):
    """Whether a sentence opens with an act and names nobody ("Give vaccines."), as an item of a list does."""
    if not s[U_VERB] or s[U_FORM] & (g.THIRD | g.PAST) or not s[U_FORM] & (g.FINITE | g.ING):
        return False
    for i in range(m):
        if s[U_ROLE + i] & (g.HOLDER | g.ACTOR | g.WE | g.MODAL | _NEG) or s[U_SEP + i] & t.COLON:
            return False
    return True


@inner
def tells(s, m):
    """Whether a short line of m units is a sentence that denies an act of its own ("Assistants may not start IVs").

    Not so where the denial ends it or names tasks: "What assistants may not do", "May not perform these".
    """
    if s[U_ROLE] & (g.ASKING | _HEAD_DUTIES) or s[U_ROLE + m - 1] & (g.DETERMINER | _HEAD_DUTIES | g.PRONOUN):
        return False
    for i in range(m - 2):
        if s[U_ROLE + i] & _NEG:
            k = i + 1
            while k < m - 1 and s[U_ROLE + k] & g.ADVERB:
                k += 1
            return k < m - 1 and s[U_FORM + k] & (g.FINITE | g.ING) != 0
    return False


@inner
def idle(s, m):
    """Whether what a heading denies is no work: an unknown word follows ("You can't beat our team"), or leads it."""
    for i in range(m):
        if s[U_ROLE + i] & (_NEG | _HEAD_NEG | g.NEG_AFTER):
            k = i + 1
            while k < m and s[U_ROLE + k] & (g.ADVERB | g.DETERMINER | g.BE | g.MODAL | g.TO) and s[U_ID + k] != 0:
                k += 1
            return k + 1 < m and s[U_ID + k] == 0 and not s[U_SEP + k] & t.OPEN
    return False


@inner
def weak(s, m, item):
    """Whether a heading names tasks without allowing them ("Perform invasive procedures, including:").

    item: of a list; else "Duties" and the like open a section of their own.
    """
    if s[U_ROLE] & _HEAD_DUTIES and not item and not s[U_ROLE] & g.PROCEDURE:
        return False
    for i in range(m):  # noqa: SIM110
        if s[U_ROLE + i] & (g.MODAL | g.ALLOWED | g.ABILITY | _HEAD_REQ | _HEAD_OTHER | _EDU):
            return False
    return True


@inner
def names_another(s, m):
    """Whether a heading of m units names nobody but another than the job-holder ("Registered nurse", "RN duties")."""
    named = False
    for i in range(m):
        role = s[U_ROLE + i]
        if role & g.ACTOR and not role & g.HOLDER:
            named = True
        elif not role & (g.DETERMINER | g.MODAL | _HEAD_DUTIES | g.ONLY | g.AND) or s[U_SEP + i] & t.CELL:
            return False
    return named


@inner
def push_heading(s, rank, neg, kind, ident):
    """Open a heading; those of the same or a deeper rank close."""
    depth = s[S_DEPTH]
    while depth > 0 and s[S_HEADS + (depth - 1) * HEAD + RANK] >= rank:
        depth -= 1
    if depth == MAX_HEADS:
        depth -= 1
    s[S_HEADS + depth * HEAD + RANK] = rank
    s[S_HEADS + depth * HEAD + POLARITY] = neg
    s[S_HEADS + depth * HEAD + KIND] = kind
    s[S_HEADS + depth * HEAD + ID] = ident
    s[S_DEPTH] = depth + 1


@inner
def within_section(s, rank, section):
    """The rank of a line with a colon: below the numbered section of rank `section` in which it stands, if it is open.

    The next number ends both.
    """
    for d in range(s[S_DEPTH]):
        if s[S_HEADS + d * HEAD + RANK] == section:
            return section + 1
    return rank


@inner
def close_question(s):
    """Close a question that stood as a heading, and what is open below it, where another question begins."""
    for d in range(s[S_DEPTH]):
        if s[S_HEADS + d * HEAD + RANK] == QUESTION_RANK:
            s[S_DEPTH] = d
            return


@inner
def is_open(s, ident):
    """Whether the heading of that number is open."""
    for d in range(s[S_DEPTH]):  # noqa: SIM110
        if s[S_HEADS + d * HEAD + ID] == ident:
            return True
    return False


@inner
def governing(s, running):
    """(polarity, kind) of the innermost open heading that says anything. running: for a sentence of a paragraph."""
    for d in range(s[S_DEPTH] - 1, -1, -1):
        if s[S_HEADS + d * HEAD + KIND] >= 0:
            neg = s[S_HEADS + d * HEAD + POLARITY]
            in_text = running and neg and s[S_HEADS + d * HEAD + RANK] < COLON_RANK
            return IN_TEXT if in_text else neg, s[S_HEADS + d * HEAD + KIND]
    return 0, g.DUTY
