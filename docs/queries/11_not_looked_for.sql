-- What nobody has looked for
-- The kinds of text that were not looked for, and in how many jurisdictions: where to help.

SELECT kind, count(*) AS jurisdictions, string_agg(state, ' ' ORDER BY state) AS which
FROM coverage_texts
WHERE status = 'not_looked_for'
GROUP BY kind
ORDER BY jurisdictions DESC, kind;
