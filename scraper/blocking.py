"""Fetch: challenge and block pages, which stand in for the page and often come with status 200.

A page is named a block only when two things of different kinds agree: the vendor's own response
header, or a page that says little to its reader and whose markup (tags and scripts, never its
words) holds what only a challenge needs. So an article about such pages, a form with a captcha,
and a site that merely runs behind a vendor are content. What is doubtful is content too: reading
finds no comparison in it, and says so.

The work is bounded: 64 KiB are looked at, by searches that never go back, and a longer page is
a challenge only if its title says so.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from scraper.response import Response

LOOKED_AT = 65_536
# A challenge speaks a few sentences; the longest one met, with its explanation, has 1,600 letters.
MOST_WORDS = 3_000

# A header that its vendor sends with a challenge or block, and with nothing else.
HEADERS = {
    "cf-mitigated": ("cloudflare", frozenset({"challenge", "block"})),
    "x-amzn-waf-action": ("aws-waf", frozenset({"challenge", "captcha"})),
    "x-vercel-mitigated": ("vercel", frozenset({"challenge", "deny"})),
    "x-sucuri-block": ("sucuri", None),
}


class Rule(NamedTuple):
    """What a vendor's page shows: one of ``markup``, one of ``titles``, and one of ``words``.

    ``titles`` are whole titles, ``markup`` and ``words`` parts of tags and scripts, and of the
    text; all in lower case. Where a rule has none of a kind, that kind is not asked for.
    ``most_words`` is the length of all text, in characters.
    """

    vendor: str
    markup: tuple[str, ...]
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    most_words: int = MOST_WORDS


# What follows is each vendor's page as it is known to look; the tests show one of each.
RULES = (
    # The settings of a challenge; pages that are only measured hold __CF$cv$params instead.
    Rule("cloudflare", ("_cf_chl_opt", "cf-challenge-running", "cf_captcha_kind")),
    Rule("cloudflare", ("/cdn-cgi/challenge-platform/",), ("just a moment...",)),
    # The same frame tells that the site's own server is down, which is no block.
    Rule("cloudflare", ("cf-error-details", "/cdn-cgi/styles/"),
         words=("you have been blocked", "banned your access", "banned you temporarily",
                "error 1020", "error code: 1020", "error 1015")),
    Rule("akamai", ("<h1",), ("access denied",), ("reference #", "reference&#32;&#35;")),
    Rule("akamai", ("sec-if-cpt-container", "/_sec/cp_challenge/")),
    Rule("akamai", ("?bm-verify=", "/_sec/verify?provider=interstitial"), most_words=400),
    Rule("perimeterx", ('id="px-captcha"', "window._pxblockedurl")),
    Rule("perimeterx", ("px-captcha", "window._pxappid", "/captcha/captcha.js"),
         ("access to this page has been denied", "access to this page has been denied.")),
    Rule("datadome", ("'host':'geo.captcha-delivery.com'", 'src="https://ct.captcha-delivery.com/',
                      'src="https://geo.captcha-delivery.com/')),
    Rule("imperva", ("/_incapsula_resource",), words=("incapsula incident id",)),
    # The same script stands in real pages too; alone it stands in challenges.
    Rule("imperva", ("/_incapsula_resource",), most_words=100),
    Rule("imperva", ("<script",), ("pardon our interruption", "pardon our interruption...")),
    Rule("aws-waf", ("awswaf.com/", "window.gokuprops", "awswafintegration"),
         ("", "human verification"), most_words=1_000),
    Rule("sucuri", ("sucuri",),
         ("sucuri website firewall - access denied", "you are being redirected...")),
    Rule("ddos-guard", ("/.well-known/ddos-guard/", "ddos-guard.net/", "data-ddg-"),
         ("ddos-guard",)),
    Rule("vercel", ("<script",), ("vercel security checkpoint",)),
    Rule("anubis", ('id="anubis_challenge"',)),
    Rule("anubis", ("/.within.website/x/cmd/anubis/",),
         ("making sure you're not a bot!", "making sure you&#39;re not a bot!", "oh noes!")),
    Rule("go-away", ("/.well-known/.git.gammaspectra.live/",), ("checking you are not a bot",)),
    Rule("kasada", ("window.kpsdk",), most_words=100),
    Rule("f5", ("<body",), ("request rejected",), ("your support id is",)),
    Rule("f5", ("/tspd/", "window.bobcmn"), words=("your support id is",)),
    Rule("google", ("captcha-form",), words=("unusual traffic from your computer network",)),
)  # fmt: skip

# A captcha is a challenge only where the page says, as a whole, that it is one.
CAPTCHA = Rule(
    "captcha",
    ("g-recaptcha", "h-captcha", "hcaptcha.com/1/api.js", "cf-turnstile", "turnstile/v0/api.js",
     "recaptcha/api.js", "geetest", "arkoselabs.com", "funcaptcha", 'name="captcha',
     "validatecaptcha", "captcha.js"),
    ("robot check", "are you a robot?", "are you human?", "are you a human?", "captcha",
     "verify you are human", "verify you're human", "human verification", "bot verification",
     "security check", "security verification", "verification required", "one more step",
     "checking your browser", "checking your browser...", "bot check", "attention required!",
     "ddos protection", "access denied", "blocked", "please verify you are a human",
     "please verify you are human", "captcha challenge", "please wait..."),
)  # fmt: skip

_TITLE = re.compile(rb"<title[^<>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>?")
_SPACE = re.compile(r"\s+")


class _Page:
    """A page in lower case: its title, and when asked, all of it, its markup and its words."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.is_long = len(body) > LOOKED_AT
        title = _TITLE.search(body, 0, LOOKED_AT)
        words = title[1].lower().decode("latin-1") if title else ""
        self.title = _SPACE.sub(" ", words).strip()

    @cached_property
    def text(self) -> str:
        """All of it that is looked at."""
        return self._body[:LOOKED_AT].lower().decode("latin-1")

    @cached_property
    def parts(self) -> tuple[str, str]:
        """Its tags and scripts, and what a reader sees of it."""
        scripts, rest = _split_scripts(self.text)
        words = _SPACE.sub(" ", _TAG.sub(" ", rest))
        return "".join(_TAG.findall(rest)) + scripts, words


