-- topic: Critics
-- rank: 31
-- title: In which categories is a critic kinder, or harsher?
-- description: Each named critic's share of ship and mean score by category, and how many points they lie above those of the other critics on the same entries (below, if negative); the farthest from the others first. Each entry counts once, with the latest verdict and score that stand.
-- parameter site: The host of a site; empty for all
-- parameter critic: A critic's whole name, such as Skeptic; empty for all
WITH standing AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        quotes.entry_id, quotes.reviewer AS critic, quotes.score,
        iif(quotes.verdict IN ('ship', 'skip'), quotes.verdict = 'ship', NULL) AS ship,
        max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_quotes AS quotes
    WHERE quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
    GROUP BY quotes.entry_id, quotes.reviewer
),
panels AS MATERIALIZED (
    SELECT
        entry_id, count(ship) AS verdicts, sum(ship) AS ships, count(score) AS scores,
        sum(score) AS total
    FROM standing
    GROUP BY entry_id
),
beside AS (
    SELECT
        entries.site, entries.category, standing.critic, standing.ship, standing.score,
        -- Null where nobody else has said anything.
        1.0 * (panels.ships - standing.ship) / (panels.verdicts - 1) AS others_ship,
        1.0 * (panels.total - standing.score) / (panels.scores - 1) AS others_score
    FROM standing
    JOIN panels ON panels.entry_id = standing.entry_id
    JOIN v1_entries AS entries ON entries.entry_id = standing.entry_id
    WHERE :critic IN ('', standing.critic) AND :site IN ('', entries.site)
)
SELECT
    critic,
    category,
    count(*) AS entries,
    round(100 * avg(ship), 1) AS ship_pct,
    round(
        round(100 * avg(iif(others_ship IS NULL, NULL, ship)), 1)
        - round(100 * avg(others_ship), 1), 1
    ) AS ship_points_above,
    round(avg(score), 1) AS mean_score,
    round(
        round(avg(iif(others_score IS NULL, NULL, score)), 1) - round(avg(others_score), 1), 1
    ) AS score_points_above,
    site
FROM beside
GROUP BY site, critic, category
ORDER BY abs(score_points_above) DESC, abs(ship_points_above) DESC, site, critic, category
