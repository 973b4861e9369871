"""What the README shows is what people get: each of its three queries is run, and its printed answer compared.

`python -m tests.test_readme outputs` writes the answers of a release into the README.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"```(console|sql|python)\n(.*?)```\n\n?(?:```text\n(.*?)```\n)?", re.S)


def answer(kind: str, code: str, out: Path) -> str:
    """What the block prints for the release in `out`."""
    if kind == "console":
        command = code.splitlines()[0].removeprefix("$ scopebook ")
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', command)]
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *words, "--scope", str(out)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "COLUMNS": "80"},
        )
        return done.stdout
    if kind == "sql":
        with duckdb.connect(str(out / "scopebook.duckdb"), read_only=True) as connection:
            query = "\n".join(line for line in code.splitlines() if not line.startswith("--"))
            return str(connection.sql(query))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code.replace('"outputs/', f'"{out}/'), {})  # the README's own text
    return printed.getvalue()


def shown(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def fill(text: str, out: Path) -> str:
    """The README with the answers of a release."""

    def once(match: re.Match[str]) -> str:
        kind, code, old = match.groups()
        if kind == "console":
            command = code.splitlines()[0]
            return f"```console\n{command}\n{shown(answer(kind, code, out))}\n```\n\n"
        if old is None:
            return match.group()
        return f"```{kind}\n{code}```\n\n```text\n{shown(answer(kind, code, out))}\n```\n"

    return BLOCK.sub(once, text)


def test_the_readme_shows_the_real_answers(real_out: Path) -> None:
    text = README.read_text(encoding="utf-8")
    kinds = [m.group(1) for m in BLOCK.finditer(text)]
    assert {"console", "sql", "python"} <= set(kinds)
    for match in BLOCK.finditer(text):
        kind, code, old = match.groups()
        if kind == "console":
            assert shown(answer(kind, code, real_out)) == shown("\n".join(code.splitlines()[1:]))
        elif old is not None:
            assert shown(answer(kind, code, real_out)) == shown(old), code


if __name__ == "__main__":
    README.write_text(fill(README.read_text(encoding="utf-8"), Path(sys.argv[1])), encoding="utf-8")
