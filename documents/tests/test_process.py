"""The process itself: frames in and out, and walls that it builds around itself."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys

import pytest
from asking import DOCUMENTS, Worker
from outcomes_documents import frames


def test_a_frame_comes_back_as_it_went():
    stream = io.BytesIO()
    frames.send(stream, {"kind": "x", "text": "Siân"}, [b"one", b"", b"three"])
    stream.seek(0)
    header, parts = frames.receive(stream)
    assert (header["text"], parts) == ("Siân", [b"one", b"", b"three"])
    assert frames.receive(stream) is None


@pytest.mark.parametrize(
    "content",
    [
        b"\1\0",
        b"\xff\xff\xff\xff",
        struct.pack("<I", 10) + b"{}",
        struct.pack("<I", 15) + b'{"parts":[9]}  ',
        struct.pack("<I", 25) + b'{"parts":[9999999999999]} ',
    ],
)
def test_a_garbled_frame_is_told_from_an_end(content):
    with pytest.raises((frames.Garbled, json.JSONDecodeError)):
        frames.receive(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["reading", "documents", "charts"])
def test_it_ends_when_its_input_does(tmp_path, kind):
    worker = Worker(kind, tmp_path)
    worker.process.stdin.close()
    assert worker.process.wait(10) == 0


@pytest.mark.parametrize("kind", ["reading", "documents", "charts"])
def test_it_builds_its_own_walls(tmp_path, kind):
    with Worker(kind, tmp_path) as worker:
        assert set(worker.hello["walls"]) >= {"memory"}
        if "network" in worker.hello["walls"]:
            assert "programs" in worker.hello["walls"]


def test_behind_its_walls_no_socket_opens_and_no_program_starts():
    program = """
import socket, subprocess, threading
from outcomes_documents import walls
if not walls.refuse_network_and_programs(): raise SystemExit(77)
try: socket.socket()
except PermissionError: print("no socket")
try: subprocess.run(["/bin/true"])
except PermissionError: print("no program")
import ctypes, os
call = ctypes.CDLL(None, use_errno=True).syscall
for name, number in (("ring", 425), ("other process", 434), ("descriptor of another", 438)):
    if call(number, 0, 0, 0) == -1 and ctypes.get_errno() == 1: print("no", name)
try: os.kill(os.getppid(), 0)
except PermissionError: print("no signal")
thread = threading.Thread(target=lambda: print("a thread")); thread.start(); thread.join()
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=DOCUMENTS, capture_output=True, text=True, check=False)
    if ended.returncode == 77:
        pytest.skip("libseccomp2 is not installed")
    refused = ["no socket", "no program", "no ring", "no other process", "no descriptor of another", "no signal"]
    assert ended.stdout.split("\n")[:7] == [*refused, "a thread"], ended.stderr


def test_behind_its_walls_it_sees_no_other_files(tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    program = f"""
import tempfile
from outcomes_documents import documents, landlock
documents.prepare()
if not landlock.allow_only({str(scratch)!r}, "."): raise SystemExit(77)
import weasyprint
with open({str(scratch)!r} + "/mine", "w+") as file: file.write("x"); file.truncate(0)
print("scratch")
for path, mode in (("/etc/passwd", "r"), ({str(tmp_path)!r} + "/other", "w"), ("outcomes_documents/__init__.py", "a")):
    try: open(path, mode)
    except PermissionError: print("refused")
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=DOCUMENTS, capture_output=True, text=True, check=False)
    if ended.returncode == 77:
        pytest.skip("this kernel has no Landlock")
    assert ended.stdout.split() == ["scratch", "refused", "refused", "refused"], ended.stderr


def test_what_prints_cannot_garble_an_answer(tmp_path):
    with Worker("reading", tmp_path) as worker:
        answer, _ = worker.ask({"kind": "nothing of the kind"})
        assert answer == {"id": 1, "bad": "no such kind of request: nothing of the kind", "parts": []}
        (tmp_path / "taken").write_text("a,b\n1,2\n")
        answer, parts = worker.ask({"kind": "read", "file": "taken"})
        assert answer["ok"]["format"] == "csv"
        assert len(parts) == 7


@pytest.mark.parametrize("name", ["", "../x", "/etc/passwd", ".hidden", "a/b"])
def test_a_file_is_only_taken_from_the_scratch_folder(tmp_path, name):
    with Worker("reading", tmp_path) as worker:
        answer, _ = worker.ask({"kind": "read", "file": name})
        assert "bad" in answer


def test_too_much_memory_is_an_answer_and_not_an_end(tmp_path):
    with Worker("reading", tmp_path, memory=150) as worker:
        rows = "".join(f"{number},{'x' * 30_000}{number}\n" for number in range(800))
        (tmp_path / "taken").write_text(rows)
        answer, _ = worker.ask({"kind": "read", "file": "taken"})
        assert answer.get("memory") is True
        (tmp_path / "taken").write_text("a,b\n1,2\n")
        assert "ok" in worker.ask({"kind": "read", "file": "taken"})[0]
