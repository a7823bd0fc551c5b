# SPDX-License-Identifier: Apache-2.0
"""What scan writes is what the schema promises, and every quote stands at its
place in the text."""
import json
import os
import subprocess
import sys

import jsonschema

here = os.environ.get("srcdir", ".")
program = os.environ.get("EKIMU", "./ekimu")
samples = os.path.join(here, "corpora", "samples")
schema_path = os.path.join(here, "docs", "ekimu-result.schema.json")


def scan(form):
    run = subprocess.run([program, "scan", "--quiet", "--format", form,
                          samples], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def misplaced(result):
    path = result["document"]["path"]
    plain = result["document"]["format"] in ("plain", "markdown")
    if not plain or result["document"]["encoding"] != "UTF-8":
        return
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    data = text.encode("utf-8")
    for finding in result["findings"]:
        if finding["kind"] != "present":
            continue
        first, last = finding["span"]["byte"]
        begin, end = finding["span"]["char"]
        line = text.count("\n", 0, begin) + 1
        if data[first:last].decode("utf-8") != finding["quote"] \
                or text[begin:end] != finding["quote"] \
                or line != finding["place"]["line"]:
            yield "%s:%d: %s" % (path, line, finding["rule"])


def main():
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = scan("ndjson").splitlines()
    results = [json.loads(line) for line in lines]
    bad = 0
    for result in results:
        for error in validator.iter_errors(result):
            print("%s: %s: %s" % (result["document"]["path"],
                                  list(error.absolute_path), error.message))
            bad += 1
        for place in misplaced(result):
            print("%s: the quote does not stand at its place" % place)
            bad += 1
    if json.loads(scan("json")) != results:
        print("json and ndjson differ")
        bad += 1
    findings = sum(len(result["findings"]) for result in results)
    print("%d documents, %d findings" % (len(results), findings))
    return 1 if bad or not findings else 0


sys.exit(main())
