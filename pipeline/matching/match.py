"""Kernel, third room: candidates. Aliases are filed under their rarest thing; each is checked around it."""

from __future__ import annotations

from numba import njit

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.parse import HARD, LISTING
from pipeline.matching.tables import (
    BLOCKING,
    C_ALIAS,
    C_HI,
    C_LO,
    C_VERB,
    C_WHY,
    DOING,
    G_HELP,
    G_KIND,
    G_PARENT,
    G_VERB,
    MAX_CANDIDATES,
    MAX_THINGS,
    U_FORM,
    U_GROUP,
    U_ID,
    U_ROLE,
    U_SEP,
    U_VERB,
    X_ALIAS_DUTY,
    X_ALIAS_FLAGS,
    X_ALIAS_NEAR,
    X_ALIAS_PLACE,
    X_ALIAS_THINGS,
    X_ALIAS_UNLESS,
    X_ANCHOR_ALIAS,
    X_ANCHORS,
    X_UNIT_THING,
    X_UNIT_THINGS,
    X_UNLESS_THING,
)

NEEDS_VERB, IN_ORDER, THROUGH, LOOSE, CLINICAL_ONLY = 1, 2, 4, 8, 16
_KEPT, _NO_VERB, _BLOCKED, _UNLESS, _BEHIND, _TAILED, _BEATEN, _TWICE, _PROSE, _UNCLINICAL = (
    g.KEPT,
    g.NO_VERB,
    g.BLOCKED_VERB,
    g.UNLESS,
    g.BEHIND,
    g.TAILED,
    g.BEATEN,
    g.TWICE,
    g.PROSE,
    g.UNCLINICAL,
)
_AND, _ADV, _BE, _MODAL, _TAIL, _DET = g.AND, g.ADVERB, g.BE, g.MODAL, g.TAIL, g.DETERMINER
_NEG, _NEG_AFTER, _OF = g.NEG, g.NEG_AFTER, g.OF
_POST = g.FINITE | g.ING | g.PARTICIPLE | g.ACT
_STOP = t.STRONG | t.CELL
_CUT = g.PREPOSITION | g.LIGHT | g.TO | g.BY | g.RELATIVE | g.OF
UNLESS_REACH = 5
REACH = 5  # units after its object in which a passive or nominal verb may stand


@njit(cache=True, nogil=True)
def _is(x, unit, thing):
    if unit < 0:
        return False
    for k in range(x.i[x.h[X_UNIT_THINGS] + unit], x.i[x.h[X_UNIT_THINGS] + unit + 1]):
        if x.i[x.h[X_UNIT_THING] + k] == thing:
            return True
    return False


@njit(cache=True, nogil=True)
def _nearest(x, s, m, p, thing, reach, back, ahead):
    """Position of `thing` nearest to p (the later one at equal distance), inside one clause; -1 if none."""
    if _is(x, s.a[U_ID, p], thing):
        return p  # one phrase may hold both: "IM injections"
    go_back, go_on = back, ahead
    for d in range(1, reach + 1):
        q = p + d
        if go_on:
            if q >= m or s.a[U_SEP, q] & _STOP or s.a[U_VERB, q]:
                go_on = False
            elif _is(x, s.a[U_ID, q], thing):
                return q
        q = p - d
        if go_back:
            if q < 0 or s.a[U_SEP, q + 1] & _STOP or s.a[U_VERB, q]:
                go_back = False
            elif _is(x, s.a[U_ID, q], thing):
                return q
        if not go_on and not go_back:
            break
    return -1


@njit(cache=True, nogil=True)
def _shares(a, i, b, j):
    for k in range(a.shape[1]):
        if a[i, k] & b[j, k]:
            return True
    return False


@njit(cache=True, nogil=True)
def _near_by(x, s, m, lo, hi, thing):
    """Whether `thing` stands about lo..hi: at most UNLESS_REACH positions off, in the same item of a list."""
    q = lo - 1
    while q >= 0 and q >= lo - UNLESS_REACH:
        if s.a[U_SEP, q + 1] & (HARD | t.COMMA) or s.a[U_VERB, q]:
            break
        if _is(x, s.a[U_ID, q], thing):
            return True
        q -= 1
    q = lo + 1
    while q < m and q <= hi + UNLESS_REACH:
        if q > hi and (s.a[U_SEP, q] & (HARD | t.COMMA) or s.a[U_VERB, q]):
            break
        if q != hi and _is(x, s.a[U_ID, q], thing):
            return True
        q += 1
    return False


