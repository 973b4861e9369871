"""Kernel, fourth room: candidates. Aliases are filed under their rarest thing, their anchor."""

from __future__ import annotations

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching.jit import inner
from pipeline.matching.match import IN_ORDER, LOOSE, NEEDS_VERB, POST, nearest, shares, verdict
from pipeline.matching.tables import (
    ALIAS_FLAGS,
    ALIAS_NEAR,
    ALIAS_PLACE,
    ALIAS_SIZE,
    ALIAS_THINGS,
    C_ALIAS,
    C_HI,
    C_LO,
    C_VERB,
    C_WHY,
    LOW,
    MASKS,
    MAX_CANDIDATES,
    MAX_THINGS,
    S_AT,
    S_EPOCH,
    S_SAID,
    S_STAMP,
    SET_ALIASES,
    SET_BARE,
    SET_REACH,
    SET_THINGS,
    U_FORM,
    U_GROUP,
    U_SET,
    U_VERB,
    U_VERBS,
    W_ALIASES,
    X_ALIASES,
)


@inner
def promising(i32, wide, s, m):
    """First position from which an alias could be found by the words alone, or -1: most sentences leave here.

    Also notes what the sentence holds at all: its things (S_STAMP) and the families of its verbs (S_SAID).
    """
    s[S_EPOCH] += 1
    epoch = s[S_EPOCH]
    for k in range(MASKS):
        s[S_SAID + k] = 0
    anchored = 0
    for p in range(m):
        if s[U_FORM + p] & POST:
            verbs = s[U_VERBS + p]
            for k in range(MASKS):
                s[S_SAID + k] |= wide[verbs + k]
        record = s[U_SET + p]
        span = wide[record + SET_THINGS]
        if span != 0:
            for k in range(span & LOW, span >> 32):
                s[S_STAMP + i32[k]] = epoch
            if wide[record + SET_ALIASES] != 0:
                s[U_GROUP + anchored] = p  # a row that is free until `govern`
                anchored += 1
    aliases, masks = i32[X_ALIASES], wide[W_ALIASES]
    for n in range(anchored):
        p = s[U_GROUP + n]
        record = s[U_SET + p]
        if wide[record + SET_BARE] == 0 and not shares(s, S_SAID, wide, record + SET_REACH):
            continue
        span = wide[record + SET_ALIASES]
        for q in range(span & LOW, span >> 32):
            if _possible(i32, wide, s, aliases, masks, np.int64(i32[q])):
                return p
    return -1


@inner
def _possible(i32, wide, s, aliases, masks, alias):
    """Whether the sentence has the other things of an alias, and one of its verbs if it needs one."""
    record = aliases + alias * ALIAS_SIZE
    if i32[record + ALIAS_FLAGS] & NEEDS_VERB and not shares(s, S_SAID, wide, masks + alias * MASKS):
        return False
    for j in range(1, MAX_THINGS):
        other = i32[record + ALIAS_THINGS + j]
        if other >= 0 and s[S_STAMP + other] != s[S_EPOCH]:
            return False
    return True


@inner
def find(i32, wide, s, m, clinical, every, begin):
    """Candidates of the sentence into rows C_*; returns how many. `promising` has run; `begin` is what it gave.

    `clinical`: such a word was seen so far. `every`: those that fail too, with the reason (for `explain`).
    """
    n = 0
    aliases, masks = i32[X_ALIASES], wide[W_ALIASES]
    for p in range(begin, m):
        at = s[U_SET + p]
        span = wide[at + SET_ALIASES]
        if span == 0:
            continue
        if not every and wide[at + SET_BARE] == 0 and not shares(s, S_SAID, wide, at + SET_REACH):
            continue
        acting = s[U_VERB + p] == 1
        for q in range(span & LOW, span >> 32):
            alias = np.int64(i32[q])
            record = aliases + alias * ALIAS_SIZE
            flags = i32[record + ALIAS_FLAGS]
            if acting and not flags & LOOSE:
                continue  # a word that acts as a verb here is no thing
            if not every and not _possible(i32, wide, s, aliases, masks, alias):
                continue
            lo = p
            hi = p
            near = np.int64(i32[record + ALIAS_NEAR])
            ordered = flags & IN_ORDER != 0
            ok = True
            if n == MAX_CANDIDATES:
                return n
            s[S_AT + n * MAX_THINGS] = p
            for j in range(1, MAX_THINGS):
                other = np.int64(i32[record + ALIAS_THINGS + j])
                s[S_AT + n * MAX_THINGS + j] = -1
                if other < 0:
                    continue
                later = i32[record + ALIAS_PLACE + j] > i32[record + ALIAS_PLACE]
                at = nearest(wide, s, m, p, other, near, not ordered or not later, not ordered or later)
                if at < 0:
                    ok = False
                    break
                s[S_AT + n * MAX_THINGS + j] = at
                lo = min(lo, at)
                hi = max(hi, at)
            if not ok:
                continue
            why, verb = verdict(i32, wide, s, m, alias, lo, hi, clinical)
            if why != g.KEPT and not every:
                continue
            s[C_ALIAS + n] = alias
            s[C_LO + n] = lo
            s[C_HI + n] = hi
            s[C_VERB + n] = verb
            s[C_WHY + n] = why
            n += 1
    return n
