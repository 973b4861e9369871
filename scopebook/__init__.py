"""Scopebook for analysts: what a medical assistant may do in each US state, with the law that says so.

    import scopebook

    release = scopebook.load("outputs")
    release.ask(state="MD", duty="start an IV").verdict          # 'conditional'
    release.scope(state="MD", role="medical assistant")          # a Polars frame
    release.check("Draw blood and start IVs.", state="MD")       # the duties in a text, with verdicts

`prohibited`, `silent` and `not_researched` are three things: a text forbids it; the texts were read and none reaches
it; nobody has looked. Only the first is an answer "no". Nothing here is legal advice.
"""

from __future__ import annotations

from scopebook.answers import Answer, Rule
from scopebook.release import Release, ReleaseError, load
from scopebook.words import NotFound

__all__ = ["Answer", "NotFound", "Release", "ReleaseError", "Rule", "load"]
