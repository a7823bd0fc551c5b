# SPDX-License-Identifier: Apache-2.0
"""Archives and mails through the whole program: which documents come out, under
which path and part, each with its word; names, order, nesting, limits, and what
is made to hurt."""
import collections
import json
import os
import subprocess
import sys
import tempfile
import zipfile

import tools
from make_box import (EN, ENCRYPTED, JA, Raw, UTF8_NAME, archive, attached,
                      encoded_word, letter, mail, multipart, nested, part,
                      percent_coded, unicode_path)

NAME = "利用規約"
PAGE = "<h1>Terms of Service</h1>" + "".join(
    "<p>%s</p>" % line for line in EN.splitlines()[1:])


class Case:
    def __init__(self, name, data, documents, options):
        self.name, self.data = name, data
        self.documents, self.options = documents, options


def case(name, data, *documents, options=()):
    """documents: "path below the file | part | word"."""
    return Case(name, data, [tuple(field.strip() for field in line.split("|"))
                             for line in documents], options)


def archives():
    yield case("order.zip", archive([("b/x.txt", EN), ("a.md", JA),
                                     ("c.html", PAGE)]),
               "!/b/x.txt | b/x.txt |", "!/a.md | a.md |",
               "!/c.html | c.html |")
    yield case("hidden.zip", archive([
        (".DS_Store", b"x"), ("__MACOSX/._a.txt", b"x"), (".git/a.txt", b"x"),
        ("~$a.txt", b"x"), ("logo.png", b"x"), ("a.txt", EN)]),
        "!/a.txt | a.txt |")
    cp932 = Raw()
    for name in (NAME, "契約書/表", "ソフトウェア"):  # 表 and ソ end with 5C
        cp932.add((name + ".txt").encode("cp932"), JA.encode())
    yield case("cp932.zip", cp932.bytes(),
               *("!/%s.txt | %s.txt |" % (name, name)
                 for name in (NAME, "契約書/表", "ソフトウェア")))
    raw = b"????.txt"
    utf8 = Raw().add((NAME + "1.txt").encode(), JA.encode(), UTF8_NAME)
    utf8.add((NAME + "2.txt").encode(), JA.encode())
    utf8.add(raw, JA.encode(), extra=unicode_path(NAME + "3.txt", raw))
    yield case("utf8.zip", utf8.bytes(), *(
        "!/%s%d.txt | %s%d.txt |" % (NAME, i, NAME, i) for i in (1, 2, 3)))
    yield case("nothing.zip", archive([("a.png", b"x"), ("b.xyz", b"x")]),
               " | | unsupported-format")
    yield case("empty.zip", archive([]), " | | empty")
    yield case("renamed.dat", archive([("a.txt", EN)]), "!/a.txt | a.txt |")
    yield case("locked.zip", Raw().add(b"a.txt", EN.encode(), ENCRYPTED)
               .add(b"b.txt", EN.encode()).bytes(),
               "!/a.txt | a.txt | encrypted", "!/b.txt | b.txt |")


def hurtful_archives():
    tricks = Raw()
    for name in (b"../../../tmp/ekimu-trick.txt", b"/tmp/ekimu-trick.txt",
                 b"..\\ekimu-trick.txt", b"a\x1b[2Jb.txt"):
        tricks.add(name, EN.encode())
    yield case("tricks.zip", tricks.bytes(),
               *("!/%s | %s |" % (name, name) for name in (
                   "../../../tmp/ekimu-trick.txt", "/tmp/ekimu-trick.txt",
                   "..\\ekimu-trick.txt", "a\\u001B[2Jb.txt")))
    yield case("twins.zip", Raw().add(b"a.txt", EN.encode())
               .add(b"a.txt", JA.encode()).bytes(),
               "!/a.txt | a.txt |", "!/a.txt | a.txt | refused")
    bomb = b" " * 1200000
    yield case("bomb.zip", archive([("bomb.txt", bomb), ("a.txt", EN)]),
               "!/bomb.txt | bomb.txt | limit", "!/a.txt | a.txt |",
               options=("--limit", "bytes=1M"))
    lying = Raw().add(b"bomb.txt", bomb, says=10, method=zipfile.ZIP_DEFLATED)
    yield case("lying.zip", lying.add(b"a.txt", EN.encode()).bytes(),
               "!/bomb.txt | bomb.txt | limit", "!/a.txt | a.txt |",
               options=("--limit", "bytes=1M"))
    overlapping = Raw().add(b"0.txt", bomb, method=zipfile.ZIP_DEFLATED)
    for i in range(1, 9):
        overlapping.add(b"%d.txt" % i, bomb, at=0,
                        method=zipfile.ZIP_DEFLATED)
    yield case("overlapping.zip", overlapping.bytes(), *(
        "!/%d.txt | %d.txt | *" % (i, i) for i in range(9)),
        options=("--limit", "unpacked=3M"))
    yield case("damaged.zip", archive([("a.txt", EN)])[:-30], " | | damaged")
    broken = bytearray(archive([("a.txt", EN * 9), ("b.txt", EN)]))
    broken[45] ^= 0xFF
    yield case("flipped.zip", bytes(broken), "!/a.txt | a.txt | damaged",
               "!/b.txt | b.txt |")


