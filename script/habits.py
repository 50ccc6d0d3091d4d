"""Checks habits of the house that neither the compiler nor the formatter knows. Each rule says why it stands."""

import re
import subprocess
import sys
from pathlib import Path

LONGEST = 300

# Where a rule applies, what is not to stand there, and what to do instead.
RULES = [
    (
        r"Sources/.*\.swift",
        r"^\s*(?:package |public |internal )?import Foundation$",
        "import FoundationEssentials: the whole of Foundation costs memory and time at the start",
    ),
    (
        r"Sources/.*\.swift",
        r"\btry!|\bas!|\bfatalError\(|\bpreconditionFailure\(|\bassertionFailure\(",
        "throw a typed error: this stops the server",
    ),
    (
        r"Sources/(Engines|Kits|Features)/.*\.swift",
        r"\bprint\(",
        "write to the output that was passed in, so that tests can read it",
    ),
    (
        r"(Sources|Tests|documents|browser|bench|script|docs)/.*",
        r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b",
        "do it, or write it down where it will be read",
    ),
    (
        r".*\.(swift|py|md|css|js|sh|txt|po)",
        r"^(?:<{7}|>{7}) ",
        "put the two versions together",
    ),
    (r".*\.(swift|py|md|css|sh|txt|po)", r"[ \t]+$", "remove the blanks at the end of the line"),
]
# Files made by a tool, and a text that isn't ours.
LEFT_OUT = {"LICENSE"}


def files(root: Path) -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    return [name for name in listed.stdout.split("\0") if name and (root / name).is_file() and name not in LEFT_OUT]


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    rules = [(re.compile(where), re.compile(what), instead) for where, what, instead in RULES]
    wrong = []
    for name in files(root):
        try:
            lines = (root / name).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        if re.fullmatch(r"Sources/.*\.swift", name) and len(lines) > LONGEST:
            wrong.append(f"{name}: {len(lines)} lines, at most {LONGEST}: split it by idea")
        for where, what, instead in rules:
            if where.fullmatch(name):
                wrong += [f"{name}:{n}: {instead}" for n, line in enumerate(lines, start=1) if what.search(line)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
