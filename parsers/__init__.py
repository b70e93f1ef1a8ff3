"""Parse: bytes in, records out. Pure: no network, no disk, no clock, no database."""
