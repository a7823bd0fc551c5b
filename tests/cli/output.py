# SPDX-License-Identifier: Apache-2.0
"""Where reports go: several formats in one run, files and folders, what is
refused, and that nothing half-written is ever left in the place of a file."""
import os
import resource
import signal
import subprocess
import sys
import time
import zipfile

from room import (ONE, TWO, asked, check, ekimu, program, read, run, samples,
                  tree, write, writes_workbooks)

FILES = {"term": "ekimu.txt", "csv": "ekimu.csv", "md": "ekimu.md",
         "sarif": "ekimu.sarif", "json": "ekimu.json",
         "ndjson": "ekimu.ndjson", "html": "index.html"}
TEXTS = [form for form in FILES if form != "html"]
if writes_workbooks():
    FILES["xlsx"] = "ekimu.xlsx"


def save():
    """Results: to report from them is sooner done than to scan, and writes
    with the same hands."""
    write("one.ndjson", ekimu("scan", "--format", "ndjson", "--with-text",
                              ONE).stdout)
    write("all.ndjson", ekimu("scan", "--format", "ndjson", samples).stdout)


def together_as_alone():
    """Several formats in one run give what each gives alone."""
    done = ekimu("scan", *asked(FILES), "-o", "all", ONE, TWO)
    check(done.returncode == 0 and not done.stdout, "scan -o all", done)
    left = tree("all")
    for form, name in FILES.items():
        if form in TEXTS:
            alone = ekimu("scan", "-q", "--format", form, ONE, TWO)
            check(alone.stdout == left.pop(name), form, "differs from alone")
        if form in TEXTS[1:]:
            continue
        ekimu("scan", "-q", "--format", form, "-o", "alone-%s/" % form, ONE,
              TWO)
        pages = tree("alone-%s" % form)
        check(name in pages, form, "is not", name)
        for page in pages:
            check(pages[page] == tree("all").get(page), page, "differs")
            left.pop(page, None)
    check(not left, "nobody's files", list(left))
    ekimu("scan", "-q", *asked(["md", "md", "json"]), "-o", "twice", ONE)
    check(sorted(tree("twice")) == ["ekimu.json", "ekimu.md"], "given twice")


def text_stays_out():
    """The text that a page needs stands in no other format unasked."""
    for more in [], ["--with-text"]:
        ekimu("scan", "-q", *more, *asked(["html", "ndjson", "json"]),
              "-o", "text", ONE)
        for form in "ndjson", "json":
            alone = ekimu("scan", "-q", *more, "--format", form, ONE).stdout
            check(alone == read("text/" + FILES[form]), form, more)
            check((b'"blocks"' in alone) == bool(more), form, more)


def places():
    """A folder is one that exists, one that is named so, or several formats."""
    os.mkdir("there")
    wanted = ekimu("report", "--format", "md", "one.ndjson").stdout
    for where, file in (("there", "there/ekimu.md"),
                        ("new/", "new/ekimu.md"),
                        ("a/b//c/", "a/b/c/ekimu.md"),
                        ("plain", "plain"), ("there/x.md", "there/x.md")):
        done = ekimu("report", "--format", "md", "-o", where,
                     "one.ndjson")
        check(done.returncode == 0 and read(file) == wanted, where, done)
    check(wanted and ekimu("scan", "--format", "md", "-o", "-",
                           ONE).stdout == wanted, "-o -")
    done = ekimu("scan", "--questions", "-o", "there", ONE)
    check(done.returncode == 0 and os.path.exists("there/ekimu-questions.txt"),
          "questions in a folder")
    os.chmod("plain", 0o640)
    ekimu("report", "--format", "csv", "-o", "plain", "one.ndjson")
    check(read("plain") != wanted, "written again")
    check(os.stat("plain").st_mode & 0o777 == 0o640, "mode of a file")


REFUSED = [  # arguments, a word of what is said
    (asked(["json", "md"]) + [ONE], "-o DIR"),
    (asked(["json", "md"]) + ["-o", "file", ONE], "file: cannot be written"),
    (asked(["md"]) + ["-o", "file/x.md", ONE], "cannot be written"),
    (asked(["md"]) + ["-o", "absent/x.md", ONE], "absent/x.md"),
    (asked(["md"]) + ["-o", "file/", ONE], "file/"),
    (asked(["pdf"]) + [ONE], "term, html, "),
    (asked(["json,html"]) + [ONE], "term, html, "),
    (asked(["md", "pdf"]) + ["-o", "out", ONE], "pdf"),
    (asked(["xlsx"]) + [ONE], "xlsx"),
    (asked(["xlsx"]) + ["-o", "/dev/null", ONE],
     "/dev/null" if "xlsx" in FILES else "xlsx"),
    (asked(["xlsx"]) + ["-o", "absent/x.xlsx", ONE],
     "absent" if "xlsx" in FILES else "xlsx"),
    (asked(["html"]) + [ONE, TWO], "-o DIR"),
    (asked(["html"]) + ["-o", "page.html", samples], "-o DIR"),
    (["--questions"] + asked(["md"]) + [ONE], "--questions"),
]


