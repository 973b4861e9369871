"""Postings that ask for what their state forbids, by state and month

`scopebook tag --state-column` adds the verdict to each mention; here on five postings, and as well on fifty million.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import polars as pl

scopebook = Path(sys.executable).with_name("scopebook")
with tempfile.TemporaryDirectory() as folder:
    postings = pl.DataFrame(
        {
            "text": [
                "Room patients and start IVs",
                "Draw blood, give injections",
                "Start IVs",
                "Triage calls",
                "Give IVs",
            ],
            "state": ["California", "CA", "CA", "MD", "Maryland"],
            "posted_on": ["2026-09-03", "2026-09-17", "2026-10-02", "2026-10-05", "2026-10-21"],
        }
    )
    postings.write_parquet(f"{folder}/postings.parquet")
    columns = ["--text-column", "text", "--state-column", "state", "--keep", "posted_on"]
    command = [
        scopebook,
        "tag",
        f"{folder}/postings.parquet",
        "--out",
        f"{folder}/mentions",
        "--scope",
        "outputs",
        *columns,
    ]
    subprocess.run(command, check=True, capture_output=True)
    query = f"""
        SELECT state, posted_on[:7] AS month, duty_id, count(DISTINCT "row") AS postings
        FROM '{folder}/mentions/*.parquet'
        WHERE polarity = 'affirmed' AND verdict = 'prohibited'
        GROUP BY ALL ORDER BY ALL
    """
    print(duckdb.sql(query))
