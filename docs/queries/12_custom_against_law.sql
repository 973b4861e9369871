-- Customary, and forbidden
-- Sources describe these as usual work of a medical assistant; in these states a text forbids them.

SELECT d.label, count(*) AS states, string_agg(o.state, ' ' ORDER BY o.state) AS which
FROM scope_office o JOIN duties d USING (duty_id)
WHERE o.customary AND o.verdict = 'prohibited'
GROUP BY d.label
ORDER BY states DESC, d.label
LIMIT 10;
