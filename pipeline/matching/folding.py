"""Folding of characters: one table for the kernel, made from Python's own Unicode data.

Every code point of the basic plane gets a class and up to three folded ASCII letters, so that case,
accents, ligatures, full-width letters and typographic marks cost the kernel one look-up.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np

(
    SPACE,
    WORD,
    SKIP,
    QUOTE,
    HYPHEN,
    DASH,
    BULLET,
    LETTER,
    COMMA,
    STRONG,
    COLON,
    SLASH,
    OPEN,
    CLOSE,
    STOP,
    AMP,
    MARK,
    BAR,
) = range(18)

_ASCII: dict[str, int] = {
    "'": QUOTE,
    "`": QUOTE,
    "-": HYPHEN,
    "=": DASH,
    ",": COMMA,
    ";": STRONG,
    "|": BAR,
    "\t": STRONG,
    ":": COLON,
    "/": SLASH,
    "\\": SLASH,
    "(": OPEN,
    "[": OPEN,
    "{": OPEN,
    ")": CLOSE,
    "]": CLOSE,
    "}": CLOSE,
    ".": STOP,
    "!": MARK,
    "?": MARK,
    "&": AMP,
    "\n": COMMA,
}
_TYPOGRAPHIC: dict[int, int] = {
    0x2018: QUOTE,
    0x2019: QUOTE,
    0x201B: QUOTE,
    0x02BC: QUOTE,
    0x00B4: QUOTE,
    0x2032: QUOTE,
    0xFF07: QUOTE,
    0x2010: HYPHEN,
    0x2011: HYPHEN,
    0x2212: HYPHEN,
    0xFF0D: HYPHEN,
    0x2012: DASH,
    0x2013: DASH,
    0x2014: DASH,
    0x2015: DASH,
    0x2022: BULLET,
    0x25CF: BULLET,
    0x25AA: BULLET,
    0x25E6: BULLET,
    0x2023: BULLET,
    0x25A0: BULLET,
    0x2043: BULLET,
    0xF0B7: BULLET,
    0x27A2: BULLET,
    0x2713: BULLET,
    0x2714: BULLET,
    0x2705: BULLET,
    0x2611: BULLET,
    0x25BA: BULLET,
    0x25B6: BULLET,
    0x25B8: BULLET,
    0x25C6: BULLET,
    0x25CB: BULLET,
    0x2756: BULLET,
    0x27A4: BULLET,
    0x2794: BULLET,
    0x279C: BULLET,
    0x2192: BULLET,
    0x21D2: BULLET,
    0x00B7: BULLET,
    0x00AD: SKIP,
    0x200B: SKIP,
    0x200C: SKIP,
    0x200D: SKIP,
    0x2060: SKIP,
    0xFEFF: SKIP,
    0xFF0C: COMMA,
    0x3001: COMMA,
    0xFF1B: STRONG,
    0xFF1A: COLON,
    0xFF06: AMP,
    0x2026: STRONG,
    0xFF0F: SLASH,
    0x3002: MARK,
}

_CROSSES = "\u2717\u2718\u2715\u2716\u2612\u274c\u274e"


@lru_cache(maxsize=1)
def fold_tables() -> tuple[np.ndarray, np.ndarray]:
    """(class of each code point: uint8[65536], folded letters: uint8[65536, 3], 0 where none)."""
    kinds = np.zeros(65536, np.uint8)
    letters = np.zeros((65536, 3), np.uint8)
    for cp in range(65536):
        char = chr(cp)
        if char in _CROSSES:
            kinds[cp], letters[cp, :2] = WORD, (ord("n"), ord("o"))  # a cross in a cell answers no
            continue
        if cp < 128:
            if char.isalnum():
                kinds[cp], letters[cp, 0] = WORD, ord(char.lower())
            else:
                kinds[cp] = _ASCII.get(char, SPACE)
            continue
        if cp in _TYPOGRAPHIC:
            kinds[cp] = _TYPOGRAPHIC[cp]
            continue
        category = unicodedata.category(char)
        if category[0] == "M":
            kinds[cp] = SKIP
        elif category[0] == "L" or category == "Nd" or 0xFF01 <= cp <= 0xFF5E:
            plain = "".join(
                c for c in unicodedata.normalize("NFKD", char.casefold()) if unicodedata.category(c)[0] != "M"
            )
            plain = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d"}.get(plain, plain)
            if plain.isascii() and plain.isalnum() and len(plain) <= 3:
                kinds[cp] = WORD
                letters[cp, : len(plain)] = [ord(c) for c in plain]
            else:
                kinds[cp] = LETTER
        elif category == "Pd":
            kinds[cp] = DASH
    return kinds, letters
