"""Names of the grammatical roles that `raw/lexicon/grammar*.toml` give to words, and their bits.

One 64-bit word a surface form; the kernel reads nothing else about grammar.
"""

from __future__ import annotations

ROLES: tuple[str, ...] = (
    "and",
    "determiner",
    "adverb",
    "be",
    "modal",
    "to",
    "of",
    "light_preposition",
    "preposition",
    "relative",
    "actor",
    "holder",
    "we",
    "negation",
    "negation_short",
    "negation_after",
    "turn",
    "requirement_before",
    "requirement_after",
    "requirement_end",
    "education_before",
    "condition",
    "ability",
    "helping",
    "by",
    "tail",
    "head_negated",
    "head_requirement",
    "head_other",
    "head_duties",
    "opener",
    "seek",
    "pause",
    "person",
    "who",
    "answer_no",
    "clinical",
    "including",
    "asking",
    "answer_yes",
    "topic",
    "procedure",
    "only",
    "allowed",
    "delegating",
    "pronoun",
    "teaching",
    "organisation",
    "causing",
    "minding",
    "nobody",
)
BIT: dict[str, int] = {name: 1 << i for i, name in enumerate(ROLES)}

(
    AND,
    DETERMINER,
    ADVERB,
    BE,
    MODAL,
    TO,
    OF,
    LIGHT,
    PREPOSITION,
    RELATIVE,
    ACTOR,
    HOLDER,
    WE,
    NEG,
    NEG_SHORT,
    NEG_AFTER,
    TURN,
    REQ_BEFORE,
    REQ_AFTER,
    REQ_END,
    EDU,
    CONDITION,
    ABILITY,
    HELPING,
    BY,
    TAIL,
    HEAD_NEG,
    HEAD_REQ,
    HEAD_OTHER,
    HEAD_DUTIES,
    OPENER,
    SEEK,
    PAUSE,
    PERSON,
    WHO,
    ANSWER_NO,
    CLINICAL,
    INCLUDING,
    ASKING,
    ANSWER_YES,
    TOPIC,
    PROCEDURE,
    ONLY,
    ALLOWED,
    DELEGATING,
    PRONOUN,
    TEACHING,
    ORGANISATION,
    CAUSING,
    MINDING,
    NOBODY,
) = (1 << i for i in range(len(ROLES)))

# Form bits of a unit.
# From the sixth on: a thing that opens with an -ing word, one that ends in an act ("specimen collection"), those that
# open with a verb ("check patients in"), an act and "of" ("labeling of specimens"), a verb in -ing ("filing charts"), a
# participle ("stocked rooms"). PAST: a past that is no participle ("took"). THIRD: of the third person ("draws").
FINITE, ING, PARTICIPLE, ACT, THING, ING_FIRST, ACT_LAST, FINITE_FIRST, ACT_OF, ING_OPENS, PART_OPENS, PAST, THIRD = (
    1 << i for i in range(13)
)

# Kinds of a mention; only DUTY says that the job-holder does it.
KINDS: tuple[str, ...] = ("duty", "requirement", "education", "other_actor", "company", "heading")
DUTY, REQUIREMENT, EDUCATION, OTHER_ACTOR, COMPANY, HEADING = range(6)

# Why a candidate won or fell (for `explain`).
REASONS: tuple[str, ...] = (
    "kept",
    "verb missing",
    "blocked by the verb",
    "unless",
    "behind a preposition",
    "names a thing, not an act",
    "another duty is more specific",
    "said twice",
    "subject of a sentence about it",
    "no clinical word in the text",
    "without an object, and not denied",
    "without what it must stand with",
)
KEPT, NO_VERB, BLOCKED_VERB, UNLESS, BEHIND, TAILED, BEATEN, TWICE, PROSE, UNCLINICAL, NOT_DENIED, WITHOUT = range(12)
