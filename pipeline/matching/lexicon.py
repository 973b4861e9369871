"""The lexicon as people write it: `raw/lexicon/*.toml`, parsed and checked, every fault collected.

Files by name: `verbs*.toml` (families of acts), `things*.toml` (families of things), `grammar*.toml` (cues and
little words); every other file holds duties. `raw/lexicon/README.md` tells how to write them.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import occupations
from pipeline.matching.grammar import BIT
from pipeline.state_names import STATES

Fault = tuple[str, str, str, str, str]  # file, record, field, problem, mend


class LexiconFaults(Exception):
    """The lexicon is not usable; `faults` holds (file, record, field, problem, mend) for each reason."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(": ".join(fault) for fault in faults))


@dataclass(frozen=True)
class VerbFamily:
    """One act in its surface forms: `verbs` are inflected, `acts` are nouns of the act, `words` stand as they are."""

    name: str
    verbs: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    does: bool = False
    blocks: bool = False
    helps: bool = False


@dataclass(frozen=True)
class ThingFamily:
    """One thing in its surface forms: `nouns` get a plural, `words` stand as they are, `includes` adds families.

    `acts`: its words are verbs that may stand without an object; they are no things to other aliases.
    """

    name: str
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    acts: bool = False


@dataclass(frozen=True)
class Alias:
    """One way of saying a duty. `say` and `unless` as written, `verbs` empty where things alone say it.

    `beside`: what `with` asks for, one of these somewhere in the sentence.
    """

    duty: str
    say: str
    verbs: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]
    near: int
    order: bool = False
    through: bool = False
    loose: bool = False
    clinical: bool = False
    alone: bool = False
    soft: bool = False
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass
class DutyEntry:
    """All that the lexicon says of one duty."""

    duty: str
    file: str
    aliases: list[Alias] = field(default_factory=list)
    beats: tuple[str, ...] = ()
    parent: str | None = None
    helped: bool = False
    never: tuple[str, ...] = ()


