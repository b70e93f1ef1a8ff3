"""Command: puts a new data set in the place of the old one, whole or not at all.

The place that is published is a symbolic link to a numbered folder in ``.NAME.sets`` beside it. A
new set is written to a folder of its own there, brought to the disk, and then the link is replaced
by ``rename``, which every Unix does at once: whoever opens the place comes to the old set or to
the new one, at no moment to none. (A folder that holds something cannot be replaced so; two can be
exchanged, but only by Linux, on some file systems, and whoever was reading would then lose the
folder under their feet.) Whoever went into the old folder stays there: it is removed no sooner
than the next set is in place.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from versusdb.errors import DatabaseBusyError, FileRefusedError
from versusdb.progress import say

SUMS = "SHA256SUMS"
_PART, _LINK, _LOCK = "part", "link", "lock"
_SET, _SETS = re.compile(r"set-(\d+)"), re.compile(r"\..+\.sets", re.DOTALL)
# Of a file system that has no symbolic links.
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})


def name_sets(place: Path) -> Path:
    """Return the folder beside a place that holds its sets."""
    return place.with_name(f".{place.name}.sets")


def refuse_foreign(place: Path) -> None:
    """Raise FileRefusedError for a place that holds what ``publish`` did not make."""
    if not place.name:
        raise FileRefusedError(
            "this is the root of all folders, and cannot be replaced",
            where=place,
            remedy="name a folder in it",
        )
    for folder in place.parents:
        if _SETS.fullmatch(folder.name) and (folder / _LOCK).is_file():
            raise FileRefusedError(
                "lies in a set that 'versusdb publish' made, and would go with it",
                where=place,
                remedy="name a folder outside of it",
            )
    if not place.parent.is_dir():
        raise FileRefusedError(
            "there is no such folder", where=place.parent, remedy="make it first, or name another"
        )
    if os.path.lexists(place) and find_current(place) is None and not _is_empty_folder(place):
        raise FileRefusedError(
            "was not made by 'versusdb publish', and is kept",
            where=place,
            remedy="name a folder that is not there yet, or is empty",
        )
    sets = name_sets(place)
    is_ours = (sets / _LOCK).is_file() or _is_empty_folder(sets)
    if os.path.lexists(sets) and not is_ours:
        raise FileRefusedError(
            "was not made by 'versusdb publish', and stands where it keeps its sets",
            where=sets,
            remedy="move it away, or name another folder",
        )


def find_current(place: Path) -> Path | None:
    """Return the folder of the set that is published at a place; None if there is none of ours."""
    if not place.is_symlink():
        return None
    target = place.readlink()
    sets = name_sets(place)
    is_ours = target.parent == Path(sets.name) and _SET.fullmatch(target.name)
    return sets / target.name if is_ours else None


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not any(path.iterdir())


@contextmanager
def replace_set(place: Path) -> Iterator[Path]:
    """Yield an empty folder to fill, and publish it if the block comes to its end.

    Whatever ends it before leaves the old set as it was; what a killed one left is cleared first.
    Raises as ``refuse_foreign``, and DatabaseBusyError while another publishes there.
    """
    refuse_foreign(place)
    sets = name_sets(place)
    sets.mkdir(exist_ok=True)
    with (sets / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DatabaseBusyError(
                "another 'versusdb publish' is at work here", where=place, remedy="wait for it"
            ) from None
        part = sets / _PART
        try:
            _clear_away(part)
            part.mkdir()
            yield part
            _put_in_place(place, part)
        finally:
            _clear_away(part)
            if find_current(place) is None:
                _leave_nothing(sets)


def _clear_away(part: Path) -> None:
    if part.exists():
        shutil.rmtree(part)


def _put_in_place(place: Path, part: Path) -> None:
    sets, previous = part.parent, find_current(place)
    sync(part)
    numbers = [int(found[1]) for path in sets.iterdir() if (found := _SET.fullmatch(path.name))]
    new = sets / f"set-{max(numbers, default=0) + 1}"
    part.rename(new)
    sync(sets)
    link = sets / _LINK
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(Path(sets.name) / new.name)
    except OSError as error:
        shutil.rmtree(new)
        if error.errno in _NO_LINKS:
            raise FileRefusedError(
                "this file system has no symbolic links", where=place, remedy="name another folder"
            ) from error
        raise
    if _is_empty_folder(place):
        place.rmdir()
    link.rename(place)
    sync(place.parent)
    for number in numbers:
        if (old := sets / f"set-{number}") != previous:
            _remove_set(old)


def sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _remove_set(folder: Path) -> None:
    """Remove what a set's list of checksums names, and the folder if nothing else is in it."""
    sums = folder / SUMS
    lines = sums.read_text(encoding="utf-8").splitlines() if sums.exists() else []
    paths = [folder / line.partition("  ")[2] for line in lines]
    # A name or a link leads to nothing outside, whoever wrote it.
    paths = [path for path in paths if path.parent.resolve().is_relative_to(folder.resolve())]
    for path in paths:
        path.unlink(missing_ok=True)
    within = {parent for path in paths for parent in path.parents if folder in parent.parents}
    for parent in sorted(within, reverse=True):
        with suppress(OSError):
            parent.rmdir()
    sums.unlink(missing_ok=True)
    try:
        folder.rmdir()
    except OSError:
        say(f"versusdb: {folder}: holds files that 'versusdb publish' did not write; it is kept")


def _leave_nothing(sets: Path) -> None:
    """Remove the folder of sets again where nothing has ever been published."""
    if {path.name for path in sets.iterdir()} <= {_LOCK}:
        (sets / _LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            sets.rmdir()
