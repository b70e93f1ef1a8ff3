"""What we do otherwise than the public conformance suites, on purpose.

The keys are headings of docs/conformance.md, which says why; the values are the names of the
cases. The tests hold that these cases differ and no others do.
"""

from __future__ import annotations

DIFFERENCES: dict[str, tuple[str, ...]] = {
    "robots.txt itself is always allowed": (
        "stress/327748 6",
        "stress/369883 6",
        "stress/369883 10",
        "stress/860237 10",
    ),
    "Paths are compared in one spelling": (
        "correctness/non-ascii-paths 3",
        "correctness/non-ascii-paths 5",
        "correctness/non-ascii-paths 6",
    ),
    "A sitemap of robots.txt needs its field": ("robots/sitemap-robots.txt",),
    "An entry names its page where the format says": (
        "sitemaps/sitemap.index.xml",
        "rss/feed.rss",
    ),
    "Only http and https, and written out": (
        "normalizer file:///foo/bar.txt",
        "normalizer ftp:/",
        "normalizer foo.com/index.html",
        "normalizer ftp://foo.com/index.html",
        "normalizer file:/path/index.html",
        "normalizer file:/var/www/html/////./bar/index.html",
        "normalizer file:/var/www/html/foo/../bar/index.html",
    ),
    "An address has a host": ("normalizer http:////", "normalizer http:///////"),
    "Empty segments stay": (
        "normalizer http://foo.com//aa/bb/foo.html",
        "normalizer http://foo.com/aa//bb/foo.html",
        "normalizer http://foo.com/aa/bb//foo.html",
        "normalizer http://foo.com//aa//bb//foo.html",
        "normalizer http://foo.com////aa////bb//foo.html",
        "normalizer http://foo.com////aa////bb////foo.html",
    ),
    "The query stays as it is": (
        "normalizer http://x.com/?x[y]=1",
        "normalizer http://example.com/?b=1&a=1",
        "normalizer http://foo.com/foo.html?b=1&a=1",
        "normalizer http://foo.com/index?b=2&a=1",
        "normalizer http://foo.com/index?b=2&a=1#c",
        "normalizer http://foo.com/index?a=1&b=",
        "normalizer http://foo.com/index?b&a=1",
        "normalizer http://foo.com/index?b=&a=1",
        "normalizer http://foo.com/index?b=1&a=1&",
        "normalizer http://foo.com/index?&b=1&a=1",
        "normalizer http://foo.com/index?&=1&a=1",
        "normalizer http://foo.com/index?=1&b=1&a=1",
        "web http://host/?'",
        "web https://www.example.com/path{\x7fpath.html?query'\x7f=query#fragment<\x7ffragment",
    ),
    "No user in an address, not even an empty one": (
        "web https://:@test",
        "web http:@www.example.com",
        "web http:/@www.example.com",
        "web http://@www.example.com",
        "web http://@pple.com",
        "web http://:@www.example.com",
    ),
    "A host is a name that the DNS can hold": (
        "web http://./",
        "web http://../",
        "web http://foo.09..",
        "web http://!\"$&'()*+,-.;=_`{}~/",
    ),
    "Port 0 cannot be asked": (
        "web http://f:0/c",
        "web http://f:00000000000000/c",
    ),
    "International names by IDNA 2008": (
        "web https://%e2%98%83",
        "web https://xn--/",
        "web http://a.b.c.xn--pokxncvks",
        "web http://a.b.c.XN--pokxncvks",
        "web http://a.b.c.Xn--pokxncvks",
        "web http://10.0.0.xn--pokxncvks",
        "web http://10.0.0.XN--pokxncvks",
        "web http://10.0.0.xN--pokxncvks",
    ),
}


def list_differences(*prefixes: str) -> set[str]:
    """Return the names of the differing cases that begin with one of the prefixes."""
    cases = (case for cases in DIFFERENCES.values() for case in cases)
    return {case for case in cases if case.startswith(prefixes)}