@dataclass
class Lexicon:
    """A checked lexicon. `digest` is the sha256 of the files' names and bytes."""

    verbs: dict[str, VerbFamily]
    things: dict[str, ThingFamily]
    roles: dict[str, tuple[str, ...]]
    duties: dict[str, DutyEntry]
    digest: str
    abbreviations: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of people, with those that stand in their place: "patients" with "veterans", "pts"."""
    owners: tuple[str, ...] = ()
    """Who else may own a thing ("the baby's heel"), beside all people that have a role."""

    @property
    def aliases(self) -> list[Alias]:
        """Aliases in the order of their index: by duty id, then as written."""
        return [alias for duty in sorted(self.duties) for alias in self.duties[duty].aliases]


_OPTION = re.compile(r"^(near\s+\d+|order|through|loose|clinical|alone|soft|(unless|with)\s+\S+)$")
_DEFAULT_NEAR = 4
FAR = "~"  # before a thing of `unless`: anywhere in the sentence
_ENDS_PHRASE = re.compile(r"[,;:()\[\]]")
_PART = re.compile(r"\{(\w+)\}")
# Lists that a phrase of the grammar may name in braces: "{another} only" stands for "physician only" and so on.
NAMES: dict[str, tuple[str, ...]] = {
    "another": occupations.ANOTHER,
    "others": tuple(map(occupations.plural, occupations.ANOTHER)),
    "may_be_holder": occupations.MAY_BE_HOLDER,
    "may_be_holders": tuple(map(occupations.plural, occupations.MAY_BE_HOLDER)),
    "state": STATES,
}


def parse_say(say: str) -> dict[str, Any] | str:
    """Parts of an alias line, or what is wrong with it."""
    body, *options = [part.strip() for part in say.split(";")]
    verbs, plus, things = body.partition("+")
    if not plus:
        verbs, things = "", body
    elif not verbs.strip():
        return "no verb family before '+'"
    slots = tuple(tuple(slot.split("|")) for slot in things.split())
    if not 1 <= len(slots) <= 4:
        return "an alias needs one to four things"
    out: dict[str, Any] = {
        "verbs": tuple(v.strip() for v in verbs.split("|") if v.strip()),
        "slots": slots,
        "near": _DEFAULT_NEAR,
        "order": False,
        "through": False,
        "loose": False,
        "clinical": False,
        "alone": False,
        "soft": False,
        "unless": (),
        "beside": (),
    }
    for option in options:
        if not _OPTION.match(option):
            return f"unknown option {option!r}"
        key, _, value = option.partition(" ")
        if key == "near":
            out[key] = int(value)
        elif key in ("unless", "with"):
            out["beside" if key == "with" else key] = tuple(value.strip().split("|"))
        else:
            out[key] = True
    return out


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.verbs: dict[str, VerbFamily] = {}
        self.things: dict[str, ThingFamily] = {}
        self.roles: dict[str, list[str]] = {}
        self.duties: dict[str, DutyEntry] = {}
        self.abbreviations: list[str] = []
        self.ambiguous: list[str] = []
        self.alike: dict[str, tuple[str, ...]] = {}
        self.owners: list[str] = []
        self.where: dict[str, str] = {}

    def fault(self, file: str, record: str, name: str, problem: str, mend: str) -> None:
        self.faults.append((file, record, name, problem, mend))

    def family(self, file: str, name: str, body: Any, lists: tuple[str, ...], flags: tuple[str, ...]) -> dict | None:
        if not isinstance(body, dict):
            self.fault(file, name, "", "not a table", f"write [{name}] with its lists under it")
            return None
        out: dict[str, Any] = {}
        for key, value in body.items():
            if key in lists and _strings(value):
                out[key] = tuple(value)
            elif key in flags and isinstance(value, bool):
                out[key] = value
            else:
                self.fault(
                    file,
                    name,
                    key,
                    "unknown field or wrong type",
                    f"use {', '.join(lists)} (lists of words) or {', '.join(flags) or 'no flag'}",
                )
        if not any(out.get(key) for key in lists):
            self.fault(file, name, lists[0], "no word in the family", "add at least one word")
        self.phrases(file, name, [text for key in lists if key != "includes" for text in out.get(key, ())])
        return out

    def phrases(self, file: str, name: str, texts: Iterable[str]) -> None:
        """Fault those that no text can match: a phrase ends where a comma, a colon or a bracket stands."""
        for text in texts:
            if _ENDS_PHRASE.search(text):
                self.fault(file, name, text, "a phrase with a comma, colon or bracket matches nothing", "take it apart")

    def written_out(self, file: str, role: str, texts: Iterable[str]) -> list[str]:
        """Phrases with each list that they name in braces written out."""
        out: list[str] = []
        for text in texts:
            names = _PART.findall(text)
            unknown = next((name for name in names if name not in NAMES), None)
            if unknown:
                self.fault(file, role, text, f"no list {unknown!r} of names", f"use one of: {', '.join(NAMES)}")
                continue
            pieces = _PART.split(text)[::2]
            for chosen in itertools.product(*(NAMES[name] for name in names)):
                out.append(pieces[0] + "".join(a + b for a, b in zip(chosen, pieces[1:], strict=True)))
        return out

    def grammar(self, file: str, data: dict[str, Any]) -> None:
        for role, written in data.items():
            words = self.written_out(file, role, written) if _strings(written) else written
            if not _strings(words):
                self.fault(file, role, "", "not a list of words", "write a list of words or phrases")
            elif role == "abbreviation":
                self.abbreviations += words
            elif role == "ambiguous":
                self.ambiguous += words
            elif role == "owner":
                self.owners += words
            elif role == "alike":
                self.same_people(file, words)
            elif role in BIT:
                self.phrases(file, role, words)
                self.roles.setdefault(role, []).extend(words)
                self.where.setdefault(f"role {role}", file)
            else:
                self.fault(file, role, "", "no such role", f"use one of: {', '.join(BIT)}")

    def same_people(self, file: str, lines: list[str]) -> None:
        """Take lines such as "patients: veterans, pts"."""
        for line in lines:
            name, _, rest = line.partition(":")
            others = tuple(other.strip() for other in rest.split(",") if other.strip())
            if len(name.split()) != 1 or not others:
                self.fault(file, "alike", line, "no word with others behind a colon", 'write "patients: veterans, pts"')
            else:
                self.alike[name.strip()] = others

    def duty(self, file: str, name: str, body: Any) -> None:
        if not isinstance(body, dict) or not isinstance(body.get("says"), dict) or not body["says"]:
            self.fault(file, name, "says", "no alias", f"add a table [{name}.says]")
            return
        if name in self.duties:
            self.fault(file, name, "", f"duty is also in {self.duties[name].file}", "keep one entry for each duty")
            return
        entry = DutyEntry(name, file)
        for key, value in body.items():
            if key == "says":
                continue
            if key in ("beats", "never") and _strings(value):
                setattr(entry, key, tuple(value))
            elif key == "parent" and isinstance(value, str):
                entry.parent = value
            elif key == "helped" and isinstance(value, bool):
                entry.helped = value
            else:
                self.fault(file, name, key, "unknown field or wrong type", "use says, parent, beats, never, helped")
        for say, examples in body["says"].items():
            if not _strings(examples) or not examples:
                self.fault(file, name, say, "no example", "give at least one text that it must match")
                continue
            parts = parse_say(say)
            if isinstance(parts, str):
                self.fault(file, name, say, parts, "write 'verb|verb + thing thing; option'")
                continue
            entry.aliases.append(Alias(duty=name, say=say, examples=tuple(examples), **parts))
        self.duties[name] = entry

    def references(self) -> None:
        for role, words in self.roles.items():
            for word in words:
                if word.startswith("<") and word.strip("<>") not in self.things:
                    self.fault(self.where[f"role {role}"], role, word, "no such family of things", "declare or mend it")
        for entry in self.duties.values():
            for alias in entry.aliases:
                for verb in alias.verbs:
                    if verb not in self.verbs:
                        self.fault(
                            entry.file,
                            entry.duty,
                            alias.say,
                            f"no verb family {verb!r}",
                            "declare or mend it",
                        )
                named = [*itertools.chain(*alias.slots), *alias.beside, *(t.lstrip(FAR) for t in alias.unless)]
                for thing in named:
                    if thing not in self.things:
                        self.fault(
                            entry.file,
                            entry.duty,
                            alias.say,
                            f"no thing family {thing!r}",
                            "declare or mend it",
                        )
            for other in (*entry.beats, *([entry.parent] if entry.parent else [])):
                if other not in self.duties:
                    self.fault(entry.file, entry.duty, "beats", f"no duty {other!r}", "name a duty of the lexicon")
        for thing in self.things.values():
            for other in thing.includes:
                if other not in self.things:
                    self.fault(
                        self.where[thing.name],
                        thing.name,
                        "includes",
                        f"no thing family {other!r}",
                        "mend it",
                    )


def lexicon_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 (hex) of a lexicon's files, (name, content) in the order of their names."""
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def load_lexicon(raw_lexicon_dir: str | Path) -> Lexicon:
    """Read and check every `*.toml` of a folder.

    Raises LexiconFaults with all faults found, never only the first; where files are no TOML, they are told alone: what
    they hold, the others would seem to lack.
    """
    folder = Path(raw_lexicon_dir)
    reader = _Reader()
    contents: list[tuple[str, bytes]] = []
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise LexiconFaults([(str(folder), "", "", "no lexicon file", "put verbs.toml, things.toml and so on here")])
    tables: list[tuple[str, dict[str, Any]]] = []
    for path in files:
        content = path.read_bytes()
        contents.append((path.name, content))
        try:
            tables.append((path.name, tomllib.loads(content.decode("utf-8"))))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
            reader.fault(path.name, "", "", f"not valid TOML: {err}", "mend the line named")
    if reader.faults:
        raise LexiconFaults(reader.faults)
    for file, data in tables:
        if file.startswith("grammar"):
            reader.grammar(file, data)
            continue
        for name, body in data.items():
            if file.startswith("verbs"):
                got = reader.family(file, name, body, ("verbs", "acts", "words"), ("does", "blocks", "helps"))
                if got is not None:
                    reader.verbs[name] = VerbFamily(name, **got)
            elif file.startswith("things"):
                got = reader.family(file, name, body, ("nouns", "words", "includes"), ("acts",))
                if got is not None:
                    if name in reader.things:
                        reader.fault(file, name, "", "family declared twice", "keep one")
                    reader.things[name] = ThingFamily(name, **got)
                    reader.where[name] = file
            else:
                reader.duty(file, name, body)
    reader.references()
    if reader.faults:
        raise LexiconFaults(reader.faults)
    return Lexicon(
        reader.verbs,
        reader.things,
        {k: tuple(v) for k, v in reader.roles.items()},
        reader.duties,
        lexicon_digest(contents),
        tuple(reader.abbreviations),
        tuple(reader.ambiguous),
        reader.alike,
        tuple(reader.owners),
    )
