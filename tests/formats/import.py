# SPDX-License-Identifier: Apache-2.0
"""Decisions out into a workbook and back: what was exported comes back as it
was, what a reader fills in becomes a decision, whatever was done to the
workbook meanwhile; what is none is said with sheet and cell."""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

import tools
from book import Workbook
from fill import Filled

SAMPLE = os.path.join(tools.TOP, "corpora", "samples", "en-plumkite.md")
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


class Place:
    """A folder with a contract, its decisions and a workbook."""

    def __init__(self, folder):
        self.folder = folder
        self.results = self.path("r.ndjson")
        tools.ekimu("scan", "--quiet", "--format", "ndjson", "-o",
                    self.results, SAMPLE)

    def path(self, name):
        return os.path.join(self.folder, name)

    def decide(self, *arguments, into="d.txt", statuses=(0,)):
        return tools.ekimu("decide", "--lang", "en", "--decisions",
                           self.path(into), "--date", "2026-12-01",
                           *arguments, statuses=statuses)

    def lines(self, name="d.txt"):
        if not os.path.exists(self.path(name)):
            return []
        with open(self.path(name), encoding="utf-8") as file:
            return file.read().splitlines()

    def decisions(self, name="d.txt"):
        """Those that no other one replaces."""
        all_ = [json.loads(line) for line in self.lines(name)]
        gone = {i for d in all_ for i in d["replaces"].split()}
        return [d for d in all_ if d["id"] not in gone]

    def book(self, name="b.xlsx", lang="en"):
        more = ["--decisions", self.path("d.txt")] if self.lines() else []
        tools.ekimu("report", "--quiet", "--lang", lang, "--format", "xlsx",
                    "-o", self.path(name), *more, self.results,
                    env={**os.environ, "SOURCE_DATE_EPOCH": "1796083200"})
        return self.path(name)


def filled_in(place):
    """States of both languages, dates as numbers and as text."""
    book = Filled(place.book(lang="ja"))
    rows = [("\u627f\u8a8d", "\u5c71\u7530", "r0", 46357, "2026-12-01"),
            ("false positive", "A", "r1", "2026/11/5", "2026-11-05"),
            ("risk-accepted", "A", "r2", "\u4ee4\u548c8\u5e7411\u67085\u65e5",
             "2026-11-05"),
            ("\u6cd5\u52d9\u306b\u76f8\u8ac7", "A", "line 1\nline 2", "",
             "2026-12-01")]
    for i, (state, who, why, date, _) in enumerate(rows):
        book.decide("findings", i, state=state, reviewer=who, reason=why,
                    date=date)
    book.decide("findings", 0, expires="2027-01-31")
    book.decide("verdicts", 1, state="accepted", reviewer="A", reason="v")
    absent = next(i for i in range(100)
                  if book.text("ekimu_findings_about", i) == "absence")
    book.decide("findings", absent, state="accepted", reviewer="A", reason="s")
    book.decide("checklist", 0, state="accepted", reviewer="A", reason="c")
    book.turn("findings")
    book.drop("findings", 3)
    book.shift("findings", 2)
    book.share()
    book.save(place.path("b.xlsx"))
    said = place.decide("--import", place.path("b.xlsx")).stderr.decode()
    check("decisions in the workbook: 7, new or changed: 7" in said, "said",
          said)
    got = {d["reason"]: d for d in place.decisions()}
    check(set(got) == {"r0", "r1", "r2", "line 1\nline 2", "v", "s", "c"},
          "decisions", sorted(got))
    states = ["accepted", "false-positive", "risk-accepted", "needs-counsel"]
    for (_, who, why, _, day), state in zip(rows, states):
        check((got[why]["state"], got[why]["author"], got[why]["date"])
              == (state, who, day), why, got[why])
    check(got["r0"]["expires"] == "2027-01-31", "end", got["r0"])
    check(got["v"]["about"] == "verdict" and got["s"]["about"] == "absence",
          "about", got["v"], got["s"])
    with open(place.results, encoding="utf-8") as file:
        first = json.loads(file.readline())["findings"][0]
    check(all(got["r0"][key] == first[key] for key in
              ("fingerprint", "wording", "rule", "quote")), "key", got["r0"])
    shown = tools.ekimu("report", "--quiet", "--lang", "en", "--decisions",
                        place.path("d.txt"), place.results).stdout.decode()
    check("7 decided, 0 to look at again" in " ".join(shown.split()),
          "they do not hold", shown[:1500])


