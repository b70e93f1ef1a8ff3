-- topic: Critics
-- rank: 30
-- title: How does each critic lean?
-- description: Every named critic's share of ship and mean score, beside those of the other critics on the same entries, and how many points above them (below, if negative), which is the difference of the two numbers as they stand here; only entries on which others have spoken count for it. Each entry counts once, with the latest verdict and score that stand; quotes counts all that were ever seen, and ended those of them that stand no more.
-- parameter category: A category as the site writes it, or a part of it; empty for all
-- parameter site: The host of a site; empty for all
-- parameter critic: A critic's whole name, such as Skeptic; empty for all
WITH entries AS MATERIALIZED (
    SELECT entry_id, site FROM v1_entries
    WHERE :site IN ('', site) AND instr(lower(coalesce(category, '')), lower(trim(:category))) > 0
),
critics AS (
    SELECT entries.site, quotes.reviewer AS critic, count(*) AS quotes
    FROM entries
    CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
    WHERE quotes.reviewer IS NOT NULL AND :critic IN ('', quotes.reviewer)
    GROUP BY entries.site, quotes.reviewer
),
standing AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        quotes.entry_id, quotes.reviewer AS critic, quotes.score, count(*) AS quotes,
        iif(quotes.verdict IN ('ship', 'skip'), quotes.verdict = 'ship', NULL) AS ship,
        max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_quotes AS quotes
    WHERE quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
    GROUP BY quotes.entry_id, quotes.reviewer
),
panels AS MATERIALIZED (
    SELECT entry_id, count(ship) AS verdicts, sum(ship) AS ships, count(score) AS scores,
        sum(score) AS total
    FROM standing GROUP BY entry_id
),
beside AS (
    SELECT
        entries.site, standing.critic, standing.ship, standing.score, standing.quotes,
        -- Null where nobody else has said anything.
        1.0 * (panels.ships - standing.ship) / (panels.verdicts - 1) AS others_ship,
        1.0 * (panels.total - standing.score) / (panels.scores - 1) AS others_score
    FROM standing
    JOIN panels ON panels.entry_id = standing.entry_id
    JOIN entries ON entries.entry_id = standing.entry_id
)
SELECT
    critics.critic,
    critics.site,
    critics.quotes,
    count(beside.critic) AS entries,
    round(100 * avg(beside.ship), 1) AS ship_pct,
    round(100 * avg(beside.others_ship), 1) AS others_ship_pct,
    round(
        round(100 * avg(iif(beside.others_ship IS NULL, NULL, beside.ship)), 1)
        - round(100 * avg(beside.others_ship), 1), 1
    ) AS ship_points_above,
    round(avg(beside.score), 1) AS mean_score,
    round(avg(beside.others_score), 1) AS others_mean_score,
    round(
        round(avg(iif(beside.others_score IS NULL, NULL, beside.score)), 1)
        - round(avg(beside.others_score), 1), 1
    ) AS score_points_above,
    min(beside.score) AS lowest_score,
    max(beside.score) AS highest_score,
    critics.quotes - coalesce(sum(beside.quotes), 0) AS ended
FROM critics
LEFT JOIN beside ON beside.site = critics.site AND beside.critic = critics.critic
GROUP BY critics.site, critics.critic
ORDER BY ship_pct DESC, mean_score DESC, critics.site, critics.critic
