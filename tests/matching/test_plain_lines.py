"""How a text is cut into lines, bullets and sentences, what stands above each, and that a row ends where it ends."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from pipeline.matching import CompiledLexicon, explain, scan, segment
from pipeline.matching import kernel as k
from pipeline.matching.scan import buffers, run
from pipeline.matching.tables import new_scratch

# A text ("_" is a space) and its statements: "#" before a heading, the level, the words, behind "<" what is above.
TEXTS = r"""
(a) xx => 1 xx
(12) xx => 1 xx
(ab) xx => 0 ab) xx
(a)xx => 0 a)xx
#! A line that breaks off
Goes the\nXx => 0 Goes the\nXx
Goes an\nXx => 0 Goes an\nXx
Goes and\nXx => 0 Goes and\nXx
Goes or\nXx => 0 Goes or\nXx
Goes of\nXx => 0 Goes of\nXx
Goes on\nXx => 0 Goes on | 0 Xx
Goes and\n- Xx => #0 Goes and | 1 Xx < Goes and
Goes and\nA. Xx => 0 Goes and | 0 Xx
Goes and\n\nXx => 0 Goes and | 0 Xx
The\nXx => 0 The | 0 Xx
#! Numbered headings and their series
1. Prohibited\n- xx\n- yy => #1 Prohibited | 1 xx < Prohibited | 1 yy < Prohibited
1. Prohibited:\n- xx\n- yy => #1 Prohibited | 1 xx < Prohibited | 1 yy < Prohibited
B. Prohibited\n\nxx xx. => #1 Prohibited | 0 xx xx < Prohibited
B. Duties\n\nxx xx. => #1 Duties | 0 xx xx < Duties
B. Draws blood\n\nxx xx. => 1 Draws blood | 0 xx xx
B. Xx\n\nxx xx. => 1 Xx | 0 xx xx
IV. Prohibited\n- xx\nV. Yy\n- zz => 0 IV | #0 Prohibited | 1 xx < Prohibited | 1 Yy | 1 zz
IX. Prohibited\n- xx\nX. Yy\n- zz => 0 IX | #0 Prohibited | 1 xx < Prohibited | 1 Yy | 1 zz
1. Prohibited\n- xx\n3. Yy\n- zz => #1 Prohibited | 1 xx < Prohibited | 1 Yy < Prohibited | 1 zz < Prohibited
1. Prohibited\n- xx\n2. Yy\n- zz => #1 Prohibited | 1 xx < Prohibited | 1 Yy | 1 zz
2.1 Prohibited\n- xx\n2.2 Yy\n- zz => #1 Prohibited | 1 xx < Prohibited | 1 Yy | 1 zz
A. Prohibited\n1. Xx\n- yy\nB. Yy => #0 Prohibited | 1 Xx < Prohibited | 1 yy < Prohibited | 1 Yy
B. Not\n1. Duties\n- y\n2. Z\nC. X => #1 Not | #1 Duties < Not | 1 y < Duties < Not | 1 Z < Not | 1 X
1. Prohibited\n- xx\n\n# Xx\n2. Yy => #1 Prohibited | 1 xx < Prohibited | #1 Xx | 1 Yy < Xx
- Prohibited\n  - xx\n- yy => #1 Prohibited | 2 xx < Prohibited | 1 yy
- Prohibited\n- xx => 1 Prohibited | 1 xx
- Duties\n  - xx => 1 Duties | 2 xx
1. Xx. You may not\n a) xx\n2. Yy => 1 Xx | #1 You may not | 1 xx < You may not | 1 Yy
Prohibited;\n- xx => 0 Prohibited | 1 xx
Prohibited | xx\nXx yy => 0 Prohibited | xx | 0 Xx yy
You may not\n- xx\n\nXx. => #0 You may not | 1 xx < You may not | 0 Xx
#! A line that goes on
Goes on\nafter it => 0 Goes on\nafter it
Goes on\nzebra => 0 Goes on\nzebra
Goes on\n`x => 0 Goes on | 0 x
Goes on\n{x => 0 Goes on | 0 x
Goes on\nox => 0 Goes on\nox
Goes on\no x => #0 Goes on | 1 x < Goes on
Goes on\na => 0 Goes on | 0 a
Goes on\nab => 0 Goes on\nab
Goes on\na) xx => #0 Goes on | 1 xx < Goes on
Goes on\na)xx => 0 Goes on\na)xx
Goes on\nab) xx => 0 Goes on\nab) xx
Goes on\na) => 0 Goes on\na
Goes on\n\nafter it => 0 Goes on | 0 after it
Goes on\n \t\r after it => 0 Goes on\n \t\r after it
Goes on \r\nafter it => 0 Goes on \r\nafter it
Goes on\r \nafter it => 0 Goes on\r \nafter it
Goes on\t\nafter it => 0 Goes on\t\nafter it
Ends.\nafter it => 0 Ends | 0 after it
Ends. \r\nafter it => 0 Ends | 0 after it
Ends!\nafter it => 0 Ends | 0 after it
Ends?\nafter it => 0 Ends | 0 after it
Ends;\nafter it => 0 Ends | 0 after it
Ends:\nafter it => #0 Ends | 0 after it < Ends
Ends,\nafter it => 0 Ends,\nafter it
Ends-\nafter it => 0 Ends-\nafter it
x\nafter it => 0 x | 0 after it
xx\nafter it => 0 xx\nafter it
_\nafter it => 0 after it
One\ntwo\nthree\nFour => 0 One\ntwo\nthree | 0 Four
One\ntwo.\nthree => 0 One\ntwo | 0 three
One\n# two\nthree => 0 One | #1 two | 0 three < two
# One\ntwo\nthree => #1 One | 0 two\nthree < One
## One\ntwo => #2 One | 0 two < One
- One\ntwo\n- three\nfour => 1 One\ntwo | 1 three\nfour
Goes on\n => 0 Goes on
Goes on\n\n => 0 Goes on
Goes on\n__ => 0 Goes on
\n\nx => 0 x
#! A share of the working time
(25%) xx => 1 xx
25% xx => 1 xx
- 25% xx => 1 xx
1. (25%) xx => 1 xx
(5% of time) xx => 1 xx
(5% of time xx => 0 5% of time xx
(5% => 0 5
(5%) =>
(5%)xx => 1 xx
5%xx => 1 xx
5 => 0 5
5% =>
(5) xx => 1 xx
() xx => 0 xx
(%) xx => 0 xx
% xx => 0 xx
40% - xx => 1 xx
40%: xx => 1 xx
40% -: - xx => 1 xx
40%.xx => 1 xx
(40% of the working time, xx yy) xx => 0 40% of the working time, xx yy) xx
(40% of the working xx) xx => 1 xx
(40% of the working tix) yy => 1 yy
40% xx\n- yy => 1 xx | 1 yy
40% xx: \n- yy => #0 xx | 1 yy < xx
40% x:y\n- yy => 1 x:y | 1 yy
# 25% xx => #1 25% xx
a 25% xx => 0 a 25% xx
(25%) - Xx:\n- yy => #0 Xx | 1 yy < Xx
x.\n→ xx => 0 x | 1 xx
xx.\n→ xx => 0 xx | 1 xx
xxx.\n→ xx => 0 xxx | 1 xx
(40% of the working xxxxxxx yy zz) xx => 0 40% of the working xxxxxxx yy zz) xx
(40% of the working xxxxxxxxxx yy zz) xx => 0 40% of the working xxxxxxxxxx yy zz) xx
aa bb.Cc => 0 aa bb.Cc
aa bbb.Cc => 0 aa bbb | 0 Cc
aa bbbb.Cc => 0 aa bbbb | 0 Cc
Goes on\na' xx => 0 Goes on\na' xx
‒ xx => 0 xx
x.\na) yy => 0 x | 1 yy
xx.\na) yy => 0 xx | 1 yy
xxx.\na) yy => 0 xxx | 1 yy
_a) yy => 1 yy
__a) yy => 2 yy
___a) yy => 2 yy
$25%) xx => 0 25%) xx
)25%) xx => 0 25%) xx
aa bbb.Aa => 0 aa bbb | 0 Aa
aa bbb.Zz => 0 aa bbb | 0 Zz
aa bbb.@c => 0 aa bbb.@c
aa bbb.[c => 0 aa bbb.[c
aa bba.Cc => 0 aa bba | 0 Cc
aa bbz.Cc => 0 aa bbz | 0 Cc
aa bbb`.Cc => 0 aa bbb`.Cc
aa bbb{.Cc => 0 aa bbb{.Cc
xx x. Two => 0 xx x. Two
xx xx. Two => 0 xx xx | 0 Two
x.\n• yy => 0 x | 1 yy
xx.\n• yy => 0 xx | 1 yy
#! Marks of a list
- xx => 1 xx
_- xx => 1 xx
__- xx => 2 xx
___- xx => 2 xx
____- xx => 3 xx
\t- xx => 2 xx
\t\t- xx => 3 xx
_\t- xx => 2 xx
* xx => 1 xx
+ xx => 1 xx
o xx => 1 xx
, xx => 0 xx
. xx => 0 xx
n xx => 0 n xx
p xx => 0 p xx
*xx => 0 xx
+xx => 0 xx
oxx => 0 oxx
-xx => 1 xx
--xx => 0 xx
--- =>
-_ =>
-\nxx => 0 xx
-- xx => 0 xx
• xx => 1 xx
•xx => 1 xx
‣ xx => 1 xx
‡ xx => 0 xx
․ xx => 0 xx
● xx => 1 xx
→ xx => 1 xx
↑ xx => 0 xx
✔ xx => 1 xx
➢ xx => 1 xx
⇒ xx => 0 xx
xx → yy => 0 xx | 0 yy
xx ✅ yy ► zz => 0 xx | 0 yy | 0 zz
▪ xx => 1 xx
◦ xx => 1 xx
■ xx => 1 xx
╬ xx => 0 xx
☂ xx => 0 xx
∎ xx => 0 xx
· xx => 1 xx
·xx => 1 xx
¶ xx => 0 xx
¸ xx => 0 xx
Â xx => 0 Â xx
0. xx => 1 xx
9. xx => 1 xx
/. xx => 0 xx
:. xx => 0 xx
1.xx => 0 1.xx
1 xx => 0 1 xx
1 . xx => 0 1 . xx
12. xx => 1 xx
123. xx => 1 xx
1234. xx => 0 1234. xx
1) xx => 1 xx
1)xx => 0 1)xx
1- xx => 0 1- xx
1. => 0 1
1._ =>
12) => 0 12
a) xx => 1 xx
z) xx => 1 xx
A) xx => 1 xx
Z) xx => 1 xx
`) xx => 0 xx
{) xx => 0 xx
@) xx => 0 xx
[) xx => 0 xx
a)xx => 0 a)xx
a) => 0 a
a)_ =>
ab) xx => 0 ab) xx
a. xx => 1 xx
Q. xx => 0 xx
A. xx => 0 xx
A. B. xx => 0 A. B. xx
a.xx => 0 a.xx
a. => 0 a
II.P.2 xx => 1 xx
II.P.2. xx => 1 xx
I.P.4.a xx => 1 xx
40.4 Xx => 1 Xx
40.4 xx => 0 40.4 xx
40. 4 xx => 1 4 xx
II.P xx => 0 II.P xx
II.P.2xx => 0 II.P.2xx
IIIII.2 xx => 0 IIIII.2 xx
12345.2 Xx => 0 12345.2 Xx
a.2 xx => 0 a.2 xx
I.ab.2 xx => 0 I.ab.2 xx
- II.P.2 xx => 1 xx
# II.P.2 xx => #1 II.P.2 xx
___xx => 0 xx
\txx => 0 xx
#! Headings of hashes
# xx => #1 xx
## xx => #2 xx
###### xx => #6 xx
####### xx => 0 xx
#xx => 0 xx
# =>
## =>
#_ =>
_# xx => #1 xx
__## xx => #2 xx
\t# xx => #1 xx
# \nxx => 0 xx
# xx\nyy => #1 xx | 0 yy < xx
-# xx => 1 xx
#! Titles
X b c d e f g h i\n\n- xx => #0 X b c d e f g h i | 1 xx < X b c d e f g h i
X b c d e f g h i j\n\n- xx => 0 X b c d e f g h i j | 1 xx
Title here\n\nxx yy. => 0 Title here | 0 xx yy
Title here\n- xx => #0 Title here | 1 xx < Title here
Title here\n\r\n\n- xx => #0 Title here | 1 xx < Title here
Title here\n => 0 Title here
Title here\n\n => 0 Title here
Title here.\n- xx => 0 Title here | 1 xx
Title here!\n- xx => 0 Title here | 1 xx
Title here?\n- xx => 0 Title here | 1 xx
Title here,\n- xx => #0 Title here | 1 xx < Title here
Title (here)\n- xx => #0 Title (here | 1 xx < Title (here
Title here**\n- xx => #0 Title here | 1 xx < Title here
Duties here\nxx yy => 0 Duties here\nxx yy
Duties here => 0 Duties here
- Duties here\nXx yy => 1 Duties here | 0 Xx yy
# Title\nXx yy => #1 Title | 0 Xx yy < Title
Title. More\n- xx => 0 Title | #0 More | 1 xx < More
Two parts. Duties\n- xx => 0 Two parts | #0 Duties | 1 xx < Duties
Title here\n# xx\n- yy => 0 Title here | #1 xx | 1 yy < xx
#! Lines that lead others
Do:\n- xx\n- yy => #0 Do | 1 xx < Do | 1 yy < Do
Do: \n- xx => #0 Do | 1 xx < Do
Do:\t\r\n- xx => #0 Do | 1 xx < Do
Do:*\n- xx => #0 Do | 1 xx < Do
Led: by\n- xx => #0 Led: by | 1 xx < Led: by
- Do:\n  - xx\n- yy => #1 Do | 2 xx < Do | 1 yy
- Do:\n  - More:\n    - xx\n  - yy\n- zz => #1 Do | #2 More < Do | 3 xx < More < Do | 2 yy < Do | 1 zz
Do:\n- xx:\n- yy => #0 Do | #1 xx < Do | 1 yy < Do
Do:\nMy Duties\n- xx => #0 Do | #0 My Duties < Do | 1 xx < My Duties < Do
My Duties\nDo:\n- xx => #0 My Duties | #0 Do | 1 xx < Do
My Duties\n\nYour Duties\n- xx => #0 My Duties | #0 Your Duties | 1 xx < Your Duties
# One\nDo:\n- xx\n## Two\n- yy => #1 One | #0 Do < One | 1 xx < Do < One | #2 Two < One | 1 yy < Two < One
# One\n## Two\n### C\n## D\n- xx => #1 One | #2 Two < One | #3 C < Two < One | #2 D < One | 1 xx < D < One
## One\n# Two\n- xx => #2 One | #1 Two | 1 xx < Two
# One\n# Two\n- xx => #1 One | #1 Two | 1 xx < Two
Do:\n- xx\nMore:\n- yy => #0 Do | 1 xx < Do | #0 More | 1 yy < More
Do:\n- xx\n\nX b c d e f g h i.\n- yy => #0 Do | 1 xx < Do | 0 X b c d e f g h i | 1 yy
Do:\n- xx\n\nX b c d e f g h.\n- yy => #0 Do | 1 xx < Do | 0 X b c d e f g h | 1 yy
Do:\n- xx\n\nX b c d e f g h\n- yy => #0 Do | 1 xx < Do | #0 X b c d e f g h < Do | 1 yy < X b c d e f g h < Do
Do:\nX b c d e f g h i.\n- yy => #0 Do | 0 X b c d e f g h i < Do | 1 yy < Do
# T\n- xx\n\nX b c d e f g h i.\n- yy => #1 T | 1 xx < T | 0 X b c d e f g h i < T | 1 yy < T
# T\nDo:\n- xx\n\nX b c d e f g h i.\n- yy => #1 T | #0 Do < T | 1 xx < Do < T | 0 X b c d e f g h i < T | 1 yy < T
Do:\n- xx\n# Two\n\nX b c d e f g h i.\n- yy => #0 Do | 1 xx < Do | #1 Two | 0 X b c d e f g h i < Two | 1 yy < Two
My Duties\nDo:\n- xx\n\nX b c d e f g h i.\n- yy => #0 My Duties | #0 Do | 1 xx < Do | 0 X b c d e f g h i | 1 yy
#! Sentences
One. Two => 0 One | 0 Two
One.Two => 0 One | 0 Two
One.two => 0 One.two
One.  Two => 0 One | 0 Two
One. two => 0 One. two
One!Two => 0 One!Two
One! two => 0 One! two
One? Two! Three. => 0 One | 0 Two | 0 Three
One?! Two => 0 One | 0 Two
One.' Two => 0 One | 0 Two
One." Two => 0 One | 0 Two
One.) Two => 0 One | 0 Two
One.] Two => 0 One.] Two
One.\tTwo => 0 One | 0 Two
One.\rTwo => 0 One | 0 Two
One.é => 0 One | 0 é
One. é => 0 One | 0 é
x. Two => 1 Two
x! Two => 0 x | 0 Two
xx.Two => 0 xx.Two
xxx.Two => 0 xxx | 0 Two
xxx.two => 0 xxx.two
xxX.Two => 0 xxX.Two
xx1.Two => 0 xx1.Two
.Two => 0 Two
. Two => 0 Two
Dr. Two => 0 Dr. Two
Approx. two => 0 Approx. two
One... Two => 0 One | 0 Two
One. => 0 One
One._ => 0 One
One.) => 0 One
One (two. Three) => 0 One (two | 0 Three
One • two => 0 One | 0 two
• One => 1 One
•• One => 1 One
e.g. one => 0 e.g. one
3.5 mg. Two => 0 3.5 mg | 0 Two
roomNo => 0 roomNo
rooms in clinicNo way => 0 rooms in clinicNo way
roNo => 0 roNo
rNo => 0 rNo
roomNO => 0 roomNO
RoomNo => 0 RoomNo
r2mNo => 0 r2mNo
roomN => 0 roomN
roomXx. Two => 0 roomXx | 0 Two
oneTwoThree => 0 oneTwoThree
Goes on\nb)\nxx => 0 Goes on\nb)\nxx
Goes on\nb)\txx => 0 Goes on\nb)\txx
"""


def spelt(text: str) -> str:
    for short, long in (("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("_", " ")):
        text = text.replace(short, long)
    return text


CASES = [tuple(map(spelt, line.split(" =>"))) for line in TEXTS.splitlines() if line and line[:2] != "#!"]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_lines_and_what_stands_above_them(plain: CompiledLexicon, text: str, wanted: str) -> None:
    found = [
        f"{'#' if s.is_heading else ''}{s.level} {s.text}" + "".join(f" < {h}" for h in reversed(s.headings))
        for s in segment(plain, text)
    ]
    assert " | ".join(found) == wanted.strip(" ")


ENDS = [
    *(b"Go", b"Go on", b"Go on\n", b"Go on\na", b"Go on\nb)", b"Go on\nno", b"Go on.", b"Go on\ntwo", b"## Go", b"#"),
    *(b"1", b"1.", b"12)", b"a)", b"a", b"Go (", b"patient's", b"patient'", b"Go on -", b"Go x\xc3", b"Go x\xe2\x82"),
    *(
        b"Go x\xf0\x9f\xa9",
        b"\xe2\x80",
        b"\xe2",
        b"\xc2",
        b"Go\xc2",
        b"Go on:",
        b"Go roomN",
        b'Go on?"',
        b"Go. ",
        b"Go.x",
    ),
    *("Go für".encode(), "Go on é".encode(), "Go on é.".encode(), "- é\n- é".encode(), b"May you draw blood? No"),
]
BESIDE = [
    *(
        b"",
        b"a",
        b"o",
        b" ",
        b"\n",
        b"- ",
        b") x",
        b"# ",
        b". X",
        b"s",
        b"'s",
        b"\x80",
        b"\xa2x",
        b"9",
        b'"',
        b":",
        b"No",
    ),
]


def statements(plain: CompiledLexicon, *rows: bytes, row: int) -> list[list[int]]:
    """What the kernel gives of one row, which lies between others in one buffer."""
    at, offsets = 0, [0]
    for text in rows:
        at += len(text)
        offsets.append(at)
    places = b"".join(n.to_bytes(4, "little") for n in offsets)
    column = pa.Array.from_buffers(
        pa.string(), len(rows), [None, pa.py_buffer(places), pa.py_buffer(b"".join(rows) + b"\0")]
    )
    blocks = run(plain, column, k.STATEMENTS, row, row + 1, 0, new_scratch())
    return [line[1:7] for _, block in blocks for line in block.tolist()]


@pytest.mark.parametrize("text", ENDS)
def test_a_row_ends_where_it_ends(plain: CompiledLexicon, text: bytes) -> None:
    alone = statements(plain, text, row=0)
    for other in BESIDE:
        assert statements(plain, text, other, row=0) == alone, other
        assert statements(plain, other, text, other, row=1) == alone, other


NAMED = "é ß ﬁ ﬃ ｘ Ä ŉ ж 日 ñ ² ’ ‘ ´ 🩸 – — ‐ ， ； ： ＆ … ／ 。 • “ ” « · × €"
NUMBERED = [0x300, 0xAD, 0x200B, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0xA0, 0x2009]
SHAPES = ["*", "x*", "*x", "x*x", " * ", "x. * x", "x.*", "x!*", "x*. "]
FRAMES = ["*; Draw Blood", "*\nDraw Blood", "- *\n- Draw Blood", "# *\nDraw Blood"]


@pytest.mark.parametrize("mark", "-*+o")
def test_a_bullet_alone_at_the_end_is_nothing(plain: CompiledLexicon, mark: str) -> None:
    assert [c.words for c in explain(plain, f"Gives pills.\n{mark}") if c.kept] == ["Gives pills"]


@pytest.mark.parametrize("char", [*NAMED.split(), *map(chr, NUMBERED)])
def test_a_character_counts_once(plain: CompiledLexicon, char: str) -> None:
    """Whatever its bytes: what stands behind it is found at its place, in the row and in its line."""
    for shape in SHAPES:
        for frame in FRAMES:
            text = frame.replace("*", shape.replace("*", char))
            last = segment(plain, text)[-1]
            assert text[last.start : last.end] == last.text, text
            assert last.text.endswith("Draw Blood"), text
            assert last.end == len(text), text


@pytest.mark.parametrize(
    "word", ["straße", "ﬂu", "Ｆｌｕ", "flú", "fl\u00adu", "fl\u200bu", "日本", "жук", "oﬃce", "Œuvre"]
)
def test_letters_are_folded(plain: CompiledLexicon, word: str) -> None:
    (found,) = [c for c in explain(plain, f"x {word} y") if c.duty_id == "letters" and c.kept]
    assert found.words == word


BAD = [
    b"\x80",
    b"\xbf",
    b"\xc0\x80",
    b"\xc1\x80",
    b"\xf5\x80\x80\x80",
    b"\xff",
    b"\xe2\x82 ",
    b"\xe2 \x82",
    b"\xc3 ",
    b"\xf0 ",
    b"\xf0\xc3",
    b"\xe2\xc3",
    b"\xe2\x82\xc3",
]


@pytest.mark.parametrize("bad", BAD)
def test_bytes_that_are_no_character_part_words(plain: CompiledLexicon, bad: bytes) -> None:
    raw = b"draws" + bad + b"blood"
    places = b"\0\0\0\0" + len(raw).to_bytes(4, "little")
    column = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(places), pa.py_buffer(raw)])
    assert [plain.duty_ids[duty] for duty in scan(plain, column).duty] == ["bleed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x flu's y", "flu"),
        ("x flu’s", "flu"),
        ("x fl'u y", "fl'u"),
        ("x flu' y", "flu"),
        ("x 'flu' y", "flu"),
        ("flu'd", ""),
    ],
)
def test_the_possessive_is_no_part_of_a_word(plain: CompiledLexicon, text: str, words: str) -> None:
    found = [c.words for c in explain(plain, text) if c.duty_id == "letters" and c.kept]
    assert found == ([words] if words else [])


@pytest.mark.parametrize("text", [text for text in ENDS if text.isascii()])
def test_nothing_is_read_behind_the_last_byte(plain: CompiledLexicon, text: bytes) -> None:
    """Where the column ends with the text, there is no byte behind it."""
    alone = [line[:2] for line in statements(plain, text, row=0)]
    assert [[s.start, s.end] for s in segment(plain, text.decode())] == alone


@pytest.mark.parametrize("first", range(10))
def test_rows_without_a_text_are_passed_over(plain: CompiledLexicon, first: int) -> None:
    texts = [None if n % 3 == 1 or n in (0, 8, 9, 20) else f"{'Draws blood. ' * (n % 4)}Gives pills" for n in range(28)]
    column = pa.array(texts)
    for last in (11, 17, 28):
        got = scan(plain, column[first:last])
        assert got.row.tolist() == [
            row for row, text in enumerate(texts[first:last]) for _ in range(text.count("s ") if text else 0)
        ]


@pytest.mark.parametrize("mode", [k.MENTIONS, k.STATEMENTS])
@pytest.mark.parametrize(("counts", "wanted"), [([3, 1, 1], (4, 2)), ([4, 1], (4, 1)), ([3, 2], (3, 1)), ([5], (0, 0))])
def test_a_row_for_which_there_is_no_room(
    plain: CompiledLexicon, mode: int, counts: list[int], wanted: tuple[int, int]
) -> None:
    """It is left to the next call; a row that just fits is not."""
    text, offsets, valid, has_valid, bit0 = buffers(pa.array(["Draws blood. " * count for count in counts]))
    out = np.zeros((4, k.COLUMNS), np.int32)
    arrays = (plain.tables.i, plain.tables.w, new_scratch(), text, offsets.astype(np.int64), valid)
    assert k.scan_rows(*arrays, has_valid, bit0, 0, len(counts), mode, out) == wanted