def refusals():
    write("file", b"x")
    before = sorted(os.listdir("."))
    for arguments, word in REFUSED:
        for command in "scan", "report":
            if command == "report" and "html" in arguments:
                continue
            done = ekimu(command, *arguments)
            check(done.returncode == 2 and word in done.stderr.decode(),
                  command, arguments, done)
            check(not done.stdout, "something was written", arguments)
    check(sorted(os.listdir(".")) == before, "left behind", os.listdir("."))
    check(read("file") == b"x", "a file in the way")
    if os.getuid():
        os.mkdir("shut", 0o500)
        done = ekimu("scan", *asked(["md", "csv"]), "-o", "shut", ONE)
        check(done.returncode == 2 and not os.listdir("shut"), done)


def one_page():
    """Of an archive it turns out late that it holds two."""
    with zipfile.ZipFile("two.zip", "w") as box:
        box.write(TWO, "b.md")
        box.write(TWO, "c.md")
    done = ekimu("scan", "--format", "html", "-o", "page.html", "two.zip")
    check(done.returncode == 2 and b"-o DIR" in done.stderr, done)
    check(read("page.html").count(b"</html>") == 1, "not one page")
    done = ekimu("scan", "--bundle", "Both", "--format", "html", "-o",
                 "page.html", ONE, TWO)
    check(done.returncode == 0, "a bundle is one contract", done)
    os.mkdir("empty")
    os.remove("page.html")
    ekimu("scan", "--format", "html", "-o", "page.html", "empty")
    check(not os.path.exists("page.html"), "a page of nothing")


def small_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def full_disk():
    for form in ["scan"] + TEXTS:
        words = ["scan", ONE] if form == "scan" else \
            ["report", "one.ndjson", "--format", form]
        with open("/dev/full", "wb") as full:
            done = ekimu(*words, stdout=full, stderr=subprocess.PIPE,
                         capture_output=False)
        check(done.returncode == 2, form, "on a full disk", done)
        done = ekimu(*words, "-o", "/dev/full")
        check(done.returncode == 2, form, "-o /dev/full", done)
    write("old.md", b"old")
    done = ekimu("scan", "--format", "md", "-o", "old.md", samples,
                 preexec_fn=small_disk)
    check(done.returncode == 2 and read("old.md") == b"old", done)
    os.mkdir("small")
    done = ekimu("scan", *asked(FILES), "-o", "small", samples,
                 preexec_fn=small_disk)
    check(done.returncode == 2 and not os.listdir("small"), done,
          os.listdir("small"))
    check(not [n for n in os.listdir(".") if n.startswith(".ekimu")],
          "temporaries left")


def closed_pipe():
    for form in ["scan", "html"] + TEXTS:
        words = ["scan", samples] if form == "scan" else \
            ["report", "--format", form,
             "one.ndjson" if form == "html" else "all.ndjson"]
        with subprocess.Popen([program, *words, "-q"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            run.stdout.read(10)
            run.stdout.close()
            said = run.stderr.read()
            check(run.wait() == 0 and not said, form, "closed pipe", said)


def wait_for_temporaries(folder, n):
    for _ in range(2000):
        found = [name for name in os.listdir(folder)
                 if name.startswith(".ekimu-")]
        sizes = [os.path.getsize(os.path.join(folder, name))
                 for name in found]
        if len(found) == n and max(sizes) > 0:
            return True
        time.sleep(0.01)
    return False


def interrupted():
    """What is killed leaves the files of before; what is only interrupted
    tidies up as well."""
    for number in signal.SIGKILL, signal.SIGTERM, signal.SIGINT:
        folder = "killed-%d" % number
        os.mkdir(folder)
        ekimu("report", *asked(TEXTS), "-o", folder, "all.ndjson")
        before = tree(folder)
        with subprocess.Popen([program, "scan", *asked(TEXTS), "-o", folder,
                               ONE, "-"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            check(wait_for_temporaries(folder, len(TEXTS)), "no temporaries")
            run.send_signal(number)
            check(run.wait() == -number, "ended by", run.returncode)
        after = tree(folder)
        if number == signal.SIGKILL:
            after = {name: after[name] for name in after
                     if not name.startswith(".ekimu-")}
        check(after == before, "after", number, sorted(after))


sys.exit(run(save, together_as_alone, text_stays_out, places, refusals, one_page,
             full_disk, closed_pipe, interrupted))
