"""A release that describes itself: data package, Croissant, dictionary, Datasette metadata, from `schemas/`."""

from pipeline.describing.write import DESCRIPTIONS, write_descriptions

__all__ = ["DESCRIPTIONS", "write_descriptions"]
