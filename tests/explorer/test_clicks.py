"""The paths of the explorer clicked through in a real Chromium. Skipped, saying so, where there is none."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.explorer.words import stem
from pipeline.explorer.write import STATIC
from tests.explorer.conftest import HOSTILE, blocks


def expect(locator: Any) -> Any:
    """Playwright's waiting assertion, imported where a browser is at hand: a slow machine must not fail a test."""
    from playwright.sync_api import expect as wait_for

    return wait_for(locator)


pytestmark = pytest.mark.slow
Open = Callable[..., Any]
FIRST_VIEW_SECONDS = 3.0
"""Generous: one second on a machine of this class that does nothing else."""


@pytest.fixture
def view(browser, real_page: Path) -> Iterator[Open]:
    """Opens an address of the page; at the end no error was told and no request had left the page."""
    contexts, faults, requests = [], [], []

    def open_view(address: str = "", page: Path = real_page, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        tab.on("request", lambda r: requests.append(r.url))
        tab.goto(page.as_uri() + address)
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield open_view
    for context in contexts:
        context.close()
    assert faults == []
    assert [r for r in requests if not r.startswith("file:") or ".html" not in r] == []


def pick(tab: Any, label: str, words: str) -> None:
    field = tab.get_by_role("combobox", name=label, exact=True)
    field.click()
    field.fill(words)
    field.press("Enter")


def test_a_newcomer_finds_the_answer_with_its_citation(view: Open, real_release) -> None:
    tab = view()
    pick(tab, "State", "Maryl")
    pick(tab, "Duty, in plain words", "start an IV")
    tab.wait_for_url(re.compile("state=MD"))
    tab.wait_for_url(re.compile("duty=start_iv"))
    row = real_release.table("scope_office").filter(state="MD", duty_id="start_iv").row(0, named=True)
    answer = tab.locator(".answer")
    expect(answer).to_contain_text(row["citations"][0])
    headline = {"conditional": "Yes, on conditions.", "permitted": "Yes.", "prohibited": "No."}
    expect(answer).to_contain_text(headline[row["verdict"]])
    expect(answer).to_contain_text("start intravenous lines")
    links = tab.locator(".answer .citation a")
    assert links.first.get_attribute("href").startswith("http")
    expect(tab.locator(".whom li")).to_have_count(4)


def test_the_first_view_is_there_in_time(view: Open) -> None:
    tab = view()
    assert tab.evaluate("performance.getEntriesByName('ready')[0].startTime") < 1000 * FIRST_VIEW_SECONDS


def test_the_verdict_of_each_state_on_the_map_is_that_of_the_table(view: Open, real_release) -> None:
    tab = view("#/ask?duty=give_injections&by=nurse")
    verdicts = real_release.table("verdicts")
    settings = dict(
        real_release.table("law_settings")
        .filter(setting_id="physician_office")
        .select("state", "law_setting_id")
        .rows()
    )
    shown = tab.eval_on_selector_all(".map .place", "all => all.map(p => [p.dataset.state, p.dataset.v])")
    assert len(shown) == 51
    rows = verdicts.filter(law_role_id="medical_assistant", delegator="nurse", duty_id="give_injections")
    told = {r["state"]: r["verdict"] for r in rows.iter_rows(named=True) if r["law_setting_id"] == settings[r["state"]]}
    assert dict(shown) == told


def test_choosing_on_the_map_by_mouse_and_by_keys(view: Open) -> None:
    tab = view("#/ask?duty=perform_venipuncture")
    tab.locator('.map .place[data-state="TX"] path').click()
    tab.wait_for_url(re.compile("state=TX"))
    expect(tab.locator(".answer")).to_contain_text("Texas")
    tab.locator("svg.map").focus()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("state=OK"))
    expect(tab.locator(".answer")).to_contain_text("Oklahoma")
    expect(tab.locator("svg.map")).to_be_focused()


def test_back_and_forward_go_through_the_questions(view: Open) -> None:
    tab = view("#/ask?state=CA&duty=start_iv")
    tab.get_by_label("Delegated by").select_option("nurse")
    tab.get_by_role("link", name="All of California").click()
    expect(tab.locator("h1")).to_have_text("California")
    tab.go_back()
    expect(tab.get_by_label("Delegated by")).to_have_value("nurse")
    tab.go_back()
    expect(tab.get_by_label("Delegated by")).to_have_value("physician")
    tab.go_forward()
    expect(tab.get_by_label("Delegated by")).to_have_value("nurse")


