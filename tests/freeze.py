"""``python -m tests.freeze`` writes a database and its archive of today's schemas into ``frozen/``.

To be run once a schema is finished; a test asks for it. The pair is what the real command makes of
a story with all that a migration can lose: several runs, values that change and change
back, a quote that ends, entries without a slug, issues of both stages, pages held back and
discarded, a crawl with redirects and failures, a page that was taken down, and an operator's
decisions. All prose is invented. The names of the files are the versions of the two schemas.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from sqlite_utils import Database

from scraper import compressing
from scraper.warc.finished import FileKey, FinishedFiles
from tests.loopback import Answer, LoopbackSite, redirect, show
from tests.observing import A, B, C
from tests.pages import Card, write_html, write_text
from tests.running import run
from tests.tool_pages import PAGE

FROZEN = Path(__file__).parent / "frozen"
SITE = "https://shiporskip.io"
# A real one is of 64 KB; the tables are the same with less.
DICTIONARY_BYTES = 1024
OSIER = Card(name="Osier", tagline="Weaves drafts", category="Writing")
QUIRE = Card(name="Quire", tagline="Folds paper, in Greek: χαρτί", category="Writing")


def main() -> None:
    """Write the frozen pair of today's schemas, and say where."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.db")
        live_through(path)
        _decide(path.parent)
        for written in freeze(path, FROZEN):
            sys.stdout.write(f"{written}\n")


def live_through(path: Path) -> None:
    """Make a database and its archive that have seen much; raise if a run went otherwise."""
    folder = path.parent
    for number, day in enumerate(list_days(), start=1):
        shutil.rmtree(folder / "pages", ignore_errors=True)
        (folder / "pages").mkdir()
        for name, text in day.pages.items():
            (folder / "pages" / name).write_text(text, "utf-8")
        at = ("--observed-at", f"2026-05-{number:02}T12:00:00Z")
        _run(folder, "ingest", *day.sources, *at, is_refused=day.is_refused)
    _crawl(folder)
    address = f"{SITE}/compare/gravelbed-vs-quire"
    _run(folder, "forget", address, "--reason", "asked for", "--yes")
    # What a cluster has read: it takes other machines to read so.
    with closing(sqlite3.connect(folder / "x.archive.db")) as archive, archive:
        FinishedFiles(Database(archive), None).note(FileKey("s3://crawls/1.warc.gz", "size 99"))


def _decide(folder: Path) -> None:
    """Say words of each kind, take one back, and write them all to a file."""
    for word, one, other in (
        ("same", "tool-0-a", "tool-0-b"),
        ("different", "tool-1-a", "tool-0-a"),
        ("unsure", "osier-a", "osier-b"),
        ("same", "tool-2-a", "tool-2-b"),
    ):
        _run(folder, "review", f"--{word}", one, other, "--by", "Ines", "--reason", "looked it up")
    _run(folder, "review", "--undo", "4", "--by", "Ines")
    _run(folder, "review", "--export", "decisions.jsonl")


class Day(Struct, frozen=True):
    """What is ingested on a day, and whether it is refused."""

    pages: dict[str, str]
    sources: tuple[str, ...] = ("pages",)
    is_refused: bool = False


def list_days() -> Iterator[Day]:
    """Yield day after day."""
    dearer = Card(
        name="Tintype", slug="tintype-2026", tagline=A.tagline, price="Paid",
        pricing="$12/mo, in advance", ships=(True, False, False, False),
    )  # fmt: skip
    # A text first: its entries have no slug yet, and the one of Quire never gets one.
    yield Day({"text.txt": write_text([QUIRE, Card(name=B.name, tagline=B.tagline)])})
    good = {f"{n}.html": _write([_tool(n, "a"), _tool(n, "b")]) for n in range(6)}
    three = {"ab.html": _write([A, B]), "ac.html": _write([A, C]), "bc.html": _write([B, C])}
    yield Day(good | three | {"tool.html": PAGE}, ("pages", "--site", "shiporskip.io"))
    # A quote that is gone, values that changed.
    shorter = _write([dearer, B]).replace("Builder on Gravelbed: it held", "Builder kept it")
    yield Day({"ab.html": shorter, "ac.html": _write([dearer, C])})
    # And back.
    yield Day(three)
    # A card that cannot be read until the last day, two pages that are none, and a missing file.
    broken = _write([A, B]).replace("<div>50%</div>", "")
    odd = {"ab.html": broken, "note.html": "<title>n</title><p>Back on Monday", "empty.html": ""}
    yield Day(odd, ("pages", "nowhere.html"))
    # Two entries of one name and tagline, and a text that may speak of either.
    slugs = ("osier-a", "osier-b")
    twins = [Card(name="Osier", slug=slug, tagline=OSIER.tagline) for slug in slugs]
    yield Day({"1.html": _write([twins[0], B]), "2.html": _write([twins[1], B])})
    yield Day({"text.txt": write_text([OSIER, A])})
    yield Day(_write_renamed(10), is_refused=True)
    yield Day({}, ("--discard-held", "8"))
    # Held back to the end.
    yield Day(_write_renamed(20), is_refused=True)
    gone = _write([B, Card(name="Quire", slug="quire")])
    yield Day({"ab.html": three["ab.html"], "gone.html": gone})


