"""Kernel, last room: rows in, mentions (or statements, or every candidate) out."""

from __future__ import annotations

from numba import njit

from pipeline.matching import grammar as g
from pipeline.matching import lines as ln
from pipeline.matching import tokens as t
from pipeline.matching.cues import judge
from pipeline.matching.match import compete, find
from pipeline.matching.parse import govern, munch
from pipeline.matching.tables import (
    C_ALIAS,
    C_HI,
    C_KIND,
    C_LO,
    C_NEG,
    C_VERB,
    C_WHY,
    T_END,
    T_START,
    T_WORD,
    U_FIRST,
    U_LAST,
    U_ROLE,
    X_ALIAS_DUTY,
    X_WORD_BITS,
)

MENTIONS, STATEMENTS, CANDIDATES = 0, 1, 2
COLUMNS = 12
ROW, START, END, DUTY, POLARITY, KIND, CONDITIONAL, ALIAS, ST_START, ST_END, WHY, VERB = range(COLUMNS)
# The same columns when statements are asked for.
S_LEVEL, S_HEADING, S_PARENT, S_IS_HEADING = 3, 4, 5, 6


@njit(cache=True, nogil=True)
def _emit(x, s, out, n, row, mode, c, conditional, first, last):
    lo, hi, verb = s.a[C_LO, c], s.a[C_HI, c], s.a[C_VERB, c]
    a = lo if verb < 0 else min(lo, verb)
    b = hi if verb < 0 else max(hi, verb)
    out[n, 0] = row
    out[n, 1] = s.a[T_START, s.a[U_FIRST, a]]
    out[n, 2] = s.a[T_END, s.a[U_LAST, b]]
    out[n, 3] = x.i[x.h[X_ALIAS_DUTY] + s.a[C_ALIAS, c]]
    out[n, 4] = s.a[C_NEG, c]
    out[n, 5] = s.a[C_KIND, c]
    out[n, 6] = conditional
    out[n, 7] = s.a[C_ALIAS, c]
    out[n, 8] = first
    out[n, 9] = last
    out[n, 10] = s.a[C_WHY, c]
    out[n, 11] = verb


