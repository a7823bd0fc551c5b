#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two versions of a contract. What is no change of substance (numbers of
clauses, their order, widths, quotes, line breaks) is none; what is one is told
by its clause type; and two versions the other way round tell the reverse."""
import json
import os
import re
import subprocess
import sys
import tempfile

EKIMU = os.environ.get("EKIMU", "./ekimu")
TOP = os.path.join(os.environ.get("srcdir", "."), "corpora", "samples")
DIFFER = os.path.join(os.path.dirname(EKIMU), "tests", "diff", "differ")
faults = []


def sample(name):
    with open(os.path.join(TOP, name), encoding="utf-8") as file:
        return file.read()


def diff(old, new, *options, suffix=".txt"):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in (("old", old), ("new", new)):
            paths.append(os.path.join(folder, name + suffix))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        done = subprocess.run([EKIMU, "diff", "-q", "--format", "json",
                               *options, *paths], capture_output=True,
                              check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"status {done.returncode}: {done.stderr.decode()}")
    found = json.loads(done.stdout)
    if found["substance"] != (done.returncode == 1):
        faults.append("the status does not tell the substance")
    return found


def told(found):
    return sorted((s["clause"], s["kind"], s["shift"])
                  for s in found["statements"])


def quiet(pairs):
    """What many pairs (name, old, new, suffix) tell, compared in one process."""
    words = b""
    for _, old, new, suffix in pairs:
        old, new = old.encode(), new.encode()
        words += b"%d %d x%s\n%s%s" % (len(old), len(new), suffix.encode(),
                                       old, new)
    done = subprocess.run([DIFFER], input=words, capture_output=True,
                          check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != 2 * len(pairs):
        raise SystemExit(f"{len(lines)} lines of {len(pairs)} pairs")
    for (what, *_), found in zip(pairs, lines[::2]):
        if found["substance"]:
            faults.append(f"{what}: {told(found)} "
                          f"{[v['after']['item'] for v in found['verdicts']]}")
    return lines[::2]


def weights(found):
    return {c["weight"] for c in found["changes"]}


def renumbered(text):
    return re.sub(r"第(\d+)条", lambda m: f"第{int(m[1]) + 1}条", text)


def typographic(text):
    text = re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text)
    return text.replace("'", "\u2019")


def wide(text):
    return re.sub(r"\d", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def shuffled(text):
    """The last two articles of a Japanese contract the other way round."""
    parts = re.split(r"(?m)^(?=第\d+条)", text)
    parts[-1] = parts[-1].rstrip("\n") + "\n"
    return "".join(parts[:-2] + [parts[-1], parts[-2]])


def nothing_of_substance():
    same, others = [], []
    for name in sorted(os.listdir(TOP)):
        _, suffix = os.path.splitext(name)
        if suffix == ".tsv":
            continue
        try:
            text = sample(name)
        except UnicodeDecodeError:
            continue
        same.append((f"{name} and itself", text, text, suffix))
        if suffix != ".html":
            others.append((f"{name}: quotes", text, typographic(text), suffix))
    japanese = sample("ja-suirei-vault.txt")
    for what, change in (("renumbered", renumbered), ("wide digits", wide),
                         ("shuffled", shuffled)):
        others.append((what, japanese, change(japanese), ".txt"))
    found = quiet(same + others)
    for (what, *_), one in zip(same, found):
        if one["changes"]:
            faults.append(f"{what}: {len(one['changes'])} changes")
    if not any("moved" in c["what"] for c in found[-1]["changes"]):
        faults.append("shuffled: nothing has moved")
    if diff(japanese, japanese)["changes"]:
        faults.append("a contract and itself: changes")


EDITS = (
    ("ja-suirei-vault.txt", "契約者の事前の承諾を得て登録データを閲覧する",
     "必要と認めて登録データを閲覧する", "security-viewing"),
    ("ja-suirei-vault.txt", "日本国内に設置するデータセンターにのみ保存",
     "国内外のデータセンターに保存", "server-location"),
    ("ja-suirei-vault.txt", "当社は、登録データの内容を閲覧し、又は第三者に開示しない。",
     "当社は、登録データの内容を閲覧することができる。", "provider-viewing"),
    ("en-harrowgate-cloud.txt", "with Customer's prior written consent", "",
     None),
)


def of_substance():
    for name, before, after, clause in EDITS:
        old = sample(name)
        if before not in old:
            if clause:
                faults.append(f"{name} does not say {before}")
            continue
        new = old.replace(before, after, 1)
        there, back = diff(old, new), diff(new, old)
        if clause and clause not in {s["clause"] for s in there["statements"]}:
            faults.append(f"{name}: {clause} is not among {told(there)}")
        mirror(name, there, back)


def mirror(name, there, back):
    other = {"gained": "lost", "lost": "gained", "stronger": "weaker",
             "weaker": "stronger"}
    turned = sorted((c, other.get(k, k), other.get(s, s))
                    for c, k, s in told(back))
    if told(there) != turned:
        faults.append(f"{name}: {told(there)} is not the reverse of "
                      f"{told(back)}")
    if weights(there) != weights(back):
        faults.append(f"{name}: other weights the other way round")


def pieces_are_the_text():
    old = sample("ja-suirei-vault.txt")
    new = old.replace("30日前", "7日前", 1)
    for change in diff(old, new)["changes"]:
        text = "".join(p["text"] for p in change["pieces"]
                       if p["kind"] != "deleted")
        if text not in new:
            faults.append(f"'{text}' does not stand in the new version")


def main():
    nothing_of_substance()
    of_substance()
    pieces_are_the_text()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
