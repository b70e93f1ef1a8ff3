"""Resolve: what an entry is compared by, made of what a site says of it and of nothing else."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from db.resolving.facts import (
    TYPES,
    Facts,
    Named,
    Word,
    list_words,
    read_name,
    read_prose,
    read_variants,
)
from db.resolving.names import drop_alias, find_aliases, read_whole_name
from db.resolving.tokens import find_stem, fold_text, split_words
from db.resolving.words import Words

_JOINT = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
# Between two numbers: 1 11 is not 11 1.
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[\s\u2010\u2011-]+(?=\d)")
_YEAR = re.compile(r"-(20[1-4]\d)\b")
# What a site puts behind an address that is taken; or a version.
_COPY = re.compile(r"-(\d)$")
# Quotation marks, apostrophes and dashes, however they are set.
_TYPESET = {
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
}
# 3-8b may be 3.8B, or version 3 with 8B; 1m how much is read; and 2b what investors paid.
_BEFORE_STOP = re.compile(r" (?=[.,;:!?])")
_UNCLEAR_SIZE = re.compile(
    r"\d-\d+[bmt](?:-|$)|-(?:1|2|4|5|10)m(?:-|$)|-(?:raise[ds]?|funding|valu\w+|seed|series-[a-f])-"
)
# What an address says of where a link to it stood.
_TRACKING = re.compile(r"(?:utm_\w+|from|ref|referrer|source|via|[a-z]{2,6}clid)=")
# Many tools have a page on these; which of them is told by the path.
_SHARED_HOSTS = ("github.com", "gitlab.com", "huggingface.co", "pypi.org", "npmjs.com", "apple.com")
STOP = frozenset(
    "a about across after all also an and any are as at based be been before between but by can "
    "each every for from get give given has have how if in into is it its just keep kept lets like "
    "made make making many more most need no not of off on one only onto or our out over own per "
    "run so some than that the their them then there these they thing this those through to tool "
    "turn two under up use used user using via want was way well what when where which while who "
    "whole whose will with within without work you your".split()
)
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_PUNCTUATION = ".,;:!?()[]\"“”'‘’"
_OPEN = re.compile(r"\b(?:open|mit|apache|gpl|agpl|lgpl|bsd|mpl|free|weights)\b", re.IGNORECASE)
_PAID = re.compile(r"[$€£¥]\s?\d|\b(?:paid|per seat|subscription|on request)\b", re.IGNORECASE)
_PRICE = re.compile(r"[$€£¥]\s?(\d+(?:,\d{3})*(?:\.\d+)?)")


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """What a site says of an entry, as far as it tells which tool it is."""

    name: str
    slug: str | None = None
    tagline: str | None = None
    description: str | None = None
    category: str | None = None
    pricing: str | None = None
    homepage_url: str | None = None


class Traits(Struct, frozen=True, array_like=True, gc=False):
    """What entries are compared by.

    ``spelled`` is the whole name sign by sign, but for case, spaces and hyphens, ``written`` the
    same as one word without accents and signs, ``compact`` the name proper. ``readings`` are its
    words: first all of them, without its maker's, then parts that may be the whole name where the
    rest is a headline or a subtitle. ``head`` of the first words are the name proper. ``named`` are
    facts that the name states; ``told`` those of the address and the prose, where it is silent.
    ``aliases`` are other names, written as one word. ``stems`` are those of the prose, and
    ``marks`` what tells most in it: proper names and numbers, but for the name itself; ``text`` is
    a digest of it sign by sign, but for case, spaces and how it is typeset. ``address`` is the
    slug, but for ``year`` and for ``copy``, the digit at its end, which may be a version's.
    ``cost`` is ``open`` or ``paid``, where the pricing says one of them and not the other.
    """

    spelled: str
    written: str
    compact: str
    readings: tuple[tuple[Word, ...], ...]
    head: int
    makers: tuple[str, ...]
    named: Facts
    told: Facts
    aliases: tuple[str, ...]
    slug: tuple[str, ...]
    stems: tuple[str, ...]
    address: str
    year: str
    copy: str
    text: bytes
    marks: tuple[str, ...]
    homepage: str
    category: tuple[str, ...]
    prices: tuple[float, ...]
    cost: str
    context: tuple[str, ...]

    @property
    def core(self) -> tuple[Word, ...]:
        """The words of the name proper."""
        return self.readings[0][: self.head]


def read_traits(entry: Entry, words: Words) -> Traits:
    """Read what an entry is compared by."""
    name = read_whole_name(drop_alias(" ".join(entry.name.split())), words)
    slug = read_name(_clean_slug(entry.slug or ""), words)
    told = _read_told(entry, name.facts, slug, words)
    prose = split_words(f"{entry.tagline or ''} {entry.description or ''}")
    stems = {stem for stem in map(find_stem, prose) if len(stem) > 1} - STOP
    texts = (entry.name, entry.tagline or "", entry.description or "")
    whole = tuple(name.words)
    compact = "".join(list_words(whole[: name.head]))
    aliases = find_aliases(texts, words) - {compact}
    return Traits(
        spelled=spell(entry.name),
        written="".join(split_words(entry.name)),
        compact=compact,
        readings=(whole, *(part for part in dict.fromkeys(name.parts) if part != whole)),
        head=name.head,
        makers=tuple(name.makers),
        named={kind: tuple(sorted(name.facts[kind])) for kind in TYPES if kind in name.facts},
        told={k: v for k, v in told.items() if k in TYPES and k not in name.facts},
        aliases=tuple(sorted(aliases)),
        slug=tuple(sorted({word.text for word in slug.words})),
        stems=tuple(sorted(stems)),
        address=_COPY.sub("", _YEAR.sub("", entry.slug or "")),
        year=_find(_YEAR, entry.slug or ""),
        copy=_find(_COPY, _YEAR.sub("", entry.slug or "")),
        text=_digest(entry),
        marks=tuple(sorted(find_marks(entry))),
        homepage=_write_homepage(entry.homepage_url),
        category=tuple(sorted(set(map(find_stem, split_words(entry.category or ""))) - {"and"})),
        prices=_read_prices(entry.pricing or ""),
        cost=_read_cost(entry.pricing or ""),
        context=told.get("context", ()),
    )


def _read_told(
    entry: Entry, named: Mapping[str, set[str]], slug: Named, words: Words
) -> dict[str, tuple[str, ...]]:
    """Read the facts that an entry tells beside its name: the address first, then the prose."""
    told: dict[str, tuple[str, ...]] = {}
    own = set(split_words(entry.name))
    families = set(named.get("family", ())) | set(slug.facts.get("family", ()))
    for kind in ("vendor", "family", "size"):
        if kind in slug.facts and (kind != "size" or not _UNCLEAR_SIZE.search(entry.slug or "")):
            told[kind] = slug.facts[kind]
    is_maker = "family" in slug.facts or _begins_with_maker(entry.slug or "", words)
    if "vendor" in told and not is_maker:
        # What it works with, not who makes it; that of a family is its family's.
        del told["vendor"]
    variants = {
        value
        for text in (_clean_slug(entry.slug or ""), entry.tagline or "")
        for value, of in read_variants(text, words)
        if of in families
    }
    if variants:
        told["variant"] = tuple(sorted(variants))
    for text in (entry.tagline, entry.description):
        for kind, values in read_prose(text or "", words, families, own).items():
            told.setdefault(kind, tuple(sorted(values)))
    return told


def spell(name: str) -> str:
    """Return a name sign by sign; accents are signs, and so are emoji."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(_JOINT.sub("", _BETWEEN_NUMBERS.sub("|", folded)).split())


