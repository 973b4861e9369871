-- Where the setting matters
-- `verdicts` is the compact table: a row for each group of settings that a state's law treats alike.

SELECT state, count(DISTINCT duty_id) AS duties
FROM (
    SELECT state, duty_id
    FROM verdicts
    WHERE law_role_id = 'medical_assistant' AND delegator = 'physician'
    GROUP BY state, duty_id
    HAVING count(DISTINCT verdict) > 1
)
GROUP BY state
ORDER BY duties DESC, state
LIMIT 10;
