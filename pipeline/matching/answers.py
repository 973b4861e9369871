"""Kernel: questions whether a thing is so, and how the sentence behind one answers it."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.match import shares
from pipeline.matching.tables import U_FORM, U_ID, U_ROLE, U_SEP, U_VERB, U_VERBS, W_DOING

QUESTION_WORDS = 16  # of a question that stands above its answers as a heading
THING_UNITS = 6  # of a sentence that only names what the next one tells of
_TOLD = (
    g.HOLDER | g.ACTOR | g.MODAL | g.BE | g.NEG | g.NEG_AFTER | g.ALLOWED | g.ANSWER_YES | g.ANSWER_NO
)  # more than a thing's name
SHORT_ANSWER = 12  # units of an answer that says neither yes nor no
_NEG, _HEAD_NEG = g.NEG, g.HEAD_NEG
_LITTLE_WORDS = (
    g.HOLDER | g.ACTOR | _NEG | g.NEG_AFTER | g.MODAL | g.BE | g.DETERMINER | g.PRONOUN | g.ADVERB | g.ASKING
    | g.LIGHT | g.PREPOSITION | g.TO | g.AND | g.CONDITION | g.RELATIVE | g.TURN
)  # fmt: skip


@inner
def asks(s, m, denied):
    """Where, in a sentence that ends in "?", the question begins whether a thing is so; -1 where it asks for a fact.

    "May assistants give injections", "Q. Can ...", "Dear Ms Roe: Can ...", "In Ohio, can assistants ...", "Injections".
    denied: a heading or a sign denies what only is named.
    """
    if s[U_ROLE] & g.ASKING:
        return 0
    subject = g.HOLDER | g.ACTOR | g.DETERMINER | g.WE
    for i in range(1, m - 1):
        named = s[U_ROLE + i + 1] & subject != 0
        named = named or s[U_ROLE + i] & g.WHO != 0  # "Q: Who starts IVs?"
        if s[U_ROLE + i] & g.ASKING and named and (s[U_SEP + i] != 0 or (i == 1 and s[U_ID] == 0)):
            return i
    return 0 if not denied and only_names(s, m) else -1


@inner
def only_names(s, m):
    """Whether a question of few words only names what it asks of ("Handing out samples without a nurse?")."""
    for i in range(m):
        finite = s[U_VERB + i] and s[U_FORM + i] & g.FINITE and not s[U_FORM + i] & (g.THING | g.ING)
        told = g.MODAL | g.BE | g.HOLDER | g.WHO | g.HEAD_DUTIES | _NEG | _HEAD_NEG | g.NEG_AFTER
        if finite or s[U_ROLE + i] & told:
            return False
    return m <= SHORT_ANSWER


@inner
def asks_what(s, m):
    """Whether a question asks for a list of tasks ("What can a medical assistant not do?", "... not allowed to do?").

    It, or what stands before its first comma, ends in a verb that has no object, or in a denial, and names the
    job-holder.
    """
    named = False
    last = 0
    while last < m and not s[U_SEP + last] & (t.COMMA | t.OPEN):
        named = named or (s[U_ROLE + last] & g.HOLDER != 0 and not s[U_ROLE + last] & g.WHO)
        last += 1
    if last < 3:
        return False
    ends = s[U_FORM + last - 1] & g.FINITE != 0 or s[U_ROLE + last - 1] & (_NEG | _HEAD_NEG | g.NEG_AFTER) != 0
    return named and ends


@inner
def names_thing(s, m):
    """Whether a sentence of few words only names things, of which the next may tell ("Peels and facials.")."""
    for i in range(m):
        if s[U_ROLE + i] & _TOLD or (s[U_VERB + i] and s[U_FORM + i] & g.FINITE):
            return False
    return m <= THING_UNITS


@inner
def answer(s, wide, m):
    """How a sentence of m units answers a question: 1 no ("No, only a nurse may", "They may not"), 2 yes, 0 not."""
    for i in range(min(m, 5)):
        role = s[U_ROLE + i]
        if role & (g.ANSWER_NO | g.ANSWER_YES):
            opens = (
                i == 0 or s[U_ROLE + i - 1] & g.BE != 0 or s[U_SEP + i] & (t.COLON | t.COMMA) != 0
            )  # "Mostly, yes, ..."
            told = i + 1 < m and s[U_ROLE + i + 1] & (g.ONLY | g.HOLDER) != 0  # "No. Only nurses may": "no." is short
            own = i > 0 and s[U_FORM + i - 1] & g.THING and not s[U_ROLE + i - 1] & _LITTLE_WORDS  # "IVs, no"
            if opens and not own and (i + 1 == m or s[U_SEP + i + 1] != 0 or told):
                return 1 if role & g.ANSWER_NO else 2
            break
    return 1 if _another_does(s, wide, m) else _short_answer(s, wide, m)


@inner
def _another_does(s, wide, m):
    """Whether a short answer says that another does it ("A doctor has to do that"), not "may delegate this"."""
    i = 0
    while i < m - 1 and s[U_ROLE + i] & (g.DETERMINER | g.ADVERB) and not s[U_ROLE + i] & g.ACTOR:
        i += 1
    if not s[U_ROLE + i] & g.ACTOR or s[U_ROLE + i] & g.HOLDER:
        return False
    done = False
    for q in range(i + 1, min(m, i + SHORT_ANSWER)):
        role = s[U_ROLE + q]
        ends = q + 1 == m or s[U_SEP + q + 1] != 0
        if done and ends and role & (g.PRONOUN | g.DETERMINER):
            return True
        done = shares(wide, s[U_VERBS + q], wide, wide[W_DOING])
        named = s[U_FORM + q] & g.THING and not role & _LITTLE_WORDS
        if s[U_SEP + q] or role & (g.HOLDER | _NEG | g.NEG_AFTER | g.RELATIVE | g.CONDITION) or named:
            return False
    return False


@inner
def _short_answer(s, wide, m):
    """The same for one of few words, without "no" or "yes", that names no act of its own.

    "They may not", "It is not permitted here", "Only a nurse may"; "They can, if trained".
    """
    i = 0
    while i < m - 1 and not s[U_ROLE + i] & g.ONLY:
        # "A: ...", "Unfortunately ..."
        if not (s[U_SEP + i + 1] & t.COLON or s[U_ROLE + i] & (g.ADVERB | g.TURN) or (i == 0 and s[U_ID] == 0)):
            break
        i += 1
    only = s[U_ROLE + i] & g.ONLY != 0
    own = s[U_ROLE + i] & (g.HOLDER | g.PRONOUN | g.DETERMINER) != 0
    if m - i > SHORT_ANSWER or not (only or own or s[U_ROLE + i] & (_NEG | g.NEG_AFTER)):
        return 0
    others = False
    for q in range(i, m):
        role = s[U_ROLE + q]
        if (
            s[U_ROLE + i] & (g.HOLDER | g.WE)
            and not others
            and q > i
            and q + 1 == m
            and shares(wide, s[U_VERBS + q], wide, wide[W_DOING])
        ):
            return 2  # "They do."
        if s[U_FORM + q] & (g.THING | g.ACT | g.FINITE | g.ING) and not role & _LITTLE_WORDS:
            return 0  # it tells of something else
        others = others or (role & g.ACTOR != 0 and not role & g.HOLDER)
        if role & (_NEG | g.NEG_AFTER):
            if not role & (g.NEG_AFTER | _HEAD_NEG) and q + 1 < m and s[U_ID + q + 1] == 0 and not s[U_SEP + q + 1]:
                return 0  # "That is not clear"
            apart = False
            for k in range(q + 1, m):
                apart = apart or s[U_SEP + k] != 0
                if s[U_ROLE + k] & (g.NEG_SHORT | g.RELATIVE | g.CONDITION | g.TURN):
                    return 0  # "not without an order", "not unless trained"
                if s[U_ROLE + k] & g.ACTOR and not apart:
                    return 0  # "Not the nurse"
            return 1
        if role & g.MODAL:
            ends = q + 1 == m or s[U_SEP + q + 1] & (t.COMMA | t.BREAK | t.STRONG) != 0
            if only and others:
                return 1
            return 2 if ends and own and not others else 0
    return 0
