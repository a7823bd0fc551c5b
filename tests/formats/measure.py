# SPDX-License-Identifier: Apache-2.0
"""How much of one text stands in another, in the same order."""
import re
import unicodedata
from collections import Counter

# Characters of scripts without blanks count one by one.
SINGLE = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = re.compile("[%s]|\\d+|[^\\W\\d_%s]+" % (SINGLE, SINGLE))
INVISIBLE = dict.fromkeys(
    [0xad, 0xfeff, *range(0x200b, 0x2010), *range(0x202a, 0x202f),
     *range(0x2060, 0x2065)])


def words_of(text):
    """Letters and digits only: bullets and quotes are drawn differently."""
    text = unicodedata.normalize("NFKC", text.translate(INVISIBLE))
    return WORD.findall(text)


def in_order(ours, theirs):
    """Length of the longest common subsequence (bits in parallel)."""
    places = {}
    for i, word in enumerate(ours):
        places[word] = places.get(word, 0) | 1 << i
    row = full = (1 << len(ours)) - 1
    for word in theirs:
        hit = row & places.get(word, 0)
        row = (row + hit | row - hit) & full
    return len(ours) - bin(row).count("1")


def shares(ours, theirs):
    """Percent of their words that we have, and that we have in order; of ours
    that they have."""
    if not theirs:
        return 100.0, 100.0, 100.0
    common = sum((Counter(ours) & Counter(theirs)).values())
    return (100 * common / len(theirs),
            100 * in_order(ours, theirs) / len(theirs),
            100 * common / max(1, len(ours)))
