# SPDX-License-Identifier: Apache-2.0
"""What each format tells of (document, clause, place) and (document, item, row),
each read in its own way."""
import csv
import html.parser
import io
import json
import os
import re
import sys
import urllib.parse


def from_ndjson(text):
    found, verdicts = [], []
    for line in text.splitlines():
        result = json.loads(line)
        path = result["document"]["path"]
        found += [(path, f["clause"], f["place"]["line"])
                  for f in result["findings"] if f["kind"] == "present"]
        verdicts += [(path, v["item"], v["row"]) for v in result["verdicts"]]
    return sorted(found), sorted(verdicts)


def from_json(text):
    return from_ndjson("\n".join(json.dumps(r) for r in json.loads(text)))


def fingerprints(text):
    return sorted(f["fingerprint"] for line in text.splitlines()
                  for f in json.loads(line)["findings"]
                  if f["kind"] == "present")


def from_sarif(text):
    """Of a file outside the folder the address is absolute."""
    run = json.loads(text)["runs"][0]

    def path_of(uri):
        return urllib.parse.unquote(uri.removeprefix("file://"))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    found, verdicts = [], []
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]
        artifact = run["artifacts"][where["artifactLocation"]["index"]]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert artifact["location"]["uri"] == where["artifactLocation"]["uri"]
        found.append((path_of(where["artifactLocation"]["uri"]),
                      result["ruleId"],
                      where["region"]["startLine"]))
    for artifact in run["artifacts"]:
        verdicts += [(path_of(artifact["location"]["uri"]), v["item"], v["row"])
                     for v in artifact["properties"]["verdicts"]]
    return sorted(found), sorted(verdicts)


def line_of(place):
    return int(re.search(r"lines? (\d+)", place).group(1))


def rows_of(text):
    assert text.startswith("\ufeff") and "\r\n" in text
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def unguarded(cell):
    """Without the apostrophe that keeps it from being a formula."""
    return re.sub(r"^'(?=[=+@-])", "", cell)


def from_csv(text):
    rows = rows_of(text)
    found = [(unguarded(r["document"]), r["item"], line_of(r["place"]))
             for r in rows if r["kind"] == "finding"]
    verdicts = [(unguarded(r["document"]), r["item"], r["row"])
                for r in rows if r["kind"] == "verdict"]
    return sorted(found), sorted(verdicts)


def from_workbook(path):
    """By the names of its columns."""
    sys.path.insert(0, os.path.join(os.environ.get("srcdir", "."), "tests",
                                    "formats"))
    from book import Workbook, decoded
    book = Workbook(path)

    def rows(sheet, *columns):
        return list(zip(*(map(decoded, book.values(
            "ekimu_%s_%s" % (sheet, column))) for column in columns)))
    found = [(document, clause, line_of(place)) for document, clause, place, say
             in rows("findings", "document", "clause", "place", "kind")
             if say in ("finding", "clue")]
    columns = ("document", "item", "row")
    verdicts = rows("verdicts", *columns) + [
        row for row in rows("checklist", *columns)
        if not row[1].startswith("QA55.")]
    return sorted(found), sorted(verdicts)


def as_item(words):
    named = {"Service": "SERVICE", "SaaS: role": "SAAS:role"}
    return named.get(words, words.replace("Q&A", "QA"))


def from_markdown(text):
    """Only outcomes; of findings the strongest."""
    verdicts, path = [], None
    for line in text.splitlines():
        if line.startswith("- ") and "SHA-256" in line:
            path = line[2:line.index(" (SHA-256")].replace("\\", "")
        row = re.match(r"\| (\S+) \| .*\(([A-Za-z0-9.-]+)\) \|$", line)
        if row:
            item = as_item(row.group(1).replace("&amp;", "&"))
            verdicts.append((path, item, row.group(2)))
    return None, sorted(verdicts)


def from_term(text):
    """A finding stands below each verdict that it bears on: taken once."""
    found, verdicts = set(), []
    parts = re.split(r"(?m)^(\S+)  .*SHA-256 [0-9a-f]{8}$", text)
    for path, part in zip(parts[1::2], parts[2::2]):
        for number, line, clause in re.findall(
                r"\[ *(\d+)\] .*?lines? (\d+)\S*  ([a-z-]+)", part):
            found.add((path, clause, int(line), number))
        verdicts += [(path, as_item(item), row) for item, row in re.findall(
            r"(?m)^  (Service|SaaS: role|EX-\d|Q&A\d+|G[-0-9][A-Za-z0-9-]*) .* "
            r"(?:row )?([A-Z][A-Za-z0-9.-]*)$", part)]
    return sorted(f[:3] for f in found), sorted(set(verdicts))


class Page(html.parser.HTMLParser):
    """Of the page of a contract: cards, verdicts with their outcome in words."""
    VOID = {"meta", "input", "br", "hr", "wbr", "link", "col"}

    def __init__(self, text):
        super().__init__()
        self.open, self.cards, self.verdicts = [], {}, {}
        self.path, self.head, self.scripts = None, "", 0
        self.feed(text)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data):
        for _, _, text in self.open:
            text.append(data)

    def inside(self, pattern):
        for _, attrs, _ in reversed(self.open):
            hit = re.fullmatch(pattern, attrs.get("id") or "")
            if hit:
                return hit.group(1), attrs
        return None, None

    def handle_endtag(self, tag):
        last, attrs, text = self.open.pop()
        assert last == tag, (last, tag)
        words, names = "".join(text), (attrs.get("class") or "").split()
        card, of_card = self.inside(r"c(\d+)")
        item, _ = self.inside(r"v-(.+)")
        if tag == "q" and card:
            self.cards[card] = (of_card["data-c"], line_of(of_card["data-p"]),
                                words)
        verdict = self.verdicts.setdefault(item, {}) if item else {}
        if "o" in names or "tag" in names:
            verdict.setdefault("outcome", words)
        if tag == "code" and any("row" in (a.get("class") or "").split()
                                 for _, a, _ in self.open):
            verdict.setdefault("row", words)
        if tag == "th":
            self.head = words
        if tag == "td" and self.head == "File":
            self.path, self.head = words, ""


def from_pages(texts):
    found, verdicts, outcomes = [], [], []
    for text in texts:
        page = Page(text)
        found += [(page.path, clause, line)
                  for clause, line, _ in page.cards.values()]
        verdicts += [(page.path, item, v["row"])
                     for item, v in page.verdicts.items()]
        outcomes += [(page.path, item, v["outcome"])
                     for item, v in page.verdicts.items()]
    return sorted(found), sorted(verdicts), sorted(outcomes)
