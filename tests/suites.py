"""The public conformance suites, where they are present, as cases that a test can ask about.

They lie outside the project, unmodified; ``SHARED / "suites" / "README.md"`` says where they are
from. Nothing of them is copied here but what a case is called.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

SHARED = Path(__file__).parents[2] / "shared"
ROBOTS_GOOGLE = SHARED / "suites" / "robots-google"
CRAWLER_COMMONS = SHARED / "suites" / "crawler-commons"

# The text form of protocol buffers, as far as the suite uses it.
PROTO = re.compile(r'#[^\n]*|"(?P<text>(?:[^"\\]|\\.)*)"|(?P<word>[A-Za-z_]+)|(?P<end>\})')
ESCAPE = re.compile(rb"\\(x[0-9A-Fa-f]{2}|.)")
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}
OUTCOMES = {"ALLOWED": True, "DISALLOWED": False}


class RobotsCase(Struct, frozen=True):
    """What a robots.txt is expected to say to one robot about one address."""

    name: str
    body: bytes
    agent: str
    address: str
    is_allowed: bool


def need(*paths: Path) -> pytest.MarkDecorator:
    """Return the mark of tests that need files from outside the project."""
    missing = [path for path in paths if not path.exists()]
    return pytest.mark.skipif(
        bool(missing), reason="the public suites are not part of the project and not beside it"
    )


def list_robots_files() -> list[str]:
    """List the files of robots cases: correctness and stress."""
    found = ROBOTS_GOOGLE.glob("*/*.textproto")
    return sorted(path.relative_to(ROBOTS_GOOGLE).with_suffix("").as_posix() for path in found)


def read_robots_cases(file: str) -> Iterator[RobotsCase]:
    """Iterate over the cases of one file, which are named by their number in it, from 1."""
    fields: dict[str, bytes] = {}
    field, outcome, count = "", None, 0
    for match in PROTO.finditer((ROBOTS_GOOGLE / f"{file}.textproto").read_bytes().decode()):
        word = match["word"]
        if match["text"] is not None:
            fields[field] = fields.get(field, b"") + unescape(match["text"])
        elif word in OUTCOMES:
            outcome = OUTCOMES[word]
        elif word is not None:
            field = word
            fields.pop(word, None)
        elif match["end"] and outcome is not None:
            count += 1
            agent, address = (fields.pop(key, b"").decode() for key in ("useragent", "testurl"))
            yield RobotsCase(f"{file} {count}", fields["robotstxt"], agent, address, outcome)
            outcome = None


def unescape(text: str) -> bytes:
    """Return the bytes that a string of a protocol buffer stands for."""
    return ESCAPE.sub(
        lambda match: (
            bytes.fromhex(match[1][1:].decode())
            if match[1].startswith(b"x")
            else ESCAPED.get(match[1], match[1])
        ),
        text.encode(),
    )


def read_rows(file: str) -> list[list[str]]:
    """Return the rows of one of the comma-separated files of crawler-commons."""
    lines = (CRAWLER_COMMONS / file).read_bytes().decode().split("\n")
    rows = csv.reader(
        [line for line in lines if line and not line.startswith("#")], skipinitialspace=True
    )
    # Trailing spaces are part of a case's name only.
    return [[cell.strip(" ") for cell in row] for row in rows]


def read_web_platform_cases() -> list[dict[str, Any]]:
    """Return the cases of the web platform tests for addresses: what browsers agreed on."""
    text = (CRAWLER_COMMONS / "url-utils" / "wpt-urltestdata.json").read_text(encoding="utf-8")
    return [case for case in json.loads(text) if isinstance(case, dict)]
