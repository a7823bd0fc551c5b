# SPDX-License-Identifier: Apache-2.0
"""ekimu decide, and how decisions stand through five versions of a contract:
carried, moved, edited, lookalike, expired, orphaned; the verdict that rests on
them. Japanese and English; results are scanned once."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

here = os.path.abspath(os.environ.get("srcdir", "."))
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
five = os.path.join(here, "tests", "cli", "five")
CLAUSES = ("provider-viewing", "provider-use", "subcontracting",
           "third-party-disclosure", "security-viewing", "deletion")
# Edits of each version, of all that comes before it. The first renumbers and
# changes widths and punctuation only.
EDITS = {
    "en": [
        lambda t: renumbered(t.replace("after prior notice", "after  prior notice")
                             .replace("fraud, abuse", "fraud , abuse"),
                             "## 1. Scope\n\nThese terms govern the service.\n\n"),
        lambda t: moved(t, "Access", "End").replace(
            " after  prior notice to the Subscriber", ""),
        lambda t: without(copied(t, "Use", "Scope"), "Affiliates"),
        lambda t: t.replace("within thirty days", "within sixty days"),
    ],
    "ja": [
        lambda t: renumbered(t.replace("ため、", "ため,")
                             .replace("30日", "\uff13\uff10日"),
                             "## 第1条(総則)\n\nこの規約は、本サービスの利用に適用されます。\n\n"),
        lambda t: moved(t, "閲覧", "終了").replace("、利用者に事前に通知したうえで", ""),
        lambda t: without(copied(t, "利用)", "総則"), "提供"),
        lambda t: t.replace("\uff13\uff10日以内", "60日以内"),
    ],
}
# (today, clause: standing) of each version.
EXPECTED = [
    ("2026-01-02", dict.fromkeys(CLAUSES, "carried")),
    ("2026-02-01", dict.fromkeys(CLAUSES, "carried")),
    ("2026-03-01", dict(dict.fromkeys(CLAUSES, "carried"),
                        **{"provider-viewing": "moved",
                           "subcontracting": "edited"})),
    ("2026-07-01", {"provider-viewing": "lookalike", "provider-use": "expired",
                    "subcontracting": "edited", "security-viewing": "carried",
                    "third-party-disclosure": "orphan",
                    "deletion": "carried"}),
    ("2026-08-01", {"provider-viewing": "lookalike", "provider-use": "expired",
                    "subcontracting": "edited", "security-viewing": "carried",
                    "third-party-disclosure": "orphan",
                    "deletion": "edited"}),
]
EPOCHS = {"2026-01-02": 1767312000, "2026-02-01": 1769904000,
          "2026-03-01": 1772323200, "2026-07-01": 1782864000,
          "2026-08-01": 1785542400}
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def articles(text):
    return re.split(r"(?m)^(?=## )", text)


def renumbered(text, first):
    parts = articles(text)
    parts.insert(1, first)
    for i, part in enumerate(parts[1:], 1):
        parts[i] = re.sub(r"^## (第?)\d+(条?)",
                          lambda m: "## %s%d%s" % (m[1], i, m[2]), part)
    return "".join(parts)


def named(parts, title):
    return next(i for i, part in enumerate(parts)
                if title in part.split("\n")[0])


def first_sentence(part):
    body = part.split("\n\n")[1]
    return re.match(r"(?s).*?[.。]", body)[0]


def moved(text, source, target):
    parts = articles(text)
    a, b = named(parts, source), named(parts, target)
    words = first_sentence(parts[a])
    parts[a] = parts[a].replace(words, "", 1)
    parts[b] = parts[b].rstrip("\n") + "\n\n" + words + "\n\n"
    return "".join(parts)


def copied(text, source, target):
    """The moved sentence stands in two new places, none of them the old one."""
    parts = articles(text)
    end = parts[-1].rstrip("\n").split("\n\n")
    words = end.pop()
    parts[-1] = "\n\n".join(end) + "\n\n"
    for title in (source, target):
        i = named(parts, title)
        parts[i] = parts[i].rstrip("\n") + "\n\n" + words + "\n\n"
    return "".join(parts)


def without(text, title):
    parts = articles(text)
    del parts[named(parts, title)]
    return "".join(parts)


def ekimu(*arguments, today="2026-01-02", status=0, **more):
    run = subprocess.run(
        [program, *arguments], capture_output=True, check=False,
        env=dict(os.environ, SOURCE_DATE_EPOCH=str(EPOCHS[today]),
                 LC_ALL="C", EKIMU_AUTHOR=""), **more)
    if run.returncode != status:
        check(False, arguments, "status", run.returncode, run.stderr.decode())
    return run.stdout.decode(), run.stderr.decode()


def decide(version, *ids, state="accepted", reason="read", author="A. Reviewer",
           ledger="decisions.jsonl", **more):
    return ekimu("decide", "--decisions", ledger, "--name", version[:2],
                 version + ".ndjson", *ids, "--state", state, "--reason",
                 reason, "--author", author, *more.pop("options", ()), **more)


def judged(version, today, *options, ledger="decisions.jsonl", status=0):
    out, _ = ekimu("report", "--quiet", "--decisions", ledger, "--name",
                   version[:2], "--format", "ndjson", *options,
                   version + ".ndjson", today=today, status=status)
    return json.loads(out)


def make_versions(language):
    with open(os.path.join(five, language + ".md"), encoding="utf-8") as file:
        text = file.read()
    for number in range(5):
        with open("%s%d.md" % (language, number + 1), "w",
                  encoding="utf-8") as file:
            file.write(text)
        if number < 4:
            text = EDITS[language][number](text)


LIST = """# Terms of Vellum Depot

