"""What every published table holds: one declaration, from which all else is derived.

`vocabulary` lists the closed sets of values, `tables` declares each table's columns, key and foreign keys once;
`frames` makes Pandera schemas of them, `sql` DuckDB's definitions, `raw` the shape of the hand-edited records.
Nothing here imports the pipeline.
"""