def recognise_block(response: Response) -> str | None:
    """Name the vendor whose challenge or block page a response is; None for any other page.

    The names are ``cloudflare``, ``akamai``, ``perimeterx``, ``datadome``, ``imperva``,
    ``aws-waf``, ``sucuri``, ``ddos-guard``, ``vercel``, ``anubis``, ``go-away``, ``kasada``,
    ``f5``, ``google``, and ``captcha`` for one that names no vendor.
    """
    named = _read_headers(response)
    if named is not None:
        return named
    if "<" not in response.body[:1_000].decode("latin-1"):
        return _read_data(response)
    page = _Page(response.body)
    found = (rule.vendor for rule in (*RULES, CAPTCHA) if _is_shown(rule, page))
    return next(found, None)


def _read_headers(response: Response) -> str | None:
    for name, value in response.headers:
        if (known := HEADERS.get(name.lower())) is None:
            continue
        vendor, values = known
        if values is None or value.strip().lower() in values:
            return vendor
    host, path = urlsplit(response.address or "")[1:3]
    if re.search(r"(^|\.)google\.[a-z.]{2,6}$", host) and path.startswith("/sorry/"):
        return "google"
    return None


def _read_data(response: Response) -> str | None:
    """Name the vendor of a refusal that is no page: DataDome's to who asked for data."""
    start = response.body[:500]
    is_refusal = response.status in (401, 403, 405) and start.lstrip().startswith(b'{"url":"')
    return "datadome" if is_refusal and b"captcha-delivery.com/" in start else None


def _is_shown(rule: Rule, page: _Page) -> bool:
    # Nearly every page ends here, before it is searched or taken apart.
    if page.title not in rule.titles if rule.titles else page.is_long:
        return False
    if not any(each in page.text for each in rule.markup):
        return False
    markup, words = page.parts
    return (
        len(words) <= rule.most_words
        and any(each in markup for each in rule.markup)
        and (not rule.words or any(each in words for each in rule.words))
    )


def _split_scripts(text: str) -> tuple[str, str]:
    """Return the scripts and styles of a page, and all the rest of it."""
    scripts: list[str] = []
    rest: list[str] = []
    place = 0
    for opened in re.finditer(r"<(script|style)\b", text):
        if opened.start() < place:
            continue
        rest.append(text[place : opened.start()])
        closed = text.find(f"</{opened[1]}", opened.end())
        place = len(text) if closed < 0 else closed
        scripts.append(text[opened.start() : place])
    rest.append(text[place:])
    return "".join(scripts), "".join(rest)
