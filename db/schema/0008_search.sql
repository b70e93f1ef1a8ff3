-- Schema 8: words are searched through views, too.

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
