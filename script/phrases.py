"""Collects the phrases of the source: every literal that the compiler takes for a `Phrase`.

No marks in the source and no guesses: each module is compiled once more, up to Swift's intermediate language, with the
flags of the last debug build. There every literal names the initialiser that it goes to, so `h1 { "Accounts" }` is
collected and `.classes("wide")` is not. Prints a gettext template; `script/words` calls it after a build.
"""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

STRING_LITERAL = "$sSS21_builtinStringLiteral17utf8CodeUnitCount7isASCIISSBp_BwBi1_tcfC"
PHRASE = "$s5Words6PhraseV"
PHRASE_LITERAL = PHRASE + "13stringLiteralACSS_tcfC"
PHRASE_PLURAL = PHRASE + "3one5other5countA2C_ACSitcfC"
PHRASE_INTERPOLATED = PHRASE + "19stringInterpolationA2C0D0V_tcfC"
INTERPOLATION = PHRASE + "13InterpolationV"
INTERPOLATION_BEGINS = INTERPOLATION + "15literalCapacity18interpolationCountAESi_SitcfC"
INTERPOLATED_LITERAL = INTERPOLATION + "13appendLiteralyySSF"

# The flags of the build that matter for what a literal means. The others write files.
FLAGS_WITH_VALUE = {
    "-module-name",
    "-I",
    "-target",
    "-Xcc",
    "-swift-version",
    "-enable-upcoming-feature",
    "-package-name",
    "-module-cache-path",
}

NAME = r"%[0-9]+"
STRING = re.compile(rf'^  ({NAME}) = string_literal utf8 "((?:[^"\\]|\\.)*)"')
REFERENCE = re.compile(rf"^  ({NAME}) = function_ref @(\$[A-Za-z0-9_]+)")
APPLY = re.compile(rf"^  (?:({NAME}) = )?(?:try_)?apply ({NAME})(?:<.*?>)?\(([^)]*)\)")
STORE = re.compile(rf"^  store ({NAME}) to \[[a-z]+\] ({NAME})")
SAME = re.compile(
    rf"^  ({NAME}) = (?:load|load_borrow|copy_value|begin_borrow|move_value|begin_access|project_box)"
    rf"(?: \[[a-z_]+\])* ({NAME})"
)
PLACE = re.compile(r', loc (?:\* )?"([^"]+)":(\d+):(\d+)')
ESCAPE = re.compile(r'\\(?:([nrt"\\])|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]+)\})')


@dataclass
class Found:
    """A phrase's key, where it stands, and what its numbered places are in the source."""

    key: str
    file: str
    line: int
    column: int
    parts: list[str] = field(default_factory=list)
    plural: str | None = None


def unescaped(text: str) -> str:
    plain = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
    return ESCAPE.sub(lambda m: plain[m[1]] if m[1] else chr(int(m[2] or m[3], 16)), text)


class Function:
    """One function's values, followed from literal to phrase."""

    def __init__(self, source: "Source") -> None:
        self.source = source
        self.strings: dict[str, str] = {}
        self.functions: dict[str, str] = {}
        self.same: dict[str, str] = {}
        self.phrases: dict[str, Found] = {}
        self.builders: dict[str, Found] = {}

    def first(self, name: str) -> str:
        while name in self.same:
            name = self.same[name]
        return name

    def read(self, line: str) -> None:
        if match := STRING.match(line):
            self.strings[match[1]] = unescaped(match[2])
        elif match := REFERENCE.match(line):
            self.functions[match[1]] = match[2]
        elif match := APPLY.match(line):
            symbol = self.functions.get(match[2], "")
            if symbol == STRING_LITERAL or symbol.startswith(PHRASE):
                self.call(symbol, match[1], [self.first(name) for name in match[3].split(", ") if name], line)
        elif match := STORE.match(line):
            if self.first(match[1]) in self.builders:
                self.builders[self.first(match[2])] = self.builders[self.first(match[1])]
        elif match := SAME.match(line):
            self.same[match[1]] = match[2]

    def call(self, symbol: str, result: str, arguments: list[str], line: str) -> None:
        if symbol == STRING_LITERAL:
            self.strings[result] = self.strings.get(arguments[0], "")
        elif symbol == PHRASE_LITERAL:
            if arguments[0] in self.strings:
                self.phrases[result] = self.source.found(self.strings[arguments[0]], line)
            else:
                self.source.unknown(line)
        elif symbol == INTERPOLATION_BEGINS:
            self.builders[result] = self.source.begun(line)
        elif symbol == INTERPOLATED_LITERAL:
            if (builder := self.builders.get(arguments[1])) and arguments[0] in self.strings:
                builder.key += self.strings[arguments[0]]
        elif symbol == PHRASE_INTERPOLATED:
            if builder := self.builders.get(arguments[0]):
                self.phrases[result] = builder
                self.source.phrases.append(builder)
        elif symbol == PHRASE_PLURAL:
            one, other = (self.phrases.get(name) for name in arguments[:2])
            if one and other:
                one.plural = other.key
                one.parts = other.parts
                self.source.phrases.remove(other)
            else:
                self.source.unknown(line)
        elif symbol.startswith(INTERPOLATION) and arguments and (builder := self.builders.get(arguments[-1])):
            # Some appendInterpolation, here or in an extension. (The functions that give its default values take none.)
            builder.parts.append(self.source.expression(line))
            builder.key += f"{{{len(builder.parts)}}}"


