"""Build the wheel, install it into a clean environment and run the command from there.

An editable installation finds files that a wheel may lack, and the checkout's own folders hide
what is not installed. So the wheel's list of files is compared with the checkout's, and every
command runs in an environment that holds the wheel and requirements.lock alone, in a folder
outside the checkout. Stops with one line at the first thing that is not as it should be.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath
from typing import NoReturn

HOUSE = Path(__file__).resolve().parent.parent
PACKAGES = ("scraper", "parsers", "db", "publish", "versusdb")
VERSION = Path("versusdb/__init__.py")
FIXTURES = HOUSE / "fixtures" / "html"
STOPPED_BY_A_SIGNAL = 6
PATIENCE = 60.0
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "VERSUSDB_DB"}
}


def main() -> None:
    """Run all steps, each in the same temporary folder."""
    with tempfile.TemporaryDirectory(prefix="versusdb-wheel-") as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        expect_files(wheel)
        command = install(wheel, folder / "venv")
        outside = folder / "outside"
        outside.mkdir()
        expect_version(command, outside)
        expect_reading(command, outside)
        expect_loading(command, outside)
        expect_publishing(command, outside)
        expect_demo(command, outside)
    print("wheel: all as it should be")


def fail(what: str) -> NoReturn:
    """Stop with one line."""
    sys.exit(f"wheel: {what}")


def run(*words: str | Path, cwd: Path, statuses: tuple[int, ...] = (0,)) -> str:
    """Run a command to its end and return what it printed on standard output."""
    print("wheel: $", *(Path(words[0]).name, *words[1:]), flush=True)
    done = subprocess.run(
        words,
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode not in statuses:
        fail(f"expected status {statuses}, got {done.returncode}; it printed: {done.stdout}")
    return done.stdout


def build(into: Path) -> Path:
    """Build the source distribution, and the wheel from it; return the wheel."""
    arguments = ("-m", "build", "--no-isolation", "--outdir", into, HOUSE)
    run(sys.executable, *arguments, cwd=HOUSE)
    wheels = list(into.glob("*.whl"))
    if len(wheels) != 1:
        fail(f"expected one wheel, got {len(wheels)}")
    return wheels[0]


def expect_files(wheel: Path) -> None:
    """Compare the wheel's files with those of the five packages in the checkout."""
    listed = run(
        *("git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *PACKAGES),
        cwd=HOUSE,
    )
    wanted = {name for name in listed.splitlines() if (HOUSE / name).is_file()}
    with zipfile.ZipFile(wheel) as archive:
        files = {info.filename for info in archive.infolist() if not info.is_dir()}
    packed = {name for name in files if not PurePosixPath(name).parts[0].endswith(".dist-info")}
    if packed != wanted:
        fail(f"lacks {sorted(wanted - packed)}, has too much {sorted(packed - wanted)}")
    if {PurePosixPath(name).parts[0] for name in packed} != set(PACKAGES):
        fail("it does not hold exactly the five packages")
    for folder, kind in (("db/", ".sql"), ("versusdb/demo_site/", ".html")):
        if not any(name.startswith(folder) and name.endswith(kind) for name in packed):
            fail(f"holds no {kind} file in {folder}")
    if not any(name.endswith(".dist-info/licenses/LICENSE") for name in files):
        fail("holds no licence")


def install(wheel: Path, environment: Path) -> Path:
    """Install the locked dependencies and the wheel into a new environment."""
    python = environment / "bin" / "python"
    uv = shutil.which("uv")
    if uv:
        run(uv, "venv", "--quiet", "--python", sys.executable, environment, cwd=HOUSE)
        pip = (uv, "pip", "install", "--quiet", "--python", str(python))
    else:
        run(sys.executable, "-m", "venv", environment, cwd=HOUSE)
        pip = (str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", HOUSE / "requirements.lock", cwd=HOUSE)
    run(*pip, "--no-deps", wheel, cwd=HOUSE)
    return environment / "bin" / "versusdb"


def expect_version(command: Path, outside: Path) -> None:
    """Ask for the version, which is the checkout's, and for help, which names the commands."""
    stated = re.search(r'__version__ = "([^"]+)"', (HOUSE / VERSION).read_text("utf-8"))
    printed = run(command, "--version", cwd=outside)
    if not stated or "versusdb" not in printed or stated[1] not in printed:
        fail(f"expected name and version, got {printed!r}")
    told = run(command, "--help", cwd=outside)
    for verb in ("ingest", "parse", "status", "serve", "demo"):
        if verb not in told:
            fail(f"--help does not name {verb}")


def expect_reading(command: Path, outside: Path) -> None:
    """Read one fixture into the kind of record that is expected of it."""
    page = next(filter(_is_comparison, sorted(FIXTURES.rglob("*.html"))), None)
    if not page:
        fail("found no comparison with its expected record in fixtures/html")
    record = json.loads(run(command, "parse", page, cwd=outside))
    if record["kind"] != "comparison" or len(record["tools"]) < 2:
        fail(f"read {page.name} as {record['kind']}")


def _is_comparison(page: Path) -> bool:
    beside = page.with_suffix(".json")
    return beside.is_file() and len(json.loads(beside.read_text("utf-8")).get("tools", ())) > 1


def expect_loading(command: Path, outside: Path) -> None:
    """Load the fixtures into two files, and again, which changes nothing."""
    words = (command, "ingest", FIXTURES, "--db", "x.db", "--json")
    counts = []
    for _ in range(2):
        json.loads(run(*words, cwd=outside, statuses=(0, 3)))
        with sqlite3.connect(outside / "x.db") as database:
            counts.append(
                [
                    database.execute(f"SELECT count(*) FROM v1_{view}").fetchone()[0]  # noqa: S608 our own names
                    for view in ("comparisons", "entries", "quotes", "sightings")
                ]
            )
        database.close()
    if not (outside / "x.archive.db").is_file():
        fail("ingest made no x.archive.db")
    if counts[0] != counts[1] or 0 in counts[0]:
        fail(f"expected the same rows after a second call, and some; got {counts}")


def expect_publishing(command: Path, outside: Path) -> None:
    """Publish the loaded file: without the extra there is no Parquet, and a line says so."""
    told = run(command, "publish", "set", "--db", "x.db", "--json", cwd=outside, statuses=(2,))
    if "versusdb[parquet]" not in told or (outside / "set").exists():
        fail(f"expected to be told what writes Parquet, got {told!r}")
    run(command, "publish", "set", "--db", "x.db", "--no-parquet", cwd=outside)
    for name in ("v1_entries.csv", "datasette/publish/plugin.py", "datasette/templates/base.html"):
        if not (outside / "set" / name).is_file():
            fail(f"published no {name}")


def expect_demo(command: Path, outside: Path) -> None:
    """Start the demo, open the address that it prints, and stop it by a signal."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    print(f"wheel: $ versusdb demo --port {port}", flush=True)
    with subprocess.Popen(
        [command, "demo", "--port", str(port)],
        cwd=outside,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as demo:
        try:
            address = _printed_address(demo, port)
            page = urllib.request.urlopen(address, timeout=PATIENCE).read()
            if b"<html" not in page:
                fail(f"{address} answered with no page: {page[:200]!r}")
            demo.send_signal(signal.SIGTERM)
            status = demo.wait(timeout=PATIENCE)
        finally:
            demo.kill()
    if status != STOPPED_BY_A_SIGNAL:
        fail(f"expected the demo to end with status {STOPPED_BY_A_SIGNAL}, got {status}")


def _printed_address(demo: subprocess.Popen[str], port: int) -> str:
    """Read the demo's lines until one holds an address at the port."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        for line in demo.stdout or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    seen = []
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            line = lines.get(timeout=1)
        except queue.Empty:
            continue
        if line is None:
            break
        seen.append(line)
        if found := re.search(rf"http://(?:127\.0\.0\.1|localhost):{port}[^\s'\"]*", line):
            return found[0]
    fail(f"the demo printed no address at port {port}: {''.join(seen)}")


if __name__ == "__main__":
    main()
