"""One target, fuzzed under coverage by atheris until its number of inputs is reached: python -m tests.fuzz.one."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sys
import time
import traceback
from pathlib import Path

import atheris

# Of what is compiled by Numba the byte code must stay as it is: pipeline.matching is not among these.
INSTRUMENTED = ["pipeline.reading", "pipeline.tagging", "pipeline.ingest", "pipeline.checking", "markdown_it", "docx"]
SLOW_KEPT = 1.0
"""Seconds from which on an input is kept for a look."""


class Tally:
    """Counts inputs, keeps what broke a promise, and ends the process at the last."""

    def __init__(self, name: str, number: int, folder: Path) -> None:
        from tests.fuzz.targets import TARGETS

        self._run, self._number, self._folder = TARGETS[name].run, number, folder
        self._inputs, self._slowest = 0, 0.0
        self._findings: dict[str, str] = {}
        self._begun = time.monotonic()

    def take(self, data: bytes) -> None:
        begun = time.monotonic()
        try:
            self._run(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            said = re.sub(r"\d+", "0", str(error))[:90]  # one finding, whatever its numbers
            self._keep(f"{type(error).__name__}: {said} ({Path(place.filename).name}:{place.lineno})", data)
        taken = time.monotonic() - begun
        self._slowest = max(self._slowest, taken)
        if taken > SLOW_KEPT:
            (self._folder / f"slow-{taken:.1f}").write_bytes(data)
        self._inputs += 1
        if self._inputs % 200 == 0 or self._inputs >= self._number:
            self._write()
        if self._inputs >= self._number:
            os._exit(0)  # libFuzzer knows no other end that lets the figures stand

    def _keep(self, what: str, data: bytes) -> None:
        if what not in self._findings:
            name = f"found-{hashlib.sha256(data).hexdigest()[:12]}"
            self._findings[what] = name
            (self._folder / name).write_bytes(data)
            self._write()

    def _write(self) -> None:
        figures = {"inputs": self._inputs, "slowest": self._slowest, "findings": self._findings,
                   "seconds": time.monotonic() - self._begun}  # fmt: skip
        fresh = self._folder / "figures.new"
        fresh.write_text(json.dumps(figures), encoding="utf-8")
        fresh.replace(self._folder / "figures.json")


def main() -> None:
    """Arguments: target, number of inputs, folder for figures and findings, seconds for an input."""
    name, number, folder, limit = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4])
    with contextlib.ExitStack() as stack:
        stack.enter_context(atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False))
        import docx  # noqa: F401
        import markdown_it  # noqa: F401

        from pipeline.reading import docx as _  # noqa: F401
        from tests.fuzz.targets import TARGETS
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number_of, seed in enumerate(TARGETS[name].seeds):
        (corpus / f"seed-{number_of}").write_bytes(seed)
    for seed in TARGETS[name].seeds:
        TARGETS[name].run(seed)  # loads and compiles what it needs before the clock runs
    longest = max(4_096, 2 * max(map(len, TARGETS[name].seeds)))
    atheris.Setup(
        [
            "fuzz", f"-timeout={int(limit)}", f"-seed={number}", f"-max_len={longest}", f"-artifact_prefix={folder}/",
            "-rss_limit_mb=4096", "-verbosity=0", "-print_final_stats=0", str(corpus),
        ],
        Tally(name, number, folder).take,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
