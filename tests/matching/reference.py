"""The matching of one sentence in plain Python, by brute force: what the kernel must give, without its shortcuts.

No table, mask, anchor filing or early exit: every alias is tried at every position, from the lexicon as written. It
shares with the product only the word forms (`units_of`) and the names of roles. Polarity is not in it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from pipeline.matching import Lexicon
from pipeline.matching import grammar as g
from pipeline.matching.units import Unit, Words, units_of
from tests.matching.reading import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    HARD,
    LISTING,
    OPEN,
    SLASH,
    STRONG,
    Group,
    Place,
    has_object,
    read,
    skip,
)
from tests.matching.theirs import told_theirs

MARKS = {",": COMMA, ";": STRONG, ":": COLON, "-": BREAK, "/": SLASH, "(": OPEN, ")": CLOSE}
POST = g.FINITE | g.ING | g.PARTICIPLE | g.ACT


@dataclass
class Form:
    """One alias with one thing in each slot: `things` from the anchor on, with their written places."""

    index: int
    things: list[tuple[int, int]]


@dataclass
class Found:
    """A candidate: positions of its things, of its verb (-1 none), and why it stands or falls."""

    form: Form
    at: list[int]
    why: int
    verb: int

    @property
    def lo(self) -> int:
        return min(self.at)

    @property
    def hi(self) -> int:
        return max(self.at)


@dataclass
class Reference:
    """Brute-force matcher of a lexicon."""

    lexicon: Lexicon
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        lexicon = self.lexicon
        self.verb_id = {name: i for i, name in enumerate(lexicon.verbs)}
        mentioned = [thing for alias in lexicon.aliases for slot in alias.slots for thing in slot]
        times = Counter(mentioned)
        rarest = sorted(dict.fromkeys(mentioned), key=times.__getitem__)
        self.thing_id = {name: i for i, name in enumerate([*rarest, *sorted(set(lexicon.things) - set(rarest))])}
        self.units: dict[tuple[int, ...], Unit] = units_of(lexicon, self.words, self.verb_id, self.thing_id)
        self.helping = self.families("helps")
        self.blocking, self.doing = self.families("blocks"), self.families("does")
        choices = [
            (n, tuple(self.thing_id[thing] for thing in choice))
            for n, alias in enumerate(lexicon.aliases)
            for choice in itertools.product(*alias.slots)
            if len(set(choice)) == len(choice)
        ]
        use = Counter(thing for _, choice in choices for thing in choice)

        def number(item: tuple[int, tuple[int, ...]]) -> tuple[int, int, int]:
            count, thing = min((use[thing], thing) for thing in item[1])
            return thing, count, item[0]

        self.forms = []
        for n, choice in sorted(choices, key=number):
            slots = sorted(range(len(choice)), key=lambda k, c=choice: (use[c[k]], k))
            self.forms.append(Form(n, [(choice[k], k) for k in slots]))
        self.beats = {
            (entry.duty, other)
            for entry in lexicon.duties.values()
            for other in (*entry.beats, *([entry.parent] if entry.parent else []))
        }

    def families(self, flag: str) -> set[int]:
        return {self.verb_id[f.name] for f in self.lexicon.verbs.values() if getattr(f, flag)}

    def places(self, text: str) -> list[Place]:
        """Positions of a text of words and MARKS: the longest phrase first."""
        tokens: list[tuple[int, int, int, int]] = []
        sep = 0
        for found in re.finditer(r"[a-z0-9]+|[,;:/()]|(?<= )-(?= )", text):
            if found.group() in MARKS:
                sep |= MARKS[found.group()]
                continue
            ident = self.words.ids.get(self.words.hash(found.group()), -1)
            tokens.append((ident, found.start(), found.end(), sep))
            sep = 0
        out = []
        i = 0
        while i < len(tokens):
            for size in range(min(24, len(tokens) - i), 0, -1):
                key = self.phrase(tokens[i : i + size])
                if size == 1 or key in self.units:
                    unit = self.units.get(key, Unit())
                    spread = tokens[i][1], tokens[i + size - 1][2]
                    out.append(Place(unit, *spread, tokens[i][3], known=key in self.units))
                    i += size
                    break
        self.clinical = any(self.units.get((token[0],), Unit()).roles & g.CLINICAL for token in tokens) or any(
            place.roles & g.CLINICAL for place in out
        )
        return out

    def phrase(self, tokens: list[tuple[int, int, int, int]]) -> tuple[int, ...]:
        """The words of a phrase, without short forms in brackets; nothing where a mark parts them."""
        key = [tokens[0][0]]
        k = 1
        while k < len(tokens):
            bracket = tokens[k][3] & OPEN
            k += 1 if bracket else 0
            if k == len(tokens) or (tokens[k][3] & ~SLASH) != (CLOSE if bracket else 0):
                return ()
            key.append(tokens[k][0])
            k += 1
        return tuple(key)

    def find(self, text: str) -> list[tuple[str, str, int, int, str]]:
        """(duty, alias, start, end, reason) of each candidate, as `explain` gives them."""
        places = self.places(text)
        groups = read(places, self.helping, self.blocking, self.doing)
        found = []
        for p, place in enumerate(places):
            here = [form for form in self.forms if form.things[0][0] in place.unit.things]
            for form in sorted(here, key=lambda form: form.things[0][0]):
                at = self.stands(places, p, form)
                if at is not None:
                    found.append(Found(form, at, *self.verdict(places, groups, form, min(at), max(at))))
        self.compete(found)
        out = []
        for one in found:
            alias = self.lexicon.aliases[one.form.index]
            spread = [one.lo, one.hi, *([one.verb] if one.verb >= 0 else [])]
            ends = places[min(spread)].start, places[max(spread)].end
            out.append((alias.duty, alias.say, *ends, g.REASONS[one.why]))
        return out

    def stands(self, places: list[Place], p: int, form: Form) -> list[int] | None:
        """Where each thing of the alias stands around its anchor at p, or None."""
        alias = self.lexicon.aliases[form.index]
        if places[p].acts and not (places[p].alone or alias.loose or alias.alone):
            return None
        at = [p]
        for thing, slot in form.things[1:]:
            reach = []
            for step in (1, -1):
                if alias.order and (slot > form.things[0][1]) != (step > 0):
                    continue
                q = p
                for distance in range(1, alias.near + 1):
                    q += step
                    if not 0 <= q < len(places) or places[q].acts or places[max(q, q - step)].sep & STRONG:
                        break
                    if thing in places[q].unit.things:
                        reach.append((distance, -step, q))
                        break
            if thing in places[p].unit.things:
                reach = [(0, 0, p)]
            if not reach:
                return None
            at.append(min(reach)[2])
        return at

    def verdict(self, places: list[Place], groups: list[Group], form: Form, lo: int, hi: int) -> tuple[int, int]:
        """(reason, position of the verb) of an alias whose things stand from lo to hi."""
        alias = self.lexicon.aliases[form.index]
        verbs = {self.verb_id[name] for name in alias.verbs}
        grp = places[lo].group
        if alias.clinical and not self.clinical:
            return g.UNCLINICAL, -1
        if alias.alone:
            after = places[lo + 1 : lo + 2]
            ends = not after or after[0].sep & (HARD | COMMA | SLASH) or after[0].roles & g.AND
            free = groups[grp].kind == 0 or not places[lo].unit.form & g.THING or places[lo].acts
            return (g.KEPT if ends and free else g.NO_VERB), -1
        behind = groups[grp].kind >= 2
        if behind and alias.through and (groups[grp].kind == 2 or groups[grp].topic):
            grp, behind = groups[grp].parent, False
        for name in alias.unless:
            thing = self.thing_id[name.lstrip("~")]
            if name.startswith("~") and any(thing in place.unit.things for place in places):
                return g.UNLESS, -1
            if not name.startswith("~") and self.near_by(places, lo, hi, thing):
                return g.UNLESS, -1
        beside = {self.thing_id[name] for name in alias.beside}
        if beside and not any(beside & set(place.unit.things) for place in places):
            return g.WITHOUT, -1
        after = places[hi + 1 :]
        if after and after[0].roles & g.TAIL and not after[0].sep:
            return g.TAILED, -1
        if verbs:
            if not behind and groups[grp].kind == 1 and groups[grp].verbs & verbs:
                own = [q for q in range(groups[grp].verb, lo) if places[q].acts and places[q].unit.verbs & verbs]
                return g.KEPT, own[0] if own else groups[grp].verb
            up = groups[grp].help
            if alias.through and up > 0 and groups[up].verbs & verbs:
                return g.KEPT, groups[up].verb
            q = -1 if groups[grp].who or groups[grp].topic else self.verb_after(places, hi, verbs)
            if q < 0 and groups[grp].kind != 2:
                q = self.verb_of_pronoun(places, lo, hi, verbs)
            if q < 0 and groups[grp].kind == 0:
                q = self.verb_of_note(places, hi, verbs)
            return (g.KEPT, q) if q >= 0 else (g.BEHIND if behind else g.NO_VERB, -1)
        if alias.loose:
            return g.KEPT, -1
        if behind:
            return g.BEHIND, -1
        if places[lo].acts:
            return g.KEPT, -1
        if groups[grp].kind == 1:
            if groups[grp].verbs & self.blocking and not groups[grp].verbs & self.doing:
                parallel = places[lo].form & g.ING_FIRST and places[groups[grp].verb].form & g.ING
                item = lo > 0 and (places[lo].sep & (COMMA | SLASH) or places[lo - 1].roles & g.AND)
                if parallel and item:
                    return g.KEPT, -1
                return g.BLOCKED_VERB, groups[grp].verb
            return g.KEPT, -1
        for q, place in enumerate(after, hi + 1):
            if place.sep & (HARD | OPEN):
                break
            if place.roles & (g.NEG | g.NEG_AFTER):
                does = places[q + 1 : q + 2]
                apart = g.BE | g.ALLOWED | g.NEG_AFTER | g.HOLDER
                verb = bool(does) and not does[0].sep and not does[0].roles & apart
                if verb and not place.roles & g.NEG_AFTER and (does[0].acts or not does[0].known):
                    return g.PROSE, -1
                break
            if place.sep & COMMA and place.roles & g.HOLDER:
                break
            if place.roles & (g.BE | g.MODAL):
                denied = any(
                    later.roles & (g.NEG | g.NEG_AFTER)
                    or (later.roles & g.ALLOWED and not any(p.roles & g.ACTOR for p in places[k + 1 : k + 2]))
                    for k, later in enumerate(places[q + 1 : self.told_until(places, q)], q + 1)
                )
                told = told_theirs(places, lo, hi, q) or self.task_of(places, q)
                kept = denied or self.done_by(places[q:]) or told
                return (g.KEPT if kept else g.PROSE), -1
        return g.KEPT, -1

    def done_by(self, places: list[Place]) -> bool:
        """Whether these open with "is", a participle of doing, "by" and a person."""
        k = 0
        while (
            k < len(places)
            and places[k].roles & (g.BE | g.MODAL | g.ADVERB)
            and not places[k].sep & (HARD | COMMA | SLASH)
        ):
            k += 1
        if k < len(places) and places[k].roles & g.BY and places[k - 1].form & g.THING:
            pass
        elif k == len(places) or not places[k].form & g.PARTICIPLE or not places[k].unit.verbs & self.doing:
            return False
        else:
            k += 1
        while k < len(places) and places[k].roles & g.ADVERB and not places[k].sep:
            k += 1
        if k == len(places) or not places[k].roles & g.BY or places[k].sep:
            return False
        return any(place.roles & (g.HOLDER | g.ACTOR) for place in places[k : k + 4])

    def told_until(self, places: list[Place], q: int) -> int:
        """Where the words end that "is" at q tells: two, and two more behind an article, an adverb or the unknown."""
        end = q + 3
        while end < q + 5 and end - 1 < len(places):
            before = places[end - 1]
            if not (before.roles & (g.DETERMINER | g.ADVERB) or not before.known):
                break
            end += 1
        return end

    def task_of(self, places: list[Place], q: int) -> bool:
        """Whether the job-holder does what "is" at q is said of: named in a clause that ends in a verb of doing."""
        named = next((k for k, place in enumerate(places[q + 1 :], q + 1) if place.roles & g.HOLDER), -1)
        apart = g.NEG | g.NEG_AFTER | g.ACTOR | g.BE | g.BY
        between = places[q + 1 : named]
        if not between or any(place.sep or place.acts or place.roles & apart for place in between):
            return False
        if places[named].sep or places[named].roles & g.WHO:
            return False
        k = named + 1
        while k < len(places) and places[k].roles & (g.MODAL | g.ADVERB) and not places[k].roles & g.NEG:
            if places[k].sep:
                return False
            k += 1
        if k == len(places) or places[k].sep or not places[k].acts or not places[k].form & g.FINITE:
            return False
        return not has_object(places, k) and bool(places[k].unit.verbs & self.doing)

    def near_by(self, places: list[Place], lo: int, hi: int, thing: int) -> bool:
        """Whether a thing stands in the same item of a list, up to five positions off."""
        for q in range(lo - 1, max(-1, lo - 6), -1):
            if places[q + 1].sep & (HARD | COMMA) or places[q].acts:
                break
            if thing in places[q].unit.things:
                return True
        for q in range(lo + 1, min(len(places), hi + 6)):
            example = places[q].roles & (g.LIGHT | g.INCLUDING) == g.LIGHT
            if q > hi and (places[q].sep & (HARD if example else HARD | COMMA) or places[q].acts):
                break
            if q != hi and thing in places[q].unit.things:
                return True
            ordered = places[q].roles & g.BY and (places[q].roles | places[q - 1].roles) & g.ADVERB
            if q > hi and (ordered or places[q].roles & g.CONDITION):
                break
        return False

    def verb_after(self, places: list[Place], hi: int, verbs: set[int]) -> int:
        """Position of a passive or nominal verb behind its object, or -1."""
        steps, seen, passive = 0, bool(places[hi].form & g.ACT_LAST), False
        for q in range(hi + 1, len(places)):
            place = places[q]
            form, roles = place.unit.form, place.roles
            if steps >= 5 or place.sep & (HARD | OPEN | CLOSE):
                return -1
            act = form & (g.PARTICIPLE | g.ACT) or (form & g.ING and not place.acts)
            goes_on = seen and (act or roles & g.AND)
            if (place.sep & (COMMA | SLASH) and not goes_on) or (roles & g.AND and not seen):
                return self.passive_of_all(places, q, verbs)
            if roles & (g.PREPOSITION | g.LIGHT | g.TO | g.BY | g.RELATIVE | g.OF | g.TOPIC) and not form & POST:
                return -1
            if place.acts and (not form & (g.PARTICIPLE | g.ACT) or (form & g.ING and has_object(places, q))):
                return -1
            both = form & g.FINITE and form & g.PARTICIPLE and not form & g.ACT
            if both and not passive:
                return -1
            if roles & g.BE:
                passive = True
            elif passive and (roles & (g.HOLDER | g.ACTOR | g.DETERMINER) or (form & g.THING and not form & POST)):
                return -1
            if form & (POST & ~g.FINITE):
                if place.unit.verbs & verbs:
                    return q
                seen = True
            elif roles & (g.AND | g.ADVERB | g.BE | g.MODAL | g.DETERMINER | g.NEG | g.NEG_AFTER):
                steps -= 1
            steps += 1
        return -1

    def passive_of_all(self, places: list[Place], q: int, verbs: set[int]) -> int:
        """Position of a passive verb whose subjects go on from q ("blood and urine are drawn"), or -1."""
        ends = g.PREPOSITION | g.LIGHT | g.TO | g.BY | g.RELATIVE | g.MODAL | g.TOPIC | g.HOLDER | g.ACTOR | g.NEG
        apart = HARD | OPEN | CLOSE
        subjects = 0
        while q < len(places) and not places[q].roles & g.BE:
            place = places[q]
            if place.sep & apart or place.acts or place.roles & ends or subjects == 5:
                return -1
            if place.form & (g.PARTICIPLE | g.THING) == g.PARTICIPLE:
                return -1
            subjects += not place.roles & (g.AND | g.ADVERB | g.DETERMINER | g.OF)
            q += 1
        if q == len(places) or places[q].sep or places[q - 1].roles & g.AND:
            return -1
        little = g.AND | g.ADVERB
        q += 1
        while q < len(places) and places[q].roles & (little | g.BE) and not places[q].sep & apart:
            q += 1
        first = True
        while q < len(places) and places[q].form & g.PARTICIPLE and not places[q].sep & apart:
            if not first and not places[q].sep & LISTING and not places[q - 1].roles & g.AND:
                return -1
            if places[q].unit.verbs & verbs:
                return q
            first = False
            q += 1
            while q < len(places) and places[q].roles & little and not places[q].sep & HARD:
                q += 1
        return -1

    def verb_of_pronoun(self, places: list[Place], lo: int, hi: int, verbs: set[int]) -> int:
        """Position of a verb whose object is a pronoun for the things at lo..hi, or -1."""
        begin = max((k for k in range(lo + 1) if k == 0 or places[k].sep & STRONG), default=0)
        persons = any(place.roles & g.PERSON for place in places[begin:lo])
        if persons and not places[lo].roles & g.PERSON:
            return -1
        for q in range(hi + 1, min(len(places) - 1, hi + 14)):
            if places[q].sep & STRONG:
                return -1
            if places[q].acts and places[q].unit.verbs & verbs and places[q + 1].roles & g.PRONOUN:
                return q
        return -1

    def verb_of_note(self, places: list[Place], hi: int, verbs: set[int]) -> int:
        """Position of a verb without an object behind the dash or colon behind the thing, or -1."""
        marks = [q for q in range(hi + 1, len(places)) if places[q].sep & (BREAK | COLON)]
        between = places[hi + 1 : marks[0]] if marks else []
        if not marks or len(between) > 5 or any(p.acts or p.sep & (HARD | OPEN | CLOSE) for p in between):
            return -1
        found, q = [], marks[0]
        while q < len(places) and places[q].form & (g.FINITE | g.ING):
            if has_object(places, q):
                return -1
            found.append(q)
            q += 1
            if q < len(places) and not places[q].sep & LISTING and not places[q].roles & g.AND:
                break
            q = skip(places, q, g.AND | g.ADVERB)
        return next((q for q in found if places[q].unit.verbs & verbs), -1)

    def compete(self, found: list[Found]) -> None:
        """Mark those that a more specific duty beats, then those said twice."""
        duty = {id(one): self.lexicon.aliases[one.form.index].duty for one in found}
        order = {id(one): n for n, one in enumerate(found)}
        parents = {name: entry.parent for name, entry in self.lexicon.duties.items()}
        for b in found:
            for a in found:
                one, two = duty[id(a)], duty[id(b)]
                if b.why != g.KEPT or a.why not in (g.KEPT, g.BEATEN) or one == two or not set(a.at) & set(b.at):
                    continue
                siblings = parents[one] is not None and parents[one] == parents[two]
                # As the kernel counts: a phrase that is two of a's things at once counts twice.
                soft = self.lexicon.aliases[a.form.index].soft
                longer = not soft and len(a.at) > len(b.at) and sum(p in b.at for p in a.at) == len(b.at)
                free = a.verb == b.verb or b.verb < 0
                mutual = (two, one) in self.beats
                first = len(a.at) > len(b.at) or (len(a.at) == len(b.at) and order[id(a)] < order[id(b)])
                contest = not siblings and (two, one) not in self.beats
                if ((one, two) in self.beats and (first or not mutual)) or (longer and free and contest):
                    b.why = g.BEATEN
        for n, b in enumerate(found):
            for k, a in enumerate(found):
                if k == n or a.why != g.KEPT or b.why != g.KEPT or duty[id(a)] != duty[id(b)]:
                    continue
                touch = set(a.at) & set(b.at) or (a.lo <= b.hi and b.lo <= a.hi)
                alone = [self.lexicon.aliases[one.form.index].alone for one in (a, b)]
                # What stands only where it is denied ("alone") gives way to what is as long.
                if touch and (len(a.at), a.verb >= 0, not alone[0], -k) > (len(b.at), b.verb >= 0, not alone[1], -n):
                    b.why = g.TWICE
