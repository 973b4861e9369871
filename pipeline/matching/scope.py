"""Kernel: one walk over a sentence: what is denied, asked for, taught, helped with or another's at each word."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.clauses import (
    because,
    denies_itself,
    duties_include,
    first_named,
    joined_in,
    seen_to,
    stands_beside,
    teaches_how,
    then_acts,
    then_told,
    told_about,
    told_who,
    turns_to_act,
    will_act,
)
from pipeline.matching.denials import (
    item,
    leading_exception,
    names_alone,
    one_list,
    own_clause,
    verb_between,
)
from pipeline.matching.jit import inner
from pipeline.matching.opening import denied_above, kind_above
from pipeline.matching.others import another_acts, caused
from pipeline.matching.parse import sought
from pipeline.matching.subjects import (
    acts_on,
    does,
    does_it,
    goes_on,
    joined,
    only_others,
    subject_acts,
    told_of_unit,
)
from pipeline.matching.tables import (
    G_VERB,
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
)
from pipeline.matching.titles import title_denied
from pipeline.matching.tokens import HARD, LISTING
from pipeline.matching.whom import (
    denied_subject,
    denies_for,
    no_holder,
    not_but,
    nothing,
    of_holder,
    of_nobody,
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
        opens = i - 2
        while opens > 0 and s[U_ID + opens] == 0 and not s[U_SEP + opens]:
            opens -= 1
        return opens < 0 or not s[U_ROLE + opens] & _REL  # but "if there are no appointments, call back"
    return i > 1 and s[U_ROLE + i - 1] & g.LIGHT != 0 and not s[U_ROLE + i - 2] & (g.PERSON | _HOLDER | _ACTOR)


DUTY, REQUIREMENT, EDUCATION, OTHER, COMPANY = g.DUTY, g.REQUIREMENT, g.EDUCATION, g.OTHER_ACTOR, g.COMPANY
FINITE, ING, ACT = g.FINITE, g.ING, g.ACT


@inner
def scope(s, wide, m, head_neg, head_kind):
    """Walk the sentence once: what holds at each position. Returns (conditional, ability)."""
    short = False
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
    teaches = -1  # where the job-holder teaches or explains
    reach = 0  # of a denial over semicolons: 1 where the job-holder is its subject, 2 behind a colon, 3 "...: draws"
    aside = s[U_ROLE] & _REL != 0 and s[U_ROLE] & (g.ASKING | _HOLDER) == 0
    told_when = s[U_ROLE] & _REL != 0 and s[U_ROLE] & _HOLDER == 0 and m > 1 and s[U_ROLE + 1] & _BE == 0
    aside = aside or told_when  # "When the doctor is not there, take vital signs"
    as_said = False  # "As typing is not done here, completion of referrals ..."
    for i in range(min(m, 2)):
        as_said = as_said or (s[U_ROLE + i] & _PAUSE != 0 and s[U_ROLE + i] & (g.LIGHT | _AND) == g.LIGHT)
    head_neg = denied_above(s, m, head_neg)
    neg = head_neg
    kind = base = kind_above(s, m, head_kind)
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
            ing = s[U_VERB + at] != 0 and s[U_FORM + at] & (ING | FINITE) == ING
            if listed or (kind == EDUCATION and colon >= 0 and ing and not sep & t.CELL):
                pass  # "learn about taking vital signs; phlebotomy", "I have done such acts as: drawing blood; giving"
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
                # "if the sample did not arrive, draw blood again", "although you have experience, never diagnose"
                kind = base if kind == EDUCATION or kind == REQUIREMENT else kind  # noqa: SIM109
            acts = s[U_VERB + i] != 0 and s[U_FORM + i] & FINITE != 0
            if as_said and sep & t.COMMA and not acts and not role & _AND:
                neg = head_neg
                as_said = False
            if teaches >= 0 and kind == EDUCATION and sep & t.COMMA and acts:
                kind = base  # "They explain how to take a drug, hand over a sample and ..."
                teaches = -1
            if until_comma == 1 or (until_comma and not goes_on(s, i, m)):
                kind = base
                until_comma = 0
        topic = sep & t.COLON and kind == EDUCATION and base != EDUCATION and s[U_FORM + i - 1] & g.THING
        if topic and s[U_VERB + i] and s[U_FORM + i] & g.THIRD:
            kind = base  # "Topics of venipuncture: draws blood", not "Course 3: draws blood"
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
        if 0 < i < 4 and role & (g.INCLUDING | _BE) and s[U_ROLE + i - 1] & g.HEAD_NEG and not s[U_ROLE + i - 1] & _NEG:
            neg = 1  # "Prohibited acts include starting IVs", whatever the heading
            kind = kind if kind == OTHER else DUTY
            reach = 2
            denied = i
        does_not = i > 1 and s[U_VERB + i - 1] and s[U_ROLE + i - 2] & (_NEG | _NEG_AFTER) and not s[U_SEP + i - 1]
        if sep & t.COLON and does_not and s[U_ROLE + i - 1] & (g.HEAD_DUTIES | g.ASKING):
            neg = 1  # "Tasks assistants cannot perform: starting IVs"
            reach = 2
            denied = i - 2
        if sep & t.COLON and neg and not short and i < denied + 8:
            reach = 3 if s[U_VERB + i] and s[U_FORM + i] & g.THIRD else 2
            if i == denied + 2 and denies_itself(s, i - 1) and (aside or told_who(s, i, m)):
                neg = head_neg  # "If they do not answer: leave a message", "Assistants do not diagnose: they room"
                reach = 0
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
            and not role & (_AND | g.LIGHT)  # not "duties such as giving"
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
            if kind == OTHER or (kind == EDUCATION and base != EDUCATION and turns_to_act(s, i, m)):
                kind = base
        if role & _ANSWER_NO and role & _DET and no_holder(s, i, m):
            neg = 1  # "No assistant may start IVs"
            short = False
            reach = 1
            denied = i
        if role & _MODAL and kind != DUTY and base == DUTY and told_about(s, i):
            kind = base  # "Assistants who have completed a course may give injections"
        if role & _MODAL and not role & _NEG and not others and not (neg and denied_subject(s, denied, i)):
            neg = 0 if i > 0 and s[U_ROLE + i - 1] & _HOLDER else head_neg  # "they may", whatever the heading says
            short = False
        if (role & (_MODAL | _BE) or s[U_VERB + i]) and of_nobody(s, i, m):
            neg = 1  # "None of them may give injections"
            short = False
            reach = 1
            denied = i
        whom = 0  # of whom a "not" between commas is said: "the assistant, not the nurse, ..."
        if role & (_NEG | _NEG_SHORT) and sep & (t.COMMA | t.OPEN) and i + 1 < m:
            k = i + 2 if s[U_ROLE + i + 1] & _DET and not s[U_ROLE + i + 1] & _HOLDER and i + 2 < m else i + 1
            if k + 1 < m and s[U_SEP + k + 1] & (t.COMMA | t.CLOSE):
                whom = s[U_ROLE + k] & (_ACTOR | _HOLDER)
        if whom & _HOLDER and role & _NEG:
            kind = base  # "the nurse, not the assistant, draws blood": denied to the job-holder
        if role & _NEG and seen_to(s, i, m):
            pass  # "ensures that patients are not delayed"
        elif role & _NEG and not whom & _ACTOR and nothing(s, i):
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
                # "No catheter insertions", "they make no diagnosis"; not "may not refill what has no order, nor ...".
                short = i > 0 and (short or not neg)
                brief = short
                neg = 1
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
        if role & _REQ_AFTER and kind == DUTY and ing_next and not s[U_ROLE + i + 1] & _PREP:
            kind = REQUIREMENT  # "experience drawing blood"
        if role & _EDU:
            kind = EDUCATION
            teaches = i if teaches_how(s, wide, i) else -1
        if able:
            ability |= role & _REQ == 0  # "proficiency in giving injections preferred" is still a requirement
            # Under "Knowledge and skills": "Be able to prepare a patient for an EKG".
            if kind == REQUIREMENT or (i == 0 and kind == EDUCATION and then_acts(s, i, m)):
                kind = DUTY
                base = DUTY
        under = kind == head_kind and kind == REQUIREMENT  # under "Qualifications": "Duties include drawing blood"
        if role & _SEEK and (kind == COMPANY or kind == EDUCATION or under):  # noqa: SIM109
            kind = DUTY
            base = DUTY if under else base
        if role & _SEEK and kind == REQUIREMENT and (because(s, i) or role & g.INCLUDING):
            kind = DUTY  # "experience is essential, as the role will involve drawing blood", "..., duties to include"
        if role & _SEEK and kind == REQUIREMENT and base == DUTY and then_told(s, i, m):
            kind = DUTY  # "... although training will be given, you will type letters"
        if role & _SEEK and role & _HOLDER and kind == OTHER:
            kind = base  # "the doctor may ask you to draw blood"
        apart = kind == head_kind and (kind == EDUCATION or kind == COMPANY)  # noqa: SIM109
        if apart and role & _HOLDER and not role & _WHO and subject_acts(s, i, m):
            kind = DUTY  # under "Externship": "The phlebotomist draws blood"
            base = DUTY
        if kind != DUTY and kind == head_kind and duties_include(s, wide, i):
            kind = DUTY
            base = DUTY
        if role & _HOLDER and kind == head_kind and kind == REQUIREMENT and first_named(s, i) and does_it(s, i, m):
            kind = DUTY  # under "About you": "The post holder will draw blood"
            base = DUTY
        # "The department performs 3,000 tests a year", but not "ensures that the department is clean".
        whole = s[U_FIRST + i] == s[U_LAST + i] or i == 0 or sep & (HARD | t.COMMA) != 0
        if role & _WE and whole and base != COMPANY and subject_acts(s, i, m):
            kind = kind if stands_beside(s, wide, i) or joined_in(s, i, m) else COMPANY
        if kind == COMPANY and base != COMPANY and role & _HOLDER and not role & _WHO and will_act(s, i, m):
            kind = base  # "Services are offered to clinics, and the post holder will take samples"
        if kind == COMPANY and role & _WHO and sought(s, i, m):
            kind = DUTY  # "We need someone who can room patients"
        if kind == DUTY and base != COMPANY and told_of_unit(s, wide, i, m) and not stands_beside(s, wide, i):
            kind = COMPANY
        begins = i if i == 0 or not s[U_ROLE + i - 1] & g.CAUSING else i - 1  # "Allow only nurses to start IVs"
        if role & g.ONLY and (begins == 0 or s[U_SEP + begins] & (HARD | t.COMMA)) and only_others(s, i, m):
            neg = 1  # "only a licensed nurse may inject"
            others = True
        after_actor = role & _WHO != 0 and i > 0 and s[U_ROLE + i - 1] & _ACTOR != 0
        if role & _SEEK and not sep & t.COMMA:
            after_actor = False  # "seeking a nurse who will", not "Notify the nurse, who will"
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
        if role & _ACTOR and kind == DUTY and not others:
            reaches = another_acts(s, i, m, helped)
            if reaches >= 0:
                kind = OTHER
                until_comma = reaches
        s[U_NEG + i] = neg
        s[U_KIND + i] = kind
        s[U_HELP + i] = helped
    leading_exception(s, m)
    title_denied(s, m)
    return conditional, ability
