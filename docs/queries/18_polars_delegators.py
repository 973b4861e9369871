"""What a nurse practitioner may not delegate, and a physician may

`scope` has millions of rows: filter the lazy frame first, collect last.
"""

import polars as pl

allowed = ["permitted", "conditional", "delegable"]
usual = pl.scan_parquet("outputs/parquet/scope.parquet").filter(
    role_id="medical_assistant", setting_id="physician_office"
)
physician = usual.filter(pl.col("delegator") == "physician", pl.col("verdict").is_in(allowed))
np = usual.filter(pl.col("delegator") == "np", pl.col("verdict").is_in(["prohibited", "reserved"]))
print(
    physician.join(np, on=["state", "duty_id"])
    .group_by("state")
    .agg(pl.len().alias("duties"), pl.col("duty_id").sort().head(3).str.join(", ").alias("among them"))
    .sort(["duties", "state"], descending=[True, False])
    .head(8)
    .collect()
)
