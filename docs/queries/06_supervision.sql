-- Where must the supervisor be?
-- For intramuscular injections, where they are allowed on conditions.

SELECT supervision, count(*) AS states, string_agg(state, ' ' ORDER BY state) AS which
FROM scope_office
WHERE duty_id = 'inject_intramuscular' AND verdict = 'conditional'
GROUP BY supervision
ORDER BY states DESC;
