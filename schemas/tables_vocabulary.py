"""Tables of the vocabularies: jurisdictions, categories, duties, classes, roles, settings, skills."""

from __future__ import annotations

from schemas.declare import FLAG, TEXT, TEXTS, WHOLE, Column, Table, refers
from schemas.vocabulary import CATEGORIES, COVERAGE_KINDS, PRACTICE_SIZES, SKILL_KINDS

STATES = Table(
    "states",
    "The jurisdictions: fifty states and the District of Columbia.",
    ("state",),
    (
        Column("state", TEXT, "Postal letters of the jurisdiction.", pattern=r"^[A-Z]{2}$"),
        Column("name", TEXT, "Name of the jurisdiction in English."),
        Column("fips", TEXT, "Two-digit FIPS code of the jurisdiction.", pattern=r"^\d{2}$"),
        Column("aliases", TEXTS, "Other ways in which people write the name."),
    ),
)

CATEGORY = Table(
    "categories",
    "The four categories of medical assistants' duties.",
    ("category",),
    (
        Column("category", TEXT, "Id of the category.", allowed=CATEGORIES),
        Column("label", TEXT, "Name of the category to show."),
        Column("definition", TEXT, "What belongs to the category."),
        Column("position", WHOLE, "Place of the category in listings, from 0.", unit="rank", at_least=0),
    ),
)

DUTY_GROUPS = Table(
    "duty_groups",
    "Groups of duties within a category, with the special kinds of legal text that could reach them.",
    ("duty_group",),
    (
        Column("duty_group", TEXT, "Id of the group."),
        Column("label", TEXT, "Name of the group to show."),
        Column(
            "reached_by",
            TEXTS,
            "Kinds of text that must have been looked at, beside the delegator's own, before `silent` may be said.",
            allowed=COVERAGE_KINDS,
        ),
    ),
)

DUTIES = Table(
    "duties",
    "Duties that a medical assistant may be asked to do.",
    ("duty_id",),
    (
        Column("duty_id", TEXT, "Stable id of the duty.", pattern=r"^[a-z][a-z0-9_]*$"),
        Column("category", TEXT, "Category to which the duty belongs.", allowed=CATEGORIES),
        Column("duty_group", TEXT, "Group within the category."),
        Column("parent_duty_id", TEXT, "Wider duty, a rule on which reaches this one too.", nullable=True),
        Column("label", TEXT, "Name of the duty to show."),
        Column("definition", TEXT, "What the duty is, in one sentence."),
        Column("licensed_act", FLAG, "True for acts that a general delegation never reaches."),
        Column("position", WHOLE, "Place of the duty in listings, from 0.", unit="rank", at_least=0),
    ),
    (
        refers("category", "categories"),
        refers("duty_group", "duty_groups"),
        refers("parent_duty_id", "duties", "duty_id"),
    ),
)

DUTY_CLASSES = Table(
    "duty_classes",
    "Named sets of duties of which the law speaks, such as injections other than intravenous.",
    ("class_id",),
    (
        Column("class_id", TEXT, "Stable id of the class."),
        Column("label", TEXT, "Name of the class to show."),
        Column("definition", TEXT, "What the class holds."),
        Column("state", TEXT, "Jurisdiction whose text alone makes the class; null where several do.", nullable=True),
        Column("general", FLAG, "True for the class of general delegation clauses, which any narrower rule beats."),
    ),
)

DUTY_CLASS_MEMBERS = Table(
    "duty_class_members",
    "Which duties belong to which class.",
    ("class_id", "duty_id"),
    (
        Column("class_id", TEXT, "Class that holds the duty."),
        Column("duty_id", TEXT, "Duty that belongs to the class."),
    ),
    (refers("class_id", "duty_classes"), refers("duty_id", "duties")),
)

