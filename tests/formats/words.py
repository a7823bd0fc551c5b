# SPDX-License-Identifier: Apache-2.0
"""Every document of cases.py gives its text in order, or its word; what was not
read and what was kept apart is told."""
import os
import sys
import tempfile
import unicodedata

import cases
import tools


def plain(text):
    text = text.replace("\u00ad", "").replace("\\", "")
    return "".join(unicodedata.normalize("NFKC", text).split())


def of_path(results, path):
    """Of a file and, where it is an archive, of its members."""
    return [result for result in results
            if result["document"]["path"].split("!/")[0] == path]


def trouble_of_text(case, text):
    place = 0
    for wanted in case.must:
        found = text.find(plain(wanted), place)
        if found < 0:
            why = "comes too early: " if plain(wanted) in text else "lacks: "
            yield why + wanted[:90]
        else:
            place = found + len(plain(wanted))
    for unwanted in case.must_not:
        if plain(unwanted) in text:
            yield "holds: " + unwanted[:90]


def trouble_of_report(case, documents):
    words = {document["no_result"] for document in documents}
    if len(words) > 1 and case.word == cases.READ:
        words.discard("no-contract")  # the words that a mail comes with
    if case.word not in words or (case.word and len(words) > 1):
        yield "word %s, not %s" % (" ".join(sorted(words)) or "(none)",
                                   case.word or "(none)")
    unread = {(u["what"], u["why"]) for document in documents
              for u in document["extraction"]["unread"]}
    apart = {a["what"] for document in documents
             for a in document["extraction"]["apart"]}
    for pair in case.unread:
        if pair not in unread:
            yield "does not say what was not read: %s %s" % pair
    for word in case.apart:
        if word not in apart:
            yield "does not count what is apart: %s" % word


def check(group, options, room):
    paths = {}
    for case in group:
        folder = os.path.join(room, str(len(os.listdir(room))))
        os.mkdir(folder)
        paths[case] = os.path.join(folder, case.name)
        with open(paths[case], "wb") as file:
            file.write(case.data)
    results = tools.scan(*options, *paths.values())
    texts = tools.texts([*paths.values(), paths[group[0]]], *options)
    bad = 0
    for case, path in paths.items():
        documents = [r["document"] for r in of_path(results, path)]
        text = plain("\n".join(text for name, text in texts.items()
                               if name.split("!/")[0] == path))
        troubles = [*trouble_of_report(case, documents),
                    *trouble_of_text(case, text)]
        if not text and case.word == cases.READ:
            troubles = troubles[:1]  # the others follow from it
        for line in troubles:
            print("%s: %s" % (case.name, line))
        bad += bool(troubles)
    return bad


def main():
    groups, bad = {}, 0
    for case in cases.every():
        if not sys.argv[1:] or any(part in case.name
                                   for part in sys.argv[1:]):
            groups.setdefault(case.options, []).append(case)
    with tempfile.TemporaryDirectory() as room:
        for options, group in groups.items():
            bad += check(group, options, room)
    done = sum(map(len, groups.values()))
    print("%d documents, %d wrong" % (done, bad))
    return 1 if bad or not done else 0


if __name__ == "__main__":
    sys.exit(main())
