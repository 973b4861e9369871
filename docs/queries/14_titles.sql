-- A state's own titles
-- Washington has titles of its own; the same duty is open to some of them and closed to others.

SELECT r.label, s.verdict, s.citations[1] AS citation
FROM scope s JOIN roles r USING (role_id)
WHERE s.state = 'WA' AND r.state = 'WA' AND s.duty_id = 'administer_vaccines'
  AND s.setting_id = 'physician_office' AND s.delegator = 'physician'
ORDER BY r.label;
