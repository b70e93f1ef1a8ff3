"""Publish: plots, drawn as SVG on the server: no script, they print, and a phone can show them.

Places across are shares of the width and places down are pixels, so that a plot fills whatever
room it has while its words stay as large as the page's. Colours and dashes are the style sheet's;
what a colour says, a word, a place or a shape says too.
"""
