-- title: How critics changed their scores of a tool
-- description: Scores and verdicts of the quotes on it that were given others, from when to when.
-- parameter tool: Id of the tool
SELECT
    history.quote_id, history.reviewer, history.score, history.verdict, history.valid_from,
    history.valid_to, entries.entry_id, entries.name AS entry
FROM v1_entries AS entries
JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
JOIN v1_quote_history AS history ON history.quote_id = quotes.quote_id
WHERE entries.tool_id = :tool AND quotes.quote_id IN (
    SELECT quote_id FROM v1_quote_history GROUP BY quote_id HAVING count(*) > 1
)
ORDER BY history.reviewer, history.quote_id, history.valid_from
