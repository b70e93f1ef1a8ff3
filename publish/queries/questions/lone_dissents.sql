-- topic: Critics
-- rank: 34
-- title: When does a critic stand alone?
-- description: Entries on which one critic says ship and all others skip, or the other way round, where at least three named critics have a verdict; the widest distance from the mean score of the others first, with the words. The latest verdict of each that stands.
-- parameter site: The host of a site; empty for all
-- parameter critic: A critic's whole name, such as Skeptic; empty for all
WITH standing AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        quotes.quote_id, quotes.entry_id, quotes.reviewer AS critic, quotes.verdict, quotes.score,
        max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_quotes AS quotes
    WHERE quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
        AND quotes.verdict IN ('ship', 'skip')
    GROUP BY quotes.entry_id, quotes.reviewer
),
split AS (
    SELECT
        entry_id, count(*) AS critics, sum(score) AS total, count(score) AS scores,
        iif(sum(verdict = 'ship') = 1, 'ship', 'skip') AS lone_verdict
    FROM standing
    GROUP BY entry_id
    HAVING count(*) >= 3 AND sum(verdict = 'ship') IN (1, count(*) - 1)
),
alone AS (
    SELECT
        standing.*, split.critics,
        1.0 * (split.total - standing.score) / (split.scores - 1) AS others_score
    FROM split
    JOIN standing
        ON standing.entry_id = split.entry_id AND standing.verdict = split.lone_verdict
    WHERE :critic IN ('', standing.critic)
)
SELECT
    alone.critic,
    entries.name AS entry,
    alone.verdict,
    alone.score,
    round(alone.others_score, 1) AS others_mean_score,
    round(abs(alone.score - round(alone.others_score, 1)), 1) AS distance,
    alone.critics,
    quotes.text,
    entries.category,
    entries.site,
    quotes.source_url,
    alone.entry_id
FROM alone
JOIN v1_quotes AS quotes ON quotes.quote_id = alone.quote_id
JOIN v1_entries AS entries ON entries.entry_id = alone.entry_id
WHERE :site IN ('', entries.site)
ORDER BY distance DESC, entry, alone.entry_id
