"""Stage 2, normalise: statements become duties with their context, rules become the duties that they reach."""

from pipeline.normalise.stage import normalise

__all__ = ["normalise"]
