#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""ekimu watch over a history whose truth is known: each version is read once,
what changed in substance is told and nothing else, pages that are no terms are
told apart; a run that was killed or stopped early goes on where it was; a
history that was rewritten is said. The same input gives the same bytes.
EKIMU_VERSIONS: so many instead of 40, with what they cost."""
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import jsonschema

EKIMU = os.path.abspath(os.environ.get("EKIMU", "./ekimu"))
HERE = os.path.dirname(os.path.abspath(__file__))
PAGES = ("blocked", "empty", "missing", "broken")
VERSIONS = int(os.environ.get("EKIMU_VERSIONS", "40"))
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1764547200", LC_ALL="C")
faults = []


def expect(what, fine, more=""):
    if not fine:
        faults.append(f"{what} {more}")


def git(repository, *arguments):
    return subprocess.run(["git", "-C", repository, *arguments], check=True,
                          capture_output=True, text=True).stdout.strip()


def watch(source, store, *options):
    return subprocess.run([EKIMU, "watch", "--store", store, "--lang", "en",
                           *options, source], capture_output=True, text=True,
                          env=ENV, check=False)


def counted(done):
    """New versions, texts read, pages that are no terms."""
    found = re.search(r"watch: new versions: ([\d,]+), texts read: ([\d,]+), "
                      r"pages that are not terms: ([\d,]+)", done.stderr)
    if not found:
        raise SystemExit(f"status {done.returncode}: {done.stderr}")
    return tuple(int(n.replace(",", "")) for n in found.groups())


def make(folder, versions):
    repository = os.path.join(folder, "terms.git")
    truth = os.path.join(folder, "truth.tsv")
    subprocess.run([sys.executable, os.path.join(HERE, "make_history.py"),
                    repository, str(versions), truth], check=True)
    with open(truth, encoding="utf-8") as file:
        return repository, [line.rstrip("\n").split("\t") for line in file]


def events_of(text):
    return [event for service in json.loads(text)["services"]
            for event in service["events"]]


def check_truth(rows, text):
    events = events_of(text)
    with open(os.path.join(HERE, "..", "..", "docs",
                           "ekimu-watch.schema.json"),
              encoding="utf-8") as file:
        jsonschema.validate(json.loads(text), json.load(file))
    told = sorted((e["when"], e["document"]) for e in events
                  if e["version"] > 1 or e["renamed_from"]
                  if e["difference"]["compared"]
                  if e["difference"]["substance"])
    true = sorted((day, path) for _, day, path, _, yes in rows if yes == "yes")
    expect("changes in substance are told, and no others:", told == true,
           f"{sorted(set(true) ^ set(told))[:5]}")
    pages = sorted((e["when"], e["document"], e["reason"]) for e in events
                   if e["what"] == "not-terms")
    expect("what is no terms is told:", pages == sorted(
        (day, path, what) for _, day, path, what, _ in rows if what in PAGES),
        f"{pages[:3]}")
    reverts = [e for e in events if e["what"] == "again"]
    expect("a text that comes back is told", len(reverts) == sum(
        row[3] == "revert" for row in rows), len(reverts))
    expect("all of these within days", all(e["flips"] for e in reverts))


def check_killed(repository, folder, text, times):
    store = os.path.join(folder, "killed.store")
    for seconds in times:
        with subprocess.Popen([EKIMU, "watch", "-q", "--store", store,
                               repository], env=ENV,
                              stdout=subprocess.DEVNULL) as killed:
            time.sleep(seconds)
            killed.send_signal(signal.SIGKILL)
    done = watch(repository, store, "-f", "json")
    expect("a run that was killed goes on", done.stdout == text,
           done.stderr)


def check_later(repository, folder, text):
    """A history that grows, then one that was cut back."""
    store = os.path.join(folder, "later.store")
    head = git(repository, "rev-parse", "main")
    git(repository, "update-ref", "refs/heads/main", "main~5")
    first = counted(watch(repository, store))
    git(repository, "update-ref", "refs/heads/main", head)
    later = watch(repository, store, "-f", "json")
    expect("what is new is read alone", 0 < counted(later)[1] <= 5 < first[1],
           counted(later))
    expect("in two runs as in one", later.stdout == text)
    git(repository, "update-ref", "refs/heads/main", "main~3")
    cut = watch(repository, store, "-f", "json")
    git(repository, "update-ref", "refs/heads/main", head)
    expect("a history that was rewritten is said",
           "history was rewritten" in cut.stderr, cut.stderr)
    expect("and none of it is read twice", counted(cut)[:2] == (0, 0),
           counted(cut))
    expect("nor told twice", len(events_of(cut.stdout)) ==
           len(events_of(text)))


def check_pages(repository, store, folder):
    pages = []
    for name in ("a", "b"):
        out = os.path.join(folder, name) + "/"
        done = watch(repository, store, "-o", out)
        expect("pages are written", done.returncode == 0, done.stderr)
        pages.append({name: open(os.path.join(out, name), "rb").read()
                      for name in os.listdir(out)})
    expect("the same input gives the same bytes", pages[0] == pages[1])
    expect("a page and a feed a service, and of all",
           sorted(pages[0]) == sorted(
               f"{stem}.{end}" for end in ("html", "atom") for stem in
               ("index", "Sablekey", "Plumkite", "Osterveld", "ことりデスク")))
    feeds = [os.path.join(folder, "a", name) for name in pages[0]
             if name.endswith(".atom")]
    if shutil.which("xmllint"):
        valid = subprocess.run(["xmllint", "--noout", "--relaxng",
                                os.path.join(HERE, "atom.rng"), *feeds],
                               capture_output=True, text=True, check=False)
        expect("feeds are Atom", valid.returncode == 0, valid.stderr)
    ids = re.findall(rb"<entry>\n<id>(.*?)</id>", pages[0]["index.atom"])
    expect("an entry a change, each with an id of its own",
           len(ids) == len(set(ids)) > 4, len(ids))
    for name, page in pages[0].items():
        expect(f"{name} asks nothing of the network", b"//" not in
               page.replace(b"http://www.w3.org/", b"").replace(
                   b"<!DOCTYPE", b""))


def check_snapshots(folder):
    root = os.path.join(folder, "snapshots")
    document = os.path.join(root, "Service", "Terms")
    os.makedirs(document)
    with open(os.path.join(HERE, "..", "..", "corpora", "samples",
                           "en-sablekey-store.md"), encoding="utf-8") as file:
        text = file.read()
    more = text + ("\nSablekey may view Content in order to improve its "
                   "services.\n")
    days = {"2024-01-01": text, "2024-02-01": more, "2024-03-01": more,
            "2024-04-01": "Access Denied\n", "2024-05-01": text}
    for day, content in days.items():
        with open(os.path.join(document, day + ".md"), "w",
                  encoding="utf-8") as file:
            file.write(content)
    store = os.path.join(folder, "snapshots.store")
    done = watch(root, store, "-f", "json")
    expect("a folder of snapshots: two texts and a page are read",
           counted(done) == (3, 3, 1), counted(done))
    told = [(e["what"], e["when"], e["difference"]["substance"])
            for e in events_of(done.stdout)]
    expect("and told", told == [("first", "2024-01-01", False),
                                ("changed", "2024-02-01", True),
                                ("not-terms", "2024-04-01", False),
                                ("again", "2024-05-01", True)], told)
    again = watch(root, store, "-f", "json")
    expect("each once", counted(again) == (0, 0, 0), counted(again))
    expect("and the same again", again.stdout == done.stdout)
    since = watch(root, store, "-f", "json", "--since", "2024-05-01")
    expect("--since", len(events_of(since.stdout)) == 1)


def check_wrong(folder):
    store = os.path.join(folder, "wrong.store")
    for arguments, status, words in (
            ([folder], 2, "--store"),
            (["--store", store], 2, "one"),
            (["--store", store, "--since", "May", folder], 2, "--since"),
            (["--store", store, folder + "/none"], 3, "none"),
            (["--store", store, "-f", "pdf", folder], 2, "pdf"),
            (["--store", store, "-f", "html", folder], 2, "-o DIR")):
        done = subprocess.run([EKIMU, "watch", "--lang", "en", *arguments],
                              capture_output=True, text=True, env=ENV,
                              check=False)
        expect(f"{arguments}: status", done.returncode == status,
               done.returncode)
        expect(f"{arguments}: said", words in done.stderr, done.stderr)


def main(folder):
    repository, rows = make(folder, VERSIONS)
    store = os.path.join(folder, "watch.store")
    start = time.monotonic()
    first = watch(repository, store, "-f", "json")
    took = time.monotonic() - start
    versions, read, passed = counted(first)
    expect("a run that finds changes ends with 1", first.returncode == 1,
           first.stderr)
    expect("each version once", (versions, passed) == (
        sum(row[3] not in PAGES for row in rows),
        sum(row[3] in PAGES for row in rows)), counted(first))
    expect("each text once", read == versions + passed - sum(
        row[3] == "revert" for row in rows), read)
    check_truth(rows, first.stdout)
    again = watch(repository, store, "-f", "json")
    expect("a run that finds nothing ends with 0", again.returncode == 0)
    expect("nothing is read twice", counted(again) == (0, 0, 0))
    expect("and it tells the same", again.stdout == first.stdout)
    if VERSIONS > 40:
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"{versions + passed} versions in {took:.1f} s "
              f"({(versions + passed) / took:.0f} a second), at most "
              f"{peak / 1024:.0f} MiB, "
              f"{os.path.getsize(store) / 2**20:.0f} MiB of store")
        check_killed(repository, folder, first.stdout,
                     [took * part for part in (.05, .2, .3)])
    else:
        check_killed(repository, folder, first.stdout, (.6,))
        check_later(repository, folder, first.stdout)
        check_pages(repository, store, folder)
        check_snapshots(folder)
        check_wrong(folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    if not os.path.exists(os.path.join(os.environ.get("EKIMU_HELPERS", "."),
                                       "ekimu-git")):
        print("skipped: built without libgit2")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as place:
        sys.exit(main(place))
