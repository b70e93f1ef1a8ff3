"""The reader's own process: no page costs more than itself, however the reader ends on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parsers.reading import parse_page
from parsers.records import Issue, Unknown
from tests.pages import Card, write_html
from versusdb.bugs import read_page
from versusdb.errors import BUG
from versusdb.giving_up import ReaderError, ReaderNotStartedError
from versusdb.worker import MOST_MEMORY, Worker

ROOT = Path(__file__).parent.parent
WILD = "tests.wild_readers:read"
PAGE = write_html([Card(name="Tintype", slug="tintype"), Card(name="Gravelbed", slug="gravelbed")])


@pytest.fixture
def wild() -> Iterator[Worker]:
    with Worker(reader=WILD, seconds=2, memory=300 << 20) as worker:
        yield worker


def give_up(worker: Worker, deed: str) -> Issue:
    """Return the issue that a deed costs its page, whose reader is new."""
    with pytest.raises(ReaderError) as caught:
        worker.parse(deed.encode(), source="page.html")
    return caught.value.issue


def read_issue(worker: Worker, deed: str = "nothing special", **known: str | None) -> Issue:
    """Return the only issue of a page that was read, which tells what the reader was told."""
    record = worker.parse(deed.encode(), source="page.html", **known).record
    assert isinstance(record, Unknown)
    return record.issues[0]


def wait_for(check: Callable[[], bool]) -> None:
    """Wait until it is so, for ten seconds at most."""
    end = time.monotonic() + 10
    while not check():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(process_id: int) -> bool:
    """Tell whether a process runs; one that ended and is not waited for does not."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def test_worker_reads_as_the_reader_does() -> None:
    """A page gives the same reading in the worker as here, with what is known of it."""
    known = {"address": "https://shiporskip.io/compare/tintype-vs-gravelbed", "host": None}
    with Worker() as worker:
        for body in (PAGE.encode(), PAGE.replace("75%", "7%").encode(), b"", b"\x00\xff" * 999):
            here = parse_page(body, source="x", content_type="text/html", **known)
            assert worker.parse(body, source="x", content_type="text/html", **known) == here


@pytest.mark.parametrize(
    ("deed", "code", "found"),
    [
        ("sleep 60", "reader_timeout", "none"),
        ("spin", "reader_timeout", "none"),
        ("eat_memory 2000", "reader_memory", "more"),
        ("leave 0", "reader_killed", "exit status 0"),
        ("leave 3", "reader_killed", "exit status 3"),
        ("crash", "reader_killed", "SIGSEGV"),
        ("die_by SIGKILL", "reader_killed", "SIGKILL"),
        ("die_by SIGABRT", "reader_killed", "SIGABRT"),
        ("fail to read", "reader_failed", None),
        ("fail_oddly", "reader_failed", None),
    ],
)
def test_bad_end_costs_the_page_an_issue(
    wild: Worker, deed: str, code: str, found: str | None
) -> None:
    """However the reader ends on a page, the page has an issue, and the next one is read."""
    issue = give_up(wild, deed)
    assert (issue.code, issue.found) == (code, found)
    assert "report it" in issue.message
    assert read_issue(wild).code == "read"


def test_bug_says_where_it_is(wild: Worker) -> None:
    """A bug's issue names it, and its trace ends in the reader's own line."""
    with pytest.raises(ReaderError) as caught:
        wild.parse(b"fail badly", source="x")
    assert caught.value.issue.message.endswith("LookupError: badly")
    assert "wild_readers.py" in caught.value.trace
    assert "in fail" in caught.value.trace


def test_bug_keeps_the_process(wild: Worker) -> None:
    """A bug that is told ends no process: the next page is read by the same one."""
    before = read_issue(wild).found
    give_up(wild, "fail")
    assert read_issue(wild).found == before


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_process_killed_between_pages_costs_nothing(wild: Worker, number: int) -> None:
    """A reader that was killed after it had read others is no page's fault: a new one reads on."""
    first = int(read_issue(wild).found or "")
    os.kill(first, number)
    assert int(read_issue(wild).found or "") != first


def test_process_killed_on_a_page_is_asked_once_more(tmp_path: Path) -> None:
    """What a page costs does not depend on the pages before: a new reader is asked, but once."""
    with Worker(reader=WILD) as worker:
        read_issue(worker)
        started = time.monotonic()
        assert give_up(worker, "leave 7").found == "exit status 7"
        assert time.monotonic() - started < 10