def _write_renamed(first: int) -> dict[str, str]:
    """Write five pages on which a label has another name."""
    pages = {n: _write([_tool(n, "a"), _tool(n, "b")]) for n in range(first, first + 5)}
    return {f"{n}.html": page.replace("<div>Entry", "<div>Starts at") for n, page in pages.items()}


def _tool(number: int, side: str) -> Card:
    return Card(name=f"Tool {number} {side}", slug=f"tool-{number}-{side}", tagline=side * 9)


def _write(cards: list[Card]) -> str:
    slugs = "-vs-".join(str(card.slug) for card in cards)
    return write_html(cards, canonical=f"{SITE}/compare/{slugs}")


def _crawl(folder: Path) -> None:
    """Crawl twice: pages, one that moved, one that is gone, one that is there the second time."""
    paths = ["/compare/tool-30-a-vs-tool-30-b", "/compare/tool-31-a-vs-tool-31-b"]
    listed = "".join(
        f"<url><loc>{path}</loc></url>"
        for path in [*paths, "/compare/old-vs-new", "/compare/x-vs-y"]
    )
    with LoopbackSite() as site:
        site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n")
        site.answers["/sitemap.xml"] = Answer(f"<urlset>{listed}</urlset>".encode())
        for number, path in enumerate(paths, start=30):
            cards = [_tool(number, "a"), _tool(number, "b")]
            site.answers[path] = show(write_html(cards), ETag=f'"{number}"')
        site.answers["/compare/old-vs-new"] = redirect(paths[0])
        options = ("--site", "shiporskip.io", "--allow-host", "127.0.0.1", "--delay", "0")
        _run(folder, "ingest", f"{site.root}/", *options)
        site.answers[paths[0]] = Answer(b"", 304)
        # What comes in one second is one observation.
        time.sleep(1)
        _run(folder, "ingest", *(f"{site.root}{path}" for path in paths), *options)


def _run(folder: Path, *arguments: str, is_refused: bool = False) -> None:
    done = run(folder, *arguments, "--db", "x.db")
    if done.returncode not in ((4,) if is_refused else (0, 3)):
        raise SystemExit(f"{arguments} ended with {done.returncode}:\n{done.stderr}")


def freeze(path: Path, folder: Path) -> Iterator[Path]:
    """Dump a database and its archive as SQL, each named by the versions of both schemas."""
    archive = path.with_name("x.archive.db")
    _train(archive)
    pair = "-".join(str(_read_version(each)) for each in (path, archive))
    for name, file in (("database", path), ("archive", archive)):
        written = folder / f"{pair}.{name}.sql"
        written.write_text(dump(file, name), "utf-8")
        yield written


def _train(archive: Path) -> None:
    """Compress the pages with a dictionary, as in an archive of more of them."""
    compressing.DICTIONARY_BYTES = DICTIONARY_BYTES
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        compressing.Compression(Database(connection)).train("shiporskip.io")


def _read_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def dump(path: Path, name: str) -> str:
    """Return a file as SQL that makes it again, its header's marks included."""
    with closing(sqlite3.connect(path)) as connection:
        marks = [
            f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};"
            for pragma in ("application_id", "user_version")
        ]
        comment = f"-- The {name} of a pair, as versusdb wrote it; made by tests.freeze."
        return "\n".join([comment, *marks, *dump_statements(connection), ""])


def dump_statements(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements of a dump; indexes of full text are made again from what they index.

    SQLite's own dump writes them into its schema by hand, where the triggers cannot find them yet.
    """
    listed = connection.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
    kinds = dict(listed.fetchall())
    made = [name for name, kind in kinds.items() if kind in ("shadow", "virtual")]
    skipped = tuple(quoted for name in made for quoted in (f'"{name}"', f"'{name}'"))
    virtual = [name for name, kind in kinds.items() if kind == "virtual"]
    for statement in connection.iterdump():
        head = statement.partition("(")[0]
        if statement.startswith(("PRAGMA writable_schema", "INSERT INTO sqlite_master")):
            continue
        if any(name in head for name in skipped):
            continue
        if statement == "BEGIN TRANSACTION;":
            yield statement
            for name in virtual:
                sql = "SELECT sql FROM sqlite_master WHERE name = ?"
                yield f"{connection.execute(sql, (name,)).fetchone()[0]};"
            continue
        if statement == "COMMIT;":
            yield from (f"INSERT INTO {name} ({name}) VALUES ('rebuild');" for name in virtual)
        yield statement


def thaw(source: Path, path: Path) -> None:
    """Make the file that a dump was written of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(source.read_text("utf-8"))


if __name__ == "__main__":
    main()
