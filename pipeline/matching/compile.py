"""From the lexicon as written to the arrays that the kernel reads."""

from __future__ import annotations

import itertools
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching.folding import fold_tables
from pipeline.matching.freshness import code_digest
from pipeline.matching.inflect import noun_forms, verb_forms
from pipeline.matching.lexicon import Lexicon, LexiconFaults
from pipeline.matching.match import CLINICAL_ONLY, IN_ORDER, LOOSE, NEEDS_VERB, THROUGH
from pipeline.matching.tables import MASKS, MAX_THINGS, PARTS, Tables


@dataclass(frozen=True)
class CompiledLexicon:
    """Arrays and strings only: it pickles, and goes to other processes as it is.

    `alias_of[i]` is the index in `aliases` (the lines as written) of the kernel's i-th expanded alias.
    """

    tables: Tables
    digest: str
    duty_ids: list[str]
    aliases: list[str]
    alias_duty: list[int]
    alias_of: np.ndarray
    verb_names: list[str]
    thing_names: list[str]


class _Words:
    """Ids of folded words, numbered as they are met; hashes are those of the kernel itself."""

    def __init__(self) -> None:
        self.kinds, self.letters = fold_tables()
        self.ids: dict[int, int] = {}

    def split(self, text: str) -> tuple[int, ...]:
        """Word ids of a surface form, folded exactly as running text is."""
        out = []
        for word in (
            text.replace("&", " and ")
            .replace("-", " ")
            .replace("/", " ")
            .replace(".", " ")
            .replace("'", "")
            .split()
        ):
            out.append(self.ids.setdefault(self.hash(word), len(self.ids)))
        return tuple(out)

    def hash(self, word: str) -> int:
        value = 0xCBF29CE484222325
        for char in word:
            cp = ord(char)
            if self.letters[cp, 0]:
                for byte in self.letters[cp]:
                    if byte:
                        value = ((value ^ int(byte)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
            elif char == "&":
                return self.hash("and")
            else:
                for byte in char.encode():
                    value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
        return value


@dataclass
class _Unit:
    roles: int = 0
    form: int = 0
    verbs: set[int] | None = None
    things: set[int] | None = None


def _units(lexicon: Lexicon, words: _Words, verb_id: dict[str, int], thing_id: dict[str, int]) -> dict:
    units: dict[tuple[int, ...], _Unit] = {}

    def unit(text: str) -> _Unit:
        return units.setdefault(words.split(text), _Unit(verbs=set(), things=set()))

    for family in lexicon.verbs.values():
        forms = [(text, kind) for stem in family.verbs for text, kind in verb_forms(stem).items()]
        forms += [(text, "act") for stem in family.acts for text in noun_forms(stem)]
        forms += [(text, "base") for text in family.words]
        for text, kind in forms:
            one = unit(text)
            one.form |= {"base": g.FINITE, "ing": g.ING, "part": g.PARTICIPLE, "act": g.ACT}[kind]
            one.verbs.add(verb_id[family.name])
            if family.helps:
                one.roles |= g.HELPING
    includes = {name: set(family.includes) for name, family in lexicon.things.items()}
    for _ in range(4):
        for name in includes:
            includes[name] |= (
                set().union(*(includes[other] for other in includes[name])) if includes[name] else set()
            )
    for name in lexicon.things:
        for source in {name, *includes[name]}:
            family = lexicon.things[source]
            for text in [form for stem in family.nouns for form in noun_forms(stem)] + list(family.words):
                one = unit(text)
                one.things.add(thing_id[name])
                one.form |= g.THING
    # A phrase is also what its last words are: "new patient paperwork" is paperwork.
    for key in sorted(units, key=len):
        if len(key) < 2 or not units[key].things:
            continue
        for k in range(1, len(key)):
            tail = units.get(key[k:])
            if tail is not None and tail.things:
                units[key].things |= tail.things
                break
    for text in lexicon.ambiguous:
        unit(text).form |= g.THING
    for role, texts in lexicon.roles.items():
        for text in texts:
            if text.startswith("<"):  # "<ecg>": every form of that family of things
                ident = thing_id[text.strip("<>")]
                for one in units.values():
                    if ident in (one.things or ()):
                        one.roles |= g.BIT[role]
            else:
                unit(text).roles |= g.BIT[role]
    # People in a phrase are still people, and health care is still health care.
    carried = g.ACTOR | g.HOLDER | g.PERSON
    for key, one in units.items():
        for k in range(len(key)):
            part = units.get(key[k : k + 1])
            if len(key) > 1 and part is not None:
                one.roles |= part.roles & (g.CLINICAL | (carried if k == len(key) - 1 and one.things else 0))
    return units


def _expand(lexicon: Lexicon) -> tuple[list[tuple[int, tuple[str, ...]]], list[str]]:
    """Each alias with one choice for each slot: (index of the written alias, things)."""
    out = []
    faults = []
    for index, alias in enumerate(lexicon.aliases):
        for choice in itertools.product(*alias.slots):
            if len(set(choice)) == len(choice):
                out.append((index, choice))
        if len(alias.slots) > MAX_THINGS:
            faults.append(alias.say)
    return out, faults


def _csr(lists: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    offsets = np.zeros(len(lists) + 1, np.int32)
    np.cumsum([len(item) for item in lists], out=offsets[1:]) if lists else None
    return offsets, np.array([value for item in lists for value in item] or [0], np.int32)


def compile_lexicon(lexicon: Lexicon) -> CompiledLexicon:
    """Compile a checked lexicon. Raises LexiconFaults where it outgrows the kernel's fixed widths."""
    if len(lexicon.verbs) > 64 * MASKS:
        raise LexiconFaults([("verbs.toml", "", "", f"more than {64 * MASKS} verb families", "join some")])
    words = _Words()
    verb_id = {name: i for i, name in enumerate(lexicon.verbs)}
    thing_id = {name: i for i, name in enumerate(lexicon.things)}
    duty_ids = sorted(lexicon.duties)
    duty_no = {name: i for i, name in enumerate(duty_ids)}
    and_word = words.split("and")[0]
    units = _units(lexicon, words, verb_id, thing_id)
    abbreviations = {words.split(text)[-1] for text in lexicon.abbreviations}
    expanded, _ = _expand(lexicon)
    written = lexicon.aliases

    use = np.zeros(len(thing_id), np.int64)
    for _, choice in expanded:
        for thing in choice:
            use[thing_id[thing]] += 1
    # Numbered by anchor, so that the kernel walks memory forwards.
    expanded.sort(key=lambda item: min((use[thing_id[t]], thing_id[t]) for t in item[1])[::-1] + (item[0],))
    filed: list[list[int]] = [[] for _ in thing_id]
    n = len(expanded)
    a_duty, a_flags, a_near = np.zeros(n, np.int32), np.zeros(n, np.uint8), np.zeros(n, np.int32)
    a_verbs = np.zeros((n, MASKS), np.uint64)
    a_things, a_place = np.full((n, MAX_THINGS), -1, np.int32), np.zeros((n, MAX_THINGS), np.int32)
    unless: list[list[int]] = []
    for i, (index, choice) in enumerate(expanded):
        alias = written[index]
        order = sorted(range(len(choice)), key=lambda k: (use[thing_id[choice[k]]], k))
        for slot, k in enumerate(order):
            a_things[i, slot], a_place[i, slot] = thing_id[choice[k]], k
        filed[a_things[i, 0]].append(i)
        a_duty[i], a_near[i] = duty_no[alias.duty], alias.near
        a_flags[i] = (
            NEEDS_VERB * bool(alias.verbs)
            | IN_ORDER * alias.order
            | THROUGH * alias.through
            | LOOSE * alias.loose
            | CLINICAL_ONLY * alias.clinical
        )
        for verb in alias.verbs:
            a_verbs[i, verb_id[verb] // 64] |= np.uint64(1 << (verb_id[verb] % 64))
        unless.append([thing_id[name] for name in alias.unless])

    unit_list = list(units.items())
    unit_no = {key: i for i, (key, _) in enumerate(unit_list)}
    u_verbs = np.zeros((len(unit_list), MASKS), np.uint64)
    for i, (_, one) in enumerate(unit_list):
        for verb in one.verbs or ():
            u_verbs[i, verb // 64] |= np.uint64(1 << (verb % 64))
    count = len(words.ids)
    word_unit = np.full(count, -1, np.int32)
    bits = np.zeros(count, np.uint8)
    by_pair: dict[tuple[int, int], list[tuple[int, ...]]] = {}
    for key, one in unit_list:
        if len(key) == 1:
            word_unit[key[0]] = unit_no[key]
        else:
            by_pair.setdefault(key[:2], []).append(key)
            bits[key[0]] |= 8
        if any(filed[thing] for thing in one.things or ()):
            bits[key[0]] |= 2
    for word in abbreviations:
        bits[word] |= 1
    for key, one in unit_list:
        if len(key) == 1 and one.roles & g.CLINICAL:
            bits[key[0]] |= 4
    flat = []
    pairs = 1 << max(4, (len(by_pair) * 4 - 1).bit_length())
    pair_key, pair_span = np.full((pairs, 2), -1, np.int32), np.zeros((2, pairs), np.int32)
    for pair, group in sorted(by_pair.items()):
        slot = (pair[0] * 7919 + pair[1] * 104729) & (pairs - 1)
        while pair_key[slot, 0] >= 0:
            slot = (slot + 1) & (pairs - 1)
        pair_key[slot], pair_span[0, slot] = pair, len(flat)
        flat += sorted(group, key=lambda k: (-len(k), k))
        pair_span[1, slot] = len(flat)
    phrase_words, phrase_word = _csr([list(key) for key in flat])
    slots = 1 << max(8, (count * 4 - 1).bit_length())
    keys, vals = np.zeros(slots, np.uint64), np.full(slots, -1, np.int32)
    for value, ident in words.ids.items():
        slot = (value ^ (value >> 29)) & (slots - 1)
        while vals[slot] >= 0:
            slot = (slot + 1) & (slots - 1)
        keys[slot], vals[slot] = value, ident
    beats = np.zeros((len(duty_ids), len(duty_ids)), np.int8)
    for entry in lexicon.duties.values():
        for other in (*entry.beats, *([entry.parent] if entry.parent else [])):
            beats[duty_no[entry.duty], duty_no[other]] = 1
    for one in lexicon.duties.values():
        for two in lexicon.duties.values():
            # Siblings share words in a list ("oral, topical and inhaled medication") without competing.
            i, j = duty_no[one.duty], duty_no[two.duty]
            if (
                one.parent
                and one.parent == two.parent
                and one is not two
                and not beats[i, j]
                and not beats[j, i]
            ):
                beats[i, j] = beats[j, i] = 2
    families = np.zeros((3, MASKS), np.uint64)
    for row, flag in enumerate(("blocks", "does", "helps")):
        for family in lexicon.verbs.values():
            if getattr(family, flag):
                families[row, verb_id[family.name] // 64] |= np.uint64(1 << (verb_id[family.name] % 64))
    unit_things, unit_thing = _csr([sorted(one.things or ()) for _, one in unit_list])
    anchors, anchor_alias = _csr(filed)
    alias_unless, unless_thing = _csr(unless)
    parts = dict(
        vals=vals,
        word_bits=bits,
        word_unit=word_unit,
        pair_key=pair_key.ravel(),
        pair_first=pair_span[0],
        pair_last=pair_span[1],
        phrase_words=phrase_words,
        phrase_word=phrase_word,
        phrase_unit=[unit_no[key] for key in flat],
        unit_form=[one.form for _, one in unit_list],
        unit_things=unit_things,
        unit_thing=unit_thing,
        anchors=anchors,
        anchor_alias=anchor_alias,
        alias_duty=a_duty,
        alias_flags=a_flags,
        alias_near=a_near,
        alias_things=a_things.ravel(),
        alias_place=a_place.ravel(),
        alias_unless=alias_unless,
        unless_thing=unless_thing,
        helped=[lexicon.duties[d].helped for d in duty_ids],
        and_word=[and_word],
    )
    joined = [np.asarray(parts[name]).astype(np.int32) for name in PARTS]
    starts = np.concatenate([[0], np.cumsum([len(part) for part in joined])[:-1]]).astype(np.int64)
    tables = Tables(
        kinds=words.kinds,
        letters=words.letters,
        keys=keys,
        i=np.concatenate(joined),
        h=starts,
        unit_roles=np.array([one.roles for _, one in unit_list], np.int64),
        unit_verbs=u_verbs,
        alias_verbs=a_verbs,
        families=families,
        beats=beats,
    )
    return CompiledLexicon(
        tables,
        lexicon.digest,
        duty_ids,
        [a.say for a in written],
        [duty_no[a.duty] for a in written],
        np.array([i for i, _ in expanded], np.uint32),
        list(verb_id),
        list(thing_id),
    )


def compile_cached(lexicon: Lexicon, cache_dir: str | Path) -> CompiledLexicon:
    """The compiled lexicon from `cache_dir`; compiled and stored where absent.

    Keyed by the lexicon's digest and by that of the code: arrays of another layout would crash the kernel.
    """
    path = Path(cache_dir) / f"lexicon-{code_digest('compile.py', 'inflect.py')}-{lexicon.digest[:32]}.pickle"
    if path.exists():
        try:
            return pickle.loads(path.read_bytes())
        except (pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            pass  # a torn or foreign file: compile anew and replace it
    compiled = compile_lexicon(lexicon)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_suffix(f".{id(compiled)}.tmp")
    staged.write_bytes(pickle.dumps(compiled, protocol=5))
    staged.replace(path)
    return compiled


__all__ = ["CompiledLexicon", "compile_cached", "compile_lexicon"]
