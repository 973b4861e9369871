"""The seldom met corners of each reader: what a person sees when a document is at the edge of what is read."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.reading import ReadText, UnreadableFile, files_in, limits, read_file
from tests.reading.makers import docx, parquet, pdf, rezipped, zipped

LONG = "Draw blood from patients in the office"


def read(tmp_path: Path, name: str, data: bytes | str, column: str | None = None) -> ReadText:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_file(path, column)


def problem(tmp_path: Path, name: str, data: bytes | str, column: str | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path, name, data, column)
    return f"{caught.value.problem}; {caught.value.mend}"


# JSON


def test_json_of_one_object_is_one_text(tmp_path: Path) -> None:
    assert read(tmp_path, "a.json", json.dumps({"text": "Draw blood"}, indent=1)).text == "Draw blood\n"


def test_json_lines_under_the_name_of_json_are_read_line_by_line(tmp_path: Path) -> None:
    found = read(tmp_path, "a.json", '{"text": "Draw blood"}\n{"text": "Answer phones"}\n')
    assert found.text == "Draw blood\nAnswer phones\n"
    assert found.rows == ((0, 10), (11, 24))


def test_json_lists_of_texts_are_bullets_and_other_values_no_text(tmp_path: Path) -> None:
    rows = [{"duties": ["Draw blood", "Weigh"]}, {"duties": [1]}, {"duties": None}, {"duties": "Phones"}]
    assert read(tmp_path, "a.json", json.dumps(rows)).text == "- Draw blood\n- Weigh\nPhones\n"


def test_brackets_within_strings_do_not_nest(tmp_path: Path) -> None:
    signs = '[{"' * 100
    rows = [{"text": f'Draw blood \\ " {signs}'}, {"text": "x", "more": [[1], {"a": [2]}]}]
    assert "Draw blood" in read(tmp_path, "a.json", json.dumps(rows)).text
    deep = '{"text": "Draw blood", "more": ' + "[" * 65 + "]" * 65 + "}"
    assert problem(tmp_path, "b.json", deep).startswith("the document nests more than 64 deep")
    assert problem(tmp_path, "a.jsonl", '{"text": "a"}\n' + deep).startswith("line 2 nests more than 64 deep")
    unclosed = '{"text": "' + "[" * 70
    assert problem(tmp_path, "c.jsonl", unclosed).startswith("line 1 is no JSON")


def test_a_record_that_is_no_object_is_told_by_its_number(tmp_path: Path) -> None:
    assert problem(tmp_path, "a.json", '["Draw blood", 5]').startswith("record 2 is no object and no string")


# Tables


def test_a_column_that_is_asked_for_and_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    told = problem(tmp_path, "a.csv", "id,text\n1,Draw blood\n", "body")
    assert told == "has no column 'body'; it has: id, text"


def test_a_table_of_numbers_has_no_texts(tmp_path: Path) -> None:
    assert problem(tmp_path, "a.csv", "a,b\n1,2\n3,4\n").startswith("has no column that looks like text; name it")


def test_the_longest_column_holds_the_texts_where_no_name_says_so(tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", f"x,y\nshort,{LONG}\n").text == f"{LONG}\n"


def test_rows_of_markup_without_words_have_no_place(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", f"text\n<p> </p>\n<p>{LONG}</p>\n\n")
    assert (found.text, found.rows) == (f"{LONG}\n", ((0, len(LONG)),))


def test_tables_have_a_bound_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    told = problem(tmp_path, "a.csv", "text\na\nb\nc\n")
    assert told == "has more than 2 rows; use 'scopebook tag' for a large table"
    told = problem(tmp_path, "a.parquet", parquet({"text": ["a", "b", "c"]}))
    assert told == "has 3 rows; at most 2 are read; use 'scopebook tag' for a large table"


def test_parquet_of_categories_is_read_and_other_columns_are_told(tmp_path: Path) -> None:
    table = pa.table({"n": [1, 2], "text": pa.array([LONG, LONG]).dictionary_encode()})
    out = io.BytesIO()
    pq.write_table(table, out)
    assert read(tmp_path, "a.parquet", out.getvalue()).text == f"{LONG}\n{LONG}\n"
    assert (
        problem(tmp_path, "b.parquet", out.getvalue(), "n")
        == "column 'n' holds int64, not text; name another --text-column"
    )


def test_parquet_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PARQUET_COLUMN_BYTES", 50)
    told = problem(tmp_path, "a.parquet", parquet({"n": [1], "text": [LONG * 2]}))
    assert told.startswith("unpacks to 0 MB")


def test_parquet_damaged_in_the_middle_is_refused(tmp_path: Path) -> None:
    data = bytearray(parquet({"text": [LONG + str(n) for n in range(1000)]}))
    data[4:2000] = b"\xff" * 1996
    assert problem(tmp_path, "a.parquet", bytes(data)).startswith("is a damaged Parquet file")


def test_task_statements_of_onet_by_their_own_name(tmp_path: Path) -> None:
    head = "O*NET-SOC Code\tTitle\tTask ID\tTask\n"
    rows = "31-9092.00\tMedical Assistants\t1\tDraw   blood.\n\n31-9092.00\tMedical Assistants\t2\tTake x-rays.\n"
    found = read(tmp_path, "tasks.tsv", head + rows + "31-9097.00\tPhlebotomists\t3\tDraw blood.\n")
    assert found.kind == "onet"
    assert found.text == "# Medical Assistants\n- Draw blood.\n- Take x-rays.\n# Phlebotomists\n- Draw blood.\n"
    assert [found.text[a:b].split("\n")[0] for a, b in found.parts] == ["# Medical Assistants", "# Phlebotomists"]
    assert problem(tmp_path, "b.tsv", head + "31-9092.00\tMedical\n").startswith("line 2 has 2 cells, not 4")
    assert problem(tmp_path, "c.tsv", "O*NET-SOC Code\tTitle\n").startswith("is a file of O*NET without tasks")


# Text, Markdown, HTML


def test_a_line_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_CHARS", 20)
    assert problem(tmp_path, "a.txt", LONG).startswith("line 1 has 38 characters; at most 20 are read")
    page = f"<p>Phones</p><p>{LONG}</p>"
    assert problem(tmp_path, "a.html", page).startswith("has a line of 38 characters; at most 20 are read")


def test_markdown_keeps_code_and_breaks_as_lines(tmp_path: Path) -> None:
    text = "# Duties\n\n```\nDraw blood\n\nTake vitals\n```\n\nOne  \ntwo<br>three<b>four</b>\n"
    lines = read(tmp_path, "a.md", text).text.split("\n")
    assert [line for line in lines if line] == ["# Duties", "Draw blood", "Take vitals", "One", "two", "threefour"]


def test_markdown_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MARKDOWN_BYTES", 10)
    assert problem(tmp_path, "a.md", LONG).startswith("is Markdown of more than 0 MB")


def test_a_page_under_the_name_of_text_is_read_as_a_page(tmp_path: Path) -> None:
    found = read(tmp_path, "a.txt", f"<!doctype html><html><body><p>{LONG}</p></body></html>")
    assert (found.kind, found.text.strip()) == ("html", LONG)


def test_pictures_for_screen_readers_and_menus_of_links_are_left_out(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">Page {n}</a></li>' for n in range(8))
    page = f"<body><div aria-hidden=true>Suture wounds</div><ul>{links}</ul><p>{LONG}</p></body>"
    found = read(tmp_path, "a.html", page).text
    assert LONG in found
    assert "Suture" not in found
    assert "Page 3" not in found


def test_a_page_that_is_too_much_work_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_WORK", 50)
    told = problem(tmp_path, "a.html", "<div>" * 40 + LONG)
    assert told.startswith("is too large and too deeply nested to be read")


def test_a_comment_that_never_ends_hides_what_follows(tmp_path: Path) -> None:
    assert LONG in read(tmp_path, "a.html", f"<p>{LONG}</p><!-- <p>Suture wounds</p>").text


def test_a_codec_that_is_no_text_is_not_believed(tmp_path: Path) -> None:
    assert LONG in read(tmp_path, "a.html", f"<meta charset=hex><p>{LONG}</p>").text


# Word


def word(*parts: str, styles: str | None = None) -> bytes:
    """The document of `docx()` with another body, and its styles with `styles` added."""
    import zipfile

    old = docx()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    compat = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = f"<w:document {space} {compat}><w:body>{''.join(parts)}</w:body></w:document>"
    changes: dict[str, bytes | None] = {"word/document.xml": body.encode()}
    if styles is not None:
        name = "word/styles.xml"
        known = zipfile.ZipFile(io.BytesIO(old)).read(name).decode()
        changes[name] = known.replace("</w:styles>", f"{styles}</w:styles>").encode()
    return rezipped(old, changes)


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t>{words}</w:t></w:r></w:p>"


def lines_of(tmp_path: Path, data: bytes) -> list[str]:
    return [line for line in read(tmp_path, "a.docx", data).text.split("\n") if line]


def test_word_without_words_is_told(tmp_path: Path) -> None:
    assert problem(tmp_path, "a.docx", word(paragraph(" "))).startswith("is a Word document without text")


def test_word_breaks_tabs_and_hyphens(tmp_path: Path) -> None:
    run = "<w:r><w:t>Draw</w:t><w:tab/><w:t>blood</w:t><w:br/><w:t>Take x</w:t><w:noBreakHyphen/><w:t>rays</w:t></w:r>"
    assert lines_of(tmp_path, word(f"<w:p>{run}</w:p>")) == ["Draw blood", "Take x-rays"]


def test_word_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    either = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent>{either}</mc:AlternateContent></w:r>"
    found = lines_of(tmp_path, word(f"<w:p><w:r><w:t>Outside</w:t></w:r>{drawn}</w:p>"))
    assert found == ["Outside", "In a box"]


def test_word_tables_in_tables_and_lists_in_cells(tmp_path: Path) -> None:
    def cell(*parts: str) -> str:
        return f"<w:tc>{''.join(parts)}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(paragraph('Weigh'))}{cell(paragraph('Yes'))}</w:tr></w:tbl>"
    bullet = paragraph("Draw blood", '<w:pStyle w:val="ListBullet"/>')
    table = f"<w:tbl><w:tr>{cell(paragraph('Duties'))}{cell(bullet, inner)}</w:tr></w:tbl>"
    assert lines_of(tmp_path, word(table)) == ["Duties", "- Draw blood", "Weigh | Yes"]


def test_word_headings_by_outline_and_by_style(tmp_path: Path) -> None:
    own = """<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>
    <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heir"><w:name w:val="Heir"/><w:basedOn w:val="Own"/></w:style>
    <w:style w:type="paragraph"><w:name w:val="Nameless"/></w:style>"""
    found = lines_of(
        tmp_path,
        word(
            paragraph("By level", '<w:outlineLvl w:val="2"/>'),
            paragraph("By subtitle", '<w:pStyle w:val="Subtitle"/>'),
            paragraph("By style", '<w:pStyle w:val="Own"/>'),
            paragraph("By descent", '<w:pStyle w:val="Heir"/>'),
            paragraph("Body text is no heading, whatever its outline says.", '<w:outlineLvl w:val="9"/>'),
            styles=own,
        ),
    )
    assert found[:4] == ["### By level", "## By subtitle", "## By style", "## By descent"]
    assert found[4].startswith("Body text")


def test_word_lists_by_number_and_by_style(tmp_path: Path) -> None:
    own = """<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:numPr><w:ilvl w:val="1"/>
    <w:numId w:val="1"/></w:numPr></w:pPr></w:style>"""

    def numbered(words: str, level: str, number: str = "1", style: str = "") -> str:
        kept = f'<w:pStyle w:val="{style}"/>' if style else ""
        return paragraph(words, f'{kept}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    found = lines_of(
        tmp_path,
        word(
            numbered("One", "0"),
            numbered("Two", "1"),
            numbered("Odd", "x"),
            paragraph("Styled", '<w:pStyle w:val="Own"/>'),
            numbered("Taken out of its list again, and so no bullet.", "0", "0", "ListBullet"),
            styles=own,
        ),
    )
    assert found == ["- One", "  - Two", "- Odd", "  - Styled", "Taken out of its list again, and so no bullet."]


def test_word_behind_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(docx())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    assert problem(tmp_path, "a.docx", bytes(data)).startswith("is protected by a password")


def test_other_archives_are_told_by_what_they_are(tmp_path: Path) -> None:
    for member, what in (("xl/workbook.xml", "a spreadsheet"), ("ppt/a.xml", "a slide show")):
        assert problem(tmp_path, "a.docx", zipped({member: b"<a/>"})).startswith(f"is {what}, not a Word document")


# PDF


def test_pdf_has_bounds_of_pages_and_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(pages=3)
    monkeypatch.setattr(limits, "PDF_PAGES", 2)
    assert problem(tmp_path, "a.pdf", data) == "has 3 pages; at most 2 are read; split it"
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    monkeypatch.setattr(limits, "PDF_CHARS", 100)
    assert problem(tmp_path, "a.pdf", data) == "holds more than 100 characters; split it"


def test_pdf_headings_that_run_over_two_lines_are_one(tmp_path: Path) -> None:
    title = "Certified Medical Assistant for the Department of Family Medicine and Pediatrics"
    assert read(tmp_path, "a.pdf", pdf(title=title)).text.split("\n")[0] == f"# {title}"


# Folders, and whatever else goes wrong


def test_a_folder_of_too_many_documents_is_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "picture.png"):
        (tmp_path / name).write_text(LONG)
    monkeypatch.setattr(limits, "FOLDER_FILES", 2)
    *found, last = files_in(tmp_path)
    assert [f.name for f in found if isinstance(f, Path)] == ["a.txt", "b.txt"]
    assert isinstance(last, UnreadableFile)
    assert last.problem == "holds more than 2 documents"


def test_memory_that_runs_out_is_a_fault_of_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.reading import plain

    def give_up(*_: object) -> ReadText:
        raise MemoryError

    monkeypatch.setattr(plain, "read", give_up)
    assert problem(tmp_path, "a.txt", LONG).startswith("is too large or too deeply nested to be read")


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableFile, match="is no regular file"):
        read_file(tmp_path / "a.txt")
