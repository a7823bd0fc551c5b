#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_history.py REPOSITORY VERSIONS [TRUTH.tsv]: a bare repository with the
history of invented services' terms, made from the samples, in the layout of
public archives: a folder a service, a file a document, a commit a version.
TRUTH tells what each commit did: its number, day, path, what, and whether it
changed the substance. The same arguments make the same repository."""
import datetime
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "corpora", "samples")
FIRST_DAY = datetime.datetime(2019, 1, 1, 6, tzinfo=datetime.timezone.utc)

# Paragraphs that change the substance, each of a clause type of its own.
CLAUSES = {
    "en": ("The provider may access and view Content that the customer keeps "
           "in the service in order to improve its services.",
           "The provider may disclose Content to law enforcement authorities "
           "when the provider considers it appropriate.",
           "The provider may use Content to train its machine learning "
           "models."),
    "ja": ("当社は、本サービスの改善のため、契約者が本サービスに保存したデータを"
           "閲覧することがあります。",
           "当社は、捜査機関から照会を受けた場合、契約者が本サービスに保存した"
           "データを開示することがあります。",
           "当社は、契約者が本サービスに保存したデータを機械学習モデルの学習に"
           "利用することができます。"),
}
NOT_TERMS = {
    "en": (("blocked", "Checking your browser before accessing the site.\n\n"
            "Please enable JavaScript and cookies to continue.\n"),
           ("empty", "\n"),
           ("missing", "# 404 Not Found\n\nPage not found.\n"),
           ("broken", "503 Service Unavailable\n")),
    "ja": (("blocked", "# アクセスが拒否されました\n\n"
            "ブラウザーの設定を確認してください。\n"),
           ("empty", ""),
           ("missing", "お探しのページが見つかりません。\n"),
           ("broken", "ただいまメンテナンス中です。しばらくしてから"
            "アクセスしてください。\n")),
}
UPDATED = {"en": "Last updated: {}", "ja": "最終更新日: {}"}
SERVICES = (("Sablekey", "Terms of Service.md", "en-sablekey-store.md", "en"),
            ("Plumkite", "Terms of Service.md", "en-plumkite.md", "en"),
            ("ことりデスク", "利用規約.md", "ja-kotori-desk.md", "ja"),
            ("Osterveld", "Data Processing Agreement.md",
             "en-osterveld-dpa.md", "en"))
# What a document's versions do, one after the other, again and again.
COURSE = ("numbers", "add", "wording", "not-terms", "numbers", "revert",
          "numbers", "drop", "rename", "wording", "add", "revert", "numbers",
          "drop")


class Document:
    def __init__(self, service, name, sample, lang):
        self.service, self.name, self.lang = service, name, lang
        with open(os.path.join(SAMPLES, sample), encoding="utf-8") as file:
            self.base = file.read().rstrip("\n")
        self.clauses, self.step, self.next_clause = [], 0, 0
        self.blocks, self.greeting, self.renames = 0, 0, 0
        self.versions = []  # the last ones: text, clauses that were added
        self.path = f"{service}/{name}"

    def text(self, day):
        parts = [self.base, *self.clauses]
        if self.greeting:
            parts.append("Thank you for reading." if self.lang == "en"
                         else "以上")
            parts[-1] = f"{parts[-1]} ({self.greeting})"
        parts.append(UPDATED[self.lang].format(day))
        return "\n\n".join(parts) + "\n"

    def now(self, day, number):
        """What the next version is: (what, text or None, renamed from)."""
        if not self.versions:
            return "first", self.text(day), None
        what = COURSE[self.step % len(COURSE)]
        self.step += 1
        if what == "add":
            clauses = CLAUSES[self.lang]
            clause = clauses[self.next_clause % len(clauses)]
            self.next_clause += 1
            self.clauses = [clause]
        elif what == "drop":
            self.clauses = []
        elif what == "wording":
            self.greeting = number
        elif what == "not-terms":
            pages = NOT_TERMS[self.lang]
            kind, page = pages[self.blocks % len(pages)]
            self.blocks += 1
            return kind, page, None
        elif what == "revert":
            return "revert", self.versions[-2][0], None
        elif what == "rename":
            before = self.path
            self.renames += 1
            stem, ending = os.path.splitext(self.name)
            self.path = f"{self.service}/{stem} {self.renames}{ending}"
            return "rename", self.text(day), before
        return what, self.text(day), None

    def take(self, what, text):
        """Whether the version that was made changed the substance."""
        if what in ("blocked", "empty", "missing", "broken"):
            return False
        clauses = (self.versions[-2][1] if what == "revert"
                   else tuple(self.clauses))
        changed = bool(self.versions) and clauses != self.versions[-1][1]
        self.versions = [*self.versions[-2:], (text, clauses)]
        return changed


class Writer:
    def __init__(self, stream, truth):
        self.stream, self.truth, self.commits = stream, truth, 0

    def put(self, text):
        self.stream.write(text.encode())

    def data(self, text):
        raw = text.encode()
        self.stream.write(b"data %d\n" % len(raw) + raw + b"\n")

    def commit(self, branch, day, message, parents=()):
        self.commits += 1
        stamp = int(day.timestamp())
        self.put(f"commit refs/heads/{branch}\nmark :{self.commits}\n"
                 f"author Archive <archive@archive.example> {stamp} +0000\n"
                 f"committer Archive <archive@archive.example> {stamp} "
                 "+0000\n")
        self.data(message)
        for word, mark in zip(("from", "merge"), parents):
            self.put(f"{word} :{mark}\n")
        return self.commits

    def change(self, path, text, before):
        if before:
            self.put(f'R "{before}" "{path}"\n')
        self.put(f'M 100644 inline "{path}"\n')
        self.data(text)


def day_of(number):
    return FIRST_DAY + datetime.timedelta(days=number)


def version(writer, document, number, parents, branch="main"):
    """Writes the next one; its mark and how to write it again."""
    day = day_of(number)
    what, text, before = document.now(f"{day:%Y-%m-%d}", number)
    mark = writer.commit(branch, day, f"{document.path}: {what}", parents)
    writer.change(document.path, text, before)
    substance = "yes" if document.take(what, text) else "no"
    writer.truth.write(f"{mark}\t{day:%Y-%m-%d}\t{document.path}\t{what}\t"
                       f"{substance}\n")
    return mark, (document.path, text, before)


def merged(writer, documents, number, head):
    """Two documents change on branches that are merged."""
    one, other = (documents[(number + i) % len(documents)] for i in (1, 0))
    writer.put(f"reset refs/heads/side\nfrom :{head[0]}\n\n")
    side, change = version(writer, other, number, head, "side")
    main_mark, _ = version(writer, one, number + 1, head)
    merge = writer.commit("main", day_of(number + 1), "merge",
                          (main_mark, side))
    writer.change(*change)
    return (merge,)


def make(writer, versions):
    documents = [Document(*row) for row in SERVICES]
    head, number = (), 0
    while number < versions:
        if number % 29 == 28 and number + 1 < versions:
            head = merged(writer, documents, number, head)
            number += 2
            continue
        document = documents[number % len(documents)]
        head = (version(writer, document, number, head)[0],)
        number += 1


def main(repository, versions, truth=os.devnull):
    subprocess.run(["git", "init", "-q", "--bare", "--initial-branch=main",
                    repository], check=True)
    importer = subprocess.Popen(["git", "-C", repository, "fast-import",
                                 "--quiet"], stdin=subprocess.PIPE)
    with open(truth, "w", encoding="utf-8") as told:
        make(Writer(importer.stdin, told), int(versions))
    importer.stdin.close()
    return importer.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
