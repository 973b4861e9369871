"""A published release, opened by `load`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from pipeline.asking.question import delegator_names, duty_names, role_names, setting_names, state_names, understand
from pipeline.faults import InputFaults
from pipeline.plain_words import Names
from pipeline.plain_words import NotFound as _NotFound
from pipeline.release import Release as _Release
from schemas.tables import BY_NAME, PUBLISHED
from schemas.vocabulary import CATEGORIES, VERDICTS
from scopebook.answers import Answer, answer_of
from scopebook.words import Finder, NotFound, Words, each, maybe, nearest, one_of

if TYPE_CHECKING:
    from pipeline.matching import CompiledLexicon


class ReleaseError(Exception):
    """The directory holds no release, or one of its files cannot be read."""


def load(path: str | os.PathLike[str] = "outputs") -> Release:
    """Open the current release in a directory, or a release directory itself.

    Raises ReleaseError where there is none. Tables are read when they are first asked for; all of them come from the
    release that was current at this moment, even if another is published meanwhile.
    """
    return Release(Path(path))


class Release:
    """One release of the data. `version`: of the data; `as_of`: the day whose law its verdicts give."""

    def __init__(self, path: Path) -> None:
        try:
            self._release = _Release(path)
            info = self._release.table("build_info").row(0, named=True)
        except InputFaults as error:
            raise ReleaseError(error.faults[0].line()) from error
        self.version: str = info["data_version"]
        self.as_of: date = info["as_of"]

    def __repr__(self) -> str:
        return f"<scopebook release {self.version}, law of {self.as_of}>"

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of all tables; `describe` tells what their columns mean."""
        return tuple(table.name for table in PUBLISHED)

    def table(self, name: str) -> pl.DataFrame:
        """A whole table, in its declared columns. Raises NotFound. For `scope`, `scan` or `scope` are lighter."""
        self._known(name)
        try:
            return self._release.table(name)
        except InputFaults as error:
            raise ReleaseError(error.faults[0].line()) from error

    def scan(self, name: str) -> pl.LazyFrame:
        """A table as a lazy frame over its Parquet file: filter it, then `.collect()`. Raises NotFound."""
        self._known(name)
        return pl.scan_parquet(self._release.directory / "parquet" / f"{name}.parquet")

    def describe(self, name: str) -> pl.DataFrame:
        """The columns of a table: `column`, `type`, `nullable`, `unit`, `description`. Raises NotFound."""
        self._known(name)
        columns = BY_NAME[name].columns
        return pl.DataFrame(
            {
                "column": [c.name for c in columns],
                "type": [str(c.dtype) for c in columns],
                "nullable": [c.nullable for c in columns],
                "unit": [c.unit for c in columns],
                "description": [c.description for c in columns],
            }
        )

    def scope(
        self,
        *,
        state: Words | None = None,
        duty: Words | None = None,
        role: Words | None = None,
        setting: Words | None = None,
        delegator: Words | None = None,
        category: Words | None = None,
        verdict: Words | None = None,
        columns: Sequence[str] | None = None,
    ) -> pl.DataFrame:
        """Rows of the table `scope`: one for each state, role, setting, delegator and duty, as of the release's day.

        Each filter is an id or plain words, or a list of them ('CA', ['Texas', 'Calif.'], 'draw blood'); only matching
        rows are read (a state takes about 0.1 s). Without any, all seven million rows come, in about 1.8 GB of memory:
        then `scan("scope")` serves better. Raises NotFound for words that name nothing.
        """
        wanted: dict[str, list[str]] = {}
        for column, words, find in (
            ("state", state, self._state),
            ("duty_id", duty, self._duty),
            ("role_id", role, self._names("role").find),
            ("setting_id", setting, self._names("setting").find),
            ("delegator", delegator, self._names("delegator").find),
            ("category", category, one_of("category", CATEGORIES)),
            ("verdict", verdict, one_of("verdict", VERDICTS)),
        ):
            if words is not None:
                wanted[column] = each(words, find)
        frame = self.scan("scope").filter([pl.col(c).is_in(values) for c, values in wanted.items()])
        return (frame if columns is None else frame.select(columns)).collect()

    def ask(
        self,
        *,
        state: str,
        duty: str,
        role: str | None = None,
        setting: str | None = None,
        delegator: str | None = None,
        as_of: date | None = None,
    ) -> Answer:
        """What the law says of one duty, for any day and any delegator.

        Ids or plain words. Defaults: a medical assistant, in a physician's office, under a physician, on the release's
        day. Raises NotFound with the nearest names where words cannot be told.
        """
        from pipeline.asking import ask

        try:
            question = understand(
                self._release,
                state=state,
                duty=duty,
                role=role,
                setting=setting,
                delegator=delegator,
                as_of=as_of or self.as_of,
                read_duty=self._read_duty,
            )
            return answer_of(ask(self._release, question).as_json(explain=True))
        except _NotFound as error:
            raise NotFound(error.what, error.words, error.offers, error.why) from error

    def check(
        self,
        text: str,
        *,
        state: str,
        role: str | None = None,
        setting: str | None = None,
        delegator: str | None = None,
        as_of: date | None = None,
    ) -> pl.DataFrame:
        """The duties that a text names, each with its verdict; see `scopebook.checking` for the columns.

        text: plain text or Markdown, as a posting or a policy is written. role, setting: else taken from the text's own
        words, else a medical assistant in a physician's office. Raises NotFound.
        """
        from scopebook.checking import check_text

        return check_text(
            self._release,
            self._lexicon,
            text,
            state=self._state(state),
            role_id=maybe(role, self._names("role").find),
            setting_id=maybe(setting, self._names("setting").find),
            delegator=maybe(delegator, self._names("delegator").find),
            day=as_of or self.as_of,
        )

    def _known(self, name: str) -> None:
        if name not in BY_NAME:
            raise NotFound("table", name, [(n, n) for n in nearest(name, self.tables)])

    @cached_property
    def _lexicon(self) -> CompiledLexicon:
        from pipeline.commands.lexicon import released_lexicon

        return released_lexicon(self._release.directory)

    def _read_duty(self, words: str) -> list[str]:
        import pyarrow as pa

        from pipeline.matching import scan

        found = scan(self._lexicon, pa.array([words], type=pa.large_string())).to_polars()
        return [str(d) for d in found.filter(found["kind"] == "duty")["duty_id"]]

    def _names(self, what: str) -> Finder:
        makers: dict[str, Callable[[], Names]] = {
            "state": lambda: state_names(self._release),
            "duty": lambda: duty_names(self._release),
            "role": lambda: role_names(self._release),
            "setting": lambda: setting_names(self._release),
            "delegator": delegator_names,
        }
        return Finder(makers[what]())

    def _state(self, words: str) -> str:
        return self._names("state").find(words.strip().upper() if len(words.strip()) == 2 else words)

    def _duty(self, words: str) -> str:
        """By name, else by the lexicon, where it finds one duty in the words and no other."""
        try:
            return self._names("duty").find(words)
        except NotFound:
            found = sorted(set(self._read_duty(words)))
            if len(found) != 1:
                raise
            return found[0]
