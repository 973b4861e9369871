"""Each reader on small real documents: structure is kept, boilerplate is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.reading import ReadText, read_file
from tests.reading.makers import ABOUT, LINES, docx, parquet, pdf, rezipped, scanned_pdf

PAGE = """<!doctype html><html><head><title>Jobs | Clinic</title>
<style>p { color: red }</style><script>var a = "<p>Start IV lines</p>";</script></head><body>
<nav><a href="/">Home</a></nav><div class="main-menu"><ul><li><a>One</a><li><a>Two</a></ul></div>
<header><a href="/">Clinic</a></header>
<?php if ($a -> b > 1) { echo "Give injections"; } ?>
<main><h1>Medical Assistant</h1><p>Draw&nbsp;blood from <b>patients</b>.</p>
<p hidden>Take x-rays</p><p style="display: none">Take x-rays</p>
<p><strong>Front office</strong></p><p>Phones.</p>
<ul><li>Room patients<ul><li>Height and weight</ul><li><p>Take vitals</p><p>Twice</p></ul>
<p>• Set up trays<br>• Clean rooms</p>
<table><tr><th>Task</th><th>Allowed</th></tr><tr><td>Start IVs</td><td>No</td></tr></table>
<form><label>Name</label><input value="Suture wounds"><button>Apply</button></form></main>
<div id="footer">Copyright</div></body></html>"""


def read(tmp_path: Path, name: str, data: bytes | str, column: str | None = None) -> ReadText:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_file(path, column)


def test_html_keeps_structure_and_leaves_out_the_rest(tmp_path: Path) -> None:
    found = read(tmp_path, "a.html", PAGE)
    assert found.title == "Medical Assistant"
    lines = [line for line in found.text.split("\n") if line]
    assert lines[:4] == ["# Medical Assistant", "Draw blood from patients.", "###### Front office", "Phones."]
    assert lines[4:8] == ["- Room patients", "  - Height and weight", "- Take vitals", "- Twice"]
    assert lines[8:10] == ["- Set up trays", "- Clean rooms"]
    assert lines[-2:] == ["Task | Allowed", "Start IVs | No"]
    for hidden in ("IV lines", "injections", "x-rays", "wounds", "Apply", "Home", "Copyright", "color", "One", "echo"):
        assert hidden not in found.text


def test_html_of_the_declared_charset(tmp_path: Path) -> None:
    body = b"<meta charset=latin-1><p>Caf\xe9 \x93phones\x94 and \x95 signs are read as they were meant.</p>"
    assert "Café “phones” and • signs" in read(tmp_path, "a.htm", body).text


def test_html_in_one_form_of_a_server_is_read(tmp_path: Path) -> None:
    body = (
        b"<body><form id=aspnetForm><h1>Medical assistant</h1><p>Draw blood from patients each day.</p></form></body>"
    )
    assert "Draw blood" in read(tmp_path, "a.aspx", body).text


PAGES = sorted((Path(__file__).resolve().parents[3] / "shared" / "corpora" / "html").glob("*"))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name[-20:])
def test_real_pages_hold_no_code(path: Path) -> None:
    found = read_file(path)
    assert found.text.strip()
    for code in ("<?php", "</", "function(", "$title", "{ outline", "jQuery"):
        assert code not in found.text


def test_pdf_rejoins_lines_and_keeps_bullets(tmp_path: Path) -> None:
    found = read(tmp_path, "a.pdf", pdf(pages=3))
    assert found.title == "Medical Assistant"
    lines = [line for line in found.text.split("\n") if line]
    assert lines[0] == "# Medical Assistant"
    assert lines[1] == (ABOUT * 3).strip()
    assert lines[2].endswith("# Responsibilities")
    assert lines[3:6] == [f"- {line}" for line in LINES]
    assert "Page" not in found.text


def test_pdf_mends_hyphens_and_tells_of_scanned_pages(tmp_path: Path) -> None:
    import pypdfium2

    both = pypdfium2.PdfDocument.new()
    for data in (pdf(), scanned_pdf()):
        both.import_pages(pypdfium2.PdfDocument(data))
    both.save(tmp_path / "both.pdf")
    found = read_file(tmp_path / "both.pdf")
    assert "Draw blood" in found.text
    assert found.unread == ("page 2: a picture without text",)


def test_pdf_of_a_browser_keeps_its_list() -> None:
    """Its discs are drawn, not written, and PDFium makes one line of two items."""
    found = read_file(Path(__file__).with_name("printed_by_a_browser.pdf"))
    lines = [line for line in found.text.split("\n") if line]
    assert lines[:3] == [
        "# Medical Assistant",
        "Practice: Hill Family Medicine, Austin, TX. We have 12 staff.",
        "## Duties",
    ]
    assert len(lines) == 15
    assert all(line.startswith("- ") for line in lines[3:])
    assert lines[11:13] == [
        "- dispose of used needles and equipment to avoid needle stick injury",
        "- Takes skin biopsies of the patient",
    ]


def test_pdf_drawn_signs_make_a_list(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "drawn.pdf"), pagesize=(600, 800))
    canvas.setFont("Helvetica", 11)
    for y, left, words in ((700, 60, "Draw blood"), (680, 80, "from adults"), (660, 60, "Give injections")):
        canvas.drawString(left, y, words)
        canvas.circle(left - 10, y + 4, 2, fill=1)
    canvas.drawString(60, 600, "Apply by letter to the clinic.")
    canvas.rect(50, 590, 400, 30)  # a frame is no sign
    canvas.save()
    lines = [line for line in read_file(tmp_path / "drawn.pdf").text.split("\n") if line]
    assert lines == ["- Draw blood", "  - from adults", "- Give injections", "Apply by letter to the clinic."]


def test_pdf_words_broken_in_a_joined_letter_are_whole() -> None:
    from pipeline.reading.pdf_lines import Line, with_whole_words

    def line(text: str, left: float, right: float, bottom: float = 600.0) -> Line:
        return Line(text, left, right, bottom, bottom + 12, 11.0, False)

    broken = [line("Supervises junior staf", 60, 187.3), line("f", 186.8, 191)]
    assert [x.text for x in with_whole_words(broken)] == ["Supervises junior staff"]
    apart = [line("Duties", 60, 100), line("Hours", 140, 180), line("Draw blood", 60, 120, 588.0)]
    assert with_whole_words(apart) == apart


def test_pdf_lines_become_blocks() -> None:
    from pipeline.reading.blocks import render
    from pipeline.reading.pdf_blocks import blocks_of
    from pipeline.reading.pdf_lines import Line

    def line(text: str, bottom: float, left: float = 50, right: float = 500, size: float = 10) -> Line:
        return Line(text, left, right, bottom, bottom + 10, size, False)

    page = [
        line("DUTIES", 700, right=90),
        line("Administers immuni\u00ad", 688),
        line("zations and fol-", 676),
        line("low the plan.", 664, right=100),
        line("•", 640, right=55),
        line("Draw blood", 640, left=70, right=120),
        line("o Venipuncture", 628, left=80, right=150),
        line("– by order", 616, left=80, right=150),
        line("1. Take vitals", 604, right=120),
    ]
    text = render(blocks_of([page]))
    assert text.split("\n")[0] == "##### DUTIES"
    assert "Administers immunizations and fol-low the plan." in text.replace("fol- low", "fol-low")
    assert "- Draw blood\n  - Venipuncture\n  - by order\n- Take vitals\n" in text


def test_docx_reads_styles_lists_tables_and_bold_headings(tmp_path: Path) -> None:
    found = read(tmp_path, "a.docx", docx())
    assert found.title == "Medical Assistant"
    assert found.text == (
        "# Medical Assistant\n\n## Responsibilities\n- Room patients and take vital signs\n- Draw blood\n"
        "- Perform electrocardiograms\n  - Height and weight\n\n###### Front office\n\nGreets patients.\n\n"
        "Start IV lines | Not permitted\n"
    )


def test_docx_leaves_out_deleted_and_hidden_words(tmp_path: Path) -> None:
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
        b"<w:r><w:t>Draw </w:t></w:r><w:del><w:r><w:delText>no </w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>blood</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> and suture</w:t></w:r></w:p>"
        b"<w:sdt><w:sdtContent><w:p><w:r><w:t>Take vitals</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        b"</w:body></w:document>"
    )
    assert read(tmp_path, "a.docx", rezipped(docx(), {"word/document.xml": body})).text == "Draw blood\n\nTake vitals\n"


def test_markdown(tmp_path: Path) -> None:
    text = "---\ntitle: X\n---\n# Job\n\nDraws **blood**\nand more.\n\n* One\n    * Two\n\n"
    text += "| a | b |\n|---|---|\n| c | d |\n\n"
    found = read(tmp_path, "a.md", text + "<p>Html <script>x</script></p>\n\n**Duties**\n\n• Three\n• Four\n")
    assert found.title == "Job"
    assert found.text == (
        "# Job\n\nDraws blood and more.\n\n- One\n  - Two\n\na | b\n\nc | d\n\nHtml\n\n###### Duties\n- Three\n- Four\n"
    )


def test_text_keeps_its_lines_and_gets_one_bullet_sign(tmp_path: Path) -> None:
    found = read(
        tmp_path, "a.txt", "Medical Assistant\r\n\r\n• Draw blood\r\n\t– Venipuncture\r\n-5 degrees\r\n*required\r\n"
    )
    assert found.text == "Medical Assistant\n\n- Draw blood\n  - Venipuncture\n-5 degrees\n*required\n"
    assert found.title == "Medical Assistant"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(codec: str, tmp_path: Path) -> None:
    text = "Draws blood – the patient’s own – at the café each day, and takes the vital signs of patients.\n"
    assert read(tmp_path, "a.txt", text.encode(codec)).text == text


def test_mojibake_is_mended_and_controls_are_not_kept(tmp_path: Path) -> None:
    text = "The patientâ€™s blood is drawn.\x1b[31m Take\x07 vitals now.\n"
    assert read(tmp_path, "a.txt", text).text == "The patient’s blood is drawn. [31m Take  vitals now.\n"


TABLE = {"id": [1, 2, 3], "Job Description": ["Draw blood.", None, "<ul><li>Take vitals</li></ul>"]}


def test_tables_give_a_place_for_each_row(tmp_path: Path) -> None:
    csv = "id;Job Description\n1;Draw blood.\n2;\n3;<ul><li>Take vitals</li></ul>\n"
    records = [dict(zip(TABLE, row, strict=True)) for row in zip(*TABLE.values(), strict=True)]
    files = {
        "a.csv": csv.encode(),
        "a.tsv": csv.replace(";", "\t").encode(),
        "a.jsonl": "\n".join(map(json.dumps, records)).encode(),
        "a.json": json.dumps(records).encode(),
        "a.parquet": parquet(TABLE),
    }
    for name, data in files.items():
        found = read(tmp_path, name, data)
        assert found.rows is not None
        assert [found.text[a:b] for a, b in found.rows] == ["Draw blood.", "- Take vitals"], name


def test_a_column_can_be_named(tmp_path: Path) -> None:
    data = b"text,other\nno,Draw blood\n"
    assert read(tmp_path, "a.csv", data, "other").text == "Draw blood\n"


def test_onet_release_folder(tmp_path: Path) -> None:
    (tmp_path / "Occupation Data.txt").write_text("O*NET-SOC Code\tTitle\n")
    head = "O*NET-SOC Code\tTitle\tTask ID\tTask\n"
    rows = "31-9092.00\tMedical Assistants\t1\tDraw blood.\n31-9092.00\tMedical Assistants\t2\tTake vitals.\n"
    (tmp_path / "Task Statements.txt").write_text(head + rows + "1-1\tClerks\t3\tFile charts.\n")
    from pipeline.reading import files_in

    (path,) = files_in(tmp_path)
    assert isinstance(path, Path)
    found = read_file(path)
    assert found.text == "# Medical Assistants\n- Draw blood.\n- Take vitals.\n# Clerks\n- File charts.\n"
    assert found.rows is not None
    assert len(found.rows) == 2
