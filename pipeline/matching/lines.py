"""Kernel, eighth room: lines of a document. Bullets, '#' headings and other marks; wrapped lines rejoined."""

from __future__ import annotations

from pipeline.matching.jit import inner

LINE_PLAIN, LINE_BULLET, LINE_HASH = 0, 1, 2
HEADING_WORDS = 12  # a line that ends with ":" and has more words is a statement as well as a heading
TITLE_WORDS = 9
LISTING_CELL = 16  # bytes of a cell before the listing of a course


@inner
def line_end(buf, i, end, wrapped):
    """Byte of the newline (or end) that closes the logical line opened at i.

    A line that the next one continues in lower case, without a bullet, is one with it (text from a PDF); so is one
    that breaks off at an article, "and" or "of", and one before byte `wrapped`, to which a paragraph goes whose lines
    are broken at a width.
    """
    while True:
        j = i
        while j < end and buf[j] != 10:
            j += 1
        if j >= end:
            return end
        k = j + 1
        while k < end and (buf[k] == 32 or buf[k] == 9 or buf[k] == 13):
            k += 1
        lettered = k + 2 < end and (buf[k + 1] == 41 or buf[k + 1] == 46) and buf[k + 2] == 32  # "b) ...", "b. ..."
        b = j - 1
        while b > i and (buf[b] == 32 or buf[b] == 13):
            b -= 1
        capital = k + 1 < end and 65 <= buf[k] <= 90 and not lettered and _breaks_off(buf, i, b)
        capital = capital or (k < wrapped and not lettered)
        small = k + 1 < end and 97 <= buf[k] <= 122 and not (buf[k] == 111 and buf[k + 1] == 32) and not lettered
        if not small and not capital:
            return j
        last = buf[b] if b >= i else 0
        if last == 46 or last == 58 or last == 33 or last == 63 or last == 59 or last == 0 or b <= i:
            return j
        if buf[i] == 35:
            return j
        i = j + 1


@inner
def _breaks_off(buf, i, b):
    """Whether buf[i:b + 1] ends in "the", "an", "and", "or" or "of", which no line of its own does."""
    if b - i < 4:
        return False
    x, y, z = buf[b - 2], buf[b - 1], buf[b]
    if x == 32:
        return (y == 97 and z == 110) or (y == 111 and (z == 114 or z == 102))
    return buf[b - 3] == 32 and ((x == 116 and y == 104 and z == 101) or (x == 97 and y == 110 and z == 100))


@inner
def _behind_share(buf, i, end):
    """First byte behind a share of the working time ("(25%) Rooms patients", "40% - Answers phones"), else i."""
    bracket = i < end and buf[i] == 40
    j = i + 1 if bracket else i
    k = j
    while k < end and 48 <= buf[k] <= 57:
        k += 1
    if not j < k < end or buf[k] != 37:
        return i
    k += 1
    if bracket:  # "(25% of time)"
        while k < end and k < i + 30 and buf[k] != 41:
            k += 1
        if k == end or buf[k] != 41:
            return i
        k += 1
    while k + 1 < end and (buf[k] == 32 or buf[k] == 45 or buf[k] == 58):
        k += 1
    return k


@inner
def _behind_code(buf, i, end):
    """First byte behind the number of a competency or objective ("II.P.2 Record ...", "40.4 Explain ..."), else i.

    Parts of digits, of capitals or of one small letter, with dots between, one of digits at least; then a blank.
    """
    j = i
    parts = 0
    digits = False
    lettered = False
    while j < end:
        k = j
        while k < end and k < j + 4 and 48 <= buf[k] <= 57:
            k += 1
        digits = digits or k > j
        if k == j:
            while k < end and k < j + 4 and 65 <= buf[k] <= 90:
                k += 1
        if k == j and parts > 0 and 97 <= buf[k] <= 122:
            k += 1
        if k == j:
            break
        lettered = lettered or buf[j] > 57
        parts += 1
        j = k
        if j < end and buf[j] == 46:
            j += 1
        else:
            break
    if parts < 2 or not digits or j + 1 >= end or buf[j] != 32:
        return i
    return j + 1 if lettered or 65 <= buf[j + 1] <= 90 else i  # not "3.5 mg"


@inner
def behind_cross(buf, i, end):
    """First byte behind a cross that opens the words of a line and denies them ("❌ Start IVs"), else i."""
    j = i
    if i + 3 < end and buf[i] == 0xE2:
        cross = buf[i + 1] == 0x9C and 0x95 <= buf[i + 2] <= 0x98
        cross = cross or (buf[i + 1] == 0x9D and (buf[i + 2] == 0x8C or buf[i + 2] == 0x8E))
        cross = cross or (buf[i + 1] == 0x98 and buf[i + 2] == 0x92)
        j = i + 3 if cross else i
    elif i + 4 < end and buf[i] == 0xF0 and buf[i + 1] == 0x9F and buf[i + 2] == 0x9A and buf[i + 3] == 0xAB:
        j = i + 4
    if j == i:
        return i
    if j + 2 < end and buf[j] == 0xEF and buf[j + 1] == 0xB8:
        j += 3  # a sign that says how it is drawn
    while j < end and buf[j] == 32:
        j += 1
    return j


