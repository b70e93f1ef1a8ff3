"""Bench: resolving entries into tools, beside other ways to link what is one.

Labelled entries give what a careful person would say of each pair; two tables with the truth, such
as Abt-Buy, are what others measure by; invented entries, up to 100,000, show what growth costs.
"""
