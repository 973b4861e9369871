"""Pages of the documentation that are made from a release: states, the cookbook, the data dictionary."""

from pipeline.describing.pages.write import write_pages

__all__ = ["write_pages"]
