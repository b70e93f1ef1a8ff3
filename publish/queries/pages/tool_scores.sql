-- title: How critics changed their scores of a tool
-- description: Scores and verdicts of the quotes on it that were given others, from when to when.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH history AS (
    SELECT *, count(*) OVER (PARTITION BY quote_id) AS versions
    FROM v1_quote_history
    WHERE quote_id IN (
        SELECT quotes.quote_id
        FROM v1_entries AS entries
        CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
        WHERE entries.tool_id = :tool
    )
)
SELECT quote_id, reviewer, score, verdict, valid_from, valid_to
FROM history
WHERE versions > 1
ORDER BY reviewer, quote_id, valid_from
