"""Kernel, third room: whether an alias stands here, checked around its rarest thing."""

from __future__ import annotations

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.acting import has_object
from pipeline.matching.jit import inner
from pipeline.matching.parse import TOPIC_GROUP, WHO_GROUP
from pipeline.matching.tables import (
    ALIAS_FLAGS,
    ALIAS_SIZE,
    ALIAS_UNLESS,
    ALIAS_WITH,
    G_HELP,
    G_KIND,
    G_PARENT,
    G_VERB,
    MASKS,
    REST_BITS,
    S_EPOCH,
    S_GROUPS,
    S_STAMP,
    SET_REST,
    U_FORM,
    U_GROUP,
    U_ID,
    U_ROLE,
    U_SEP,
    U_SET,
    U_VERB,
    U_VERBS,
    W_ALIASES,
    W_BLOCKING,
    W_DOING,
    X_ALIASES,
)
from pipeline.matching.theirs import told_theirs
from pipeline.matching.tokens import HARD, LISTING

NEEDS_VERB, IN_ORDER, THROUGH, LOOSE, CLINICAL_ONLY, ALONE, SOFT = 1, 2, 4, 8, 16, 32, 64
_KEPT, _NO_VERB, _BLOCKED, _UNLESS, _BEHIND, _TAILED, _PROSE, _UNCLINICAL, _WITHOUT = (
    g.KEPT,
    g.NO_VERB,
    g.BLOCKED_VERB,
    g.UNLESS,
    g.BEHIND,
    g.TAILED,
    g.PROSE,
    g.UNCLINICAL,
    g.WITHOUT,
)
_AND, _ADV, _BE, _MODAL, _TAIL, _DET = g.AND, g.ADVERB, g.BE, g.MODAL, g.TAIL, g.DETERMINER
_NEG, _NEG_AFTER, _OF = g.NEG, g.NEG_AFTER, g.OF
POST = g.FINITE | g.ING | g.PARTICIPLE | g.ACT
_STOP = t.STRONG | t.CELL
NOTED = t.BREAK | t.COLON
_CUT = g.PREPOSITION | g.LIGHT | g.TO | g.BY | g.RELATIVE | g.OF | g.TOPIC
_SUBJECT_ENDS = g.PREPOSITION | g.LIGHT | g.TO | g.BY | g.RELATIVE | g.MODAL | g.TOPIC | g.HOLDER | g.ACTOR | g.NEG
UNLESS_REACH = 5
PRONOUN_REACH = 14  # units after a thing in which a pronoun may stand for it
REACH = 5  # units after its object in which a passive or nominal verb may stand


@inner
def _is(wide, one, thing):
    """Whether the set of things whose record is at `one` holds the thing."""
    return (wide[wide[one + SET_REST] + REST_BITS + (thing >> 6)] >> (thing & 63)) & 1 != 0


@inner
def nearest(wide, s, m, p, thing, reach, back, ahead):
    """Position of `thing` nearest to p (the later one at equal distance), inside one clause; -1 if none."""
    if _is(wide, s[U_SET + p], thing):
        return p  # one phrase may hold both: "IM injections"
    go_back, go_on = back, ahead
    for d in range(1, reach + 1):
        q = p + d
        if go_on:
            if q >= m or s[U_SEP + q] & _STOP or s[U_VERB + q]:
                go_on = False
            elif _is(wide, s[U_SET + q], thing):
                return q
        q = p - d
        if go_back:
            if q < 0 or s[U_SEP + q + 1] & _STOP or s[U_VERB + q]:
                go_back = False
            elif _is(wide, s[U_SET + q], thing):
                return q
        if not go_on and not go_back:
            break
    return -1


@inner
def shares(a, i, b, j):
    """Whether the masks at a[i] and b[j] have a family in common."""
    both = a[i] & b[j]
    for k in range(1, MASKS):
        both |= a[i + k] & b[j + k]
    return both != 0


