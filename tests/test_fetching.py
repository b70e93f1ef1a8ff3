"""Sources go in, archived pages come out: each address has one outcome, politely and alone."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from scraper.archive import Archive
from scraper.client import Client
from scraper.fetching import Fetcher, Settings
from scraper.response import Fetched, FetchProblem
from tests.fetchers import Fetchers, list_roles, tell
from tests.loopback import Answer, LoopbackSite, redirect, show


def test_a_page_is_asked_for_after_robots_txt_and_archived(fetchers: Fetchers) -> None:
    """One address gives one page that the archive already holds."""
    with LoopbackSite({"/a": show("<p>x</p>")}) as site:
        (page,) = fetchers.open(delay=0).fetch([f"{site.root}/a#part"])
    assert isinstance(page, Fetched)
    assert site.paths == ["/robots.txt", "/a"]
    assert (page.body, page.is_new) == (b"<p>x</p>", True)
    assert page.snapshot.address == f"{site.root}/a"
    assert page.snapshot.source == f"{site.root}/a#part"
    assert (page.snapshot.site, page.snapshot.observed_at) == ("127.0.0.1", "2026-04-24T12:00:00Z")
    assert Archive(fetchers.database).read(page.snapshot.sha256) == page.body
    assert list_roles(fetchers.database) == [("robots", 404), ("page", 200)]


def test_files_come_first_and_then_addresses(fetchers: Fetchers, tmp_path: Path) -> None:
    """Files are archived like pages, each in order, and what cannot be had stops nothing else."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "f.html").write_text("<p>f</p>")
    (folder / "f.png").write_text("f")
    with LoopbackSite({"/a": show("a")}) as site, socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{held.getsockname()[1]}/x"
        fetcher = fetchers.open(site="x.example")
        sources = [str(folder), dead, "nowhere.html", f"{site.root}/a"]
        outcomes = list(fetcher.fetch(sources))
    codes = [tell(each) for each in outcomes]
    assert (codes[:2], sorted(codes[2:])) == (["f.html", "missing"], ["a", "unreachable"])
    assert (fetcher.total, fetcher.ignored) == (4, 1)
    assert {each.snapshot.site for each in outcomes if isinstance(each, Fetched)} == {"x.example"}


def test_pages_come_out_while_others_are_still_to_come(fetchers: Fetchers) -> None:
    """The first page can be read before the second is asked for."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        outcomes = fetchers.open().fetch([f"{site.root}/a", f"{site.root}/b"])
        next(outcomes)
        assert site.paths == ["/robots.txt", "/a"]


def test_what_robots_txt_disallows_is_not_asked_for(fetchers: Fetchers) -> None:
    """A disallowed page is a problem that says so, and no request."""
    rules = Answer(b"User-agent: *\nDisallow: /private")
    with LoopbackSite({"/robots.txt": rules, "/to": redirect("/private/b")}) as site:
        outcomes = list(fetchers.open().fetch([f"{site.root}/private/a", f"{site.root}/to"]))
    assert [tell(each) for each in outcomes] == ["robots_disallowed"] * 2
    assert site.paths == ["/robots.txt", "/to"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (show("gone", 404), "http_404"),
        (show("down", 500), "http_500"),
        (Answer(b"", 204), "http_204"),
        (Answer(b"", 302), "http_302"),
        (Answer(b"%PDF", 200, {"Content-Type": "application/pdf"}), "not_a_page"),
    ],
)
def test_an_answer_that_is_no_page_is_kept_and_a_problem(
    fetchers: Fetchers, answer: Answer, code: str
) -> None:
    """Whatever came is in the archive; only pages are handed over, now and when read again."""
    with LoopbackSite({"/a": answer}) as site:
        (problem,) = fetchers.open().fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == code
    assert problem.address == f"{site.root}/a"
    attempts = 3 if answer.status == 500 else 1
    assert list_roles(fetchers.database)[1:] == [("page", answer.status)] * attempts
    assert list(Archive(fetchers.database).snapshots()) == []


def test_redirects_are_followed_within_the_host(fetchers: Fetchers) -> None:
    """Every hop is archived, and the page belongs to the address it came from."""
    with LoopbackSite(
        {"/a": redirect("b?x=1", 301), "/b?x=1": redirect("/c"), "/c": show("c")}
    ) as site:
        (page,) = fetchers.open().fetch([f"{site.root}/a"])
    assert isinstance(page, Fetched)
    assert page.snapshot.address == f"{site.root}/c"

    roles = list_roles(fetchers.database)[1:]
    assert roles == [("redirect", 301), ("redirect", 302), ("page", 200)]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://u:secret@127.0.0.1/"])
def test_a_redirect_to_no_address_is_a_problem(fetchers: Fetchers, target: str) -> None:
    """It is not followed; why is told, and no password with it."""
    with LoopbackSite({"/a": redirect(target)}) as site:
        (problem,) = fetchers.open().fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == "address_refused"
    assert "redirected to an address that is refused: " in problem.message
    assert "secret" not in problem.message


def test_a_redirect_to_another_host_is_a_problem(fetchers: Fetchers) -> None:
    """No page leads to another host; the problem names both."""
    with LoopbackSite() as other, LoopbackSite({"/a": redirect(f"{other.root}/b")}) as site:
        (problem,) = fetchers.open().fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == "redirect_out_of_scope"
    assert f"{site.root}/a" in problem.message
    assert f"{other.root}/b" in problem.message
    assert other.asked == []


def test_a_redirect_to_what_is_gone_is_a_problem_of_the_page(fetchers: Fetchers) -> None:
    """It is the page meant that is not there, whatever it leads to; the problem names both."""
    with LoopbackSite({"/a": redirect("/b"), "/b": redirect("/c")}) as site:
        for _ in range(2):
            (problem,) = fetchers.open().fetch([f"{site.root}/a"])
            assert isinstance(problem, FetchProblem)
            assert (problem.code, problem.address) == ("http_404", f"{site.root}/a")
            assert f"{site.root}/a: redirected to {site.root}/c: answered 404" in problem.message


def test_redirects_end(fetchers: Fetchers) -> None:
    """Ten redirects lead to a page; eleven, or a circle, are a problem."""
    answers: dict[str, Any] = {f"/{n}": redirect(f"/{n + 1}") for n in range(11)}
    with LoopbackSite({**answers, "/11": show("end"), "/x": redirect("/x")}) as site:
        outcomes = fetchers.open().fetch([f"{site.root}/{path}" for path in ("0", "1", "x")])
        assert [tell(each) for each in outcomes] == ["redirect_loop", "11", "redirect_loop"]


def test_private_hosts_are_a_problem(fetchers: Fetchers) -> None:
    """An address of this machine is not fetched unless its host is allowed."""
    with LoopbackSite({"/a": show("a")}) as site, Client(version="1") as client:
        fetcher = Fetcher(Archive(fetchers.database), client, Settings(delay=0))
        (problem,) = fetcher.fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == "private_address"
    assert "--allow-host 127.0.0.1" in problem.message
    assert site.asked == []


def test_a_page_past_the_limit_is_a_problem(
    fetchers: Fetchers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is too large is not kept in part."""
    monkeypatch.setattr("scraper.crawling.MAX_PAGE_BYTES", 100)
    with LoopbackSite({"/a": show("x" * 101)}) as site:
        (problem,) = fetchers.run(f"{site.root}/a")
    assert tell(problem) == "too_large"
    assert list_roles(fetchers.database) == [("robots", 404)]


