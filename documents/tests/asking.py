"""Runs the worker as the product does, without the outer walls, and asks it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

from outcomes_documents import frames

DOCUMENTS = Path(__file__).parent.parent


class Worker:
    """One process of the worker; used with `with`."""

    def __init__(self, kind: str, scratch: Path, memory: int = 512) -> None:
        scratch.mkdir(exist_ok=True)
        self.scratch = scratch
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-s",
                "-m",
                "outcomes_documents",
                kind,
                "--scratch",
                str(scratch),
                "--memory",
                str(memory),
            ],
            cwd=DOCUMENTS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(scratch), "MALLOC_ARENA_MAX": "2"},
        )
        self.hello = self.receive(20)[0]["hello"]

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def ask(self, header: dict, parts: list[bytes] | None = None, seconds: float = 60) -> tuple[dict, list[bytes]]:
        frames.send(self.process.stdin, {"id": 1, **header}, parts)
        return self.receive(seconds)

    def receive(self, seconds: float) -> tuple[dict, list[bytes]]:
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        assert ready, f"no answer within {seconds} s"
        answer = frames.receive(self.process.stdout)
        assert answer is not None, f"the worker ended: {self.process.wait()}"
        return answer

    def peak_mebibytes(self) -> float:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        raise AssertionError("no peak is known")

    def processor_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
