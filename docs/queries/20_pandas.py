"""pandas

Lists arrive as NumPy arrays. pandas is not among Scopebook's own dependencies: install it where you use it.
"""

import pandas as pd

rules = pd.read_parquet("outputs/parquet/rules.parquet", columns=["state", "status", "checked"])
print(pd.crosstab(rules["status"], rules["checked"]).to_string())
