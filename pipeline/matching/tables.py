"""Shapes of what the kernel reads and writes: the compiled lexicon's arrays, and one thread's scratch room.

Three flat arrays instead of many, their parts at constant places: each array costs every kernel function seven
arguments and two counted references, and with a tuple of sixteen arrays the compiler took a minute and each call
of a small function longer than its work.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pipeline.matching.grammar import ROLES

MASKS = 7  # 64-bit words in a mask of verb families: 448 families at most
MAX_THINGS = 4  # things in one alias at most
MAX_TOKENS = 1024  # a longer sentence is cut here, so that memory is bounded on a line of any length
MAX_CANDIDATES = 1024  # candidates in one sentence at most
MAX_TRIALS = 8192  # aliases tried in one sentence at most
MAX_FAMILIES = 8191  # families of things at most: all numbers of THING_BITS but NOTHING

# Tables.i (int32) opens with a head of single numbers and the places of its parts, then the folding table.
(
    X_AND_WORD,  # word id of "and"
    X_AND_BITS,  # its bits
    X_AND_UNIT,  # its unit
    X_SLOT_MASK,  # slots of the word table, less one
    X_PAIR_MASK,  # slots of the pair table, less one
    X_DUTIES,  # number of duties
    X_PAIRS,  # [slots * 4] two first words of phrases (-1 empty), first phrase, one behind the last; longest first
    X_PHRASES,  # [P * 3] place of its words in this array, their number, unit
    X_ALIASES,  # [A * ALIAS_SIZE] record of an alias
    X_HELPED,  # [D] 1: a duty that is not done by helping with it
    X_BEATS,  # [D * D] 1: the row beats the column; 2: siblings, no contest
) = range(11)
X_FOLD = 32  # [65536] class of a code point, its up to three folded letters above it, eight bits each

# Record of an alias: duty, flags (see match.py), positions within which each other thing must stand, things
# (anchor first, -1 none), their written places, and from where to where its `unless` and its `with` things lie.
ALIAS_SIZE, ALIAS_DUTY, ALIAS_FLAGS, ALIAS_NEAR, ALIAS_THINGS, ALIAS_PLACE = 16, 0, 1, 2, 3, 7
ALIAS_UNLESS, ALIAS_WITH = 11, 13

# Tables.w (int64) opens with the same kind of head.
(
    W_WORDS,  # [(slots + 1) * 2] hash of a word; its id, 24 bits, the unit it makes alone, 24 bits, and its bits
    W_SIEVE,  # [SIEVE / 64] bits of the words' hashes: most unknown words touch no other memory
    W_UNITS,  # [U * UNIT_SIZE] record of a unit; unit 0 is none
    W_VERBS,  # [sets * MASKS] sets of verb families; the first is empty
    W_SETS,  # [sets * set size] records of sets of things; the first is empty
    W_ALIASES,  # [A * MASKS] verb families
    W_BLOCKING,  # [MASKS] families that block, that do, that help
    W_DOING,
    W_HELPERS,
    W_PAIR_SIEVE,  # [PAIR_SIEVE / 64] bits of the phrases' pairs of first words: most pairs touch no other memory
) = range(10)
W_HEAD = 16
SIEVE, PAIR_SIEVE = 65536, 131072
UNKNOWN = 0xFFFFFF  # the word id of a word that the lexicon does not have; an empty slot's whole value

# Record of a unit: role bits with its form FORM_SHIFT bits higher; then the place of its set of things in Tables.w
# 32 bits above that of its set of verb families.
UNIT_SIZE, FORM_SHIFT = 2, len(ROLES)
# Record of a set of things: from where and (32 bits higher) to where in Tables.i those of its things lie that an alias
# looks for beside its anchor, and in Tables.w the aliases anchored at them (0 where there are none); then where in
# Tables.w the rest lies, kept apart so that what every word asks for fits the processor's cache: 1 if one of those
# aliases needs no verb; the verb families of all of them; the bits of the set's things.
# An alias in such a list is two numbers, so that most are turned away without a look at its record: its verb families
# folded into 64 bits; its number, and bits for each of the three things it looks for beside its anchor (NOTHING: none),
# negative where it needs no verb.
FILED, ALIAS_BITS, THING_BITS, NOTHING = 2, 20, 13, 0x1FFF
SET_THINGS, SET_ALIASES, SET_REST, SET_SIZE = 0, 1, 2, 4
REST_BARE, REST_REACH, REST_BITS = 0, 1, 1 + MASKS
LOW = 0xFFFFFFFF

# Bits of a word.
ABBREVIATION, OPENS_ANCHOR, CLINICAL_WORD, OPENS_PHRASE, SECOND = 1, 2, 4, 8, 16


class Tables(NamedTuple):
    """The compiled lexicon as the kernel reads it."""

    i: np.ndarray
    w: np.ndarray


# Rows of the scratch room (int64), each `ROOM` long. T: tokens; U: positions (units) of the sentence; G: governing
# groups; C: candidates. The length keeps the rows' first entries in different lines of the processor's cache. Rows
# begin at odd places: where they began at even ones, `U_ROLE | i` for `U_ROLE + i` went unseen in short sentences.
ROOM = 1048
ROWS = 30
_FIRST = 7
(
    T_WORD,
    T_START,
    T_END,
    T_SEP,
    T_BITS,
    T_UNIT,
    U_ID,
    U_FIRST,
    U_LAST,
    U_SEP,
    U_ROLE,
    U_FORM,
    U_SET,
    U_VERBS,
    U_VERB,
    U_GROUP,
    U_NEG,
    U_KIND,
    U_HELP,
    G_KIND,
    G_PARENT,
    G_VERB,
    G_HELP,
    C_ALIAS,
    C_LO,
    C_HI,
    C_VERB,
    C_WHY,
    C_NEG,
    C_KIND,
) = (_FIRST + row * ROOM for row in range(ROWS))
S_DEPTH = _FIRST + ROWS * ROOM  # number of open headings
S_EPOCH = S_DEPTH + 1  # number of the sentence, for S_STAMP
S_SAID = S_DEPTH + 2  # [MASKS] verb families of the sentence
S_SERIES = S_DEPTH + 8  # [5 * 3] by the style of an enumeration: rank of its open heading, its last number read twice
S_HEADS = S_DEPTH + 32  # [64 * HEAD] open headings: rank, polarity, kind, id
HEAD, MAX_HEADS = 4, 64
S_AT = S_HEADS + HEAD * MAX_HEADS  # [MAX_CANDIDATES * MAX_THINGS] positions of each candidate's things
S_GROUPS = S_AT + MAX_CANDIDATES * MAX_THINGS  # [ROOM * MASKS] verb families of each group
S_STAMP = S_GROUPS + ROOM * MASKS  # [MAX_FAMILIES] the sentence in which a thing was last met
S_TRIALS = S_STAMP + MAX_FAMILIES  # [MAX_TRIALS * 2] position and alias of what is worth trying in the sentence
SCRATCH = S_TRIALS + 2 * MAX_TRIALS


def new_scratch() -> np.ndarray:
    """Fresh room for one thread: int64[SCRATCH]."""
    return np.zeros(SCRATCH, np.int64)
