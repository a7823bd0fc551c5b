# SPDX-License-Identifier: Apache-2.0
"""ekimu report: saved results give what the scan gave, in every format, and
what is no result among them is named and costs nothing else."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

here = os.path.abspath(os.environ.get("srcdir", "."))
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
corpus = os.path.join(here, "corpora", "samples")
samples = "samples"
FORMATS = ("term", "json", "ndjson", "sarif", "csv", "md")
SAMPLES = ("ja-suirei-vault.txt", "en-plumkite.md", "ja-yuzuriha-kintai.html",
           "en-sablekey-store.md")
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def ekimu(*arguments, **more):
    return subprocess.run([program, *arguments], capture_output=True,
                          check=False, **more)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def tree(folder):
    return {name: read(os.path.join(folder, name))
            for name in os.listdir(folder)}


def as_the_scan(options):
    """Every format from ndjson, from json and from standard input."""
    lines = ekimu("scan", "-q", *options, "--format", "ndjson",
                  samples).stdout
    write("r.ndjson", lines)
    write("r.json", ekimu("scan", "-q", *options, "--format", "json",
                          samples).stdout)
    for more in ([], ["--lang", "ja"], ["--all"], ["--summary"]):
        for form in FORMATS if len(more) != 1 else ("term", "md"):
            scanned = ekimu("scan", "-q", *options, "--format", form, *more,
                            samples)
            for saved in "r.ndjson", "r.json", "-":
                done = ekimu("report", "-q", "--format", form, *more, saved,
                             input=lines)
                check(done.stdout == scanned.stdout and not done.returncode,
                      "report", form, more, saved, done.stderr)
    questions = ekimu("scan", "-q", "--questions", *options, samples).stdout
    check(ekimu("report", "-q", "--questions", "r.ndjson").stdout == questions,
          "questions")


def pages_as_the_scan():
    """With their text, results give the same pages."""
    with open("t.ndjson", "wb") as file:
        file.write(ekimu("scan", "-q", "--with-text", "--format", "ndjson",
                         samples).stdout)
    forms = ["--format", "html", "--format", "md"]
    if b"xlsx" in ekimu("scan", "--format", "?", ".").stderr:
        forms += ["--format", "xlsx"]
    ekimu("scan", "-q", *forms, "-o", "scanned", samples)
    ekimu("report", "-q", *forms, "-o", "rendered", "t.ndjson")
    scanned, rendered = tree("scanned"), tree("rendered")
    check(sorted(scanned) == sorted(rendered) and len(scanned) > 5, rendered)
    for name in scanned:
        check(scanned[name] == rendered.get(name), name, "differs")


def statuses():
    """Those of the scan."""
    one = "samples/ja-suirei-vault.txt"
    write("empty.txt", b"")
    for options, paths in (([], [one]), ([], [one, "empty.txt"]),
                           (["--fail-on", "indicated"], [samples]),
                           (["--fail-on", "indicated"], [one]),
                           (["--limit", "memory=1M"], [samples])):
        limits = [word for word in options if "fail" not in word
                  and word != "indicated"]
        done = ekimu("scan", *options, *paths)
        write("s.ndjson", ekimu("scan", "--format", "ndjson", *limits,
                                *paths).stdout)
        fail_on = [word for word in options if word not in limits]
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


def main():
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        os.mkdir(samples)
        for name in SAMPLES:
            shutil.copy(os.path.join(corpus, name), samples)
        as_the_scan(["--bundle", "Both"])
        as_the_scan([])
        for part in pages_as_the_scan, statuses, bad_lines, other_pack:
            part()
        os.chdir(here)
    return 1 if BAD else 0


sys.exit(main())
