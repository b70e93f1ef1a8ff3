"""Parse: bytes to text, as browsers do it.

In order: byte-order mark, the header's charset, the page's own ``<meta>``, then UTF-8 if the
bytes are valid UTF-8, else windows-1252. Labels are read by the WHATWG Encoding Standard, so
``iso-8859-1`` means windows-1252. There is no statistical detector: it guesses in silence.
"""

from __future__ import annotations

import codecs
import re

import webencodings

from parsers.bounds import list_tags

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_PRESCAN_BYTES = 1024  # HTML Living Standard, 13.2.3.2


def decode_page(body: bytes, content_type: str | None = None) -> str:
    """Return the text of ``body``; what cannot be decoded becomes U+FFFD."""
    for mark, _ in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return decode_part(body[len(mark) :], find_encoding(body, content_type))
    return decode_part(body, find_encoding(body, content_type))


def decode_part(body: bytes, encoding: webencodings.Encoding) -> str:
    """Return the text of a part of a page that is written in ``encoding``."""
    text, _ = encoding.codec_info.decode(body, "replace")
    return str(text)


def find_encoding(body: bytes, content_type: str | None = None) -> webencodings.Encoding:
    """Return the encoding of a page."""
    name = next((name for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark)), None)
    encoding = None if name else _find_charset(content_type or "") or _declared_by_meta(body)
    if encoding is None and name is None:
        name = "utf-8" if _is_utf8(body) else "windows-1252"
    encoding = encoding or webencodings.lookup(name or "")
    assert encoding is not None
    return encoding


def keeps_ascii(encoding: webencodings.Encoding) -> bool:
    """Tell whether an ASCII character is one byte in it, and stands in no other character."""
    return encoding.name.startswith(("utf-8", "windows-", "iso-8859-"))


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared_by_meta(body: bytes) -> webencodings.Encoding | None:
    """Return the first encoding that a ``<meta>`` declares, as its charset or content type."""
    for tag, attributes in list_tags(body[:_PRESCAN_BYTES].decode("latin-1")):
        if tag.casefold() != "meta":
            continue
        # The first of two attributes of one name counts.
        stated = {name.casefold(): value.strip("\"'") for name, value in reversed(attributes)}
        encoding = webencodings.lookup(stated.get("charset", ""))
        if stated.get("http-equiv", "").casefold() == "content-type":
            encoding = encoding or _find_charset(stated.get("content", ""))
        if encoding is not None:
            # A <meta> that could be read as ASCII cannot be UTF-16, whatever it says.
            is_wide = encoding.name.startswith("utf-16")
            return webencodings.lookup("utf-8") if is_wide else encoding
    return None


def _find_charset(content_type: str) -> webencodings.Encoding | None:
    match = _CHARSET.search(content_type)
    return webencodings.lookup(match[1]) if match else None
