"""Archive: bodies compressed with zstd, and with a dictionary of their site's once there is one.

Pages of one site are alike, and a dictionary trained on some of them halves what each takes. It
is trained once, when a site has enough pages, on few of them and to a small size: training cost
grows with both, and gains little. The pages that came before are compressed anew with it.
"""

from __future__ import annotations

from collections.abc import Iterable

import zstandard
from sqlite_utils import Database

from scraper.errors import BodyCorruptError

LEVEL = 3
PAGES_TO_TRAIN = 64
BYTES_OF_SAMPLE = 131_072
DICTIONARY_BYTES = 65_536
LEAST_BYTES = 200

# Without their bytes, of which there may be many.
SELECT_UNTRAINED = """
SELECT DISTINCT bodies.sha256 FROM bodies JOIN snapshots USING (sha256)
WHERE site = ? AND role = 'page' AND dictionary_id IS NULL AND revisit_of IS NULL
ORDER BY archive_id LIMIT ?
"""
SELECT_PLAIN = "SELECT size, data FROM bodies WHERE sha256 = ?"


class Compression:
    """Compresses and decompresses bodies; knows the file's dictionaries."""

    def __init__(self, database: Database) -> None:
        """Take the database that holds the archive's tables."""
        self._database = database
        self._plain = zstandard.ZstdCompressor(level=LEVEL)
        self._compressors: dict[str, tuple[zstandard.ZstdCompressor, int] | None] = {}
        self._decompressors: dict[int, zstandard.ZstdDecompressor] = {}
        self._untrained: dict[str, int] = {}

    def compress(self, body: bytes, site: str | None) -> tuple[bytes, int | None]:
        """Return a body as one zstd frame, and the dictionary that it was compressed with.

        ``site`` is the site whose page it is, None for what is no page. The page that is one too
        many to go without a dictionary has it trained.
        """
        if site is None or len(body) < LEAST_BYTES:
            return self._plain.compress(body), None
        if site not in self._compressors:
            self._compressors[site] = self._find_compressor(site)
        if self._compressors[site] is None:
            if site not in self._untrained:
                self._untrained[site] = len(self._list_untrained(site, PAGES_TO_TRAIN))
            self._untrained[site] += 1
            if self._untrained[site] <= PAGES_TO_TRAIN:
                return self._plain.compress(body), None
            self.train(site)
        known = self._compressors[site]
        if known is None:
            return self._plain.compress(body), None
        compressor, dictionary_id = known
        return compressor.compress(body), dictionary_id

    def decompress(self, sha256: str, size: int, data: bytes, dictionary_id: int | None) -> bytes:
        """Decompress one body, never to more than the size that its row states."""
        try:
            stated = zstandard.frame_content_size(data)
            if stated != size:
                raise BodyCorruptError(
                    f"archive: bodies row {sha256} states {size} bytes, its frame {stated}"
                )
            decompressor = self._find_decompressor(dictionary_id)
            return decompressor.decompress(data, max_output_size=size)
        except zstandard.ZstdError as error:
            raise BodyCorruptError(
                f"archive: bodies row {sha256} does not decompress: {error}"
            ) from error

    def train(self, site: str) -> None:
        """Train a site's dictionary on its pages, and compress them anew with it."""
        untrained = self._list_untrained(site, -1)
        try:
            trained = train_dictionary(map(self._read_plain, untrained[:PAGES_TO_TRAIN]))
        except zstandard.ZstdError:
            # Pages that have nothing in common; asked again when as many more have come.
            self._untrained[site] = 0
            return
        with self._database.atomic():
            (dictionary_id,) = self._database.conn.execute(
                "INSERT INTO dictionaries (site, data) VALUES (?, ?) RETURNING dictionary_id",
                (site, trained.as_bytes()),
            ).fetchall()[0]
            self._compressors[site] = self._find_compressor(site)
            compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=trained)
            for sha256 in untrained:
                self._database.conn.execute(
                    "UPDATE bodies SET data = ?, dictionary_id = ? WHERE sha256 = ?",
                    (compressor.compress(self._read_plain(sha256)), dictionary_id, sha256),
                )

    def _list_untrained(self, site: str, most: int) -> list[str]:
        rows = self._database.conn.execute(SELECT_UNTRAINED, (site, most)).fetchall()
        return [sha256 for (sha256,) in rows]

    def _read_plain(self, sha256: str) -> bytes:
        """Return a body that was compressed without a dictionary."""
        size, data = self._database.conn.execute(SELECT_PLAIN, (sha256,)).fetchone()
        return self.decompress(sha256, size, data, None)

    def _find_compressor(self, site: str) -> tuple[zstandard.ZstdCompressor, int] | None:
        row = self._database.conn.execute(
            "SELECT dictionary_id, data FROM dictionaries WHERE site = ?", (site,)
        ).fetchone()
        if row is None:
            return None
        dictionary = zstandard.ZstdCompressionDict(row[1])
        return zstandard.ZstdCompressor(level=LEVEL, dict_data=dictionary), int(row[0])

    def _find_decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id is None:
            return zstandard.ZstdDecompressor()
        if dictionary_id not in self._decompressors:
            row = self._database.conn.execute(
                "SELECT data FROM dictionaries WHERE dictionary_id = ?", (dictionary_id,)
            ).fetchone()
            if row is None:
                raise BodyCorruptError(f"archive: no row in dictionaries with id {dictionary_id}")
            self._decompressors[dictionary_id] = zstandard.ZstdDecompressor(
                dict_data=zstandard.ZstdCompressionDict(row[0])
            )
        return self._decompressors[dictionary_id]


def train_dictionary(bodies: Iterable[bytes]) -> zstandard.ZstdCompressionDict:
    """Return a dictionary for pages like these; raise ``ZstdError`` if they share nothing."""
    samples: list[bytes | bytearray | memoryview[int]] = [body[:BYTES_OF_SAMPLE] for body in bodies]
    return zstandard.train_dictionary(DICTIONARY_BYTES, samples, level=LEVEL, steps=4, k=1024, d=8)
