"""script/classes.py finds classes that only the pages or only the style sheet know."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "classes.py"

SWIFT = 'div(.classes("panel")) { p(.classes(isWrong ? "field field-error" : "field")) { "Text of a-phrase" } }\n'
CSS = ".panel { margin: .5em } .field, a.field-error:not([type=file]) > p { color: red }\n"


def check(project: Path, swift: str, css: str) -> tuple[int, str]:
    for folder in ["script", "assets", "Sources"]:
        (project / folder).mkdir()
    shutil.copy(SCRIPT, project / "script")
    (project / "assets" / "style.css").write_text(css)
    (project / "Sources" / "Page.swift").write_text(swift)
    command = [sys.executable, project / "script" / "classes.py"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout


@pytest.mark.parametrize(
    ("swift", "css", "wrong"),
    [
        (SWIFT, CSS, None),
        (SWIFT, CSS.replace(".panel", ".pane"), "assets/style.css has no class panel"),
        (SWIFT, CSS + "@media print { .annex { margin: 0 } }", "no page has the class annex"),
        (SWIFT, CSS + "/* .gone { } */ a { background: url(x.png) }", None),
        (SWIFT + 'div(.classes("wrap \\(kind)"))', CSS, "assets/style.css has no class wrap"),
        (SWIFT + '// div(.classes("title"))', CSS, None),
        (SWIFT + 'case provider = "mark-provider"', CSS + ".mark-provider { color: blue }", None),
    ],
)
def test_what_only_one_of_them_knows_is_found(tmp_path, swift, css, wrong) -> None:
    status, output = check(tmp_path, swift, css)
    assert status == (0 if wrong is None else 1), output
    assert (wrong or "") in output
