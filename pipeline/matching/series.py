"""Kernel: numbered lines ("1.", "B)", "IV.", "2.1"). The next of a series closes what the last one opened."""

from __future__ import annotations

import numpy as np

from pipeline.matching.headings import SERIES_RANK
from pipeline.matching.jit import inner
from pipeline.matching.tables import HEAD, S_DEPTH, S_HEADS, S_SERIES

STYLES = 5  # of enumerations: 0 none, 1 "1." or "1)", 2 "A.", "IV.", 3 "a)", 4 "2.1"


@inner
def _roman(buf, i, end):
    """Value of buf[i:end] as a Roman number of I, V, X; -1 where it is none."""
    total = 0
    for k in range(i, end):
        value = 1 if buf[k] == 73 else 5 if buf[k] == 86 else 10 if buf[k] == 88 else 0
        following = 0 if k + 1 == end else 1 if buf[k + 1] == 73 else 5 if buf[k + 1] == 86 else 10
        if value == 0:
            return -1
        total += -value if value < following else value
    return total


@inner
def numbered(buf, i, end):
    """(style, number, the same as a Roman one) that opens a line ("1.", "(2)", "B)", "IV.", "a)", "2.1"), else 0."""
    while i < end and (buf[i] == 32 or buf[i] == 9 or buf[i] == 40):
        i += 1
    j = i
    number = 0
    while j < end and 48 <= buf[j] <= 57 and j - i < 3:
        number = 10 * number + np.int64(buf[j]) - 48
        j += 1
    if j > i:
        k = j
        while k + 1 < end and buf[k] == 46 and 48 <= buf[k + 1] <= 57:
            k += 1
            number = 0
            while k < end and 48 <= buf[k] <= 57:
                number = 10 * number + np.int64(buf[k]) - 48
                k += 1
        dotted = k > j
        if k < end and (buf[k] == 46 or buf[k] == 41):
            k += 1
        elif not dotted:
            return 0, 0, -1
        return (4 if dotted else 1, number, -1) if k < end and buf[k] == 32 else (0, 0, -1)
    while j < end and 65 <= buf[j] <= 90 and j - i < 5:
        j += 1
    if j == i and j < end and 97 <= buf[j] <= 122:
        j += 1
    if j == i or j + 1 >= end or not (buf[j] == 46 or buf[j] == 41) or buf[j + 1] != 32:
        return 0, 0, -1
    if 97 <= buf[i] <= 122:
        return 3, np.int64(buf[i]) - 96, -1
    roman = _roman(buf, i, j)
    if j - i > 1 and roman < 0:
        return 0, 0, -1
    return 2, np.int64(buf[i]) - 64 if j - i == 1 else -2, roman


@inner
def continues_series(s, style, number, roman):
    """A numbered line that follows the last one of its style closes what that one opened; it is the last one now."""
    at = S_SERIES + 3 * style
    rank = s[at]
    if rank and (number == s[at + 1] + 1 or (roman > 0 and roman == s[at + 2] + 1)):
        while s[S_DEPTH] > 0 and s[S_HEADS + (s[S_DEPTH] - 1) * HEAD] >= rank:
            s[S_DEPTH] -= 1
        for k in range(1, STYLES):
            if k != style and s[S_SERIES + 3 * k] > rank:
                s[S_SERIES + 3 * k] = 0
    s[at + 1] = number
    s[at + 2] = roman


@inner
def series_rank(s, style):
    """Rank of a heading numbered in this style: that of the heading before it in its series, else a deeper one."""
    rank = s[S_SERIES + 3 * style]
    if rank == 0:
        rank = SERIES_RANK
        for k in range(1, STYLES):
            if s[S_SERIES + 3 * k]:
                rank += 1
        s[S_SERIES + 3 * style] = rank
    return rank


@inner
def forget_series(s):
    for k in range(1, STYLES):
        s[S_SERIES + 3 * k] = 0
