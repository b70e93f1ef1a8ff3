-- The database of a pair, as versusdb wrote it; made by tests.freeze.
PRAGMA application_id = 1987273826;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'database','0001','2026-11-29 12:48:54.141185+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'database','0002','2026-11-29 12:48:54.141643+00:00');
CREATE TABLE card_sightings (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
    PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "card_sightings" VALUES(1,1,1,4,1);
INSERT INTO "card_sightings" VALUES(1,2,2,14,1);
INSERT INTO "card_sightings" VALUES(2,1,3,3,1);
INSERT INTO "card_sightings" VALUES(2,2,4,14,1);
INSERT INTO "card_sightings" VALUES(3,1,5,3,1);
INSERT INTO "card_sightings" VALUES(3,2,6,14,1);
INSERT INTO "card_sightings" VALUES(4,1,7,3,1);
INSERT INTO "card_sightings" VALUES(4,2,8,14,1);
INSERT INTO "card_sightings" VALUES(5,1,9,3,1);
INSERT INTO "card_sightings" VALUES(5,2,10,14,1);
INSERT INTO "card_sightings" VALUES(6,1,11,3,1);
INSERT INTO "card_sightings" VALUES(6,2,12,14,1);
INSERT INTO "card_sightings" VALUES(7,1,13,3,1);
INSERT INTO "card_sightings" VALUES(7,2,14,14,1);
INSERT INTO "card_sightings" VALUES(8,1,15,3,1);
INSERT INTO "card_sightings" VALUES(8,2,16,14,1);
INSERT INTO "card_sightings" VALUES(9,1,15,3,1);
INSERT INTO "card_sightings" VALUES(9,2,17,14,1);
INSERT INTO "card_sightings" VALUES(10,1,16,3,1);
INSERT INTO "card_sightings" VALUES(10,2,17,14,1);
INSERT INTO "card_sightings" VALUES(11,1,18,2,0);
INSERT INTO "card_sightings" VALUES(12,1,19,3,1);
INSERT INTO "card_sightings" VALUES(12,2,16,14,1);
INSERT INTO "card_sightings" VALUES(13,1,19,3,1);
INSERT INTO "card_sightings" VALUES(13,2,17,14,1);
INSERT INTO "card_sightings" VALUES(14,1,15,3,1);
INSERT INTO "card_sightings" VALUES(14,2,16,14,1);
INSERT INTO "card_sightings" VALUES(15,1,15,3,1);
INSERT INTO "card_sightings" VALUES(15,2,17,14,1);
INSERT INTO "card_sightings" VALUES(16,1,16,3,1);
INSERT INTO "card_sightings" VALUES(16,2,17,14,1);
INSERT INTO "card_sightings" VALUES(17,1,15,4,1);
INSERT INTO "card_sightings" VALUES(20,1,20,3,1);
INSERT INTO "card_sightings" VALUES(20,2,16,14,1);
INSERT INTO "card_sightings" VALUES(21,1,21,3,1);
INSERT INTO "card_sightings" VALUES(21,2,16,14,1);
INSERT INTO "card_sightings" VALUES(22,1,22,4,1);
INSERT INTO "card_sightings" VALUES(22,2,23,14,1);
INSERT INTO "card_sightings" VALUES(28,1,15,3,1);
INSERT INTO "card_sightings" VALUES(28,2,16,14,1);
INSERT INTO "card_sightings" VALUES(29,1,16,3,1);
INSERT INTO "card_sightings" VALUES(29,2,24,14,1);
INSERT INTO "card_sightings" VALUES(30,1,25,3,1);
INSERT INTO "card_sightings" VALUES(30,2,26,14,1);
INSERT INTO "card_sightings" VALUES(31,1,27,3,1);
INSERT INTO "card_sightings" VALUES(31,2,28,14,1);
INSERT INTO "card_sightings" VALUES(32,1,25,3,1);
INSERT INTO "card_sightings" VALUES(32,2,26,14,1);
INSERT INTO "card_sightings" VALUES(33,1,27,3,1);
INSERT INTO "card_sightings" VALUES(33,2,28,14,1);
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
INSERT INTO "cards" VALUES(1,1,'fd4123b75bb95f0962e0725ea23ea34838dbe3d816777e203b35a65f09953852','Quire','Writing','Folds paper, in Greek: χαρτί','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(2,2,'0c50550c70661b6b9b5961a743ee72a91210d5d17e107959359120b8b1957b07','Gravelbed','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(3,3,'ec2c7022669b72d869555ac24def1b3773b3b9f55162a04ef45fdf46dced5519','Tool 0 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(4,4,'07256b8e65fd8cf9cf97954f20ba0cb1c3f3e3aa1a9a95bbd4e957d18e2a1d3b','Tool 0 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(5,5,'73bdcd0cda18f942ed7c3ac48ec27146955879eb9ad9263352fa47ce446a08e6','Tool 1 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(6,6,'6d7984fcf20d3f000bc0765a46ced8aa68fed49cfc02631be173dce584e06e70','Tool 1 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(7,7,'e92f2e1c501857cf5aed20b4361174ccd0cb3d00c4a94f984952d8bd2f335f53','Tool 2 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(8,8,'72c51cd53aaf9f3e783958dc97c4d850a80d11162a524739ae33081126997a9b','Tool 2 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(9,9,'2cb86f5d0b90f4bae2df6ac9e3d6fe8e68aee88bb6d207ef1a4531daff03022c','Tool 3 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(10,10,'7d936ce322a1b42db05b4c470df93827045ffc22142ee6ca94b5199fcdd3442a','Tool 3 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(11,11,'2632ffbe311c48f6d7cd0191e255eb9ec0a72f20ce24c3a751e3c5d3e86c7976','Tool 4 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(12,12,'58749057fb5ad7a358e65dd31f1b27f50066b45b67d746169d479b1a2cec38a7','Tool 4 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(13,13,'1deb83d1d097c81637eb7f70ea5f3d173257f1ecd4b13641f6c69cf30fe6a2da','Tool 5 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(14,14,'8da1b2a611e63d6ec3f8443f4b804b8a9b6dccad74e4639b8646c58405f162ba','Tool 5 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(15,15,'3cb3bf50075fce6d7b42c9d6fcb150d5bb3ee8088fd916c0bf8f5853ffd7b742','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(16,16,'5a4d960b0dd12ee18f5d21d36e3cfee3422abfae047721154dbea4a4bf7c80eb','Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(17,17,'0d22bf0a24110d0a0e3188229497df8486efe23e4eebbd3c90ac0ee942f15a4c','Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(18,18,'eacfbdbd9b65225a9ee0acb74d3b11e267a665bdff52accceb65441104a27bff','Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]');
INSERT INTO "cards" VALUES(19,15,'a4425819469d1794b6996062ccc6a270231ec1f3469d4b380791af0a02ed2d2a','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','skip',25,1,3,NULL,NULL,'Paid','$12/mo, in advance',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(20,19,'b0c223ccc2aca2b0aa2e615c101ec108d2fe52706438cad4f487aafd53d31f6a','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(21,20,'b0c223ccc2aca2b0aa2e615c101ec108d2fe52706438cad4f487aafd53d31f6a','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(22,21,'0b4fb20796a8d5875d3f299a7612c0cfa998c32278a32617cb3fb07663aa88ba','Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(23,22,'324d5ba81761cdcb63c85a62461a25ce2d138591bfc34e6f45add96d76bf3b97','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(24,23,'f6076185f9857218d47c20c552422b7c6577da40f04f8571fddf34d78062f13c','Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(25,24,'772bca3fc969614c50a656acac58d2a4de2f062b52347f369ea6f0842a4cc3ee','Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(26,25,'629ca9e10f8b627ea1930bb756afe540cedde23248bc5676b65ef926a5611f67','Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(27,26,'06255c641e846cc42bbb04912cd6b9750c95563f1409d0aaac6c3273fef57b2c','Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(28,27,'ad72c248b488f48eda7fc3afb759f74352aabb85b5c2c843b3c900d5d3fbb961','Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE comparison_entries (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (comparison_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "comparison_entries" VALUES(1,1,1);
INSERT INTO "comparison_entries" VALUES(1,2,2);
INSERT INTO "comparison_entries" VALUES(2,1,3);
INSERT INTO "comparison_entries" VALUES(2,2,4);
INSERT INTO "comparison_entries" VALUES(3,1,5);
INSERT INTO "comparison_entries" VALUES(3,2,6);
INSERT INTO "comparison_entries" VALUES(4,1,7);
INSERT INTO "comparison_entries" VALUES(4,2,8);
INSERT INTO "comparison_entries" VALUES(5,1,9);
INSERT INTO "comparison_entries" VALUES(5,2,10);
INSERT INTO "comparison_entries" VALUES(6,1,11);
INSERT INTO "comparison_entries" VALUES(6,2,12);
INSERT INTO "comparison_entries" VALUES(7,1,13);
INSERT INTO "comparison_entries" VALUES(7,2,14);
INSERT INTO "comparison_entries" VALUES(8,1,15);
INSERT INTO "comparison_entries" VALUES(9,1,15);
INSERT INTO "comparison_entries" VALUES(8,2,16);
INSERT INTO "comparison_entries" VALUES(10,1,16);
INSERT INTO "comparison_entries" VALUES(11,2,16);
INSERT INTO "comparison_entries" VALUES(12,2,16);
INSERT INTO "comparison_entries" VALUES(14,1,16);
INSERT INTO "comparison_entries" VALUES(9,2,17);
INSERT INTO "comparison_entries" VALUES(10,2,17);
INSERT INTO "comparison_entries" VALUES(11,1,19);
INSERT INTO "comparison_entries" VALUES(12,1,20);
INSERT INTO "comparison_entries" VALUES(13,1,21);
INSERT INTO "comparison_entries" VALUES(13,2,22);
INSERT INTO "comparison_entries" VALUES(14,2,23);
INSERT INTO "comparison_entries" VALUES(15,1,24);
INSERT INTO "comparison_entries" VALUES(15,2,25);
INSERT INTO "comparison_entries" VALUES(16,1,26);
INSERT INTO "comparison_entries" VALUES(16,2,27);
CREATE TABLE comparisons (
    comparison_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT, -- computed: from the latest observation that had one
    title TEXT NOT NULL, -- computed: from the latest observation
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
INSERT INTO "comparisons" VALUES(1,'c59925a47a53b2d3b','shiporskip.io',NULL,'Quire vs Gravelbed','2026-05-01T12:00:00Z','2026-05-01T12:00:00Z');
INSERT INTO "comparisons" VALUES(2,'c03f824bbac9dbe46','shiporskip.io','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','Tool 0 a vs Tool 0 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(3,'c532defe734afe36b','shiporskip.io','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','Tool 1 a vs Tool 1 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(4,'ce99a2430992d78d6','shiporskip.io','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','Tool 2 a vs Tool 2 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(5,'c91be7b875e531c3b','shiporskip.io','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','Tool 3 a vs Tool 3 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(6,'cee859da45402cb57','shiporskip.io','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','Tool 4 a vs Tool 4 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(7,'c1c7381bc435582f3','shiporskip.io','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','Tool 5 a vs Tool 5 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(8,'ca8b5f5c351bb244d','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "comparisons" VALUES(9,'c2e7553e1f0910ac4','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "comparisons" VALUES(10,'cda56281badd32327','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-osier','Gravelbed vs Osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "comparisons" VALUES(11,'cda9264d4df16fc0d','shiporskip.io','https://shiporskip.io/compare/osier-a-vs-gravelbed','Osier vs Gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "comparisons" VALUES(12,'c60cee36af8fa0043','shiporskip.io','https://shiporskip.io/compare/osier-b-vs-gravelbed','Osier vs Gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "comparisons" VALUES(13,'c589479ff69b0b8f6','shiporskip.io',NULL,'Osier vs Tintype','2026-05-07T12:00:00Z','2026-05-07T12:00:00Z');
INSERT INTO "comparisons" VALUES(14,'cd99ff626690ec4fc','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-quire','Gravelbed vs Quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "comparisons" VALUES(15,'c598ff5e51226a696','shiporskip.io','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','Tool 30 a vs Tool 30 b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
INSERT INTO "comparisons" VALUES(16,'cdf0b55242dc7ab18','shiporskip.io','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','Tool 31 a vs Tool 31 b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
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
INSERT INTO "coverage" VALUES(1,'','any','text','page',1,1,1,'a title that names the cards','Quire vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes',1,2,2,'label ''Reviewer scorecard''','Builder on Quire: it held for 3 days, then I read the bill.',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.reviewer',1,8,0,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.score',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.verdict',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.category',1,2,2,'line before the name, or row ''Category''','Writing',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.community_ship_pct',1,2,2,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.description',1,2,2,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.entry_price',1,2,2,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.name',1,2,2,'name in the title','Quire',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.panel_ship_pct',1,2,2,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.pricing',1,2,0,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.ship_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.skip_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.tagline',1,2,2,'line after the name, or row ''Best for''','Folds paper, in Greek: χαρτί',NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.verdict',1,2,0,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','any','html','page',1,1,1,'a title that names the cards','Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','page',9,9,9,'a title that names the cards','Tool 0 a vs Tool 0 b',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes',9,18,18,'label ''Reviewer scorecard''','Builder on Tool 0 a: it held for 3 days, then I read the bil',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.reviewer',9,70,70,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.score',9,70,70,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.verdict',9,70,70,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.category',9,18,18,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.community_ship_pct',9,18,18,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.description',9,18,18,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.entry_price',9,18,18,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.name',9,18,18,'name in the title','Tool 0 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.panel_ship_pct',9,18,18,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.pricing',9,18,18,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.ship_votes',9,18,18,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.skip_votes',9,18,18,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.slug',9,18,18,'link to /tool/<slug>, or the page''s address','Tool 0 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.tagline',9,18,18,'line after the name, or row ''Best for''','aaaaaaaaa',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.verdict',9,18,18,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.category',1,1,1,'breadcrumb that begins with ''Reviews''','Reviews/Writing/Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.description',1,1,1,'label "The Panel''s Take"','It weaves prompts into baskets, and the baskets hold.',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.homepage_url',1,1,1,'link after ''Visit''','Visit git.osier.example',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.name',1,1,1,'name that the page confirms','Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.pricing',1,1,1,'label ''Price''','Open Source (MIT)',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.reviewed_on',1,1,1,'label ''Reviewed''','2026-04-24',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.ship_votes',1,1,1,'line with the panel''s votes','3 Ships1 Skips',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.skip_votes',1,1,1,'line with the panel''s votes','3 Ships1 Skips',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.slug',1,1,0,'page''s address, or the link on the name',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.tagline',1,1,1,'first line after the name','Weaves prompts',NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.verdict',1,1,1,'label ''Verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards','Tintype vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''','Builder on Tintype: it held for 3 days, then I read the bill',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.reviewer',2,15,15,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.score',2,15,15,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.verdict',2,15,15,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''','Paid',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''','25%',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''','$12/mo, in advance',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''','Skip · 1 ship / 3 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''','Skip · 1 ship / 3 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''','Photographs your logs',NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''','Skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','page',3,3,3,'a title that names the cards','Tintype vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes',3,6,6,'label ''Reviewer scorecard''','Builder on Tintype: it held for 3 days, then I read the bill',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.reviewer',3,22,22,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.score',3,22,22,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.verdict',3,22,22,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.category',3,6,6,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.community_ship_pct',3,6,6,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.description',3,6,6,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.entry_price',3,6,6,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.name',3,6,6,'name in the title','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.panel_ship_pct',3,6,6,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.pricing',3,6,6,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.ship_votes',3,6,6,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.skip_votes',3,6,6,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.slug',3,6,6,'link to /tool/<slug>, or the page''s address','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.tagline',3,6,6,'line after the name, or row ''Best for''','Photographs your logs',NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.verdict',3,6,6,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'','any','html','page',2,2,0,'a page',NULL,'no bytes','loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','page',1,1,1,'a title that names the cards','Tintype vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes',1,2,2,'label ''Reviewer scorecard''','Builder on Tintype: it held for 3 days, then I read the bill',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.reviewer',1,8,8,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.score',1,8,8,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.verdict',1,8,8,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.category',1,2,2,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.community_ship_pct',1,2,2,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.description',1,2,2,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.entry_price',1,2,2,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.name',1,2,2,'name in the title','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.panel_ship_pct',1,2,1,'label ''Panel ship''','75%','Mixed','loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.pricing',1,2,2,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.ship_votes',1,2,2,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.skip_votes',1,2,2,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.slug',1,2,2,'link to /tool/<slug>, or the page''s address','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.tagline',1,2,2,'line after the name, or row ''Best for''','Photographs your logs',NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.verdict',1,2,2,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards','Osier vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''','Builder on Osier: it held for 3 days, then I read the bill.',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title','Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address','Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''','Weaves drafts',NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'','any','text','page',1,1,1,'a title that names the cards','Osier vs Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes',1,2,2,'label ''Reviewer scorecard''','Builder on Osier: it held for 3 days, then I read the bill.',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.reviewer',1,8,0,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.score',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.verdict',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.category',1,2,2,'line before the name, or row ''Category''','Writing',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.community_ship_pct',1,2,2,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.description',1,2,2,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.entry_price',1,2,2,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.name',1,2,2,'name in the title','Osier',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.panel_ship_pct',1,2,2,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.pricing',1,2,0,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.ship_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.skip_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.tagline',1,2,2,'line after the name, or row ''Best for''','Weaves drafts',NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.verdict',1,2,0,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','page',5,5,5,'a title that names the cards','Tool 10 a vs Tool 10 b',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes',5,10,10,'label ''Reviewer scorecard''','Builder on Tool 10 a: it held for 3 days, then I read the bi',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.reviewer',5,40,40,'critic''s name beside the score','Builder',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.score',5,40,40,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.verdict',5,40,40,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.category',5,10,10,'line before the name, or row ''Category''','Developer Tools',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.community_ship_pct',5,10,10,'label ''Community''','—',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.description',5,10,10,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.entry_price',5,10,0,'label ''Entry''',NULL,'Starts at','refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.name',5,10,10,'name in the title','Tool 10 a',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.panel_ship_pct',5,10,10,'label ''Panel ship''','75%',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.pricing',5,10,10,'row ''Pricing''','Free; $9/mo for a team',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.ship_votes',5,10,10,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.skip_votes',5,10,10,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.slug',5,10,10,'link to /tool/<slug>, or the page''s address','Tool 10 a',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.tagline',5,10,10,'line after the name, or row ''Best for''','aaaaaaaaa',NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.verdict',5,10,10,'badge, or row ''Panel verdict''','Ship',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','page',5,5,5,'a title that names the cards','Tool 20 a vs Tool 20 b',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes',5,10,10,'label ''Reviewer scorecard''','Builder on Tool 20 a: it held for 3 days, then I read the bi',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.reviewer',5,40,40,'critic''s name beside the score','Builder',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.score',5,40,40,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.verdict',5,40,40,'score line out of 100','70/100 · ship',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.category',5,10,10,'line before the name, or row ''Category''','Developer Tools',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.community_ship_pct',5,10,10,'label ''Community''','—',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.description',5,10,10,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.entry_price',5,10,0,'label ''Entry''',NULL,'Starts at','refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.name',5,10,10,'name in the title','Tool 20 a',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.panel_ship_pct',5,10,10,'label ''Panel ship''','75%',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.pricing',5,10,10,'row ''Pricing''','Free; $9/mo for a team',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.ship_votes',5,10,10,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.skip_votes',5,10,10,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.slug',5,10,10,'link to /tool/<slug>, or the page''s address','Tool 20 a',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.tagline',5,10,10,'line after the name, or row ''Best for''','aaaaaaaaa',NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.verdict',5,10,10,'badge, or row ''Panel verdict''','Ship',NULL,'refused');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards','Tintype vs Gravelbed',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''','Builder on Tintype: it held for 3 days, then I read the bill',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address','Tintype',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''','Photographs your logs',NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards','Tool 30 a vs Tool 30 b',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''','Builder on Tool 30 a: it held for 3 days, then I read the bi',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title','Tool 30 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address','Tool 30 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''','aaaaaaaaa',NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards','Tool 30 a vs Tool 30 b',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''','Builder on Tool 30 a: it held for 3 days, then I read the bi',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score','Builder',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100','70/100 · ship',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''','Developer Tools',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''','—',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers','It does what the tagline says, and the tagline says little.',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''','Free',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title','Tool 30 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''','75%',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''','Free; $9/mo for a team',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''','Ship · 3 ship / 1 skip',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address','Tool 30 a',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''','aaaaaaaaa',NULL,'loaded');
INSERT INTO "coverage" VALUES(13,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''','Ship',NULL,'loaded');
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
INSERT INTO "entries" VALUES(1,'ea4eeac9d774485e7',NULL,1,'shiporskip.io',NULL,'Quire','Writing','Folds paper, in Greek: χαρτί','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]',NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z');
INSERT INTO "entries" VALUES(2,'ec9fdbfae3e45ddef',NULL,1,'shiporskip.io',NULL,'Gravelbed','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]',NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z');
INSERT INTO "entries" VALUES(3,'e6c17407ec0e61bd7',NULL,2,'shiporskip.io','tool-0-a','Tool 0 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(4,'ec1090f4c017f6ce1',NULL,2,'shiporskip.io','tool-0-b','Tool 0 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(5,'e2f5f41b509db9cde',NULL,2,'shiporskip.io','tool-1-a','Tool 1 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(6,'e74317d43ff33f6a2',NULL,2,'shiporskip.io','tool-1-b','Tool 1 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(7,'e011de70bfcbd4c1f',NULL,2,'shiporskip.io','tool-2-a','Tool 2 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(8,'eaeaecd3a7b552f89',NULL,2,'shiporskip.io','tool-2-b','Tool 2 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(9,'eb9fff4de1e8b1c34',NULL,2,'shiporskip.io','tool-3-a','Tool 3 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(10,'ebf0e293055e2ccd3',NULL,2,'shiporskip.io','tool-3-b','Tool 3 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(11,'e5b8452bf540f2d34',NULL,2,'shiporskip.io','tool-4-a','Tool 4 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(12,'e600d1d441515fc5b',NULL,2,'shiporskip.io','tool-4-b','Tool 4 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(13,'e382cb9a6c82124f7',NULL,2,'shiporskip.io','tool-5-a','Tool 5 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(14,'e6eba964d66406aa9',NULL,2,'shiporskip.io','tool-5-b','Tool 5 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(15,'e8cedb8aac85a4d21',NULL,2,'shiporskip.io','tintype-2026','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entries" VALUES(16,'ef163cb9d968e4970',NULL,2,'shiporskip.io','gravelbed','Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entries" VALUES(17,'eb929984dc4201918',NULL,2,'shiporskip.io','osier','Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "entries" VALUES(18,'efe0fb5d2c4f545e2',NULL,2,'shiporskip.io',NULL,'Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]',NULL,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entries" VALUES(19,'ea91b2e148a90611e',NULL,6,'shiporskip.io','osier-a','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/osier-a-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "entries" VALUES(20,'e24c8595c3c2c588c',NULL,6,'shiporskip.io','osier-b','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/osier-b-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "entries" VALUES(21,'ed23b2353ce6b6edb',NULL,7,'shiporskip.io',NULL,'Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]',NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z');
INSERT INTO "entries" VALUES(22,'e3758af2507cc0d01',NULL,7,'shiporskip.io',NULL,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]',NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z');
INSERT INTO "entries" VALUES(23,'e5c72d91a3ea44962',NULL,11,'shiporskip.io','quire','Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entries" VALUES(24,'eea6d01c78c7089f6',NULL,12,'shiporskip.io','tool-30-a','Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
INSERT INTO "entries" VALUES(25,'e7a95e2deb5451d31',NULL,12,'shiporskip.io','tool-30-b','Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
INSERT INTO "entries" VALUES(26,'e68d69cee9971d766',NULL,12,'shiporskip.io','tool-31-a','Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
INSERT INTO "entries" VALUES(27,'e3c470c45cda05672',NULL,12,'shiporskip.io','tool-31-b','Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z');
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
INSERT INTO "entry_versions" VALUES(1,'2026-05-01T12:00:00Z',NULL,1,'Quire','Writing','Folds paper, in Greek: χαρτί','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(2,'2026-05-01T12:00:00Z',NULL,1,'Gravelbed','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(3,'2026-05-02T12:00:00Z',NULL,2,'Tool 0 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(4,'2026-05-02T12:00:00Z',NULL,2,'Tool 0 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(5,'2026-05-02T12:00:00Z',NULL,2,'Tool 1 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(6,'2026-05-02T12:00:00Z',NULL,2,'Tool 1 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(7,'2026-05-02T12:00:00Z',NULL,2,'Tool 2 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(8,'2026-05-02T12:00:00Z',NULL,2,'Tool 2 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(9,'2026-05-02T12:00:00Z',NULL,2,'Tool 3 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(10,'2026-05-02T12:00:00Z',NULL,2,'Tool 3 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(11,'2026-05-02T12:00:00Z',NULL,2,'Tool 4 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(12,'2026-05-02T12:00:00Z',NULL,2,'Tool 4 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(13,'2026-05-02T12:00:00Z',NULL,2,'Tool 5 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(14,'2026-05-02T12:00:00Z',NULL,2,'Tool 5 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(15,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',2,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(15,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','skip',25,1,3,NULL,NULL,'Paid','$12/mo, in advance',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(15,'2026-05-04T12:00:00Z',NULL,4,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(16,'2026-05-02T12:00:00Z',NULL,2,'Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(17,'2026-05-02T12:00:00Z',NULL,2,'Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(18,'2026-05-02T12:00:00Z',NULL,2,'Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]');
INSERT INTO "entry_versions" VALUES(19,'2026-05-06T12:00:00Z',NULL,6,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(20,'2026-05-06T12:00:00Z',NULL,6,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(21,'2026-05-07T12:00:00Z',NULL,7,'Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(22,'2026-05-07T12:00:00Z',NULL,7,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(23,'2026-05-11T12:00:00Z',NULL,11,'Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(24,'2026-11-29T12:48:59Z',NULL,12,'Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(25,'2026-11-29T12:48:59Z',NULL,12,'Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(26,'2026-11-29T12:48:59Z',NULL,12,'Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(27,'2026-11-29T12:48:59Z',NULL,12,'Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE held_pages (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that was refused
    reader_version TEXT NOT NULL -- the reader that read them last
) STRICT;
INSERT INTO "held_pages" VALUES(28,10,'786f875ccafc');
INSERT INTO "held_pages" VALUES(29,10,'786f875ccafc');
INSERT INTO "held_pages" VALUES(30,10,'786f875ccafc');
INSERT INTO "held_pages" VALUES(31,10,'786f875ccafc');
INSERT INTO "held_pages" VALUES(32,10,'786f875ccafc');
CREATE TABLE identity (
    uuid TEXT NOT NULL -- shared with the archive file this database is read from
) STRICT;
INSERT INTO "identity" VALUES('2c6c32b4-46ab-4cd5-a8e2-bb5a128793d5');
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
INSERT INTO "issues" VALUES(1,'i58043ed34875b40f',5,'fetch','missing','nowhere.html',NULL,'','nowhere.html: No such file or directory; if an address is meant, begin it with https://',NULL,NULL,NULL,'2026-11-29T12:48:56Z','2026-11-29T12:48:56Z',NULL);
INSERT INTO "issues" VALUES(2,'i0a2f12b73b0bf6f2',5,'parse','value_missing','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','tools.2.panel_ship_pct','no value beside ''Panel ship''','a percentage','Mixed','a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "issues" VALUES(3,'ia0dbfcb9bc735d0c',5,'parse','empty','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,'','this is no page','a page','no bytes','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(4,'i6922a9f0db34941a',5,'parse','not_a_comparison','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,'','no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page that begins ''Back on Monday''','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(5,'i4d6a63698456021a',9,'parse','discarded','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(6,'i7a841db3b0199c81',9,'parse','discarded','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(7,'i3719af7f00318ab9',9,'parse','discarded','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(8,'i2dbed29a4c737268',9,'parse','discarded','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(9,'ie64aa3e668db9e69',9,'parse','discarded','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(10,'i7a8c91c0a3faa0b8',12,'fetch','http_404','http://127.0.0.1:33873/compare/x-vs-y','http://127.0.0.1:33873/compare/x-vs-y','','http://127.0.0.1:33873/compare/x-vs-y: answered 404, expected 200',NULL,NULL,NULL,'2026-11-29T12:48:59Z','2026-11-29T12:48:59Z',NULL);
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
INSERT INTO "quote_sightings" VALUES(1,1,NULL,1,NULL,NULL,24,NULL);
INSERT INTO "quote_sightings" VALUES(1,2,NULL,1,NULL,NULL,25,NULL);
INSERT INTO "quote_sightings" VALUES(1,3,NULL,2,NULL,NULL,26,NULL);
INSERT INTO "quote_sightings" VALUES(1,4,NULL,2,NULL,NULL,27,NULL);
INSERT INTO "quote_sightings" VALUES(1,5,NULL,3,NULL,NULL,28,NULL);
INSERT INTO "quote_sightings" VALUES(1,6,NULL,3,NULL,NULL,29,NULL);
INSERT INTO "quote_sightings" VALUES(1,7,NULL,4,NULL,NULL,30,NULL);
INSERT INTO "quote_sightings" VALUES(1,8,NULL,4,NULL,NULL,31,NULL);
INSERT INTO "quote_sightings" VALUES(2,9,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(2,10,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(2,11,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(2,12,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(2,13,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(2,14,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(2,15,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(2,16,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(3,17,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(3,18,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(3,19,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(3,20,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(3,21,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(3,22,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(3,23,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(3,24,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(4,25,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(4,26,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(4,27,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(4,28,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(4,29,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(4,30,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(4,31,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(4,32,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(5,33,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(5,34,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(5,35,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(5,36,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(5,37,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(5,38,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(5,39,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(5,40,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(6,41,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(6,42,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(6,43,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(6,44,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(6,45,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(6,46,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(6,47,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(6,48,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(7,49,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(7,50,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(7,51,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(7,52,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(7,53,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(7,54,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(7,55,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(7,56,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(8,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(8,58,'Builder',1,70,'ship',47,'2026-05-03T12:00:00Z');
INSERT INTO "quote_sightings" VALUES(8,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(8,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(8,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(8,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(8,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(8,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(9,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(9,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(9,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(9,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(9,65,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(9,66,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(9,67,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(10,58,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(10,60,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(10,62,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(10,64,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(10,65,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(10,66,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(10,67,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(12,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(12,59,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(12,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(12,61,'Futurist',3,62,'skip',55,NULL);
INSERT INTO "quote_sightings" VALUES(12,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(12,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(12,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(12,68,'Builder',1,70,'ship',47,'2026-05-04T12:00:00Z');
INSERT INTO "quote_sightings" VALUES(13,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(13,59,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(13,61,'Futurist',3,62,'skip',55,NULL);
INSERT INTO "quote_sightings" VALUES(13,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(13,65,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(13,66,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(13,67,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(14,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(14,58,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(14,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(14,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(14,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(14,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(14,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(14,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(15,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(15,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(15,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(15,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(15,65,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(15,66,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(15,67,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(16,58,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(16,60,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(16,62,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(16,64,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(16,65,'Builder',1,60,'skip',47,NULL);
INSERT INTO "quote_sightings" VALUES(16,66,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(16,67,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(17,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(17,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(17,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(17,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(20,58,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(20,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(20,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(20,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(20,69,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(20,70,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(20,71,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(20,72,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(21,58,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(21,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(21,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(21,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(21,73,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(21,74,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(21,75,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(21,76,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(22,77,NULL,1,NULL,NULL,24,NULL);
INSERT INTO "quote_sightings" VALUES(22,78,NULL,1,NULL,NULL,25,NULL);
INSERT INTO "quote_sightings" VALUES(22,79,NULL,2,NULL,NULL,26,NULL);
INSERT INTO "quote_sightings" VALUES(22,80,NULL,2,NULL,NULL,27,NULL);
INSERT INTO "quote_sightings" VALUES(22,81,NULL,3,NULL,NULL,28,NULL);
INSERT INTO "quote_sightings" VALUES(22,82,NULL,3,NULL,NULL,29,NULL);
INSERT INTO "quote_sightings" VALUES(22,83,NULL,4,NULL,NULL,30,NULL);
INSERT INTO "quote_sightings" VALUES(22,84,NULL,4,NULL,NULL,31,NULL);
INSERT INTO "quote_sightings" VALUES(28,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(28,58,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(28,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(28,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(28,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(28,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(28,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(28,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(29,58,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(29,60,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(29,62,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(29,64,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(29,85,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(29,86,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(29,87,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(29,88,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(30,89,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(30,90,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(30,91,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(30,92,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(30,93,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(30,94,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(30,95,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(30,96,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(31,97,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(31,98,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(31,99,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(31,100,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(31,101,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(31,102,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(31,103,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(31,104,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(32,89,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(32,90,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(32,91,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(32,92,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(32,93,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(32,94,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(32,95,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(32,96,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(33,97,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(33,98,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(33,99,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(33,100,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(33,101,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(33,102,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(33,103,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(33,104,'Founder',4,63,'skip',62,NULL);
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
INSERT INTO "quote_versions" VALUES(1,'2026-05-01T12:00:00Z',NULL,1,NULL,1,NULL,NULL);
INSERT INTO "quote_versions" VALUES(2,'2026-05-01T12:00:00Z',NULL,1,NULL,1,NULL,NULL);
INSERT INTO "quote_versions" VALUES(3,'2026-05-01T12:00:00Z',NULL,1,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(4,'2026-05-01T12:00:00Z',NULL,1,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(5,'2026-05-01T12:00:00Z',NULL,1,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(6,'2026-05-01T12:00:00Z',NULL,1,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(7,'2026-05-01T12:00:00Z',NULL,1,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(8,'2026-05-01T12:00:00Z',NULL,1,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(9,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(10,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(11,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(12,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(13,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(14,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(15,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(16,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(17,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(18,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(19,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(20,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(21,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(22,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(23,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(24,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(25,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(26,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(27,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(28,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(29,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(30,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(31,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(32,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(33,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(34,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(35,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(36,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(37,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(38,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(39,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(40,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(41,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(42,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(43,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(44,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(45,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(46,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(47,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(48,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(49,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(50,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(51,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(52,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(53,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(54,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(55,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(56,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(57,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(58,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(59,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(59,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(59,'2026-05-04T12:00:00Z',NULL,4,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(60,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(61,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(61,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Futurist',3,62,'skip');
INSERT INTO "quote_versions" VALUES(61,'2026-05-04T12:00:00Z',NULL,4,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(62,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(63,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(64,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(65,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,60,'skip');
INSERT INTO "quote_versions" VALUES(66,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(67,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(68,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(69,'2026-05-06T12:00:00Z',NULL,6,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(70,'2026-05-06T12:00:00Z',NULL,6,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(71,'2026-05-06T12:00:00Z',NULL,6,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(72,'2026-05-06T12:00:00Z',NULL,6,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(73,'2026-05-06T12:00:00Z',NULL,6,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(74,'2026-05-06T12:00:00Z',NULL,6,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(75,'2026-05-06T12:00:00Z',NULL,6,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(76,'2026-05-06T12:00:00Z',NULL,6,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(77,'2026-05-07T12:00:00Z',NULL,7,NULL,1,NULL,NULL);
INSERT INTO "quote_versions" VALUES(78,'2026-05-07T12:00:00Z',NULL,7,NULL,1,NULL,NULL);
INSERT INTO "quote_versions" VALUES(79,'2026-05-07T12:00:00Z',NULL,7,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(80,'2026-05-07T12:00:00Z',NULL,7,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(81,'2026-05-07T12:00:00Z',NULL,7,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(82,'2026-05-07T12:00:00Z',NULL,7,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(83,'2026-05-07T12:00:00Z',NULL,7,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(84,'2026-05-07T12:00:00Z',NULL,7,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(85,'2026-05-11T12:00:00Z',NULL,11,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(86,'2026-05-11T12:00:00Z',NULL,11,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(87,'2026-05-11T12:00:00Z',NULL,11,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(88,'2026-05-11T12:00:00Z',NULL,11,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(89,'2026-11-29T12:48:59Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(90,'2026-11-29T12:48:59Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(91,'2026-11-29T12:48:59Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(92,'2026-11-29T12:48:59Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(93,'2026-11-29T12:48:59Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(94,'2026-11-29T12:48:59Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(95,'2026-11-29T12:48:59Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(96,'2026-11-29T12:48:59Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(97,'2026-11-29T12:48:59Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(98,'2026-11-29T12:48:59Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(99,'2026-11-29T12:48:59Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(100,'2026-11-29T12:48:59Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(101,'2026-11-29T12:48:59Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(102,'2026-11-29T12:48:59Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(103,'2026-11-29T12:48:59Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(104,'2026-11-29T12:48:59Z',NULL,12,'Founder',4,63,'skip');
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
INSERT INTO "quotes" VALUES(1,'q0a5e94589bac019c',1,1,'Builder on Quire: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(2,'qc581facda3aa68cf',2,1,'Builder on Gravelbed: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(3,'q3acf77656102ed4a',1,1,'Skeptic on Quire: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(4,'q73b66d9d7c5996ca',2,1,'Skeptic on Gravelbed: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(5,'qefaaa79c5d3b8372',1,1,'Futurist on Quire: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(6,'qbe7632b44d87a09a',2,1,'Futurist on Gravelbed: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(7,'q1ce8ba27215be775',1,1,'Founder on Quire: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(8,'q3759962e4b79a7dd',2,1,'Founder on Gravelbed: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(9,'q02e1ceb2edc19291',3,2,'Builder on Tool 0 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(10,'q7fe9e8c0b4aae042',4,2,'Builder on Tool 0 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(11,'q0b90d7039253ada6',3,2,'Skeptic on Tool 0 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(12,'qb4a1cd4be9d3e1e0',4,2,'Skeptic on Tool 0 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(13,'qe15e963dcaa66956',3,2,'Futurist on Tool 0 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(14,'q9a3535420b5684ec',4,2,'Futurist on Tool 0 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(15,'qedb1d22df217b38f',3,2,'Founder on Tool 0 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(16,'q6587521e5662ab64',4,2,'Founder on Tool 0 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(17,'q00eb3cfe319f6b4c',5,2,'Builder on Tool 1 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(18,'q4ab1a21e3b33627b',6,2,'Builder on Tool 1 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(19,'qef21e6f02de604b5',5,2,'Skeptic on Tool 1 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(20,'q1d8f56651bbdc2bb',6,2,'Skeptic on Tool 1 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(21,'q5946d0dc75dc4da3',5,2,'Futurist on Tool 1 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(22,'qd0b8e79ade57b365',6,2,'Futurist on Tool 1 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(23,'q71975ec7ca6cee24',5,2,'Founder on Tool 1 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(24,'q8a11c0669cdaa9ab',6,2,'Founder on Tool 1 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(25,'qe8139cac2d72f0b9',7,2,'Builder on Tool 2 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(26,'q7d2890b8d1ecb2ce',8,2,'Builder on Tool 2 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(27,'qc10bed6a281e5c8c',7,2,'Skeptic on Tool 2 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(28,'qb6eda8a2cf94a16a',8,2,'Skeptic on Tool 2 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(29,'q57b766a366acb1de',7,2,'Futurist on Tool 2 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(30,'q1b6b57227bb30818',8,2,'Futurist on Tool 2 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(31,'q52976482c1f4bad4',7,2,'Founder on Tool 2 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(32,'qbf7b80b0ce153b51',8,2,'Founder on Tool 2 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(33,'q2e3797dbe09531dc',9,2,'Builder on Tool 3 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(34,'q08ee9ec9852f9bb2',10,2,'Builder on Tool 3 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(35,'qabcd859c992f29a5',9,2,'Skeptic on Tool 3 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(36,'qd5053e1e17866c23',10,2,'Skeptic on Tool 3 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(37,'qb2dc137cef117af2',9,2,'Futurist on Tool 3 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(38,'q68ff51187e1c6e74',10,2,'Futurist on Tool 3 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(39,'q69d296dab9469522',9,2,'Founder on Tool 3 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(40,'q2bd283d759f2685d',10,2,'Founder on Tool 3 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(41,'q49d75a8b59e44a36',11,2,'Builder on Tool 4 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(42,'q5b9207b72bf10bbd',12,2,'Builder on Tool 4 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(43,'qba7b05f2cdebd880',11,2,'Skeptic on Tool 4 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(44,'q35ebc2f4d14af163',12,2,'Skeptic on Tool 4 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(45,'qeed3e0200e60b3ed',11,2,'Futurist on Tool 4 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(46,'qa10df287ee91cee1',12,2,'Futurist on Tool 4 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(47,'qab25841e581eb202',11,2,'Founder on Tool 4 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(48,'q2bca54ffe2c041fc',12,2,'Founder on Tool 4 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(49,'q105ed076a0c32d17',13,2,'Builder on Tool 5 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(50,'q0c1656fc9126e0ad',14,2,'Builder on Tool 5 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(51,'qec43a97a006e28b5',13,2,'Skeptic on Tool 5 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(52,'q9e8a2b5928e39416',14,2,'Skeptic on Tool 5 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(53,'qda4129014cba76d5',13,2,'Futurist on Tool 5 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(54,'q4e37000265cf9182',14,2,'Futurist on Tool 5 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(55,'qe357bd53942929e7',13,2,'Founder on Tool 5 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(56,'q050087d6490453ad',14,2,'Founder on Tool 5 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(57,'q2a368de9b3f2a6f8',15,2,'Builder on Tintype: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(58,'q1eabecf115dc1364',16,2,'Builder on Gravelbed: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(59,'qf3cd8ec8812c8167',15,2,'Skeptic on Tintype: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(60,'qa9712e8f1fbd9dbb',16,2,'Skeptic on Gravelbed: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(61,'q687a3bd8730c8b48',15,2,'Futurist on Tintype: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(62,'q56e722812d8d4c8d',16,2,'Futurist on Gravelbed: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(63,'qe858a7e4643e1b73',15,2,'Founder on Tintype: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(64,'qf0d79ac144948f4e',16,2,'Founder on Gravelbed: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(65,'q0202f1ce10f3cd70',17,2,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,60,'skip','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(66,'qa1d891a584fa1dfb',17,2,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(67,'qf9a7d51ba38442bc',17,2,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/gravelbed-vs-osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(68,'q890236153b4dab36',16,3,'Builder kept it for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','2026-05-03T12:00:00Z','2026-05-03T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "quotes" VALUES(69,'q7afee0e70cd3c0ca',19,6,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/osier-a-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(70,'q7ba6ee77e79b1a23',19,6,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/osier-a-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(71,'qff3fa25f1694ef50',19,6,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/osier-a-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(72,'q5c5302cdbd370880',19,6,'Founder on Osier: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/osier-a-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(73,'q7c504169618cab62',20,6,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/osier-b-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(74,'q243d6cc1e9d3e989',20,6,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/osier-b-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(75,'q282eea5c89ce8a2e',20,6,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/osier-b-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(76,'q0f23e4f550570efa',20,6,'Founder on Osier: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/osier-b-vs-gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(77,'q74490fef76acef27',21,7,'Builder on Osier: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(78,'qeb81029dfd62d5c9',22,7,'Builder on Tintype: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(79,'q6d4121ddfa23b7c1',21,7,'Skeptic on Osier: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(80,'q98628520c05f8ac9',22,7,'Skeptic on Tintype: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(81,'qd146699f96a87d23',21,7,'Futurist on Osier: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(82,'q33680b1cc9107f1a',22,7,'Futurist on Tintype: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(83,'q180c1c3a68101652',21,7,'Founder on Osier: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(84,'q210a436a51808ef7',22,7,'Founder on Tintype: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(85,'q6ed492cb2c397fa1',23,11,'Builder on Quire: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(86,'q300b2eba0f61874e',23,11,'Skeptic on Quire: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(87,'qfbb2afddca8aa975',23,11,'Futurist on Quire: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(88,'qec268232b69d6204',23,11,'Founder on Quire: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(89,'q9f860371d459aa15',24,12,'Builder on Tool 30 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(90,'q029591d93e3c148c',25,12,'Builder on Tool 30 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(91,'q7be539cbf3dfb16a',24,12,'Skeptic on Tool 30 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(92,'q83f7d05aac182a34',25,12,'Skeptic on Tool 30 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(93,'q595447a9ee25c57d',24,12,'Futurist on Tool 30 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(94,'q49b2e08cf28d917a',25,12,'Futurist on Tool 30 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(95,'q9f581bd5bc6717b0',24,12,'Founder on Tool 30 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(96,'qd1a8457451aed3b2',25,12,'Founder on Tool 30 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(97,'q54a5ce8af345e509',26,12,'Builder on Tool 31 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(98,'qb6aa62e603aa7a35',27,12,'Builder on Tool 31 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(99,'qa53c569a23412e7a',26,12,'Skeptic on Tool 31 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(100,'q95b141c17c266224',27,12,'Skeptic on Tool 31 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(101,'qe0597f92407a9f81',26,12,'Futurist on Tool 31 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(102,'q4cdaebdd70090790',27,12,'Futurist on Tool 31 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(103,'q562b3e39c2d71ecf',26,12,'Founder on Tool 31 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
INSERT INTO "quotes" VALUES(104,'q64980d2bbb435f4a',27,12,'Founder on Tool 31 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:48:59Z','2026-11-29T12:49:01Z',NULL);
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
INSERT INTO "runs" VALUES(1,'ingest','clean','2026-11-29T12:48:54Z','2026-11-29T12:48:54Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-01T12:00:00Z", "site": null, "sources": ["pages"]}',1,1,0,0,2,0,8,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(2,'ingest','clean','2026-11-29T12:48:54Z','2026-11-29T12:48:54Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-02T12:00:00Z", "site": "shiporskip.io", "sources": ["pages"]}',10,10,0,0,16,0,59,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(3,'ingest','clean','2026-11-29T12:48:55Z','2026-11-29T12:48:55Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-03T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,0,1,1,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(4,'ingest','clean','2026-11-29T12:48:55Z','2026-11-29T12:48:55Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-04T12:00:00Z", "site": null, "sources": ["pages"]}',3,3,0,0,0,1,0,0,NULL,1,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(5,'ingest','issues','2026-11-29T12:48:56Z','2026-11-29T12:48:56Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-05T12:00:00Z", "site": null, "sources": ["pages", "nowhere.html"]}',4,3,0,3,0,0,0,4,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(6,'ingest','clean','2026-11-29T12:48:56Z','2026-11-29T12:48:56Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-06T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,2,0,8,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(7,'ingest','clean','2026-11-29T12:48:57Z','2026-11-29T12:48:57Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-07T12:00:00Z", "site": null, "sources": ["pages"]}',1,1,0,0,2,0,8,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(8,'ingest','failed','2026-11-29T12:48:57Z','2026-11-29T12:48:57Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-08T12:00:00Z", "site": null, "sources": ["pages"]}',5,5,0,0,0,0,0,10,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(9,'ingest','clean','2026-11-29T12:48:58Z','2026-11-29T12:48:58Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [8], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-09T12:00:00Z", "site": null, "sources": []}',0,0,0,0,0,0,0,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(10,'ingest','failed','2026-11-29T12:48:58Z','2026-11-29T12:48:58Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-10T12:00:00Z", "site": null, "sources": ["pages"]}',5,5,0,0,0,0,0,10,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(11,'ingest','clean','2026-11-29T12:48:59Z','2026-11-29T12:48:59Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "delay": null, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-11T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,1,0,4,0,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(12,'ingest','issues','2026-11-29T12:48:59Z','2026-11-29T12:48:59Z','{"accept_drift": false, "allow_hosts": ["127.0.0.1"], "also_hosts": [], "delay": 0.0, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:33873/"]}',4,2,1,1,4,0,16,1,NULL,0,'0.1.0','786f875ccafc');
INSERT INTO "runs" VALUES(13,'ingest','clean','2026-11-29T12:49:01Z','2026-11-29T12:49:01Z','{"accept_drift": false, "allow_hosts": ["127.0.0.1"], "also_hosts": [], "delay": 0.0, "discard_held": [], "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:33873/compare/tool-30-a-vs-tool-30-b", "http://127.0.0.1:33873/compare/tool-31-a-vs-tool-31-b"]}',2,2,0,0,0,0,0,0,NULL,0,'0.1.0','786f875ccafc');
CREATE TABLE sites (
    site TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    attribution TEXT NOT NULL,
    terms TEXT NOT NULL,
    terms_url TEXT NOT NULL,
    citation TEXT NOT NULL -- address a tool is cited by, with {slug} in it
) STRICT, WITHOUT ROWID;
INSERT INTO "sites" VALUES('shiporskip.io','ShipOrSkip','ShipOrSkip panel review','Citing and summarising with attribution is welcome; passing the verdicts off as one''s own, or republishing the whole database without attribution, is not.','https://shiporskip.io/agent-policy','https://shiporskip.io/tool/{slug}');
CREATE TABLE snapshot_issues (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (snapshot_id, issue_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "snapshot_issues" VALUES(17,2,'no value beside ''Panel ship''','a percentage','Mixed');
INSERT INTO "snapshot_issues" VALUES(18,3,'this is no page','a page','no bytes');
INSERT INTO "snapshot_issues" VALUES(19,4,'no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page that begins ''Back on Monday''');
INSERT INTO "snapshot_issues" VALUES(23,5,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "snapshot_issues" VALUES(24,6,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "snapshot_issues" VALUES(25,7,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "snapshot_issues" VALUES(26,8,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "snapshot_issues" VALUES(27,9,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
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
INSERT INTO "snapshots" VALUES(1,'s2dd6f04303b196e9',1,1,'f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda',NULL,NULL,'shiporskip.io','2026-05-01T12:00:00Z',NULL,'comparison','c59925a47a53b2d3b','f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda',1,'Quire vs Gravelbed','text','786f875ccafc');
INSERT INTO "snapshots" VALUES(2,'s75f049e0d83ae2da',2,2,'a6784b846c330d5d64117e52f6ed0680ba591bbf022952054868442d4dfe6c96',NULL,'https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c03f824bbac9dbe46','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b',2,'Tool 0 a vs Tool 0 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(3,'s7d3bb775b51e8d7e',3,2,'2b8d82509f18ed42b1ee1b860266b485f7a3f7d8a1d22905e1c3cbea0a925707',NULL,'https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c532defe734afe36b','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b',3,'Tool 1 a vs Tool 1 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(4,'s33c22a929bc0e321',4,2,'d5102c8d1ea2e196e95234daa17d42cd9d0e1f6b0dc5ea629cbc64b58fd754bf',NULL,'https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','ce99a2430992d78d6','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b',4,'Tool 2 a vs Tool 2 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(5,'sa78853145ef3f0e2',5,2,'15060feb272b0837ae6ff7f32bcf14ed80d371ddce4f366e73e9461d34f11ab7',NULL,'https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c91be7b875e531c3b','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b',5,'Tool 3 a vs Tool 3 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(6,'s3dc9571b2a7acaed',6,2,'bfca49a6f2aa1b660b3af442af988615b092e44e5c44a081787ec64cc86ae184',NULL,'https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','cee859da45402cb57','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b',6,'Tool 4 a vs Tool 4 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(7,'s3b0c8dc1aeebc758',7,2,'d5ecebf145f8f0f5bfbe3a2e6b33909059315532b59d386125c76f7879ee83e3',NULL,'https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c1c7381bc435582f3','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b',7,'Tool 5 a vs Tool 5 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(8,'s6cb713de162d9f67',8,2,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(9,'s1f34d97949f7fce9',9,2,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(10,'s0c4f251689b58c64',10,2,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'https://shiporskip.io/compare/gravelbed-vs-osier','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier',10,'Gravelbed vs Osier','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(11,'s1a13e36a92886057',11,2,'f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,NULL,'shiporskip.io','2026-05-02T12:00:00Z',NULL,'tool','efe0fb5d2c4f545e2','f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,NULL,'lxml','786f875ccafc');
INSERT INTO "snapshots" VALUES(12,'sa87230b41370a8e8',12,3,'423e090ed01d02d32cd60e6a766c4dae4e91649792b52b5c53e20d7cd1e44282',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-03T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(13,'sbfaca9f77b2863b7',13,3,'fd8b39077e2920b793b6c2c5c5b5bfe8a0520e1f3a4d934504e17b062fc092ba',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-03T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(14,'s9bbc3bd99a900cca',14,4,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(15,'se67f38d148063e2c',15,4,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(16,'sc684c3185e5cf0dc',16,4,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'https://shiporskip.io/compare/gravelbed-vs-osier','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier',10,'Gravelbed vs Osier','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(17,'s22d7cbd710b1e8e6',17,5,'a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-05T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',NULL,'Tintype vs Gravelbed','lxml','786f875ccafc');
INSERT INTO "snapshots" VALUES(18,'s09b70e66a2ff072e',18,5,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,NULL,NULL,'2026-05-05T12:00:00Z',NULL,'unknown','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(19,'sf1465baa4dd6807c',19,5,'9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,NULL,NULL,'2026-05-05T12:00:00Z',NULL,'unknown','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,NULL,'lxml','786f875ccafc');
INSERT INTO "snapshots" VALUES(20,'sc0a64ebbd3c8a1ef',20,6,'a82a3c625ecde48b32e1e616c2c6f4ee150efbb93e6e9cba1216686cff9c2578',NULL,'https://shiporskip.io/compare/osier-a-vs-gravelbed','shiporskip.io','2026-05-06T12:00:00Z',NULL,'comparison','cda9264d4df16fc0d','https://shiporskip.io/compare/osier-a-vs-gravelbed',11,'Osier vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(21,'sa38cbf8eaf43666a',21,6,'5fc5659ec9e0dbe43833f5996f04efc79a5bd55146411551b5401a60198a4d11',NULL,'https://shiporskip.io/compare/osier-b-vs-gravelbed','shiporskip.io','2026-05-06T12:00:00Z',NULL,'comparison','c60cee36af8fa0043','https://shiporskip.io/compare/osier-b-vs-gravelbed',12,'Osier vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(22,'sc3798e259292a56b',22,7,'22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',NULL,NULL,'shiporskip.io','2026-05-07T12:00:00Z',NULL,'comparison','c589479ff69b0b8f6','22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',13,'Osier vs Tintype','text','786f875ccafc');
INSERT INTO "snapshots" VALUES(23,'s26426d3177b2fdf4',23,9,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,NULL,NULL,'2026-05-08T12:00:00Z',NULL,'unknown','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(24,'s22e9554ed618f4fb',24,9,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,NULL,NULL,'2026-05-08T12:00:00Z',NULL,'unknown','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(25,'sef8345ce85697bf2',25,9,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,NULL,NULL,'2026-05-08T12:00:00Z',NULL,'unknown','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(26,'s9da75f3329e921aa',26,9,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,NULL,NULL,'2026-05-08T12:00:00Z',NULL,'unknown','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(27,'s8bff1b28093b9819',27,9,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,NULL,NULL,'2026-05-08T12:00:00Z',NULL,'unknown','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,NULL,'none','786f875ccafc');
INSERT INTO "snapshots" VALUES(28,'s17f3d769f0b8d052',33,11,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-11T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(29,'s44c6a46f29fd12f6',34,11,'0c20a15a7f584b52628111acf711128e753ecc77689b051445c9e6c92066e5cb',NULL,'https://shiporskip.io/compare/gravelbed-vs-quire','shiporskip.io','2026-05-11T12:00:00Z',NULL,'comparison','cd99ff626690ec4fc','https://shiporskip.io/compare/gravelbed-vs-quire',14,'Gravelbed vs Quire','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(30,'s6e0998d94721343f',37,12,'4cd47a2c5016227a92d75228a6870535c8acd4d511896f289cfeaa62ede94fee','http://127.0.0.1:33873/compare/tool-30-a-vs-tool-30-b','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','shiporskip.io','2026-11-29T12:48:59Z',200,'comparison','c598ff5e51226a696','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b',15,'Tool 30 a vs Tool 30 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(31,'s66fa5c99d4854e52',38,12,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:33873/compare/tool-31-a-vs-tool-31-b','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','shiporskip.io','2026-11-29T12:48:59Z',200,'comparison','cdf0b55242dc7ab18','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',16,'Tool 31 a vs Tool 31 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(32,'s8fcf8e0533635230',41,13,'4cd47a2c5016227a92d75228a6870535c8acd4d511896f289cfeaa62ede94fee','http://127.0.0.1:33873/compare/tool-30-a-vs-tool-30-b','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','shiporskip.io','2026-11-29T12:49:01Z',304,'comparison','c598ff5e51226a696','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b',15,'Tool 30 a vs Tool 30 b','lxml-content','786f875ccafc');
INSERT INTO "snapshots" VALUES(33,'s0357fa426b886b17',42,13,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:33873/compare/tool-31-a-vs-tool-31-b','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','shiporskip.io','2026-11-29T12:49:01Z',200,'comparison','cdf0b55242dc7ab18','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',16,'Tool 31 a vs Tool 31 b','lxml-content','786f875ccafc');
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