def test_what_a_reader_prints_is_no_answer(wild: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    """What a reader prints goes to stderr, and never between the frames."""
    assert read_issue(wild, "chatter away").message == "away"
    assert capfd.readouterr().out == ""


def test_large_page_goes_through(wild: Worker) -> None:
    """A page larger than any pipe comes whole, and so does its reading."""
    text = "ж" * 5_000_000
    assert read_issue(wild, f"nothing {text}").message == text


def test_process_ends_with_the_worker(wild: Worker) -> None:
    """No process is left when the worker is closed, also in the middle of a page."""
    with Worker(reader=WILD) as worker:
        process_id = int(read_issue(worker).found or "")
    assert not is_alive(process_id)


def test_reader_that_cannot_start_ends_the_command() -> None:
    """Where the reader does not start at all, no page is at fault, and none is given up."""
    with (
        Worker(reader="tests.wild_readers:nobody") as worker,
        pytest.raises(ReaderNotStartedError, match="exit status 1") as caught,
    ):
        read_page(b"x", print, source="x", parse=worker.parse)
    assert caught.value.exit_status == BUG


def test_border_gives_up_one_page_with_its_trace(wild: Worker) -> None:
    """Through the border a lost page is unknown, with its issue; a bug's trace is shown once."""
    said: list[str] = []
    readings = [
        read_page(deed, said.append, source="x", parse=wild.parse)
        for deed in (b"fail now", b"leave 1", b"fine")
    ]
    codes = [issue.code for reading in readings for issue in reading.record.issues]
    assert codes == ["reader_failed", "reader_killed", "read"]
    assert len(said) == 1
    assert said[0].endswith("LookupError: now")


def test_reading_that_is_not_as_its_types_say_is_a_bug_on_its_page(wild: Worker) -> None:
    """A record that could not be kept costs one page, and the next one is read."""
    said: list[str] = []
    pages = [
        read_page(deed, said.append, source="x", parse=wild.parse) for deed in (b"misstate", b"x")
    ]
    assert [page.record.issues[0].code for page in pages] == ["reader_failed", "read"]
    assert "source" in pages[0].record.issues[0].message


ASKER = f"""
import sys
from versusdb.worker import Worker
with Worker(reader="{WILD}", seconds=30) as worker:
    worker.parse(sys.argv[1].encode(), source="x")
"""


@pytest.mark.parametrize("deed", ["note_then_sleep", "note_then_spin"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_signal_to_the_group_leaves_no_reader(tmp_path: Path, deed: str, number: int) -> None:
    """A signal to the whole group, or the death of who asked, ends the reader without a word."""
    note = tmp_path / "note"
    command = [sys.executable, "-c", ASKER, f"{deed} {note}"]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, process_group=0
    ) as asker:
        wait_for(lambda: note.exists() and note.read_text() != "")
        reader = int(note.read_text())
        os.killpg(asker.pid, number)
        assert asker.stderr is not None
        shown = asker.stderr.read()
    assert asker.returncode == -number
    assert shown.count("Traceback") == (number == signal.SIGINT)
    wait_for(lambda: not is_alive(reader))


@pytest.mark.parametrize("deed", ["note_then_sleep", "note_then_spin"])
def test_orphan_ends_at_once(tmp_path: Path, deed: str) -> None:
    """Who is killed alone leaves no reader, busy as it may be."""
    note = tmp_path / "note"
    with subprocess.Popen([sys.executable, "-c", ASKER, f"{deed} {note}"], cwd=ROOT) as asker:
        wait_for(lambda: note.exists() and note.read_text() != "")
        asker.kill()
    wait_for(lambda: not is_alive(int(note.read_text())))


@pytest.fixture
def parsing(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """``versusdb parse`` on a folder of pages, in a group of its own, in the midst of its work."""
    for number in range(400):
        (tmp_path / f"{number}.html").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "versusdb", "parse", str(tmp_path)]
    pipe = subprocess.PIPE
    # Without a buffer: what the first line brings with it would be lost to the test.
    with subprocess.Popen(
        command, cwd=ROOT, stdout=pipe, stderr=pipe, bufsize=0, process_group=0
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        yield process


def find_reader(process_id: int) -> int:
    """Return the only child of a process."""
    path = Path(f"/proc/{process_id}/task/{process_id}/children")
    (child,) = path.read_text(encoding="utf-8").split()
    return int(child)


def test_command_goes_on_with_another_reader(parsing: subprocess.Popen[bytes]) -> None:
    """Whoever kills the reader of a command costs it nothing but a new reader."""
    first = find_reader(parsing.pid)
    os.kill(first, signal.SIGKILL)
    out, told = parsing.communicate()
    assert (parsing.returncode, told) == (0, b"")
    assert out.count(b'"kind":"comparison"') == 399
    assert not is_alive(first)


def test_ctrl_c_stops_the_command_quietly(parsing: subprocess.Popen[bytes]) -> None:
    """Ctrl-C reaches the command alone: it ends with status 6, one line, and no reader left."""
    reader = find_reader(parsing.pid)
    os.killpg(parsing.pid, signal.SIGINT)
    _, told = parsing.communicate()
    assert (parsing.returncode, told.count(b"\n")) == (6, 1), told
    wait_for(lambda: not is_alive(reader))


def test_folder_of_pages_is_not_imported_from(tmp_path: Path) -> None:
    """A Python file among the pages is never run."""
    for name in ("parsers.py", "msgspec.py", "lxml.py"):
        (tmp_path / name).write_text("raise SystemExit('run')", encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    script = Path(sys.executable).with_name("versusdb")
    done = subprocess.run([script, "parse", "page.html"], cwd=tmp_path, check=True)
    assert done.returncode == 0


def test_reader_has_room_for_any_page() -> None:
    """The limit leaves room for what the bounds by counts let through."""
    assert MOST_MEMORY >= 2 << 30
