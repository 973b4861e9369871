"""Parts of a page that speak of other jobs and pages, and what is shown where scripts do not run."""

from __future__ import annotations

import pytest

from pipeline.reading.blocks import render
from pipeline.reading.html import blocks_of
from pipeline.reading.html_others import names_others
from pipeline.reading.markdown import read as read_markdown

OWN = (
    "<h1>Medical assistant</h1><p>Draw blood from the patients of the clinic each day, and take their vital signs.</p>"
)
LINES = ["# Medical assistant", "Draw blood from the patients of the clinic each day, and take their vital signs."]


def lines_of(page: str) -> list[str]:
    return [line for line in render(blocks_of(page)[0]).split("\n") if line]


@pytest.mark.parametrize(
    "name",
    [
        "Similar jobs", "Similar Jobs:", "Related articles", "Related jobs", "People also viewed",
        "People Also Searched For",
        "More jobs at Mercy Clinic", "Other openings", "Jobs you may like", "You may also like",
        "You might be interested in",
        "Recommended for you", "Recently viewed", "Recommended jobs", "See similar positions", "Latest job openings",
        "More jobs like this", "Explore more opportunities", "Similar medical assistant jobs in Austin, TX",
        "Featured jobs",
        "Others also viewed", "Job seekers also viewed", "Read next", "Popular posts", "View other roles",
        "Trending articles",
    ],
)  # fmt: skip
def test_names_of_what_is_anothers(name: str) -> None:
    assert names_others(name)
    assert lines_of(f"{OWN}<h2>{name}</h2><ul><li>Start IVs</li></ul>") == LINES
    assert lines_of(f"{OWN}<div><h3>{name}</h3><p>Triage nurse</p></div>") == LINES


@pytest.mark.parametrize(
    "name",
    [
        "Related duties", "Other duties", "Other duties as assigned", "Related tasks", "Job duties",
        "More about the role",
        "Performs other related duties", "Essential functions of the job", "Your role", "Similar experience",
        "Related experience", "Recent graduates welcome", "Other job duties", "Other position requirements",
        "People skills",
        "Other job responsibilities", "Related job duties", "Recent experience in similar positions required",
    ],
)  # fmt: skip
def test_names_of_the_documents_own(name: str) -> None:
    assert not names_others(name)
    assert lines_of(f"{OWN}<h2>{name}</h2><ul><li>Room patients</li></ul>")[-1] == "- Room patients"


@pytest.mark.parametrize(
    "part",
    [
        "<h2>Similar jobs</h2><h3>Triage nurse</h3><p>Start IVs</p>",
        "<section><header><h4>People also viewed</h4></header><a>Triage nurse</a></section>",
        "<p><strong>Related jobs</strong></p><ul><li>Start IVs</li></ul>",
        "<aside><span>Recommended for you</span><div>Triage nurse</div></aside>",
        "<div><div>Similar jobs</div></div><ul><li>Start IVs</li></ul>",
    ],
)
def test_what_follows_is_read(part: str) -> None:
    assert lines_of(f"{OWN}{part}<h2>Apply</h2><p>By mail.</p>")[2:] == ["## Apply", "By mail."] or "<div><div>" in part
    assert "Start IVs" not in lines_of(OWN + part)


def test_a_page_within_such_a_part_is_kept() -> None:
    assert lines_of(f"<div><h4>Similar jobs</h4>{OWN}</div>")[-2:] == LINES
    assert lines_of(f"{OWN}<ul><li>See related articles</li><li>Room patients</li></ul>")[-1] == "- Room patients"


def test_markdown_leaves_them_out_too() -> None:
    text = "# MA\n\nDraw blood.\n\n## Similar jobs\n\n### Nurse\n\n- Start IVs\n\n## Pay\n\n$20"
    assert read_markdown(text.encode(), "a.md", None).text == "# MA\n\nDraw blood.\n\n## Pay\n\n$20\n"


@pytest.mark.parametrize(
    "head",
    [
        "<noscript>Turn on scripts</noscript>", "<noscript><p>Start IVs</p></noscript>",
        '<noscript><img src="a"></noscript>',
        "<NOSCRIPT><div>Start IVs</NOSCRIPT >", "<script>a = '<noscript>'</script>", "<!-- <noscript> -->",
        "<noscript><style>p{}</style></noscript><title>x</title>", "<style>a::after{content:'<noscript>'}</style>",
    ],
)  # fmt: skip
def test_noscript(head: str) -> None:
    assert lines_of(f"<html><head>{head}</head><body>{OWN}</body></html>") == LINES
    assert (
        lines_of(f"<html><head>{head}<meta charset=utf-8></head><body><noscript>Start IVs</noscript>{OWN}</body>")
        == LINES
    )
