"""Publish: the pages of our own, beside those that Datasette makes of views and queries.

A page is a few stored queries and the plots of them. It is HTML for a person, and with ``.json``
after its address the same answers for a program; each part leads to its query.
"""
