# SPDX-License-Identifier: Apache-2.0
"""What tests of reports share: the program under test, a room with four of the
samples to run it in, and a count of what is wrong."""
import os
import shutil
import subprocess
import tempfile

here = os.path.abspath(os.environ.get("srcdir", "."))
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
corpus = os.path.join(here, "corpora", "samples")
samples = "samples"
SAMPLES = ("ja-suirei-vault.txt", "en-plumkite.md", "ja-yuzuriha-kintai.html",
           "en-sablekey-store.md")
ONE, TWO = (samples + "/" + name for name in SAMPLES[:2])
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def ekimu(*arguments, **more):
    more = {"capture_output": True, "check": False, **more}
    return subprocess.run([program, *arguments], **more)


def asked(forms):
    return [word for form in forms for word in ("--format", form)]


def writes_workbooks():
    return b"xlsx" in ekimu("scan", "--format", "?", ".").stderr


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def tree(folder):
    """Every file below a folder."""
    return {os.path.relpath(os.path.join(top, name), folder):
            read(os.path.join(top, name))
            for top, _, names in os.walk(folder) for name in names}


def run(*parts):
    """Each part in one room, the samples beside it; the status to end with."""
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        os.mkdir(samples)
        for name in SAMPLES:
            shutil.copy(os.path.join(corpus, name), samples)
        for part in parts:
            part()
        os.chdir(here)
    return 1 if BAD else 0
