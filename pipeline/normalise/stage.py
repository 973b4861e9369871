"""The normalise stage: descriptions to statements and mentions, mentions to custom, rules to their reach."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from pipeline.faults import Fault, InputFaults
from pipeline.frames import Frames, declared_frame
from pipeline.law.reach import rule_reach
from pipeline.matching import CompiledLexicon
from pipeline.normalise.context import finder_of
from pipeline.normalise.statements import read_statements


def normalise(frames: Frames, compiled: CompiledLexicon) -> Frames:
    """The ingested frames with `statements`, `mentions`, `role_duties`, `setting_duties` and `rule_reach`.

    Raises InputFaults where the lexicon has duties that the vocabulary does not: their mentions could not be named.
    """
    strange = list(_strange_duties(frames, compiled))
    if strange:
        raise InputFaults(strange)
    finder = finder_of(frames)
    states = dict(frames["sources"].select("source_id", "state").iter_rows())
    statements: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    for source in frames["source_texts"].iter_rows(named=True):
        read = read_statements(compiled, finder, source["text"], states.get(source["source_id"]))
        for number, statement in enumerate(read, start=1):
            statement_id = f"{source['source_id']}#{number:03d}"
            context = statement.context.values()
            context["state"] = context["state"] or states.get(source["source_id"])
            statements.append(
                {
                    "statement_id": statement_id,
                    "source_id": source["source_id"],
                    "text": statement.text,
                    "start": statement.start,
                    "end": statement.end,
                    "heading": " > ".join(statement.headings) or None,
                    "list_level": statement.list_level,
                    **context,
                }
            )
            mentions.extend(
                {
                    "statement_id": statement_id,
                    "duty_id": m.duty_id,
                    "polarity": m.polarity,
                    "start": m.start,
                    "end": m.end,
                    "words": m.words,
                    "conditional": m.conditional,
                    **context,
                }
                for m in statement.mentions
            )
    made = {
        "statements": declared_frame("statements", statements),
        "mentions": declared_frame("mentions", mentions),
        "rule_reach": declared_frame(
            "rule_reach",
            rule_reach(
                list(frames["rules"].iter_rows(named=True)),
                list(frames["duties"].iter_rows(named=True)),
                list(frames["duty_classes"].iter_rows(named=True)),
                list(frames["duty_class_members"].iter_rows(named=True)),
            ),
        ),
    }
    affirmed = (
        made["mentions"]
        .filter(pl.col("polarity") == "affirmed")
        .join(made["statements"].select("statement_id", "source_id"), on="statement_id")
    )
    made["role_duties"] = _custom(_for_wider_roles(affirmed, frames["roles"]), "role_id")
    made["setting_duties"] = _custom(affirmed.drop_nulls("setting_id"), "setting_id")
    return {**frames, **made}


def _strange_duties(frames: Frames, compiled: CompiledLexicon) -> Iterator[Fault]:
    known = frames["duties"]["duty_id"].to_list()
    for duty_id in sorted(set(compiled.duty_ids) - set(known)):
        opens = re.compile(rf"^\[{re.escape(duty_id)}[\].]", re.MULTILINE)
        files = frames["lexicon_files"].select("file", "text").iter_rows()
        file = next((name for name, text in files if opens.search(text)), "lexicon/")
        near = difflib.get_close_matches(duty_id, known, n=1)
        mend = f"did you mean '{near[0]}'?" if near else "add it to vocabulary/duties.toml or use one that is there"
        yield Fault(file, duty_id, "", "is no duty of the vocabulary", mend)


def _for_wider_roles(affirmed: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """What a source says of a role it says of the wider roles too; where it names none, of the medical assistant."""
    parents = dict(roles.select("role_id", "parent_role_id").iter_rows())
    pairs = []
    for role in parents:
        current: str | None = role
        while current is not None:
            pairs.append((role, current))
            current = parents.get(current)
    wider = pl.DataFrame(pairs, schema={"role_id": pl.String, "wider": pl.String}, orient="row")
    named = affirmed.with_columns(pl.col("role_id").fill_null("medical_assistant"))
    return named.join(wider, on="role_id").with_columns(role_id=pl.col("wider")).drop("wider")


def _custom(affirmed: pl.DataFrame, column: str) -> pl.DataFrame:
    counted = (
        affirmed.group_by(column, "duty_id")
        .agg(source_ids=pl.col("source_id").unique().sort())
        .with_columns(source_count=pl.col("source_ids").list.len().cast(pl.Int32))
    )
    return declared_frame(f"{column.removesuffix('_id')}_duties", counted.iter_rows(named=True))