@njit(cache=True, nogil=True)
def scan_row(x, s, buf, begin, end, row, mode, out, n):
    """One row's text buf[begin:end]. Returns the new n, or -1 where `out` has too little room."""
    s.state[0] = 0
    cont = 0
    i = begin
    clinical = False
    bullets = False
    colon_open = False
    ident = 0
    while i < end:
        stop = ln.line_end(buf, i, end)
        kind, level, at = ln.line_kind(buf, i, stop)
        for k in range(i, at):
            if buf[k] & 0xC0 == 0x80:
                cont += 1
        tail = stop
        while tail > at and (
            buf[tail - 1] == 32 or buf[tail - 1] == 13 or buf[tail - 1] == 9 or buf[tail - 1] == 42
        ):
            tail -= 1
        colon = tail > at and buf[tail - 1] == 58
        final = tail > at and (buf[tail - 1] == 46 or buf[tail - 1] == 33 or buf[tail - 1] == 63)
        several = stop < end or i > begin
        pos = at
        while pos < stop:
            w, pos, cont = t.next_sentence(x, s, buf, pos, stop, begin, cont)
            if w == 0:
                continue
            seen = 0
            for k in range(w):
                if s.a[T_WORD, k] >= 0:
                    seen |= x.i[x.h[X_WORD_BITS] + s.a[T_WORD, k]]
            hot = seen & 2 != 0
            clinical = clinical or seen & 4 != 0
            whole = pos >= tail
            title = (
                several
                and whole
                and kind != ln.LINE_BULLET
                and w <= ln.TITLE_WORDS
                and not final
                and stop < end
            )
            heading = kind == ln.LINE_HASH or (colon and whole) or title
            if not hot and not heading and mode != STATEMENTS:
                continue
            m = munch(x, s, w)
            neg, sense = 0, -1
            if heading:
                neg, sense = ln.heading_sense(s, m)
                if title and kind != ln.LINE_HASH and not colon and sense < 0:
                    # A short line names a section only by a word for one, or by bullets under it.
                    k = stop + 1
                    while k < end and (buf[k] == 10 or buf[k] == 13):
                        k += 1
                    following, _, _ = ln.line_kind(buf, k, end)
                    heading = following == ln.LINE_BULLET and k < end
            first, last = s.a[T_START, 0], s.a[T_END, w - 1]
            if kind == ln.LINE_PLAIN and not heading and bullets and colon_open and w > 8:
                # A paragraph after the bullets: the line that led them in governs no more.
                while s.state[0] > 0 and s.heads[s.state[0] - 1, 0] >= 7:
                    s.state[0] -= 1
                colon_open = False
            if kind == ln.LINE_BULLET and not heading:
                bullets = True
                # A bullet's own sub-heading governs only deeper bullets.
                while s.state[0] > 0 and s.heads[s.state[0] - 1, 0] >= 10 + level:
                    s.state[0] -= 1
            if mode == STATEMENTS:
                if n >= out.shape[0]:
                    return -1
                out[n, 0] = row
                out[n, 1] = first
                out[n, 2] = last
                out[n, S_LEVEL] = level
                out[n, S_IS_HEADING] = 1 if heading else 0
                out[n, 7] = ident
                parent = -1
                top = s.state[0]
                if heading:
                    rank = (
                        level
                        if kind == ln.LINE_HASH
                        else (7 if colon else 8)
                        if kind == ln.LINE_PLAIN
                        else 10 + level
                    )
                    while top > 0 and s.heads[top - 1, 0] >= rank:
                        top -= 1
                if top > 0:
                    parent = s.heads[top - 1, 5]
                out[n, S_PARENT] = parent
                n += 1
            long = kind != ln.LINE_HASH and w > ln.HEADING_WORDS
            if hot and (not heading or long) and mode != STATEMENTS:
                govern(x, s, m)
                if not clinical:
                    for k in range(m):
                        clinical = clinical or s.a[U_ROLE, k] & g.CLINICAL != 0
                c = find(x, s, m, clinical, mode == CANDIDATES)
                if c > 0:
                    compete(x, s, c)
                    head_neg, head_kind = ln.governing(s)
                    conditional = judge(x, s, m, c, head_neg, head_kind)
                    if n + c > out.shape[0]:
                        return -1
                    for k in range(c):
                        if mode == CANDIDATES or s.a[C_WHY, k] == 0:
                            _emit(x, s, out, n, row, mode, k, conditional, first, last)
                            n += 1
            if heading:
                rank = (
                    level
                    if kind == ln.LINE_HASH
                    else (7 if colon else 8)
                    if kind == ln.LINE_PLAIN
                    else 10 + level
                )
                ln.push_heading(s, rank, first, last, neg, sense, ident)
                if kind == ln.LINE_PLAIN and colon:
                    colon_open = True
                bullets = False
            ident += 1
        for k in range(pos, stop):
            if buf[k] & 0xC0 == 0x80:
                cont += 1
        i = stop + 1
    return n


@njit(cache=True, nogil=True)
def scan_rows(x, s, buf, offsets, valid, has_valid, bit0, first, last, mode, out):
    """Rows first..last of an Arrow string array. Returns (mentions, next row): short of `last` when `out` is full."""
    n = 0
    for r in range(first, last):
        if has_valid:
            bit = bit0 + r
            if not (valid[bit >> 3] >> (bit & 7)) & 1:
                continue
        if offsets[r + 1] > offsets[r]:
            k = scan_row(x, s, buf, offsets[r], offsets[r + 1], r, mode, out, n)
            if k < 0:
                return n, r
            n = k
    return n, last
