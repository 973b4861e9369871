"""A ZIP container is looked over before anything unpacks it: bombs and document type declarations are refused."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from pipeline.reading import limits
from pipeline.reading.text import refuse

_DECLARATIONS = tuple(
    word.encode(codec) for word in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be")
)
_OTHER = (
    ("xl/", "a spreadsheet", "save the sheet as CSV"),
    ("ppt/", "a slide show", "save it as PDF"),
    ("META-INF/", "an archive of another kind", "save it as DOCX or PDF"),
)
# The library lets through what the unpacker and its own arithmetic on torn records raise.
_DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError, OSError, RuntimeError,
            zlib.error, lzma.LZMAError, struct.error, KeyError)  # fmt: skip


def check_docx(data: bytes) -> None:
    """Raises Refused unless `data` is a Word document of sane size, without document type declarations."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members)
            names = {m.filename for m in members}
            _check_kind(names)
            if any(m.flag_bits & 1 for m in members):
                refuse("is protected by a password", "save a copy without the password")
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive, member)
    except _DAMAGED as error:
        refuse(f"is a damaged ZIP container ({error})", "fetch or save it again")


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > limits.ZIP_MEMBERS:
        refuse(f"holds {len(members):,} parts; at most {limits.ZIP_MEMBERS:,} are read", "save it anew")
    total = sum(m.file_size for m in members)
    if total > limits.ZIP_TOTAL_BYTES:
        refuse(
            f"unpacks to {total / 1e6:,.0f} MB; at most {limits.ZIP_TOTAL_BYTES // 1_000_000} MB are read",
            "take its pictures out, or save it as PDF",
        )
    for m in members:
        if m.file_size > limits.ZIP_RATIO_FROM_BYTES and m.file_size > limits.ZIP_RATIO * max(m.compress_size, 1):
            ratio = m.file_size // max(m.compress_size, 1)
            refuse(f"unpacks to {ratio} times its size, as no document does", "save it anew")


def _check_kind(names: set[str]) -> None:
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return
    for start, what, mend in _OTHER:
        if any(n.startswith(start) for n in names):
            refuse(f"is {what}, not a Word document", mend)
    refuse("is a ZIP archive, not a Word document", "unpack it, and name the documents in it")


def _check_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    part = archive.read(member)
    if any(word in part for word in _DECLARATIONS):
        refuse("declares XML entities, which no Word document does", "do not trust it; ask for it anew")