ROLES = Table(
    "roles",
    "Kinds of medical assistants, and the titles that single states have made.",
    ("role_id",),
    (
        Column("role_id", TEXT, "Stable id of the role.", pattern=r"^[a-z][a-z0-9_]*$"),
        Column("label", TEXT, "Name of the role to show."),
        Column("parent_role_id", TEXT, "Wider role, whose rules reach this one too.", nullable=True),
        Column("state", TEXT, "Jurisdiction that made the title; null for roles known everywhere.", nullable=True),
        Column("soc_code", TEXT, "Code of the Standard Occupational Classification of 2018.", nullable=True),
        Column("onet_soc_code", TEXT, "O*NET-SOC code of 2019.", nullable=True),
        Column("isco_08", TEXT, "Unit group of ISCO-08.", nullable=True),
        Column("description", TEXT, "What tells the role from others."),
        Column("aliases", TEXTS, "Other titles under which the role is known."),
        Column(
            "own_scope",
            FLAG,
            "True for a title whose state says in full what it may do: rules on the wider role do not reach it.",
        ),
    ),
    (refers("parent_role_id", "roles", "role_id"), refers("state", "states")),
)

SETTINGS = Table(
    "settings",
    "Places where medical assistants work.",
    ("setting_id",),
    (
        Column("setting_id", TEXT, "Stable id of the setting.", pattern=r"^[a-z][a-z0-9_]*$"),
        Column("label", TEXT, "Name of the setting to show."),
        Column("cms_pos", TEXT, "Two-digit CMS place-of-service code.", nullable=True, pattern=r"^\d{2}$"),
        Column("naics", TEXT, "Six-digit NAICS 2022 industry.", nullable=True, pattern=r"^\d{6}$"),
        Column("aliases", TEXTS, "Other words for the setting."),
    ),
)

SKILLS = Table(
    "skills",
    "Skills, traits and requirements that sources ask of medical assistants.",
    ("skill_id",),
    (
        Column("skill_id", TEXT, "Stable id of the skill."),
        Column("label", TEXT, "Name of the skill to show."),
        Column("kind", TEXT, "Whether it is learnt, a trait of the person, or asked for by rule.", allowed=SKILL_KINDS),
        Column("definition", TEXT, "What the skill is."),
    ),
)

DUTY_ONET = Table(
    "duty_onet",
    "Crosswalk of duties to O*NET tasks and detailed work activities. O*NET says what is done, never what is allowed.",
    ("duty_id", "onet_soc_code", "task_id", "dwa_id"),
    (
        Column("duty_id", TEXT, "Duty that the task or activity holds."),
        Column("onet_soc_code", TEXT, "Occupation to which the task belongs.", pattern=r"^\d\d-\d{4}\.\d\d$"),
        Column("task_id", TEXT, "Number of the task in the O*NET database."),
        Column("dwa_id", TEXT, "Id of the detailed work activity; empty where O*NET gives the task none."),
        Column("release", TEXT, "Release of the O*NET database from which the pair was read."),
    ),
    (refers("duty_id", "duties"),),
)

PRACTICE_WORDS = Table(
    "practice_words",
    "Words by which a document says how large a practice it speaks of.",
    ("words",),
    (
        Column("words", TEXT, "Words in a document, such as 'solo practice'."),
        Column("practice_size", TEXT, "Size of practice that they mean.", allowed=PRACTICE_SIZES),
    ),
)

NOT_ROLES = Table(
    "not_roles",
    "Letters that in some states mean another occupation, such as a medication aide, and there are not the role.",
    ("words", "role_id"),
    (
        Column("words", TEXT, "Letters or words as documents write them, such as CMA."),
        Column("role_id", TEXT, "Role that they mean elsewhere."),
        Column("states", TEXTS, "Jurisdictions where they do not."),
        Column("because", TEXT, "What they mean there."),
    ),
    (refers("role_id", "roles"), refers("states", "states", "state")),
)

LEXICON_FILES = Table(
    "lexicon_files",
    "The lexicon with which this release reads texts, file by file.",
    ("file",),
    (
        Column("file", TEXT, "Path of the file below raw/."),
        Column("text", TEXT, "Content of the file, TOML."),
    ),
)

VOCABULARY_TABLES = (
    STATES,
    CATEGORY,
    DUTY_GROUPS,
    DUTIES,
    DUTY_CLASSES,
    DUTY_CLASS_MEMBERS,
    ROLES,
    SETTINGS,
    SKILLS,
    DUTY_ONET,
    PRACTICE_WORDS,
    NOT_ROLES,
    LEXICON_FILES,
)
