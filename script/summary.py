"""Adds up the reports of all test runners and says it in one line; exits with 1 where anything failed.

    summary.py REPORTS [PART THAT ENDED BADLY]...

A part that ended badly without naming a failed test (it didn't build, say) counts as one failure, and so does a run
without any test. A part that runs in two programs is named once for each that ended badly.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree


def outcome(case: ElementTree.Element) -> str:
    """What became of one test: passed, failed or skipped."""
    tags = {child.tag for child in case}
    if tags & {"failure", "error"}:
        return "failed"
    return "skipped" if "skipped" in tags else "passed"


def main(reports: Path, ended_badly: list[str]) -> int:
    total = {"passed": 0, "failed": 0, "skipped": 0}
    parts: dict[str, dict[str, int]] = {}
    for report in sorted(reports.glob("*.xml")):
        # What comes after a dash tells the reports of one part apart.
        part = report.stem.split("-")[0]
        counts = dict.fromkeys(total, 0)
        for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 (our own reports)
            result = outcome(case)
            counts[result] += 1
            if result != "passed":
                reason = next((child.get("message") or child.text or "" for child in case), "").strip().split("\n")[0]
                print(f"{result}: {case.get('classname')} {case.get('name')}: {reason[:200]}")
        if counts["failed"] and part in ended_badly:
            ended_badly.remove(part)
        before = parts.get(part, total)
        parts[part] = {key: before[key] + counts[key] for key in total}
    for part, counts in parts.items():
        print(f"{part}: {line(counts)}")
        total = {key: total[key] + counts[key] for key in total}
    for part in ended_badly:
        print(f"failed: {part} ended before its tests were done")
        total["failed"] += 1
    if not sum(total.values()):
        print("failed: no test was run")
        total["failed"] = 1
    print(line(total))
    return 1 if total["failed"] else 0


def line(counts: dict[str, int]) -> str:
    text = f"{counts['passed']} passed, {counts['failed']} failed"
    return text + (f", {counts['skipped']} skipped" if counts["skipped"] else "")


sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