def test_the_matrix_by_keys_and_by_category(view: Open, real_release) -> None:
    tab = view("#/matrix")
    cells = tab.locator(".matrix td").count()
    assert cells == 51 * tab.locator(".matrix tr[data-duty]").count()
    tab.locator('.matrix td[tabindex="0"]').focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        tab.keyboard.press(key)
    expect(tab.locator("#live")).to_contain_text("Arkansas")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("state=AR"))
    tab.go_back()
    expect(tab).to_have_url(re.compile("#/matrix$"))
    tab.locator(".chips label", has_text="Specialist").click()
    expect(tab).to_have_url(re.compile("category=specialist"))
    specialist = real_release.table("duties").filter(category="specialist").height
    assert 0 < 51 * specialist < cells
    expect(tab.locator(".matrix td")).to_have_count(51 * specialist)  # drawn a moment after the address has changed


def test_the_page_of_a_state_tells_rules_coverage_and_conflicts(view: Open, real_release) -> None:
    tab = view("#/state?state=AK")
    rules = real_release.table("rules").filter(state="AK")
    text = tab.locator("#part-rules").inner_text()
    for citation in rules["citation"].unique():
        assert citation in text
    assert tab.locator("#part-looked tbody tr").count() == 13
    assert tab.locator(".conflict").count() == real_release.table("conflicts").filter(state="AK").height


def test_the_page_of_a_duty_tells_every_state(view: Open) -> None:
    tab = view("#/duty")
    pick(tab, "Find a duty in plain words", "flu shots")
    expect(tab.locator("h1")).to_have_text("Administer vaccines")
    assert tab.locator('section[aria-labelledby="each-state"] tbody tr').count() == 51


def test_two_states_are_compared_with_differences_first(view: Open) -> None:
    tab = view("#/compare")
    pick(tab, "First state", "Calif.")
    pick(tab, "Second state", "Maryland")
    expect(tab.locator("h1")).to_have_text("California and Maryland compared")
    titles = tab.locator("main h2").all_inner_texts()
    assert titles[0].startswith("One allows what the other does not")
    families = "r => [...r.querySelectorAll('.sign')].map(s => s.dataset.family)"
    pairs = tab.evaluate(f"[...document.querySelector('main table').rows].slice(1).map({families})")
    assert all(set(pair) == {"may", "not"} for pair in pairs)


@pytest.mark.parametrize(
    ("words", "first"),
    [("draw blood", "Perform venipuncture"), ("Calif.", "California"), ("ekg", "Record electrocardiogram"),
     ("draw blood in Calif.", "Perform venipuncture in California"), ("botox", "Inject cosmetic agents")],
)  # fmt: skip
def test_search_by_plain_words(view: Open, words: str, first: str) -> None:
    tab = view()
    field = tab.get_by_role("combobox", name="Search duties, states and roles")
    spent = tab.evaluate(
        """words => { const field = document.querySelector('#search input'); field.value = words;
        const start = performance.now(); field.dispatchEvent(new Event('input'));
        return performance.now() - start; }""",
        words,
    )
    assert spent < 500, "100 ms on a machine that does nothing else"
    assert tab.locator("#search .offer-label").first.inner_text() == first
    field.press("Enter")
    assert tab.locator("h1").count() == 1


@pytest.mark.parametrize(
    ("words", "first", "by"),
    [("NP texas injections", "Give injections in Texas, delegated by a nurse practitioner", "np"),
     ("injections delegated by a nurse in Texas", "Give injections in Texas, delegated by a nurse (RN, LPN)", "nurse"),
     ("draw blood under a PA", "Perform venipuncture, delegated by a physician assistant", "pa"),
     ("CA NPs botox", "Inject cosmetic agents in California, delegated by a nurse practitioner", "np"),
     ("draw blood PA", "Perform venipuncture in Pennsylvania", None),
     ("draw blood in Texas ordered by the doctor", "Perform venipuncture in Texas, delegated by a physician", None)],
)  # fmt: skip
def test_who_delegates_is_taken_from_the_search_and_does_not_disturb_it(
    view: Open, words: str, first: str, by: str | None
) -> None:
    tab = view("#/ask?by=nurse" if by is None and "delegated" in first else "")
    tab.get_by_role("combobox", name="Search duties, states and roles").fill(words)
    assert tab.locator("#search .offer-label").first.inner_text() == first
    tab.keyboard.press("Enter")
    tab.wait_for_function("location.hash.includes('duty=')")
    assert tab.evaluate("new URLSearchParams(location.hash.split('?')[1]).get('by')") == by


def test_words_for_delegators_do_not_disturb_the_field_of_duties(view: Open) -> None:
    tab = view()
    tab.get_by_role("combobox", name="Duty, in plain words").fill("NP injections")
    assert tab.locator(".question .offer-label").first.inner_text() == "Give injections"


