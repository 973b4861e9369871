-- Two states side by side
-- Duties that one of them allows and the other forbids.

SELECT d.label, a.verdict AS maryland, b.verdict AS new_york, a.citations[1] AS md_law, b.citations[1] AS ny_law
FROM scope_office a JOIN scope_office b USING (duty_id) JOIN duties d USING (duty_id)
WHERE a.state = 'MD' AND b.state = 'NY'
  AND a.verdict IN ('permitted', 'conditional', 'delegable') AND b.verdict IN ('prohibited', 'reserved')
ORDER BY d.label
LIMIT 10;
