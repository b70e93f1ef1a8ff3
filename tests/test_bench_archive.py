"""The bench of archiving measures who gives back what it got, and says what was measured."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
import zstandard

from bench.archive import working
from bench.archive.contestants import CONTESTANTS, LIMIT, OURS, Contestant
from bench.archive.pages import BATCH_PAGES, list_files, read_batches
from bench.archive.profiling import PARTS, REST, TRAINING, name_part, share_out, watch
from bench.archive.running import (
    PICKING,
    READING,
    WRITING,
    Results,
    Turns,
    run_profile,
    run_step,
    take_turns,
)
from bench.archive.section import write_section
from bench.archive.working import OtherPageError, Spent
from bench.fetch.measuring import CommandFailedError
from bench.load.small import list_records, write_small

PAGES = BATCH_PAGES + 20
# The peers that only `make bench-archive` installs are checked by it, before it measures.
HAS_PROFILER = find_spec("pyinstrument") is not None
INSTALLED = [each for each in (LIMIT, *CONTESTANTS) if each.is_installed]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site of small pages: one batch and a part of another."""
    folder = tmp_path_factory.mktemp("bench") / "site"
    (folder / "compare").mkdir(parents=True)
    for record in list_records(PAGES):
        name = (record.url or "").rpartition("/")[2]
        (folder / "compare" / name).write_bytes(write_small(record))
    return folder


def run(step: str, contestant: Contestant, site: Path, folder: Path) -> Spent:
    return working.run(step, contestant.module, site, folder / contestant.file)


def test_pages_come_in_one_order_with_all_their_bytes(site: Path) -> None:
    """All contestants get the same pages in the same order, each with an address of its own."""
    pages = [page for batch in read_batches(site) for page in batch]
    assert [page.body for page in pages] == [file.read_bytes() for file in list_files(site)]
    assert len({page.address for page in pages}) == len(pages) == PAGES
    assert dict(pages[7].headers)["Content-Length"] == str(len(pages[7].body))


@pytest.mark.parametrize("contestant", INSTALLED, ids=lambda each: each.file)
def test_contestants_give_back_what_they_got(
    contestant: Contestant, site: Path, tmp_path: Path
) -> None:
    """Every contestant writes all pages and gives them back in order, and one by one."""
    steps = ["prepare", "write", "read"]
    steps += ["check"] * contestant.checks + ["pick"] * contestant.picks
    spent = {step: run(step, contestant, site, tmp_path) for step in steps}
    assert spent["write"].pages == spent["read"].pages == PAGES
    assert min(spent[step].cpu_seconds for step in steps[1:]) > 0
    assert (tmp_path / contestant.file).stat().st_size > 0


def test_enough_contestants_are_checked_here() -> None:
    """The limit, versusdb's two and warcio are checked by the tests, whatever is installed."""
    assert {LIMIT, *CONTESTANTS[:3]} <= set(INSTALLED)


@pytest.mark.parametrize("step", ["read", "pick"])
def test_another_page_ends_the_benchmark(step: str, site: Path, tmp_path: Path) -> None:
    """A page that comes back with other bytes is never measured."""
    other = tmp_path / "site"
    (other / "compare").mkdir(parents=True)
    for file in list_files(site):
        (other / "compare" / file.name).write_bytes(file.read_bytes().replace(b"<h1>", b"<h2>"))
    run("write", OURS, site, tmp_path)
    with pytest.raises(OtherPageError, match="others than were put in"):
        run(step, OURS, other, tmp_path)


@pytest.mark.parametrize("missing", [-1, 0], ids=["last", "first"])
def test_a_page_too_few_or_too_many_ends_the_benchmark(
    missing: int, site: Path, tmp_path: Path
) -> None:
    """As many pages come back as were put in, wherever one is lacking."""
    other = tmp_path / "site"
    (other / "compare").mkdir(parents=True)
    for file in list_files(site):
        (other / "compare" / file.name).write_bytes(file.read_bytes())
    list_files(other)[missing].unlink()
    for source, read_as in ((site, other), (other, site)):
        path = tmp_path / f"{source == site}"
        path.mkdir()
        run("write", OURS, source, path)
        with pytest.raises(OtherPageError):
            run("read", OURS, read_as, path)


def test_our_figure_holds_the_dictionary(site: Path, tmp_path: Path) -> None:
    """The dictionary is trained within the turn, and every page is compressed with it."""
    run("write", OURS, site, tmp_path)
    with closing(sqlite3.connect(tmp_path / OURS.file)) as archive:
        found = archive.execute("SELECT dictionary_id, count(*) FROM bodies GROUP BY 1").fetchall()
    assert found == [(1, PAGES)]
    assert [path.name for path in tmp_path.iterdir()] == [OURS.file]


def test_a_step_has_its_own_process(site: Path, tmp_path: Path) -> None:
    """CPU time and memory are those of one step's process, without pandas that peers bring."""
    spent = run_step("write", OURS, site, tmp_path)
    assert spent.pages == PAGES
    assert spent.cpu_seconds > 0
    assert 10_000_000 < spent.peak_bytes < 90_000_000
    with pytest.raises(CommandFailedError, match="No such file"):
        run_step("pick", LIMIT, site, tmp_path)


