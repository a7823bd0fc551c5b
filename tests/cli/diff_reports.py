#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The reports of two versions: each format alone and with the others, both
texts whole on the page, hostile text in Markdown, versions that give no result,
and the question that a running contract raises."""
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

EKIMU = os.environ.get("EKIMU", "./ekimu")
TOP = os.path.join(os.environ.get("srcdir", "."), "corpora", "samples")
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def run(*words):
    done = subprocess.run([EKIMU, "diff", "-q", *words], capture_output=True,
                          check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def edited(text):
    """An edit of substance, one of wording, a clause more, one less, and two
    articles that change places."""
    text = text.replace("契約者の事前の承諾を得て登録データを閲覧する",
                        "必要と認めて登録データを閲覧する")
    text = text.replace("次のとおりとする", "次に定めるとおりとする")
    parts = re.split(r"(?m)^(?=第\d+条)", text)
    parts[3], parts[4] = parts[4], parts[3]
    lines = "".join(parts).split("\n")
    del lines[30]
    lines.insert(20, "当社は、登録データの内容を第三者に提供することができる。")
    return "\n".join(lines)


class Sides(HTMLParser):
    """The texts of the two columns, without what the page says itself."""

    def __init__(self):
        super().__init__()
        self.sides, self.stack = ["", ""], []

    def handle_starttag(self, tag, attrs):
        if tag in ("meta", "input", "use", "path", "circle"):
            return
        classes = dict(attrs).get("class", "") or ""
        row = [e for e in self.stack if e["row"]]
        entry = {"tag": tag, "row": False, "side": None,
                 "skip": bool({"wh", "no", "mid", "dt"} & set(classes.split()))}
        if tag == "div" and re.match(r"r (?!hdr|gone)", classes):
            entry.update(row=True, cells=0)
        elif tag == "div" and row and self.stack[-1]["row"]:
            if "mid" not in classes:
                entry["side"] = row[-1]["cells"]
                row[-1]["cells"] += 1
        self.stack.append(entry)

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()["tag"] != tag:
            pass

    def handle_data(self, data):
        if any(e["skip"] for e in self.stack):
            return
        for entry in self.stack:
            if entry["side"] is not None:
                self.sides[entry["side"]] += re.sub(r"\s", "", data)


def formats(folder):
    old = read(TOP, "ja-suirei-vault.txt")
    pair = (write(folder, "old.txt", old), write(folder, "new.txt", edited(old)))
    out = os.path.join(folder, "out")
    asked = [word for name in ("json", "md", "html", "term")
             for word in ("--format", name)]
    status, said, _ = run("--lang", "ja", *asked, "-o", out, *pair)
    check(status == 1 and not said, f"several formats: {status} {said[:80]}")
    check(sorted(os.listdir(out)) == ["ekimu-diff.html", "ekimu-diff.json",
                                      "ekimu-diff.md", "ekimu-diff.txt"],
          f"files: {os.listdir(out)}")
    status, said, _ = run("--lang", "ja", "--format", "md", *pair)
    check(status == 1 and said == read(out, "ekimu-diff.md"),
          "Markdown alone is another")
    check("<del>契約者の事前の承諾を得</del>" in said, "no redline in Markdown")
    wide = [line for line in read(out, "ekimu-diff.txt").split("\n")
            if sum(2 if ord(c) > 0x2E7F else 1 for c in line) > 80]
    check(not wide, f"wider than 80: {wide[:3]}")
    both_texts(read(out, "ekimu-diff.html"), old, edited(old))


def both_texts(page, old, new):
    sides = Sides()
    sides.feed(page)
    for side, text, name in zip(sides.sides, (old, new), ("earlier", "later")):
        bare = re.sub(r"\s", "", text)
        check(sorted(side) == sorted(bare),
              f"the {name} text: {len(side)} letters of {len(bare)}")
    check(sides.sides[1] == re.sub(r"\s", "", new), "later text out of order")
    links = set(re.findall(r'href="#([^"]+)"', page))
    ids = re.findall(r' id="([^"]+)"', page)
    check(len(ids) == len(set(ids)), "an id twice")
    check(links <= set(ids), f"links to nowhere: {links - set(ids)}")


HOSTILE = ("We may view your files at any time. @everyone "
           "</ins><script>x()</script> [a](javascript:x) ![i](//x) | `c` "
           "\u202e\x1b[31m **b** https://x.example")


def hostile(folder):
    head = read(TOP, "en-plumkite.md") + "\n"
    pair = (write(folder, "a.md", head),
            write(folder, "b.md", head + HOSTILE + "\n"))
    _, said, _ = run("--lang", "en", "--format", "md", *pair)
    bare = re.sub(r"\\.", "", said)  # without what is escaped
    for bad in ("<script", "@everyone", "](javascript", "![i](", "\u202e",
                "\x1b", " `c`", " **b**"):
        check(bad not in bare, f"in Markdown: {bad!r}")
    check("view your files" in said, "nothing is said of the hostile version")


def no_result(folder):
    sample = os.path.join(TOP, "en-plumkite.md")
    other = write(folder, "other.txt", "The weather is fine.\n")
    missing = os.path.join(folder, "missing.txt")
    for before, after in ((sample, missing), (sample, other), (other, other)):
        status, said, _ = run("--format", "json", before, after)
        found = json.loads(said)
        check(status == 3 and found["compared"] is False and
              "substance" not in found and not found["statements"] and
              not found["verdicts"], f"{before} {after}: {status}")
    status, said, _ = run("--lang", "en", sample, missing)
    check(status == 3 and "not “no change”" in " ".join(said.split()) and
          "Nothing changed" not in said, said[:300])
    status, said, told = run("--format", "pdf", sample, sample)
    check(status == 2 and "html, md, json" in told, told)
    status, said, told = run("--format", "md", "--format", "json", sample,
                             sample)
    check(status == 2 and not said, told)


def running(folder):
    old = read(TOP, "ja-suirei-vault.txt")
    pair = (write(folder, "old.txt", old), write(folder, "new.txt", edited(old)))
    for fact, row, asked in (("U18=running:2025-04-01", "(B7)", "U6"),
                             ("U18=unknown", None, "U18"),
                             ("U18=not-concluded", None, None)):
        _, said, _ = run("--lang", "en", "--fact", fact, *pair)
        check((row or "(B7)") in said.split("To be asked")[0] if row else
              "(B7)" not in said.split("To be asked")[0], f"{fact}: row")
        check(not asked or re.search(rf"\s{asked}\n", said), f"{fact}: {asked}")
        check(asked == "U18" or "U18=running" not in said, f"{fact}: U18")


def main():
    for body in (formats, hostile, no_result, running):
        with tempfile.TemporaryDirectory() as folder:
            body(folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
