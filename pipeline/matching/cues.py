"""Kernel, seventh room: polarity and kind of each candidate, from cues within their scope."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.clauses import named_among
from pipeline.matching.denials import (
    allowed_behind,
    denied_behind,
    in_time,
    not_the_holder,
)
from pipeline.matching.jit import inner
from pipeline.matching.labels import answered, label, told_duties
from pipeline.matching.match import ALONE
from pipeline.matching.passives import by_another, by_the_holder, end_of_list
from pipeline.matching.scope import scope
from pipeline.matching.subjects import (
    does,
)
from pipeline.matching.tables import (
    ALIAS_DUTY,
    ALIAS_FLAGS,
    ALIAS_SIZE,
    C_ALIAS,
    C_HI,
    C_KIND,
    C_LO,
    C_NEG,
    C_VERB,
    C_WHY,
    G_KIND,
    G_PARENT,
    G_VERB,
    MASKS,
    S_GROUPS,
    U_FORM,
    U_GROUP,
    U_HELP,
    U_KIND,
    U_NEG,
    U_ROLE,
    U_SEP,
    U_VERB,
    W_HELPERS,
    X_ALIASES,
    X_HELPED,
)
from pipeline.matching.tokens import HARD
from pipeline.matching.whom import (
    another_does,
    left_to,
    spared,
)

_AND, _DET, _ADV, _BE, _MODAL, _TO, _BY = (
    g.AND,
    g.DETERMINER,
    g.ADVERB,
    g.BE,
    g.MODAL,
    g.TO,
    g.BY,
)
_NEG, _NEG_SHORT, _NEG_AFTER, _TURN = g.NEG, g.NEG_SHORT, g.NEG_AFTER, g.TURN
_REQ, _REQ_AFTER, _REQ_END, _EDU, _WE, _SEEK = g.REQ_BEFORE, g.REQ_AFTER, g.REQ_END, g.EDU, g.WE, g.SEEK
_ABILITY, _HELPING, _ACTOR, _HOLDER, _REL, _PAUSE = (
    g.ABILITY,
    g.HELPING,
    g.ACTOR,
    g.HOLDER,
    g.RELATIVE,
    g.PAUSE,
)
_CONDITION, _ANSWER_NO, _PREP, _WHO = g.CONDITION, g.ANSWER_NO, g.PREPOSITION, g.WHO


# Roles without which neither polarity nor kind can be other than the heading's.
CUES = (
    _NEG | _NEG_SHORT | _NEG_AFTER | _ANSWER_NO | g.HEAD_NEG | g.ONLY | g.NOBODY
    | _REQ | _REQ_AFTER | _REQ_END | _EDU | _WE | g.ASKING | _HELPING | _ACTOR | _BY | _CONDITION | g.ORGANISATION
)  # fmt: skip
DUTY, REQUIREMENT, EDUCATION, OTHER, COMPANY = g.DUTY, g.REQUIREMENT, g.EDUCATION, g.OTHER_ACTOR, g.COMPANY
FINITE, ING, ACT = g.FINITE, g.ING, g.ACT


@inner
def judge(i32, wide, s, m, n, head_neg, head_kind):
    """Set c_neg and c_kind of the sentence's n candidates; returns 1 if the sentence sets a condition."""
    cues = head_neg
    for i in range(m):
        cues |= s[U_ROLE + i] & CUES
    if head_kind == REQUIREMENT and answered(s, m):
        head_kind = DUTY  # a row of "Competency matrix": "Adult phlebotomy | Yes"
    if head_kind == DUTY:
        head_kind = label(s, m)
        if head_kind == OTHER and head_neg:
            head_kind = DUTY  # below "Not done by assistants": "RN: IV starts"
    elif told_duties(s, m):
        head_kind = DUTY
    if cues == 0 and head_kind == DUTY:
        # Most sentences: nothing denies, asks, teaches, helps or names another.
        for c in range(n):
            if i32[i32[X_ALIASES] + s[C_ALIAS + c] * ALIAS_SIZE + ALIAS_FLAGS] & ALONE and s[C_WHY + c] == g.KEPT:
                s[C_WHY + c] = g.NOT_DENIED
            s[C_NEG + c] = 0
            s[C_KIND + c] = DUTY
        return 0
    conditional, ability = scope(s, wide, m, head_neg, head_kind)
    for c in range(n):
        alias = s[C_ALIAS + c]
        lo, hi, verb = s[C_LO + c], s[C_HI + c], s[C_VERB + c]
        neg = s[U_NEG + lo]
        kind = s[U_KIND + lo]
        for q in range(lo + 1, hi + 1):
            if s[U_ROLE + q] & (_NEG | _NEG_SHORT) or s[U_ROLE + q] & (_ANSWER_NO | _DET) == _ANSWER_NO | _DET:
                neg = s[U_NEG + hi]  # "all medications, except intravenous": the last word is denied
        if verb > hi and s[U_NEG + verb]:
            neg = 1
        end = hi
        if verb > hi and s[U_VERB + verb] and not s[U_NEG + verb]:  # by a pronoun: "may not file it, but may scan it"
            neg = 0
            kind = s[U_KIND + verb]
            end = verb + 1
        governing = s[U_GROUP + lo]
        loose = s[G_KIND + governing] == 0
        listed = loose or (s[G_KIND + governing] == 1 and s[U_FORM + s[G_VERB + governing]] & (ING | ACT) != 0)
        if not neg and denied_behind(s, m, verb if 0 <= verb < lo else lo, end, loose, listed):
            neg = 1
        elif neg and not head_neg and in_time(s, m, end):
            neg = 0
            conditional = 1
        elif neg and head_neg and allowed_behind(s, m, end):
            neg = 0  # below "Restricted tasks": "Giving injections: allowed in most states"
        if kind == DUTY and not neg and (another_does(s, m, hi) or left_to(s, m, hi)):
            kind = OTHER
        if kind == OTHER and not_the_holder(s, m, hi):
            neg = 1
            kind = DUTY
        elif kind == OTHER and not neg and by_the_holder(s, m, hi, verb):
            kind = DUTY
        if kind == DUTY and not neg:
            end = min(m, hi + 4)
            for q in range(hi + 1, end):
                if s[U_SEP + q] & (HARD | t.COMMA | t.OPEN) or s[U_VERB + q]:
                    break
                if s[U_ROLE + q] & (_PREP | _REL | _PAUSE | _CONDITION) and not s[U_ROLE + q] & _AND:
                    break  # "... after a competency check", "once certified"
                if s[U_ROLE + q] & (_REQ | _REQ_AFTER) and s[U_ROLE + q - 1] & _AND:
                    break  # "... and requires good skills", "keeps files and license renewals"
                if s[U_ROLE + q] & _REQ_AFTER:
                    kind = REQUIREMENT
                    break
        # Whether it may be the subject of a passive: a thing, "giving injections", "wound gluing".
        noun = loose if verb < 0 else s[U_FORM + verb] & FINITE == 0 and (verb < hi or s[U_FORM + verb] & ING != 0)
        last = end_of_list(s, m, max(hi, verb)) if kind == DUTY and noun else hi
        acts = verb > hi or verb < 0 or last > hi
        if kind == DUTY and (acts or noun):
            by = by_another(s, m, hi, max(verb, last), acts)
            if by == 2:
                neg = 1
            elif by and not_the_holder(s, m, hi):
                neg = 1  # "... is given by a nurse; assistants do not give it"
            elif by and not (neg and spared(s, m, hi)):
                kind = OTHER
        # "Keeping the charts up to date is essential"; not "Phlebotomy is essential", "Drawing blood is a plus".
        doing = verb >= 0 and s[U_FORM + verb] & ING and (verb == 0 or s[U_SEP + verb] & t.COLON)
        if kind == DUTY and not ability and not neg:
            for q in range(hi + 1, m):
                if s[U_SEP + q] & t.STRONG or s[U_ROLE + q] & _TURN:
                    break  # "draws blood, therefore an eye for detail is required"
                if s[U_SEP + q] & t.OPEN and (s[U_ROLE + q] & _REQ_AFTER or named_among(s, lo)):
                    break  # "draws blood (certification required)", "duties including phlebotomy (essential), ..."
                if doing and s[U_ROLE + q] & _REQ_END and s[U_ROLE + q] & _BE:
                    break
                if 0 <= verb < lo and s[U_ROLE + q] & _REQ_END and s[U_ROLE + q - 1] & _REL and not s[U_SEP + q - 1]:
                    break  # "greets visitors, determining the services that are required"
                if s[U_ROLE + q] & _REQ_END and (
                    q + 1 == m
                    or s[U_SEP + q + 1] & (HARD | t.COMMA | t.OPEN | t.CLOSE)
                    or s[U_ROLE + q + 1] & (_TURN | _AND)
                ):
                    kind = REQUIREMENT
                    break
        if kind == DUTY and i32[i32[X_HELPED] + i32[i32[X_ALIASES] + alias * ALIAS_SIZE + ALIAS_DUTY]]:
            grp = s[U_GROUP + lo]
            if s[G_KIND + grp] >= 2:
                grp = s[G_PARENT + grp]
            helping = s[U_HELP + lo] > 0
            for k in range(MASKS):
                if s[S_GROUPS + grp * MASKS + k] & wide[wide[W_HELPERS] + k]:
                    helping = True
            # "Assesses and supports patients": the first verb says it, and is not helped with.
            own = verb >= 0 and s[U_GROUP + verb] == s[U_GROUP + lo] and s[U_HELP + verb] == 0 and s[U_VERB + verb] != 0
            if helping and not own and not (s[U_HELP + lo] == 0 and does(s, wide, s[G_VERB + grp], lo)):
                kind = OTHER
        if kind == DUTY and s[U_HELP + lo] == 2 and (verb < 0 or not s[U_ROLE + verb] & _HELPING):
            done = verb >= 0 and s[U_VERB + verb] and s[U_FORM + verb] & ING  # "... such as giving medications"
            kind = kind if done else OTHER
        if not neg and i32[i32[X_ALIASES] + alias * ALIAS_SIZE + ALIAS_FLAGS] & ALONE and s[C_WHY + c] == g.KEPT:
            s[C_WHY + c] = g.NOT_DENIED
        s[C_NEG + c] = neg
        s[C_KIND + c] = kind
    return conditional