@njit(cache=True, nogil=True)
def _verb_after(x, s, m, hi, alias):
    """Position of a passive or nominal verb of the alias behind its object ("blood is drawn"), or -1."""
    q = hi + 1
    steps = 0
    seen = False
    while q < m and steps < REACH:
        sep = s.a[U_SEP, q]
        role = s.a[U_ROLE, q]
        form = s.a[U_FORM, q]
        if sep & (HARD | t.OPEN | t.CLOSE):
            return -1
        # "are collected, labeled and processed" goes on; a list of nouns does not.
        if sep & LISTING and not (seen and (form & (g.PARTICIPLE | g.ACT) or role & _AND)):
            return -1
        if role & _AND and not seen:
            return -1
        if role & _CUT and not form & _POST:
            return -1
        if s.a[U_VERB, q] and not form & (g.PARTICIPLE | g.ACT):
            return -1
        if s.a[U_ID, q] >= 0 and form & _POST:
            if _shares(x.unit_verbs, s.a[U_ID, q], x.alias_verbs, alias):
                return q
            seen = True
        elif role & (_AND | _ADV | _BE | _MODAL | _DET | _NEG | _NEG_AFTER):
            steps -= 1
        q += 1
        steps += 1
    return -1


@njit(cache=True, nogil=True)
def _verdict(x, s, m, alias, lo, hi, clinical):
    """(reason, verb position) of an alias whose things stand between lo and hi."""
    flags = x.i[x.h[X_ALIAS_FLAGS] + alias]
    grp = s.a[U_GROUP, lo]
    if flags & CLINICAL_ONLY and not clinical:
        return _UNCLINICAL, -1
    behind = s.a[G_KIND, grp] >= 2
    if behind and flags & THROUGH:
        grp = s.a[G_PARENT, grp]
        behind = False
    for k in range(x.i[x.h[X_ALIAS_UNLESS] + alias], x.i[x.h[X_ALIAS_UNLESS] + alias + 1]):
        if _near_by(x, s, m, lo, hi, x.i[x.h[X_UNLESS_THING] + k]):
            return _UNLESS, -1
    if (
        hi + 1 < m
        and s.a[U_ROLE, hi + 1] & _TAIL
        and not s.a[U_SEP, hi + 1] & (HARD | LISTING | t.OPEN | t.CLOSE)
    ):
        return _TAILED, -1
    if flags & NEEDS_VERB:
        if not behind and s.a[G_KIND, grp] == 1 and _shares(s.g_mask, grp, x.alias_verbs, alias):
            at = s.a[G_VERB, grp]
            # The first verb of the group that is the alias's own.
            for q in range(at, lo):
                if s.a[U_VERB, q] and _shares(x.unit_verbs, s.a[U_ID, q], x.alias_verbs, alias):
                    return _KEPT, q
            return _KEPT, at
        up = s.a[G_HELP, grp]
        if flags & THROUGH and up > 0 and _shares(s.g_mask, up, x.alias_verbs, alias):
            return _KEPT, s.a[G_VERB, up]
        q = _verb_after(x, s, m, hi, alias)
        if q >= 0:
            return _KEPT, q
        return (_BEHIND if behind else _NO_VERB), -1
    if flags & LOOSE:
        return _KEPT, -1
    if behind:
        return _BEHIND, -1
    if s.a[G_KIND, grp] == 1:
        if _shares(s.g_mask, grp, x.families, BLOCKING) and not _shares(s.g_mask, grp, x.families, DOING):
            return _BLOCKED, s.a[G_VERB, grp]
        return _KEPT, -1
    # No verb before it: a bullet of nouns will do, a sentence about the thing will not.
    for q in range(hi + 1, m):
        if s.a[U_SEP, q] & (HARD | t.OPEN):
            break
        if s.a[U_ROLE, q] & (_NEG | _NEG_AFTER):
            break
        if s.a[U_ROLE, q] & (_BE | _MODAL):
            for j in range(q + 1, min(m, q + 3)):
                if s.a[U_ROLE, j] & (_NEG | _NEG_AFTER):
                    return _KEPT, -1  # "injections are not permitted"
            return _PROSE, -1
    return _KEPT, -1


