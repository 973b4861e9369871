"""The generated pages: every recipe runs, every state has its page, and text from data stays text."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from pipeline.describing.pages import write_pages
from pipeline.describing.pages.recipes import Recipe, read_recipes, run
from pipeline.describing.pages.rule_words import citation, rule_in_words
from pipeline.describing.pages.state_page import NEEDED, labels_of, state_page
from pipeline.release import Release
from tests.conftest import ROOT

DOCS = ROOT / "docs"
RECIPES = read_recipes(DOCS / "queries")


def test_there_are_twenty_recipes_or_more() -> None:
    assert len(RECIPES) >= 20
    assert len({r.title for r in RECIPES}) == len(RECIPES)
    assert all(r.text for r in RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda r: r.name)
def test_every_recipe_runs_and_finds_something(recipe: Recipe, real_release: Release) -> None:
    if recipe.missing:
        pytest.skip(f"{recipe.missing} is not installed (group docs)")
    printed = run(recipe, real_release.directory)
    assert "No rows." not in printed
    assert len(printed.splitlines()) >= 3


@pytest.fixture(scope="module")
def pages(real_release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages") / "generated"
    write_pages(real_release, DOCS / "queries", out)
    return out


def test_every_jurisdiction_has_a_page_with_all_its_rules(pages: Path, real_release: Release) -> None:
    rules = real_release.table("rules").filter((pl.col("effective_to").is_null()), pl.col("effective_from").is_null())
    counts = dict(rules.group_by("state").len().iter_rows())
    for state in real_release.table("states")["state"]:
        text = (pages / "states" / f"{state.lower()}.md").read_text(encoding="utf-8")
        section = text.split("## Rules\n")[1].split("\n## ")[0]
        assert len(re.findall(r"^- \*\*", section, re.MULTILINE)) >= counts.get(state, 0)
        assert "## What was looked at" in text
        assert "Not legal advice" in text
    index = (pages / "states" / "index.md").read_text(encoding="utf-8")
    assert index.count(".md)") == 51


def test_maryland_and_the_iv_on_the_first_page_are_what_the_data_say(pages: Path, real_release: Release) -> None:
    home = (DOCS / "index.md").read_text(encoding="utf-8")
    office = real_release.table("scope_office").filter(state="MD", duty_id="start_iv").row(0, named=True)
    assert office["verdict"].upper() in home
    assert office["citations"][0] in home
    assert office["citations"][0] in (pages / "states" / "md.md").read_text(encoding="utf-8")


def test_pages_are_made_anew_but_nobody_elses_folder_is(pages: Path, real_release: Release, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        write_pages(real_release, DOCS / "queries", tmp_path)
    (pages / "stale.md").write_text("old")
    write_pages(real_release, DOCS / "queries", pages)
    assert not (pages / "stale.md").exists()


def test_text_from_data_stays_text(real_release: Release) -> None:
    tables = {name: real_release.table(name) for name in NEEDED}
    hostile = "<script>alert(1)</script>\n# Head | [x](javascript:1)"
    tables["rules"] = tables["rules"].with_columns(pl.lit(hostile).alias("limits"), pl.lit(hostile).alias("citation"))
    text = state_page(tables, tables["states"].filter(state="MD").row(0, named=True))
    assert "<script" not in text
    assert "\n# Head" not in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    # Entities, not backslashes: Python-Markdown lets a tag through after a backslash.
    assert "&#60;script&#62;" in text


def test_only_plain_addresses_are_linked(real_release: Release) -> None:
    labels = labels_of({name: real_release.table(name) for name in NEEDED})
    row = real_release.table("rules").filter(rule_id="md-12-iv-start").row(0, named=True)
    assert "](https://" in rule_in_words(row, labels)
    for url in ("javascript:alert(1)", "https://example.org/) [x](y", None, "https://example.org/<b>"):
        assert "](" not in citation({**row, "url": url, "citation": "X"})


def test_links_between_pages_lead_somewhere(pages: Path) -> None:
    for page in DOCS.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            path = pages / target.removeprefix("generated/") if target.startswith("generated/") else DOCS / target
            assert path.exists(), (page.name, target)
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[1]
    for target in re.findall(r"(\S+\.md)$", nav, re.MULTILINE):
        path = pages / target.removeprefix("generated/") if target.startswith("generated/") else DOCS / target
        assert path.exists(), target


def test_python_of_the_notebook_is_valid() -> None:
    import json

    notebook = json.loads((ROOT / "notebooks" / "three_questions.ipynb").read_text(encoding="utf-8"))
    cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    assert len(cells) >= 4
    for cell in cells:
        compile("".join(cell["source"]), "cell", "exec")
        assert all(o["output_type"] != "error" for o in cell["outputs"])
    assert (ROOT / "notebooks" / "three_questions.ipynb").stat().st_size < 300_000
