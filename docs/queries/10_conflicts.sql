-- Where texts disagree
-- Disagreements are published, never settled in silence.

SELECT kind, count(*) AS conflicts, count(DISTINCT state) AS states, min(note) AS one_of_them
FROM conflicts
GROUP BY kind
ORDER BY conflicts DESC;
