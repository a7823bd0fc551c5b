/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/part.h"
#include "seg/script.h"

void
ek_part_add(ek_cut *cut, uint32_t begin, ek_part_kind kind)
{
    if (begin >= cut->span.end)
        return;
    struct ek_piece piece = {begin, cut->clause, kind, EK_SEG_NO};
    size_t n = cut->pieces.n;
    if (n && cut->pieces.v[n - 1].begin >= begin)
        cut->pieces.v[n - 1] = piece;
    else
        EK_PUSH(cut->arena, cut->pieces, piece);
}

void
ek_part_clause(ek_cut *cut, uint32_t begin)
{
    cut->clause++;
    ek_part_add(cut, begin, EK_PART_COORDINATE);
}

static bool
carries(const struct ek_piece *piece)
{
    return piece->kind == EK_PART_MAIN || piece->kind == EK_PART_COORDINATE;
}

/* The first piece that carries a predicate becomes MAIN. */
static uint32_t
choose_main(ek_cut *cut)
{
    uint32_t n = (uint32_t)cut->pieces.n, first = 0;
    while (first < n && !carries(&cut->pieces.v[first]))
        first++;
    if (first == n)
        first = 0;
    uint32_t clause = cut->pieces.v[first].clause;
    cut->pieces.v[first].kind = EK_PART_MAIN;
    for (uint32_t i = first + 1; i < n; i++)
        if (cut->pieces.v[i].clause == clause && carries(&cut->pieces.v[i]))
            cut->pieces.v[i].kind = EK_PART_MAIN;
    return first;
}

/* Pieces of one clause: from..to. */
static void
bind_clause(ek_cut *cut, uint32_t from, uint32_t to, uint32_t main)
{
    uint32_t head = from;
    while (head < to && !carries(&cut->pieces.v[head]))
        head++;
    for (uint32_t i = from; i < to; i++) {
        struct ek_piece *piece = &cut->pieces.v[i];
        if (i == main)
            piece->main = EK_SEG_NO;
        else
            piece->main = head < to && i != head ? head : main;
    }
}

static void
bind(ek_cut *cut)
{
    uint32_t main = choose_main(cut), n = (uint32_t)cut->pieces.n;
    for (uint32_t from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && cut->pieces.v[to].clause == cut->pieces.v[from].clause)
            to++;
        bind_clause(cut, from, to, main);
    }
}

static void
cut_cells(ek_cut *cut)
{
    const char *bytes = cut->norm->bytes.p;
    for (uint32_t at = cut->span.begin; at < cut->span.end; at++)
        if (bytes[at] == '|' && at > cut->span.begin)
            ek_part_clause(cut, at);
}

void
ek_part_cut(ek_cut *cut, ek_lang lang, bool earlier)
{
    cut->pieces.n = 0;
    cut->clause = 0;
    ek_part_add(cut, cut->span.begin, EK_PART_MAIN);
    ek_part_kind proviso = EK_PART_MAIN;
    if (lang == EK_LANG_JA && earlier)
        proviso = ek_part_proviso_ja(cut);
    if (proviso != EK_PART_MAIN) {
        cut->pieces.v[0].kind = proviso;
        cut->pieces.v[0].main = EK_PIECE_EARLIER;
        return;
    }
    if (cut->row)
        cut_cells(cut);
    else if (lang == EK_LANG_JA)
        ek_part_cut_ja(cut);
    else
        ek_part_cut_en(cut);
    bind(cut);
}
