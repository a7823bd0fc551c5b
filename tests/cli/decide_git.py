# SPDX-License-Identifier: Apache-2.0
"""Files of decisions in git: two branches that decide about different things
merge without conflict, with merge=union always, without it where their lines
do not meet; two that decide about the same are both told of."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
five = os.path.join(os.path.abspath(os.environ.get("srcdir", ".")),
                    "tests", "cli", "five", "en.md")
LEDGER = "decisions.jsonl"
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def git(*arguments, fine=True):
    run = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org",
         "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false",
         *arguments], capture_output=True, check=False)
    if fine and run.returncode:
        check(False, arguments, run.stdout, run.stderr)
    return run.returncode


def ekimu(*arguments, status=0):
    run = subprocess.run([program, *arguments], capture_output=True,
                         check=False, env=dict(os.environ, LC_ALL="C"))
    check(run.returncode == status, arguments, run.returncode,
          run.stderr.decode())
    return run.stdout.decode(), run.stderr.decode()


def decide(target, state="accepted", author="a"):
    ekimu("decide", "--quiet", "--decisions", LEDGER, "../r.ndjson", target,
          "--state", state, "--reason", "r", "--author", author)


def stands(status=0):
    out, said = ekimu("report", "--decisions", LEDGER, "--format", "ndjson",
                      "../r.ndjson", status=status)
    return sorted((r["decision"]["subject"], r["standing"])
                  for r in json.loads(out).get("decisions", [])), said


def repository(union, begun):
    shutil.rmtree("repo", ignore_errors=True)
    os.mkdir("repo")
    os.chdir("repo")
    git("init", "-q")
    if union:
        with open(".gitattributes", "w", encoding="ascii") as file:
            file.write(LEDGER + " merge=union\n")
    for target in begun:
        decide(target)
    with open(LEDGER, "a", encoding="ascii"):
        pass
    git("add", "-A")
    git("commit", "-q", "-m", "begun")


def branch(name, *decisions):
    git("checkout", "-q", "-b", name, "main")
    for target, state in decisions:
        decide(target, state, author=name)
    git("commit", "-q", "-a", "-m", name)


def merge(name, fine=True):
    git("checkout", "-q", "one")
    return git("merge", "-q", "-m", "merged", name, fine=fine)


def independent(union, begun):
    repository(union, begun)
    # EX-1 sorts behind all findings, the first finding before them.
    branch("one", ("1", "accepted"), ("2", "accepted"))
    branch("two", ("EX-1", "risk-accepted"))
    merge("two")
    found, _ = stands()
    check(all(standing == "carried" for _, standing in found), found)
    check(len(found) == 3 + len(begun), union, begun, found)
    os.chdir("..")


def the_same(union):
    repository(union, ["3"])
    branch("one", ("1", "accepted"))
    branch("two", ("1", "false-positive"))
    conflict = merge("two", fine=union)
    check(bool(conflict) != union, "conflict", conflict)
    found, said = stands(status=0 if union else 3)
    check(sorted(s for _, s in found) == ["carried", "divided", "divided"],
          union, found)
    check(union or "unfinished" in said, said)
    if union:
        decide("1", "accepted", "both")
        found, _ = stands()
        check([s for _, s in found] == ["carried", "carried"], found)
    os.chdir("..")


def main():
    if not shutil.which("git"):
        print("skipped: no git")
        return 77
    room = tempfile.mkdtemp()
    try:
        os.chdir(room)
        shutil.copy(five, "t.md")
        out, _ = ekimu("scan", "--quiet", "--format", "ndjson", "t.md")
        with open("r.ndjson", "w", encoding="utf-8") as file:
            file.write(out)
        independent(True, [])
        independent(True, ["3", "4"])
        independent(False, ["3", "4", "5", "6"])
        the_same(True)
        the_same(False)
    finally:
        os.chdir("/")
        shutil.rmtree(room)
    return 1 if BAD else 0


sys.exit(main())
