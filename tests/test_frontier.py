"""Each address once, with an outcome and a reason; the same command goes on where it was cut."""

from __future__ import annotations

from typing import Any

import pytest

from scraper.archive import Archive
from scraper.response import Fetched, Outcome
from tests.fetchers import Fetchers, tell
from tests.forgotten import remove
from tests.loopback import Answer, LoopbackSite, redirect, show

HOUR = 3600.0


def serve_site(count: int = 6) -> dict[str, Any]:
    """Answer with so many pages and the sitemap that lists them."""
    entries = "".join(f"<url><loc>/{number}</loc></url>" for number in range(count))
    sitemap = Answer(f"<urlset>{entries}</urlset>".encode())
    return {"/sitemap.xml": sitemap, **{f"/{n}": show(f"page {n}") for n in range(count)}}


def list_rows(fetchers: Fetchers, columns: str) -> list[tuple[Any, ...]]:
    """Return columns of the frontier's pages, in the order of their addresses."""
    sql = f"SELECT {columns} FROM frontier WHERE role = 'page' ORDER BY address"
    return fetchers.database.conn.execute(sql).fetchall()


def cut_off(fetchers: Fetchers, source: str, after: int) -> None:
    """Run until so many pages have come, and die there."""
    outcomes = fetchers.open(delay=10).fetch([source])
    for _ in range(after):
        next(outcomes)
    outcomes.close()


def test_a_crawl_that_was_cut_off_is_gone_on_with(fetchers: Fetchers) -> None:
    """What was committed is not asked for again, robots.txt and sitemaps included."""
    with LoopbackSite(serve_site()) as site:
        cut_off(fetchers, site.root, 3)
        assert site.paths == ["/robots.txt", "/sitemap.xml", "/0", "/1", "/2"]
        outcomes = fetchers.run(site.root, delay=10)
    assert sorted(map(tell, outcomes)) == [str(number) for number in range(6)]
    assert site.paths[5:] == ["/3", "/4", "/5"]
    fetched = [each for each in outcomes if isinstance(each, Fetched)]
    assert sum(each.is_new for each in fetched) == 3
    assert {row[0] for row in list_rows(fetchers, "state")} == {"fetched"}


def test_a_crawl_that_ended_begins_anew(fetchers: Fetchers) -> None:
    """The same command after a whole run fetches all again; another command never goes on."""
    with LoopbackSite(serve_site(2)) as site:
        fetchers.run(site.root, delay=0)
        fetchers.clock.seconds += 60
        fetchers.run(site.root, delay=0)
        assert site.paths.count("/0") == 2
        fetchers.clock.seconds += 60
        cut_off(fetchers, site.root, 1)
        fetchers.clock.seconds += 60
        fetchers.run(site.root, delay=0, max_pages=2)
    assert site.paths.count("/0") == 4


def test_a_crawl_that_rested_for_a_day_begins_anew(fetchers: Fetchers) -> None:
    """What was seen yesterday is not taken for today's."""
    with LoopbackSite(serve_site(3)) as site:
        cut_off(fetchers, site.root, 1)
        fetchers.clock.seconds += 21 * HOUR
        fetchers.run(site.root, delay=0)
    assert site.paths.count("/0") == 2


def test_a_host_that_is_never_up_does_not_keep_a_crawl_alive(fetchers: Fetchers) -> None:
    """Where one host is down for days, the pages of the others are still fetched every day."""
    with (
        LoopbackSite({"/robots.txt": show("down", 500)}) as dead,
        LoopbackSite({"/a": show("a")}) as site,
    ):
        for _ in range(9):
            outcomes = fetchers.run(f"{dead.root}/x", f"{site.root}/a", delay=0)
            assert sorted(map(tell, outcomes)) == ["a", "robots_unavailable"]
            fetchers.clock.seconds += 6 * 3600
    assert site.paths.count("/a") == 3


