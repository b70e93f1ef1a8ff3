"""Bench: a whole ingest of an invented site, beside a plain Scrapy project that does the same job.

nginx on the loopback serves the site; each contestant is a command in a process of its own,
measured with all that it starts, and must have stored what the pages say.
"""