def test_a_redirect_to_another_port_says_so(fetchers: Fetchers) -> None:
    """Another port of the host is named as such, with both ports."""
    with LoopbackSite() as other, LoopbackSite({"/a": redirect(f"{other.root}/b")}) as site:
        (problem,) = fetchers.run(f"{site.root}/a", delay=0)
    assert isinstance(problem, FetchProblem)
    assert f"from 127.0.0.1:{site.port} to another port: {other.root}/b" in problem.message


def test_redirects_to_private_addresses_are_told_one_by_one(fetchers: Fetchers) -> None:
    """Each names what it led to and its own remedy; the same command asks for all of them again."""
    targets = ("10.0.0.1", "169.254.169.254", "192.168.0.1")
    answers = {f"/{n}": redirect(f"http://{host}/") for n, host in enumerate(targets)}
    with LoopbackSite({**answers, "/good": show("good")}) as site:
        sources = [f"{site.root}/{path}" for path in ("0", "1", "2", "good")]
        outcomes = fetchers.run(*sources, delay=0, hosts=frozenset(targets))
        assert [tell(each) for each in outcomes] == ["private_address"] * 3 + ["good"]
        for source, host, problem in zip(sources, targets, outcomes, strict=False):
            assert isinstance(problem, FetchProblem)
            assert (problem.address, problem.pages) == (source, 1)
            assert f"{source}: redirected to http://{host}/, " in problem.message
            assert f"--allow-host {host}" in problem.message
        site.answers |= {f"/{n}": show("moved") for n in range(3)}
        outcomes = fetchers.run(*sources, delay=0, hosts=frozenset(targets))
    assert sorted(map(tell, outcomes)) == ["0", "1", "2", "good"]


def test_what_a_redirect_may_not_lead_to_is_told_of_what_was_meant(fetchers: Fetchers) -> None:
    """A line about a target begins with the address that the operator named."""
    rules = Answer(b"User-agent: *\nDisallow: /private/")
    with LoopbackSite({"/robots.txt": rules, "/to": redirect("/private/x")}) as site:
        (problem,) = fetchers.run(f"{site.root}/to", delay=0)
    assert isinstance(problem, FetchProblem)
    way = f"{site.root}/to: redirected to {site.root}/private/x: not fetched: "
    assert problem.message == f"{way}robots.txt disallows it"
