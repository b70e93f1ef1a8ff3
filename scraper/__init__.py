"""Fetch and archive: addresses and files in, snapshots out; every byte kept before it is read."""
