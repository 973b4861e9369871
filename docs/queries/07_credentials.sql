-- Which states ask for a credential?
-- Duties for which the law asks for certification, registration or a licence.

SELECT state, credential, count(*) AS duties
FROM scope_office
WHERE credential IN ('national_certification', 'state_registration', 'state_certification', 'state_license')
GROUP BY state, credential
ORDER BY duties DESC, state, credential
LIMIT 10;
