# SPDX-License-Identifier: Apache-2.0
"""Runs the contracts that are kept out, at most six times in all.

usage: milestone.py EKIMU KEPT_FOLDER MILESTONES.tsv

KEPT_FOLDER holds en/ and ja/, whose texts, labels and errors nobody reads: only
the means over clause types are taken, printed, and appended with date and
commit to MILESTONES.tsv. A seventh run is refused, and so is one of a tree
with changes that no commit holds."""
import datetime
import json
import subprocess
import sys

MOST = 6
FIELDS = "date commit lang documents macro_f1 macro_low macro_high types " \
    "group_a_f1 group_a_low group_a_high group_a_types micro_f1 labels".split()


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file
                if line.strip() and not line.startswith("#")][1:]


def git(*words):
    return subprocess.run(("git",) + words, capture_output=True, text=True,
                          check=True).stdout.strip()


def measure(program, folder):
    run = subprocess.run([program, "evaluate", "--format", "json", folder],
                         capture_output=True, check=False)
    table = json.loads(run.stdout)
    if run.returncode or table["without_output"]:
        sys.exit("not all of the contracts could be evaluated")
    return table


def row_of(date, commit, lang, table):
    macro, group, micro = table["macro"], table["group_a"], table["micro"]
    figures = [macro["f1"], *macro["f1_95"], macro["types"], group["f1"],
               *group["f1_95"], group["types"], micro["f1"]]
    return [date, commit, lang, str(table["documents"])] + \
        ["%d" % f if isinstance(f, int) else "%.3f" % f for f in figures] + \
        [str(micro["right"] + micro["missed"])]


def main():
    program, kept, path = sys.argv[1:]
    runs = {(row[0], row[1]) for row in rows_of(path)}
    if len(runs) >= MOST:
        sys.exit("%d milestones have been taken; there is no seventh" % MOST)
    if git("status", "--porcelain", "--untracked-files=no"):
        sys.exit("commit first: a milestone belongs to a commit")
    date = datetime.datetime.now().strftime("%Y-%m-%dT%H:%M")
    commit = git("rev-parse", "--short", "HEAD")
    with open(path, "a", encoding="utf-8") as out:
        for lang in ("en", "ja"):
            row = row_of(date, commit, lang,
                         measure(program, "%s/%s" % (kept, lang)))
            out.write("\t".join(row) + "\n")
            print("  ".join("%s %s" % pair for pair in zip(FIELDS, row)))


main()
