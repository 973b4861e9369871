-- Law of the last years
-- Rules whose first day in force is known and recent. An unknown day is null, never a guess.

SELECT state, effective_from, rule_id, status, citation
FROM rules
WHERE effective_from BETWEEN DATE '2024-01-01' AND DATE '2026-11-26'
ORDER BY effective_from DESC, rule_id
LIMIT 10;
