"""Tables of the law: rules, what they reach, verdicts, conflicts, coverage, the quality of coding, the build."""

from __future__ import annotations

from schemas.declare import DAY, FLAG, SHARE, TEXT, TEXTS, WHOLE, Column, Table, refers
from schemas.vocabulary import (
    AUTHORITIES,
    AUTHORIZATION,
    CATEGORIES,
    CHECKED,
    CONFLICT_KINDS,
    COVERAGE_KINDS,
    COVERAGE_STATUSES,
    CREDENTIALS,
    DELEGATORS,
    PRACTITIONERS,
    SEVERITIES,
    STATUSES,
    SUPERVISION,
    VERDICTS,
)


def conditions(nullable: bool) -> tuple[Column, ...]:
    """The condition fields, alike in rules (never null) and in verdicts (null where nothing is said of the duty)."""
    return (
        Column("supervision", TEXT, "Where the supervisor must be, by that text's own definition.",
               nullable=nullable, allowed=SUPERVISION),
        Column("supervisors", TEXTS, "Who may supervise, where the text names others than those who delegate.",
               allowed=PRACTITIONERS),
        Column("authorization", TEXT, "What order, protocol or check the text asks for.", nullable=nullable,
               allowed=AUTHORIZATION),
        Column("credential", TEXT, "Training, certification or registration that the text asks for.",
               nullable=nullable, allowed=CREDENTIALS),
        Column("training_hours", WHOLE, "Hours of training, where the text states a number.", nullable=True,
               unit="hours", at_least=0),
        Column("limits", TEXT, "What else the text adds, in a few own words; empty if nothing."),
    )  # fmt: skip


RULES = Table(
    "rules",
    "One statement of law or official guidance about who may do what, coded from the text.",
    ("rule_id",),
    (
        Column("rule_id", TEXT, "Stable id of the rule."),
        Column("state", TEXT, "Jurisdiction whose rule it is; US for rules that bind everywhere.",
               pattern=r"^[A-Z]{2}$"),
        Column("role_id", TEXT, "Role of which the text speaks."),
        Column("duty_id", TEXT, "Duty that the text names; null where it names a class.", nullable=True),
        Column("class_id", TEXT, "Class that the text names; null where it names a duty.", nullable=True),
        Column("excepted_duty_ids", TEXTS, "Duties that the text excepts from its class."),
        Column("status", TEXT, "What the rule says of the duty.", allowed=STATUSES),
        Column("delegators", TEXTS, "Who may delegate under this rule; empty where the text names nobody.",
               allowed=PRACTITIONERS),
        *conditions(nullable=False),
        Column("setting_ids", TEXTS, "Settings to which the text limits the rule; empty for any."),
        Column("citation", TEXT, "Citation in the state's own form, with the pinpoint."),
        Column("authority", TEXT, "Rank of the text in law.", allowed=AUTHORITIES),
        Column("source_id", TEXT, "Source in which the text was read."),
        Column("url", TEXT, "Address of that source; null where it has none.", nullable=True),
        Column("checked", TEXT, "Whether the coder read the provision or a report of it.", allowed=CHECKED),
        Column("checked_on", DAY, "Day on which the text was read."),
        Column("effective_from", DAY, "First day in force; null where unknown.", nullable=True),
        Column("effective_to", DAY, "First day no longer in force; null where none is known.", nullable=True),
    ),
    (
        refers("role_id", "roles"),
        refers("duty_id", "duties"),
        refers("class_id", "duty_classes"),
        refers("source_id", "sources"),
        refers("setting_ids", "settings", "setting_id"),
        refers("excepted_duty_ids", "duties", "duty_id"),
    ),
)  # fmt: skip

