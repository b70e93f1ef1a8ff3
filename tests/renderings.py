"""One comparison in any style: the bytes of its page, and the record that a person takes from it.

A style is one writer of cards, one of tables, one of scorecards (tests/markups.py), noise
around them, a spelling of the text, a shell and an encoding; they compose freely.
"""

from __future__ import annotations

import html
import html.entities
import json
import re
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from msgspec import UNSET, Struct
from msgspec.structs import replace

from parsers.records import Comparison, Quote
from tests.markups import (
    CARDS,
    SAYS_NONE,
    SCORECARDS,
    TABLES,
    TELLS_TOOLS,
    Lead,
    Spelling,
    list_rows,
)

_LONGEST_PHRASE = 80
_REFERENCE = re.compile(r"(&[#\w]+;|<!--.*?-->)")


class Style(Struct, frozen=True, kw_only=True):
    """How a page is written: its writers by name, and what its cards bear."""

    cards: str
    table: str
    scorecard: str
    noise: str
    spelling: str
    shell: str
    encoding: str
    again: str
    other_cards: str
    other_scorecard: str
    lead: Lead

    @property
    def tells_tools(self) -> bool:
        """Tell whether the scorecards name the tool beside each quote."""
        both = {self.scorecard}
        if self.again in ("scorecard", "everything"):
            both.add(self.other_scorecard)
        return both <= TELLS_TOOLS

    @property
    def tells_panels(self) -> bool:
        """Tell whether the page states how many critics spoke of each tool."""
        return self.table != "none"


def styles(scorecard: str) -> st.SearchStrategy[Style]:
    """Return all styles with one scorecard."""
    return st.builds(
        Style,
        cards=st.sampled_from(sorted(CARDS)),
        table=st.sampled_from(sorted(TABLES)),
        scorecard=st.just(scorecard),
        noise=st.sampled_from(sorted(_NOISES)),
        spelling=st.sampled_from(sorted(SPELLINGS)),
        shell=st.sampled_from(sorted(_SHELLS)),
        encoding=st.sampled_from(sorted(_ENCODINGS)),
        again=st.sampled_from(("nothing", "cards", "scorecard", "everything")),
        other_cards=st.sampled_from(sorted(CARDS)),
        other_scorecard=st.sampled_from(sorted(SCORECARDS)),
        lead=st.builds(
            Lead, is_linked=st.booleans(), has_badge=st.booleans(), has_avatar=st.booleans()
        ),
    )


def render(page: Comparison, style: Style) -> bytes:
    """Return the page in a style."""
    spell = SPELLINGS[style.spelling]
    before, between, after = _NOISES[style.noise]
    # Where the address could be cut in more than one way, only links tell the slugs.
    is_plain = (page.url or "").count("-vs-") < len(page.tools)
    lead = replace(style.lead, is_linked=style.lead.is_linked or not is_plain)
    cards, again = (
        f"<div>{''.join(CARDS[name](card, lead, spell) for card in page.tools)}</div>"
        for name in (style.cards, style.other_cards)
    )
    quotes, quotes_again = (
        f"<section><h2>Reviewer scorecard</h2>{SCORECARDS[name](page, spell)}</section>"
        for name in (style.scorecard, style.other_scorecard)
    )
    table = TABLES[style.table](list_rows(page), spell)
    content = {
        "nothing": cards + between + table + quotes,
        "cards": cards + again + between + table + quotes,
        "scorecard": cards + between + table + quotes + quotes_again,
        "everything": cards + table + quotes + between + again + table + quotes_again,
    }[style.again]
    content = (
        f"<p>AI tool comparison</p><h1>{spell(page.title)}</h1>"
        f"<p>Which one should you ship with? The panel has sat down.</p>{content}"
        "<h2>Weekly AI Tool Verdicts</h2><p>One letter, every Friday.</p>"
    )
    encoding, mark, meta = _ENCODINGS[style.encoding]
    head = f"{meta}<title>{spell(page.title)}</title><link rel=canonical href='{page.url}'>"
    state = json.dumps({"title": page.title, "said": [quote.text for quote in page.quotes]})
    script = f"<script>self.push({state.replace('<', chr(92) + 'u003c')})</script>"
    text = _SHELLS[style.shell].format(
        head=head, before=before + script, content=content, after=after
    )
    return mark + text.encode(encoding, "xmlcharrefreplace")


def expect(page: Comparison, style: Style) -> Comparison:
    """Return the record that a rendering carries: the rest is derived, and says so, or absent."""
    quotes = _seat_by_tool(page.quotes) if style.scorecard == "by tool" else page.quotes
    if style.table != "none":
        return replace(page, quotes=quotes)
    derived = () if style.lead.has_badge else ("verdict",)
    cards = (style.cards, style.other_cards if style.again in ("cards", "everything") else "")
    tools = tuple(
        replace(
            tool,
            pricing=None,
            derived=(*derived, "ship_votes", "skip_votes"),
            denied=tool.denied if SAYS_NONE in cards else UNSET,
        )
        for tool in page.tools
    )
    return replace(page, tools=tools, quotes=quotes)


