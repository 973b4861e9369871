"""What changed between two releases, on a miniature world in which one thing changes at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from pipeline.commands.stages import data_version, run_ingest, run_normalise, run_publish
from pipeline.comparing import Difference, Snapshot, compare, open_snapshot
from pipeline.comparing.report import as_markdown, as_text
from pipeline.comparing.snapshot import NEEDED
from pipeline.faults import InputFaults
from pipeline.publish import assemble
from pipeline.validate import validate
from tests.conftest import AS_OF, WY_RULES, write_raw, wy

World = Callable[..., Snapshot]
PERMITTED = """
[[rule]]
id = "wy-sutures"
duties = ["remove_sutures"]
role = "medical_assistant"
status = "permitted"
citation = "Wyo. Stat. § 1(d)"
source = "wy-act"
authority = "statute"
checked = "primary_text"
checked_on = 2026-11-26
"""


@pytest.fixture(scope="module")
def build(shared_raw: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> World:
    """A snapshot of the miniature world with other rules, or for another day."""

    def make(rules: str = WY_RULES, day: date = AS_OF) -> Snapshot:
        raw = write_raw({**shared_raw, "states/wy.toml": wy(rules)}, tmp_path_factory.mktemp("raw"))
        frames, digest = run_normalise(run_ingest(raw))
        release = assemble(validate(frames), day, data_version(day), "0", digest)
        return Snapshot("here", {name: release.tables[name] for name in NEEDED})

    return make


@pytest.fixture(scope="module")
def base(build: World) -> Snapshot:
    return build()


@pytest.fixture(scope="module")
def closed(build: World) -> Difference:
    """Sutures were permitted and are prohibited; injections ask for more; intravenous lines were forbidden and open."""
    old = build(WY_RULES + PERMITTED)
    rules = WY_RULES + PERMITTED.replace('"permitted"', '"prohibited"')
    rules = rules.replace('supervision = "on_site"', 'supervision = "in_room"')
    head, mark, tail = rules.partition('id = "wy-iv"')
    rules = head + mark + tail.replace('status = "prohibited"', 'status = "permitted"', 1)
    return compare(old, build(rules))


def test_a_release_does_not_differ_from_itself(base: Snapshot) -> None:
    difference = compare(base, base)
    assert difference.empty
    assert "Nothing changed." in as_text(difference)
    assert "Nothing changed." in as_markdown(difference)


def test_permitted_to_prohibited_leads(closed: Difference) -> None:
    first = closed.turns["WY"][0]
    assert (first.duty_id, first.old, first.new, first.group) == ("remove_sutures", "permitted", "prohibited", "closed")
    assert first.everywhere
    assert first.usual
    assert first.after == {"wy-sutures": "Wyo. Stat. § 1(d)"}
    groups = [t.group for t in closed.turns["WY"]]
    assert groups == sorted(groups, key=["closed", "opened", "shifted", "unsaid", "conditions"].index)
    assert {t.duty_id for t in closed.turns["WY"] if t.group == "opened"} >= {"start_iv"}


def test_conditions_that_changed_under_the_same_verdict_are_told(closed: Difference) -> None:
    turn = next(t for t in closed.turns["WY"] if t.duty_id == "inject_intramuscular")
    assert turn.group == "conditions"
    assert "supervision" in turn.fields
    assert turn.delegators == {"physician"}
    assert turn.whole
    assert not turn.everywhere


def test_rules_are_told_field_by_field(closed: Difference) -> None:
    changed = {c.rule_id: c for c in closed.rules}
    assert changed["wy-sutures"].kind == "changed"
    assert changed["wy-sutures"].fields["status"] == ("permitted", "prohibited")
    assert changed["wy-injections"].fields["supervision"] == ("on_site", "in_room")


def test_counts_agree_with_the_whole_of_scope(build: World, closed: Difference) -> None:
    """The compact comparison against brute force over every role, setting, delegator and duty of the state."""
    spread = []
    for side in (closed.old, closed.new):
        t = side.tables
        scope = (
            t["verdicts"]
            .join(t["law_roles"], on=["state", "law_role_id"])
            .join(t["law_settings"], on=["state", "law_setting_id"])
        )
        spread.append(scope.select("state", "role_id", "setting_id", "delegator", "duty_id", "verdict"))
    both = spread[0].join(spread[1], on=["state", "role_id", "setting_id", "delegator", "duty_id"], suffix="_new")
    assert both.height == spread[0].height
    brute = both.filter(both["verdict"] != both["verdict_new"]).group_by("duty_id", "verdict", "verdict_new").len()
    told = {(t.duty_id, t.old, t.new): t.cells for t in closed.turns["WY"] if t.old != t.new}
    assert told == {(d, a, b): n for d, a, b, n in brute.iter_rows()}


def test_added_removed_and_repealed(build: World, base: Snapshot) -> None:
    more = build(WY_RULES + PERMITTED)
    assert [(c.kind, c.rule_id) for c in compare(base, more).rules] == [("added", "wy-sutures")]
    assert [(c.kind, c.rule_id) for c in compare(more, base).rules] == [("removed", "wy-sutures")]
    ended = build(WY_RULES + PERMITTED + "effective_to = 2026-01-01\n")
    change = compare(more, ended).rules[0]
    assert (change.kind, change.fields["effective_to"][1]) == ("repealed", date(2026, 1, 1))


def test_a_rule_that_ends_by_its_own_date(build: World) -> None:
    rules = WY_RULES + PERMITTED + "effective_to = 2026-01-01\n"
    difference = compare(build(rules, date(2025, 1, 1)), build(rules))
    assert [(c.kind, c.rule_id) for c in difference.rules] == [("expired", "wy-sutures")]
    assert difference.turns["WY"][0].old == "permitted"
    assert [c.kind for c in compare(build(rules), build(rules, date(2025, 1, 1))).rules] == ["commenced"]


def test_the_summary_counts_in_plain_words(closed: Difference) -> None:
    summary = next(line for line in as_text(closed).split("\n") if "Verdicts, by state and duty" in line)
    assert f"{closed.turn_counts()['closed']} no longer allowed" in summary
    assert not {"closed", "opened", "shifted", "unsaid"} & set(summary.replace(",", "").split())


def test_text_and_markdown_begin_with_the_worst(closed: Difference) -> None:
    for said, heading in ((as_text(closed), "  No longer allowed"), (as_markdown(closed), "### No longer allowed")):
        lines = said.splitlines()
        assert heading in lines
        turned = next(line for line in lines if "->" in line)
        assert "Remove sutures" in turned
        assert "permitted -> prohibited, in all roles and settings, whoever delegates" in turned
        assert "Wyo. Stat. § 1(d)" in turned


def test_hostile_text_is_inert(build: World, base: Snapshot) -> None:
    # Raw files may hold no escape; a release of somebody else's may.
    made = build(WY_RULES + PERMITTED)
    hostile = pl.col(pl.String).str.replace("Wyo. Stat. § 1(d)", "\x1b[31m <b>*x*</b>\n# Head", literal=True)
    difference = compare(
        base, Snapshot(made.name, {**made.tables, "rules": made.tables["rules"].with_columns(hostile)})
    )
    assert "*x*" in as_text(difference)
    assert "\x1b" not in as_text(difference)
    assert "\n# Head" not in as_markdown(difference)
    assert "<b>" not in as_markdown(difference)


# The command.


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, ["diff", *args])


@pytest.fixture(scope="module")
def released(shared_raw: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("two")
    out = []
    for name, rules in (
        ("old", WY_RULES + PERMITTED),
        ("new", WY_RULES + PERMITTED.replace("permitted", "prohibited")),
    ):
        raw = write_raw({**shared_raw, "states/wy.toml": wy(rules)}, folder / name / "raw")
        frames, digest = run_normalise(run_ingest(raw))
        run_publish(validate(frames), folder / name / "outputs", AS_OF, digest)
        out.append(folder / name / "outputs")
    return out[0], out[1]


def test_releases_and_databases_give_the_same(released: tuple[Path, Path]) -> None:
    old, new = released
    by_directory = run(str(old), str(new))
    by_database = run(str(old / "scopebook.duckdb"), str(new / "scopebook.duckdb"))
    assert by_directory.exit_code == by_database.exit_code == 0
    assert by_directory.output == by_database.output
    assert "Remove sutures" in by_directory.output


def test_json_is_one_document(released: tuple[Path, Path]) -> None:
    done = run(*map(str, released), "--format", "json")
    assert done.exit_code == 0
    document = json.loads(done.output)
    assert document["verdicts"][0]["state"] == "WY"
    assert document["verdicts"][0]["turns"][0]["new"] == "prohibited"
    assert document["counts"]["rules"] == {"changed": 1}


def test_what_cannot_be_read_is_told(released: tuple[Path, Path], tmp_path: Path) -> None:
    text = tmp_path / "no.duckdb"
    text.write_text("no database")
    for name in (str(tmp_path / "nowhere"), str(text), "git:no-such-tag", "git:-x", "git:"):
        with pytest.raises(InputFaults) as error:
            open_snapshot(name)
        assert error.value.faults[0].mend


def test_wrong_usage() -> None:
    assert run("one").exit_code == 2
    assert run("a", "b", "--format", "xml").exit_code == 2
