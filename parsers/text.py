"""Parse: what a person sees of a string.

Renderings of one page differ in white space, soft hyphens and zero-width characters that
nobody can see. They are taken out here, once, so that all later comparison is plain equality.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

# Soft hyphen, zero-width space, word joiner, byte-order mark, direction marks, other controls.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Joiners carry meaning inside emoji and some scripts, never beside an ASCII character.
_IDLE_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
# Where a long run of combining marks may be: they are neither ASCII nor general punctuation.
_STRANGE_RUN = re.compile("[^\x00-\u02ff\u2000-\u206f]{31,}")
_JOINER = "\u200d"
_JOINED = frozenset((_JOINER, *map(chr, (*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)))))
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
HALF = "\ufffd"  # of a character that UTF-16 writes as two
_LAST_WHOLE = "\uffff"
_MOST_PARTS = 8
_MOST_MARKS = 30  # on one letter; Unicode Standard Annex 15, stream-safe text
_CUT_SHORT = ("…", "...")
_QUOTATION_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’"}


def clean_text(raw: str) -> str:
    """Return ``raw`` in NFC, without invisible characters, white space folded to one space."""
    if raw.isprintable() and "  " not in raw:
        text = raw.strip(" ")
    else:
        text = " ".join(_IDLE_JOINER.sub("", _INVISIBLE.sub("", raw)).split())
    if text.isascii():
        return text
    # Normalising takes time with the square of such a run.
    return unicodedata.normalize("NFC", _STRANGE_RUN.sub(_cap_marks, text))


def drop_controls(raw: str) -> str:
    """Return ``raw`` without what no tree of elements holds: controls and half characters."""
    return _UNPRINTABLE.sub("", raw)


def _cap_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def fold_label(text: str) -> str:
    """Return the form in which labels and names are compared: case and a last colon aside."""
    folded = text.casefold()
    return folded[:-1].rstrip() if folded.endswith(":") else folded


def is_initial(text: str, name: str) -> bool:
    """Tell whether a text is the first letter of a name, as an avatar shows it.

    An emoji of several characters is one letter; an avatar may show its first character only,
    or what is left of half of that.
    """
    if text == HALF:
        return name[:1] > _LAST_WHOLE
    return bool(text) and _cut_letter(name).casefold().startswith(text.casefold())


def is_letter(name: str) -> bool:
    """Tell whether a name is one letter or one emoji, and its avatar's text the same."""
    return bool(name) and _cut_letter(name) == name


def _cut_letter(text: str) -> str:
    """Return the first character and what is joined to it: marks, skin tones, a flag's half."""
    end = 1
    while end < len(text) and (
        unicodedata.category(text[end]).startswith("M")
        or text[end] in _JOINED
        or text[end - 1] == _JOINER
        or (end == 1 and text[0] in _FLAG_LETTERS and text[1] in _FLAG_LETTERS)
    ):
        end += 1
    return text[:end]


def strip_quotation_marks(text: str) -> str | None:
    """Return ``text`` without the quotation marks at its ends, or None if it has none there."""
    if len(text) > 2 and _QUOTATION_PAIRS.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    return None


def drop_teasers(texts: Sequence[str]) -> list[str]:
    """Return the texts without those that are only the beginning of the next, and say so."""
    return [
        text
        for text, after in zip(texts, [*texts[1:], ""], strict=True)
        if not (text.endswith(_CUT_SHORT) and after.startswith(text.rstrip(".… ")))
    ]


def unwrap_quotation(text: str) -> str:
    """Return ``text`` without quotation marks that are around all of it.

    A review may begin and end with words that it quotes itself; those marks are its own.
    """
    stripped = strip_quotation_marks(text)
    if stripped is None:
        return text
    opening, closing = text[0], text[-1]
    depth = 0
    for char in stripped:
        depth += (char == opening) - (char == closing) if opening != closing else char == opening
        if depth < 0 or (opening == closing and depth):
            return text
    return stripped


def split_everywhere(separator: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    """Yield every way to cut ``text`` at some of its first separators, the most parts first."""
    cuts = list(separator.finditer(text))[:_MOST_PARTS]
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            starts = [0, *(cut.end() for cut in chosen)]
            ends = [*(cut.start() for cut in chosen), len(text)]
            yield tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
