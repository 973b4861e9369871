"""Kernel, second room: tokens to units (words or phrases), acting verbs, and what each verb governs.

A shallow reading, not a parser: a noun belongs to the nearest group of acting verbs before it ("collect,
label and process specimens" is one group of three), so a verb carries over its list; a preposition such as
"for" or a relative clause takes what follows out of the verb's reach until the next comma.
"""

from __future__ import annotations

import numpy as np

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.acting import acts, has_object, of_behind
from pipeline.matching.jit import inner
from pipeline.matching.tables import (
    FORM_SHIFT,
    G_HELP,
    G_KIND,
    G_PARENT,
    G_VERB,
    LOW,
    MASKS,
    OPENS_PHRASE,
    PAIR_SIEVE,
    S_GROUPS,
    SECOND,
    T_BITS,
    T_SEP,
    T_UNIT,
    T_WORD,
    U_FIRST,
    U_FORM,
    U_GROUP,
    U_ID,
    U_LAST,
    U_ROLE,
    U_SEP,
    U_SET,
    U_VERB,
    U_VERBS,
    UNIT_SIZE,
    W_BLOCKING,
    W_DOING,
    W_HELPERS,
    W_PAIR_SIEVE,
    W_UNITS,
    X_PAIR_MASK,
    X_PAIRS,
    X_PHRASES,
)
from pipeline.matching.taught import teacher, told
from pipeline.matching.tokens import HARD, LISTING

WHO_GROUP, TOPIC_GROUP = -2, -3  # in place of a group's verb: "patients who ...", "inquiries regarding ..."
ROLE_BITS = (1 << FORM_SHIFT) - 1
FORM_BITS = (1 << 64 - FORM_SHIFT) - 1  # the sign is the last form's
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
def _next_word(s, q, n):
    """The token behind q in one phrase, over a short form in brackets ("point of care (POC) testing"); -1 if none."""
    q += 1
    if q < n and s[T_SEP + q] & t.OPEN:
        q += 1
        return q if q < n and s[T_SEP + q] & (HARD | t.COMMA | t.OPEN | t.CLOSE) == t.CLOSE else -1
    return q if q < n and not s[T_SEP + q] & (HARD | t.COMMA | t.CLOSE) else -1


@inner
def munch(i32, wide, s, n):
    """Tokens to units, the longest phrase first; returns the number of units."""
    i = 0
    m = 0
    units, sieve = wide[W_UNITS], wide[W_PAIR_SIEVE]
    pairs, mask, phrases = i32[X_PAIRS], i32[X_PAIR_MASK], i32[X_PHRASES]
    while i < n:
        w = s[T_WORD + i]
        unit = s[T_UNIT + i]
        size = np.int64(1)
        second = _next_word(s, i, n) if s[T_BITS + i] & OPENS_PHRASE else -1
        if second > 0 and s[T_BITS + second] & SECOND:
            two = s[T_WORD + second]
            place = w * 7919 + two * 104729
            bit = place & (PAIR_SIEVE - 1)
            if (wide[sieve + (bit >> 6)] >> (bit & 63)) & 1:
                slot = place & mask
                while i32[pairs + 4 * slot] >= 0:
                    if i32[pairs + 4 * slot] == w and i32[pairs + 4 * slot + 1] == two:
                        break
                    slot = (slot + 1) & mask
                # An empty slot holds no phrases: 0, 0.
                for p in range(i32[pairs + 4 * slot + 2], i32[pairs + 4 * slot + 3]):
                    a = i32[phrases + 3 * p]
                    k = np.int64(i32[phrases + 3 * p + 1])
                    at = second
                    for j in range(2, k):
                        at = _next_word(s, at, n)
                        if at < 0 or s[T_WORD + at] != i32[a + j]:
                            at = -1
                            break
                    if at > 0:
                        unit = np.int64(i32[phrases + 3 * p + 2])
                        size = at - i + 1
                        break
        record = units + unit * UNIT_SIZE
        roles, sets = wide[record], wide[record + 1]
        s[U_ID + m] = unit
        s[U_FIRST + m] = i
        s[U_LAST + m] = i + size - 1
        s[U_SEP + m] = s[T_SEP + i]
        s[U_ROLE + m] = roles & ROLE_BITS
        s[U_FORM + m] = (roles >> FORM_SHIFT) & FORM_BITS
        s[U_VERBS + m] = sets & LOW
        s[U_SET + m] = sets >> 32
        m += 1
        i += size
    return m


