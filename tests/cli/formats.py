# SPDX-License-Identifier: Apache-2.0
"""Every format tells the same: documents, findings with their places, verdicts.
And what a contract holds does no harm to the reader of any of them."""
import glob
import json
import os
import subprocess
import sys
import tempfile

import formats_read as read

here = os.environ.get("srcdir", ".")
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
FORMATS = ("term", "json", "ndjson", "sarif", "csv", "md", "html")

HOSTILE = """# Terms <script>alert(1)</script>

=cmd|' /C calc'!A0 We may view your files at any time. @everyone #12

+1 We disclose your files | to any ![x](http://example.com/x.png) partner.

\u202eWe use your files to train\u202c our models. \x1b[31m"quoted", 'and', \\ too

-2 We view your files, </script><script>alert(2)</script>, {{3*3}} when we like.

@SUM(1) We may view your files. %s
""" % ("1234567890" * 100000)

if b"xlsx" in subprocess.run([program, "scan", "--format", "?", "."],
                             capture_output=True, check=False).stderr:
    FORMATS += ("xlsx",)


class Reports:
    """All formats of one run, of a path from here: the terminal's are short."""

    def __init__(self, folder, here, path):
        self.folder = folder
        run = subprocess.run(
            [program, "scan", "--quiet", "--lang", "en", "--all"] +
            [word for form in FORMATS for word in ("--format", form)] +
            ["-o", folder + os.sep, path], cwd=here, capture_output=True,
            check=False)
        self.complaint = run.stderr.decode("utf-8")

    def text(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8",
                  newline="") as file:
            return file.read()

    def pages(self):
        names = sorted(glob.glob(os.path.join(
            glob.escape(self.folder), "*.html")))
        return [self.text(os.path.basename(n)) for n in names
                if not n.endswith("index.html")]


def agree(reports):
    bad = 0
    wanted = read.from_ndjson(reports.text("ekimu.ndjson"))
    told = {name: reader(reports.text("ekimu." + name))
            for name, reader in (
                ("json", read.from_json), ("sarif", read.from_sarif),
                ("csv", read.from_csv), ("md", read.from_markdown),
                ("txt", read.from_term))}
    if "xlsx" in FORMATS:
        told["xlsx"] = read.from_workbook(
            os.path.join(reports.folder, "ekimu.xlsx"))
    told["html"] = read.from_pages(reports.pages())
    for name, (found, verdicts, *_) in told.items():
        if found is not None and found != wanted[0]:
            print("%s: other findings than ndjson" % name)
            bad += 1
        if verdicts != wanted[1]:
            print("%s: other verdicts than ndjson" % name)
            bad += 1
    rows = read.rows_of(reports.text("ekimu.csv"))
    outcomes = sorted((read.unguarded(r["document"]), r["item"], r["outcome"])
                      for r in rows if r["kind"] == "verdict")
    if outcomes != told["html"][2]:
        print("html: other words of outcomes than csv")
        bad += 1
    prints = sorted(r["fingerprint"] for r in rows if r["kind"] == "finding")
    sarif = json.loads(reports.text("ekimu.sarif"))["runs"][0]["results"]
    if not (read.fingerprints(reports.text("ekimu.ndjson")) == prints == sorted(
            r["partialFingerprints"]["ekimu/v1"] for r in sarif)):
        print("other fingerprints")
        bad += 1
    print("%d findings, %d verdicts" % tuple(map(len, wanted)))
    return bad + (not wanted[0])


HARM = {"ekimu.txt": ("\x1b", "\u202e"),
        "ekimu.md": ("<script", "![", " @everyone", " #12", "\x1b", "\u202e"),
        "ekimu.csv": ("\x1b", "\u202e"),
        "ekimu.json": ("\x1b",), "ekimu.ndjson": ("\x1b",),
        "ekimu.sarif": ("\x1b",)}


def harmless(reports):
    bad = 0
    for name, harm in HARM.items():
        text = reports.text(name)
        for what in harm:
            if what in text:
                print("%s: %r stands as it is" % (name, what))
                bad += 1
    for row in read.rows_of(reports.text("ekimu.csv")):
        for cell in row.values():
            if cell[:1] in tuple("=+-@\t\r"):
                print("csv: a cell is a formula: %s" % cell[:80])
                bad += 1
    pages = reports.pages() + [reports.text("index.html")]
    for text in pages:
        page = read.Page(text)
        if page.scripts > 1 or "\x1b" in text or "\u202e" in text:
            print("html: hostile text stands as it is")
            bad += 1
    return bad + agree(reports)


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        bad += agree(Reports(os.path.join(folder, "out"), here,
                             os.path.join("corpora", "samples")))
        path = os.path.join(folder, "=hostile.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        reports = Reports(os.path.join(folder, "harm"), folder, "=hostile.md")
        if reports.complaint:
            print(reports.complaint)
            bad += 1
        bad += harmless(reports)
    return 1 if bad else 0


sys.exit(main())
