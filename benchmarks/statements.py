"""Statements of duties with the truth about them, and statements of none: seeded, from the lexicon's own words.

The truth of a statement is the duty of the line of the lexicon that it was made from. No matcher is asked; a statement
that by the lexicon's own precedence (`beats`, `parent`, `unless`) would rather be another duty is not made.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from benchmarks import other_words as w
from benchmarks.noise import disturb
from benchmarks.surface import Saying, Surface, Verb

TRIES = 12
# Opener, the form of the verb after it, whether the duty is denied.
OPENERS: tuple[tuple[str, str, bool], ...] = (
    ("", "base", False),
    ("", "base", False),
    ("", "third", False),
    ("", "ing", False),
    ("The medical assistant will ", "base", False),
    ("The medical assistant ", "third", False),
    ("Medical assistants may ", "base", False),
    ("You will ", "base", False),
    ("Duties include ", "ing", False),
    ("Under the provider's direction, ", "base", False),
    ("Daily duties in the clinic: ", "base", False),
)
DENIALS: tuple[tuple[str, str, bool], ...] = (
    ("Medical assistants may not ", "base", True),
    ("The medical assistant must not ", "base", True),
    ("MAs are not permitted to ", "base", True),
    ("Under no circumstances may the medical assistant ", "base", True),
    ("Does not include ", "ing", True),
    ("The medical assistant never ", "third", True),
)
GAPS = ("", "", "", "the ", "all ", "any ", "required ", "the necessary ", "routine ", "various ", "the patient's ")
TAILS = (
    "",
    "",
    " as directed by the physician",
    " according to clinic protocol",
    " in accordance with provider orders and office policy",
    " for adult and pediatric patients",
    " in a busy family practice clinic",
    " before and during each patient visit",
    " throughout the day in the medical office",
    " for all clinic patients on the day of the visit",
    " in a timely and professional manner",
    " with great attention to detail",
    " safely and accurately",
    " on a daily basis for several providers",
    " at the main clinic and at two satellite clinics during the busy season",
)
CONDITIONS = (
    " under the direct supervision of a physician",
    " if permitted by state law",
    " when certified",
    " as delegated by the provider",
    " only when a physician is on site in the clinic",
)
CLINICAL = (" for patients of the clinic", " in the medical office", " for the physician's patients")


@dataclass(frozen=True)
class Statement:
    """A text of one line. `truth`: ids of its duties in order, "-" before those denied; empty where it names none."""

    text: str
    truth: tuple[str, ...]


class Writer:
    """Writes statements from a lexicon; what it writes depends on the random numbers given alone."""

    def __init__(self, surface: Surface) -> None:
        self._families = surface.families
        self._sayings = surface.sayings
        self._by_duty: dict[str, list[Saying]] = {}
        for saying in self._sayings:
            self._by_duty.setdefault(saying.alias.duty, []).append(saying)
        self._duties = sorted(self._by_duty)
        self._examples = [
            (s.alias.duty, text)
            for s in self._sayings
            for text in s.alias.examples
            if not re.search(r"\b(not|never|except)\b", text)
        ]  # some deny another duty
        duties = surface.lexicon.duties
        self._rivals = {
            duty: [
                s
                for other in duties.values()
                if duty in other.beats or other.parent == duty
                for s in self._by_duty[other.duty]
            ]
            for duty in self._duties
        }
        self.things = [p for s in self._sayings for slot in s.slots for p in slot[:3]]

    def duty(self, rng: random.Random) -> Statement:
        """A statement of one to four duties."""
        kind = rng.random()
        if kind < 0.15:
            return self._example(rng)
        denied = kind > 0.92
        opener, form, negated = rng.choice(DENIALS if denied else OPENERS)
        number = rng.choices((1, 2, 3, 4), (52, 28, 14, 6))[0]
        found = [self._clause(rng, form, opener == "") for _ in range(number)]
        parts = [text for text, _, _ in found]
        last = " or " if negated else " and "
        text = opener + (
            parts[0] if number == 1 else ", ".join(parts[:-1]) + ("," if number > 2 else "") + last + parts[-1]
        )
        needs_care = any(clinical for _, _, clinical in found)
        tail = rng.choice(CONDITIONS if not negated and rng.random() < 0.12 else TAILS)
        text += rng.choice(CLINICAL) if needs_care and not opener else tail
        duties = dict.fromkeys(("-" if negated else "") + duty for _, duty, _ in found)
        return Statement(disturb(rng, text), tuple(duties))

    def other(self, rng: random.Random) -> Statement:
        """A statement that names no duty."""
        kind = rng.random()
        if kind < 0.12:
            text = rng.choice(w.REQUIREMENTS).replace("{thing}", rng.choice(self.things))
        elif kind < 0.3:
            text = rng.choice(w.BENEFITS)
        elif kind < 0.5:
            text = rng.choice(w.COMPANY)
        else:
            verbs, objects = w.TRADES[rng.choice(tuple(w.TRADES))]
            text = f"{rng.choice(verbs)} {rng.choice(objects)}"
            if rng.random() < 0.6:
                text += f" and {rng.choice(verbs).lower()} {rng.choice(objects)}"
            text += rng.choice(w.CLOSINGS).replace("{place}", rng.choice(w.PLACES))
        return Statement(disturb(rng, text.replace("{n}", str(rng.randint(2, 9)))), ())

    def statement(self, rng: random.Random) -> Statement:
        """A duty or none, one as likely as the other."""
        return self.duty(rng) if rng.random() < 0.5 else self.other(rng)

    def _example(self, rng: random.Random) -> Statement:
        duty, text = rng.choice(self._examples)
        return Statement(disturb(rng, text + rng.choice(TAILS)), (duty,))

    def _clause(self, rng: random.Random, form: str, alone: bool) -> tuple[str, str, bool]:
        """(words, duty, whether a word of health care must stand by). alone: nothing stands before it."""
        while True:
            saying = rng.choice(self._by_duty[rng.choice(self._duties)])
            for _ in range(TRIES):
                verb = rng.choice(saying.verbs) if saying.verbs else None
                phrases = [rng.choice(slot) for slot in saying.slots]
                if self._is_own(saying, verb, phrases):
                    return (
                        self._words(rng, saying, verb, phrases, form, alone),
                        saying.alias.duty,
                        saying.alias.clinical,
                    )

    def _is_own(self, saying: Saying, verb: Verb | None, phrases: list[str]) -> bool:
        """Whether by the lexicon's precedence the words say this duty rather than another."""
        held = frozenset().union(*(self._families[p] for p in phrases))
        if held.intersection(saying.alias.unless) or len(set(phrases)) < len(phrases):
            return False
        for rival in self._rivals[saying.alias.duty]:
            said = not rival.alias.verbs or verb in rival.verbs
            if said and all(held.intersection(slot) for slot in rival.alias.slots):
                return False
        return True

    def _words(
        self, rng: random.Random, saying: Saying, verb: Verb | None, phrases: list[str], form: str, alone: bool
    ) -> str:
        if not saying.alias.order and rng.random() < 0.3:
            rng.shuffle(phrases)
        joint = rng.choice((" ", " ", " and ", " or ")) if len(phrases) > 1 else ""
        thing = joint.join(phrases)
        if verb is None:
            return thing if alone else f"{_form(DOING, form)} {thing}"
        if alone and len(phrases) == 1 and rng.random() < 0.18:  # the other order
            if saying.acts and rng.random() < 0.5:
                return f"{thing} {rng.choice(saying.acts)}"
            return f"{thing} {rng.choice(('is', 'are', 'will be', 'are routinely'))} {verb.part}"
        gap = "" if thing.startswith("the ") else rng.choice(GAPS)
        return f"{_form(verb, form)} {gap}{thing}"


DOING = Verb("perform", "performs", "performing", "performed")


def _form(verb: Verb, form: str) -> str:
    return getattr(verb, form)
