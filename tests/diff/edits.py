#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generated edits: the program has to tell what was done to a contract, and no
more, whatever was done besides to its line breaks, pages, widths, quotes and numbers.
Prints precision and recall of each kind of edit, and wants those of floors.tsv.
Of an edit in substance, precision tells how often it was also said which way it
went. About 120 edits; with EKIMU_TESTS=all, or a number as argument, 1,000 or so
many; a second number is a seed, -v says what was wrong."""
import json
import os
import random
import subprocess
import sys
import unicodedata

import mutations
from contract import Contract, Line, quoted, rewrapped, wide
from wordings import PARTIES, SUBSTANCE

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..", "corpora", "samples")
DIFFER = os.path.join(os.path.dirname(os.environ.get("EKIMU", "./ekimu")),
                      "tests", "diff", "differ")
FEW, MANY = 120, 1000
EDITS = ("insert", "remove", "edit", "edit", "number", "split", "merge",
         "move")
SAMPLES = ("en-harrowgate-cloud.txt", "en-ellersby-university.txt",
           "en-osterveld-dpa.md", "en-sablekey-store.md",
           "ja-en-orikata-api.txt", "ja-itosugi-dpa.txt",
           "ja-namikoshi-shiyosho.txt", "ja-suirei-vault.txt",
           "ja-kotori-desk.md", "ja-mukudori-whitepaper.md")


class Case:
    """Two versions, and what is to be told of them."""

    def __init__(self, name, old, new, noise, truth):
        self.name, self.noise, self.truth = name, noise, truth
        self.old, self.before = old
        self.new, self.after = new
        self.wanted = None  # clause types, of substance


def noisy(noise):
    def change(text):
        text = quoted(text) if "quotes" in noise else text
        text = wide(text) if "widths" in noise else text
        return rewrapped(text) if "lines" in noise else text
    return change


def noise_of(name, dice):
    noise = {kind for kind, chance in (("lines", .25), ("widths", .25),
                                       ("quotes", .25), ("pages", .15),
                                       ("labels", .6))
             if dice.random() < chance}
    return noise - {"lines"} if name.endswith(".md") else noise


def put_on_pages(contract, lines=14):
    """A running head and the number of the page between them."""
    pages = [contract.lines[i:i + lines]
             for i in range(0, len(contract.lines), lines)]
    for number, page in enumerate(pages, 1):
        for text in ("", f"- {number} -", "", "Terms 利用条件", ""):
            page.append(Line(text))
            page[-1].origins = set()
    contract.lines = [line for page in pages for line in page]


def finish(name, old, new, noise, truth):
    if "labels" in noise:
        new.relabel()
    if "pages" in noise:
        put_on_pages(new)
    return Case(name, old.compose(), new.compose(noisy(noise)), noise, truth)


def edited(name, contract, count, dice):
    new, taken, truth = contract.copy(), set(), [set()]
    noise = noise_of(name, dice)
    for _ in range(count):
        kind = dice.choice(EDITS)
        found = getattr(mutations, kind)(new, dice, taken)
        answers = found if isinstance(found, tuple) else (found,)
        truth = [t | answer for t in truth for answer in answers]
        noise |= {"labels"} if kind == "insert" else set()
        taken = {origin for t in truth for _, origin in t}
    return finish(name, contract, new, noise, truth)


def in_substance(name, contract, row, dice):
    kind, types, before, after = row
    parties = dict(zip("PCD", PARTIES[name]))
    old, places = contract.copy(), mutations.sentences(contract, set())
    place = dice.choice(places)
    line = mutations.with_label_of(old.lines[place], before.format(**parties))
    old.lines[place + 1:place + 1] = mutations.gap_of(old, place) + [line]
    new = old.copy()
    line = next(one for one in new.lines if one.origins == line.origins)
    if after:
        line.body = after.format(**parties)
    else:
        new.lines.remove(line)
    case = finish(name, old, new, noise_of(name, dice), [set()])
    case.wanted = kind, set(types.split())
    return case


def read_samples():
    samples = {}
    for name in SAMPLES:
        with open(os.path.join(TOP, name), encoding="utf-8") as file:
            samples[name] = Contract(file.read())
    return samples


def only_noise(samples, apart):
    """Nothing but what is no edit, all at once or each apart."""
    every = ("lines", "widths", "quotes", "labels", "pages")
    for name, contract in samples.items():
        for noise in map(lambda one: {one}, every) if apart else [set(every)]:
            noise -= {"lines"} if name.endswith(".md") else set()
            if not noise:
                continue
            yield finish(name, contract, contract.copy(), noise, [set()])


def cases_of(count, dice):
    samples = read_samples()
    cases = list(only_noise(samples, count >= MANY))
    rows = [(name, row) for name in PARTIES if PARTIES[name]
            for row in SUBSTANCE[name.startswith("ja")]]
    dice.shuffle(rows)
    for name, row in rows[:max(len(rows) if count >= MANY else count // 5, 1)]:
        cases.append(in_substance(name, samples[name], row, dice))
    count -= len(cases)
    while count > 0:
        name = dice.choice(SAMPLES)
        edits = min(dice.randint(1, 4), count)
        cases.append(edited(name, samples[name], edits, dice))
        count -= edits
    return sorted(cases, key=lambda case: (case.name, case.old))


def compare(cases):
    """By case: old to new, and new to old."""
    parts, last = [], None
    for case in cases:
        old, new = case.old.encode(), case.new.encode()
        again = last == (case.name, old)
        last = case.name, old
        parts += [f"{0 if again else len(old)} {len(new)} {case.name}\n"
                  .encode(), b"" if again else old, new]
    done = subprocess.run([DIFFER], input=b"".join(parts), check=True,
                          stdout=subprocess.PIPE)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != 2 * len(cases):
        raise SystemExit(f"{len(lines)} answers to {len(cases)} pairs")
    return list(zip(lines[::2], lines[1::2]))


def origins_of(places, spans):
    return {origin for place in places for first, end, origins in spans
            if place["byte"][0] < end and first < place["byte"][1]
            for origin in origins}


def reported(case, found):
    told = set()
    for change in found["changes"]:
        where = origins_of(change["before"], case.before) \
            | origins_of(change["after"], case.after)
        kinds = set(change["what"]) - {"renumbered"}
        if "lines" in case.noise:
            kinds -= {"split", "merged"}
        told |= {(kind, origin) for kind in kinds for origin in where}
    return told


class Tally:
    def __init__(self):
        self.right, self.told, self.true = {}, {}, {}

    def add(self, right, told, true):
        for counts, items in ((self.right, right), (self.told, told),
                              (self.true, true)):
            for kind in items:
                counts[kind] = counts.get(kind, 0) + 1

    def rows(self):
        for kind in sorted(set(self.told) | set(self.true)):
            right = self.right.get(kind, 0)
            told, true = self.told.get(kind, 0), self.true.get(kind, 0)
            yield (kind, right / told if told else 1.0,
                   right / true if true else 1.0, true)


def excerpt(case, origin):
    for spans, text in ((case.after, case.new), (case.before, case.old)):
        for first, end, origins in spans:
            if origin in origins:
                return text.encode()[first:end].decode().replace("\n", " ")
    return "?"


def explain(case, right, told, truth):
    for sign, items in (("too much", told - right), ("missed", truth - right)):
        for kind, origin in sorted(items):
            print(f"{case.name} {sorted(case.noise)}: {sign}: {kind}: "
                  f"{excerpt(case, origin)[:150]}")


def weigh_edits(case, found, tally, loud):
    told = reported(case, found)
    truth = max(case.truth, key=lambda t: len(t & told))
    if "lines" in case.noise:
        truth = {t for t in truth if t[0] not in ("split", "merged")}
    right = told & truth
    tally.add([k for k, _ in right], [k for k, _ in told],
              [k for k, _ in truth])
    if loud:
        explain(case, right, told, truth)
    if not truth:
        quiet = [] if found["substance"] else ["nothing"]
        tally.add(quiet, quiet, ["nothing"])
        if loud and not quiet:
            print(f"{case.name} {sorted(case.noise)}: substance of nothing")


def weigh_substance(case, found, tally, loud):
    kind, types = case.wanted
    told = {s["shift"] for s in found["statements"] if s["clause"] in types}
    tally.add([kind] if "stronger" in told else [], [kind] if told else [],
              [kind])
    if loud and "stronger" not in told:
        print(f"{case.name}: {kind}: of {types} {told}, in all "
              f"{statements(found, str)}")


OTHER = {"gained": "lost", "lost": "gained", "stronger": "weaker",
         "weaker": "stronger", "added": "removed", "removed": "added",
         "split": "merged", "merged": "split"}


def turned(word):
    return OTHER.get(word, word)


def statements(found, turn):
    return sorted((s["clause"], turn(s["kind"]), turn(s["shift"]))
                  for s in found["statements"])


def changes(found, turn, first, last):
    return sorted((sorted(map(turn, c["what"])), c["weight"],
                   [p["byte"] for p in c[first]], [p["byte"] for p in c[last]])
                  for c in found["changes"])


def mirrors(case, there, back):
    return (statements(there, str) == statements(back, turned)
            and changes(there, str, "before", "after")
            == changes(back, turned, "after", "before"))


def floors():
    with open(os.path.join(HERE, "floors.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if not line.startswith("#")]
    return {row[0]: (float(row[1]), float(row[2])) for row in rows}


def main():
    loud = "-v" in sys.argv
    counts = [int(a) for a in sys.argv[1:] if a.isdigit()]
    everything = os.environ.get("EKIMU_TESTS") == "all"
    count = counts[0] if counts else MANY if everything else FEW
    cases = cases_of(count, random.Random(counts[1] if counts[1:] else 7))
    tally, faults = Tally(), 0
    for case, (there, back) in zip(cases, compare(cases)):
        weigh = weigh_substance if case.wanted else weigh_edits
        weigh(case, there, tally, loud)
        if mirrors(case, there, back):
            continue
        faults += 1
        if loud:
            print(f"{case.name} {sorted(case.noise)}: not mirrored")
    print(f"{len(cases)} pairs, {faults} not mirrored")
    least = floors()
    for kind, precision, recall, support in tally.rows():
        wanted = least.get(kind, (1.0, 1.0))
        low = precision < wanted[0] or recall < wanted[1]
        faults += low
        print(f"{kind:22} precision {precision:.3f} recall {recall:.3f} "
              f"of {support}{'   BELOW ' + str(wanted) if low else ''}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
