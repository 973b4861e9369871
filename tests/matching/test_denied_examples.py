"""Every example of the lexicon, denied in the ways that people deny: hardly one may still come out as done."""

from __future__ import annotations

import pytest

from pipeline.evaluate import find_duties
from pipeline.matching import CompiledLexicon, Lexicon

WAYS = {
    "below a heading": "Medical assistants may not:\n- {}",
    "in a numbered list": "The following tasks are outside the scope of medical assistants:\n\n1. {}\n2. Other tasks",
    "behind a label": "Prohibited: {}",
    "never": "An MA never {}",
    "not authorized": "Medical assistants are not authorized to {}",
    "must not": "You must not {}",
    "in a cell": "{} | No",
    "not by assistants": "{} - not done by MAs",
    "a nurse's alone": "{} (RN only)",
    "nurses only": "{}: nurses only",
}
AS_DONE = 0.02
"""So many of the examples may be read as done all the same: those with a subject of their own ("A clerk will call")."""


@pytest.fixture(scope="module")
def examples(lexicon: Lexicon, compiled: CompiledLexicon) -> list[tuple[str, str]]:
    """(duty, text) of the examples of one sentence that say a duty is done."""
    pairs = [(a.duty, t) for a in lexicon.aliases for t in a.examples if "." not in t.rstrip(".") and "?" not in t]
    told = find_duties(compiled, [{"text": t, "labels": []} for _, t in pairs])
    return [
        pair
        for pair, found in zip(pairs, told, strict=True)
        if (pair[0], "affirmed") in found and not any(polarity == "negated" for _, polarity in found)
    ]


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text


@pytest.mark.parametrize("way", WAYS)
def test_what_is_denied_is_not_done(compiled: CompiledLexicon, examples: list[tuple[str, str]], way: str) -> None:
    assert len(examples) > 4_000
    small = WAYS[way].endswith(" {}")
    texts = [
        WAYS[way].format(text[0].lower() + text[1:] if small and text[1:2].islower() else text) for _, text in examples
    ]
    told = find_duties(compiled, [{"text": text, "labels": []} for text in texts])
    done = [text for text, (duty, _), found in zip(texts, examples, told, strict=True) if (duty, "affirmed") in found]
    assert len(done) <= AS_DONE * len(texts), done[:20]
