"""Suggestions for charities that weren't learnt from, and the time, beside scikit-learn's usual baseline.

Reads ukcat.csv and charities-dev.csv in the folder language/ of the reference folder.
"""

import csv
import hashlib
import json
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import OUTCOMES, PYTHON, Result, reference, run

FOLDS, REPEATS = 5, 3
LANGUAGE = reference() / "data" / "language"
BASELINE = """
import csv, sys
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
texts = [" ".join((row["name"], row["activities"], row["objects"])) for row in rows]
binarizer = MultiLabelBinarizer()
tags = binarizer.fit_transform([row["UKCAT"].split(";") for row in rows])
vectorizer = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2)
model = OneVsRestClassifier(LogisticRegression(C=10)).fit(vectorizer.fit_transform(texts), tags)
"""
# What it says of other texts, in the shape of our own answers.
BASELINE_ANSWERS = (
    BASELINE
    + """
import json
asked = list(csv.DictReader(open(sys.argv[2], encoding="utf-8-sig", newline="")))
texts = [" ".join((row["name"], row["activities"], row["objects"])) for row in asked]
for row, chances in zip(asked, model.predict_proba(vectorizer.transform(texts))):
    order = sorted(zip(chances.tolist(), binarizer.classes_), reverse=True)
    print(json.dumps({
        "id": row["org_id"], "tags": [code for chance, code in order if chance > 0.5],
        "suggestions": [{"code": code, "probability": chance} for chance, code in order[:10]],
    }))
"""
)


def table(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def command(texts: Path, learn: Path | None, top: int = 10) -> list[str]:
    words = [str(OUTCOMES), "language", "suggest", "--vocabulary", str(LANGUAGE / "ukcat.csv"), "--texts", str(texts)]
    return words + (["--learn", str(learn)] if learn else []) + ["--top", str(top), "--json"]


def answers(words: list[str]) -> list[dict]:
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in said.splitlines()]


def theirs(texts: Path, learn: Path) -> list[str]:
    return [str(PYTHON), "-c", BASELINE_ANSWERS, str(learn), str(texts)]


def figures(rows: list[dict[str, str]], said: list[dict]) -> dict[str, float]:
    """What is asked of suggestions, from the codes that people gave."""
    given = [set(row["UKCAT"].split(";")) for row in rows]
    assert [row["org_id"] for row in rows] == [each["id"] for each in said]
    codes = [[suggestion["code"] for suggestion in each["suggestions"]] for each in said]
    first = [
        (each["suggestions"][0]["probability"], each["suggestions"][0]["code"] in mine)
        for each, mine in zip(said, given, strict=True)
    ]
    hits = [right for _, right in first]
    base = statistics.fmean(hits)
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in first:
        bins.setdefault(min(9, int(chance * 10)), []).append((chance, right))
    both = sum(len(mine & set(each["tags"])) for mine, each in zip(given, said, strict=True))
    return {
        "hit1": base,
        "hit5": statistics.fmean(bool(mine & set(each[:5])) for mine, each in zip(given, codes, strict=True)),
        "f1": 2 * both / sum(len(mine) + len(each["tags"]) for mine, each in zip(given, said, strict=True)),
        "ece": sum(abs(sum(c - r for c, r in each)) for each in bins.values()) / len(first),
        "brier": statistics.fmean((chance - right) ** 2 for chance, right in first),
        "base": base * (1 - base),
    }


def repeated(
    rows: list[dict[str, str]],
    folder: Path,
    repeats: int,
    asked: Callable[[Path, Path], list[str]],
    folds: int = FOLDS,
) -> list[dict[str, float]]:
    """The figures of each repeat, over folds of which each is asked about after learning from the others."""
    found = []
    for seed in range(repeats):
        order = sorted(rows, key=lambda row: hashlib.sha256(f"{seed} {row['org_id']}".encode()).digest())
        held, said = [], []
        for fold in range(folds):
            out = order[fold::FOLDS]
            learn = table(folder / "learn.csv", [row for n, row in enumerate(order) if n % FOLDS != fold])
            held += out
            said += answers(asked(table(folder / "texts.csv", out), learn))
        found.append(figures(held, said))
    return found


def measure(quick: bool) -> list[Result]:
    if not (LANGUAGE / "charities-dev.csv").exists():
        print(f"Suggestions are left out: {LANGUAGE / 'charities-dev.csv'} is not here.")
        return []
    with (LANGUAGE / "charities-dev.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = repeated(rows, folder, 1 if quick else REPEATS, command)
        # It takes a minute to learn: one fold of the first repeat has to do, and one run below.
        baselines = repeated(rows, folder, 1, theirs, folds=1)[0]
        everything = table(folder / "all.csv", rows)
        one = table(folder / "one.csv", rows[:1])
        untaught = figures(rows, answers(command(everything, None)))
        learning = command(one, everything)
        baseline = [str(PYTHON), "-c", BASELINE, str(everything)]
        # Both programs have run before, so that the disk's cache is full.
        ours, others = run(learning).seconds, run(baseline).seconds
        suggesting = (run(command(everything, everything)).seconds - ours) / (len(rows) - 1)

    def said(key: str, scale: float = 1, unit: str = "") -> tuple[str, float]:
        values = [each[key] * scale for each in found]
        spread = f" ± {statistics.stdev(values):.3g}" if len(values) > 1 else ""
        return f"{statistics.fmean(values):.3g}{spread}{unit}", statistics.fmean(values)

    what = f"Suggestions for charities not learnt from ({len(found)} times {FOLDS} folds)"
    results: list[Result] = []
    for key, label, scale, unit, least in (
        ("hit1", "the first is right", 100, " %", 70),
        ("hit5", "one of the first five is right", 100, " %", 93),
        ("f1", "micro-F1 of the tags that it would give", 1, "", 0.55),
    ):
        text, value = said(key, scale, unit)
        text += f" (scikit-learn {baselines[key] * scale:.3g}{unit}, on one fold)"
        results.append(Result(f"{what}: {label}", text, f"at least {least}{unit}", value >= least))
    text, value = said("ece")
    results.append(Result(f"{what}: calibration error of the first", text, "below 0.05", value < 0.05))
    text, value = said("brier")
    base = said("base")[1]
    results.append(Result(f"{what}: Brier score of the first", text, f"below the base rate's {base:.3g}", value < base))
    five = untaught["hit5"] * 100
    results += [
        Result("Suggestions untaught: one of the first five is right", f"{five:.1f} %", "at least 88 %", five >= 88),
        Result(
            f"Learning from {len(rows):,} texts, beside TF-IDF with one-vs-rest logistic regression in scikit-learn",
            f"{ours / others:.2f} times ({ours:.2f} s, {others:.2f} s)",
            "at most 0.5 times, and below 5 s",
            ours <= others / 2 and ours < 5,
        ),
        Result("One suggestion", f"{suggesting * 1000:.2f} ms", "below 2 ms", suggesting < 0.002),
    ]
    return results
