-- topic: Critics
-- rank: 33
-- title: Who agrees with whom?
-- description: Cohen's kappa of ship and skip for each two critics of a site, over the entries on which a verdict of both stands (the latest of each): 1 where they always agree, 0 where as often as by chance, below 0 where less. With its 95 % interval (Fleiss, Cohen and Everitt, 1969), the counts behind it, and the correlation of their scores (Pearson). Pairs of critics who share fewer than 20 entries come last.
-- parameter site: The host of a site; empty for all
-- parameter critic: A critic's whole name, such as Skeptic, to see that one beside all others; empty for all pairs
WITH standing AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        entries.site, quotes.entry_id, quotes.reviewer AS critic, quotes.score,
        quotes.verdict = 'ship' AS ships, max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_quotes AS quotes
    JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
    WHERE quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
        AND quotes.verdict IN ('ship', 'skip') AND :site IN ('', entries.site)
    GROUP BY quotes.entry_id, quotes.reviewer
),
paired AS (
    SELECT
        one.site, one.critic, other.critic AS other_critic, one.ships, other.ships AS other_ships,
        iif(other.score IS NULL, NULL, one.score) AS x,
        iif(one.score IS NULL, NULL, other.score) AS y
    FROM standing AS one
    CROSS JOIN standing AS other
        ON other.entry_id = one.entry_id AND other.critic <> one.critic
    WHERE one.critic = :critic OR (:critic = '' AND one.critic < other.critic)
),
counted AS (
    SELECT
        site, critic, other_critic, count(*) AS pairs,
        sum(ships AND other_ships) AS both_ship,
        sum(ships AND NOT other_ships) AS only_critic_ships,
        sum(other_ships AND NOT ships) AS only_other_ships,
        sum(NOT ships AND NOT other_ships) AS both_skip,
        (count(x) * sum(x * y) - 1.0 * sum(x) * sum(y)) / sqrt(
            (count(x) * sum(x * x) - 1.0 * sum(x) * sum(x))
            * (count(y) * sum(y * y) - 1.0 * sum(y) * sum(y))
        ) AS score_correlation
    FROM paired
    GROUP BY site, critic, other_critic
),
-- Shares of the pairs: a both ship, b only the one, c only the other, d both skip; p and q: how
-- often each of the two says ship; e: how often they would agree by chance; k: kappa.
shared AS (
    SELECT
        *, 1.0 * both_ship / pairs AS a, 1.0 * only_critic_ships / pairs AS b,
        1.0 * only_other_ships / pairs AS c, 1.0 * both_skip / pairs AS d,
        1.0 * (both_ship + only_critic_ships) / pairs AS p,
        1.0 * (both_ship + only_other_ships) / pairs AS q,
        -- (a + d - e) / (1 - e) in whole numbers, so that 0 / 0 is null and nothing near it.
        2.0 * (both_ship * both_skip - only_critic_ships * only_other_ships) / (
            (both_ship + only_critic_ships) * (only_critic_ships + both_skip)
            + (both_ship + only_other_ships) * (only_other_ships + both_skip)
        ) AS k
    FROM counted
),
terms AS (
    SELECT
        *, p * q + (1 - p) * (1 - q) AS e, 1 - k AS w,
        1 - (p + q) * (1 - k) AS u, 1 - (2 - p - q) * (1 - k) AS v
    FROM shared
),
measured AS (
    SELECT
        *,
        (
            a * u * u + d * v * v
            + w * w * (b * (q + 1 - p) * (q + 1 - p) + c * (p + 1 - q) * (p + 1 - q))
            - (k - e * w) * (k - e * w)
        ) / (pairs * (1 - e) * (1 - e)) AS variance
    FROM terms
),
bounded AS (
    -- Too few pairs, or a verdict that hardly varies, and the interval would promise too much.
    SELECT *, iif(pairs >= 20 AND variance > 1e-9, 1.96 * sqrt(variance), NULL) AS reach
    FROM measured
)
SELECT
    critic,
    other_critic,
    pairs,
    round(100 * (a + d), 1) AS agreed_pct,
    round(k, 3) AS kappa,
    round(max(k - reach, -1), 3) AS kappa_low,
    round(min(k + reach, 1), 3) AS kappa_high,
    round(score_correlation, 3) AS score_correlation,
    CASE
        WHEN k IS NULL THEN 'undefined: both always say ' || iif(both_ship > 0, 'ship', 'skip')
        WHEN pairs < 20 THEN 'few pairs: may well be chance'
        WHEN reach IS NULL THEN 'no interval: the verdicts vary too little'
    END AS caution,
    both_ship,
    only_critic_ships,
    only_other_ships,
    both_skip,
    site
FROM bounded
ORDER BY pairs < 20, kappa IS NULL, kappa DESC, pairs DESC, site, critic, other_critic
