"""Closed sets of values, in the order in which they rank or are shown. Source: the project's codebook."""

from __future__ import annotations

STATUSES = ("permitted", "conditional", "prohibited", "delegable")
"""The verdict of one coded rule."""

VERDICTS = ("permitted", "conditional", "delegable", "prohibited", "reserved", "silent", "not_researched")
"""The published verdict of a state, role, setting, delegator and duty."""

ALLOWING = frozenset({"permitted", "conditional", "delegable"})

SUPERVISION = ("unspecified", "general", "on_site", "in_room")
AUTHORIZATION = ("unspecified", "standing_order", "patient_order", "written_protocol", "dose_verified")
CREDENTIALS = (
    "none",
    "training",
    "national_certification",
    "state_registration",
    "state_certification",
    "state_license",
)
PRACTITIONERS = (
    "physician",
    "podiatrist",
    "pa",
    "np",
    "nurse",
    "chiropractor",
    "optometrist",
    "naturopath",
    "dentist",
    "pharmacist",
)
DELEGATORS = ("physician", "pa", "np", "nurse")
"""The delegators for whom the table `scope` is spread out."""

AUTHORITIES = ("statute", "regulation", "board_guidance", "attorney_general", "court", "professional_body")
"""From the highest to the lowest; an opinion ranks below the guidance of the board that acts on it."""

CHECKED = ("primary_text", "secondary_text", "unchecked")
CATEGORIES = ("clerical", "administrative", "clinical", "specialist")
POLARITIES = ("affirmed", "negated")

SOURCE_KINDS = (
    "law",
    "guidance",
    "opinion",
    "report",
    "career_page",
    "school_page",
    "occupation_profile",
    "competency_list",
    "job_specification",
    "job_posting",
)
TEXT_READ = ("full", "excerpt", "report", "description")
COVERAGE_KINDS = (
    "ma_law",
    "physician_delegation",
    "medical_board_rules",
    "medical_board_guidance",
    "pa_np_delegation",
    "nursing_rules",
    "drug_administration",
    "immunization",
    "xray_operator",
    "laboratory_phlebotomy",
    "laser_cosmetic",
    "dialysis",
    "titles_registers",
)
COVERAGE_STATUSES = ("read", "not_found", "not_looked_for")
CONFLICT_KINDS = (
    "rule_against_rule",
    "authority_against_authority",
    "secondary_against_law",
    "custom_against_law",
    "practice_against_law",
    "bill_reported_as_law",
)
SKILL_KINDS = ("skill", "trait", "requirement")
PRACTICE_SIZES = ("solo", "small", "large")
SEVERITIES = ("error", "warning", "note")

FEDERAL = "US"
"""Stands in `rules.state` for rules that bind everywhere; it is no row of `states`."""
