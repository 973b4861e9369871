"""Mutation testing: change one thing in the resolver or the matcher, and see whether a test falls.

    python -m checks.mutation resolver matcher

A mutant that no test fells is told with its line. Each runs in a child forked from a process that has the libraries
loaded, with the file's source exchanged as it is imported: nothing on disk changes. The kernel is run
as plain Python (NUMBA_DISABLE_JIT), where mutants need no compiling.
"""

from __future__ import annotations

import importlib.machinery
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.mutants import Mutant

ROOT = Path(__file__).resolve().parents[1]
SEED = 7
LEXICONS = "SCOPEBOOK_TEST_LEXICONS"
"""Where the tests of the matcher keep a compiled lexicon, which is the same for mutants of the kernel."""
LIMIT = 85.0


@dataclass(frozen=True)
class Target:
    """Files whose mutants are made, each with the tests that should fell them, the quickest first.

    top: the folder above which no conftest.py is read. sample: how many mutants, chosen by SEED; all where it is None.
    without: operators that change nothing here.
    """

    files: dict[str, tuple[str, ...]]
    top: str
    sample: int | None = None
    without: tuple[str, ...] = ()


MATCHER_TESTS = (
    "tests/matching/test_plain_lines.py",
    "tests/matching/test_plain_cues.py",
    "tests/matching/test_recorded.py",
    "tests/matching/test_plain.py",
    "tests/matching/test_wraps.py",
    # With the lexicon itself, which is loaded once for them all.
    "tests/matching/test_bites.py tests/matching/test_polarity.py tests/matching/test_segment.py"
    " tests/matching/test_inputs.py::test_empty_null_and_odd_columns"
    " tests/matching/test_inputs.py::test_bytes_that_are_not_utf8"
    " tests/matching/test_examples.py tests/matching/test_reference.py::test_examples_as_brute_force_finds_them"
    " tests/matching/test_composites.py",
)

MATCHER_FILES = (
    "find", "match", "compete", "cues", "scope", "opening", "others", "labels", "passives", "denials", "whom",
    "subjects", "acting", "parse", "taught", "lines", "wraps", "headings", "answers", "series", "led", "theirs",
    "titles", "tokens", "clauses", "kernel",
)  # fmt: skip

TARGETS = {
    "resolver": Target(
        files={
            "pipeline/law/resolver.py": ("tests/law/test_steps.py", "tests/test_resolver.py"),
            "pipeline/law/reach.py": ("tests/law/test_reach.py",),
            "pipeline/law/jurisdiction.py": ("tests/law/test_jurisdiction.py", "tests/test_resolver.py"),
            "pipeline/law/spread.py": ("tests/law/test_spread.py",),
        },
        top="tests/law",
    ),
    "matcher": Target(
        files={f"pipeline/matching/{name}.py": MATCHER_TESTS for name in MATCHER_FILES},
        top="tests/matching",
        sample=300,
        without=("RemoveDecorator",),  # without the compiler they decorate nothing
    ),
}


class _Exchanged(importlib.machinery.SourceFileLoader):
    """A loader that takes one file's source from memory, and never its compiled copy."""

    path_exchanged = ""
    source = ""

    def get_code(self, fullname: str) -> CodeType | None:
        if self.get_filename(fullname) == self.path_exchanged:
            return compile(self.source, self.path_exchanged, "exec", dont_inherit=True)
        return super().get_code(fullname)


def _exchange(path: Path, source: str) -> None:
    """From here on imports of `path` get `source`."""
    _Exchanged.path_exchanged, _Exchanged.source = str(path), source
    hook = importlib.machinery.FileFinder.path_hook(
        (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
        (_Exchanged, importlib.machinery.SOURCE_SUFFIXES),
    )
    sys.path_hooks.insert(0, hook)
    sys.path_importer_cache.clear()


def _child(
    top: str, tests: tuple[str, ...], path: Path | None, source: str, seconds: tuple[int, ...], shown: bool
) -> None:
    """Run the tests on one mutant (or on none) and leave with pytest's code. Does not return.

    seconds: of processor time for each file of tests; one that hangs is ended there.
    """
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    if not shown:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
    if path is not None:
        _exchange(path, source)
        if path.name == "tokens.py":  # it gives the compiler of lexicons the digests of words
            del os.environ[LEXICONS]
    import pytest

    quiet = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", f"--confcutdir={top}"]
    for some, most in zip(tests, seconds, strict=True):  # the later files are not even loaded for a mutant that fell
        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + most, resource.RLIM_INFINITY))
        if code := int(pytest.main([*quiet, f"--tb={'short' if shown else 'no'}", *some.split()])):
            os._exit(code)
    os._exit(0)


