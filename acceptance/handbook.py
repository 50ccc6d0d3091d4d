"""Makes docs/commands.md from what the command says about itself. To write it anew:

.venv/bin/python acceptance/handbook.py
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(os.environ.get("OUTCOMES_COMMAND", ROOT / ".build" / "debug" / "outcomes"))
PAGE = ROOT / "docs" / "commands.md"

HEAD = """# Commands

What `script/outcomes help` says about each command. A test compares this page with the command itself.
"""


def said(*arguments: str) -> str:
    text = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=True).stdout
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def names() -> list[str]:
    """The commands in the order in which help lists them."""
    listed = said("help").partition("Commands:\n")[2].partition("\n\n")[0]
    return re.findall(r"^  ([a-z]+)\b", listed, re.MULTILINE)


def page() -> str:
    parts = [HEAD]
    for name in names():
        parts.append(f"\n## {name}\n\n```text\n{said('help', name).strip()}\n```\n")
    closing = said("help").strip().splitlines()[-1]
    parts.append(f"\n## How a command ends\n\n{closing}\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page())
    sys.exit(0)
