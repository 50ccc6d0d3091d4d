"""Backing up, restoring and moving an installation as the guide for administrators has it, with the command alone."""

import os
import pty
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import faults
import pytest
from conftest import COMMAND
from postgres import Postgres, Running, free_port, programs

PASSPHRASE = "correct horse battery staple"


def run(folder: Path, *words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "OUTCOMES_DATA": str(folder / "data"), **settings}
    return subprocess.run([COMMAND, *words], env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that was started once, and stopped."""
    folder = tmp_path_factory.mktemp("installation")
    site = Running(
        [str(COMMAND), "serve", "--empty"], folder / "log",
        {"OUTCOMES_LISTEN": f"127.0.0.1:{free_port()}", "OUTCOMES_DATA": str(folder / "data")},
    )  # fmt: skip
    site.says("Press Ctrl+C")
    assert site.stop() == 0
    return folder


def test_a_backup_is_checked_and_restored_on_an_empty_machine(installation: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.backup"
    made = run(installation, "backup", file)
    assert made.returncode == 0, made.stderr
    assert "not encrypted" in made.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    assert run(tmp_path, "restore", file, "--check").stdout.startswith("The backup of 2")
    assert not (tmp_path / "data").exists()
    restored = run(tmp_path, "restore", file)
    assert restored.stdout.startswith("Restored, and compared"), restored.stderr
    key = installation / "data" / "owner.key"
    assert (tmp_path / "data" / "owner.key").read_bytes() == key.read_bytes()
    again = run(tmp_path, "restore", file)
    assert again.returncode == 2
    assert "there is something already where it is to go" in again.stderr


def changed(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda whole: whole[:-100], "cut short"),
        (lambda whole: changed(whole, 5000), "damaged"),
        (lambda whole: changed(whole, len(whole) // 2), "damaged"),
        (lambda whole: b"Dear all,\n" + whole, "not a backup"),
        (lambda whole: whole.replace(b"backup 1\n", b"backup 7\n", 1), "newer version"),
    ],
    ids=["cut", "changed in its header", "changed in its rows", "foreign", "newer"],
)
def test_whatever_is_wrong_with_a_backup_is_one_sentence_and_leaves_nothing(
    installation: Path, tmp_path: Path, change, says: str
) -> None:
    file = tmp_path / "a.backup"
    assert run(installation, "backup", file).returncode == 0
    file.write_bytes(change(file.read_bytes()))
    refused = run(tmp_path, "restore", file)
    assert refused.returncode == 2
    assert says in refused.stderr
    assert refused.stderr.startswith("Nothing was restored.")
    assert not list((tmp_path / "data").glob("outcomes.sqlite*"))


def test_the_passphrase_is_asked_for_twice_and_never_shown(installation: Path, tmp_path: Path) -> None:
    file = tmp_path / "sealed.backup"
    shown = typed([COMMAND, "backup", file, "--encrypt"], installation, [PASSPHRASE, PASSPHRASE])
    assert f"Wrote {file}" in shown
    assert PASSPHRASE not in shown
    assert "do not" not in shown
    assert run(tmp_path, "restore", file, "--check").returncode == 2
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n")
    assert run(tmp_path, "restore", file, "--passphrase-file", secret).returncode == 0
    secret.write_text("another horse entirely\n")
    wrong = run(tmp_path, "restore", file, "--check", "--passphrase-file", secret)
    assert wrong.returncode == 2
    assert "passphrase is wrong" in wrong.stderr


def typed(command: list[object], folder: Path, answers: list[str]) -> str:
    """Runs a command at a terminal, where somebody types the answers; gives what stands on the screen."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {"PATH": "/usr/bin:/bin", "OUTCOMES_DATA": str(folder / "data")}
        os.execve(COMMAND, [str(word) for word in command], environment)  # noqa: S606
    shown = b""
    try:
        while True:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            if answers and piece.rstrip().endswith(b":"):
                os.write(terminal, answers.pop(0).encode() + b"\n")
    finally:
        os.waitpid(pid, 0)
        os.close(terminal)
    return shown.decode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    if programs() is None:
        pytest.skip("PostgreSQL 15 or later is not installed")
    with faults.a_server(tmp_path_factory.mktemp("move") / "server") as server:
        yield server


def test_an_installation_moves_to_postgresql_and_back(installation: Path, tmp_path: Path, server: Postgres) -> None:
    settings = tmp_path / "new.env"
    settings.write_text(
        f"# what the server is to have\nexport OUTCOMES_DATABASE_OWNER='{server.address('outcomes_owner')}'\n"
        f"export OUTCOMES_DATABASE={server.address()}\n"
    )
    before = (installation / "data" / "outcomes.sqlite").read_bytes()
    there = run(installation, "migrate", "--to-settings", settings)
    assert there.returncode == 0, there.stderr
    assert (installation / "data" / "outcomes.sqlite").read_bytes() == before
    sums = re.findall(r"^(\w+): (\d+) rows, sha256 ([0-9a-f]{64})$", there.stdout, re.MULTILINE)
    assert len(sums) > 10
    assert server.sql("SELECT count(*) FROM place") == "1"
    database = {"OUTCOMES_DATABASE": server.address(), "OUTCOMES_DATABASE_OWNER": server.address("outcomes_owner")}
    back = run(installation, "migrate", "--to", tmp_path / "file", **database)
    assert back.returncode == 0, back.stderr
    assert re.findall(r"^(\w+): (\d+) rows, sha256 ([0-9a-f]{64})$", back.stdout, re.MULTILINE) == sums
    again = run(installation, "migrate", "--to-settings", settings)
    assert again.returncode == 1
    assert "everything is where it was" in again.stderr


def test_no_message_of_a_move_repeats_a_password(installation: Path) -> None:
    failed = run(installation, "migrate", "--to", "postgres://outcomes:hush@127.0.0.1:1/outcomes")
    assert failed.returncode == 1
    assert "hush" not in failed.stdout + failed.stderr
