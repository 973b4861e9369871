"""Kernel, first room: bytes to tokens, one sentence at a time.

A token is a run of folded letters and digits, hashed on the way (a polynomial of 64 bits in 129, which needs no
multiplication, mixed once at the end) and looked up in an
open-addressing table of the lexicon's words; unknown words get -1. Nothing of the text is copied.
"""

from __future__ import annotations

import numpy as np

from pipeline.matching import folding as f
from pipeline.matching.jit import inner
from pipeline.matching.tables import (
    ABBREVIATION,
    MAX_TOKENS,
    T_BITS,
    T_END,
    T_SEP,
    T_START,
    T_UNIT,
    T_WORD,
    UNKNOWN,
    W_SIEVE,
    W_WORDS,
    X_AND_BITS,
    X_AND_UNIT,
    X_AND_WORD,
    X_FOLD,
    X_SLOT_MASK,
)
from pipeline.matching.wraps import broken_at

# Bits of `sep`: what stands between a token and the one before it.
COMMA, STRONG, COLON, CELL, SLASH, OPEN, CLOSE, BREAK = 1, 2, 4, 8, 16, 32, 64, 128
HARD = STRONG | COLON | CELL | BREAK
EDGE = HARD | OPEN
LISTING = COMMA | SLASH

SEED, PRIME = 0xCBF29CE484222325, 0x9E3779B97F4A7C15
_SEED, _PRIME = np.uint64(SEED), np.uint64(PRIME)
_HALF, _SEVEN = np.uint64(32), np.uint64(7)

_SPACE, _WORD, _SKIP, _QUOTE, _HYPHEN, _DASH, _BULLET, _LETTER = (
    f.SPACE,
    f.WORD,
    f.SKIP,
    f.QUOTE,
    f.HYPHEN,
    f.DASH,
    f.BULLET,
    f.LETTER,
)
_COMMA, _STRONG, _COLON, _SLASH, _OPEN, _CLOSE, _STOP, _AMP, _MARK, _BAR = (
    f.COMMA,
    f.STRONG,
    f.COLON,
    f.SLASH,
    f.OPEN,
    f.CLOSE,
    f.STOP,
    f.AMP,
    f.MARK,
    f.BAR,
)


@inner
def decode(buf, i, end):
    """(code point, length in bytes) at byte i, which is no ASCII; a byte that is not valid UTF-8 is (0, 1)."""
    b = np.int64(buf[i])
    if 0xC2 <= b < 0xE0 and i + 1 < end and (buf[i + 1] & 0xC0) == 0x80:
        return ((b & 0x1F) << 6) | (np.int64(buf[i + 1]) & 0x3F), 2
    if 0xE0 <= b < 0xF0 and i + 2 < end and (buf[i + 1] & 0xC0) == 0x80 and (buf[i + 2] & 0xC0) == 0x80:
        return ((b & 0x0F) << 12) | ((np.int64(buf[i + 1]) & 0x3F) << 6) | (np.int64(buf[i + 2]) & 0x3F), 3
    if 0xF0 <= b < 0xF5 and i + 3 < end and (buf[i + 1] & 0xC0) == 0x80:
        return 0x10000, 4
    return 0, 1


@inner
def _answers_no(buf, i, base):
    """Whether the word that ends before byte i is "no"."""
    if i < base + 2 or buf[i - 2] | 32 != 110 or buf[i - 1] | 32 != 111:
        return False
    return i == base + 2 or not 97 <= (buf[i - 3] | 32) <= 122


@inner
def _numbered(buf, i, end):
    """First byte behind the number of an item in running text ("(1) draws blood; (b) tests it"), else i."""
    k = i + 1
    while k < end and k < i + 3 and 48 <= buf[k] <= 57:
        k += 1
    if k == i + 1 and k < end and 97 <= buf[k] <= 122:
        k += 1
    return k + 1 if k > i + 1 and k + 1 < end and buf[k] == 41 and buf[k + 1] == 32 else i


