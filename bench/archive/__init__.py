"""Bench: keeping pages and giving them back, beside WARC files and the limit.

``make bench-archive`` writes the section: a flat file of zstd frames (the limit), versusdb's
archive, its export as WARC, warcio and FastWARC. Each step is a process of its own
(``bench.archive.working``), and what comes back is compared with what was put in.
"""
