"""The laws of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import socket
import sys
import threading
import tomllib
from collections.abc import Iterator, Mapping
from http.server import HTTPServer, SimpleHTTPRequestHandler
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

import versusdb

HOUSE = Path(__file__).resolve().parent.parent
PACKAGES = ("scraper", "parsers", "db", "publish", "versusdb")
FOLDERS = (*PACKAGES, "tests", "docs", "bench", ".ci")
VAGUE = {"utils", "util", "helpers", "common", "base", "manager", "core", "misc"}
LINES = 300
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))


def read(path: Path) -> str:
    """Return the text of a file of the house."""
    return path.read_text(encoding="utf-8")


def modules(*folders: str) -> list[Path]:
    """List the Python files under the folders, as paths within the house."""
    found = (path for folder in folders for path in (HOUSE / folder).rglob("*.py"))
    return sorted(path.relative_to(HOUSE) for path in found)


def texts() -> list[Path]:
    """List what the house says: its modules, documents and settings, as paths within it."""
    kinds = ("*.md", "*.toml", "*.lock", "Makefile", ".ci/*", "docs/*.md")
    found = (path for kind in kinds for path in HOUSE.glob(kind) if path.is_file())
    return sorted({*modules(*FOLDERS), *(path.relative_to(HOUSE) for path in found)})


def distribution(requirement: str) -> str:
    """Return the normal form of the distribution's name that a requirement begins with."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def declared() -> dict[str, set[str]]:
    """Return the declared distributions: to run, as extras, and of each group."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    extras = [name for extra in project["optional-dependencies"].values() for name in extra]
    kinds = {"run": project["dependencies"], "extras": extras, **groups}
    return {kind: {distribution(name) for name in names} for kind, names in kinds.items()}


def imported(module: Path) -> Iterator[str]:
    """Yield the top-level name of every import in a module, within functions too."""
    for node in ast.walk(ast.parse(read(HOUSE / module))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("module", modules(*FOLDERS), ids=str)
def test_no_module_is_named_for_nothing(module: Path) -> None:
    """A module is one noun or verb of the glossary; `utils` and its like say nothing."""
    assert not VAGUE & {part.removesuffix(".py").strip("_") for part in module.parts}


@pytest.mark.parametrize("module", modules(*FOLDERS), ids=str)
def test_no_file_is_longer_than_three_hundred_lines(module: Path) -> None:
    """A file past 300 lines is two."""
    assert len(read(HOUSE / module).splitlines()) <= LINES


@pytest.mark.parametrize("module", modules("tests"), ids=str)
def test_no_folder_of_tests_bears_a_package_name(module: Path) -> None:
    """A folder or module of the tests that is called `db` would be imported in its place."""
    assert not {*module.parts[1:-1], module.stem} & set(PACKAGES)


@pytest.mark.parametrize("module", modules("tests"), ids=str)
def test_every_test_states_its_rule(module: Path) -> None:
    """Every test has one sentence that states the rule it protects."""
    tree = ast.walk(ast.parse(read(HOUSE / module)))
    tests = [node for node in tree if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    tests = [test for test in tests if test.name.startswith("test_")]
    assert not [test.name for test in tests if not ast.get_docstring(test)]


@pytest.fixture(scope="module")
def installed() -> Mapping[str, list[str]]:
    """Return the distributions that hold each importable name."""
    return packages_distributions()


@pytest.mark.parametrize("module", modules(*PACKAGES), ids=str)
def test_every_import_is_declared(module: Path, installed: Mapping[str, list[str]]) -> None:
    """What a module imports is declared in pyproject.toml, not borrowed from another's needs."""
    foreign = set(imported(module)) - {*PACKAGES, *sys.stdlib_module_names}
    sources = {name: {distribution(d) for d in installed.get(name, ())} for name in foreign}
    wanted = declared()["run"] | declared()["extras"]
    assert not {name for name, source in sources.items() if not source & wanted}


@pytest.mark.parametrize("module", modules("publish"), ids=str)
def test_publish_needs_nothing_but_datasette(module: Path) -> None:
    """What lies beside a finished set runs where Datasette alone is installed.

    uvicorn, which Datasette brings, is asked for where a live file is served, and nowhere else.
    """
    foreign = set(imported(module)) - {"publish", *sys.stdlib_module_names}
    may_import = {"datasette", "jinja2", "markupsafe"}
    assert foreign <= may_import | ({"uvicorn"} if module.name == "serving.py" else set())


@pytest.mark.parametrize("kind", sorted(declared()))
def test_every_dependency_has_its_line(kind: str) -> None:
    """docs/dependencies.md has one line for each declared dependency, and none more."""
    heading = {
        "run": "To run", "extras": "As extras", "dev": "For the checks",
        "bench": "For the benchmarks",
    }[kind]  # fmt: skip
    _, _, text = read(HOUSE / "docs" / "dependencies.md").partition(f"\n## {heading}\n")
    lines = re.findall(r"^\| \*\*([^*]+)\*\* \|", text.partition("\n## ")[0], re.MULTILINE)
    assert sorted(lines) == sorted(declared()[kind])


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]
)
def test_locks_hold_every_dependency_with_hashes_and_no_index(lock: str) -> None:
    """A lock pins every declared dependency by hash, and leaves the choice of index to pip."""
    text = read(HOUSE / lock)
    pins = re.findall(r"^([a-z0-9._-]+)==[^ ]+ .*\\\n    --hash=sha256:", text, re.MULTILINE)
    kinds = declared()
    # The checks are of what the extras do, too.
    kinds["dev"] |= kinds["extras"]
    wanted = kinds["run"].union(*(kinds[kind] for kind in kinds if f"-{kind}." in lock))
    assert wanted <= {distribution(pin) for pin in pins}
    assert "://" not in text


def test_changelog_is_at_the_version() -> None:
    """The newest heading of the CHANGELOG is the version that the command prints."""
    newest = re.search(r"^## \[?v?(\d+\.\d+[^\s\]]*)", read(HOUSE / "CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == versusdb.__version__


@pytest.mark.parametrize("path", texts(), ids=str)
def test_no_file_names_a_place_on_one_machine(path: Path) -> None:
    """No path leads into this checkout or somebody's home: the code runs anywhere."""
    text = read(HOUSE / path)
    assert f"{HOUSE}/" not in text
    assert not re.search(r"(?<![\w.])/(?:home|root|Users)/\w", text)


def test_no_live_network() -> None:
    """A test that reaches for another machine fails, whether by name or by address."""
    with pytest.raises(socket.gaierror, match="localhost only"):
        socket.create_connection(("example.com", 80), timeout=1)
    with (
        socket.socket() as outside,
        pytest.raises((RuntimeError, UserWarning), match=r"192\.0\.2\.1"),
    ):
        outside.connect(("192.0.2.1", 80))  # RFC 5737: an address of no machine


def test_loopback_is_open() -> None:
    """A test may serve and ask on the loopback, by name and by address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "localhost"):
            socket.create_connection((host, port), timeout=5).close()


@pytest.mark.browser
def test_the_browser_reaches_the_loopback_and_nothing_else(page: Page) -> None:
    """A person's browser in the tests shows what they serve, and no other machine's pages."""
    with HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        answer = page.goto(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
    assert answer
    assert answer.ok
    for outside in ("http://example.com/", "http://192.0.2.1/"):
        with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
            page.goto(outside)
