# SPDX-License-Identifier: Apache-2.0
"""What compare writes agrees with what scan writes of each candidate, stands in
the order given, and is what the schema promises."""
import json
import os
import subprocess
import sys

import jsonschema

here = os.environ.get("srcdir", ".")
program = os.environ.get("EKIMU", "./ekimu")
samples = os.path.join(here, "corpora", "samples")


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True,
                          check=False)
    return json.loads(done.stdout.decode("utf-8"))


def outcomes(verdicts):
    return [(v["item"], v["status"], v["row"]) for v in verdicts]


def differs(candidate, result):
    asked = {to: [q["id"] for q in result["questions"] if q["to"] == to]
             for to in ("provider", "reviewer", "user")}
    for key in ("verdicts", "checklist"):
        if outcomes(candidate[key]) != outcomes(result[key]):
            yield key
    if candidate["questions"] != asked:
        yield "questions"
    first = next(v for v in result["verdicts"] if v["item"] == "EX-1")
    strong = sum(e["contribution"] == "strong"
                 and result["findings"][e["i"]]["tier"] == "finding"
                 for e in first["findings"])
    if candidate["evidence"]["strong"] != strong:
        yield "evidence"


def main():
    with open(os.path.join(here, "docs", "ekimu-compare.schema.json"),
              encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    names = sorted(os.listdir(samples))
    paths = [os.path.join(samples, name) for name in names
             if name.endswith((".md", ".txt"))][:4]
    paths.reverse()
    absent = os.path.join(samples, "absent.md")
    quiet = ("--quiet", "--format")
    compared = run("compare", *quiet, "json", *paths,
                   "Two=" + ",".join(paths[:2]), absent)
    results = [run("scan", *quiet, "ndjson", path) for path in paths]
    results.append(run("scan", *quiet, "ndjson", "--bundle", "Two",
                       *paths[:2]))
    results.append(run("scan", *quiet, "ndjson", absent))
    bad = 0
    for error in jsonschema.Draft202012Validator(schema).iter_errors(compared):
        print("%s: %s" % (list(error.absolute_path), error.message))
        bad += 1
    candidates = compared["candidates"]
    if [c["name"] for c in candidates] != paths + ["Two", absent]:
        print("the order is not the one given")
        bad += 1
    for candidate, result in zip(candidates, results):
        for key in differs(candidate, result):
            print("%s: %s are not those of scan" % (candidate["name"], key))
            bad += 1
    print("%d candidates" % len(candidates))
    return 1 if bad or len(candidates) != len(results) else 0


sys.exit(main())
