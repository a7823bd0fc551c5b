#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A store told of: its documents, the versions of one with what moved and
whether the text or the rules moved it, and words looked for in their texts.
What --grep finds is what reading all texts finds."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import jsonschema

TOP = os.path.abspath(os.environ.get("srcdir", "."))
EKIMU = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
faults = []

FIRST = """第1条 目的
本規約は、オンラインストレージサービスの利用条件を定めます。

第2条 データの取扱い
当社は、契約者の事前の承諾がある場合を除き、契約者がサーバーに保存したデータを閲覧しません。

第3条 準拠法
本規約は、日本法に準拠します。
"""
SECOND = FIRST.replace(
    "契約者の事前の承諾がある場合を除き、契約者がサーバーに保存したデータを閲覧しません。",
    "サービス改善のため、契約者の承諾を得ることなく、契約者がサーバーに保存したデータを"
    "閲覧し、利用することがあります。")
THIRD = SECOND.replace("日本法", "日本国の法令")
ENGLISH = """1. Storage
This online storage service keeps files. "100%" of AND_OR* is literal.

2. Access
We may access stored Customer Data to comply with law.
"""
DAYS = ("2026-01-10", "2026-05-20", "2026-09-01")


def fault(what):
    faults.append(what)


def run(room, *arguments, day="2026-12-01", status=0):
    second = {"2026-12-01": 1796083200, "2026-12-02": 1796169600,
              "2026-12-03": 1796256000}[day]
    done = subprocess.run(
        [EKIMU, *arguments], cwd=room, capture_output=True, check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(second), "LC_ALL": "C"})
    if status is not None and done.returncode != status:
        fault("%s: status %d: %s" % (" ".join(arguments), done.returncode,
                                     done.stderr.decode()))
    return done.stdout.decode(), done.stderr.decode()


def write(room, name, text):
    path = os.path.join(room, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def fill(room):
    versions = zip((FIRST, SECOND, THIRD), DAYS)
    for i, (text, date) in enumerate(versions):
        write(room, "acme/terms.txt", text)
        run(room, "scan", "-q", "--store", "s", "--field", "provider=Acme",
            "--field", "date=" + date, "acme/terms.txt",
            day="2026-12-0%d" % (i + 1))
    write(room, "acme/privacy.txt", ENGLISH)
    write(room, "beta/terms.txt", "Nothing.\n")
    run(room, "scan", "-q", "--store", "s", "acme/privacy.txt",
        "beta/terms.txt", day="2026-12-02")
    run(room, "scan", "-q", "--store", "s", "--fact", "U1=list-controlled",
        "acme/terms.txt", day="2026-12-03")


def history(room, *arguments, status=0):
    return run(room, "history", "--store", "s", *arguments, status=status)


def data(room, *arguments):
    told = json.loads(history(room, "--format", "json", *arguments)[0])
    name = "found" if "--grep" in arguments else "history"
    with open(os.path.join(TOP, "docs", "ekimu-%s.schema.json" % name),
              encoding="utf-8") as file:
        schema = jsonschema.Draft202012Validator(json.load(file))
    for error in schema.iter_errors(told):
        fault("%s schema: %s" % (name, error.message))
    return told


def check_versions(room):
    told = data(room, "acme/terms.txt")["documents"]
    if [d["name"] for d in told] != ["acme/terms.txt"]:
        fault("one name gives other documents")
    scans = told[0]["scans"]
    if [s["version"] for s in scans] != [3, 3, 2, 1]:
        fault("versions: %s" % [s["version"] for s in scans])
    if [s["new"] for s in scans] != [["facts"], ["text"], ["text"],
                                     ["document"]]:
        fault("why it was scanned: %s" % [s["new"] for s in scans])
    if [s["date"] for s in scans] != [DAYS[2], DAYS[2], DAYS[1], DAYS[0]]:
        fault("dates of versions")
    moved = [{m["after"]["item"] for m in s["results"][0]["moved"]}
             for s in scans]
    if "EX-1" not in moved[2] or moved[1] or moved[3]:
        fault("what moved: %s" % moved)
    shown = history(room, "--lang", "en", "acme/terms.txt")[0]
    flat = " ".join(shown.split())
    if not re.search(r"@2 2026-05-20 2026-12-02 00:00 [0-9a-f]{8} "
                     r"\S\S \S\S \S\S text Moved by the text: .*EX-1", flat):
        fault("the page does not tell what the text moved:\n" + shown)
    if "not by the text" in flat.split("@3")[2]:
        fault("the text's doing is told as somebody else's")
    for line in shown.splitlines():
        cells = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1
                    for c in line)
        if cells > 80:
            fault("wider than 80 cells: " + line)


