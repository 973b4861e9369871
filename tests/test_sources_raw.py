"""The descriptions under raw/sources/, and the facts of the career page that must all come through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipeline.frames import Frames
from pipeline.ingest import ingest
from pipeline.store import read_raw

RAW = Path(__file__).resolve().parents[1] / "raw"
CAREER_PAGE = "medicalassistants-net-duties"
FOUR = {"clerical", "administrative", "clinical", "specialist"}


@pytest.fixture(scope="module")
def frames() -> Frames:
    return ingest(read_raw(RAW))


@pytest.fixture(scope="module")
def normalised(frames: Frames) -> Frames:
    """The normalised frames of the real raw/; the matcher is imported here, so that other tests need only ingest."""
    from pipeline.commands.lexicon import compile_from
    from pipeline.normalise import normalise

    return normalise(frames, compile_from(frames["lexicon_files"]))


@pytest.fixture(scope="module")
def described(frames: Frames) -> pl.DataFrame:
    return frames["sources"].filter(text_read="description")


@pytest.fixture(scope="module")
def page(frames: Frames) -> str:
    return frames["source_texts"].filter(source_id=CAREER_PAGE)["text"].item()


def _of_page(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(source_id=CAREER_PAGE)


def _categories(frames: Frames, role: str, practice_size: str) -> set[str]:
    rows = _of_page(frames["role_categories"]).filter(role_id=role, practice_size=practice_size)
    return set(rows["category"].to_list())


# All documents


def test_there_are_enough_documents_of_every_kind(described: pl.DataFrame) -> None:
    assert described.height >= 24
    assert set(described["kind"].unique()) == {
        "career_page",
        "school_page",
        "occupation_profile",
        "competency_list",
        "job_specification",
        "job_posting",
        "guidance",
    }


def test_every_document_says_whose_it_is_and_when_it_was_read(described: pl.DataFrame) -> None:
    assert described.filter(~pl.col("url").fill_null("").str.starts_with("http")).height == 0
    assert described["publisher"].str.len_chars().min() > 3
    assert described["licence"].null_count() == 0
    assert described["read_on"].max() <= date(2026, 11, 26)
    assert described.select("title", "publisher").is_unique().all()


def test_the_licence_is_as_the_publisher_states_it(described: pl.DataFrame) -> None:
    onet = described.filter(pl.col("publisher").str.contains("O*NET", literal=True))
    assert onet.height == 4
    assert onet["licence"].unique().to_list() == ["CC BY 4.0"]
    bureau = described.filter(pl.col("publisher").str.contains("Bureau of Labor Statistics"))
    assert bureau["licence"].unique().to_list() == ["Public domain (US government work)"]


def test_the_file_bears_the_name_of_its_document(described: pl.DataFrame) -> None:
    assert {p.stem for p in (RAW / "sources").glob("*.toml")} == set(described["source_id"])


def test_every_role_skill_and_factor_is_known(frames: Frames) -> None:
    roles, skills = set(frames["roles"]["role_id"]), set(frames["skills"]["skill_id"])
    assert set(frames["role_categories"]["role_id"]) <= roles
    assert set(frames["role_skills"]["role_id"]) <= roles
    assert set(frames["role_skills"]["skill_id"]) <= skills
    assert frames["job_factors"].group_by("factor_id").agg(pl.col("label").n_unique())["label"].max() == 1


def test_no_words_name_two_roles_or_two_settings(frames: Frames) -> None:
    """Of the roles known in every state: a state's own titles may repeat their words."""
    for table, key in (("roles", "role_id"), ("settings", "setting_id")):
        words: dict[str, str] = {}
        rows = frames[table].filter(pl.col("state").is_null()) if table == "roles" else frames[table]
        for row in rows.iter_rows(named=True):
            for word in (row["label"], *row["aliases"]):
                assert words.setdefault(word.lower(), row[key]) == row[key], f"'{word}' names two {table}"


# The career page: what its record and its text hold


