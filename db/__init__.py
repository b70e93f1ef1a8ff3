"""Load: records in, the database out: each thing once, with its history and its sources."""