def _start(
    top: str, tests: tuple[str, ...], path: Path | None, source: str, seconds: tuple[int, ...], shown: bool = False
) -> int:
    """The child that runs the tests on a mutant (or on none)."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            _child(top, tests, path, source, seconds, shown)
        finally:
            os._exit(3)
    return pid


def _outcome(status: int) -> str:
    """`survived`, `killed` or `timeout`, from the status of a child that ended."""
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
        return "timeout"
    return "survived" if status == 0 else "killed"


def _allowed_seconds(name: str, top: str, tests: tuple[str, ...]) -> tuple[int, ...]:
    """Processor seconds that a mutant may take in each file. Raises SystemExit where the tests fail without any mutant.

    Twice what they take, and what compiling a lexicon anew may take on top.
    """
    allowed = []
    for some in tests:
        _, status, usage = os.wait4(_start(top, (some,), None, "", (600,)), 0)
        if _outcome(status) != "survived":
            os.waitpid(_start(top, (some,), None, "", (600,), shown=True), 0)
            raise SystemExit(f"The tests of the {name} fail without any mutant.")
        allowed.append(int((usage.ru_utime + usage.ru_stime) * 2) + 40)
    return tuple(allowed)


def _chosen(target: Target, only: str) -> tuple[list[Mutant], int]:
    """The mutants to run, and the number of places where there could be one."""
    from checks.mutants import mutant, places

    every = [(f, p) for f in target.files if only in f for p in places(ROOT / f, target.without)]
    count = len(every)
    if target.sample is not None:
        random.Random(SEED).shuffle(every)
    found: list[Mutant] = []
    for file, place in every:
        made = mutant(ROOT / file, file, place)
        if made is not None:
            found.append(made)
        if len(found) == target.sample:
            break
    return found, count


def _outcomes(
    target: Target, chosen: list[Mutant], allowed: dict[tuple[str, ...], tuple[int, ...]]
) -> Iterator[tuple[Mutant, str]]:
    """Run the mutants, as many at a time as there are processors; each with how it ended, as it ends."""
    waiting = chosen[::-1]
    running: dict[int, Mutant] = {}
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            mutant = waiting.pop()
            tests = target.files[mutant.path]
            pid = _start(target.top, tests, ROOT / mutant.path, mutant.source, allowed[tests])
            running[pid] = mutant
        pid, status = os.wait()
        if pid in running:
            yield running.pop(pid), _outcome(status)


def measure(name: str, only: str = "") -> float:
    """Run the mutants of a target, tell the survivors, return how many in 100 were killed."""
    target = TARGETS[name]
    chosen, count = _chosen(target, only)
    print(f"{name}: {len(chosen)} mutants of {count} places", flush=True)
    begun = time.monotonic()
    allowed = {tests: _allowed_seconds(name, target.top, tests) for tests in set(target.files.values())}
    by_file: dict[str, list[int]] = {}
    for number, (mutant, outcome) in enumerate(_outcomes(target, chosen, allowed), 1):
        counts = by_file.setdefault(mutant.path, [0, 0])
        counts[0] += outcome != "survived"
        counts[1] += 1
        if outcome == "survived":
            print(f"  {mutant.path}:{mutant.line} [{mutant.operator}] {mutant.before}  ->  {mutant.after}", flush=True)
        if number % 50 == 0:
            print(f"  {number} run, {sum(c[0] for c in by_file.values())} killed", flush=True)
    for path, (killed, made) in sorted(by_file.items()):
        print(f"  {path:<34}{killed:>5} of {made:>4} killed, {100 * killed / made:5.1f} in 100")
    killed, made = (sum(c[n] for c in by_file.values()) for n in (0, 1))
    share = 100 * killed / made if made else 0.0
    print(f"Mutants of the {name}: {killed} of {made} killed, {share:.1f} in 100, in {time.monotonic() - begun:.0f} s.")
    return share


def main(names: list[str]) -> int:
    """Measure targets (`name` or `name:part of a file's name`); 1 where one lies under LIMIT."""
    os.environ.update(
        NUMBA_DISABLE_JIT="1", OPENBLAS_NUM_THREADS="1", POLARS_MAX_THREADS="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1"
    )
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    # Loaded once, here, for all children; nothing of this project is. (Numba reads its settings as it is loaded.)
    import duckdb  # noqa: F401
    import numba  # noqa: F401
    import numpy  # noqa: F401
    import polars  # noqa: F401
    import pyarrow  # noqa: F401
    import pytest  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        os.environ[LEXICONS] = folder
        low = [name for name in names if measure(*name.split(":")) < LIMIT]
    for name in low:
        print(f"{name}: fewer than {LIMIT:.0f} in 100 mutants killed.", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or list(TARGETS)))
