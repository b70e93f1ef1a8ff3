"""Archive: the named fields in which our own WARC records say what WARC has no field for.

A record that has ``Versusdb-Role`` is ours, and what such a record does not state is NULL in the
archive. Values are percent-encoded, all but printable ASCII.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

ROLE = "Versusdb-Role"
SOURCE = "Versusdb-Source"
SITE = "Versusdb-Site"
HTTP_VERSION = "Versusdb-HTTP-Version"

READABLE = "".join(map(chr, range(33, 127))).replace("%", "")
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
LOCAL_FILE = "file:///"


def write_value(text: str) -> str:
    """Write any text so that it stands on one line and comes back unchanged."""
    return quote(text, safe=READABLE)


def read_value(text: str | None) -> str | None:
    """Read what ``write_value`` wrote."""
    return None if text is None else unquote(text)


def name_file(source: str) -> str:
    """Return the address under which a local file stands in a WARC file."""
    return LOCAL_FILE + quote(source.lstrip("/"))
