"""The shape of the hand-edited records under raw/: which keys they may have, which values.

Every model refuses unknown keys, so that a misspelt one is reported and never dropped.
"""

# The closed sets of the codebook are turned into types by a call, which only Pydantic reads.
# pyright: reportInvalidTypeForm=false

from __future__ import annotations

import difflib
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from schemas import vocabulary as v


def one_of(allowed: tuple[str, ...]) -> Any:
    """A string from a closed set; the message names the nearest value."""

    def check(value: str) -> str:
        if value not in allowed:
            near = difflib.get_close_matches(value, allowed, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise ValueError(f"'{value}' is not one of: {', '.join(allowed)}{hint}")
        return value

    return Annotated[str, AfterValidator(check)]


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._/-]*$", max_length=120)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Letters = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


class StateRecord(Record):
    state: Letters
    name: Words
    fips: Annotated[str, StringConstraints(pattern=r"^\d{2}$")]
    aliases: list[Words] = []


class CategoryRecord(Record):
    category: one_of(v.CATEGORIES)
    label: Words
    definition: Words


class GroupRecord(Record):
    group: Name
    label: Words
    reached_by: list[one_of(v.COVERAGE_KINDS)]


class DutyRecord(Record):
    duty_id: Name
    category: one_of(v.CATEGORIES)
    group: Name
    parent: Name | None = None
    label: Words
    definition: Words
    licensed_act: bool = False


class ClassRecord(Record):
    class_id: Name
    label: Words
    definition: str = ""
    general: bool = False
    duties: Annotated[list[Name], Field(min_length=1)]


class RoleRecord(Record):
    role_id: Name
    label: Words
    parent: Name | None = Field(default=None, alias="parent_role_id")
    soc_code: str | None = None
    onet_soc_code: str | None = None
    isco_08: str | None = None
    description: str = ""
    aliases: list[Words] = []
    source: Id | None = None
    own_scope: bool = False


class SettingRecord(Record):
    setting_id: Name
    label: Words
    cms_pos: Annotated[str, StringConstraints(pattern=r"^\d{2}$")] | None = None
    naics: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] | None = None
    aliases: list[Words] = []


class SkillRecord(Record):
    skill_id: Name
    label: Words
    kind: one_of(v.SKILL_KINDS)
    definition: str = ""


class CrosswalkRecord(Record):
    duty_id: Name
    onet_soc_code: Annotated[str, StringConstraints(pattern=r"^\d\d-\d{4}\.\d\d$")]
    task_id: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    dwa_ids: list[Annotated[str, StringConstraints(pattern=r"^\d\.[A-Z]\.[A-Za-z0-9.]+$")]] = []


class CoverageKindRecord(Record):
    kind: one_of(v.COVERAGE_KINDS)
    label: Words
    definition: Words


class PracticeSizeRecord(Record):
    practice_size: one_of(v.PRACTICE_SIZES)
    words: Annotated[list[Words], Field(min_length=1)]


class NotTheRoleRecord(Record):
    words: Words
    role: Name
    states: Annotated[list[Letters], Field(min_length=1)]
    because: Words


class LawSource(Record):
    """A provision, a piece of guidance or a report of law, as a state's file lists it."""

    source_id: Id
    title: Words
    publisher: Words
    authority: one_of(v.AUTHORITIES)
    citation: Words
    url: str = ""
    kind: one_of(("law", "guidance", "opinion", "report"))
    text: one_of(("full", "excerpt", "report"))
    currency: str = ""
    changed_since: str = ""
    licence: str = ""
    text_digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    read_on: date


