"""Tables of what was read: sources, their statements, the duties found in them, and what is customary by them."""

from __future__ import annotations

from schemas.declare import DAY, FLAG, SIZE, TEXT, TEXTS, WHOLE, Column, Table, refers
from schemas.vocabulary import (
    AUTHORITIES,
    CATEGORIES,
    POLARITIES,
    PRACTICE_SIZES,
    SOURCE_KINDS,
    TEXT_READ,
)

SOURCES = Table(
    "sources",
    "Documents that were read: provisions of law, guidance, and descriptions of the work.",
    ("source_id",),
    (
        Column("source_id", TEXT, "Stable id of the source.", pattern=r"^[a-z0-9][a-z0-9._-]*$"),
        Column("title", TEXT, "Title of the document, or what the provision is about."),
        Column("publisher", TEXT, "Who issued it and, where a copy was read, whose copy."),
        Column("kind", TEXT, "What sort of document it is.", allowed=SOURCE_KINDS),
        Column("state", TEXT, "Jurisdiction of which it speaks; US for federal, null for none.", nullable=True),
        Column("url", TEXT, "Address at which it was read; null where it has none.", nullable=True),
        Column("citation", TEXT, "Citation of the provision; null for other documents.", nullable=True),
        Column("authority", TEXT, "Rank of what it says in law; null for documents that only describe work.",
               nullable=True, allowed=AUTHORITIES),
        Column("licence", TEXT, "Terms under which the document may be used, or that they are not stated."),
        Column("text_read", TEXT, "How much was read: the whole text, a part, a report of it, or a description.",
               allowed=TEXT_READ),
        Column("currency", TEXT, "What the copy says of its own date; null where it says nothing.", nullable=True),
        Column("changed_since", TEXT, "What is known to have changed since the text that was read; null if nothing.",
               nullable=True),
        Column("text_digest", TEXT, "SHA-256 of the text that was read, where it was kept; to see whether it changed.",
               nullable=True, pattern=r"^[0-9a-f]{64}$"),
        Column("read_on", DAY, "Day on which it was read."),
    ),
)  # fmt: skip

ROLE_SKILLS = Table(
    "role_skills",
    "Skills that a source asks of a role.",
    ("role_id", "skill_id", "source_id"),
    (
        Column("role_id", TEXT, "Role of which the skill is asked."),
        Column("skill_id", TEXT, "Skill that is asked for."),
        Column("source_id", TEXT, "Source that says so."),
    ),
    (refers("role_id", "roles"), refers("skill_id", "skills"), refers("source_id", "sources")),
)

ROLE_CATEGORIES = Table(
    "role_categories",
    "Categories of duties that a source gives to a role.",
    ("role_id", "category", "source_id", "practice_size"),
    (
        Column("role_id", TEXT, "Role that the source describes."),
        Column("category", TEXT, "Category of duties that the role has by this source.", allowed=CATEGORIES),
        Column("source_id", TEXT, "Source that says so."),
        Column("practice_size", TEXT, "Size of practice of which it speaks; `any` where it names none.",
               allowed=("any", *PRACTICE_SIZES)),
    ),
    (refers("role_id", "roles"), refers("category", "categories"), refers("source_id", "sources")),
)  # fmt: skip

JOB_FACTORS = Table(
    "job_factors",
    "What shapes the job of a medical assistant, by a source.",
    ("factor_id", "source_id"),
    (
        Column("factor_id", TEXT, "Stable id of the factor."),
        Column("label", TEXT, "Name of the factor to show."),
        Column("source_id", TEXT, "Source that names it."),
    ),
    (refers("source_id", "sources"),),
)

SOURCE_TEXTS = Table(
    "source_texts",
    "The descriptions of sources, in our own words, as they were read: offsets of statements and mentions count here.",
    ("source_id",),
    (
        Column("source_id", TEXT, "Source that is described."),
        Column("text", TEXT, "Headings and statements, one a line."),
    ),
    (refers("source_id", "sources"),),
)

