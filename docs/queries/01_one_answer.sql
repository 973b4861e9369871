-- One answer, with its law
-- The table to open first is `scope_office`: a medical assistant in a physician's office under a physician.

SELECT verdict, supervision, credential, limits, citations
FROM scope_office
WHERE state = 'MD' AND duty_id = 'start_iv';
