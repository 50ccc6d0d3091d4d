"""script/phrases.py collects what the compiler takes for a phrase, and nothing else.

It reads Swift's intermediate language, which a new compiler may write differently: this test compiles a small module
with the one that is installed.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = """
import FoundationEssentials
import Words

func show(_ phrase: Phrase) {}
func note(_ text: String) {}

struct Card {
    var title: Phrase = "A default"
    static let shared = Card(title: "Kept in a static")
}

func build(@Builder _ content: () -> [Phrase]) -> [Phrase] { content() }

@resultBuilder enum Builder {
    static func buildExpression(_ phrase: Phrase) -> [Phrase] { [phrase] }
    static func buildBlock(_ parts: [Phrase]...) -> [Phrase] { parts.flatMap { $0 } }
    static func buildOptional(_ parts: [Phrase]?) -> [Phrase] { parts ?? [] }
}

func everything(name: String, count: Int, amount: Decimal, isOld: Bool) {
    show("Plain")
    note("Not a phrase")
    show(isOld ? "Old" : "New")
    let later: Phrase = "Said – \\"later\\"\\nwith é"
    show(later)
    show("\\(name) gave \\(amount, currency: "GBP") to \\(count) people")
    show(Phrase(one: "\\(count) person", other: "\\(count) people", count: count))
    show("Outer \\(Phrase("Inner")) end")
    show("\\(count) / \\(count)")
    _ = build {
        "In a builder"
        if isOld { "In a branch of \\(isOld ? "one" : "two")" }
    }
    show(Phrase(verbatim: "Given"))
    show("Plain")
}
"""


def compiled(project: Path, sample: str) -> Path:
    """A project with two modules, Words and Sample, as a debug build leaves it."""
    (project / "script").mkdir()
    shutil.copy(ROOT / "script" / "phrases.py", project / "script")
    words = project / "Sources" / "Words" / "Phrase.swift"
    words.parent.mkdir(parents=True)
    shutil.copy(ROOT / "Sources" / "Kits" / "Words" / "Phrase.swift", words)
    source = project / "Sources" / "Sample" / "Sample.swift"
    source.parent.mkdir(parents=True)
    source.write_text(sample)
    debug = project / ".build" / "debug"
    (debug / "Modules").mkdir(parents=True)
    (debug / "Sample.build").mkdir()
    (debug / "Sample.build" / "sources").write_text(f"{source}\n")
    swiftc = shutil.which("swiftc")
    assert swiftc
    common = ["-parse-as-library", "-swift-version", "6", "-package-name", "sample", "-I", str(debug / "Modules")]
    subprocess.run(
        [swiftc, "-emit-module", "-module-name", "Words", *common, str(words)], cwd=debug / "Modules", check=True
    )
    call = [swiftc, "-module-name", "Sample", "-emit-module", *common, f"@{debug}/Sample.build/sources", "-j2"]
    (project / ".build" / "debug.yaml").write_text(f"commands:\n    args: {json.dumps(call)}\n")
    return project


def collect(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, project / "script" / "phrases.py"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_literal_that_is_a_phrase_is_a_key(tmp_path: Path) -> None:
    result = collect(compiled(tmp_path, SAMPLE))
    assert result.returncode == 0, result.stderr
    keys = [json.loads(line[6:]) for line in result.stdout.splitlines() if line.startswith("msgid ")]
    assert keys[1:] == [
        "A default",
        "Kept in a static",
        "Plain",
        "Old",
        "New",
        'Said – "later"\nwith é',
        "{1} gave {2} to {3} people",
        "{1} person",
        "Outer {1} end",
        "Inner",
        "In a builder",
        "In a branch of {1}",
    ]
    assert 'msgid "{1} person"\nmsgid_plural "{1} people"\nmsgstr[0] ""\nmsgstr[1] ""\n' in result.stdout
    assert '#. {1} is name\n#. {2} is amount, currency: "GBP"\n#. {3} is count\n' in result.stdout
    assert "#: Sources/Sample/Sample.swift\n" in result.stdout


def test_the_second_time_it_need_not_compile(tmp_path: Path) -> None:
    project = compiled(tmp_path, SAMPLE)
    first = collect(project)
    shutil.rmtree(project / ".build" / "debug" / "Modules")
    assert collect(project).stdout == first.stdout


def test_a_key_that_is_only_known_at_run_time_is_refused(tmp_path: Path) -> None:
    result = collect(
        compiled(tmp_path, "import Words\nfunc f(_ name: String) -> Phrase { Phrase(stringLiteral: name) }\n")
    )
    assert result.returncode == 1
    assert "Sources/Sample/Sample.swift:2" in result.stderr


def test_a_module_that_does_not_compile_is_named(tmp_path: Path) -> None:
    result = collect(compiled(tmp_path, "import Words\nlet broken: Phrase = 7\n"))
    assert result.returncode != 0
    assert "Sample can't be compiled" in result.stderr


@pytest.mark.parametrize("written", [r"a\nb", r"\"x\" \\ \t", r"\u{E9}\x41"])
def test_escapes_are_read_as_the_compiler_writes_them(written: str) -> None:
    sys.path.insert(0, str(ROOT / "script"))
    from phrases import unescaped  # noqa: PLC0415

    expected = {r"a\nb": "a\nb", r"\"x\" \\ \t": '"x" \\ \t', r"\u{E9}\x41": "éA"}
    assert unescaped(written) == expected[written]
