"""A PostgreSQL server in a scratch folder, reached on loopback only, and one that follows it."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

VERSIONS = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that will do."""
    found = [folder for folder in VERSIONS.glob("*/bin") if folder.parent.name.isdigit()]
    found = [folder for folder in found if int(folder.parent.name) >= 15 and (folder / "initdb").exists()]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Postgres:
    """One server. Its programs refuse to run as the system's administrator, so they run as nobody there."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        bin_folder = programs()
        assert bin_folder is not None
        self.programs = bin_folder
        self.folder = folder
        self.data = folder / "data"
        self.port = free_port()
        self.settings = settings
        folder.mkdir(parents=True)
        self.own()

    def own(self) -> None:
        """Lets the server's user in."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody", "nogroup")
            for above in self.folder.parents:
                if above.is_relative_to(tempfile.gettempdir()) and str(above) != tempfile.gettempdir():
                    above.chmod(above.stat().st_mode | 0o011)

    def make(self) -> "Postgres":
        """Makes an empty database and starts it."""
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        return self.configure().start()

    def follow(self, primary: "Postgres") -> "Postgres":
        """Begins as a copy of another server that follows all that happens there."""
        source = f"host=127.0.0.1 port={primary.port} user=postgres"
        self.run("pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", self.data, "-d", source)
        return self.configure().start()

    def configure(self) -> "Postgres":
        lines = [
            "listen_addresses = '127.0.0.1'",
            f"port = {self.port}",
            f"unix_socket_directories = '{self.folder}'",
            "shared_buffers = 32MB",
            "fsync = off",
            self.settings,
        ]
        # A file of its own name, which the copy of another server's settings doesn't hold.
        with (self.data / "postgresql.conf").open("a") as file:
            file.write("\n".join(lines) + "\n")
        return self

    def start(self) -> "Postgres":
        self.run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.folder / "log", "start")
        return self

    def stop(self, mode: str = "fast") -> None:
        self.run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-m", mode, "stop", check=False)

    def run(self, program: str, *arguments: object, check: bool = True) -> None:
        command = [str(self.programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
        # pg_ctl hands its output on to the server, which would keep a pipe open.
        with (self.folder / "programs.log").open("ab") as log:
            done = subprocess.run(
                command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=120, check=False
            )
        said = (self.folder / "programs.log").read_text(errors="replace")
        assert not check or done.returncode == 0, f"{program} failed:\n{said[-2000:]}"

    def sql(self, text: str, database: str = "outcomes", role: str = "postgres") -> str:
        """Runs statements, and gives what they answer: a line a row, `|` between columns."""
        done = subprocess.run(
            [
                self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d",
                f"host=127.0.0.1 port={self.port} user={role} dbname={database}",
            ],
            input=text, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def prepare(self) -> "Postgres":
        """The roles and the database as the administrator's guide has them made."""
        self.sql("CREATE ROLE outcomes_owner LOGIN; CREATE ROLE outcomes_server LOGIN;", "postgres")
        self.sql("CREATE DATABASE outcomes OWNER outcomes_owner;", "postgres")
        return self

    def ask_password(self, role: str) -> None:
        """Lets a role in with its password only, as a server that others reach does."""
        rules = self.data / "pg_hba.conf"
        rules.write_text(f"host all {role} 127.0.0.1/32 scram-sha-256\n" + rules.read_text())
        self.run("pg_ctl", "-D", self.data, "reload")

    def address(self, role: str = "outcomes_server") -> str:
        return f"postgres://{role}@127.0.0.1:{self.port}/outcomes"


class Running:
    """A program that was started, and what it wrote."""

    def __init__(self, command: list[str], log: Path, environment: dict[str, str] | None = None) -> None:
        self.log = log
        with log.open("ab") as file:
            self.process = subprocess.Popen(
                command, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=file, stderr=file
            )

    def says(self, words: str, seconds: float = 60) -> str:
        """Waits until the log holds some words, and gives the log."""
        end = time.monotonic() + seconds
        while words not in (text := self.log.read_text(errors="replace")):
            assert self.process.poll() is None and time.monotonic() < end, f"it never said {words!r}:\n{text[-2000:]}"
            time.sleep(0.02)
        return text

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()
            return -9
