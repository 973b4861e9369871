"""axe-core on every view, light and dark: no serious or critical finding."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
VIEWS = [
    "",
    "#/ask?state=MD&duty=start_iv",
    "#/ask?state=AL&duty=perform_venipuncture",
    "#/ask?state=AK&duty=give_injections&by=nurse",
    "#/matrix?category=specialist",
    "#/state",
    "#/state?state=AK",
    "#/state?state=SC&on=2018-10-01",
    "#/duty",
    "#/duty?duty=give_injections",
    "#/compare",
    "#/compare?state=MD&other=CA",
    "#/about",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", VIEWS)
def test_axe_finds_nothing_serious(browser, real_page: Path, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    try:
        tab = context.new_page()
        tab.goto(real_page.as_uri() + address)
        tab.wait_for_selector("html[data-ready]")
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        grave = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
        assert grave == []
    finally:
        context.close()


def test_axe_finds_nothing_serious_with_an_open_list_on_a_narrow_screen(browser, real_page: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    try:
        tab = context.new_page()
        tab.goto(real_page.as_uri())
        tab.wait_for_selector("html[data-ready]")
        tab.get_by_role("combobox", name="Search duties, states and roles").fill("blood in MD")
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    finally:
        context.close()
