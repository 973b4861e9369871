"""Kernel, last room: rows in, mentions (or statements, or every candidate) out."""

from __future__ import annotations

import numpy as np
from numba import njit, types

from pipeline.matching import answers as an
from pipeline.matching import grammar as g
from pipeline.matching import headings as hd
from pipeline.matching import led
from pipeline.matching import lines as ln
from pipeline.matching import series as sr
from pipeline.matching import tokens as t
from pipeline.matching import wraps as wr
from pipeline.matching.compete import compete
from pipeline.matching.cues import judge
from pipeline.matching.find import collect, find
from pipeline.matching.jit import inner
from pipeline.matching.parse import govern, munch
from pipeline.matching.tables import (
    ALIAS_DUTY,
    ALIAS_SIZE,
    C_ALIAS,
    C_HI,
    C_KIND,
    C_LO,
    C_NEG,
    C_VERB,
    C_WHY,
    CLINICAL_WORD,
    HEAD,
    OPENS_ANCHOR,
    S_DEPTH,
    S_HEADS,
    T_END,
    T_SEP,
    T_START,
    U_FIRST,
    U_FORM,
    U_LAST,
    U_ROLE,
    U_VERB,
    X_ALIASES,
)

MENTIONS, STATEMENTS, CANDIDATES = 0, 1, 2
COLUMNS = 12
ROW, START, END, DUTY, POLARITY, KIND, CONDITIONAL, ALIAS, ST_START, ST_END, WHY, VERB = range(COLUMNS)
# The same columns when statements are asked for.
S_LEVEL, S_PARENT, S_IS_HEADING = 3, 5, 6


@inner
def _emit(i32, s, out, n, row, c, conditional, first, last):
    lo, hi, verb = s[C_LO + c], s[C_HI + c], s[C_VERB + c]
    a = lo if verb < 0 else min(lo, verb)
    b = hi if verb < 0 else max(hi, verb)
    out[n, 0] = row
    out[n, 1] = s[T_START + s[U_FIRST + a]]
    out[n, 2] = s[T_END + s[U_LAST + b]]
    out[n, 3] = i32[i32[X_ALIASES] + s[C_ALIAS + c] * ALIAS_SIZE + ALIAS_DUTY]
    out[n, 4] = s[C_NEG + c]
    out[n, 5] = s[C_KIND + c]
    out[n, 6] = conditional
    out[n, 7] = s[C_ALIAS + c]
    out[n, 8] = first
    out[n, 9] = last
    out[n, 10] = s[C_WHY + c]
    out[n, 11] = verb


@inner
def _does(i32, wide, s, m, clinical):
    """Whether a short line says that something is done: a duty is found in it, with its verb."""
    trials = collect(i32, wide, s, m, False)
    if trials == 0:
        return False
    govern(i32, wide, s, m)
    for k in range(find(i32, wide, s, m, clinical, False, trials)):
        verb = s[C_VERB + k]
        if verb >= 0 and s[U_VERB + verb] and s[U_FORM + verb] & g.FINITE:
            return True
    return False