def test_ratios_are_taken_between_two_turns_of_the_limit() -> None:
    """A task stands against the mean of the limit before and after it, and each runs once."""
    costs = iter([1.0, 6.0, 3.0, 8.0, 5.0])
    asked = []

    def run(step: str, contestant: Contestant) -> Spent:
        asked.append((step, contestant.file))
        return Spent(10, next(costs), 1.0, 0)

    turns: dict[str, Turns] = {}
    take_turns("read", [("one", "read", OURS), ("two", "check", OURS)], turns, run)
    assert turns["one"].ratios == [3.0]
    assert turns["two"].ratios == [2.0]
    assert [spent.cpu_seconds for spent in turns[LIMIT.name].spent] == [3.0, 5.0]
    limit, ours = ("read", LIMIT.file), ("read", OURS.file)
    assert asked == [limit, ours, limit, ("check", OURS.file), limit]


def test_time_is_told_apart_by_what_is_at_work() -> None:
    """A moment belongs to the library that works in it, or to the step that has called it."""
    assert name_part(["write", "_archive_body", "openssl_sha256"]) == "SHA-256"
    assert name_part(["compress", "ZstdCompressor.compress"]) == "zstd"
    assert name_part(["compress", "train", "<listcomp>", "ZstdCompressor.compress"]) == TRAINING
    assert (
        name_part(["write", "atomic", "Connection.execute"]) == "commits, which wait for the disk"
    )
    assert name_part(["keep", "Connection.execute"]) == "rows and look-ups in SQLite"
    assert name_part(["write_directives", "str.lower"]) == "what a page says to robots"
    assert name_part(["archive", "keep"]) == REST
    records = [
        (["a\0x.py\x0012", "openssl_sha256\0<built-in>\x000"], 3.0),
        (["a\0x.py\x0014"], 1.0),
    ]
    assert share_out(records) == {"SHA-256": 0.75, REST: 0.25}


@pytest.mark.skipif(not HAS_PROFILER, reason="make bench-archive installs it")
def test_the_profile_knows_the_functions_by_their_names() -> None:
    """What the libraries' functions are called in a watched run is what the parts go by."""
    body = os.urandom(1_000_000)
    compressor = zstandard.ZstdCompressor(level=19)

    def work() -> None:
        for _ in range(10):
            hashlib.sha256(body)
            compressor.compress(body[:100_000])

    shares = watch(work)
    assert min(shares["SHA-256"], shares["zstd"]) > 0.01
    assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.skipif(not HAS_PROFILER, reason="make bench-archive installs it")
def test_writing_and_reading_are_watched(site: Path, tmp_path: Path) -> None:
    """One run gives the shares of both, all in parts that are known."""
    writing, reading = run_profile(site, tmp_path)
    assert TRAINING in writing
    for shares in (writing, reading):
        assert shares.keys() <= {part for part, _, _ in PARTS} | {REST}
        assert sum(shares.values()) == pytest.approx(1)


def make_results(kept: int, cpu_seconds: float, limits: list[float]) -> Results:
    def spend(seconds: float) -> Spent:
        return Spent(1_000, seconds, 2 * seconds, 50_000_000)

    ours = Turns([spend(cpu_seconds)] * 3, [1.5, 2.0, 4.0])
    limit = Turns([spend(seconds) for seconds in limits], [])
    writing, reading, picking = (
        {LIMIT.name: limit} | {name: ours for name, _, _ in tasks}
        for tasks in (WRITING, READING, PICKING)
    )
    sizes = {each.name: kept for each in (LIMIT, *CONTESTANTS)}
    parts = [{"SHA-256": 0.3, "zstd": 0.2, REST: 0.1, "commits": 0.4}, {"zstd": 1.0}]
    return Results(1_000, 100_000_000, writing, reading, picking, sizes, parts)


def test_the_section_says_what_was_wanted_and_got() -> None:
    """Ratios come first, then speed and size; the goals are judged by them."""
    text = write_section(make_results(5_900_000, 0.5, [0.25] * 6))
    row = "2.00 | 1.50–4.00 | 2,000 | 1,000 |"
    assert f"| {OURS.name} | {row} 5,900 | 5.90% | 50 |" in text
    assert f"| {OURS.name} | {row} 500 | 50 |" in text
    assert "| a flat file | 1 |  | 4,000 | 2,000 | 5,900 |" in text
    assert "at most 6% of the raw bytes. Met. Written at no less than 1,000 pages a second" in text
    assert text.count("Met.") == 2
    assert "which any such archive has to do: 50% of writing and 100% of reading." in text
    assert "| commits | 40.0% | 0.0% |" in text
    assert "the limit's own turns lies within 20%, in writing and in reading." in text


def test_the_section_says_what_was_missed_and_disturbed() -> None:
    """A goal that is not reached, and a limit that did not hold still, stand in the section."""
    limits = [0.2, 0.2, 0.2, 0.3, 0.3, 0.3]
    text = write_section(make_results(6_100_000, 1.1, limits))
    assert text.count("Missed.") == 2
    assert "the limit itself varied by more than 20% in writing and reading." in text