@njit(cache=True, nogil=True)
def find(x, s, m, clinical, every):
    """Candidates of the sentence into rows C_*; returns how many.

    `clinical`: such a word was seen so far. `every`: those that fail too, with the reason (for `explain`).
    """
    n = 0
    # Families of all verbs in the sentence: most aliases leave here, before anything is looked for.
    said = s.g_mask[s.g_mask.shape[0] - 1]
    for k in range(said.shape[0]):
        said[k] = 0
    for p in range(m):
        if s.a[U_ID, p] >= 0 and s.a[U_FORM, p] & _POST:
            for k in range(said.shape[0]):
                said[k] |= x.unit_verbs[s.a[U_ID, p], k]
    for p in range(m):
        unit = s.a[U_ID, p]
        if unit < 0:
            continue
        acting = s.a[U_VERB, p] == 1
        for k in range(x.i[x.h[X_UNIT_THINGS] + unit], x.i[x.h[X_UNIT_THINGS] + unit + 1]):
            thing = x.i[x.h[X_UNIT_THING] + k]
            for q in range(x.i[x.h[X_ANCHORS] + thing], x.i[x.h[X_ANCHORS] + thing + 1]):
                alias = x.i[x.h[X_ANCHOR_ALIAS] + q]
                if acting and not x.i[x.h[X_ALIAS_FLAGS] + alias] & LOOSE:
                    continue  # a word that acts as a verb here is no thing
                if not every and x.i[x.h[X_ALIAS_FLAGS] + alias] & NEEDS_VERB:
                    spoken = False
                    for j in range(said.shape[0]):
                        if said[j] & x.alias_verbs[alias, j]:
                            spoken = True
                            break
                    if not spoken:
                        continue
                lo = p
                hi = p
                near = x.i[x.h[X_ALIAS_NEAR] + alias]
                ordered = x.i[x.h[X_ALIAS_FLAGS] + alias] & IN_ORDER != 0
                ok = True
                if n == MAX_CANDIDATES:
                    return n
                s.c_at[n, 0] = p
                for j in range(1, MAX_THINGS):
                    other = x.i[x.h[X_ALIAS_THINGS] + alias * MAX_THINGS + j]
                    s.c_at[n, j] = -1
                    if other < 0:
                        continue
                    later = (
                        x.i[x.h[X_ALIAS_PLACE] + alias * MAX_THINGS + j]
                        > x.i[x.h[X_ALIAS_PLACE] + alias * MAX_THINGS + 0]
                    )
                    at = _nearest(x, s, m, p, other, near, not ordered or not later, not ordered or later)
                    if at < 0:
                        ok = False
                        break
                    s.c_at[n, j] = at
                    lo = min(lo, at)
                    hi = max(hi, at)
                if not ok:
                    continue
                why, verb = _verdict(x, s, m, alias, lo, hi, clinical)
                if why != _KEPT and not every:
                    continue
                s.a[C_ALIAS, n] = alias
                s.a[C_LO, n] = lo
                s.a[C_HI, n] = hi
                s.a[C_VERB, n] = verb
                s.a[C_WHY, n] = why
                n += 1
    return n


@njit(cache=True, nogil=True)
def _overlap(s, a, b):
    """(things that a and b share, things of a, things of b)."""
    both = 0
    size_a = 0
    size_b = 0
    for i in range(MAX_THINGS):
        if s.c_at[b, i] >= 0:
            size_b += 1
        if s.c_at[a, i] < 0:
            continue
        size_a += 1
        for j in range(MAX_THINGS):
            if s.c_at[a, i] == s.c_at[b, j]:
                both += 1
                break
    return both, size_a, size_b


@njit(cache=True, nogil=True)
def compete(x, s, n):
    """Let the more specific win where two duties want the same words; drop what is said twice."""
    for b in range(n):
        if s.a[C_WHY, b] != _KEPT:
            continue
        duty_b = x.i[x.h[X_ALIAS_DUTY] + s.a[C_ALIAS, b]]
        for a in range(n):
            if a == b or (s.a[C_WHY, a] != _KEPT and s.a[C_WHY, a] != _BEATEN):
                continue
            both, size_a, size_b = _overlap(s, a, b)
            if both == 0:
                continue
            duty_a = x.i[x.h[X_ALIAS_DUTY] + s.a[C_ALIAS, a]]
            if duty_a == duty_b:
                continue
            if x.beats[duty_a, duty_b] == 1:
                s.a[C_WHY, b] = _BEATEN
                break
            longer = size_a > size_b and both == size_b
            free = s.a[C_VERB, a] == s.a[C_VERB, b] or s.a[C_VERB, a] < 0 or s.a[C_VERB, b] < 0
            if longer and free and x.beats[duty_b, duty_a] == 0 and x.beats[duty_a, duty_b] == 0:
                s.a[C_WHY, b] = _BEATEN
                break
    for b in range(n):
        if s.a[C_WHY, b] != _KEPT:
            continue
        for a in range(n):
            if (
                a == b
                or s.a[C_WHY, a] != _KEPT
                or x.i[x.h[X_ALIAS_DUTY] + s.a[C_ALIAS, a]] != x.i[x.h[X_ALIAS_DUTY] + s.a[C_ALIAS, b]]
            ):
                continue
            both, size_a, size_b = _overlap(s, a, b)
            inside = s.a[C_LO, a] <= s.a[C_HI, b] and s.a[C_LO, b] <= s.a[C_HI, a]
            if (both > 0 or inside) and (size_a > size_b or (size_a == size_b and a < b)):
                s.a[C_WHY, b] = _TWICE
                break