RULE_REACH = Table(
    "rule_reach",
    "Which duties each rule reaches, by name, through its class or parent duty, or as general delegation.",
    ("rule_id", "duty_id"),
    (
        Column("rule_id", TEXT, "Rule that reaches the duty."),
        Column("duty_id", TEXT, "Duty that is reached."),
        Column("reach", TEXT, "How the rule reaches it; named beats class, class beats general.",
               allowed=("named", "class", "general")),
        Column("breadth", WHOLE, "Duties that the rule reaches in all; the narrower is the more specific.",
               unit="duties", at_least=1),
    ),
    (refers("rule_id", "rules"), refers("duty_id", "duties")),
)  # fmt: skip

_VERDICT_COLUMNS = (
    Column("verdict", TEXT, "What the law in force says of it.", allowed=VERDICTS),
    *conditions(nullable=True),
)
_EVIDENCE_COLUMNS = (
    Column("rule_ids", TEXTS, "Rules that made the verdict, the deciding one first."),
    Column("citations", TEXTS, "Their citations, in the same order."),
    Column("checked", TEXT, "How the deciding rule was checked; null where no rule decides.", nullable=True,
           allowed=CHECKED),
    Column("conflict", FLAG, "True where another rule of weight says otherwise; see the table conflicts."),
)  # fmt: skip

VERDICTS_TABLE = Table(
    "verdicts",
    "The law spread no further than it differs: roles and settings that no rule tells apart share a row.",
    ("state", "law_role_id", "law_setting_id", "delegator", "duty_id"),
    (
        Column("state", TEXT, "Jurisdiction."),
        Column("law_role_id", TEXT, "Role that stands for all those that the law there treats alike."),
        Column("law_setting_id", TEXT, "Setting that stands for all those treated alike; `any` for the rest."),
        Column("delegator", TEXT, "Practitioner who delegates.", allowed=DELEGATORS),
        Column("duty_id", TEXT, "Duty about which the verdict is."),
        *_VERDICT_COLUMNS,
        *_EVIDENCE_COLUMNS,
    ),
    (refers("state", "states"), refers("duty_id", "duties")),
)

LAW_ROLES = Table(
    "law_roles",
    "For each state and role, the role in `verdicts` that speaks for it.",
    ("state", "role_id"),
    (
        Column("state", TEXT, "Jurisdiction."),
        Column("role_id", TEXT, "Role that is asked about."),
        Column("law_role_id", TEXT, "Role in the table verdicts."),
    ),
    (refers("state", "states"), refers("role_id", "roles")),
)

LAW_SETTINGS = Table(
    "law_settings",
    "For each state and setting, the setting in `verdicts` that speaks for it.",
    ("state", "setting_id"),
    (
        Column("state", TEXT, "Jurisdiction."),
        Column("setting_id", TEXT, "Setting that is asked about."),
        Column("law_setting_id", TEXT, "Setting in the table verdicts, or `any`."),
    ),
    (refers("state", "states"), refers("setting_id", "settings")),
)

SCOPE = Table(
    "scope",
    "The verdict for every state, role, setting, delegator and duty, on the day for which the build was made.",
    ("state", "role_id", "setting_id", "delegator", "duty_id"),
    (
        Column("state", TEXT, "Jurisdiction."),
        Column("role_id", TEXT, "Kind of medical assistant who would do it."),
        Column("setting_id", TEXT, "Place where it would be done."),
        Column("delegator", TEXT, "Practitioner who delegates.", allowed=DELEGATORS),
        Column("duty_id", TEXT, "Duty about which the verdict is."),
        Column("category", TEXT, "Category of the duty.", allowed=CATEGORIES),
        *_VERDICT_COLUMNS,
        Column("customary", FLAG, "True where sources describe the duty as usual for the role. No permission."),
        *_EVIDENCE_COLUMNS,
    ),
    (
        refers("state", "states"),
        refers("role_id", "roles"),
        refers("setting_id", "settings"),
        refers("duty_id", "duties"),
        refers("category", "categories"),
    ),
)

