"""What holds for every test: no live network, hypothesis profiles, and a browser to ask for."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import trustme
from datasette.app import Datasette
from playwright.sync_api import Browser, Page, sync_playwright
from sqlite_utils import Database

from tests.fetchers import Clock, Fetchers
from tests.publishing import fill_database, open_app
from versusdb.files import ARCHIVE, open_for_writing

# Hundreds of tests start the command: without compiled files each would compile it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# On CI the same examples at every run: a red run is of this commit, not of the dice. Elsewhere
# new ones each time, and no deadline: a busy machine is no finding.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.register_profile("local", deadline=None, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")


# The files that take longest begin: nothing else is left to be run beside what begins last.
LONGEST = """
kills whole file_faults migration_faults keeping crawl_command held interruptions full_disk
reparse reparse_kills swapping mutations findings erasing cluster store_runs cluster_refusals
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that take longest first."""
    places = {f"test_{name}": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(autouse=True)
def _names_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve no name but localhost.

    pytest-socket refuses to connect elsewhere, but asks the resolver first, which may ask the
    network. Any other name is unknown here, as it is on a machine without one.
    """
    resolve = socket.getaddrinfo

    def resolve_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        if is_numeric_or_local(host):
            return resolve(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_NONAME, f"tests resolve localhost only, not {host!r}")

    monkeypatch.setattr(socket, "getaddrinfo", resolve_here)


def is_numeric_or_local(host: str | bytes | None) -> bool:
    """Tell whether a host is an address, localhost, or none (a server's own)."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host or "localhost"
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return True


@pytest.fixture
def archive_file(tmp_path: Path) -> Iterator[Database]:
    """Return an empty archive file."""
    database = open_for_writing(tmp_path / "x.archive.db", ARCHIVE)
    yield database
    database.close()


@pytest.fixture
def fetchers(archive_file: Database) -> Iterator[Fetchers]:
    """Return what opens fetchers on the archive file, with a clock that only they move."""
    fetchers = Fetchers(archive_file, Clock())
    yield fetchers
    fetchers.client.close()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database for the tests of a module that look at what is published of it."""
    path = tmp_path_factory.mktemp("published") / "versus.db"
    fill_database(path)
    return path


@pytest.fixture(scope="module")
def app(path: Path) -> Iterator[Datasette]:
    """Build the app on the module's database."""
    with open_app(path) as app:
        yield app


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Return who signs the certificates of the tests' own servers."""
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that makes a client trust them."""
    path = tmp_path_factory.mktemp("trust") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="session")
def _browser() -> Iterator[Browser]:
    """Start Debian's chromium once; playwright's own browsers are never downloaded."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("needs chromium on the PATH: apt install chromium")
    closed_world = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            # Root, as in containers, may start chromium only without its sandbox.
            chromium_sandbox=os.geteuid() != 0,
            args=[f"--host-resolver-rules={closed_world}"],
        )
        yield browser
        browser.close()


@pytest.fixture
def page(_browser: Browser) -> Iterator[Page]:
    """Return an empty page in a profile of its own, which reaches the loopback only."""
    context = _browser.new_context()
    yield context.new_page()
    context.close()