@inner
def _near_by(wide, s, m, lo, hi, thing):
    """Whether `thing` stands about lo..hi: at most UNLESS_REACH positions off, in the same item of a list."""
    q = lo - 1
    while q >= 0 and q >= lo - UNLESS_REACH:
        if s[U_SEP + q + 1] & (HARD | t.COMMA) or s[U_VERB + q]:
            break
        if _is(wide, s[U_SET + q], thing):
            return True
        q -= 1
    q = lo + 1
    while q < m and q <= hi + UNLESS_REACH:
        if q > hi and (s[U_SEP + q] & HARD or s[U_VERB + q]):
            break
        if q > hi and s[U_SEP + q] & t.COMMA and s[U_ROLE + q] & (g.LIGHT | g.INCLUDING) != g.LIGHT:
            break  # but "diagnostic tests, such as EKGs"; with "including" there are others too
        ing = q + 1 < m and s[U_FORM + q + 1] & (g.ING | g.ING_FIRST | g.ING_OPENS) != 0
        if q > hi and ing and s[U_ROLE + q] & g.PAUSE and not s[U_ROLE + q] & (_AND | g.LIGHT):
            break  # "maintains charts while keeping privacy"
        if q > hi and s[U_ROLE + q] & (_ADV | g.PREPOSITION) == _ADV | g.PREPOSITION:
            break  # "helps with exams in accordance with policy"
        if q != hi and _is(wide, s[U_SET + q], thing):
            return True
        ordered = s[U_ROLE + q] & g.BY and (s[U_ROLE + q] | s[U_ROLE + q - 1]) & g.ADVERB
        if q > hi and (ordered or s[U_ROLE + q] & g.CONDITION):
            break  # "explains diets as ordered by the provider", "... under the supervision of a physician"
        q += 1
    return False


@inner
def _passive_of_all(s, m, q, wide, said):
    """Position of a passive verb of the alias whose subjects go on from q, or -1 ("pulse and weight are taken")."""
    steps = 0
    while q < m and not s[U_ROLE + q] & _BE:
        role = s[U_ROLE + q]
        if s[U_SEP + q] & (HARD | t.OPEN | t.CLOSE) or s[U_VERB + q] or role & _SUBJECT_ENDS or steps == REACH:
            return -1
        if s[U_FORM + q] & (g.PARTICIPLE | g.THING) == g.PARTICIPLE:
            return -1
        steps += role & (_AND | _ADV | _DET | _OF) == 0
        q += 1
    if q == m or s[U_SEP + q] or s[U_ROLE + q - 1] & _AND:
        return -1  # "... and is supported"
    q += 1
    while q < m and s[U_ROLE + q] & (_AND | _ADV | _BE) and not s[U_SEP + q] & (HARD | t.OPEN | t.CLOSE):
        q += 1
    listed = False
    while q < m and s[U_FORM + q] & g.PARTICIPLE and not s[U_SEP + q] & (HARD | t.OPEN | t.CLOSE):
        if listed and not (s[U_SEP + q] & LISTING or s[U_ROLE + q - 1] & _AND):
            return -1
        if s[U_ID + q] > 0 and shares(wide, s[U_VERBS + q], wide, said):
            return q
        listed = True
        q += 1
        while q < m and s[U_ROLE + q] & (_AND | _ADV) and not s[U_SEP + q] & HARD:
            q += 1
    return -1


@inner
def _verb_after(wide, s, m, hi, said):
    """Position of a passive or nominal verb of the alias behind its object ("blood is drawn"), or -1."""
    q = hi + 1
    steps = 0
    seen = s[U_FORM + hi] & g.ACT_LAST != 0  # "specimen collection, labeling and transport"
    passive = False
    while q < m and steps < REACH:
        sep = s[U_SEP + q]
        role = s[U_ROLE + q]
        form = s[U_FORM + q]
        if sep & (HARD | t.OPEN | t.CLOSE):
            return -1
        # "are collected, labeled and processed" goes on; a list of nouns only before a passive of them all.
        act = form & (g.PARTICIPLE | g.ACT) or (form & g.ING and not s[U_VERB + q])
        if (sep & LISTING and not (seen and (act or role & _AND))) or (role & _AND and not seen):
            return _passive_of_all(s, m, q, wide, said)
        if role & _CUT and not form & POST:
            return -1
        if s[U_VERB + q] and (not form & (g.PARTICIPLE | g.ACT) or (form & g.ING and has_object(s, q, m))):
            return -1
        if form & g.FINITE and form & g.PARTICIPLE and not form & g.ACT and not passive:
            return -1  # "the scribe may not run tests": no passive
        if role & _BE:
            passive = True
        elif passive and (role & (g.HOLDER | g.ACTOR | _DET) or (form & g.THING and not form & POST)):
            return -1  # "assistants are professionals trained to ..."
        if s[U_ID + q] > 0 and form & (POST & ~g.FINITE):
            if shares(wide, s[U_VERBS + q], wide, said):
                return q
            seen = True
        elif role & (_AND | _ADV | _BE | _MODAL | _DET | _NEG | _NEG_AFTER):
            steps -= 1
        q += 1
        steps += 1
    return -1


@inner
def _verb_of_pronoun(wide, s, m, lo, hi, said):
    """Position of a verb of the alias whose object stands for its thing, or -1 ("scans papers and files them").

    Not where the pronoun may stand for somebody instead ("show patients to the room and prepare them").
    """
    if not s[U_ROLE + lo] & g.PERSON:
        q = lo - 1
        while q >= 0 and not s[U_SEP + q + 1] & _STOP:
            if s[U_ROLE + q] & g.PERSON:
                return -1
            q -= 1
    for q in range(hi + 1, min(m - 1, hi + PRONOUN_REACH)):
        if s[U_SEP + q] & _STOP:
            return -1
        if s[U_VERB + q] and s[U_ROLE + q + 1] & g.PRONOUN and shares(wide, s[U_VERBS + q], wide, said):
            return q
    return -1


