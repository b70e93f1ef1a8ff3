"""Parse: the title, which names the tools.

A name may itself hold " vs ", so a title is never split blindly: only where every part is also
printed by itself on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from parsers.blocks import Block, Page
from parsers.sites import Site
from parsers.text import fold_label, split_everywhere

_MOST_CANDIDATES = 20
_LONGEST_TITLE = 500
_MORE = re.compile(r":\s|\s[(|—–-]")


class Title(Struct, frozen=True):
    """A title as printed, its block, and the names it sets side by side."""

    text: str
    block: Block
    names: tuple[str, ...]


def list_titles(page: Page, site: Site) -> Iterator[Title]:
    """Yield the titles whose every name is printed by itself on the page, the likeliest first.

    A title is a first heading, or stands under the eyebrow. There may be several: a name that
    holds " vs " can also be read as two, and words that are no name may follow the last.
    """
    blocks = [block for block in page.blocks if block.frame is None]
    printed = {block.folded for block in blocks}
    printed.update(
        fold_label(part) for block in blocks if len(block.parts) > 1 for part in block.parts
    )
    candidates = [block for block in blocks if block.heading == 1]
    eyebrow = site.landmarks.eyebrow
    if eyebrow in printed:
        candidates += [
            below
            for above, below in pairwise(blocks)
            if above.folded == eyebrow and below.heading != 1
        ]
    for block in candidates[:_MOST_CANDIDATES]:
        if len(block.text) > _LONGEST_TITLE:
            continue
        shorter = (block.text[: more.start()] for more in _MORE.finditer(block.text))
        for text in dict.fromkeys((block.text, " ".join(block.parts), *shorter)):
            for names in split_everywhere(site.versus, text):
                if all(fold_label(name) in printed for name in names):
                    yield Title(text, block, names)