def check_widths(room):
    for width in ("40", "60", "72", "100"):
        for lang in ("en", "ja"):
            for words in ((), ("acme/terms.txt",), ("--grep", "データ")):
                if width == "40" and not words:
                    continue  # names stay whole where it is no terminal
                os.environ["COLUMNS"] = width
                page = history(room, "--lang", lang, *words)[0]
                del os.environ["COLUMNS"]
                for line in page.splitlines():
                    cells = sum(2 if unicodedata.east_asian_width(c) in "WF"
                                else 1 for c in line)
                    if cells > int(width):
                        fault("%s: wider than %s: %s" % (words, width, line))


def check_names(room):
    if len(data(room)["documents"]) != 3:
        fault("not every document is told of")
    names = [d["name"] for d in data(room, "acme/")["documents"]]
    if names != ["acme/privacy.txt", "acme/terms.txt"]:
        fault("a folder's documents: %s" % names)
    said = history(room, "acme", status=2)[1]
    if "acme" not in said:
        fault("a name that nothing has is not said")
    out, said = history(room, "acme/terms.txt", "other/", status=2)
    if "other/" not in said or "@3" not in out:
        fault("one name without a document costs the others")


def check_since(room):
    for since, wanted in (("2026-12-03", [3, 3]), ("2026-09-02", [3, 3, 2, 1]),
                          ("2026-12-02T00:00:01", [3, 3])):
        told = data(room, "--since", since, "acme/terms.txt")["documents"]
        found = [s["version"] for s in told[0]["scans"]] if told else []
        if found != wanted:
            fault("since %s: %s" % (since, found))
    if data(room, "--since", "2027-01-01")["documents"]:
        fault("something was stored in the future")
    for bad in ("yesterday", "2026-13-01", "2026-12-01Tnow", ""):
        history(room, "--since", bad, status=2)


def rows(text):
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def check_formats(room):
    table = rows(history(room, "--format", "csv", "acme/terms.txt")[0])
    if len(table) != 4 or table[0]["Version"] != "3":
        fault("csv: %s" % table)
    if len(rows(history(room, "--format", "csv")[0])) != 3:
        fault("csv without a name is not a row a document")
    marked = history(room, "--format", "md", "acme/terms.txt")[0]
    if len(marked.splitlines()) != 6:
        fault("md: " + marked)
    history(room, "--format", "xlsx", status=2)
    listed = history(room, "--lang", "en")[0]
    if not re.search(r"^\S\S \S\S \S\S +3  2026-09-01  2026-12-03  "
                     r"acme/terms\.txt", listed, re.M):
        fault("the list: " + listed)
    if "Acme" not in listed:
        fault("the provider is not shown")


def normal(text):
    return unicodedata.normalize("NFKC", text).lower().replace("サーバー",
                                                               "サーバ")


def found(room, words, *arguments):
    told = data(room, "--grep", words, *arguments)
    passages = []
    for one in told["found"]:
        for p in one["passages"]:
            passages.append((one["name"], one["version"], p["line"]))
            text = p["quote"].encode()
            for mark in p["marks"]:
                begin = mark["span"][0] - p["span"][0]
                end = mark["span"][1] - p["span"][0]
                if text[begin:end].decode() != mark["text"]:
                    fault("%s: a mark is not where it says" % words)
    return sorted(passages)