STATEMENTS = Table(
    "statements",
    "Statements read from source descriptions, in our own words, with their place in the text that was read.",
    ("statement_id",),
    (
        Column("statement_id", TEXT, "Source and running number of the statement."),
        Column("source_id", TEXT, "Source from which the statement was read."),
        Column("text", TEXT, "The statement."),
        Column("start", SIZE, "First character in the text of the source, from 0.", unit="characters"),
        Column("end", SIZE, "One past the last character.", unit="characters"),
        Column("heading", TEXT, "Headings above the statement, joined by ' > '; null where there is none.",
               nullable=True),
        Column("list_level", WHOLE, "Depth of the list in which it stands; 0 outside lists.", unit="levels",
               at_least=0),
        Column("role_id", TEXT, "Role of which it speaks by its heading or own words.", nullable=True),
        Column("setting_id", TEXT, "Setting of which it speaks.", nullable=True),
        Column("state", TEXT, "Jurisdiction of which it speaks.", nullable=True),
        Column("practice_size", TEXT, "Size of practice of which it speaks.", nullable=True,
               allowed=PRACTICE_SIZES),
    ),
    (
        refers("source_id", "sources"),
        refers("role_id", "roles"),
        refers("setting_id", "settings"),
        refers("state", "states"),
    ),
)  # fmt: skip

MENTIONS = Table(
    "mentions",
    "Duties found in statements.",
    ("statement_id", "duty_id", "start", "end"),
    (
        Column("statement_id", TEXT, "Statement in which the duty was found."),
        Column("duty_id", TEXT, "Duty that was found."),
        Column("polarity", TEXT, "Whether the source says that it is done or that it is not.", allowed=POLARITIES),
        Column("start", SIZE, "First character of the words, in the text of the source.", unit="characters"),
        Column("end", SIZE, "One past the last character of the words.", unit="characters"),
        Column("words", TEXT, "The words in which the duty was found."),
        Column("conditional", FLAG, "True where the statement makes it hang on law, a certificate or supervision."),
        Column("role_id", TEXT, "Role of which the statement speaks.", nullable=True),
        Column("setting_id", TEXT, "Setting of which the statement speaks.", nullable=True),
        Column("state", TEXT, "Jurisdiction of which the statement speaks.", nullable=True),
        Column("practice_size", TEXT, "Size of practice of which it speaks.", nullable=True,
               allowed=PRACTICE_SIZES),
    ),
    (
        refers("statement_id", "statements"),
        refers("duty_id", "duties"),
        refers("role_id", "roles"),
        refers("setting_id", "settings"),
        refers("state", "states"),
    ),
)  # fmt: skip

ROLE_DUTIES = Table(
    "role_duties",
    "Duties that sources describe as customary for a role. Custom is no permission.",
    ("role_id", "duty_id"),
    (
        Column("role_id", TEXT, "Role of which sources speak."),
        Column("duty_id", TEXT, "Duty that they say it does."),
        Column("source_count", WHOLE, "Sources that say so.", unit="sources", at_least=1),
        Column("source_ids", TEXTS, "Ids of the sources that say so."),
    ),
    (refers("role_id", "roles"), refers("duty_id", "duties"), refers("source_ids", "sources", "source_id")),
)

SETTING_DUTIES = Table(
    "setting_duties",
    "Duties that sources describe as customary in a setting. Custom is no permission.",
    ("setting_id", "duty_id"),
    (
        Column("setting_id", TEXT, "Setting of which sources speak."),
        Column("duty_id", TEXT, "Duty that they say is done there."),
        Column("source_count", WHOLE, "Sources that say so.", unit="sources", at_least=1),
        Column("source_ids", TEXTS, "Ids of the sources that say so."),
    ),
    (
        refers("setting_id", "settings"),
        refers("duty_id", "duties"),
        refers("source_ids", "sources", "source_id"),
    ),
)

EVIDENCE_TABLES = (
    SOURCES,
    ROLE_SKILLS,
    ROLE_CATEGORIES,
    JOB_FACTORS,
    SOURCE_TEXTS,
    STATEMENTS,
    MENTIONS,
    ROLE_DUTIES,
    SETTING_DUTIES,
)
