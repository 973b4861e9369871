-- Parquet without the database
-- Every table is a Parquet file too; DuckDB reads it in place, and reads only the rows and columns that are asked for.

SELECT verdict, count(*) AS combinations
FROM 'outputs/parquet/scope.parquet'
WHERE state = 'TX' AND duty_id = 'inject_subcutaneous'
GROUP BY verdict
ORDER BY combinations DESC;
