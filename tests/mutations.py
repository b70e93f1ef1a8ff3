"""Mutated pages: pages of ours, cut, spliced and lied about, each made again from its number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from parsers.encoding import decode_page
from tests.pages import Card, write_html, write_text

MOST_BYTES = 10_000
FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
LABELS = (
    "AI tool comparison", "Which one should you ship with?", "Panel ship", "Community", "Entry",
    "Decision", "Panel verdict", "Pricing", "Best for", "Category", "Reviewer scorecard",
    "Weekly AI Tool Verdicts", "Related comparisons", "Most compared", " vs ", "Ship", "Mixed",
    "Skip", "No community votes yet", "Free", "Paid", "—",
)  # fmt: skip
ENTITIES = (
    "&nbsp;", "&shy;", "&#0;", "&#x110000;", "&#xD800;", "&amp;lt;", "&", "&quot", "&#8203;",
    "&#xFFFD;", "&lt;b&gt;", "&Tab;", "&NewLine;", "&copy", "&#150;",
)  # fmt: skip
TAGS = (
    "div p span b table tr td th h1 h2 li nav aside footer section blockquote dl dt dd a br "
    "script style title template svg select textarea plaintext form button dialog"
).split()
CHARSETS = ("utf-8", "utf-16", "utf-16le", "windows-1252", "iso-8859-1", "shift_jis", "gbk",
            "iso-2022-jp", "x-user-defined", "utf-7", "none", "koi8-r")  # fmt: skip
STRANGE = (
    "\x00\x01\x0c\x1b\x7f\x85\xa0\xad\u0300\u200b\u200d\u2028\u202e\ufeff\ufffd\U0001f680'\"<>&|"
)
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
ELEMENT = re.compile(r"<([a-z0-9]+)\b[^>]*>[^<]*</\1>", re.IGNORECASE)
NUMBER = re.compile(r"\d+")
BULK = re.compile(r"<script.*?</script>| class=\"[^\"]*\"|<meta[^>]*charset[^>]*>", re.DOTALL)
NAMES = ("Tintype", "Gravelbed", "Entry", "A vs B", "Corncrake 2 (7B)", "git-why", "x", "Skip",
         "R&D: Notes & Diffs", "Pricing")  # fmt: skip

Mutate = Callable[[random.Random, str], str]


def mutate_page(seed: int, number: int) -> bytes:
    """Return the page of that number: a page of ours with one to four mutations in it."""
    dice = random.Random(f"{seed}:{number}")  # noqa: S311  # to be thrown again, not to be safe
    text = pick_page(dice)
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4))):
        text = dice.choice(ON_TEXT)(dice, text)
    body = _encode(dice, text)
    if dice.random() < 0.3:
        body = dice.choice(ON_BYTES)(dice, body)
    return body[:MOST_BYTES]


def pick_page(dice: random.Random) -> str:
    """Return a whole page: a fixture, or one made of cards that the dice choose."""
    if dice.random() < 0.4:
        return dice.choice(_list_fixtures())
    cards = [_make_card(dice, name) for name in dice.sample(NAMES, dice.choice((2, 2, 2, 2, 3)))]
    if dice.random() < 0.4:
        return write_text(cards)
    slugs = [card.slug for card in cards if card.slug]
    canonical = None
    if len(slugs) == len(cards) and dice.random() < 0.5:
        canonical = f"https://shiporskip.io/compare/{'-vs-'.join(slugs)}"
    return write_html(cards, canonical=canonical)


@cache
def _list_fixtures() -> Sequence[str]:
    """Return the fixtures that are short enough, without scripts, classes and charsets."""
    pages = [
        BULK.sub("", decode_page(path.read_bytes()))
        for path in sorted(FIXTURES.iterdir())
        if path.suffix in (".html", ".txt")
    ]
    return [page for page in pages if len(page.encode()) <= MOST_BYTES]


def _make_card(dice: random.Random, name: str) -> Card:
    slug = re.sub(r"\W+", "-", name.lower()).strip("-") if dice.random() < 0.6 else None
    ships = tuple(dice.random() < 0.6 for _ in range(dice.choice((1, 2, 3, 3, 4, 4, 5))))
    words = dice.choice(("Does one thing", "Sorts mail", "Reads scans", "Free for all"))
    end = dice.choice(("twice", "often; never late", "“so to speak”"))
    return Card(
        name=name,
        slug=slug,
        category=dice.choice(("Data", "Developer Tools", "Audio & Voice")),
        tagline=f"{words} and stops at {dice.randrange(100)}",
        description=f"{words}, it says, {end}.",
        price=dice.choice(("Free", "Paid")),
        ships=ships,
    )


def _slice(dice: random.Random, length: int) -> tuple[int, int]:
    start = dice.randrange(length + 1)
    longest = dice.choice((4, 40, 400, 4000))
    return start, min(length, start + dice.randrange(longest + 1))


def cut_slice(dice: random.Random, text: str) -> str:
    """Leave out a slice."""
    start, stop = _slice(dice, len(text))
    return text[:start] + text[stop:]


def cut_short(dice: random.Random, text: str) -> str:
    """End anywhere."""
    return text[: dice.randrange(len(text) + 1)]


def repeat_slice(dice: random.Random, text: str) -> str:
    """Say a slice twice, here or elsewhere."""
    start, stop = _slice(dice, len(text))
    at = dice.choice((stop, dice.randrange(len(text) + 1)))
    return text[:at] + text[start:stop] + text[at:]


def swap_slices(dice: random.Random, text: str) -> str:
    """Let two neighbouring slices change places."""
    a, b, c = sorted(dice.randrange(len(text) + 1) for _ in range(3))
    return text[:a] + text[b:c] + text[a:b] + text[c:]


def insert_strange(dice: random.Random, text: str) -> str:
    """Put in characters that nobody sees, or NULs."""
    for _ in range(dice.choice((1, 3, 30))):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(STRANGE) * dice.choice((1, 1, 2, 50)) + text[at:]
    return text


def mend_tags(dice: random.Random, text: str) -> str:
    """Leave out a tag, say it twice, give it another name or put in a new one."""
    spots = list(TAG.finditer(text))
    name = dice.choice(TAGS)
    new = dice.choice(
        (f"<{name}>", f"</{name}>", f"<{name}/>", f"<{name} ", f"<{name} a='", "<!--", "<")
    )
    if not spots:
        at = dice.randrange(len(text) + 1)
        return text[:at] + new + text[at:]
    spot = dice.choice(spots)
    renamed = re.sub(r"[a-zA-Z0-9]+", name, spot[0], count=1)
    put = dice.choice(("", spot[0] * 2, renamed, new + spot[0], spot[0][:-1]))
    return text[: spot.start()] + put + text[spot.end() :]


def move_elements(dice: random.Random, text: str) -> str:
    """Leave out a whole element or line, say it twice, move it, or swap it with another."""
    spots = [match.span() for match in ELEMENT.finditer(text)]
    if len(spots) < 2:
        spots = [match.span() for match in re.finditer(r"[^\n]+\n?", text)]
    if len(spots) < 2:
        return text
    (a, b), (c, d) = sorted(dice.sample(spots, 2))
    one, two = text[a:b], text[c:d]
    pair = dice.choice(
        (("", two), (one, ""), (one + one, two), ("", two + one), (two, one), (two, two))
    )
    return text[:a] + pair[0] + text[b:c] + pair[1] + text[d:]


def mend_entities(dice: random.Random, text: str) -> str:
    """Put references in, broken ones too, or write a character as one."""
    at = dice.randrange(len(text) + 1)
    if dice.random() < 0.5 and at < len(text):
        return f"{text[:at]}&#{ord(text[at])};{text[at + 1 :]}"
    return text[:at] + dice.choice(ENTITIES) + text[at:]


def mend_labels(dice: random.Random, text: str) -> str:
    """Leave out a label, say it twice, break it, or put another in its place."""
    spots = [match.span() for label in LABELS for match in re.finditer(re.escape(label), text)]
    other = dice.choice(LABELS)
    if not spots:
        return text + other
    start, stop = dice.choice(spots)
    label = text[start:stop]
    put = dice.choice(
        (
            "", label.upper(), other, f"{label}:", f"{label}\n{label}", f"{label} {other}",
            f"{label[:2]}<br>{label[2:]}", f"{label[:1]}\u00ad{label[1:]}",
        )
    )  # fmt: skip
    return text[:start] + put + text[stop:]


def mend_numbers(dice: random.Random, text: str) -> str:
    """Write another number."""
    spots = list(NUMBER.finditer(text))
    if not spots:
        return text
    spot = dice.choice(spots)
    put = dice.choice(("0", "1", "50", "100", "101", "-3", "7.5", "9" * 30, "", "٣", "²", "1,000",
                       str(dice.randrange(100))))  # fmt: skip
    return text[: spot.start()] + put + text[spot.end() :]


def splice_pages(dice: random.Random, text: str) -> str:
    """Go on as another page, or with one of its parts."""
    other = pick_page(dice)
    start, stop = _slice(dice, len(other))
    at = dice.randrange(len(text) + 1)
    return dice.choice((text[:at] + other[start:], text[:at] + other[start:stop] + text[at:]))


def lie_about_charset(dice: random.Random, text: str) -> str:
    """Declare a charset."""
    return f'<meta charset="{dice.choice(CHARSETS)}">{text}'


def _encode(dice: random.Random, text: str) -> bytes:
    charset = dice.choice(
        ("utf-8",) * 8 + ("utf-16", "utf-16-be", "cp1252", "shift_jis", "utf-8-sig")
    )
    return text.encode(charset, "replace" if charset != "utf-8" else "surrogatepass")


def flip_bytes(dice: random.Random, body: bytes) -> bytes:
    """Let some bytes become others."""
    flipped = bytearray(body)
    for _ in range(min(len(body), dice.choice((1, 1, 4, 40)))):
        flipped[dice.randrange(len(body))] = dice.randrange(256)
    return bytes(flipped)


def cut_bytes(dice: random.Random, body: bytes) -> bytes:
    """Leave out a slice, within a character too."""
    start, stop = _slice(dice, len(body))
    return body[:start] + body[stop:]


def insert_bytes(dice: random.Random, body: bytes) -> bytes:
    """Put in NULs, or bytes that are no text."""
    start, stop = _slice(dice, len(body))
    noise = dice.choice((bytes(stop - start), dice.randbytes(stop - start)))
    return body[:start] + noise + body[start:]


ON_TEXT: Sequence[Mutate] = (
    cut_slice, cut_short, repeat_slice, swap_slices, insert_strange, mend_tags, move_elements,
    move_elements, mend_entities, mend_labels, mend_labels, mend_numbers, mend_numbers,
    splice_pages, lie_about_charset,
)  # fmt: skip
ON_BYTES = (flip_bytes, cut_bytes, insert_bytes)
