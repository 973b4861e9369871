-- The id of a duty by a word
-- `scopebook ask` and the Python module take plain words; in SQL, look the id up once.

SELECT duty_id, label, category, definition
FROM duties
WHERE lower(label || ' ' || definition) LIKE '%x-ray%'
ORDER BY duty_id;
