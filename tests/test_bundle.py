"""What lies beside a finished set: plain Datasette shows it as ``versusdb serve`` would."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

from publish.settings import SETTINGS
from tests.published import make_database, publish, read_set
from tests.publishing import serve_database

HOUSE = Path(__file__).parent.parent
ADDRESSES = (
    *("/", "/versus", "/versus.json", "/versus/", "/versus/v1_entries", "/tool/x"),
    *("/versus/v1_entries.json", "/versus/v1_quotes?_sort=score&_size=2", "/versus/critics_lean"),
    *("/versus/v1_quotes.csv?_stream=on&_size=max", "/versus/quotes_of_critic?critic=Skeptic"),
    *("/versus?sql=select+1", "/versus?sql=select+wrong", "/versus?sql=select+randomblob(1000000)"),
    *("/versus.json?sql=select+file+from+pragma_database_list", "/versus/v1_entries?_next=x"),
    *("/nowhere", "/versus/nothing", "/robots.txt", "/favicon.ico", "/-/databases", "/_memory"),
    *("/-/publish/publish.css", "/versus.db", "/versus/v1_entries?_trace=1", "/_internal"),
)
NEVER_THE_SAME = {"date", "server"}


class StayHere(HTTPRedirectHandler):
    """Follows nothing: where one is sent is part of the answer."""

    def redirect_request(self, *arguments: object) -> None:
        """Answer with the redirect itself."""


@contextmanager
def serve_set(folder: Path, *options: str) -> Iterator[str]:
    """Run the README's command in a set's folder, with Datasette's own script and nothing of ours.

    Yields the address that it tells.
    """
    readme = (folder / "README.md").read_text()
    (command,) = re.findall(r"^datasette .*$", readme, re.MULTILINE)
    _, *arguments = shlex.split(command)
    script = str(Path(sys.executable).with_name("datasette"))
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    with subprocess.Popen(
        [script, *arguments, "-p", "0", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr
            lines = []
            for line in server.stderr:
                lines.append(line)
                if found := re.search(r"running on (http://\S+)", line):
                    break
            else:
                raise AssertionError("".join(lines))
            yield f"{found[1]}/"
        finally:
            server.kill()


def get(address: str, path: str, method: str = "GET") -> tuple[int, Mapping[str, str], str]:
    """Return an answer without what is another each time: its own address, its milliseconds."""
    try:
        with build_opener(StayHere).open(Request(urljoin(address, path), method=method)) as found:
            status, headers, body = found.status, found.headers, found.read()
    except HTTPError as error:
        status, headers, body = error.code, error.headers, error.read()
    host = urlsplit(address).netloc
    told = {
        name.lower(): value.replace(host, "HOST")
        for name, value in headers.items()
        if name.lower() not in NEVER_THE_SAME
    }
    text = body.decode("latin-1").replace(host, "HOST")
    # What took long on a busy machine says as of when it is.
    text = re.sub(r"As of [\d: UTC-]+\. ", "", text)
    return status, told, re.sub(r'in [\d.]+ ms|"query_ms": [\d.e-]+', "in a moment", text)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a set."""
    folder = tmp_path_factory.mktemp("set")
    return publish(make_database(folder), folder / "out", has_parquet=False)


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    """Serve the set as its README says."""
    with serve_set(published) as address:
        yield address


def test_set_is_opened_to_other_sites_on_request(published: Path, address: str) -> None:
    """No page of another site may read an answer; with ``--cors``, all may, refusals too."""
    asked = ("/changes.json", "/versus.json", "/versus/v1_sites.csv?_stream=on", "/nowhere.json")
    with serve_set(published, "--cors") as opened:
        for path in (*asked, "/versus.json?_trace=1"):
            assert "access-control-allow-origin" not in get(address, path)[1]
            assert get(opened, path)[1]["access-control-allow-origin"] == "*", path


@pytest.fixture(scope="module")
def ours(published: Path) -> Iterator[str]:
    """Serve the set's database as ``versusdb serve`` does."""
    with serve_database(published / "versus.db") as (_, address):
        yield address


@pytest.mark.parametrize("path", ADDRESSES)
def test_plain_datasette_shows_the_same(address: str, ours: str, path: str) -> None:
    """Each page, file and refusal is the same, headers included, with nothing of ours installed."""
    assert get(address, path) == get(ours, path)


