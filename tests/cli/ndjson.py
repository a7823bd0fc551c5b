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


def scan(form, *options):
    run = subprocess.run([program, "scan", "--quiet", "--format", form,
                          *options, samples], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def documents_of(result):
    return result["bundle"]["documents"] if "bundle" in result \
        else [result["document"]]


def misplaced(result):
    for i, document in enumerate(documents_of(result)):
        if document["format"] in ("plain", "markdown") \
                and document["encoding"] == "UTF-8":
            yield from misplaced_in(document["path"], [
                finding for finding in result["findings"]
                if finding["kind"] == "present"
                and finding.get("document", 0) == i])


def misplaced_in(path, findings):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    data = text.encode("utf-8")
    for finding in findings:
        first, last = finding["span"]["byte"]
        begin, end = finding["span"]["char"]
        line = text.count("\n", 0, begin) + 1
        if data[first:last].decode("utf-8") != finding["quote"] \
                or text[begin:end] != finding["quote"] \
                or line != finding["place"]["line"]:
            yield "%s:%d: %s" % (path, line, finding["rule"])


MARKS = set(" \n\t#|->*")


def uncovered(document):
    """Words of the text that stand in no block, and blocks out of order."""
    text, at = document["content"]["text"].encode("utf-8"), 0
    for block in document["content"]["blocks"]:
        begin, end = block["span"]
        if begin < at or end <= begin:
            yield "block at %d out of order" % begin
        if set(text[at:begin].decode("utf-8")) - MARKS:
            yield text[at:begin].decode("utf-8")
        at = end
    if set(text[at:].decode("utf-8")) - MARKS:
        yield text[at:].decode("utf-8")


def unlike_text(result):
    """Every quote is its slice of the text, whatever the format."""
    text = result["document"]["content"]["text"].encode("utf-8")
    for finding in result["findings"]:
        if finding["kind"] == "present":
            first, last = finding["span"]["byte"]
            if text[first:last].decode("utf-8") != finding["quote"]:
                yield finding["quote"]


def present(result):
    return sum(finding["kind"] == "present" for finding in result["findings"])


def lost(results, bundle):
    """A bundle has every finding of its members, and one set of verdicts; a
    type is absent only where all members lack it."""
    bad = 0
    if present(bundle) != sum(map(present, results)):
        print("the bundle lost findings")
        bad += 1
    if [v["item"] for v in bundle["verdicts"]] != \
            [v["item"] for v in results[0]["verdicts"]]:
        print("the bundle has other verdicts than a document")
        bad += 1
    lacking = [{f["clause"] for f in result["findings"]
                if f["kind"] == "absent"} for result in results + [bundle]]
    if lacking[-1] != set.intersection(*lacking[:-1]):
        print("the bundle lacks %s" % sorted(lacking[-1]))
        bad += 1
    return bad


def main():
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = scan("ndjson").splitlines()
    results = [json.loads(line) for line in lines]
    bundle = json.loads(scan("ndjson", "--bundle", "All"))
    bad = 0
    for result in results + [bundle]:
        for error in validator.iter_errors(result):
            print("%s: %s: %s" % (documents_of(result)[0]["path"],
                                  list(error.absolute_path), error.message))
            bad += 1
        for place in misplaced(result):
            print("%s: the quote does not stand at its place" % place)
            bad += 1
    bad += lost(results, bundle)
    for line in scan("ndjson", "--with-text").splitlines():
        result = json.loads(line)
        wrong = [e.message for e in validator.iter_errors(result)]
        wrong += list(uncovered(result["document"])) + \
            list(unlike_text(result))
        for what in wrong:
            print("%s: %s" % (result["document"]["path"], what))
        bad += len(wrong)
    if json.loads(scan("json")) != results:
        print("json and ndjson differ")
        bad += 1
    findings = sum(len(result["findings"]) for result in results)
    print("%d documents, %d findings" % (len(results), findings))
    return 1 if bad or not findings else 0


sys.exit(main())
