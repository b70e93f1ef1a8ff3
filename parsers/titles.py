"""Parse: the title, which names the tools, and the addresses, which carry their slugs.

A name may itself hold " vs " and a slug "-vs-", so neither is split blindly: a title is split
where every part is also printed by itself on the page, an address where its parts hold the
words of the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, pairwise
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from parsers.blocks import Block, Page
from parsers.sites import Site
from parsers.text import fold_label

_VERSUS = re.compile(r"\s+vs\.?\s+", re.IGNORECASE)
_SLUG_VERSUS = "-vs-"
_WORD = re.compile(r"[^\W_]+")
_MOST_PARTS = 8


class Title(Struct, frozen=True):
    """A title as printed, its block, and the names it sets side by side."""

    text: str
    block: Block
    names: tuple[str, ...]


def find_title(page: Page, site: Site) -> Title | None:
    """Return the title whose every name is printed by itself on the page, or None."""
    printed = {
        fold_label(text)
        for block in page.blocks
        if block.frame is None
        for text in (block.text, *block.parts)
    }
    for block in _list_candidates(page, site):
        for names in _split(_VERSUS, block.text):
            if all(fold_label(name) in printed for name in names):
                return Title(block.text, block, names)
    return None


def find_slug(link: str | None, site: Site) -> str | None:
    """Return the slug in the address of a tool page, or None for any other address."""
    path = _read_path(link)
    if path is None or not path.startswith(site.tool_path):
        return None
    slug = path.removeprefix(site.tool_path).strip("/")
    return slug if slug and "/" not in slug else None


def split_address(url: str | None, names: Sequence[str], site: Site) -> tuple[str, ...] | None:
    """Return the slugs in a comparison's address if the names leave exactly one way to split it."""
    path = _read_path(url)
    if path is None or not path.startswith(site.comparison_path):
        return None
    tail = path.removeprefix(site.comparison_path).strip("/")
    splits = [
        parts
        for parts in _split(re.compile(_SLUG_VERSUS), tail)
        if len(parts) == len(names) and all(parts)
    ]
    if len(splits) > 1:
        splits = [parts for parts in splits if all(map(_holds_words, parts, names))]
    return splits[0] if len(splits) == 1 else None


def _list_candidates(page: Page, site: Site) -> Iterator[Block]:
    eyebrow = fold_label(site.labels.eyebrow)
    blocks = [block for block in page.blocks if block.frame is None]
    named = [block for block in blocks if _VERSUS.search(block.text) and len(block.text) <= 500]
    after_eyebrow = {
        after.index for before, after in pairwise(blocks) if fold_label(before.text) == eyebrow
    }
    yield from (block for block in named if block.heading == 1)
    yield from (block for block in named if block.heading != 1 and block.index in after_eyebrow)


def _split(separator: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    """Yield every way to cut ``text`` at some of its separators, the most parts first."""
    cuts = list(separator.finditer(text))[:_MOST_PARTS]
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            starts = [0, *(cut.end() for cut in chosen)]
            ends = [*(cut.start() for cut in chosen), len(text)]
            yield tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _holds_words(slug: str, name: str) -> bool:
    run_together = "".join(_WORD.findall(slug.casefold()))
    words: AbstractSet[str] = set(_WORD.findall(name.casefold()))
    return all(word in run_together for word in words)


def _read_path(address: str | None) -> str | None:
    if not address:
        return None
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return None
