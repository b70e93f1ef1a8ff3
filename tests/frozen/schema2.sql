-- A database of schema 2 as versusdb 0.1.0 wrote it: comparisons that changed, a page that is none,
-- a card that could not be read, and a run that was refused.
PRAGMA application_id = 0x76736462;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'database','0001','2026-05-01 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'database','0002','2026-05-01 12:00:00+00:00');
CREATE TABLE card_sightings (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
    PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "card_sightings" VALUES(1,1,1,3,1);
INSERT INTO "card_sightings" VALUES(1,2,2,14,1);
INSERT INTO "card_sightings" VALUES(2,1,3,3,1);
INSERT INTO "card_sightings" VALUES(2,2,2,14,1);
INSERT INTO "card_sightings" VALUES(3,1,1,3,1);
INSERT INTO "card_sightings" VALUES(3,2,2,14,1);
INSERT INTO "card_sightings" VALUES(4,1,1,3,1);
INSERT INTO "card_sightings" VALUES(4,2,4,14,1);
INSERT INTO "card_sightings" VALUES(6,2,4,15,1);
CREATE TABLE cards (
    card_id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    digest TEXT NOT NULL, -- of all the fields below
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT,
    panel_ship_pct INTEGER,
    ship_votes INTEGER,
    skip_votes INTEGER,
    community_ship_pct INTEGER,
    community_votes INTEGER,
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL CHECK (json_valid(derived)),
    UNIQUE (entry_id, digest)
) STRICT;
INSERT INTO "cards" VALUES(1,1,'3cb3bf50075fce6d7b42c9d6fcb150d5bb3ee8088fd916c0bf8f5853ffd7b742','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(2,2,'5a4d960b0dd12ee18f5d21d36e3cfee3422abfae047721154dbea4a4bf7c80eb','Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(3,1,'c647d97d41d37f791e24c82d6cd6f5347b5dfc61759d861dbe3b5d580541e433','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Paid','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(4,3,'0d22bf0a24110d0a0e3188229497df8486efe23e4eebbd3c90ac0ee942f15a4c','Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE comparison_entries (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (comparison_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "comparison_entries" VALUES(1,1,1);
INSERT INTO "comparison_entries" VALUES(2,1,1);
INSERT INTO "comparison_entries" VALUES(1,2,2);
INSERT INTO "comparison_entries" VALUES(2,2,3);
CREATE TABLE comparisons (
    comparison_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT, -- computed: from the latest observation that had one
    title TEXT NOT NULL, -- computed: from the latest observation
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
INSERT INTO "comparisons" VALUES(1,'ca8b5f5c351bb244d','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z');
INSERT INTO "comparisons" VALUES(2,'c2e7553e1f0910ac4','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
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
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','page',1,1,1,'a title that names the cards','Tintype vs Gravelbed',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes',1,2,2,'label ''Reviewer scorecard''','Builder on Tintype: it held for 3 days, then I read the bill',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.reviewer',1,8,8,'critic''s name beside the score','Builder',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.score',1,8,8,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.verdict',1,8,8,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.category',1,2,2,'line before the name, or row ''Category''','Developer Tools',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.community_ship_pct',1,2,2,'label ''Community''','—',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.description',1,2,2,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.entry_price',1,2,2,'label ''Entry''','Free',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.name',1,2,2,'name in the title','Tintype',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.panel_ship_pct',1,2,2,'label ''Panel ship''','75%',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.pricing',1,2,2,'row ''Pricing''','Free; $9/mo for a team',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.ship_votes',1,2,2,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.skip_votes',1,2,2,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.slug',1,2,2,'link to /tool/<slug>, or the page''s address','Tintype',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.tagline',1,2,2,'line after the name, or row ''Best for''','Photographs your logs',NULL,'refused');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.verdict',1,2,2,'badge, or row ''Panel verdict''','Ship',NULL,'refused');
CREATE TABLE entries (
    entry_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    tool_id INTEGER REFERENCES entries (entry_id), -- the leading entry of its tool; null: itself
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that added it
    site TEXT NOT NULL,
    slug TEXT,
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    panel_ship_pct INTEGER CHECK (panel_ship_pct BETWEEN 0 AND 100),
    ship_votes INTEGER CHECK (ship_votes >= 0),
    skip_votes INTEGER CHECK (skip_votes >= 0),
    community_ship_pct INTEGER CHECK (community_ship_pct BETWEEN 0 AND 100),
    community_votes INTEGER CHECK (community_votes >= 0),
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(derived)),
    page_url TEXT, -- the smallest address that shows it
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
INSERT INTO "entries" VALUES(1,'e8cedb8aac85a4d21',NULL,1,'shiporskip.io','tintype-2026','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z');
INSERT INTO "entries" VALUES(2,'ef163cb9d968e4970',NULL,1,'shiporskip.io','gravelbed','Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z');
INSERT INTO "entries" VALUES(3,'eb929984dc4201918',NULL,1,'shiporskip.io','osier','Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tintype-2026-vs-osier','2026-05-02T12:00:00Z','2026-05-05T12:00:00Z');
CREATE TABLE entry_aliases (
    old_key TEXT PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_versions (
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT,
    panel_ship_pct INTEGER,
    ship_votes INTEGER,
    skip_votes INTEGER,
    community_ship_pct INTEGER,
    community_votes INTEGER,
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL,
    PRIMARY KEY (entry_id, valid_from),
    CHECK (valid_to > valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry_versions" VALUES(1,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(1,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Paid','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(1,'2026-05-03T12:00:00Z',NULL,1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(2,'2026-05-01T12:00:00Z',NULL,1,'Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(3,'2026-05-02T12:00:00Z',NULL,1,'Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE held_pages (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that was refused
    reader_version TEXT NOT NULL -- the reader that read them last
) STRICT;
INSERT INTO "held_pages" VALUES(99,2,'r1');
CREATE TABLE identity (
    uuid TEXT NOT NULL -- shared with the archive file this database is read from
) STRICT;
CREATE TABLE issues (
    issue_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that first saw it
    stage TEXT NOT NULL CHECK (stage IN ('fetch', 'parse', 'load')),
    code TEXT NOT NULL,
    subject TEXT NOT NULL, -- address, SHA-256 or path
    url TEXT,
    field TEXT NOT NULL,
    message TEXT NOT NULL, -- computed for reading: from the latest snapshot that shows it
    expected TEXT,
    found TEXT,
    snapshot_sha256 TEXT,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    resolved_at TEXT
) STRICT;
INSERT INTO "issues" VALUES(1,'i51eadd793eef6527',1,'parse','not_a_comparison','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','','no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page headed ''A page that is no comparison''','07d9b00146289d41da9817f961fb95364c1d2c72d4c6671f2bb70004cc1ae40e','2026-05-04T12:00:00Z','2026-05-04T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(2,'i59e636b53321526e',1,'parse','verdict_disagrees','https://shiporskip.io/compare/tintype-2026-vs-osier','https://shiporskip.io/compare/tintype-2026-vs-osier','tools.1.verdict','the badge and the percentage disagree','skip at 7%','ship','67fd549da8aa2f726408870405ef778dca67456734576a3fd0c48d248cef8d52','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(3,'i4b7aaf9532ea3b0b',1,'parse','votes_disagree','https://shiporskip.io/compare/tintype-2026-vs-osier','https://shiporskip.io/compare/tintype-2026-vs-osier','tools.1.ship_votes','the votes and the percentage disagree','7%','3 ship, 1 skip','67fd549da8aa2f726408870405ef778dca67456734576a3fd0c48d248cef8d52','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(4,'i577de0142de72e4d',2,'fetch','timeout','https://shiporskip.io/compare/late','https://shiporskip.io/compare/late','','too slow',NULL,NULL,NULL,'2026-05-07T00:00:00Z','2026-05-07T00:00:00Z',NULL);
CREATE TABLE merge_candidates (
    entry_a_id INTEGER NOT NULL REFERENCES entries (entry_id),
    entry_b_id INTEGER NOT NULL REFERENCES entries (entry_id),
    score INTEGER NOT NULL, -- thousandths
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    PRIMARY KEY (entry_a_id, entry_b_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE quote_sightings (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    reviewer TEXT,
    seat INTEGER NOT NULL,
    score INTEGER,
    verdict TEXT,
    place INTEGER, -- block index of the text
    valid_to TEXT, -- computed: when the page first stopped showing it
    PRIMARY KEY (snapshot_id, quote_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "quote_sightings" VALUES(1,1,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(1,2,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(1,3,'Skeptic',2,71,'ship',50,'2026-05-03T12:00:00Z');
INSERT INTO "quote_sightings" VALUES(1,4,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(1,5,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(1,6,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(1,7,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(1,8,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(2,1,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(2,2,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(2,3,'Skeptic',2,71,'ship',50,'2026-05-03T12:00:00Z');
INSERT INTO "quote_sightings" VALUES(2,4,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(2,5,'Futurist',3,62,'skip',55,NULL);
INSERT INTO "quote_sightings" VALUES(2,6,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(2,7,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(2,8,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(3,1,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(3,2,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(3,4,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(3,5,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(3,6,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(3,7,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(3,8,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(3,9,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(4,1,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(4,3,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(4,5,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(4,7,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(4,10,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(4,11,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(4,12,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(6,10,'Builder',1,60,'skip',48,NULL);
INSERT INTO "quote_sightings" VALUES(6,11,'Skeptic',2,61,'skip',53,NULL);
INSERT INTO "quote_sightings" VALUES(6,12,'Futurist',3,72,'ship',58,NULL);
CREATE TABLE quote_versions (
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    reviewer TEXT,
    seat INTEGER,
    score INTEGER,
    verdict TEXT,
    PRIMARY KEY (quote_id, valid_from),
    CHECK (valid_to > valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO "quote_versions" VALUES(1,'2026-05-01T12:00:00Z',NULL,1,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(2,'2026-05-01T12:00:00Z',NULL,1,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(3,'2026-05-01T12:00:00Z',NULL,1,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(4,'2026-05-01T12:00:00Z',NULL,1,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(5,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(5,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',1,'Futurist',3,62,'skip');
INSERT INTO "quote_versions" VALUES(5,'2026-05-03T12:00:00Z',NULL,1,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(6,'2026-05-01T12:00:00Z',NULL,1,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(7,'2026-05-01T12:00:00Z',NULL,1,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(8,'2026-05-01T12:00:00Z',NULL,1,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(9,'2026-05-03T12:00:00Z',NULL,1,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(10,'2026-05-02T12:00:00Z',NULL,1,'Builder',1,60,'skip');
INSERT INTO "quote_versions" VALUES(11,'2026-05-02T12:00:00Z',NULL,1,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(12,'2026-05-02T12:00:00Z',NULL,1,'Futurist',3,72,'ship');
CREATE TABLE quotes (
    quote_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that added it
    text TEXT NOT NULL,
    reviewer TEXT,
    seat INTEGER,
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    page_url TEXT, -- the smallest address that shows it
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    valid_to TEXT
) STRICT;
INSERT INTO "quotes" VALUES(1,'q2a368de9b3f2a6f8',1,1,'Builder on Tintype: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(2,'q1eabecf115dc1364',2,1,'Builder on Gravelbed: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(3,'qf3cd8ec8812c8167',1,1,'Skeptic on Tintype: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(4,'qa9712e8f1fbd9dbb',2,1,'Skeptic on Gravelbed: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(5,'q687a3bd8730c8b48',1,1,'Futurist on Tintype: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(6,'q56e722812d8d4c8d',2,1,'Futurist on Gravelbed: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(7,'qe858a7e4643e1b73',1,1,'Founder on Tintype: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(8,'qf0d79ac144948f4e',2,1,'Founder on Gravelbed: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-01T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(9,'q5b428b1f26f79e0a',1,1,'Changed my mind about it.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-03T12:00:00Z','2026-05-03T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(10,'q0202f1ce10f3cd70',3,1,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,60,'skip','https://shiporskip.io/compare/tintype-2026-vs-osier','2026-05-02T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(11,'qa1d891a584fa1dfb',3,1,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip','https://shiporskip.io/compare/tintype-2026-vs-osier','2026-05-02T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(12,'qf9a7d51ba38442bc',3,1,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tintype-2026-vs-osier','2026-05-02T12:00:00Z','2026-05-05T12:00:00Z',NULL);
CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'clean', 'issues', 'failed', 'stopped', 'killed')),
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
    finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??Z'),
    settings TEXT NOT NULL CHECK (json_valid(settings)), -- the options it ran with
    pages_seen INTEGER,
    pages_fetched INTEGER,
    pages_unchanged INTEGER,
    pages_failed INTEGER,
    entries_added INTEGER,
    entries_changed INTEGER,
    quotes_added INTEGER,
    issues INTEGER,
    entries_ended INTEGER,
    quotes_ended INTEGER,
    code_version TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;
INSERT INTO "runs" VALUES(1,'ingest','clean','2026-06-01T00:00:00Z','2026-06-01T00:00:01Z','{}',0,0,0,0,3,0,12,3,NULL,0,'0','r1');
INSERT INTO "runs" VALUES(2,'ingest','failed','2026-06-01T00:00:00Z','2026-06-01T00:00:01Z','{}',0,0,0,0,0,0,0,1,NULL,0,'0','r1');
CREATE TABLE sites (
    site TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    attribution TEXT NOT NULL,
    terms TEXT NOT NULL,
    terms_url TEXT NOT NULL,
    citation TEXT NOT NULL -- address a tool is cited by, with {slug} in it
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot_issues (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (snapshot_id, issue_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "snapshot_issues" VALUES(5,1,'no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page headed ''A page that is no comparison''');
INSERT INTO "snapshot_issues" VALUES(6,2,'the badge and the percentage disagree','skip at 7%','ship');
INSERT INTO "snapshot_issues" VALUES(6,3,'the votes and the percentage disagree','7%','3 ship, 1 skip');
CREATE TABLE snapshots (
    snapshot_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    archive_id INTEGER NOT NULL UNIQUE, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that read it first
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    address TEXT, -- where the bytes came from; null for a local file
    url TEXT, -- the canonical address
    site TEXT,
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    status INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('comparison', 'tool', 'unknown')),
    page TEXT NOT NULL, -- what makes two snapshots the same page (db/keys.py)
    subject TEXT NOT NULL, -- what its issues are about: its address, else its SHA-256
    comparison_id INTEGER REFERENCES comparisons (comparison_id),
    title TEXT,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;
INSERT INTO "snapshots" VALUES(1,'sdfb9aa25f174ee5f',1,1,'e806e64ab0f5949427f0a26cd5fb0baf0ca4be38d5a38cd1d81f6571fc0ce33d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-01T12:00:00Z',200,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Tintype vs Gravelbed','lxml-content','r1');
INSERT INTO "snapshots" VALUES(2,'sb044e36f9322941e',2,1,'7add90298af2375f61b05ff0a1bae914c0c63d48ad2342f168ec6a6bb90122f2','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-02T12:00:00Z',200,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Tintype vs Gravelbed','lxml-content','r1');
INSERT INTO "snapshots" VALUES(3,'s335c69c30f73e208',3,1,'ad5f3c4d2e9f93ac7ae5d6c30474791dddfef5482e098595cbdd00445044a0a9','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-03T12:00:00Z',200,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Tintype vs Gravelbed','lxml-content','r1');
INSERT INTO "snapshots" VALUES(4,'s954e0d84fd02ebd6',4,1,'9d2d85b0d29086e0f317d508f1b14b5d366662dacbe39c2fecc0cdcfb96cdfb3','https://shiporskip.io/compare/tintype-2026-vs-osier','https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-02T12:00:00Z',200,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',2,'Tintype vs Osier','lxml-content','r1');
INSERT INTO "snapshots" VALUES(5,'s4ac3eed41498a1bc',5,1,'07d9b00146289d41da9817f961fb95364c1d2c72d4c6671f2bb70004cc1ae40e','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-04T12:00:00Z',200,'unknown','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',NULL,NULL,'lxml','r1');
INSERT INTO "snapshots" VALUES(6,'scb6678fba808f102',6,1,'67fd549da8aa2f726408870405ef778dca67456734576a3fd0c48d248cef8d52','https://shiporskip.io/compare/tintype-2026-vs-osier','https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-05T12:00:00Z',200,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',NULL,'Tintype vs Osier','lxml','r1');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX snapshots_page ON snapshots (page, observed_at, sha256);
CREATE INDEX snapshots_subject ON snapshots (subject, observed_at);
CREATE INDEX snapshots_comparison ON snapshots (comparison_id);
CREATE INDEX snapshots_sha256 ON snapshots (sha256);
CREATE INDEX snapshots_run ON snapshots (run_id);
CREATE INDEX snapshots_site ON snapshots (site);
CREATE INDEX entries_tool ON entries (tool_id);
CREATE INDEX card_sightings_card ON card_sightings (card_id);
CREATE INDEX entry_versions_run ON entry_versions (run_id);
CREATE INDEX quotes_entry ON quotes (entry_id);
CREATE INDEX quote_sightings_quote ON quote_sightings (quote_id);
CREATE INDEX quote_versions_run ON quote_versions (run_id);
CREATE INDEX comparison_entries_entry ON comparison_entries (entry_id);
CREATE INDEX issues_subject ON issues (subject);
CREATE INDEX issues_run ON issues (run_id);
CREATE INDEX snapshot_issues_issue ON snapshot_issues (issue_id);
CREATE INDEX merge_candidates_b ON merge_candidates (entry_b_id);
CREATE INDEX entry_aliases_entry ON entry_aliases (entry_id);
CREATE VIEW v1_tools ( -- Real tools: one or more entries that were judged to be the same thing
    tool_id, -- Text id: the entry_id of its leading entry
    name, -- Name of the leading entry
    entry_count, -- How many entries are this tool
    comparison_count, -- On how many comparisons any of them stands
    quote_count, -- How many critics' quotes speak of any of them
    panel_ship_pct_min, -- Lowest share of the panel that says ship among its entries, in percent
    panel_ship_pct_max, -- Highest share of the panel that says ship among its entries, in percent
    first_seen_at, -- When any of its entries was first observed (UTC)
    last_seen_at -- When any of its entries was last observed (UTC)
) AS
SELECT
    leading.key,
    leading.name,
    count(*),
    (
        SELECT count(DISTINCT placed.comparison_id)
        FROM entries AS member
        JOIN comparison_entries AS placed ON placed.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    (
        SELECT count(*)
        FROM entries AS member
        JOIN quotes ON quotes.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    min(entries.panel_ship_pct),
    max(entries.panel_ship_pct),
    min(entries.first_seen_at),
    max(entries.last_seen_at)
FROM entries
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
GROUP BY leading.entry_id;
CREATE VIEW v1_entries ( -- What a site lists: one row for each slug of a site, with its current values
    entry_id, -- Text id computed from site and slug, or from site, name and tagline without a slug
    tool_id, -- The tool it belongs to
    site, -- Host of the site that lists it
    slug, -- The site's own key; null where no page showed one
    name, -- Name as the site prints it
    category, -- The site's category; an open vocabulary that drifts
    tagline, -- The one-line description on its card
    description, -- The paragraph on its card
    verdict, -- ship, mixed or skip: the panel's badge
    panel_ship_pct, -- Share of the panel that says ship, in percent
    ship_votes, -- How many critics say ship
    skip_votes, -- How many critics say skip
    community_ship_pct, -- Share of the community that says ship, in percent; null without votes
    community_votes, -- How many community votes there are; null where none were shown
    entry_price, -- The card's word for what starting costs, such as Free or Paid
    pricing, -- The site's free text on prices
    source_url, -- The address to cite: the one the site asks for, else the smallest that shows it
    comparison_count, -- On how many comparisons it stands
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    derived, -- JSON list of the fields that a rule computed and no page stated
    homepage_url, -- The tool's own address
    reviewed_on, -- The day of the site's review
    valid_to -- When every page that showed it had stopped to; null while any still does
) AS
SELECT
    entries.key,
    leading.key,
    entries.site,
    entries.slug,
    entries.name,
    entries.category,
    entries.tagline,
    entries.description,
    entries.verdict,
    entries.panel_ship_pct,
    entries.ship_votes,
    entries.skip_votes,
    entries.community_ship_pct,
    entries.community_votes,
    entries.entry_price,
    entries.pricing,
    coalesce(replace(sites.citation, '{slug}', entries.slug), entries.page_url),
    (SELECT count(*) FROM comparison_entries WHERE comparison_entries.entry_id = entries.entry_id),
    entries.first_seen_at,
    entries.last_seen_at,
    entries.derived,
    entries.homepage_url,
    entries.reviewed_on,
    NULL -- a page is known by its entries, so none stops showing one and is the same page
FROM entries
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
LEFT JOIN sites ON sites.site = entries.site;
CREATE VIEW v1_comparisons ( -- Pages that set tools side by side
    comparison_id, -- Text id computed from the site and its entries in page order
    site, -- Host of the site
    url, -- Canonical address; null where only an extract without one was read
    title, -- Title as the page prints it
    entry_a_id, -- The entry in position 1
    entry_b_id, -- The entry in position 2
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at -- When it was last observed (UTC)
) AS
SELECT
    comparisons.key,
    comparisons.site,
    comparisons.url,
    comparisons.title,
    first_entry.key,
    second_entry.key,
    comparisons.first_seen_at,
    comparisons.last_seen_at
FROM comparisons
JOIN comparison_entries AS first_place
    ON first_place.comparison_id = comparisons.comparison_id AND first_place.position = 1
JOIN entries AS first_entry ON first_entry.entry_id = first_place.entry_id
JOIN comparison_entries AS second_place
    ON second_place.comparison_id = comparisons.comparison_id AND second_place.position = 2
JOIN entries AS second_entry ON second_entry.entry_id = second_place.entry_id;
CREATE VIEW v1_comparison_entries ( -- Which entry stands in which place of a comparison
    comparison_id, -- The comparison
    position, -- Place on the page, from 1
    entry_id -- The entry that stands there
) AS
SELECT comparisons.key, comparison_entries.position, entries.key
FROM comparison_entries
JOIN comparisons ON comparisons.comparison_id = comparison_entries.comparison_id
JOIN entries ON entries.entry_id = comparison_entries.entry_id;
CREATE VIEW v1_quotes ( -- Critics' words on an entry, each once
    quote_id, -- Text id computed from the entry and the words
    entry_id, -- The entry the quote speaks of
    reviewer, -- The critic's name; null where the page printed none
    seat, -- The critic's row in the scorecard, from 1
    score, -- The critic's score out of 100
    verdict, -- ship or skip, as the critic said
    text, -- The words; they belong to the site, so cite source_url
    sighting_count, -- In how many snapshots it was seen
    source_url, -- The address to cite
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    valid_from, -- From when it is known to stand on the site (UTC)
    valid_to -- When every page that showed it had stopped to; null while any still does
) AS
SELECT
    quotes.key,
    entries.key,
    quotes.reviewer,
    quotes.seat,
    quotes.score,
    quotes.verdict,
    quotes.text,
    (SELECT count(*) FROM quote_sightings WHERE quote_sightings.quote_id = quotes.quote_id),
    coalesce(replace(sites.citation, '{slug}', entries.slug), quotes.page_url),
    quotes.first_seen_at,
    quotes.last_seen_at,
    quotes.first_seen_at,
    quotes.valid_to
FROM quotes
JOIN entries ON entries.entry_id = quotes.entry_id
LEFT JOIN sites ON sites.site = entries.site;
CREATE VIEW v1_entry_history ( -- What an entry said from when to when
    entry_id, -- The entry
    name, -- Name in that time
    category, -- Category in that time
    tagline, -- Tagline in that time
    verdict, -- ship, mixed or skip in that time
    panel_ship_pct, -- Share of the panel that says ship in that time, in percent
    ship_votes, -- Critics who say ship in that time
    skip_votes, -- Critics who say skip in that time
    community_ship_pct, -- Share of the community that says ship in that time, in percent
    community_votes, -- Community votes in that time
    entry_price, -- What starting costs in that time
    pricing, -- Prices in that time
    valid_from, -- First observation of these values (UTC)
    valid_to, -- First observation of the next values; null for the current ones
    run_id, -- The run that read them first
    description, -- Description in that time
    derived -- JSON list of the fields that a rule computed
) AS
SELECT
    entries.key,
    entry_versions.name,
    entry_versions.category,
    entry_versions.tagline,
    entry_versions.verdict,
    entry_versions.panel_ship_pct,
    entry_versions.ship_votes,
    entry_versions.skip_votes,
    entry_versions.community_ship_pct,
    entry_versions.community_votes,
    entry_versions.entry_price,
    entry_versions.pricing,
    entry_versions.valid_from,
    entry_versions.valid_to,
    entry_versions.run_id,
    entry_versions.description,
    entry_versions.derived
FROM entry_versions
JOIN entries ON entries.entry_id = entry_versions.entry_id;
CREATE VIEW v1_quote_history ( -- What was said of a quote from when to when
    quote_id, -- The quote
    reviewer, -- The critic's name in that time
    seat, -- The critic's row in that time
    score, -- The score in that time
    verdict, -- ship or skip in that time
    valid_from, -- First observation of these values (UTC)
    valid_to, -- When they ended; null for the current ones
    run_id -- The run that read them first
) AS
SELECT
    quotes.key,
    quote_versions.reviewer,
    quote_versions.seat,
    quote_versions.score,
    quote_versions.verdict,
    quote_versions.valid_from,
    quote_versions.valid_to,
    quote_versions.run_id
FROM quote_versions
JOIN quotes ON quotes.quote_id = quote_versions.quote_id;
CREATE VIEW v1_snapshots ( -- Pages as they were received; their bytes are in the archive file
    snapshot_id, -- Text id computed from address, time and digest
    sha256, -- SHA-256 of the bytes
    url, -- Canonical address; null where none is known
    site, -- Host of the site it is read as
    observed_at, -- When it was observed (UTC)
    status, -- HTTP status; null for a local file
    kind -- comparison, tool or unknown
) AS
SELECT key, sha256, url, site, observed_at, status, kind
FROM snapshots;
CREATE VIEW v1_sightings ( -- Which snapshot showed which entry or quote, and where on the page
    snapshot_id, -- The snapshot
    subject, -- entry or quote
    subject_id, -- The entry_id or quote_id
    place, -- Index of the text block it was read from
    valid_from, -- When the page was observed to show it (UTC)
    valid_to -- When the same page was first observed without it; null while it shows it
) AS
SELECT
    snapshots.key, 'entry', entries.key, card_sightings.place,
    snapshots.observed_at, NULL
FROM card_sightings
JOIN snapshots ON snapshots.snapshot_id = card_sightings.snapshot_id
JOIN cards ON cards.card_id = card_sightings.card_id
JOIN entries ON entries.entry_id = cards.entry_id
UNION ALL
SELECT
    snapshots.key, 'quote', quotes.key, quote_sightings.place,
    snapshots.observed_at, quote_sightings.valid_to
FROM quote_sightings
JOIN snapshots ON snapshots.snapshot_id = quote_sightings.snapshot_id
JOIN quotes ON quotes.quote_id = quote_sightings.quote_id;
CREATE VIEW v1_runs ( -- The ledger: every run that wrote, and what it counted; null means not tracked
    run_id, -- Rising number
    command, -- The command that ran
    status, -- running, clean, issues, failed, stopped by a signal, or killed
    started_at, -- When it began (UTC)
    finished_at, -- When it ended (UTC); null while it runs or if it was killed
    pages_seen, -- Pages and files it was given or found
    pages_fetched, -- New snapshots it archived
    pages_unchanged, -- Snapshots that were already read
    pages_failed, -- Pages it could not fetch or read
    entries_added, -- Entries seen for the first time
    entries_changed, -- Entries with a new version
    quotes_added, -- Quotes seen for the first time
    issues, -- Issues it met
    entries_ended, -- Entries that no page shows any more
    quotes_ended, -- Quotes that no page shows any more
    code_version, -- Version of versusdb
    reader_version -- Digest of the reader's code
) AS
SELECT
    run_id, command, status, started_at, finished_at, pages_seen, pages_fetched, pages_unchanged,
    pages_failed, entries_added, entries_changed, quotes_added, issues, entries_ended,
    quotes_ended, code_version, reader_version
FROM runs;
CREATE VIEW v1_issues ( -- What could not be fetched or read
    issue_id, -- Text id computed from stage, code, page and field
    run_id, -- The run that first saw it
    stage, -- fetch, parse or load
    code, -- Short name of the kind of issue
    url, -- Address of the page; null for a local file
    field, -- Field of the record it is about; empty for the whole page
    message, -- What happened, in one line
    first_seen_at, -- When it was first seen (UTC)
    last_seen_at, -- When it was last seen (UTC)
    resolved_at, -- When the page was next observed without it (UTC); null while open
    expected, -- What should have stood there
    found, -- What stood there
    snapshot_sha256 -- Digest of the bytes it was found in
) AS
SELECT
    key, run_id, stage, code, url, field, message, first_seen_at, last_seen_at, resolved_at,
    expected, found, snapshot_sha256
FROM issues;
CREATE VIEW v1_merge_queue ( -- Pairs of entries that may be one tool and wait for a person's word
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    score, -- How much speaks for it, in thousandths
    reason, -- Why it was not decided without a person
    name_a, -- Name of the one
    name_b, -- Name of the other
    evidence -- JSON: what speaks for and against
) AS
SELECT
    entry_a.key, entry_b.key, merge_candidates.score, merge_candidates.reason,
    entry_a.name, entry_b.name, merge_candidates.evidence
FROM merge_candidates
JOIN entries AS entry_a ON entry_a.entry_id = merge_candidates.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = merge_candidates.entry_b_id;
CREATE VIEW v1_entry_aliases ( -- Former ids of entries whose slug became known later
    old_entry_id, -- The id it had
    entry_id -- The id it has
) AS
SELECT entry_aliases.old_key, entries.key
FROM entry_aliases
JOIN entries ON entries.entry_id = entry_aliases.entry_id;
CREATE VIEW v1_sites ( -- The sites that are read, and how they ask to be cited
    site, -- Host
    name, -- Name of the publication
    attribution, -- The words to name it by
    terms, -- What it allows, in one sentence
    terms_url, -- Its own page on that
    citation -- Address a tool is cited by, with {slug} in it
) AS
SELECT site, name, attribution, terms, terms_url, citation
FROM sites
WHERE EXISTS (SELECT 1 FROM snapshots WHERE snapshots.site = sites.site);
CREATE INDEX coverage_group ON coverage (site, kind, medium, run_id);
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
COMMIT;
