# SPDX-License-Identifier: Apache-2.0
"""scan --store: what is scanned again and why, that nobody can tell a stored
result from a new one, and what happens when the store takes no more."""
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

here = os.path.abspath(os.environ.get("srcdir", "."))
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
patterns = os.path.join(here, "patterns")
TERMS = "# Terms of Reedmere\n\n1. Reedmere may view Customer Content %s.\n"
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def ekimu(*arguments, **more):
    more = {"capture_output": True, "check": False, **more}
    return subprocess.run([program, "scan", "--format", "ndjson", *arguments],
                          **more)


def kept(*arguments, **more):
    return ekimu("--store", "s.db", *arguments, **more)


def said(run, *lines):
    """Exactly these lines, whatever stands behind the last of them."""
    there = run.stderr.decode().splitlines()
    check(there[:len(lines)] == list(lines), "said", there)


def rows(sql):
    db = sqlite3.connect("s.db")
    found = db.execute(sql).fetchall()
    db.commit()
    db.close()
    return found


def make_documents():
    os.mkdir("d")
    write("d/a.md", TERMS % "to find out who sent it")
    write("d/b.md", TERMS % "with your prior consent")
    write("d/empty.md", "")
    with open("d/unread.md", "wb") as file:
        file.write(bytes(range(256)) * 8)
    with zipfile.ZipFile("d/box.zip", "w") as box:
        box.writestr("one.md", TERMS % "when a court orders it")
        box.writestr("two.md", TERMS % "at any time")


def as_if_new():
    plain = ekimu("-q", "--with-text", "d")
    first = kept("--with-text", "d")
    said(first, "d/empty.md: error: is empty",
         "d/unread.md: error: is not a text that can be read (binary data)",
         "store: 5 new, 0 scanned again, 0 unchanged",
         "6 scanned, 2 failed")
    again = kept("--with-text", "d")
    said(again, *first.stderr.decode().splitlines()[:2],
         "store: 0 new, 0 scanned again, 5 unchanged",
         "6 scanned, 2 failed")
    for run in first, again:
        check(run.returncode == plain.returncode == 3, "status",
              run.returncode)
        check(run.stdout == plain.stdout, "another report")
    check(kept("-q", "d/a.md").stdout == ekimu("-q", "d/a.md").stdout,
          "without the text")
    check(rows("SELECT count(*) FROM scan") == [(5,)], "stored again")


def why():
    write("d/a.md", TERMS % "for any reason")
    said(kept("d/a.md", "d/b.md"),
         "ekimu: d/a.md: the text changed since it was stored",
         "store: 0 new, 1 scanned again, 1 unchanged")
    said(kept("--fact", "U1=list-controlled", "d/b.md"),
         "ekimu: d/b.md: facts or options changed since it was stored",
         "store: 0 new, 1 scanned again, 0 unchanged")
    said(kept("d/b.md"), "store: 0 new, 0 scanned again, 1 unchanged")
    shutil.copytree(patterns, "p")
    with open("p/pack.xml", encoding="utf-8") as file:
        pack = file.read()
    write("p/pack.xml", pack.replace('version="1.2.0"', 'version="1.2.1"'))
    write("d/b.md", TERMS % "to repair it")
    said(kept("--patterns", "p", "d/a.md", "d/b.md"),
         "ekimu: d/a.md: the rule pack (1.2.0 to 1.2.1) changed since it was "
         "stored",
         "ekimu: d/b.md: the text, the rule pack (1.2.0 to 1.2.1), facts or "
         "options changed since it was stored", "store: 0 new, 2 scanned again, 0 unchanged")
    rows("UPDATE scan SET engine = '0.0.9'")
    said(kept("d/a.md"), "ekimu: d/a.md: the rule pack (1.2.1 to 1.2.0), the "
         "version of ekimu (0.0.9 to 0.1.0) changed since it was stored")


