"""The commands as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import COMMANDS, cli
from tests.conftest import write_raw

ASK_KEYS = [
    "state", "duty_id", "role_id", "setting_id", "delegator", "as_of", "verdict", "supervision", "supervisors",
    "authorization", "credential", "training_hours", "limits", "conflict", "rules",
]  # fmt: skip
RULE_KEYS = ["rule_id", "status", "citation", "authority", "checked", "url", "source_id"]


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


@pytest.fixture(scope="module")
def small_out(shared_raw: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import DESCRIPTION, wy

    files = {**shared_raw, "states/wy.toml": wy(), "sources/a-school.toml": DESCRIPTION.encode()}
    base = tmp_path_factory.mktemp("small")
    raw = write_raw(files, base / "raw")
    done = run("build", "--raw", str(raw), "--out", str(base / "outputs"), "--as-of", "2026-11-26")
    assert done.exit_code == 0, done.output
    return base / "outputs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert f"scopebook {name}" in done.output


@pytest.mark.parametrize("name", ["ask", "check", "tag", "build", "publish"])
def test_the_day_that_is_taken_is_told(name: str) -> None:
    day = "today" if name in ("build", "publish") else "the release's"
    assert f"Default: {day}." in " ".join(run(name, "--help").output.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_of_one_value_is_refused_when_it_is_given_twice(name: str, tmp_path: Path) -> None:
    from click import Context, Option

    command = cli.get_command(Context(cli), name)
    assert command is not None
    for param in command.params:
        if isinstance(param, Option) and not (param.is_flag or param.multiple):
            done = run(name, *[param.opts[0], "2026-01-31"] * 2)
            assert done.exit_code == 2
            assert f"Error: {param.opts[0]} is given 2 times; it takes one value." in done.output.splitlines()


def test_options_of_several_values_and_flags_may_be_given_again(small_out: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("draw blood\n")
    fail_on = ["--fail-on", "prohibited", "--fail-on", "reserved"]
    assert run("check", str(tmp_path / "a.txt"), "--state", "WY", *fail_on, "--scope", str(small_out)).exit_code == 0
    ask = ["ask", "--state", "WY", "--duty", "start_iv", "--explain", "--explain", "--scope", str(small_out)]
    assert run(*ask).exit_code == 0


def test_the_variable_names_the_release_for_tag_and_verify_too(
    small_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCOPEBOOK_OUTPUTS", str(small_out))
    (tmp_path / "in.csv").write_text("text\ndraw blood\n")
    assert run("verify").output.startswith("Whole: ")
    done = run("tag", "in.csv", "--out", "m")
    assert done.exit_code == 0, done.exception
    assert "1 mentions" in done.output


def test_the_help_of_all_lists_every_command_without_loading_them() -> None:
    done = run("--help")
    assert all(name in done.output for name in COMMANDS)


def test_an_unknown_command_is_wrong_usage_and_offers_the_nearest() -> None:
    done = run("biuld")
    assert done.exit_code == 2
    assert "build" in done.output


def test_the_stages_one_by_one_give_what_build_gives(world: dict[str, bytes], small_out: Path, tmp_path: Path) -> None:
    raw, stages, out = write_raw(world, tmp_path / "raw"), str(tmp_path / "stages"), tmp_path / "outputs"
    for command in (
        ["ingest", "--raw", str(raw), "--stages", stages],
        ["normalise", "--stages", stages],
        ["validate", "--stages", stages],
        ["publish", "--stages", stages, "--out", str(out), "--as-of", "2026-11-26"],
    ):
        done = run(*command)
        assert done.exit_code == 0, done.output
    one, other = (json.loads((o / "manifest.json").read_text()) for o in (out, small_out))
    assert one == other


def test_a_stage_without_the_one_before_says_what_to_run(tmp_path: Path) -> None:
    done = run("validate", "--stages", str(tmp_path))
    assert done.exit_code == 1
    assert "scopebook normalise" in str(done.exception.faults[0].line())  # type: ignore[union-attr]


def test_ask_json_has_the_agreed_keys(small_out: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "inject_intramuscular", "--scope", str(small_out), "--format", "json")
    assert done.exit_code == 0, done.output
    answer = json.loads(done.output)
    assert [k for k in ASK_KEYS if k not in answer] == []
    assert answer["verdict"] == "conditional"
    assert answer["supervision"] == "on_site"
    assert answer["training_hours"] == 10
    assert [k for k in RULE_KEYS if k not in answer["rules"][0]] == []
    assert answer["rules"][0]["rule_id"] == "wy-injections"
    assert answer["as_of"] == "2026-11-26"


@pytest.mark.parametrize(
    ("state", "duty", "duty_id"),
    [
        ("Wyoming", "start an IV", "start_iv"),
        ("wy", "draw blood", "perform_venipuncture"),
        ("Wyo.", "take vital signs", "measure_vital_signs"),
        ("WY", "Give injections", "give_injections"),
        ("wyomming", "remove sutures", "remove_sutures"),
    ],
)
def test_ask_takes_plain_words(small_out: Path, state: str, duty: str, duty_id: str) -> None:
    done = run("ask", "--state", state, "--duty", duty, "--scope", str(small_out), "--format", "json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["duty_id"] == duty_id


@pytest.mark.parametrize("words", ["minute clinic", "Minute Clinic", "MinuteClinic", "retail clinic"])
def test_a_clinic_in_a_shop_is_known_by_the_name_that_people_give_it(small_out: Path, words: str) -> None:
    ask = ["ask", "--state", "WY", "--duty", "start_iv", "--setting", words, "--format", "json"]
    done = run(*ask, "--scope", str(small_out))
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["setting_id"] == "retail_clinic"


@pytest.mark.parametrize(
    ("args", "offer"),
    [
        (["--state", "Wyomania", "--duty", "start_iv"], "WY"),
        (["--state", "WY", "--duty", "administer medicin by mouth or so"], ""),
        (["--state", "WY", "--duty", "start_iv", "--role", "medical assistence"], "medical_assistant"),
        (["--state", "WY", "--duty", "start_iv", "--setting", "physicians offise"], ""),
        (["--state", "WY", "--duty", "start_iv", "--delegator", "plumber"], ""),
        (["--state", "WY", "--duty", "qwertyuiop"], ""),
    ],
)
def test_ask_offers_the_nearest_or_says_that_it_cannot_tell(small_out: Path, args: list[str], offer: str) -> None:
    done = run("ask", *args, "--scope", str(small_out))
    if done.exit_code == 0:  # a slip of spelling that leaves no doubt
        assert "WY" in done.output or "Wyoming" in done.output
    else:
        assert done.exit_code == 2
        assert "Cannot tell" in done.output
        assert offer in done.output


@pytest.mark.parametrize(
    ("thing", "offered"),
    [
        ("IV", ["start_iv", "discontinue_iv"]),
        ("vaccine", ["administer_vaccines"]),
        ("refill", ["transmit_prescriptions"]),
        ("Pap smear", ["perform_pelvic_exam", "assist_womens_health_exams"]),
    ],
)
def test_of_a_bare_thing_what_is_done_with_it_is_offered(small_out: Path, thing: str, offered: list[str]) -> None:
    done = run("ask", "--state", "WY", "--duty", thing, "--scope", str(small_out))
    assert done.exit_code == 2
    nearest = done.output.partition("Nearest: ")[2]
    assert nearest.startswith(f"{offered[0]} (")
    assert all(f"{duty_id} (" in nearest for duty_id in offered)
    assert "give_enemas" not in nearest


def test_who_delegates_is_told_in_words(small_out: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "start_iv", "--delegator", "np", "--scope", str(small_out))
    assert "delegated by: nurse practitioner;" in " ".join(done.output.split())


def test_silence_on_one_delegator_is_not_taken_for_silence_on_all(small_out: Path) -> None:
    ask = ["ask", "--state", "WY", "--duty", "perform_venipuncture", "--scope", str(small_out)]
    silent = run(*ask, "--delegator", "np").output
    assert "SILENT" in silent
    assert "Where another delegates: physician: delegable\n" in silent
    assert "Where another delegates" not in run(*ask).output


def test_two_duties_in_one_question_are_offered(small_out: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "draw blood and remove sutures", "--scope", str(small_out))
    assert done.exit_code == 2
    assert "perform_venipuncture" in done.output
    assert "remove_sutures" in done.output


def test_ask_for_another_day_is_wrong_usage_when_it_is_no_day(small_out: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "start_iv", "--as-of", "soon", "--scope", str(small_out))
    assert done.exit_code == 2
    assert "2026-01-31" in done.output


def test_explain_shows_the_steps_and_what_gave_way(small_out: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "start_iv", "--explain", "--scope", str(small_out))
    assert "PROHIBITED" in done.output
    assert "wy-iv/start_iv decides" in done.output
    assert "gave way: wy-general" in done.output
    assert "Wyo. Stat. § 1(c)" in done.output


def test_a_state_that_nobody_looked_at_is_no_answer(small_out: Path) -> None:
    done = run("ask", "--state", "MT", "--duty", "start_iv", "--scope", str(small_out))
    assert "NOT RESEARCHED" in done.output
    assert "no answer" in done.output


@pytest.mark.parametrize("command", ["ask", "check"])
def test_a_title_of_another_state_is_refused_and_those_of_the_state_offered(
    command: str, world: dict[str, bytes], tmp_path: Path
) -> None:
    from tests.checking.conftest import write_small
    from tests.conftest import wy

    title = '\n[[role]]\nrole_id = "{0}_aide"\nlabel = "{1} aide"\nparent_role_id = "medical_assistant"\n'
    montana = wy().replace(b"WY", b"MT").replace(b'"wy-', b'"mt-') + title.format("mt", "Montana").encode()
    wyoming = wy() + title.format("wy", "Wyoming").encode()
    small = write_small({**world, "states/wy.toml": wyoming, "states/mt.toml": montana}, tmp_path)
    (tmp_path / "a.txt").write_text("draw blood")
    words = {"ask": ["--duty", "start_iv"], "check": [str(tmp_path / "a.txt")]}[command]
    for role, told in (
        ("wy", "'Wyoming aide' is a title of Wyoming, not of Texas. There: medical_assistant (Medical assistant)"),
        (
            "mt",
            "'Montana aide' is a title of Montana, not of Wyoming. There: wy_aide (Wyoming aide); medical_assistant",
        ),
    ):
        state = "TX" if role == "wy" else "WY"
        done = run(command, *words, "--state", state, "--role", f"{role}_aide", "--scope", str(small))
        assert done.exit_code == 2
        assert f"Error: {told}" in done.output


def test_ask_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    done = run("ask", "--state", "WY", "--duty", "start_iv", "--scope", str(tmp_path))
    assert done.exit_code == 1
    assert "scopebook build" in done.exception.faults[0].line()  # type: ignore[union-attr]