def test_the_page_is_described_under_its_own_title(frames: Frames) -> None:
    row = _of_page(frames["sources"]).row(0, named=True)
    assert row["title"] == "Medical Assistant Duties – What Does a Medical Assistant Do?"
    assert row["kind"] == "career_page"
    assert row["state"] is None


def test_one_assistant_may_have_one_to_all_four_categories(frames: Frames, page: str) -> None:
    assert _categories(frames, "medical_assistant", "any") == FOUR
    assert "a single category, several of them or all four" in page


def test_each_kind_of_assistant_has_its_category(frames: Frames) -> None:
    for category in FOUR:
        assert _categories(frames, f"{category}_medical_assistant", "any") == {category}


def test_specialist_assistants_combine_all_kinds_in_smaller_practices(frames: Frames) -> None:
    assert _categories(frames, "specialist_medical_assistant", "small") == FOUR


def test_what_shapes_the_job(frames: Frames) -> None:
    factors = set(_of_page(frames["job_factors"])["factor_id"])
    assert factors == {"type_of_assisting", "state", "industry", "number_of_assistants"}


def test_flexibility_and_personal_traits_help(frames: Frames) -> None:
    rows = _of_page(frames["role_skills"]).join(frames["skills"], on="skill_id")
    assert set(rows["skill_id"]) == {"flexibility", "personal_traits"}
    assert set(rows["kind"]) == {"trait"}


@pytest.mark.parametrize(
    "place", ["physicians' offices", "hospitals", "outpatient medical centers", "specialty clinics"]
)
def test_the_four_places_of_work_are_named(page: str, place: str) -> None:
    assert place in page


@pytest.mark.parametrize(
    "statement",
    [
        "This is the kind most often met; its work is done with patients.",
        "Help physicians during procedures.",
        "Carry out light medical procedures.",
        "Their work is regulated differently from state to state.",
        "Draw blood where the state allows it.",
        "May not give intravenous medication.",
        "May not interpret test results.",
        "May not make independent diagnoses.",
        "May not make independent assessments of patients.",
        "May not treat patients independently of a physician.",
        "May not administer or otherwise work with anesthesia.",
        "Schedule appointments.",
        "Handle billing.",
        "Do not perform any hands-on procedures.",
        "Their day resembles that of office assistants elsewhere.",
        "Records and patient information weigh less in their work than in that of the administrative kind.",
        "Perform eye exams.",
        "Order optical supplies.",
        "Inspect specimens.",
        "Test specimens.",
        "Record the results of laboratory tests.",
    ],
)
def test_the_statement_stands_in_the_text(page: str, statement: str) -> None:
    assert f"- {statement}\n" in page


def test_specialist_assistants_work_for_three_kinds_of_employer(page: str) -> None:
    assert "by a podiatrist, by an optometrist or in a medical testing laboratory" in page


# The career page: what the matcher and the context finder make of it


def _mentions_of_page(normalised: Frames) -> pl.DataFrame:
    of_page = _of_page(normalised["statements"]).select("statement_id", "text", "heading")
    return normalised["mentions"].join(of_page, on="statement_id")


def _has(mentions: pl.DataFrame, duty: str, polarity: str, role: str | None = None) -> bool:
    rows = mentions.filter(duty_id=duty, polarity=polarity)
    return (rows if role is None else rows.filter(role_id=role)).height > 0


@pytest.mark.parametrize(
    "duty",
    [
        "administer_iv_medication",
        "interpret_test_results",
        "diagnose_conditions",
        "assess_patients",
        "treat_independently",
        "administer_anesthesia",
    ],
)
def test_what_a_clinical_assistant_may_not_do_is_negated(normalised: Frames, duty: str) -> None:
    mentions = _mentions_of_page(normalised)
    assert _has(mentions, duty, "negated", "clinical_medical_assistant")
    assert not _has(mentions, duty, "affirmed")


