"""`make fuzz`: every target one after the other, each in a process of its own; a table of figures at the end.

SCOPEBOOK_FUZZ: inputs over all targets (200,000). SCOPEBOOK_FUZZ_TARGETS: names, divided by ';', to run those alone.
SCOPEBOOK_FUZZ_OUT: folder for figures, findings and slow inputs. Ends with 1 where a promise was broken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.reading import limits
from tests.fuzz.targets import TARGETS


def main() -> int:
    number = int(os.environ.get("SCOPEBOOK_FUZZ", "200000"))
    named = [n for n in os.environ.get("SCOPEBOOK_FUZZ_TARGETS", "").split(";") if n]
    out = Path(os.environ.get("SCOPEBOOK_FUZZ_OUT") or tempfile.mkdtemp(prefix="scopebook-fuzz-"))
    whole = sum(t.share for t in TARGETS.values())
    all_inputs = found = 0
    print(f"| target | inputs | broken promises | slowest input, s | s |\n|{'---|' * 5}", flush=True)
    for name in named or TARGETS:
        wanted = -(-number * TARGETS[name].share // whole)
        inputs, findings, slowest, seconds = fuzz(name, wanted, out / name.replace(" ", "_").replace("*", ""))
        all_inputs += inputs
        found += len(findings)
        print(f"| {name} | {inputs:,} | {len(findings)} | {slowest:.2f} | {seconds:.0f} |", flush=True)
        for finding in findings:
            print(f"  {finding}", file=sys.stderr, flush=True)
    print(f"| all | {all_inputs:,} | {found} | | |\nKept in {out}", flush=True)
    return 1 if found else 0


def fuzz(name: str, wanted: int, folder: Path) -> tuple[int, list[str], float, float]:
    """Inputs, findings, seconds of the slowest input, seconds. A process that an input ended is begun again."""
    inputs, slowest, seconds, findings = 0, 0.0, 0.0, []
    for attempt in range(5):
        place = folder / str(attempt)
        place.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.fuzz.one", name, str(wanted - inputs), str(place), str(limits.SECONDS)]
        with (place / "log").open("w") as log:
            status = subprocess.run(command, stdout=log, stderr=log, check=False).returncode
        figures = place / "figures.json"
        if figures.exists():
            told = json.loads(figures.read_text(encoding="utf-8"))
            inputs += told["inputs"]
            seconds += told["seconds"]
            slowest = max(slowest, told["slowest"])
            findings += [f"{what}: {place / file}" for what, file in told["findings"].items()]
        if status == 0 and inputs >= wanted:
            break
        findings.append(f"the process ended with {status}: {place / 'log'}")
    return inputs, findings, slowest, seconds


if __name__ == "__main__":
    sys.exit(main())
