"""Surface forms of the lexicon: which words and phrases there are, and what each can be."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline import occupations
from pipeline.matching import grammar as g
from pipeline.matching.folding import fold_tables
from pipeline.matching.inflect import noun_forms, verb_forms
from pipeline.matching.lexicon import Lexicon
from pipeline.matching.tokens import PRIME, SEED


class Words:
    """Ids of folded words, numbered as they are met; hashes are those of the kernel itself."""

    def __init__(self) -> None:
        self.kinds, self.letters = fold_tables()
        self.ids: dict[int, int] = {}

    def split(self, text: str) -> tuple[int, ...]:
        """Word ids of a surface form, folded exactly as running text is."""
        out = []
        for word in (
            text.replace("&", " and ").replace("-", " ").replace("/", " ").replace(".", " ").replace("'", "").split()
        ):
            out.append(self.ids.setdefault(self.hash(word), len(self.ids)))
        return tuple(out)

    def hash(self, word: str) -> int:
        text = b""
        for char in word:
            if self.letters[ord(char), 0]:
                text += bytes(int(byte) for byte in self.letters[ord(char)] if byte)
            elif char == "&":
                return self.hash("and")
            else:
                text += char.encode()
        value = SEED
        for byte in text:
            value = (value * 129 + byte) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 32)) * PRIME) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 32
        return value


@dataclass
class Unit:
    roles: int = 0
    form: int = 0
    verbs: set[int] = field(default_factory=set)
    things: set[int] = field(default_factory=set)


def units_of(lexicon: Lexicon, words: Words, verb_id: dict[str, int], thing_id: dict[str, int]) -> dict:
    units: dict[tuple[int, ...], Unit] = {}

    def unit(text: str) -> Unit:
        return units.setdefault(words.split(text), Unit())

    for family in lexicon.verbs.values():
        forms = [(text, kind) for stem in family.verbs for text, kind in verb_forms(stem).items()]
        forms += [(text, "act") for stem in family.acts for text in noun_forms(stem)]
        forms += [(text, "base") for text in family.words]
        for text, kind in forms:
            one = unit(text)
            one.form |= {
                "base": g.FINITE,
                "third": g.FINITE | g.THIRD,
                "both": g.FINITE | g.PARTICIPLE,
                "ing": g.ING,
                "part": g.PARTICIPLE,
                "act": g.ACT,
                "past": g.FINITE | g.PAST,
            }[kind]
            one.verbs.add(verb_id[family.name])
            if family.helps:
                one.roles |= g.HELPING
    includes = {name: set(family.includes) for name, family in lexicon.things.items()}
    for _ in range(4):
        for name in includes:
            includes[name] |= set().union(*(includes[other] for other in includes[name])) if includes[name] else set()
    for name in lexicon.things:
        for source in {name, *includes[name]}:
            family = lexicon.things[source]
            for text in [form for stem in family.nouns for form in noun_forms(stem)] + list(family.words):
                one = unit(text)
                one.things.add(thing_id[name])
                if not lexicon.things[source].acts:
                    one.form |= g.THING | (g.ING_FIRST if text.split()[0].endswith("ing") else 0)
    _people_alike(units, words, lexicon.alike)
    _owned(units, words, lexicon)
    told = ("determiner", "and", "be", "of", "actor", "holder")
    roles = {r: {words.split(text) for text in lexicon.roles.get(r, ())} for r in told}
    people = {words.split(name) for name in (*occupations.ANOTHER, *map(occupations.plural, occupations.ANOTHER))}
    (by,) = words.split("by")
    longer = _longer_behind_articles(units, roles["determiner"], roles["and"] | roles["be"])
    for key, one in units.items():
        last = units.get(key[-1:])
        if len(key) > 1 and one.things and last is not None and last.form & (g.ACT | g.ING):
            one.form |= g.ACT_LAST
        opens = units.get(key[:1])
        if len(key) > 1 and one.things and opens is not None and opens.form & g.FINITE:
            one.form |= g.FINITE_FIRST
        articled = len(key) == 2 and key[:1] in roles["determiner"] and key not in roles["actor"]
        if articled and last is not None and last.form & g.ACT:
            one.form |= g.ACT  # "the collection" is listed: it is the act as well; not "the courier"
            one.verbs |= last.verbs
        if len(key) > 1 and one.things and opens is not None and opens.form & g.ING:
            one.form |= g.ING_OPENS
        if len(key) > 1 and one.things and opens is not None and opens.form & g.PARTICIPLE:
            # "performed by the provider"; not "registered nurse", who is a person and no passive.
            person = any(key[k:] in people or key[k:] in roles["actor"] for k in range(len(key)))
            one.form |= 0 if person and by not in key else g.PART_OPENS
        names = key[1:2] in roles["of"] and opens is not None and opens.form & (g.ACT | g.ING)
        if len(key) > 2 and one.things and names:
            one.form |= g.ACT_OF
    # A phrase is also what its last words are: "new patient paperwork" is paperwork. Not where a family named passed_*
    # lists it, to be passed over: "on call" is no call.
    passed = {thing_id[name] for name in lexicon.things if name.startswith("passed")}
    for key in people:
        units.setdefault(key, Unit())
    (non,) = words.split("non")
    apart = {words.split(one) for one in ("as", "under")}
    by_word = words.split("by")
    for key in sorted(units, key=len):
        if len(key) < 2 or not (units[key].things or key in people) or units[key].things & passed:
            continue
        if key[:1] in apart or (key[:1] == by_word and key[2:] in roles["actor"]):
            continue  # "as directed by the provider" names nobody whom one assists
        for k in range(1 if key[0] != non else len(key), len(key)):  # "non-IV injections" are none by vein
            tail = units.get(key[k:])
            if tail is not None and tail.things:
                units[key].things |= tail.things
                units[key].form |= g.THING if key in people else 0
                break
    for text in lexicon.ambiguous:
        unit(text).form |= g.THING
    for role, texts in lexicon.roles.items():
        for text in texts:
            if text.startswith("<"):  # "<ecg>": every form of that family of things
                ident = thing_id[text.strip("<>")]
                for one in units.values():
                    if ident in one.things:
                        one.roles |= g.BIT[role]
            else:
                unit(text).roles |= g.BIT[role]
    for with_article, key in longer.items():
        units[with_article].roles |= units[key].roles  # "the office manager" is an office manager
    # Where "the post" is listed, "the post holder" is the job-holder still.
    _people_behind_articles(
        units, roles["determiner"], {key for key in roles["actor"] | roles["holder"] if key in units}
    )
    people |= _people_behind_articles(units, roles["determiner"], people)
    # People in a phrase are still people, and health care is still health care.
    carried = g.ACTOR | g.HOLDER | g.PERSON
    for key, one in units.items():
        # Unless it says itself whose: "physician assistant", "another employee".
        carries = one.things and not one.roles & (g.ACTOR | g.HOLDER) and key not in people
        opening = units.get(key[:1])
        # "under the direction of the physician" is no subject.
        led = len(key) > 2 and opening is not None and opening.roles & (g.PREPOSITION | g.LIGHT | g.PAUSE)
        for k in range(len(key)):
            part = units.get(key[k : k + 1])
            if len(key) > 1 and part is not None:
                who = (carried & ~g.ACTOR if led else carried) if k == len(key) - 1 and carries else 0
                one.roles |= part.roles & (g.CLINICAL | who)
                if k == len(key) - 1:
                    said = g.PROCEDURE if part.form & (g.FINITE | g.ING) else g.PROCEDURE | g.TEACHING
                    one.roles |= part.roles & said  # "discharge instructions" teach
    return units


def _people_alike(units: dict[tuple[int, ...], Unit], words: Words, alike: dict[str, tuple[str, ...]]) -> None:
    """Where a thing is said of patients, it is the same of veterans and service users ("veterans' charts").

    Others with an article stand only between other words ("helps the patient walk"; not "urine of the patient", which
    may go on: "of the patient's sister"). A phrase that the lexicon lists itself stays as it is; but whoever is listed
    alone is all that "patients" is.
    """
    listed = set(units)
    articles = {"the", "a"}
    for name, others in alike.items():
        (one,) = words.split(name)
        for key in [key for key in listed if one in key and units[key].things]:
            unit = units[key]
            for other in others:
                if other.split()[0] in articles and one not in key[1:-1]:
                    continue
                said = tuple(part for word in key for part in (words.split(other) if word == one else (word,)))
                if said not in listed:
                    units.setdefault(said, Unit(unit.roles, unit.form, set(unit.verbs), set(unit.things)))
                elif len(key) == 1:
                    units[said].things |= unit.things
                    units[said].form |= unit.form


def _owned(units: dict[tuple[int, ...], Unit], words: Words, lexicon: Lexicon) -> None:
    """Where "the babys heel" is listed, a text's "the baby's heel" is one: the possessive falls there.

    A phrase that the lexicon lists itself stays as it is; "the doctors orders" does not make a thing of "the doctor
    orders tests", nor "the visitors entering" one of "the visitor entering".
    """
    named = {name for role in ("actor", "holder", "person") for name in lexicon.roles.get(role, ())}
    named.update(lexicon.owners, occupations.ANOTHER, *lexicon.alike.values())
    owners = {name.split()[-1] for name in named if name.split()[-1].isalpha()}
    ones = {one for name in owners for one in (name, name.removesuffix("s")) if one}
    alone = {words.split(one + "s")[0]: words.split(one)[0] for one in sorted(ones)}
    little = ("and", "preposition", "light_preposition", "to", "of", "by", "be", "modal", "relative", "adverb", "who")
    apart = {key[0] for key, unit in units.items() if len(key) == 1 and unit.form & (g.THIRD | g.ING)}
    for role in (*little, "determiner", "negation"):
        apart |= {words.split(text)[0] for text in lexicon.roles.get(role, ())}
    slashed = {words.split(t) for one in lexicon.things.values() for t in (*one.nouns, *one.words) if "/" in t}
    for key in [key for key in units if key not in slashed and not alone.keys().isdisjoint(key[:-1])]:
        behind = (*key[1:], None)
        said = tuple(
            alone.get(w, w) if n is not None and n not in apart else w for w, n in zip(key, behind, strict=True)
        )
        unit = units[key]
        units.setdefault(said, Unit(unit.roles, unit.form, set(unit.verbs), set(unit.things)))


def _longer_behind_articles(
    units: dict[tuple[int, ...], Unit], articles: set[tuple[int, ...]], parting: set[tuple[int, ...]]
) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Where "the lab" is listed, "the lab results" is "lab results" still: the longest phrase is taken first.

    parting: words behind which another thing begins ("the patient and equipment"). Returns what was added: with its
    article, and without.
    """
    added = {}
    things = [key for key, one in units.items() if one.things and len(key) > 1]
    by_first: dict[int, list[tuple[int, ...]]] = {}
    for key in things:
        by_first.setdefault(key[0], []).append(key)
    for key in things:
        if key[:1] not in articles:
            continue
        rest = key[1:]
        for other in by_first.get(rest[0], ()):
            longer = key[:1] + other
            parted = any((word,) in parting for word in other)
            if len(other) > len(rest) and other[: len(rest)] == rest and longer not in units and not parted:
                one = units[other]
                units[longer] = Unit(one.roles, one.form, set(one.verbs), set(one.things))
                added[longer] = other
    return added


def _people_behind_articles(
    units: dict[tuple[int, ...], Unit], articles: set[tuple[int, ...]], people: set[tuple[int, ...]]
) -> set[tuple[int, ...]]:
    """Where "the family" is listed, "the family doctor" is a doctor still. Returns the names with their articles."""
    out = {article + key for article in articles for key in people}
    for article in articles:
        for key in people:
            one = units[key]
            if article + key in units:
                units[article + key].roles |= one.roles
            elif any(article + key[:k] in units for k in range(1, len(key))):
                units[article + key] = Unit(one.roles, one.form, set(one.verbs), set(one.things))
    return out
