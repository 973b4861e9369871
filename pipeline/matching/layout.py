"""Records into flat arrays: the two tables that the kernel reads, each with the places of its parts in its head."""

from __future__ import annotations

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching import tables as x
from pipeline.matching.units import Unit, Words


class Flat:
    """One array in the making: parts are added, and where each begins is written into the head."""

    def __init__(self, head: int, kind: type) -> None:
        self.head = np.zeros(head, np.int64)
        self.parts: list[np.ndarray] = []
        self.size = head
        self.kind = kind

    def add(self, slot: int | None, values: np.ndarray | list) -> int:
        """Put `values` at the end; returns (and notes in the head, unless `slot` is None) where they begin."""
        part = np.asarray(values).astype(np.int64).ravel()
        begin = self.size
        self.parts.append(part)
        self.size += len(part)
        if slot is not None:
            self.head[slot] = begin
        return begin

    def lists(self, lists: list[list[int]]) -> np.ndarray:
        """Put lists end to end; int64[len + 1]: where each begins in the whole array, and where the last ends."""
        begin = self.add(None, [value for one in lists for value in one])
        return begin + np.concatenate([[0], np.cumsum([len(one) for one in lists])]).astype(np.int64)

    def done(self) -> np.ndarray:
        return np.concatenate([self.head, *self.parts]).astype(self.kind)


