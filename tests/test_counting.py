"""The numbers of a summary add up: each page is counted once, whatever became of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parsers.reading import parse_page
from parsers.records import Reading
from tests.forgotten import remove
from tests.loopback import LoopbackSite, show
from tests.running import run
from tests.test_crawl_command import name_page, write_page
from versusdb.bugs import Parse
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reports import Outcome
from versusdb.store import open_store
from versusdb.working import Tools

PAGES = 6
NAMES = ("pages_new", "pages_unchanged", "pages_reread", "pages_failed")


@pytest.fixture
def site() -> Iterator[LoopbackSite]:
    """Six comparisons, a page that is none, and one that is gone."""
    answers: dict[str, Any] = {name_page(n): show(write_page(n)) for n in range(PAGES)}
    with LoopbackSite({**answers, "/about": show("<p>About us.</p>")}) as site:
        yield site


def list_pages(site: LoopbackSite) -> list[str]:
    """Return the addresses of them all."""
    paths = [*(name_page(n) for n in range(PAGES)), "/about", "/gone"]
    return [f"{site.root}{path}" for path in paths]


def crawl(path: Path, site: LoopbackSite, parse: Parse = parse_page) -> Outcome:
    """Ingest them all without pauses."""
    settings = Settings(sources=tuple(list_pages(site)), allow_hosts=("127.0.0.1",), delay=0)
    with show_progress("Reading") as progress:
        return ingest(path, settings, Tools(progress=progress, parse=parse))


def count(outcome: Outcome) -> tuple[int, int, int, int, int]:
    """Return the pages seen, and those of each kind."""
    counts = outcome.run.counts
    kinds = (counts.pages_unchanged, outcome.pages_reread, counts.pages_failed)
    return counts.pages_seen, outcome.pages_new, *kinds


def test_a_run_after_another_that_was_cut_off_counts_each_page_once(
    site: LoopbackSite, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was archived and not read is told once, with its issues, as read again or failed."""

    def die(body: bytes, **options: Any) -> Reading:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crawl(tmp_path / "x.db", site, die)
    capfd.readouterr()
    seen, new, unchanged, reread, failed = count(crawl(tmp_path / "x.db", site))
    assert (seen, unchanged, failed) == (PAGES + 2, 0, 2)
    assert reread > 0
    assert new + reread == PAGES
    assert capfd.readouterr().err.count("[not_a_comparison]") == 1


def test_a_page_that_does_not_parse_is_not_new(site: LoopbackSite, tmp_path: Path) -> None:
    """It is failed, in the first run and in all that find it unchanged."""
    assert count(crawl(tmp_path / "x.db", site)) == (PAGES + 2, PAGES, 0, 0, 2)
    assert count(crawl(tmp_path / "x.db", site)) == (PAGES + 2, 0, PAGES, 0, 2)


def test_the_status_counts_no_unchanged_page_as_new(site: LoopbackSite, tmp_path: Path) -> None:
    """The numbers of a run are those of its summary, in the table and in JSON."""
    crawl(tmp_path / "x.db", site)
    crawl(tmp_path / "x.db", site)
    told = json.loads(run(tmp_path, "status", "--db", "x.db", "--json").stdout)
    assert [each["pages_new"] for each in told["runs"]] == [0, PAGES]


def test_content_is_counted_as_the_views_show_it(site: LoopbackSite, tmp_path: Path) -> None:
    """After a second run, whose snapshots share their readings, each count is that of its view."""
    crawl(tmp_path / "x.db", site)
    content = crawl(tmp_path / "x.db", site).content
    with open_store(tmp_path / "x.db") as store:
        shown = {
            name: store.database.conn.execute(f"SELECT count(*) FROM v1_{name}").fetchone()[0]
            for name in content
        }
    assert content == shown
    assert all(content.values())


def test_what_was_taken_down_is_beside_the_sum(tmp_path: Path) -> None:
    """A copy of a page that was taken down is no page of the run, and not new."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(2):
        page, link = write_page(number), f"https://shiporskip.io{name_page(number)}"
        canonical = f'<link rel="canonical" href="{link}">'
        (pages / f"{number}.html").write_text(page.replace("<title>", f"{canonical}<title>"))
    with open_store(tmp_path / "x.db") as store:
        remove(store.archive, f"https://shiporskip.io{name_page(0)}")
    done = run(tmp_path, "ingest", "pages", "--db", "x.db")
    assert "1 page: 1 new, 0 unchanged, 0 failed; 1 taken down before\n" in done.stdout


def test_json_tells_the_same_sum(site: LoopbackSite, tmp_path: Path) -> None:
    """For programs, too, the pages seen are the sum of all kinds."""
    options = ("--db", "x.db", "--json", "--allow-host", "127.0.0.1", "--delay", "0")
    told = json.loads(run(tmp_path, "ingest", *list_pages(site), *options).stdout)
    assert told["pages_seen"] == sum(told[name] for name in NAMES) == PAGES + 2


def test_what_a_command_does_not_count_is_null(tmp_path: Path) -> None:
    """Taking a page down counts no pages: null in the ledger, a dash in the status, never 0."""
    write = tmp_path / "page.html"
    write.write_text(write_page(0))
    run(tmp_path, "ingest", "page.html", "--db", "x.db")
    digest = hashlib.sha256(write.read_bytes()).hexdigest()
    run(tmp_path, "forget", digest, "--reason", "asked", "--yes", "--db", "x.db")
    told = json.loads(run(tmp_path, "status", "--db", "x.db", "--json").stdout)["runs"][0]
    nothing = ("pages_seen", "pages_fetched", "pages_unchanged", "pages_failed", "issues")
    assert [told[name] for name in nothing] == [None] * len(nothing)
    assert (told["command"], told["entries_added"], told["quotes_ended"]) == ("forget", 0, 0)
    assert "forget  clean" in run(tmp_path, "status", "--db", "x.db").stdout