@inner
def scan_row(i32, wide, s, buf, begin, end, row, mode, out, n):
    """One row's text buf[begin:end]. Returns the new n, or -1 where `out` has too little room."""
    s[S_DEPTH] = 0
    cont = np.int64(0)  # not a literal: the compiler would make a second kernel for it
    i = begin
    clinical = False
    bullets = False
    colon_open = False
    asked = np.int64(-1)  # the first mention of a question just read
    begins = np.int64(-1)  # the position where it begins to ask whether a thing is so
    ident = np.int64(0)
    lead_from, lead_to = np.int64(0), np.int64(0)  # bytes of the line that leads in what stands under it
    lead_words = np.int64(0)
    lead_helps = False
    lead_ident = np.int64(-1)
    told = False  # whether something stood before that is a heading, or may hold a duty
    place = np.int64(0)  # number of the sentence
    denying = np.int64(-2)  # that of the last heading that denies
    parted = np.int64(-1)  # the denying heading that others below it divide
    section = np.int64(-1)  # rank of the last numbered heading
    until, width, wrapped = np.int64(0), np.int64(0), False  # of the paragraph at i
    sr.forget_series(s)
    lined = np.uint8(0)
    for k in range(begin, end):  # no early end: the compiler takes sixteen bytes at a time
        lined |= np.uint8(buf[k] == 10)
    while i < end:
        if lined and i >= until:
            until, width, wrapped = wr.paragraph(buf, i, end)
        stop = ln.line_end(buf, i, end, until if wrapped else np.int64(0)) if lined else end
        kind, level, at = ln.line_kind(buf, i, stop)
        head = i
        while head < at and buf[head] == 32:
            head += 1
        crossed = lined and (ln.behind_cross(buf, head, stop) > head or ln.behind_cross(buf, at, stop) > at)
        if crossed:
            kind = ln.LINE_BULLET if kind == ln.LINE_PLAIN else kind
            level = max(level, 1)
            at = max(ln.behind_cross(buf, head, stop), ln.behind_cross(buf, at, stop))
        style, number, roman = sr.numbered(buf, i, stop) if lined else (np.int64(0), np.int64(0), np.int64(-1))
        if style > 0:
            sr.continues_series(s, style, number, roman)
        for k in range(i, at):
            if buf[k] & 0xC0 == 0x80:
                cont += 1
        tail = stop
        while tail > at and (buf[tail - 1] == 32 or buf[tail - 1] == 13 or buf[tail - 1] == 9 or buf[tail - 1] == 42):
            tail -= 1
        colon = tail > at and buf[tail - 1] == 58
        final = tail > at and (buf[tail - 1] == 46 or buf[tail - 1] == 33 or buf[tail - 1] == 63)
        listed = tail > at and buf[tail - 1] == 59  # "starting IVs;" is an item of a list
        several = stop < end or i > begin
        below = ln.LINE_PLAIN  # kind, level and style of the next line that is not empty
        deep = np.int64(0)
        beneath = np.int64(0)
        if stop < end:
            k = stop + 1
            while k < end and (buf[k] == 10 or buf[k] == 13):
                k += 1
            if k < end:
                below, deep, _ = ln.line_kind(buf, k, end)
                beneath, _, _ = sr.numbered(buf, k, end)
        pos = at
        carried = np.int64(0)  # whether the line's label denies its other sentences
        while pos < stop:
            opened = pos
            w, pos, cont, seen = t.next_sentence(i32, wide, s, buf, pos, stop, begin, cont, width)
            if w == 0:
                continue
            if asked >= 0:
                # "May an assistant start an IV? No."; a list of answers to tick says nothing.
                apart = kind == ln.LINE_BULLET and opened == at
                reply = np.int64(0) if apart else np.int64(an.answer(s, wide, munch(i32, wide, s, w)))
                for k in range(asked, n):
                    in_question = out[k, KIND] == g.HEADING or begins < 0
                    if reply > 0 and out[k, KIND] == g.HEADING:
                        out[k, KIND] = g.DUTY
                    if reply == 1 and in_question:
                        out[k, POLARITY] = 1
                asked = -1
            place += 1
            hot = seen & OPENS_ANCHOR != 0
            clinical = clinical or seen & CLINICAL_WORD != 0
            whole = pos >= tail
            labelled = False
            size = np.int64(w)  # words before a bracket that ends the line: "Not allowed (ask a nurse)"
            for k in range(w - 1, 0, -1):
                if size == w and buf[tail - 1] == 41 and s[T_SEP + k] & t.OPEN:
                    size = np.int64(k)
            short = several and whole and size <= ln.TITLE_WORDS and not final and not listed and stop < end
            for k in range(1, w):
                short = short and not s[T_SEP + k] & t.CELL  # a row of a table
                labelled = labelled or s[T_SEP + k] & t.COLON != 0
            labelled = labelled and hot and short and not colon and kind == ln.LINE_PLAIN
            title = short and kind == ln.LINE_PLAIN
            item = short and kind == ln.LINE_BULLET  # "3. Prohibited tasks", "The MA may not" above deeper bullets
            heading = kind == ln.LINE_HASH or (colon and whole) or title or item
            what = several and kind == ln.LINE_PLAIN and opened == at and ln.is_question(buf, pos)
            if what:
                hd.close_question(s)
            what = what and whole and stop < end and w <= an.QUESTION_WORDS
            if not hot and not heading and not what and mode != STATEMENTS:
                continue
            m = munch(i32, wide, s, w)
            for k in range(m if heading and not clinical else 0):
                clinical = clinical or s[U_ROLE + k] & g.CLINICAL != 0  # "Health Care Support Worker"
            what = what and an.asks_what(s, m) and not _does(i32, wide, s, m, True)
            heading = heading or what
            following = hot or heading
            neg, sense = np.int64(0), np.int64(-1)
            if heading:
                neg, sense = hd.heading_sense(s, m, kind == ln.LINE_HASH or colon)
                if told and neg == 0 and hd.names_another(s, m):
                    sense = np.int64(g.OTHER_ACTOR)  # not the title: a nurse's own posting
                if what:
                    sense = np.int64(g.DUTY)
                if sense == g.COMPANY and neg == 0 and ln.tells_terms(buf, at, tail):
                    sense = np.int64(-1)  # "Full time, 37.5 hours per week" is told itself, and heads nothing
                given = colon and sense == g.REQUIREMENT and s[U_ROLE] & (g.LIGHT | g.PREPOSITION) != 0
                if given and s[S_DEPTH] > 0 and hd.governing(s, False)[1] == g.DUTY:
                    sense = np.int64(-1)  # below "May be delegated": "With a written order and a competency on file:"
                if neg and not colon and not what and hd.idle(s, m):
                    neg, sense = np.int64(0), np.int64(-1)
                if title and not colon and hot and sense != g.COMPANY and _does(i32, wide, s, m, True):
                    heading = False  # "Perform EKGs", "Assistants may not start IVs"
                elif title and not colon and hd.tells(s, m):
                    heading = False
                elif title and not colon and not what and sense < 0:
                    # A short line names a section only by a word for one, or by bullets under it.
                    heading = below == ln.LINE_BULLET
                if labelled and hd.labels(s, m):
                    heading = False  # "Prohibited: starting IVs" is no heading of what follows
                if item and not colon:
                    under = below == ln.LINE_BULLET and (deep > level or beneath != style)
                    named = style > 0 and beneath != style and hd.names_section(s, m, neg, sense)
                    heading = named or (neg != 0 and under)
            denied = (
                heading
                and neg == 0
                and sense <= g.DUTY
                and hd.governing(s, False)[0]
                and hd.weak(s, m, kind == ln.LINE_BULLET)
            )
            if denied and kind == ln.LINE_BULLET:
                sense = np.int64(-1)  # below "Assistants may not": "Perform procedures, including:"
            rank = level if kind == ln.LINE_HASH else hd.COLON_RANK if colon else hd.TITLE_RANK
            if colon and kind == ln.LINE_PLAIN and style == 0:
                rank = hd.within_section(s, rank, section)
            if what:
                rank = np.int64(hd.QUESTION_RANK)
            if kind == ln.LINE_BULLET:
                rank = hd.BULLET_RANK + level
            if heading and style > 0 and kind != ln.LINE_HASH and w <= ln.TITLE_WORDS:
                rank = sr.series_rank(s, style)
                section = np.int64(rank)
            if denied and kind == ln.LINE_PLAIN:
                if place == denying + 1 and s[S_DEPTH] > 0:
                    parted = s[S_HEADS + (s[S_DEPTH] - 1) * HEAD + hd.ID]
                if hd.is_open(s, parted):
                    sense = np.int64(-1)  # a part of what is denied: "Prohibited tasks", "Medications:", "Imaging:"
                    rank = hd.within_section(s, np.int64(hd.PART_RANK), section)
            first, last = s[T_START], s[T_END + w - 1]
            if kind == ln.LINE_PLAIN and not heading and bullets and colon_open and (w > 8 or final):
                # A paragraph after the bullets: the line that led them in governs no more.
                while s[S_DEPTH] > 0 and s[S_HEADS + (s[S_DEPTH] - 1) * HEAD] >= hd.COLON_RANK:
                    s[S_DEPTH] -= 1
                colon_open = False
            if kind == ln.LINE_BULLET and not heading:
                bullets = True
                # A bullet's own sub-heading governs only deeper bullets.
                while s[S_DEPTH] > 0 and s[S_HEADS + (s[S_DEPTH] - 1) * HEAD] >= hd.BULLET_RANK + level:
                    s[S_DEPTH] -= 1
            if mode == STATEMENTS:
                if n >= out.shape[0]:
                    return -1
                out[n, 0] = row
                out[n, 1] = first
                out[n, 2] = last
                out[n, S_LEVEL] = level
                out[n, POLARITY] = 0
                out[n, S_IS_HEADING] = 1 if heading else 0
                out[n, 7] = ident
                parent = -1
                top = s[S_DEPTH]
                if heading:
                    while top > 0 and s[S_HEADS + (top - 1) * HEAD] >= rank:
                        top -= 1
                if top > 0:
                    parent = s[S_HEADS + (top - 1) * HEAD + hd.ID]
                out[n, S_PARENT] = parent
                n += 1
            long = kind != ln.LINE_HASH and w > ln.HEADING_WORDS
            question = hot and pos > at and ln.is_question(buf, pos)
            own = hot and heading and colon and kind != ln.LINE_HASH and mode != STATEMENTS and w > 2
            own = own and _does(i32, wide, s, m, clinical)  # "Give vaccines by the rules, including:"
            if hot and (not heading or long or question or own) and mode != STATEMENTS:
                if not clinical:
                    for k in range(m):
                        clinical = clinical or s[U_ROLE + k] & g.CLINICAL != 0
                c = 0
                emitted = 0
                trials = collect(i32, wide, s, m, mode == CANDIDATES)
                if trials > 0:
                    govern(i32, wide, s, m)
                    c = find(i32, wide, s, m, clinical, mode == CANDIDATES, trials)
                if c > 0:
                    compete(i32, s, c)
                    head_neg, head_kind = hd.governing(s, kind == ln.LINE_PLAIN and final)
                    head_neg = 1 if crossed else head_neg
                    label = hd.carries(s, m)
                    if label >= 0:
                        carried = np.int64(label)
                    elif carried and hd.orders(s, m):
                        head_neg = 1  # "Prohibited: starting IVs. Giving injections."
                    if ln.lists_course(buf, at, stop):
                        head_kind = g.EDUCATION
                    conditional = judge(i32, wide, s, m, c, head_neg, head_kind)
                    if n + c > out.shape[0]:
                        return -1
                    before = n
                    for k in range(c):
                        if mode == CANDIDATES or s[C_WHY + k] == 0:
                            _emit(i32, s, out, n, row, k, conditional, first, last)
                            n += 1
                    emitted = n - before
                    if n > before and not question and opened == at and pos < tail and an.names_thing(s, m):
                        asked, begins = before, np.int64(-1)  # "Peels and facials. Not done by assistants."
                    if n > before and question:
                        begins = np.int64(an.asks(s, m, head_neg != 0))
                        asked = before if begins >= 0 or not heading else np.int64(-1)
                        if heading:
                            for k in range(before, n):
                                out[k, KIND] = g.HEADING if out[k, KIND] == g.DUTY else out[k, KIND]
                        elif begins >= 0:
                            asking = s[T_START + s[U_FIRST + begins]]
                            for k in range(before, n):
                                if out[k, KIND] == g.DUTY and out[k, START] >= asking:
                                    out[k, KIND] = g.HEADING  # "May an assistant draw blood?" states nothing
                below_lead = s[S_DEPTH] > 0 and s[S_HEADS + (s[S_DEPTH] - 1) * HEAD + hd.ID] == lead_ident
                held = 0
                for k in range(c):
                    held += s[C_WHY + k] == 0
                if below_lead and (held == 0 or lead_helps) and opened == at and not heading and kind != ln.LINE_HASH:
                    bare = led.is_object(s, m, lead_helps) and not (trials > 0 and s[U_VERB] and not lead_helps)
                    bare = bare and (kind == ln.LINE_BULLET or w <= ln.TITLE_WORDS)
                    if bare and led.prefix(i32, wide, s, buf, lead_from, lead_to, lead_words, w):
                        m = munch(i32, wide, s, lead_words + w)
                        for k in range(n - emitted, n):
                            if out[k, WHY] == 0:
                                out[k, WHY] = g.BEATEN  # "suturing", of which the line above says "assists with"
                        n -= emitted if mode == MENTIONS else 0
                        c = 0
                        trials = collect(i32, wide, s, m, False)
                        if trials > 0:
                            govern(i32, wide, s, m)
                            c = find(i32, wide, s, m, clinical, False, trials)
                        if c > 0:
                            least = led.led_by(s, m, c, lead_words, lead_helps)
                            compete(i32, s, c)
                            head_neg, head_kind = hd.governing(s, kind == ln.LINE_PLAIN and final)
                            conditional = judge(i32, wide, s, m, c, head_neg, head_kind)
                            if n + c > out.shape[0]:
                                return -1
                            for k in range(c):
                                if s[C_WHY + k] == 0:
                                    s[C_LO + k] = max(s[C_LO + k], least)
                                    s[C_VERB + k] = -1
                                    _emit(i32, s, out, n, row, k, conditional, first, last)
                                    out[n, START] = max(out[n, START], first)
                                    n += 1
            if (
                heading
                and (colon or kind == ln.LINE_HASH)
                and w <= led.LEAD_WORDS
                and mode != STATEMENTS
                and led.leads(s, m)
            ):
                lead_from, lead_to, lead_words, lead_ident = np.int64(opened), np.int64(pos), w, ident
                lead_helps = led.helping(s, m)
            if heading:
                hd.push_heading(s, rank, neg, sense, ident)
                denying = place if neg else denying
                if rank < hd.PART_RANK:
                    sr.forget_series(s)
                if kind == ln.LINE_PLAIN and (colon or (m > 0 and s[U_ROLE + m - 1] & g.NEG)):
                    colon_open = True
                bullets = False
            ident += 1
            told = told or following
        for k in range(pos, stop):
            if buf[k] & 0xC0 == 0x80:
                cont += 1
        i = stop + 1
    return n


