-- topic: Data
-- rank: 50
-- title: Which categories look alike, or drift into each other?
-- description: Pairs of categories of one site that are spelled with the same letters, of which one holds the other, or between which entries have moved; with how many entries each has now and how many have moved.
WITH moves AS MATERIALIZED (
    SELECT
        entries.site, earlier.category AS source, later.category AS target, count(*) AS moved,
        max(later.valid_from) AS last_moved_at
    FROM v1_entry_history AS earlier
    CROSS JOIN v1_entry_history AS later
        ON later.entry_id = earlier.entry_id AND later.valid_from = earlier.valid_to
    JOIN v1_entries AS entries ON entries.entry_id = later.entry_id
    WHERE earlier.category <> later.category
    GROUP BY entries.site, earlier.category, later.category
),
categories AS MATERIALIZED (
    SELECT
        site, category, sum(entries) AS entries,
        ' ' || replace(lower(category), '&', 'and') || ' ' AS words,
        rtrim(replace(replace(replace(replace(
            replace(lower(category), '&', 'and'), ' and ', ''), ' ', ''), '-', ''), '/', ''
        ), 's') AS letters
    FROM (
        SELECT site, category, count(*) AS entries FROM v1_entries
        WHERE category IS NOT NULL
        GROUP BY site, category
        UNION ALL SELECT site, source, 0 FROM moves
        UNION ALL SELECT site, target, 0 FROM moves
    )
    GROUP BY site, category
)
SELECT
    a.category AS category_a,
    b.category AS category_b,
    CASE
        WHEN a.letters = b.letters THEN 'same letters'
        WHEN instr(a.words, b.words) > 0 OR instr(b.words, a.words) > 0 THEN 'one holds the other'
    END AS likeness,
    a.entries AS entries_a,
    b.entries AS entries_b,
    coalesce(there.moved, 0) AS moved_a_to_b,
    coalesce(back.moved, 0) AS moved_b_to_a,
    nullif(max(coalesce(there.last_moved_at, ''), coalesce(back.last_moved_at, '')), '')
        AS last_moved_at,
    a.site
FROM categories AS a
JOIN categories AS b ON b.site = a.site AND b.category > a.category
LEFT JOIN moves AS there
    ON there.site = a.site AND there.source = a.category AND there.target = b.category
LEFT JOIN moves AS back
    ON back.site = a.site AND back.source = b.category AND back.target = a.category
WHERE likeness IS NOT NULL OR there.moved > 0 OR back.moved > 0
ORDER BY likeness IS NULL, likeness DESC, moved_a_to_b + moved_b_to_a DESC, category_a, category_b,
    a.site
