"""One matcher for `normalise`, `check` and `tag`: duties out of any English description of work.

The same text gives the same mentions, bit for bit, whatever the batch, the threads or the process.
"""

from __future__ import annotations

from pipeline.matching.freshness import own_cache

with own_cache():
    from pipeline.matching import kernel as _kernel  # noqa: F401  (its machine code is cached by digest)

from pipeline.matching.compile import CompiledLexicon, compile_cached, compile_lexicon, kept_lexicon
from pipeline.matching.explain import Candidate, explain
from pipeline.matching.grammar import KINDS
from pipeline.matching.lexicon import Lexicon, LexiconFaults, lexicon_digest, load_lexicon
from pipeline.matching.scan import Mentions, scan
from pipeline.matching.segment import Statement, segment

__all__ = [
    "KINDS",
    "Candidate",
    "CompiledLexicon",
    "Lexicon",
    "LexiconFaults",
    "Mentions",
    "Statement",
    "compile_cached",
    "compile_lexicon",
    "explain",
    "kept_lexicon",
    "lexicon_digest",
    "load_lexicon",
    "scan",
    "segment",
]
