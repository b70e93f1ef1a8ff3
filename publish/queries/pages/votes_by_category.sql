-- title: How do panels vote, by category?
-- description: Entries by category and verdict, the largest category first, an empty one for those that state none. What comes after the twelfth is one row without a category; categories says how many it stands for.
WITH sizes AS (
    SELECT
        category, count(*) AS entries, sum(verdict = 'ship') AS ship, sum(verdict = 'mixed') AS mixed,
        sum(verdict = 'skip') AS skip,
        row_number() OVER (ORDER BY count(*) DESC, category) AS place
    FROM v1_entries
    WHERE verdict IS NOT NULL
    GROUP BY category
)
SELECT
    iif(place > 12, NULL, coalesce(category, '')) AS category, count(*) AS categories, sum(entries) AS entries,
    sum(ship) AS ship, sum(mixed) AS mixed, sum(skip) AS skip
FROM sizes
GROUP BY min(place, 13)
ORDER BY min(place, 13)
