"""Parse: a tool's page as lines, each label apart from the value that is glued to it.

``PriceOpen Source (MIT)Reviewed2026-04-24`` is one text to a reader of blocks and four lines to
the grammar. Where inline markup divides it, its parts say where a label ends; where nothing
does, the facts are taken off its end one by one, and only a text that comes out as facts alone is
cut: a sentence is left as it stands. What follows the label of the panel's take, or of what is
shared, is prose, and no line of it is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from parsers.blocks import Block
from parsers.lines import Line
from parsers.sites import Site, ToolLabels
from parsers.text import fold_label

SEPARATORS = " ·•|:–—-/›»>"
_COLONS = ":–—|·•"
_LONGEST_FACTS = 400
_LONGEST_DATE = 30
_MOST_PARTS = 16
_HOST = r"(?P<host>[^\W_](?:[\w-]*\.)+\w{2,})"


class Marks(Struct, frozen=True):
    """The labels of a tool's page as lines are compared with them, and its facts.

    ``visit`` is the line with the tool's own address, its host in the group ``host``. ``ends``
    match a text that ends with a fact: the group ``rest`` is what stands before it.
    """

    price: str
    reviewed: str
    verdict: str
    take: str
    share: str
    embed: str
    facts: frozenset[str]
    sections: frozenset[str]
    visit: re.Pattern[str]
    ends: tuple[re.Pattern[str], ...]


@cache
def _build_marks(labels: ToolLabels, words: frozenset[str]) -> Marks:
    price, reviewed, verdict = map(fold_text, (labels.price, labels.reviewed, labels.verdict))
    take, share, embed = map(fold_text, labels.sections)
    known = "|".join(map(re.escape, sorted(words)))
    gap = f"[{re.escape(SEPARATORS)}]*"
    visit = rf"{re.escape(labels.visit)}\s{_HOST}(?:/\S*)?(?:\s?[^\w\s]{{1,2}})?"
    date = rf"[^\W_][^\n]{{0,{_LONGEST_DATE}}}\d"
    ends = (
        rf"(?P<fact>{visit})",
        f"(?P<fact>{labels.votes.pattern})",
        rf"(?P<label>{re.escape(labels.verdict)}){gap}(?P<value>(?:{known})\W*)",
        rf"(?P<label>{re.escape(labels.reviewed)}){gap}(?P<value>{date})",
    )
    return Marks(
        price=price,
        reviewed=reviewed,
        verdict=verdict,
        take=take,
        share=share,
        embed=embed,
        facts=frozenset((price, reviewed, verdict)),
        sections=frozenset((take, share, embed)),
        visit=re.compile(visit, re.IGNORECASE),
        ends=tuple(re.compile(f"(?P<rest>.*){end}", re.IGNORECASE) for end in ends),
    )


def find_marks(site: Site) -> Marks | None:
    """Return the marks of a site's tool pages; None if its file describes none."""
    if site.tool_labels is None:
        return None
    return _build_marks(site.tool_labels, frozenset(site.verdicts))


def fold_text(text: str) -> str:
    """Return the form in which labels are compared, whatever apostrophe a page prints."""
    return fold_label(text).replace("’", "'").strip(SEPARATORS)


def cut_facts(blocks: Iterable[Block], marks: Marks, name: str = "") -> list[Line]:
    """Return the lines of blocks in reading order; ``name`` is the tool's, folded, once known.

    A page that is rendered twice prints it again after its prose, and then facts.
    """
    lines: list[Line] = []
    is_prose = False
    for block in blocks:
        folded = fold_text(block.text)
        if folded in marks.sections or (folded == name and name):
            is_prose = folded in marks.sections
        texts: Sequence[str] = (block.text,)
        if not (is_prose or block.heading or len(block.text) > _LONGEST_FACTS):
            texts = _cut_block(block, marks)
        for text in texts:
            lines.append(Line(len(lines), text, fold_text(text), block))
    return lines


def _cut_block(block: Block, marks: Marks) -> Sequence[str]:
    if 1 < len(block.parts) <= _MOST_PARTS:
        texts = tuple(_cut_parts(block, marks))
        if len(texts) > 1:
            return texts
    return _cut_glued(block.text, marks) or (block.text,)


def _cut_parts(block: Block, marks: Marks) -> Iterator[str]:
    """Yield the labels that are parts of their own, and what stands between them."""
    start = place = 0
    for part in block.parts:
        at = block.text.find(part, place)
        if at < 0:
            continue
        place = at + len(part)
        if fold_text(part) in marks.facts or marks.visit.fullmatch(part) is not None:
            yield from _cut_value(block.text[start:at], marks)
            yield part
            start = place
    yield from _cut_value(block.text[start:], marks)


def _cut_value(text: str, marks: Marks) -> Sequence[str]:
    """Return what stands beside a label: its value, and facts that are glued to that."""
    facts, rest = _peel(text.strip(SEPARATORS), marks)
    rest = rest.strip(SEPARATORS)
    return (rest, *facts) if rest else facts


def _cut_glued(text: str, marks: Marks) -> Sequence[str] | None:
    """Return the facts of a text that is nothing else, or None."""
    facts, rest = _peel(text, marks)
    if not rest:
        return facts
    for label in (marks.price, marks.reviewed, marks.verdict):
        value = rest[len(label) :]
        stated = value.strip(SEPARATORS)
        if not stated or fold_text(rest[: len(label)]) != label:
            continue
        is_apart = value.lstrip()[0] in _COLONS
        # "Priceless" and "Price of admission" are words of a sentence.
        is_glued = not value[0].isspace() and not value[0].islower()
        if is_apart or is_glued or (facts and label == marks.price):
            return (rest[: len(label)], stated, *facts)
    return None


def _peel(text: str, marks: Marks) -> tuple[tuple[str, ...], str]:
    """Return the facts at the end of a text, one of each kind, and what stands before them."""
    facts: tuple[str, ...] = ()
    left = list(marks.ends)
    while text:
        ends = ((pattern, pattern.fullmatch(text)) for pattern in left)
        pattern, end = next(((p, m) for p, m in ends if m is not None), (None, None))
        if pattern is None or end is None:
            break
        left.remove(pattern)
        pieces = (end["label"], end["value"]) if "label" in pattern.groupindex else (end["fact"],)
        facts = (*pieces, *facts)
        text = end["rest"].rstrip()
    return facts, text
