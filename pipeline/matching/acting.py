"""Kernel: whether a form that may be a verb acts as one ("records vitals", not "keeps records")."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import (
    U_FORM,
    U_ID,
    U_ROLE,
    U_SEP,
    U_VERB,
)
from pipeline.matching.tokens import EDGE, HARD, LISTING

_AND, _DET, _ADV, _BE, _MODAL, _TO, _OF = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO, g.OF
_LIGHT, _PREP, _REL, _ACTOR, _HOLDER, _WE = g.LIGHT, g.PREPOSITION, g.RELATIVE, g.ACTOR, g.HOLDER, g.WE
_NEG, _BY, _WHO, _INCLUDING = g.NEG, g.BY, g.WHO, g.INCLUDING
_OPENS = g.ABILITY | g.TURN | g.SEEK | g.NEG_SHORT  # "able to draw", "but may draw"
_LITTLE = _AND | _TO | _PREP | _LIGHT | _OF | _BE | _ADV | _MODAL | _BY | g.EDU | g.ABILITY | _REL
_JOINING = _AND | _TO | _PREP | _LIGHT | _OF | _BE | _ADV | _MODAL | _BY | _REL | _NEG | _DET
_LITTLE |= g.REQ_BEFORE | g.REQ_AFTER | _NEG | g.NEG_SHORT
FINITE, ING, PARTICIPLE, ACT, THING = g.FINITE, g.ING, g.PARTICIPLE, g.ACT, g.THING
_VERBAL = FINITE | ING | PARTICIPLE


@inner
def has_object(s, i, m):
    k = i + 1
    while k < m and s[U_ROLE + k] & _ADV and not s[U_SEP + k] & (HARD | LISTING | t.CLOSE):
        k += 1
    if k >= m or s[U_SEP + k] & (HARD | LISTING | t.CLOSE):
        return False
    if s[U_FORM + k] & FINITE and not s[U_FORM + k] & THING and s[U_FORM + i] & FINITE:
        return False
    return s[U_ROLE + k] & (_AND | _BE | _MODAL | _PREP | _LIGHT | _OF | _TO | _REL | _BY) == 0


@inner
def of_behind(s, i, m):
    """Whether an act at i names its object with "of" ("collection of specimens")."""
    return i + 1 < m and s[U_ROLE + i + 1] & _OF != 0 and not s[U_SEP + i + 1] & (HARD | LISTING)


@inner
def _acts_of(s, i, m):
    """Whether an act at i is in a list that shares its object: "collection, proper handling and testing of samples"."""
    k = i + 1
    linked = False
    while k < m and k < i + 9 and not s[U_SEP + k] & HARD:
        if s[U_ROLE + k] & _OF:
            return linked and not s[U_SEP + k] & LISTING
        linked = s[U_SEP + k] & t.SLASH != 0
        listed = s[U_SEP + k] & LISTING != 0
        while k < m and s[U_ROLE + k] & (_AND | _ADV) and not s[U_SEP + k] & HARD:
            linked = linked or s[U_ROLE + k] & _AND != 0
            listed = listed or s[U_SEP + k] & LISTING != 0
            k += 1
        if k + 1 < m and s[U_ID + k] == 0 and s[U_FORM + k + 1] & ACT:
            k += 1  # an adjective
        if k == m or not (linked or listed):
            return False
        form = s[U_FORM + k]
        if form & g.ACT_OF:
            return linked  # "collection and labeling of specimens", whose end is one phrase
        if not form & (ACT | ING) and form & (FINITE | THING) != FINITE | THING:
            return False  # "receipt and issue of stock": a noun that may be a verb too
        k += 1
    return False


@inner
def _next_item(s, k, m):
    while k < m and s[U_ROLE + k] & (_AND | _ADV):
        k += 1
    return k


@inner
def _shares_object(s, i, m):
    """Whether the participle at i has the object of the next one ("scheduled or confirmed appointments")."""
    if i + 1 >= m or not (s[U_ROLE + i + 1] & _AND or s[U_SEP + i + 1] & LISTING):
        return False
    k = _next_item(s, i + 1, m)
    return k < m and s[U_FORM + k] & PARTICIPLE != 0 and has_object(s, k, m)


@inner
def _is_subject(s, i, m):
    """Whether a participle at i stands with the subject of a sentence ("Printed copies are not controlled")."""
    for q in range(i + 1, min(m, i + 5)):
        if s[U_SEP + q] or s[U_ROLE + q] & (_AND | _PREP | _LIGHT | _TO | _REL):
            return False
        if s[U_ROLE + q] & (_BE | _MODAL):
            return q > i + 1
    return False


@inner
def _of_people(s, i):
    """Whether people, with more told of them, stand before i as its subject ("assistants in clinics draw")."""
    k = i - 1
    verb = False
    while k > 0 and k > i - 9 and not s[U_SEP + k + 1] and not s[U_ROLE + k] & (_HOLDER | _ACTOR):
        verb = verb or s[U_VERB + k] != 0
        k -= 1
    who = s[U_ROLE + k + 1] & (_REL | _WHO) != 0 or s[U_ROLE + k] & _WHO != 0
    told = who or s[U_ROLE + k + 1] & (_PREP | _LIGHT) != 0
    if s[U_SEP + k + 1] or k == i - 1 or not s[U_ROLE + k] & (_HOLDER | _ACTOR) or not told or (verb and not who):
        return False
    if s[U_ROLE + k] & _WHO and k > 0 and s[U_ROLE + k - 1] & (_HOLDER | _ACTOR) and not s[U_SEP + k]:
        k -= 1
    while k > 0 and not s[U_SEP + k] and (s[U_ROLE + k - 1] & (_DET | _ADV) or s[U_ID + k - 1] == 0):
        k -= 1
    return k == 0 or s[U_SEP + k] != 0 or s[U_ROLE + k - 1] & g.CAUSING != 0


@inner
def acts(s, i, m):
    """Whether the verb form at i acts as a verb: 0 no, 1 yes, 2 as one or by itself ("billing, keeping records")."""
    form = s[U_FORM + i]
    j = i - 1
    listed = s[U_SEP + i] & LISTING != 0
    start = i == 0 or s[U_SEP + i] & EDGE != 0
    while not start and s[U_ROLE + j] & _ADV:
        listed = listed or s[U_SEP + j] & LISTING != 0
        start = j == 0 or s[U_SEP + j] & EDGE != 0
        j -= 1
        if not start and j > 0 and s[U_ROLE + j] & _AND and s[U_ROLE + j - 1] & _ADV and not s[U_SEP + j + 1]:
            j -= 1  # "professionally and courteously verified ..."
    prev = 0 if start else s[U_ROLE + j]
    of_list = form & (ACT | ING) != 0 and _acts_of(s, i, m)
    if of_list or (form & ACT and of_behind(s, i, m)):
        k = i - 1
        while k >= 0 and s[U_ROLE + k] & (_DET | _ADV) and not s[U_SEP + k + 1] & (HARD | LISTING):
            k -= 1
        # "collection of specimens", with or without "the"; not "maintains inventory of materials".
        # ... but "supports the booking of appointments".
        governed = k >= 0 and s[U_VERB + k] and s[U_FORM + k] & FINITE and not s[U_ROLE + k] & (_LIGHT | g.HELPING)
        alone = form & ING and form & THING and not prev & _BY and not s[U_SEP + i + 1] & t.SLASH
        if of_list and alone and not governed:
            return 2  # "filing, photocopying and distribution of mail", as "filing" is an item by itself
        return 0 if form & THING and governed else 1
    if not start and prev & _DET and not prev & _HOLDER:
        that = j > 0 and s[U_ROLE + j - 1] & _HOLDER and not s[U_SEP + j] and form & (FINITE | THING) == FINITE
        if not that:
            return 0  # but "the assistant that helps"
    # Coordinated with a verb just before: "collect, label and process".
    chained = False
    if not start and (prev & _AND or listed):
        k = j
        while k >= 0 and s[U_ROLE + k] & (_AND | _ADV):
            k -= 1
        chained = k >= 0 and s[U_VERB + k] != 0
    obj = has_object(s, i, m)
    if form & ACT and not form & _VERBAL:
        return 0
    if form & FINITE and not prev & _BE:
        if start and i + 1 < m and s[U_ROLE + i + 1] & (_BE | _MODAL) and not s[U_SEP + i + 1]:
            return 0  # "Scribes are not permitted ..."
        if not form & THING:
            return 1
        if not start and prev & (_TO | _MODAL | _HOLDER | _WE | _REL | _NEG | _OPENS):
            return 1
        if chained:
            return 1
        if not start and not listed and prev & g.HELPING and s[U_VERB + j] and s[U_FORM + j] & (FINITE | ING) and obj:
            return 1  # "helps schedule appointments"
        if obj and not start and not listed and j == 0 and s[U_ID] == 0:
            return 1  # "Marcus draws blood"
        plain = not start and not listed and prev & _JOINING == 0
        if obj and plain and not form & g.THIRD and s[U_FORM + i + 1] & (THING | ACT) == THING and _of_people(s, i):
            return 1  # "assistants with special training draw blood"
        if start or prev & _AND or listed or prev & _ACTOR:
            if obj or (s[U_ROLE + i] & g.HELPING and i + 1 < m and s[U_ROLE + i + 1] & _LIGHT):
                return 1  # "help with exams"
            opens = start or (prev & _AND and (j == 0 or s[U_SEP + j] & HARD))  # "...; and orders, performs and ..."
            if (opens or listed) and i + 1 < m and (s[U_ROLE + i + 1] & _AND or s[U_SEP + i + 1] & LISTING):
                k = i - 1
                while not opens and k > 0 and not s[U_VERB + k]:
                    k -= 1
                if not opens and s[U_VERB + k] and s[U_FORM + k] & ING and not s[U_FORM + k] & FINITE:
                    return 0  # "applying bandages, wraps and splints"
                # "files, copies and distributes mail", but "removes casts, splints and sutures".
                k = _next_item(s, i + 1, m)
                while k < m and s[U_FORM + k] & FINITE:
                    if not s[U_FORM + k] & THING or has_object(s, k, m):
                        return 1
                    if k + 1 < m and not s[U_SEP + k + 1] & LISTING and not s[U_ROLE + k + 1] & _AND:
                        break
                    k = _next_item(s, k + 1, m)
    if form & ING:
        bare = not start and not listed and prev & _LITTLE == 0
        if bare and s[U_ID + j] == 0 and j > 0 and s[U_VERB + j - 1]:
            return 0  # "faxes necessary supporting documentation"
        if form & THING and bare and s[U_VERB + j] == 0 and prev & _HOLDER == 0:
            return 0
        if obj:
            return 1
        if i + 1 < m and not form & THING and s[U_ROLE + i + 1] & (_LIGHT | _PREP | _TO | _OF | _REL):
            return 1
        if form & THING and i + 1 < m and s[U_ROLE + i + 1] & _OF:
            return 1
        if i + 1 < m and (s[U_ROLE + i + 1] & _AND or s[U_SEP + i + 1] & LISTING) and not bare:
            apart = s[U_SEP + i + 1] & t.COMMA != 0
            k = _next_item(s, i + 1, m)
            if k == i + 1 and form & THING and k < m and (s[U_FORM + k] & g.ING_OPENS or has_object(s, k, m)):
                return 0  # "..., billing, taking vital signs": an item by itself
            # "selecting, ordering, stocking and preparing supplies": the last one's object is theirs.
            while k < m and s[U_FORM + k] & (ING | g.ING_OPENS):
                if not s[U_FORM + k] & THING or has_object(s, k, m) or s[U_FORM + k] & g.ING_OPENS:
                    return 2 if apart and form & THING else 1
                k += 1
                if k < m and not s[U_SEP + k] & LISTING and not s[U_ROLE + k] & _AND:
                    break
                k = _next_item(s, k, m)
        return 0
    if form & PARTICIPLE:
        has = not start and prev & (g.ASKING | _BE | _MODAL) == g.ASKING
        has = has and (
            s[U_VERB + j] or (j > 0 and s[U_ROLE + j - 1] & (_HOLDER | g.PERSON) == _HOLDER and not s[U_SEP + j])
        )
        if chained or (obj and not start and (prev & _HOLDER or has)):
            return 1  # "she answered the phone", "you have roomed six patients", "she has roomed patients"
        if not start and (prev & _AND or listed) and (obj or _shares_object(s, i, m)):
            k = j
            while k >= 0:
                told = s[U_FORM + k] & (PARTICIPLE | FINITE | g.PAST)
                if s[U_VERB + k] and (told == PARTICIPLE or told & g.PAST):
                    return 1  # "roomed patients and scheduled appointments", "took vitals and scheduled ..."
                k -= 1
        if not start and prev & (_HOLDER | _WHO) == _HOLDER and _shares_object(s, i, m):
            return 1  # "I greeted and roomed patients"
        if start and s[U_ROLE + i] & g.HELPING and i + 1 < m and s[U_ROLE + i + 1] & _LIGHT:
            return 1  # "Assisted with exams"
        if start and obj:
            return 0 if _is_subject(s, i, m) else 1
        if start and i + 1 < m and (s[U_ROLE + i + 1] & _AND or s[U_SEP + i + 1] & LISTING):
            k = _next_item(s, i + 1, m)
            if k < m and s[U_FORM + k] & (PARTICIPLE | g.PART_OPENS):
                return 1  # "Prepared, administered and recorded drugs", "Cleaned and stocked rooms"
    return 0
