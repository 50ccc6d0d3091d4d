"""How soon the server answers after its start, and what it holds when nothing happens."""

import statistics
import tempfile
import time
from pathlib import Path

from measure import MEGABYTE, Result, megabytes, resident
from server import get, serving

STARTS, STARTS_IF_QUICK = 15, 5


def measure(quick: bool) -> list[Result]:
    times = []
    with tempfile.TemporaryDirectory() as data:
        # The first start makes the database and the demo place, and isn't counted.
        with serving(Path(data)):
            pass
        for _ in range(STARTS_IF_QUICK if quick else STARTS):
            with serving(Path(data)) as server:
                times.append(server.seconds)
        with serving(Path(data)) as server:
            for _ in range(20):
                get(server.port, "/")
            time.sleep(2)
            idle = resident([server.pid])
    start = statistics.median(times)
    return [
        Result("From the server's start to its first page", f"{start * 1000:.0f} ms", "300 ms", start < 0.3),
        Result("Idle memory without the worker", megabytes(idle), "60 MB", idle < 60 * MEGABYTE),
    ]