def _digest(entry: Entry) -> bytes:
    texts = (entry.tagline or "", entry.description or "")
    prose = "\n".join(_BEFORE_STOP.sub("", " ".join(text.split())) for text in texts)
    written = unicodedata.normalize("NFKC", prose).translate(_TYPESET).casefold()
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _find(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _begins_with_maker(slug: str, words: Words) -> bool:
    tokens = split_words(_clean_slug(slug))
    return bool(tokens) and "vendor" in words.find(tokens, 0)[1]


def _clean_slug(slug: str) -> str:
    """Return the words of an address, without a year, and without what the tool is for."""
    return re.sub(r"-20[1-4]\d\b|-\d$|-for-.*", "", slug).replace("-", " ")


def find_marks(entry: Entry) -> set[str]:
    """Return the proper names and numbers in an entry's prose, but for what its own name says.

    A word that opens a sentence is a proper name where it has more capitals, or an ``'s``.
    """
    marks = set()
    for text in (entry.tagline, entry.description):
        for sentence in _SENTENCE.split(text or ""):
            for place, word in enumerate(sentence.split()):
                if word.isalpha() and word.islower():
                    continue
                bare = word.strip(_PUNCTUATION)
                plain = _POSSESSIVE.sub("", bare)
                capitals = sum(char.isupper() for char in plain)
                is_name = capitals and (place or capitals > 1 or plain != bare)
                if is_name or any(char.isdigit() for char in plain):
                    marks.add(fold_text(plain))
    return marks - set(split_words(entry.name)) - {""}


def _read_prices(pricing: str) -> tuple[float, ...]:
    prices = {float(found.replace(",", "")) for found in _PRICE.findall(pricing)}
    return tuple(sorted(prices - {0.0}))


def _read_cost(pricing: str) -> str:
    is_open, is_paid = bool(_OPEN.search(pricing)), bool(_PAID.search(pricing))
    return "" if is_open == is_paid else "open" if is_open else "paid"


def _write_homepage(url: str | None) -> str:
    """Return the place of a homepage; nothing for the front page of a host that many share."""
    if not url:
        return ""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").removeprefix("www."), parts.path.strip("/").casefold()
    is_shared = f".{host}".endswith(tuple(f".{shared}" for shared in _SHARED_HOSTS))
    if is_shared and "/" not in path:
        return ""
    query = "&".join(sorted(each for each in parts.query.split("&") if not _TRACKING.match(each)))
    return f"{host}/{path}".rstrip("/") + (f"?{query}" if query else "")
