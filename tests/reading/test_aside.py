"""Documents are read in a process of their own: one that hangs, breaks or fills it costs that document alone."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
import zlib
from pathlib import Path

import pytest

from pipeline.reading import ReadAside, UnreadableFile, limits, read_file
from tests.reading.makers import parquet, pdf
from tests.whole import Whole


def endless_pdf(repeats: int = 25_000_000) -> bytes:
    """A page whose content, packed into 3 MB, keeps the parser busy for a dozen seconds, and its memory small."""
    packer = zlib.compressobj(1)
    piece = b"q 0 0 9 9 re W n Q " * 100_000  # undone at once: what piles up ends the parser by its memory, not by time
    content = b"".join(packer.compress(piece) for _ in range(repeats // 100_000)) + packer.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(content) + content + b"\nendstream",
    ]
    out = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n" % n + part + b"\nendobj\n" for n, part in enumerate(parts, start=1))
    return out + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(pdf())
    (tmp_path / "b.pdf").write_bytes(endless_pdf())
    (tmp_path / "c.txt").write_text("Draw blood")
    (tmp_path / "d.parquet").write_bytes(parquet({"text": ["Draw blood", "Take vitals"]}))
    return tmp_path


def test_what_is_read_aside_is_what_is_read_here(folder: Path) -> None:
    (folder / "name \udcff.txt").write_text("Draw blood")
    with ReadAside() as reader:
        for name in ("a.pdf", "c.txt", "d.parquet", "name \udcff.txt"):
            assert reader.read(folder / name) == read_file(folder / name)
        with pytest.raises(UnreadableFile, match="No such file"):
            reader.read(folder / "none.txt")


def test_a_parser_that_hangs_is_ended_and_the_next_document_is_read(folder: Path) -> None:
    with ReadAside(seconds=2) as reader:
        begun = time.monotonic()
        with pytest.raises(UnreadableFile, match="took more than 2 seconds"):
            reader.read(folder / "b.pdf")
        assert time.monotonic() - begun < 6
        assert reader.read(folder / "c.txt").text.strip() == "Draw blood"


def test_a_parser_that_breaks_down_is_told_and_the_next_document_is_read(folder: Path) -> None:
    with ReadAside() as reader:
        assert reader._child is not None
        threading.Timer(1.0, os.kill, (reader._child.pid, signal.SIGSEGV)).start()
        with pytest.raises(UnreadableFile, match="broke down"):
            reader.read(folder / "b.pdf")
        assert reader.read(folder / "c.txt").text.strip() == "Draw blood"


def test_the_process_is_ended_with_its_reader_and_by_itself(folder: Path) -> None:
    with ReadAside() as reader:
        child = reader._child
        assert child is not None
    assert child.poll() is not None
    # Its own clock: the one that would have ended it may be gone.
    with ReadAside(seconds=1) as reader:
        child = reader._child
        assert child is not None
        assert child.stdin is not None
        child.stdin.write(f'["{folder / "b.pdf"}", null]\n'.encode())
        child.stdin.flush()
        assert child.wait(timeout=10) == -signal.SIGALRM


def test_its_memory_is_bounded(folder: Path) -> None:
    with ReadAside() as reader:
        reader.read(folder / "c.txt")
        assert reader._child is not None
        assert resource.prlimit(reader._child.pid, resource.RLIMIT_AS)[0] == limits.MEMORY_BYTES


def test_modules_of_the_folder_in_which_it_is_called_are_not_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("json", "pypdfium2", "pipeline", "sitecustomize"):
        (folder / f"{module}.py").write_text("open('ran', 'w')\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    with ReadAside() as reader:
        assert "Draw blood" in reader.read(folder / "a.pdf").text
    assert not (folder / "ran").exists()


def test_check_goes_on_after_a_document_that_hangs(
    folder: Path, real_out: Path, scopebook: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 3.0)
    status, out, err = scopebook("check", folder, "--state", "TX", "--scope", real_out)
    assert status == 1
    assert err.count("\n") == 1
    assert "b.pdf: took more than 3 seconds to read" in err
    for name in ("a.pdf", "c.txt", "d.parquet"):
        assert f"{folder / name}" in out
