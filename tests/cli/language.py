# SPDX-License-Identifier: Apache-2.0
"""The language of the output is that of --lang, wherever it stands, else that
of the locale as gettext finds it; no locale need be installed. Every command
tells its help and what is wrong with its arguments in either."""
import os
import re
import subprocess
import sys
import tempfile

program = os.environ.get("EKIMU", "./ekimu")
COMMANDS = ("scan", "report", "compare", "facts", "explain", "patterns", "history",
            "evaluate")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
bad = told = 0


def complain(what):
    global bad
    bad += 1
    print(what)


def run(arguments, **locale):
    env = {k: v for k, v in os.environ.items()
           if k not in VARIABLES and not k.startswith("LC_")}
    done = subprocess.run([program, *arguments], env={**env, **locale},
                          capture_output=True, check=False,
                          stdin=subprocess.DEVNULL)
    return (done.stdout + done.stderr).decode("utf-8")


def language_of(text):
    return "ja" if JAPANESE.search(text) else "en"


def must_be(wanted, arguments, **locale):
    global told
    told += 1
    text = run(arguments, **locale)
    if not text.strip() or language_of(text) != wanted:
        complain("%s %s: not in '%s':\n%s" % (" ".join(arguments), locale,
                                             wanted, text[:300]))


LOCALES = [
    ("en", {}),
    ("ja", {"LANG": "ja_JP.UTF-8"}),
    ("ja", {"LANG": "ja"}),
    ("ja", {"LANG": "ja_JP.eucJP@x"}),
    ("en", {"LANG": "jam_JM"}),
    ("en", {"LANG": "fr_FR.UTF-8"}),
    ("en", {"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}),
    ("ja", {"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}),
    ("en", {"LC_MESSAGES": "ja_JP.UTF-8", "LC_ALL": "C"}),
    ("ja", {"LC_MESSAGES": "en_US", "LC_ALL": "ja_JP.UTF-8"}),
    ("ja", {"LANG": "ja_JP.UTF-8", "LC_ALL": ""}),
    ("en", {"LANG": "ja_JP.UTF-8", "LC_CTYPE": "ja_JP.UTF-8",
            "LC_ALL": "POSIX"}),
    ("ja", {"LANG": "en_US.UTF-8", "LANGUAGE": "ja"}),
    ("ja", {"LANG": "en_US.UTF-8", "LANGUAGE": "de_DE:ja_JP:en"}),
    ("en", {"LANG": "ja_JP.UTF-8", "LANGUAGE": "de:en:ja"}),
    ("en", {"LANG": "ja_JP.UTF-8", "LANGUAGE": "de"}),
    ("ja", {"LANG": "ja_JP.UTF-8", "LANGUAGE": ""}),
    ("en", {"LC_ALL": "C", "LANGUAGE": "ja"}),
    ("en", {"LC_ALL": "C.UTF-8", "LANGUAGE": "ja"}),
    ("en", {"LANGUAGE": "ja"}),
]
for language, variables in LOCALES:
    must_be(language, ["--help"], **variables)
    must_be(language, ["scan"], **variables)

WRONG = [["--no-such"], ["--lang"], ["--limit", "page=5"], ["--color", "x"],
         ["--format", "x"]]
with tempfile.TemporaryDirectory() as room:
    for language in ("ja", "en"):
        other = {"LC_ALL": "C" if language == "ja" else "ja_JP.UTF-8"}
        choice = ["--lang", language]
        must_be(language, ["--help", *choice], **other)
        must_be(language, [*choice], **other)
        must_be(language, ["nonsense", *choice], **other)
        for command in COMMANDS:
            must_be(language, [command, "--help", *choice], **other)
            must_be(language, [command, *choice, "--help"], **other)
            if command != "facts":
                must_be(language, [command, *choice], **other)
            must_be(language, [command, *choice,
                               os.path.join(room, "absent")], **other)
            for wrong in WRONG:
                must_be(language, [command, *choice, *wrong], **other)
                if len(wrong) > 1 or wrong == ["--no-such"]:
                    must_be(language, [command, *wrong, *choice], **other)
print("%d outputs" % told)
sys.exit(1 if bad or told < 100 else 0)
