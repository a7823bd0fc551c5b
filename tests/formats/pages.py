# SPDX-License-Identifier: Apache-2.0
"""ekimu-pdf alone: what it writes of pages with one peculiarity, how it ends on
files that are cut off, and that ekimu-ocr reads the picture of a page."""
import os
import subprocess
import sys

import make_pdf
import tools

FOLDER = os.environ.get("EKIMU_HELPERS") or os.path.dirname(tools.EKIMU)
CLAUSES = " ".join(make_pdf.CLAUSES)
TITLED = "Terms of Service " + CLAUSES
TRUNCATED = ("text", "japanese", "unmapped", "form", "image")
# Kind: the words in order, and lines that must stand there.
EXPECTED = {
    "text": (TITLED, ("pages\t2",)),
    "image": ("", ("ink\t59",)),
    "outlines": ("", ("ink\t14",)),
    "blank": (TITLED, ("ink\t0",)),
    "hidden": (TITLED, ()),
    "encrypted": ("", ("trouble\tencrypted",)),
    "owner": (TITLED, ()),
    "damaged": ("", ("trouble\tdamaged",)),
    "rotated": (CLAUSES, ("page\t1\t842.0\t595.0\t1",)),
    "turned": (CLAUSES, ("page\t1\t842.0\t595.0\t1",)),
    "falling": (CLAUSES, ("page\t1\t842.0\t595.0\t1",)),
    "upside-down": (CLAUSES, ("page\t1\t595.0\t842.0\t1",)),
    "outside": (TITLED, ()),
    "unmapped": ("", ("fonts\t2\t1", "lost\t100")),
    "half-mapped": (TITLED, ("fonts\t4\t1", "lost\t84")),
    "mute": (TITLED, ("fonts\t3\t1", "lost\t69")),
    "form": (TITLED + " Party: Aoba Trading \u2611 Osaka Signed by hand", ()),
    "unseen-form": (
        TITLED + " Party: Aoba Trading \u2611 Osaka Signed by hand", ()),
    "attachment": (TITLED, ("attachment\tannex.txt",)),
    "loop": (TITLED, ()),
}


def run(name, data, *arguments):
    return subprocess.run([os.path.join(FOLDER, name), *arguments],
                          input=data, capture_output=True, timeout=120,
                          env={"OMP_THREAD_LIMIT": "1"})


def words_of(lines):
    rows = [line.split("\t") for line in lines if line.startswith("word\t")]
    return " ".join(row[8] for row in rows)


def trouble_of(kind):
    done = run("ekimu-pdf", make_pdf.make(kind))
    lines = done.stdout.decode().splitlines()
    words, wanted = EXPECTED[kind]
    if done.returncode or lines[0] != "ekimu-pdf\t1" or lines[-1] != "end":
        yield "no whole output, status %d" % done.returncode
    if words_of(lines)[:len(words)] != words or (not words and
                                                 words_of(lines)):
        yield "words: %s" % words_of(lines)[:300]
    for line in wanted:
        if line not in lines:
            yield "lacks the line: " + line


def trouble_of_cut(kind):
    """Whole output and a word, or pages, wherever it is cut off."""
    data = make_pdf.make(kind)
    for n in range(0, len(data), max(10, len(data) // 40)):
        done = run("ekimu-pdf", data[:n])
        text = done.stdout.decode()
        if done.returncode or not text.endswith("\nend\n"):
            yield "cut at %d: status %d" % (n, done.returncode)
        elif "\ntrouble\t" not in text and "\npages\t" not in text:
            yield "cut at %d: neither trouble nor pages" % n


def trouble_of_limit():
    lines = run("ekimu-pdf", make_pdf.make("many"), "--pages",
                "7").stdout.decode().splitlines()
    if "pages\t300" not in lines or sum(
            line.startswith("page\t") for line in lines) != 7:
        yield "not 7 pages of 300"


def trouble_of_ocr():
    picture = run("ekimu-pdf", make_pdf.make("text"), "--render", "1")
    if not picture.stdout.startswith(b"P5\n2479 3508\n255\n"):
        yield "no picture: %r" % picture.stdout[:20]
    if not tools.has_helper("ekimu-ocr"):
        return
    done = run("ekimu-ocr", picture.stdout, "--width", "595", "--height",
               "842")
    lines = done.stdout.decode().splitlines()
    if "trouble\tno-language-data" in lines:
        print("left out: no data of languages for OCR")
    elif words_of(lines) != TITLED:
        yield "OCR gave: %s" % lines[:20]
    for line in run("ekimu-ocr", b"P5\n9 9\n255\n").stdout.splitlines():
        if line.startswith(b"page"):
            yield "OCR of a picture that is cut off"


def main():
    if not tools.has_helper("ekimu-pdf"):
        tools.skip("built without ekimu-pdf")
    checks = [(kind, trouble_of(kind)) for kind in EXPECTED]
    checks += [("cut " + kind, trouble_of_cut(kind)) for kind in TRUNCATED]
    checks += [("many", trouble_of_limit()), ("ocr", trouble_of_ocr())]
    bad = 0
    for name, troubles in checks:
        for trouble in troubles:
            print("%s: %s" % (name, trouble))
            bad += 1
    print("%d checks, %d wrong" % (len(checks), bad))
    return bad > 0


sys.exit(main())