class Source:
    """All phrases of one module."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.phrases: list[Found] = []
        self.unknowns: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def place(self, line: str) -> tuple[str, int, int]:
        match = PLACE.search(line)
        if not match:
            return "", 0, 0
        path = Path(match[1])
        name = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return str(name), int(match[2]), int(match[3])

    def begun(self, line: str) -> Found:
        return Found("", *self.place(line))

    def found(self, key: str, line: str) -> Found:
        phrase = Found(key, *self.place(line))
        self.phrases.append(phrase)
        return phrase

    def unknown(self, line: str) -> None:
        file, number, _ = self.place(line)
        # The kit itself passes keys on; elsewhere a phrase comes from a literal or it can't be collected.
        if not file.startswith("Sources/Kits/Words/"):
            self.unknowns.append(f"{file}:{number}")

    def expression(self, line: str) -> str:
        """The source of an interpolation, as a hint for the translator."""
        file, number, column = self.place(line)
        if file not in self.texts:
            path = self.root / file
            self.texts[file] = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        lines = self.texts[file]
        if not 0 < number <= len(lines):
            return ""
        # Columns count bytes.
        rest = lines[number - 1].encode()[column - 1 :].decode(errors="replace")
        start = rest.find("(")
        depth = 0
        for index in range(max(start, 0), len(rest)):
            depth += {"(": 1, ")": -1}.get(rest[index], 0)
            if depth == 0:
                return rest[start + 1 : index]
        return ""

    def read(self, text: str) -> None:
        function = None
        for line in text.splitlines():
            if line.startswith("sil ") and line.endswith("{"):
                function = Function(self)
            elif line.startswith("}"):
                function = None
            elif function is not None and line.startswith("  "):
                function.read(line)


def commands(root: Path) -> dict[str, list[str]]:
    """Each module's compiler call in the last debug build, with what writes files left out."""
    calls = {}
    for line in (root / ".build/debug.yaml").read_text(encoding="utf-8").splitlines():
        if not line.startswith('    args: ["') or '"-emit-module"' not in line:
            continue
        arguments = json.loads(line.removeprefix("    args: "))
        name = arguments[arguments.index("-module-name") + 1]
        call = [arguments[0], "-emit-silgen", "-wmo", "-suppress-warnings", "-Xllvm", "-sil-print-debuginfo"]
        rest = iter(arguments[1:])
        for argument in rest:
            if argument in FLAGS_WITH_VALUE:
                call += [argument, next(rest)]
            elif argument.startswith(("-D", "-I", "@")) or argument == "-parse-as-library":
                call.append(argument)
        calls[name] = call
    return calls


def module(root: Path, name: str, call: list[str]) -> Source | None:
    """The phrases of a module of Sources; from the last time where its objects are no newer."""
    build = root / ".build/debug" / f"{name}.build"
    listing = build / "sources"
    # The plan names tests too, which an ordinary build leaves alone.
    paths = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    sources = [Path(path) for path in paths if path]
    # A module that carries a table has one source more, which the build made.
    if not any(path.is_relative_to(root / "Sources") for path in sources):
        return None
    state = [[path.name, path.stat().st_mtime_ns] for path in sorted(build.glob("*.o"))]
    state += [[str(path), path.stat().st_mtime_ns] for path in [*sources, Path(__file__)]]
    kept = root / ".build/phrases" / f"{name}.json"
    source = Source(root)
    if kept.is_file() and (last := json.loads(kept.read_text(encoding="utf-8")))["state"] == state:
        source.phrases = [Found(**phrase) for phrase in last["phrases"]]
        source.unknowns = last["unknowns"]
        return source
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=root)
    if done.returncode != 0:
        sys.exit(f"{name} can't be compiled; build it first:\n{done.stderr[-2000:]}")
    source.read(done.stdout)
    kept.parent.mkdir(exist_ok=True)
    record = {"state": state, "phrases": [vars(p) for p in source.phrases], "unknowns": source.unknowns}
    kept.write_text(json.dumps(record), encoding="utf-8")
    return source


def quoted(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(sign, sign) for sign in text) + '"'


def template(phrases: list[Found]) -> str:
    """A gettext template in the order of the source. Files are named without lines, so that it changes with words."""
    entries: dict[str, list[Found]] = {}
    for phrase in sorted(phrases, key=lambda p: (p.file, p.line, p.column)):
        # A key without a letter has nothing to translate.
        if any(sign.isalpha() for sign in re.sub(r"\{\d+\}", "", phrase.key)):
            entries.setdefault(phrase.key, []).append(phrase)
    lines = [
        "# The phrases of Inside Outcomes. Made by script/words from the source: don't edit.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: Inside Outcomes\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    for key, places in entries.items():
        plural = next((place.plural for place in places if place.plural), None)
        lines.append("")
        hints = {number + 1: part for place in places for number, part in enumerate(place.parts) if part}
        lines += [f"#. {{{number}}} is {part}" for number, part in sorted(hints.items())]
        lines += [f"#: {file}" for file in dict.fromkeys(place.file for place in places)]
        lines.append(f"msgid {quoted(key)}")
        if plural is None:
            lines.append('msgstr ""')
        else:
            lines += [f"msgid_plural {quoted(plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    calls = sorted(commands(root).items())
    with ThreadPoolExecutor(2) as pool:
        found = [source for source in pool.map(lambda call: module(root, *call), calls) if source]
    unknowns = [place for source in found for place in source.unknowns]
    if unknowns:
        print("These phrases come from no literal, so nobody can translate them:", file=sys.stderr)
        print("\n".join(f"  {place}" for place in unknowns), file=sys.stderr)
        return 1
    sys.stdout.write(template([phrase for source in found for phrase in source.phrases]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
