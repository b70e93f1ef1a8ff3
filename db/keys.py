"""Load: the text ids that the views show, computed from what a thing is.

The same thing gets the same id on any machine, in any order of arrival, after any rebuild. An
id is one letter for the kind and the first 16 hex digits of a SHA-256 over the parts of the
key, joined by a character that no part can hold.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from parsers.records import Snapshot, ToolCard

_SEPARATOR = "\x1f"
_STRAIGHT = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'}
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_ODD = re.compile(f"[{''.join(_STRAIGHT)}{_INVISIBLE}]")


def normalise_text(text: str) -> str:
    """Return the form in which two printings of one text are equal."""
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        text = _ODD.sub(lambda odd: _STRAIGHT.get(odd[0], ""), composed)
    return " ".join(text.split())


def entry_key(site: str, card: ToolCard) -> str:
    """Return an entry's id: of site and slug, or of site, name and tagline without a slug."""
    if card.slug is not None:
        return slug_key(site, card.slug)
    return name_key(site, card.name, card.tagline)


def slug_key(site: str, slug: str) -> str:
    """Return the id of the entry that a site lists under a slug."""
    return _digest("e", site, slug)


def name_key(site: str, name: str, tagline: str | None) -> str:
    """Return the id that an entry has without a slug; schema 4 calls it from SQL, too."""
    return _digest("e", site, normalise_text(name), normalise_text(tagline or ""))


def comparison_key(site: str, entry_keys: Sequence[str]) -> str:
    """Return a comparison's id: of its site and its entries in page order."""
    return _digest("c", site, *entry_keys)


def quote_key(entry: str, text: str, reviewer: str | None = None) -> str:
    """Return a quote's id: of its entry and its words, and of its critic where several say them.

    ``text`` and ``reviewer`` are normalised.
    """
    return _digest("q", entry, text, *([] if reviewer is None else [reviewer]))


def snapshot_key(snapshot: Snapshot) -> str:
    """Return a snapshot's id: of its address, time, bytes, and the site it is read as."""
    address, site = snapshot.address or "", snapshot.site or ""
    return _digest("s", address, snapshot.observed_at, snapshot.sha256, site)


def issue_key(stage: str, code: str, subject: str, field: str) -> str:
    """Return an issue's id: of its stage, code, page and field."""
    return _digest("i", stage, code, subject, field)


def _digest(kind: str, *parts: str) -> str:
    joined = _SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return kind + hashlib.sha256(joined).hexdigest()[:16]
