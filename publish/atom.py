"""Publish: writes a feed as Atom 1.0 (RFC 4287).

Everything that it tells came from a stranger: it is text, and what XML has no character for is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = "http://www.w3.org/2005/Atom"
# XML 1.0, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an item's list, and the address that it leads to."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; times are UTC, as RFC 3339 writes them."""

    id: str
    title: str
    updated_at: str
    url: str
    summary: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its own address and that of the page which says the same."""

    id: str
    title: str
    subtitle: str
    author: str
    rights: str
    updated_at: str
    url: str
    page_url: str
    items: tuple[Item, ...]


def write_feed(feed: Feed) -> bytes:
    """Return a feed as it is sent."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _add_texts(root, (("id", feed.id), ("title", feed.title), ("subtitle", feed.subtitle)))
    _add_texts(root, (("updated", feed.updated_at),))
    _add_texts(ElementTree.SubElement(root, "author"), (("name", feed.author),))
    if feed.rights:
        _add_texts(root, (("rights", feed.rights),))
    _add_link(root, "self", "application/atom+xml", feed.url)
    _add_link(root, "alternate", "text/html", feed.page_url)
    for item in feed.items:
        _add_item(root, item)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_item(root: ElementTree.Element, item: Item) -> None:
    entry = ElementTree.SubElement(root, "entry")
    _add_texts(entry, (("id", item.id), ("title", item.title), ("updated", item.updated_at)))
    _add_texts(entry, (("summary", item.summary),))
    _add_link(entry, "alternate", "text/html", item.url)
    if item.lines:
        listed = Markup().join(
            Markup('<li><a href="{}">{}</a></li>').format(line.url, line.text)
            for line in item.lines
        )
        content = ElementTree.SubElement(entry, "content", {"type": "html"})
        content.text = _clean(Markup("<p>{}</p><ul>{}</ul>").format(item.summary, listed))


def _add_texts(parent: ElementTree.Element, texts: Iterable[tuple[str, str]]) -> None:
    for tag, text in texts:
        ElementTree.SubElement(parent, tag).text = _clean(text)


def _add_link(parent: ElementTree.Element, relation: str, kind: str, url: str) -> None:
    attributes = {"rel": relation, "type": kind, "href": _clean(url)}
    ElementTree.SubElement(parent, "link", attributes)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
