-- Load: how much of the contract the pages of each run stated. Kept for every run, also for one
-- that was refused: what it should have read is then told from the runs before it.

CREATE TABLE coverage (
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    site TEXT NOT NULL, -- empty where no site is known before a page is read
    kind TEXT NOT NULL, -- of the pages: comparison, tool, or any where it is known only by reading
    medium TEXT NOT NULL CHECK (medium IN ('html', 'text', 'extract')),
    field TEXT NOT NULL,
    pages INTEGER NOT NULL CHECK (pages >= 1), -- pages that could state the field
    slots INTEGER NOT NULL CHECK (slots >= 1), -- how often they could
    filled INTEGER NOT NULL CHECK (filled BETWEEN 0 AND slots), -- how often they did
    landmark TEXT NOT NULL, -- what the value is found by, in words
    sample TEXT, -- a text that was read by it
    found TEXT, -- the text that stands oftenest where nothing was read
    -- loaded; accepted: loaded although less was read, and later runs are compared with this
    -- one; refused: nothing of the run was loaded; unfinished: stopped before it was judged
    judgement TEXT NOT NULL CHECK (judgement IN ('loaded', 'accepted', 'refused', 'unfinished')),
    PRIMARY KEY (run_id, site, kind, medium, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_group ON coverage (site, kind, medium, run_id);

-- Pages in the archive that a refused run read. They are left alone until a later reader reads
-- them well, or the operator accepts them.
CREATE TABLE held_pages (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that was refused
    reader_version TEXT NOT NULL -- the reader that read them last
) STRICT;
CREATE INDEX held_pages_run ON held_pages (run_id);

CREATE VIEW v1_coverage ( -- How often the pages of a run stated each field, and what stood there where they did not
    run_id, -- The run
    site, -- Host of the pages; null for files whose site is known only by reading them
    kind, -- comparison, tool, or any where the kind is known only by reading
    medium, -- html, text, or extract for the condensed text rendering, which states less
    field, -- page for the whole page, else a field of the record such as tools.entry_price
    pages, -- Pages that could state it
    slots, -- How often they could: once a page, a card or a quote
    filled, -- How often they did; a derived value does not count
    filled_pct, -- The same in percent, rounded down
    landmark, -- What the value is found by
    sample, -- A text that was read by it
    found, -- The text that stands oftenest where nothing was read
    judgement -- loaded, accepted by the operator, refused, or unfinished
) AS
SELECT
    run_id, nullif(site, ''), kind, medium, field, pages, slots, filled, 100 * filled / slots,
    landmark, sample, found, judgement
FROM coverage;
