"""How the outputs of a check name things: labels of duties, roles, settings and states, conditions, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.asking.question import delegator_names, duty_names, role_names, setting_names, state_names
from pipeline.checking.found import Basis, CheckedFile, Entry
from pipeline.commands.terminal import conditions_in_words
from pipeline.plain_words import within
from pipeline.release import Release

VERDICT_WORDS = {
    "prohibited": "prohibited",
    "reserved": "reserved: a licensed act",
    "not_researched": "not researched: nobody has looked",
    "silent": "silent: the texts do not say",
    "conditional": "allowed on conditions",
    "delegable": "left to the delegating practitioner",
    "permitted": "permitted",
    "not_asked": "not asked: the document itself denies it",
}
NO_LAW_WORDS = {
    "reserved": "No text that was read gives this licensed act to the role.",
    "silent": "No text that was read says whether the role may do it under this delegator.",
}
CHECKED_WORDS = {"primary_text": "text read", "secondary_text": "known from a report", "unchecked": "not checked"}
_SOURCE_WORDS = {
    "command": "as told on the command line",
    "default": "not named in the document; the usual case is taken",
    "title": "by its title",
    "heading": "by the heading",
    "statement": "by the statement",
    "document": "by its words",
}


@dataclass(frozen=True)
class Labels:
    """Names of ids, from a release."""

    duties: dict[str, str]
    roles: dict[str, str]
    settings: dict[str, str]
    states: dict[str, str]
    delegators: dict[str, str]

    @classmethod
    def of(cls, release: Release) -> Labels:
        return cls(
            dict(duty_names(release).labels),
            dict(role_names(release).labels),
            dict(setting_names(release).labels),
            dict(state_names(release).labels),
            dict(delegator_names().labels),
        )

    def asked_of(self, entry: Entry) -> str:
        """The roles and settings that an entry was asked for."""
        pairs = dict.fromkeys((m.role.value, m.setting.value) for m in entry.mentions)
        return "; ".join(f"{self.roles[role]}, {within(self.settings[setting])}" for role, setting in pairs)


def usual_of(entries: Iterable[Entry], labels: Labels) -> str:
    """The role and setting that most places of a document were asked for."""
    counts = Counter((m.role.value, m.setting.value) for e in entries for m in e.mentions)
    ((role, setting), _), *_ = counts.most_common(1)
    return f"{labels.roles[role]}, {within(labels.settings[setting])}"


def conditions_of(entry: Entry) -> str:
    v = entry.first.answer.verdict
    return "; ".join(conditions_in_words(v.supervision, v.authorization, v.credential, v.training_hours))


def lines_told(checked: CheckedFile) -> str:
    """Of which text the lines of a report are; empty where the file itself has them."""
    if checked.text_file:
        return f"Lines are those of the text as it was read: {checked.text_file}"
    return "" if checked.read.kind == "text" else "Lines are those of the text as it was read; --text-out writes it."


def evidence_of(basis: Basis) -> str:
    """Why a role, setting or state was taken, in a few words."""
    words = f': "{basis.words}"' if basis.words else ""
    return f"{_SOURCE_WORDS[basis.source]}{words}"


def bases_of(checked: CheckedFile, labels: Labels) -> list[tuple[str, str, str]]:
    """(what, label, evidence) for the state and for each role and setting that a document was asked for."""
    out = [("State", labels.states[checked.state.value], evidence_of(checked.state))]
    seen: set[tuple[str, str]] = set()
    for what, names, bases in (
        ("Role", labels.roles, [m.role for m in checked.mentions]),
        ("Setting", labels.settings, [m.setting for m in checked.mentions]),
    ):
        for basis in bases:
            if (what, basis.value) not in seen:
                seen.add((what, basis.value))
                out.append((what, names[basis.value], evidence_of(basis)))
    return out