## 1. Disclosure

Vellum Depot may%s disclose Stored Data:
%s
(b) to its parent company;
(c) to a court that has issued a warrant.
"""


def make_lists():
    for name, parts in (("ld1", ("", "")), ("ld2", (" at any time", "")),
                        ("ld3", ("", "\n(a) to a subcontractor;"))):
        with open(name + ".md", "w", encoding="utf-8") as file:
            file.write(LIST % parts)


def led_in():
    """What leads a list in belongs to each of its items; its neighbours do
    not."""
    clauses = ("third-party-disclosure", "judicial-disclosure")
    decide("ld1", *[str(number_of("ld1", c)) for c in clauses])
    for version, standing in (("ld1", "carried"), ("ld2", "changed"),
                              ("ld3", "carried")):
        found = standings(judged(version, "2026-01-02"), "finding")
        check(found == dict.fromkeys(clauses, standing), version, found)


def scan_versions():
    names = ["ld1", "ld2", "ld3"] + [
        "%s%d" % (language, number) for language in EDITS
        for number in range(1, 6)]
    out, _ = ekimu("scan", "--quiet", "--format", "ndjson",
                   *[name + ".md" for name in names])
    for name, line in zip(names, out.splitlines()):
        with open(name + ".ndjson", "w", encoding="utf-8") as file:
            file.write(line + "\n")


def number_of(version, clause):
    with open(version + ".ndjson", encoding="utf-8") as file:
        findings = json.load(file)["findings"]
    return next(i for i, f in enumerate(findings, 1) if f["clause"] == clause)


def decide_first(language):
    version = language + "1"
    for clause in CLAUSES:
        options = ("--expires", "2026-06-30") if clause == "provider-use" else ()
        state = {"security-viewing": "needs-counsel",
                 "third-party-disclosure": "false-positive"}
        decide(version, str(number_of(version, clause)), options=options,
               state=state.get(clause, "accepted"))
    decide(version, "EX-1", "encryption", state="risk-accepted")


def standings(result, about):
    return {r["decision"]["subject"]: r["standing"]
            for r in result.get("decisions", [])
            if r["decision"]["about"] == about}


def words(text):
    return re.sub(r"[\W_\d]+", "", text)


def check_honesty(version, result):
    """What is carried or moved stands at the same words."""
    for review in result["decisions"]:
        if review["standing"] in ("carried", "moved") and "finding" in review \
                and review["decision"]["about"] == "finding":
            finding = result["findings"][review["finding"]]
            check(words(finding["quote"]) ==
                  words(review["decision"]["quote"]), version, review)


def check_redline(version, review):
    result = "".join(p["text"] for p in review["redline"] if p["kind"] != "-")
    before = "".join(p["text"] for p in review["redline"] if p["kind"] != "+")
    check(words(before) == words(review["decision"]["quote"]), version, before)
    check(result != before, version, "a redline without an edit")


def through_versions(language):
    for number, (today, expected) in enumerate(EXPECTED, 1):
        version = "%s%d" % (language, number)
        result = judged(version, today)
        found = standings(result, "finding")
        check(found == expected, version, found)
        check(standings(result, "absence") == {"encryption": "carried"},
              version, "absence")
        check(standings(result, "verdict") ==
              {"EX-1": "carried" if number < 3 else "changed"}, version,
              standings(result, "verdict"))
        check_honesty(version, result)
        for review in result["decisions"]:
            if review["standing"] == "edited":
                check_redline(version, review)
        listed, _ = ekimu("decide", "--decisions", "decisions.jsonl", "--name",
                          language, version + ".ndjson", today=today)
        for review in result["decisions"]:
            check(review["decision"]["subject"] in listed, version, "listed",
                  review["decision"]["subject"])


def redecided(language):
    """A new decision replaces what led to it; an orphan is withdrawn."""
    version, today = language + "5", "2026-08-01"
    before = judged(version, today)
    numbers = [str(r["finding"] + 1) for r in before["decisions"]
               if r["standing"] in ("edited", "expired")]
    orphan = next(r["decision"]["id"] for r in before["decisions"]
                  if r["standing"] == "orphan")
    decide(version, *numbers, "EX-1", today=today)
    decide(version, orphan[:9], state="open", today=today)
    after = judged(version, today)
    check(set(standings(after, "finding").values()) == {"carried", "lookalike"},
          version, standings(after, "finding"))
    check(standings(after, "verdict") == {"EX-1": "carried"}, version, "EX-1")
    check(standings(judged(language + "1", today), "verdict") ==
          {"EX-1": "changed"}, version, "a decision on the new is none on the old")


def exit_statuses():
    """The table of docs/decisions.md."""
    fail = ("--fail-on", "needs-review")
    judged("en1", "2026-01-02", *fail, status=1)
    judged("en1", "2026-01-02", *fail, "--except-decided", status=0)
    judged("en3", "2026-03-01", *fail, "--except-decided", status=1)
    rows = (("accepted", 0), ("risk-accepted", 0), ("false-positive", 0),
            ("needs-counsel", 1), ("open", 1))
    for state, status in rows:
        if os.path.exists("one.jsonl"):
            os.remove("one.jsonl")
        decide("en1", "EX-1", ledger="one.jsonl")
        decide("en1", "EX-1", ledger="one.jsonl", state=state)
        judged("en1", "2026-01-02", *fail, "--except-decided",
               ledger="one.jsonl", status=status)
    os.remove("one.jsonl")
    numbers = [str(number_of("en1", c)) for c in CLAUSES]
    decide("en1", *numbers, ledger="one.jsonl", state="accepted")
    judged("en1", "2026-01-02", *fail, "--except-decided", ledger="one.jsonl",
           status=1)
    decide("en1", *numbers, ledger="one.jsonl", state="false-positive")
    result = judged("en1", "2026-01-02", *fail, "--except-decided",
                    ledger="one.jsonl", status=0)
    check(next(v for v in result["verdicts"] if v["item"] == "EX-1")["status"]
          == "indicated", "a decision changed a verdict")
    ekimu("report", "--except-decided", "en1.ndjson", status=2)


def other_contract():
    _, said = ekimu("report", "--decisions", "decisions.jsonl", "--name", "zz",
                    "--format", "ndjson", "en1.ndjson")
    check("contracts that were not here" in said, "unmet", said)
    check('"decisions"' not in _, "a decision on another contract is shown")


def misuse():
    asked = ("decide", "--decisions", "x.jsonl", "--name", "en", "en1.ndjson")
    said = ("--reason", "r", "--author", "a")
    for arguments, word in (
            (("decide", "en1.ndjson"), "--decisions FILE or --store FILE"),
            (asked + ("EX-1", "--state", "safe") + said, "safe"),
            (asked + ("EX-1", "--state", "accepted", "--author", "a"), "reason"),
            (asked + ("EX-1", "--state", "accepted", "--reason", "r"), "author"),
            (asked + ("EX-9", "--state", "accepted") + said, "EX-9"),
            (asked + ("2222", "--state", "accepted") + said, "2222"),
            (asked + ("deletion", "--state", "accepted") + said, "addressed"),
            (asked + ("EX-1", "--state", "open") + said, "withdraw"),
            (asked + ("EX-1", "--state", "accepted", "--date", "2026-02-30")
             + said, "2026-02-30"),
            (asked + ("EX-1", "--state", "accepted", "--expires", "2025-01-01")
             + said, "--expires"),
            (("report", "--decisions", "none.jsonl", "en1.ndjson"),
             "none.jsonl")):
        _, err = ekimu(*arguments, status=2)
        check(word in err, arguments, err)
    check(not os.path.exists("x.jsonl"), "misuse left a file")


def bad_lines():
    """Named with their line; the others count, and the file is not touched."""
    with open("decisions.jsonl", encoding="utf-8") as file:
        lines = file.read().splitlines()
    check(lines == sorted(lines), "lines are not sorted")
    forged = lines[0].replace('"state":"accepted"', '"state":"false-positive"') \
        if '"state":"accepted"' in lines[0] else lines[0][:-20]
    text = "\n".join(["<<<<<<< ours", lines[1], "=======", lines[2],
                      ">>>>>>> theirs", forged, "{]", '{"a":1}', ""] + lines[3:])
    with open("bad.jsonl", "w", encoding="utf-8") as file:
        file.write(text)
    _, said = ekimu("report", "--decisions", "bad.jsonl", "--name", "en",
                    "--format", "ndjson", "en1.ndjson", status=3)
    for place in ("bad.jsonl:1:", "bad.jsonl:6:", "bad.jsonl:7:", "bad.jsonl:8:"):
        check(place in said, place, said)
    check("unfinished" in said, "conflict", said)
    decide("en1", "EX-1", ledger="bad.jsonl", status=3)
    with open("bad.jsonl", encoding="utf-8") as file:
        check(file.read() == text, "a file with bad lines was written")


def exchange():
    """Between files and a store, both ways, nothing twice, nothing lost."""
    ekimu("decide", "--store", "s.db", "--import", "decisions.jsonl")
    ekimu("decide", "--store", "s.db", "--export", "out.jsonl")
    ekimu("decide", "--store", "s.db", "--import", "out.jsonl")
    ekimu("decide", "--store", "s.db", "--export", "out.jsonl")
    with open("decisions.jsonl", "rb") as a, open("out.jsonl", "rb") as b:
        check(a.read() == b.read(), "the store gave other decisions back")
    ekimu("decide", "--store", "s.db", "ja", "--export", "ja.jsonl")
    with open("ja.jsonl", encoding="utf-8") as file:
        check({json.loads(line)["contract"] for line in file} == {"ja"},
              "export of one contract")
    out, _ = ekimu("report", "--store", "s.db", "--name", "ja", "--format",
                   "ndjson", "ja2.ndjson")
    check(out == json_line("ja2"), "the store's decisions stand otherwise")


def json_line(version):
    out, _ = ekimu("report", "--quiet", "--decisions", "decisions.jsonl",
                   "--name", version[:2], "--format", "ndjson",
                   version + ".ndjson")
    return out


def at_once():
    """Many write to one file at the same time: each is kept."""
    runs = [subprocess.Popen(
        [program, "decide", "--quiet", "--decisions", "many.jsonl", "--name",
         "en", "en1.ndjson", "EX-1", "--state", "accepted", "--reason",
         "r%d" % i, "--author", "a"], env=dict(os.environ, LC_ALL="C"))
        for i in range(12)]
    check(not any(run.wait() for run in runs), "a writer failed")
    with open("many.jsonl", encoding="utf-8") as file:
        check(len({json.loads(line)["reason"] for line in file}) == 12,
              "writers at the same time lost a decision")


def main():
    room = tempfile.mkdtemp()
    try:
        os.chdir(room)
        for language in EDITS:
            make_versions(language)
        make_lists()
        scan_versions()
        for language in EDITS:
            decide_first(language)
            through_versions(language)
        led_in()
        exit_statuses()
        for language in EDITS:
            redecided(language)
        other_contract()
        misuse()
        bad_lines()
        exchange()
        at_once()
    finally:
        shutil.rmtree(room)
    return 1 if BAD else 0


sys.exit(main())