def _seat_by_tool(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes with seats in the order in which a page that goes tool by tool has them."""
    seats: dict[str | None, int] = {}
    for quote in sorted(quotes, key=lambda quote: (quote.position, quote.seat)):
        seats.setdefault(quote.reviewer, len(seats) + 1)
    seated = (replace(quote, seat=seats[quote.reviewer]) for quote in quotes)
    return tuple(sorted(seated, key=lambda quote: (quote.seat, quote.position)))


def _spell_plainly(text: str) -> str:
    return html.escape(text, quote=False)


def _spell_as_react(text: str) -> str:
    """Return a text as React prints one of several pieces: comments stand between them."""
    escaped = html.escape(text).replace("&#x27;", "&#39;")
    return re.sub(r"(\d)(?=[%/])|(· )(?=\w)", r"\1\2<!-- -->", escaped)


def _spell_by_number(text: str) -> str:
    """Return a text whose every sign is a numeric character reference."""
    return re.sub("[^A-Za-z0-9 ]", lambda sign: f"&#{ord(sign[0])};", text)


def _spell_by_name(text: str) -> str:
    return "".join(
        f"&{_NAMES[c]}" if c in _NAMES and not c.isspace() else c for c in _spell_plainly(text)
    )


def _spell_invisibly(text: str) -> str:
    """Return a text with soft hyphens, zero-width and no-break spaces, which nobody sees."""
    pieces = _REFERENCE.split(_spell_plainly(text))
    pieces[::2] = [
        re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", piece)
        .replace(" ", "\u00a0 ")
        .replace("/", "/\u200b")
        .replace("$", "\u2060$")
        for piece in pieces[::2]
    ]
    return "".join(pieces)


def _spell_with_emphasis(text: str) -> str:
    """Return prose with inline markup around some of its words, and what is short plainly."""
    words = _spell_plainly(text).split(" ")
    if len(text) <= _LONGEST_PHRASE:
        return " ".join(words)
    words[1::3] = [f"<em>{word}</em>" for word in words[1::3]]
    words[2::5] = [f"<a href=/x><b>{word}</b></a>" for word in words[2::5]]
    return " ".join(words)


def _spell_wrapped(text: str) -> str:
    """Return a text as an editor wraps its source, a word to a line."""
    return _spell_plainly(text).replace(" ", "\n        ")


# Of one character each, without those that stand for markup in what was escaped before.
_NAMES = {
    char: name
    for name, char in html.entities.html5.items()
    if name.endswith(";") and len(char) == 1 and not char.isalnum() and char not in "&<>;#"
}
SPELLINGS: Mapping[str, Spelling] = {
    "plain": _spell_plainly,
    "react": _spell_as_react,
    "numbers": _spell_by_number,
    "names": _spell_by_name,
    "invisible": _spell_invisibly,
    "wrapped": _spell_wrapped,
    "emphasis": _spell_with_emphasis,
}
_SHELLS: Mapping[str, str] = {
    "document": (
        "<!DOCTYPE html><html lang=en><head>{head}</head><body><nav><a href=/>Reviews</a></nav>"
        "{before}<main>{content}</main>{after}<footer><p>Policy</p></footer></body></html>"
    ),
    "omitted": "<!doctype html>{head}{before}{content}{after}<hr><p>Policy for machines\n",
    "capitals": (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML><HEAD>{head}</HEAD>'
        "<BODY BGCOLOR=white><CENTER>{before}{content}{after}</CENTER></BODY></HTML>"
    ),
    "xhtml": (
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{before}{content}'
        "{after}<br /></body></html>"
    ),
    "streamed": (
        "<!DOCTYPE html><html><head>{head}</head><body>{before}<main><!--$?--><template id='B:0'>"
        "</template><p>Loading…</p><!--/$--></main><div hidden id='S:0'>{content}{after}</div>"
        "<script>$RC('B:0','S:0')</script></body></html>"
    ),
}
_DECOY = (
    "<div>{letter}</div><div>Finance</div><h3><a href='/tool/{slug}'>{name}</a></h3><div>Closes "
    "the books before lunch</div><div>Mixed</div><div>50%</div><div>Panel ship</div><div>—</div>"
    "<div>Community</div><div>Paid</div><div>Entry</div><div>Builder</div><div>55/100 · skip</div>"
    "<div>It adds up, and then it adds a fee. I closed one month with it.</div>"
)
_DECOYS = _DECOY.format(letter="B", slug="brass-abacus", name="Brass Abacus") + _DECOY.format(
    letter="L", slug="lanternfish", name="Lanternfish"
)
_DIALOG = "<dialog open><p>Cookies?</p><button>Ship</button><button>Skip</button></dialog>"
# Before the content, between its cards and its table, after it.
_NOISES: Mapping[str, tuple[str, str, str]] = {
    "none": ("", "", ""),
    "asides": (
        f"{_DIALOG}<aside><h2>Most compared</h2>{_DECOYS}</aside>",
        f"<aside>{_DECOYS}</aside>",
        f"<aside><h2>Related comparisons</h2>{_DECOYS}</aside>",
    ),
    "divs": (
        f"<div>Cookies?<div>Ship</div><div>Skip</div></div><div>Most compared</div>{_DECOYS}",
        f"<div>Most compared</div>{_DECOYS}",
        f"<div>Related comparisons</div>{_DECOYS}",
    ),
}
_HTTP = "<meta http-equiv=Content-Type content='text/html; charset={}'>"
# The codec, the bytes before, and what the page says of itself.
_ENCODINGS: Mapping[str, tuple[str, bytes, str]] = {
    "utf-8": ("utf-8", b"", "<meta charset=utf-8>"),
    "utf-8 undeclared": ("utf-8", b"", ""),
    "utf-8 with a mark": ("utf-8", b"\xef\xbb\xbf", _HTTP.format("iso-8859-1")),
    "windows-1252 undeclared": ("windows-1252", b"", ""),
    "windows-1252 as latin-1": ("windows-1252", b"", _HTTP.format("ISO-8859-1")),
    "utf-16": ("utf-16-le", b"\xff\xfe", "<meta charset=utf-8>"),
    "utf-16 big end first": ("utf-16-be", b"\xfe\xff", "<meta charset=windows-1252>"),
    "shift_jis": ("shift_jis", b"", "<meta charset=shift_jis>"),
    "ascii": ("ascii", b"", ""),
}
