-- title: History of two tools
-- description: Shares of ship of the entries that lead two tools, from when to when; side is a or b.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
SELECT
    iif(history.entry_id = :tool_a, 'a', 'b') AS side,
    history.entry_id, history.name AS entry, history.valid_from, history.valid_to,
    history.verdict, history.panel_ship_pct, history.community_ship_pct, history.community_votes
FROM v1_entry_history AS history
WHERE history.entry_id IN (:tool_a, :tool_b)
ORDER BY side, history.valid_from
