"""A lexicon with more aliases: the real one, and beside each duty a twin with lines made of the lexicon's own words."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

from pipeline.matching import load_lexicon
from pipeline.matching.tables import MAX_FAMILIES

PHRASES = 8  # of each new family
NEAR = 4


def grow(raw: Path, times: int, out: Path) -> None:
    """Write a lexicon with `times` as many lines as that in `raw` into the folder `out`.

    Half of the new lines have a family of things of their own, of phrases mixed from words of real ones; the others ask
    for two real families near each other. Both are met in real text, at least in part, so that they cost something.
    """
    lexicon = load_lexicon(raw)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(raw, out)
    if times == 1:
        return
    rng = random.Random("grown")
    families = list(lexicon.things)
    words = sorted({w for f in lexicon.things.values() for p in (*f.nouns, *f.words) for w in p.split() if w.isalpha()})
    room = MAX_FAMILIES - len(families)
    things: list[str] = []
    duties: list[str] = []
    for duty in sorted(lexicon.duties):
        duties.append(f"[grown_{duty}.says]")
        for alias in lexicon.duties[duty].aliases:
            for _ in range(times - 1):
                verbs = "|".join(alias.verbs or rng.sample(list(lexicon.verbs), 2))
                if len(things) < 2 * room and rng.random() < 0.5:
                    name = f"grown_{len(things) // 2}"
                    phrases = sorted({" ".join(rng.sample(words, rng.choice((2, 2, 3)))) for _ in range(PHRASES)})
                    things += [f"[{name}]", f"words = {json.dumps(phrases)}"]
                    say = f"{verbs} + {name}"
                else:
                    say = f"{verbs} + {' '.join(rng.sample(families, 2))} ; near {NEAR}"
                line = f'{json.dumps(say)} = ["made"]'
                if line not in duties[-40:]:
                    duties.append(line)
    (out / "things_grown.toml").write_text("\n".join(things) + "\n", encoding="utf-8")
    (out / "duties_grown.toml").write_text("\n".join(duties) + "\n", encoding="utf-8")