def words_and_phrases(
    i: Flat, w: Flat, units: dict[tuple[int, ...], Unit], words: Words, abbreviations: set[int], anchors: set[int]
) -> None:
    """Lay out the word table, the phrases by their two first words, and the bits of words."""
    numbers = {key: n for n, key in enumerate(units, 1)}
    count = len(words.ids)
    word_unit, bits = np.zeros(count, np.int64), np.zeros(count, np.int64)
    by_pair: dict[tuple[int, int], list[tuple[int, ...]]] = {}
    for key, one in units.items():
        if len(key) == 1:
            word_unit[key[0]] = numbers[key]
            if one.roles & g.CLINICAL:
                bits[key[0]] |= x.CLINICAL_WORD
        else:
            by_pair.setdefault((key[0], key[1]), []).append(key)
            bits[key[0]] |= x.OPENS_PHRASE
            bits[key[1]] |= x.SECOND
        if anchors & one.things:
            bits[key[0]] |= x.OPENS_ANCHOR
    for word in abbreviations:
        bits[word] |= x.ABBREVIATION
    flat: list[tuple[int, ...]] = []
    slots = 1 << max(4, (len(by_pair) * 2 - 1).bit_length())
    pairs = np.zeros((slots, 4), np.int64)
    pair_sieve = np.zeros(x.PAIR_SIEVE // 64, np.uint64)
    pairs[:, :2] = -1
    for pair, group in sorted(by_pair.items()):
        place = pair[0] * 7919 + pair[1] * 104729
        bit = place & (x.PAIR_SIEVE - 1)
        pair_sieve[bit >> 6] |= np.uint64(1 << (bit & 63))
        slot = place & (slots - 1)
        while pairs[slot, 0] >= 0:
            slot = (slot + 1) & (slots - 1)
        pairs[slot] = (*pair, len(flat), len(flat) + len(group))
        flat += sorted(group, key=lambda key: (-len(key), key))
    w.add(x.W_PAIR_SIEVE, pair_sieve.view(np.int64))
    i.head[x.X_PAIR_MASK] = slots - 1
    i.add(x.X_PAIRS, pairs)
    spelled = i.lists([list(key) for key in flat])
    i.add(x.X_PHRASES, [(spelled[n], len(key), numbers[key]) for n, key in enumerate(flat)])
    slots = 1 << max(8, (count * 4 // 3).bit_length())
    table = np.zeros((slots + 1, 2), np.int64)  # the last one stays empty
    table[:, 1] = x.UNKNOWN
    sieve = np.zeros(x.SIEVE // 64, np.uint64)
    for value, ident in words.ids.items():
        slot = value & (slots - 1)
        while table[slot, 1] != x.UNKNOWN:
            slot = (slot + 1) & (slots - 1)
        table[slot] = signed(value), ident | int(word_unit[ident]) << 24 | int(bits[ident]) << 48
        sieve[value >> 54] |= np.uint64(1 << ((value >> 48) & 63))
    i.head[x.X_SLOT_MASK] = slots - 1
    w.add(x.W_WORDS, table)
    w.add(x.W_SIEVE, sieve.view(np.int64))
    and_word = words.split("and")[0]
    i.head[x.X_AND_WORD], i.head[x.X_AND_BITS], i.head[x.X_AND_UNIT] = and_word, bits[and_word], word_unit[and_word]


def unit_records(
    i: Flat,
    w: Flat,
    units: dict[tuple[int, ...], Unit],
    things: int,
    anchors: list[int],
    sought: set[int],
    verbs: list[set[int]],
    others: list[list[int]],
) -> None:
    """Lay out what each unit is: roles, verb families, form, things, and the aliases that its things anchor.

    `anchors`: the anchor of each alias, in the order of their numbers; `verbs`: the families it is said with;
    `sought`: the things that some alias looks for beside its anchor; `others`: those of each alias.
    """
    width = max(1, -(-things // 64))
    held = [tuple(sorted(one.things)) for one in units.values()]
    sets = {one: n for n, one in enumerate(dict.fromkeys([(), *held]))}
    filed: list[list[int]] = [[] for _ in range(things)]
    for alias, thing in enumerate(anchors):
        filed[thing].append(alias)
    filing = [_filed(n, verbs[n], others[n]) for n in range(len(anchors))]
    found = [[alias for thing in one for alias in filed[thing]] for one in sets]
    reach = [(int(any(not verbs[n] for n in some)), set().union(*(verbs[n] for n in some))) for some in found]
    of_things = i.lists([[thing for thing in one if thing in sought] for one in sets])
    of_aliases = w.lists([[part for alias in some for part in filing[alias]] for some in found])
    said = {one: n for n, one in enumerate(dict.fromkeys([(), *(tuple(sorted(u.verbs)) for u in units.values())]))}
    at_verbs = w.add(x.W_VERBS, [mask(one, x.MASKS) for one in said])
    rows, rests = [], []
    rest_size = x.REST_BITS + width
    for n, one in enumerate(sets):
        things_span = of_things[n] | of_things[n + 1] << 32
        alias_span = of_aliases[n] | of_aliases[n + 1] << 32 if found[n] else 0
        bare, families = reach[n]
        rows.append((things_span, alias_span, n * rest_size, 0))
        rests.append((bare, *mask(families, x.MASKS), *mask(one, width)))
    at_rests = w.add(None, rests)
    at_sets = w.add(x.W_SETS, [(things, aliases, at_rests + rest, 0) for things, aliases, rest, _ in rows])
    records = [(0, at_verbs | at_sets << 32)]
    for unit, one in zip(units.values(), held, strict=True):
        at = at_verbs + said[tuple(sorted(unit.verbs or ()))] * x.MASKS
        records.append((signed(unit.roles | unit.form << x.FORM_SHIFT), at | (at_sets + sets[one] * x.SET_SIZE) << 32))
    w.add(x.W_UNITS, records)


def _filed(alias: int, families: set[int], others: list[int]) -> tuple[int, int]:
    """An alias as the lists of aliases hold it."""
    packed = alias
    for n in range(x.MAX_THINGS - 1):
        packed |= (others[n] if n < len(others) else x.NOTHING) << (x.ALIAS_BITS + x.THING_BITS * n)
    folded = sum(1 << n for n in {family % 64 for family in families})
    return signed(folded), packed if families else signed(packed | 1 << 63)


def mask(members: tuple[int, ...] | set[int], width: int) -> list[int]:
    """Bits of small numbers in `width` signed 64-bit words."""
    out = [0] * width
    for one in members:
        out[one // 64] |= 1 << (one % 64)
    return [signed(word) for word in out]


def signed(word: int) -> int:
    """The signed number with the same 64 bits."""
    return word - (1 << 64) if word >> 63 else word


def alias_records(
    i: Flat,
    w: Flat,
    records: list[tuple[int, int, int, list[int], list[int], list[int], list[int]]],
    verbs: list[set[int]],
) -> None:
    """Lay out aliases: duty, flags, near, things (the anchor first), places, unless, with."""
    unless = i.lists([record[5] for record in records])
    beside = i.lists([record[6] for record in records])
    rows = np.zeros((len(records), x.ALIAS_SIZE), np.int64)
    for n, (duty, flags, near, held, places, _, _) in enumerate(records):
        rows[n, :3] = duty, flags, near
        rows[n, x.ALIAS_THINGS : x.ALIAS_THINGS + x.MAX_THINGS] = -1
        rows[n, x.ALIAS_THINGS : x.ALIAS_THINGS + len(held)] = held
        rows[n, x.ALIAS_PLACE : x.ALIAS_PLACE + len(places)] = places
        rows[n, x.ALIAS_UNLESS : x.ALIAS_UNLESS + 2] = unless[n], unless[n + 1]
        rows[n, x.ALIAS_WITH : x.ALIAS_WITH + 2] = beside[n], beside[n + 1]
    i.add(x.X_ALIASES, rows)
    w.add(x.W_ALIASES, [mask(one, x.MASKS) for one in verbs])
