"""script/packages.txt, which script/bootstrap installs from and `outcomes doctor` compares with."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    line.split()
    for line in (ROOT / "script" / "packages.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def test_every_line_is_a_name_a_version_and_a_purpose() -> None:
    for line in LINES:
        assert re.fullmatch(r"[a-z0-9][a-z0-9.+-]+\??", line[0]), line
        assert re.fullmatch(r"[0-9][0-9.]*", line[1]), line
        assert line[2:] in (["run"], ["test"], ["bench"]), line


def test_no_package_stands_there_twice() -> None:
    names = [line[0] for line in LINES]
    assert sorted(set(names)) == sorted(names)


def test_every_library_of_the_package_is_installed() -> None:
    wanted = set(re.findall(r'package: "([^"]+)"\)', (ROOT / "Package.swift").read_text()))
    assert wanted
    assert wanted <= {line[0] for line in LINES if line[2] == "run"}


def test_bootstrap_has_nothing_left_to_do_and_says_nothing() -> None:
    answer = subprocess.run(
        [ROOT / "script" / "bootstrap", "--test"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


@pytest.mark.parametrize("script", ["bootstrap", "test"])
def test_an_option_that_a_script_does_not_know_is_named(script) -> None:
    answer = subprocess.run([ROOT / "script" / script, "nonsense"], capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "nonsense" in answer.stderr
