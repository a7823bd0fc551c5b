# SPDX-License-Identifier: Apache-2.0
"""The tables of docs/reading.md are those of the sources: limits, words for
what was not read, why, and what was kept apart, reasons for no result. Every
word is one that `ekimu explain` tells in both languages."""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

from catalogue import entries

here = os.environ.get("srcdir", ".")
program = os.environ.get("EKIMU", "./ekimu")
bad = 0


def complain(what):
    global bad
    bad += 1
    print(what)


def contents(*path):
    with open(os.path.join(here, *path), encoding="utf-8") as file:
        return file.read()


def rows_of(page, heading):
    """The cells of the first table below a heading, without its head."""
    below = re.search(r"^#+ %s\n(.*?)(?=^#|\Z)" % re.escape(heading), page,
                      re.M | re.S)
    if not below:
        complain("docs/reading.md has no '%s'" % heading)
        return []
    lines = [line for line in below.group(1).splitlines()
             if line.startswith("| ")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line in lines[2:]]


def words_of(macro):
    japanese = {en: ja for context, en, ja in entries("ja") if not context}
    return [("`%s`" % word, en, japanese[en]) for word, en in re.findall(
        r'^%s\("([^"]*)", "([^"]*)"\)' % macro,
        contents("src", "base", "extraction.def"), re.M)]


def text_of(row, name):
    return next(e.text for e in row.findall(name) if e.get("lang") == "en")


def reasons():
    root = xml.fromstring(contents("patterns", "tables", "statuses.xml"))
    table = next(t for t in root if t.get("id") == "no-result")
    return [("`%s`" % row.get("id"), text_of(row, "label"),
             text_of(row, "reason")) for row in table.findall("row")
            if row.get("id") != "other"]


def limits():
    return [("`%s`" % name, "`%s`" % value.replace(" * MIB", "M"), en)
            for name, value, en in re.findall(
                r'^EK_LIMIT\((\w+), ([^,]+), "([^"]*)"',
                contents("src", "read", "limits.def"), re.M)]


def compare(heading, wanted):
    told = [row[:3] for row in rows_of(PAGE, heading)]
    for row in wanted:
        if row not in told:
            complain("%s: not told: %s" % (heading, " | ".join(row)))
    for row in told:
        if row not in wanted:
            complain("%s: no such row: %s" % (heading, " | ".join(row)))


def explained(word):
    for lang in ("en", "ja"):
        done = subprocess.run([program, "explain", "--lang", lang, word],
                              capture_output=True, check=False)
        if done.returncode or word not in done.stdout.decode("utf-8"):
            complain("ekimu explain --lang %s %s tells nothing" % (lang, word))


PAGE = contents("docs", "reading.md")
TABLES = {
    "Why a document has no result": reasons(),
    "What was not read": words_of("EK_WHAT"),
    "Why it was not read": words_of("EK_WHY"),
    "What is kept apart": words_of("EK_APART"),
}
for title, rows in TABLES.items():
    compare(title, rows)
    for first, *_ in rows:
        explained(first.strip("`"))
compare("Limits", limits())
if not all(TABLES.values()) or not limits():
    complain("nothing was compared")
sys.exit(1 if bad else 0)
