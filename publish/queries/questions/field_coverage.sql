-- topic: Data
-- rank: 51
-- title: How often is each field stated?
-- description: In the latest run that was loaded: how often the pages that could state a field did, in percent, beside the run before; what fell most comes first. A value that a rule derived does not count.
-- parameter field: A field or a part of its name, such as price; empty for all
WITH runs AS MATERIALIZED (
    SELECT
        *, row_number() OVER (
            PARTITION BY site, kind, medium, field ORDER BY run_id DESC
        ) AS age
    FROM v1_coverage
    WHERE judgement IN ('loaded', 'accepted') AND instr(field, lower(trim(:field))) > 0
)
SELECT
    latest.field,
    latest.filled_pct,
    earlier.filled_pct AS previous_filled_pct,
    latest.filled_pct - earlier.filled_pct AS points_gained,
    latest.filled,
    latest.slots,
    latest.kind,
    latest.medium,
    latest.landmark,
    latest.sample,
    latest.found,
    latest.site,
    latest.run_id
FROM runs AS latest
LEFT JOIN runs AS earlier
    ON earlier.site IS latest.site AND earlier.kind = latest.kind
    AND earlier.medium = latest.medium AND earlier.field = latest.field AND earlier.age = 2
WHERE latest.age = 1
ORDER BY points_gained IS NULL, points_gained, latest.filled_pct, latest.field, latest.kind,
    latest.medium, latest.site
