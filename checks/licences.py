"""The licences of all that is installed with Scopebook, held against those that go with its own (MIT).

    python -m checks.licences --write     writes docs/licences.md

What a package declares is read from its installed metadata: the SPDX expression, else the licence's field or
classifiers. An unknown licence is a fault: somebody has to read it, and to add it here.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from email.message import Message

from checks.lock import ROOT, Locked, locked

PAGE = ROOT / "docs" / "licences.md"

ALLOWED = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0",
    "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
})  # fmt: skip
"""May be installed beside MIT code, and shipped with it in a container, with their notices kept."""
EXCEPTIONS = frozenset({"LLVM-exception"})

_WORDS = {
    "MIT": "MIT",
    "MIT License": "MIT",
    "Apache-2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD-3-Clause": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Licence fields and classifiers as packages write them that have no SPDX expression."""

_READ = {
    # name: what its licence files say, where its metadata are vague. Read for these releases on 2026-11-26.
    "jinja2": "BSD-3-Clause",
    "numba": "BSD-2-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
}


def declared(name: str) -> str:
    """The licence of an installed package as an SPDX expression; empty where nothing is known of it."""
    if name in _READ:
        return _READ[name]
    meta: Message = importlib.metadata.metadata(name)  # type: ignore[assignment]
    if expression := meta.get("License-Expression"):
        return str(expression)
    if (field := _WORDS.get(str(meta.get("License") or ""))) is not None:
        return field
    found = [c.split(" :: ")[-1] for c in meta.get_all("Classifier") or [] if c.startswith("License :: ")]
    known = [_WORDS[word] for word in found if word in _WORDS]
    return " OR ".join(dict.fromkeys(known)) if len(known) == len(found) else ""


def allowed(expression: str) -> bool:
    """Whether an SPDX expression can be met with ALLOWED alone: all sides of AND, one side of OR."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression)
    at = 0

    def either() -> bool:
        nonlocal at
        good = both()
        while at < len(tokens) and tokens[at] == "OR":
            at += 1
            good = both() or good
        return good

    def both() -> bool:
        nonlocal at
        good = one()
        while at < len(tokens) and tokens[at] == "AND":
            at += 1
            good = one() and good
        return good

    def one() -> bool:
        nonlocal at
        if at >= len(tokens):
            return False
        token = tokens[at]
        at += 1
        if token == "(":
            good = either()
            closed = at < len(tokens) and tokens[at] == ")"
            at += 1
            return good and closed
        good = token in ALLOWED
        if at + 1 < len(tokens) and tokens[at] == "WITH":
            good = good and tokens[at + 1] in EXCEPTIONS
            at += 2
        return good

    return either() and at == len(tokens)


def licences(packages: list[Locked]) -> dict[str, str]:
    """Name to licence of every package. Raises PackageNotFoundError where one is not installed."""
    return {name: declared(name) for name in dict.fromkeys(p.name for p in packages)}


def faults(found: dict[str, str]) -> list[str]:
    """A line for each licence that is unknown or not allowed."""
    return [
        f"{name}: {licence or 'no known licence'} is not among the licences that go with MIT"
        for name, licence in found.items()
        if not allowed(licence)
    ]


def page(packages: list[Locked], found: dict[str, str]) -> str:
    """The page of the documentation."""
    versions: dict[str, list[str]] = {}
    for package in packages:
        versions.setdefault(package.name, []).append(package.version)
    rows = [f"| {name} | {', '.join(versions[name])} | {found[name]} |" for name in sorted(versions)]
    return "\n".join([
        "# Licences of what is installed",
        "",
        "Scopebook's code is under MIT, its data under CC BY 4.0. `make build` installs these packages, each under its",
        "own terms; all of them go with MIT. The list is made by `make licences` from `requirements.lock`, and a test",
        "fails on a licence that is not known. The same packages, with their digests and who needs whom, are in",
        "`sbom.cdx.json` (CycloneDX, made by `make sbom`).",
        "",
        "| package | version | licence |",
        "|---|---|---|",
        *rows,
        "",
        "pypdfium2 and pyarrow hold compiled libraries with notices of their own, in the `licenses` folder of each.",
        "",
    ])  # fmt: skip


def main(words: list[str]) -> int:
    packages = locked()
    found = licences(packages)
    for line in faults(found):
        print(line, file=sys.stderr)
    if "--write" in words:
        PAGE.write_text(page(packages, found), encoding="utf-8")
    print(f"{len(found)} packages, {len(set(found.values()))} licences, {len(faults(found))} faults.")
    return 1 if faults(found) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
