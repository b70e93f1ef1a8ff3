"""Resolve: which entries are one tool."""
