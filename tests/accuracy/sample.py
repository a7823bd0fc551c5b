# SPDX-License-Identifier: Apache-2.0
"""Draws sentences of unlabelled contracts for reading.

usage: sample.py EKIMU FOLDER KIND [--clauses A,B] [--words REGEX]
                 [--number N] [--seed S]

KIND  silent  lines with WORDS but without finding or clue of the clauses: what
              is missed
      found   findings of the clauses: what is wrong
      clue    clues of the clauses: the weakest support
      any     any lines with WORDS

FOLDER is scanned whole; the sample depends on the seed alone. What a round of
reading brought is recorded in rounds.tsv."""
import argparse
import json
import os
import random
import re
import subprocess
import sys

SHORTEST = 12  # characters; less is a heading or a number


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("ekimu")
    parser.add_argument("folder")
    parser.add_argument("kind", choices=("silent", "found", "clue", "any"))
    parser.add_argument("--clauses", default="")
    parser.add_argument("--words", default=".")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def present(asked):
    """Path, finding of every finding and clue of the clauses asked for."""
    run = subprocess.run([asked.ekimu, "scan", "--quiet", "--format", "ndjson",
                          asked.folder], capture_output=True, check=False)
    wanted = set(asked.clauses.split(",")) if asked.clauses else None
    for line in run.stdout.splitlines():
        document = json.loads(line)
        for finding in document["findings"]:
            if finding["kind"] == "present" and \
                    (not wanted or finding["clause"] in wanted):
                yield document["document"]["path"], finding


def findings(asked, tier):
    for path, finding in present(asked):
        if finding["tier"] == tier:
            yield "%s:%d [%s] %s" % (os.path.basename(path),
                                     finding["place"]["line"],
                                     finding["rule"], finding["quote"])


def lines(asked, silent):
    taken = set()
    for path, finding in present(asked) if silent else ():
        place = finding["place"]
        for number in range(place["line"], place["end_line"] + 1):
            taken.add((os.path.basename(path), number))
    words = re.compile(asked.words, re.I)
    for name in sorted(os.listdir(asked.folder)):
        if not name.endswith((".md", ".txt")):
            continue
        with open(os.path.join(asked.folder, name), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                line = line.strip()
                if len(line) >= SHORTEST and words.search(line) and \
                        (name, number) not in taken:
                    yield "%s:%d %s" % (name, number, line)


def main():
    asked = arguments()
    if asked.kind in ("found", "clue"):
        tier = "finding" if asked.kind == "found" else "clue"
        rows = list(findings(asked, tier))
    else:
        rows = list(lines(asked, asked.kind == "silent"))
    random.seed(asked.seed)
    print("%d to draw from" % len(rows), file=sys.stderr)
    for row in random.sample(rows, min(asked.number, len(rows))):
        print(row)


main()
