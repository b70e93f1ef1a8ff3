"""Bench: what versusdb costs, measured beside its peers and its limits in the same run.

One command makes one table: ``make bench-parse`` and its like. Every input is generated from a
seed (``bench.pages``), contestants take turns (``bench.timing``), and the table goes into its
own section of docs/benchmarks.md (``bench.report``). Nothing here is needed to run versusdb.
"""
