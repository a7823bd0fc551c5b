# SPDX-License-Identifier: Apache-2.0
"""The workbook against the results it was made from: every finding and verdict
once with its values, links to the right rows, drop-downs, nothing that a
contract says becomes a formula, the same bytes twice. Then LibreOffice opens
it and counts the same rows."""
import csv
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import tools
from book import MAIN, Workbook, decoded

SAMPLES = os.path.join(tools.TOP, "corpora", "samples")
SHEETS = {"en": ["Summary", "Findings", "Verdicts", "Checklist", "Questions",
                 "Extraction"],
          "ja": ["概要", "所見", "判定", "確認事項", "質問", "読取"]}
STATES = ["accepted", "false-positive", "risk-accepted", "needs-counsel"]
MOST = 32767  # letters of a cell, in UTF-16

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\t=1", "\r\n=1",
           '=HYPERLINK("http://example.com/","x")', "<script>alert(1)</script>",
           "]]> &amp; <b>", "_x0041_ _x000D_", "\u202eturned\u202c\u2066",
           "\x1b[31m\x00\x01\x0c\x7f\x85", "\ufffe \uffff", "file:///etc/passwd",
           "http://example.com/", "internal:'Summary'!A1", "mailto:a@example.com",
           "\u3042" * 40000, "\U0001f600" * 20000, "{=1}", "'=1", ""]


class Faults:
    """Says what is wrong; the end is bad when anything was said."""

    def __init__(self):
        self.n = 0

    def say(self, text, *values):
        self.n += 1
        if self.n <= 20:
            print(text % values)

    def same(self, what, got, want):
        if got != want:
            self.say("%s: %.200r, not %.200r", what, got, want)


def visible(text):
    """Words of it, without blanks, to be found in a cell."""
    return re.sub(r"\s+", "", text)


def make(folder, lang, path, name, command="scan"):
    out = os.path.join(folder, name)
    tools.ekimu(command, "--quiet", "--lang", lang, "--format", "xlsx",
                "-o", out, path)
    return out


def results(*paths):
    run = tools.ekimu("scan", "--quiet", "--format", "ndjson", *paths)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def is_advice(verdict):
    return verdict["item"].startswith(("G", "QA55"))


def the_findings(book, lang, scanned, faults):
    want = [(r["document"]["path"], f) for r in scanned for f in r["findings"]]
    columns = {key: book.values("ekimu_findings_" + key) for key in
               ("document", "clause", "fingerprint", "sha256", "state")}
    faults.same("findings", len(columns["clause"]), len(want))
    sheet, _, rows = book.column("ekimu_findings_clause")
    heads = {text: letters for letters, text in book.rows[sheet][1].items()}
    place = heads["Place" if lang == "en" else "箇所"]
    quote = heads["Wording" if lang == "en" else "契約の文言"]
    prints = []
    for i, (path, finding) in enumerate(want):
        cells = book.rows[sheet][rows[i]]
        faults.same("document", columns["document"][i], path)
        faults.same("clause", columns["clause"][i], finding["clause"])
        faults.same("decision", columns["state"][i], "")
        faults.same("fingerprint", columns["fingerprint"][i],
                    finding.get("fingerprint", ""))
        if finding["kind"] != "present":
            if not cells[quote]:
                faults.say("%s of %s: silence is an empty cell",
                           finding["clause"], path)
            continue
        prints.append((path, finding["fingerprint"]))
        line = str(finding["place"]["line"])
        if line not in re.findall(r"\d+", cells[place]):
            faults.say("line %s of %s: place %r", line, path, cells[place])
        if visible(finding["quote"])[:200] != visible(
                decoded(cells[quote]))[:200] and "<U+" not in cells[quote]:
            faults.say("%.80r is not %.80r", cells[quote], finding["quote"])
    faults.same("fingerprints of their own", len(set(prints)), len(prints))


