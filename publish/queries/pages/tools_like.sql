-- title: Which names may be meant by these words?
-- description: Entries by name, at most 2,000, each with the tool it belongs to: the names that begin with the same letter or with one beyond A to Z, or that have the words' third to fifth letter or their last three. Those spelt most like what was asked are taken from here.
-- parameter words: A name as somebody spelt it, such as harbor
SELECT entries.tool_id, entries.name AS tool, entries.category, entries.tagline, entries.site
FROM v1_entries AS entries
CROSS JOIN (SELECT lower(trim(substr(:words, 1, 100))) AS words) AS asked
WHERE asked.words <> '' AND (
    lower(substr(entries.name, 1, 1)) = substr(asked.words, 1, 1)
    OR unicode(entries.name) > 127
    OR length(asked.words) > 4 AND (
        instr(lower(entries.name), substr(asked.words, 3, 3)) > 0
        OR instr(lower(entries.name), substr(asked.words, -3)) > 0
    )
)
ORDER BY
    lower(substr(entries.name, 1, 2)) = substr(asked.words, 1, 2) DESC,
    instr(lower(entries.name), substr(asked.words, -3)) > 0 DESC,
    entries.name, entries.entry_id
LIMIT 2000
