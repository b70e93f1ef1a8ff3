"""The benchmark of a whole ingest measures all of a command, and lets nobody do less than all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from msgspec.structs import replace

from bench.fetch import measuring, nginx
from bench.fetch.contestants import SCRAPY, SCRIPT, VERSUSDB, Contestant
from bench.fetch.measuring import CommandFailedError, Usage, measure_command
from bench.fetch.profiling import ASKING, PARTS, READER, REST
from bench.fetch.running import (
    Archived,
    Exchange,
    OtherContentError,
    Results,
    Turn,
    measure_archive,
    run_profile,
    run_turn,
)
from bench.fetch.section import write_section
from bench.fetch.site import Content, write_site
from tests.loopback import HTML, Answer, LoopbackSite

needs_requests = pytest.mark.skipif(
    find_spec("requests") is None, reason="only `make bench-fetch` installs requests"
)
PARENT = """
import subprocess, sys
subprocess.run([sys.executable, "-S", "-c", sys.argv[1]], check=True)
"""
CHILD = """
import time
held = b"x" * 80_000_000
while time.process_time() < 0.4:
    pass
"""


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """End whatever hangs."""
    monkeypatch.setattr(measuring, "MOST_SECONDS", 60)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Content, Path]]:
    """Serve three pages of the bench's, without nginx: address, content, folder."""
    folder = tmp_path_factory.mktemp("bench") / "site"
    server = LoopbackSite()
    content = write_site(folder, server.root, 3, 30_000)
    for path in folder.rglob("*"):
        if path.is_file():
            kind = {".xml": "application/xml", ".txt": "text/plain"}.get(path.suffix)
            headers = HTML if kind is None else {"Content-Type": kind}
            name = f"/{path.relative_to(folder).as_posix()}"
            server.answers[name] = Answer(path.read_bytes(), 200, headers)
    with server:
        yield server.root, content, folder


def test_versusdb_takes_its_turn(site: tuple[str, Content, Path], tmp_path: Path) -> None:
    """A turn ingests every page of the site, and again, and says what both took."""
    root, content, folder = site
    assert content.comparisons == 3
    assert content.quotes == 24
    turn = run_turn(VERSUSDB, root, content, tmp_path)
    for used in (turn.first, turn.second):
        assert used.cpu_seconds > 0
        assert 0 < used.seconds < 30
        assert 10_000_000 < used.peak_bytes < 1_000_000_000
    archived = measure_archive(tmp_path / "versusdb.archive.db", folder)
    assert archived.kept_bytes < archived.page_bytes


@needs_requests
def test_the_script_takes_its_turn(site: tuple[str, Content, Path], tmp_path: Path) -> None:
    """The script stores all that versusdb does, and the same again when it is run again."""
    root, content, _ = site
    turn = run_turn(SCRIPT, root, content, tmp_path)
    assert min(turn.first.cpu_seconds, turn.second.cpu_seconds) > 0


@needs_requests
def test_the_script_obeys_robots_txt() -> None:
    """The script asks for no page that robots.txt forbids, and passes over no error."""
    from requests import HTTPError, Session

    from bench.fetch.with_requests import read_site

    server = LoopbackSite()
    places = "".join(f"<url><loc>{server.root}/{name}</loc></url>" for name in ("no/a", "lost"))
    server.answers["/robots.txt"] = Answer(
        f"User-agent: *\nDisallow: /no/\n\nSitemap: {server.root}/sitemap.xml\n".encode()
    )
    server.answers["/sitemap.xml"] = Answer(f"<urlset>{places}</urlset>".encode())
    with server, Session() as session, pytest.raises(HTTPError, match=r"404 .*/lost"):
        list(read_site(session, server.root))
    assert server.paths == ["/robots.txt", "/sitemap.xml", "/lost"]


def test_parts_of_an_ingest_are_told_apart(site: tuple[str, Content, Path]) -> None:
    """All that a run takes is in one of its parts."""
    first, second = run_profile(site[0])
    assert first.keys() == {*PARTS, READER, REST}
    assert second.keys() <= first.keys()
    assert min(*first.values(), *second.values()) >= 0
    assert first["load"] > 0
    assert second["unchanged pages: rows"] > 0


