-- Dictionaries of the sites' own pages, and more of what is known of each response.

CREATE TABLE dictionaries (
    dictionary_id INTEGER PRIMARY KEY,
    -- The site whose pages it was trained on.
    site TEXT NOT NULL UNIQUE,
    data BLOB NOT NULL
) STRICT;

-- The dictionary that a body was compressed with; NULL for none.
ALTER TABLE bodies ADD COLUMN dictionary_id INTEGER REFERENCES dictionaries (dictionary_id);
CREATE INDEX bodies_dictionary ON bodies (dictionary_id);

-- HTTP/1.1 and so on; NULL where it is not known.
ALTER TABLE snapshots ADD COLUMN http_version TEXT;
-- The address that the connection went to; NULL where it is not known.
ALTER TABLE snapshots ADD COLUMN ip TEXT;
-- What the response says to robots: a JSON object with the lists x_robots_tag, meta and
-- content_signal; NULL if nothing.
ALTER TABLE snapshots ADD COLUMN directives TEXT
CHECK (directives IS NULL OR json_valid(directives));