@inner
def line_kind(buf, i, end):
    """(kind, level, first byte of the content) of a line: plain, bullet (its indent level) or '#' heading."""
    kind, level, at = _mark(buf, i, end)
    behind = at if kind == LINE_HASH else _behind_share(buf, at, end)
    if behind == at and kind != LINE_HASH:
        behind = _behind_code(buf, at, end)
    last = end - 1
    while last > behind and (buf[last] == 32 or buf[last] == 13):
        last -= 1
    if kind == LINE_PLAIN and at < behind < end and buf[last] != 58:
        return LINE_BULLET, 1, behind  # "(25%) Rooms patients" is an item of a list, "40%: Clinical duties:" a heading
    return kind, level, behind


@inner
def _mark(buf, i, end):
    """The same by the mark at the head of the line alone."""
    indent = 0
    while i < end and (buf[i] == 32 or buf[i] == 9):
        indent += 1 if buf[i] == 32 else 2
        i += 1
    if i >= end:
        return LINE_PLAIN, 0, i
    if buf[i] == 35:
        n = 0
        while i + n < end and buf[i + n] == 35:
            n += 1
        if i + n < end and buf[i + n] == 32 and n <= 6:
            return LINE_HASH, n, i + n + 1
        j = i + 1
        while j < end and 48 <= buf[j] <= 57 and j < i + 4:
            j += 1
        if j > i + 1 and j < end and buf[j] == 32:
            return LINE_BULLET, 1 + indent // 2, j + 1  # "#18 Record ...", the number of a skill
        return LINE_PLAIN, 0, i
    level = 1 + indent // 2
    b = buf[i]
    nxt = buf[i + 1] if i + 1 < end else 32
    if (b == 45 or b == 42 or b == 43 or b == 111) and nxt == 32:
        return LINE_BULLET, level, min(i + 2, end)
    if b == 45 and nxt != 45:
        return LINE_BULLET, level, i + 1
    if (
        b == 0xE2
        and i + 2 < end
        and (
            (buf[i + 1] == 0x80 and (buf[i + 2] == 0xA2 or buf[i + 2] == 0xA3))
            or (buf[i + 1] == 0x86 and buf[i + 2] == 0x92)  # an arrow
            or buf[i + 1] == 0x97
            or buf[i + 1] == 0x96
            or buf[i + 1] == 0x9C  # ticks
            or buf[i + 1] == 0x9E
        )
    ):
        return LINE_BULLET, level, i + 3
    if b == 0xC2 and nxt == 0xB7:
        return LINE_BULLET, level, i + 2
    if b == 40:
        j = i + 1
        while j < end and 48 <= buf[j] <= 57 and j < i + 3:
            j += 1
        if j == i + 1 and j < end and 97 <= buf[j] <= 122:
            j += 1
        if j > i + 1 and j + 1 < end and buf[j] == 41 and buf[j + 1] == 32:
            return LINE_BULLET, level, j + 2  # "(2) ...", "(a) ..."
    j = i
    while j < end and 48 <= buf[j] <= 57 and j - i < 3:
        j += 1
    if j > i and j + 1 < end and (buf[j] == 46 or buf[j] == 41) and buf[j + 1] == 32:
        return LINE_BULLET, level, j + 2
    if i + 4 < end and nxt == 46 and buf[i + 2] == 32 and buf[i + 4] == 46:
        return LINE_PLAIN, 0, i  # "A. B. Smith"
    if i + 2 < end and (b == 81 or b == 65) and nxt == 46 and buf[i + 2] == 32:
        return LINE_PLAIN, 0, i + 3  # "Q. May assistants ...?", "A. No."
    if i + 2 < end and 97 <= (b | 32) <= 122 and (nxt == 41 or nxt == 46) and buf[i + 2] == 32:
        return LINE_BULLET, level, i + 3
    return LINE_PLAIN, 0, i


@inner
def is_question(buf, pos):
    """Whether the sentence that ends before byte pos ends in "?", over quotes, brackets and asterisks."""
    k = pos - 1
    while k > 0 and (buf[k] == 34 or buf[k] == 39 or buf[k] == 41 or buf[k] == 42):
        k -= 1
    return buf[k] == 63


@inner
def tells_terms(buf, a, b):
    """Whether buf[a:b] tells hours or pay by a figure ("Hours per week: 22.5", "Salary £19,737"; no "3. Hours")."""
    figure = False
    for k in range(a + 3, b):
        figure = figure or 48 <= buf[k] <= 57
    for k in range(a, b - 3):
        w, x, y, z = buf[k] | 32, buf[k + 1] | 32, buf[k + 2] | 32, buf[k + 3] | 32
        hour = w == 104 and x == 111 and y == 117 and z == 114
        hours = w == 104 and x == 114 and y == 115
        week = w == 119 and x == 101 and y == 101 and z == 107
        salary = w == 115 and x == 97 and y == 108 and z == 97
        if figure and (hour or hours or week or salary):
            return True
    return False


@inner
def lists_course(buf, i, end):
    """Whether a line's content opens as the listing of a course: capitals and a number ("MED 140 Phlebotomy").

    A short first cell may stand before it ("Weeks 5-8 | MED 110 Front office").
    """
    k = i
    while k < end and k < i + LISTING_CELL and buf[k] != 124:
        k += 1
    if k + 1 < end and buf[k] == 124 and buf[k + 1] == 32:
        i = k + 2
    j = i
    while j < end and 65 <= buf[j] <= 90:
        j += 1
    if not 2 <= j - i <= 5 or j == end or buf[j] != 32:
        return False
    k = j + 1
    while k < end and 48 <= buf[k] <= 57:
        k += 1
    return 3 <= k - j - 1 <= 4 and k < end and buf[k] == 32
