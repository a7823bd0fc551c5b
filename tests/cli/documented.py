# SPDX-License-Identifier: Apache-2.0
"""Runs what README.md and the pages of docs show: writes the files they name,
runs the commands of their console blocks in order, and compares what they
print. A line "..." stands for any lines; `cat FILE` of a file that is not there
writes the lines that follow into it. With --write the pages get what is
printed today, where it fits no longer."""
import os
import re
import subprocess
import sys
import tempfile

PAGES = ("README.md", "docs/decisions.md", "docs/diff.md", "docs/history.md",
         "docs/patterns.md", "docs/reading.md", "docs/reports.md",
         "docs/store.md", "docs/watch.md")
BLOCK = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)


def commands_of(block):
    command, wanted = None, []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, wanted
            command, wanted = line[2:], []
        else:
            wanted.append(line)
    if command:
        yield command, wanted


def fits(wanted, printed):
    """Whether the lines fit, "..." standing for any number of them."""
    if not wanted:
        return not printed
    if wanted[0] == "...":
        return any(fits(wanted[1:], printed[i:])
                   for i in range(len(printed) + 1))
    return bool(printed) and printed[0] == wanted[0] and \
        fits(wanted[1:], printed[1:])


WRITTEN = []


def run(command, wanted, room, environment):
    made = re.fullmatch(r"cat (\S+)", command)
    path = os.path.join(room, made.group(1)) if made else None
    if path and not os.path.exists(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(wanted) + "\n")
        return True
    done = subprocess.run(command, shell=True, cwd=room, env=environment,
                          capture_output=True, text=True, check=False)
    printed = (done.stdout + done.stderr).splitlines()
    if fits(wanted, printed):
        return True
    if "--write" in sys.argv:
        WRITTEN.append(tuple("$ %s\n%s" % (command, "".join(
            line + "\n" for line in lines)) for lines in (wanted, printed)))
        return True
    print("$ %s\nwanted:\n  %s\nprinted:\n  %s" % (
        command, "\n  ".join(wanted), "\n  ".join(printed[:60])))
    return False


def main():
    here = os.path.abspath(os.environ.get("srcdir", "."))
    environment = dict(os.environ)
    program = os.path.abspath(os.environ.get("EKIMU", "ekimu"))
    environment["PATH"] = os.path.dirname(program) + ":" + environment["PATH"]
    environment["LC_ALL"] = "C"
    environment["SOURCE_DATE_EPOCH"] = "1796083200"  # 2026-12-01
    environment.setdefault("EKIMU_PATTERNS", os.path.join(here, "patterns"))
    bad = done = 0
    for page in PAGES:
        with open(os.path.join(here, page), encoding="utf-8") as file:
            text = file.read()
        WRITTEN.clear()
        with tempfile.TemporaryDirectory() as room:
            os.symlink(program, os.path.join(room, "ekimu"))
            os.symlink(os.path.join(here, "corpora"),
                       os.path.join(room, "corpora"))
            for name, kind, block in BLOCK.findall(text):
                if name:
                    path = os.path.join(room, name)
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(block)
                for command, wanted in (commands_of(block)
                                        if kind == "console" else ()):
                    bad += not run(command, wanted, room, environment)
                    done += 1
        for before, after in WRITTEN:
            text = text.replace(before, after)
        if WRITTEN:
            with open(os.path.join(here, page), "w", encoding="utf-8") as file:
                file.write(text)
    print("%d commands run" % done)
    return 1 if bad or not done else 0


sys.exit(main())
