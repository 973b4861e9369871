"""The lexicon as words: for each line of it the verb forms and things with which it may be said.

Read from the lexicon as written (`raw/lexicon`), never from the matcher's answers: what is generated from it can be
held against the matcher.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.matching import Lexicon
from pipeline.matching.inflect import noun_forms, verb_forms
from pipeline.matching.lexicon import Alias


@dataclass(frozen=True)
class Verb:
    """A verb in the forms that sentences need. `part` is the participle ("drawn")."""

    base: str
    third: str
    ing: str
    part: str

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.base, self.third, self.ing, self.part)


@dataclass(frozen=True)
class Saying:
    """A line of the lexicon in words. `slots`: phrases of each thing, of which one must stand for each slot."""

    alias: Alias
    verbs: tuple[Verb, ...]
    acts: tuple[str, ...]
    slots: tuple[tuple[str, ...], ...]

    @property
    def verb_forms(self) -> list[str]:
        """Every form of every verb, the nouns of the act included; unlike each other, sorted."""
        return sorted({form for verb in self.verbs for form in verb.forms} | set(self.acts))

    @property
    def late_forms(self) -> list[str]:
        """Forms that may follow the thing ("blood is drawn", "blood collection")."""
        return sorted({verb.part for verb in self.verbs} | set(self.acts))


def _verb(stem: str) -> Verb:
    forms = verb_forms(stem)
    names = list(forms)
    participles = [form for form, kind in forms.items() if kind == "part"]
    return Verb(names[0], names[1], names[2], participles[0] if participles else names[-1])


class Surface:
    """Words of a lexicon. Things are phrases in lower case as the lexicon has them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._verbs = {
            name: (tuple(map(_verb, family.verbs)), tuple(f for act in family.acts for f in noun_forms(act)))
            for name, family in lexicon.verbs.items()
        }

    @cached_property
    def things(self) -> dict[str, tuple[str, ...]]:
        """Phrases of each family of things, those of the families that it includes too."""
        own = {
            name: [form for noun in family.nouns for form in noun_forms(noun)] + list(family.words)
            for name, family in self.lexicon.things.items()
        }
        out = {}
        for name in own:
            reached, waiting = [name], list(self.lexicon.things[name].includes)
            while waiting:
                other = waiting.pop(0)
                if other not in reached:
                    reached.append(other)
                    waiting += self.lexicon.things[other].includes
            out[name] = tuple(dict.fromkeys(phrase for family in reached for phrase in own[family]))
        return out

    @cached_property
    def families(self) -> dict[str, frozenset[str]]:
        """Families of things that a phrase belongs to; a phrase is also what its last words are."""
        direct: dict[str, set[str]] = {}
        for name, phrases in self.things.items():
            for phrase in phrases:
                direct.setdefault(phrase, set()).add(name)
        out = {}
        for phrase, names in direct.items():
            words = phrase.split()
            tails = (direct.get(" ".join(words[k:]), set()) for k in range(1, len(words)))
            out[phrase] = frozenset(names.union(*tails))
        return out

    @cached_property
    def sayings(self) -> list[Saying]:
        """All lines of the lexicon, by duty id, then as written."""
        out = []
        for alias in self.lexicon.aliases:
            verbs = [verb for name in alias.verbs for verb in self._verbs[name][0]]
            acts = [act for name in alias.verbs for act in self._verbs[name][1]]
            slots = tuple(tuple(dict.fromkeys(p for name in slot for p in self.things[name])) for slot in alias.slots)
            out.append(Saying(alias, tuple(dict.fromkeys(verbs)), tuple(dict.fromkeys(acts)), slots))
        return out
