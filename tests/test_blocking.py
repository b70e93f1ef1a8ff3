"""Challenge and block pages are named; real pages, whatever they speak of, are not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scraper.blocking import LOOKED_AT, RULES, recognise_block
from scraper.response import Headers, Response

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"


def respond(
    body: str | bytes = "", *headers: tuple[str, str], status: int = 200, address: str = ""
) -> Response:
    """Make a response."""
    return Response(
        role="page",
        source="",
        address=address or "https://reviews.example/a-vs-b",
        site=None,
        observed_at="2026-04-24T12:00:00Z",
        status=status,
        headers=headers,
        request_headers=(),
        body=body.encode() if isinstance(body, str) else body,
    )


def write(title: str, body: str, head: str = "") -> str:
    """Write a page."""
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


# One invented page for each rule, in its order: the vendor's markers, in our own words.
SAMPLES = [
    ("cloudflare", write("Un instant…", "<script>window._cf_chl_opt={cvId:'3'}</script>")),
    ("cloudflare", write("Just a moment...", "<p>Wait.</p><script src='/cdn-cgi/challenge-platform/"
                         "h/b/orchestrate/chl_page/v1'></script>")),
    ("cloudflare", write("Attention Required! | Cloudflare",
                         "<div id='cf-error-details'><h1>Sorry, you have been blocked</h1></div>")),
    ("akamai", write("Access Denied", "<H1>Access Denied</H1>Not for you.<P>Reference #18.1a2b")),
    ("akamai", write("", "<div id='sec-if-cpt-container'></div>")),
    ("akamai", ("<html><head><meta http-equiv=refresh content=\"5; URL='/a?bm-verify=AAQ'\"></head>"
               "<body></body></html>")),
    ("perimeterx", write("reviews.example", '<div id="px-captcha"></div>')),
    ("perimeterx", write("Access to this page has been denied",
                         "<script>window._pxAppId='PXabc'</script><p>Hold the button.</p>")),
    ("datadome", write("reviews.example", "<p>Enable scripts.</p><script>var dd={'rt':'c','cid':'x'"
                       ",'host':'geo.captcha-delivery.com'}</script>")),
    ("imperva", ("<html><body><iframe src='/_Incapsula_Resource?CWUDNSAI=9'>"
                "Request unsuccessful. Incapsula incident ID: 7-12</iframe></body></html>")),
    ("imperva", ("<html><head><script src='/_Incapsula_Resource?SWJIYLWA=5'></script></head>"
                "<body></body></html>")),
    ("imperva", write("Pardon Our Interruption", "<script src='/x'></script><p>You look odd.</p>")),
    ("aws-waf", ("<html><head><script src='https://1.token.awswaf.com/1/challenge.js'></script>"
                "</head><body><noscript>Please turn scripts on.</noscript></body></html>")),
    ("sucuri", write("You are being redirected...", "<script>s='sucuri_cloudproxy_js'</script>")),
    ("ddos-guard", write("DDoS-Guard", "<script src='/.well-known/ddos-guard/js'></script>")),
    ("vercel", write("Vercel Security Checkpoint", "<p>Verifying.</p><script>x()</script>")),
    ("anubis", write("Ein Moment", '<script id="anubis_challenge" type=json>{}</script>')),
    ("anubis", write("Making sure you&#39;re not a bot!",
                     "<img src='/.within.website/x/cmd/anubis/static/img/pensive.webp'>")),
    ("go-away", write("Checking you are not a bot",
                      "<img src='/.well-known/.git.gammaspectra.live/git/go-away/logo.png'>")),
    ("kasada", ("<html><body><script>window.KPSDK={};</script><script src='/1/ips.js'></script>"
               "</body></html>")),
    ("f5", write("Request Rejected", "<p>Ask your administrator. Your support ID is: 12</p>")),
    ("f5", ("<html><head><script>window.bobcmn='101'</script><script src='/TSPD/08'></script>"
           "</head><body><noscript>Scripts, please. Your support ID is: 12</noscript></body>")),
    ("google", write("reviews.example", "<form id='captcha-form'>We have seen unusual traffic from "
                     "your computer network.</form>")),
    ("captcha", write("Robot Check", "<form><input name=\"captcha_answer\"></form>")),
    ("captcha", write("Verify you are human", "<div class=g-recaptcha data-sitekey=1></div>")),
]  # fmt: skip

WORDS = "<p>The panel read every page of the manual and compared the two paper cutters.</p>" * 60

CONTENT = {
    "an article that quotes a challenge": write(
        "Just a moment... what a challenge page holds",
        WORDS
        + "<pre>window._cf_chl_opt = {}; &lt;script src=/cdn-cgi/challenge-platform/&gt;</pre>",
    ),
    "a short note that quotes one": write(
        "Just a moment...",
        "<p>The page sets <code>window._cf_chl_opt</code> and loads a script.</p>",
    ),
    "a long article that shows its marks": write(
        "Just a moment...", WORDS + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'>"
    ),
    "a page that Cloudflare measures": write(
        "Cutter vs Guillotine",
        "<p>Short.</p><script>window.__CF$cv$params={r:'1'};s.src="
        "'/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>"
        "<script src='https://static.cloudflareinsights.com/beacon.min.js'></script>",
    ),
    "a site whose server is down": write(
        "reviews.example | 522: Connection timed out",
        "<div id='cf-error-details'><h1>Connection timed out</h1>Error code 522</div>",
    ),
    "a contact form with a captcha": write(
        "Write to us",
        "<form><textarea></textarea><div class=g-recaptcha></div></form>"
        "<script src='https://www.google.com/recaptcha/api.js'></script>",
    ),
    "an article on robots with a captcha at its comments": write(
        "Are you a robot?", WORDS + "<form><div class=h-captcha></div></form>"
    ),
    "a comparison of bot protection": write(
        "DataDome vs HUMAN",
        "<h1>DataDome vs HUMAN</h1><p>Access to this page has been denied, says the one; the other "
        "asks for a captcha. Kasada, Imperva, Akamai and F5 answer with Request Rejected. Your "
        "support ID is what they give you.</p><a href='https://captcha-delivery.com/'>DataDome</a>",
    ),
    "a page behind Imperva": write(
        "Cutter vs Guillotine",
        "<p>Two paper cutters, set side by side by people who cut a great deal of paper every day "
        "of the week.</p><script src='/_Incapsula_Resource?SWJIYLWA=5'></script>",
    ),
    "a page with a sensor of PerimeterX": write(
        "Cutter vs Guillotine", "<p>Short.</p><script>window._pxAppId='PX1'</script>"
    ),
    "a plain refusal": write("403 Forbidden", "<h1>403 Forbidden</h1><hr>nginx"),
    "a bare access denied": write("Access Denied", "<h1>Access Denied</h1><p>Sign in first.</p>"),
    "nothing": "",
    "text": "Just a moment... _cf_chl_opt px-captcha",
}


@pytest.mark.parametrize(("vendor", "page"), SAMPLES)
def test_every_vendors_page_is_named(vendor: str, page: str) -> None:
    """A page with a vendor's marks is that vendor's block, also with status 200."""
    assert recognise_block(respond(page)) == vendor


def test_every_rule_has_its_sample() -> None:
    """No rule is without the page that it is for."""
    assert [vendor for vendor, _ in SAMPLES[: len(RULES)]] == [rule.vendor for rule in RULES]


@pytest.mark.parametrize(
    ("header", "vendor"),
    [
        (("CF-Mitigated", "challenge"), "cloudflare"),
        (("x-amzn-waf-action", "captcha"), "aws-waf"),
        (("x-vercel-mitigated", "challenge"), "vercel"),
        (("X-Sucuri-Block", "IP007"), "sucuri"),
    ],
)
def test_a_vendors_header_is_enough(header: tuple[str, str], vendor: str) -> None:
    """What a vendor says in a header of its own holds, whatever the body is."""
    assert recognise_block(respond("", header, status=403)) == vendor


@pytest.mark.parametrize(
    "headers",
    [
        (("server", "cloudflare"), ("cf-ray", "8f"), ("cf-cache-status", "HIT")),
        (("x-iinfo", "1-2"), ("x-cdn", "Imperva")),
        (("x-datadome", "protected"), ("x-vercel-id", "1"), ("x-amz-cf-id", "x")),
        (("server", "ddos-guard"), ("x-sucuri-id", "11"), ("x-kpsdk-ct", "x")),
    ],
)
def test_a_page_from_behind_a_vendor_is_a_page(headers: Headers) -> None:
    """Headers that a vendor sends with every page say nothing of a block."""
    assert recognise_block(respond(CONTENT["a page behind Imperva"], *headers)) is None


@pytest.mark.parametrize("name", CONTENT)
@pytest.mark.parametrize("status", [200, 403])
def test_real_pages_are_not_taken_for_blocks(name: str, status: int) -> None:
    """Content that speaks of challenges, or holds a captcha, is content."""
    assert recognise_block(respond(CONTENT[name], status=status)) is None


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.html")), ids=lambda path: path.name)
def test_no_fixture_is_a_block(path: Path) -> None:
    """The pages that are read are pages."""
    assert recognise_block(respond(path.read_bytes())) is None


def test_other_refusals_are_named() -> None:
    """A search engine's page by its address, and data in place of a page by its content."""
    sorry = respond("<p>", address="https://www.google.com/sorry/index?q=1", status=429)
    data = respond('{"url":"https://geo.captcha-delivery.com/captcha/?x=1"}', status=403)
    assert (recognise_block(sorry), recognise_block(data)) == ("google", "datadome")
    assert recognise_block(respond("<p>", address="https://google.example/sorry/")) is None


@pytest.mark.parametrize("piece", ["<title", "<script", "<script></script", "<", "<a ", " ", "x"])
def test_the_work_is_bounded(piece: str) -> None:
    """No page makes the look at it long, and what lies beyond 64 KiB is not looked at."""
    page = piece * (4 * LOOKED_AT // len(piece))
    started = time.monotonic()
    assert recognise_block(respond("<p>" + page)) is None
    assert time.monotonic() - started < 0.5
    late = "<p>" + "<br>" * LOOKED_AT + SAMPLES[0][1]
    assert recognise_block(respond(late)) is None