def test_a_problem_is_told_again_and_not_met_again(fetchers: Fetchers) -> None:
    """A page that failed before the cut has the same outcome after it, without a request."""
    answers = serve_site(3) | {"/0": show("gone", 410)}
    with LoopbackSite(answers) as site:
        cut_off(fetchers, site.root, 2)
        outcomes = fetchers.run(site.root, delay=10)
    assert sorted(map(tell, outcomes)) == ["1", "2", "http_410"]
    assert site.paths.count("/0") == 1


def test_every_address_has_an_outcome_and_a_reason(fetchers: Fetchers) -> None:
    """The frontier says of each address what became of it and why, out of scope included."""
    answers = serve_site(4) | {"/1": show("gone", 410), "/2": redirect("/3")}
    with LoopbackSite(answers) as site:
        outcomes = fetchers.run(site.root, delay=0, exclude=("/0",))
        fetchers.clock.seconds += 60
        fetchers.run(site.root, delay=0, exclude=("/0",))
    assert sorted(map(tell, outcomes)) == ["3", "3", "http_410"]
    rows = list_rows(fetchers, "state, outcome, reason, listed_by IS NOT NULL")
    message = f"{site.root}/1: answered 410, expected 200"
    assert rows == [
        ("skipped", None, "left out by --exclude /0", 1),
        ("failed", "http_410", message, 1),
        ("fetched", "unchanged", None, 1),
        ("fetched", "unchanged", None, 1),
    ]
    assert site.paths.count("/3") == 2


def test_an_address_that_was_taken_down_is_skipped(fetchers: Fetchers) -> None:
    """It is not asked for, is no problem, and takes nothing of --max-pages."""
    with LoopbackSite(serve_site(3)) as site:
        remove(fetchers.database, f"{site.root}/0")
        fetcher = fetchers.open(delay=0, max_pages=2)
        outcomes = list(fetcher.fetch([site.root, f"{site.root}/0"]))
    assert sorted(map(tell, outcomes)) == ["1", "2"]
    assert (fetcher.skipped, "/0" in site.paths) == (1, False)
    assert list_rows(fetchers, "state, reason")[0] == (
        "skipped", "this address was taken down on 2026-05-01: asked to",
    )  # fmt: skip


def test_a_crawl_is_gone_on_with_after_a_taking_down(fetchers: Fetchers) -> None:
    """What rested on what was taken down is asked for again, and the rest is not."""
    with LoopbackSite(serve_site(3) | {"/2": redirect("/0")}) as site:
        list(fetchers.open(delay=0).fetch([site.root]))
        remove(fetchers.database, f"{site.root}/0")
        asked = len(site.paths)
        outcomes = fetchers.run(site.root, delay=0)
    assert sorted(map(tell, outcomes)) == ["1", "forgotten"]
    # Where it leads is in the archive, too.
    assert site.paths[asked:] == ["/2"]


@pytest.mark.parametrize(
    ("scope", "paths"),
    [
        ({"include": ("/[12]",)}, ["/1", "/2"]),
        ({"include": ("/*",), "exclude": ("/1", "/2")}, ["/0"]),
        ({"prefixes": {"127.0.0.1": ("/2",)}}, ["/2"]),
        ({"max_pages": 1}, ["/0"]),
    ],
)
def test_the_scope_bounds_what_is_listed(
    fetchers: Fetchers, scope: dict[str, Any], paths: list[str]
) -> None:
    """Patterns, prefixes of the site's file and a number of pages decide what is fetched."""
    with LoopbackSite(serve_site(3)) as site:
        fetchers.run(site.root, delay=0, **scope)
    assert site.paths[2:] == paths


def test_no_redirect_leads_out_of_the_scope(fetchers: Fetchers) -> None:
    """A redirect to what is left out is not followed; one to a host that is meant is."""
    with LoopbackSite({"/b": show("b")}) as other, LoopbackSite() as site:
        site.answers |= {"/a": redirect("/secret/a"), "/b": redirect(f"{other.root}/b")}
        (left_out,) = fetchers.run(f"{site.root}/a", delay=0, exclude=("/secret/*",))
        (page,) = fetchers.run(f"{site.root}/b", delay=0, hosts=frozenset({"127.0.0.1"}))
    assert tell(left_out) == "redirect_out_of_scope"
    assert (tell(page), other.paths) == ("b", ["/robots.txt", "/b"])


