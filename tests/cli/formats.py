# SPDX-License-Identifier: Apache-2.0
"""Every format tells the same: documents, findings with their places, verdicts.
And what a contract holds does no harm to the reader of any of them."""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile

here = os.environ.get("srcdir", ".")
program = os.environ.get("EKIMU", "./ekimu")
samples = os.path.join(here, "corpora", "samples")

HOSTILE = """# Terms <script>alert(1)</script>

=cmd|' /C calc'!A0 We may view your files at any time. @everyone #12

+1 We disclose your files | to any ![x](http://example.com/x.png) partner.

\u202eWe use your files to train\u202c our models. \x1b[31m"quoted", 'and', \\ too
"""


def scan(form, *paths):
    run = subprocess.run([program, "scan", "--quiet", "--lang", "en",
                          "--format", form, *paths],
                         capture_output=True, check=False)
    return run.stdout.decode("utf-8")


def from_ndjson(text):
    found, verdicts = [], []
    for line in text.splitlines():
        result = json.loads(line)
        path = result["document"]["path"]
        for finding in result["findings"]:
            if finding["kind"] == "present":
                found.append((path, finding["clause"],
                              finding["place"]["line"],
                              finding["fingerprint"]))
        verdicts += [(path, v["item"], v["status"], v["row"])
                     for v in result["verdicts"]]
    return sorted(found), sorted(verdicts)


def from_json(text):
    return from_ndjson("\n".join(json.dumps(r) for r in json.loads(text)))


def from_sarif(text):
    run = json.loads(text)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    found, verdicts = [], []
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]
        artifact = run["artifacts"][where["artifactLocation"]["index"]]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert artifact["location"]["uri"] == where["artifactLocation"]["uri"]
        found.append((where["artifactLocation"]["uri"], result["ruleId"],
                      where["region"]["startLine"],
                      result["partialFingerprints"]["ekimu/v1"]))
    for artifact in run["artifacts"]:
        verdicts += [(artifact["location"]["uri"], v["item"], v["status"],
                      v["row"]) for v in artifact["properties"]["verdicts"]]
    return sorted(found), sorted(verdicts)


def from_csv(text):
    assert text.startswith("\ufeff") and "\r\n" in text
    found, verdicts = [], []
    for row in csv.DictReader(io.StringIO(text[1:], newline="")):
        if row["kind"] == "finding":
            line = int(re.search(r"lines? (\d+)", row["place"]).group(1))
            found.append((row["document"], row["item"], line,
                          row["fingerprint"]))
        elif row["kind"] == "verdict":
            verdicts.append((row["document"], row["item"], row["status"],
                             row["row"]))
    return sorted(found), sorted(verdicts)


def from_markdown(text):
    """Only outcomes: document and row."""
    rows, path = [], None
    for line in text.splitlines():
        if line.startswith("- ") and "SHA-256" in line:
            path = line[2:line.index(" (SHA-256")].replace("\\", "")
        row = re.search(r"\(([A-Za-z0-9.-]+)\) \|$", line)
        if row:
            rows.append((path, row.group(1)))
    return sorted(rows)


def agree():
    bad = 0
    found, verdicts = from_ndjson(scan("ndjson", samples))
    others = {"json": from_json, "sarif": from_sarif, "csv": from_csv}
    for form, reader in others.items():
        if reader(scan(form, samples)) != (found, verdicts):
            print("%s differs from ndjson" % form)
            bad += 1
    rows = sorted((path, row) for path, _, _, row in verdicts)
    if from_markdown(scan("md", samples)) != rows:
        print("md differs from ndjson")
        bad += 1
    print("%d findings, %d verdicts" % (len(found), len(verdicts)))
    return bad + (not found)


def harmless():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "=hostile.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        for row in csv.reader(io.StringIO(scan("csv", path)[1:], newline="")):
            for cell in row:
                if cell[:1] in "=+-@\t\r" and cell:
                    print("csv: a cell is a formula: %s" % cell)
                    bad += 1
        text = scan("md", path)
        for what in ("<script", "![", " @everyone", " #12", "\x1b", "\u202e"):
            if what in text:
                print("md: %r stands as it is" % what)
                bad += 1
        json.loads(scan("sarif", path))
        if "\x1b" in scan("term", path):
            print("term: an escape code of the contract")
            bad += 1
    return bad


sys.exit(1 if agree() + harmless() else 0)