@pytest.mark.parametrize(
    ("duty", "role"),
    [
        ("assist_examination", "clinical_medical_assistant"),
        ("perform_venipuncture", "clinical_medical_assistant"),
        ("schedule_appointments", "administrative_medical_assistant"),
        ("submit_claims", "administrative_medical_assistant"),
        ("perform_eye_tests", "ophthalmic_medical_assistant"),
        ("dispense_eyewear", "ophthalmic_medical_assistant"),
        ("examine_specimens", "medical_laboratory_assistant"),
        ("record_lab_results", "medical_laboratory_assistant"),
    ],
)
def test_what_each_kind_does_is_affirmed(normalised: Frames, duty: str, role: str) -> None:
    mentions = _mentions_of_page(normalised)
    assert _has(mentions, duty, "affirmed", role)
    assert not _has(mentions, duty, "negated")


def test_the_page_gives_no_clinical_duty_to_administrative_or_clerical_assistants(normalised: Frames) -> None:
    clinical = normalised["duties"].filter(category="clinical")["duty_id"].to_list()
    found = _mentions_of_page(normalised).filter(
        pl.col("role_id").is_in(["administrative_medical_assistant", "clerical_medical_assistant"]),
        pl.col("duty_id").is_in(clinical),
        polarity="affirmed",
    )
    assert found.height == 0


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("physicians' offices", "physician_office"),
        ("hospitals", "hospital_outpatient"),
        ("outpatient medical centers", "outpatient_center"),
        ("specialty clinics", "specialty_clinic"),
    ],
)
def test_the_places_of_work_become_settings(normalised: Frames, words: str, setting: str) -> None:
    rows = _of_page(normalised["statements"]).filter(pl.col("text").str.contains(words, literal=True))
    assert rows.filter(setting_id=setting).height == 1


@pytest.mark.parametrize(
    ("heading", "role", "setting"),
    [
        ("Podiatric medical assistants", "podiatric_medical_assistant", "podiatry_office"),
        ("Optometric assistants", "ophthalmic_medical_assistant", "optometry_office"),
        ("Laboratory assistants", "medical_laboratory_assistant", "medical_laboratory"),
    ],
)
def test_the_specialist_kinds_have_their_role_and_place(
    normalised: Frames, heading: str, role: str, setting: str
) -> None:
    rows = _of_page(normalised["statements"]).filter(
        pl.col("heading").fill_null("").str.contains(heading, literal=True)
    )
    assert rows.height > 0
    assert rows["role_id"].unique().to_list() == [role]
    assert rows["setting_id"].unique().to_list() == [setting]


def test_the_smaller_practices_are_seen(normalised: Frames) -> None:
    sizes = _of_page(normalised["statements"]).filter(role_id="specialist_medical_assistant")["practice_size"]
    assert "small" in sizes.to_list()


# All documents: custom


def test_claims_that_go_beyond_the_law_come_through(normalised: Frames) -> None:
    """What two pages claim of intravenous medication must be seen, so that it can be held against the law."""
    of_source = normalised["statements"].select("statement_id", "source_id")
    rows = normalised["mentions"].join(of_source, on="statement_id").filter(
        duty_id="administer_iv_medication", polarity="affirmed"
    )  # fmt: skip
    assert {"medicalassistantcentral-florida", "climbtheladder-cardiology"} <= set(rows["source_id"])


def test_most_statements_of_duties_lead_to_a_duty(normalised: Frames) -> None:
    found = set(normalised["mentions"]["statement_id"])
    statements = normalised["statements"]["statement_id"]
    assert sum(s in found for s in statements) / len(statements) > 0.8


@pytest.mark.parametrize(
    "role", ["ophthalmic_medical_assistant", "podiatric_medical_assistant", "chiropractic_assistant"]
)
def test_specialist_roles_have_specialist_duties(normalised: Frames, role: str) -> None:
    specialist = normalised["duties"].filter(category="specialist")["duty_id"]
    rows = normalised["role_duties"].filter(pl.col("role_id") == role, pl.col("duty_id").is_in(specialist.to_list()))
    assert rows.height >= 1
