"""What changed between two releases: rule by rule, and verdict by verdict."""

from pipeline.comparing.compare import Difference, compare
from pipeline.comparing.snapshot import Snapshot, open_snapshot

__all__ = ["Difference", "Snapshot", "compare", "open_snapshot"]
