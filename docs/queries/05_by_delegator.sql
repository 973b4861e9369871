-- The same duty under each delegator
-- What a physician may delegate, a nurse practitioner or a nurse may not always.

SELECT duty_id, delegator, verdict, citations[1] AS citation
FROM scope
WHERE state = 'CA' AND role_id = 'medical_assistant' AND setting_id = 'physician_office'
  AND duty_id IN ('perform_venipuncture', 'remove_sutures')
ORDER BY duty_id, delegator;
