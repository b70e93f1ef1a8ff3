"""Bench: reading a page, beside other libraries and lxml's parse of the same bytes.

``make bench-parse`` runs it. The peers do the same job, the whole record, with selectors that
were written for the bench's own pages: they know its class names and stop at one markup.
versusdb knows the labels only, reads any markup of the same text, and checks what it read.
"""