def the_same_again(place):
    """What was exported comes back byte by byte, and costs nothing."""
    before = place.lines()
    path = place.book(lang="en")
    said = place.decide("--import", path).stderr.decode()
    check("decisions in the workbook: 7, new or changed: 0" in said, "said",
          said)
    check(place.lines() == before, "import(export(x)) is not x")
    place.decide("--import", path, into="fresh.txt")
    check(place.lines("fresh.txt") == before, "into a fresh file")


def changed_and_emptied(place):
    book = Filled(place.book())
    states = [book.text("ekimu_findings_state", i) for i in range(4)]
    check(states == ["accepted", "false positive", "risk accepted",
                     "needs counsel"], "filled", states)
    book.decide("findings", 0, state="needs counsel", reason="asked again")
    book.decide("findings", 1, state="", reviewer="", reason="", date="")
    book.save(place.path("b.xlsx"))
    said = place.decide("--import", place.path("b.xlsx")).stderr.decode()
    check("7, new or changed" not in said and "withdrawn: 1" in said,
          "said", said)
    got = place.decisions()
    check(len(got) == 7, "what stands", got)
    check([d["state"] for d in got if d["reason"] == "asked again"]
          == ["needs-counsel"], "changed")
    check([d["author"] for d in got if d["state"] == "open"] == ["A"],
          "withdrawn")


def once_more(place):
    """A workbook that was exported before anything was decided, filled in bit
    by bit and taken in each time: its reviewer's last word stands."""
    out = {"into": "more.txt"}
    tools.ekimu("report", "--quiet", "--lang", "en", "--format", "xlsx", "-o",
                place.path("m.xlsx"), place.results)
    book = Filled(place.path("m.xlsx"))
    for state, wanted in (("accepted", 1), ("accepted", 0),
                          ("false positive", 1)):
        book.decide("findings", 0, state=state, reviewer="A", reason="r")
        book.save(place.path("m2.xlsx"))
        said = place.decide("--import", place.path("m2.xlsx"),
                            **out).stderr.decode()
        check("1, new or changed: %d" % wanted in said, state, said)
    check([d["state"] for d in place.decisions("more.txt")] ==
          ["false-positive"], "last word", place.lines("more.txt"))
    book.decide("findings", 0, state="accepted", reviewer="B")
    book.save(place.path("m2.xlsx"))
    place.decide("--import", place.path("m2.xlsx"), **out)
    check(len(place.decisions("more.txt")) == 2, "somebody else's")


def next_version(place):
    """Re-opened, moved and orphaned ones come back as they were, too."""
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read()
    text = text.replace("Our team may look", "We may look").replace(
        "We scan uploads for malware and for spam.", "").replace(
            "You have to be at least 16 years old.", "")
    new = place.path("new.md")
    with open(new, "w", encoding="utf-8") as file:
        file.write(text)
    book = Filled(place.book())
    for i in range(7):
        book.decide("findings", i, state="accepted", reviewer="C",
                    reason="before")
    book.save(place.path("b.xlsx"))
    place.decide("--import", place.path("b.xlsx"))
    before = place.lines()
    name = place.decisions()[0]["contract"]
    tools.ekimu("scan", "--quiet", "--lang", "en", "--name", name, "--format",
                "xlsx", "--format", "csv", "-o", place.path("next/"),
                "--decisions", place.path("d.txt"), new)
    with open(place.path("next/ekimu.csv"), encoding="utf-8-sig") as file:
        table = file.read()
    check('"edited"' in table and '"orphan"' in table, "standings", table[:400])
    check(table.splitlines()[0].count(",") == 17, "columns of the table")
    path = place.path("next/ekimu.xlsx")
    said = place.decide("--import", path).stderr.decode()
    check("new or changed: 0" in said and "withdrawn" not in said, said)
    check(place.lines() == before, "import(export(x)) is not x")
    place.decide("--import", path, into="next.txt")
    standing = {d["id"] for d in place.decisions()}
    check(standing <= {json.loads(line)["id"]
                       for line in place.lines("next.txt")}, "lost on the way")


