"""Kernel, fifth room: which of the candidates stand. The more specific wins where two want the same words."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching.jit import inner
from pipeline.matching.match import ALONE, SOFT
from pipeline.matching.tables import (
    ALIAS_DUTY,
    ALIAS_FLAGS,
    ALIAS_SIZE,
    C_ALIAS,
    C_HI,
    C_LO,
    C_VERB,
    C_WHY,
    MAX_THINGS,
    S_AT,
    U_ROLE,
    U_SEP,
    X_ALIASES,
    X_BEATS,
    X_DUTIES,
)
from pipeline.matching.tokens import HARD

_KEPT, _BEATEN, _TWICE = g.KEPT, g.BEATEN, g.TWICE


@inner
def _overlap(s, a, b):
    """(things that a and b share, things of a, things of b)."""
    both = 0
    size_a = 0
    size_b = 0
    for i in range(MAX_THINGS):
        if s[S_AT + b * MAX_THINGS + i] >= 0:
            size_b += 1
        if s[S_AT + a * MAX_THINGS + i] < 0:
            continue
        size_a += 1
        for j in range(MAX_THINGS):
            if s[S_AT + a * MAX_THINGS + i] == s[S_AT + b * MAX_THINGS + j]:
                both += 1
                break
    return both, size_a, size_b


@inner
def excepted(s, b, a):
    """Whether "except" stands between what b names and what only a names ("gives medications except by IV")."""
    for k in range(s[C_HI + b] + 1, s[C_HI + a]):
        if s[U_SEP + k] & HARD:
            return False
        if s[U_ROLE + k] & g.NEG_SHORT:
            return True
    return False


@inner
def compete(i32, s, n):
    """Let the more specific win where two duties want the same words; drop what is said twice."""
    aliases, beats, duties = i32[X_ALIASES], i32[X_BEATS], i32[X_DUTIES]
    for b in range(n):
        if s[C_WHY + b] != _KEPT:
            continue
        duty_b = i32[aliases + s[C_ALIAS + b] * ALIAS_SIZE + ALIAS_DUTY]
        for a in range(n):
            if a == b or (s[C_WHY + a] != _KEPT and s[C_WHY + a] != _BEATEN):
                continue
            if s[C_HI + a] < s[C_LO + b] or s[C_HI + b] < s[C_LO + a]:
                continue
            both, size_a, size_b = _overlap(s, a, b)
            if both == 0 or excepted(s, b, a):
                continue
            duty_a = i32[aliases + s[C_ALIAS + a] * ALIAS_SIZE + ALIAS_DUTY]
            if duty_a == duty_b:
                continue
            mutual = i32[beats + duty_b * duties + duty_a] == 1  # then the longer, else the first
            if i32[beats + duty_a * duties + duty_b] == 1 and (
                not mutual or size_a > size_b or (size_a == size_b and a < b)
            ):
                s[C_WHY + b] = _BEATEN
                break
            longer = size_a > size_b and both == size_b
            longer = longer and not i32[aliases + s[C_ALIAS + a] * ALIAS_SIZE + ALIAS_FLAGS] & SOFT
            free = s[C_VERB + a] == s[C_VERB + b] or s[C_VERB + b] < 0
            # Siblings do not compete; where A beats B but not B A, B is beaten by now.
            if longer and free and i32[beats + duty_b * duties + duty_a] == 0:
                s[C_WHY + b] = _BEATEN
                break
    for b in range(n):
        if s[C_WHY + b] != _KEPT:
            continue
        for a in range(n):
            if (
                a == b
                or s[C_WHY + a] != _KEPT
                or i32[aliases + s[C_ALIAS + a] * ALIAS_SIZE + ALIAS_DUTY]
                != i32[aliases + s[C_ALIAS + b] * ALIAS_SIZE + ALIAS_DUTY]
            ):
                continue
            if s[C_HI + a] < s[C_LO + b] or s[C_HI + b] < s[C_LO + a]:
                continue
            _, size_a, size_b = _overlap(s, a, b)
            more = size_a - size_b
            if more == 0 and (s[C_VERB + a] >= 0) != (s[C_VERB + b] >= 0):
                more = 1 if s[C_VERB + a] >= 0 else -1  # "take vital signs" rather than "vital signs"
            alone_a = i32[aliases + s[C_ALIAS + a] * ALIAS_SIZE + ALIAS_FLAGS] & ALONE
            alone_b = i32[aliases + s[C_ALIAS + b] * ALIAS_SIZE + ALIAS_FLAGS] & ALONE
            if more == 0 and alone_a != alone_b:
                more = 1 if alone_b else -1  # which stands only where it is denied
            if more > 0 or (more == 0 and a < b):
                s[C_WHY + b] = _TWICE
                break
