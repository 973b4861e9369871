"""The module for analysts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

import scopebook
from pipeline.cli import cli
from schemas.tables import BY_NAME, PUBLISHED


@pytest.fixture(scope="module")
def release(real_out: Path) -> scopebook.Release:
    return scopebook.load(real_out)


def test_it_is_typed() -> None:
    assert (Path(scopebook.__file__).parent / "py.typed").exists()


def test_scope_gives_only_the_rows_that_are_asked_for(release: scopebook.Release) -> None:
    frame = release.scope(
        state=["MD", "Calif."], duty="draw blood", role="medical assistant", setting="physician_office"
    )
    assert frame.schema == pl.Schema(BY_NAME["scope"].polars_schema)
    assert frame.height == 2 * 4
    assert set(frame["state"]) == {"CA", "MD"}
    assert frame["duty_id"].unique().to_list() == ["perform_venipuncture"]
    few = release.scope(state="MD", verdict="prohibited", category="clinical", delegator="np", columns=["duty_id"])
    assert few.columns == ["duty_id"]


def test_scan_is_lazy_and_tables_are_as_declared(release: scopebook.Release) -> None:
    assert isinstance(release.scan("scope"), pl.LazyFrame)
    assert release.table("rules").schema == pl.Schema(BY_NAME["rules"].polars_schema)
    assert release.tables == tuple(t.name for t in PUBLISHED)
    told = release.describe("rules")
    assert told["column"].to_list() == list(BY_NAME["rules"].names)
    assert told["description"].str.len_chars().min() > 0


def test_ask_is_what_the_command_says(release: scopebook.Release, real_out: Path) -> None:
    answer = release.ask(state="Maryland", duty="start an IV")
    args = ["ask", "--state", "MD", "--duty", "start_iv", "--scope", str(real_out), "--format", "json"]
    said = json.loads(CliRunner().invoke(cli, args).output)
    assert isinstance(answer, scopebook.Answer)
    assert (answer.verdict, answer.supervision, answer.credential) == ("conditional", "on_site", "training")
    assert answer.verdict == said["verdict"]
    assert list(answer.citations) == [r["citation"] for r in said["rules"]]
    assert answer.allowed
    assert answer.as_of == release.as_of
    assert answer.steps


def test_ask_and_scope_agree(release: scopebook.Release) -> None:
    rows = release.scope(state="TX", role="medical_assistant", setting="urgent_care", delegator="np")
    for row in rows.gather_every(9).iter_rows(named=True):
        answer = release.ask(state="TX", duty=row["duty_id"], setting="urgent_care", delegator="np")
        assert answer.verdict == row["verdict"]
        assert [r.rule_id for r in answer.rules] == row["rule_ids"]


def test_ask_for_another_day(release: scopebook.Release) -> None:
    answer = release.ask(state="SD", duty="give_injections", as_of=date(2019, 6, 1))
    assert answer.as_of == date(2019, 6, 1)
    assert answer != release.ask(state="SD", duty="give_injections")


def test_check_gives_the_duties_of_a_text(release: scopebook.Release) -> None:
    text = "Draw blood and start IVs."
    frame = release.check(text, state="Maryland")
    assert frame["duty_id"].to_list() == ["perform_venipuncture", "start_iv"]
    row = frame.row(1, named=True)
    assert text[row["start"] : row["end"]] == row["text"]
    assert row["verdict"] == "conditional"
    assert row["citations"][0].startswith("COMAR")
    nothing = release.check("We are closed on Mondays.", state="MD")
    assert nothing.height == 0
    assert nothing.schema == frame.schema


@pytest.mark.parametrize(
    "ask",
    [
        lambda r: r.ask(state="Atlantis", duty="start_iv"),
        lambda r: r.ask(state="MD", duty="qwertyuiop"),
        lambda r: r.scope(state="MD", duty="draw blood and remove sutures"),
        lambda r: r.scope(state="MD", verdict="perhaps"),
        lambda r: r.scope(setting="the moon"),
        lambda r: r.table("rulez"),
        lambda r: r.check("Draw blood.", state="MD", delegator="plumber"),
    ],
)
def test_words_that_name_nothing_raise_with_offers(release: scopebook.Release, ask) -> None:
    with pytest.raises(scopebook.NotFound) as error:
        ask(release)
    assert isinstance(error.value.offers, list)


def test_a_directory_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(scopebook.ReleaseError, match="scopebook build"):
        scopebook.load(tmp_path)
