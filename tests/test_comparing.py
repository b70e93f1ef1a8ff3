"""What differs between two states of a database is told row by row, and nothing else is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from db.comparing import ALIKE, compare_databases, compare_view, list_views
from db.contract import KEYS
from tests.observing import VIEWS, A, B, load, make_database, number, observe

# As an entry that a page shows twice: rows of one key.
VIEW = "v1_sightings"
Row = tuple[str, str, str, int | None]
KEY = st.tuples(
    st.sampled_from("aZé😀"), st.sampled_from(["entry", "quote"]), st.sampled_from("xy")
)
ROWS = st.lists(st.tuples(KEY, st.none() | st.integers(0, 12)).map(lambda row: (*row[0], row[1])))


def make(rows: Sequence[Row]) -> Database:
    """Return a database that has these rows in a view, and the run that read each."""
    database = Database(sqlite3.connect(":memory:"))
    database.conn.execute("CREATE TABLE t (snapshot_id, subject, subject_id, place, run_id)")
    database.conn.executemany(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?)", [(*row, number) for number, row in enumerate(rows)]
    )
    database.conn.execute(f"CREATE VIEW {VIEW} AS SELECT * FROM t")
    return database


@given(ROWS, ROWS)
def test_the_differences_lead_from_one_to_the_other(old: list[Row], new: list[Row]) -> None:
    """Without what is gone, and with what is new, the rows of before are those of after."""
    before, after = make(old), make(new)
    rows, alone = Counter(old), set()
    for each in compare_view(before, after, VIEW):
        gone, come = each.before, each.after
        assert gone != come
        if gone is not None:
            rows[tuple(gone.values())] -= 1  # type: ignore[index]
        if come is not None:
            rows[tuple(come.values())] += 1  # type: ignore[index]
        if gone is not None and come is not None:
            assert each.fields == ["place"]
        else:
            alone.add((tuple(each.key.values()), gone is None))
    before.close()
    after.close()
    assert +rows == Counter(new)
    # A row that is on both sides is told as one that changed.
    assert len({key for key, _ in alone}) == len(alone)
    assert min(rows.values(), default=0) >= 0


def test_every_view_of_content_is_compared() -> None:
    """The ledger is no content; each other view has columns that say which row it is."""
    with make_database() as database, make_database() as empty:
        load(database, number([observe([A, B], 1)]))
        views = list_views(database)
        assert {f"v1_{name}" for name in VIEWS} <= set(views)
        assert not {"v1_runs", "v1_coverage"} & set(views)
        assert set(views) <= {*KEYS, *ALIKE}
        for view in views:
            keys = ", ".join(KEYS.get(view, ("*",)))
            count, distinct = (
                database.conn.execute(
                    f"SELECT count(*) FROM (SELECT {what} FROM {view})"
                ).fetchone()
                for what in (keys, f"DISTINCT {keys}")
            )
            assert count == distinct
        told = list(compare_databases(empty, database))
        assert {each.view for each in told} >= {"v1_entries", "v1_quotes", "v1_sightings"}
        assert all(each.before is None for each in told)
