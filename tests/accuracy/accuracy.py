# SPDX-License-Identifier: Apache-2.0
"""Writes the page on accuracy.

usage: accuracy.py EKIMU CORPUS DRAFTS TESTS_ACCURACY > docs/accuracy.md

CORPUS holds dev/ and probe/ with gold labels, DRAFTS the clauses that were
written for this project. The contracts that are kept out are not run here:
their figures are those of milestones.tsv."""
import collections
import json
import os
import subprocess
import sys

import qualifiers

HEAD = """# How accurate is it?

Written by `make accuracy`; do not edit. The unit is a line of a contract and a clause type: a finding is right if a careful reader, working from a written definition of the clause types, put that label on that line. Precision is the share of findings that are right, recall the share of labels that were found, F1 their harmonic mean. Means are over clause types with at least five labels; "group A" are the types that say what the provider may do with stored data. The last column of a table is recall when clues (findings with an element missing, listed apart) count as found.

The intervals hold 95 %: percentile bootstrap, {draws} draws of whole documents (of single lines where there are fewer than five documents), because the labels of one contract depend on each other.

Nothing here says that a clause which was not found is not there. The best that can be hoped for is what two careful readers reach against each other: F1 0.93.
"""
SETS = (
    ("dev", "Contracts the rules were developed on",
     "Real contracts whose texts and labels were read while the rules were "
     "written. These figures are an upper bound."),
    ("probe", "Written clauses for rare types",
     "Single clauses and near misses, written by drafters who knew no rule. "
     "They were read, too."),
    ("drafts", "Written contracts",
     "Invented contracts in many styles, in `tests/accuracy/drafts`, written "
     "from the definitions by a drafter who knew no rule, and used for "
     "development afterwards."),
)


def evaluate(program, folder):
    run = subprocess.run([program, "evaluate", "--format", "json", folder],
                         capture_output=True, check=True)
    return json.loads(run.stdout)


def by_language(program, folder):
    """Language and table; folders en/ and ja/, or one folder for both."""
    if os.path.isdir(os.path.join(folder, "en")):
        return [(lang, evaluate(program, os.path.join(folder, lang)))
                for lang in ("en", "ja")]
    table = evaluate(program, folder)
    return [(lang, table["languages"][lang]) for lang in ("en", "ja")]


def mean_line(title, mean):
    return "| **%s** | %.3f | %.3f | **%.3f** | %.2f–%.2f | %d types | |" % (
        title, mean["precision"], mean["recall"], mean["f1"], *mean["f1_95"],
        mean["types"])


def table_of(table):
    yield "| clause type | precision | recall | F1 | 95 % | labels | + clues |"
    yield "|---|---|---|---|---|---|---|"
    for row in table["types"]:
        labels = row["right"] + row["missed"]
        if labels:
            yield "| %s | %.3f | %.3f | %.3f | %.2f–%.2f | %d | %.3f |" % (
                row["type"], row["precision"], row["recall"], row["f1"],
                *row["f1_95"], labels, row["recall_with_clues"])
    yield mean_line("mean of all types", table["macro"])
    yield mean_line("mean of group A", table["group_a"])
    micro = table["micro"]
    yield "| all labels together | %.3f | %.3f | %.3f | %.2f–%.2f | %d | %.3f |" \
        % (micro["precision"], micro["recall"], micro["f1"], *micro["f1_95"],
           micro["right"] + micro["missed"], micro["recall_with_clues"])


def confusions_of(tables):
    counts = collections.Counter()
    for table in tables:
        for row in table.get("confusions", ()):
            counts[row["label"], row["taken_for"]] += row["n"]
    for (label, taken), n in counts.most_common(12):
        yield "| %s | %s | %d |" % (label, taken, n)


