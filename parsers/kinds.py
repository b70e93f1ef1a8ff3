"""Parse: the kinds of pages that a site has, tried in turn.

A kind is one function. The one whose address the page has goes first, and the first that can
read the page counts. If none can, the likeliest kind says why: the one of the address, else the
one whose label stands on the page.
"""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urlsplit

from msgspec import Struct

from parsers.blocks import Page
from parsers.comparison import read_comparison
from parsers.records import Reading, Unknown
from parsers.sites import Site
from parsers.tool_lines import fold_text
from parsers.tool_page import read_tool_page


class ReadKind(Protocol):
    """What reads one kind of page, or returns an unknown page with the issue that says why."""

    def __call__(
        self,
        page: Page,
        *,
        site: Site,
        source: str,
        url: str | None,
        host: str,
        derived: tuple[str, ...],
    ) -> Reading:
        """Return what the page says."""


class Kind(Struct, frozen=True):
    """A kind of page as one site has it: its reader, its addresses, its labels, folded."""

    read: ReadKind
    path: str
    labels: frozenset[str]


def list_kinds(site: Site) -> tuple[Kind, ...]:
    """Return the kinds of pages of a site, the commonest first."""
    kinds = [Kind(read_comparison, site.comparison_path, frozenset((site.landmarks.panel,)))]
    if site.tool_labels is not None:
        sections = frozenset(site.tool_labels.sections)
        kinds.append(Kind(read_tool_page, site.tool_path, sections))
    return tuple(kinds)


def read_kinds(
    page: Page, *, site: Site, source: str, url: str | None, host: str, derived: tuple[str, ...]
) -> Reading:
    """Return what the first kind that can read the page says of it."""
    path = _find_path(url)
    kinds = sorted(list_kinds(site), key=lambda kind: not path.startswith(kind.path))
    refusals: list[Reading] = []
    for kind in kinds:
        reading = kind.read(page, site=site, source=source, url=url, host=host, derived=derived)
        if not isinstance(reading.record, Unknown):
            return reading
        refusals.append(reading)
    if path.startswith(kinds[0].path):
        return refusals[0]
    printed = {fold_text(block.text) for block in page.blocks}
    has_labels = [not kind.labels.isdisjoint(printed) for kind in kinds]
    return refusals[has_labels.index(True) if any(has_labels) else 0]


def _find_path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""
