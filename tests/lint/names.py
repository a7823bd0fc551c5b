# SPDX-License-Identifier: Apache-2.0
"""No provider of a contract of the corpus is named in the tree. The names are
read from the corpus itself (the titles in its INDEX.tsv); those that are
ordinary words are left out. Without EKIMU_SHARED, the folder that holds
corpus/, there is nothing to look for."""
import os
import re
import sys

from corpus_files import files_below, shared_folder

TREES = ("src", "patterns", "tests", "docs", "corpora", "fuzz", "README.md",
         "CONTRIBUTING.md", "NEWS", "configure.ac", "Makefile.am", "bootstrap")
# Names that are words, or endings of words, of the language as well.
WORDS = {"app store", "glass", "japanese", "line", "match", "ning", "signal",
         "slack", "visible"}
# A namespace of XML, or a module, is called as who made it chose.
SCHEMA = re.compile(r"(?:http://|urn:)schemas[-.][^\s\"']*|@\w+/[\w-]+")
KINDS = re.compile(
    r"[/(（:].*|\b(?:Terms|Privacy|Data|Acceptable|Community|Law|Developer|"
    r"Commercial|Corporate|Guidelines?|Services?|Agreement|DPA|Policy|AG|"
    r"Limited|Customer|Cloud|Business|Additional)\b.*|[\u3000-\u9fff].*",
    re.I)


def names_of(shared):
    names = set()
    for folder, _, files in os.walk(os.path.join(shared, "corpus")):
        if "INDEX.tsv" not in files or os.path.basename(folder) == "kept":
            continue
        with open(os.path.join(folder, "INDEX.tsv"), encoding="utf-8") as rows:
            for row in list(rows)[1:]:
                title = row.split("\t")[1]
                name = KINDS.sub("", title).strip(" -,.").lower()
                if len(name) > 3 and name not in WORDS:
                    names.add(name)
    return names


def is_ours(name):
    return name.endswith((".c", ".h", ".def", ".xml", ".md", ".txt", ".tsv",
                          ".html", ".sh", ".py", ".mjs", ".am", ".ac", "expected",
                          "NEWS", "bootstrap"))


def main():
    shared = shared_folder()
    if not shared:
        return 77
    here = os.environ.get("srcdir", ".")
    names = names_of(shared)
    wanted = re.compile(r"(?<![a-z0-9])(?:%s)(?![a-z0-9])" %
                        "|".join(map(re.escape, sorted(names))))
    bad = 0
    for tree in TREES:
        for path in files_below(os.path.join(here, tree), is_ours):
            with open(path, encoding="utf-8", errors="replace") as file:
                for number, line in enumerate(file, 1):
                    for hit in wanted.findall(SCHEMA.sub("", line.lower())):
                        print("%s:%d: names %s" % (path, number, hit))
                        bad += 1
    print("%d names looked for" % len(names))
    return 1 if bad or not names else 0


sys.exit(main())
