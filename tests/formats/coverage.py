# SPDX-License-Identifier: Apache-2.0
"""How many of the words that pdftotext, LibreOffice and Chromium show of each
file of the corpus of formats stand in our text, in order: at least 99 % each.
exceptions.tsv names files by the beginning of their SHA-256, the share that is
enough for them, and why. `coverage.py --diff SHA` shows what differs."""
import hashlib
import os
import re
import subprocess
import sys
import tempfile

import office
import tools
from browser import Browser
from measure import shares, words_of

ENOUGH = 99.0
# What a page shows beside its contract.
VISIBLE = """(() => {
  for (const e of document.querySelectorAll(
      'nav, footer, dialog, noscript, [role=navigation], [role=banner], ' +
      '[role=contentinfo], [role=dialog], [role=alertdialog], ' +
      '[role=search], select'))
    e.remove();
  for (const e of document.querySelectorAll('header'))
    if (!e.closest('main, article, section')) e.remove();
  return document.body ? document.body.innerText : '';
})()"""


def sha_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()[:12]


def exceptions():
    rows = {}
    with open(os.path.join(tools.HERE, "exceptions.tsv"),
              encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                sha, share, word, reason = line.rstrip("\n").split("\t")
                rows[sha] = float(share), word, reason
    return rows


def form(line):
    """Of a running head: the same on all pages but for its numbers."""
    return re.sub(r"[\divxlc]+", "#", line.strip().lower())


def without_running_heads(text):
    """Pages without those of their first and last lines that most share; the
    imprint at the foot of a letter has ten."""
    pages = [[line for line in page.split("\n") if line.strip()]
             for page in text.rstrip("\f\n").split("\f")]
    edge = 12
    seen = {}
    for page in pages:
        for line in {form(line) for line in page[:edge] + page[-edge:]}:
            seen[line] = seen.get(line, 0) + 1
    often = {line for line, n in seen.items() if n > 1 and 2 * n > len(pages)}
    kept = []
    for page in pages:
        last = len(page) - edge
        kept += [line for i, line in enumerate(page)
                 if edge <= i < last or form(line) not in often]
    return "\n".join(kept)


def pdf_text(path):
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"],
                         capture_output=True, check=True)
    return without_running_heads(run.stdout.decode("utf-8"))


def oracles(paths, room):
    of_kind = {}
    for path in paths:
        of_kind.setdefault(os.path.splitext(path)[1][1:].lower(),
                           []).append(path)
    found = {path: pdf_text(path) for path in of_kind.pop("pdf", [])}
    with Browser(room) as browser:
        for path in of_kind.pop("html", []):
            found[path] = browser.evaluate(path, VISIBLE)
    rest = [path for kind in of_kind.values() for path in kind]
    for path, made in office.convert(rest, "txt", room).items():
        with open(made, encoding="utf-8-sig") as file:
            found[path] = file.read()
    return found


def show_difference(ours, theirs, room):
    names = []
    for name, text in (("theirs", theirs), ("ours", ours)):
        names.append(os.path.join(room, name))
        with open(names[-1], "w", encoding="utf-8") as file:
            file.write("\n".join(words_of(text)) + "\n")
    run = subprocess.run(["diff", "-d", "-U4", *names], check=False,
                         capture_output=True, encoding="utf-8")
    for part in re.split(r"^@@.*\n", run.stdout, flags=re.M)[1:]:
        print(" ".join(line if line[0] != " " else line[1:]
                       for line in part.splitlines()))


def scanned(paths):
    """Path to the word of its result. A scan takes much longer than reading:
    of what gives text, only with EKIMU_TESTS=all each is scanned."""
    known, step = exceptions(), 1 if tools.ALL or len(paths) < 4 else 4
    some = [path for i, path in enumerate(paths)
            if i % step == 0 or sha_of(path) in known]
    words = {result["document"]["path"]: result["document"]["no_result"]
             for result in tools.scan(*some)}
    return {path: words.get(path, "") for path in paths}


def judge(paths, ours, theirs, words):
    known, rows, bad = exceptions(), [], 0
    for path in paths:
        sha, wanted = sha_of(path), ENOUGH
        enough, word, reason = known.get(sha, (ENOUGH, "", ""))
        mine, oracle = words_of(ours.get(path, "")), words_of(theirs[path])
        have, ordered, back = shares(mine, oracle)
        good = words[path] == word and (word or ordered >= enough)
        bad += not good
        rows.append(("%s%s" % (sha, os.path.splitext(path)[1]), len(oracle),
                     "%.2f" % have, "%.2f" % ordered, "%.2f" % back,
                     words[path], "" if good else "WRONG",
                     "" if ordered >= wanted and not word else reason))
    tools.table(rows, ("file", "words", "found", "in order", "of ours",
                       "word", "", "why less is right"))
    return bad


def main():
    tools.skip_when_fast()
    folder = tools.corpus("formats")
    for program, package in (("pdftotext", "poppler-utils"),
                             ("soffice", "libreoffice-writer-nogui"),
                             ("chromium", "chromium")):
        tools.need(program, package)
    if not tools.has_helper("ekimu-pdf"):
        tools.skip("ekimu is built without PDF (package libpoppler-glib-dev)")
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                   if not name.endswith(".tsv"))
    if sys.argv[1:2] == ["--diff"]:
        paths = [path for path in paths
                 if sha_of(path).startswith(sys.argv[2])]
    words = scanned(paths)
    ours = tools.texts(paths)
    with tempfile.TemporaryDirectory() as room:
        theirs = oracles(paths, room)
        bad = judge(paths, ours, theirs, words)
        if sys.argv[1:2] == ["--diff"]:
            show_difference(ours.get(paths[0], ""), theirs[paths[0]], room)
    print("%d files, %d wrong" % (len(paths), bad))
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
