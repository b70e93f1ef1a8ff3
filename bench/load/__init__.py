"""Bench: loading records that were read, beside other ways to load them.

The limit is one ``executemany`` of the same cards and quotes into bare tables.
"""
