-- Where is a duty forbidden?
-- Only `prohibited` means that a text forbids it. `silent` and `not_researched` are no answer "no".

SELECT s.name, o.citations[1] AS citation, o.checked
FROM scope_office o JOIN states s USING (state)
WHERE o.duty_id = 'start_iv' AND o.verdict = 'prohibited'
ORDER BY s.name
LIMIT 10;
