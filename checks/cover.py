"""Branch coverage of `pipeline/` and `schemas/`: the whole suite, and once more for what is compiled.

    python -m checks.cover

Code that Numba has compiled is not traced: the matcher's tests are run a second time as plain Python and both runs
are added up. Processes that the tests start count, and threads. Spark's files count where Spark is installed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 95.0
KERNEL = [
    "tests/matching/test_bites.py", "tests/matching/test_polarity.py", "tests/matching/test_segment.py",
    "tests/matching/test_examples.py", "tests/matching/test_inputs.py", "tests/matching/test_composites.py",
    "tests/matching/test_reference.py::test_examples_as_brute_force_finds_them",
    "tests/matching/test_plain.py", "tests/matching/test_plain_cues.py", "tests/matching/test_plain_lines.py",
]  # fmt: skip
"""Tests that drive every branch of the kernel in a minute without a compiler."""
NEED_SPARK = ("pipeline/tagging/spark.py", "pipeline/tagging/spark_code.py", "pipeline/tagging/spark_session.py",
              "pipeline/tagging/spark_task.py")  # fmt: skip


def coverage(*words: str) -> int:
    return subprocess.run([sys.executable, "-m", "coverage", *words], cwd=ROOT, check=False).returncode


def run(tests: list[str], jit: bool) -> int:
    """The tests under coverage; the exit status of pytest."""
    env = {**os.environ, **({} if jit else {"NUMBA_DISABLE_JIT": "1"})}
    command = [sys.executable, "-m", "coverage", "run", "-m", "pytest", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def shares(report: dict) -> tuple[float, float]:
    """(branches covered, lines and branches covered), in 100."""
    t = report["totals"]
    return 100 * t["covered_branches"] / t["num_branches"], t["percent_covered"]


def main() -> int:
    """1 where a test fails or fewer than LIMIT in 100 branches are covered."""
    folder = ROOT / ".coverage"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if run([], jit=True) or run([*KERNEL, "-k", "not megabytes"], jit=False):
        print("A test fails; nothing is measured.", file=sys.stderr)
        return 1
    coverage("combine", "--quiet")
    left_out = [] if importlib.util.find_spec("pyspark") else ["--omit", ",".join(NEED_SPARK)]
    coverage("report", *left_out)
    coverage("json", "--quiet", *left_out, "-o", str(folder / "report.json"))
    branches, both = shares(json.loads((folder / "report.json").read_text(encoding="utf-8")))
    without = f" (without {len(NEED_SPARK)} files that need Spark)" if left_out else ""
    print(f"Branches covered: {branches:.1f} in 100; lines and branches: {both:.1f} in 100{without}.")
    if min(branches, both) < LIMIT:
        print(f"Fewer than {LIMIT:.0f} in 100 are covered.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