SCOPE_OFFICE = Table(
    "scope_office",
    "The verdict for a medical assistant in a physician's office under a physician: the table to open first.",
    ("state", "duty_id"),
    tuple(c for c in SCOPE.columns if c.name not in ("role_id", "setting_id", "delegator")),
    (refers("state", "states"), refers("duty_id", "duties"), refers("category", "categories")),
)
"""A part of `scope`: a view in DuckDB, a file in Parquet and CSV."""

CONFLICTS = Table(
    "conflicts",
    "Disagreements, published and not settled: rule against rule, or a source's claim against the law.",
    ("conflict_id",),
    (
        Column("conflict_id", TEXT, "Id of the conflict within the release."),
        Column("kind", TEXT, "What disagrees with what.", allowed=CONFLICT_KINDS),
        Column("state", TEXT, "Jurisdiction; US for federal law.", pattern=r"^[A-Z]{2}$"),
        Column("duty_id", TEXT, "Duty about which they disagree; null where it is wider.", nullable=True),
        Column("rule_ids", TEXTS, "Rules on the one side; the one that decides first."),
        Column("other_rule_ids", TEXTS, "Rules on the other side."),
        Column("source_ids", TEXTS, "Sources whose claim stands against the rules."),
        Column("note", TEXT, "Who says what."),
    ),
    (
        refers("duty_id", "duties"),
        refers("rule_ids", "rules", "rule_id"),
        refers("other_rule_ids", "rules", "rule_id"),
        refers("source_ids", "sources", "source_id"),
    ),
)

COVERAGE_TEXTS = Table(
    "coverage_texts",
    "For each jurisdiction and kind of legal text, whether it was read, looked for in vain, or not looked for.",
    ("state", "kind"),
    (
        Column("state", TEXT, "Jurisdiction; US for federal law.", pattern=r"^[A-Z]{2}$"),
        Column("kind", TEXT, "Kind of text.", allowed=COVERAGE_KINDS),
        Column("status", TEXT, "What came of it.", allowed=COVERAGE_STATUSES),
        Column("source_ids", TEXTS, "Sources that were read."),
        Column("looked_on", DAY, "Day on which it was looked for; null where nobody looked.", nullable=True),
        Column("note", TEXT, "What was searched, or what is missing."),
    ),
    (refers("source_ids", "sources", "source_id"),),
)

COVERAGE = Table(
    "coverage",
    "For each jurisdiction, what was looked at, how much is coded and how it was checked.",
    ("state",),
    (
        Column("state", TEXT, "Jurisdiction."),
        *(
            Column(kind, TEXT, f"Whether texts of the kind '{kind.replace('_', ' ')}' were looked at.",
                   allowed=COVERAGE_STATUSES)
            for kind in COVERAGE_KINDS
        ),
        Column("kinds_looked_at", WHOLE, "Kinds of text read or looked for.", unit="kinds", at_least=0),
        Column("looked_on", DAY, "Last day on which anything was looked at; null where nothing was.", nullable=True),
        Column("rules", WHOLE, "Rules coded.", unit="rules", at_least=0),
        Column("duties_named", WHOLE, "Duties that a rule reaches by name or class.", unit="duties", at_least=0),
        Column("primary_text", WHOLE, "Rules whose provision was read.", unit="rules", at_least=0),
        Column("secondary_text", WHOLE, "Rules known from a report only.", unit="rules", at_least=0),
        Column("unchecked", WHOLE, "Rules that nobody has checked.", unit="rules", at_least=0),
    ),
    (refers("state", "states"),),
)  # fmt: skip

BASE_KINDS = Table(
    "base_kinds",
    "Kinds of text that must have been looked at, whatever the duty, before `silent` may be said of a delegator.",
    ("delegator", "kind"),
    (
        Column("delegator", TEXT, "Practitioner who delegates.", allowed=PRACTITIONERS),
        Column("kind", TEXT, "Kind of text.", allowed=COVERAGE_KINDS),
    ),
)

