# SPDX-License-Identifier: Apache-2.0
"""Of documents with every peculiarity of their formats each result is what the
schema promises, the overview counts what was read in full, in part and not at
all, and why, and where too little was read nothing is silent."""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

here = os.environ.get("srcdir", ".")
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
sys.path.insert(0, os.path.join(here, "tests", "formats"))
import cases  # noqa: E402

LEAST, LOST = 95, 5
UNREAD = 3  # status: some document could not be read
bad = 0


def complain(what):
    global bad
    bad += 1
    print(what)


def fill(folder):
    every = list(cases.every())
    for i, case in enumerate(every):
        place = os.path.join(folder, "%03d" % i)
        os.mkdir(place)
        with open(os.path.join(place, case.name), "wb") as file:
            file.write(case.data)
    return len(every)


def ekimu(command, *arguments, data=b""):
    done = subprocess.run([program, command, "--quiet", *arguments],
                          input=data, capture_output=True, check=False)
    if done.returncode != UNREAD:
        complain("status %d: %s" % (done.returncode, arguments))
    return done.stdout


def falls_short(document):
    told = document["extraction"]
    return told["coverage"] < LEAST or \
        told["replaced"] * 100 > told["characters"] * LOST


def check_silence(result):
    document = result["document"]
    if document["no_result"] or not falls_short(document):
        return 0
    for verdict in result["verdicts"] + result["checklist"]:
        if verdict["status"] == "not-addressed":
            complain("%s: %s is silent" % (document["path"], verdict["item"]))
    return 1


def reasons_of(document):
    told = document["extraction"]
    whys = {(one["what"], one["why"]) for one in told["unread"]
            if one["what"] != "image"}
    if told["replaced"]:
        whys.add("replaced")
    return whys


def counted(results):
    """How many were read in part, not at all, or read for no result, each with
    the numbers of its reasons; before them those read in full."""
    groups = [collections.Counter() for _ in range(3)]
    sizes = collections.Counter()
    for result in results:
        document = result["document"]
        status, why = document["readable"]["status"], document["no_result"]
        sizes[status] += 1
        if status == "part":
            groups[0].update(reasons_of(document))
        if why:
            groups[1 if status == "none" else 2][why] += 1
    return sizes["full"], sizes["part"], *(
        sorted(group.values()) for group in groups)


def told(page, lang):
    """The same numbers out of the overview."""
    head, *heads = {
        "en": (r"^Reading: of \d+ documents (\d+) in full$",
               r"^  in part: (\d+)$", r"^  not read: \d+$",
               r"^  read, but no result: \d+$"),
        "ja": (r"^読取: \d+件のうち全文 (\d+)件$", r"^  一部 (\d+)件$",
               r"^  読取不能 \d+件$", r"^  読み取ったが結果なし \d+件$"),
    }[lang]
    lines = re.split("|".join((head, *heads)), page, flags=re.M)
    if len(lines) != 13:
        complain("no summary of what was read (%s)" % lang)
        return None
    numbers = [sorted(map(int, re.findall(
        r"^ +(\d+)  \S", group.split("\n\n")[0], re.M)))
        for group in lines[6::3]]
    return int(lines[1]), int(lines[5]), *numbers


def main():
    with open(os.path.join(here, "docs", "ekimu-result.schema.json"),
              encoding="utf-8") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    with tempfile.TemporaryDirectory() as folder:
        files = fill(folder)
        saved = ekimu("scan", "--format", "ndjson", folder)
        results = list(map(json.loads, saved.splitlines()))
        pages = {lang: ekimu("report", "--summary", "--lang", lang, "-",
                             data=saved).decode("utf-8")
                 for lang in ("en", "ja")}
    short = 0
    for result in results:
        for error in validator.iter_errors(result):
            complain("%s: %s" % (result["document"]["path"], error.message))
        short += check_silence(result)
    wanted = counted(results)
    given = {os.path.relpath(result["document"]["path"], folder)[:3]
             for result in results}
    for i in range(files):
        if "%03d" % i not in given:
            complain("no result of file %03d" % i)
    if not short:
        complain("no document of which too little was read")
    for lang, page in pages.items():
        if told(page, lang) != wanted:
            complain("%s: told %s, not %s" % (lang, told(page, lang), wanted))
    print("%d files: %d in full, %d in part; reasons: %s %s %s" % (
        (len(results),) + wanted))
    return 1 if bad else 0


sys.exit(main())