@inner
def next_sentence(i32, wide, s, buf, i, end, base, cont, width):
    """Tokens of the next sentence of buf[i:end] into rows T_*; offsets in characters from byte `base`.

    width: of the paragraph's longest line, in characters; a newline where the next word had no room parts nothing.
    Returns (tokens, position after the sentence, count of continuation bytes so far, bits of all its words).
    """
    words, mask, sieve = wide[W_WORDS], np.uint64(i32[X_SLOT_MASK]), wide[W_SIEVE]
    last = np.int64(i32[X_SLOT_MASK]) + 1
    n = 0
    sep = 0
    seen = 0
    while i < end:
        cp = np.int64(buf[i])
        size = 1
        if cp >= 128:
            cp, size = decode(buf, i, end)
        kind = i32[X_FOLD + cp] & 255 if cp < 65536 else _SPACE
        if kind == _SPACE:
            cont += size - 1
            i += size
            continue
        if kind == _WORD or kind == _LETTER:  # noqa: SIM109
            h = _SEED
            first_byte, first_cont = i, cont
            start = i - base - cont
            stop = start
            small_from = i
            cell = False
            while i < end:
                b = np.int64(buf[i])
                f = np.int64(i32[X_FOLD + b])
                if 97 <= b <= 122:
                    # Most of all text: a run of small letters.
                    while True:
                        h = (h << _SEVEN) + (h + np.uint64(b))
                        i += 1
                        if i >= end:
                            break
                        b = np.int64(buf[i])
                        if b < 97 or b > 122:
                            break
                    stop = i - base - cont
                    if i >= end or b == 32:
                        break
                    f = np.int64(i32[X_FOLD + b])
                if b < 128:
                    kind = f & 255
                    if kind == _WORD:
                        if 65 <= b <= 90:
                            # "conditionNo": a table cell glued to the next one.
                            if i + 1 < end and 97 <= buf[i + 1] <= 122:
                                lower = 0
                                for k in range(small_from, i):
                                    lower += 1 if 97 <= buf[k] <= 122 else 0
                                if lower >= 2:
                                    cell = True
                                    break
                            small_from = i + 1
                        h = (h << _SEVEN) + (h + np.uint64(f >> 8))
                        i += 1
                        stop = i - base - cont
                        continue
                    size = 1
                    cp = b
                else:
                    cp, size = decode(buf, i, end)
                    f = np.int64(i32[X_FOLD + cp]) if cp < 65536 else np.int64(_SPACE)
                    kind = f & 255
                if kind == _WORD or kind == _LETTER:  # noqa: SIM109
                    count = 3 if kind == _WORD else size
                    for k in range(count):
                        byte = (f >> (8 * k + 8)) & 255 if kind == _WORD else np.int64(buf[i + k])
                        if byte != 0:
                            h = (h << _SEVEN) + (h + np.uint64(byte))
                elif kind == _SKIP:
                    cont += size - 1
                    i += size
                    continue
                elif kind == _QUOTE:
                    j = i + size
                    if j < end and buf[j] < 128 and i32[X_FOLD + buf[j]] & 255 == _WORD:
                        nxt = buf[j] | 32
                        after = j + 1 >= end or not (buf[j + 1] < 128 and i32[X_FOLD + buf[j + 1]] & 255 == _WORD)
                        if nxt == 115 and after:
                            # The possessive: patient's is patient.
                            cont += size - 1
                            i = j + 1
                            break
                        cont += size - 1
                        i = j
                        continue
                    break
                else:
                    break
                cont += size - 1
                i += size
                small_from = i
                stop = i - base - cont
            if n == MAX_TOKENS:
                # Give the token back; it opens the next piece.
                return n, first_byte, first_cont, seen
            h = (h ^ (h >> _HALF)) * _PRIME
            h ^= h >> _HALF
            key = np.int64(h)
            slot = np.int64(h & mask)
            # Not among the sieved: the last slot, which is empty.
            known = (wide[sieve + ((key >> 54) & 1023)] >> ((key >> 48) & 63)) & 1
            at = words + 2 * (slot if known else last)
            while (wide[at] != key) & (wide[at + 1] != UNKNOWN):
                slot = (slot + 1) & np.int64(mask)
                at = words + 2 * slot
            value = wide[at + 1]
            bits = value >> 48
            seen |= bits
            s[T_WORD + n] = value & UNKNOWN
            s[T_UNIT + n] = (value >> 24) & 0xFFFFFF
            s[T_START + n] = start
            s[T_END + n] = stop
            s[T_SEP + n] = sep
            s[T_BITS + n] = bits
            n += 1
            sep = CELL if cell else 0
            continue
        if kind == _STOP or kind == _MARK:  # noqa: SIM109
            j = i + size
            while j < end and (buf[j] == 34 or buf[j] == 39 or buf[j] == 41 or buf[j] == 42):
                j += 1
            gap = j < end and (buf[j] == 32 or buf[j] == 10 or buf[j] == 13 or buf[j] == 9 or buf[j] >= 128)
            if j >= end:
                cont += size - 1
                return n, end, cont, seen
            if gap:
                k = j
                while k < end and (buf[k] == 32 or buf[k] == 10 or buf[k] == 13 or buf[k] == 9):
                    k += 1
                small = k < end and 97 <= buf[k] <= 122
                short = n > 0 and (s[T_END + n - 1] - s[T_START + n - 1] == 1 or s[T_BITS + n - 1] & ABBREVIATION)
                if short and kind == _STOP and _answers_no(buf, i, base) and k < end and 65 <= buf[k] <= 90:
                    short = False  # "Starting IVs: no. Assistants may ...", but "no. 5"
                if not small and not (kind == _STOP and short):
                    cont += size - 1
                    return n, j, cont, seen
                if not short:
                    sep |= COMMA
            elif (
                kind == _STOP
                and n > 0
                and 65 <= buf[j] <= 90
                and i > base
                and 97 <= buf[i - 1] <= 122
                and s[T_END + n - 1] - s[T_START + n - 1] > 2
            ):
                # "patients.Responsible": a full stop without its space.
                return n, j, cont, seen
        elif kind == _BULLET:
            cont += size - 1
            if n > 0:
                return n, i + size, cont, seen
            i += size
            continue
        elif kind == _COMMA:
            if buf[i] != 10 or not broken_at(buf, i, base, end, width):
                sep |= COMMA
        elif kind == _STRONG:
            sep |= STRONG
        elif kind == _COLON:
            sep |= COLON
        elif kind == _BAR:
            sep |= STRONG | CELL  # between the cells of a row
        elif kind == _SLASH:
            sep |= SLASH
        elif kind == _OPEN:
            k = _numbered(buf, i, end) if i == base or buf[i - 1] == 32 or buf[i - 1] == 10 else i
            if k > i:
                i = k
                continue
            sep |= OPEN
        elif kind == _CLOSE:
            sep |= CLOSE
        elif kind == _DASH:
            sep |= BREAK
        elif kind == _HYPHEN:
            if i > base and buf[i - 1] == 32 and i + 1 < end and buf[i + 1] == 32:
                sep |= BREAK
        elif kind == _AMP:  # noqa: SIM102
            if n < MAX_TOKENS:
                s[T_WORD + n] = i32[X_AND_WORD]
                s[T_START + n] = i - base - cont
                s[T_END + n] = s[T_START + n] + 1
                s[T_SEP + n] = sep
                s[T_BITS + n] = i32[X_AND_BITS]
                s[T_UNIT + n] = i32[X_AND_UNIT]
                seen |= i32[X_AND_BITS]
                n += 1
                sep = 0
        cont += size - 1
        i += size
    return n, end, cont, seen
