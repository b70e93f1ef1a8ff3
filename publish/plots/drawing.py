"""Publish: the parts that plots are drawn with: a scale, lines, bars, dots and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from publish.linking import shorten

EDGE = 2.0
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value lies between ``low`` and ``high``, in percent of the width.

    Both ends keep ``edge`` percent free, so that a dot there is whole.
    """

    low: float
    high: float
    edge: float = EDGE

    def place(self, value: float) -> float:
        """Return the place of a value; that of the middle where the scale has no width."""
        if self.high == self.low:
            return 50.0
        share = (value - self.low) / (self.high - self.low)
        return self.edge + share * (100 - 2 * self.edge)


def draw_plot(
    title: str, description: str, height: float, parts: Iterable[Markup], kind: str = ""
) -> Markup:
    """Return a plot ``height`` pixels high; title and description are for who does not see it.

    Of the ``kind`` ``gutter`` it has room for words beside its scale (``draw_label``).
    """
    key = sha256(f"{title}\n{description}".encode()).hexdigest()[:12]
    return Markup(
        '<svg class="{kind}" width="100%" height="{height:.0f}" role="img" '
        'aria-labelledby="t{key} d{key}"><title id="t{key}">{title}</title>'
        '<desc id="d{key}">{description}</desc>{parts}</svg>'
    ).format(
        kind=f"plot {kind}".strip(),
        key=key,
        height=height,
        title=title,
        description=description,
        parts=Markup().join(parts),
    )


def draw_strip(height: float, parts: Iterable[Markup], title: str, told: str = "") -> Markup:
    """Return a drawing that goes with words beside it, which say what it says.

    So it is hidden from whom they are read to; ``title`` and ``told`` go with it elsewhere.
    """
    return Markup(
        '<svg class="plot" width="100%" height="{:.0f}" aria-hidden="true"><title>{}</title>'
        "<desc>{}</desc>{}</svg>"
    ).format(height, title, told, Markup().join(parts))


def draw_key(marks: Iterable[tuple[Markup, str, str]]) -> Markup:
    """List what a plot's marks mean, each with a letter and a name of any length."""
    items = (
        Markup(
            '<li><svg class="plot" width="32" height="16" aria-hidden="true">{}</svg>'
            " <span>{} <bdi>{}</bdi></span></li>"
        ).format(mark, letter, shorten(name, LONGEST_NAME))
        for mark, letter, name in marks
    )
    return Markup('<ul class="key">{}</ul>').format(Markup().join(items))


def draw_line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """Draw a line; ``kind`` is its class in the style sheet."""
    return Markup('<line x1="{:.2f}%" y1="{:.1f}" x2="{:.2f}%" y2="{:.1f}" class="{}"/>').format(
        x1, y1, x2, y2, kind
    )


def draw_bar(x1: float, x2: float, y: float, height: float, kind: str, tip: str = "") -> Markup:
    """Draw a bar from place to place; ``tip`` is shown to a mouse that rests on it."""
    return Markup(
        '<rect x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}" class="{}">{}</rect>'
    ).format(x1, y, max(x2 - x1, 0.0), height, kind, _tell(tip))


def draw_dot(x: float, y: float, radius: float, kind: str, tip: str = "") -> Markup:
    """Draw a dot."""
    return Markup('<circle cx="{:.2f}%" cy="{:.1f}" r="{:.1f}" class="{}">{}</circle>').format(
        x, y, radius, kind, _tell(tip)
    )


def draw_square(x: float, y: float, size: float, kind: str, tip: str = "") -> Markup:
    """Draw a square around a place, ``size`` pixels wide."""
    return Markup(
        '<rect x="{:.2f}%" y="{:.1f}" width="{:.1f}" height="{:.1f}" '
        'transform="translate({:.1f})" class="{}">{}</rect>'
    ).format(x, y - size / 2, size, size, -size / 2, kind, _tell(tip))


def draw_words(x: float, y: float, text: object, kind: str = "", anchor: str = "start") -> Markup:
    """Write words on a line at ``y``; ``anchor`` says whether they start, centre or end at x."""
    return Markup('<text x="{:.2f}%" y="{:.1f}" class="{}" text-anchor="{}">{}</text>').format(
        x, y, kind, anchor, text
    )


def draw_levels(levels: Mapping[str, float]) -> Markup:
    """Draw lines across, each at its place from above and with its words in the gutter."""
    return Markup().join(
        draw_line(0, y, 100, y, "grid") + draw_label(y, words) for words, y in levels.items()
    )


def draw_ends(y: float, first: str, last: str) -> Markup:
    """Write what a plot begins and ends with."""
    return draw_words(0, y, first, "faint") + draw_words(100, y, last, "faint", "end")


def draw_label(y: float, text: object, kind: str = "faint", *, is_after: bool = False) -> Markup:
    """Write words beside the scale, in the gutter before it or after it, level with ``y``."""
    x, shift, anchor = ("100%", 8, "start") if is_after else ("0%", -8, "end")
    return Markup('<text x="{}" dx="{}" y="{:.1f}" class="{}" text-anchor="{}">{}</text>').format(
        x, shift, y + 4, kind, anchor, text
    )


def draw_link(address: str, part: Markup) -> Markup:
    """Let a part of a plot lead to an address."""
    return Markup('<a href="{}">{}</a>').format(address, part)


def _tell(tip: str) -> Markup:
    return Markup("<title>{}</title>").format(tip) if tip else Markup()
