"""Plain words for the terminal. Text from data is shown with its control characters made visible, never sent."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

MARKS = {
    "permitted": ("yes", "bold green"),
    "conditional": ("only if", "bold yellow"),
    "delegable": ("left to the delegating practitioner", "bold cyan"),
    "prohibited": ("no", "bold red"),
    "reserved": ("no: a licensed act", "bold red"),
    "silent": ("the texts that were read do not say", "bold"),
    "not_researched": ("nobody has looked", "bold magenta"),
}

SUPERVISION_WORDS = {
    "general": "supervisor reachable",
    "on_site": "supervisor in the facility",
    "in_room": "supervisor in the room",
}
AUTHORIZATION_WORDS = {
    "standing_order": "on a standing order",
    "patient_order": "on an order for the patient",
    "written_protocol": "on a written protocol",
    "dose_verified": "drug and dose checked by a licensed person",
}
CREDENTIAL_WORDS = {
    "training": "after training",
    "national_certification": "with a national certification",
    "state_registration": "with the state's registration",
    "state_certification": "with the state's certification",
    "state_license": "with the state's license or permit",
}


def inert(text: str) -> str:
    """Text without control characters: escapes in the data must not reach the terminal."""
    return "".join(ch if ch.isprintable() else repr(ch)[1:-1] for ch in text)


def verdict_text(verdict: str) -> Text:
    words, style = MARKS[verdict]
    return Text.assemble((verdict.replace("_", " ").upper(), style), f"  {words}")


def conditions_in_words(
    supervision: str | None, authorization: str | None, credential: str | None, hours: int | None
) -> list[str]:
    """The condition fields in plain words, those that say something."""
    parts = [
        SUPERVISION_WORDS.get(supervision or ""),
        AUTHORIZATION_WORDS.get(authorization or ""),
        CREDENTIAL_WORDS.get(credential or ""),
    ]
    out = [p for p in parts if p]
    if hours is not None:
        out.append(f"{hours} hours of training")
    return out


def console() -> Console:
    return Console(highlight=False, soft_wrap=False)