@inner
def sought(s, i, m):
    """Whether "who" at i tells of one who is looked for ("we need someone who can room patients")."""
    k = i - 1
    able = i + 2 < m and s[U_ROLE + i + 2] & g.ABILITY != 0 and not s[U_SEP + i + 2]
    if i + 1 < m and s[U_ROLE + i + 1] & _BE and not able:
        return False  # "who is enthusiastic", but "who are able to draw blood"
    while k > 0 and k > i - 6 and not s[U_SEP + k + 1] and not s[U_ROLE + k] & (g.SEEK | g.CAUSING):
        if s[U_VERB + k] or s[U_ROLE + k] & (g.PERSON | _ACTOR | _REL | _PREP | _LIGHT):
            return False
        k -= 1
    if k < 0 or s[U_SEP + k + 1]:
        return False
    return s[U_ROLE + k] & g.SEEK != 0 or (k > 0 and s[U_ROLE + k] & g.CAUSING != 0 and s[U_ROLE + k - 1] & _WE != 0)


@inner
def _verb_follows(s, i, m):
    """Whether "to" at i opens an infinitive ("to draw blood"), not a place or person ("to the lab")."""
    k = i + 1
    while k < m and s[U_ROLE + k] & _ADV:
        k += 1
    return k < m and s[U_FORM + k] & (FINITE | g.FINITE_FIRST) != 0


@inner
def _behind_actor(s, last, i):
    """Whether a verb at i follows the one at `last` and a person ("help the doctor examine", "assist nurses to")."""
    seen = False
    for k in range(last + 1, i):
        if not s[U_ROLE + k] & (_ACTOR | _DET | _AND | _ADV | _TO):
            return False
        seen = seen or s[U_ROLE + k] & _ACTOR != 0
    return seen


@inner
def _shares_families(s, wide, group):
    for k in range(MASKS):  # noqa: SIM110
        if s[S_GROUPS + group * MASKS + k] & wide[wide[W_HELPERS] + k]:
            return True
    return False


@inner
def _blocks(s, wide, group):
    """Whether the verbs of a group say that the thing behind them is not done."""
    blocks = False
    for k in range(MASKS):
        if s[S_GROUPS + group * MASKS + k] & wide[wide[W_DOING] + k]:
            return False
        blocks = blocks or s[S_GROUPS + group * MASKS + k] & wide[wide[W_BLOCKING] + k] != 0
    return blocks


@inner
def _new_subject(s, i, m):
    """Whether the job-holder begins a clause at i ("the medical assistant rooms ..."), who is nobody's object then."""
    k = i
    while k < m and s[U_ROLE + k] & (_DET | _ADV) and not s[U_ROLE + k] & _HOLDER:
        k += 1
    if k + 1 >= m or s[U_ROLE + k] & (_HOLDER | _WHO) != _HOLDER or s[U_SEP + k + 1] & (HARD | LISTING):
        return False
    k += 1
    while k + 1 < m and s[U_ROLE + k] & _ADV and not s[U_SEP + k + 1]:
        k += 1
    finite = s[U_FORM + k] & (FINITE | g.FINITE_FIRST) != 0 and (not s[U_FORM + k] & THING or has_object(s, k, m))
    return finite or s[U_ROLE + k] & (_MODAL | _BE) != 0


