"""script/outcomes builds where a source is newer than the last build, and otherwise starts at once."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "outcomes"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as large as ours, whose `swift` only notes that it was called and makes the command."""
    (tmp_path / "script").mkdir()
    shutil.copy(SCRIPT, tmp_path / "script" / "outcomes")
    for module in range(25):
        folder = tmp_path / "Sources" / "Features" / f"Module{module}"
        folder.mkdir(parents=True)
        for file in range(20):
            (folder / f"File{file}.swift").write_text("// source\n")
    (tmp_path / "Package.swift").write_text("// package\n")
    fake = tmp_path / "bin" / "swift"
    fake.parent.mkdir()
    fake.write_text(
        "#!/bin/sh\n"
        f"echo built >> {tmp_path}/builds\n"
        f"[ -e {tmp_path}/broken ] && exit 1\n"
        f"mkdir -p {tmp_path}/.build/release\n"
        f"printf '#!/bin/sh\\necho ran \"$@\"\\n' > {tmp_path}/.build/release/outcomes\n"
        f"chmod +x {tmp_path}/.build/release/outcomes\n"
    )
    fake.chmod(0o755)
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{project}/bin:{os.environ['PATH']}"}
    command = [project / "script" / "outcomes", *arguments]
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


def builds(project: Path) -> int:
    return len((project / "builds").read_text().splitlines())


def test_the_first_run_builds_and_a_second_does_not(project: Path) -> None:
    assert run(project, "value", "a b.json").stdout == "ran value a b.json\n"
    assert run(project).returncode == 0
    assert builds(project) == 1


@pytest.mark.parametrize("change", ["edit", "add", "remove", "package"])
def test_a_changed_source_is_built_again(project: Path, change: str) -> None:
    run(project)
    time.sleep(0.02)
    module = project / "Sources" / "Features" / "Module7"
    match change:
        case "edit":
            (module / "File3.swift").write_text("// edited\n")
        case "add":
            (module / "New.swift").write_text("// new\n")
        case "remove":
            (module / "File3.swift").unlink()
        case "package":
            (project / "Package.swift").touch()
    run(project)
    run(project)
    assert builds(project) == 2


def test_a_failed_build_runs_nothing_and_is_tried_again(project: Path) -> None:
    run(project)
    time.sleep(0.02)
    (project / "Package.swift").touch()
    (project / "broken").touch()
    failed = run(project)
    assert (failed.returncode, failed.stdout) == (70, "")
    (project / "broken").unlink()
    assert run(project).stdout == "ran\n"
    assert builds(project) == 3


def test_deciding_that_nothing_is_stale_takes_under_20_milliseconds(project: Path) -> None:
    run(project)
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        run(project)
        times.append(time.perf_counter() - begun)
    assert builds(project) == 1
    assert min(times) < 0.020