@inner
def _verb_of_note(wide, s, m, hi, said):
    """Position of a verb of the alias without an object behind the dash or colon behind its thing, or -1.

    "Surgical instruments - clean and sterilize", not "Front desk: greet and register patients".
    """
    q = hi + 1
    while q < m and not s[U_SEP + q] & NOTED:
        if q > hi + REACH or s[U_SEP + q] & (HARD | t.OPEN | t.CLOSE) or s[U_VERB + q]:
            return -1
        q += 1
    found = -1
    while q < m and s[U_FORM + q] & (g.FINITE | g.ING):
        if found < 0 and shares(wide, s[U_VERBS + q], wide, said):
            found = q
        if has_object(s, q, m):
            return -1
        q += 1
        if q == m or not (s[U_SEP + q] & LISTING or s[U_ROLE + q] & _AND):
            break
        while q < m and s[U_ROLE + q] & (_AND | _ADV):
            q += 1
    return found


@inner
def _done_by(wide, s, m, q):
    """Whether "is" or "may" at q opens a passive of doing and a person behind it ("are performed by the nurse")."""
    while q < m and s[U_ROLE + q] & (_BE | _MODAL | _ADV) and not s[U_SEP + q] & (HARD | LISTING):
        q += 1
    if q < m and s[U_ROLE + q] & g.BY and s[U_FORM + q - 1] & g.THING:
        pass  # "are done" is one phrase
    elif q >= m or not s[U_FORM + q] & g.PARTICIPLE or not shares(wide, s[U_VERBS + q], wide, wide[W_DOING]):
        return False
    else:
        q += 1
    while q < m and s[U_ROLE + q] & _ADV and not s[U_SEP + q]:
        q += 1
    if q >= m or not s[U_ROLE + q] & g.BY or s[U_SEP + q]:
        return False
    for k in range(q, min(m, q + 4)):  # noqa: SIM110
        if s[U_ROLE + k] & (g.HOLDER | g.ACTOR):
            return True
    return False


@inner
def _task_of(wide, s, m, q):
    """Whether "is" at q says that the job-holder does it ("is a task that assistants do", "something you take")."""
    k = q + 1
    while k < m and not s[U_ROLE + k] & g.HOLDER:
        if s[U_SEP + k] or s[U_VERB + k] or s[U_ROLE + k] & (_NEG | _NEG_AFTER | g.ACTOR | _BE | g.BY):
            return False
        k += 1
    if k == m or k == q + 1 or s[U_SEP + k] or s[U_ROLE + k] & g.WHO:
        return False
    k += 1
    while k < m and s[U_ROLE + k] & (_MODAL | _ADV) and not s[U_ROLE + k] & _NEG and not s[U_SEP + k]:
        k += 1
    if k == m or s[U_SEP + k] or not s[U_VERB + k] or not s[U_FORM + k] & g.FINITE or has_object(s, k, m):
        return False
    return shares(wide, s[U_VERBS + k], wide, wide[W_DOING])


@inner
def _item(s, p):
    """Whether an item of a list begins at p."""
    return p > 0 and (s[U_SEP + p] & LISTING != 0 or s[U_ROLE + p - 1] & _AND != 0)


@inner
def _met(i32, s, start, stop):
    """Whether one of the things listed from start to stop stands in the sentence."""
    while start < stop and s[S_STAMP + i32[start]] != s[S_EPOCH]:
        start += 1
    return start < stop


