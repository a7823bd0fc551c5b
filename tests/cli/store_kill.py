# SPDX-License-Identifier: Apache-2.0
"""A storing scan that is killed at any moment loses nothing that it reported:
its database opens, is whole, holds each result that was written out, and the
next run goes on where this one ended. Ten times; fifty with EKIMU_TESTS=all."""
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib

program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
ROUNDS = 50 if os.environ.get("EKIMU_TESTS") == "all" else 10
DOCUMENTS = 40
SCAN = [program, "scan", "-q", "--store", "k.store", "--format", "ndjson", "d"]
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def make_documents():
    os.mkdir("d")
    for i in range(DOCUMENTS):
        with open("d/terms-%02d.md" % i, "w", encoding="utf-8") as file:
            file.write("# Terms %d\n\n" % i)
            for k in range(1, 4 + i % 5):
                file.write("%d. The Provider may disclose Customer Content "
                           "where a court orders it within %d days.\n\n"
                           % (k, i + k))


def forget():
    for name in "k.store", "k.store-wal", "k.store-shm":
        if os.path.exists(name):
            os.remove(name)


def killed_at(moment, length):
    """What the run had written out when it was killed: somewhere behind a
    random line, or at any time (when the store is made, too)."""
    run = subprocess.Popen(SCAN, stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL)
    lines = []
    if moment.random() < 0.25:
        time.sleep(length * moment.random())
    else:
        lines = [run.stdout.readline()
                 for _ in range(moment.randrange(DOCUMENTS))]
        time.sleep(moment.uniform(0, 0.01))
    run.kill()
    lines += run.stdout.readlines()
    run.wait()
    run.stdout.close()
    return [line for line in lines if line.endswith(b"\n")]


def stored():
    """Name and result of each scan in the database, and whether it is whole."""
    if not os.path.exists("k.store"):
        return []
    db = sqlite3.connect("k.store")
    check(db.execute("PRAGMA integrity_check").fetchall() == [("ok",)],
          "integrity")
    check(not db.execute("PRAGMA foreign_key_check").fetchall(), "references")
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return []
    rows = db.execute(
        "SELECT name, json FROM document"
        " JOIN version ON version.document = document.id"
        " JOIN scan ON scan.version = version.id"
        " LEFT JOIN result ON result.scan = scan.id").fetchall()
    db.close()
    check(all(packed for _, packed in rows), "a scan without its result")
    return [(name, json.loads(zlib.decompress(packed)))
            for name, packed in rows if packed]


def outcome(result):
    return result["document"]["sha256"], result["findings"], \
        result["verdicts"]


def hold(lines, there):
    """Whether what was written out is there, once each."""
    held = {name: outcome(result) for name, result in there}
    check(len(held) == len(there), "stored twice", len(there) - len(held))
    for line in lines:
        result = json.loads(line)
        path = result["document"]["path"]
        check(held.get(path) == outcome(result), "lost", path)


def main():
    make_documents()
    began = time.monotonic()
    whole = subprocess.run(SCAN, capture_output=True, check=True).stdout
    length = time.monotonic() - began
    check(len(stored()) == DOCUMENTS, "not all stored")
    forget()
    moment = random.Random(4)
    cut = 0
    for i in range(ROUNDS):
        if i % 3 == 0:
            forget()
        lines = killed_at(moment, length)
        there = stored()
        hold(lines, there)
        cut += 0 < len(there) < DOCUMENTS
        if i % 3 == 2:
            again = subprocess.run(SCAN, capture_output=True, check=True)
            check(again.stdout == whole, "goes on otherwise")
            check(len(stored()) == DOCUMENTS, "not once each")
    check(cut, "never killed while it stored")
    print("%d of %d runs were killed while they stored" % (cut, ROUNDS))


with tempfile.TemporaryDirectory() as room:
    os.chdir(room)
    main()
    os.chdir("/")
sys.exit(bool(BAD))
