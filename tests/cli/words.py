# SPDX-License-Identifier: Apache-2.0
"""What every report must say, and what none may: the disclaimer and the reason
for which there is no result stand in all of them, the banned words only in
what is quoted and in the disclaimer. Every report that the test-suite makes is
read: those of the samples in each form and language, and the golden ones."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from catalogue import entries

here = os.environ.get("srcdir", ".")
program = os.environ.get("EKIMU", "./ekimu")
samples = os.path.join(here, "corpora", "samples")
pack = os.path.join(here, "patterns")
AROUND = 4
LANGUAGES = ("ja", "en")
bad = read = 0


def complain(name, what):
    global bad
    bad += 1
    print("%s: %s" % (name, what))


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True,
                          check=False)
    return done.stdout.decode("utf-8")


def contents(paths):
    text = []
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        for encoding in ("utf-8", "cp932"):
            try:
                text.append(data.decode(encoding))
                break
            except UnicodeDecodeError:
                continue
    return "\n".join(text)


def banned_words():
    with open(os.path.join(here, "src", "pattern", "banned.def"),
              encoding="utf-8") as file:
        return re.findall(r'^EK_BANNED\("(.*)"\)', file.read(), re.M)


def header():
    root = xml.parse(os.path.join(pack, "pack.xml")).getroot()
    return {e.get("lang"): e.text for e in root.findall("disclaimer")}


def bare(text):
    return re.sub(r"\s+", "", re.sub(r"^stderr: ", "", text, flags=re.M))


def spaced(text):
    return re.sub(r"\s+", " ", text)


def hits(text, word):
    """Places of a word in a text without blanks (Japanese) or with single ones
    (English), and that text."""
    if word.isascii():
        form = spaced(text).lower()
        return form, [m.start() for m in re.finditer(
            r"(?<![a-z])%s(?![a-z])" % re.escape(word), form)]
    form = bare(text)
    return form, [m.start() for m in re.finditer(re.escape(word), form)]


def check_words(name, report, quotable):
    global read
    read += 1
    for word in BANNED:
        form, places = hits(report, word)
        allowed = spaced(quotable).lower() if word.isascii() \
            else bare(quotable)
        for at in places:
            before = form[max(at - AROUND, 0):at + len(word)]
            after = form[at:at + len(word) + AROUND]
            if before not in allowed and after not in allowed:
                complain(name, "says '%s': %s" % (
                    word, form[max(at - 30, 0):at + 30]))


def check_disclaimer(name, report, language):
    if bare(DISCLAIMER[language]) not in bare(report):
        complain(name, "lacks the disclaimer")


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return "\n".join(strings(v) for v in value)
    return value if isinstance(value, str) else ""


def check_report(arguments, language, quotable):
    report = run(*arguments, "--lang", language, "--quiet")
    name = "ekimu %s (%s)" % (" ".join(arguments[:3]), language)
    if "json" in arguments:
        report = strings(json.loads(report))
    check_words(name, report, quotable + "\n".join(DISCLAIMER.values()))
    check_disclaimer(name, report, language)
    return report


def forms(paths, room):
    """Reports, of results that are made once: that a scan reports the same is
    held by report.py."""
    saved, both = (os.path.join(room, name) for name in ("one", "both"))
    for path, more in (saved, ()), (both, ("--bundle", "Together")):
        run("scan", "--quiet", "--format", "ndjson", "-o", path, *more, *paths)
    yield ("report", "--all", saved)
    yield ("report", "--summary", saved)
    yield ("report", "--format", "json", saved)
    yield ("report", "--questions", saved)
    yield ("report", "--all", both)
    yield ("compare", *paths)
    yield ("compare", "--format", "json", *paths)


def check_samples():
    paths = sorted(glob.glob(os.path.join(samples, "*.md"))
                   + glob.glob(os.path.join(samples, "*.txt")))
    with tempfile.TemporaryDirectory() as room:
        for arguments in forms(paths, room):
            for language in LANGUAGES[:1 if "json" in arguments else 2]:
                check_report(arguments, language, contents(paths))


REASONS = {
    "french.md": {"ja": "対応していない言語", "en": "language"},
    "empty.md": {"ja": "空のファイル", "en": "is empty"},
    "binary.md": {"ja": "対応していない形式", "en": "format is not supported"},
    "absent.md": {"ja": "開けません", "en": "cannot be opened"},
}


def check_reasons():
    """Each report names the reason of each document that has no result."""
    with tempfile.TemporaryDirectory() as room:
        write(room, "french.md", ("# Conditions\n\nLe prestataire conserve "
                                  "les fichiers du client et ne les consulte "
                                  "jamais sans son accord.\n").encode())
        write(room, "empty.md", b"")
        write(room, "binary.md", b"\x7fELF\x01\x02\x00\x00\xff\x00")
        paths = [os.path.join(room, name) for name in REASONS]
        for arguments in forms(paths, room):
            for language in LANGUAGES:
                report = check_report(arguments, language, "")
                check_said(arguments, language, report)


def check_said(arguments, language, report):
    short = arguments[0] == "compare" and "json" in arguments
    for name, reason in REASONS.items():
        said = NONE[language] if short else reason[language]
        if bare(said) not in bare(report):
            complain("%s (%s)" % (" ".join(arguments[:2]), language),
                     "does not say '%s' of %s" % (said, name))


def write(room, name, data):
    with open(os.path.join(room, name), "wb") as file:
        file.write(data)


NONE = {"ja": "結果がない", "en": "No result:"}


def check_explanations():
    ids, examples = [], []
    for path in glob.glob(os.path.join(pack, "**", "*.xml"), recursive=True):
        root = xml.parse(path).getroot()
        if root.tag == "words":
            continue
        ids += [e.get("id") for e in root.iter() if e.get("id")]
        examples += [e.text or "" for e in root.iter("example")]
        if root.tag == "concepts":
            examples += [e.text or "" for e in root.iter("about")]
    for language in LANGUAGES:
        report = run("explain", "--lang", language, "--quiet", "regimes",
                     "standards", "changes", *sorted(set(ids)))
        check_words("explain (%s)" % language, report, "\n".join(examples))
        for command in ("scan", "facts", "compare", "explain", "patterns",
                        "evaluate"):
            check_words("%s --help" % command,
                        run(command, "--help", "--lang", language), "")
        for form in ("term", "ini"):
            check_words("facts (%s)" % language,
                        run("facts", "--format", form, "--lang", language), "")


def check_golden():
    for case in sorted(glob.glob(os.path.join(here, "tests", "golden",
                                              "*.case"))):
        inputs = [path for path in glob.glob(os.path.join(case, "**"),
                                             recursive=True)
                  if os.path.isfile(path)
                  and os.path.basename(path) not in ("args", "expected")]
        report = contents([os.path.join(case, "expected")])
        if "explain" in case:
            inputs += glob.glob(os.path.join(pack, "clauses", "*.xml"))
        check_words(case, report,
                    contents(inputs) + "\n".join(DISCLAIMER.values()))


def check_catalogues():
    for language in LANGUAGES:
        for _, en, text in entries(language):
            check_words("po/%s.po" % language, en + "\n" + text, "")


BANNED = banned_words()
DISCLAIMER = header()
check_samples()
check_reasons()
check_explanations()
check_golden()
check_catalogues()
print("%d reports, %d banned words" % (read, len(BANNED)))
sys.exit(1 if bad or read < 50 or len(BANNED) < 10 else 0)
