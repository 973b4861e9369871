"""Kernel, fourth room: candidates. Aliases are filed under their rarest thing, their anchor."""

from __future__ import annotations

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching.jit import inner
from pipeline.matching.match import ALONE, IN_ORDER, LOOSE, POST, nearest, shares, verdict
from pipeline.matching.tables import (
    ALIAS_BITS,
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
    FILED,
    LOW,
    MASKS,
    MAX_CANDIDATES,
    MAX_THINGS,
    MAX_TRIALS,
    NOTHING,
    REST_BARE,
    REST_REACH,
    S_AT,
    S_EPOCH,
    S_SAID,
    S_STAMP,
    S_TRIALS,
    SET_ALIASES,
    SET_REST,
    SET_THINGS,
    THING_BITS,
    U_FORM,
    U_GROUP,
    U_SET,
    U_VERB,
    U_VERBS,
    W_ALIASES,
    X_ALIASES,
)


@inner
def collect(i32, wide, s, m, every):
    """Aliases worth trying in the sentence, with the positions of their anchors, into S_TRIALS; returns how many.

    Most sentences have none and are done. What is tried has the other things of the alias somewhere in the sentence,
    and one of its verbs where it needs one. `every`: all aliases whose anchor is there (for `explain`).
    """
    s[S_EPOCH] += 1
    epoch = s[S_EPOCH]
    # MASKS numbers by name: they stay in registers, and are three times quicker than in the scratch room.
    v0, v1, v2, v3 = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    v4, v5, v6 = np.int64(0), np.int64(0), np.int64(0)
    anchored = 0
    for p in range(m):
        if s[U_FORM + p] & POST:
            verbs = s[U_VERBS + p]
            v0 |= wide[verbs]
            v1 |= wide[verbs + 1]
            v2 |= wide[verbs + 2]
            v3 |= wide[verbs + 3]
            v4 |= wide[verbs + 4]
            v5 |= wide[verbs + 5]
            v6 |= wide[verbs + 6]
        record = s[U_SET + p]
        span = wide[record + SET_THINGS]
        for k in range(span & LOW, span >> 32):
            s[S_STAMP + i32[k]] = epoch
        if wide[record + SET_ALIASES] != 0:
            s[U_GROUP + anchored] = p  # a row that is free until `govern`
            anchored += 1
    s[S_SAID], s[S_SAID + 1], s[S_SAID + 2] = v0, v1, v2
    s[S_SAID + 3], s[S_SAID + 4], s[S_SAID + 5], s[S_SAID + 6] = v3, v4, v5, v6
    folded = v0 | v1 | v2 | v3 | v4 | v5 | v6
    masks = wide[W_ALIASES]
    trials = 0
    for n in range(anchored):
        p = s[U_GROUP + n]
        record = s[U_SET + p]
        rest = wide[record + SET_REST]
        if not every and wide[rest + REST_BARE] == 0 and not shares(s, S_SAID, wide, rest + REST_REACH):
            continue
        span = wide[record + SET_ALIASES]
        for q in range(span & LOW, span >> 32, FILED):
            packed = wide[q + 1]
            if not every and packed >= 0 and wide[q] & folded == 0:
                continue
            alias = packed & ((1 << ALIAS_BITS) - 1)
            if (every or _possible(wide, s, masks, alias, packed)) and trials < MAX_TRIALS:
                s[S_TRIALS + 2 * trials] = p
                s[S_TRIALS + 2 * trials + 1] = alias
                trials += 1
    return trials


@inner
def _possible(wide, s, masks, alias, packed):
    """Whether the sentence has the other things of an alias, and one of its verbs if it needs one."""
    for shift in range(ALIAS_BITS, ALIAS_BITS + THING_BITS * (MAX_THINGS - 1), THING_BITS):
        other = (packed >> shift) & NOTHING
        if other != NOTHING and s[S_STAMP + other] != s[S_EPOCH]:
            return False
    return packed < 0 or shares(s, S_SAID, wide, masks + alias * MASKS)


@inner
def find(i32, wide, s, m, clinical, every, trials):
    """Candidates of the sentence into rows C_*; returns how many. `collect` and `govern` have run.

    `clinical`: such a word was seen so far. `every`: those that fail too, with the reason (for `explain`).
    """
    n = 0
    aliases = i32[X_ALIASES]
    for trial in range(trials):
        p, alias = s[S_TRIALS + 2 * trial], s[S_TRIALS + 2 * trial + 1]
        record = aliases + alias * ALIAS_SIZE
        flags = i32[record + ALIAS_FLAGS]
        if s[U_VERB + p] == 1 and not flags & (LOOSE | ALONE):
            continue  # a word that acts as a verb here is no thing
        if n == MAX_CANDIDATES:
            return n
        lo = p
        hi = p
        near = np.int64(i32[record + ALIAS_NEAR])
        ordered = flags & IN_ORDER != 0
        ok = True
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