def answer_conditionally(site: LoopbackSite, path: str, tag: str, body: str) -> None:
    """Answer with a page and its entity tag, and with 304 to whoever knows it."""

    def answer() -> Answer:
        known = site.asked[-1].headers.get("If-None-Match")
        return Answer(b"", 304, {"ETag": tag}) if known == tag else show(body, ETag=tag)

    site.answers[path] = answer


def run_days(fetchers: Fetchers, source: str, days: int) -> list[Outcome]:
    """Run once a day; return the last day's outcomes."""
    outcomes: list[Outcome] = []
    for _ in range(days):
        fetchers.clock.seconds += 24 * HOUR
        outcomes = fetchers.run(source, delay=0)
    return outcomes


def test_what_is_known_is_asked_for_with_its_validators(fetchers: Fetchers) -> None:
    """A 304 is an observation of its own that shows the bytes which it says still hold."""
    with LoopbackSite() as site:
        answer_conditionally(site, "/a", '"1"', "first")
        (first,) = run_days(fetchers, f"{site.root}/a", 1)
        (second,) = run_days(fetchers, f"{site.root}/a", 1)
        answer_conditionally(site, "/a", '"2"', "other")
        (third,) = run_days(fetchers, f"{site.root}/a", 1)
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert isinstance(third, Fetched)
    assert second.snapshot.status == 304
    assert second.snapshot.sha256 == first.snapshot.sha256
    assert second.snapshot.content_type == first.snapshot.content_type
    assert second.same_as == first.snapshot.archive_id
    assert (third.same_as, third.body) == (None, b"other")
    read = [Archive(fetchers.database).read(each.snapshot.sha256) for each in (second, third)]
    assert read == [b"first", b"other"]


def test_the_same_bytes_with_status_200_are_unchanged_too(fetchers: Fetchers) -> None:
    """A site that knows no validators may still show that nothing has changed."""
    with LoopbackSite({"/a": show("a")}) as site:
        (first,) = run_days(fetchers, f"{site.root}/a", 1)
        (second,) = run_days(fetchers, f"{site.root}/a", 1)
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert (second.is_new, second.same_as) == (True, first.snapshot.archive_id)


def test_a_304_that_names_another_version_is_not_believed(fetchers: Fetchers) -> None:
    """Where the tag of the 304 is not the one that was asked about, the page is fetched in full."""
    answers = iter(
        [show("first", ETag='"1"'), Answer(b"", 304, {"ETag": '"9"'}), show("other", ETag='"9"')]
    )
    with LoopbackSite({"/a": lambda: next(answers)}) as site:
        (page,) = run_days(fetchers, f"{site.root}/a", 2)
    assert isinstance(page, Fetched)
    assert page.body == b"other"


def test_a_304_that_nobody_asked_for_is_no_page(fetchers: Fetchers) -> None:
    """Without validators sent there is nothing that a 304 could mean."""
    with LoopbackSite({"/a": Answer(b"", 304)}) as site:
        (problem,) = fetchers.run(f"{site.root}/a", delay=0)
    assert tell(problem) == "http_304"
    assert list(Archive(fetchers.database).snapshots()) == []


def test_a_full_answer_is_asked_for_once_a_month(fetchers: Fetchers) -> None:
    """A server that says 304 for ever is not believed for longer than thirty days."""
    with LoopbackSite() as site:
        answer_conditionally(site, "/a", '"1"', "first")
        run_days(fetchers, f"{site.root}/a", 32)
    asked = [each for each in site.asked if each.path == "/a"]
    assert [n for n, each in enumerate(asked) if "If-None-Match" not in each.headers] == [0, 31]
