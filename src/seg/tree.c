/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/tree.h"
#include "seg/script.h"

enum { NOTICEABLE = 5 /* percent of the letters */ };

ek_tree
ek_tree_on(ek_arena *arena, const ek_norm *norm)
{
    ek_tree tree = {
        .arena = arena, .norm = norm, .main = EK_SEG_NO, .item = EK_SEG_NO};
    tree.cut.arena = arena;
    tree.cut.norm = norm;
    ek_tree_add(&tree, EK_SEG_DOCUMENT, EK_SEG_NO,
                (ek_nspan){0, (uint32_t)norm->bytes.n}, 0);
    return tree;
}

uint32_t
ek_tree_add(ek_tree *tree, ek_seg_kind kind, uint32_t parent, ek_nspan span,
            uint32_t body)
{
    ek_seg seg = {
        .kind = kind,
        .parent = parent,
        .span = span,
        .body = {body, span.end},
        .label = EK_STR(""),
        .lead = EK_SEG_NO,
        .main = EK_SEG_NO,
    };
    EK_PUSH(tree->arena, tree->segs, seg);
    return (uint32_t)tree->segs.n - 1;
}

static ek_lang
count_letters(ek_tree *tree, ek_nspan span)
{
    ek_str s = ek_str_slice(tree->norm->bytes, span.begin, span.end);
    ek_lang lang = ek_langid(s);
    size_t n;
    for (size_t at = 0; at < s.n; at += n)
        tree->share.letters[lang] += ek_script_letter(ek_cp_at(s, at, &n));
    return lang;
}

void
ek_tree_heading(ek_tree *tree, uint32_t parent, ek_nspan span, uint32_t body)
{
    uint32_t level = tree->segs.v[parent].level;
    uint32_t i = ek_tree_add(tree, EK_SEG_HEADING, parent, span, body);
    tree->segs.v[i].level = level;
    tree->segs.v[i].lang = count_letters(tree, span);
}

static ek_nspan
without_blanks(const ek_norm *norm, ek_nspan span)
{
    while (span.begin < span.end && norm->bytes.p[span.begin] == ' ')
        span.begin++;
    while (span.end > span.begin && norm->bytes.p[span.end - 1] == ' ')
        span.end--;
    return span;
}

/* A proviso in an item belongs to that item, else to the paragraph. */
static uint32_t
earlier_main(const ek_tree *tree, uint32_t parent)
{
    return tree->item == parent ? tree->item_main : tree->main;
}

static void
remember_main(ek_tree *tree, uint32_t parent, uint32_t part)
{
    if (tree->segs.v[parent].kind == EK_SEG_ITEM) {
        tree->item = parent;
        tree->item_main = part;
    } else {
        tree->main = part;
    }
}

static void
add_parts(ek_tree *tree, uint32_t sentence)
{
    const ek_cut *cut = &tree->cut;
    uint32_t first = (uint32_t)tree->segs.n;
    for (uint32_t i = 0; i < cut->pieces.n; i++) {
        const struct ek_piece *piece = &cut->pieces.v[i];
        uint32_t end =
            i + 1 < cut->pieces.n ? cut->pieces.v[i + 1].begin : cut->span.end;
        ek_nspan span =
            without_blanks(tree->norm, (ek_nspan){piece->begin, end});
        uint32_t at =
            ek_tree_add(tree, EK_SEG_PART, sentence, span, span.begin);
        ek_seg *part = &tree->segs.v[at];
        part->part = piece->kind;
        part->lang = tree->segs.v[sentence].lang;
        if (piece->main == EK_PIECE_EARLIER)
            part->main = earlier_main(tree, tree->segs.v[sentence].parent);
        else if (piece->main != EK_SEG_NO)
            part->main = first + piece->main;
        else
            remember_main(tree, tree->segs.v[sentence].parent, at);
    }
}

static void
add_sentence(ek_tree *tree, uint32_t parent, ek_nspan span, bool row,
             uint32_t lead)
{
    uint32_t i = ek_tree_add(tree, EK_SEG_SENTENCE, parent, span, span.begin);
    ek_lang lang = count_letters(tree, span);
    tree->segs.v[i].lang = lang;
    tree->segs.v[i].lead = lead;
    tree->cut.span = span;
    tree->cut.row = row;
    ek_brackets_find(&tree->cut.brackets, tree->arena, tree->norm->bytes.p,
                     span);
    ek_part_cut(&tree->cut, lang, earlier_main(tree, parent) != EK_SEG_NO);
    add_parts(tree, i);
}

void
ek_tree_text(ek_tree *tree, uint32_t parent, ek_nspan span, bool row,
             uint32_t lead)
{
    ek_brackets_find(&tree->brackets, tree->arena, tree->norm->bytes.p, span);
    ek_sentences from = {tree->norm, &tree->brackets, span.begin, span.end, 0};
    for (ek_nspan one; ek_sentence_next(&from, &one);)
        add_sentence(tree, parent, one, row, lead);
}

static void
close_spans(ek_tree *tree)
{
    for (uint32_t i = (uint32_t)tree->segs.n; i-- > 0;) {
        ek_seg *seg = &tree->segs.v[i];
        if (seg->next == 0)
            seg->next = i + 1;
        if (seg->parent == EK_SEG_NO)
            continue;
        ek_seg *parent = &tree->segs.v[seg->parent];
        if (parent->next < seg->next)
            parent->next = seg->next;
        if (parent->span.end < seg->span.end)
            parent->span.end = seg->span.end;
        if (parent->body.end < parent->span.end)
            parent->body.end = parent->span.end;
    }
}

static void
weigh_languages(const ek_tree *tree, ek_segs *segs)
{
    const uint32_t *letters = tree->share.letters;
    uint64_t total = 0;
    segs->lang = EK_LANG_NONE;
    for (int l = EK_LANG_JA; l < EK_LANGS; l++) {
        total += letters[l];
        if (letters[l] &&
            (segs->lang == EK_LANG_NONE || letters[l] > letters[segs->lang]))
            segs->lang = (ek_lang)l;
    }
    segs->has_ja = letters[EK_LANG_JA] &&
                   (uint64_t)letters[EK_LANG_JA] * 100 >= total * NOTICEABLE;
    segs->has_en = letters[EK_LANG_EN] &&
                   (uint64_t)letters[EK_LANG_EN] * 100 >= total * NOTICEABLE;
}

/* A stray line in a language that the document hardly has ("ISO 27001" in a
 * Japanese table) is read as the rest is. */
static void
join_strays(ek_segs *segs)
{
    for (size_t i = 0; i < segs->n; i++) {
        ek_lang lang = segs->v[i].lang;
        if ((lang == EK_LANG_EN && !segs->has_en) ||
            (lang == EK_LANG_JA && !segs->has_ja))
            segs->v[i].lang = segs->lang;
    }
}

ek_segs *
ek_tree_finish(ek_tree *tree)
{
    ek_segs *segs = ek_arena_alloc(tree->arena, sizeof *segs);
    close_spans(tree);
    segs->v = tree->segs.v;
    segs->n = tree->segs.n;
    segs->norm = tree->norm;
    weigh_languages(tree, segs);
    join_strays(segs);
    return segs;
}
