"""Command: the pages that a run has read and not loaded yet, on disk rather than in memory.

They lie in a file without a name, which goes with the process. Nothing is lost with it: the
archive holds the bytes, and what is not noted as read is read again by the next run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType

import msgspec
from msgspec import Struct
from pyroaring import BitMap64

from db.coverage import Tally
from parsers.records import Read, Reading, Snapshot, unpack_reading
from versusdb.machine_errors import name_file

MOST_BYTES_IN_MEMORY = 4_000_000
BYTES_AT_ONCE = 262_144
_LENGTH_BYTES = 8
_ENCODER = msgspec.msgpack.Encoder()


class _Page(Struct, array_like=True):
    snapshot: Snapshot
    packed: bytes


_DECODER = msgspec.msgpack.Decoder(_Page)


class Lot:
    """Pages that are judged together: what they say, and how much of the contract they state."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing; ``folder`` has room for what does not fit into memory."""
        self.tally = Tally()
        self.archive_ids = BitMap64()
        self.issues = 0
        # Closed by __exit__: the lot is the context manager.
        self._folder = folder
        self._file = SpooledTemporaryFile(  # noqa: SIM115
            MOST_BYTES_IN_MEMORY, buffering=BYTES_AT_ONCE, dir=str(folder)
        )

    def __enter__(self) -> Lot:
        """Use the lot until the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the file."""
        self._file.close()

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self.archive_ids)

    def add(self, snapshot: Snapshot, read: Read) -> None:
        """Put a page at the end, and count what it states."""
        data = _ENCODER.encode(_Page(snapshot, read.packed))
        with name_file(self._folder):
            self._file.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
            self._file.write(data)
        self.tally.add(read.coverages)
        self.archive_ids.add(snapshot.archive_id)
        self.issues += len(read.issues)

    def list_batches(self, size: int) -> Iterator[Sequence[tuple[Snapshot, Reading]]]:
        """Yield the pages in the order in which they came, ``size`` at a time."""
        pages = self._read()
        while batch := list(islice(pages, size)):
            yield batch

    def _read(self) -> Iterator[tuple[Snapshot, Reading]]:
        self._file.seek(0)
        while head := self._file.read(_LENGTH_BYTES):
            page = _DECODER.decode(self._file.read(int.from_bytes(head, "big")))
            yield page.snapshot, unpack_reading(page.packed)
