"""Kernel, eighth room: lines of a document. Bullets, headings and what they govern; wrapped lines rejoined."""

from __future__ import annotations

from pipeline.matching import grammar as g
from pipeline.matching import tokens as t
from pipeline.matching.jit import inner
from pipeline.matching.tables import HEAD, MAX_HEADS, S_DEPTH, S_HEADS, S_SERIES, U_FORM, U_ID, U_ROLE, U_SEP

LINE_PLAIN, LINE_BULLET, LINE_HASH = 0, 1, 2
HEADING_WORDS = 12  # a line that ends with ":" and has more words is a statement as well as a heading
TITLE_WORDS = 9
# Ranks of open headings: "#" by number, a line with a colon, a title, the parts of one that denies, then numbered lines
# by how deep their series lies, then bullets by level.
COLON_RANK, TITLE_RANK, PART_RANK, SERIES_RANK, BULLET_RANK = 7, 8, 9, 10, 30
IN_TEXT = 2  # polarity: a heading with "#" denies, and this is running text below it, not an item of its list
STYLES = 5  # of enumerations: 0 none, 1 "1." or "1)", 2 "A.", "IV.", 3 "a)", 4 "2.1"

_HEAD_NEG, _HEAD_REQ, _HEAD_OTHER, _HEAD_DUTIES, _NEG = (
    g.HEAD_NEG,
    g.HEAD_REQ,
    g.HEAD_OTHER,
    g.HEAD_DUTIES,
    g.NEG,
)
_EDU, _REQ = g.EDU, g.REQ_BEFORE
RANK, POLARITY, KIND, ID = range(4)


@inner
def line_end(buf, i, end):
    """Byte of the newline (or end) that closes the logical line opened at i.

    A line that the next one continues in lower case, without a bullet, is one with it (text from a PDF); so is one
    that breaks off at an article, "and" or "of".
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
        number = 10 * number + buf[j] - 48
        j += 1
    if j > i:
        k = j
        while k + 1 < end and buf[k] == 46 and 48 <= buf[k + 1] <= 57:
            k += 1
            number = 0
            while k < end and 48 <= buf[k] <= 57:
                number = 10 * number + buf[k] - 48
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
        return 3, buf[i] - 96, -1
    roman = _roman(buf, i, j)
    if j - i > 1 and roman < 0:
        return 0, 0, -1
    return 2, buf[i] - 64 if j - i == 1 else -2, roman


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


@inner
def names_section(s, m, neg, sense):
    """Whether a numbered line of m units, with no bullets below, is a heading: it denies, or names a section."""
    if sense < 0 or neg:
        return sense >= 0
    for i in range(m):
        if s[U_FORM + i] & (g.FINITE | g.ING | g.ACT) and not s[U_ROLE + i] & (_HEAD_DUTIES | _HEAD_REQ | _HEAD_OTHER):
            return False
    return True


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
def asks(s, m):
    """Where, in a sentence that ends in "?", the question begins whether a thing is so; -1 where it asks for a fact.

    "May assistants give injections", "Q. Can ...", "Dear Ms Roe: Can ...", "In Ohio, can assistants ...".
    """
    if s[U_ROLE] & g.ASKING:
        return 0
    subject = g.HOLDER | g.ACTOR | g.DETERMINER | g.WE
    for i in range(1, m - 1):
        named = s[U_ROLE + i + 1] & subject != 0
        if s[U_ROLE + i] & g.ASKING and named and (s[U_SEP + i] != 0 or (i == 1 and s[U_ID] == 0)):
            return i
    return -1


@inner
def heading_sense(s, m, marked):
    """(polarity, kind) that a heading of m units gives to what stands under it; kind -1: says nothing.

    marked: it is a heading for sure, by "#" or a colon, so that "What they can do" is one, and no statement.
    """
    neg = 0
    kind = -1
    both = False
    may = False
    allowed = False
    for i in range(m):
        role = s[U_ROLE + i]
        if role & (_HEAD_NEG | _NEG | g.NEG_AFTER):
            neg = 1
            if i > 1 and s[U_ROLE + i - 1] & g.AND:
                both = True  # "What assistants can and cannot do"
        may = may or role & g.MODAL != 0
        allowed = allowed or role & g.ALLOWED != 0
        if role & _HEAD_DUTIES or (role & g.ABILITY and i + 1 == m):
            kind = g.DUTY  # "Graduates of the program are able to"
        elif role & _HEAD_OTHER and kind < 0:
            kind = g.COMPANY
        elif (role & _HEAD_REQ or (role & _REQ and i == 0)) and kind < 0:
            kind = g.REQUIREMENT
        elif role & _EDU and kind < 0:
            kind = g.EDUCATION
    if both and may:
        neg = 0
    if m > 0 and s[U_ROLE + m - 1] & g.NEG_SHORT:
        neg = 1  # "Assistants may give injections, except:"
    if kind < 0 and (neg or ((may or allowed) and marked)):
        kind = g.DUTY  # "What they can do", below a heading that denies
    return neg, kind


@inner
def labels(s, m):
    """Whether the words before the first colon of a line say what the rest is ("Prohibited: ...", "Duties: ...")."""
    k = 1
    while k < m and not s[U_SEP + k] & t.COLON:
        k += 1
    _, kind = heading_sense(s, k, True)
    return k < m and kind >= 0


@inner
def tells(s, m):
    """Whether a short line of m units is a sentence that denies an act of its own ("Assistants may not start IVs").

    Not so where the denial ends it or names tasks: "What assistants may not do", "May not perform these".
    """
    if s[U_ROLE] & (g.ASKING | _HEAD_DUTIES) or s[U_ROLE + m - 1] & (g.DETERMINER | _HEAD_DUTIES | g.PRONOUN):
        return False
    for i in range(m - 2):
        if s[U_ROLE + i] & _NEG:
            k = i + 1
            while k < m - 1 and s[U_ROLE + k] & g.ADVERB:
                k += 1
            return k < m - 1 and s[U_FORM + k] & (g.FINITE | g.ING) != 0
    return False


@inner
def idle(s, m):
    """Whether what a heading denies is no work: an unknown word follows ("You can't beat our team"), or leads it."""
    for i in range(m):
        if s[U_ROLE + i] & (_NEG | _HEAD_NEG | g.NEG_AFTER):
            k = i + 1
            while k < m and s[U_ROLE + k] & (g.ADVERB | g.DETERMINER | g.BE | g.MODAL | g.TO) and s[U_ID + k] != 0:
                k += 1
            return k + 1 < m and s[U_ID + k] == 0
    return False


@inner
def weak(s, m, item):
    """Whether a heading names tasks without allowing them ("Perform invasive procedures, including:").

    item: of a list; else "Duties" and the like open a section of their own.
    """
    if s[U_ROLE] & _HEAD_DUTIES and not item:
        return False
    for i in range(m):  # noqa: SIM110
        if s[U_ROLE + i] & (g.MODAL | g.ALLOWED | g.ABILITY | _HEAD_REQ | _HEAD_OTHER | _EDU):
            return False
    return True


@inner
def names_another(s, m):
    """Whether a heading of m units names nobody but another than the job-holder ("Registered nurse", "RN duties")."""
    named = False
    for i in range(m):
        role = s[U_ROLE + i]
        if role & g.ACTOR and not role & g.HOLDER:
            named = True
        elif not role & (g.DETERMINER | g.MODAL | _HEAD_DUTIES | g.ONLY | g.AND) or s[U_SEP + i] & t.CELL:
            return False
    return named


@inner
def lists_course(buf, i, end):
    """Whether a line's content opens as the listing of a course: capitals and a number ("MED 140 Phlebotomy")."""
    j = i
    while j < end and 65 <= buf[j] <= 90:
        j += 1
    if not 2 <= j - i <= 5 or j == end or buf[j] != 32:
        return False
    k = j + 1
    while k < end and 48 <= buf[k] <= 57:
        k += 1
    return 3 <= k - j - 1 <= 4 and k < end and buf[k] == 32