def tsv(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if line.strip() and not line.startswith("#")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def interval(row, name):
    low, high = row[name + "_low"], row[name + "_high"]
    return "-" if low == "-" else "%s–%s" % (low, high)


def milestones(path):
    yield "## Contracts that nobody opened\n"
    yield "Contracts of other providers, of which neither texts nor labels " \
        "nor errors were read. They may be run six times (`make milestone`); " \
        "the first three runs were made before this record.\n"
    yield "| run | commit | language | documents | all types: F1 | 95 % | " \
        "group A: F1 | 95 % | labels |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for r in tsv(path):
        yield "| %s | %s | %s | %s | %s | %s | %s | %s | %s |" % (
            r["date"], r["commit"], r["lang"], r["documents"], r["macro_f1"],
            interval(r, "macro"), r["group_a_f1"], interval(r, "group_a"),
            r["labels"])


def qualified(program, corpus, path):
    yield "## Who, why, on what authority, with whose consent\n"
    yield "Findings of group A drawn at random from real contracts and read " \
        "by hand against the text (`tests/accuracy/qualifiers.tsv`): share of " \
        "those still made whose qualifier is one that the text bears out.\n"
    yield "| language | findings | " + " | ".join(qualifiers.NAMES) + " |"
    yield "|---|---|" + "---|" * len(qualifiers.NAMES)
    for language, compared, right in qualifiers.measure(program, corpus, path):
        yield "| %s | %d | %s |" % (language, compared, " | ".join(
            "%.2f" % (right[name] / compared) for name in qualifiers.NAMES))
    yield ""


def rounds(path):
    rows = tsv(path)
    yield "## Reading for breadth\n"
    yield "Unlabelled contracts of other providers were read in rounds: " \
        "sentences without a finding that speak of the matter, findings, " \
        "clues, and any lines (`tests/accuracy/sample.py`). A new wording is " \
        "a class of words or a sentence shape that was not known.\n"
    yield "| types | language | rounds | sentences | new wordings, round by round |"
    yield "|---|---|---|---|---|"
    groups = collections.OrderedDict()
    for row in rows:
        per_round = groups.setdefault((row["cluster"], row["lang"]), {})
        sentences, new = per_round.get(row["round"], (0, 0))
        per_round[row["round"]] = (sentences + int(row["sentences"]),
                                   new + int(row["new_wordings"]))
    for (cluster, lang), per_round in groups.items():
        yield "| %s | %s | %d | %d | %s |" % (
            cluster, lang, len(per_round),
            sum(s for s, _ in per_round.values()),
            ", ".join(str(n) for _, n in per_round.values()))


def main():
    program, corpus, drafts, here = sys.argv[1:]
    folders = {"dev": os.path.join(corpus, "dev"),
               "probe": os.path.join(corpus, "probe"), "drafts": drafts}
    out = [HEAD.format(draws="1,000")]
    measured = [(name, by_language(program, folders[name]))
                for name, _, _ in SETS]
    out += ["| F1, mean of types | all types, en | group A, en | "
            "all types, ja | group A, ja |", "|---|---|---|---|---|"]
    for (name, title, _), (_, tables) in zip(SETS, measured):
        out.append("| %s | %s |" % (title, " | ".join(
            "%.3f | %.3f" % (t["macro"]["f1"], t["group_a"]["f1"])
            for _, t in tables)))
    out += [""] + list(milestones(os.path.join(here, "milestones.tsv"))) + [""]
    for (name, title, text), (_, tables) in zip(SETS, measured):
        out += ["## %s\n" % title, text, ""]
        for lang, table in tables:
            out += ["### %s\n" % {"en": "English", "ja": "Japanese"}[lang]]
            out += list(table_of(table)) + [""]
    out += ["## What is taken for what\n",
            "Labels of the first set that were missed where another type was "
            "found instead, the most frequent first.\n",
            "| label | taken for | times |", "|---|---|---|"]
    out += list(confusions_of(t for _, t in measured[0][1])) + [""]
    out += list(qualified(program, corpus,
                          os.path.join(here, "qualifiers.tsv")))
    out += list(rounds(os.path.join(here, "rounds.tsv")))
    print("\n".join(out))


main()
