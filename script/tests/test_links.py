"""script/links.py finds the links that lead nowhere."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "links.py"

OTHER = "# Other\n\n## How to check it\n\n## How to check it\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[good](other.md) and [a heading](other.md#how-to-check-it) and [its twin](other.md#how-to-check-it-1)", None),
        ("[own heading](#top)\n\n# Top", None),
        ("[elsewhere](https://www.swift.org/install)", None),
        ("```\n[in code](nowhere.md)\n```\nand `[inline](nowhere.md)`", None),
        ("[gone](nowhere.md)", "nowhere.md doesn't exist"),
        ("![gone](nowhere.png)", "nowhere.png doesn't exist"),
        ("[gone](other.md#nothing)", "names a heading that isn't there"),
        ("[out](../../etc/passwd)", "leads out of the project"),
        ("[unsafe](http://example.org)", "is not an address that readers can use"),
    ],
)
def test_links(tmp_path: Path, text: str, wrong: str | None) -> None:
    (tmp_path / "script").mkdir()
    shutil.copy(SCRIPT, tmp_path / "script")
    (tmp_path / "page.md").write_text(text)
    (tmp_path / "other.md").write_text(OTHER)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = [sys.executable, tmp_path / "script" / "links.py"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if wrong is None:
        assert (result.returncode, result.stdout) == (0, "")
    else:
        assert result.returncode == 1
        assert wrong in result.stdout
