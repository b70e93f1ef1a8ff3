-- title: Which critic is meant?
-- description: Critics by name, each of one site; those that fit best first. fit is 0 for the name itself, 1 for the name in other letters, small or capital, 2 where one name holds the other, 3 for the rest; at most 20.
-- parameter critic: A critic's name
-- parameter site: The host of a site; empty for all
WITH critics AS (
    SELECT entries.site, quotes.reviewer AS critic, count(*) AS quotes
    FROM v1_entries AS entries
    CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
    WHERE quotes.reviewer IS NOT NULL AND :site IN ('', entries.site)
    GROUP BY entries.site, quotes.reviewer
)
SELECT
    critic,
    site,
    quotes,
    CASE
        WHEN critic = :critic THEN 0
        WHEN lower(critic) = lower(trim(:critic)) THEN 1
        WHEN instr(lower(critic), lower(trim(:critic))) > 0
            OR instr(lower(:critic), lower(critic)) > 0 THEN 2
        ELSE 3
    END AS fit
FROM critics
ORDER BY fit, quotes DESC, critic, site
LIMIT 20
