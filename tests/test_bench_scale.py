"""The benchmark of scale measures the same work for all, and says what was wanted and reached."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bench.fetch import measuring
from bench.fetch.measuring import Usage
from bench.scale import running
from bench.scale.archive import write_archive
from bench.scale.running import (
    Bare,
    Growth,
    OtherContentError,
    Results,
    Turn,
    grow,
    read_content,
    run_command,
    run_turns,
)
from bench.scale.section import write_section


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """End whatever hangs."""
    monkeypatch.setattr(measuring, "MOST_SECONDS", 120)


def make_results(*, read: float = 10.0, parsing: tuple[float, ...] = (5.0, 5.0)) -> Results:
    """Return results of two rounds in which one worker reads for so many seconds, two for five."""

    def turn(seconds: float, cpu: float) -> Turn:
        return Turn(Usage(seconds + 2, cpu + 2, 100_000_000), seconds, cpu)

    def bare(seconds: float, spent: float) -> Bare:
        return Bare(Usage(seconds, spent + 1, 90_000_000), 0.5, spent)

    return Results(
        1000,
        {
            "1 worker": [turn(read, 6.0)] * 2,
            "2 workers": [turn(5.0, 6.0)] * 2,
            "Dask, 2 workers": [turn(6.0, 8.0)] * 2,
        },
        {"1 worker": [turn(read, 6.0)] * 2, "2 workers": [turn(5.0, 6.0)] * 2},
        {number: [bare(6.0 / max(number, 1), spent) for spent in parsing] for number in (0, 2)},
    )


def make_growth(pages: int, cpu: float, peak: int) -> Growth:
    return Growth(pages, Usage(cpu, cpu, peak))


def test_archive_holds_every_page_once_and_is_the_same_each_time(tmp_path: Path) -> None:
    """The input comes from a seed: so many pages, each of its own address."""
    first, second = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    write_archive(first, 60, None)
    write_archive(second, 60, None)
    assert first.read_bytes() == second.read_bytes()
    lines = gzip.decompress(first.read_bytes()).splitlines()
    addresses = [line for line in lines if line.startswith(b"WARC-Target-URI")]
    assert (len(addresses), len(set(addresses))) == (60, 60)


def test_turn_tells_reading_from_the_whole(tmp_path: Path) -> None:
    """Reading ends before the command does, and counts the processes that read."""
    growth = grow(tmp_path, 30)
    assert growth.usage.cpu_seconds > 0.2
    path, warc = tmp_path / "x" / "x.db", tmp_path / "30.warc.gz"
    path.parent.mkdir()
    turn = run_command("phases", "ingest", "--db", str(path), str(warc), log=tmp_path / "log")
    assert 0 < turn.read_seconds < turn.usage.seconds
    assert 0 < turn.read_cpu < turn.usage.cpu_seconds
    assert read_content(path)[2] == 30


def test_all_contestants_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every contestant of a round takes its turn; one that stores something else ends the bench."""
    monkeypatch.setattr(running, "PAGE_BYTES", 10_000)
    results = run_turns(tmp_path, 20, 1, lambda _: None)
    assert [len(turns) for turns in results.ingests.values()] == [1, 1, 1]
    assert all(limits[0].parsing > 0 for limits in results.bare.values())
    contents = iter(([1], [2]))
    monkeypatch.setattr(running, "read_content", lambda _: next(contents))
    with pytest.raises(OtherContentError, match=r"2 workers: \[2\], expected \[1\]"):
        run_turns(tmp_path, 20, 1, lambda _: None)


def test_section_says_what_is_met() -> None:
    """A ratio is that of the turns side by side, and stands beside what was wanted."""
    few = [make_growth(1000, 2.0, 1)] * 2
    text = write_section(make_results(), few, make_growth(100_000, 220.0, 250_000_000))
    assert (
        "| reading an archive: 1 worker against 2 | 2.00 | 2.00–2.00 | at least 1.4 | met |" in text
    )
    assert (
        "| reading again against parse alone, CPU | 1.20 | 1.20–1.20 | at most 1.3 | met |" in text
    )
    assert "start included, against 2 workers | 1.14 | 1.14–1.14 | at most 1.7 | met |" in text
    assert "costs 1.10 times one among few" in text
    assert "Missed" not in text
    assert "disturbed" not in text


def test_section_says_what_is_missed_and_disturbed() -> None:
    """Slow results stand as they are."""
    few = [make_growth(1000, 2.0, 1)] * 2
    results = make_results(read=6.0, parsing=(4.0, 5.0))
    text = write_section(results, few, make_growth(100_000, 280.0, 350_000_000))
    assert (
        "| reading an archive: 1 worker against 2 | 1.20 | 1.20–1.20 | at least 1.4 | missed |"
        in text
    )
    assert "at most 1.3 | missed |" in text
    assert "at most 1.3. Missed. Wanted: at most 300 MB. Missed." in text
    assert "varied by 25%" in text
