"""The commands that crawl, as an operator gives them: plan, lists, scope, blocks, space."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import running
from tests.loopback import Answer, LoopbackSite, show
from tests.pages import Card, write_html
from tests.test_command import select

PAGES = 3


def write_page(number: int) -> str:
    """Write a comparison of two invented tools."""
    cards = [
        Card(name=f"Tool {number} {side}", slug=f"tool-{number}-{side}", tagline=side * 9)
        for side in "ab"
    ]
    return write_html(cards)


def name_page(number: int) -> str:
    """Return the path of a comparison."""
    return f"/compare/tool-{number}-a-vs-tool-{number}-b"


@pytest.fixture
def site() -> Iterator[LoopbackSite]:
    """A site of three comparisons and an article, with a sitemap."""
    answers: dict[str, Any] = {
        name_page(number): show(write_page(number)) for number in range(PAGES)
    }
    entries = "".join(f"<url><loc>{path}</loc></url>" for path in [*answers, "/about"])
    answers["/sitemap.xml"] = Answer(f"<urlset>{entries}</urlset>".encode())
    answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /compare/tool-2\nCrawl-delay: 0.1")
    with LoopbackSite(answers) as site:
        yield site


def run(
    folder: Path, *arguments: str, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command that may reach the loopback, without pauses of ours; stdin is ``given``."""
    arguments += ("--allow-host", "127.0.0.1", "--delay", "0")
    if given is None:
        return running.run(folder, *arguments)
    command = [sys.executable, "-m", "versusdb", *arguments]
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, timeout=60, check=False
    )


def test_plan_fetches_no_page_and_leaves_nothing(site: LoopbackSite, tmp_path: Path) -> None:
    """Without a database none is made; what would be fetched, and what not, is told."""
    done = run(tmp_path, "plan", site.root, "--exclude", "/about")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 pages to fetch, 1 not allowed, 1 skipped" in done.stdout
    assert "Crawl-delay 0.1 s" in done.stdout
    assert site.paths == ["/robots.txt", "/sitemap.xml"]
    assert list(tmp_path.iterdir()) == []


def test_ingest_goes_on_from_the_plan(site: LoopbackSite, tmp_path: Path) -> None:
    """What a plan beside a database found need not be asked for again."""
    (tmp_path / "page.html").write_text(write_page(9))
    run(tmp_path, "ingest", "page.html")
    planned = json.loads(run(tmp_path, "plan", site.root, "--json").stdout)
    assert planned["pages"] == 3
    (host,) = planned["hosts"]
    assert (host["disallowed"], host["crawl_delay"]) == (1, 0.1)
    done = run(tmp_path, "ingest", site.root)
    assert done.returncode == 3
    assert site.paths[:2] == ["/robots.txt", "/sitemap.xml"]
    assert sorted(site.paths[2:]) == ["/about", name_page(0), name_page(1)]


def test_plan_reads_a_sitemap_that_is_named(site: LoopbackSite, tmp_path: Path) -> None:
    """A sitemap named by itself is asked for, since it may list what is to be planned."""
    done = run(tmp_path, "plan", f"{site.root}/sitemap.xml")
    assert "3 pages to fetch, 1 not allowed" in done.stdout
    assert site.paths == ["/robots.txt", "/sitemap.xml"]


def test_plan_names_what_is_not_allowed_if_the_operator_named_it(
    site: LoopbackSite, tmp_path: Path
) -> None:
    """A page that was named one by one has its line; those of a sitemap are counted."""
    named = f"{site.root}{name_page(2)}"
    done = run(tmp_path, "plan", named)
    assert "0 pages to fetch, 1 not allowed" in done.stdout
    assert f"\n  not allowed: {named}\n" in done.stdout
    assert "  not allowed: " not in run(tmp_path, "plan", site.root).stdout


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"/robots.txt": show("no", 403)}, "answers 403; nothing may be fetched"),
        ({"/robots.txt": show("no", 401)}, "answers 401; nothing may be fetched"),
        ({"/robots.txt": show("no", 404)}, "answers 404, there is none"),
        ({"/sitemap.xml": show("<nonsense>")}, "answers 404, there is none"),
        ({"/robots.txt": show("no", 500)}, "cannot be read: it answers 500, expected 200 or 404"),
    ],
)
def test_plan_says_what_robots_txt_answered(
    answers: dict[str, Any], told: str, tmp_path: Path
) -> None:
    """The line on robots.txt says what came, and what that means."""
    with LoopbackSite({"/a": show("a"), **answers}) as site:
        source = site.root if "/sitemap.xml" in answers else f"{site.root}/a"
        assert f"  robots.txt: {told}" in run(tmp_path, "plan", source).stdout


def test_plan_tells_a_closed_host_beside_its_robots_txt(tmp_path: Path) -> None:
    """What a host said with Retry-After is none of its robots.txt."""
    with LoopbackSite({"/a": show("busy", 503, Retry_After="3600")}) as site:
        run(tmp_path, "ingest", f"{site.root}/a")
        lines = run(tmp_path, "plan", f"{site.root}/a").stdout.splitlines()
    assert "  robots.txt: answers 404, there is none" in lines
    (closed,) = [line for line in lines if line.startswith("  nothing may be fetched now: ")]
    assert "asked not to be visited before" in closed


def test_plan_needs_a_source(tmp_path: Path) -> None:
    """A plan of nothing is wrong usage."""
    assert run(tmp_path, "plan").returncode == 2


