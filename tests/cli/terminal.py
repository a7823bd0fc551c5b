# SPDX-License-Identifier: Apache-2.0
"""What a terminal shows: nothing wider than it is, colour when it is wanted,
the same words with and without, and nothing that moves the cursor."""
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

here = os.path.abspath(os.environ.get("srcdir", "."))
program = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
corpus = os.path.join(here, "corpora", "samples")
NAMES = ("ja-suirei-vault.txt", "en-sablekey-store.md")
ONES = [os.path.join("samples", name) for name in NAMES]
CODE = re.compile(r"\x1b\[[0-9;]*m")
MARKS = "!! ?? U? [] == .. //"
BAD = []


def check(holds, *what):
    if not holds:
        BAD.append(what)
        print("wrong:", *what)


def usual(**more):
    kept = {name: value for name, value in os.environ.items()
            if name not in ("NO_COLOR", "CLICOLOR_FORCE", "COLUMNS")}
    return {**kept, "TERM": "xterm", **more}


def on_terminal(columns, arguments, **more):
    """The output of a run on a terminal that is so wide."""
    child, master = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, columns, 0, 0))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execve(program, [program] + arguments, usual(**more))
    out = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.waitpid(child, 0)
    os.close(master)
    return out.decode("utf-8").replace("\r\n", "\n")


def in_pipe(arguments, **more):
    return subprocess.run([program] + arguments, env=usual(**more),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=False).stdout.decode("utf-8")


def cells(line):
    return sum(0 if unicodedata.combining(c) else
               1 + (unicodedata.east_asian_width(c) in "WF")
               for c in CODE.sub("", line))


def widths():
    hostile = "契約/👩 e\u0301 か\u3099 ①※“terms” " + "長い" * 25 + ".md"
    with open(hostile.replace("/", "-"), "w", encoding="utf-8") as file:
        file.write("# 利用規約 \x1b[2J\u202e ｱｲｳ ①\n\nWe may view your files.\n"
                   "当社は、いつでも利用者の情報を閲覧できる。\n\n"
                   "We may disclose " + "/yourfiles" * 30 + " to anyone.\n")
    paths = ONES + [hostile.replace("/", "-"), "absent.md"]
    with open("saved.ndjson", "w", encoding="utf-8") as file:
        file.write(in_pipe(["scan", "-q", "--format", "ndjson", *paths]))
    for columns in 40, 59, 72, 80, 100, 120, 200:
        for lang in "en", "ja":
            for more in [], ["--summary"], ["--all"]:
                out = on_terminal(columns, ["report", "-q", "--lang", lang,
                                            *more, "saved.ndjson"])
                for line in out.splitlines():
                    if cells(line) > columns and CODE.sub("", line) \
                            not in paths: # the terminal's to break
                        check(False, columns, lang, more, line)
                        break
                check(re.search(r"[^m\n\x20-\x7e\u0080-\uffff\U00010000-"
                                r"\U0010ffff]", CODE.sub("", out)) is None,
                      "control characters", columns, more)
                check(max(map(cells, out.splitlines())) > min(columns, 120) - 9,
                      "room is not used", columns, lang, more)


def lines_in_a_pipe():
    """One line a document, whole."""
    out = in_pipe(["scan", "-q", "--summary", corpus])
    rows = [line for line in out.splitlines() if corpus in line]
    names = sorted(n for n in os.listdir(corpus) if not n.endswith(".tsv"))
    check([os.path.join(corpus, n) for n in names]
          == [re.search(r"(/\S+)  ", row).group(1) for row in rows], rows)
    for row in rows:
        check(re.match(r"(\S\S) (\S\S) (\S\S)  .* (full|part|none)  ", row)
              and row[:2] in MARKS, row)


def colour():
    one = ["report", "-q", "one.ndjson"]
    plain = in_pipe(["scan", "-q", ONES[0]])
    check(plain and in_pipe(one) == plain, "report is another than the scan's")
    check("\x1b" not in plain, "colour in a pipe")
    check(CODE.sub("", in_pipe(one + ["--color", "always"])) == plain,
          "colour changes the text")
    table = [  # options, environment, on a terminal, in a pipe
        ([], {}, True, False),
        ([], {"NO_COLOR": "1"}, False, False),
        ([], {"NO_COLOR": ""}, True, False),
        ([], {"TERM": "dumb"}, False, False),
        ([], {"CLICOLOR_FORCE": "1"}, True, True),
        ([], {"CLICOLOR_FORCE": "0"}, True, False),
        ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, False),
        (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False, False),
        (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
    ]
    for options, environment, terminal, pipe in table:
        check(("\x1b[" in on_terminal(80, one + options, **environment))
              == terminal, "terminal", options, environment)
        check(("\x1b[" in in_pipe(one + options, **environment)) == pipe,
              "pipe", options, environment)
    for form in "md", "csv", "json", "sarif":
        check("\x1b" not in in_pipe([*one, "--format", form, "--color",
                                     "always"]), form)
    for options, sign in (["--color", "always"], True), ([], False):
        check(("\x1b[" in in_pipe(["scan", "-q", ONES[0], *options])) == sign,
              "scan", options)
    check("\x1b[" in on_terminal(80, ["scan", "-q", ONES[0]]), "scan")
    in_pipe(one + ["-o", "file.txt"], CLICOLOR_FORCE="1", COLUMNS="120")
    with open("file.txt", encoding="utf-8") as file:
        check(file.read() == plain, "a file is another than the pipe's")


def columns_asked():
    for columns, wanted in (("120", 120), ("64", 64), ("", 80), ("x", 80),
                            ("99999999999", 80), ("0", 80)):
        longest = max(cells(line) for line in
                      in_pipe(["report", "-q", "other.ndjson"],
                              COLUMNS=columns).splitlines())
        check(wanted - 8 < longest <= wanted, "COLUMNS", columns, longest)
    out = on_terminal(100, ["report", "-q", "other.ndjson"], COLUMNS="60")
    check(max(map(cells, out.splitlines())) <= 60, "COLUMNS on a terminal")


def main():
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        os.mkdir("samples")
        for name in NAMES:
            shutil.copy(os.path.join(corpus, name), "samples")
        for name, path in zip(("one.ndjson", "other.ndjson"), ONES):
            in_pipe(["scan", "-q", "--format", "ndjson", "-o", name, path])
        for part in widths, lines_in_a_pipe, colour, columns_asked:
            part()
        os.chdir(here)
    return 1 if BAD else 0


sys.exit(main())
