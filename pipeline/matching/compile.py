"""From the lexicon as written to the arrays that the kernel reads."""

from __future__ import annotations

import itertools
import pickle
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.matching import tables as x
from pipeline.matching.freshness import code_digest
from pipeline.matching.layout import Flat, alias_records, mask, unit_records, words_and_phrases
from pipeline.matching.lexicon import FAR, Lexicon, LexiconFaults
from pipeline.matching.match import ALONE, CLINICAL_ONLY, IN_ORDER, LOOSE, NEEDS_VERB, SOFT, THROUGH
from pipeline.matching.units import Words, units_of


@dataclass(frozen=True)
class CompiledLexicon:
    """Arrays and strings only: it pickles, and goes to other processes as it is.

    `alias_of[i]` is the index in `aliases` (the lines as written) of the kernel's i-th expanded alias.
    """

    tables: x.Tables
    digest: str
    duty_ids: list[str]
    aliases: list[str]
    alias_duty: list[int]
    alias_of: np.ndarray
    verb_names: list[str]
    thing_names: list[str]


def _expand(lexicon: Lexicon) -> list[tuple[int, tuple[str, ...]]]:
    """Each alias with one choice for each slot: (index of the written alias, things)."""
    return [
        (index, choice)
        for index, alias in enumerate(lexicon.aliases)
        for choice in itertools.product(*alias.slots)
        if len(set(choice)) == len(choice)
    ]


def _rarest_first(lexicon: Lexicon) -> list[str]:
    """Names of things, the rarest in aliases first, then as aliases name them: no reading hangs on the files of things.

    Where nothing else parts two candidates the first stands, which is the more special one by this order.
    """
    named = Counter(thing for alias in lexicon.aliases for slot in alias.slots for thing in slot)
    order = {thing: n for n, thing in enumerate(named)}
    return [
        *sorted(named, key=lambda thing: (named[thing], order[thing])),
        *sorted(lexicon.things.keys() - named.keys()),
    ]


def _aliases(
    lexicon: Lexicon,
    expanded: list[tuple[int, tuple[str, ...]]],
    thing_id: dict[str, int],
    duty_no: dict[str, int],
) -> list[tuple[int, int, int, list[int], list[int], list[int], list[int]]]:
    """Records of the expanded aliases for `layout.alias_records`, numbered by anchor: their rarest thing."""
    written = lexicon.aliases
    use = Counter(thing_id[thing] for _, choice in expanded for thing in choice)
    # Numbered by anchor, so that the kernel walks memory forwards.
    expanded.sort(key=lambda item: min((use[thing_id[t]], thing_id[t]) for t in item[1])[::-1] + (item[0],))  # noqa: RUF005
    out = []
    for index, choice in expanded:
        alias = written[index]
        order = sorted(range(len(choice)), key=lambda k: (use[thing_id[choice[k]]], k))
        flags = (
            NEEDS_VERB * bool(alias.verbs)
            | IN_ORDER * alias.order
            | THROUGH * alias.through
            | LOOSE * alias.loose
            | CLINICAL_ONLY * alias.clinical
            | ALONE * alias.alone
            | SOFT * alias.soft
        )
        # A thing that may stand anywhere in the sentence is told by its complement, below zero.
        unless = [~thing_id[name.lstrip(FAR)] if name.startswith(FAR) else thing_id[name] for name in alias.unless]
        things = [thing_id[choice[k]] for k in order]
        beside = [thing_id[name] for name in alias.beside]
        out.append((duty_no[alias.duty], flags, alias.near, things, order, unless, beside))
    return out


def _beats(lexicon: Lexicon, duty_no: dict[str, int]) -> np.ndarray:
    """int64[D, D]: 1 where the row's duty beats the column's, 2 between siblings that do not compete."""
    beats = np.zeros((len(duty_no), len(duty_no)), np.int64)
    for entry in lexicon.duties.values():
        for other in (*entry.beats, *([entry.parent] if entry.parent else [])):
            beats[duty_no[entry.duty], duty_no[other]] = 1
    for one in lexicon.duties.values():
        for two in lexicon.duties.values():
            # Siblings share words in a list ("oral, topical and inhaled medication") without competing.
            i, j = duty_no[one.duty], duty_no[two.duty]
            if one.parent and one.parent == two.parent and one is not two and not beats[i, j] and not beats[j, i]:
                beats[i, j] = beats[j, i] = 2
    return beats


