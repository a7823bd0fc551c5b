# SPDX-License-Identifier: Apache-2.0
"""The same contract saved in every format gives the same findings (clause,
rule, article, words) and the same verdicts (item, status, row); and two formats
compared as versions have no changes."""
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from email.message import EmailMessage

import contract
import office
import tools
from browser import Browser

SHOWN = 8  # differences of one file
ENCODINGS = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16")


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


class OldName(zipfile.ZipInfo):
    """As Windows in Japan writes them: CP932, and nothing that says so."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("cp932"), self.flag_bits & ~0x800


def mail(subject, charset, text, attachment=None):
    message = EmailMessage()
    message["From"] = "sales@example.com"
    message["To"] = "legal@example.org"
    message["Subject"] = subject
    message.set_content(text, charset=charset)
    if attachment:
        message.add_attachment(
            attachment, maintype="application", filename="契約書.docx",
            subtype="vnd.openxmlformats-officedocument.wordprocessingml"
                    ".document")
    return message.as_bytes()


def made_by_hand(lang, text, room):
    """Format to file, of what needs no other program."""
    files, base = {}, os.path.join(room, lang)
    typed = contract.typed(text)
    for encoding in ENCODINGS:
        files["txt " + encoding] = write(
            "%s.%s.txt" % (base, encoding), typed.encode(encoding))
    files["html"] = write(base + ".html",
                          contract.page(text, lang).encode("utf-8"))
    files["eml"] = write(base + ".eml", mail(
        "規約", "utf-8" if lang == "en" else "iso-2022-jp", typed))
    return files


def made_by_programs(pages, room):
    """LibreOffice's files from the pages, and Chromium's print of them."""
    made = {path: {} for path in pages}
    for extension in ("docx", "odt", "rtf", "pdf"):
        files = office.convert(pages, extension, room,
                               infilter="HTML (StarWriter)")
        for path, file in files.items():
            made[path][extension] = file
    with Browser(room) as browser:
        for path in pages:
            made[path]["pdf printed"] = write(path + ".pdf",
                                              browser.pdf(path))
    return made


def packed(lang, files, room):
    """In an archive and as an attachment."""
    base = os.path.join(room, lang)
    with zipfile.ZipFile(base + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(OldName("契約/利用規約.docx"), read(files["docx"]))
    note = "The terms are attached." if lang == "en" else "規約を添付します。"
    return {"zip": base + ".zip",
            "eml attached": write(base + "-a.eml", mail(
                "規約", "utf-8", note, read(files["docx"])))}


def plain(words):
    return "".join(unicodedata.normalize("NFKC", words).replace(
        "\u00ad", "").split())


def said_by(result):
    findings = [(f["clause"], f["rule"], f["place"]["article"],
                 plain(f["quote"])) if f["kind"] == "present"
                else (f["clause"], f["rule"], f["kind"], "")
                for f in result["findings"]]
    verdicts = [(v["item"], v["status"], v["row"])
                for v in result["verdicts"]]
    return sorted(findings), verdicts


def results_of(paths):
    """Path to the result that has a contract: a mail has its covering words,
    too. One run, for each run reads the pack."""
    found = {}
    for result in tools.scan(*paths):
        path = result["document"]["path"].split("!/")[0]
        found.setdefault(path, []).append(result)
    return {path: max(results, key=lambda r: r["document"]["bytes"])
            for path, results in found.items()}


def differences(got, wanted):
    for part, name in ((0, "finding"), (1, "verdict")):
        for row in wanted[part]:
            if row not in got[part]:
                yield "lacks the %s %s" % (name, " ".join(row))
        for row in got[part]:
            if row not in wanted[part]:
                yield "has the %s %s" % (name, " ".join(row))


def compare(lang, files):
    rows, lines, wanted = [], [], None
    results = results_of(files.values())
    for form, path in files.items():
        result = results[path]
        got = said_by(result)
        wanted = wanted or got
        wrong = list(differences(got, wanted))
        present = sum(f["kind"] == "present" for f in result["findings"])
        rows.append((lang + " " + form, result["document"]["format"],
                     result["document"]["encoding"], present,
                     len(got[1]), len(wrong) or "same"))
        word = result["document"]["no_result"]
        wrong = ["no result: " + word] if word else wrong
        lines += ["%s %s: %s" % (lang, form, line) for line in wrong[:SHOWN]]
    return rows, lines


def edits(lang, files):
    """The text as the old version, the other formats as new ones."""
    text = read(files["txt utf-8"])
    parts = [b"%d %d contract.txt\n" % (len(text), len(text)), text, text]
    forms = [form for form in files
             if form.split()[0] in ("html", "docx", "odt", "rtf", "pdf")]
    for form in forms:
        new = read(files[form])
        parts += [b"0 %d contract.%s\n" % (len(new),
                                           form.split()[0].encode()), new]
    differ = os.path.join(os.path.dirname(tools.EKIMU), "tests", "diff",
                          "differ")
    done = subprocess.run([differ], input=b"".join(parts), check=True,
                          stdout=subprocess.PIPE)
    found = [json.loads(line) for line in done.stdout.splitlines()[2::2]]
    return ["%s %s: %d changes against the text" % (
        lang, form, len(changes["changes"]) + len(changes["statements"]))
        for form, changes in zip(forms, found)
        if changes["substance"] or changes["changes"]]


def main():
    tools.skip_when_fast()
    tools.need("soffice", "libreoffice-writer-nogui")
    tools.need("chromium", "chromium")
    if not tools.has_helper("ekimu-pdf"):
        tools.skip("ekimu is built without PDF (package libpoppler-glib-dev)")
    texts = {"en": contract.EN, "ja": contract.JA}
    rows, lines = [], []
    with tempfile.TemporaryDirectory() as room:
        files = {lang: made_by_hand(lang, text, room)
                 for lang, text in texts.items()}
        made = made_by_programs([f["html"] for f in files.values()], room)
        for lang, mine in files.items():
            mine.update(made[mine["html"]])
            mine.update(packed(lang, mine, room))
            more = compare(lang, mine)
            rows += more[0]
            lines += more[1] + edits(lang, mine)
    tools.table(rows, ("saved as", "read as", "encoding", "findings",
                       "verdicts", ""))
    print("\n".join(lines))
    print("%d files, %d differences" % (len(rows), len(lines)))
    return 1 if lines or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
