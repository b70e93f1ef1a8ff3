-- topic: Critics
-- rank: 35
-- title: Where do critics disagree most, and since when?
-- description: Entries by the distance between the highest and the lowest score that stand (one of each critic, the latest), with the critics who gave them and since when both have. A critic whom the page does not name has none here either.
-- parameter category: A category as the site writes it, or a part of it; empty for all
WITH standing AS MATERIALIZED (
    -- Beside a lone min() or max(), SQLite takes the other columns from its row.
    SELECT
        quote_id, entry_id, reviewer AS critic, score, verdict,
        max(valid_from || quote_id) AS latest
    FROM v1_quotes
    WHERE score IS NOT NULL AND valid_to IS NULL
    GROUP BY entry_id, coalesce(reviewer, seat, quote_id)
),
lowest AS MATERIALIZED (
    SELECT
        entry_id, quote_id, critic, score,
        -- Of three digits each, so that texts sort as their numbers do.
        min((100 + score) || ' ' || coalesce(critic, '') || ' ' || quote_id) AS first
    FROM standing
    GROUP BY entry_id
),
highest AS MATERIALIZED (
    SELECT
        entry_id, quote_id, critic, score, count(*) AS critics, sum(verdict = 'ship') AS ships,
        sum(verdict = 'skip') AS skips,
        min((200 - score) || ' ' || coalesce(critic, '') || ' ' || quote_id) AS first
    FROM standing
    GROUP BY entry_id
)
SELECT
    entries.name AS entry,
    highest.score - lowest.score AS score_spread,
    lowest.score AS lowest_score,
    lowest.critic AS lowest_critic,
    highest.score AS highest_score,
    highest.critic AS highest_critic,
    (
        SELECT max(valid_from) FROM v1_quote_history
        WHERE quote_id IN (lowest.quote_id, highest.quote_id) AND valid_to IS NULL
    ) AS since_at,
    highest.critics,
    highest.ships,
    highest.skips,
    entries.category,
    entries.site,
    entries.source_url,
    entries.entry_id
FROM highest
JOIN lowest ON lowest.entry_id = highest.entry_id
JOIN v1_entries AS entries ON entries.entry_id = highest.entry_id
WHERE highest.critics > 1
    AND instr(lower(coalesce(entries.category, '')), lower(trim(:category))) > 0
ORDER BY score_spread DESC, entry, entries.entry_id