def compile_lexicon(lexicon: Lexicon) -> CompiledLexicon:
    """Compile a checked lexicon. Raises LexiconFaults where it outgrows the kernel's fixed widths."""
    if len(lexicon.verbs) > 64 * x.MASKS:
        raise LexiconFaults([("verbs.toml", "", "", f"more than {64 * x.MASKS} verb families", "join some")])
    if len(lexicon.things) > x.MAX_FAMILIES:
        raise LexiconFaults([("things.toml", "", "", f"more than {x.MAX_FAMILIES} families", "join some")])
    words = Words()
    verb_id = {name: i for i, name in enumerate(lexicon.verbs)}
    thing_id = {name: i for i, name in enumerate(_rarest_first(lexicon))}
    duty_ids = sorted(lexicon.duties)
    duty_no = {name: i for i, name in enumerate(duty_ids)}
    words.split("and")
    units = units_of(lexicon, words, verb_id, thing_id)
    abbreviations = {words.split(text)[-1] for text in lexicon.abbreviations}
    expanded = _expand(lexicon)
    records = _aliases(lexicon, expanded, thing_id, duty_no)
    written = lexicon.aliases

    i, w = Flat(x.X_FOLD, np.int32), Flat(x.W_HEAD, np.int64)
    kinds, letters = words.kinds.astype(np.int64), words.letters.astype(np.int64)
    i.add(None, kinds | letters[:, 0] << 8 | letters[:, 1] << 16 | letters[:, 2] << 24)
    words_and_phrases(i, w, units, words, abbreviations, {record[3][0] for record in records})
    verbs = [{verb_id[verb] for verb in written[n].verbs} for n, _ in expanded]
    sought = {
        thing if thing >= 0 else ~thing for record in records for thing in (*record[3][1:], *record[5], *record[6])
    }
    anchors, others = [record[3][0] for record in records], [record[3][1:] for record in records]
    unit_records(i, w, units, len(thing_id), anchors, sought, verbs, others)
    alias_records(i, w, records, verbs)
    i.add(x.X_HELPED, [lexicon.duties[duty].helped for duty in duty_ids])
    i.head[x.X_DUTIES] = len(duty_ids)
    i.add(x.X_BEATS, _beats(lexicon, duty_no))
    for slot, flag in ((x.W_BLOCKING, "blocks"), (x.W_DOING, "does"), (x.W_HELPERS, "helps")):
        w.add(slot, mask({verb_id[f.name] for f in lexicon.verbs.values() if getattr(f, flag)}, x.MASKS))
    return CompiledLexicon(
        x.Tables(i.done(), w.done()),
        lexicon.digest,
        duty_ids,
        [a.say for a in written],
        [duty_no[a.duty] for a in written],
        np.array([n for n, _ in expanded], np.uint32),
        list(verb_id),
        list(thing_id),
    )


def _kept(digest: str, cache_dir: str | Path) -> Path:
    """Where the compiled form of a lexicon is kept: arrays of another layout would crash the kernel."""
    code = code_digest("compile.py", "units.py", "layout.py", "inflect.py", "lexicon.py", "../occupations.py")
    return Path(cache_dir) / f"lexicon-{code}-{digest[:32]}.pickle"


def kept_lexicon(digest: str, cache_dir: str | Path) -> CompiledLexicon | None:
    """The compiled lexicon of this digest from `cache_dir`, or None where it is not there."""
    try:
        return pickle.loads(_kept(digest, cache_dir).read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError):
        return None  # absent, torn or foreign: it is compiled anew and replaced


def compile_cached(lexicon: Lexicon, cache_dir: str | Path) -> CompiledLexicon:
    """The compiled lexicon from `cache_dir`; compiled and stored where absent."""
    kept = kept_lexicon(lexicon.digest, cache_dir)
    if kept is not None:
        return kept
    path = _kept(lexicon.digest, cache_dir)
    compiled = compile_lexicon(lexicon)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_suffix(f".{id(compiled)}.tmp")
    staged.write_bytes(pickle.dumps(compiled, protocol=5))
    staged.replace(path)
    return compiled


__all__ = ["CompiledLexicon", "compile_cached", "compile_lexicon", "kept_lexicon"]
