"""Parse: content that the server sent late, moved to where the page's own script puts it.

React sends what is slow in hidden elements at the end, and a call for each that moves it to the
placeholder it left earlier: ``$RC("B:1","S:1")`` puts what the element ``S:1`` holds in
the place of the ``<template id="B:1">`` and of what stands in for them, up to the comment that
ends it; ``$RS("S:2","P:2")`` has nothing that stands in. A person sees the page after that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from msgspec import Struct

_CALL = re.compile(r'\$R([CS])\("([BSP]:\w+)","([BSP]:\w+)"')
_MOST_CALLS = 100
_STARTS, _END = ("$", "$?", "$!"), "/$"


class Move(Struct, frozen=True):
    """What a script moves: the id of what comes late, and of the place it goes to."""

    source: str
    target: str
    has_fallback: bool


def list_moves(text: str) -> list[Move]:
    """Return what the scripts of a page move, in order."""
    moves: list[Move] = []
    if "$RC(" in text or "$RS(" in text:
        for call in list(_CALL.finditer(text))[:_MOST_CALLS]:
            kind, first, second = call.groups()
            source, target = (second, first) if kind == "C" else (first, second)
            moves.append(Move(source, target, has_fallback=kind == "C"))
    return moves


def settle_streamed(root: etree._Element, moves: Sequence[Move]) -> None:
    """Move the late content of a tree whose comments were kept."""
    if not moves:
        return
    places = {id_: element for element in root.iter("*") if (id_ := element.get("id"))}
    for move in moves:
        if move.target in places and move.source in places and move.target != move.source:
            _move(places[move.target], places[move.source], has_fallback=move.has_fallback)


def _move(target: etree._Element, source: etree._Element, *, has_fallback: bool) -> None:
    if target.getparent() is None or source in target.iterancestors():
        return
    if has_fallback:
        _drop_fallback(target)
    _leave_tail(source)
    target.addnext(source)


def _drop_fallback(template: etree._Element) -> None:
    """Drop what follows the template, up to the comment that ends its boundary."""
    parent, depth = template.getparent(), 0
    if parent is None:
        return
    comments = set(parent.iterchildren(etree.Comment))
    fallback: list[etree._Element] = []
    for sibling in template.itersiblings():
        mark = sibling.text if sibling in comments else None
        if mark == _END and not depth:
            break
        depth += (mark in _STARTS) - (mark == _END)
        fallback.append(sibling)
    else:
        return
    template.tail = None
    for sibling in fallback:
        parent.remove(sibling)


def _leave_tail(element: etree._Element) -> None:
    """Leave the text after an element where it is when the element moves."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = f"{previous.tail or ''}{element.tail or ''}" or None
    elif parent is not None:
        parent.text = f"{parent.text or ''}{element.tail or ''}" or None
    element.tail = None
