# SPDX-License-Identifier: Apache-2.0
"""What the tests of formats share: the program under test, the programs that it
is held against, and skips that say their reason."""
import json
import os
import shutil
import subprocess
import sys

EKIMU = os.environ.get("EKIMU", os.path.join(os.getcwd(), "ekimu"))
TOP = os.environ.get("srcdir", ".")
HERE = os.path.dirname(os.path.abspath(__file__))
ALL = os.environ.get("EKIMU_TESTS") == "all"
STATUSES = (0, 3, 5)  # done, with unread documents, with nothing read


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


def skip_when_fast():
    """For tests that start an office suite or a browser."""
    if os.environ.get("EKIMU_TESTS") == "fast":
        skip("EKIMU_TESTS=fast: run once, without sanitizers")


def has_helper(name):
    folder = os.environ.get("EKIMU_HELPERS") or os.path.dirname(EKIMU)
    if os.access(os.path.join(folder, name), os.X_OK):
        return True
    print("left out, for want of %s: its format" % name)
    return False


def need(program, package):
    if not shutil.which(program):
        skip("no %s (package %s)" % (program, package))


def corpus(*below):
    shared = os.environ.get("EKIMU_SHARED") or os.path.join(TOP, "..",
                                                            "shared")
    folder = os.path.abspath(os.path.join(shared, "corpus", *below))
    if not os.path.isdir(folder):
        skip("EKIMU_SHARED names no folder with %s"
             % os.path.join("corpus", *below))
    return folder


def ekimu(*arguments, seconds=120, statuses=STATUSES, **more):
    """What the program prints; any other end than a good one is an error."""
    words = [EKIMU, *map(str, arguments)]
    run = subprocess.run(words, stdin=subprocess.DEVNULL, timeout=seconds,
                         capture_output=True, check=False, **more)
    if run.returncode not in statuses:
        raise RuntimeError("status %d of %s: %s" % (
            run.returncode, " ".join(words[:8]),
            run.stderr.decode("utf-8", "replace")[-2000:]))
    return run


def scan(*arguments, **more):
    """The results, in the order of the documents."""
    run = ekimu("scan", "--quiet", "--format", "ndjson", *arguments, **more)
    return [json.loads(line) for line in run.stdout.splitlines()]


def texts(paths, *options, **more):
    """Path to extracted text; what could not be read has none."""
    found, path = {}, None
    names = {str(path) for path in paths}
    run = ekimu("scan", "--quiet", "--show", "text", *options, *paths, **more)
    if len(paths) == 1:
        return {str(paths[0]): run.stdout.decode("utf-8")}
    for line in run.stdout.decode("utf-8").split("\n"):
        name = line[4:-4]  # of a file in an archive: "a.zip!/b.txt"
        if line == "==> %s <==" % name and name.split("!/")[0] in names:
            path = name
            found[path] = []
        elif path:
            found[path].append(line)
    return {path: "\n".join(lines) for path, lines in found.items()}


def table(rows, head):
    """Prints columns, the first to the left, all others to the right."""
    rows = [list(map(str, row)) for row in [head, *rows]]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join([row[0].ljust(widths[0])] + [
            cell.rjust(width) for cell, width in
            zip(row[1:], widths[1:])]).rstrip())