CODING_AGREEMENT = Table(
    "coding_agreement",
    "How often two who coded the same provisions apart from each other differed, by jurisdiction and field.",
    ("state", "field"),
    (
        Column("state", TEXT, "Jurisdiction, US for federal rules, or ALL."),
        Column("field", TEXT, "Field of the rule, or ALL."),
        Column("compared", WHOLE, "Fields that both coded.", unit="fields", at_least=0),
        Column("differing", WHOLE, "Of these, how many differed before they were settled.", unit="fields", at_least=0),
        Column("share", SHARE, "Differing by compared, from 0 to 1.", unit="share", at_least=0),
    ),
)

CODING_SETTLED = Table(
    "coding_settled",
    "Differences between the two codings, and later mends, and how each was settled from the text.",
    ("settled_id",),
    (
        Column("settled_id", TEXT, "Jurisdiction and running number of the decision."),
        Column("rule_id", TEXT, "Record that was coded twice (a rule's own id or the part of it before '/')."),
        Column("field", TEXT, "Field in which the codings differed, or that was mended later."),
        Column("first", TEXT, "What the first coder gave; in a later mend, the value until then."),
        Column("second", TEXT, "What the second coder gave; in a later mend, the value until then."),
        Column("settled", TEXT, "Value that stands after the text was read again."),
        Column("reason", TEXT, "Why, from the text."),
    ),
)

ISSUES = Table(
    "issues",
    "Findings of the build that did not stop it.",
    ("issue_id",),
    (
        Column("issue_id", TEXT, "Number of the finding within the release."),
        Column("severity", TEXT, "How grave it is.", allowed=SEVERITIES),
        Column("file", TEXT, "File in which it was found."),
        Column("record", TEXT, "Record within the file."),
        Column("field", TEXT, "Field of the record; empty where it is the whole."),
        Column("problem", TEXT, "What was found."),
    ),
)

RAW_FILES = Table(
    "raw_files",
    "Every raw file that went into the build.",
    ("file",),
    (
        Column("file", TEXT, "Path below the raw directory."),
        Column("bytes", WHOLE, "Size of the file.", unit="bytes", at_least=0),
        Column("sha256", TEXT, "SHA-256 of the file.", pattern=r"^[0-9a-f]{64}$"),
    ),
)

BUILD_INFO = Table(
    "build_info",
    "Versions, day and digest of the build; one row.",
    ("data_version",),
    (
        Column("data_version", TEXT, "The day whose law the data give, as 2026.11.26."),
        Column("code_version", TEXT, "Release of the program that built them."),
        Column("as_of", DAY, "Day whose law the verdicts give."),
        Column("raw_sha256", TEXT, "SHA-256 over all raw files.", pattern=r"^[0-9a-f]{64}$"),
        Column("lexicon_sha256", TEXT, "SHA-256 of the lexicon that read the statements.", pattern=r"^[0-9a-f]{64}$"),
        Column("rules", WHOLE, "Rules published.", unit="rules", at_least=0),
        Column("states_researched", WHOLE, "Jurisdictions with at least one kind of text looked at.",
               unit="jurisdictions", at_least=0),
        Column("coding_compared", WHOLE, "Fields coded twice.", unit="fields", at_least=0),
        Column("coding_differing", WHOLE, "Of these, how many differed before settling.", unit="fields", at_least=0),
        Column("data_licence", TEXT, "SPDX id of the terms on which the tables may be used."),
        Column("code_licence", TEXT, "SPDX id of the terms on which the program may be used."),
    ),
)  # fmt: skip

LAW_TABLES = (
    RULES,
    RULE_REACH,
    VERDICTS_TABLE,
    LAW_ROLES,
    LAW_SETTINGS,
    SCOPE,
    CONFLICTS,
    COVERAGE_TEXTS,
    COVERAGE,
    BASE_KINDS,
    CODING_AGREEMENT,
    CODING_SETTLED,
    ISSUES,
    RAW_FILES,
    BUILD_INFO,
)
