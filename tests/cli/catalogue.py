# SPDX-License-Identifier: Apache-2.0
"""The catalogues of po/ as the tests read them."""
import os
import re

here = os.environ.get("srcdir", ".")


def unquoted(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m.group(1), m.group(1)),
                  text)


def entries(language):
    """(context, English, text) of each entry but the header."""
    path = os.path.join(here, "po", language + ".po")
    with open(path, encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    found = []
    for block in blocks:
        parts = {"msgctxt": "", "msgid": "", "msgstr": ""}
        part = None
        for line in block.splitlines():
            row = re.fullmatch(r'(?:(\w+) )?"(.*)"', line)
            if row:
                part = row.group(1) or part
                parts[part] += unquoted(row.group(2))
        if parts["msgid"]:
            found.append((parts["msgctxt"], parts["msgid"], parts["msgstr"]))
    return found
