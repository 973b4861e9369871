"""Broken and hostile documents: each gives one clear fault, quickly, and never another exception."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.reading import UnreadableFile, files_in, read_file
from tests.reading.broken import BROKEN
from tests.reading.makers import docx, pdf


@pytest.mark.parametrize(("name", "data", "words"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_a_broken_document_is_told_in_one_line(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    begun = time.monotonic()
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    assert time.monotonic() - begun < 10
    line = caught.value.fault.line()
    assert words in line
    assert "\n" not in line
    assert len(line) < 400 + len(str(path))
    assert caught.value.mend


def test_there_are_at_least_forty() -> None:
    assert len(BROKEN) >= 40


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match="regular"):
        read_file(tmp_path / "pipe.txt")


def test_a_missing_file_and_one_that_may_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        read_file(tmp_path / "none.txt")


def test_links_out_of_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("Draw blood")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("Draw blood")
    (folder / "b.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "c").symlink_to(tmp_path / "outside")
    (folder / "d.txt").symlink_to(folder / "a.txt")
    (folder / "e.txt").symlink_to(folder / "e.txt")
    (folder / "f.css").write_text("p {}")
    (folder / "g.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "h.RTF").write_text("{\\rtf1 Draw blood}")
    (folder / ".hidden.txt").write_text("Draw blood")
    found = list(files_in(folder))
    assert [f.name for f in found if isinstance(f, Path)] == ["a.txt", "d.txt", "g.doc", "h.RTF"]
    refused = [Path(f.file).name for f in found if isinstance(f, UnreadableFile)]
    assert refused == ["b.txt", "c", "e.txt"]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    assert [type(f) for f in files_in(tmp_path)] == [UnreadableFile]


def assert_read_or_told(path: Path) -> None:
    """The file gives text or a fault of one line; any other exception fails the test."""
    line = None
    try:
        assert read_file(path).text.strip()
    except UnreadableFile as error:
        line = error.fault.line()
    assert line is None or "\n" not in line


GOOD = {"a.pdf": pdf(), "a.docx": docx()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(GOOD)), at=st.floats(0, 1), junk=st.binary(min_size=1, max_size=40))
def test_a_damaged_byte_never_escapes(name: str, at: float, junk: bytes, tmp_path: Path) -> None:
    data = bytearray(GOOD[name])
    start = int(at * (len(data) - len(junk)))
    data[start : start + len(junk)] = junk
    (tmp_path / name).write_bytes(bytes(data))
    assert_read_or_told(tmp_path / name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(["txt", "md", "html", "csv", "jsonl", "json", "pdf", "docx", "parquet", ""]),
    data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
)
def test_no_bytes_raise_anything_else(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)
    assert_read_or_told(path)
