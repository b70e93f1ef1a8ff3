"""One page in many encodings: its bytes differ, its record does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from parsers.reading import parse_page
from parsers.records import Comparison

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
RECORD = json.loads((FIXTURES / "page.json").read_text("utf-8"))
META = '<meta charset="utf-8">'
PAGE = (FIXTURES / "page.semantic.html").read_text("utf-8")
EXTRACT = (FIXTURES / "full.txt").read_text("utf-8")


def read_record(body: bytes, content_type: str | None = None) -> object:
    reading = parse_page(body, source="page", content_type=content_type)
    record = json.loads(msgspec.json.encode(reading.record))
    del record["source"]
    return record


def encode(text: str, codec: str, mark: bytes = b"") -> bytes:
    """Return bytes in which what the codec lacks is a numeric character reference."""
    return mark + text.encode(codec, "xmlcharrefreplace")


@pytest.mark.parametrize(
    ("codec", "mark", "meta", "header"),
    [
        ("utf-8", b"", META, None),
        ("utf-8", b"", "", None),
        ("utf-8", b"\xef\xbb\xbf", '<meta charset="iso-8859-1">', None),
        ("utf-8", b"\xef\xbb\xbf", "", "text/html; charset=windows-1252"),
        ("utf-8", b"", '<meta charset="windows-1252">', "text/html; charset=utf-8"),
        ("utf-8", b"", '<meta charset="utf-16">', None),
        ("windows-1252", b"", "", None),
        ("windows-1252", b"", "<meta charset=iso-8859-1>", None),
        (
            "windows-1252",
            b"",
            "<META HTTP-EQUIV=Content-Type CONTENT='text/html;charset=ascii'>",
            "",
        ),
        ("windows-1252", b"", META, 'text/html; charset="ISO-8859-1"'),
        ("utf-16-le", b"\xff\xfe", META, None),
        ("utf-16-be", b"\xfe\xff", "<meta charset=windows-1252>", "text/html; charset=utf-8"),
        ("utf-16-le", b"", META, "text/html; charset=utf-16"),
        ("utf-16-be", b"", "", "text/html; charset=utf-16be"),
        ("koi8-r", b"", "<meta charset=koi8-r>", None),
        ("shift_jis", b"", "<meta charset=x-sjis>", None),
        ("gb18030", b"", "<meta charset=gb2312>", None),
        ("mac-roman", b"", "<meta charset=macintosh>", None),
        ("ascii", b"", "", None),
        ("ascii", b"", "<meta charset=no-such-charset>", "text/html; charset=neither-this"),
    ],
)
def test_page_is_read_in_its_encoding(codec: str, mark: bytes, meta: str, header: str) -> None:
    """A page in any encoding gives its record: mark before header, header before meta."""
    assert META in PAGE
    assert read_record(encode(PAGE.replace(META, meta), codec, mark), header) == RECORD


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_extract_is_read_in_its_encoding(codec: str) -> None:
    """A plain text has no meta: its mark tells, or that it is UTF-8, or it is windows-1252."""
    expected = json.loads((FIXTURES / "full.json").read_text("utf-8"))
    assert read_record(EXTRACT.encode(codec)) == expected


def test_meta_beyond_its_place_does_not_count() -> None:
    """A browser looks for a declaration in the first 1024 bytes and no further."""
    late = f"<!--{'-' * 1024}--><meta charset=koi8-r>"
    assert read_record(encode(PAGE.replace(META, late), "utf-8")) == RECORD


def test_wrong_declaration_is_told() -> None:
    """A page whose header lies about its bytes is read as far as it can be, and says so."""
    reading = parse_page(
        encode(PAGE, "windows-1252"), source="page", content_type="text/html; charset=utf-8"
    )
    assert isinstance(reading.record, Comparison)
    assert "undecodable" in {issue.code for issue in reading.record.issues}


def test_fixtures_hold_the_bytes_that_they_show() -> None:
    """Each page that stands for an encoding is in it, whatever an editor or git did to it."""
    wide = (FIXTURES / "page.utf-16.html").read_bytes()
    assert wide.startswith(b"\xff\xfe")
    assert "charset=utf-8" in wide.decode("utf-16")
    western = (FIXTURES / "page.windows-1252.html").read_bytes()
    assert b"charset" not in western.lower()
    assert {0x93, 0x94, 0x96, 0x97, 0xB7} <= set(western)
    references = (FIXTURES / "page.entities.html").read_bytes()
    assert references.isascii()
    kinds = (rb"&[a-z]+;", rb"&#\d+;", rb"&#x[0-9A-F]+;", rb"&#151;", rb"&nbsp;")
    assert all(re.search(kind, references) for kind in kinds)
    invisible = (FIXTURES / "page.invisible-characters.html").read_text("utf-8")
    assert set("\u00a0\u00ad\u200b\u2060\ufeff\u200e\u202f") <= set(invisible)
