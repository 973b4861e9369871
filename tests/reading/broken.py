"""Documents that are broken or hostile: file name, bytes, and words of the line that tells of it."""

from __future__ import annotations

from tests.reading.makers import docx, parquet, pdf, rezipped, scanned_pdf, zipped

GOOD_PDF = pdf()
GOOD_DOCX = docx()
DEEP_JSON = b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = XXE.replace(b'SYSTEM "file:///etc/passwd"', b'"ha"')
DEEP_XML = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + b"<w:sdt>" * 5_000 + b"</w:sdt>" * 5_000 + b"</w:body></w:document>"
)  # fmt: skip

BROKEN: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("empty.pdf", b"", "empty"),
    ("nul.txt", b"\x00" * 100, "empty"),
    ("binary.txt", bytes(range(256)) * 20, "binary"),
    ("program.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\xff\xff" + b"\x00" * 100, "Windows program"),
    ("elf.md", b"\x7fELF\x02\x01\x01" + b"\x00" * 100, "program"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "PNG"),
    ("photo.pdf", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "JPEG"),
    ("packed.txt", b"\x1f\x8b\x08\x00" + b"\x01" * 50, "gzip"),
    ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "password"),
    ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Office"),
    ("rich.rtf", b"{\\rtf1 hello}", "Rich Text"),
    ("base.txt", b"SQLite format 3\x00" + b"\x00" * 100, "SQLite"),
    ("ebcdic.txt", "DRAW BLOOD AND GIVE INJECTIONS TO PATIENTS".encode("cp500"), "encoding"),
    ("line.txt", b"a" * 49_000_000, "characters"),
    ("huge.txt", b"draw blood\n" * 4_600_000, "MB"),
    ("line.md", b"see [" * 40_000, "characters"),
    ("cut.pdf", GOOD_PDF[: len(GOOD_PDF) // 2], "cut off"),
    ("head.pdf", GOOD_PDF[:200], "cut off"),
    ("garbage.pdf", b"%PDF-1.4\n" + b"garbage " * 100 + b"\nstartxref\n0\n%%EOF\n", "damaged"),
    ("text.pdf", b"Draw blood and take vital signs.", "no PDF"),
    ("secret.pdf", pdf(password="secret"), "password"),
    ("scan.pdf", scanned_pdf(), "scan"),
    ("archive.docx", zipped({"a.txt": b"Draw blood"}), "ZIP archive"),
    ("archive.pdf", zipped({"a.txt": b"Draw blood"}), "ZIP archive"),
    ("sheet.docx", zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "spreadsheet"),
    ("cut.docx", GOOD_DOCX[: len(GOOD_DOCX) // 2], "damaged"),
    ("text.docx", b"Draw blood and take vital signs.", "no DOCX"),
    ("bomb.docx", rezipped(GOOD_DOCX, {"word/media/a.xml": b"\x00" * 60_000_000}), "times its size"),
    ("total.docx", rezipped(GOOD_DOCX, {f"word/{i}.bin": bytes(range(256)) * 240_000 for i in range(4)}), "unpacks"),
    ("many.docx", rezipped(GOOD_DOCX, {f"word/{i}.txt": b"" for i in range(6_000)}), "parts"),
    ("xxe.docx", rezipped(GOOD_DOCX, {"word/document.xml": XXE}), "entities"),
    ("laughs.docx", rezipped(GOOD_DOCX, {"word/document.xml": LAUGHS}), "entities"),
    ("deep.docx", rezipped(GOOD_DOCX, {"word/document.xml": DEEP_XML}), "damaged"),
    ("torn.docx", rezipped(GOOD_DOCX, {"word/document.xml": b"<w:document"}), "damaged"),
    ("parts.docx", rezipped(GOOD_DOCX, {"word/document.xml": None}), "Word document"),
    ("deep.html", b"<div>" * 200_000 + b"Draw blood", "deep"),
    ("scripts.html", b"<html><script>document.write('Draw blood')</script><style>p{}</style></html>", "without text"),
    ("open.html", b"<html><body><script>draw blood", "without text"),
    ("nothing.html", b"<html><body><nav>Home</nav></body></html>", "without text"),
    ("line.csv", b'text\n"' + b"a" * 2_000_000 + b'"\n', "CSV"),
    ("wide.csv", b"id,text\n1,draw blood, take vitals, room patients\n", "cells"),
    ("no.csv", b"a,b\n1,2\n", "column"),
    ("torn.jsonl", b'{"text": "Draw blood"}\n{"text": "Dra', "line 2"),
    ("deep.jsonl", DEEP_JSON, "deep"),
    ("numbers.json", b"[1, 2, 3]", "record 1"),
    ("torn.json", b'[{"text": "Draw blood"}', "JSON"),
    ("torn.parquet", b"PAR1" + b"\x00" * 100 + b"PAR1", "Parquet"),
    ("numbers.parquet", parquet({"n": [1, 2, 3]}), "column"),
    ("text.parquet", b"Draw blood", "no PARQUET"),
]
