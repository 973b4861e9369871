"""Stage 1, ingest: the bytes of raw/ become frames in their declared shape; every fault is collected."""

from pipeline.ingest.stage import Ingested, ingest

__all__ = ["Ingested", "ingest"]
