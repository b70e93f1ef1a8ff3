-- title: History of a tool
-- description: What each of its entries said from when to when; the latest first.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
SELECT
    history.entry_id, history.name AS entry, history.valid_from, history.valid_to, history.verdict,
    history.panel_ship_pct, history.ship_votes, history.skip_votes, history.community_ship_pct,
    history.community_votes, history.entry_price, history.pricing, history.category,
    history.tagline, history.description, history.run_id
FROM v1_entries AS entries
CROSS JOIN v1_entry_history AS history ON history.entry_id = entries.entry_id
WHERE entries.tool_id = :tool
ORDER BY history.valid_from DESC, history.entry_id
