# SPDX-License-Identifier: Apache-2.0
"""How often actor, purpose, authority and consent of a finding are right.

usage: qualifiers.py EKIMU CORPUS QUALIFIERS.TSV

qualifiers.tsv lists findings of group A drawn at random from real contracts and
read by hand against the text: language, start of the document's SHA-256, line
and column (from 1), clause type and the values that the text bears out, several joined by | where
it bears out several. Documents are sought in CORPUS/dev and CORPUS/pool. A
finding that is no longer made counts neither way. Fails below 0.85."""
import collections
import csv
import hashlib
import json
import os
import subprocess
import sys

NAMES = ("actor", "purpose", "authority", "consent")
WANTED = 0.85


def documents(corpus, language):
    """Start of the SHA-256 of each document, and its path."""
    found = {}
    for part in ("dev", "pool"):
        folder = os.path.join(corpus, part, language)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
                found[digest[:12]] = path
    return found


def scanned(program, paths):
    """Clause type and place of each document's findings, and their frames."""
    run = subprocess.run([program, "scan", "--quiet", "--format", "ndjson",
                          *paths], capture_output=True, check=False)
    made = collections.defaultdict(dict)
    for line in run.stdout.splitlines():
        result = json.loads(line)
        for finding in result["findings"]:
            if finding["kind"] == "present" and finding["tier"] == "finding":
                place = finding["place"]
                key = (finding["clause"], str(place["line"]),
                       str(place["column"]))
                made[result["document"]["sha256"][:12]].setdefault(
                    key, finding["frame"])
    return made


def measure(program, corpus, table):
    """Language, findings compared and how many of each qualifier are right."""
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for language in ("en", "ja"):
        mine = [row for row in rows if row["lang"] == language]
        known = documents(corpus, language)
        made = scanned(program, sorted({known[row["document"]] for row in mine
                                        if row["document"] in known}))
        compared, right = 0, collections.Counter()
        for row in mine:
            frame = made[row["document"]].get(
                (row["clause"], row["line"], row["column"]))
            if frame is None:
                continue
            compared += 1
            for name in NAMES:
                right[name] += frame[name] in row[name].split("|")
        yield language, compared, right


def main():
    bad = False
    for language, compared, right in measure(*sys.argv[1:]):
        print(language, compared, *("%s %.2f" % (name, right[name] / compared)
                                    for name in NAMES))
        bad |= any(right[name] < WANTED * compared for name in NAMES)
    return bad


if __name__ == "__main__":
    sys.exit(main())
