# SPDX-License-Identifier: Apache-2.0
"""Every format cut off after every tenth byte, and with bytes changed at random
(one seed): no crash, no hang, and each gives its text or a word. An office file
is cut as a file and in its main part."""
import os
import random
import sys
import tempfile
import time

import cases
import make_office
import make_pdf
import tools

STEP, FLIPS, SECONDS = 10, 40, 240
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def small():
    """Extension to bytes, as few as hold what can go wrong."""
    office = [cases.OFFICE[i] for i in (0, 3, 6, 9, 10, 12)]
    files = {form: make(office) for form, make in make_office.MAKERS.items()}
    if tools.has_helper("ekimu-pdf"):
        files["pdf"] = make_pdf.make("text")
    files["html"] = cases.page("<ol><li>We disclose data under a court order."
                               "</li></ol><table><tr><td>Place<td>Japan"
                               "</table>")
    files["eml"] = cases.mail([("a.txt", cases.TYPED.encode())], "See it.\n")
    files["zip"] = cases.archive([("a.txt", cases.TYPED), ("b.html",
                                                           files["html"])])
    for encoding in ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"):
        files[encoding + ".txt"] = cases.TYPED_JA.encode(encoding)
    return files, office


def flipped(data, dice):
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8))):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def damages(data, dice):
    for end in range(STEP, len(data), STEP):
        yield "cut-%05d" % end, data[:end]
    for i in range(FLIPS):
        yield "flip-%02d" % i, flipped(data, dice)


def damaged():
    dice = random.Random(20260101)
    files, office = small()
    for form, data in files.items():
        for name, bad in damages(data, dice):
            yield form, "%s.%s" % (name, form), bad
    for form, main in PARTS.items():
        parts = dict(getattr(make_office, form + "_parts")(office))
        for name, bad in damages(parts[main].encode(), dice):
            yield form + " part", "part-%s.%s" % (name, form), \
                make_office.archive({**parts, main: bad}.items(), ("mimetype",))


def outcome(result):
    document = result["document"]
    if document["no_result"]:
        return document["no_result"]
    return "text" if document["bytes"] else "NOTHING"


def main():
    counts, began = {}, time.monotonic()
    with tempfile.TemporaryDirectory() as room:
        forms = {}
        for form, name, data in damaged():
            path = os.path.join(room, name)
            forms[path] = form
            with open(path, "wb") as file:
                file.write(data)
        seen = tools.scan(*forms, seconds=SECONDS)
        without = dict(forms)
        for result in seen:
            path = result["document"]["path"].split("!/")[0]
            without.pop(path, None)
            count = counts.setdefault(forms[path], {})
            word = outcome(result)
            count[word] = count.get(word, 0) + 1
    for form, count in counts.items():
        print("%-15s %s" % (form, ", ".join(
            "%d %s" % (n, word) for word, n in sorted(count.items()))))
    nothing = sum(count.get("NOTHING", 0) for count in counts.values())
    for path in without:
        print("no result: %s" % os.path.basename(path))
    print("%d files in %.1f s, %d without a result, %d empty successes"
          % (len(forms), time.monotonic() - began, len(without), nothing))
    return 1 if without or nothing or not forms else 0


if __name__ == "__main__":
    sys.exit(main())
