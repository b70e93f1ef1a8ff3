"""Parse: the parts of a tool's page: facts, the panel's take, what is shared, the rest.

What stands under another heading, or after a label of the frame, is not this tool's, up to the
next label that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from parsers.lines import Line
from parsers.sites import Site
from parsers.text import fold_label
from parsers.tool_lines import Marks

FACTS, REST = "facts", "rest"


class Zone(Struct, frozen=True):
    """A part of the page: its kind, its label, or the name where it holds facts, and its lines."""

    kind: str
    label: Line
    lines: list[Line]


def cut_zones(content: Sequence[Line], marks: Marks, site: Site) -> Iterator[Zone]:
    """Yield the parts of the page, of which the first begins with the name.

    Before the first fact a heading may be the tagline; after it, it is of something else. The
    name said again after the take begins another rendering of the facts.
    """
    name = content[0]
    zone = Zone(FACTS, name, [])
    is_framed = has_facts = False
    for line in content[1:]:
        kind: str | None = None
        is_ending = fold_label(line.text) in site.landmarks.endings
        if line.folded in marks.sections:
            kind = line.folded
        elif line.folded == name.folded and zone.kind in (marks.take, REST) and not is_framed:
            kind = FACTS
        elif is_ending or (
            line.block.heading and line.folded != name.folded and (has_facts or zone.kind != FACTS)
        ):
            kind = REST
        has_facts = has_facts or line.folded in marks.facts
        if kind is None:
            zone.lines.append(line)
            continue
        yield zone
        zone = Zone(kind, line, [])
        has_facts = has_facts and kind != FACTS
        is_framed = kind == REST and (is_framed or is_ending)
    yield zone
