"""Shapes of what the kernel reads and writes: the compiled lexicon's arrays, and one thread's scratch room.

Few wide arrays with named rows rather than many small ones: each array costs every kernel function seven
arguments, and with sixty arrays the compiler took more than a minute.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

MASKS = 4  # 64-bit words in a mask of verb families: 256 families at most
MAX_THINGS = 4  # things in one alias at most
MAX_TOKENS = 1024  # a longer sentence is cut here, so that memory is bounded on a line of any length
MAX_CANDIDATES = 1024  # candidates in one sentence at most

# Parts of Tables.i, each from Tables.h[part] on (W words, U units, P phrases, T things, A aliases, D duties).
PARTS = (
    "vals",  # [slots] word ids, -1 empty
    "word_bits",  # [W] 1 abbreviation, 2 may open an anchor, 4 clinical, 8 opens a phrase
    "word_unit",  # [W] unit of the single word, or -1
    "pair_key",  # [2 * pairs] the two first words of phrases, open addressing; -1 empty
    "pair_first",  # [pairs] first phrase of that beginning
    "pair_last",  # [pairs] one behind its last; longest phrases first
    "phrase_words",  # [P+1] offsets into phrase_word
    "phrase_word",
    "phrase_unit",  # [P]
    "unit_form",  # [U] form bits
    "unit_things",  # [U+1] offsets into unit_thing
    "unit_thing",
    "anchors",  # [T+1] aliases by anchor thing
    "anchor_alias",  # [A]
    "alias_duty",  # [A]
    "alias_flags",  # [A] 1 verb needed, 2 things in order, 4 reaches behind a preposition, 8 loose
    "alias_near",  # [A] positions within which each other thing must stand
    "alias_things",  # [A * MAX_THINGS], -1 empty; the anchor first
    "alias_place",  # [A * MAX_THINGS] the written place of each thing, for order
    "alias_unless",  # [A+1] offsets into unless_thing
    "unless_thing",
    "helped",  # [D] 1: a duty that is not done by helping with it
    "and_word",  # [1] word id of "and"
)
(
    X_VALS,
    X_WORD_BITS,
    X_WORD_UNIT,
    X_PAIR_KEY,
    X_PAIR_FIRST,
    X_PAIR_LAST,
    X_PHRASE_WORDS,
    X_PHRASE_WORD,
    X_PHRASE_UNIT,
    X_UNIT_FORM,
    X_UNIT_THINGS,
    X_UNIT_THING,
    X_ANCHORS,
    X_ANCHOR_ALIAS,
    X_ALIAS_DUTY,
    X_ALIAS_FLAGS,
    X_ALIAS_NEAR,
    X_ALIAS_THINGS,
    X_ALIAS_PLACE,
    X_ALIAS_UNLESS,
    X_UNLESS_THING,
    X_HELPED,
    X_AND_WORD,
) = range(len(PARTS))

# Rows of Tables.families.
BLOCKING, DOING, HELPERS = range(3)


class Tables(NamedTuple):
    """The compiled lexicon as the kernel reads it."""

    kinds: np.ndarray  # uint8[65536] class of a code point
    letters: np.ndarray  # uint8[65536, 3] its folded letters
    keys: np.ndarray  # uint64[slots] word hashes
    i: np.ndarray  # int32: all PARTS end to end
    h: np.ndarray  # int64[len(PARTS)] where each part begins
    unit_roles: np.ndarray  # int64[U] bits of grammar.ROLES
    unit_verbs: np.ndarray  # uint64[U, MASKS] verb families
    alias_verbs: np.ndarray  # uint64[A, MASKS]
    families: np.ndarray  # uint64[3, MASKS]: blocking, doing, helping families
    beats: np.ndarray  # int8[D, D] 1: the row beats the column; 2: siblings, no contest


# Rows of Scratch.a. T: tokens; U: positions (units) of the sentence; G: governing groups; C: candidates.
ROWS = 26
(
    T_WORD,
    T_START,
    T_END,
    T_SEP,
    U_ID,
    U_FIRST,
    U_LAST,
    U_SEP,
    U_ROLE,
    U_FORM,
    U_VERB,
    U_GROUP,
    U_NEG,
    U_KIND,
    U_HELP,
    G_KIND,
    G_PARENT,
    G_VERB,
    C_ALIAS,
    C_LO,
    C_HI,
    C_VERB,
    C_WHY,
    C_NEG,
    C_KIND,
    G_HELP,
) = range(ROWS)


class Scratch(NamedTuple):
    """Room for one sentence; made once a thread."""

    a: np.ndarray  # int64[ROWS, n]
    c_at: np.ndarray  # int64[MAX_CANDIDATES, MAX_THINGS] positions of each candidate's things
    g_mask: np.ndarray  # uint64[n, MASKS] verb families of each group
    heads: np.ndarray  # int64[64, 6] open headings: rank, start, end, polarity, kind, id
    state: np.ndarray  # int64[8]: [0] number of open headings


def new_scratch() -> Scratch:
    """Fresh room for one thread."""
    n = max(MAX_TOKENS, MAX_CANDIDATES) + 4
    return Scratch(
        np.zeros((ROWS, n), np.int64),
        np.zeros((MAX_CANDIDATES, MAX_THINGS), np.int64),
        np.zeros((n, MASKS), np.uint64),
        np.zeros((64, 6), np.int64),
        np.zeros(8, np.int64),
    )
