# SPDX-License-Identifier: Apache-2.0
"""ekimu report: saved results give what the scan gave, in every format, and
what is no result among them is named and costs nothing else."""
import json
import os
import sys

from room import (ONE, asked, check, ekimu, read, run, samples, tree, write,
                  writes_workbooks)

FORMATS = ("term", "json", "ndjson", "sarif", "csv", "md")


def folder_of(command, *arguments):
    """The files of one run: that each is what its format gives alone is held
    by output.py."""
    out = "out-%d" % len(os.listdir("."))
    done = ekimu(command, "-q", *arguments, "-o", out)
    check(not done.returncode, command, arguments, done)
    return tree(out)


def as_the_scan(options):
    """Every format from ndjson, from json and from standard input."""
    for more in [], ["--lang", "ja"], ["--all"], ["--summary"]:
        forms = asked(FORMATS if len(more) != 1 else ("term", "md"))
        scanned = folder_of("scan", *options, *more, *forms, samples)
        check(len(scanned) == len(forms) // 2, sorted(scanned))
        if not more:
            write("r.ndjson", scanned["ekimu.ndjson"])
            write("r.json", scanned["ekimu.json"])
            from_standard_input(scanned)
        for saved in "r.ndjson", "r.json":
            again = folder_of("report", *more, *forms, saved)
            for name, data in scanned.items():
                check(again.get(name) == data, "report", name, more, saved)
    questions = ekimu("scan", "-q", "--questions", *options, samples).stdout
    check(questions and ekimu("report", "-q", "--questions",
                              "r.ndjson").stdout == questions, "questions")


def from_standard_input(scanned):
    for form in FORMATS:
        done = ekimu("report", "-q", "--format", form, "-",
                     input=scanned["ekimu.ndjson"])
        name = "ekimu." + {"term": "txt"}.get(form, form)
        check(done.stdout == scanned[name] and not done.returncode, "report",
              form, "-", done.stderr)


def pages_as_the_scan():
    """With their text, results give the same pages."""
    forms = asked(["html", "md"] + ["xlsx"] * writes_workbooks())
    scanned = folder_of("scan", "--with-text", *forms, *asked(["ndjson"]),
                        samples)
    write("t.ndjson", scanned.pop("ekimu.ndjson"))
    rendered = folder_of("report", *forms, "t.ndjson")
    check(sorted(scanned) == sorted(rendered) and len(scanned) > 5, rendered)
    for name in scanned:
        check(scanned[name] == rendered.get(name), name, "differs")


def statuses():
    """Those of the scan."""
    write("empty.txt", b"")
    for options, paths in (([], [ONE]), ([], [ONE, "empty.txt"]),
                           (["--fail-on", "indicated"], [samples]),
                           (["--fail-on", "indicated"], [ONE]),
                           (["--limit", "memory=1M"], [samples])):
        done = ekimu("scan", "--format", "ndjson", "-o", "s.ndjson", *options,
                     *paths)
        fail_on = options if "--fail-on" in options else []
        again = ekimu("report", *fail_on, "s.ndjson")
        check(done.returncode == again.returncode, options, paths,
              done.returncode, again)


def bad_lines():
    good = read("r.ndjson").splitlines(keepends=True)
    cases = {
        "mixed.ndjson": (good[0] + b"\n{\"ekimu\":1}\n" + good[1] + b"junk\n"
                         + good[2][:500] + b"\n" + good[3], (3, 5, 6), 3),
        "cut.ndjson": (good[0] + good[1][:-20], (2,), 1),
        "cut.json": (read("r.json")[:-400], None, len(good) - 1),
        "open.json": (read("r.json")[:-2], None, len(good)),
        "object.json": (json.dumps(json.loads(good[0]), indent=1,
                                   ensure_ascii=False).encode(), (), 1),
        "bom.ndjson": (b"\xef\xbb\xbf" + good[0], (), 1),
        "crlf.ndjson": (good[0].rstrip() + b"\r\n" + good[1], (), 2),
        "array.json": (b"[null, 1, \n" + good[0] + b", \"x{\"\n,\n" + good[1]
                       + b"]\n", (1, 3), 2),
        "binary": (bytes(range(256)) * 300, None, 0),
        "nothing": (b"", (), 0),
        "nothing.json": (b"[]\n", (), 0),
    }
    for name, (data, lines, wanted) in cases.items():
        write(name, data)
        done = ekimu("report", "--format", "ndjson", name)
        said = done.stderr.decode("utf-8", "replace")
        results = done.stdout.splitlines()
        check(len(results) == wanted, name, len(results), said[:300])
        check(done.returncode == (0 if lines == () else 3), name, done)
        for line in lines or ():
            check("%s:%d: " % (name, line) in said, name, line, said)
        if lines is not None:
            check(said.count("%s:" % name) == len(lines), name, said)
    write("other.txt", b"no result\n" * 500 + good[0] + b"no result\n")
    done = ekimu("report", "--format", "ndjson", "other.txt")
    check(done.returncode == 3 and len(done.stdout.splitlines()) == 1
          and done.stderr.count(b"other.txt:") == 12
          and b": 490 more" in done.stderr and b":502: " in done.stderr, done)
    done = ekimu("report", "absent.ndjson", ".", "r.ndjson", "--format", "md")
    check(done.returncode == 3 and b"absent.ndjson" in done.stderr
          and done.stdout == ekimu("scan", "--format", "md", samples).stdout,
          "absent files", done.stderr)
    check(ekimu("report").returncode == 2, "nothing named")


def other_pack():
    result = json.loads(read("r.ndjson").splitlines()[0])
    result["pack"]["fingerprint"] = "0" * 64
    result["pack"]["version"] = "0.0.1"
    write("old.ndjson", (json.dumps(result, ensure_ascii=False) + "\n"
                         ).encode() * 2)
    done = ekimu("report", "--format", "sarif", "old.ndjson")
    check(done.returncode == 0 and done.stderr.count(b"0.0.1") == 1, done)
    json.loads(done.stdout)
    result["findings"][0]["clause"] = "not-of-this-pack"
    write("old.ndjson", (json.dumps(result) + "\n").encode())
    sarif = json.loads(ekimu("report", "-q", "--format", "sarif",
                             "old.ndjson").stdout)["runs"][0]
    rules = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    for found in sarif["results"]:
        at = found.get("ruleIndex", -1)
        check(found["ruleId"] not in rules if at == -1
              else rules[at] == found["ruleId"], "ruleIndex", at)


sys.exit(run(lambda: as_the_scan(["--bundle", "Both"]),
             lambda: as_the_scan([]), pages_as_the_scan, statuses, bad_lines,
             other_pack))
