-- title: What a run changed of known entries
-- description: Field by field, what an entry said before the run and what it says in the last version that the run read first, the weightiest entries first: those with another verdict, then those whose panel changed most, then by votes, prices and categories; at most 500 fields of each how, of_all tells of how many. how is changed where the site said otherwise, known where nothing or only a rule had stated the value before, earlier where the run read an older state than was known.
-- parameter run: Number of the run
WITH touched AS MATERIALIZED (
    SELECT entry_id, max(valid_from) AS now_at
    FROM v1_entry_history WHERE run_id = CAST(:run AS INTEGER) GROUP BY entry_id
),
placed AS MATERIALIZED (
    SELECT
        entry_id, now_at,
        EXISTS (
            SELECT 1 FROM v1_entry_history AS later
            WHERE later.entry_id = touched.entry_id AND later.valid_from > now_at
                AND later.run_id < CAST(:run AS INTEGER)
        ) AS is_earlier,
        (
            SELECT max(valid_from) FROM v1_entry_history AS earlier
            WHERE earlier.entry_id = touched.entry_id AND earlier.valid_from < now_at
                AND earlier.run_id < CAST(:run AS INTEGER)
        ) AS before_at
    FROM touched
    WHERE before_at NOTNULL
),
stated AS (
    SELECT
        placed.entry_id, placed.is_earlier, now.valid_from, was.derived AS derived_before,
        now.derived, field.key AS field, field.id AS rank, field.value ->> 0 AS before,
        field.value ->> 1 AS after
    FROM placed
    JOIN v1_entry_history AS now ON now.entry_id = placed.entry_id AND now.valid_from = now_at
    JOIN v1_entry_history AS was ON was.entry_id = placed.entry_id AND was.valid_from = before_at
    JOIN json_each(json_object(
        'verdict', json_array(was.verdict, now.verdict),
        'panel_ship_pct', json_array(was.panel_ship_pct, now.panel_ship_pct),
        'ship_votes', json_array(was.ship_votes, now.ship_votes),
        'skip_votes', json_array(was.skip_votes, now.skip_votes),
        'community_ship_pct', json_array(was.community_ship_pct, now.community_ship_pct),
        'community_votes', json_array(was.community_votes, now.community_votes),
        'entry_price', json_array(was.entry_price, now.entry_price),
        'pricing', json_array(was.pricing, now.pricing),
        'name', json_array(was.name, now.name),
        'category', json_array(was.category, now.category),
        'tagline', json_array(was.tagline, now.tagline),
        'description', json_array(was.description, now.description),
        'homepage_url', json_array(was.homepage_url, now.homepage_url),
        'reviewed_on', json_array(was.reviewed_on, now.reviewed_on)
    )) AS field
),
told AS (
    SELECT
        entry_id, valid_from, field, rank, before, after,
        CASE
            WHEN is_earlier THEN 'earlier'
            WHEN before IS NULL THEN 'known'
            WHEN field IN (SELECT value FROM json_each(derived_before))
                AND field NOT IN (SELECT value FROM json_each(derived)) THEN 'known'
            ELSE 'changed'
        END AS how
    FROM stated
    WHERE before IS NOT after
),
weighed AS (
    SELECT
        *,
        min(
            CASE
                WHEN field = 'verdict' THEN 1
                WHEN field = 'panel_ship_pct' THEN 2
                WHEN field IN (
                    'ship_votes', 'skip_votes', 'community_ship_pct', 'community_votes'
                ) THEN 3
                WHEN field IN ('entry_price', 'pricing') THEN 4
                WHEN field = 'category' THEN 5
                ELSE 6
            END
        ) OVER entry AS weight,
        max(iif(field = 'panel_ship_pct', abs(after - before), NULL)) OVER entry AS distance
    FROM told
    WINDOW entry AS (PARTITION BY how, entry_id)
),
listed AS MATERIALIZED (
    SELECT
        *, count(*) OVER (PARTITION BY how) AS of_all,
        row_number() OVER (PARTITION BY how ORDER BY weight, distance DESC, entry_id, rank)
            AS place
    FROM weighed
)
SELECT
    listed.entry_id, entries.name AS entry, entries.site, listed.field, listed.before,
    listed.after, listed.how, listed.valid_from, entries.source_url, listed.of_all
FROM listed
JOIN v1_entries AS entries ON entries.entry_id = listed.entry_id
WHERE listed.place <= 500
ORDER BY listed.weight, listed.distance DESC, entries.name, listed.entry_id, listed.rank
