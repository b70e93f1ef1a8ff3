"""Parse: the title, which names the tools, and the addresses, which carry their slugs.

A name may itself hold " vs " and a slug "-vs-", so neither is split blindly: a title is split
where every part is also printed by itself on the page, an address where its parts hold the
words of the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, islice, pairwise
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from parsers.blocks import Block, Page
from parsers.sites import Site
from parsers.text import fold_label

_SLUG_VERSUS = re.compile("-vs-")
_WORD = re.compile(r"[^\W_]+")
_SLUG = re.compile(r"[^\x00-\x1f\x7f/\ufffd]{1,200}")
_MOST_CANDIDATES = 20
_LONGEST_TITLE = 500
_MOST_PARTS = 8


class Title(Struct, frozen=True):
    """A title as printed, its block, and the names it sets side by side."""

    text: str
    block: Block
    names: tuple[str, ...]


def list_titles(page: Page, site: Site) -> Iterator[Title]:
    """Yield the titles whose every name is printed by itself on the page, the likeliest first.

    There may be several: a name that holds " vs " can also be read as two.
    """
    blocks = [block for block in page.blocks if block.frame is None]
    printed = {fold_label(text) for block in blocks for text in (block.text, *block.parts)}
    for block in islice(_list_candidates(blocks, site), _MOST_CANDIDATES):
        for text in dict.fromkeys((block.text, " ".join(block.parts))):
            for names in _split(site.versus, text):
                if all(fold_label(name) in printed for name in names):
                    yield Title(text, block, names)


def find_slug(link: str | None, site: Site, host: str) -> str | None:
    """Return the slug in the address of a tool page of the page's own host or site, or None."""
    if not link:
        return None
    try:
        parts = urlsplit(link)
        hosts = {None, host, site.host, f"www.{site.host}"}
        path = unquote(parts.path) if parts.hostname in hosts else ""
    except ValueError:
        return None
    slug = path.removeprefix(site.tool_path).strip("/") if path.startswith(site.tool_path) else ""
    return slug if _SLUG.fullmatch(slug) else None


def split_address(url: str | None, names: Sequence[str], site: Site) -> tuple[str, ...] | None:
    """Return the slugs in a comparison's address if the names leave exactly one way to split it."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return None
    if not path.startswith(site.comparison_path):
        return None
    tail = path.removeprefix(site.comparison_path).strip("/")
    splits = [
        parts
        for parts in _split(_SLUG_VERSUS, tail)
        if len(parts) == len(names) and all(map(_SLUG.fullmatch, parts))
    ]
    if len(splits) > 1:
        splits = [parts for parts in splits if all(map(holds_words, parts, names))]
    return splits[0] if len(splits) == 1 else None


def _list_candidates(blocks: Sequence[Block], site: Site) -> Iterator[Block]:
    eyebrow = site.landmarks.eyebrow
    after_eyebrow = {
        after.index for before, after in pairwise(blocks) if fold_label(before.text) == eyebrow
    }
    named = [
        block
        for block in blocks
        if len(block.text) <= _LONGEST_TITLE
        and (block.heading == 1 or block.index in after_eyebrow)
    ]
    yield from (block for block in named if block.heading == 1)
    yield from (block for block in named if block.heading != 1)


def _split(separator: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    """Yield every way to cut ``text`` at some of its separators, the most parts first."""
    cuts = list(separator.finditer(text))[:_MOST_PARTS]
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            starts = [0, *(cut.end() for cut in chosen)]
            ends = [*(cut.start() for cut in chosen), len(text)]
            yield tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def holds_words(slug: str, name: str) -> bool:
    """Tell whether a slug holds every word of a name, run together or apart."""
    run_together = "".join(_WORD.findall(slug.casefold()))
    words: AbstractSet[str] = set(_WORD.findall(name.casefold()))
    return all(word in run_together for word in words)
