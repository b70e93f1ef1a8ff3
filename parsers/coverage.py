"""Parse: how much of the contract a page states, field by field.

A field is filled where the page states it. What a rule derived is not: a derived verdict hides
that the badge is no longer found. What an issue spoils is not either. So a landmark that stops
to match shows as a field that is less filled than on the pages before, also where the reader
had nothing to complain of; ``parsers.standing`` says what stands there now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from parsers.records import (
    Comparison,
    Coverage,
    FieldCoverage,
    Medium,
    Reading,
    Record,
    ToolCard,
    ToolPage,
    Unknown,
)
from parsers.sites import Site, find_site, list_sites
from parsers.standing import (
    TITLE,
    find_instead_of_card,
    find_instead_of_page,
    find_instead_of_quotes,
)
from parsers.text import fold_label

# The number of community votes is left out: new tools have none, and no landmark is lost.
CARD_FIELDS = (
    "name", "slug", "category", "tagline", "description", "verdict", "panel_ship_pct",
    "ship_votes", "skip_votes", "community_ship_pct", "entry_price", "pricing",
)  # fmt: skip
# The panel's share is derived from the votes there, and an entry price is not printed.
TOOL_PAGE_FIELDS = (
    "name", "slug", "category", "tagline", "description", "verdict", "ship_votes", "skip_votes",
    "pricing", "homepage_url", "reviewed_on",
)  # fmt: skip
QUOTE_FIELDS = ("reviewer", "score", "verdict")
_PARTS = ("tools", "tool", "quotes", "page")
_LONGEST_SAMPLE = 60


def measure_page(
    reading: Reading,
    *,
    source: str,
    address: str | None = None,
    content_type: str | None = None,
    host: str | None = None,
) -> tuple[Coverage, ...]:
    """Return what a page states, in each group of pages that it belongs to.

    What else is known of it is what ``parse_page`` was told. A page whose address is of no kind
    that its site's file knows is expected to state nothing.
    """
    site = _tell_site(reading, host)
    medium: Medium = "text" if _is_plain(reading, source, content_type) else "html"
    host, kind = _tell_expected(reading.record, address, host, site)
    parts = []
    if kind is not None:
        page = (_measure_whole(reading, site),)
        parts.append(Coverage(site=host, kind=kind, medium=medium, fields=page))
    record = reading.record
    if not isinstance(record, Unknown):
        if medium == "text" and _is_condensed(reading):
            medium = "extract"
        fields = tuple(_measure_fields(reading, record, site, medium))
        tag = str(record.__struct_config__.tag)
        parts.append(Coverage(site=record.site, kind=tag, medium=medium, fields=fields))
    return tuple(parts)


def _tell_site(reading: Reading, host: str | None) -> Site:
    """Return the site whose labels the page was read with: its own, else the one that fits."""
    known = find_site(reading.record.site) or find_site(host)
    if known is not None:
        return known
    texts = [evidence.landmark for evidence in reading.evidence]
    folded = {fold_label(text) for text in (*texts, *(line.text for line in reading.unclaimed))}
    sites = list_sites()
    return max(sites, key=lambda site: len(folded & (site.landmarks.labels)))


def _is_plain(reading: Reading, source: str, content_type: str | None) -> bool:
    if reading.reader != "none":
        return reading.reader == "text"
    # Nothing of it could be read.
    kind = content_type or ""
    return kind.startswith("text/plain") or (not kind and source.endswith(".txt"))


def _is_condensed(reading: Reading) -> bool:
    """Tell the rendering without table and scores; it states less, and nothing is wrong with it."""
    record = reading.record
    if not isinstance(record, Comparison):
        return False
    has_scores = any(quote.score is not None or quote.reviewer for quote in record.quotes)
    return not has_scores and all(evidence.field != "table" for evidence in reading.evidence)


def _tell_expected(
    record: Record, address: str | None, host: str | None, site: Site
) -> tuple[str, str | None]:
    """Return the site and the kind that a page should be of, by what is known from outside.

    The kind is None for an address of a site that holds no pages that we read.
    """
    address = record.url or address
    derived = () if isinstance(record, Unknown) else record.derived
    host = (None if "site" in derived else record.site) or host or ""
    if address is None:
        return host, "any"
    try:
        path = urlsplit(address).path
    except ValueError:
        return host, None
    if path.startswith(site.comparison_path):
        return host, "comparison"
    return host, "tool" if path.startswith(site.tool_path) else None


def _measure_whole(reading: Reading, site: Site) -> FieldCoverage:
    """Tell whether the page can be read at all: no issue keeps all of it out."""
    record = reading.record
    of_all = [issue for issue in record.issues if issue.field.split(".")[0] not in _PARTS]
    if not isinstance(record, Unknown) and not of_all:
        title = record.title if isinstance(record, Comparison) else record.tool.name
        sample = title[:_LONGEST_SAMPLE]
        return FieldCoverage(field="page", slots=1, filled=1, landmark=TITLE, sample=sample)
    landmark, found = find_instead_of_page(reading, of_all[0] if of_all else None, site)
    return FieldCoverage(field="page", slots=1, filled=0, landmark=landmark, found=found)


def _measure_fields(
    reading: Reading, record: Comparison | ToolPage, site: Site, medium: Medium
) -> Iterator[FieldCoverage]:
    spoilt = {issue.field for issue in record.issues}
    texts = {
        evidence.field: evidence.text
        for evidence in reversed(reading.evidence)
        if evidence.block is not None
    }
    if isinstance(record, ToolPage):
        landmarks = _name_tool_landmarks(site)
        for field in TOOL_PAGE_FIELDS:
            cards = {"tool": record.tool}
            name = f"tool.{field}"
            yield _measure_card_field(name, cards, reading, medium, spoilt, texts, landmarks)
        return
    landmarks = _name_landmarks(site)
    cards = {f"tools.{card.position}": card for card in record.tools}
    for field in CARD_FIELDS:
        name = f"tools.{field}"
        yield _measure_card_field(name, cards, reading, medium, spoilt, texts, landmarks)
    yield _measure_quotes(reading, record, site)
    for field in QUOTE_FIELDS:
        yield _measure_quote_field(field, record, spoilt, texts, landmarks)


def _measure_card_field(
    name: str,
    cards: Mapping[str, ToolCard],
    reading: Reading,
    medium: Medium,
    spoilt: set[str],
    texts: Mapping[str, str],
    landmarks: Mapping[str, str],
) -> FieldCoverage:
    field = name.partition(".")[2]
    slots, filled, sample = 0, 0, ""
    empty: list[str] = []
    for prefix, card in cards.items():
        path = f"{prefix}.{field}"
        value = getattr(card, field)
        # Text has no links: without an address there is nothing that a slug could be read from.
        is_text = medium != "html"
        if field == "slug" and value is None and is_text and reading.record.url is None:
            continue
        slots += 1
        is_stated = value is not None and field not in card.derived
        # "No votes yet" is stated, and leaves no value.
        if (is_stated or (field == "community_ship_pct" and path in texts)) and path not in spoilt:
            filled += 1
            sample = sample or texts.get(path, str(value))[:_LONGEST_SAMPLE]
        else:
            empty.append(path)
    return FieldCoverage(
        field=name,
        slots=slots,
        filled=filled,
        landmark=landmarks[field],
        sample=sample,
        found=find_instead_of_card(field, empty, reading) if empty else (),
    )


def _measure_quotes(reading: Reading, record: Comparison, site: Site) -> FieldCoverage:
    """Tell for how many tools the reviews were read; an issue on one keeps out all."""
    is_spoilt = any(issue.field.split(".")[0] == "quotes" for issue in record.issues)
    spoken = {quote.position for quote in record.quotes}
    filled = 0 if is_spoilt else sum(card.position in spoken for card in record.tools)
    landmark = f"label {site.labels.scorecard!r}"
    found: tuple[str, ...] = ()
    if filled < len(record.tools):
        landmark, found = find_instead_of_quotes(reading, site)
    return FieldCoverage(
        field="quotes",
        slots=len(record.tools),
        filled=filled,
        landmark=landmark,
        sample=record.quotes[0].text[:_LONGEST_SAMPLE] if filled else "",
        found=found,
    )


def _measure_quote_field(
    field: str,
    record: Comparison,
    spoilt: set[str],
    texts: Mapping[str, str],
    landmarks: Mapping[str, str],
) -> FieldCoverage:
    paths = [
        path
        for number, quote in enumerate(record.quotes, start=1)
        if getattr(quote, field) is not None and (path := f"quotes.{number}.{field}") not in spoilt
    ]
    samples: Sequence[str] = [texts[path] for path in paths if path in texts]
    found = [
        issue.found
        for issue in record.issues
        if issue.field.split(".")[0] == "quotes" and issue.found
    ]
    return FieldCoverage(
        field=f"quotes.{field}",
        slots=len(record.quotes),
        filled=len(paths),
        landmark=landmarks[f"quotes.{field}"],
        sample=samples[0][:_LONGEST_SAMPLE] if samples else "",
        found=tuple(found[:1]) if len(paths) < len(record.quotes) else (),
    )


def _name_landmarks(site: Site) -> dict[str, str]:
    """Return in words what each field is found by."""
    labels = site.labels
    votes = f"row {labels.panel_verdict!r}"
    score = f"score line out of {site.full_score}"
    return {
        "name": "name in the title",
        "slug": f"link to {site.tool_path}<slug>, or the page's address",
        "category": f"line before the name, or row {labels.category!r}",
        "tagline": f"line after the name, or row {labels.best_for!r}",
        "description": "prose around the numbers",
        "verdict": f"badge, or row {labels.panel_verdict!r}",
        "panel_ship_pct": f"label {labels.panel!r}",
        "ship_votes": votes,
        "skip_votes": votes,
        "community_ship_pct": f"label {labels.community!r}",
        "entry_price": f"label {labels.entry!r}",
        "pricing": f"row {labels.pricing!r}",
        "quotes.reviewer": "critic's name beside the score",
        "quotes.score": score,
        "quotes.verdict": score,
    }


def _name_tool_landmarks(site: Site) -> dict[str, str]:
    """Return in words what each field of a tool's own page is found by."""
    labels = site.tool_labels
    if labels is None:
        return dict.fromkeys(TOOL_PAGE_FIELDS, "a label of the site's file")
    votes = "line with the panel's votes"
    return {
        "name": "name that the page confirms",
        "slug": "page's address, or the link on the name",
        "category": f"breadcrumb that begins with {labels.breadcrumb!r}",
        "tagline": "first line after the name",
        "description": f"label {labels.take!r}",
        "verdict": f"label {labels.verdict!r}",
        "ship_votes": votes,
        "skip_votes": votes,
        "pricing": f"label {labels.price!r}",
        "homepage_url": f"link after {labels.visit!r}",
        "reviewed_on": f"label {labels.reviewed!r}",
    }
