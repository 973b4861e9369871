"""What a file is, by its first bytes and its name."""

from __future__ import annotations

from pathlib import PurePath

from pipeline.reading.text import refuse

BY_SUFFIX = {
    ".txt": "text", ".text": "text", ".log": "text",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".php": "html", ".asp": "html", ".aspx": "html",
    ".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".dotx": "docx",
    ".csv": "csv", ".tsv": "csv",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip

UNREAD_SUFFIXES = frozenset({".doc", ".dot", ".rtf", ".odt", ".ott", ".pages", ".wpd", ".wps"})
"""Documents of other word processors: in a folder they are told as not read, while pictures and programs are not."""

_OTHER = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or one with a password", "save it as DOCX, unprotected"),
    (b"{\\rtf", "a Rich Text file", "save it as DOCX, PDF or text"),
    (b"MZ", "a Windows program", "name a document"),
    (b"\x7fELF", "a program", "name a document"),
    (b"\x89PNG", "a PNG picture", "name a document with text; pictures are not read"),
    (b"\xff\xd8\xff", "a JPEG picture", "name a document with text; pictures are not read"),
    (b"GIF8", "a GIF picture", "name a document with text; pictures are not read"),
    (b"II*\x00", "a TIFF picture", "name a document with text; pictures are not read"),
    (b"MM\x00*", "a TIFF picture", "name a document with text; pictures are not read"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "export the column of texts as CSV"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
)  # fmt: skip
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TEXTS = frozenset({"text", "markdown", "html", "csv", "jsonl", "json"})


def kind_of(name: str, data: bytes) -> str:
    """How to read the bytes: text, markdown, html, pdf, docx, csv, jsonl, json or parquet. Content goes before name.

    Raises Refused for what is none of these, and where the name promises what the content does not keep.
    """
    if not data.strip(b" \t\r\n\x00"):
        refuse("is empty", "name a document that has text")
    by_name = BY_SUFFIX.get(PurePath(name).suffix.lower())
    by_content = _magic(data)
    if by_content:
        return by_content
    if by_name in ("pdf", "docx", "parquet"):
        refuse(f"is no {by_name.upper()}, whatever its name says", "give it its right name, or export it anew")
    if by_name in (None, "text") and _looks_html(data):
        return "html"
    kind = by_name or "text"
    assert kind in _TEXTS
    return kind


def _magic(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "docx"
    for start, what, mend in _OTHER:
        # "MZ" and "BZh" could begin a text; a program or an archive holds NULs or high bytes soon after.
        if data.startswith(start) and (len(start) > 3 or not _plain(data[:256])):
            refuse(f"is {what}", mend)
    if not data.startswith(_BOMS) and b"\x00" in data and not utf16_without_mark(data):
        refuse("is binary, not text (it holds NUL bytes)", "name a text, Markdown, HTML, PDF, DOCX or table file")
    return None


def _plain(data: bytes) -> bool:
    return all(32 <= b < 127 or b in b"\t\r\n" for b in data)


def utf16_without_mark(data: bytes) -> str | None:
    """The codec of UTF-16 text that lacks its byte order mark: every second byte of English is then NUL."""
    head = data[:2000]
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.9 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.9 and odd < 0.05 else None


def _looks_html(data: bytes) -> bool:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?php")) or b"<html" in head[:1024]