def test_tool_is_shown(address: str, ours: str) -> None:
    """A tool's own page is there, with its critics."""
    _, _, text = get(address, "/versus/v1_tools.json?_shape=array")
    for tool in json.loads(text):
        status, _, page = get(address, f"/tool/{tool['tool_id']}")
        assert status == 200
        assert "Skeptic" in page
        assert (status, page) == get(ours, f"/tool/{tool['tool_id']}")[::2]


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_nothing_is_written(address: str, method: str) -> None:
    """Plain Datasette, too, answers with reading alone."""
    assert get(address, "/versus/critics_lean", method)[0] == 405


def test_serving_leaves_nothing_beside_it(published: Path, address: str) -> None:
    """While it is served and asked, no file of the set changes, and none is added."""
    for path in ADDRESSES:
        get(address, path)
    sums = (published / "SHA256SUMS").read_text().splitlines()
    held = read_set(published)
    assert set(held) == {line.partition("  ")[2] for line in sums} | {"SHA256SUMS"}
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=published, check=False)
    assert done.returncode == 0


def test_our_own_command_serves_a_set_too(published: Path, tmp_path: Path) -> None:
    """``versusdb serve`` shows a published file, without its archive, and writes nothing there."""
    before = read_set(published)
    command = [sys.executable, "-m", "versusdb", "serve", "--json", "--port", "0"]
    with subprocess.Popen(
        [*command, "--db", str(published / "versus.db")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        address = json.loads(server.stdout.readline())["address"]
        status, _, home = get(address, "/")
        server.terminate()
        assert server.wait(timeout=20) == 6
    assert status == 200
    assert "2026-05-01T12:00:00Z/2026-05-02T12:00:00Z" in home
    assert read_set(published) == before


def test_bundle_holds_all_code_once(published: Path) -> None:
    """The package is copied whole, and each file of it is in one place."""
    held = read_set(published)
    files = [
        path.relative_to(HOUSE / "publish").as_posix()
        for path in (HOUSE / "publish").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for name in files:
        place = name if name.startswith("templates/") else f"publish/{name}"
        assert held.pop(f"datasette/{place}") == (HOUSE / "publish" / name).read_bytes()
    rest = {name for name in held if name.startswith("datasette/")}
    assert rest == {
        f"datasette/{name}" for name in ("metadata.json", "settings.json", "plugins/versusdb.py")
    }
    assert json.loads(held["datasette/settings.json"]) == dict(SETTINGS)
    assert len(held["datasette/plugins/versusdb.py"].splitlines()) <= 12


def test_it_is_the_code_beside_the_set_that_runs(published: Path, tmp_path: Path) -> None:
    """Whatever else is installed, a set is shown by what lies beside it, wherever it is copied."""
    copy = shutil.copytree(published, tmp_path / "copy of a set")
    style = copy / "datasette" / "publish" / "static" / "publish.css"
    style.write_text("/* Another style. */")
    with serve_set(copy) as address:
        assert get(address, "/-/publish/publish.css")[2] == "/* Another style. */"


@pytest.mark.parametrize("is_taken_away", [True, False])
def test_addresses_are_right_behind_a_proxy(published: Path, is_taken_away: bool) -> None:
    """With a base address, all links lead there, whether the proxy takes it away or leaves it."""
    with serve_set(published, "--setting", "base_url", "/reviews/") as address:
        base = address if is_taken_away else urljoin(address, "reviews/")
        for path in ("", "versus", "versus/v1_quotes?_size=2", "versus/critics_lean", "nowhere"):
            _, _, page = get(base, path)
            links = re.findall(r'(?:href|action)="((?:http://HOST)?/[^"]*)"', page)
            assert len(links) > 4
            for link in links:
                assert re.match(r"(?:http://HOST)?/reviews/(?!reviews/)", link), link
        assert get(base, "versus/")[1]["location"] == "/reviews/versus"
        # Of all settings, only this one is another.
        assert get(base, "versus/v1_tools")[1]["cache-control"] == "max-age=60"
        assert get(base, "versus.db")[0] == 403
        assert get(base, "versus/v1_quotes?_size=1500")[0] == 200
        rules: Any = get(base, "robots.txt")[2]
        assert "\nDisallow: /reviews/search\n" in rules
