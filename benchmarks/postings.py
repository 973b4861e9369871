"""Whole postings: headings, bullets of duties, requirements, benefits."""

from __future__ import annotations

import random

from benchmarks import other_words as w
from benchmarks.statements import Statement, Writer

TITLES = ("Medical Assistant", "Certified Medical Assistant", "Clinic Assistant", "Medical Office Assistant")
DUTIES = ("Responsibilities:", "Duties", "What you will do:", "Job duties:", "## Essential functions")
WANTED = ("Requirements:", "Qualifications", "## What you bring", "Preferred qualifications:")
OFFERED = ("Benefits:", "What we offer", "## Perks")


def posting(writer: Writer, rng: random.Random) -> Statement:
    """A posting of some thirty lines, about two kilobytes. `truth`: every duty under its heading for duties."""
    bullet = rng.choice(("- ", "• ", "* ", ""))
    duties = [writer.duty(rng) for _ in range(rng.randint(6, 16))]
    company = rng.sample(w.COMPANY, 4)
    lines = [f"{rng.choice(TITLES)} ({rng.choice(w.PLACES)})", "", *(f"{line}." for line in company), ""]
    lines += [rng.choice(DUTIES), *(bullet + s.text for s in duties), ""]
    lines += [rng.choice(WANTED), *(f"{bullet}{line}" for line in rng.sample(w.REQUIREMENTS, 3)), ""]
    lines += [rng.choice(OFFERED), *(bullet + line for line in rng.sample(w.BENEFITS, 5))]
    text = "\n".join(lines).replace("{n}", str(rng.randint(2, 9))).replace("{thing}", rng.choice(writer.things))
    return Statement(text, tuple(dict.fromkeys(duty for s in duties for duty in s.truth)))