def test_other_content_ends_the_benchmark(tmp_path: Path) -> None:
    """A contestant that has stored anything else than the site says is named."""
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        "c.execute('CREATE TABLE IF NOT EXISTS a (a)')"
    )
    lazy = Contestant(
        "lazy", lambda _, path: [sys.executable, "-c", script, str(path)], ("a", "a", "a")
    )
    run_turn(lazy, "", Content(0, 0, 0), tmp_path)
    with pytest.raises(OtherContentError, match=r"lazy, first run: expected .*=1, .* stored"):
        run_turn(lazy, "", Content(1, 0, 0), tmp_path)


def test_children_count(tmp_path: Path) -> None:
    """CPU time and memory are those of the whole tree of processes, not of its root."""
    used = measure_command([sys.executable, "-c", PARENT, CHILD], tmp_path / "log")
    assert used.cpu_seconds >= 0.4
    assert used.peak_bytes > 80_000_000
    assert used.seconds >= 0.4


def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    """What failed is not measured: its exit status and its last words are shown."""
    with pytest.raises(CommandFailedError, match=r"exit status 3\nalas"):
        measure_command(
            [sys.executable, "-c", "print('alas'); raise SystemExit(3)"], tmp_path / "log"
        )


def test_a_lacking_nginx_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without nginx there is one clear line that says what to install."""
    monkeypatch.setattr(nginx, "_PATH", str(tmp_path))
    with (
        pytest.raises(nginx.NginxError, match=r"no nginx on the PATH: .*Debian: nginx-light"),
        nginx.serve_folder(tmp_path, tmp_path / "work", 1),
    ):
        pass


def test_the_section_puts_ratios_first() -> None:
    """Ratios are taken turn by turn, and stand beside what was wanted of them."""
    ours = Usage(seconds=10.0, cpu_seconds=6.0, peak_bytes=90_000_000)
    theirs = Usage(seconds=20.0, cpu_seconds=10.0, peak_bytes=120_000_000)
    quick = replace(ours, cpu_seconds=1.8)
    start = Usage(seconds=0.5, cpu_seconds=0.4, peak_bytes=0)
    results = Results(
        {
            VERSUSDB.name: [Turn(replace(ours, cpu_seconds=cpu), quick) for cpu in (4.0, 6.0, 8.0)],
            SCRAPY.name: [Turn(theirs, theirs)] * 3,
            SCRIPT.name: [Turn(replace(theirs, seconds=40.0), theirs)] * 3,
        },
        [Exchange(Usage(1.0, 2.0, 0), Usage(1.0, 1.0, 0))],
        Archived(100_000.0, 4_000.0, 8_000.0, 0.1, 7),
        Turn(start, start),
        ({"load": 1.5, ASKING: 2.5, READER: 1.0}, {ASKING: 0.5}),
    )
    text = write_section(results, Content(1000, 5, 5))
    assert "| pages per second | 2.00 | 2.00–2.00 | at least 1.7 | 2.0 | met |" in text
    assert "| CPU seconds | 0.60 | 0.40–0.80 | at most 0.65 | 0.5 | met |" in text
    assert "| peak memory | 0.75 | 0.75–0.75 | at most 0.65 | 0.5 | missed |" in text
    assert f"| versusdb against {SCRIPT.name} | ratio | turns |" in text
    assert "| pages per second | 4.00 | 4.00–4.00 |\n" in text
    assert f"| {ASKING} | 2.50 | 0.50 |\n| load | 1.50 | 0.00 |" in text
    assert "are 6.50 ms a page. The reader, which knows no class name of these pages" in text
    assert "and httpx take 3.50 of them." in text
    assert "| CPU ms a page | 5.60 | 2.00 | 1.40 | 1.00 | 0.11 | missed |" in text
    assert "| zstd with the site's dictionary | 4,000 | 0.040 |" in text
