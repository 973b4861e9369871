"""From bytes to text: the declared charset first, then UTF-8, then a guess; mojibake mended where there is any."""

from __future__ import annotations

import codecs
import re

from pipeline.reading.sniff import utf16_without_mark
from pipeline.reading.text import refuse

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Browsers read these as windows-1252, and pages that declare them mean that.
_AS_1252 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"})
# Python knows these as charsets; no page is written in them, and the first takes quadratic time.
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "unicode_escape", "undefined"})
_GUESSES = ["utf_8", "cp1252", "mac_roman", "cp437", "utf_16_le", "utf_16_be", "cp1250", "iso8859_15"]
_SAMPLE = 200_000
# Signs that ordinary English texts hold; a line with no others needs no mending.
_USUAL = "‘’“”–—…•·●▪◦°®™©½¼¾§é×µ \xa0"
_UNUSUAL = re.compile(rf"[^\x00-\x7f{_USUAL}]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# What a terminal or a browser acts on, the overrides of direction among it; an HTML entity or a table can spell it.
_ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MIN_SENSE = 0.6


def decode(data: bytes, declares: bool = False) -> str:
    """Text of `data`, with newlines as LF and without control characters.

    declares: the format can state its charset in its first bytes (HTML, XML). Raises Refused where no charset fits.
    """
    text = _decode(data, declares)
    text = mend(text.replace("\r\n", "\n").replace("\r", "\n"))
    _check_sense(text)
    return text


def mend(text: str) -> str:
    """Text with mojibake mended on the lines that could hold any, and control characters as spaces."""
    if not text.isascii() and _UNUSUAL.search(text):
        import ftfy

        config = ftfy.TextFixerConfig(
            unescape_html=False, uncurl_quotes=False, remove_terminal_escapes=False, remove_control_chars=False
        )
        lines = text.split("\n")
        text = "\n".join(
            ftfy.fix_text_segment(line, config).replace("\n", " ") if _UNUSUAL.search(line) else line for line in lines
        )
    return _CONTROLS.sub(lambda m: "\n" if m.group() in "\x0b\x0c\x85\u2028\u2029" else " ", text)


def inert(text: str) -> str:
    """Text with a space for each character that is no letter and no sign but acts on what shows it; places stay."""
    return _ACTING.sub(" ", text)


def _decode(data: bytes, declares: bool) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    wide = utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    if declares:
        found = _DECLARED.search(data[:4096])
        text = _strict(data, found.group(1).decode("ascii").lower()) if found else None
        if text is not None:
            return text
    text = _strict(data, "utf-8")
    return text if text is not None else _guess(data)


def _strict(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup("cp1252" if name in _AS_1252 else name)
        if not getattr(codec, "_is_text_encoding", True) or codec.name in _NO_CHARSETS:
            return None
        return data.decode(codec.name)
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _check_sense(text: str) -> None:
    """English and its markup are ASCII for the most part; a wrong charset gives something else."""
    sample = text[:_SAMPLE]
    sense = sum(ch.isascii() and (ch.isprintable() or ch in "\n\t") for ch in sample)
    lost = sample.count("\ufffd")
    if sample and (sense / len(sample) < _MIN_SENSE or lost / len(sample) > 0.02):
        refuse("is no text in a known encoding", "save it as UTF-8; only English is read")
