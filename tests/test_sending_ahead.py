"""Pages that are sent ahead to the reader's process are read as they are one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.test_worker import WILD, read_issue
from versusdb.bugs import read_page
from versusdb.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Return a worker whose reader does what its page says."""
    with Worker(reader=WILD, seconds=2, memory=300 << 20) as worker:
        yield worker


CODES = {
    "nothing": "read",
    "fail": "reader_failed",
    "leave 5": "reader_killed",
    "die_by SIGKILL": "reader_killed",
    "eat_memory 2000": "reader_memory",
    "sleep 60": "reader_timeout",
}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("nothing", "leave 5"),
        ("leave 5", "nothing"),
        ("leave 5", "die_by SIGKILL"),
        ("nothing", "sleep 60"),
        ("sleep 60", "nothing"),
        ("nothing", "eat_memory 2000"),
        ("eat_memory 2000", "nothing"),
        ("fail", "leave 5"),
        ("leave 5", "fail"),
    ],
)
def test_page_costs_itself_also_with_the_next_one_sent_ahead(
    worker: Worker, first: str, second: str
) -> None:
    """However one of two pages ends, the other one and the next are read as ever."""
    deeds = [first, second, "nothing"]
    codes = []
    worker.expect(deeds[0].encode(), source="x")
    for deed, after in pairwise([*deeds, "nothing"]):
        worker.expect(after.encode(), source="x")
        reading = read_page(deed.encode(), print, source="x", parse=worker.parse)
        codes.append(reading.record.issues[0].code)
    assert codes == [CODES[deed] for deed in deeds]


def test_pages_that_are_sent_ahead_are_read_by_one_process(worker: Worker) -> None:
    """However large they are and whatever they give, neither side waits for the other for ever."""
    said = [f"{number}{'ж' * 2_000_000}" for number in range(4)]
    bodies = [f"nothing {text}".encode() for text in said]
    read_issue(worker)
    worker.expect(bodies[0], source="page.html")
    issues = []
    for body, after in pairwise([*bodies, b"nothing"]):
        worker.expect(after, source="page.html")
        issues.append(read_issue(worker, body.decode()))
    assert [issue.message for issue in issues] == said
    assert len({issue.found for issue in issues}) == 1


def test_a_page_that_was_not_expected_is_read_all_the_same(worker: Worker) -> None:
    """What was sent ahead in vain is no other page's answer."""
    read_issue(worker)
    worker.expect(b"nothing a", source="page.html")
    with pytest.raises(UnicodeEncodeError):
        worker.expect(b"nothing b", source="\udc80")
    assert read_issue(worker, "nothing c").message == "c"
    assert read_issue(worker, "nothing a").message == "a"