def test_shots_are_found_among_the_first(view: Open) -> None:
    tab = view()
    tab.get_by_role("combobox", name="Search duties, states and roles").fill("shots")
    assert "Give injections" in tab.locator("#search .offer-label").all_inner_texts()[:4]


def test_a_day_is_chosen_with_the_slider(view: Open, real_page: Path) -> None:
    document, _ = blocks(real_page)
    days, changes = document["history"]["days"], document["history"]["changes"]
    state, cell, line = next(
        (s, int(c), ln)
        for s, cells in changes.items()
        for c, ln in cells.items()
        if len({document["outcomes"][o][0] for _, o in ln}) > 1 and ln[1][0] >= 0
    )
    delegator, duty = divmod(cell, len(document["dutyOrder"]))
    by = document["codes"]["delegators"][delegator]
    tab = view(f"#/ask?state={state}&duty={document['dutyOrder'][duty]}&by={by}")
    slider = tab.locator("input[type=range]")
    slider.focus()
    tab.keyboard.press("Home")
    tab.wait_for_url(re.compile("on="))
    verdict = document["codes"]["verdicts"][document["outcomes"][line[0][1]][0]]
    expect(tab.locator(".answer")).to_have_attribute("data-v", verdict)
    expect(tab.locator("main")).to_contain_text("earlier wordings may not have been coded")
    assert tab.locator(".timeline li").count() >= 2
    assert days[line[1][0]][:4] in tab.locator(".timeline").inner_text()


def test_what_nobody_has_looked_at_is_no_answer(view: Open, real_release) -> None:
    rows = real_release.table("scope_office").filter(verdict="not_researched")
    if not rows.height:
        pytest.skip("everything is researched in this release")
    row = rows.row(0, named=True)
    tab = view(f"#/ask?state={row['state']}&duty={row['duty_id']}")
    assert "Nobody has looked." in tab.locator(".answer h2").inner_text()
    assert tab.locator(".answer .gap").count() == 1
    ground = '.map .pattern[data-v="not_researched"] .ground'
    paper = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert tab.eval_on_selector(ground, "e => getComputedStyle(e).fill") == paper


def test_an_address_with_unknown_names_says_so(view: Open) -> None:
    tab = view("#/ask?state=ZZ&duty=fly")
    assert "does not know: ZZ, fly" in tab.locator(".warn").inner_text()


def test_every_view_tells_what_it_is_and_its_day(view: Open) -> None:
    for address in (
        "",
        "#/matrix",
        "#/state?state=MD",
        "#/duty?duty=start_iv",
        "#/compare?state=MD&other=VA",
        "#/about",
    ):
        tab = view(address)
        line = tab.locator("#line").inner_text()
        for words in ("26 Nov 2026", "Not legal advice", "CC-BY-4.0"):
            assert words in line
        assert tab.locator("h1").count() == 1


@pytest.mark.parametrize(
    "address", ["", "#/ask?state=MD&duty=start_iv", "#/state?state=MD", "#/compare?state=MD&other=VA"]
)
def test_narrow_screens_do_not_scroll_sideways(view: Open, address: str) -> None:
    tab = view(address, viewport={"width": 360, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_printing_tells_the_question_and_the_address(view: Open) -> None:
    tab = view("#/ask?state=MD&duty=start_iv")
    tab.emulate_media(media="print")
    assert tab.locator(".question-printed").is_visible()
    assert not tab.locator(".question").is_visible()
    assert "state=MD" in tab.locator("#address").inner_text()


def test_hostile_texts_are_shown_as_text(view: Open, hostile_page: Path) -> None:
    for address in (
        "#/ask?state=MD&duty=start_iv",
        "#/state?state=MD",
        "#/duty?duty=start_iv",
        "#/matrix",
        "#/compare?state=MD&other=VA",
    ):
        tab = view(address, page=hostile_page)
        time.sleep(0.1)
        assert tab.evaluate("window.hacked") is None
        assert tab.locator("main script, main img").count() == 0
        assert tab.locator('a[href^="javascript"]').count() == 0
        assert HOSTILE[:20].lower() in tab.locator("main").inner_text().lower()


def test_the_page_and_the_index_cut_words_alike(view: Open, real_page: Path) -> None:
    source = (STATIC / "search.js").read_text(encoding="utf-8")
    ends = re.search(r"const ENDS_KEPT = .*?;", source)
    function = re.search(r"export (function stem\(.*?\n\})", source, re.DOTALL)
    assert ends
    assert function
    document, _ = blocks(real_page)
    words = [w for d in document["duties"] for w in re.findall(r"[a-z0-9]+", (d["label"] + d["definition"]).lower())]
    cut = view().evaluate(f"words => {{ {ends.group(0)} {function.group(1)} return words.map(stem); }}", words)
    assert cut == [stem(w) for w in words]
