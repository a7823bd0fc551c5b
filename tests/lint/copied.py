# SPDX-License-Identifier: Apache-2.0
"""Nothing in the tree is copied from a contract of the corpus: no ten English
words in a row, no 25 Japanese characters. EKIMU_SHARED names the folder that
holds corpus/; without it there is nothing to compare with."""
import os
import re
import sys
import unicodedata

from corpus_files import files_below, shared_folder

WORDS, CHARACTERS = 10, 25
LETTERS = 25  # ten words that are less are "a b c", no text
TREES = ("patterns", "tests", "docs", "corpora", "fuzz", "README.md")
JAPANESE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
ENCODINGS = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16")


def text_of(path):
    with open(path, "rb") as file:
        data = file.read()
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
            break
        except UnicodeError:
            continue
    else:
        return ""
    text = re.sub(r"<[^<>]*>", " ", text)
    return unicodedata.normalize("NFKC", text).lower()


def pieces_of(text):
    words = re.findall(r"[a-z]+(?:'[a-z]+)?", text.replace("\u2019", "'"))
    for i in range(len(words) - WORDS + 1):
        piece = " ".join(words[i:i + WORDS])
        if len(piece) > LETTERS:
            yield piece
    for run in re.findall("[%s]+" % JAPANESE,
                          re.sub("[^%sa-z\n]+|\n" % JAPANESE, "", text)):
        for i in range(len(run) - CHARACTERS + 1):
            yield run[i:i + CHARACTERS]


def is_text(name):
    return not name.endswith((".log", ".trs", ".o", ".pdf", ".docx"))


def main():
    shared = shared_folder()
    if not shared:
        return 77
    here = os.environ.get("srcdir", ".")
    ours = {}
    for tree in TREES:
        for path in files_below(os.path.join(here, tree), is_text):
            for piece in pieces_of(text_of(path)):
                ours.setdefault(piece, path)
    bad, seen = 0, 0
    for path in files_below(os.path.join(shared, "corpus"), is_text):
        if not path.endswith((".md", ".txt", ".html")) or \
                os.path.dirname(path).endswith("corpus"):
            continue
        seen += 1
        said = set()
        for piece in pieces_of(text_of(path)):
            where = ours.get(piece)
            if where and where not in said:
                said.add(where)
                print("%s: shares with a document of the corpus: %s"
                      % (where, piece))
                bad += 1
    print("%d pieces compared with %d documents" % (len(ours), seen))
    return 1 if bad or not seen else 0


sys.exit(main())