def read_all(words):
    """The same by reading every text (one paragraph a line)."""
    texts = (("acme/privacy.txt", 1, ENGLISH), ("acme/terms.txt", 3, THIRD),
             ("beta/terms.txt", 1, "Nothing.\n"))
    return sorted((name, version, number)
                  for name, version, text in texts
                  for number, line in enumerate(text.split("\n"), 1)
                  if all(normal(w) in normal(line) for w in words))


def check_words(room):
    for words in ("サ", "閲覧", "データ", "ｻｰﾊﾞｰ", "保存したデータを閲覧し",
                  "データ 閲覧", "閲覧　データ", "access customer",
                  "CUSTOMER", "100%", "%", "_", "AND_OR*", "and", "NEAR",
                  "or not", "%a%", "日本法", "閲覧 access", "l*"):
        wanted = read_all(re.split(r"[ \u3000]", words))
        if found(room, words) != wanted:
            fault("%s: %s, not %s" % (words, found(room, words), wanted))
    for words, wanted in (('"stored Customer"', 1), ('"Customer stored"', 0),
                          ('"""100%"""', 1)):
        if len(found(room, words)) != wanted:
            fault("%s: %s" % (words, found(room, words)))
    if found(room, "日本法") or len(found(room, "日本法", "--all")) != 2:
        fault("--all is not all versions, or the latest is not the latest")
    if len(found(room, "閲覧", "acme/privacy.txt")) != 0:
        fault("--grep does not keep to the names given")
    history(room, "--grep", " \u3000", status=2)


def check_found_pages(room):
    page = history(room, "--grep", "データ 閲覧", "--lang", "ja")[0]
    if "{=データ=}を{=閲覧=}" not in page or "acme/terms.txt@3" not in page:
        fault("the passage: " + page)
    if "第2条" not in page:
        fault("its article: " + page)
    none = history(room, "--grep", "存在しない語", "--lang", "en")[0]
    if "No passage holds" not in none or "3 texts" not in none:
        fault("nothing found is not said with how much was read: " + none)
    table = rows(history(room, "--grep", "閲覧", "--format", "csv")[0])
    if len(table) != 1 or table[0]["Found"] != "閲覧":
        fault("csv: %s" % table)
    if "**閲覧**" not in history(room, "--grep", "閲覧", "--format", "md")[0]:
        fault("md does not mark the word")


def diff(room, *arguments, status=1):
    out, said = run(room, "diff", "--store", "s", "-q", "--format", "json",
                    *arguments, status=status)
    return json.loads(out) if out else said


def check_diff(room):
    whole = diff(room, "acme/terms.txt@1", "acme/terms.txt@2")
    if "EX-1" not in {v["after"]["item"] for v in whole["verdicts"]}:
        fault("diff --store does not tell the verdict that moved")
    if "provider-use" not in {s["clause"] for s in whole["statements"]}:
        fault("diff --store does not tell the clause that was added")
    if whole["rules_differ"]:
        fault("the same rules are told to differ")
    write(room, "old.txt", FIRST)
    write(room, "new.txt", SECOND)
    files = json.loads(run(room, "diff", "-q", "--format", "json", "old.txt",
                           "new.txt", status=1)[0])
    for key in ("substance", "statements", "changes"):
        if json.dumps(whole[key]) != json.dumps(files[key]):
            fault("diff --store is not diff of the files: " + key)
    same = (("acme/terms.txt@2026-05-19", "acme/terms.txt@2026-05-20"),
            ("acme/terms.txt@1", "acme/terms.txt@2026-06-01"))
    for pair in same:
        if diff(room, *pair)["statements"] != whole["statements"]:
            fault("a day does not name the version in force: %s" % (pair,))
    last = diff(room, "acme/terms.txt", status=None)
    if last != diff(room, "acme/terms.txt@2", "acme/terms.txt@latest",
                    status=None):
        fault("one name is not its last two versions")
    if diff(room, "acme/terms.txt", "acme/terms.txt@3", status=0)["changes"]:
        fault("a version differs from itself")
    for wrong in (("acme/terms.txt@9",), ("acme/terms.txt@1",),
                  ("acme/terms.txt@2020-01-01", "acme/terms.txt"),
                  ("none",), (), ("acme/terms.txt", "acme/terms.txt", "none"),
                  ("--fact", "U1=list-controlled", "acme/terms.txt")):
        if not isinstance(diff(room, *wrong, status=2), str):
            fault("diff --store %s gives something" % (wrong,))


