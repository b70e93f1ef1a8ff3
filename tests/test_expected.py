"""How many pages a command will read is known from files, and estimated from WARC files."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from scraper.sources import WarcFile
from scraper.warc.extent import Extent
from tests.fetchers import Fetchers
from tests.loopback import LoopbackSite, show
from tests.test_pacing import serve_all
from tests.warcs import import_files, write_warc
from versusdb.ingesting import Settings, ingest
from versusdb.store import open_store
from versusdb.working import Tools

FILLED = 600


def fill_warc(path: Path, pages: int, *, is_gzip: bool = True) -> Path:
    """Write pages of 2,000 bytes that no compression makes smaller than half, and other records."""
    letters = random.Random(path.name)  # noqa: S311 - the same bytes each time
    with write_warc(path, is_gzip=is_gzip) as warc:
        for number in range(pages):
            body = letters.randbytes(1000).hex().encode()
            warc.add(address=f"https://{path.stem}.example/{number}", body=body)
            warc.add("metadata", has_head=False)
    return path


def watch(fetchers: Fetchers, *sources: Path | str) -> list[tuple[int, int | None, int]]:
    """Fetch; return for each outcome how many there are by then, are expected, and are known.

    Once all is fetched, what is expected is what came.
    """
    fetcher = fetchers.open(delay=0)
    seen, done = [], 0
    for outcome in fetcher.fetch([str(source) for source in sources]):
        done += getattr(outcome, "pages", 1)
        seen.append((done, fetcher.expected, fetcher.total))
    assert (fetcher.expected, fetcher.total) == (done, done)
    return seen


@pytest.mark.parametrize("is_gzip", [True, False])
def test_pages_of_warc_files_are_estimated_from_their_bytes(
    fetchers: Fetchers, tmp_path: Path, is_gzip: bool
) -> None:
    """From the first page on the estimate is near, over all files; at the end it is the number."""
    first = fill_warc(tmp_path / "first.warc", FILLED // 3, is_gzip=is_gzip)
    other = fill_warc(tmp_path / "other.warc", FILLED * 2 // 3, is_gzip=is_gzip)
    seen = watch(fetchers, first, other)
    assert [done for done, _, _ in seen] == list(range(1, FILLED + 1))
    assert seen[-1] == (FILLED, FILLED, FILLED)
    for done, expected, total in seen:
        assert expected is not None
        assert done <= total <= expected
        assert expected == pytest.approx(FILLED, rel=0.2)
    assert any(expected != total for _, expected, total in seen)


def test_page_files_are_counted_beside_the_estimate(fetchers: Fetchers, tmp_path: Path) -> None:
    """They are known; while no WARC file is begun, how many there are in all is not."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.html").write_text(f"<p>{number}</p>")
    assert [each[:2] for each in watch(fetchers, pages)] == [(1, 3), (2, 3), (3, 3)]
    warc = fill_warc(tmp_path / "x.warc.gz", 300)
    seen = watch(fetchers, pages, warc, tmp_path / "nowhere")
    assert [expected for _, expected, _ in seen[:3]] == [None, None, None]
    assert seen[3][1] == pytest.approx(304, rel=0.2)
    assert seen[-1] == (304, 304, 304)


def test_a_warc_file_that_breaks_off_is_over(fetchers: Fetchers, tmp_path: Path) -> None:
    """What was left of it does not come; nor do pages of what is no WARC file, or no file."""
    none, pipe = tmp_path / "none.warc", tmp_path / "pipe.warc"
    none.write_bytes(b"x" * 1_000_000)
    os.mkfifo(pipe)
    cut = fill_warc(tmp_path / "cut.warc.gz", 300)
    data = cut.read_bytes()
    cut.write_bytes(data[: len(data) // 2] + b"x" * (len(data) // 2))
    seen = watch(fetchers, none, pipe, cut)
    assert len(seen) == pytest.approx(153, abs=2)
    assert [total for _, _, total in seen[:3]] == [1, 2, 102]


def test_a_revisit_that_waits_is_expected(fetchers: Fetchers, tmp_path: Path) -> None:
    """Its bytes stand in a later file; when all are read, it still comes."""
    early, late = tmp_path / "early.warc.gz", tmp_path / "late.warc.gz"
    with write_warc(late) as warc:
        records = [warc.add(address=f"https://x.example/{number}") for number in range(3)]
    with write_warc(early) as warc:
        warc.add(address="https://x.example/own", body=b"<p>own</p>")
        for record in records:
            warc.add(
                "revisit",
                record.rec_headers.get_header("WARC-Target-URI"),
                b"",
                WARC_Date="2026-04-25T10:00:00Z",
                WARC_Profile="http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
                WARC_Payload_Digest=record.rec_headers.get_header("WARC-Payload-Digest"),
            )
    seen = watch(fetchers, early, late)
    assert [expected for _, expected, _ in seen[1:]] == [7] * 6
    assert [total for _, _, total in seen] == [1, 4, 4, 4, 7, 7, 7]


def test_while_addresses_are_to_come_nobody_knows(fetchers: Fetchers, tmp_path: Path) -> None:
    """How many pages a site has is found when it is asked; files before it tell no end."""
    (tmp_path / "a.html").write_text("<p>a</p>")
    with LoopbackSite(serve_all(show("x"), 3)) as site:
        seen = watch(fetchers, tmp_path, *(f"{site.root}/{number}" for number in range(3)))
    assert [expected for _, expected, _ in seen] == [None, 4, 4, 4]


def test_a_file_that_has_grown_is_no_less_than_read(tmp_path: Path) -> None:
    """Of a file that another program writes, more may be read than there was."""
    file = WarcFile("x", tmp_path / "x.warc")
    file.path.write_bytes(b"x" * 100)
    extent = Extent([file])
    assert (extent.left, extent.extend(0)) == (100, None)
    extent.begin(file)
    extent.take(25)
    assert (extent.left, extent.extend(10)) == (75, 40)
    extent.take(150)
    assert (extent.left, extent.extend(60)) == (0, 60)


class Watch:
    """Keeps what a run says of how far it is, by its parts."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, list[tuple[int, int | None, bool]]]] = []

    def begin(self, task: str, unit: str = "pages") -> None:
        """Note a part."""
        self.parts.append((f"{task} {unit}", []))

    def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
        """Note how far it is."""
        self.parts[-1][1].append((done, total, is_estimate))

    def show_hosts(self, hosts: object) -> None:
        """Pass over it."""

    def say(self, line: str) -> None:
        """Pass over it."""


def test_a_run_tells_each_part_from_its_beginning(tmp_path: Path) -> None:
    """What an earlier run left is counted, too; an estimate is one until it is the number."""
    path, warc = tmp_path / "x.db", fill_warc(tmp_path / "x.warc.gz", 150)
    left = fill_warc(tmp_path / "left.warc.gz", 3)
    with open_store(path) as store:
        import_files(store.archive, left)
    watch = Watch()
    ingest(path, Settings(sources=(str(warc),)), Tools(progress=watch))
    (_, of_left), (_, of_warc), (_, of_loading) = watch.parts
    names = ["Reading the archive pages", "Reading pages", "Loading pages"]
    assert [name for name, _ in watch.parts] == names
    assert of_left == [(1, None, False), (2, None, False), (3, None, False)]
    assert [done for done, _, _ in of_warc] == [*range(1, 151), 150]
    assert [is_estimate for _, _, is_estimate in of_warc] == [True] * 100 + [False] * 51
    assert of_warc[-1] == (150, 150, False)
    assert of_loading[0] == (0, 153, False)
    assert of_loading[-1] == (153, 153, False)
