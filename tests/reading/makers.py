"""Small real documents, made in the test."""

from __future__ import annotations

import io
import zipfile
from typing import Any

ABOUT = "Our clinic in Austin, Texas is looking for a careful person to join a team that "
LINES = ["Room patients and take vital signs", "Draw blood", "Perform electrocardiograms"]


def pdf(
    title: str = "Medical Assistant",
    bullets: list[str] | None = None,
    pages: int = 1,
    password: str | None = None,
) -> bytes:
    """A posting as PDF: heading, a wrapped paragraph, bullets, a page number on each page."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    story: list[Any] = []
    for number in range(pages):
        if number:
            story.append(PageBreak())
        story += [
            Paragraph(title if number == 0 else f"Part {number + 1}", styles["Title"]),
            Paragraph(ABOUT * 3 if number == 0 else f"Of part {number + 1}.", styles["Normal"]),
            Paragraph("Responsibilities", styles["Heading2"]),
            ListFlowable([Paragraph(b, styles["Normal"]) for b in bullets or LINES], bulletType="bullet"),
        ]  # fmt: skip
    out = io.BytesIO()
    encrypt = StandardEncryption(password, ownerPassword="owner") if password else None

    def number_page(canvas: Any, document: Any) -> None:
        canvas.drawString(280, 20, f"Page {document.page}")

    SimpleDocTemplate(out, pagesize=letter, encrypt=encrypt).build(
        story, onFirstPage=number_page, onLaterPages=number_page
    )
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page that is one picture."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    canvas.drawImage(ImageReader(io.BytesIO(_png())), 0, 0, 600, 800)
    canvas.save()
    return out.getvalue()


def _png() -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\xc8" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def docx(bullets: list[str] | None = None) -> bytes:
    """A posting as DOCX: title, heading, a nested list by style, a table, a bold line that is a heading."""
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Medical Assistant", 0)
    document.add_heading("Responsibilities", 2)
    for bullet in bullets or LINES:
        document.add_paragraph(bullet, style="List Bullet")
    document.add_paragraph("Height and weight", style="List Bullet 2")
    document.add_paragraph().add_run("Front office").bold = True
    document.add_paragraph("Greets patients.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Start IV lines", "Not permitted"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rezipped(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """A ZIP with members replaced, added, or (null) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def parquet(columns: dict[str, list[Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()