def check_rules(room):
    """What other rules move is not the text's doing; what moves when both are
    new is told to be either's."""
    shutil.copytree(os.path.join(TOP, "patterns"), os.path.join(room, "pack"))
    path = os.path.join(room, "pack", "tables", "exception-1.xml")
    with open(path, encoding="utf-8") as file:
        table = file.read()
    write(room, path, table.replace('"A3" status="indicated"',
                                    '"A3" status="needs-review"'))
    scan = ("scan", "-q", "--store", "s", "two.txt")
    write(room, "two.txt", SECOND)
    run(room, *scan)
    run(room, *scan, "--patterns", "pack")
    write(room, "two.txt", FIRST.replace("閲覧しません", "解析しません"))
    run(room, *scan)
    scans = data(room, "two.txt")["documents"][0]["scans"]
    if [s["new"] for s in scans] != [["text", "rules"], ["rules"],
                                     ["document"]]:
        fault("text and rules: %s" % [s["new"] for s in scans])
    if [m["after"]["item"] for m in scans[1]["results"][0]["moved"]] != \
            ["EX-1"]:
        fault("what the rules moved: %s" % scans[1]["results"])
    told = [" ".join(part.split()) for part in
            history(room, "--lang", "en", "two.txt")[0].split("@")]
    if "by the text or not (new: text, rules)" not in told[1] or \
            "not by the text (new: rules): EX-1 indicated" not in told[2]:
        fault("who moved it: %s" % told)
    write(room, "two.txt", SECOND)
    run(room, *scan, "--patterns", "pack")
    write(room, "two.txt", THIRD)
    run(room, *scan)
    if not diff(room, "two.txt@3", "two.txt@4")["rules_differ"]:
        fault("diff --store does not tell that the rules differ")


def hostile(room):
    """What a text holds reaches neither the terminal nor a spreadsheet as a
    command."""
    bad = "=cmd|' /C calc'!A0 stored \x1b[31m data \u202e txet.\n"
    write(room, "evil/=1.txt", bad)
    run(room, "scan", "-q", "--store", "s", "--field", "document=\x1b]0;x\x07",
        "evil/=1.txt", status=None)
    for format in ("term", "csv", "md", "json"):
        for words in ((), ("--grep", "stored data")):
            out = history(room, "--format", format, "evil/=1.txt", *words)[0]
            if re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\u202e]", out):
                if format != "json":
                    fault("%s %s lets control characters through"
                          % (format, words))
            if format == "csv" and re.search(r'(^|,)"=', out, re.M):
                fault("csv has a formula: " + out)


def check_trouble(room):
    run(room, "history", status=2)
    run(room, "history", "--store", "none-such", status=2)
    if os.path.exists(os.path.join(room, "none-such")):
        fault("history makes a store")
    write(room, "text", "no store\n")
    run(room, "history", "--store", "text", status=2)


with tempfile.TemporaryDirectory() as place:
    fill(place)
    for check in (check_versions, check_widths, check_names, check_since, check_formats,
                  check_words, check_found_pages, check_diff, check_rules, hostile, check_trouble):
        check(place)
for line in faults:
    print(line)
sys.exit(bool(faults))