def the_verdicts(book, lang, scanned, faults):
    want = {"verdicts": [], "checklist": []}
    for result in scanned:
        for kind, judged in (("checklist", result["checklist"]),
                             ("", result["verdicts"])):
            for verdict in judged:
                key = kind or ("checklist" if is_advice(verdict)
                               else "verdicts")
                want[key].append((result["document"]["path"], verdict["item"],
                                  verdict["label"][lang]))
    for key, rows in want.items():
        got = list(zip(*(book.values("ekimu_%s_%s" % (key, column))
                         for column in ("document", "item", "outcome"))))
        faults.same(key, [row[:2] for row in got], [row[:2] for row in rows])
        for have, row in zip(got, rows):
            if not have[2].endswith(row[2]):
                faults.say("%s of %s: %r, not %r", row[1], row[0], have[2],
                           row[2])


def the_links(book, scanned, faults):
    """From a row of the summary to the first row of its contract, and back."""
    summary, letters, rows = book.column("ekimu_summary_document")
    count = 0
    for sheet in book.names:
        links = list(book.roots[sheet].iter(MAIN + "hyperlink"))
        faults.same("links of " + sheet, len(links) <= 65530, True)
        for link in links:
            count += 1
            target, cell = link.get("location").rsplit("!A", 1)
            row = int(re.sub("[A-Z]", "", link.get("ref")))
            here = book.rows[sheet][row]["A"]
            there = book.rows.get(target.strip("'"), {}).get(int(cell), {})
            if there.get("A") != here:
                faults.say("%s!%s of contract %s leads to %s", sheet,
                           link.get("ref"), here, link.get("location"))
    faults.same("documents", [book.rows[summary][row][letters] for row in rows],
                [r["document"]["path"] for r in scanned])
    if count < 4 * len(scanned):
        faults.say("only %d links", count)


def the_form(book, lang, faults):
    """What makes it a table to work in."""
    faults.same("archive", book.bad, None)
    faults.same("sheets", book.names, SHEETS[lang])
    for sheet, root in book.roots.items():
        for what in ("autoFilter", "pageSetup", "headerFooter", "cols"):
            if root.find(MAIN + what) is None:
                faults.say("%s has no %s", sheet, what)
        if root.find(".//" + MAIN + "pane") is None:
            faults.say("%s: nothing is frozen", sheet)
        if list(root.iter(MAIN + "f")):
            faults.say("%s has a formula", sheet)
        if any(c.get("t") not in (None, "inlineStr")
               for c in root.iter(MAIN + "c")):
            faults.say("%s has a cell that is neither text nor number", sheet)
        for row in book.rows[sheet].values():
            for text in row.values():
                if len(text.encode("utf-16-le")) // 2 > MOST:
                    faults.say("%s: a cell of %d", sheet, len(text))
    words = [book.properties["ekimu.state." + state] for state in STATES]
    for key in ("findings", "verdicts", "checklist"):
        sheet, letters, rows = book.column("ekimu_%s_state" % key)
        lists = {v.get("sqref"): v.find(MAIN + "formula1").text
                 for v in book.roots[sheet].iter(MAIN + "dataValidation")}
        where = "%s%d:%s%d" % (letters, rows[0], letters, rows[-1])
        faults.same("drop-down of " + sheet, lists.get(where),
                    '"%s"' % ",".join(words))
    faults.same("language", book.properties["ekimu.lang"], lang)
    if "<dc:creator></dc:creator>" not in book.core \
            or book.core.count("2013-06-01T00:00:00Z") != 2:
        faults.say("properties tell a person or the clock: %s", book.core)


def samples(folder, faults):
    scanned = results(SAMPLES)
    saved = os.path.join(folder, "saved.ndjson")
    with open(saved, "w", encoding="utf-8") as file:
        file.write("".join(json.dumps(r) + "\n" for r in scanned))
    for lang in ("en", "ja"):
        path = make(folder, lang, saved, lang + ".xlsx", "report")
        book = Workbook(path)
        the_form(book, lang, faults)
        the_findings(book, lang, scanned, faults)
        the_verdicts(book, lang, scanned, faults)
        the_links(book, scanned, faults)
    print("%d contracts, %d findings" % (
        len(scanned), sum(len(r["findings"]) for r in scanned)))


