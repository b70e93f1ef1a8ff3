"""Parse: the records that every stage shares.

They are values: frozen, typed, made of strings, whole numbers and tuples, and they know
nothing of where they come from or go to. The first half is the contract that
``versusdb parse`` prints (docs/record.schema.json is generated from it); the second half is
what the stages hand to each other about a page.

Absent means *not observed*: a field is ``None`` where this rendering of the page does not
carry it. Percentages are whole numbers from 0 to 100, times are UTC as
``YYYY-MM-DDTHH:MM:SSZ``.

No value can hold itself, so the collector of cycles (``gc``) need not know of them.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, TypedDict

from msgspec import UNSET, Meta, Struct, UnsetType, msgpack

Verdict: TypeAlias = Literal["ship", "mixed", "skip"]
Percentage: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Medium: TypeAlias = Literal["html", "text", "extract"]
Count: TypeAlias = Annotated[int, Meta(ge=0)]
Ordinal: TypeAlias = Annotated[int, Meta(ge=1)]


class Issue(Struct, frozen=True, kw_only=True, gc=False):
    """Something that could not be fetched or read.

    ``field`` is a path into the record (``tools.1.panel_ship_pct``, ``quotes.3.verdict``,
    ``title``), counted from 1 like ``position``; the empty string means the whole page.
    """

    code: str
    field: str
    message: str
    expected: str | None = None
    found: str | None = None


class ToolCard(Struct, frozen=True, kw_only=True, gc=False):
    """How one page presents one tool.

    ``derived`` names the fields that a rule computed and the page did not state. ``denied``
    names those of which the page says in words that there is no value, such as "No votes yet";
    it is left out where there are none.
    """

    position: Ordinal
    slug: str | None = None
    name: str
    category: str | None = None
    tagline: str | None = None
    description: str | None = None
    verdict: Verdict | None = None
    panel_ship_pct: Percentage | None = None
    ship_votes: Count | None = None
    skip_votes: Count | None = None
    community_ship_pct: Percentage | None = None
    community_votes: Count | None = None
    entry_price: str | None = None
    pricing: str | None = None
    derived: tuple[str, ...] = ()
    homepage_url: str | None = None
    reviewed_on: str | None = None
    denied: tuple[str, ...] | UnsetType = UNSET


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """One critic's words on one tool.

    ``position`` is the tool's; ``seat`` is the row of the scorecard, which all sides share.
    ``text`` is the review without the quotation marks around it.
    """

    position: Ordinal
    seat: Ordinal
    reviewer: str | None = None
    score: Percentage | None = None
    verdict: Verdict | None = None
    text: str


class Comparison(Struct, frozen=True, kw_only=True, tag_field="kind", tag="comparison", gc=False):
    """One page that sets tools side by side."""

    source: str
    url: str | None
    site: str
    title: str
    tools: tuple[ToolCard, ...]
    quotes: tuple[Quote, ...]
    derived: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


class ToolPage(Struct, frozen=True, kw_only=True, tag_field="kind", tag="tool", gc=False):
    """One page about one tool."""

    source: str
    url: str | None
    site: str
    tool: ToolCard
    derived: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


class Unknown(Struct, frozen=True, kw_only=True, tag_field="kind", tag="unknown", gc=False):
    """A file or answer that is no page we can read; its issues say why."""

    source: str
    url: str | None = None
    site: str | None = None
    issues: tuple[Issue, ...]


Record: TypeAlias = Comparison | ToolPage | Unknown


class Evidence(Struct, frozen=True, gc=False):
    """Where a field was read: its path in the record, the landmark, the block and its text.

    ``block`` is the index among the blocks of the reader that the reading names; None for a
    field that a rule derived, whose ``landmark`` names the rule.
    """

    field: str
    block: int | None
    landmark: str
    text: str = ""


class Unclaimed(Struct, frozen=True, gc=False):
    """A line among the content that no field took: the index of its block, and its text."""

    block: int
    text: str


class Reading(Struct, frozen=True, gc=False):
    """What one reader made of one snapshot, with the way back to the blocks it used.

    ``unclaimed`` holds the lines from the title to the end of the content that no field took,
    in reading order; buttons and headings are among them.
    """

    record: Record
    reader: str
    evidence: tuple[Evidence, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()


class FieldCoverage(Struct, frozen=True, kw_only=True, gc=False):
    """How often one page states a field, of how often it could.

    ``landmark`` says in words what the value is found by; ``sample`` is a text that was read by
    it, empty if none was; ``found`` holds the texts that may stand there instead, likeliest
    first.
    """

    field: str
    slots: Count
    filled: Count
    landmark: str
    sample: str = ""
    found: tuple[str, ...] = ()


class Coverage(Struct, frozen=True, kw_only=True, gc=False):
    """What one page states, among pages that it can be compared with.

    These are the pages of one site, of one kind and in one medium: plain text is ``extract``
    where it is the condensed rendering, which has no scores and no table. ``site`` is empty and
    ``kind`` is ``any`` where neither is known before the page is read.
    """

    site: str
    kind: str
    medium: Medium
    fields: tuple[FieldCoverage, ...]


class Read(Struct, frozen=True, array_like=True, gc=False):
    """A page that was read, on its way to where it is loaded, which alone unpacks its reading.

    ``url``, ``issues`` and ``is_unknown`` are those of its record; ``coverages`` tell how much of
    the contract it states.
    """

    packed: bytes
    url: str | None
    is_unknown: bool
    issues: tuple[Issue, ...]
    coverages: tuple[Coverage, ...]

    @classmethod
    def pack(cls, reading: Reading, coverages: tuple[Coverage, ...]) -> Read:
        """Put a reading and its coverage together."""
        record = reading.record
        is_unknown = isinstance(record, Unknown)
        return cls(_ENCODER.encode(reading), record.url, is_unknown, record.issues, coverages)

    def unpack(self) -> Reading:
        """Return the reading."""
        return unpack_reading(self.packed)


class Known(TypedDict):
    """What is known of a page besides its bytes, as ``parse_page`` takes it."""

    source: str
    address: str | None
    content_type: str | None
    host: str | None


class Snapshot(Struct, frozen=True, kw_only=True, gc=False):
    """One response as received, without its bytes, which the archive keeps by ``sha256``.

    ``source`` is the path or address as the operator gave it; ``address`` is where the bytes
    came from, ``None`` for a local file; ``status`` is the HTTP status, ``None`` for a file.
    ``archive_id`` is the archive's row, rising in the order of arrival.
    """

    archive_id: int
    sha256: str
    source: str
    address: str | None
    site: str | None
    observed_at: str
    status: int | None
    content_type: str | None

    @property
    def known(self) -> Known:
        """What is known of the page, to read it by."""
        return {
            "source": self.source,
            "address": self.address,
            "content_type": self.content_type,
            "host": self.site,
        }


_ENCODER = msgpack.Encoder()
_READINGS = msgpack.Decoder(Reading)


def unpack_reading(packed: bytes) -> Reading:
    """Return a reading that ``Read`` packed."""
    return _READINGS.decode(packed)
