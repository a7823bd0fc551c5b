# SPDX-License-Identifier: Apache-2.0
"""Edits of a contract. Each makes one at random and gives what a comparison has
to tell: pairs of what happened and the line it happened to."""
import re

from contract import Line
from wordings import CLAUSES, NOUNS, WORDS

LEAST_SIZE = 6


def sentences(contract, taken, least=LEAST_SIZE):
    return [i for i, line in enumerate(contract.lines)
            if line.is_sentence and line.size >= least
            and not line.text.startswith("|") and not line.origins & taken]


def told(kind, line):
    return {(kind, origin) for origin in line.origins}


def gap_of(contract, i):
    """What stands between paragraphs: an empty line in Markdown."""
    spaced = i + 1 < len(contract.lines) and not contract.lines[i + 1].text \
        and not re.match(r"[-*] ", contract.lines[i].text)
    return [Line("")] if spaced else []


def with_label_of(line, body):
    new = Line(line.text)
    new.body = body
    return new


def insert(contract, random, taken):
    places = sentences(contract, taken)
    if not places:
        return set()
    i = random.choice(places)
    before = contract.lines[i]
    new = with_label_of(before, random.choice(CLAUSES[before.is_japanese]))
    contract.lines[i + 1:i + 1] = gap_of(contract, i) + [new]
    return told("added", new)


def remove(contract, random, taken):
    places = sentences(contract, taken)
    if not places:
        return set()
    line = contract.lines.pop(random.choice(places))
    return told("removed", line)


def edit(contract, random, taken):
    places = sentences(contract, taken)
    random.shuffle(places)
    for i in places:
        line = contract.lines[i]
        if line.is_japanese:
            words = list(re.finditer("[\u4e00-\u9fff]{2,}", line.body))
            other = random.choice(NOUNS)
        else:
            words = list(re.finditer(r"\b[a-z]{4,}\b", line.body))
            other = random.choice(WORDS)
        words = [w for w in words if w[0] != other]
        if not words:
            continue
        word = random.choice(words)
        line.body = line.body[:word.start()] + other + line.body[word.end():]
        return told("edited", line)
    return set()


NUMBER = re.compile(r"(?<![\w.第/-])\d+(?![\d.]*[条項号章]|[\d.(/-])")


def number(contract, random, taken):
    places = sentences(contract, taken)
    random.shuffle(places)
    for i in places:
        line = contract.lines[i]
        if re.search("(?i)section|paragraph|annex|schedule|別紙", line.body):
            continue
        found = NUMBER.search(line.body)
        if found:
            line.body = line.body[:found.start()] \
                + str(int(found[0]) + random.randint(1, 60)) \
                + line.body[found.end():]
            return told("edited", line)
    return set()


STOP = re.compile(r"(?<=。)(?=[^」)）])|(?<=[a-z)]\.) (?=[A-Z])")


def split(contract, random, taken):
    places = [i for i in sentences(contract, taken)
              if len(STOP.findall(contract.lines[i].body))]
    random.shuffle(places)
    for i in places:
        line = contract.lines[i]
        parts = STOP.split(line.body)
        k = random.randint(1, len(parts) - 1)
        glue = "" if line.is_japanese else " "
        second = with_label_of(line, glue.join(parts[k:]))
        second.origins = line.origins
        if second.size < 4:
            continue
        line.body = glue.join(parts[:k])
        if line.size < 4:
            line.body = glue.join(parts)
            continue
        contract.lines[i + 1:i + 1] = gap_of(contract, i) + [second]
        return told("split", line)
    return set()


def merge(contract, random, taken):
    places = []
    lines = contract.lines
    for i in sentences(contract, taken):
        k = i + 1 if i + 1 < len(lines) and lines[i + 1].text else i + 2
        if k < len(lines) and k in sentences(contract, taken) \
                and lines[i].body.rstrip().endswith((".", "。")) \
                and lines[i].text.lstrip()[0] not in "-*(":
            places.append((i, k))
    if not places:
        return set()
    i, k = random.choice(places)
    first, second = lines[i], lines[k]
    glue = "" if first.is_japanese else " "
    first.body = first.body.rstrip() + glue + second.body
    first.origins = first.origins | second.origins
    del lines[i + 1:k + 1]
    return told("merged", first)


def move(contract, random, taken):
    """Gives two answers: it is as well to say that the others moved."""
    articles = [a for a in contract.articles()
                if not any(line.origins & taken
                           for line in contract.lines[a[0]:a[1]])]
    pairs = [(a, b) for a, b in zip(articles, articles[1:]) if a[1] == b[0]]
    if not pairs:
        return set(), set()
    a, b = random.choice(pairs)
    first, second = contract.lines[a[0]:a[1]], contract.lines[b[0]:b[1]]
    if second[-1].text:
        second = second + [Line("")]
    contract.lines[a[0]:b[1]] = second + first
    return tuple({t for line in part if re.search(r"\w", line.text)
                  for t in told("moved", line)}
                 for part in (first, second))
