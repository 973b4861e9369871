"""Stage 3, validate: every table against its schema, every key, and what no schema can see across tables."""

from pipeline.validate.stage import validate

__all__ = ["validate"]