def _read(kind: types.Type) -> types.Array:
    """One-dimensional and only read: Arrow's buffers are, and what came to an executor by broadcast may be."""
    return types.Array(kind, 1, "C", readonly=True)


# One kernel for all inputs: without its types named, each mixture of writable and other arrays would be compiled anew.
_SIGNATURE = types.UniTuple(types.int64, 2)(
    _read(types.int32),
    _read(types.int64),
    types.int64[::1],
    _read(types.uint8),
    _read(types.int64),
    _read(types.uint8),
    types.boolean,
    *(types.int64,) * 4,
    types.int32[:, ::1],
)


@njit(_SIGNATURE, cache=True, nogil=True)
def scan_rows(i32, wide, s, buf, offsets, valid, has_valid, bit0, first, last, mode, out):
    """Rows first..last of an Arrow string array. Returns (mentions, next row): short of `last` when `out` is full."""
    n = np.int64(0)
    for r in range(first, last):
        if has_valid:
            bit = bit0 + r
            if not (valid[bit >> 3] >> (bit & 7)) & 1:
                continue
        if offsets[r + 1] > offsets[r]:
            k = scan_row(i32, wide, s, buf, offsets[r], offsets[r + 1], r, mode, out, n)
            if k < 0:
                return n, r
            n = k
    return n, last
