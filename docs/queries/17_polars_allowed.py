"""Share of duties that are allowed

Polars, lazily on Parquet. States with much `not_researched` are left out: their share would say nothing.
"""

import polars as pl

scope = pl.scan_parquet("outputs/parquet/scope_office.parquet")
allowed = pl.col("verdict").is_in(["permitted", "conditional", "delegable"])
print(
    scope.group_by("state")
    .agg(allowed.mean().round(2).alias("allowed"), (pl.col("verdict") == "not_researched").mean().alias("unknown"))
    .filter(pl.col("unknown") < 0.05)
    .sort(["allowed", "state"], descending=[True, False])
    .head(8)
    .collect()
)
