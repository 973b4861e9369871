"""Understanding a question that is asked in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.plain_words import Names, NotFound, names_of
from pipeline.release import Release
from schemas.vocabulary import PRACTITIONERS

DEFAULT_ROLE = "medical_assistant"
DEFAULT_SETTING = "physician_office"
DEFAULT_DELEGATOR = "physician"

_DELEGATOR_NAMES = {
    "physician": ("doctor", "md", "do", "medical doctor", "osteopath"),
    "pa": ("physician assistant", "physician associate"),
    "np": ("nurse practitioner", "aprn", "arnp", "crnp", "cnm", "cns", "nurse midwife", "advanced practice nurse"),
    "nurse": ("rn", "lpn", "lvn", "registered nurse", "practical nurse"),
    "podiatrist": ("dpm",),
    "chiropractor": ("dc",),
    "optometrist": ("od",),
    "naturopath": ("nd", "naturopathic physician"),
    "dentist": ("dds", "dmd"),
    "pharmacist": ("pharmd",),
}
_DELEGATOR_LABELS = {"pa": "Physician assistant", "np": "Nurse practitioner"}
_ACTS = ("perform", "give", "administer", "take", "start", "insert", "remove", "collect", "apply", "assist with",
         "prepare", "call in", "order", "schedule", "record", "measure", "read")  # fmt: skip
"""What is done with the things that people ask of by name ("Pap smear", "IV", "refills")."""
_OFFERS = 5


@dataclass(frozen=True)
class Question:
    """Ids throughout. `as_of`: the day whose law is asked for."""

    state: str
    duty_id: str
    role_id: str
    setting_id: str
    delegator: str
    as_of: date


def state_names(release: Release) -> Names:
    rows = release.table("states").iter_rows(named=True)
    return names_of("state", [(r["state"], r["name"], [r["state"], *r["aliases"]]) for r in rows])


def duty_names(release: Release) -> Names:
    rows = release.table("duties").iter_rows(named=True)
    return names_of("duty", [(r["duty_id"], r["label"], ()) for r in rows])


def role_names(release: Release) -> Names:
    rows = release.table("roles").iter_rows(named=True)
    return names_of("role", [(r["role_id"], r["label"], r["aliases"]) for r in rows])


def role_in_state(release: Release, role_id: str, state: str) -> None:
    """Raises NotFound where the role is a title of another state; what the state has itself is offered."""
    own = {r["role_id"]: r["state"] for r in release.table("roles").iter_rows(named=True)}
    if own[role_id] in (None, state):
        return
    labels, states = role_names(release).labels, state_names(release).labels
    title, there, here = (names.get(i, i) for names, i in ((labels, role_id), (states, own[role_id]), (states, state)))
    offers = [r for r, s in own.items() if s == state] + [DEFAULT_ROLE]
    why = f"'{title}' is a title of {there}, not of {here}."
    raise NotFound(f"role of {state}", role_id, [(r, labels[r]) for r in offers], why)


def setting_names(release: Release) -> Names:
    rows = release.table("settings").iter_rows(named=True)
    return names_of("setting", [(r["setting_id"], r["label"], r["aliases"]) for r in rows])


def delegator_names() -> Names:
    labels = {p: _DELEGATOR_LABELS.get(p, p.capitalize()) for p in PRACTITIONERS}
    return names_of("delegator", [(p, label, _DELEGATOR_NAMES[p]) for p, label in labels.items()])


def understand(
    release: Release,
    *,
    state: str,
    duty: str,
    role: str | None,
    setting: str | None,
    delegator: str | None,
    as_of: date,
    read_duty: Callable[[str], list[str]],
) -> Question:
    """A question from words. `read_duty` gives the duties that the matcher finds in words.

    Raises NotFound where words cannot be told, with the nearest that can.
    """
    return Question(
        state=state_names(release).find(state.strip().upper() if len(state.strip()) == 2 else state),
        duty_id=_duty(release, duty, read_duty),
        role_id=role_names(release).find(role) if role else DEFAULT_ROLE,
        setting_id=setting_names(release).find(setting) if setting else DEFAULT_SETTING,
        delegator=delegator_names().find(delegator) if delegator else DEFAULT_DELEGATOR,
        as_of=as_of,
    )


def _duty(release: Release, words: str, read_duty: Callable[[str], list[str]]) -> str:
    names = duty_names(release)
    try:
        return names.find(words)
    except NotFound as error:
        found = list(dict.fromkeys(read_duty(words)))
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound("single duty", words, [(d, names.labels[d]) for d in found]) from error
        # Of a bare thing the spelling leads nowhere ("IV" to "give enemas"): what is done with it is offered.
        done = Counter(read_duty("\n".join(f"- {act} {' '.join(words.split())}" for act in _ACTS)))
        offers = [(d, names.labels[d]) for d, _ in done.most_common(_OFFERS)]
        raise NotFound(error.what, words, offers or error.offers) from error
