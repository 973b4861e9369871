"""The explorer: one HTML page that holds the whole release and opens from disk, with no server and no network."""

from pipeline.explorer.write import write_explorer

__all__ = ["write_explorer"]
