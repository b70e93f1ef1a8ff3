"""Bench: reading archives with one process, with several, and with a Dask cluster."""