def twice(folder, faults):
    path = os.path.join(SAMPLES, "en-plumkite.md")
    first = make(folder, "en", path, "first.xlsx")
    time.sleep(1.1)
    second = make(folder, "en", path, "second.xlsx")
    with open(first, "rb") as one, open(second, "rb") as other:
        faults.same("bytes a second later", one.read() == other.read(), True)


def hostile(folder, faults):
    """Results that say anything, as from a worker that was taken over."""
    result = results(os.path.join(SAMPLES, "en-plumkite.md"))[0]
    result["document"]["path"] = "=hostile _x0041_.md"
    result["pack"]["id"] = "&" * 40 + "\u65e5" * 200
    result["pack"]["fingerprint"] = "\u65e5" * 300
    present = [f for f in result["findings"] if f["kind"] == "present"]
    for finding, text in zip(present, HOSTILE):
        finding["quote"] = text
    for verdict, text in zip(result["verdicts"], HOSTILE):
        verdict["reason"] = {"en": text, "ja": text}
        verdict["label"] = {"en": text, "ja": text}
    for asked, text in zip(result["questions"], HOSTILE):
        asked["text"] = asked["ready"] = {"en": text, "ja": text}
    saved, out = (os.path.join(folder, "hostile." + ending)
                  for ending in ("ndjson", "xlsx"))
    with open(saved, "w", encoding="utf-8") as file:
        file.write(json.dumps(result) + "\n")
    tools.ekimu("report", "--quiet", "--lang", "en", "--format", "xlsx",
                "-o", out, saved, statuses=(0, 1, 3, 5))
    book = Workbook(out)
    the_form(book, "en", faults)
    faults.same("document", set(map(decoded, book.values(
        "ekimu_verdicts_document"))), {"=hostile _x0041_.md"})
    texts = [text for rows in book.rows.values() for row in rows.values()
             for text in row.values()]
    for what in ("\x1b", "\x00", "\x01", "\u202e", "\u202c", "\ufffe",
                 "_x001B_"):
        if any(what in text for text in texts):
            faults.say("%r stands as it is", what)
    for what in HOSTILE[:4] + HOSTILE[6:9]:
        if what not in texts:
            faults.say("%s does not stand as a text", what)
    if not any("[cut here: " in text for text in texts):
        faults.say("nothing was cut with a mark")
    if not any("_x005F_x0041_" in text for text in texts):
        faults.say("_x0041_ would be read as A")


def office(folder, faults):
    """Rows as LibreOffice reads them; with EKIMU_TESTS=all a PDF, too."""
    if os.environ.get("EKIMU_TESTS") == "fast" or not shutil.which("soffice"):
        print("left out: LibreOffice opens it (soffice, EKIMU_TESTS)")
        return
    path = os.path.join(folder, "ja.xlsx")
    out = os.path.join(folder, "office")
    home = "-env:UserInstallation=file://" + os.path.join(folder, "home")
    forms = ["csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,"
             "false,false,false,-1"] + ["pdf"] * tools.ALL
    for form in forms:
        subprocess.run(["soffice", home, "--headless", "--convert-to", form,
                        "--outdir", out, path], stdin=subprocess.DEVNULL,
                       timeout=300, capture_output=True, check=True,
                       env={**os.environ, "LC_ALL": "C.UTF-8"})
    book = Workbook(path)
    for name in book.names:
        found = glob.glob(os.path.join(out, "*-%s.csv" % name))
        if len(found) != 1:
            faults.say("LibreOffice has no sheet %s", name)
            continue
        with open(found[0], encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file)]
        faults.same("rows of " + name, len(rows), max(book.rows[name]))
    if not tools.ALL:
        return
    with open(os.path.join(out, "ja.pdf"), "rb") as file:
        faults.same("PDF", file.read(5), b"%PDF-")


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory() as folder:
        run = tools.ekimu("scan", "--format", "xlsx", "-o",
                          os.path.join(folder, "try.xlsx"),
                          os.path.join(SAMPLES, "en-plumkite.md"),
                          statuses=(0, 1, 2, 3, 5))
        if run.returncode == 2:
            tools.skip("built without libxlsxwriter")
        samples(folder, faults)
        twice(folder, faults)
        hostile(folder, faults)
        office(folder, faults)
    return 1 if faults.n else 0


sys.exit(main())