@inner
def govern(i32, wide, s, m):
    """Fill u_verb, u_group and the groups.

    Group 0 is "no verb yet", kind 0 and without families: as the room was made, for nothing writes to it.
    """
    n = 1
    now = 0
    last = -2
    within = -9
    topic = -9  # where the preposition stands that opens what others are taught
    over = False  # over the commas, too
    for i in range(m):
        sep = s[U_SEP + i]
        s[U_VERB + i] = 0
        if sep & (t.STRONG | t.CELL | t.COLON) or (sep & t.COMMA and not over):
            topic = -9
        if sep & t.CELL or (sep & t.COLON and i > 0 and s[U_ROLE + i - 1] & g.HEAD_DUTIES and _blocks(s, wide, now)):
            now = 0  # "roles carry these duties: scheduling, billing"
            last = -2
        elif (sep & (t.COMMA | t.STRONG | t.COLON | t.OPEN | t.CLOSE) and s[G_KIND + now] == 2) or (
            sep & t.STRONG and s[G_KIND + now] == 3
        ):
            now = s[G_PARENT + now]
        unit = s[U_ID + i]
        role = s[U_ROLE + i]
        aside = s[G_KIND + now]
        if (role & _INCLUDING and aside >= 2) or (
            role & _LIGHT and sep & t.COMMA and aside == 3 and s[G_VERB + now] != TOPIC_GROUP
        ):
            now = s[G_PARENT + now]  # "tasks that are advanced, such as IV therapy"
            within = -9
        if sep & t.COMMA and s[G_KIND + now] == 1 and _new_subject(s, i, m):
            now = 0  # "in addition to teaching patients, the assistant rooms them"
            last = -2
        if unit > 0 and s[U_FORM + i] & (_VERBAL | ACT):
            s[U_VERB + i] = acts(s, i, m)
        if s[U_VERB + i]:
            joined = False
            if not s[U_FORM + i] & (ING | ACT) or (not over and (i > topic + 3 or s[U_ROLE + i - 1] & _AND)):
                topic = -9
            if last >= 0 and 1 <= s[G_KIND + now] <= 2 and i - last <= 6:
                joined = True
                seen = sep & LISTING != 0
                nouns = s[U_FORM + i] & s[U_FORM + last] & ACT != 0
                for k in range(last + 1, i):
                    if s[U_ROLE + k] & _AND or s[U_SEP + k] & LISTING:
                        seen = True
                    elif s[U_ROLE + k] & _ADV == 0 and not (nouns and s[U_ID + k] == 0):
                        joined = False  # but "collection and timely transport of specimens"
                        break
                joined = joined and seen
            if not joined:
                before = now if s[G_KIND + now] < 2 else s[G_PARENT + now]
                aside = s[G_KIND + now]
                now = n
                n += 1
                s[G_KIND + now] = 1
                s[G_PARENT + now] = 0
                s[G_HELP + now] = 0
                named = s[U_FORM + i] & ACT != 0 and of_behind(s, i, m)
                if last >= 0 and s[U_ROLE + last] & g.TEACHING and told(s, last, i):
                    s[G_KIND + now] = 2
                    s[G_PARENT + now] = before
                elif topic >= 0:
                    s[G_KIND + now] = 3 if over else 2  # "gives instructions on changing dressings"
                    s[G_PARENT + now] = before
                elif i - within <= 3 or (named and (aside >= 2 or (i > 0 and s[U_ROLE + i - 1] & _ACTOR and not sep))):
                    # "patients who need ...", "under the supervision of ...", "physician interpretation of ...":
                    # what another does.
                    s[G_KIND + now] = 3
                    s[G_PARENT + now] = before
                elif (
                    (s[U_FORM + i] & ING and s[U_ROLE + i - 1] & (_LIGHT | _TO))
                    or (s[U_FORM + i] & FINITE and _behind_actor(s, last, i))
                ) and _shares_families(s, wide, before):
                    # "assist physicians in performing ..."
                    s[G_HELP + now] = before
                s[G_VERB + now] = i
                for k in range(MASKS):
                    s[S_GROUPS + now * MASKS + k] = 0
            for k in range(MASKS):
                s[S_GROUPS + now * MASKS + k] |= wide[s[U_VERBS + i] + k]
            last = i
            s[U_GROUP + i] = now
            continue
        opens = role & (_PREP | _REL | _BY | g.TOPIC) != 0
        named = opens and not role & (_PREP | _LIGHT) and role & g.TOPIC != 0  # "questions about"
        taught = named
        if role & g.TOPIC and not named:
            opens = role & _PREP != 0
            k = teacher(s, i)
            if k >= 0:
                topic = i
                over = s[G_KIND + now] == 1 and s[U_FORM + s[G_VERB + now]] & FINITE != 0
                taught = s[U_VERB + k] == 0  # "provides education on": a verb governs what it teaches itself
                opens = opens or taught
        elif named:
            topic = i
            over = False
        if opens or (role & _TO and not _verb_follows(s, i, m)):
            parent = now if s[G_KIND + now] < 2 else s[G_PARENT + now]
            now = n
            n += 1
            s[G_KIND + now] = 3 if role & _REL or named or (taught and over) else 2
            s[G_HELP + now] = 0
            if role & _WHO and sought(s, i, m):
                s[G_KIND + now] = 1
            elif role & _WHO and parent > 0 and not s[U_ROLE + i - 1] & _HOLDER:
                within = i  # but "greeted by the assistant, who takes vital signs"
            s[G_PARENT + now] = parent
            s[G_VERB + now] = WHO_GROUP if role & _WHO else TOPIC_GROUP if taught else -1
            for k in range(MASKS):
                s[S_GROUPS + now * MASKS + k] = 0
            if named and s[U_FORM + i] & THING:
                s[U_GROUP + i] = parent  # the verb governs the education in "education on"
                continue
        s[U_GROUP + i] = now
