"""Kernel, first room: bytes to tokens, one sentence at a time.

A token is a run of folded letters and digits, hashed on the way (FNV-1a, 64 bits) and looked up in an
open-addressing table of the lexicon's words; unknown words get -1. Nothing of the text is copied.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pipeline.matching import folding as f
from pipeline.matching.tables import (
    MAX_TOKENS,
    T_END,
    T_SEP,
    T_START,
    T_WORD,
    X_AND_WORD,
    X_VALS,
    X_WORD_BITS,
)

# Bits of `sep`: what stands between a token and the one before it.
COMMA, STRONG, COLON, CELL, SLASH, OPEN, CLOSE, BREAK = 1, 2, 4, 8, 16, 32, 64, 128

_SEED, _PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)

ABBREVIATION = 1  # bit in word_bits: a period after this word ends no sentence

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
_COMMA, _STRONG, _COLON, _SLASH, _OPEN, _CLOSE, _STOP, _AMP, _MARK = (
    f.COMMA,
    f.STRONG,
    f.COLON,
    f.SLASH,
    f.OPEN,
    f.CLOSE,
    f.STOP,
    f.AMP,
    f.MARK,
)


@njit(cache=True, nogil=True)
def decode(buf, i, end):
    """(code point, length in bytes) at byte i; a byte that is not valid UTF-8 is (0, 1)."""
    b = buf[i]
    if b < 0x80:
        return int(b), 1
    if 0xC2 <= b < 0xE0 and i + 1 < end and (buf[i + 1] & 0xC0) == 0x80:
        return ((int(b) & 0x1F) << 6) | (int(buf[i + 1]) & 0x3F), 2
    if 0xE0 <= b < 0xF0 and i + 2 < end and (buf[i + 1] & 0xC0) == 0x80 and (buf[i + 2] & 0xC0) == 0x80:
        return ((int(b) & 0x0F) << 12) | ((int(buf[i + 1]) & 0x3F) << 6) | (int(buf[i + 2]) & 0x3F), 3
    if 0xF0 <= b < 0xF5 and i + 3 < end and (buf[i + 1] & 0xC0) == 0x80:
        return 0x10000, 4
    return 0, 1


@njit(cache=True, nogil=True)
def find_word(x, h):
    """Word id of a hash, or -1."""
    mask = x.keys.shape[0] - 1
    base = x.h[X_VALS]
    slot = np.int64((h ^ (h >> np.uint64(29))) & np.uint64(mask))
    while x.i[base + slot] >= 0:
        if x.keys[slot] == h:
            return x.i[base + slot]
        slot = (slot + 1) & mask
    return -1


@njit(cache=True, nogil=True)
def next_sentence(x, s, buf, i, end, base, cont):
    """Tokens of the next sentence of buf[i:end] into rows T_*; offsets in characters from byte `base`.

    Returns (tokens, position after the sentence, count of continuation bytes so far).
    """
    kinds = x.kinds
    letters = x.letters
    n = 0
    sep = 0
    while i < end:
        b = buf[i]
        size = 1
        cp = int(b)
        if b >= 128:
            cp, size = decode(buf, i, end)
        kind = kinds[cp] if cp < 65536 else _SPACE
        if kind == _WORD or kind == _LETTER:
            h = _SEED
            first_byte, first_cont = i, cont
            start = i - base - cont
            stop = start
            lower = 0
            cell = False
            while i < end:
                b = buf[i]
                if b < 128:
                    kind = kinds[b]
                    if kind == _WORD:
                        if 65 <= b <= 90:
                            # "conditionNo": a table cell glued to the next one.
                            if lower >= 2 and i + 1 < end and 97 <= buf[i + 1] <= 122:
                                cell = True
                                break
                            lower = 0
                        elif b >= 97:
                            lower += 1
                        h = (h ^ np.uint64(letters[b, 0])) * _PRIME
                        i += 1
                        stop = i - base - cont
                        continue
                    size = 1
                    cp = int(b)
                else:
                    cp, size = decode(buf, i, end)
                    kind = kinds[cp] if cp < 65536 else _SPACE
                if kind == _WORD:
                    for k in range(3):
                        if letters[cp, k] != 0:
                            h = (h ^ np.uint64(letters[cp, k])) * _PRIME
                elif kind == _LETTER:
                    for k in range(size):
                        h = (h ^ np.uint64(buf[i + k])) * _PRIME
                elif kind == _SKIP:
                    cont += size - 1
                    i += size
                    continue
                elif kind == _QUOTE:
                    j = i + size
                    if j < end and buf[j] < 128 and kinds[buf[j]] == _WORD:
                        nxt = buf[j] | 32
                        after = j + 1 >= end or not (buf[j + 1] < 128 and kinds[buf[j + 1]] == _WORD)
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
                lower = 0
                cont += size - 1
                i += size
                stop = i - base - cont
            if n == MAX_TOKENS:
                # Give the token back; it opens the next piece.
                return n, first_byte, first_cont
            s.a[T_WORD, n] = find_word(x, h)
            s.a[T_START, n] = start
            s.a[T_END, n] = stop
            s.a[T_SEP, n] = sep
            n += 1
            sep = CELL if cell else 0
            continue
        if kind == _STOP or kind == _MARK:
            j = i + size
            while j < end and (buf[j] == 34 or buf[j] == 39 or buf[j] == 41):
                j += 1
            gap = j < end and (buf[j] == 32 or buf[j] == 10 or buf[j] == 13 or buf[j] == 9 or buf[j] >= 128)
            if j >= end:
                cont += size - 1
                return n, end, cont
            if gap:
                k = j
                while k < end and (buf[k] == 32 or buf[k] == 10 or buf[k] == 13 or buf[k] == 9):
                    k += 1
                small = k < end and 97 <= buf[k] <= 122
                short = n > 0 and (
                    s.a[T_END, n - 1] - s.a[T_START, n - 1] == 1
                    or (s.a[T_WORD, n - 1] >= 0 and x.i[x.h[X_WORD_BITS] + s.a[T_WORD, n - 1]] & ABBREVIATION)
                )
                if not small and not (kind == _STOP and short):
                    cont += size - 1
                    return n, j, cont
                if not short:
                    sep |= COMMA
            elif (
                kind == _STOP
                and n > 0
                and 65 <= buf[j] <= 90
                and i > base
                and 97 <= buf[i - 1] <= 122
                and s.a[T_END, n - 1] - s.a[T_START, n - 1] > 2
            ):
                # "patients.Responsible": a full stop without its space.
                return n, j, cont
        elif kind == _BULLET:
            cont += size - 1
            if n > 0:
                return n, i + size, cont
            i += size
            continue
        elif kind == _COMMA:
            sep |= COMMA
        elif kind == _STRONG:
            sep |= STRONG
        elif kind == _COLON:
            sep |= COLON
        elif kind == _SLASH:
            sep |= SLASH
        elif kind == _OPEN:
            sep |= OPEN
        elif kind == _CLOSE:
            sep |= CLOSE
        elif kind == _DASH:
            sep |= BREAK
        elif kind == _HYPHEN:
            if i > base and buf[i - 1] == 32 and i + 1 < end and buf[i + 1] == 32:
                sep |= BREAK
        elif kind == _AMP:
            if n < MAX_TOKENS:
                s.a[T_WORD, n] = x.i[x.h[X_AND_WORD]]
                s.a[T_START, n] = i - base - cont
                s.a[T_END, n] = s.a[T_START, n] + 1
                s.a[T_SEP, n] = sep
                n += 1
                sep = 0
        cont += size - 1
        i += size
    return n, end, cont
