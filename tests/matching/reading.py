"""The shallow reading of one sentence in plain Python, for the reference: acting verbs and what each governs."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.matching import grammar as g
from pipeline.matching.units import Unit

COMMA, STRONG, COLON, SLASH, OPEN, CLOSE, BREAK = 1, 2, 4, 16, 32, 64, 128
HARD = STRONG | COLON | BREAK
LISTING = COMMA | SLASH
BEHIND = g.PREPOSITION | g.RELATIVE | g.BY | g.TOPIC
VERBAL = g.FINITE | g.ING | g.PARTICIPLE


@dataclass
class Place:
    """One position: a word or phrase, its characters, what stands before it, and how it was read.

    `alone`: it acts, or stands by itself as a thing ("billing, coding and keeping records").
    """

    unit: Unit
    start: int
    end: int
    sep: int
    known: bool = True
    acts: bool = False
    alone: bool = False
    group: int = 0

    @property
    def roles(self) -> int:
        return self.unit.roles

    @property
    def form(self) -> int:
        return self.unit.form


@dataclass
class Group:
    """What a verb (kind 1), a preposition (2) or a relative clause (3) governs; kind 0: no verb yet."""

    kind: int = 0
    parent: int = 0
    verb: int = -1
    help: int = 0
    verbs: set[int] = field(default_factory=set)
    who: bool = False
    topic: bool = False
    told: bool = False


def skip(places: list[Place], k: int, roles: int) -> int:
    """First position from k on without any of these roles."""
    while k < len(places) and places[k].roles & roles:
        k += 1
    return k


def has_object(places: list[Place], i: int) -> bool:
    stop = HARD | LISTING | CLOSE
    k = i + 1
    while k < len(places) and places[k].roles & g.ADVERB and not places[k].sep & stop:
        k += 1
    if k >= len(places) or places[k].sep & stop:
        return False
    if places[k].form & g.FINITE and not places[k].form & g.THING and places[i].form & g.FINITE:
        return False
    little = g.AND | g.BE | g.MODAL | g.PREPOSITION | g.LIGHT | g.OF | g.TO | g.RELATIVE | g.BY
    return not places[k].roles & little


def acts_of(places: list[Place], i: int) -> bool:
    """Whether the act at i is in a list of acts, the last behind "and" or a slash, that ends in "of"."""
    k = i + 1
    linked = False
    while k < min(len(places), i + 9) and not places[k].sep & HARD:
        if places[k].roles & g.OF:
            return linked and not places[k].sep & LISTING
        first = k
        while k < len(places) and places[k].roles & (g.AND | g.ADVERB) and not places[k].sep & HARD:
            k += 1
        linked = bool(places[first].sep & SLASH) or any(p.roles & g.AND for p in places[first:k])
        if not linked and not any(p.sep & LISTING for p in places[first : max(k, first + 1)]):
            return False
        if k + 1 < len(places) and not places[k].known and places[k + 1].form & g.ACT:
            k += 1
        if k == len(places):
            return False
        form = places[k].form
        if form & g.ACT_OF:
            return linked
        if not form & (g.ACT | g.ING) and not (form & g.FINITE and form & g.THING):
            return False
        k += 1
    return False


def of_subject(places: list[Place], i: int) -> bool:
    """Whether a participle at i goes with the subject of a sentence ("drawn blood is ...")."""
    for q in range(i + 1, min(len(places), i + 5)):
        apart = g.AND | g.PREPOSITION | g.LIGHT | g.TO | g.RELATIVE
        if places[q].sep or places[q].roles & apart:
            return False
        if places[q].roles & (g.BE | g.MODAL):
            return q > i + 1
    return False


def of_people(places: list[Place], i: int) -> bool:
    """Whether people, with more told of them, are the subject of the verb at i ("assistants in clinics draw blood")."""
    someone = g.HOLDER | g.ACTOR
    k = i - 1
    while k > max(0, i - 9) and not places[k + 1].sep and not places[k].roles & someone:
        k -= 1
    if places[k + 1].sep or k == i - 1 or not places[k].roles & someone:
        return False
    after = places[k + 1].roles
    who = bool(after & (g.RELATIVE | g.WHO) or places[k].roles & g.WHO)
    if not who and (not after & (g.PREPOSITION | g.LIGHT) or any(p.acts for p in places[k + 1 : i])):
        return False
    if places[k].roles & g.WHO and k > 0 and places[k - 1].roles & someone and not places[k].sep:
        k -= 1
    while k > 0 and not places[k].sep and (places[k - 1].roles & (g.DETERMINER | g.ADVERB) or not places[k - 1].known):
        k -= 1
    return k == 0 or bool(places[k].sep) or bool(places[k - 1].roles & g.CAUSING)


def sought(places: list[Place], i: int) -> bool:
    """Whether "who" at i tells of one who is looked for ("we need someone who can room patients")."""
    after = places[i + 1 : i + 3]
    able = len(after) == 2 and after[1].roles & g.ABILITY and not after[1].sep
    if after and after[0].roles & g.BE and not able:
        return False
    k = i - 1
    while k > max(0, i - 6) and not places[k + 1].sep and not places[k].roles & (g.SEEK | g.CAUSING):
        if places[k].acts or places[k].roles & (g.PERSON | g.ACTOR | g.RELATIVE | g.PREPOSITION | g.LIGHT):
            return False
        k -= 1
    if k < 0 or places[k + 1].sep:
        return False
    wanted = k > 0 and places[k].roles & g.CAUSING and places[k - 1].roles & g.WE
    return bool(places[k].roles & g.SEEK or wanted)


def acts(places: list[Place], i: int) -> bool | str:
    """Whether the verb form at i acts as a verb; "alone" where it may stand by itself too."""
    form = places[i].form
    following = places[i + 1 : i + 4]
    role = [place.roles for place in following] + [0] * (3 - len(following))
    listed = bool(places[i].sep & LISTING)
    start = i == 0 or bool(places[i].sep & (HARD | OPEN))
    j = i - 1
    while not start and places[j].roles & g.ADVERB:
        listed = listed or bool(places[j].sep & LISTING)
        start = j == 0 or bool(places[j].sep & (HARD | OPEN))
        j -= 1
        if not start and j > 0 and places[j].roles & g.AND and places[j - 1].roles & g.ADVERB and not places[j + 1].sep:
            j -= 1
    prev = 0 if start else places[j].roles
    of_list = form & (g.ACT | g.ING) and acts_of(places, i)
    if of_list or (form & g.ACT and role[0] & g.OF and not following[0].sep & (HARD | LISTING)):
        k = i - 1
        while k >= 0 and places[k].roles & (g.DETERMINER | g.ADVERB) and not places[k + 1].sep & (HARD | LISTING):
            k -= 1
        apart = g.LIGHT | g.HELPING
        governed = k >= 0 and places[k].acts and places[k].form & g.FINITE and not places[k].roles & apart
        alone = form & g.ING and form & g.THING and not prev & g.BY and not following[0].sep & SLASH
        if of_list and alone and not governed:
            return "alone"
        return not (form & g.THING and governed)
    if prev & g.DETERMINER and not prev & g.HOLDER:
        told = j > 0 and places[j - 1].roles & g.HOLDER and not places[j].sep
        if not (told and form & (g.FINITE | g.THING) == g.FINITE):
            return False
    chained = False
    if not start and (prev & g.AND or listed):
        before = [place for place in places[: j + 1] if not place.roles & (g.AND | g.ADVERB)]
        chained = bool(before) and before[-1].acts
    obj = has_object(places, i)
    listed_on = bool(following) and bool(role[0] & g.AND or following[0].sep & LISTING)
    if form & g.ACT and not form & VERBAL:
        return False
    if form & g.FINITE and not prev & g.BE:
        if start and role[0] & (g.BE | g.MODAL) and not following[0].sep:
            return False
        openers = g.ABILITY | g.TURN | g.SEEK | g.NEG_SHORT
        if not form & g.THING or chained:
            return True
        if prev & (g.TO | g.MODAL | g.HOLDER | g.WE | g.RELATIVE | g.NEG | openers):
            return True
        helps = not start and not listed and prev & g.HELPING and places[j].acts
        if helps and places[j].form & (g.FINITE | g.ING) and obj:
            return True
        if obj and not start and not listed and j == 0 and not places[0].known:
            return True
        joining = g.AND | g.TO | g.PREPOSITION | g.LIGHT | g.OF | g.BE | g.ADVERB | g.MODAL | g.BY | g.RELATIVE
        plain = not start and not listed and not prev & (joining | g.NEG | g.DETERMINER)
        things = bool(following) and following[0].form & (g.THING | g.ACT) == g.THING
        if obj and plain and not form & g.THIRD and things and of_people(places, i):
            return True
        if start or prev & g.AND or listed or prev & g.ACTOR:
            if obj or (places[i].roles & g.HELPING and role[0] & g.LIGHT):
                return True
            opens = start or (prev & g.AND and (j == 0 or places[j].sep & HARD))
            if (opens or listed) and listed_on:
                led = next((p.form for p in reversed(places[:i]) if p.acts), 0)
                if not opens and led & g.ING and not led & g.FINITE:
                    return False
                k = skip(places, i + 1, g.AND | g.ADVERB)
                while k < len(places) and places[k].form & g.FINITE:
                    if not places[k].form & g.THING or has_object(places, k):
                        return True
                    after = places[k + 1 : k + 2]
                    if after and not after[0].sep & LISTING and not after[0].roles & g.AND:
                        break
                    k = skip(places, k + 1, g.AND | g.ADVERB)
        if not form & (g.ING | g.PARTICIPLE):
            return False
    if form & g.ING:
        little = g.AND | g.TO | g.PREPOSITION | g.LIGHT | g.OF | g.BE | g.ADVERB | g.MODAL | g.BY
        little |= g.REQ_BEFORE | g.REQ_AFTER | g.EDU | g.ABILITY | g.RELATIVE | g.NEG | g.NEG_SHORT
        bare = not start and not listed and not prev & little
        unknown = not places[j].known
        if bare and unknown and j > 0 and places[j - 1].acts:
            return False
        if form & g.THING and bare and not places[j].acts and not prev & g.HOLDER:
            return False
        if obj:
            return True
        if not form & g.THING and role[0] & (g.LIGHT | g.PREPOSITION | g.TO | g.OF | g.RELATIVE):
            return True
        if form & g.THING and role[0] & g.OF:
            return True
        if listed_on and not bare:
            k = skip(places, i + 1, g.AND | g.ADVERB)
            apart = form & g.THING and following[0].sep & COMMA
            opens = k < len(places) and places[k].form & g.ING_OPENS
            if k == i + 1 and form & g.THING and k < len(places) and (opens or has_object(places, k)):
                return False
            while k < len(places) and places[k].form & (g.ING | g.ING_OPENS):
                if not places[k].form & g.THING or has_object(places, k) or places[k].form & g.ING_OPENS:
                    return "alone" if apart else True
                k += 1
                if k < len(places) and not places[k].sep & LISTING and not places[k].roles & g.AND:
                    break
                k = skip(places, k, g.AND | g.ADVERB)
        return False
    if form & g.PARTICIPLE:
        has = not start and prev & (g.ASKING | g.BE | g.MODAL) == g.ASKING
        someone = j > 0 and places[j - 1].roles & (g.HOLDER | g.PERSON) == g.HOLDER and not places[j].sep
        if obj and not start and (prev & g.HOLDER or (has and (places[j].acts or someone))):
            return True
        k = skip(places, i + 1, g.AND | g.ADVERB)
        shared = listed_on and k < len(places) and bool(places[k].form & g.PARTICIPLE) and has_object(places, k)
        if not start and (prev & g.AND or listed) and (obj or shared):
            past = [p for p in places[: j + 1] if p.acts and p.form & (g.PARTICIPLE | g.PAST)]
            if any(p.form & g.PAST or not p.form & g.FINITE for p in past):
                return True
        if not start and prev & (g.HOLDER | g.WHO) == g.HOLDER and shared:
            return True
        if start and places[i].roles & g.HELPING and role[0] & g.LIGHT:
            return True
        pair = listed_on and k < len(places) and places[k].form & (g.PARTICIPLE | g.PART_OPENS)
        if start and obj:
            return bool(chained) or not of_subject(places, i)
        return bool(chained or (start and pair))
    return False


def new_subject(places: list[Place], i: int) -> bool:
    """Whether the job-holder is the subject of a clause that begins at i."""
    k = i
    while k < len(places) and places[k].roles & (g.DETERMINER | g.ADVERB) and not places[k].roles & g.HOLDER:
        k += 1
    if k + 1 >= len(places) or places[k].roles & (g.HOLDER | g.WHO) != g.HOLDER or places[k + 1].sep & (HARD | LISTING):
        return False
    k += 1
    while k + 1 < len(places) and places[k].roles & g.ADVERB and not places[k + 1].sep:
        k += 1
    verb = places[k].form & (g.FINITE | g.FINITE_FIRST) and (not places[k].form & g.THING or has_object(places, k))
    return bool(verb or places[k].roles & (g.MODAL | g.BE))


def read(places: list[Place], helping: set[int], blocking: set[int], doing: set[int]) -> list[Group]:
    """Mark the acting verbs and the group of each position; returns the groups. The sets are families of verbs."""
    groups = [Group()]
    now, last, within = 0, -2, -9
    lesson, over = -9, False  # where what others are taught begins, and whether it goes on over commas
    for i, place in enumerate(places):
        current = groups[now]
        if place.sep & (STRONG | COLON) or (place.sep & COMMA and not over):
            lesson = -9
        ends = COMMA | STRONG | COLON | OPEN | CLOSE if current.kind == 2 else STRONG if current.kind == 3 else 0
        blocked = groups[now].verbs & blocking and not groups[now].verbs & doing
        if place.sep & COLON and i > 0 and places[i - 1].roles & g.HEAD_DUTIES and blocked:
            now, last = 0, -2
        elif place.sep & ends:
            now = current.parent
        kind = groups[now].kind
        example = place.roles & g.LIGHT and place.sep & COMMA and kind == 3 and not groups[now].topic
        if (place.roles & g.INCLUDING and kind >= 2) or example:
            now, within = groups[now].parent, -9
        if place.sep & COMMA and groups[now].kind == 1 and new_subject(places, i):
            now, last = 0, -2
        current = groups[now]
        above = now if current.kind < 2 else current.parent
        acting = acts(places, i) if place.form & (VERBAL | g.ACT) else False
        if acting:
            place.acts = True
            place.alone = acting == "alone"
            if not place.form & (g.ING | g.ACT) or (not over and (i > lesson + 3 or places[i - 1].roles & g.AND)):
                lesson = -9
            between = places[last + 1 : i]
            link = [bool(p.roles & g.AND or p.sep & LISTING) for p in between]
            joined = last >= 0 and (current.kind == 1 or current.told) and i - last <= 6
            adjective = last >= 0 and place.form & places[last].form & g.ACT
            passed = [p.roles & g.ADVERB or (adjective and not p.known) for p in between]
            joined = joined and all(k or p for k, p in zip(link, passed, strict=True))
            joined = joined and (any(link) or bool(place.sep & LISTING))
            if not joined:
                fresh = Group(1, 0, i)
                of_behind = i + 1 < len(places) and places[i + 1].roles & g.OF
                of_behind = of_behind and not places[i + 1].sep & (HARD | LISTING)
                beside_actor = i > 0 and places[i - 1].roles & g.ACTOR and not place.sep
                named = place.form & g.ACT and of_behind and (current.kind >= 2 or beside_actor)
                if last >= 0 and places[last].roles & g.TEACHING and told_to(places, last, i):
                    fresh.kind, fresh.parent, fresh.told = 2, above, True
                elif lesson >= 0:
                    fresh.kind, fresh.parent, fresh.told = (3 if over else 2), above, not over
                elif i - within <= 3 or named:
                    fresh.kind, fresh.parent = 3, above
                elif above > 0:
                    persons = places[last + 1 : i]
                    beside = g.ACTOR | g.DETERMINER | g.AND | g.ADVERB | g.TO
                    told = place.form & g.FINITE and all(p.roles & beside for p in persons)
                    told = told and any(p.roles & g.ACTOR for p in persons)
                    if told or (place.form & g.ING and places[i - 1].roles & (g.LIGHT | g.TO)):
                        fresh.help = above if groups[above].verbs & helping else 0
                groups.append(fresh)
                now = len(groups) - 1
            groups[now].verbs |= place.unit.verbs
            last = i
            place.group = now
            continue
        names = bool(place.roles & g.TOPIC and not place.roles & (g.PREPOSITION | g.LIGHT))
        taught = names
        if names:
            lesson, over = i, False
        elif place.roles & g.TOPIC and (k := teacher(places, i)) >= 0:
            lesson = i
            over = bool(current.kind == 1 and places[current.verb].form & g.FINITE)
            taught = not places[k].acts
        behind = place.roles & (g.PREPOSITION | g.RELATIVE | g.BY) or taught
        if behind or (place.roles & g.TO and not infinitive(places, i)):
            fresh = Group(3 if place.roles & g.RELATIVE or names or (taught and over) else 2, above)
            if place.roles & g.WHO and sought(places, i):
                fresh.kind = 1
            elif place.roles & g.WHO and above > 0 and not places[i - 1].roles & g.HOLDER:
                within = i
            fresh.who, fresh.topic = bool(place.roles & g.WHO), taught and not place.roles & g.WHO
            groups.append(fresh)
            now = len(groups) - 1
            if names and place.form & g.THING:
                place.group = above
                continue
        place.group = now
    return groups


def teacher(places: list[Place], i: int) -> int:
    """Where the word stands that teaches what the preposition at i opens; -1 where none does."""
    people = g.PERSON | g.ACTOR | g.HOLDER | g.DETERMINER | g.TO | g.OF | g.AND | g.ADVERB
    for k in range(i - 1, max(i - 8, -1), -1):
        if places[k + 1].sep & (HARD | LISTING):
            return -1
        if places[k].roles & g.TEACHING:
            return k
        if places[k].acts or not (places[k].roles & people or not places[k].known or places[k].form & g.THING):
            return -1
    return -1


def told_to(places: list[Place], last: int, i: int) -> bool:
    """Whether others are taught or asked to do what the verb at i says."""
    k = i - 1
    while k > last and places[k].roles & g.ADVERB:
        k -= 1
    gerund = places[i].form & g.ING and places[k].roles & g.LIGHT
    if not (places[k].roles & g.TO or gerund) or any(p.sep & (HARD | LISTING) for p in places[last + 1 : i + 1]):
        return False
    if any(
        a.roles & g.AND and b.roles & (g.TO | g.BE | g.MODAL)
        for a, b in zip(places[last:i], places[last + 1 : i + 1], strict=True)
    ):
        return False
    if places[last].roles & g.CAUSING and any(p.roles & g.HOLDER for p in places[last + 1 : k]):
        return False
    return any(p.roles & (g.PERSON | g.ACTOR | g.HOLDER) or p.form & g.THING for p in places[last + 1 : k])


def infinitive(places: list[Place], i: int) -> bool:
    k = skip(places, i + 1, g.ADVERB)
    return k < len(places) and bool(places[k].form & (g.FINITE | g.FINITE_FIRST))
