"""Kernel, seventh room: polarity and kind of each candidate, from cues within their scope."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.denials import (
    allowed_behind,
    denied_behind,
    in_time,
    item,
    leading_exception,
    names_alone,
    not_the_holder,
    one_list,
    own_clause,
    verb_between,
)
from pipeline.matching.headings import IN_TEXT
from pipeline.matching.jit import inner
from pipeline.matching.labels import act_behind_a_phrase, answered, in_row, label, told_duties
from pipeline.matching.match import ALONE
from pipeline.matching.parse import HARD, LISTING, sought
from pipeline.matching.passives import by_another, end_of_list
from pipeline.matching.subjects import (
    acts_on,
    begins_anew,
    caused,
    comes_to,
    delegates,
    described,
    does,
    does_it,
    goes_on,
    joined,
    named_aside,
    only_others,
    opens,
    subject_acts,
    told_of_unit,
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
    U_FIRST,
    U_FORM,
    U_GROUP,
    U_HELP,
    U_ID,
    U_KIND,
    U_LAST,
    U_NEG,
    U_ROLE,
    U_SEP,
    U_VERB,
    W_HELPERS,
    X_ALIASES,
    X_HELPED,
)
from pipeline.matching.whom import (
    another_does,
    denied_subject,
    denies_for,
    left_to,
    no_holder,
    not_but,
    nothing,
    of_holder,
    opens_clause,
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


@inner
def acts_soon(s, i, m):
    """Whether the noun at i has its verb within a few words ("the MA on the hall gets", "you swab")."""
    for j in range(i + 1, min(m, i + 5)):
        if s[U_SEP + j] or s[U_ROLE + j] & _MODAL:
            return False
        if s[U_VERB + j] and s[U_FORM + j] & FINITE and (j == i + 1 or s[U_FORM + j] & g.THIRD):
            return s[U_FORM + j] & ING == 0
    return False


@inner
def closes(s, i, paused):
    """Whether a comma, with or without "and", stands before i, behind the clause that opens at `paused`."""
    if s[U_SEP + i] & t.COMMA:
        return True
    return i - 1 > paused and s[U_ROLE + i - 1] & _AND != 0 and s[U_SEP + i - 1] & t.COMMA != 0


@inner
def lacks(s, i, m):
    """Whether "no" at i says what there is not ("there's no phlebotomy", "the role has no scribing", "with no IVs")."""
    if i + 2 < m and s[U_ROLE + i + 2] & (_REQ_AFTER | g.HEAD_REQ | g.TAIL) and not s[U_SEP + i + 2]:
        return False  # "there is no phlebotomy requirement"
    if s[U_ROLE + i - 1] & (_BE | g.ASKING) and not s[U_ROLE + i - 1] & _REL:
        return True
    return i > 1 and s[U_ROLE + i - 1] & g.LIGHT != 0 and not s[U_ROLE + i - 2] & (g.PERSON | _HOLDER | _ACTOR)


# Roles without which neither polarity nor kind can be other than the heading's.
CUES = (
    _NEG | _NEG_SHORT | _NEG_AFTER | _ANSWER_NO | g.HEAD_NEG | g.ONLY
    | _REQ | _REQ_AFTER | _REQ_END | _EDU | _WE | g.ASKING | _HELPING | _ACTOR | _BY | _CONDITION | g.ORGANISATION
)  # fmt: skip
DUTY, REQUIREMENT, EDUCATION, OTHER, COMPANY = g.DUTY, g.REQUIREMENT, g.EDUCATION, g.OTHER_ACTOR, g.COMPANY
FINITE, ING, ACT = g.FINITE, g.ING, g.ACT


@inner
def scope(s, wide, m, head_neg, head_kind):
    """Walk the sentence once: what holds at each position. Returns (conditional, ability)."""
    short = False
    kind = head_kind
    base = head_kind
    until_comma = 0
    later = False
    helped = 0
    conditional = 0
    ability = 0
    others = False
    acted = False
    brief = False  # "no" denies the thing behind it alone
    outside = -1  # what held before a bracket
    denied = -8  # where the last denial stands
    colon = -1
    paused = -1  # where "when" or "if" stands, and what held before it
    held = 0
    reach = 0  # of a denial over semicolons: 1 where the job-holder is its subject, 2 behind a colon, 3 "...: draws"
    aside = s[U_ROLE] & _REL != 0 and s[U_ROLE] & (g.ASKING | _HOLDER) == 0
    told_when = s[U_ROLE] & _REL != 0 and s[U_ROLE] & _HOLDER == 0 and m > 1 and s[U_ROLE + 1] & _BE == 0
    aside = aside or told_when  # "When the doctor is not there, take vital signs"
    if head_neg:
        for i in range(m - 1):
            if s[U_ROLE + i] & _TURN and s[U_ROLE + i + 1] & _NEG:
                head_neg = 0  # under "What assistants may not do": "takes vital signs, but cannot diagnose"
    if head_neg == IN_TEXT and m > 2:
        at = 1 if s[U_ROLE] & _DET and not s[U_ROLE] & _HOLDER else 0
        said = s[U_ROLE + at] & _HOLDER and not s[U_ROLE + at] & (_WHO | _NEG) and not s[U_ROLE + at] & g.ASKING
        if said and subject_acts(s, at, m) and not s[U_ROLE + at + 1] & (_BE | _NEG):
            head_neg = 0  # below "What assistants may not do": "Assistants take vital signs every day"
    head_neg = min(head_neg, 1)
    neg = head_neg
    if head_kind == REQUIREMENT:
        k = 0
        while k < m and s[U_ROLE + k] & _ADV:
            k += 1
        if (k < m and s[U_VERB + k]) or act_behind_a_phrase(s, m) or in_row(s, m):
            kind = DUTY
            base = DUTY
    if head_kind == REQUIREMENT or head_kind == EDUCATION or head_kind == COMPANY:  # noqa: SIM109
        for i in range(m):
            told = 0 < i <= 3 and i + 1 < m and s[U_ROLE + i - 1] & _BE and s[U_VERB + i + 1]
            if s[U_ROLE + i] & _NEG and (i < 2 or s[U_ROLE + i - 1] & _MODAL or of_holder(s, i) or told):
                kind = DUTY  # "Qualifications": "The assistant may not give injections"
                base = DUTY
    if head_kind == COMPANY and s[U_VERB] and s[U_FORM] & FINITE:
        kind = DUTY  # a page's next heading may be missing: "Salary: ..." and "Draws blood" below it
        base = DUTY
    if m > 1 and s[U_ROLE] & g.ASKING and s[U_ROLE] & _REL and s[U_ROLE + 1] & _TO:
        kind = EDUCATION  # "How to draw blood"
        base = EDUCATION
    for i in range(m):
        sep = s[U_SEP + i]
        role = s[U_ROLE + i]
        if sep & (t.STRONG | t.CELL):
            at = item(s, i, m)
            third = s[U_FORM + at] & g.THIRD != 0 and s[U_VERB + at] != 0
            ends = not neg or short or sep & t.CELL or own_clause(s, i, m) or (third and reach != 3)
            if reach == 1:
                ends = ends or not (s[U_VERB + at] or s[U_FORM + at] & g.THING) or not one_list(s, i, m)
            # The rest of a list goes with its first items.
            reach = 0 if ends or reach == 0 else max(reach, 2)
            if reach == 0:
                neg = head_neg
            listed = kind == EDUCATION and not (sep & t.CELL or s[U_VERB + i] or role & (_HOLDER | _DET | _ADV | _AND))
            if listed:
                pass  # "learn about taking vital signs; phlebotomy; record keeping"
            elif kind != OTHER or until_comma or later or sep & t.CELL or not goes_on(s, i, m):
                later = True  # "rooms patients; the doctor examines them; takes notes"
                kind = base
            helped = 0
        elif sep & (t.COMMA | t.CLOSE | t.OPEN):
            if sep & t.CLOSE and outside >= 0:
                neg = outside  # "gives vaccines (not to infants), rooms patients"
                short = False
            outside = neg if sep & t.OPEN else -1 if sep & t.CLOSE else outside
            if short and sep & (t.COMMA | t.CLOSE):
                neg = head_neg
                short = False
            if aside and sep & t.COMMA and not ((s[U_VERB + i] and not told_when) or role & _AND):
                neg = head_neg  # "while they do not diagnose, many draw blood"
                aside = False
            if until_comma == 1 or (until_comma and not goes_on(s, i, m)):
                kind = base
                until_comma = 0
        if brief and short and sep & (t.COLON | t.BREAK):
            neg = head_neg  # "rooms patients, no shots - draws blood"
            short = False
        if brief and short and s[U_VERB + i] and s[U_FORM + i] & FINITE and s[U_ROLE + i - 1] & _AND:
            neg = head_neg  # "has no fear of needles and draws blood well"
            short = False
        brief = brief and short
        if (
            helped
            and s[U_VERB + i]
            and s[U_FORM + i] & FINITE
            and s[G_VERB + s[U_GROUP + i]] == i
            and (sep & LISTING or joined(s, i))
        ):
            helped = 0
        no = i == 1 and s[U_ROLE] & _ANSWER_NO and not s[U_VERB + i]
        if sep & t.COLON and i > 0 and (no or s[U_ROLE + i - 1] & (_NEG | _NEG_AFTER | g.HEAD_NEG)):
            neg = 1  # "Not permitted: starting IVs", "No: injections"
            reach = 2
        if sep & t.COLON and neg and not short and i < denied + 8:
            reach = 3 if s[U_VERB + i] and s[U_FORM + i] & g.THIRD else 2
        if sep & t.COLON and i > 0 and s[U_ROLE + i - 1] & (g.ALLOWED | g.HEAD_DUTIES) and i > denied + 3:
            neg = 0 if s[U_ROLE + i - 1] & g.ALLOWED else head_neg  # "...; permitted: drawing blood"
            reach = 0
        if sep & t.CELL and i > 0 and s[U_ROLE + i - 1] & (_NEG | g.HEAD_NEG):
            k = i - 1
            while k > 0 and k > i - 5 and not s[U_SEP + k] & HARD:
                k -= 1
            if k == 0 or s[U_SEP + k] & HARD:
                neg = 1  # "Prohibited | Starting IVs"
        told = sep & t.COLON and i > denied + 8  # "No two days are alike: you ..."
        if role & _PAUSE and not role & _AND and not sep & HARD:
            paused, held = i, neg
        third = s[U_VERB + i] != 0 and s[U_FORM + i] & g.THIRD != 0
        if third and paused >= 0 and denied > paused and not s[U_FORM + denied] & g.THIRD and closes(s, i, paused):
            neg = held  # "calls the office when they do not answer, and gets approvals"
            paused = -1
        k = i - 1  # "until the assistant has"
        while k > 0 and s[U_ROLE + k] & _DET and not s[U_ROLE + k] & (_HOLDER | _REL | _PAUSE | _ANSWER_NO):
            k -= 1
        clause = sep & t.COMMA or told or (k >= 0 and s[U_ROLE + k] & (_PAUSE | _REL) and not s[U_ROLE + k] & _AND)
        if sep & t.COLON:
            colon = i
        told = colon > denied + 2 and i - colon < 10 and not role & _WE and reach == 2 and acts_soon(s, i, m)
        if told and role & _HOLDER and not role & _WHO:
            neg = head_neg  # "You don't sit in the back: at noon the assistants answer the phones"
            reach = 0
        if clause and role & _HOLDER and not role & _WHO:
            neg = head_neg  # "if that does not keep you busy, you also ..."
            short = False
        if (
            role & _PAUSE
            and not role & _AND
            and kind == EDUCATION
            and i + 1 < m
            and s[U_VERB + i + 1]
            and s[U_FORM + i + 1] & ING
        ):
            kind = base  # "must take a course before performing ..."
        if role & _CONDITION:
            conditional = 1
        cleft = role & _TURN and neg and not_but(s, denied, i, m)
        if role & _TURN and not (neg and i == denied + 1) and not cleft:  # not "they may not, however, ..."
            neg = head_neg
            short = False
            if kind == OTHER:
                kind = base
        if role & _ANSWER_NO and role & _DET and no_holder(s, i, m):
            neg = 1  # "No assistant may start IVs"
            short = False
            reach = 1
            denied = i
        if role & _MODAL and not role & _NEG and not others and not (neg and denied_subject(s, denied, i)):
            neg = 0 if i > 0 and s[U_ROLE + i - 1] & _HOLDER else head_neg  # "they may", whatever the heading says
            short = False
        whom = 0  # of whom a "not" between commas is said: "the assistant, not the nurse, ..."
        if role & (_NEG | _NEG_SHORT) and sep & (t.COMMA | t.OPEN) and i + 1 < m:
            k = i + 2 if s[U_ROLE + i + 1] & _DET and not s[U_ROLE + i + 1] & _HOLDER and i + 2 < m else i + 1
            if k + 1 < m and s[U_SEP + k + 1] & (t.COMMA | t.CLOSE):
                whom = s[U_ROLE + k] & (_ACTOR | _HOLDER)
        if whom & _HOLDER and role & _NEG:
            kind = base  # "the nurse, not the assistant, draws blood": denied to the job-holder
        if role & _NEG and not whom & _ACTOR and nothing(s, i):
            neg = 0  # "nothing in the practice act bars an assistant from"
        elif role & _NEG and not whom & _ACTOR:
            neg = 1
            short = False
            reach = 1 if of_holder(s, i) else 0
            denied = i
            if sep & t.COMMA and i + 1 < m and not whom and names_alone(s, i + 1):
                short = True  # "gives vaccines, not chemotherapy, and draws blood"
        if role & _NEG_AFTER and not role & _NEG and denies_for(s, i, m):
            neg = 1  # "It is not permitted for assistants to start IVs"
            short = False
            denied = i
        if (
            role & g.ALLOWED
            and head_neg
            and not s[U_ROLE + i] & (_NEG | _NEG_AFTER)
            and denied < i - 2
            and of_holder(s, i)
        ):
            neg = 0  # "You are permitted to draw blood", whatever the heading says
        if short and not brief and role & _PAUSE and not role & _AND and i + 1 < m and s[U_FORM + i + 1] & ING:
            neg = head_neg  # "stands without fatigue while drawing blood"
            short = False
        ing_behind = i + 1 < m and s[U_FORM + i + 1] & ING != 0
        if neg and role & _PAUSE and not role & _AND and ing_behind and not verb_between(s, denied, i):
            neg = head_neg  # "make sure that she is not allergic before giving an injection"
        if role & _NEG_SHORT and not whom & _ACTOR:
            neg = 0 if neg and (not short or brief) else 1  # "may do no test except skin tests"
            brief = False
            short = True
        if role & _ANSWER_NO and role & _DET and i + 1 < m and not s[U_SEP + i + 1]:
            apart = sep & (t.STRONG | t.BREAK | t.COLON | t.COMMA | t.OPEN) != 0
            named = s[U_FORM + i + 1] & (g.THING | ACT | ING) and not s[U_ROLE + i + 1] & (_REQ_AFTER | g.HEAD_REQ)
            if named and (i == 0 or apart or s[U_VERB + i - 1] or s[U_ROLE + i - 1] & g.INCLUDING or lacks(s, i, m)):
                neg = 1  # "No catheter insertions", "they make no diagnosis"
                short = i > 0
                brief = short
        if role & (_BY | _TURN | _MODAL | _NEG):
            helped = 0
        if helped == 1 and role & (g.LIGHT | g.INCLUDING) and i > 0 and s[U_ROLE + i - 1] & g.PROCEDURE:
            helped = 2  # "assist with procedures such as ..."
        if role & _HELPING and s[U_VERB + i] and not does(s, wide, s[G_VERB + s[U_GROUP + i]], i):
            helped = 1
        ing_next = i + 1 < m and not s[U_SEP + i + 1] and s[U_VERB + i + 1] != 0 and s[U_FORM + i + 1] & ING != 0
        able = role & _ABILITY != 0 and (not role & _REQ or ing_next)  # "proficiency in giving injections"
        if role & _REQ and kind == DUTY and not able:
            kind = REQUIREMENT
        if role & _REQ_AFTER and kind == DUTY and ing_next:
            kind = REQUIREMENT  # "experience drawing blood"
        if role & _EDU:
            kind = EDUCATION
        if able:
            ability |= role & _REQ == 0  # "proficiency in giving injections preferred" is still a requirement
            if kind == REQUIREMENT:
                kind = DUTY
                base = DUTY
        under = kind == head_kind and kind == REQUIREMENT  # under "Qualifications": "Duties include drawing blood"
        if role & _SEEK and (kind == COMPANY or kind == EDUCATION or under):  # noqa: SIM109
            kind = DUTY
            base = DUTY if under else base
        if role & _SEEK and role & _HOLDER and kind == OTHER:
            kind = base  # "the doctor may ask you to draw blood"
        apart = kind == head_kind and (kind == EDUCATION or kind == COMPANY)  # noqa: SIM109
        if apart and role & _HOLDER and not role & _WHO and subject_acts(s, i, m):
            kind = DUTY  # under "Externship": "The phlebotomist draws blood"
            base = DUTY
        # "The department performs 3,000 tests a year", but not "ensures that the department is clean".
        whole = s[U_FIRST + i] == s[U_LAST + i] or i == 0 or sep & (HARD | t.COMMA) != 0
        if role & _WE and whole and base != COMPANY and subject_acts(s, i, m):
            kind = COMPANY
        if kind == COMPANY and role & _WHO and sought(s, i, m):
            kind = DUTY  # "We need someone who can room patients"
        if kind == DUTY and base != COMPANY and told_of_unit(s, wide, i, m):
            kind = COMPANY
        if role & g.ONLY and (i == 0 or sep & (HARD | t.COMMA)) and only_others(s, i, m):
            neg = 1  # "only a licensed nurse may inject"
            others = True
        after_actor = role & _WHO != 0 and i > 0 and s[U_ROLE + i - 1] & _ACTOR != 0
        j = i - 1
        while (
            j >= 0 and (s[U_ROLE + j] & (_DET | _ADV) or s[U_ID + j] == 0) and not s[U_SEP + j + 1] & (HARD | LISTING)
        ):
            j -= 1
        told = j >= 0 and s[U_VERB + j] != 0  # "the doctor will ask you", "shall supervise the assistant"
        antecedent = role & _WHO == 0 or i == 0 or sep != 0 or s[U_ROLE + i - 1] & _HOLDER != 0
        if role & _HOLDER and kind == OTHER and not after_actor and not told and antecedent:
            kind = base  # but "nurses are the ones who give them"
        elif role & (_HOLDER | g.PRONOUN) and kind != DUTY and kind != EDUCATION and caused(s, i, m):
            kind = DUTY  # "the doctor may have you draw blood", "we rely on our assistants to room patients"
        if kind == REQUIREMENT and base == DUTY and i > 0 and (does_it(s, i, m) or (acted and acts_on(s, i, m))):
            kind = DUTY
        acted = acted or (kind == DUTY and s[U_VERB + i] != 0 and s[U_FORM + i] & FINITE != 0)
        if after_actor and kind == DUTY and not helped and not sep & HARD:
            kind = OTHER  # "it is the physician who interprets the results", "physician assistants, who treat"
            until_comma = 0 if sep & t.COMMA else 1
        if role & _ACTOR and kind == DUTY:
            j = i - 1
            edge = i == 0 or sep & (HARD | t.COMMA | t.OPEN) != 0
            while not edge and (s[U_ROLE + j] & (_DET | _ACTOR | _AND | _ADV) or described(s, j) or opens(s, j)):
                edge = j == 0 or s[U_SEP + j] & (HARD | t.COMMA | t.OPEN) != 0
                j -= 1
            edge = edge or begins_anew(s, i, m)
            before = 0 if j < 0 else s[U_ROLE + j]
            clause = opens_clause(s, i, m)  # "... and nurses start IVs"
            if others:
                pass
            elif named_aside(s, i, m):
                kind = OTHER
                until_comma = 0
            elif (edge or clause or before & (_REL | _PAUSE)) and subject_acts(s, i, m) and not delegates(s, i, m):
                kind = OTHER
                # 2: "You draw blood, while nurses give pills, change dressings": over commas before its other verbs.
                until_comma = 0 if edge else 2 if j > 0 and s[U_SEP + j] & t.COMMA else 1
            elif not helped and (comes_to(s, i, m, before) or caused(s, i, m)):
                # "asks the nurse to give it", "for the provider to review", "before the surgeon sits down to suture"
                kind = OTHER
                until_comma = 1
        s[U_NEG + i] = neg
        s[U_KIND + i] = kind
        s[U_HELP + i] = helped
    leading_exception(s, m)
    return conditional, ability


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
        if kind == DUTY and not ability and not neg:
            for q in range(hi + 1, m):
                if s[U_SEP + q] & t.STRONG or s[U_ROLE + q] & _TURN:
                    break  # "draws blood, therefore an eye for detail is required"
                if s[U_SEP + q] & t.OPEN and s[U_ROLE + q] & _REQ_AFTER:
                    break  # "draws blood (certification required)"
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
