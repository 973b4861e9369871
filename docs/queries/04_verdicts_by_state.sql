-- How much does each state say?
-- Duties by verdict. A state with many `not_researched` is not a strict one: nobody has looked.

PIVOT (SELECT state, verdict FROM scope_office)
ON verdict IN ('permitted', 'conditional', 'delegable', 'prohibited', 'reserved', 'silent', 'not_researched')
USING count(*)
ORDER BY permitted + conditional DESC, state
LIMIT 10;
