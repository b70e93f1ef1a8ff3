-- topic: Critics
-- rank: 36
-- title: What do critics say of …?
-- description: Quotes that hold a word, in whatever case and ending, the highest score first; also those that no longer stand (valid_to says since when). It needs a word, a critic, or both.
-- parameter word: A word such as latency, or several that must all occur; the last may be cut short
-- parameter critic: A critic's name or a part of it, such as skeptic; empty for all
-- needs: word or critic
WITH wanted AS (
    -- A length counts to the first NUL, where the search would end in the middle of a quote.
    SELECT trim(replace(substr(:word, 1, length(:word)), '"', ' ')) AS words
),
found AS MATERIALIZED (
    SELECT quote_id FROM search_quotes
    WHERE words MATCH (SELECT '"' || replace(words, ' ', '" "') || '"*' FROM wanted)
    UNION ALL
    SELECT quote_id FROM v1_quotes
    WHERE (SELECT words = '' FROM wanted) AND trim(:critic) <> ''
        AND instr(lower(reviewer), lower(trim(:critic))) > 0
)
SELECT
    entries.name AS entry,
    quotes.reviewer AS critic,
    quotes.score,
    quotes.verdict,
    quotes.text,
    entries.category,
    entries.site,
    quotes.valid_from,
    quotes.valid_to,
    quotes.source_url,
    quotes.entry_id
FROM found
JOIN v1_quotes AS quotes ON quotes.quote_id = found.quote_id
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE instr(lower(coalesce(quotes.reviewer, '')), lower(trim(:critic))) > 0
ORDER BY quotes.score DESC, entry, quotes.valid_from DESC, quotes.quote_id
