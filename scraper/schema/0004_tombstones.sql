-- More of what was taken down: whether it has gone, and what goes with it.

-- For bytes that said they are the page of an address that was taken down: that address.
ALTER TABLE tombstones ADD COLUMN follows TEXT REFERENCES tombstones (hash);
-- Whether all that it stands for has gone from both files; if not, the next start sees to it.
ALTER TABLE tombstones ADD COLUMN is_applied INTEGER NOT NULL DEFAULT 0
CHECK (is_applied IN (0, 1));
CREATE INDEX tombstones_follows ON tombstones (follows);
CREATE INDEX tombstones_unapplied ON tombstones (is_applied) WHERE is_applied = 0;
