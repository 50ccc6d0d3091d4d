"""script/links.py finds the links that lead nowhere."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "links.py"

README = "[page](page.md)"
OTHER = "# Other\n\n## How to check it\n\n## How to check it\n"


def check(project: Path) -> tuple[int, str]:
    (project / "script").mkdir()
    shutil.copy(SCRIPT, project / "script")
    (project / "README.md").write_text(README)
    (project / "other.md").write_text(OTHER)
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    command = [sys.executable, project / "script" / "links.py"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout


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
        ("Run `script/links.py`.", None),
        ("```sh\nscript/nothing\n```", "script/nothing doesn't exist"),
        ("[unsafe](http://example.org)", "is not an address that readers can use"),
    ],
)
def test_links(tmp_path: Path, text: str, wrong: str | None) -> None:
    (tmp_path / "page.md").write_text(text)
    code, said = check(tmp_path)
    if wrong is None:
        assert (code, said) == (0, "")
    else:
        assert code == 1
        assert wrong in said


def test_a_document_that_no_link_leads_to_is_found(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "lost.md").write_text("# Lost")
    (tmp_path / "docs" / "found.md").write_text("# Found")
    (tmp_path / "page.md").write_text("[found](docs/found.md)")
    assert check(tmp_path) == (1, "docs/lost.md: no link leads here from README.md\n")
