-- title: Where do critics disagree most?
-- description: Entries by the distance between their highest and their lowest score, with the critics who gave them.
WITH scored AS (
    SELECT
        entry_id,
        score,
        coalesce(reviewer, 'seat ' || seat) AS critic,
        count(*) OVER (PARTITION BY entry_id) AS critics,
        row_number() OVER (PARTITION BY entry_id ORDER BY score, seat, quote_id) AS from_below,
        row_number() OVER (PARTITION BY entry_id ORDER BY score DESC, seat, quote_id) AS from_above
    FROM v1_quotes
    WHERE score IS NOT NULL AND valid_to IS NULL
)
SELECT
    highest.score - lowest.score AS score_spread,
    entries.name,
    lowest.score AS lowest_score,
    lowest.critic AS lowest_critic,
    highest.score AS highest_score,
    highest.critic AS highest_critic,
    highest.critics,
    entries.category,
    entries.source_url,
    entries.entry_id
FROM scored AS highest
JOIN scored AS lowest ON lowest.entry_id = highest.entry_id AND lowest.from_below = 1
JOIN v1_entries AS entries ON entries.entry_id = highest.entry_id
WHERE highest.from_above = 1 AND highest.critics > 1
ORDER BY score_spread DESC, entries.name, entries.entry_id
LIMIT 200