def test_a_list_of_addresses_is_a_source(site: LoopbackSite, tmp_path: Path) -> None:
    """Each line is fetched; a line that is no address is an issue that names it."""
    lines = (
        f"# two of them\n\n{site.root}{name_page(0)}\nnot an address\n{site.root}{name_page(1)}\n"
    )
    (tmp_path / "list.txt").write_text(lines)
    for number, (name, given) in enumerate([("list.txt", None), ("-", lines)], start=1):
        done = run(tmp_path, "ingest", "--urls", name, "--db", f"{number}.db", given=given)
        assert done.returncode == 3
        assert "line 4: 'not an address'" in done.stderr
        found = select(tmp_path / f"{number}.db", "SELECT count(*) FROM v1_comparisons")
        assert found == [(2,)]


def test_a_scope_that_nothing_fits_is_told(site: LoopbackSite, tmp_path: Path) -> None:
    """A mistyped pattern is no issue, but a night without a page is worth a line."""
    done = run(tmp_path, "ingest", site.root, "--include", "/compore/*")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "of 4 addresses none is within --include and --exclude" in done.stderr


def test_a_list_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """A mistyped list ends the command before anything is made."""
    done = run(tmp_path, "ingest", "--urls", "nowhere.txt")
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_never_taken_for_a_list(site: LoopbackSite, tmp_path: Path) -> None:
    """Only --urls makes a list of a file; a .txt is a page."""
    (tmp_path / "list.txt").write_text(f"{site.root}{name_page(0)}\n")
    assert run(tmp_path, "ingest", "list.txt").returncode == 3
    assert site.asked == []


def test_a_site_that_blocks_us_ends_with_status_7(tmp_path: Path) -> None:
    """After five refusals in a row nothing is asked for, and the summary names the host."""
    with LoopbackSite({f"/{number}": show("no", 403) for number in range(9)}) as site:
        (tmp_path / "list").write_text("".join(f"{site.root}/{n}\n" for n in range(9)))
        done = run(tmp_path, "ingest", "--urls", "list", "--json")
        assert done.returncode == 7
        assert json.loads(done.stdout)["hosts_blocked"] == [f"127.0.0.1:{site.port}"]
        assert len(site.asked) == 6
        assert "[host_blocked]" in done.stderr


def test_a_host_that_is_postponed_resolves_nothing(tmp_path: Path) -> None:
    """Of a host that asks for time, what was wrong with an address that waits stays open."""
    with LoopbackSite() as site:
        sources = [f"{site.root}/{name}" for name in ("a", "b")]
        assert run(tmp_path, "ingest", *sources).returncode == 3
        busy = show("busy", 503, Retry_After="3600")
        site.answers |= {"/a": busy, "/b": busy}
        assert run(tmp_path, "ingest", *sources).returncode == 3
    sql = "SELECT code, resolved_at IS NULL FROM v1_issues ORDER BY code, url"
    found = select(tmp_path / "versus.db", sql)
    assert found == [("http_404", 1), ("http_404", 1), ("postponed", 1)]


def test_a_challenge_page_is_kept_and_not_read(tmp_path: Path) -> None:
    """A page that wants proof of a person, with status 200, is marked as blocked and no page."""
    body = (
        "<title>Just a moment...</title><script>window._cf_chl_opt={cvId: '3'};</script>"
        '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
    )
    with LoopbackSite({"/compare/a": show(body)}) as site:
        done = run(tmp_path, "ingest", f"{site.root}/compare/a")
    assert done.returncode == 3
    assert "[blocked]" in done.stderr
    roles = select(tmp_path / "versus.archive.db", "SELECT role FROM snapshots ORDER BY 1")
    assert roles == [("blocked",), ("robots",)]
    assert select(tmp_path / "versus.db", "SELECT count(*) FROM v1_snapshots") == [(0,)]


def test_a_disk_that_is_nearly_full_ends_a_run_in_order(site: LoopbackSite, tmp_path: Path) -> None:
    """Before less is free than asked for, a run ends with status 8 and asks for nothing."""
    done = run(tmp_path, "ingest", f"{site.root}{name_page(0)}", "--keep-free", "999999999")
    assert done.returncode == 8
    assert "--keep-free" in done.stderr
    assert site.paths == []
    assert select(tmp_path / "versus.db", "SELECT status FROM v1_runs") == [("failed",)]
    assert run(tmp_path, "ingest", f"{site.root}{name_page(0)}").returncode == 0
    assert site.paths.count(name_page(0)) == 1


def test_nothing_held_in_no_database_is_wrong_usage(tmp_path: Path) -> None:
    """A mistyped database is not made by a command that only lets held pages in."""
    done = running.run(tmp_path, "ingest", "--accept-drift", "--db", "typo.db")
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_closed_host_speaks_for_all_that_was_named(tmp_path: Path) -> None:
    """A site and its pages, none of which may be asked for, are as many failed pages."""
    with LoopbackSite({"/robots.txt": show("no", 503)}) as site:
        addresses = [f"{site.root}{path}" for path in ("/", "/a", "/b")]
        done = run(tmp_path, "ingest", *addresses, "--db", "x.db", "--json")
    assert json.loads(done.stdout)["pages_failed"] == 3
    assert f"; so are 2 more addresses of 127.0.0.1:{site.port} [" in done.stderr
