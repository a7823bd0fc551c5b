/* SPDX-License-Identifier: Apache-2.0 */
/* ESSAY 2: from lines to clauses.
 *
 * A contract says who may do what, and it says it in pieces: the permission
 * stands in one line, its six cases in the next six, the exception in the last
 * half of a sentence and the exception to that in a ただし書. Whoever reads
 * line by line gets both halves wrong. This room puts the pieces into a tree:
 *
 *     document
 *      └ article        第7条, "12. Data", "## Data"   (nested by rank)
 *         ├ heading     its own words: never evidence
 *         └ paragraph   項, or just a paragraph
 *            ├ sentence
 *            │  └ part  main, exception, condition, ...
 *            └ item     号, (a), ・   (nested; lead: the sentence before)
 *               └ sentence
 *                  └ part
 *
 * It is a flat array in preorder; parent and next are indexes, so that "all
 * below" is a range and "skip it" is one step.
 *
 * A worked example. These lines
 *
 *     第7条(データの取扱い)
 *     1 当社は、次の場合を除き、契約者データを閲覧しません。
 *     (1) 法令に基づく場合
 *     (2) 障害に対応する場合
 *     2 前項の規定にかかわらず、…
 *
 * become
 *
 *      0 document
 *      1  article    "第7条"
 *      2   heading   第7条(データの取扱い)
 *      3   paragraph "1"
 *      4    sentence
 *      5     main       当社は、
 *      6     exception  次の場合を除き、               main = 5
 *      7     main       契約者データを閲覧しません。   main = 5 (goes on)
 *      8    item     "(1)"  lead = 4
 *      9     sentence, and so on; its label: 第7条第1項第1号
 *
 * How it is done, one pass over the lines:
 *
 *  1. line.c, mark.c: what a line shows by itself: hashes, bars, a marker. The
 *     same "1." opens headings, paragraphs and items, so no line decides alone.
 *  2. article.c: a short numbered line is a heading unless its neighbours are
 *     numbered n-1 or n+1 or a list is waiting for that number.
 *  3. block.c, item.c: "1." continues the list that expects its number, else
 *     the numbered paragraphs of the article, else it begins what the sentence
 *     before asks for. Items nest by indentation first (what Markdown and Word
 *     show), then by the sort of marker (what statutes do); the list ends where
 *     sort or number breaks. Text between (1) and (2) belongs to (1).
 *  4. lead.c: not always the last sentence leads in ("…承認しない。理由は
 *     開示しない。"), so the one that says so best is taken.
 *  5. sentence.c: 。 ends a sentence, but not inside 「」 or (): a quoted or
 *     bracketed sentence is part of the one around it, and cutting there leaves
 *     two halves of which neither says anything. A bracket that is never closed
 *     counts for nothing. In English a stop ends a sentence only before a
 *     capital of the original, never after an abbreviation, never before "(b)".
 *  6. part_en.c, part_ja.c: within a sentence, exceptions and conditions are
 *     told from the main part, because they flip or bind its meaning. English
 *     marks them in front (except, unless), Japanese behind (を除き、), so one
 *     looks for the end of the piece and the other for its beginning. A ただし
 *     that ends in この限りでない has no meaning of its own: it is a sentence,
 *     and its only part points back to the main part that it takes back.
 *
 * What is guessed: headings without any mark (a short line before a sentence),
 * items without a marker (after a lead-in), and the title within a paragraph
 * ("Support. We will…"). A wrong guess costs a lead-in or a title, never text:
 * every character outside of markers and headings stays in some sentence. At
 * worst a document is one paragraph of one sentence. Nesting stops at 64. */
#include "config.h"

#include "seg/seg.h"

#include "seg/build.h"

ek_segs *
ek_segment(ek_arena *arena, const ek_norm *norm)
{
    ek_builder *b = ek_build_new(arena, norm);
    while (b->i < b->lines.v.n)
        ek_build_line(b);
    return ek_tree_finish(&b->tree);
}

uint32_t
ek_seg_up(const ek_segs *segs, uint32_t index, ek_seg_kind kind)
{
    uint32_t i = segs->v[index].parent;
    while (i != EK_SEG_NO && segs->v[i].kind != kind)
        i = segs->v[i].parent;
    return i;
}

const char *
ek_seg_kind_word(ek_seg_kind kind)
{
    static const char *const words[] = {
        "document", "article", "paragraph", "item",
        "row",      "heading", "sentence",  "part",
    };
    return words[kind];
}

const char *
ek_part_kind_word(ek_part_kind kind)
{
    static const char *const words[] = {
        "main", "coordinate", "exception", "condition", "case", "proviso",
    };
    return words[kind];
}
