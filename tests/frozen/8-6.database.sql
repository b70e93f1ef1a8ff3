-- The database of a pair, as versusdb wrote it; made by tests.freeze.
PRAGMA application_id = 1987273826;
PRAGMA user_version = 8;
BEGIN TRANSACTION;
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    name, tagline, description, content = 'entries', content_rowid = 'entry_id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, content = 'quotes', content_rowid = 'quote_id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'database','0001','2026-12-01 02:54:15.196654+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'database','0002','2026-12-01 02:54:15.202909+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'database','0003','2026-12-01 02:54:15.222421+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'database','0004','2026-12-01 02:54:15.268786+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'database','0005','2026-12-01 02:54:15.269861+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'database','0006','2026-12-01 02:54:15.275561+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'database','0007','2026-12-01 02:54:15.276013+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'database','0008','2026-12-01 02:54:15.276556+00:00');
CREATE TABLE card_quotes (
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    number INTEGER NOT NULL CHECK (number >= 1),
    quote_id INTEGER REFERENCES quotes (quote_id), -- computed: which quote it is
    text TEXT, -- as printed, where it differs from the quote's; null: the same
    reviewer TEXT,
    seat INTEGER NOT NULL CHECK (seat >= 1),
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    PRIMARY KEY (card_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "card_quotes" VALUES(1,1,1,NULL,NULL,1,NULL,NULL);
INSERT INTO "card_quotes" VALUES(1,2,2,NULL,NULL,2,NULL,NULL);
INSERT INTO "card_quotes" VALUES(1,3,3,NULL,NULL,3,NULL,NULL);
INSERT INTO "card_quotes" VALUES(1,4,4,NULL,NULL,4,NULL,NULL);
INSERT INTO "card_quotes" VALUES(2,1,61,NULL,NULL,1,NULL,NULL);
INSERT INTO "card_quotes" VALUES(2,2,62,NULL,NULL,2,NULL,NULL);
INSERT INTO "card_quotes" VALUES(2,3,63,NULL,NULL,3,NULL,NULL);
INSERT INTO "card_quotes" VALUES(2,4,64,NULL,NULL,4,NULL,NULL);
INSERT INTO "card_quotes" VALUES(3,1,9,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(3,2,10,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(3,3,11,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(3,4,12,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(4,1,13,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(4,2,14,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(4,3,15,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(4,4,16,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(5,1,17,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(5,2,18,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(5,3,19,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(5,4,20,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(6,1,21,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(6,2,22,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(6,3,23,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(6,4,24,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(7,1,25,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(7,2,26,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(7,3,27,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(7,4,28,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(8,1,29,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(8,2,30,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(8,3,31,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(8,4,32,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(9,1,33,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(9,2,34,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(9,3,35,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(9,4,36,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(10,1,37,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(10,2,38,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(10,3,39,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(10,4,40,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(11,1,41,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(11,2,42,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(11,3,43,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(11,4,44,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(12,1,45,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(12,2,46,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(12,3,47,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(12,4,48,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(13,1,49,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(13,2,50,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(13,3,51,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(13,4,52,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(14,1,53,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(14,2,54,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(14,3,55,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(14,4,56,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(15,1,57,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(15,2,58,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(15,3,59,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(15,4,60,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(16,1,61,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(16,2,62,NULL,'Skeptic',2,61,'skip');
INSERT INTO "card_quotes" VALUES(16,3,63,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(16,4,64,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(17,1,65,NULL,'Builder',1,60,'skip');
INSERT INTO "card_quotes" VALUES(17,2,66,NULL,'Skeptic',2,61,'skip');
INSERT INTO "card_quotes" VALUES(17,3,67,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(19,1,57,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(19,2,58,NULL,'Skeptic',2,61,'skip');
INSERT INTO "card_quotes" VALUES(19,3,59,NULL,'Futurist',3,62,'skip');
INSERT INTO "card_quotes" VALUES(19,4,60,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(20,1,68,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(20,2,62,NULL,'Skeptic',2,61,'skip');
INSERT INTO "card_quotes" VALUES(20,3,63,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(20,4,64,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(21,1,69,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(21,2,70,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(21,3,71,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(21,4,72,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(22,1,73,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(22,2,74,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(22,3,75,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(22,4,76,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(23,1,77,NULL,NULL,1,NULL,NULL);
INSERT INTO "card_quotes" VALUES(23,2,78,NULL,NULL,2,NULL,NULL);
INSERT INTO "card_quotes" VALUES(23,3,79,NULL,NULL,3,NULL,NULL);
INSERT INTO "card_quotes" VALUES(23,4,80,NULL,NULL,4,NULL,NULL);
INSERT INTO "card_quotes" VALUES(24,1,57,NULL,NULL,1,NULL,NULL);
INSERT INTO "card_quotes" VALUES(24,2,58,NULL,NULL,2,NULL,NULL);
INSERT INTO "card_quotes" VALUES(24,3,59,NULL,NULL,3,NULL,NULL);
INSERT INTO "card_quotes" VALUES(24,4,60,NULL,NULL,4,NULL,NULL);
INSERT INTO "card_quotes" VALUES(26,1,85,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(26,2,86,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(26,3,87,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(26,4,88,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(27,1,89,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(27,2,90,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(27,3,91,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(27,4,92,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(28,1,93,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(28,2,94,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(28,3,95,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(28,4,96,NULL,'Founder',4,63,'skip');
INSERT INTO "card_quotes" VALUES(29,1,97,NULL,'Builder',1,70,'ship');
INSERT INTO "card_quotes" VALUES(29,2,98,NULL,'Skeptic',2,71,'ship');
INSERT INTO "card_quotes" VALUES(29,3,99,NULL,'Futurist',3,72,'ship');
INSERT INTO "card_quotes" VALUES(29,4,100,NULL,'Founder',4,63,'skip');
CREATE TABLE cards (
    card_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE, -- of all that it says, its quotes included
    own_key TEXT NOT NULL, -- the id of the entry that it names by itself
    name_key TEXT NOT NULL, -- the id of the entry that it would name without a slug
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id), -- computed: whose it is
    settled_at TEXT, -- computed: seen from then on, it changes nothing but dates; null: it does
    page_url TEXT, -- computed: the smallest address that shows it
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
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
    derived TEXT NOT NULL CHECK (json_valid(derived))
) STRICT;
INSERT INTO "cards" VALUES(1,'824049a6e461b3b35f3e55a5ff89a455','ea4eeac9d774485e7','ea4eeac9d774485e7',1,'2026-05-01T12:00:00Z',NULL,1,'Quire','Writing','Folds paper, in Greek: χαρτί','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(2,'c38d33258ee150862c6336b30ab41e5b','ec9fdbfae3e45ddef','ec9fdbfae3e45ddef',16,NULL,NULL,1,'Gravelbed','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(3,'838bcc95e134bafc7c2a0474efd59f08','e6c17407ec0e61bd7','ef12bbe960eac9167',3,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b',1,'Tool 0 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(4,'5a5003733e9b26dfd9210aa9af473e4d','ec1090f4c017f6ce1','ec3e00ce9a93abdff',4,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b',1,'Tool 0 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(5,'6401ffaa281d6d2497c41cdc03a358bf','e2f5f41b509db9cde','e4b61c91687dd5d3a',5,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b',1,'Tool 1 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(6,'601a8a661785c5e8bfcc1172ca6bf473','e74317d43ff33f6a2','e9a8875d5bc5a6f6f',6,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b',1,'Tool 1 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(7,'2b1915c51f4b3d541f3ba0e41af2227b','e011de70bfcbd4c1f','ed4be0f03c201d591',7,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b',1,'Tool 2 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(8,'3fd8bebf4ee3892a33da697cbc997c90','eaeaecd3a7b552f89','e09808b8b7b2453be',8,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b',1,'Tool 2 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(9,'1346e7e25972d17f6131f75a63ba45fc','eb9fff4de1e8b1c34','ed8e7bfb12413d6a3',9,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b',1,'Tool 3 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(10,'16fea0bd3bf6d4a282db40ee65412e1c','ebf0e293055e2ccd3','ec694587d886401b4',10,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b',1,'Tool 3 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(11,'d60643c4c71c3074118218edb400813e','e5b8452bf540f2d34','ec7b3373e096c31d1',11,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b',1,'Tool 4 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(12,'412bf71e475065a86edfcebf33ce9c55','e600d1d441515fc5b','ef2d2f229ff2a9e03',12,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b',1,'Tool 4 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(13,'6de4087ff961efc2532f7106add9a1b7','e382cb9a6c82124f7','e1ec784678e015e40',13,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b',1,'Tool 5 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(14,'81a055ea27d1516f7c4316bcfc918f82','e6eba964d66406aa9','e1d2c73a066c5dd22',14,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b',1,'Tool 5 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(15,'509bb655386e123adb3023cc67b75d14','e8cedb8aac85a4d21','e3758af2507cc0d01',15,'2026-05-04T12:00:00Z','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(16,'afe3360a1293fea6a95ec4ff5845aa5d','ef163cb9d968e4970','ec9fdbfae3e45ddef',16,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/gravelbed-vs-osier',1,'Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(17,'eb10a17959781d1fa699df73033e8fd9','eb929984dc4201918','e9abf1ce68b6bd25c',17,'2026-05-02T12:00:00Z','https://shiporskip.io/compare/gravelbed-vs-osier',1,'Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(18,'ed1d86ed6e525fbd40c2b80e438ec286','efe0fb5d2c4f545e2','efe0fb5d2c4f545e2',18,'2026-05-02T12:00:00Z',NULL,0,'Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]');
INSERT INTO "cards" VALUES(19,'6e2c1da4af69afbb4570b218b99a8eea','e8cedb8aac85a4d21','e3758af2507cc0d01',15,NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','skip',25,1,3,NULL,NULL,'Paid','$12/mo, in advance',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(20,'d8e93190efb4438921a2460f0af6ebac','ef163cb9d968e4970','ec9fdbfae3e45ddef',16,NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed',1,'Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(21,'e0b3de2b0fe3e58e2dd76afeca0f8210','ea91b2e148a90611e','ed23b2353ce6b6edb',19,'2026-05-06T12:00:00Z','https://shiporskip.io/compare/osier-a-vs-gravelbed',1,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(22,'b87bb7503197e5ef2424c1ba9268ceb3','e24c8595c3c2c588c','ed23b2353ce6b6edb',20,'2026-05-06T12:00:00Z','https://shiporskip.io/compare/osier-b-vs-gravelbed',1,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(23,'3c1f05455090b78769609e10dfe55f49','ed23b2353ce6b6edb','ed23b2353ce6b6edb',21,'2026-05-07T12:00:00Z',NULL,1,'Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(24,'b4e19b145ee64d3d5cf18123481bb508','e3758af2507cc0d01','e3758af2507cc0d01',15,'2026-05-04T12:00:00Z',NULL,1,'Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "cards" VALUES(26,'c3abb4ee379b8ba22beac168da1f48e8','eea6d01c78c7089f6','ecd2289ffdf31db4b',23,'2026-12-01T02:54:22Z','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b',1,'Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(27,'94b0d839add7fb27434cb137501581eb','e7a95e2deb5451d31','e141c86cd255b9c03',24,'2026-12-01T02:54:22Z','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b',1,'Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(28,'5aa93aab5a19dc2953516990315349df','e68d69cee9971d766','ee5e66a5be1793add',25,'2026-12-01T02:54:22Z','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',1,'Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
INSERT INTO "cards" VALUES(29,'c11b8c80e1c17acf4a69f7a56fa2abe0','e3c470c45cda05672','eefae5f569cf257de',26,'2026-12-01T02:54:22Z','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',1,'Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'{"derived": [], "denied": ["community_ship_pct", "community_votes"]}');
CREATE TABLE comparison_entries (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (comparison_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "comparison_entries" VALUES(11,1,1);
INSERT INTO "comparison_entries" VALUES(10,1,3);
INSERT INTO "comparison_entries" VALUES(10,2,4);
INSERT INTO "comparison_entries" VALUES(9,1,5);
INSERT INTO "comparison_entries" VALUES(9,2,6);
INSERT INTO "comparison_entries" VALUES(8,1,7);
INSERT INTO "comparison_entries" VALUES(8,2,8);
INSERT INTO "comparison_entries" VALUES(7,1,9);
INSERT INTO "comparison_entries" VALUES(7,2,10);
INSERT INTO "comparison_entries" VALUES(6,1,11);
INSERT INTO "comparison_entries" VALUES(6,2,12);
INSERT INTO "comparison_entries" VALUES(5,1,13);
INSERT INTO "comparison_entries" VALUES(5,2,14);
INSERT INTO "comparison_entries" VALUES(3,1,15);
INSERT INTO "comparison_entries" VALUES(4,1,15);
INSERT INTO "comparison_entries" VALUES(15,2,15);
INSERT INTO "comparison_entries" VALUES(2,1,16);
INSERT INTO "comparison_entries" VALUES(4,2,16);
INSERT INTO "comparison_entries" VALUES(11,2,16);
INSERT INTO "comparison_entries" VALUES(12,2,16);
INSERT INTO "comparison_entries" VALUES(13,2,16);
INSERT INTO "comparison_entries" VALUES(2,2,17);
INSERT INTO "comparison_entries" VALUES(3,2,17);
INSERT INTO "comparison_entries" VALUES(13,1,19);
INSERT INTO "comparison_entries" VALUES(12,1,20);
INSERT INTO "comparison_entries" VALUES(15,1,21);
INSERT INTO "comparison_entries" VALUES(18,1,23);
INSERT INTO "comparison_entries" VALUES(18,2,24);
INSERT INTO "comparison_entries" VALUES(17,1,25);
INSERT INTO "comparison_entries" VALUES(17,2,26);
CREATE TABLE comparisons (
    comparison_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT, -- computed: from the latest observation that had one
    title TEXT NOT NULL, -- computed: from the latest observation
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
INSERT INTO "comparisons" VALUES(2,'cda56281badd32327','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-osier','Gravelbed vs Osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "comparisons" VALUES(3,'c2e7553e1f0910ac4','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier','2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "comparisons" VALUES(4,'ca8b5f5c351bb244d','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed','2026-05-02T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "comparisons" VALUES(5,'c1c7381bc435582f3','shiporskip.io','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','Tool 5 a vs Tool 5 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(6,'cee859da45402cb57','shiporskip.io','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','Tool 4 a vs Tool 4 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(7,'c91be7b875e531c3b','shiporskip.io','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','Tool 3 a vs Tool 3 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(8,'ce99a2430992d78d6','shiporskip.io','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','Tool 2 a vs Tool 2 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(9,'c532defe734afe36b','shiporskip.io','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','Tool 1 a vs Tool 1 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(10,'c03f824bbac9dbe46','shiporskip.io','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','Tool 0 a vs Tool 0 b','2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "comparisons" VALUES(11,'c42921c85d255463f','shiporskip.io',NULL,'Quire vs Gravelbed','2026-05-01T12:00:00Z','2026-05-01T12:00:00Z');
INSERT INTO "comparisons" VALUES(12,'c60cee36af8fa0043','shiporskip.io','https://shiporskip.io/compare/osier-b-vs-gravelbed','Osier vs Gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "comparisons" VALUES(13,'cda9264d4df16fc0d','shiporskip.io','https://shiporskip.io/compare/osier-a-vs-gravelbed','Osier vs Gravelbed','2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "comparisons" VALUES(15,'cc63ee9b9f05fd943','shiporskip.io',NULL,'Osier vs Tintype','2026-05-07T12:00:00Z','2026-05-07T12:00:00Z');
INSERT INTO "comparisons" VALUES(17,'cdf0b55242dc7ab18','shiporskip.io','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','Tool 31 a vs Tool 31 b','2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
INSERT INTO "comparisons" VALUES(18,'c598ff5e51226a696','shiporskip.io','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','Tool 30 a vs Tool 30 b','2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
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
INSERT INTO "coverage" VALUES(1,'','any','text','page',1,1,1,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes',1,2,2,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.reviewer',1,8,0,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.score',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','quotes.verdict',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.category',1,2,2,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.community_ship_pct',1,2,2,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.description',1,2,2,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.entry_price',1,2,2,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.name',1,2,2,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.panel_ship_pct',1,2,2,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.pricing',1,2,0,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.ship_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.skip_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.tagline',1,2,2,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(1,'shiporskip.io','comparison','extract','tools.verdict',1,2,0,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','any','html','page',1,1,1,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','page',9,9,9,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes',9,18,18,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.reviewer',9,70,70,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.score',9,70,70,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','quotes.verdict',9,70,70,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.category',9,18,18,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.community_ship_pct',9,18,18,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.description',9,18,18,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.entry_price',9,18,18,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.name',9,18,18,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.panel_ship_pct',9,18,18,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.pricing',9,18,18,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.ship_votes',9,18,18,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.skip_votes',9,18,18,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.slug',9,18,18,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.tagline',9,18,18,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','comparison','html','tools.verdict',9,18,18,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.category',1,1,1,'breadcrumb that begins with ''Reviews''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.description',1,1,1,'label "The Panel''s Take"',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.homepage_url',1,1,1,'link after ''Visit''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.name',1,1,1,'name that the page confirms',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.pricing',1,1,1,'label ''Price''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.reviewed_on',1,1,1,'label ''Reviewed''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.ship_votes',1,1,1,'line with the panel''s votes',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.skip_votes',1,1,1,'line with the panel''s votes',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.slug',1,1,0,'page''s address, or the link on the name',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.tagline',1,1,1,'first line after the name',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(2,'shiporskip.io','tool','html','tool.verdict',1,1,1,'label ''Verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.reviewer',2,15,15,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.score',2,15,15,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','quotes.verdict',2,15,15,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(3,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','page',3,3,3,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes',3,6,6,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.reviewer',3,22,22,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.score',3,22,22,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','quotes.verdict',3,22,22,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.category',3,6,6,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.community_ship_pct',3,6,6,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.description',3,6,6,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.entry_price',3,6,6,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.name',3,6,6,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.panel_ship_pct',3,6,6,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.pricing',3,6,6,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.ship_votes',3,6,6,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.skip_votes',3,6,6,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.slug',3,6,6,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.tagline',3,6,6,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(4,'shiporskip.io','comparison','html','tools.verdict',3,6,6,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'','any','html','page',2,2,0,'a page',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','page',1,1,1,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes',1,2,2,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.reviewer',1,8,8,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.score',1,8,8,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','quotes.verdict',1,8,8,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.category',1,2,2,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.community_ship_pct',1,2,2,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.description',1,2,2,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.entry_price',1,2,2,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.name',1,2,2,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.panel_ship_pct',1,2,1,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.pricing',1,2,2,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.ship_votes',1,2,2,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.skip_votes',1,2,2,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.slug',1,2,2,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.tagline',1,2,2,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(5,'shiporskip.io','comparison','html','tools.verdict',1,2,2,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(6,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'','any','text','page',1,1,1,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes',1,2,2,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.reviewer',1,8,0,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.score',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','quotes.verdict',1,8,0,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.category',1,2,2,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.community_ship_pct',1,2,2,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.description',1,2,2,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.entry_price',1,2,2,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.name',1,2,2,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.panel_ship_pct',1,2,2,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.pricing',1,2,0,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.ship_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.skip_votes',1,2,0,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.tagline',1,2,2,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(7,'shiporskip.io','comparison','extract','tools.verdict',1,2,0,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','page',5,5,5,'a title that names the cards',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes',5,10,10,'label ''Reviewer scorecard''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.reviewer',5,40,40,'critic''s name beside the score',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.score',5,40,40,'score line out of 100',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','quotes.verdict',5,40,40,'score line out of 100',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.category',5,10,10,'line before the name, or row ''Category''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.community_ship_pct',5,10,10,'label ''Community''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.description',5,10,10,'prose around the numbers',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.entry_price',5,10,0,'label ''Entry''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.name',5,10,10,'name in the title',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.panel_ship_pct',5,10,10,'label ''Panel ship''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.pricing',5,10,10,'row ''Pricing''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.ship_votes',5,10,10,'row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.skip_votes',5,10,10,'row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.slug',5,10,10,'link to /tool/<slug>, or the page''s address',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.tagline',5,10,10,'line after the name, or row ''Best for''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(8,'shiporskip.io','comparison','html','tools.verdict',5,10,10,'badge, or row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','page',5,5,5,'a title that names the cards',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes',5,10,10,'label ''Reviewer scorecard''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.reviewer',5,40,40,'critic''s name beside the score',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.score',5,40,40,'score line out of 100',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','quotes.verdict',5,40,40,'score line out of 100',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.category',5,10,10,'line before the name, or row ''Category''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.community_ship_pct',5,10,10,'label ''Community''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.description',5,10,10,'prose around the numbers',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.entry_price',5,10,0,'label ''Entry''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.name',5,10,10,'name in the title',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.panel_ship_pct',5,10,10,'label ''Panel ship''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.pricing',5,10,10,'row ''Pricing''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.ship_votes',5,10,10,'row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.skip_votes',5,10,10,'row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.slug',5,10,10,'link to /tool/<slug>, or the page''s address',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.tagline',5,10,10,'line after the name, or row ''Best for''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(10,'shiporskip.io','comparison','html','tools.verdict',5,10,10,'badge, or row ''Panel verdict''',NULL,NULL,'refused');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','page',1,1,1,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes',1,2,2,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.reviewer',1,8,8,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.score',1,8,8,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','quotes.verdict',1,8,8,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.category',1,2,2,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.community_ship_pct',1,2,2,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.description',1,2,2,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.entry_price',1,2,2,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.name',1,2,2,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.panel_ship_pct',1,2,2,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.pricing',1,2,2,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.ship_votes',1,2,2,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.skip_votes',1,2,2,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.slug',1,2,2,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.tagline',1,2,2,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(11,'shiporskip.io','comparison','html','tools.verdict',1,2,2,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','page',2,2,2,'a title that names the cards',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes',2,4,4,'label ''Reviewer scorecard''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.reviewer',2,16,16,'critic''s name beside the score',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.score',2,16,16,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','quotes.verdict',2,16,16,'score line out of 100',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.category',2,4,4,'line before the name, or row ''Category''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.community_ship_pct',2,4,4,'label ''Community''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.description',2,4,4,'prose around the numbers',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.entry_price',2,4,4,'label ''Entry''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.name',2,4,4,'name in the title',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.panel_ship_pct',2,4,4,'label ''Panel ship''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.pricing',2,4,4,'row ''Pricing''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.ship_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.skip_votes',2,4,4,'row ''Panel verdict''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.slug',2,4,4,'link to /tool/<slug>, or the page''s address',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.tagline',2,4,4,'line after the name, or row ''Best for''',NULL,NULL,'loaded');
INSERT INTO "coverage" VALUES(12,'shiporskip.io','comparison','html','tools.verdict',2,4,4,'badge, or row ''Panel verdict''',NULL,NULL,'loaded');
CREATE TABLE decision_exports (
    exported_at TEXT NOT NULL CHECK (exported_at GLOB '????-??-??T??:??:??Z'),
    last_decision_id INTEGER NOT NULL -- 0: there was none
) STRICT;
INSERT INTO "decision_exports" VALUES('2026-12-01T02:54:27Z',5);
CREATE TABLE "decisions" (
    decision_id INTEGER PRIMARY KEY,
    word TEXT NOT NULL CHECK (word IN ('same', 'different', 'unsure', 'retracted')),
    one TEXT NOT NULL CHECK (json_valid(one)), -- {"site", "slug"}, or {"site", "name", "tagline"}
    other TEXT NOT NULL CHECK (json_valid(other)),
    one_key TEXT NOT NULL, -- the id of the entry so named; the smaller of the two
    other_key TEXT NOT NULL CHECK (one_key < other_key),
    reason TEXT NOT NULL, -- in the operator's words; may be empty
    evidence TEXT NOT NULL CHECK (json_valid(evidence)), -- what spoke for and against it then
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL CHECK (decided_at GLOB '????-??-??T??:??:??Z')
) STRICT;
INSERT INTO "decisions" VALUES(1,'same','{"site": "shiporskip.io", "slug": "tool-0-a"}','{"site": "shiporskip.io", "slug": "tool-0-b"}','e6c17407ec0e61bd7','ec1090f4c017f6ce1','looked it up','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}, "score": 810, "cards": [{"name": "acf5980e", "tagline": "f2aca93b", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}, {"name": "e5f23b6c", "tagline": "a08d116c", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}]}','Ines','2026-12-01T02:54:25Z');
INSERT INTO "decisions" VALUES(2,'different','{"site": "shiporskip.io", "slug": "tool-1-a"}','{"site": "shiporskip.io", "slug": "tool-0-a"}','e2f5f41b509db9cde','e6c17407ec0e61bd7','looked it up','{"for": ["names nearly the same", "both texts say *aaaaaaaaa*, *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["version 1 is not 0", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -40, "category": 20, "price": 40}, "score": 850, "cards": [{"name": "af1ae8a9", "tagline": "f2aca93b", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}, {"name": "acf5980e", "tagline": "f2aca93b", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}]}','Ines','2026-12-01T02:54:25Z');
INSERT INTO "decisions" VALUES(3,'unsure','{"site": "shiporskip.io", "slug": "osier-b"}','{"site": "shiporskip.io", "slug": "osier-a"}','e24c8595c3c2c588c','ea91b2e148a90611e','looked it up','{"for": ["same name", "both texts say *weaves*, *drafts*, *does*, *tagline*, *says* and 1 more", "same price, or nearly so"], "against": ["one address says *b*, the other *a*"], "parts": {"name": 600, "text": 200, "slug": 39, "category": 20, "price": 40}, "score": 899, "cards": [{"name": "66fcc137", "tagline": "969842a6", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}, {"name": "66fcc137", "tagline": "969842a6", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}]}','Ines','2026-12-01T02:54:26Z');
INSERT INTO "decisions" VALUES(4,'same','{"site": "shiporskip.io", "slug": "tool-2-a"}','{"site": "shiporskip.io", "slug": "tool-2-b"}','e011de70bfcbd4c1f','eaeaecd3a7b552f89','looked it up','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}, "score": 810, "cards": [{"name": "13ca8366", "tagline": "f2aca93b", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}, {"name": "1679b0fa", "tagline": "a08d116c", "description": "306ca92d", "category": "85c1562c", "pricing": "181b7613"}]}','Ines','2026-12-01T02:54:26Z');
INSERT INTO "decisions" VALUES(5,'retracted','{"site": "shiporskip.io", "slug": "tool-2-a"}','{"site": "shiporskip.io", "slug": "tool-2-b"}','e011de70bfcbd4c1f','eaeaecd3a7b552f89','','{"retracts": {"word": "same", "decided_by": "Ines", "decided_at": "2026-12-01T02:54:26Z"}}','Ines','2026-12-01T02:54:27Z');
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
    derived TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(derived))) STRICT;
INSERT INTO "entries" VALUES(1,'ea4eeac9d774485e7',NULL,1,'shiporskip.io',NULL,'Quire','Writing','Folds paper, in Greek: χαρτί','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entries" VALUES(3,'e6c17407ec0e61bd7',NULL,2,'shiporskip.io','tool-0-a','Tool 0 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(4,'ec1090f4c017f6ce1',3,2,'shiporskip.io','tool-0-b','Tool 0 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(5,'e2f5f41b509db9cde',NULL,2,'shiporskip.io','tool-1-a','Tool 1 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(6,'e74317d43ff33f6a2',NULL,2,'shiporskip.io','tool-1-b','Tool 1 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(7,'e011de70bfcbd4c1f',NULL,2,'shiporskip.io','tool-2-a','Tool 2 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(8,'eaeaecd3a7b552f89',NULL,2,'shiporskip.io','tool-2-b','Tool 2 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(9,'eb9fff4de1e8b1c34',NULL,2,'shiporskip.io','tool-3-a','Tool 3 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(10,'ebf0e293055e2ccd3',NULL,2,'shiporskip.io','tool-3-b','Tool 3 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(11,'e5b8452bf540f2d34',NULL,2,'shiporskip.io','tool-4-a','Tool 4 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(12,'e600d1d441515fc5b',NULL,2,'shiporskip.io','tool-4-b','Tool 4 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(13,'e382cb9a6c82124f7',NULL,2,'shiporskip.io','tool-5-a','Tool 5 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(14,'e6eba964d66406aa9',NULL,2,'shiporskip.io','tool-5-b','Tool 5 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(15,'e8cedb8aac85a4d21',NULL,2,'shiporskip.io','tintype-2026','Tintype','Developer Tools','Photographs your logs','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(16,'ef163cb9d968e4970',NULL,2,'shiporskip.io','gravelbed','Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(17,'eb929984dc4201918',NULL,2,'shiporskip.io','osier','Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(18,'efe0fb5d2c4f545e2',NULL,2,'shiporskip.io',NULL,'Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]');
INSERT INTO "entries" VALUES(19,'ea91b2e148a90611e',NULL,6,'shiporskip.io','osier-a','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(20,'e24c8595c3c2c588c',NULL,6,'shiporskip.io','osier-b','Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(21,'ed23b2353ce6b6edb',NULL,7,'shiporskip.io',NULL,'Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entries" VALUES(23,'eea6d01c78c7089f6',NULL,12,'shiporskip.io','tool-30-a','Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(24,'e7a95e2deb5451d31',NULL,12,'shiporskip.io','tool-30-b','Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(25,'e68d69cee9971d766',NULL,12,'shiporskip.io','tool-31-a','Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entries" VALUES(26,'e3c470c45cda05672',NULL,12,'shiporskip.io','tool-31-b','Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE entry_dates (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (entry_id),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
INSERT INTO "entry_dates" VALUES(1,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z');
INSERT INTO "entry_dates" VALUES(3,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(4,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(5,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(6,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(7,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(8,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(9,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(10,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(11,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(12,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(13,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(14,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(15,'2026-05-02T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entry_dates" VALUES(16,'2026-05-01T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entry_dates" VALUES(17,'2026-05-02T12:00:00Z','2026-05-04T12:00:00Z');
INSERT INTO "entry_dates" VALUES(18,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z');
INSERT INTO "entry_dates" VALUES(19,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "entry_dates" VALUES(20,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z');
INSERT INTO "entry_dates" VALUES(21,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z');
INSERT INTO "entry_dates" VALUES(23,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
INSERT INTO "entry_dates" VALUES(24,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
INSERT INTO "entry_dates" VALUES(25,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
INSERT INTO "entry_dates" VALUES(26,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z');
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
INSERT INTO "entry_versions" VALUES(16,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,'Gravelbed','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(16,'2026-05-02T12:00:00Z',NULL,2,'Gravelbed','Data','Does one thing and stops','It does what the tagline says, and the tagline says little.','mixed',50,2,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(17,'2026-05-02T12:00:00Z',NULL,2,'Osier','Writing','Does one thing and stops','It does what the tagline says, and the tagline says little.','skip',33,1,2,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(18,'2026-05-02T12:00:00Z',NULL,2,'Osier','Writing','Weaves prompts','It weaves prompts into baskets, and the baskets hold.','ship',75,3,1,NULL,NULL,NULL,'Open Source (MIT)','https://git.osier.example/osier','2026-04-24','["panel_ship_pct"]');
INSERT INTO "entry_versions" VALUES(19,'2026-05-06T12:00:00Z',NULL,6,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(20,'2026-05-06T12:00:00Z',NULL,6,'Osier','Developer Tools','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(21,'2026-05-07T12:00:00Z',NULL,7,'Osier','Writing','Weaves drafts','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free',NULL,NULL,NULL,'["verdict", "ship_votes", "skip_votes"]');
INSERT INTO "entry_versions" VALUES(23,'2026-12-01T02:54:22Z',NULL,12,'Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(24,'2026-12-01T02:54:22Z',NULL,12,'Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(25,'2026-12-01T02:54:22Z',NULL,12,'Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(26,'2026-12-01T02:54:22Z',NULL,12,'Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE held_pages (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that was refused
    reader_version TEXT NOT NULL -- the reader that read them last
) STRICT;
INSERT INTO "held_pages" VALUES(28,10,'9a7f9b502cf6');
INSERT INTO "held_pages" VALUES(29,10,'9a7f9b502cf6');
INSERT INTO "held_pages" VALUES(30,10,'9a7f9b502cf6');
INSERT INTO "held_pages" VALUES(31,10,'9a7f9b502cf6');
INSERT INTO "held_pages" VALUES(32,10,'9a7f9b502cf6');
CREATE TABLE identity (
    uuid TEXT NOT NULL -- shared with the archive file this database is read from
) STRICT;
INSERT INTO "identity" VALUES('95335973-9fb1-4755-b4b3-59f68977a713');
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
INSERT INTO "issues" VALUES(1,'i58043ed34875b40f',5,'fetch','missing','nowhere.html',NULL,'','nowhere.html: No such file or directory; if an address is meant, begin it with https://',NULL,NULL,NULL,'2026-12-01T02:54:18Z','2026-12-01T02:54:18Z',NULL);
INSERT INTO "issues" VALUES(2,'i0a2f12b73b0bf6f2',5,'parse','value_missing','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','tools.2.panel_ship_pct','no value beside ''Panel ship''','a percentage','Mixed','a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "issues" VALUES(3,'ia0dbfcb9bc735d0c',5,'parse','empty','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,'','this is no page','a page','no bytes','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(4,'i6922a9f0db34941a',5,'parse','not_a_comparison','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,'','no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page that begins ''Back on Monday''','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(5,'i4b850192556fb5de',7,'load','entry_ambiguous','22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',NULL,'tools.1.slug','this name and tagline stand under 2 slugs of the site','one slug','osier-a, osier-b','22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320','2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(6,'i4d6a63698456021a',9,'parse','discarded','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(7,'i7a841db3b0199c81',9,'parse','discarded','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(8,'i3719af7f00318ab9',9,'parse','discarded','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(9,'i2dbed29a4c737268',9,'parse','discarded','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(10,'ie64aa3e668db9e69',9,'parse','discarded','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,'','discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(11,'i84b2ff9d4c08b432',12,'fetch','http_404','http://127.0.0.1:41095/compare/x-vs-y','http://127.0.0.1:41095/compare/x-vs-y','','http://127.0.0.1:41095/compare/x-vs-y: answered 404, expected 200',NULL,NULL,NULL,'2026-12-01T02:54:22Z','2026-12-01T02:54:22Z',NULL);
CREATE TABLE pairs (
    entry_a_id INTEGER NOT NULL REFERENCES entries (entry_id),
    entry_b_id INTEGER NOT NULL REFERENCES entries (entry_id),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000), -- thousandths
    rule TEXT, -- by which it is one tool without a person's word; null: none
    doubt TEXT NOT NULL, -- what a rule lacks; empty where there is one
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    -- merged: the two are one tool; queued: waits for a person; apart: held different, or their
    -- tools differ in a fact; unsure: a person could not tell; weak: both have far better pairs
    outcome TEXT NOT NULL CHECK (outcome IN ('merged', 'queued', 'apart', 'unsure', 'weak')),
    reason TEXT NOT NULL, -- why the outcome is none without a person
    PRIMARY KEY (entry_a_id, entry_b_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "pairs" VALUES(3,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','merged','');
INSERT INTO "pairs" VALUES(3,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(3,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(3,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(3,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(3,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(4,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(5,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(5,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,12,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(5,26,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 1", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(6,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(6,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(7,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,12,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(7,26,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 2", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(8,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(8,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(9,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(9,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(10,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(11,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,12,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(11,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(12,3,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(12,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(12,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(12,25,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(13,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,12,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 4b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(13,26,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 5", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(14,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(14,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(17,18,620,NULL,'their texts have little in common','{"for": ["same name"], "against": ["the texts have no word in common"], "parts": {"name": 600, "category": 20}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(17,21,820,NULL,'their texts have little in common','{"for": ["same name", "both texts say *does*, *tagline*, *says*, *little*"], "against": [], "parts": {"name": 600, "text": 200, "category": 20}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(19,17,900,NULL,'their texts have little in common','{"for": ["same name", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["the categories differ", "one address says *a*"], "parts": {"name": 600, "text": 200, "slug": 60, "price": 40}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(19,18,700,NULL,'their texts have little in common','{"for": ["same name", "both texts say *weaves*"], "against": ["the categories differ", "one address says *a*, *osier*, the other **"], "parts": {"name": 600, "text": 100}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(19,21,800,NULL,'their texts are the same, but too short to go by','{"for": ["same name", "both texts say *weaves*, *drafts*, *does*, *tagline*, *says* and 1 more"], "against": ["the categories differ", "one address says *a*, *osier*, the other **"], "parts": {"name": 600, "text": 200}}','queued','their texts are the same, but too short to go by');
INSERT INTO "pairs" VALUES(20,17,879,NULL,'their texts have little in common','{"for": ["same name", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["the categories differ", "one address says *b*"], "parts": {"name": 600, "text": 200, "slug": 39, "price": 40}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(20,18,700,NULL,'their texts have little in common','{"for": ["same name", "both texts say *weaves*"], "against": ["the categories differ", "one address says *b*, *osier*, the other **"], "parts": {"name": 600, "text": 100}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(20,19,899,NULL,'their texts are the same, but too short to go by','{"for": ["same name", "both texts say *weaves*, *drafts*, *does*, *tagline*, *says* and 1 more", "same price, or nearly so"], "against": ["one address says *b*, the other *a*"], "parts": {"name": 600, "text": 200, "slug": 39, "category": 20, "price": 40}}','unsure','');
INSERT INTO "pairs" VALUES(20,21,800,NULL,'their texts are the same, but too short to go by','{"for": ["same name", "both texts say *weaves*, *drafts*, *does*, *tagline*, *says* and 1 more"], "against": ["the categories differ", "one address says *b*, *osier*, the other **"], "parts": {"name": 600, "text": 200}}','queued','their texts are the same, but too short to go by');
INSERT INTO "pairs" VALUES(21,18,720,NULL,'their texts have little in common','{"for": ["same name", "both texts say *weaves*"], "against": [], "parts": {"name": 600, "text": 100, "category": 20}}','queued','their texts have little in common');
INSERT INTO "pairs" VALUES(24,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(24,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(25,4,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 0m", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(25,6,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 1b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(25,8,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 2b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(25,10,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 3b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(25,14,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 5b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(25,24,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 30b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(26,3,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 0", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','apart','');
INSERT INTO "pairs" VALUES(26,9,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 3", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(26,11,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 4", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(26,23,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 30", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
INSERT INTO "pairs" VALUES(26,25,810,NULL,'only one states a version','{"for": ["names nearly the same", "both texts say *does*, *tagline*, *says*, *little*", "same price, or nearly so"], "against": ["one says version 31", "one says size 31b", "the names are not written alike"], "parts": {"name": 600, "text": 200, "slug": 30, "one_sided": -80, "category": 20, "price": 40}}','queued','only one states a version');
CREATE TABLE postings (
    key INTEGER NOT NULL, -- 63 bits of the digest of a key
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "postings" VALUES(120856736826715794,24);
INSERT INTO "postings" VALUES(233096652056739437,15);
INSERT INTO "postings" VALUES(903504014913383081,3);
INSERT INTO "postings" VALUES(903504014913383081,4);
INSERT INTO "postings" VALUES(903504014913383081,5);
INSERT INTO "postings" VALUES(903504014913383081,6);
INSERT INTO "postings" VALUES(903504014913383081,7);
INSERT INTO "postings" VALUES(903504014913383081,8);
INSERT INTO "postings" VALUES(903504014913383081,9);
INSERT INTO "postings" VALUES(903504014913383081,10);
INSERT INTO "postings" VALUES(903504014913383081,11);
INSERT INTO "postings" VALUES(903504014913383081,12);
INSERT INTO "postings" VALUES(903504014913383081,13);
INSERT INTO "postings" VALUES(903504014913383081,14);
INSERT INTO "postings" VALUES(903504014913383081,23);
INSERT INTO "postings" VALUES(903504014913383081,24);
INSERT INTO "postings" VALUES(903504014913383081,25);
INSERT INTO "postings" VALUES(903504014913383081,26);
INSERT INTO "postings" VALUES(1182631519245651566,17);
INSERT INTO "postings" VALUES(1182631519245651566,18);
INSERT INTO "postings" VALUES(1182631519245651566,19);
INSERT INTO "postings" VALUES(1182631519245651566,20);
INSERT INTO "postings" VALUES(1182631519245651566,21);
INSERT INTO "postings" VALUES(1196997093954117343,1);
INSERT INTO "postings" VALUES(1216362577929331708,10);
INSERT INTO "postings" VALUES(1385628890713451720,18);
INSERT INTO "postings" VALUES(1459829633764587052,13);
INSERT INTO "postings" VALUES(1755592795537434968,11);
INSERT INTO "postings" VALUES(1927362413639508927,3);
INSERT INTO "postings" VALUES(1927362413639508927,4);
INSERT INTO "postings" VALUES(1927362413639508927,5);
INSERT INTO "postings" VALUES(1927362413639508927,6);
INSERT INTO "postings" VALUES(1927362413639508927,7);
INSERT INTO "postings" VALUES(1927362413639508927,8);
INSERT INTO "postings" VALUES(1927362413639508927,9);
INSERT INTO "postings" VALUES(1927362413639508927,10);
INSERT INTO "postings" VALUES(1927362413639508927,11);
INSERT INTO "postings" VALUES(1927362413639508927,12);
INSERT INTO "postings" VALUES(1927362413639508927,13);
INSERT INTO "postings" VALUES(1927362413639508927,14);
INSERT INTO "postings" VALUES(1927362413639508927,23);
INSERT INTO "postings" VALUES(1927362413639508927,24);
INSERT INTO "postings" VALUES(1927362413639508927,25);
INSERT INTO "postings" VALUES(1927362413639508927,26);
INSERT INTO "postings" VALUES(2312201583332318684,1);
INSERT INTO "postings" VALUES(2537024377496933408,3);
INSERT INTO "postings" VALUES(2537024377496933408,4);
INSERT INTO "postings" VALUES(2537024377496933408,5);
INSERT INTO "postings" VALUES(2537024377496933408,6);
INSERT INTO "postings" VALUES(2537024377496933408,7);
INSERT INTO "postings" VALUES(2537024377496933408,8);
INSERT INTO "postings" VALUES(2537024377496933408,9);
INSERT INTO "postings" VALUES(2537024377496933408,10);
INSERT INTO "postings" VALUES(2537024377496933408,11);
INSERT INTO "postings" VALUES(2537024377496933408,12);
INSERT INTO "postings" VALUES(2537024377496933408,13);
INSERT INTO "postings" VALUES(2537024377496933408,14);
INSERT INTO "postings" VALUES(2537024377496933408,23);
INSERT INTO "postings" VALUES(2537024377496933408,24);
INSERT INTO "postings" VALUES(2537024377496933408,25);
INSERT INTO "postings" VALUES(2537024377496933408,26);
INSERT INTO "postings" VALUES(2550058623491687457,15);
INSERT INTO "postings" VALUES(2705118031010975341,16);
INSERT INTO "postings" VALUES(3328351965351578628,3);
INSERT INTO "postings" VALUES(3701872808772428238,9);
INSERT INTO "postings" VALUES(4036849620581766576,9);
INSERT INTO "postings" VALUES(4079723774243583289,16);
INSERT INTO "postings" VALUES(4095454346430107194,16);
INSERT INTO "postings" VALUES(4463185509440047854,23);
INSERT INTO "postings" VALUES(4619980338721247819,1);
INSERT INTO "postings" VALUES(4867996175488124623,16);
INSERT INTO "postings" VALUES(4922659762718776184,7);
INSERT INTO "postings" VALUES(5023506805589051698,5);
INSERT INTO "postings" VALUES(5082081574435107802,12);
INSERT INTO "postings" VALUES(5566198974195061615,17);
INSERT INTO "postings" VALUES(5566198974195061615,18);
INSERT INTO "postings" VALUES(5566198974195061615,19);
INSERT INTO "postings" VALUES(5566198974195061615,20);
INSERT INTO "postings" VALUES(5566198974195061615,21);
INSERT INTO "postings" VALUES(5576036151562887756,14);
INSERT INTO "postings" VALUES(5684227260198869311,15);
INSERT INTO "postings" VALUES(6119211697839491224,5);
INSERT INTO "postings" VALUES(6532525536695824548,25);
INSERT INTO "postings" VALUES(6848641437553681736,13);
INSERT INTO "postings" VALUES(7050879849815941546,8);
INSERT INTO "postings" VALUES(7298024918178259001,17);
INSERT INTO "postings" VALUES(7298024918178259001,18);
INSERT INTO "postings" VALUES(7298024918178259001,19);
INSERT INTO "postings" VALUES(7298024918178259001,20);
INSERT INTO "postings" VALUES(7298024918178259001,21);
INSERT INTO "postings" VALUES(7387197879197592526,3);
INSERT INTO "postings" VALUES(7585482297984094922,25);
INSERT INTO "postings" VALUES(7727665705370763930,26);
INSERT INTO "postings" VALUES(8025621092293054741,15);
INSERT INTO "postings" VALUES(8196578923496488966,6);
INSERT INTO "postings" VALUES(8284716158696891924,4);
INSERT INTO "postings" VALUES(8304468377876550600,15);
INSERT INTO "postings" VALUES(8369642912168344180,7);
INSERT INTO "postings" VALUES(8374752957018233769,16);
INSERT INTO "postings" VALUES(8440482735509242570,11);
INSERT INTO "postings" VALUES(9122636815062576160,23);
INSERT INTO "postings" VALUES(9127290883080513140,4);
CREATE TABLE quote_dates (
    quote_id INTEGER PRIMARY KEY REFERENCES quotes (quote_id),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    sighting_count INTEGER NOT NULL CHECK (sighting_count >= 0) -- in how many snapshots
) STRICT;
INSERT INTO "quote_dates" VALUES(1,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(2,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(3,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(4,'2026-05-01T12:00:00Z','2026-05-01T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(9,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(10,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(11,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(12,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(13,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(14,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(15,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(16,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(17,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(18,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(19,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(20,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(21,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(22,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(23,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(24,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(25,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(26,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(27,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(28,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(29,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(30,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(31,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(32,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(33,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(34,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(35,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(36,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(37,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(38,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(39,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(40,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(41,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(42,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(43,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(44,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(45,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(46,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(47,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(48,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(49,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(50,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(51,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(52,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(53,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(54,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(55,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(56,'2026-05-02T12:00:00Z','2026-05-02T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(57,'2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(58,'2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(59,'2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(60,'2026-05-02T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(61,'2026-05-01T12:00:00Z','2026-05-11T12:00:00Z',8);
INSERT INTO "quote_dates" VALUES(62,'2026-05-01T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(63,'2026-05-01T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(64,'2026-05-01T12:00:00Z','2026-05-11T12:00:00Z',9);
INSERT INTO "quote_dates" VALUES(65,'2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',5);
INSERT INTO "quote_dates" VALUES(66,'2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',5);
INSERT INTO "quote_dates" VALUES(67,'2026-05-02T12:00:00Z','2026-05-04T12:00:00Z',5);
INSERT INTO "quote_dates" VALUES(68,'2026-05-03T12:00:00Z','2026-05-03T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(69,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(70,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(71,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(72,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(73,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(74,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(75,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(76,'2026-05-06T12:00:00Z','2026-05-06T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(77,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(78,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(79,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(80,'2026-05-07T12:00:00Z','2026-05-07T12:00:00Z',1);
INSERT INTO "quote_dates" VALUES(85,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(86,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(87,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(88,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(89,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(90,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(91,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(92,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(93,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(94,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(95,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(96,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(97,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(98,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(99,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
INSERT INTO "quote_dates" VALUES(100,'2026-12-01T02:54:22Z','2026-12-01T02:54:24Z',2);
CREATE TABLE quote_ends (
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    page TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    PRIMARY KEY (quote_id, page, ended_at)
) STRICT, WITHOUT ROWID;
INSERT INTO "quote_ends" VALUES(61,'ca8b5f5c351bb244d','2026-05-03T12:00:00Z');
INSERT INTO "quote_ends" VALUES(68,'ca8b5f5c351bb244d','2026-05-04T12:00:00Z');
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
INSERT INTO "quote_versions" VALUES(2,'2026-05-01T12:00:00Z',NULL,1,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(3,'2026-05-01T12:00:00Z',NULL,1,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(4,'2026-05-01T12:00:00Z',NULL,1,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(9,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(10,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(11,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(12,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(13,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(14,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(15,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(16,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(17,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(18,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(19,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(20,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(21,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(22,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(23,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(24,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(25,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(26,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(27,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(28,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(29,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(30,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(31,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(32,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(33,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(34,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(35,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(36,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(37,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(38,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(39,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(40,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(41,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(42,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(43,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(44,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(45,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(46,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(47,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(48,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(49,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(50,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(51,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(52,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(53,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(54,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(55,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(56,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(57,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(58,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',2,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(58,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(58,'2026-05-04T12:00:00Z',NULL,4,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(59,'2026-05-02T12:00:00Z','2026-05-03T12:00:00Z',2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(59,'2026-05-03T12:00:00Z','2026-05-04T12:00:00Z',3,'Futurist',3,62,'skip');
INSERT INTO "quote_versions" VALUES(59,'2026-05-04T12:00:00Z',NULL,4,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(60,'2026-05-02T12:00:00Z',NULL,2,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(61,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,NULL,1,NULL,NULL);
INSERT INTO "quote_versions" VALUES(61,'2026-05-02T12:00:00Z',NULL,2,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(62,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(62,'2026-05-02T12:00:00Z',NULL,2,'Skeptic',2,61,'skip');
INSERT INTO "quote_versions" VALUES(63,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(63,'2026-05-02T12:00:00Z',NULL,2,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(64,'2026-05-01T12:00:00Z','2026-05-02T12:00:00Z',1,NULL,4,NULL,NULL);
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
INSERT INTO "quote_versions" VALUES(78,'2026-05-07T12:00:00Z',NULL,7,NULL,2,NULL,NULL);
INSERT INTO "quote_versions" VALUES(79,'2026-05-07T12:00:00Z',NULL,7,NULL,3,NULL,NULL);
INSERT INTO "quote_versions" VALUES(80,'2026-05-07T12:00:00Z',NULL,7,NULL,4,NULL,NULL);
INSERT INTO "quote_versions" VALUES(85,'2026-12-01T02:54:22Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(86,'2026-12-01T02:54:22Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(87,'2026-12-01T02:54:22Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(88,'2026-12-01T02:54:22Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(89,'2026-12-01T02:54:22Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(90,'2026-12-01T02:54:22Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(91,'2026-12-01T02:54:22Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(92,'2026-12-01T02:54:22Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(93,'2026-12-01T02:54:22Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(94,'2026-12-01T02:54:22Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(95,'2026-12-01T02:54:22Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(96,'2026-12-01T02:54:22Z',NULL,12,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(97,'2026-12-01T02:54:22Z',NULL,12,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(98,'2026-12-01T02:54:22Z',NULL,12,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(99,'2026-12-01T02:54:22Z',NULL,12,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(100,'2026-12-01T02:54:22Z',NULL,12,'Founder',4,63,'skip');
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
    valid_to TEXT
) STRICT;
INSERT INTO "quotes" VALUES(1,'q0a5e94589bac019c',1,1,'Builder on Quire: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(2,'q3acf77656102ed4a',1,1,'Skeptic on Quire: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(3,'qefaaa79c5d3b8372',1,1,'Futurist on Quire: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(4,'q1ce8ba27215be775',1,1,'Founder on Quire: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(9,'q02e1ceb2edc19291',3,2,'Builder on Tool 0 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(10,'q0b90d7039253ada6',3,2,'Skeptic on Tool 0 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(11,'qe15e963dcaa66956',3,2,'Futurist on Tool 0 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(12,'qedb1d22df217b38f',3,2,'Founder on Tool 0 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(13,'q7fe9e8c0b4aae042',4,2,'Builder on Tool 0 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(14,'qb4a1cd4be9d3e1e0',4,2,'Skeptic on Tool 0 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(15,'q9a3535420b5684ec',4,2,'Futurist on Tool 0 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(16,'q6587521e5662ab64',4,2,'Founder on Tool 0 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(17,'q00eb3cfe319f6b4c',5,2,'Builder on Tool 1 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(18,'qef21e6f02de604b5',5,2,'Skeptic on Tool 1 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(19,'q5946d0dc75dc4da3',5,2,'Futurist on Tool 1 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(20,'q71975ec7ca6cee24',5,2,'Founder on Tool 1 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(21,'q4ab1a21e3b33627b',6,2,'Builder on Tool 1 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(22,'q1d8f56651bbdc2bb',6,2,'Skeptic on Tool 1 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(23,'qd0b8e79ade57b365',6,2,'Futurist on Tool 1 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(24,'q8a11c0669cdaa9ab',6,2,'Founder on Tool 1 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(25,'qe8139cac2d72f0b9',7,2,'Builder on Tool 2 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(26,'qc10bed6a281e5c8c',7,2,'Skeptic on Tool 2 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(27,'q57b766a366acb1de',7,2,'Futurist on Tool 2 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(28,'q52976482c1f4bad4',7,2,'Founder on Tool 2 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(29,'q7d2890b8d1ecb2ce',8,2,'Builder on Tool 2 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(30,'qb6eda8a2cf94a16a',8,2,'Skeptic on Tool 2 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(31,'q1b6b57227bb30818',8,2,'Futurist on Tool 2 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(32,'qbf7b80b0ce153b51',8,2,'Founder on Tool 2 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(33,'q2e3797dbe09531dc',9,2,'Builder on Tool 3 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(34,'qabcd859c992f29a5',9,2,'Skeptic on Tool 3 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(35,'qb2dc137cef117af2',9,2,'Futurist on Tool 3 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(36,'q69d296dab9469522',9,2,'Founder on Tool 3 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(37,'q08ee9ec9852f9bb2',10,2,'Builder on Tool 3 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(38,'qd5053e1e17866c23',10,2,'Skeptic on Tool 3 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(39,'q68ff51187e1c6e74',10,2,'Futurist on Tool 3 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(40,'q2bd283d759f2685d',10,2,'Founder on Tool 3 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(41,'q49d75a8b59e44a36',11,2,'Builder on Tool 4 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(42,'qba7b05f2cdebd880',11,2,'Skeptic on Tool 4 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(43,'qeed3e0200e60b3ed',11,2,'Futurist on Tool 4 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(44,'qab25841e581eb202',11,2,'Founder on Tool 4 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(45,'q5b9207b72bf10bbd',12,2,'Builder on Tool 4 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(46,'q35ebc2f4d14af163',12,2,'Skeptic on Tool 4 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(47,'qa10df287ee91cee1',12,2,'Futurist on Tool 4 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(48,'q2bca54ffe2c041fc',12,2,'Founder on Tool 4 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(49,'q105ed076a0c32d17',13,2,'Builder on Tool 5 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(50,'qec43a97a006e28b5',13,2,'Skeptic on Tool 5 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(51,'qda4129014cba76d5',13,2,'Futurist on Tool 5 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(52,'qe357bd53942929e7',13,2,'Founder on Tool 5 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(53,'q0c1656fc9126e0ad',14,2,'Builder on Tool 5 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(54,'q9e8a2b5928e39416',14,2,'Skeptic on Tool 5 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(55,'q4e37000265cf9182',14,2,'Futurist on Tool 5 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(56,'q050087d6490453ad',14,2,'Founder on Tool 5 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(57,'q2a368de9b3f2a6f8',15,2,'Builder on Tintype: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(58,'qf3cd8ec8812c8167',15,2,'Skeptic on Tintype: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(59,'q687a3bd8730c8b48',15,2,'Futurist on Tintype: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(60,'qe858a7e4643e1b73',15,2,'Founder on Tintype: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(61,'q1eabecf115dc1364',16,2,'Builder on Gravelbed: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(62,'qa9712e8f1fbd9dbb',16,2,'Skeptic on Gravelbed: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip',NULL);
INSERT INTO "quotes" VALUES(63,'q56e722812d8d4c8d',16,2,'Futurist on Gravelbed: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(64,'qf0d79ac144948f4e',16,2,'Founder on Gravelbed: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(65,'q0202f1ce10f3cd70',17,2,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,60,'skip',NULL);
INSERT INTO "quotes" VALUES(66,'qa1d891a584fa1dfb',17,2,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,61,'skip',NULL);
INSERT INTO "quotes" VALUES(67,'qf9a7d51ba38442bc',17,2,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(68,'q890236153b4dab36',16,3,'Builder kept it for 3 days, then I read the bill.','Builder',1,70,'ship','2026-05-04T12:00:00Z');
INSERT INTO "quotes" VALUES(69,'q7afee0e70cd3c0ca',19,6,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(70,'q7ba6ee77e79b1a23',19,6,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(71,'qff3fa25f1694ef50',19,6,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(72,'q5c5302cdbd370880',19,6,'Founder on Osier: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(73,'q7c504169618cab62',20,6,'Builder on Osier: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(74,'q243d6cc1e9d3e989',20,6,'Skeptic on Osier: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(75,'q282eea5c89ce8a2e',20,6,'Futurist on Osier: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(76,'q0f23e4f550570efa',20,6,'Founder on Osier: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(77,'q74490fef76acef27',21,7,'Builder on Osier: it held for 3 days, then I read the bill.',NULL,1,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(78,'q6d4121ddfa23b7c1',21,7,'Skeptic on Osier: it held for 4 days, then I read the bill.',NULL,2,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(79,'qd146699f96a87d23',21,7,'Futurist on Osier: it held for 5 days, then I read the bill.',NULL,3,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(80,'q180c1c3a68101652',21,7,'Founder on Osier: it held for 6 days, then I read the bill.',NULL,4,NULL,NULL,NULL);
INSERT INTO "quotes" VALUES(85,'q9f860371d459aa15',23,12,'Builder on Tool 30 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(86,'q7be539cbf3dfb16a',23,12,'Skeptic on Tool 30 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(87,'q595447a9ee25c57d',23,12,'Futurist on Tool 30 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(88,'q9f581bd5bc6717b0',23,12,'Founder on Tool 30 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(89,'q029591d93e3c148c',24,12,'Builder on Tool 30 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(90,'q83f7d05aac182a34',24,12,'Skeptic on Tool 30 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(91,'q49b2e08cf28d917a',24,12,'Futurist on Tool 30 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(92,'qd1a8457451aed3b2',24,12,'Founder on Tool 30 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(93,'q54a5ce8af345e509',25,12,'Builder on Tool 31 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(94,'qa53c569a23412e7a',25,12,'Skeptic on Tool 31 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(95,'qe0597f92407a9f81',25,12,'Futurist on Tool 31 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(96,'q562b3e39c2d71ecf',25,12,'Founder on Tool 31 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
INSERT INTO "quotes" VALUES(97,'qb6aa62e603aa7a35',26,12,'Builder on Tool 31 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship',NULL);
INSERT INTO "quotes" VALUES(98,'q95b141c17c266224',26,12,'Skeptic on Tool 31 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship',NULL);
INSERT INTO "quotes" VALUES(99,'q4cdaebdd70090790',26,12,'Futurist on Tool 31 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship',NULL);
INSERT INTO "quotes" VALUES(100,'q64980d2bbb435f4a',26,12,'Founder on Tool 31 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip',NULL);
CREATE TABLE reading_issues (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (reading_id, issue_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "reading_issues" VALUES(17,2,'no value beside ''Panel ship''','a percentage','Mixed');
INSERT INTO "reading_issues" VALUES(18,3,'this is no page','a page','no bytes');
INSERT INTO "reading_issues" VALUES(19,4,'no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page that begins ''Back on Monday''');
INSERT INTO "reading_issues" VALUES(22,5,'this name and tagline stand under 2 slugs of the site','one slug','osier-a, osier-b');
INSERT INTO "reading_issues" VALUES(23,6,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "reading_issues" VALUES(24,7,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "reading_issues" VALUES(25,8,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "reading_issues" VALUES(26,9,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
INSERT INTO "reading_issues" VALUES(27,10,'discarded with run 8; ''versusdb ingest'' with this page and --accept-drift reads it again',NULL,NULL);
CREATE TABLE readings (
    reading_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('comparison', 'tool', 'unknown')),
    site TEXT,
    url TEXT, -- the canonical address
    page TEXT NOT NULL, -- computed: what makes two snapshots the same page (db/keys.py)
    subject TEXT NOT NULL, -- what its issues are about: its address, else its SHA-256
    title TEXT,
    -- Whose its cards are by themselves, where some of a comparison were not read: a JSON list.
    own_keys TEXT CHECK (own_keys IS NULL OR json_valid(own_keys)),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)), -- all cards of a comparison were read
    content_type TEXT, -- as the reader was told it
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;
INSERT INTO "readings" VALUES(1,'comparison','shiporskip.io',NULL,'c42921c85d255463f','f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda','Quire vs Gravelbed',NULL,1,NULL,'text','9a7f9b502cf6');
INSERT INTO "readings" VALUES(2,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','c03f824bbac9dbe46','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','Tool 0 a vs Tool 0 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(3,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','c532defe734afe36b','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','Tool 1 a vs Tool 1 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(4,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','ce99a2430992d78d6','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','Tool 2 a vs Tool 2 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(5,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','c91be7b875e531c3b','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','Tool 3 a vs Tool 3 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(6,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','cee859da45402cb57','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','Tool 4 a vs Tool 4 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(7,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','c1c7381bc435582f3','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','Tool 5 a vs Tool 5 b',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(8,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(9,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(10,'comparison','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-osier','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier','Gravelbed vs Osier',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(11,'tool','shiporskip.io',NULL,'efe0fb5d2c4f545e2','f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,'["efe0fb5d2c4f545e2"]',0,NULL,'lxml','9a7f9b502cf6');
INSERT INTO "readings" VALUES(12,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(13,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(14,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(15,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-osier','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier','Tintype vs Osier',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(16,'comparison','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-osier','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier','Gravelbed vs Osier',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(17,'comparison','shiporskip.io','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','Tintype vs Gravelbed','["e8cedb8aac85a4d21", "ef163cb9d968e4970"]',0,NULL,'lxml','9a7f9b502cf6');
INSERT INTO "readings" VALUES(18,'unknown',NULL,NULL,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(19,'unknown',NULL,NULL,'9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,NULL,0,NULL,'lxml','9a7f9b502cf6');
INSERT INTO "readings" VALUES(20,'comparison','shiporskip.io','https://shiporskip.io/compare/osier-a-vs-gravelbed','cda9264d4df16fc0d','https://shiporskip.io/compare/osier-a-vs-gravelbed','Osier vs Gravelbed',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(21,'comparison','shiporskip.io','https://shiporskip.io/compare/osier-b-vs-gravelbed','c60cee36af8fa0043','https://shiporskip.io/compare/osier-b-vs-gravelbed','Osier vs Gravelbed',NULL,1,NULL,'lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(22,'comparison','shiporskip.io',NULL,'cc63ee9b9f05fd943','22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320','Osier vs Tintype',NULL,1,NULL,'text','9a7f9b502cf6');
INSERT INTO "readings" VALUES(23,'unknown',NULL,NULL,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(24,'unknown',NULL,NULL,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(25,'unknown',NULL,NULL,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(26,'unknown',NULL,NULL,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(27,'unknown',NULL,NULL,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,NULL,0,NULL,'none','9a7f9b502cf6');
INSERT INTO "readings" VALUES(29,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','c598ff5e51226a696','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','Tool 30 a vs Tool 30 b',NULL,1,'text/html; charset=utf-8','lxml-content','9a7f9b502cf6');
INSERT INTO "readings" VALUES(30,'comparison','shiporskip.io','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','cdf0b55242dc7ab18','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','Tool 31 a vs Tool 31 b',NULL,1,'text/html; charset=utf-8','lxml-content','9a7f9b502cf6');
CREATE TABLE resolver (
    version TEXT NOT NULL -- digest of the resolver's code and its list of words
) STRICT;
INSERT INTO "resolver" VALUES('48d993545350');
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
, quotes_changed INTEGER) STRICT;
INSERT INTO "runs" VALUES(1,'ingest','clean','2026-12-01T02:54:15Z','2026-12-01T02:54:15Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-01T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',1,1,0,0,2,0,8,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(2,'ingest','clean','2026-12-01T02:54:15Z','2026-12-01T02:54:16Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-02T12:00:00Z", "proxy": null, "scheduler": null, "site": "shiporskip.io", "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',10,10,0,0,16,0,59,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(3,'ingest','clean','2026-12-01T02:54:16Z','2026-12-01T02:54:16Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-03T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',2,2,0,0,0,1,1,0,NULL,0,'0.1.0','9a7f9b502cf6',2);
INSERT INTO "runs" VALUES(4,'ingest','clean','2026-12-01T02:54:17Z','2026-12-01T02:54:17Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-04T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',3,3,0,0,0,1,0,0,NULL,1,'0.1.0','9a7f9b502cf6',2);
INSERT INTO "runs" VALUES(5,'ingest','issues','2026-12-01T02:54:17Z','2026-12-01T02:54:18Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-05T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages", "nowhere.html"], "urls": [], "user_agent": null, "workers": null}',4,3,0,3,0,0,0,4,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(6,'ingest','clean','2026-12-01T02:54:18Z','2026-12-01T02:54:18Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-06T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',2,2,0,0,2,0,8,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(7,'ingest','issues','2026-12-01T02:54:19Z','2026-12-01T02:54:19Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-07T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',1,1,0,0,1,0,4,1,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(8,'ingest','failed','2026-12-01T02:54:19Z','2026-12-01T02:54:20Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-08T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',5,5,0,0,0,0,0,10,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(9,'ingest','clean','2026-12-01T02:54:20Z','2026-12-01T02:54:20Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [8], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-09T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": [], "urls": [], "user_agent": null, "workers": null}',0,0,0,0,0,0,0,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(10,'ingest','failed','2026-12-01T02:54:21Z','2026-12-01T02:54:21Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-10T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',5,5,0,0,0,0,0,10,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(11,'ingest','clean','2026-12-01T02:54:22Z','2026-12-01T02:54:22Z','{"accept_drift": false, "allow_hosts": [], "also_hosts": [], "ca_file": null, "contact": null, "delay": null, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": "2026-05-11T12:00:00Z", "proxy": null, "scheduler": null, "site": null, "sources": ["pages"], "urls": [], "user_agent": null, "workers": null}',2,2,1,0,1,0,4,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(12,'ingest','issues','2026-12-01T02:54:22Z','2026-12-01T02:54:22Z','{"accept_drift": false, "allow_hosts": ["127.0.0.1"], "also_hosts": [], "ca_file": null, "contact": null, "delay": 0.0, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": null, "proxy": null, "scheduler": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:41095/"], "urls": [], "user_agent": null, "workers": null}',4,2,1,1,4,0,16,1,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(13,'ingest','clean','2026-12-01T02:54:24Z','2026-12-01T02:54:24Z','{"accept_drift": false, "allow_hosts": ["127.0.0.1"], "also_hosts": [], "ca_file": null, "contact": null, "delay": 0.0, "discard_held": [], "engine": "local", "exclude": [], "include": [], "keep_free": 128, "max_pages": null, "observed_at": null, "proxy": null, "scheduler": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:41095/compare/tool-30-a-vs-tool-30-b", "http://127.0.0.1:41095/compare/tool-31-a-vs-tool-31-b"], "urls": [], "user_agent": null, "workers": null}',2,2,2,0,0,0,0,0,NULL,0,'0.1.0','9a7f9b502cf6',0);
INSERT INTO "runs" VALUES(14,'forget','clean','2026-12-01T02:54:24Z','2026-12-01T02:54:24Z','{}',NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,0,'0.1.0','9a7f9b502cf6',0);
CREATE TABLE search (
    is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1)) -- by the triggers, now
) STRICT;
INSERT INTO "search" VALUES(1);
CREATE TABLE sightings (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    quote_places TEXT NOT NULL CHECK (json_valid(quote_places)), -- of the texts, in their order
    PRIMARY KEY (reading_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "sightings" VALUES(1,1,1,4,'[24,26,28,30]');
INSERT INTO "sightings" VALUES(1,2,2,14,'[25,27,29,31]');
INSERT INTO "sightings" VALUES(2,1,3,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(2,2,4,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(3,1,5,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(3,2,6,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(4,1,7,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(4,2,8,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(5,1,9,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(5,2,10,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(6,1,11,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(6,2,12,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(7,1,13,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(7,2,14,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(8,1,15,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(8,2,16,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(9,1,15,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(9,2,17,14,'[47,52,57]');
INSERT INTO "sightings" VALUES(10,1,16,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(10,2,17,14,'[47,52,57]');
INSERT INTO "sightings" VALUES(11,1,18,2,'[]');
INSERT INTO "sightings" VALUES(12,1,19,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(12,2,20,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(13,1,19,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(13,2,17,14,'[47,52,57]');
INSERT INTO "sightings" VALUES(14,1,15,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(14,2,16,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(15,1,15,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(15,2,17,14,'[47,52,57]');
INSERT INTO "sightings" VALUES(16,1,16,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(16,2,17,14,'[47,52,57]');
INSERT INTO "sightings" VALUES(17,1,15,4,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(20,1,21,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(20,2,16,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(21,1,22,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(21,2,16,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(22,1,23,4,'[24,26,28,30]');
INSERT INTO "sightings" VALUES(22,2,24,14,'[25,27,29,31]');
INSERT INTO "sightings" VALUES(29,1,26,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(29,2,27,14,'[47,52,57,62]');
INSERT INTO "sightings" VALUES(30,1,28,3,'[45,50,55,60]');
INSERT INTO "sightings" VALUES(30,2,29,14,'[47,52,57,62]');
CREATE TABLE sites (
    site TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    attribution TEXT NOT NULL,
    terms TEXT NOT NULL,
    terms_url TEXT NOT NULL,
    citation TEXT NOT NULL -- address a tool is cited by, with {slug} in it
) STRICT, WITHOUT ROWID;
INSERT INTO "sites" VALUES('shiporskip.io','ShipOrSkip','ShipOrSkip panel review','Citing and summarising with attribution is welcome; passing the verdicts off as one''s own, or republishing the whole database without attribution, is not.','https://shiporskip.io/agent-policy','https://shiporskip.io/tool/{slug}');
CREATE TABLE snapshots (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that read it first
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    address TEXT, -- where the bytes came from; null for a local file
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    status INTEGER CHECK (status BETWEEN 100 AND 999)
) STRICT;
INSERT INTO "snapshots" VALUES(1,'s2dd6f04303b196e9',1,1,'f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda',NULL,'2026-05-01T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(2,'s75f049e0d83ae2da',2,2,'a6784b846c330d5d64117e52f6ed0680ba591bbf022952054868442d4dfe6c96',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(3,'s7d3bb775b51e8d7e',2,3,'2b8d82509f18ed42b1ee1b860266b485f7a3f7d8a1d22905e1c3cbea0a925707',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(4,'s33c22a929bc0e321',2,4,'d5102c8d1ea2e196e95234daa17d42cd9d0e1f6b0dc5ea629cbc64b58fd754bf',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(5,'sa78853145ef3f0e2',2,5,'15060feb272b0837ae6ff7f32bcf14ed80d371ddce4f366e73e9461d34f11ab7',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(6,'s3dc9571b2a7acaed',2,6,'bfca49a6f2aa1b660b3af442af988615b092e44e5c44a081787ec64cc86ae184',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(7,'s3b0c8dc1aeebc758',2,7,'d5ecebf145f8f0f5bfbe3a2e6b33909059315532b59d386125c76f7879ee83e3',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(8,'s6cb713de162d9f67',2,8,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(9,'s1f34d97949f7fce9',2,9,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(10,'s0c4f251689b58c64',2,10,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(11,'s1a13e36a92886057',2,11,'f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,'2026-05-02T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(12,'sa87230b41370a8e8',3,12,'423e090ed01d02d32cd60e6a766c4dae4e91649792b52b5c53e20d7cd1e44282',NULL,'2026-05-03T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(13,'sbfaca9f77b2863b7',3,13,'fd8b39077e2920b793b6c2c5c5b5bfe8a0520e1f3a4d934504e17b062fc092ba',NULL,'2026-05-03T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(14,'s9bbc3bd99a900cca',4,14,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'2026-05-04T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(15,'se67f38d148063e2c',4,15,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'2026-05-04T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(16,'sc684c3185e5cf0dc',4,16,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'2026-05-04T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(17,'s22d7cbd710b1e8e6',5,17,'a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b',NULL,'2026-05-05T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(18,'s09b70e66a2ff072e',5,18,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,'2026-05-05T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(19,'sf1465baa4dd6807c',5,19,'9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,'2026-05-05T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(20,'sc0a64ebbd3c8a1ef',6,20,'a82a3c625ecde48b32e1e616c2c6f4ee150efbb93e6e9cba1216686cff9c2578',NULL,'2026-05-06T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(21,'sa38cbf8eaf43666a',6,21,'5fc5659ec9e0dbe43833f5996f04efc79a5bd55146411551b5401a60198a4d11',NULL,'2026-05-06T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(22,'sc3798e259292a56b',7,22,'22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',NULL,'2026-05-07T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(23,'s26426d3177b2fdf4',9,23,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,'2026-05-08T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(24,'s22e9554ed618f4fb',9,24,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,'2026-05-08T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(25,'sef8345ce85697bf2',9,25,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,'2026-05-08T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(26,'s9da75f3329e921aa',9,26,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,'2026-05-08T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(27,'s8bff1b28093b9819',9,27,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,'2026-05-08T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(33,'s17f3d769f0b8d052',11,14,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'2026-05-11T12:00:00Z',NULL);
INSERT INTO "snapshots" VALUES(37,'sb77e80d95d24ee7a',12,29,'4cd47a2c5016227a92d75228a6870535c8acd4d511896f289cfeaa62ede94fee','http://127.0.0.1:41095/compare/tool-30-a-vs-tool-30-b','2026-12-01T02:54:22Z',200);
INSERT INTO "snapshots" VALUES(38,'s0bce7b92f683b046',12,30,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:41095/compare/tool-31-a-vs-tool-31-b','2026-12-01T02:54:22Z',200);
INSERT INTO "snapshots" VALUES(41,'sd6432eabb633b424',13,29,'4cd47a2c5016227a92d75228a6870535c8acd4d511896f289cfeaa62ede94fee','http://127.0.0.1:41095/compare/tool-30-a-vs-tool-30-b','2026-12-01T02:54:24Z',304);
INSERT INTO "snapshots" VALUES(42,'s785f46aed8368740',13,30,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:41095/compare/tool-31-a-vs-tool-31-b','2026-12-01T02:54:24Z',200);
CREATE TABLE traits (
    entry_id INTEGER PRIMARY KEY, -- whose traits these are
    body BLOB NOT NULL -- as MessagePack
) STRICT;
INSERT INTO "traits" VALUES(1,X'DC0015A57175697265A57175697265A57175697265919193A5717569726503A001908080909098A3646F65A4666F6C64A5677265656BA56C6974746CA3706170A3736179A67461676C696EAACF87CEB1CF81CF84CEB9A0A0A0C408A2325D513A2D959991A5677265656BA091A47772697490A090');
INSERT INTO "traits" VALUES(3,X'DC0015A6746F6F6C3061A6746F6F6C3061A5746F6F6C30919293A4746F6F6C01A767656E6572696393A13002A776657273696F6E029081A776657273696F6E91A130809092A130A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D302D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(4,X'DC0015A6746F6F6C3062A6746F6F6C3062A6746F6F6C306D919293A4746F6F6C01A767656E6572696393A2306D02A473697A65029081A473697A6591A2306D809092A2306DA4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D302D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(5,X'DC0015A6746F6F6C3161A6746F6F6C3161A5746F6F6C31919293A4746F6F6C01A767656E6572696393A13102A776657273696F6E029081A776657273696F6E91A131809092A131A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D312D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(6,X'DC0015A6746F6F6C3162A6746F6F6C3162A6746F6F6C3162919293A4746F6F6C01A767656E6572696393A2316202A473697A65029081A473697A6591A23162809092A23162A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D312D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(7,X'DC0015A6746F6F6C3261A6746F6F6C3261A5746F6F6C32919293A4746F6F6C01A767656E6572696393A13202A776657273696F6E029081A776657273696F6E91A132809092A132A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D322D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(8,X'DC0015A6746F6F6C3262A6746F6F6C3262A6746F6F6C3262919293A4746F6F6C01A767656E6572696393A2326202A473697A65029081A473697A6591A23262809092A23262A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D322D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(9,X'DC0015A6746F6F6C3361A6746F6F6C3361A5746F6F6C33919293A4746F6F6C01A767656E6572696393A13302A776657273696F6E029081A776657273696F6E91A133809092A133A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D332D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(10,X'DC0015A6746F6F6C3362A6746F6F6C3362A6746F6F6C3362919293A4746F6F6C01A767656E6572696393A2336202A473697A65029081A473697A6591A23362809092A23362A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D332D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(11,X'DC0015A6746F6F6C3461A6746F6F6C3461A5746F6F6C34919293A4746F6F6C01A767656E6572696393A13402A776657273696F6E029081A776657273696F6E91A134809092A134A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D342D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(12,X'DC0015A6746F6F6C3462A6746F6F6C3462A6746F6F6C3462919293A4746F6F6C01A767656E6572696393A2346202A473697A65029081A473697A6591A23462809092A23462A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D342D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(13,X'DC0015A6746F6F6C3561A6746F6F6C3561A5746F6F6C35919293A4746F6F6C01A767656E6572696393A13502A776657273696F6E029081A776657273696F6E91A135809092A135A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D352D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(14,X'DC0015A6746F6F6C3562A6746F6F6C3562A6746F6F6C3562919293A4746F6F6C01A767656E6572696393A2356202A473697A65029081A473697A6591A23562809092A23562A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA8746F6F6C2D352D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(15,X'DC0015A774696E74797065A774696E74797065A774696E74797065919193A774696E7479706503A0019080809091A774696E7479706596A3646F65A56C6974746CA36C6F67AA70686F746F6772617068A3736179A67461676C696EA774696E74797065A432303236A0C408B56247C013B22E9890A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(16,X'DC0015A967726176656C626564A967726176656C626564A967726176656C626564919193A967726176656C62656403A0019080809091A967726176656C62656495A3646F65A56C6974746CA3736179A473746F70A67461676C696EA967726176656C626564A0A0C4088853DF8612B5862390A091A46461746191CB4022000000000000A090');
INSERT INTO "traits" VALUES(17,X'DC0015A56F73696572A56F73696572A56F73696572919193A56F7369657203A0019080809091A56F7369657295A3646F65A56C6974746CA3736179A473746F70A67461676C696EA56F73696572A0A0C4088853DF8612B5862390A091A47772697491CB4022000000000000A090');
INSERT INTO "traits" VALUES(18,X'DC0015A56F73696572A56F73696572A56F73696572919193A56F7369657203A001908080909094A66261736B6574A4686F6C64A670726F6D7074A477656176A0A0A0C408B85DA49E559A509490B76769742E6F736965722E6578616D706C652F6F7369657291A47772697490A46F70656E90');
INSERT INTO "traits" VALUES(19,X'DC0015A56F73696572A56F73696572A56F73696572919193A56F7369657203A0019080809091A56F7369657296A3646F65A56472616674A56C6974746CA3736179A67461676C696EA477656176A76F736965722D61A0A0C408FA50348B335B77A390A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(20,X'DC0015A56F73696572A56F73696572A56F73696572919193A56F7369657203A0019080809092A162A56F7369657296A3646F65A56472616674A56C6974746CA3736179A67461676C696EA477656176A76F736965722D62A0A0C408FA50348B335B77A390A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(21,X'DC0015A56F73696572A56F73696572A56F73696572919193A56F7369657203A001908080909096A3646F65A56472616674A56C6974746CA3736179A67461676C696EA477656176A0A0A0C408FA50348B335B77A390A091A47772697490A090');
INSERT INTO "traits" VALUES(23,X'DC0015A7746F6F6C333061A7746F6F6C333061A6746F6F6C3330919293A4746F6F6C01A767656E6572696393A2333002A776657273696F6E029081A776657273696F6E91A23330809092A23330A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA9746F6F6C2D33302D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(24,X'DC0015A7746F6F6C333062A7746F6F6C333062A7746F6F6C333062919293A4746F6F6C01A767656E6572696393A333306202A473697A65029081A473697A6591A3333062809092A3333062A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA9746F6F6C2D33302D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(25,X'DC0015A7746F6F6C333161A7746F6F6C333161A6746F6F6C3331919293A4746F6F6C01A767656E6572696393A2333102A776657273696F6E029081A776657273696F6E91A23331809092A23331A4746F6F6C95A9616161616161616161A3646F65A56C6974746CA3736179A67461676C696EA9746F6F6C2D33312D61A0A0C408EA018E0FB3CF53A090A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
INSERT INTO "traits" VALUES(26,X'DC0015A7746F6F6C333162A7746F6F6C333162A7746F6F6C333162919293A4746F6F6C01A767656E6572696393A333316202A473697A65029081A473697A6591A3333162809092A3333162A4746F6F6C95A9626262626262626262A3646F65A56C6974746CA3736179A67461676C696EA9746F6F6C2D33312D62A0A0C408BF3B972101D97F4C90A092A7646576656C6F70A4746F6F6C91CB4022000000000000A090');
CREATE TABLE unresolved (
    entry_id INTEGER PRIMARY KEY -- of a row that may be gone
) STRICT;
CREATE TABLE verdicts (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions (decision_id),
    word TEXT NOT NULL CHECK (word IN ('same', 'different', 'unsure')),
    entry_a_id INTEGER, -- null: no page has shown it yet
    entry_b_id INTEGER,
    changed TEXT NOT NULL CHECK (json_valid(changed)) -- JSON list: what the cards say otherwise now
) STRICT;
INSERT INTO "verdicts" VALUES(1,'same',3,4,'[]');
INSERT INTO "verdicts" VALUES(2,'different',5,3,'[]');
INSERT INTO "verdicts" VALUES(3,'unsure',20,19,'[]');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX quotes_entry ON quotes (entry_id);
CREATE INDEX comparison_entries_entry ON comparison_entries (entry_id);
CREATE INDEX issues_subject ON issues (subject);
CREATE INDEX issues_run ON issues (run_id);
CREATE INDEX coverage_group ON coverage (site, kind, medium, run_id);
CREATE INDEX held_pages_run ON held_pages (run_id);
CREATE INDEX entries_tool ON entries (tool_id) WHERE tool_id IS NOT NULL;
CREATE INDEX cards_entry ON cards (entry_id);
CREATE INDEX cards_name ON cards (name_key);
CREATE INDEX card_quotes_quote ON card_quotes (quote_id);
CREATE INDEX reading_issues_issue ON reading_issues (issue_id);
CREATE INDEX quote_ends_page ON quote_ends (page, ended_at);
CREATE INDEX readings_page ON readings (page);
CREATE INDEX readings_subject ON readings (subject);
CREATE INDEX sightings_card ON sightings (card_id);
CREATE INDEX snapshots_reading ON snapshots (reading_id, observed_at);
CREATE INDEX snapshots_address ON snapshots (address) WHERE address IS NOT NULL;
CREATE INDEX pairs_b ON pairs (entry_b_id);
CREATE INDEX pairs_queued ON pairs (score) WHERE outcome = 'queued';
CREATE INDEX decisions_one ON decisions (one_key, other_key);
CREATE INDEX decisions_other ON decisions (other_key);
CREATE INDEX verdicts_a ON verdicts (entry_a_id);
CREATE INDEX verdicts_b ON verdicts (entry_b_id);
CREATE INDEX quotes_standing ON quotes (entry_id, reviewer, verdict, score) WHERE valid_to IS NULL;
CREATE INDEX quotes_score ON quotes (score);
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
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO entries_fts (rowid, name, tagline, description)
    VALUES (new.entry_id, new.name, new.tagline, new.description);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, name, tagline, description)
    VALUES ('delete', old.entry_id, old.name, old.tagline, old.description);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF name, tagline, description ON entries
WHEN (old.name, old.tagline, old.description) IS NOT (new.name, new.tagline, new.description)
    AND (SELECT is_kept FROM search)
BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, name, tagline, description)
    VALUES ('delete', old.entry_id, old.name, old.tagline, old.description);
    INSERT INTO entries_fts (rowid, name, tagline, description)
    VALUES (new.entry_id, new.name, new.tagline, new.description);
END;
CREATE TRIGGER quotes_fts_insert AFTER INSERT ON quotes
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (rowid, text) VALUES (new.quote_id, new.text);
END;
CREATE TRIGGER quotes_fts_delete AFTER DELETE ON quotes
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.quote_id, old.text);
END;
CREATE TRIGGER quotes_fts_update AFTER UPDATE OF text ON quotes
WHEN old.text <> new.text AND (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.quote_id, old.text);
    INSERT INTO quotes_fts (rowid, text) VALUES (new.quote_id, new.text);
END;
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
    min(entry_dates.first_seen_at),
    max(entry_dates.last_seen_at)
FROM entries
JOIN entry_dates ON entry_dates.entry_id = entries.entry_id
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
    valid_to, -- When every page that showed it had stopped to; always null, for a page is known by its entries
    run_id -- The run that added it
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
    coalesce(
        replace(sites.citation, '{slug}', entries.slug),
        (SELECT min(cards.page_url) FROM cards WHERE cards.entry_id = entries.entry_id)
    ),
    (SELECT count(*) FROM comparison_entries WHERE comparison_entries.entry_id = entries.entry_id),
    entry_dates.first_seen_at,
    entry_dates.last_seen_at,
    entries.derived,
    entries.homepage_url,
    entries.reviewed_on,
    NULL,
    entries.run_id
FROM entries
JOIN entry_dates ON entry_dates.entry_id = entries.entry_id
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
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
    derived, -- JSON list of the fields that a rule computed
    homepage_url, -- The tool's own address in that time
    reviewed_on -- The day of the site's review in that time
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
    entry_versions.derived,
    entry_versions.homepage_url,
    entry_versions.reviewed_on
FROM entry_versions
JOIN entries ON entries.entry_id = entry_versions.entry_id;
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
    valid_to, -- When every page that showed it had stopped to; null while any still does
    run_id -- The run that added it
) AS
SELECT
    quotes.key,
    entries.key,
    quotes.reviewer,
    quotes.seat,
    quotes.score,
    quotes.verdict,
    quotes.text,
    quote_dates.sighting_count,
    coalesce(
        replace(sites.citation, '{slug}', entries.slug),
        (
            SELECT min(cards.page_url)
            FROM card_quotes
            JOIN cards ON cards.card_id = card_quotes.card_id
            WHERE card_quotes.quote_id = quotes.quote_id
        )
    ),
    quote_dates.first_seen_at,
    quote_dates.last_seen_at,
    quote_dates.first_seen_at,
    quotes.valid_to,
    quotes.run_id
FROM quotes
JOIN quote_dates ON quote_dates.quote_id = quotes.quote_id
JOIN entries ON entries.entry_id = quotes.entry_id
LEFT JOIN sites ON sites.site = entries.site;
CREATE VIEW v1_snapshots ( -- Pages as they were received; their bytes are in the archive file
    snapshot_id, -- Text id computed from address, time and digest
    sha256, -- SHA-256 of the bytes
    url, -- Canonical address; null where none is known
    site, -- Host of the site it is read as
    observed_at, -- When it was observed (UTC)
    status, -- HTTP status; null for a local file
    kind, -- comparison, tool or unknown
    run_id -- The run that read it first
) AS
SELECT
    snapshots.key, snapshots.sha256, readings.url, readings.site, snapshots.observed_at,
    snapshots.status, readings.kind, snapshots.run_id
FROM snapshots
JOIN readings ON readings.reading_id = snapshots.reading_id;
CREATE VIEW v1_sightings ( -- Which snapshot showed which entry or quote, and where on the page
    snapshot_id, -- The snapshot
    subject, -- entry or quote
    subject_id, -- The entry_id or quote_id
    place, -- Index of the text block it was read from
    valid_from, -- When the page was observed to show it (UTC)
    valid_to -- When the same page was first observed without it; null while it shows it
) AS
SELECT
    snapshots.key, 'entry', entries.key, sightings.place,
    snapshots.observed_at, NULL
FROM sightings
JOIN snapshots ON snapshots.reading_id = sightings.reading_id
JOIN cards ON cards.card_id = sightings.card_id
JOIN entries ON entries.entry_id = cards.entry_id
UNION ALL
SELECT
    snapshots.key, 'quote', quotes.key,
    CAST(sightings.quote_places ->> (card_quotes.number - 1) AS INTEGER),
    snapshots.observed_at,
    (
        SELECT min(quote_ends.ended_at)
        FROM quote_ends
        WHERE quote_ends.quote_id = card_quotes.quote_id AND quote_ends.page = readings.page
            AND quote_ends.ended_at > snapshots.observed_at
    )
FROM sightings
JOIN readings ON readings.reading_id = sightings.reading_id
JOIN snapshots ON snapshots.reading_id = sightings.reading_id
JOIN card_quotes ON card_quotes.card_id = sightings.card_id
JOIN quotes ON quotes.quote_id = card_quotes.quote_id
WHERE NOT EXISTS (
    SELECT 1 FROM card_quotes AS said
    WHERE said.card_id = card_quotes.card_id AND said.quote_id = card_quotes.quote_id
        AND said.number < card_quotes.number
);
CREATE VIEW v1_entry_aliases ( -- Ids that entries have by name and tagline where no slug is shown
    old_entry_id, -- The id without the slug
    entry_id -- The id it has
) AS
SELECT DISTINCT cards.own_key, entries.key
FROM cards
JOIN entries ON entries.entry_id = cards.entry_id
WHERE cards.own_key = cards.name_key AND entries.key <> cards.own_key;
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
WHERE EXISTS (SELECT 1 FROM entries WHERE entries.site = sites.site);
CREATE VIEW v1_runs ( -- The ledger: every run that wrote, and what it counted; null means not tracked
    run_id, -- Rising number
    command, -- The command that ran
    status, -- running, clean, issues, failed, stopped by a signal, or killed
    started_at, -- When it began (UTC)
    finished_at, -- When it ended (UTC); null while it runs or if it was killed
    pages_seen, -- Pages that it was given or found, each once
    pages_fetched, -- Responses with pages that it archived, those that say nothing has changed among them
    pages_unchanged, -- Pages whose bytes this reader had read before
    pages_failed, -- Pages that it could not fetch or read
    entries_added, -- Entries that it was the first to see
    entries_changed, -- Entries that were there before, and have more or fewer versions after it
    quotes_added, -- Quotes that it was the first to see
    issues, -- Issues that it met, old and new
    entries_ended, -- Entries that no page shows any more; none ends, for a page is known by its entries
    quotes_ended, -- Quotes that stood before it and no longer do
    code_version, -- Version of versusdb
    reader_version, -- Digest of the reader's code
    settings, -- JSON object of the options that it ran with
    quotes_changed -- Quotes that were there before, did not end, and have more or fewer versions after it
) AS
SELECT
    run_id, command, status, started_at, finished_at, pages_seen, pages_fetched, pages_unchanged,
    pages_failed, entries_added, entries_changed, quotes_added, issues, entries_ended,
    quotes_ended, code_version, reader_version, settings, quotes_changed
FROM runs;
CREATE TRIGGER unresolved_insert AFTER INSERT ON entries
WHEN new.entry_id NOT IN (SELECT entry_id FROM unresolved) BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_update
AFTER UPDATE OF slug, name, tagline, description, category, pricing, homepage_url ON entries
WHEN (old.slug, old.name, old.tagline, old.description, old.category, old.pricing,
    old.homepage_url)
    IS NOT (new.slug, new.name, new.tagline, new.description, new.category, new.pricing,
    new.homepage_url)
    AND new.entry_id NOT IN (SELECT entry_id FROM unresolved)
BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_delete BEFORE DELETE ON entries BEGIN
    INSERT INTO unresolved
    SELECT entry_id FROM (
        SELECT old.entry_id AS entry_id
        UNION SELECT entry_b_id FROM pairs WHERE entry_a_id = old.entry_id
        UNION SELECT entry_a_id FROM pairs WHERE entry_b_id = old.entry_id
        UNION SELECT entry_b_id FROM verdicts WHERE entry_a_id = old.entry_id
        UNION SELECT entry_a_id FROM verdicts WHERE entry_b_id = old.entry_id
        UNION SELECT entry_id FROM entries WHERE tool_id = old.entry_id
    )
    WHERE entry_id NOTNULL AND entry_id NOT IN (SELECT entry_id FROM unresolved);
    DELETE FROM pairs WHERE entry_a_id = old.entry_id OR entry_b_id = old.entry_id;
    UPDATE entries SET tool_id = NULL WHERE tool_id = old.entry_id;
END;
CREATE TRIGGER unresolved_date AFTER UPDATE OF first_seen_at ON entry_dates
WHEN old.first_seen_at <> new.first_seen_at
    AND new.entry_id NOT IN (SELECT entry_id FROM unresolved)
BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_card AFTER INSERT ON cards
WHEN new.own_key = new.name_key AND new.entry_id NOT IN (SELECT entry_id FROM unresolved) BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_move AFTER UPDATE OF entry_id ON cards
WHEN old.entry_id <> new.entry_id BEGIN
    INSERT INTO unresolved
    SELECT entry_id FROM (SELECT old.entry_id AS entry_id UNION SELECT new.entry_id)
    WHERE entry_id NOT IN (SELECT entry_id FROM unresolved);
END;
CREATE VIEW v1_merge_queue ( -- Pairs of entries that may be one tool and wait for a person's word
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    score, -- How much speaks for it, in thousandths
    reason, -- Why it was not decided without a person
    name_a, -- Name of the one
    name_b, -- Name of the other
    evidence -- JSON object: what speaks for it, what against it, and the parts of the score
) AS
SELECT
    entry_a.key, entry_b.key, pairs.score, pairs.reason, entry_a.name, entry_b.name, pairs.evidence
FROM pairs
JOIN entries AS entry_a ON entry_a.entry_id = pairs.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = pairs.entry_b_id
WHERE pairs.outcome = 'queued';
CREATE VIEW v1_tool_aliases ( -- Ids that a tool had, or may have had, and its id today
    old_tool_id, -- The id of an entry that does not lead its tool, or an id that one had without a slug
    tool_id -- The tool's id
) AS
SELECT entries.key, leading.key
FROM entries
JOIN entries AS leading ON leading.entry_id = entries.tool_id
UNION
SELECT v1_entry_aliases.old_entry_id, leading.key
FROM v1_entry_aliases
JOIN entries ON entries.key = v1_entry_aliases.entry_id
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id);
CREATE VIEW v1_merges ( -- Pairs of entries that are one tool, and what says so
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    tool_id, -- The tool that both belong to
    decided_by, -- rule, operator where a person has said so, or chain where other pairs join them
    rule, -- The rule that joined them; null where a person did, or a chain of other pairs does
    score, -- How much speaks for it, in thousandths; null where they were never compared
    evidence -- JSON object: what speaks for it, and what against it
) AS
SELECT
    entry_a.key, entry_b.key, leading.key, 'operator', NULL, pairs.score, decisions.evidence
FROM verdicts
JOIN decisions ON decisions.decision_id = verdicts.decision_id
JOIN entries AS entry_a ON entry_a.entry_id = verdicts.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = verdicts.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
LEFT JOIN pairs ON pairs.entry_a_id = entry_a.entry_id AND pairs.entry_b_id = entry_b.entry_id
WHERE verdicts.word = 'same'
    -- Else another word overrules it.
    AND leading.entry_id = coalesce(entry_b.tool_id, entry_b.entry_id)
    AND NOT EXISTS (
        SELECT 1 FROM verdicts AS later
        WHERE later.entry_a_id = verdicts.entry_a_id AND later.entry_b_id = verdicts.entry_b_id
            AND later.word = 'same' AND later.decision_id > verdicts.decision_id
    )
UNION ALL
SELECT
    entry_a.key, entry_b.key, leading.key, iif(pairs.rule IS NULL, 'chain', 'rule'), pairs.rule,
    pairs.score, pairs.evidence
FROM pairs
JOIN entries AS entry_a ON entry_a.entry_id = pairs.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = pairs.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
WHERE pairs.outcome = 'merged' AND NOT EXISTS (
    SELECT 1 FROM verdicts
    WHERE verdicts.entry_a_id = pairs.entry_a_id AND verdicts.entry_b_id = pairs.entry_b_id
        AND verdicts.word = 'same'
);
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
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
COMMIT;
