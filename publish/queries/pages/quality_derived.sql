-- title: Fields that are derived
-- description: Of how many entries a rule computed a field that no page stated, in percent of all entries.
SELECT
    derived.value AS field, count(*) AS entries,
    100 * count(*) / (SELECT count(*) FROM v1_entries) AS derived_pct
FROM v1_entries AS entries
JOIN json_each(entries.derived) AS derived
GROUP BY derived.value
ORDER BY entries DESC, field
