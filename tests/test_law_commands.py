"""`coding`, `stale`, and the arithmetic of agreement."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.commands.stale import findings
from pipeline.ingest.coding import compare
from pipeline.release import Release
from schemas import raw
from tests.conftest import RAW


def first(**fields: Any) -> raw.RuleRecord:
    values: dict[str, Any] = {
        "id": "wy-a",
        "duties": ["start_iv", "give_injections"],
        "role": "medical_assistant",
        "status": "conditional",
        "citation": "§ 1",
        "source": "wy-act",
        "authority": "statute",
        "checked": "primary_text",
        "checked_on": date(2026, 11, 26),
        **fields,
    }
    return raw.RuleRecord(**values)


def test_alike_codings_do_not_differ() -> None:
    fields, found = compare([first()], [raw.SecondCoding(id="wy-a", status="conditional")], [])
    assert found == []
    assert fields["status"] == 2
    assert sum(fields.values()) == 2 * 11


def test_every_field_that_differs_is_counted_for_each_duty() -> None:
    second = raw.SecondCoding(id="wy-a", status="permitted", supervision="on_site")
    _, found = compare([first()], [second], [])
    assert sorted(found) == [
        ("wy-a/give_injections", "status", "conditional", "permitted"),
        ("wy-a/give_injections", "supervision", "unspecified", "on_site"),
        ("wy-a/start_iv", "status", "conditional", "permitted"),
        ("wy-a/start_iv", "supervision", "unspecified", "on_site"),
    ]


def test_a_duty_may_be_coded_apart() -> None:
    second = [
        raw.SecondCoding(id="wy-a", duties=["start_iv"], status="prohibited"),
        raw.SecondCoding(id="wy-a", duties=["give_injections"], status="conditional"),
    ]
    _, found = compare([first()], second, [])
    assert found == [("wy-a/start_iv", "status", "conditional", "prohibited")]


def test_a_duty_that_the_text_does_not_name_differs_once() -> None:
    fields, found = compare([first(duties=["start_iv"])], [raw.SecondCoding(id="wy-a", absent=True)], [])
    assert found == [("wy-a", "named", "yes", "no")]
    assert sum(fields.values()) == 1


def test_what_the_second_coder_added_was_missed_by_the_first() -> None:
    fields, found = compare([], [], [first(id="wy-b")])
    assert [f[1:] for f in found] == [("named", "no", "yes")] * 2
    assert fields["named"] == 2


def test_records_that_were_not_coded_twice_are_left_out() -> None:
    fields, found = compare([first()], [], [])
    assert (sum(fields.values()), found) == (0, [])


def test_the_order_of_a_list_says_nothing() -> None:
    one = first(duties=["start_iv"], delegators=["physician", "np"])
    _, found = compare([one], [raw.SecondCoding(id="wy-a", status="conditional", delegators=["np", "physician"])], [])
    assert found == []


def test_the_two_real_codings_differ_in_fewer_than_five_fields_in_a_hundred() -> None:
    done = CliRunner().invoke(cli, ["coding", "--raw", str(RAW), "--format", "json"])
    assert done.exit_code == 0, done.output
    document = json.loads(done.output)
    assert document["total"]["share"] < 0.05
    assert len(document["states"]) == 52


def test_coding_prints_both_tables() -> None:
    done = CliRunner().invoke(cli, ["coding", "--raw", str(RAW)])
    assert "fields differ" in done.output
    assert "supervision" in done.output
    assert "NJ" in done.output


def test_stale_names_what_to_read_next(real_release: Release) -> None:
    found = findings(real_release, date(2028, 1, 1), 365, None)
    assert found["changed"]
    assert all(r["age_days"] > 365 for r in found["old"])
    assert all(r["checked"] != "primary_text" for r in found["reports"])
    fresh = findings(real_release, date(2026, 11, 27), 365, None)
    assert fresh["old"] == []
    of_state = findings(real_release, date(2028, 1, 1), 365, "NJ")
    assert {r["state"] for r in of_state["old"]} == {"NJ"}


def test_the_command_stale(real_out: Path) -> None:
    done = CliRunner().invoke(cli, ["stale", "--scope", str(real_out), "--today", "2026-11-27"])
    assert done.exit_code == 0, done.output
    assert "Rules read more than 365 days ago: 0" in done.output
    as_json = CliRunner().invoke(cli, ["stale", "--scope", str(real_out), "--format", "json"])
    assert set(json.loads(as_json.output)) == {"changed", "old", "reports", "ending"}


def test_stale_takes_a_jurisdiction_by_its_name_and_refuses_what_is_none(real_out: Path) -> None:
    def told(words: str) -> Result:
        return CliRunner().invoke(cli, ["stale", "--scope", str(real_out), "--days", "0", "--state", words])

    by_name = told("New Jersey")
    assert by_name.output == told("nj").output
    assert "  NJ " in by_name.output
    assert "  US " in told("us").output
    nowhere = told("QQ")
    assert nowhere.exit_code == 2
    assert "Cannot tell which state 'QQ' is." in nowhere.output
