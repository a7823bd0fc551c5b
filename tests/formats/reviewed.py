# SPDX-License-Identifier: Apache-2.0
"""Saved results to which decisions are added by hand: one of every standing."""
import json
import os

import tools

SAMPLES = os.path.join(tools.TOP, "corpora", "samples")


def results(*names, text=False):
    run = tools.ekimu("scan", "--quiet", "--format", "ndjson",
                      *(["--with-text"] if text else []),
                      *[os.path.join(SAMPLES, name) for name in names])
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def decision(result, number, about, subject, **more):
    """A decision with an id of its own."""
    made = {"contract": result["document"]["path"], "about": about,
            "subject": subject, "fingerprint": "%016x" % number,
            "date": "2026-11-%02d" % (number % 28 + 1),
            "id": "%016x" % (number + 4096), "replaces": "", "state":
            "accepted", "author": "A. Reviewer", "reason": "", "expires": "",
            "rule": "", "wording": "", "alike": 1, "quote": ""}
    made.update(more)
    return made


def review(standing, made, finding=None, verdict=None, redline=None):
    one = {"standing": standing}
    if finding is not None:
        one["finding"] = finding
    if verdict is not None:
        one["verdict"] = verdict
    one["decision"] = made
    if redline:
        one["redline"] = [{"kind": kind, "text": text}
                          for kind, text in redline]
    return one


def on_finding(result, at, number, standing, state, redline=None, **more):
    finding = result["findings"][at]
    about = "finding" if finding["kind"] == "present" else "absence"
    made = decision(result, number, about, finding["clause"], state=state,
                    rule=finding["rule"], quote=finding.get("quote", ""),
                    fingerprint=finding.get("fingerprint", ""), **more)
    return review(standing, made, finding=at, redline=redline)


def on_verdict(result, item, number, standing, state, **more):
    lines = result["verdicts"] + result["checklist"]
    at = [v["item"] for v in lines].index(item)
    made = decision(result, number, "verdict", item, state=state,
                    rule=lines[at]["row"], quote=lines[at]["status"], **more)
    return review(standing, made, verdict=at)


def decide(result):
    """Adds them; the findings 0..5 must be present ones."""
    quote = result["findings"][2]["quote"]
    half = len(quote) // 2
    gone = decision(result, 40, "finding", "judicial-disclosure",
                    quote="We disclose what a court orders us to disclose.",
                    state="accepted", reason="Court orders only.")
    absent = [i for i, f in enumerate(result["findings"])
              if f["kind"] == "absent"][0]
    result["decisions"] = [
        on_finding(result, 0, 1, "carried", "false-positive",
                   reason="Speaks of the account, not of what is stored.",
                   expires="2027-05-01"),
        on_finding(result, 1, 2, "moved", "risk-accepted",
                   author="\u5c71\u7530", reason="\u66d6\u6627\u3060\u304c"
                   "\u5f71\u97ff\u306f\u5c0f\u3055\u3044\u3002"),
        on_finding(result, 2, 3, "edited", "accepted", redline=[
            ("=", quote[:half]), ("-", quote[half:half + 9]),
            ("+", "NEW WORDS"), ("=", quote[half + 9:])]),
        on_finding(result, 3, 4, "lookalike", "false-positive"),
        on_finding(result, 4, 5, "expired", "risk-accepted",
                   expires="2026-11-30"),
        on_finding(result, 5, 6, "divided", "accepted"),
        on_finding(result, 5, 7, "divided", "needs-counsel",
                   author="B. Other"),
        on_finding(result, absent, 8, "carried", "needs-counsel"),
        on_verdict(result, "EX-1", 9, "changed", "accepted",
                   reason="As discussed."),
        on_verdict(result, "G1-1", 10, "carried", "needs-counsel"),
        on_verdict(result, "QA55.location", 11, "carried", "accepted"),
        review("orphan", gone),
    ]
    return result


def save(path, made):
    with open(path, "w", encoding="utf-8") as file:
        for result in made:
            file.write(json.dumps(order(result), ensure_ascii=False) + "\n")


def order(result):
    """The keys in the order of the format, decisions being the last."""
    return result