def names():
    """Bundles, standard input, and a contract that goes by a name."""
    together = ("--bundle", "reedmere", "d/a.md", "d/b.md")
    first, again = kept(*together), kept(*together)
    check(first.stdout == again.stdout, "another bundle")
    said(again, "store: 0 new, 0 scanned again, 1 unchanged")
    write("d/b.md", TERMS % "to move it")
    said(kept(*together),
         "ekimu: reedmere: the text changed since it was stored")
    text = (TERMS % "to serve you").encode()
    check(kept("-", input=text).returncode == 2, "no name")
    said(kept("--name", "inn", "-", input=text),
         "store: 1 new, 0 scanned again, 0 unchanged")
    said(kept("--name", "inn", "-", input=text),
         "store: 0 new, 0 scanned again, 1 unchanged")
    os.mkdir("2026")
    write("2026/inn.md", text.decode())
    write("inn.md", text.decode())
    said(kept("--name", "named", "inn.md"),
         "store: 1 new, 0 scanned again, 0 unchanged")
    other = kept("--name", "named", "--field", "provider=Reedmere",
                 "--field", "date=2026-04-01", "2026/inn.md")
    said(other, "store: 0 new, 0 scanned again, 1 unchanged")
    check(other.stdout == ekimu("2026/inn.md").stdout, "another path")


def damaged():
    """A stored result that is none any more is made anew."""
    rows("UPDATE result SET json = x'00'")
    run = kept("d/c.md")
    check(run.returncode == 0 and run.stdout == ekimu("d/c.md").stdout
          and b"is damaged" in run.stderr, "damaged", run.stderr)
    said(kept("d/c.md"), "store: 0 new, 0 scanned again, 1 unchanged")


def fields():
    write("d/c.md", TERMS % "daily")
    kept("-q", "--field", "provider=Reedmere", "--field", "date=2026-04-01",
         "--field", "url=https://reedmere.example/terms", "d/c.md")
    check(rows("SELECT provider, title, url, date FROM version JOIN document"
               " ON document.id = version.document WHERE name = 'd/c.md'")
          == [("Reedmere", "", "https://reedmere.example/terms",
               "2026-04-01")], "fields")
    for wrong in "date=2026-02-30", "colour=red":
        run = kept("--field", wrong, "d/c.md")
        check(run.returncode == 2 and b"is no field" in run.stderr, wrong)
    check(ekimu("--field", "provider=R", "d/c.md").returncode == 2, "no store")


def reader_missing():
    """What kept a document from being read is gone."""
    write("x.pdf", "%PDF-1.7\n% and nothing behind it\n")
    nowhere = {**os.environ, "EKIMU_HELPERS": "/nonexistent"}
    run = kept("x.pdf", env=nowhere)
    if b"which is not installed" not in run.stderr:
        print("not tried: no reader is missed", run.stderr)
        return
    said(kept("x.pdf", env=nowhere), run.stderr.decode().splitlines()[0],
         "store: 0 new, 0 scanned again, 1 unchanged")
    again = kept("x.pdf").stderr.decode()
    check("ekimu: x.pdf: is read otherwise than when it was stored\n" in again,
          "not tried again", again)


def small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150000, 150000))


def no_room():
    """A full disk: said once, and the reports are whole."""
    write("s.db", "no store at all, but a text of somebody")
    run = kept("d/a.md")
    check(run.returncode == 2 and not run.stdout
          and run.stderr.startswith(b"s.db: error: store: "), "no store",
          run.stderr)
    check(ekimu("--store", "no/s.db", "d/a.md").returncode == 2, "no folder")
    os.mkdir("many")
    for i in range(12):
        write("many/%d.md" % i, TERMS % ("%d times" % i))
    full = ekimu("--store", "full.db", "many", preexec_fn=small_files)
    check(full.returncode == 2, "status when full", full.returncode)
    check(full.stderr.count(b"full.db: error: store: ") == 1, "when full",
          full.stderr)
    check(full.stdout == ekimu("many").stdout, "reports when full")
    went = ekimu("--store", "full.db", "many")
    check(went.returncode == 0 and went.stdout == full.stdout, "when there is "
          "room again", went.stderr)


def at_once():
    """Several runs make one store."""
    runs = [subprocess.Popen([program, "scan", "-q", "--format", "ndjson",
                              "--store", "new.db", "many"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(2)]
    told = [run.communicate() for run in runs]
    check(len(set(told)) == 1 and not told[0][1], "at once",
          [error for _, error in told])
    check(not any(run.returncode for run in runs), "status at once")


with tempfile.TemporaryDirectory() as room:
    os.chdir(room)
    make_documents()
    as_if_new()
    why()
    names()
    fields()
    damaged()
    reader_missing()
    no_room()
    at_once()
    os.chdir("/")
sys.exit(bool(BAD))
