#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The worked results of the legal model, on texts in both languages."""
import json
import os
import subprocess
import sys
from pathlib import Path

program = os.environ.get("EKIMU", os.path.join(os.getcwd(), "ekimu"))
room = Path(os.environ.get("srcdir", ".")) / "tests" / "worked"


def scan(path, facts):
    words = [program, "scan", "--quiet", "--format", "ndjson"]
    for fact in facts.split():
        words += ["--fact", fact]
    return json.loads(subprocess.run(words + [str(path)], check=True, stdout=subprocess.PIPE).stdout)


def comes_out(result, wanted):
    verdicts = {v["item"]: v for v in result["verdicts"]}
    evidence = [e for v in result["verdicts"] for e in v["findings"]]
    if wanted.startswith("OV-"):
        return any(o["id"] == wanted for o in result["overlays"])
    if "=" in wanted:
        item, status = wanted.split("=")
        return verdicts[item]["status"] == status
    kind, word = wanted.split(":")
    if kind == "row":
        return any(e["row"] == word for e in evidence)
    if kind == "ask":
        return any(q["id"] == word for q in result["questions"])
    if kind == "tag":
        return any(word in e["reason"]["en"] for e in evidence)
    if kind == "found":
        return any(f["clause"] == word and f["kind"] == "present" for f in result["findings"])
    return verdicts[kind]["row"] == word


def main():
    wrong = checked = 0
    for line in (room / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        case, facts, expected = line.split("\t")
        for path in (room / "ja" / f"{case}.txt", room / "en" / f"{case}.md"):
            result = scan(path, facts)
            for wanted in expected.split():
                checked += 1
                if not comes_out(result, wanted):
                    wrong += 1
                    print(f"{path}: not {wanted}")
    print(f"{checked} results checked, {wrong} wrong")
    return 1 if wrong or not checked else 0


sys.exit(main())
