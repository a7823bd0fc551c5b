# SPDX-License-Identifier: Apache-2.0
"""LibreOffice without a window: many files of any names into one format, in one
start and with a profile of its own."""
import os
import shutil
import signal
import subprocess

FILTERS = {
    "txt": "txt:Text (encoded):UTF8",
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "pdf": "pdf:writer_pdf_Export",
}


def run_to_its_end(words, seconds):
    """The command is a script: what it starts is ended with it."""
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"})
    try:
        process.wait(seconds)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def convert(paths, extension, room, infilter=None, seconds=120):
    """Path to what was made of it, in room; what failed is missing."""
    if not paths:
        return {}  # without any it would wait for them
    inbox = os.path.join(room, "in-" + extension)
    outbox = os.path.join(room, "out-" + extension)
    os.makedirs(inbox)
    copies = {}
    for number, path in enumerate(map(str, paths)):
        copies[path] = os.path.join(
            inbox, "%03d%s" % (number, os.path.splitext(path)[1].lower()))
        shutil.copyfile(path, copies[path])
    words = ["soffice", "-env:UserInstallation=file://%s"
             % os.path.join(room, "profile"), "--headless", "--norestore"]
    if infilter:
        words.append("--infilter=" + infilter)
    words += ["--convert-to", FILTERS[extension], "--outdir", outbox]
    run_to_its_end(words + list(copies.values()), seconds)
    made = {}
    for path, copy in copies.items():
        name = os.path.splitext(os.path.basename(copy))[0]
        target = os.path.join(outbox, name + "." + extension)
        if os.path.exists(target):
            made[path] = target
    return made
