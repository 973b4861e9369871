"""A small release of known input: the same bytes on every machine on which these tests run.

Its digest changes with what is published and how, with the shared vocabularies, and with the libraries that write the
files. Record it anew with `python -m tests.test_same_bytes`.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from pipeline.commands.stages import run_ingest, run_normalise, run_publish
from pipeline.store import read_raw
from pipeline.validate import validate
from tests.conftest import AS_OF, DESCRIPTION, RAW, write_raw, wy
from tests.matching.plain import GRAMMAR

RECORDED = Path(__file__).with_name("same_bytes.txt")
LEXICON = {
    "verbs": '[draw]\nverbs = ["draw"]\n[record]\nverbs = ["record"]\n[start]\nverbs = ["start"]\n',
    "things": '[blood]\nnouns = ["blood"]\n[vitals]\nwords = ["vital signs"]\n[ivs]\nwords = ["intravenous lines"]\n',
    "duties": """
[perform_venipuncture.says]
"draw + blood" = ["draws blood"]
[measure_vital_signs.says]
"record + vitals" = ["records vital signs"]
[start_iv.says]
"start + ivs" = ["starts intravenous lines"]
""",
    "grammar": "\n".join(
        f"{role} = {json.dumps([w for w in words if w[0] != '<'])}" for role, words in GRAMMAR.items()
    ),
}


def digest_of_release(directory: Path) -> str:
    """The digest of all outputs, built from the real vocabularies and small files besides."""
    files = {f: data for f, data in read_raw(RAW).items() if f.startswith("vocabulary/")}
    files |= {f"lexicon/{name}.toml": text.encode() for name, text in LEXICON.items()}
    files |= {"states/wy.toml": wy(), "sources/a-school.toml": DESCRIPTION.encode()}
    frames, lexicon = run_normalise(run_ingest(write_raw(files, directory / "raw")))
    run_publish(validate(frames), directory / "out", AS_OF, lexicon)
    return json.loads((directory / "out" / "manifest.json").read_text())["digest"]


def test_the_bytes_that_were_recorded_on_another_machine(tmp_path: Path) -> None:
    assert digest_of_release(tmp_path) == RECORDED.read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        RECORDED.write_text(digest_of_release(Path(folder)) + "\n", encoding="utf-8")
