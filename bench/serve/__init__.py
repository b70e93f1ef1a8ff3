"""Bench: what people wait for at the published pages, on a database of the size that was asked for.

It is made from a seed: ``bench.serve.content`` invents what the pages say on which day,
``bench.serve.filling`` loads and resolves it as the command would.
"""
