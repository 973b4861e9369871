"""Every published table, declared once. Order: a table stands after those that it refers to."""

from __future__ import annotations

from schemas.declare import Table
from schemas.tables_evidence import EVIDENCE_TABLES
from schemas.tables_law import LAW_TABLES, SCOPE_OFFICE
from schemas.tables_vocabulary import VOCABULARY_TABLES

TABLES: tuple[Table, ...] = (*VOCABULARY_TABLES, *EVIDENCE_TABLES, *LAW_TABLES)
PUBLISHED: tuple[Table, ...] = (*TABLES, SCOPE_OFFICE)
"""What has a Parquet file: the tables, and the view that most people open first."""
BY_NAME: dict[str, Table] = {table.name: table for table in PUBLISHED}
