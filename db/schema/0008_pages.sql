-- Schema 8: what pages ask: words through views, the quotes that stand, the sides of a decision.

CREATE VIEW search_entries ( -- Entries by their words: WHERE words MATCH '…' ORDER BY rank
    entry_id, -- The entry
    words, -- Name, tagline and description, to be asked with MATCH; no value to read
    number, -- Rises with each entry that was added; to bound a search to the latest
    rank, -- How well it fits, by BM25 with most weight on the name: the smaller, the better
    snippet -- The words that fit, in ⟦ ⟧, and those around them
) AS
SELECT
    entries.key,
    entries_fts.entries_fts,
    entries_fts.rowid,
    bm25(entries_fts, 10.0, 4.0, 1.0),
    snippet(entries_fts, -1, '⟦', '⟧', '…', 24)
FROM entries_fts
JOIN entries ON entries.entry_id = entries_fts.rowid;

CREATE VIEW search_quotes ( -- Quotes by their words: WHERE words MATCH '…' ORDER BY rank
    quote_id, -- The quote
    words, -- The words, to be asked with MATCH; no value to read
    number, -- Rises with each quote that was added; to bound a search to the latest
    rank, -- How well it fits, by BM25: the smaller, the better
    snippet -- The words that fit, in ⟦ ⟧, and those around them
) AS
SELECT
    quotes.key,
    quotes_fts.quotes_fts,
    quotes_fts.rowid,
    bm25(quotes_fts),
    snippet(quotes_fts, -1, '⟦', '⟧', '…', 24)
FROM quotes_fts
JOIN quotes ON quotes.quote_id = quotes_fts.rowid;

-- Both sides of a decision stand in the order of the ids that its entries have today, and so does
-- what has changed. Where one is decided on by a name, its words may stand in another order.
DROP VIEW v1_decisions;

CREATE VIEW v1_decisions ( -- What operators have said of pairs of entries: a log that only grows
    decision_id, -- Rising number; another one in a database that took the log back
    word, -- same, different, unsure, or retracted: takes back the word before it on this pair
    site_a, -- Site of the one entry
    slug_a, -- Its slug; null where it is named by name and tagline
    name_a, -- Its name today; else as the decision names it
    site_b, -- Site of the other entry
    slug_b, -- Its slug
    name_b, -- Its name
    entry_a_id, -- The one entry today; null where the word does not hold, or no page has shown it
    entry_b_id, -- The other entry today
    holds, -- 1 where it is the word that holds of this pair, else 0
    changed, -- JSON list: what the cards say otherwise since; null where the word does not hold
    reason, -- In the operator's words
    evidence, -- JSON object: what spoke for and against it when it was decided
    decided_by, -- Who
    decided_at -- When (UTC)
) AS
SELECT
    said.decision_id,
    said.word,
    iif(is_crossed, other, one) ->> 'site',
    iif(is_crossed, other, one) ->> 'slug',
    coalesce(entry_a.name, iif(is_crossed, other, one) ->> 'name'),
    iif(is_crossed, one, other) ->> 'site',
    iif(is_crossed, one, other) ->> 'slug',
    coalesce(entry_b.name, iif(is_crossed, one, other) ->> 'name'),
    entry_a.key,
    entry_b.key,
    said.holds,
    said.changed,
    said.reason,
    said.evidence,
    said.decided_by,
    said.decided_at
FROM (
    SELECT
        decisions.*, verdicts.decision_id NOTNULL AS holds, verdicts.changed,
        verdicts.entry_a_id, verdicts.entry_b_id,
        -- Which entry an id means is told as db/resolving/decisions.py does.
        verdicts.entry_b_id IS coalesce(
            (SELECT entry_id FROM entries WHERE key = one_key),
            (SELECT entry_id FROM cards WHERE name_key = one_key AND own_key = name_key),
            (
                SELECT min(entry_id) FROM cards
                WHERE name_key = one_key AND own_key <> name_key
                GROUP BY name_key HAVING count(DISTINCT own_key) = 1
            ),
            -1
        ) AS is_crossed
    FROM decisions
    LEFT JOIN verdicts ON verdicts.decision_id = decisions.decision_id
) AS said
LEFT JOIN entries AS entry_a ON entry_a.entry_id = said.entry_a_id
LEFT JOIN entries AS entry_b ON entry_b.entry_id = said.entry_b_id;

-- Critics are compared by what they say now; quotes are shown by their score.
CREATE INDEX quotes_standing ON quotes (entry_id, reviewer, verdict, score) WHERE valid_to IS NULL;
CREATE INDEX quotes_score ON quotes (score);
