"""What typing does to a statement: case, bullets, ends, spaces, and now and then a slip."""

from __future__ import annotations

import random

BULLETS = ("• ", "- ", "* ", "1. ", "– ")


def disturb(rng: random.Random, text: str) -> str:
    """The text as somebody might have typed it. It stays one line."""
    kind = rng.random()
    if kind < 0.03:
        text = text.upper()
    elif kind < 0.08:
        text = text.title()
    else:
        text = text[:1].upper() + text[1:]
    if rng.random() < 0.015:
        text = _slip(rng, text)
    if rng.random() < 0.04:
        text = text.replace(" and ", " & ")
    if rng.random() < 0.03:
        text = text.replace(" ", "  ", 2)
    if rng.random() < 0.5:
        text = text.replace("'", "’")
    if rng.random() < 0.14:
        text = rng.choice(BULLETS) + text
    return text + rng.choice((".", ".", ".", "", "", ";"))


def _slip(rng: random.Random, text: str) -> str:
    """Two neighbouring letters of a longer word exchanged."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 5]
    if not long:
        return text
    i = rng.choice(long)
    at = rng.randrange(1, len(words[i]) - 2)
    words[i] = words[i][:at] + words[i][at + 1] + words[i][at] + words[i][at + 2 :]
    return " ".join(words)
