# SPDX-License-Identifier: Apache-2.0
"""A contract as lines that know where they come from, so that whoever edits one
knows what a comparison has to tell."""
import copy
import itertools
import re
import unicodedata

LABEL = re.compile(
    r"^(?P<marks>\s*(?:#+ |[-*] |> )*)"
    r"(?P<label>第[0-9]+条|\d+\.\d+|\([0-9a-z]+\)|\d+\.|\d+)(?P<gap>[ \u3000]|(?=\())")
ARTICLE = re.compile(r"^(?:#+ )?(?:第\d+条|\d+\.) ?")
REFERENCE = re.compile(r"第(\d+)条|(?:(?<=Section )|(?<=section ))(\d+)(?=[.\D])")
serial = itertools.count(1)


class Line:
    def __init__(self, text):
        self.text = text
        self.origins = {next(serial)}

    def body_at(self):
        found = LABEL.match(self.text)
        return found.end() if found else 0

    @property
    def body(self):
        return self.text[self.body_at():]

    @body.setter
    def body(self, body):
        self.text = self.text[:self.body_at()] + body

    @property
    def is_sentence(self):
        return self.text.rstrip().endswith((".", "。", ";", "；"))

    @property
    def is_japanese(self):
        return bool(re.search("[\u3040-\u30ff]", self.text))

    @property
    def size(self):
        return (len(self.body) // 3 if self.is_japanese
                else len(self.body.split()))


class Contract:
    def __init__(self, text):
        self.lines = [Line(line) for line in text.split("\n")]

    def copy(self):
        return copy.deepcopy(self)

    def is_article(self, line):
        marked = any(one.text.startswith("#") for one in self.lines)
        return bool(ARTICLE.match(line.text)) and not line.is_sentence \
            and marked == line.text.startswith("#")

    def articles(self):
        """[first, end) of each: its heading and what stands under it."""
        heads = [i for i, line in enumerate(self.lines)
                 if self.is_article(line)]
        return list(zip(heads, heads[1:] + [len(self.lines)]))

    def compose(self, change=str):
        """The text, and by line its span of bytes and where it comes from."""
        out, spans, at = [], [], 0
        for line in self.lines:
            text = change(line.text) + "\n"
            size = len(text.encode())
            if line.text:
                spans.append((at, at + size, frozenset(line.origins)))
            out.append(text)
            at += size
        return "".join(out), spans

    def relabel(self):
        """Counts all labels anew, and mends the references to articles."""
        numbers, article = {}, 0
        counts = {}
        for line in self.lines:
            found = LABEL.match(line.text)
            if not found:
                continue
            old = found["label"]
            style = re.sub(r"\d+", "0", old)
            if self.is_article(line):
                article += 1
                numbers[re.search(r"\d+", old)[0]] = str(article)
                new, counts = re.sub(r"\d+", str(article), old), {}
            else:
                if not style.startswith("("):
                    counts = {k: n for k, n in counts.items() if k == style}
                counts[style] = counts.get(style, 0) + 1
                new = self.label_of(style, article, counts[style], old)
            line.text = line.text[:found.start("label")] + new \
                + line.text[found.end("label"):]
        for line in self.lines:
            line.body = REFERENCE.sub(
                lambda m: m[0].replace(m[1] or m[2],
                                       numbers.get(m[1] or m[2], m[1] or m[2])),
                line.body)

    @staticmethod
    def label_of(style, article, count, old):
        if style == "0.0":
            return f"{article}.{count}"
        if style in ("0", "0.", "(0)"):
            return style.replace("0", str(count))
        return f"({chr(96 + count)})" if re.fullmatch(r"\([a-z]\)", old) else old


def width_of(letter):
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def rewrapped(text, most=64):
    """Broken where a line is full: Latin text at blanks, Japanese anywhere but
    before punctuation."""
    out, line, width = [], "", 0
    for piece in re.findall(r" |[!-~]+|.", text):
        size = sum(map(width_of, piece))
        closes = piece in "、。)）」』,."
        if width + size > most and line.strip() and not closes:
            out.append(line.rstrip(" "))
            line, width = "", 0
            piece = piece.lstrip(" ")
        line, width = line + piece, width + sum(map(width_of, piece))
    return "\n".join(out + [line])


def wide(text):
    """Digits and brackets in full width, as Japanese word processors do."""
    label = LABEL.match(text)
    at = label.end() if label else 0
    return text[:at] + re.sub(r"[0-9()]", lambda m: chr(ord(m[0]) + 0xFEE0),
                              text[at:])


def quoted(text):
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text)
    return text.replace("'", "\u2019").replace(" - ", " \u2013 ")
