"""Kernel: how far a denial reaches: over semicolons, out of brackets, back to what stands before it."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.subjects import subject_acts
from pipeline.matching.tables import U_FORM, U_ID, U_NEG, U_ROLE, U_SEP, U_VERB
from pipeline.matching.theirs import for_holder, handed_over, theirs_alone
from pipeline.matching.tokens import HARD
from pipeline.matching.whom import holder_alone, of_holder, own_to

_AND, _DET, _ADV, _BE, _MODAL, _TO = g.AND, g.DETERMINER, g.ADVERB, g.BE, g.MODAL, g.TO
_NEG, _NEG_SHORT, _NEG_AFTER, _TURN, _ANSWER_NO = g.NEG, g.NEG_SHORT, g.NEG_AFTER, g.TURN, g.ANSWER_NO
_ACTOR, _HOLDER, _WE, _REL, _PAUSE = g.ACTOR, g.HOLDER, g.WE, g.RELATIVE, g.PAUSE
FINITE, ING, ACT = g.FINITE, g.ING, g.ACT


@inner
def item(s, i, m):
    """Where the words of an item begin that a semicolon opens at i: behind "(2)", "and", an adverb."""
    if i + 1 < m and s[U_SEP + i + 1] & t.CLOSE and s[U_SEP + i] & t.OPEN:
        i += 1
    while i < m and s[U_ROLE + i] & (_AND | _ADV):
        i += 1
    return min(i, m - 1)


@inner
def own_clause(s, i, m):
    """Whether what a semicolon opens at i is a clause of its own, with a subject and a verb ("; the nurse does")."""
    at = item(s, i, m)
    if s[U_ROLE + at] & (_MODAL | _NEG | _TURN | g.SEEK | g.HEAD_DUTIES):
        return True
    if s[U_ROLE + at] & (_HOLDER | _ACTOR | _WE) and subject_acts(s, at, m):
        return True
    for q in range(at, m):
        if q > i and s[U_SEP + q] & t.STRONG:
            return False
        if s[U_ROLE + q] & (_REL | _PAUSE) and not s[U_ROLE + q] & _AND:
            return False  # "give vaccines when a nurse is away"
        finite = s[U_VERB + q] and s[U_FORM + q] & FINITE and not s[U_FORM + q] & g.THING
        if q > at and (finite or s[U_ROLE + q] & (_MODAL | _BE)) and s[U_ROLE + at] & (_HOLDER | _ACTOR | _DET | _WE):
            return True
    return False


@inner
def names_alone(s, i):
    """Whether the word behind "not" is a thing that it denies alone ("gives vaccines, not chemotherapy, and ...")."""
    return s[U_VERB + i] == 0 and s[U_ROLE + i] & (_BE | _MODAL | _TO | _ADV | _NEG_AFTER | g.ALLOWED | _HOLDER) == 0


@inner
def verb_between(s, a, b):
    """Whether a verb stands between a and b."""
    for q in range(max(a, -1) + 1, b):  # noqa: SIM110
        if s[U_VERB + q]:
            return True
    return False


@inner
def in_time(s, m, hi):
    """Whether an order not to act says before or without what ("never give a vaccine without checking the date")."""
    if not s[U_ROLE] & _NEG:
        return False
    for q in range(hi + 1, m - 1):
        if s[U_SEP + q] & (HARD | t.COMMA):
            return False
        if s[U_ROLE + q] & (_NEG_SHORT | _PAUSE) and not s[U_ROLE + q] & _AND:
            return s[U_FORM + q + 1] & ING != 0
    return False


@inner
def _besides(s, comma, verb, m):
    """Whether what is excepted before the comma is done too ("Apart from drawing blood, they also label samples")."""
    if not s[U_VERB + verb] or not s[U_VERB + 1] or not s[U_FORM + 1] & ING:
        return False
    modal = False
    for q in range(comma, verb):
        if s[U_ROLE + q] & _ADV:
            return True
        modal = modal or s[U_ROLE + q] & _MODAL != 0
    return not modal and verb + 1 < m and not s[U_ROLE + verb + 1] & _DET


@inner
def leading_exception(s, m):
    """Turn what a sentence excepts before its subject ("Other than vaccines, assistants may not give injections")."""
    if not s[U_ROLE] & _NEG_SHORT:
        return
    comma = 1
    while comma < m and not s[U_SEP + comma] & (HARD | t.COMMA):
        comma += 1
    if comma == m or not s[U_SEP + comma] & t.COMMA:
        return
    k = comma
    while k < m and s[U_ROLE + k] & _DET and not s[U_ROLE + k] & _HOLDER:
        k += 1
    if k == m or not s[U_ROLE + k] & (_HOLDER | _NEG):
        return
    holder = k
    while k < m and not s[U_VERB + k] and (k == holder or not s[U_FORM + k] & g.THING):
        k += 1
    if k == m or (s[U_NEG + k] == 0 and not _besides(s, comma, k, m)):
        return
    for q in range(comma):
        s[U_NEG + q] = 0


@inner
def one_list(s, i, m):
    """Whether the items that semicolons part from i on are one list: "or" opens one of them, or there are several."""
    parts = 0
    for q in range(i, m):
        if s[U_SEP + q] & t.STRONG:
            parts += 1
            if s[U_ROLE + q] & _AND and not s[U_SEP + q] & t.CELL:
                return True
    return parts > 1


@inner
def denied_behind(s, m, lo, hi, loose, listed):
    """Whether a cue behind the mention denies it ("is not permitted", a table's "No").

    `loose`: no verb governs the mention, so commas may stand between. `listed`: it is an item in a list of acts, which
    is the subject of one denial ("giving injections, drawing blood and suturing are prohibited").
    """
    if declined(s, m, hi) or elided(s, m, hi):
        return True  # "If asked to start an IV, the assistant must decline"
    aside = False
    for q in range(hi + 1, m):
        if s[U_SEP + q] & t.CELL:
            if s[U_ROLE + q] & _ANSWER_NO and (q + 1 == m or s[U_SEP + q + 1] != 0):
                return True  # "Count the till and take it to the bank | No"
            break
    for q in range(hi + 1, min(m, hi + (40 if listed else 12))):
        sep = s[U_SEP + q]
        role = s[U_ROLE + q]
        if role & (_NEG | _NEG_SHORT) and holder_alone(s, q, m):
            return True  # "is done by nurses, not assistants"
        if sep & t.OPEN and not role & (_ANSWER_NO | _NEG_AFTER):
            aside = True  # "botox (botulinum toxin) is beyond their scope"
        if sep & t.CLOSE:
            aside = False
        if aside:
            continue
        edge = sep & (HARD | t.OPEN)
        if sep & t.COLON and role & (_ACTOR | g.ONLY) and not role & _HOLDER:
            edge = 0  # "Lasers: physician or PA, not the assistant"
        if (
            role & _ACTOR
            and not role & _HOLDER
            and q + 1 < m
            and s[U_ROLE + q + 1] & g.HEAD_DUTIES
            and own_to(s, hi, q)
        ):
            return True  # "remains the nurse's responsibility"
        if role & _ACTOR and not sep & t.CELL and (theirs_alone(s, lo, hi, q, m) or handed_over(s, hi, q)):
            return True
        if role & g.HEAD_DUTIES and q + 2 < m and s[U_ROLE + q + 1] & g.OF and own_to(s, hi, q):
            k = q + 2
            while k < m - 1 and s[U_ROLE + k] & (_DET | _ADV) and not s[U_ROLE + k] & _HOLDER:
                k += 1
            if s[U_ROLE + k] & _ACTOR and not s[U_ROLE + k] & _HOLDER:
                return True  # "is the responsibility of the nurse"
        if role & _NEG_AFTER and role & g.ONLY and for_holder(s, q, m):
            return False
        if role & _NEG_AFTER:
            return not (edge and q + 1 < m and s[U_SEP + q + 1] & t.COLON)  # "Allowed: ...; not permitted: ..."
        if role & _ANSWER_NO and edge and (q + 1 == m or s[U_SEP + q + 1] != 0):
            return True  # "Injections: no", not "(no experience needed)"
        if role & _ANSWER_NO and sep & t.COMMA and q == hi + 1 and (q + 1 == m or s[U_SEP + q + 1] & HARD):
            return True  # "IVs, no; EKGs, yes."
        if role & _ANSWER_NO and not sep and q == hi + 1 and (q + 1 == m or s[U_SEP + q + 1] & (HARD | t.COMMA)):
            return True  # "Blood draws yes, IVs no."
        if role & _TURN and sep & t.COMMA and q + 1 < m and s[U_SEP + q + 1] & t.COMMA:
            continue  # "Injections, however, are left to the nurses"
        if role & _NEG and q + 1 == m and (s[U_ROLE + q - 1] & _BE or edge):
            return True  # "... but injections are not.", "Enemas | never"
        if role & _NEG and (loose or listed) and not sep & ~t.CLOSE and denies_passive(s, m, hi, q):
            return True  # "Allergy injections may not be given"
        if edge:
            return False
        if sep & t.COMMA and not loose and not listed:
            return False
        asks = role & g.CAUSING != 0 and q == hi + 1  # "starting an IV requires an RN"
        if role & _TURN or (s[U_VERB + q] and not s[U_FORM + q] & (ING | ACT) and not role & _BE and not asks):
            return False
    return False


@inner
def declined(s, m, hi):
    """Whether a sentence that opens with "if" says behind its comma that what ends at hi is to be refused."""
    if not s[U_ROLE] & _REL or not s[U_ROLE] & _PAUSE:
        return False
    comma = False
    for q in range(hi + 1, m):
        if s[U_SEP + q] & HARD:
            return False
        comma = comma or s[U_SEP + q] & t.COMMA != 0
        if comma and s[U_ROLE + q] & g.PERSON and not s[U_ROLE + q] & (_HOLDER | _WE):
            return False  # "if you draw blood, patients may decline"
        if comma and s[U_ROLE + q] & _ANSWER_NO and not s[U_ROLE + q] & _DET:
            return q + 1 == m or s[U_SEP + q + 1] != 0 or s[U_ROLE + q + 1] & _AND != 0  # not "refuse gifts"
    return False


@inner
def own_subject(s, q):
    """Whether the job-holder before the denial at q opens its clause ("you may not", not "who do not")."""
    k = q - 1
    while k > 0 and s[U_ROLE + k] & (_BE | _MODAL | _ADV):
        k -= 1
    while k > 0 and s[U_ROLE + k - 1] & _DET and not s[U_SEP + k]:
        k -= 1
    if s[U_ROLE + k] & g.WHO:
        return False
    return s[U_SEP + k] != 0 or k == 0 or s[U_ROLE + k - 1] & (_AND | _TURN) != 0


@inner
def elided(s, m, hi):
    """Whether a clause behind denies the job-holder the same, unsaid ("... elsewhere, but you may not in New York")."""
    comma = False
    for q in range(hi + 1, m):
        if s[U_SEP + q] & HARD and not s[U_SEP + q] & t.STRONG:
            return False
        comma = comma or s[U_SEP + q] & (t.COMMA | t.STRONG) != 0
        if comma and s[U_ROLE + q] & _NEG and of_holder(s, q) and own_subject(s, q):
            if s[U_ROLE + q] & _NEG_AFTER:
                return True  # "... requires a nurse; assistants may not do it"
            if q + 1 < m and not s[U_SEP + q + 1] and s[U_ID + q + 1] == 0:
                return False  # "but you won't rush"
            place = q + 1 < m and s[U_ROLE + q + 1] & g.LIGHT != 0  # "in New York": "new" opens things, too
            for k in range(q + 1, m):
                apart = s[U_SEP + k] & (HARD | t.COMMA) != 0
                if apart:
                    return True
                thing = s[U_FORM + k] & g.THING and not place
                if s[U_VERB + k] or thing or s[U_FORM + k] & ACT or s[U_ROLE + k] & (_NEG_SHORT | g.ALLOWED | _TO):
                    return False
                if s[U_ROLE + k] & (_BE | g.CONDITION) or (s[U_ROLE + k] & _REL and not s[U_ROLE + k] & _PAUSE):
                    return False
            return True
    return False


@inner
def denies_passive(s, m, hi, q):
    """Whether the denial at q is of a passive whose subject ends at hi.

    "Injections of any kind may not be given", "x-rays are not taken here".
    """
    after = q + 1  # "are not given"
    if q + 2 < m and s[U_ROLE + q + 1] & _BE:
        after = q + 2
    elif not s[U_ROLE + q - 1] & _BE and not s[U_ROLE + q] & _BE:
        return False
    if q > hi + 9 or after >= m:
        return False
    for k in range(hi + 1, q):
        apart = s[U_SEP + k] & ~(t.COMMA | t.OPEN | t.CLOSE)
        if apart or s[U_VERB + k] or s[U_ROLE + k] & (_HOLDER | _ACTOR | _WE | _REL | _NEG):
            return False
        if s[U_ROLE + k] & _PAUSE and not s[U_ROLE + k] & _AND:
            return False
    k = after
    while k < m - 1 and s[U_ROLE + k] & _ADV and not s[U_SEP + k]:
        k += 1
    handed = s[U_ROLE + k] & g.DELEGATING != 0
    if s[U_SEP + k] or not (s[U_FORM + k] & g.PARTICIPLE or handed):
        return False
    for j in range(k + 1, min(m, k + 6)):
        if handed and s[U_ROLE + j] & (_TO | _DET) and not s[U_ROLE + j] & _HOLDER and not s[U_SEP + j]:
            continue  # "cannot be delegated to nurses"
        if s[U_SEP + j] or not s[U_ROLE + j] & (g.BY | _DET | _ADV | _AND | _ACTOR) or s[U_ROLE + j] & _HOLDER:
            return True
        if s[U_ROLE + j] & _ACTOR:
            return False  # "are not given by nurses"
    return True


@inner
def allowed_behind(s, m, hi):
    """Whether a cell or a note behind the mention answers yes ("Injections | Yes", "Injections: allowed here")."""
    for q in range(hi + 1, min(m, hi + 12)):
        role = s[U_ROLE + q]
        if role & (_NEG | _NEG_AFTER | _ANSWER_NO):
            return False
        if s[U_SEP + q] & (HARD | t.OPEN):
            return role & (g.ANSWER_YES | g.ALLOWED) != 0
    return False


@inner
def not_the_holder(s, m, hi):
    """Whether a sentence about another ends by denying it to the job-holder ("...; assistants may not (do so)")."""
    for q in range(max(hi + 1, m - 3), m):
        if s[U_ROLE + q] & _NEG and of_holder(s, q):
            return q + 1 == m or not (s[U_SEP + q + 1] & HARD or s[U_FORM + q + 1] & g.THING)
    return False
