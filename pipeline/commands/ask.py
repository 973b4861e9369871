"""`scopebook ask`: one question, one answer, with its law."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands.options import OneValueEach, released_day_option, released_option

if TYPE_CHECKING:
    from pipeline.asking import Answer
    from pipeline.release import Release


@click.command(cls=OneValueEach)
@click.option("--state", required=True, help="Letters or name of the state: CA, California, Calif.")
@click.option("--duty", required=True, help='Id of the duty, or plain words: "draw blood".')
@click.option("--role", default=None, help="Role. Default: medical_assistant.")
@click.option("--setting", default=None, help="Setting. Default: physician_office.")
@click.option("--delegator", default=None, help="Who delegates: physician (default), pa, np, nurse, podiatrist, ...")
@released_day_option
@released_option
@click.option("--explain", is_flag=True, help="Show every step from the rules to the verdict.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def ask(
    state: str,
    duty: str,
    role: str | None,
    setting: str | None,
    delegator: str | None,
    as_of: date | None,
    released: Path,
    explain: bool,
    form: str,
) -> None:
    """What does the law say of a duty in a state?

    \b
    Examples:
      scopebook ask --state CA --duty perform_venipuncture
      scopebook ask --state Maryland --duty "start an IV" --explain
      scopebook ask --state OH --duty "give injections" --delegator np
      scopebook ask --state SD --duty "give injections" --as-of 2019-06-01
    """
    from pipeline.asking import ask as answer_question
    from pipeline.asking import understand
    from pipeline.plain_words import NotFound
    from pipeline.release import Release

    release = Release(released)
    day = as_of or release.table("build_info")["as_of"][0]
    try:
        question = understand(
            release,
            state=state,
            duty=duty,
            role=role,
            setting=setting,
            delegator=delegator,
            as_of=day,
            read_duty=lambda words: _read_duty(release, words),
        )
        answer = answer_question(release, question)
    except NotFound as error:
        raise click.UsageError(_offer(error)) from error
    if form == "json":
        from pipeline.commands.inert_json import inert_json

        click.echo(inert_json(answer.as_json(explain)))
    else:
        _show(release, answer, explain)


def _read_duty(release: Release, words: str) -> list[str]:
    """The duties that the matcher finds in the words."""
    import pyarrow as pa

    from pipeline.commands.lexicon import released_lexicon
    from pipeline.matching import scan

    found = scan(released_lexicon(release.directory), pa.array([words], type=pa.large_string())).to_polars()
    return [str(d) for d in found.filter(found["kind"] == "duty")["duty_id"]]


def _offer(error: Exception) -> str:
    from pipeline.commands.terminal import inert
    from pipeline.plain_words import NotFound

    assert isinstance(error, NotFound)
    text = inert(error.why) or f"Cannot tell which {error.what} '{inert(error.words)}' is."
    if error.offers:
        text += " There: " if error.why else " Nearest: "
        text += "; ".join(f"{name} ({label})" if name != label else name for name, label in error.offers)
    return text


def _show(release: Release, answer: Answer, explain: bool) -> None:
    from rich.text import Text

    from pipeline.asking.question import delegator_names, duty_names, role_names, setting_names, state_names
    from pipeline.commands.terminal import conditions_in_words, console, inert, verdict_text
    from pipeline.plain_words import within

    out = console()
    q, v = answer.question, answer.verdict
    out.print(
        Text(
            f"{state_names(release).labels[q.state]}: {duty_names(release).labels[q.duty_id]}, by: "
            f"{within(role_names(release).labels[q.role_id])}; {within(setting_names(release).labels[q.setting_id])}; "
            f"delegated by: {within(delegator_names().labels[q.delegator])}; law of {q.as_of}"
        )
    )
    out.print(verdict_text(v.verdict))
    conditions = conditions_in_words(v.supervision, v.authorization, v.credential, v.training_hours)
    if conditions:
        out.print(Text("Conditions: " + "; ".join(conditions)))
    if v.limits:
        out.print(Text("Limits: " + inert(v.limits)))
    for rule in v.rules:
        row = answer.details[rule.rule_id]
        how = {"primary_text": "text read", "secondary_text": "known from a report", "unchecked": "not checked"}
        out.print(Text(f"Law: {inert(row['citation'])} ({row['authority'].replace('_', ' ')}; {how[row['checked']]})"))
        if row["url"]:
            out.print(Text(f"     {inert(row['url'])}"), soft_wrap=True)
    for rule in v.against:
        row = answer.details[rule.rule_id]
        out.print(Text(f"Conflict: {inert(row['citation'])} says {row['status']}"))
    if explain:
        out.print(Text("Steps:"))
        for number, step in enumerate(v.steps, start=1):
            out.print(Text(f"  {number}. {inert(step)}"))
        for rule in v.lost:
            out.print(Text(f"  gave way: {rule.rule_id}: {rule.status} ({rule.citation})"))
    if v.verdict == "silent":
        others = _under_others(release, answer)
        if others:
            out.print(Text("Where another delegates: " + "; ".join(others)))
    if v.verdict == "not_researched":
        out.print(Text("This is no answer: see the table coverage for what was looked at."))
    out.print(Text("Not legal advice.", style="dim"))


def _under_others(release: Release, answer: Answer) -> list[str]:
    """Delegators of whom the law does speak, with its verdict: silence on one is easily taken for silence on all."""
    from pipeline.asking.question import delegator_names
    from pipeline.law.jurisdiction import Jurisdiction
    from pipeline.plain_words import within
    from schemas.vocabulary import DELEGATORS

    q = answer.question
    law = Jurisdiction(q.state, release.rules, release.world, q.as_of)
    labels = delegator_names().labels
    found = {d: law.verdict(q.role_id, q.setting_id, d, q.duty_id).verdict for d in DELEGATORS if d != q.delegator}
    return [f"{within(labels[d])}: {v}" for d, v in found.items() if v not in ("silent", "not_researched")]
