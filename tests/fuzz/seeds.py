"""Documents, tables and raw files to begin from: real ones, small, so that a changed byte is often one that matters."""

from __future__ import annotations

import gzip
import io
import json

from tests.conftest import DESCRIPTION, wy
from tests.reading.makers import ABOUT, LINES, parquet, pdf, rezipped, scanned_pdf, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
BODY = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Duties</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Draw blood</w:t></w:r></w:p>'
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Front office</w:t><w:br/><w:tab/></w:r><w:r><w:txbxContent><w:p><w:r><w:t>Note"
    "</w:t></w:r></w:p></w:txbxContent></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Start IVs</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>No</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
).encode()
SMALL_DOCX = zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _LINKS, "word/document.xml": BODY})
POSTING = f"Medical Assistant\n\n{ABOUT}cares.\n\nResponsibilities:\n" + "".join(f"  • {x}\n" for x in LINES)
SAYINGS = [
    *LINES,
    "May not start IVs, unless a physician is on site.",
    "Under supervision of the nurse practitioner, administers vaccines and/or other injections (not IV).",
    "Duties include, but are not limited to: rooming patients; taking vitals; phlebotomy.",
]
TEXTS = [
    POSTING.encode(),
    "\n".join(SAYINGS).encode(),
    "Caf\xe9 \x93phones\x94".encode("latin-1"),
    POSTING.encode("utf-16"),
]
ROWS = [{"id": n, "text": text, "state": "CA"} for n, text in enumerate(SAYINGS)]
JSON_LINES = "\n".join(json.dumps(r) for r in ROWS).encode() + b"\n"
JSON = b"[" + JSON_LINES.strip().replace(b"\n", b",") + b"]"
CSV = ("id,text,state\n" + "".join(f'{n},"{t}",CA\n' for n, t in enumerate(SAYINGS))).encode()
HTML = [
    b"<!doctype html><html><head><title>Jobs</title><meta charset=latin-1><style>p{}</style></head><body><nav>Home</nav>"
    b"<main><h1>Medical Assistant</h1><p>Draw&nbsp;blood <b>twice</b></p><ul><li>Room patients<ul><li>Weigh</ul></ul>"
    b"<table><tr><th>Task<th>May</tr><tr><td>IVs<td>No</tr></table><p hidden>x</p><script>a</script></main></body>",
    b'<p><strong>Front office</strong></p><p style="display:none">x<p>\xe2\x80\xa2 Trays<br>\xe2\x80\xa2 Rooms<?php a ?>',
]
MARKDOWN = [
    (
        "---\ntitle: Medical Assistant\n---\n# Duties\n\n" + "".join(f"- {x}\n" for x in LINES) + "  1. *once* `x`\n"
    ).encode(),
    b"| Task | May |\n|---|---|\n| IVs | **No** |\n\n> quoted [a](b)\n\n<div>\n<p>x</p>\n</div>\n\n```\ncode\n```\nTitle\n---\n",
]
ONET = b"O*NET-SOC Code\tTitle\tTask ID\tTask\n31-9092.00\tMedical Assistants\t1\tDraw blood.\n31-9092.00\tMedical Assistants\t2\tX\n"
PARQUET = [
    parquet({"id": [1, 2, 3], "text": ["Draw blood", None, "May not start IVs"], "state": ["CA", "TX", None]}),
    parquet({"text": [b"Draw blood", b"\xff"]}),
]


def plain_pdf() -> bytes:
    """A page whose words stand in the file as they are, so that a changed byte reaches them."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), pageCompression=0)
    for number, line in enumerate(["Medical Assistant", *LINES, "may not start IVs and"]):
        canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 18 if number == 0 else 10)
        canvas.drawString(60, 700 - 14 * number, f"\u2022 {line}" if number else line)
    canvas.save()
    return out.getvalue()


PDF = [plain_pdf(), pdf(bullets=LINES[:1]), scanned_pdf()]
DOCX = [SMALL_DOCX, rezipped(SMALL_DOCX, {"word/styles.xml": b"<a/>"})]
STATE = [wy(), wy('[[rule]]\nid = "a"\n')]
DESCRIPTIONS = [DESCRIPTION.encode()]
TABLES = {"csv": [CSV, b"text\nDraw blood\n\nGive injections,x\n"], "jsonl": [JSON_LINES, b'"x"\n{"text": null}\n']}
PACKED = [gzip.compress(CSV)]
