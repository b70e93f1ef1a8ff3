-- title: Which names begin with these letters?
-- description: Entries by name, at most 2,000, each with the tool it belongs to: where no word fits, the names spelt most like what was asked are taken from here.
-- parameter letters: The first letters of a name, such as ha
SELECT tool_id, name AS tool, category, tagline, site
FROM v1_entries
WHERE trim(:letters) <> '' AND lower(substr(name, 1, length(:letters))) = lower(:letters)
ORDER BY name, entry_id
LIMIT 2000
