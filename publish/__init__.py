"""Publish: what Datasette needs to show the ``v1_`` views to people."""