@inner
def push_heading(s, rank, neg, kind, ident):
    """Open a heading; those of the same or a deeper rank close."""
    depth = s[S_DEPTH]
    while depth > 0 and s[S_HEADS + (depth - 1) * HEAD + RANK] >= rank:
        depth -= 1
    if depth == MAX_HEADS:
        depth -= 1
    s[S_HEADS + depth * HEAD + RANK] = rank
    s[S_HEADS + depth * HEAD + POLARITY] = neg
    s[S_HEADS + depth * HEAD + KIND] = kind
    s[S_HEADS + depth * HEAD + ID] = ident
    s[S_DEPTH] = depth + 1


@inner
def is_open(s, ident):
    """Whether the heading of that number is open."""
    for d in range(s[S_DEPTH]):  # noqa: SIM110
        if s[S_HEADS + d * HEAD + ID] == ident:
            return True
    return False


@inner
def governing(s, running):
    """(polarity, kind) of the innermost open heading that says anything. running: for a sentence of a paragraph."""
    for d in range(s[S_DEPTH] - 1, -1, -1):
        if s[S_HEADS + d * HEAD + KIND] >= 0:
            neg = s[S_HEADS + d * HEAD + POLARITY]
            in_text = running and neg and s[S_HEADS + d * HEAD + RANK] < COLON_RANK
            return IN_TEXT if in_text else neg, s[S_HEADS + d * HEAD + KIND]
    return 0, g.DUTY


@inner
def answer(s, m):
    """How a sentence of m units answers a question: 1 no ("No, only a nurse may", "The answer is no"), 2 yes, 0 not."""
    for i in range(min(m, 5)):
        role = s[U_ROLE + i]
        if role & (g.ANSWER_NO | g.ANSWER_YES):
            opens = i == 0 or s[U_ROLE + i - 1] & g.BE != 0 or s[U_SEP + i] & t.COLON != 0
            told = i + 1 < m and s[U_ROLE + i + 1] & (g.ONLY | g.HOLDER) != 0  # "No. Only nurses may": "no." is short
            if opens and (i + 1 == m or s[U_SEP + i + 1] != 0 or told):
                return 1 if role & g.ANSWER_NO else 2
            return 0
    return 0
