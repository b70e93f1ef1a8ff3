"""Bench: who reads the pages. A peer is imported when it is asked to read."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeAlias

from msgspec import Struct

from bench.pages import BenchPage
from parsers.reading import parse_page
from parsers.records import Record

Reader: TypeAlias = Callable[[bytes, str], Record]


class Contestant(Struct, frozen=True):
    """A reader under the name that the table gives it, and the library that it needs."""

    name: str
    library: str
    module: str
    function: str = "read_page"

    @property
    def is_installed(self) -> bool:
        """Whether the library is there."""
        return find_spec(self.library) is not None

    def load(self) -> Reader:
        """Return the function that reads a page."""
        reader: Reader = getattr(importlib.import_module(self.module), self.function)
        return reader


CONTESTANTS = (
    Contestant("**versusdb**", "parsers", __name__),
    Contestant("lxml, compiled XPath", "lxml", "bench.parse.with_lxml"),
    Contestant("selectolax (lexbor)", "selectolax", "bench.parse.with_selectolax"),
    Contestant("parsel", "parsel", "bench.parse.with_parsel"),
    Contestant("BeautifulSoup on lxml", "bs4", "bench.parse.with_soup"),
    Contestant(
        "BeautifulSoup on html.parser", "bs4", "bench.parse.with_soup", "read_page_in_python"
    ),
)


def read_page(body: bytes, source: str) -> Record:
    """Return the record as ``versusdb parse`` gives it: from a file, with evidence and checks."""
    return parse_page(body, source=source).record


def check_record(contestant: Contestant, page: BenchPage) -> None:
    """Raise ``AssertionError`` unless a contestant reads exactly the record of a page."""
    found = contestant.load()(page.body, page.record.source)
    if found != page.record:
        raise AssertionError(
            f"{contestant.name} misread {page.name}: expected {page.record}, got {found}"
        )
