#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real contracts before and after a change, each with a note of somebody who
read both (corpus/pairs in EKIMU_SHARED): what is marked COSMETIC gives nothing
in substance; of what the note of another speaks, a change of such a clause type
is told. Short contracts only, unless EKIMU_TESTS=all. --table FILE writes what
came out, pair by pair."""
import json
import os
import re
import subprocess
import sys

SHARED = os.environ.get("EKIMU_SHARED", "")
TOP = os.path.join(SHARED, "corpus", "pairs")
DIFFER = os.path.join(os.path.dirname(os.environ.get("EKIMU", "./ekimu")),
                      "tests", "diff", "differ")
MOST_BYTES = 25000  # of a version, in the short run

# Words of a note, and the clause types that tell of it.
SPOKEN = (
    (r"looks? at|\bmay access|repository access|\blog customer prompts|"
     r"prompts for abuse|decrypt on",
     "provider-viewing security-viewing no-access-commitment "
     "consented-access"),
    (r"disclos|law enforcement|government|authorities|legal process|warrant",
     "government-access judicial-disclosure third-party-disclosure "
     "request-safeguard no-access-commitment"),
    (r"train|AI Content|licence widened|improv",
     "provider-use no-access-commitment operational-use"),
    (r"\bsold\b", "no-access-commitment third-party-disclosure"),
    (r"infrastructure is in|outside the \w+ region|transfers to",
     "server-location cross-border-transfer"),
    (r"[Ee]ncrypt(?:ion at|ed)|per-field keys", "encryption customer-held-keys"),
    (r"destroyed|retention|retain", "retention-after-end deletion"),
    (r"[Ss]ub-processor", "subcontracting"),
    (r"notice promise|delay notifying|notice to customers",
     "access-notification request-safeguard"),
    (r"Protection of \w+ Data", "security-measures no-access-commitment"),
)


class Pair:
    def __init__(self, name):
        folder = os.path.join(TOP, name)
        self.name = name
        self.old, self.new = (self.read(folder, f"{version}.md")
                              for version in ("old", "new"))
        self.note = self.read(folder, "NOTE.txt").decode().split("\n")[0]
        self.mark = re.match(r"[A-Z]+", self.note)[0]

    @staticmethod
    def read(folder, name):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()

    def wanted(self):
        if self.mark == "COSMETIC":
            return []
        return [set(types.split()) for words, types in SPOKEN
                if re.search(words, self.note)]


def compare(pairs):
    parts = []
    for pair in pairs:
        parts += [f"{len(pair.old)} {len(pair.new)} {pair.name}.md\n".encode(),
                  pair.old, pair.new]
    done = subprocess.run([DIFFER], input=b"".join(parts), check=True,
                          stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.splitlines()[::2]]


def judge(pair, found):
    """What was missed, and what was told too much."""
    told = {s["clause"] for s in found["statements"]}
    missed = ["/".join(sorted(types)) for types in pair.wanted()
              if not types & told]
    if pair.mark == "COSMETIC":
        return [], sorted(told) or (["a verdict"] if found["substance"] else [])
    if not pair.wanted() and not found["substance"]:
        missed.append("anything")
    return missed, []


def row(pair, found, missed, wrong):
    arrows = {"stronger": "+", "weaker": "-", "open": ""}
    told = {}
    for s in found["statements"]:
        told.setdefault(s["clause"], []).append(
            s["kind"] + arrows[s["shift"]])
    clauses = "; ".join(f"{clause}: {', '.join(kinds)}"
                        for clause, kinds in sorted(told.items()))
    verdict = "MISS " + ", ".join(missed) if missed else \
        "FALSE ALARM " + ", ".join(wrong) if wrong else \
        "quiet" if pair.mark == "COSMETIC" else "hit"
    words = sum(c["weight"] in ("numbers", "wording")
                for c in found["changes"])
    return f"| {pair.name} | {pair.mark} | {pair.note} | {clauses or '-'} " \
           f"| {words} | {verdict} |"


def main():
    if not os.path.isdir(TOP):
        print("skipped: no corpus/pairs in EKIMU_SHARED")
        return 77
    pairs = [Pair(name) for name in sorted(os.listdir(TOP))
             if os.path.isdir(os.path.join(TOP, name))]
    if os.environ.get("EKIMU_TESTS") != "all":
        pairs = [pair for pair in pairs if len(pair.old) <= MOST_BYTES]
    rows, faults = [], 0
    for pair, found in zip(pairs, compare(pairs)):
        missed, wrong = judge(pair, found)
        faults += bool(missed or wrong)
        rows.append(row(pair, found, missed, wrong))
        if missed or wrong:
            print(f"{pair.name}: missed {missed}, too much {wrong}")
    print(f"{len(pairs)} pairs, {faults} with a fault")
    if "--table" in sys.argv:
        with open(sys.argv[sys.argv.index("--table") + 1], "w",
                  encoding="utf-8") as file:
            print("| pair | mark | note | changes in substance (+ lets the "
                  "provider more, - less) | other edits | |",
                  "|---|---|---|---|---|---|", *rows, sep="\n", file=file)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
