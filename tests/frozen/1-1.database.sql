-- The database of a pair, as versusdb wrote it; made by tests.freeze.
PRAGMA application_id = 1987273826;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'database','0001','2026-11-29 12:47:34.127978+00:00');
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
INSERT INTO "card_sightings" VALUES(23,1,24,4,1);
INSERT INTO "card_sightings" VALUES(23,2,25,15,1);
INSERT INTO "card_sightings" VALUES(24,1,26,4,1);
INSERT INTO "card_sightings" VALUES(24,2,27,15,1);
INSERT INTO "card_sightings" VALUES(25,1,28,4,1);
INSERT INTO "card_sightings" VALUES(25,2,29,15,1);
INSERT INTO "card_sightings" VALUES(26,1,30,4,1);
INSERT INTO "card_sightings" VALUES(26,2,31,15,1);
INSERT INTO "card_sightings" VALUES(27,1,32,4,1);
INSERT INTO "card_sightings" VALUES(27,2,33,15,1);
INSERT INTO "card_sightings" VALUES(28,1,34,4,1);
INSERT INTO "card_sightings" VALUES(28,2,35,15,1);
INSERT INTO "card_sightings" VALUES(29,1,36,4,1);
INSERT INTO "card_sightings" VALUES(29,2,37,15,1);
INSERT INTO "card_sightings" VALUES(30,1,38,4,1);
INSERT INTO "card_sightings" VALUES(30,2,39,15,1);
INSERT INTO "card_sightings" VALUES(31,1,40,4,1);
INSERT INTO "card_sightings" VALUES(31,2,41,15,1);
INSERT INTO "card_sightings" VALUES(32,1,42,4,1);
INSERT INTO "card_sightings" VALUES(32,2,43,15,1);
INSERT INTO "card_sightings" VALUES(33,1,15,3,1);
INSERT INTO "card_sightings" VALUES(33,2,16,14,1);
INSERT INTO "card_sightings" VALUES(34,1,16,3,1);
INSERT INTO "card_sightings" VALUES(34,2,44,14,1);
INSERT INTO "card_sightings" VALUES(35,1,45,3,1);
INSERT INTO "card_sightings" VALUES(35,2,46,14,1);
INSERT INTO "card_sightings" VALUES(36,1,47,3,1);
INSERT INTO "card_sightings" VALUES(36,2,48,14,1);
INSERT INTO "card_sightings" VALUES(37,1,47,3,1);
INSERT INTO "card_sightings" VALUES(37,2,48,14,1);
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
INSERT INTO "cards" VALUES(24,23,'21c7cf0a9a7afe48686c2e9f3a9c9f85e8c836dd4845f852f2d164eefb5060b7','Tool 10 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(25,24,'f688132e30c04a17ca12c8d838a6ccbedb4e1054d4527cf146fb634aee12addc','Tool 10 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(26,25,'c91171ea68440f431902995f4c7f90e8c2f92cfe3f1d537574fe67bf5ecd1a9f','Tool 11 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(27,26,'8300776cb536d21dd960da01a95f0dd9c4b03d1bf0d9a34d06f2161182b64941','Tool 11 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(28,27,'a9cbdee0a5e9cc715c75b3301e1ab32fe720032d4022172465254374bb098103','Tool 12 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(29,28,'222a612743a4af160cb2ffeeb0cfaaacb68f9371514111756d4031dfa25fe6e3','Tool 12 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(30,29,'c4e68bdff7aa7c19e63d7d3e5aa55a8f28be1e9fe1bbd36e3cf1f056218a5eeb','Tool 13 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(31,30,'a74bf0c2b2821722efa4145ac25cd11b9f9ece70b244998dc3b2bf0784121121','Tool 13 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(32,31,'026da64aaf39066b7c455a28fcc8cd6a961f5d272a01f3a7bde60b726fd0cf19','Tool 14 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(33,32,'699258e27a06be571e1ac9d7274450920a0af872a4336b412e1735b51c079582','Tool 14 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(34,33,'0bc466f7dcb9ef1b729c3924e1221eff3f9b18a13067fa204c4396c0d63bb7e6','Tool 20 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(35,34,'1349b56d7e2a6109a2a3404db3f7ed934c93dbdc6d0908d64a9b32ac59c6e606','Tool 20 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(36,35,'dcd5b800877f710e4958019689b543c37f9cbe76d269bb20aedcd6106a93b2ef','Tool 21 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(37,36,'d8fe1bb38b9e56ad285feaf2c33bf3806a1a80998f823a9c2a644cd87ae12735','Tool 21 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(38,37,'f96ba8fc5608675c2ce4f556c19e4524e1246807fa50381aade9e26730feb387','Tool 22 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(39,38,'174d3af9ea9a821acb84b5f750df0c4da4a3add5d8f2b4486ec5dec0d415fcef','Tool 22 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(40,39,'5e904ad96882275be3d175ac173f5042c2183acb31930b9f45da39ae7ee85c17','Tool 23 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(41,40,'0528664161bb0fb02763e045a5c32582ec3134e4029fd5f9e9830db54555d700','Tool 23 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(42,41,'919cd089a2fa29258a87db55248d6fbd097cdca7ad0199e3e35483eb2357daad','Tool 24 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(43,42,'edd5974628d985d5c640c186cb148c507c5d34cc25ed003977d9e70f3c8558e5','Tool 24 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(44,43,'f6076185f9857218d47c20c552422b7c6577da40f04f8571fddf34d78062f13c','Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(45,44,'772bca3fc969614c50a656acac58d2a4de2f062b52347f369ea6f0842a4cc3ee','Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(46,45,'629ca9e10f8b627ea1930bb756afe540cedde23248bc5676b65ef926a5611f67','Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(47,46,'06255c641e846cc42bbb04912cd6b9750c95563f1409d0aaac6c3273fef57b2c','Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "cards" VALUES(48,47,'ad72c248b488f48eda7fc3afb759f74352aabb85b5c2c843b3c900d5d3fbb961','Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
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
INSERT INTO "comparison_entries" VALUES(24,1,16);
INSERT INTO "comparison_entries" VALUES(9,2,17);
INSERT INTO "comparison_entries" VALUES(10,2,17);
INSERT INTO "comparison_entries" VALUES(11,1,19);
INSERT INTO "comparison_entries" VALUES(12,1,20);
INSERT INTO "comparison_entries" VALUES(13,1,21);
INSERT INTO "comparison_entries" VALUES(13,2,22);
INSERT INTO "comparison_entries" VALUES(14,1,23);
INSERT INTO "comparison_entries" VALUES(14,2,24);
INSERT INTO "comparison_entries" VALUES(15,1,25);
INSERT INTO "comparison_entries" VALUES(15,2,26);
INSERT INTO "comparison_entries" VALUES(16,1,27);
INSERT INTO "comparison_entries" VALUES(16,2,28);
INSERT INTO "comparison_entries" VALUES(17,1,29);
INSERT INTO "comparison_entries" VALUES(17,2,30);
INSERT INTO "comparison_entries" VALUES(18,1,31);
INSERT INTO "comparison_entries" VALUES(18,2,32);
INSERT INTO "comparison_entries" VALUES(19,1,33);
INSERT INTO "comparison_entries" VALUES(19,2,34);
INSERT INTO "comparison_entries" VALUES(20,1,35);
INSERT INTO "comparison_entries" VALUES(20,2,36);
INSERT INTO "comparison_entries" VALUES(21,1,37);
INSERT INTO "comparison_entries" VALUES(21,2,38);
INSERT INTO "comparison_entries" VALUES(22,1,39);
INSERT INTO "comparison_entries" VALUES(22,2,40);
INSERT INTO "comparison_entries" VALUES(23,1,41);
INSERT INTO "comparison_entries" VALUES(23,2,42);
INSERT INTO "comparison_entries" VALUES(24,2,43);
INSERT INTO "comparison_entries" VALUES(25,1,44);
INSERT INTO "comparison_entries" VALUES(25,2,45);
INSERT INTO "comparison_entries" VALUES(26,1,46);
INSERT INTO "comparison_entries" VALUES(26,2,47);
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
INSERT INTO "comparisons" VALUES(14,'cefc1a222987e448c','shiporskip.io','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','Tool 10 a vs Tool 10 b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "comparisons" VALUES(15,'cd35e5a335aaaedff','shiporskip.io','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','Tool 11 a vs Tool 11 b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "comparisons" VALUES(16,'c609d05ea65ea2aa5','shiporskip.io','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','Tool 12 a vs Tool 12 b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "comparisons" VALUES(17,'c2f8641c10d42376b','shiporskip.io','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','Tool 13 a vs Tool 13 b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "comparisons" VALUES(18,'c152880f66382c84f','shiporskip.io','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','Tool 14 a vs Tool 14 b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "comparisons" VALUES(19,'c0da69ae24fb7d9eb','shiporskip.io','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','Tool 20 a vs Tool 20 b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "comparisons" VALUES(20,'c554328ce121f0d3d','shiporskip.io','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','Tool 21 a vs Tool 21 b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "comparisons" VALUES(21,'cd3786dd401c119b4','shiporskip.io','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','Tool 22 a vs Tool 22 b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "comparisons" VALUES(22,'c8042639f82c29e12','shiporskip.io','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','Tool 23 a vs Tool 23 b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "comparisons" VALUES(23,'cfc18faadabf2b38d','shiporskip.io','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','Tool 24 a vs Tool 24 b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "comparisons" VALUES(24,'cd99ff626690ec4fc','shiporskip.io','https://shiporskip.io/compare/gravelbed-vs-quire','Gravelbed vs Quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "comparisons" VALUES(25,'c598ff5e51226a696','shiporskip.io','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','Tool 30 a vs Tool 30 b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z');
INSERT INTO "comparisons" VALUES(26,'cdf0b55242dc7ab18','shiporskip.io','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','Tool 31 a vs Tool 31 b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z');
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
INSERT INTO "entries" VALUES(23,'e8d1639049129a2fa',NULL,8,'shiporskip.io','tool-10-a','Tool 10 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(24,'e3e28809d3b0b95f9',NULL,8,'shiporskip.io','tool-10-b','Tool 10 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(25,'ef2f3f680cd76ae20',NULL,8,'shiporskip.io','tool-11-a','Tool 11 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(26,'e7502df849c866a29',NULL,8,'shiporskip.io','tool-11-b','Tool 11 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(27,'e0c86f2e5b388e221',NULL,8,'shiporskip.io','tool-12-a','Tool 12 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(28,'e16591a7193df7a95',NULL,8,'shiporskip.io','tool-12-b','Tool 12 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(29,'ec20b744d1e82e44e',NULL,8,'shiporskip.io','tool-13-a','Tool 13 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(30,'e028d4ce64328b367',NULL,8,'shiporskip.io','tool-13-b','Tool 13 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(31,'e730d3c25684fe542',NULL,8,'shiporskip.io','tool-14-a','Tool 14 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(32,'e3ded44ba52170272',NULL,8,'shiporskip.io','tool-14-b','Tool 14 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z');
INSERT INTO "entries" VALUES(33,'ec518d62bd29d6943',NULL,9,'shiporskip.io','tool-20-a','Tool 20 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(34,'ea7d47c41dad0df8c',NULL,9,'shiporskip.io','tool-20-b','Tool 20 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(35,'eec3c79684c7e3e3d',NULL,9,'shiporskip.io','tool-21-a','Tool 21 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(36,'e8d50b991d7cb1c3a',NULL,9,'shiporskip.io','tool-21-b','Tool 21 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(37,'e23f9f00f230e4dfe',NULL,9,'shiporskip.io','tool-22-a','Tool 22 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(38,'e17c50511490f66a2',NULL,9,'shiporskip.io','tool-22-b','Tool 22 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(39,'e66432ff26f3ee947',NULL,9,'shiporskip.io','tool-23-a','Tool 23 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(40,'e3e1b1b07f3d61b5f',NULL,9,'shiporskip.io','tool-23-b','Tool 23 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(41,'e3ec42180f4582916',NULL,9,'shiporskip.io','tool-24-a','Tool 24 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(42,'edd0793c7e96ed675',NULL,9,'shiporskip.io','tool-24-b','Tool 24 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z');
INSERT INTO "entries" VALUES(43,'e5c72d91a3ea44962',NULL,10,'shiporskip.io','quire','Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "entries" VALUES(44,'eea6d01c78c7089f6',NULL,11,'shiporskip.io','tool-30-a','Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z');
INSERT INTO "entries" VALUES(45,'e7a95e2deb5451d31',NULL,11,'shiporskip.io','tool-30-b','Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z');
INSERT INTO "entries" VALUES(46,'e68d69cee9971d766',NULL,11,'shiporskip.io','tool-31-a','Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z');
INSERT INTO "entries" VALUES(47,'e3c470c45cda05672',NULL,11,'shiporskip.io','tool-31-b','Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z');
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
INSERT INTO "entry_versions" VALUES(23,'2026-05-08T12:00:00Z',NULL,8,'Tool 10 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(24,'2026-05-08T12:00:00Z',NULL,8,'Tool 10 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(25,'2026-05-08T12:00:00Z',NULL,8,'Tool 11 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(26,'2026-05-08T12:00:00Z',NULL,8,'Tool 11 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(27,'2026-05-08T12:00:00Z',NULL,8,'Tool 12 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(28,'2026-05-08T12:00:00Z',NULL,8,'Tool 12 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(29,'2026-05-08T12:00:00Z',NULL,8,'Tool 13 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(30,'2026-05-08T12:00:00Z',NULL,8,'Tool 13 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(31,'2026-05-08T12:00:00Z',NULL,8,'Tool 14 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(32,'2026-05-08T12:00:00Z',NULL,8,'Tool 14 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(33,'2026-05-10T12:00:00Z',NULL,9,'Tool 20 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(34,'2026-05-10T12:00:00Z',NULL,9,'Tool 20 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(35,'2026-05-10T12:00:00Z',NULL,9,'Tool 21 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(36,'2026-05-10T12:00:00Z',NULL,9,'Tool 21 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(37,'2026-05-10T12:00:00Z',NULL,9,'Tool 22 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(38,'2026-05-10T12:00:00Z',NULL,9,'Tool 22 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(39,'2026-05-10T12:00:00Z',NULL,9,'Tool 23 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(40,'2026-05-10T12:00:00Z',NULL,9,'Tool 23 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(41,'2026-05-10T12:00:00Z',NULL,9,'Tool 24 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(42,'2026-05-10T12:00:00Z',NULL,9,'Tool 24 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,NULL,'Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(43,'2026-05-11T12:00:00Z',NULL,10,'Quire','Developer Tools','Does one thing and stops','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(44,'2026-11-29T12:47:38Z',NULL,11,'Tool 30 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(45,'2026-11-29T12:47:38Z',NULL,11,'Tool 30 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(46,'2026-11-29T12:47:38Z',NULL,11,'Tool 31 a','Developer Tools','aaaaaaaaa','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
INSERT INTO "entry_versions" VALUES(47,'2026-11-29T12:47:38Z',NULL,11,'Tool 31 b','Developer Tools','bbbbbbbbb','It does what the tagline says, and the tagline says little.','ship',75,3,1,NULL,NULL,'Free','Free; $9/mo for a team',NULL,NULL,'[]');
CREATE TABLE identity (
    uuid TEXT NOT NULL -- shared with the archive file this database is read from
) STRICT;
INSERT INTO "identity" VALUES('6f0a94c9-a672-402d-b04e-14c49e853c8d');
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
INSERT INTO "issues" VALUES(1,'i58043ed34875b40f',5,'fetch','missing','nowhere.html',NULL,'','nowhere.html: No such file or directory; if an address is meant, begin it with https://',NULL,NULL,NULL,'2026-11-29T12:47:35Z','2026-11-29T12:47:35Z',NULL);
INSERT INTO "issues" VALUES(2,'i0a2f12b73b0bf6f2',5,'parse','value_missing','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','https://shiporskip.io/compare/tintype-2026-vs-gravelbed','tools.2.panel_ship_pct','no value beside ''Panel ship''','a percentage','Mixed','a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z','2026-05-11T12:00:00Z');
INSERT INTO "issues" VALUES(3,'ia0dbfcb9bc735d0c',5,'parse','empty','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,'','this is no page','a page','no bytes','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(4,'i6922a9f0db34941a',5,'parse','not_a_comparison','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,'','no title of the form ''A vs B'' names its cards','a page that sets tools side by side','a page that begins ''Back on Monday''','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','2026-05-05T12:00:00Z','2026-05-05T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(5,'ic271b449015ab45e',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','page.tools.1.card','text on the card that no field took','nothing','Free','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(6,'i7e7e5a3e5711244b',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','page.tools.2.card','text on the card that no field took','nothing','Free','ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(7,'i1200ab7e12573fff',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','page.tools.1.card','text on the card that no field took','nothing','Free','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(8,'i128fe5542e5a0c6d',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','page.tools.2.card','text on the card that no field took','nothing','Free','d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(9,'if8609ff3707d0e51',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','page.tools.1.card','text on the card that no field took','nothing','Free','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(10,'if2d2bf83c144a190',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','page.tools.2.card','text on the card that no field took','nothing','Free','b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(11,'i28e5f13399909390',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','page.tools.1.card','text on the card that no field took','nothing','Free','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(12,'i6390a9c67678ad64',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','page.tools.2.card','text on the card that no field took','nothing','Free','796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(13,'i41e66b1af5834209',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','page.tools.1.card','text on the card that no field took','nothing','Free','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(14,'i0f96acb1983538ff',8,'parse','text_unclaimed','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','page.tools.2.card','text on the card that no field took','nothing','Free','cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(15,'ic1158fb1fa0dbbcb',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','page.tools.1.card','text on the card that no field took','nothing','Free','66683eff2965b3b3ca39cbaa70dad2b7b4b71cd626903cfc72deb3ee934796c1','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(16,'i6f307bd41ea6225e',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','page.tools.2.card','text on the card that no field took','nothing','Free','66683eff2965b3b3ca39cbaa70dad2b7b4b71cd626903cfc72deb3ee934796c1','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(17,'i4f4c910d43513710',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','page.tools.1.card','text on the card that no field took','nothing','Free','7f2e7795702130581f3850bdb17e2e87c6acbfb5d29ceae4007d893afbcbec32','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(18,'ifb86f65ca528b483',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','page.tools.2.card','text on the card that no field took','nothing','Free','7f2e7795702130581f3850bdb17e2e87c6acbfb5d29ceae4007d893afbcbec32','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(19,'ie43d5d822d47da5e',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','page.tools.1.card','text on the card that no field took','nothing','Free','e5d57f3bef30aba4e6c5d32295919c1d40c01888d90f3b88ef386ea8b535f1d4','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(20,'i8b3d547074bf8d6b',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','page.tools.2.card','text on the card that no field took','nothing','Free','e5d57f3bef30aba4e6c5d32295919c1d40c01888d90f3b88ef386ea8b535f1d4','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(21,'ifaf2d61945407b24',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','page.tools.1.card','text on the card that no field took','nothing','Free','c3f677bee49674d05db43d5f859a652a097a2a0fd7b7ab8d1d1760d0a1f047f4','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(22,'i5dc6adbf10de5194',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','page.tools.2.card','text on the card that no field took','nothing','Free','c3f677bee49674d05db43d5f859a652a097a2a0fd7b7ab8d1d1760d0a1f047f4','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(23,'i633ce9afd06d4ffd',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','page.tools.1.card','text on the card that no field took','nothing','Free','79590e5a585aca425b2102a84e3a0c195c2dba0bbde0c7f4907d1082ee72ba40','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(24,'ibf6736bafd0d387f',9,'parse','text_unclaimed','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','page.tools.2.card','text on the card that no field took','nothing','Free','79590e5a585aca425b2102a84e3a0c195c2dba0bbde0c7f4907d1082ee72ba40','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "issues" VALUES(25,'icbff4151c71ea9f7',11,'fetch','http_404','http://127.0.0.1:40279/compare/x-vs-y','http://127.0.0.1:40279/compare/x-vs-y','','http://127.0.0.1:40279/compare/x-vs-y: answered 404, expected 200',NULL,NULL,NULL,'2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "issues" VALUES(26,'i8f90017de6edfcec',12,'fetch','http_304','http://127.0.0.1:40279/compare/tool-30-a-vs-tool-30-b','http://127.0.0.1:40279/compare/tool-30-a-vs-tool-30-b','','http://127.0.0.1:40279/compare/tool-30-a-vs-tool-30-b: answered 304, expected 200',NULL,NULL,NULL,'2026-11-29T12:47:40Z','2026-11-29T12:47:40Z',NULL);
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
INSERT INTO "quote_sightings" VALUES(23,85,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(23,86,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(23,87,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(23,88,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(23,89,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(23,90,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(23,91,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(23,92,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(24,93,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(24,94,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(24,95,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(24,96,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(24,97,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(24,98,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(24,99,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(24,100,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(25,101,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(25,102,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(25,103,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(25,104,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(25,105,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(25,106,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(25,107,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(25,108,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(26,109,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(26,110,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(26,111,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(26,112,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(26,113,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(26,114,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(26,115,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(26,116,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(27,117,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(27,118,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(27,119,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(27,120,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(27,121,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(27,122,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(27,123,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(27,124,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(28,125,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(28,126,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(28,127,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(28,128,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(28,129,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(28,130,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(28,131,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(28,132,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(29,133,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(29,134,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(29,135,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(29,136,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(29,137,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(29,138,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(29,139,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(29,140,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(30,141,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(30,142,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(30,143,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(30,144,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(30,145,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(30,146,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(30,147,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(30,148,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(31,149,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(31,150,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(31,151,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(31,152,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(31,153,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(31,154,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(31,155,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(31,156,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(32,157,'Builder',1,70,'ship',46,NULL);
INSERT INTO "quote_sightings" VALUES(32,158,'Builder',1,70,'ship',48,NULL);
INSERT INTO "quote_sightings" VALUES(32,159,'Skeptic',2,71,'ship',51,NULL);
INSERT INTO "quote_sightings" VALUES(32,160,'Skeptic',2,71,'ship',53,NULL);
INSERT INTO "quote_sightings" VALUES(32,161,'Futurist',3,72,'ship',56,NULL);
INSERT INTO "quote_sightings" VALUES(32,162,'Futurist',3,72,'ship',58,NULL);
INSERT INTO "quote_sightings" VALUES(32,163,'Founder',4,63,'skip',61,NULL);
INSERT INTO "quote_sightings" VALUES(32,164,'Founder',4,63,'skip',63,NULL);
INSERT INTO "quote_sightings" VALUES(33,57,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(33,58,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(33,59,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(33,60,'Skeptic',2,61,'skip',52,NULL);
INSERT INTO "quote_sightings" VALUES(33,61,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(33,62,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(33,63,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(33,64,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(34,58,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(34,60,'Skeptic',2,61,'skip',50,NULL);
INSERT INTO "quote_sightings" VALUES(34,62,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(34,64,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(34,165,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(34,166,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(34,167,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(34,168,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(35,169,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(35,170,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(35,171,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(35,172,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(35,173,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(35,174,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(35,175,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(35,176,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(36,177,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(36,178,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(36,179,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(36,180,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(36,181,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(36,182,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(36,183,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(36,184,'Founder',4,63,'skip',62,NULL);
INSERT INTO "quote_sightings" VALUES(37,177,'Builder',1,70,'ship',45,NULL);
INSERT INTO "quote_sightings" VALUES(37,178,'Builder',1,70,'ship',47,NULL);
INSERT INTO "quote_sightings" VALUES(37,179,'Skeptic',2,71,'ship',50,NULL);
INSERT INTO "quote_sightings" VALUES(37,180,'Skeptic',2,71,'ship',52,NULL);
INSERT INTO "quote_sightings" VALUES(37,181,'Futurist',3,72,'ship',55,NULL);
INSERT INTO "quote_sightings" VALUES(37,182,'Futurist',3,72,'ship',57,NULL);
INSERT INTO "quote_sightings" VALUES(37,183,'Founder',4,63,'skip',60,NULL);
INSERT INTO "quote_sightings" VALUES(37,184,'Founder',4,63,'skip',62,NULL);
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
INSERT INTO "quote_versions" VALUES(85,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(86,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(87,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(88,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(89,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(90,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(91,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(92,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(93,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(94,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(95,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(96,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(97,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(98,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(99,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(100,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(101,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(102,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(103,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(104,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(105,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(106,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(107,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(108,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(109,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(110,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(111,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(112,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(113,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(114,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(115,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(116,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(117,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(118,'2026-05-08T12:00:00Z',NULL,8,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(119,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(120,'2026-05-08T12:00:00Z',NULL,8,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(121,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(122,'2026-05-08T12:00:00Z',NULL,8,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(123,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(124,'2026-05-08T12:00:00Z',NULL,8,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(125,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(126,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(127,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(128,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(129,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(130,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(131,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(132,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(133,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(134,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(135,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(136,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(137,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(138,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(139,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(140,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(141,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(142,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(143,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(144,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(145,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(146,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(147,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(148,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(149,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(150,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(151,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(152,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(153,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(154,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(155,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(156,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(157,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(158,'2026-05-10T12:00:00Z',NULL,9,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(159,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(160,'2026-05-10T12:00:00Z',NULL,9,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(161,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(162,'2026-05-10T12:00:00Z',NULL,9,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(163,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(164,'2026-05-10T12:00:00Z',NULL,9,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(165,'2026-05-11T12:00:00Z',NULL,10,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(166,'2026-05-11T12:00:00Z',NULL,10,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(167,'2026-05-11T12:00:00Z',NULL,10,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(168,'2026-05-11T12:00:00Z',NULL,10,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(169,'2026-11-29T12:47:38Z',NULL,11,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(170,'2026-11-29T12:47:38Z',NULL,11,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(171,'2026-11-29T12:47:38Z',NULL,11,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(172,'2026-11-29T12:47:38Z',NULL,11,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(173,'2026-11-29T12:47:38Z',NULL,11,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(174,'2026-11-29T12:47:38Z',NULL,11,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(175,'2026-11-29T12:47:38Z',NULL,11,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(176,'2026-11-29T12:47:38Z',NULL,11,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(177,'2026-11-29T12:47:38Z',NULL,11,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(178,'2026-11-29T12:47:38Z',NULL,11,'Builder',1,70,'ship');
INSERT INTO "quote_versions" VALUES(179,'2026-11-29T12:47:38Z',NULL,11,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(180,'2026-11-29T12:47:38Z',NULL,11,'Skeptic',2,71,'ship');
INSERT INTO "quote_versions" VALUES(181,'2026-11-29T12:47:38Z',NULL,11,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(182,'2026-11-29T12:47:38Z',NULL,11,'Futurist',3,72,'ship');
INSERT INTO "quote_versions" VALUES(183,'2026-11-29T12:47:38Z',NULL,11,'Founder',4,63,'skip');
INSERT INTO "quote_versions" VALUES(184,'2026-11-29T12:47:38Z',NULL,11,'Founder',4,63,'skip');
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
INSERT INTO "quotes" VALUES(85,'qe3508885da84aa6d',23,8,'Builder on Tool 10 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(86,'q556caafd821928b1',24,8,'Builder on Tool 10 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(87,'qb826e79a148a80e0',23,8,'Skeptic on Tool 10 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(88,'qa6776f2776909acd',24,8,'Skeptic on Tool 10 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(89,'qc05290b8f8a6d9b4',23,8,'Futurist on Tool 10 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(90,'qb2880d6cd6fc45fe',24,8,'Futurist on Tool 10 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(91,'qe0bc944f750ad4d8',23,8,'Founder on Tool 10 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(92,'q2266578fbc5a1843',24,8,'Founder on Tool 10 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(93,'q84af1e209fc51b27',25,8,'Builder on Tool 11 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(94,'qed05050f0ca97a8f',26,8,'Builder on Tool 11 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(95,'q213a2c8f7bd941c8',25,8,'Skeptic on Tool 11 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(96,'q05f7b608fe13d9dc',26,8,'Skeptic on Tool 11 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(97,'q55c63d3d453d4766',25,8,'Futurist on Tool 11 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(98,'qc264e5410bbb0663',26,8,'Futurist on Tool 11 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(99,'q4413977e9ce78496',25,8,'Founder on Tool 11 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(100,'q898d11eac475aded',26,8,'Founder on Tool 11 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(101,'q8cb951cebdd2cf3a',27,8,'Builder on Tool 12 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(102,'qe259ab428c206b25',28,8,'Builder on Tool 12 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(103,'q84c2424b0bb1e70d',27,8,'Skeptic on Tool 12 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(104,'qc426ea8c496d5d2b',28,8,'Skeptic on Tool 12 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(105,'q53a44022ae07d35d',27,8,'Futurist on Tool 12 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(106,'q9c2304da86dc2f11',28,8,'Futurist on Tool 12 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(107,'qb8052a25962f901b',27,8,'Founder on Tool 12 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(108,'q310048b4f485abf1',28,8,'Founder on Tool 12 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(109,'q95da4de77a55f153',29,8,'Builder on Tool 13 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(110,'qaa793144a1367232',30,8,'Builder on Tool 13 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(111,'q56cf2d4ae7d27087',29,8,'Skeptic on Tool 13 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(112,'q44dc7a21d48f869a',30,8,'Skeptic on Tool 13 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(113,'qdcfd78a19d7dfbb8',29,8,'Futurist on Tool 13 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(114,'qfdf5c8885a787898',30,8,'Futurist on Tool 13 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(115,'qce5b34c2db0f4bab',29,8,'Founder on Tool 13 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(116,'qf377d946e2f22de7',30,8,'Founder on Tool 13 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(117,'qde930b8df5942673',31,8,'Builder on Tool 14 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(118,'q1be2d21bba1ae345',32,8,'Builder on Tool 14 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(119,'q2e80c5c96280ddce',31,8,'Skeptic on Tool 14 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(120,'q183ba1c35248c526',32,8,'Skeptic on Tool 14 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(121,'q1529cd9e4722cc93',31,8,'Futurist on Tool 14 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(122,'qf611597cf2905a52',32,8,'Futurist on Tool 14 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(123,'q4a79c9b2de985014',31,8,'Founder on Tool 14 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(124,'qa059f6aa6629c3c5',32,8,'Founder on Tool 14 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','2026-05-08T12:00:00Z','2026-05-08T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(125,'q0d83833037937ac0',33,9,'Builder on Tool 20 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(126,'qe22777ea982579cf',34,9,'Builder on Tool 20 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(127,'q591d59668d3429a5',33,9,'Skeptic on Tool 20 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(128,'q75b6f5dc96cb32e6',34,9,'Skeptic on Tool 20 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(129,'q326e13a7bc3c854e',33,9,'Futurist on Tool 20 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(130,'qcaa8b297299bfce0',34,9,'Futurist on Tool 20 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(131,'q6c9b2249e16ea9ec',33,9,'Founder on Tool 20 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(132,'q1f3c1ef84940f824',34,9,'Founder on Tool 20 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(133,'q2b8accb3da0b080f',35,9,'Builder on Tool 21 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(134,'q4481fa1351b0146f',36,9,'Builder on Tool 21 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(135,'q43c652d4a0c5ecd1',35,9,'Skeptic on Tool 21 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(136,'q2e5e7e48c53654f4',36,9,'Skeptic on Tool 21 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(137,'qae533ee7f6f5c12c',35,9,'Futurist on Tool 21 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(138,'q842b294ad5d74497',36,9,'Futurist on Tool 21 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(139,'q7fec8d0ae492fa07',35,9,'Founder on Tool 21 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(140,'q37e514b872bb47c1',36,9,'Founder on Tool 21 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(141,'q6b995033a0c4738f',37,9,'Builder on Tool 22 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(142,'q8b35a306ca70e1b7',38,9,'Builder on Tool 22 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(143,'q88fc7dd1c719dfd3',37,9,'Skeptic on Tool 22 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(144,'q408d42b1516fb882',38,9,'Skeptic on Tool 22 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(145,'q83bb386e8b6f876b',37,9,'Futurist on Tool 22 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(146,'qd820b321a62e4e10',38,9,'Futurist on Tool 22 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(147,'q7150c1a81160dbe2',37,9,'Founder on Tool 22 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(148,'qa32aa59f24c00758',38,9,'Founder on Tool 22 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(149,'qd4da1d1d228da4fe',39,9,'Builder on Tool 23 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(150,'q51269325c9e5de16',40,9,'Builder on Tool 23 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(151,'q738e2c760986f4cc',39,9,'Skeptic on Tool 23 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(152,'qd5239e63806d2c83',40,9,'Skeptic on Tool 23 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(153,'q5e27872aafeeac8f',39,9,'Futurist on Tool 23 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(154,'q79095d685d74c76f',40,9,'Futurist on Tool 23 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(155,'q6f89e871e022f538',39,9,'Founder on Tool 23 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(156,'qaf875f101c39f881',40,9,'Founder on Tool 23 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(157,'qd6f07a3bf1ae42dd',41,9,'Builder on Tool 24 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(158,'qf1553b1fe2b67d92',42,9,'Builder on Tool 24 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(159,'q9539cf1e40ec4a44',41,9,'Skeptic on Tool 24 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(160,'q7848ce20ae0c38c5',42,9,'Skeptic on Tool 24 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(161,'qf22ad29ee92add7c',41,9,'Futurist on Tool 24 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(162,'q4ad17e2e85ba1339',42,9,'Futurist on Tool 24 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(163,'q49416b82fa0dd6f5',41,9,'Founder on Tool 24 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(164,'qef25858291c849fc',42,9,'Founder on Tool 24 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','2026-05-10T12:00:00Z','2026-05-10T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(165,'q6ed492cb2c397fa1',43,10,'Builder on Quire: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(166,'q300b2eba0f61874e',43,10,'Skeptic on Quire: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(167,'qfbb2afddca8aa975',43,10,'Futurist on Quire: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(168,'qec268232b69d6204',43,10,'Founder on Quire: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/gravelbed-vs-quire','2026-05-11T12:00:00Z','2026-05-11T12:00:00Z',NULL);
INSERT INTO "quotes" VALUES(169,'q9f860371d459aa15',44,11,'Builder on Tool 30 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(170,'q029591d93e3c148c',45,11,'Builder on Tool 30 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(171,'q7be539cbf3dfb16a',44,11,'Skeptic on Tool 30 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(172,'q83f7d05aac182a34',45,11,'Skeptic on Tool 30 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(173,'q595447a9ee25c57d',44,11,'Futurist on Tool 30 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(174,'q49b2e08cf28d917a',45,11,'Futurist on Tool 30 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(175,'q9f581bd5bc6717b0',44,11,'Founder on Tool 30 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(176,'qd1a8457451aed3b2',45,11,'Founder on Tool 30 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z',NULL);
INSERT INTO "quotes" VALUES(177,'q54a5ce8af345e509',46,11,'Builder on Tool 31 a: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(178,'qb6aa62e603aa7a35',47,11,'Builder on Tool 31 b: it held for 3 days, then I read the bill.','Builder',1,70,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(179,'qa53c569a23412e7a',46,11,'Skeptic on Tool 31 a: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(180,'q95b141c17c266224',47,11,'Skeptic on Tool 31 b: it held for 4 days, then I read the bill.','Skeptic',2,71,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(181,'qe0597f92407a9f81',46,11,'Futurist on Tool 31 a: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(182,'q4cdaebdd70090790',47,11,'Futurist on Tool 31 b: it held for 5 days, then I read the bill.','Futurist',3,72,'ship','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(183,'q562b3e39c2d71ecf',46,11,'Founder on Tool 31 a: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
INSERT INTO "quotes" VALUES(184,'q64980d2bbb435f4a',47,11,'Founder on Tool 31 b: it held for 6 days, then I read the bill.','Founder',4,63,'skip','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','2026-11-29T12:47:38Z','2026-11-29T12:47:40Z',NULL);
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
INSERT INTO "runs" VALUES(1,'ingest','clean','2026-11-29T12:47:34Z','2026-11-29T12:47:34Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-01T12:00:00Z", "site": null, "sources": ["pages"]}',1,1,0,0,2,0,8,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(2,'ingest','clean','2026-11-29T12:47:34Z','2026-11-29T12:47:34Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-02T12:00:00Z", "site": "shiporskip.io", "sources": ["pages"]}',10,10,0,0,16,0,59,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(3,'ingest','clean','2026-11-29T12:47:34Z','2026-11-29T12:47:34Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-03T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,0,1,1,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(4,'ingest','clean','2026-11-29T12:47:35Z','2026-11-29T12:47:35Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-04T12:00:00Z", "site": null, "sources": ["pages"]}',3,3,0,0,0,1,0,0,NULL,1,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(5,'ingest','issues','2026-11-29T12:47:35Z','2026-11-29T12:47:35Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-05T12:00:00Z", "site": null, "sources": ["pages", "nowhere.html"]}',4,3,0,3,0,0,0,4,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(6,'ingest','clean','2026-11-29T12:47:36Z','2026-11-29T12:47:36Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-06T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,2,0,8,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(7,'ingest','clean','2026-11-29T12:47:36Z','2026-11-29T12:47:36Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-07T12:00:00Z", "site": null, "sources": ["pages"]}',1,1,0,0,2,0,8,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(8,'ingest','issues','2026-11-29T12:47:36Z','2026-11-29T12:47:37Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-08T12:00:00Z", "site": null, "sources": ["pages"]}',5,5,0,0,10,0,40,10,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(9,'ingest','issues','2026-11-29T12:47:37Z','2026-11-29T12:47:37Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-10T12:00:00Z", "site": null, "sources": ["pages"]}',5,5,0,0,10,0,40,10,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(10,'ingest','clean','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z','{"allow_hosts": [], "delay": 1.0, "max_pages": null, "observed_at": "2026-05-11T12:00:00Z", "site": null, "sources": ["pages"]}',2,2,0,0,1,0,4,0,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(11,'ingest','issues','2026-11-29T12:47:38Z','2026-11-29T12:47:38Z','{"allow_hosts": ["127.0.0.1"], "delay": 0.0, "max_pages": null, "observed_at": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:40279/"]}',4,2,1,1,4,0,16,1,NULL,0,'0.1.0','d0e4391a233c');
INSERT INTO "runs" VALUES(12,'ingest','issues','2026-11-29T12:47:39Z','2026-11-29T12:47:40Z','{"allow_hosts": ["127.0.0.1"], "delay": 0.0, "max_pages": null, "observed_at": null, "site": "shiporskip.io", "sources": ["http://127.0.0.1:40279/compare/tool-30-a-vs-tool-30-b", "http://127.0.0.1:40279/compare/tool-31-a-vs-tool-31-b"]}',2,1,0,1,0,0,0,1,NULL,0,'0.1.0','d0e4391a233c');
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
INSERT INTO "snapshot_issues" VALUES(23,5,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(23,6,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(24,7,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(24,8,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(25,9,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(25,10,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(26,11,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(26,12,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(27,13,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(27,14,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(28,15,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(28,16,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(29,17,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(29,18,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(30,19,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(30,20,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(31,21,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(31,22,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(32,23,'text on the card that no field took','nothing','Free');
INSERT INTO "snapshot_issues" VALUES(32,24,'text on the card that no field took','nothing','Free');
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
INSERT INTO "snapshots" VALUES(1,'s2dd6f04303b196e9',1,1,'f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda',NULL,NULL,'shiporskip.io','2026-05-01T12:00:00Z',NULL,'comparison','c59925a47a53b2d3b','f725b2fadc32c4cfe2eabdd78eefe90e482582ca34b5c234329daa9243a27fda',1,'Quire vs Gravelbed','text','d0e4391a233c');
INSERT INTO "snapshots" VALUES(2,'s75f049e0d83ae2da',2,2,'a6784b846c330d5d64117e52f6ed0680ba591bbf022952054868442d4dfe6c96',NULL,'https://shiporskip.io/compare/tool-0-a-vs-tool-0-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c03f824bbac9dbe46','https://shiporskip.io/compare/tool-0-a-vs-tool-0-b',2,'Tool 0 a vs Tool 0 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(3,'s7d3bb775b51e8d7e',3,2,'2b8d82509f18ed42b1ee1b860266b485f7a3f7d8a1d22905e1c3cbea0a925707',NULL,'https://shiporskip.io/compare/tool-1-a-vs-tool-1-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c532defe734afe36b','https://shiporskip.io/compare/tool-1-a-vs-tool-1-b',3,'Tool 1 a vs Tool 1 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(4,'s33c22a929bc0e321',4,2,'d5102c8d1ea2e196e95234daa17d42cd9d0e1f6b0dc5ea629cbc64b58fd754bf',NULL,'https://shiporskip.io/compare/tool-2-a-vs-tool-2-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','ce99a2430992d78d6','https://shiporskip.io/compare/tool-2-a-vs-tool-2-b',4,'Tool 2 a vs Tool 2 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(5,'sa78853145ef3f0e2',5,2,'15060feb272b0837ae6ff7f32bcf14ed80d371ddce4f366e73e9461d34f11ab7',NULL,'https://shiporskip.io/compare/tool-3-a-vs-tool-3-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c91be7b875e531c3b','https://shiporskip.io/compare/tool-3-a-vs-tool-3-b',5,'Tool 3 a vs Tool 3 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(6,'s3dc9571b2a7acaed',6,2,'bfca49a6f2aa1b660b3af442af988615b092e44e5c44a081787ec64cc86ae184',NULL,'https://shiporskip.io/compare/tool-4-a-vs-tool-4-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','cee859da45402cb57','https://shiporskip.io/compare/tool-4-a-vs-tool-4-b',6,'Tool 4 a vs Tool 4 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(7,'s3b0c8dc1aeebc758',7,2,'d5ecebf145f8f0f5bfbe3a2e6b33909059315532b59d386125c76f7879ee83e3',NULL,'https://shiporskip.io/compare/tool-5-a-vs-tool-5-b','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c1c7381bc435582f3','https://shiporskip.io/compare/tool-5-a-vs-tool-5-b',7,'Tool 5 a vs Tool 5 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(8,'s6cb713de162d9f67',8,2,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(9,'s1f34d97949f7fce9',9,2,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(10,'s0c4f251689b58c64',10,2,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'https://shiporskip.io/compare/gravelbed-vs-osier','shiporskip.io','2026-05-02T12:00:00Z',NULL,'comparison','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier',10,'Gravelbed vs Osier','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(11,'s1a13e36a92886057',11,2,'f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,NULL,'shiporskip.io','2026-05-02T12:00:00Z',NULL,'tool','efe0fb5d2c4f545e2','f6dd73646f42f18b39ee93ca71e85f3b898409e6e555a83ee78f38d09ecee237',NULL,NULL,'lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(12,'sa87230b41370a8e8',12,3,'423e090ed01d02d32cd60e6a766c4dae4e91649792b52b5c53e20d7cd1e44282',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-03T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(13,'sbfaca9f77b2863b7',13,3,'fd8b39077e2920b793b6c2c5c5b5bfe8a0520e1f3a4d934504e17b062fc092ba',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-03T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(14,'s9bbc3bd99a900cca',14,4,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(15,'se67f38d148063e2c',15,4,'f207f5ae8cd41a6ecd9b0667967315d41b4abbb1ba28f715a6137a4b584a8df9',NULL,'https://shiporskip.io/compare/tintype-2026-vs-osier','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','c2e7553e1f0910ac4','https://shiporskip.io/compare/tintype-2026-vs-osier',9,'Tintype vs Osier','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(16,'sc684c3185e5cf0dc',16,4,'d35579d316848ce5f1302fc2b9f354b34fa0d4efc44715bba4b3550199ba68bb',NULL,'https://shiporskip.io/compare/gravelbed-vs-osier','shiporskip.io','2026-05-04T12:00:00Z',NULL,'comparison','cda56281badd32327','https://shiporskip.io/compare/gravelbed-vs-osier',10,'Gravelbed vs Osier','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(17,'s22d7cbd710b1e8e6',17,5,'a0ba3809ef4fd695fb0d3e8e9720ad1138d1ce151f2e89003dbcce40df3c059b',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-05T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',NULL,'Tintype vs Gravelbed','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(18,'s09b70e66a2ff072e',18,5,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,NULL,NULL,'2026-05-05T12:00:00Z',NULL,'unknown','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',NULL,NULL,'none','d0e4391a233c');
INSERT INTO "snapshots" VALUES(19,'sf1465baa4dd6807c',19,5,'9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,NULL,NULL,'2026-05-05T12:00:00Z',NULL,'unknown','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33','9cb8140be8366d851c2c5ef4eb891ad5228e4e46575fe4de2e8d23f8251b7e33',NULL,NULL,'lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(20,'sc0a64ebbd3c8a1ef',20,6,'a82a3c625ecde48b32e1e616c2c6f4ee150efbb93e6e9cba1216686cff9c2578',NULL,'https://shiporskip.io/compare/osier-a-vs-gravelbed','shiporskip.io','2026-05-06T12:00:00Z',NULL,'comparison','cda9264d4df16fc0d','https://shiporskip.io/compare/osier-a-vs-gravelbed',11,'Osier vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(21,'sa38cbf8eaf43666a',21,6,'5fc5659ec9e0dbe43833f5996f04efc79a5bd55146411551b5401a60198a4d11',NULL,'https://shiporskip.io/compare/osier-b-vs-gravelbed','shiporskip.io','2026-05-06T12:00:00Z',NULL,'comparison','c60cee36af8fa0043','https://shiporskip.io/compare/osier-b-vs-gravelbed',12,'Osier vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(22,'sc3798e259292a56b',22,7,'22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',NULL,NULL,'shiporskip.io','2026-05-07T12:00:00Z',NULL,'comparison','c589479ff69b0b8f6','22ec595b86b8486bf26da77f9b8f89257193b03105743c2c562c9f4dd862c320',13,'Osier vs Tintype','text','d0e4391a233c');
INSERT INTO "snapshots" VALUES(23,'s26426d3177b2fdf4',23,8,'ae574ddad521fa99c00ba73abf8136b2b4c663e74d04b82e9e439a1c0e869173',NULL,'https://shiporskip.io/compare/tool-10-a-vs-tool-10-b','shiporskip.io','2026-05-08T12:00:00Z',NULL,'comparison','cefc1a222987e448c','https://shiporskip.io/compare/tool-10-a-vs-tool-10-b',14,'Tool 10 a vs Tool 10 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(24,'s22e9554ed618f4fb',24,8,'d526dcf151f1d32f79926bba79d3777f2cd5896a83af12248bbd98a86dd2ebe2',NULL,'https://shiporskip.io/compare/tool-11-a-vs-tool-11-b','shiporskip.io','2026-05-08T12:00:00Z',NULL,'comparison','cd35e5a335aaaedff','https://shiporskip.io/compare/tool-11-a-vs-tool-11-b',15,'Tool 11 a vs Tool 11 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(25,'sef8345ce85697bf2',25,8,'b1f7b9ff2e06fad0f974e500094e158dfbb70338900a9e8f26fd1571e3c8f988',NULL,'https://shiporskip.io/compare/tool-12-a-vs-tool-12-b','shiporskip.io','2026-05-08T12:00:00Z',NULL,'comparison','c609d05ea65ea2aa5','https://shiporskip.io/compare/tool-12-a-vs-tool-12-b',16,'Tool 12 a vs Tool 12 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(26,'s9da75f3329e921aa',26,8,'796ef7fc260763497938d616b4be0d5d8afdb54b134eb4de45518f4769699b3a',NULL,'https://shiporskip.io/compare/tool-13-a-vs-tool-13-b','shiporskip.io','2026-05-08T12:00:00Z',NULL,'comparison','c2f8641c10d42376b','https://shiporskip.io/compare/tool-13-a-vs-tool-13-b',17,'Tool 13 a vs Tool 13 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(27,'s8bff1b28093b9819',27,8,'cd6faf182d70c5b70b381a6a71adac73b9f365e5ace6e428f44e02a3605e9fd5',NULL,'https://shiporskip.io/compare/tool-14-a-vs-tool-14-b','shiporskip.io','2026-05-08T12:00:00Z',NULL,'comparison','c152880f66382c84f','https://shiporskip.io/compare/tool-14-a-vs-tool-14-b',18,'Tool 14 a vs Tool 14 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(28,'s11deea3f4ee40baf',28,9,'66683eff2965b3b3ca39cbaa70dad2b7b4b71cd626903cfc72deb3ee934796c1',NULL,'https://shiporskip.io/compare/tool-20-a-vs-tool-20-b','shiporskip.io','2026-05-10T12:00:00Z',NULL,'comparison','c0da69ae24fb7d9eb','https://shiporskip.io/compare/tool-20-a-vs-tool-20-b',19,'Tool 20 a vs Tool 20 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(29,'sda9aade9b71db6e5',29,9,'7f2e7795702130581f3850bdb17e2e87c6acbfb5d29ceae4007d893afbcbec32',NULL,'https://shiporskip.io/compare/tool-21-a-vs-tool-21-b','shiporskip.io','2026-05-10T12:00:00Z',NULL,'comparison','c554328ce121f0d3d','https://shiporskip.io/compare/tool-21-a-vs-tool-21-b',20,'Tool 21 a vs Tool 21 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(30,'sfdddbf2b9bf7052e',30,9,'e5d57f3bef30aba4e6c5d32295919c1d40c01888d90f3b88ef386ea8b535f1d4',NULL,'https://shiporskip.io/compare/tool-22-a-vs-tool-22-b','shiporskip.io','2026-05-10T12:00:00Z',NULL,'comparison','cd3786dd401c119b4','https://shiporskip.io/compare/tool-22-a-vs-tool-22-b',21,'Tool 22 a vs Tool 22 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(31,'sb5a3e6b00dc4daf6',31,9,'c3f677bee49674d05db43d5f859a652a097a2a0fd7b7ab8d1d1760d0a1f047f4',NULL,'https://shiporskip.io/compare/tool-23-a-vs-tool-23-b','shiporskip.io','2026-05-10T12:00:00Z',NULL,'comparison','c8042639f82c29e12','https://shiporskip.io/compare/tool-23-a-vs-tool-23-b',22,'Tool 23 a vs Tool 23 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(32,'s0a46a1275284ecaf',32,9,'79590e5a585aca425b2102a84e3a0c195c2dba0bbde0c7f4907d1082ee72ba40',NULL,'https://shiporskip.io/compare/tool-24-a-vs-tool-24-b','shiporskip.io','2026-05-10T12:00:00Z',NULL,'comparison','cfc18faadabf2b38d','https://shiporskip.io/compare/tool-24-a-vs-tool-24-b',23,'Tool 24 a vs Tool 24 b','lxml','d0e4391a233c');
INSERT INTO "snapshots" VALUES(33,'s17f3d769f0b8d052',33,10,'28ee440540f11c179e9bed042b1c6aaba6237286be9ca04a54199ac6d03d3ffb',NULL,'https://shiporskip.io/compare/tintype-2026-vs-gravelbed','shiporskip.io','2026-05-11T12:00:00Z',NULL,'comparison','ca8b5f5c351bb244d','https://shiporskip.io/compare/tintype-2026-vs-gravelbed',8,'Tintype vs Gravelbed','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(34,'s44c6a46f29fd12f6',34,10,'0c20a15a7f584b52628111acf711128e753ecc77689b051445c9e6c92066e5cb',NULL,'https://shiporskip.io/compare/gravelbed-vs-quire','shiporskip.io','2026-05-11T12:00:00Z',NULL,'comparison','cd99ff626690ec4fc','https://shiporskip.io/compare/gravelbed-vs-quire',24,'Gravelbed vs Quire','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(35,'s7b18640acd358d81',37,11,'4cd47a2c5016227a92d75228a6870535c8acd4d511896f289cfeaa62ede94fee','http://127.0.0.1:40279/compare/tool-30-a-vs-tool-30-b','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b','shiporskip.io','2026-11-29T12:47:38Z',200,'comparison','c598ff5e51226a696','https://shiporskip.io/compare/tool-30-a-vs-tool-30-b',25,'Tool 30 a vs Tool 30 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(36,'sabcb569bd500c3cf',38,11,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:40279/compare/tool-31-a-vs-tool-31-b','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','shiporskip.io','2026-11-29T12:47:38Z',200,'comparison','cdf0b55242dc7ab18','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',26,'Tool 31 a vs Tool 31 b','lxml-content','d0e4391a233c');
INSERT INTO "snapshots" VALUES(37,'sa60b13cbf76dcff8',44,12,'75c82421302cc9e520a1f1fd9546ba4f71ee4e361ff420a794d98e8e238932f3','http://127.0.0.1:40279/compare/tool-31-a-vs-tool-31-b','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b','shiporskip.io','2026-11-29T12:47:40Z',200,'comparison','cdf0b55242dc7ab18','https://shiporskip.io/compare/tool-31-a-vs-tool-31-b',26,'Tool 31 a vs Tool 31 b','lxml-content','d0e4391a233c');
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
COMMIT;
