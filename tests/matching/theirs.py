"""Whether an act is said to be the business of others alone, in plain Python, for the reference."""

from __future__ import annotations

from pipeline.matching import grammar as g
from tests.matching.reading import COMMA, HARD, OPEN, Place

_NAMES = g.ACTOR | g.AND | g.DETERMINER
_NO_JOB = g.AND | g.BE | g.MODAL | g.TO | g.OF | g.LIGHT | g.PREPOSITION | g.RELATIVE | g.ABILITY | g.ALLOWED | g.NEG


def told_theirs(places: list[Place], lo: int, hi: int, q: int) -> bool:
    """Of what stands from lo to hi, from "is" or "may" at q on."""
    for k in range(q + 1, min(len(places), q + 9)):
        if places[k].sep & (HARD | COMMA | OPEN):
            return False
        if places[k].roles & g.ACTOR:
            return _theirs(places, lo, hi, k)
    return False


def _theirs(places: list[Place], lo: int, hi: int, q: int) -> bool:
    if places[q].roles & g.HOLDER:
        return False
    end = q + 1
    while end < len(places) and places[end].roles & _NAMES and not places[end].sep & (HARD | COMMA):
        if places[end].roles & g.HOLDER:
            return False
        end += 1
    if end < len(places) and places[end - 1].roles & g.AND and places[end].roles & g.HOLDER:
        return False
    k = q - 1
    while k > hi and places[k].roles & (_NAMES | g.ADVERB) and not places[k].roles & (g.ONLY | g.BY):
        if places[k].roles & g.HOLDER:
            return False
        if places[k + 1].sep & (HARD | OPEN):
            break
        k -= 1
    before = places[k - 1].roles
    last = end == len(places) or places[end].sep != 0
    if last and k == hi + 1 and places[k].roles & g.CAUSING and k < q - 1 and places[k].acts:
        return _names_act(places, lo, hi, k)
    if k > hi and places[k].roles & g.ONLY:
        set_apart = places[k].sep != 0 or before & (g.BE | g.BY) != 0
        return bool(places[k].roles & g.BY) or (set_apart and last)
    if k > hi and places[k].roles & g.BY:
        j = k - 1
        passing = g.BE | g.MODAL | g.ADVERB
        while j > hi and (places[j].roles & passing or places[j].form & g.PARTICIPLE) and not places[j].sep:
            if places[j].roles & g.ONLY:
                break
            j -= 1
        if j > hi and places[j].roles & g.ONLY:
            return True
    only = end < len(places) and places[end].roles & g.ONLY != 0
    if k - 1 > hi and places[k].roles & g.PREPOSITION and before & (g.BE | g.ONLY):
        return last or only
    apart = k == hi or places[k + 1].sep != 0 or places[k].roles & (g.BE | g.BY) != 0
    if apart and only and not places[end].sep & HARD:
        return k > hi or end + 1 == len(places) or places[end + 1].sep != 0
    if k <= hi or not places[k].roles & g.BE or end != q + 1 or not _names_act(places, lo, hi, k):
        return False
    if last:
        return True
    return not places[end].roles & _NO_JOB and (end + 1 == len(places) or places[end + 1].sep != 0)


def _names_act(places: list[Place], lo: int, hi: int, k: int) -> bool:
    opens = g.PREPOSITION | g.RELATIVE | g.PAUSE | g.WHO
    if lo > 0 and not places[lo].sep and places[lo - 1].roles & opens:
        return places[lo - 1].roles & g.AND != 0
    barred = g.ACTOR | g.HOLDER | g.RELATIVE | g.WHO | g.PERSON | g.NEG
    return not any(
        place.roles & barred or (place.roles & g.PAUSE and not place.roles & g.AND) for place in places[hi + 1 : k]
    )
