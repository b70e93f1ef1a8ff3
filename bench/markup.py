"""Bench: a tree of elements, written twice as React's server writes it.

A Next.js page carries its content as markup, and again as *flight data*: the same tree as JSON
in scripts, from which the browser takes over. The escapes, the comments between neighbouring
texts and the shape of the rows follow React 19 and Next.js 15.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TypeAlias

from msgspec import Struct

_VOID = frozenset(("br", "img", "input", "link", "meta"))
_CHUNK = 8_000


class Element(Struct, frozen=True):
    """An element; a ``client`` renders it in the browser, and gets the data for that."""

    tag: str
    attributes: dict[str, str]
    children: tuple[Element | str, ...]
    client: Client | None = None


class Client(Struct, frozen=True):
    """A module of the browser's, by its number, and the properties that it is called with."""

    number: int
    properties: dict[str, object] = {}


Node: TypeAlias = Element | str


def node(
    tag: str, *children: Node, style: str = "", client: Client | None = None, **attributes: str
) -> Element:
    """Return an element; ``style`` is its class attribute, ``aria_label`` means ``aria-label``."""
    named = {"class": style} if style else {}
    named |= {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Element(tag, named, children, client)


def write_html(tree: Node) -> str:
    """Return the markup of a tree."""
    return "".join(_list_html(tree))


def _list_html(tree: Node) -> Iterator[str]:
    if isinstance(tree, str):
        yield escape(tree)
        return
    attributes = (f' {name}="{escape(value)}"' for name, value in tree.attributes.items())
    yield f"<{tree.tag}{''.join(attributes)}"
    if tree.tag in _VOID:
        yield "/>"
        return
    yield ">"
    was_text = False
    for child in tree.children:
        is_text = isinstance(child, str)
        # Two texts side by side would reach the browser as one: React puts a comment between.
        if is_text and was_text:
            yield "<!-- -->"
        yield from _list_html(child)
        was_text = is_text
    yield f"</{tree.tag}>"


def write_flight(trees: Sequence[Element], modules: Sequence[str]) -> str:
    """Return the scripts with the flight data: the browser's modules, then a row for each tree."""
    lines = [
        f'{number:x}:I[{31_000 + 77 * number},["{137 * number}","{module}"],"default"]'
        for number, module in enumerate(modules, start=1)
    ]
    first = len(lines) + 1
    lines += [f"{number:x}:{_dump(_list_flight(tree))}" for number, tree in enumerate(trees, first)]
    lines.append(f'0:{{"P":null,"b":"mR4xV0cT","f":[["$L{first:x}"]],"m":"$undefined","S":true}}')
    text = "\n".join(lines) + "\n"
    chunks = (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))
    pushes = [f"self.__next_f.push([1,{write_script(chunk)}])" for chunk in chunks]
    pushes.insert(0, "(self.__next_f=self.__next_f||[]).push([0])")
    return "".join(f"<script>{push}</script>" for push in pushes)


def write_script(value: object) -> str:
    """Return a value as JSON that can stand in a script, as Next.js escapes it."""
    text = _dump(value)
    return re.sub("[&<>]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _list_flight(tree: Node) -> object:
    if isinstance(tree, str):
        return tree
    if tree.client is not None:
        return ["$", f"$L{tree.client.number:x}", None, tree.client.properties]
    properties: dict[str, object] = {
        "className"
        if name == "class"
        else re.sub("-(.)", lambda found: found[1].upper(), name): value
        for name, value in tree.attributes.items()
    }
    children = [_list_flight(child) for child in tree.children]
    if children:
        properties["children"] = children[0] if len(children) == 1 else children
    return ["$", tree.tag, None, properties]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
