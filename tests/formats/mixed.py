# SPDX-License-Identifier: Apache-2.0
"""A folder of 300 files of all kinds, many of them damaged, encrypted, empty or
none of ours, scanned in one go: every document has its word, and the summary
counts what was read, read in part and refused, and why."""
import collections
import json
import os
import re
import sys
import tempfile

import cases
import tools

FILES = 300
SKIPPED = ("logo.png", "style.css", "setup.exe", "index.tsv", "notes")


def fill(room):
    """Path to the word that it has to get; None for what is skipped."""
    wanted = {}
    every = [case for case in cases.every() if not case.options]
    for i in range(FILES):
        folder = os.path.join(room, "part %d" % (i % 7), "契約"[:i % 3])
        os.makedirs(folder, exist_ok=True)
        if i % 10 == 9:
            name, data, word = SKIPPED[i // 10 % 5], b"\x89PNG\0\0", None
        else:
            case = every[i % len(every)]
            name, data, word = case.name, case.data, case.word
        path = os.path.join(folder, "%03d-%s" % (i, name))
        wanted[path] = word
        with open(path, "wb") as file:
            file.write(data)
    return wanted


def words_wrong(wanted, results):
    got = {}
    for result in results:
        document = result["document"]
        got.setdefault(document["path"].split("!/")[0],
                       set()).add(document["no_result"])
    for path, word in wanted.items():
        words = got.get(path, {None})
        # A mail has its own few words besides what is attached to it.
        if words != {word} and not (path.endswith(".eml") and word in words):
            yield "%s: word %s, not %s" % (os.path.basename(path),
                                           sorted(map(str, words)), word)


def number(pattern, text):
    found = re.search(pattern, text)
    return int(found.group(1)) if found else 0


def summary_wrong(results, wanted, out, err):
    documents = [result["document"] for result in results]
    kinds = collections.Counter(document["readable"]["status"]
                                for document in documents)
    idle = sum(bool(document["no_result"]) for document in documents
               if document["readable"]["status"] != "none")
    left = sum(unread["what"] == "entry" for document in documents
               for unread in document["extraction"]["unread"])
    pairs = (
        ("documents", len(documents), number(r"Reading: of (\d+)", out)),
        ("read in full", kinds["full"], number(r"(\d+) in full", out)),
        ("read in part", kinds["part"], number(r"in part: (\d+)", out)),
        ("not read", kinds["none"], number(r"  not read: (\d+)\n", out)),
        ("read, but without result", idle,
         number(r"read, but no result: (\d+)", out)),
        ("skipped", sum(word is None for word in wanted.values()) + left,
         number(r"(\d+) skipped", err)),
    )
    for name, right, said in pairs:
        print("%4d %s" % (right, name))
        if right != said:
            yield "%s: the summary says %d, not %d" % (name, said, right)
    reasons = re.findall(r"^ +(\d+) +\S", re.split(
        r"\n  not read: \d+\n", out)[-1], re.M)
    if sum(map(int, reasons)) != kinds["none"] + idle:
        yield "the reasons in the summary do not add up"


def written(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def main():
    with tempfile.TemporaryDirectory() as room, \
            tempfile.TemporaryDirectory() as out:
        wanted = fill(room)
        run = tools.ekimu("scan", "--summary", "--format", "ndjson",
                          "--format", "term", "-o", out, room, statuses=(3,))
        results = [json.loads(line) for line in
                   written(out, "ekimu.ndjson").splitlines()]
        summary = written(out, "ekimu.txt")
    lines = [*words_wrong(wanted, results),
             *summary_wrong(results, wanted, summary,
                            run.stderr.decode("utf-8"))]
    words = collections.Counter(result["document"]["no_result"] or "read"
                                for result in results)
    print(", ".join("%d %s" % (n, word) for word, n in words.most_common()))
    print("\n".join(lines[:40]))
    print("%d files, %d wrong" % (len(wanted), len(lines)))
    return 1 if lines or len(wanted) != FILES else 0


if __name__ == "__main__":
    sys.exit(main())
