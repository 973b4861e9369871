-- Law with an end
-- `effective_to` is the first day no longer in force: a repeal that is past, or a sunset that is to come.

SELECT state, effective_to, rule_id, status, citation
FROM rules
WHERE effective_to IS NOT NULL
ORDER BY effective_to DESC, rule_id
LIMIT 10;