def limits():
    yield case("twice.zip", nested(2), "!/in.zip!/terms.md | terms.md |")
    yield case("thrice.zip", nested(3), "!/in.zip!/in.zip | in.zip | limit")
    yield case("once.zip", nested(2), "!/in.zip | in.zip | limit",
               options=("--limit", "nesting=1"))
    yield case("deeper.zip", nested(5), "!" + "/in.zip!" * 4
               + "/terms.md | terms.md |", options=("--limit", "nesting=5"))
    many = archive([("%d.txt" % i, EN) for i in range(5)])
    yield case("many.zip", many, " | | limit",
               options=("--limit", "entries=4"))
    inner = archive([("a.txt", EN), ("in.zip", many), ("b.txt", EN)])
    yield case("tree.zip", inner, "!/a.txt | a.txt |",
               "!/in.zip | in.zip | limit", "!/b.txt | b.txt |",
               options=("--limit", "entries=7"))
    yield case("unpacked.zip", archive([("a.txt", EN), ("b.txt", EN)]),
               "!/a.txt | a.txt |", "!/b.txt | b.txt | limit",
               options=("--limit", "unpacked=%d" % (len(EN) + 1)))
    yield case("whole.zip", many, " | | limit",
               options=("--limit", "bytes=100"))


def mails():
    """Those that need the program that reads mails."""
    japanese = letter(JA, "iso-2022-jp")
    yield case("letter.eml", mail(letter(EN)), "!/body.txt | 1 |")
    yield case("japanese.eml", mail(japanese), "!/body.txt | 1 |")
    page = part("text/html; charset=shift_jis", ("<p>" + JA).encode("cp932"))
    yield case("both.eml", mail(multipart("alternative", [page, japanese])),
               "!/body.txt | 2 |")
    yield case("page.eml", mail(page), "!/body.html | 1 |")
    yield case("saved.mhtml", mail(multipart("related", [
        page, part("image/png", b"x", "Content-Location: a.png")])),
        "!/body.html | 1 |")
    names = [
        attached(NAME + "1.txt"),
        attached(encoded_word(NAME + "2.txt")),
        attached(encoded_word(NAME + "3.txt", "utf-8")),
        "Content-Disposition: attachment; filename*="
        + percent_coded(NAME + "4.txt"),
        "Content-Disposition: attachment;\r\n filename*0*=%s;\r\n filename*1*=%s"
        % (percent_coded(NAME), "%35.txt"),
    ]
    parts = [letter("See the terms."), *(
        part("application/octet-stream", JA.encode("cp932"), name)
        for name in names)]
    yield case("names.eml", mail(multipart("mixed", parts)),
               "!/body.txt | 1 | no-contract", *(
                   "!/%s%d.txt | %d |" % (NAME, i, i + 1)
                   for i in range(1, 6)))
    forwarded = part("message/rfc822", mail(multipart(
        "mixed", [letter(JA), part("text/markdown", EN.encode(),
                                   attached("a.md"))], "inner")), plain=True)
    boxed = part("application/zip", archive([("x/a.md", EN)]),
                 attached("a.zip"))
    yield case("nested.eml", mail(multipart("mixed", [forwarded, boxed])),
               "!/1.eml!/body.txt | 1.1 |", "!/1.eml!/a.md | 1.2 |",
               "!/a.zip!/x/a.md | x/a.md |")
    yield case("mails.zip", archive([("m/a.eml", mail(letter(EN)))]),
               "!/m/a.eml!/body.txt | 1 |")


def special_mails():
    flowed = ("1. Data. We may disclose Customer Data \r\nif a court order "
              "requires it.\r\n")
    yield case("flowed.eml", mail(letter(flowed, parameters="; format=flowed")),
               "!/body.txt | 1 |")
    yield case("utf7.eml", mail(letter(JA, "utf-7")), "!/body.txt | 1 |")
    secret = part("application/pkcs7-mime; smime-type=enveloped-data", b"x",
                  attached("smime.p7m"))
    yield case("smime.eml", mail(secret), "!/smime.p7m | 1 | encrypted")
    pgp = [part("application/pgp-encrypted", b"Version: 1"),
           part("application/octet-stream", b"x", attached("a.asc"))]
    yield case("pgp.eml", mail(multipart("encrypted", pgp)),
               "!/a.asc | 2 | encrypted")
    tnef = part("application/ms-tnef", b"x", attached("winmail.dat"))
    yield case("tnef.eml", mail(multipart("mixed", [letter(EN), tnef])),
               "!/body.txt | 1 |")
    yield case("image.eml", mail(part("image/png", b"x", attached("a.png"))),
               " | | unsupported-format")
    deep = letter(EN)
    for i in range(500):
        deep = multipart("mixed", [deep], "m%d" % i)
    yield case("deep.eml", mail(deep), " | | limit")
    yield case("cut.eml", mail(multipart("mixed", [letter(EN)]))[:-12],
               "!/body.txt | 1 |")
    box = b"".join(b"From a@example.com Mon Jan  1 00:00:00 2024\r\n"
                   + mail(letter(text)) + b"\r\n" for text in (EN, JA))
    yield case("two.mbox", box, "!/1.eml!/body.txt | 1.1 |",
               "!/2.eml!/body.txt | 2.1 |")
    many = multipart("mixed", [letter("x")] * 20500)
    yield case("many.eml", mail(many), " | | limit")


