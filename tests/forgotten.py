"""Databases from which pages are taken down, and what is left in their files."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from sqlite_utils import Database

from scraper.forgetting import find_doomed, remove_doomed
from scraper.tombstones import Tombstone, bury
from tests.drifting import select
from tests.loopback import LoopbackSite, redirect, show
from tests.pages import Card, write_html
from versusdb.forgetting import read_target, run_forget
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reports import Outcome
from versusdb.working import Tools

SITE = "https://shiporskip.io/compare/"
# Its own stem, as the search has it.
MARKER = "Zyxquorp"
SHARED = Card(name="Puddingstone", slug="puddingstone", tagline="Holds together")
FIRST_DAY = 1777032000


def write_page(folder: Path, name: str, *cards: Card, day: int = 1, link: bool = True) -> Path:
    """Write a page as saved on a day, with its address in it unless it is to have none."""
    folder.mkdir(exist_ok=True)
    canonical = address_of(*cards) if link else None
    path = folder / f"{name}.html"
    path.write_text(write_html(cards, canonical=canonical))
    os.utime(path, (FIRST_DAY + 86400 * day, FIRST_DAY + 86400 * day))
    return path


def address_of(*cards: Card) -> str:
    return SITE + "-vs-".join(str(card.slug) for card in cards)


def write_folder(folder: Path) -> Path:
    """Write a page that is to be taken down, ``gone.html``, and others that share a tool with it.

    The marker stands on that page alone.
    """
    secret = Card(name=MARKER, slug="zyxquorp", tagline=f"{MARKER} rows")
    later = Card(name="Puddingstone", slug="puddingstone", tagline=f"Not {MARKER}", price="Paid")
    write_page(folder, "gone", secret, later, day=2)
    for number, name in enumerate(("Osier", "Tintype", "Gravelbed")):
        other = Card(name=name, slug=name.lower(), tagline=f"{name} at work")
        write_page(folder, name.lower(), SHARED, other, day=2 * number)
    return folder


def read(path: Path, *sources: Path | str, hosts: tuple[str, ...] = ()) -> Outcome:
    """Ingest sources, without a pause."""
    settings = Settings(sources=tuple(map(str, sources)), delay=0, allow_hosts=hosts)
    with show_progress("Reading") as progress:
        return ingest(path, settings, Tools(progress=progress))


def forget(path: Path, target: str, *, reason: str | None = "asked to", lift: bool = False) -> int:
    """Take a target down, or lift its tombstone."""
    return run_forget(
        target, db=path, reason=reason, is_dry=False, is_sure=True, is_lifted=lift, is_json=True
    )


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def list_files(path: Path) -> list[Path]:
    """List both files of a database, with what SQLite keeps beside them."""
    names = (path.name, path.name.replace(".db", ".archive.db"))
    files = [path.with_name(f"{name}{end}") for name in names for end in ("", "-wal", "-shm")]
    return [file for file in files if file.exists()]


def read_frame(path: Path, sha256: str) -> bytes:
    """Return a body as it lies in the archive, compressed."""
    sql = f"SELECT data FROM bodies WHERE sha256 = '{sha256}'"
    ((data,),) = select(path.with_name("x.archive.db"), sql)
    return bytes(data)


def serve_site() -> LoopbackSite:
    """A site of three pages, one of which leads to another."""
    site = LoopbackSite({"/a": show(f"{MARKER} a"), "/b": show("b")})
    site.answers["/to"] = redirect("/a")
    sitemap = "".join(f"<url><loc>{site.root}/{name}</loc></url>" for name in "ab")
    site.answers["/sitemap.xml"] = show(f"<urlset>{sitemap}</urlset>", Content_Type="text/xml")
    return site


def remove(database: Database, target: str) -> None:
    """Take an address, or bytes by their SHA-256, out of an archive alone."""
    named = read_target(target)
    tombstone = Tombstone(named.hash, named.kind, "asked to", "2026-05-01T10:00:00Z")
    bury(database, tombstone, is_applied=False)
    remove_doomed(database, find_doomed(database, {named.hash}))


def is_left(path: Path, data: bytes) -> bool:
    """Tell whether any 48 bytes of it, from its start on and in any case, lie in the files."""
    raw, data = b"".join(file.read_bytes() for file in list_files(path)).lower(), data.lower()
    pieces = [data[start : start + 48] for start in range(0, max(len(data) - 48, 1), 48)]
    return any(piece in raw for piece in pieces)
