"""Command: a value as one short piece of a line, and two that differ so that it can be seen where.

Text stands in quotes, and a dash for none; what was left out is an ellipsis.
"""

from __future__ import annotations

from itertools import takewhile

MOST_CHARACTERS = 60
# How much of what two texts share stands before the first character that differs.
_SHARED = 12


def shorten(value: object, most: int = MOST_CHARACTERS) -> str:
    """Return a value as it stands in a line, its text cut at the end."""
    if value is None:
        return "–"
    if not isinstance(value, str):
        return str(value)
    return repr(_cut(" ".join(value.split()), most))


def shorten_change(before: object, after: object, most: int = MOST_CHARACTERS) -> str:
    """Return a value before and after; of two long texts, what surrounds their first difference."""
    if isinstance(before, str) and isinstance(after, str):
        texts = [" ".join(text.split()) for text in (before, after)]
        if texts[0] == texts[1]:
            # They differ in nothing but white space, and that is what is to be seen.
            texts = [before, after]
        start = _find_start(*texts) if max(map(len, texts)) > most else 0
        ahead = "…" if start else ""
        texts = [repr(_cut(f"{ahead}{text[start:]}", most)) for text in texts]
    else:
        texts = [shorten(value, most) for value in (before, after)]
    return " → ".join(texts)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _find_start(before: str, after: str) -> int:
    """Return where to begin, at a word if there is one, to come soon to what differs."""
    pairs = zip(before, after, strict=False)
    differs_at = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = differs_at - _SHARED
    if start <= 0:
        return 0
    space = before.find(" ", start - 1, differs_at)
    return start if space < 0 else space + 1
