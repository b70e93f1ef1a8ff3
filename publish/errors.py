"""Publish: the errors of this stage, read from top to bottom as a tree.

Each message is one line for the person who started the server: what, where, and the remedy; those
of ``UnansweredError``, ``EvidenceError`` and ``BusyError`` are sentences for the one who asked.
"""

from __future__ import annotations


class PublishError(Exception):
    """Anything that keeps a database from being shown."""


class DatabaseUnreadableError(PublishError):
    """The file is missing or damaged, is no SQLite database, or holds no ``v1_`` view."""


class AddressError(PublishError):
    """The server cannot listen on the host and port it was given."""


class PortInUseError(AddressError):
    """Something else listens on the port already."""


class UnansweredError(PublishError):
    """What a whole page hangs on was not answered."""


class EvidenceError(PublishError):
    """A stored page of which cannot be told now what its fields were read from."""


class BusyError(PublishError):
    """More is asked for at once than is made at once; later there may be room."""
