# SPDX-License-Identifier: Apache-2.0
"""Decisions in every report: each stands beside what it is about, with how it
stands; what they are about keeps its words; without them no report changes."""
import csv
import io
import json
import os
import re
import sys
import tempfile

import reviewed
import tools

BAD = []
STANDINGS = ("carried over", "its place has moved", "the words changed",
             "the same words stand more than once", "the decision has expired",
             "decided differently", "the verdict or what it rests on changed",
             "nothing like it is there any more")
ARTS = ("term", "md", "csv", "sarif", "html")


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def report(path, form, *more, lang="en"):
    return tools.ekimu("report", "--quiet", "--lang", lang, "--format", form,
                       *more, path).stdout.decode()


def in_words(path):
    """Every standing, author and reason stands in what people read."""
    for form, text in (("term", report(path, "term", "--all")),
                       ("md", report(path, "md")),
                       ("csv", report(path, "csv"))):
        flat = re.sub(r"\s+", " ", text)
        for words in STANDINGS + ("false positive", "risk accepted",
                                  "needs counsel", "A. Reviewer", "B. Other",
                                  "Speaks of the account", "As discussed.",
                                  "Court orders only."):
            check(words in flat, form, "does not say", words)
        if form != "csv":
            check("{+NEW WORDS+}" in flat, form, "shows no redline")
            check("2 November 2026, until 1 May 2027" in flat, form, "dates")
        check("compliant" not in text.lower(), form, "says more than it may")


def on_a_page(path, folder):
    """In the card, at the verdict, in the list, in the evidence sheet."""
    out = os.path.join(folder, "page.html")
    tools.ekimu("report", "--quiet", "--lang", "en", "--format", "html", "-o",
                out, path)
    with open(out, encoding="utf-8") as file:
        page = file.read()
    for words in STANDINGS:
        check(words in page, "page does not say", words)
    check(page.count("<del>") == 3 and page.count("<ins>NEW WORDS</ins>") == 3,
          "redlines of the page", page.count("<del>"))
    check(sorted(re.findall(r' data-d="(\w)"', page)[:6]) == list("aaaadd"),
          "filter", re.findall(r' data-d="(\w)"', page)[:8])
    check(page.count('name="de"') == 4 and 'id="decisions"' in page, "parts")


def counted(path):
    lines = report(path, "term", "--summary").splitlines()
    check("; decisions: 5 decided, 5 to look at again" in " ".join(
        line.strip() for line in lines[:2]), "sentence", lines[:2])
    row = [line for line in lines if "plumkite" in line][0]
    check(re.search(r" 5 +5 +full ", row), "counts of the row", row)
    for width in ("40", "80"):
        for more in (("--summary",), ("--all",)):
            run = tools.ekimu("report", "--quiet", "--lang", "ja", *more, path,
                              env={**os.environ, "COLUMNS": width})
            check(run.returncode in (0, 1, 3, 5), "width", width)


def in_sarif(path):
    """Only what holds and needs nothing more is suppressed."""
    run = json.loads(report(path, "sarif"))["runs"][0]
    got = [[s["justification"] for s in r["suppressions"]]
           for r in run["results"]]
    check(got[0] == ["Speaks of the account, not of what is stored."],
          "false positive", got[0])
    check(len(got[1]) == 1, "risk accepted", got[1])
    check(not any(got[2:]), "suppressed though it does not hold", got[2:])
    check([d["standing"] for d in run["results"][5]["properties"]
           ["decisions"]] == ["divided", "divided"], "divided")


def in_csv(path):
    rows = list(csv.DictReader(io.StringIO(
        report(path, "csv").lstrip("\ufeff"))))
    kept = [row for row in rows if row["kind"] == "decision"]
    check(len(kept) == 12, "decisions in the table", len(kept))
    check({row["status"] for row in kept} == {
        "accepted", "false-positive", "risk-accepted", "needs-counsel"},
          "states", kept)


def unchanged(folder, made):
    """A report without its decisions is that of the scan; with them, nothing
    else has changed: every line of before is there still."""
    plain, with_them = (os.path.join(folder, name)
                        for name in ("plain.ndjson", "reviewed.ndjson"))
    bare = [{k: v for k, v in r.items() if k != "decisions"} for r in made]
    reviewed.save(plain, bare)
    for form in ("term", "md", "csv", "sarif"):
        before = report(plain, form)
        check("ecision" not in before or form == "md", form, "speaks of them")
        after = re.sub(r"\s+", "", report(with_them, form))
        if form == "sarif":
            continue
        for line in before.splitlines():
            if form == "md" and line.startswith("|"):
                line = line.rsplit("|", 2)[0]
            check(re.sub(r"\s+", "", line)[:60] in after, form, "lost", line)


def hostile(path, result):
    """Whoever wrote them."""
    bad = "\x1b[31m\u202e=1+1<script>alert(1)</script>|`@me\n# x" + "y" * 5000
    for one in result["decisions"]:
        for key in ("author", "reason", "quote", "date", "expires", "subject",
                    "contract"):
            one["decision"][key] = bad
    reviewed.save(path, [result])
    for form in ARTS:
        text = report(path, form)
        for what in ("\x1b", "\u202e", "<script>alert"):
            shown = what[0] == "<" and form in ("term", "csv")
            check(what not in text or shown or form == "sarif", form,
                  repr(what))
    for row in csv.reader(io.StringIO(report(path, "csv"))):
        check(not any(cell.startswith("=") for cell in row), "a formula")


def main():
    made = [reviewed.decide(r) for r in reviewed.results("en-plumkite.md")]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "reviewed.ndjson")
        reviewed.save(path, made)
        in_words(path)
        counted(path)
        on_a_page(path, folder)
        in_sarif(path)
        in_csv(path)
        unchanged(folder, made)
        hostile(os.path.join(folder, "hostile.ndjson"), made[0])
    return 1 if BAD else 0


sys.exit(main())
