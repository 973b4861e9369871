"""Kernel: an item that names only the object of the line above it ("May not give:" over "- chemotherapy")."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import (
    C_HI,
    C_LO,
    C_VERB,
    C_WHY,
    MAX_TOKENS,
    T_BITS,
    T_END,
    T_SEP,
    T_START,
    T_UNIT,
    T_WORD,
    U_FORM,
    U_LAST,
    U_ROLE,
    U_SEP,
)

LEAD_WORDS = 24
"""A line of more words leads nothing in."""


@inner
def is_object(s, m, helps):
    """Whether a line of m units may be an object alone: no verb, subject or denial opens it.

    helps: the line above says "assists with", and "suturing" is its object as well.
    """
    if helps and s[U_FORM] & g.ING:
        return True
    named = s[U_FORM] & (g.FINITE | g.ING | g.PARTICIPLE) == 0 or s[U_FORM] & (g.THING | g.THIRD | g.ING) == g.THING
    return named and not s[U_ROLE] & (g.HOLDER | g.ACTOR | g.WE | g.NEG | g.MODAL | g.ANSWER_NO | g.ANSWER_YES)


@inner
def prefix(i32, wide, s, buf, start, stop, size, w):
    """Put the `size` words of buf[start:stop] before the w tokens in rows T_*; false where there is no room.

    Places of the words put before mean nothing: nothing of them is given out.
    """
    if w + size > MAX_TOKENS:
        return False
    for k in range(w - 1, -1, -1):
        s[T_WORD + k + size] = s[T_WORD + k]
        s[T_START + k + size] = s[T_START + k]
        s[T_END + k + size] = s[T_END + k]
        s[T_SEP + k + size] = s[T_SEP + k]
        s[T_BITS + k + size] = s[T_BITS + k]
        s[T_UNIT + k + size] = s[T_UNIT + k]
    t.next_sentence(i32, wide, s, buf, start, stop, start, 0, 0)
    s[T_SEP + size] = 0  # the colon is gone, as in "may not give chemotherapy"
    return True


@inner
def led_by(s, m, c, size, helps):
    """Of c candidates, leave those of the line above with an object in the item; returns the item's first unit.

    helps: the line says "assists with", so that what the item names is read anew.
    """
    first = 0
    while first < m - 1 and s[U_LAST + first] < size:
        first += 1
    for k in range(c):
        above = helps or s[C_LO + k] < first or (s[C_VERB + k] >= 0 and s[C_VERB + k] < first)
        if s[C_HI + k] < first or not above:
            s[C_WHY + k] = g.NO_VERB
    return first


@inner
def helping(s, m):
    """Whether the last verb of a line helps ("Assists the provider with:")."""
    for i in range(m - 1, -1, -1):
        if s[U_FORM + i] & (g.FINITE | g.ING) != 0:
            return s[U_ROLE + i] & g.HELPING != 0
    return False


@inner
def leads(s, m):
    """Whether a heading can lead objects in: it ends in a verb, "of", "by", "with", "the following".

    Or, where it helps, in "are" ("Procedures that assistants may help with are:").
    """
    last = m - 1
    passed = g.DETERMINER | g.ADVERB | (g.BE if helping(s, m) else 0)
    while last > 0 and s[U_ROLE + last] & passed:
        last -= 1
    role = s[U_ROLE + last]
    little = role & (g.LIGHT | g.PREPOSITION | g.OF | g.BY | g.INCLUDING)
    return s[U_SEP + last] & t.COLON == 0 and (little != 0 or s[U_FORM + last] & (g.FINITE | g.ING) != 0)
