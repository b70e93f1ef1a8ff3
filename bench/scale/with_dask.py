"""Bench: an ingest whose WARC files a Dask cluster of this machine reads.

``python -m bench.scale.with_dask WORKERS ingest …`` starts a cluster of so many processes, runs
the command beside it as ``bench.scale.phases`` does, and ends the cluster.
"""

from __future__ import annotations

import subprocess
import sys

from distributed import LocalCluster

from bench.alone import COMMAND


def main() -> int:
    """Run the command, and return its exit status."""
    workers, *arguments = sys.argv[1:]
    with LocalCluster(
        n_workers=int(workers), threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        command = [*COMMAND, "-m", "bench.scale.phases", *arguments, "--engine", "dask"]
        return subprocess.call([*command, "--scheduler", cluster.scheduler_address])


if __name__ == "__main__":
    sys.exit(main())