def refused(place):
    """Said with sheet and cell; the other rows are taken."""
    book = Filled(place.book())
    for i, (row, what) in enumerate((
            ({"state": "OK", "reviewer": "A", "reason": "x"}, '"OK"'),
            ({"state": 1, "reviewer": "A", "reason": "x"}, '"1"'),
            ({"state": "accepted", "reviewer": "A", "reason": "x",
              "date": "12/1/2026"}, '"12/1/2026"'),
            ({"state": "accepted", "reviewer": "A", "reason": "x",
              "expires": "2026-02-30"}, '"2026-02-30"'),
            ({"reviewer": "A", "reason": "x"}, "no decision"),
            ({"state": "accepted", "reason": "x"}, "without a reviewer"),
            ({"state": "accepted", "reviewer": "A"}, "without a reason"),
            ({"state": "accepted", "reviewer": "A", "reason": "\u202e=1+1"},
             None))):
        book.decide("findings", 7 + i, **row)
        if what:
            letters = book.column("ekimu_findings_state")[1]
            book.expected = getattr(book, "expected", []) + [(what, 9 + i)]
    book.save(place.path("b.xlsx"))
    said = place.decide("--import", place.path("b.xlsx"),
                        statuses=(3,)).stderr.decode()
    for what, row in book.expected:
        check(any(what in line.replace("\u201c", '"').replace("\u201d", '"')
                  and "Findings!" in line and line.split(": ")[2]
                  .endswith(str(row)) for line in said.splitlines()),
              "not said:", what, letters, row, said)
    check("rows not taken: 7" in said, "count", said)
    check([d["reason"] for d in place.decisions()
           if d["reason"].endswith("=1+1")] == ["\u202e=1+1"], "the last one")


def no_workbook(place):
    """Other files, and workbooks that were made by somebody else."""
    def made(name, parts):
        with zipfile.ZipFile(place.path(name), "w") as archive:
            for part, data in parts.items():
                archive.writestr(part, data)
        return place.path(name)

    good = Filled(place.book()).parts
    before = place.lines()
    bomb = b"<sst>" + b"<si><t>" + b"x" * (70 << 20) + b"</t></si></sst>"
    entity = good["xl/workbook.xml"].replace(
        b"<workbook", b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<workbook", 1)
    for name, parts in (
            ("empty.xlsx", {}),
            ("other.xlsx", {"word/document.xml": "<w/>"}),
            ("entity.xlsx", {**good, "xl/workbook.xml": entity}),
            ("cut.xlsx", {**good, "xl/worksheets/sheet2.xml": b"<worksheet>"}),
            ("bomb.xlsx", {**good, "xl/sharedStrings.xml": bomb,
                           "xl/_rels/workbook.xml.rels":
                           good["xl/_rels/workbook.xml.rels"].replace(
                               b"</Relationships>",
                               b'<Relationship Id="s" Type="x/sharedStrings" '
                               b'Target="sharedStrings.xml"/></Relationships>')
                           })):
        run = place.decide("--import", made(name, parts), statuses=(3,))
        check(name in run.stderr.decode(), name, run.stderr)
    check(place.lines() == before, "a file that is none changed something")


def any_byte(place):
    """A damaged workbook is refused or read, never worse."""
    with open(place.book(), "rb") as file:
        data = file.read()
    dice = random.Random(7)
    for i in range(6):
        bad = bytearray(data)
        for _ in range(3):
            bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
        with open(place.path("bad.xlsx"), "wb") as file:
            file.write(bad)
        place.decide("--import", place.path("bad.xlsx"),
                     into="bad%d.txt" % i, statuses=(0, 2, 3))


def office(place):
    """Saved by another program."""
    if os.environ.get("EKIMU_TESTS") == "fast" or not shutil.which("soffice"):
        print("left out: LibreOffice saves it (soffice, EKIMU_TESTS)")
        return
    before = place.lines()
    book = Filled(place.book(lang="ja"))
    book.decide("findings", 15, state="\u8aa4\u691c\u51fa", reviewer="\u4f50"
                "\u85e4", reason="\u4fdd\u5b58\u5f8c", date=46358)
    book.save(place.path("b.xlsx"))
    home = "-env:UserInstallation=file://" + place.path("home")
    subprocess.run(["soffice", home, "--headless", "--convert-to", "xlsx",
                    "--outdir", place.path("saved"), place.path("b.xlsx")],
                   stdin=subprocess.DEVNULL, timeout=300, capture_output=True,
                   check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    run = place.decide("--import", os.path.join(place.path("saved"), "b.xlsx"))
    check("new or changed: 1" in run.stderr.decode(), "saved", run.stderr)
    more = [json.loads(line) for line in place.lines()
            if line not in before]
    check([(d["author"], d["date"], d["state"]) for d in more] ==
          [("\u4f50\u85e4", "2026-12-02", "false-positive")], "saved", more)
    check(set(before) <= set(place.lines()), "something was lost")


def main():
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        try:
            Workbook(place.book())
        except RuntimeError:
            tools.skip("built without libxlsxwriter")
        filled_in(place)
        the_same_again(place)
        changed_and_emptied(place)
        once_more(place)
        next_version(place)
        refused(place)
        no_workbook(place)
        any_byte(place)
        office(place)
    return 1 if BAD else 0


sys.exit(main())