def fits(wanted, got):
    return all(w in ("*", g) for w, g in zip(wanted, got))


def check(group, options, room):
    """All of one set of limits in one run, for each run reads the pack."""
    paths = {}
    for one in group:
        paths[one] = os.path.join(room, one.name)
        with open(paths[one], "wb") as file:
            file.write(one.data)
    documents = [(r["document"]["path"], r["document"]["part"],
                  r["document"]["no_result"])
                 for r in tools.scan(*options, *paths.values())]
    bad = 0
    for one, path in paths.items():
        got = [(name[len(path):], place, word) for name, place, word in
               documents if name == path or name.startswith(path + "!/")]
        if len(got) == len(one.documents) and all(
                fits(w, g) for w, g in zip(one.documents, got)):
            continue
        print("%s:\n  wanted %s\n  got    %s"
              % (one.name, one.documents, got))
        bad += 1
    return bad


def trouble_of_flow(room):
    """What is joined, named and counted, beside the paths."""
    text = tools.texts([os.path.join(room, "flowed.eml")])
    if "Customer Data if a court" not in "".join(text.values()):
        yield "flowed.eml: lines are not joined"
    [result] = tools.scan(os.path.join(room, "tnef.eml"))
    unread = result["document"]["extraction"]["unread"]
    if [u["name"] for u in unread] != ["winmail.dat"]:
        yield "tnef.eml: does not tell what was not read: %s" % unread
    [result] = tools.scan(os.path.join(room, "cut.eml"))
    unread = result["document"]["extraction"]["unread"]
    if [(u["what"], u["why"]) for u in unread] != [("part", "damaged")]:
        yield "cut.eml: does not tell that its end is missing: %s" % unread
    [result] = tools.scan(os.path.join(room, "both.eml"))
    apart = result["document"]["extraction"]["apart"]
    if {"what": "alternative", "count": 1} not in apart:
        yield "both.eml: does not count the other form: %s" % apart


def trouble_of_commands(room):
    """As one contract, from standard input, beside another, and counted."""
    path = os.path.join(room, "order.zip")
    [bundle] = tools.scan("--bundle", "All", path)
    if len(bundle["bundle"]["documents"]) != 3:
        yield "--bundle: %s" % bundle["bundle"]
    with open(path, "rb") as file:
        run = subprocess.run([tools.EKIMU, "scan", "--format", "ndjson", "-"],
                             stdin=file, capture_output=True, check=False)
    paths = [json.loads(line)["document"]["path"]
             for line in run.stdout.splitlines()]
    if paths != ["-!/b/x.txt", "-!/a.md", "-!/c.html"]:
        yield "standard input: %s" % paths
    run = tools.ekimu("compare", path, os.path.join(room, "cp932.zip"),
                      "--format", "json")
    names = [c["name"] for c in json.loads(run.stdout)["candidates"]]
    if names != ["order.zip", "cp932.zip"]:
        yield "compare: %s" % names
    run = tools.ekimu("scan", os.path.join(room, "hidden.zip"))
    if b"5 skipped" not in run.stderr:
        yield "what is skipped: %s" % run.stderr.decode()
    for words in (("facts", path), ("scan", "--show", "frames", path),
                  ("patterns", "profile", path)):
        tools.ekimu(*words)


def trouble_of_tricks():
    for place in ("/tmp/ekimu-trick.txt", "ekimu-trick.txt"):
        if os.path.exists(place):
            yield "a name wrote to the disk: " + place


def reads_mails():
    run = subprocess.run([tools.EKIMU, "scan", "--quiet", "-"],
                         input=mail(letter(EN)), capture_output=True,
                         check=False)
    return b"ekimu-mail" not in run.stderr


def main():
    bad = count = 0
    kinds = [archives, hurtful_archives, limits]
    mailing = reads_mails()
    if mailing:
        kinds += [mails, special_mails]
    with tempfile.TemporaryDirectory() as room:
        groups = collections.defaultdict(list)
        for kind in kinds:
            for one in kind():
                groups[one.options].append(one)
                count += 1
        for options, group in groups.items():
            bad += check(group, options, room)
        troubles = [*trouble_of_tricks(), *trouble_of_commands(room)]
        if mailing:
            troubles += trouble_of_flow(room)
    for line in troubles:
        print(line)
    bad += len(troubles)
    print("%d archives and mails%s, %d wrong" % (
        count, "" if mailing else " (mails are not read here)", bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
