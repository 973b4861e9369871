"""Stage 1, ingest: the bytes of raw/ become frames in their declared shape. Faults are collected, none is passed over."""

from pipeline.ingest.stage import Ingested, ingest

__all__ = ["Ingested", "ingest"]