class RuleRecord(Record):
    """A rule as written by hand: one clause, which may name several duties on the same conditions."""

    id: Id
    duties: Annotated[list[Name], Field(min_length=1)] | None = None
    class_id: Name | None = Field(default=None, alias="class")
    excepted: list[Name] = Field(default=[], alias="except")
    role: Name
    status: one_of(v.STATUSES)
    supervision: one_of(v.SUPERVISION) = "unspecified"
    delegators: list[one_of(v.PRACTITIONERS)] = []
    supervisors: list[one_of(v.PRACTITIONERS)] = []
    authorization: one_of(v.AUTHORIZATION) = "unspecified"
    credential: one_of(v.CREDENTIALS) = "none"
    training_hours: Annotated[int, Field(ge=0, le=5000)] | None = None
    settings: list[Name] = []
    limits: str = ""
    citation: Words
    source: Id
    authority: one_of(v.AUTHORITIES)
    checked: one_of(v.CHECKED)
    checked_on: date
    effective_from: date | None = None
    effective_to: date | None = None

    @model_validator(mode="after")
    def _one_object_and_ordered_dates(self) -> RuleRecord:
        if (self.duties is None) == (self.class_id is None):
            raise ValueError("give either 'duties' or 'class', not both and not neither")
        if self.effective_from and self.effective_to and self.effective_from >= self.effective_to:
            raise ValueError("'effective_to' must be later than 'effective_from'")
        if self.duties is not None and len(set(self.duties)) != len(self.duties):
            raise ValueError("'duties' names a duty twice")
        return self


class ConflictRecord(Record):
    kind: one_of(v.CONFLICT_KINDS)
    duty: Name | None = None
    rules: list[Id] = []
    other_rules: list[Id] = []
    sources: list[Id] = []
    note: Words


class CoverageRecord(Record):
    kind: one_of(v.COVERAGE_KINDS)
    status: one_of(v.COVERAGE_STATUSES)
    sources: list[Id] = []
    looked_on: date | None = None
    note: str = ""

    @model_validator(mode="after")
    def _status_fits(self) -> CoverageRecord:
        if self.status == "read" and not self.sources:
            raise ValueError("status 'read' needs at least one source in 'sources'")
        if self.status != "not_looked_for" and self.looked_on is None:
            raise ValueError(f"status '{self.status}' needs 'looked_on'")
        return self


class DescriptionSource(Record):
    """A document that describes the work of medical assistants."""

    source_id: Id
    title: Words
    publisher: Words
    url: str = ""
    kind: one_of(v.SOURCE_KINDS)
    licence: Words
    read_on: date
    state: Letters | None = None


class SectionRecord(Record):
    """A heading with the statements under it, in our own words."""

    heading: Words
    statements: Annotated[list[Words], Field(min_length=1)]


class RoleCategoriesRecord(Record):
    role: Name
    categories: list[one_of(v.CATEGORIES)]
    practice_size: one_of(("any", *v.PRACTICE_SIZES)) = "any"


class RoleSkillsRecord(Record):
    role: Name
    skills: Annotated[list[Name], Field(min_length=1)]


class FactorRecord(Record):
    factor_id: Name
    label: Words


class SettledRecord(Record):
    """How a difference between two codings was settled."""

    id: Id
    field: Words
    first: str
    second: str
    settled: str
    reason: Words


class SecondCoding(Record):
    """What a second coder, who has not seen the first coding, found in the provision behind a record."""

    id: Id
    duties: list[Name] | None = None
    absent: bool = False
    status: one_of(v.STATUSES) | None = None
    supervision: one_of(v.SUPERVISION) = "unspecified"
    delegators: list[one_of(v.PRACTITIONERS)] = []
    supervisors: list[one_of(v.PRACTITIONERS)] = []
    authorization: one_of(v.AUTHORIZATION) = "unspecified"
    credential: one_of(v.CREDENTIALS) = "none"
    training_hours: Annotated[int, Field(ge=0, le=5000)] | None = None
    settings: list[Name] = []
    effective_from: date | None = None
    effective_to: date | None = None
    note: str = ""

    @model_validator(mode="after")
    def _found_or_absent(self) -> SecondCoding:
        if self.absent == (self.status is not None):
            raise ValueError("give a 'status', or 'absent = true' where the text does not name the duty")
        return self
