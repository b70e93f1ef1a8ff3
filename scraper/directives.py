"""Fetch: what a response says to robots, written down as it stands.

Kept beside the bytes, so that whoever publishes what was read can heed it: the header
``X-Robots-Tag``, the page's ``<meta name="robots">`` and its like, and ``Content-Signal``, which
comes as a header or as a line of robots.txt (contentsignals.org).
"""

from __future__ import annotations

import html
import json
import re

from scraper.response import Response

# Browsers look for a page's head in its first bytes, too.
BYTES_OF_HEAD = 65_536
BODY = re.compile(rb"<body[\s>]", re.IGNORECASE)
META = re.compile(rb"<meta\s([^>]{1,1000})>", re.IGNORECASE)
# Most say other things; a character reference may hide a name.
MAYBE_NAMED = re.compile(rb"robots|versusdb|&", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
NAMES = frozenset({"robots", "versusdb"})
SIGNAL_LINE = re.compile(
    rb"^[ \t]*content-signal[ \t]*:[ \t]*([^#\r\n]+)", re.IGNORECASE | re.MULTILINE
)


def write_directives(response: Response) -> str | None:
    """Return a response's words to robots as JSON, or None if there are none."""
    signals = list_values(response, "content-signal")
    metas: list[str] = []
    if response.role == "robots":
        signals += [
            line.decode("utf-8", "replace").strip() for line in SIGNAL_LINE.findall(response.body)
        ]
    elif response.role == "page":
        metas = list_metas(cut_head(response.body))
    found = {
        "x_robots_tag": list_values(response, "x-robots-tag"),
        "meta": metas,
        "content_signal": signals,
    }
    kept = {name: values for name, values in found.items() if values}
    return json.dumps(kept, ensure_ascii=False) if kept else None


def list_values(response: Response, name: str) -> list[str]:
    """Return the values of all headers of this lower-case name."""
    return [value.strip() for key, value in response.headers if key.lower() == name]


def cut_head(body: bytes) -> bytes:
    """Return the bytes of a page before its body begins."""
    begins = BODY.search(body, 0, BYTES_OF_HEAD)
    return body[: begins.start() if begins else BYTES_OF_HEAD]


def list_metas(head: bytes) -> list[str]:
    """Return what the ``<meta>`` elements that speak to robots, or to us, say."""
    found = []
    for tag in filter(MAYBE_NAMED.search, META.findall(head)):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(tag.decode("latin-1"))
        }
        if attributes.get("name", "").strip().lower() in NAMES and "content" in attributes:
            found.append(attributes["content"].strip())
    return found