@inner
def verdict(i32, wide, s, m, alias, lo, hi, clinical):
    """(reason, verb position) of an alias whose things stand between lo and hi."""
    record = i32[X_ALIASES] + alias * ALIAS_SIZE
    flags = i32[record + ALIAS_FLAGS]
    said = wide[W_ALIASES] + alias * MASKS  # the verbs with which it is said
    grp = s[U_GROUP + lo]
    if flags & CLINICAL_ONLY and not clinical:
        return _UNCLINICAL, -1
    if flags & ALONE:
        # "may not diagnose, treat or prescribe": verbs without an object; `judge` drops them where nothing denies them.
        # So may a thing be on which nothing else is done ("prohibited: chemotherapy", not "may not book chemotherapy").
        ends = lo + 1 == m or s[U_SEP + lo + 1] & (HARD | LISTING) != 0 or s[U_ROLE + lo + 1] & _AND != 0
        free = s[G_KIND + grp] == 0 or s[U_FORM + lo] & g.THING == 0 or s[U_VERB + lo] != 0
        return (_KEPT if ends and free else _NO_VERB), -1
    behind = s[G_KIND + grp] >= 2
    if behind and flags & THROUGH and (s[G_KIND + grp] == 2 or s[G_VERB + grp] == TOPIC_GROUP):
        grp = s[G_PARENT + grp]
        behind = False
    for k in range(i32[record + ALIAS_UNLESS], i32[record + ALIAS_UNLESS + 1]):
        thing = np.int64(i32[k])
        far = thing < 0
        thing = ~thing if far else thing
        if s[S_STAMP + thing] == s[S_EPOCH] and (far or _near_by(wide, s, m, lo, hi, thing)):
            return _UNLESS, -1
    beside = i32[record + ALIAS_WITH]
    if beside < i32[record + ALIAS_WITH + 1] and not _met(i32, s, beside, i32[record + ALIAS_WITH + 1]):
        return _WITHOUT, -1
    if hi + 1 < m and s[U_ROLE + hi + 1] & _TAIL and not s[U_SEP + hi + 1] & (HARD | LISTING | t.OPEN | t.CLOSE):
        return _TAILED, -1
    if flags & NEEDS_VERB:
        if not behind and s[G_KIND + grp] == 1 and shares(s, S_GROUPS + grp * MASKS, wide, said):
            at = s[G_VERB + grp]
            # The first verb of the group that is the alias's own.
            for q in range(at, lo):
                if s[U_VERB + q] and shares(wide, s[U_VERBS + q], wide, said):
                    return _KEPT, q
            return _KEPT, at
        up = s[G_HELP + grp]
        if flags & THROUGH and up > 0 and shares(s, S_GROUPS + up * MASKS, wide, said):
            return _KEPT, s[G_VERB + up]
        apart = s[G_VERB + grp] == WHO_GROUP or s[G_VERB + grp] == TOPIC_GROUP
        q = -1 if apart else _verb_after(wide, s, m, hi, said)
        if q < 0 and s[G_KIND + grp] != 2:
            q = _verb_of_pronoun(wide, s, m, lo, hi, said)
        if q < 0 and s[G_KIND + grp] == 0:
            q = _verb_of_note(wide, s, m, hi, said)
        if q >= 0:
            return _KEPT, q
        return (_BEHIND if behind else _NO_VERB), -1
    if flags & LOOSE:
        return _KEPT, -1
    if behind:
        return _BEHIND, -1
    if s[U_VERB + lo]:
        return _KEPT, -1  # "billing and keeping records"
    if s[G_KIND + grp] == 1:
        if shares(s, S_GROUPS + grp * MASKS, wide, wide[W_BLOCKING]) and not shares(
            s, S_GROUPS + grp * MASKS, wide, wide[W_DOING]
        ):
            if s[U_FORM + lo] & g.ING_FIRST and s[U_FORM + s[G_VERB + grp]] & g.ING and _item(s, lo):
                return _KEPT, -1  # "receiving patients and scheduling appointments"
            return _BLOCKED, s[G_VERB + grp]
        return _KEPT, -1
    # No verb before it: a bullet of nouns will do, a sentence about the thing will not.
    for q in range(hi + 1, m):
        if s[U_SEP + q] & (HARD | t.OPEN):
            break
        if s[U_SEP + q] & t.COMMA and s[U_ROLE + q] & g.HOLDER:
            break  # "except for IV medication, medical assistants may ...": another subject
        if s[U_ROLE + q] & (_NEG | _NEG_AFTER):
            does = (
                q + 1 < m
                and not s[U_SEP + q + 1]
                and s[U_ROLE + q + 1] & (_BE | g.ALLOWED | _NEG_AFTER | g.HOLDER) == 0
            )
            if does and s[U_ROLE + q] & _NEG_AFTER == 0 and (s[U_VERB + q + 1] or s[U_ID + q + 1] == 0):
                return _PROSE, -1  # "blood gases do not escape"
            break
        if s[U_ROLE + q] & (_BE | _MODAL):
            for j in range(q + 1, min(m, q + 5)):
                if j > q + 2 and not (s[U_ROLE + j - 1] & (_DET | _ADV) or s[U_ID + j - 1] == 0):
                    break  # "is a routine part of the day"
                others = j + 1 < m and s[U_ROLE + j + 1] & g.ACTOR  # "is part of the nurse's day"
                if s[U_ROLE + j] & (_NEG | _NEG_AFTER) or (s[U_ROLE + j] & g.ALLOWED and not others):
                    return _KEPT, -1  # "injections are not permitted", "injections are permitted"
            if _done_by(wide, s, m, q) or told_theirs(s, lo, hi, q, m) or _task_of(wide, s, m, q):
                return _KEPT, -1
            return _PROSE, -1
    return _KEPT, -1
