/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg_helpers.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "seg/script.h"
#include "text_helpers.h"

const ek_segs *
segs_of(ek_arena *arena, const char *utf8)
{
    return ek_segment(arena, norm_of(arena, utf8));
}

static ek_str
words_of(const ek_segs *segs, ek_nspan span)
{
    return ek_str_slice(segs->norm->bytes, span.begin, span.end);
}

static const char *
finished(ek_buf *out)
{
    ek_buf_putc(out, '\0');
    return out->p;
}

const char *
sentences_in(ek_arena *arena, const ek_segs *segs)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < segs->n; i++) {
        if (segs->v[i].kind != EK_SEG_SENTENCE)
            continue;
        if (out.n)
            ek_buf_putc(&out, '|');
        ek_buf_add(&out, words_of(segs, segs->v[i].span));
    }
    return finished(&out);
}

const char *
parts_in(ek_arena *arena, const ek_segs *segs)
{
    static const char letters[] = "MCEIKP";
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < segs->n; i++) {
        const ek_seg *seg = &segs->v[i];
        if (seg->kind != EK_SEG_PART)
            continue;
        if (out.n)
            ek_buf_putc(&out, '|');
        bool goes_on = seg->part == EK_PART_MAIN && seg->main != EK_SEG_NO;
        ek_buf_putc(&out, goes_on ? 'm' : letters[seg->part]);
        ek_buf_add(&out, words_of(segs, seg->span));
    }
    return finished(&out);
}

const char *
kinds_in(ek_arena *arena, const ek_segs *segs)
{
    static const char letters[] = "DAPIRHSp";
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 1; i < segs->n; i++) {
        if (segs->v[i].kind == EK_SEG_PART)
            continue;
        if (out.n)
            ek_buf_putc(&out, ' ');
        ek_buf_putc(&out, letters[segs->v[i].kind]);
    }
    return finished(&out);
}

static uint32_t
sentence_with_sign(const ek_segs *segs)
{
    for (uint32_t i = 0; i < segs->n; i++) {
        ek_str s = words_of(segs, segs->v[i].span);
        if (segs->v[i].kind == EK_SEG_SENTENCE &&
            ek_str_find(s, EK_STR("@"), 0) < s.n)
            return i;
    }
    return 0;
}

const char *
label_at_sign(ek_arena *arena, const ek_segs *segs)
{
    return copied(arena, ek_seg_label(segs, sentence_with_sign(segs), arena));
}

const char *
lead_at_sign(ek_arena *arena, const ek_segs *segs)
{
    uint32_t i = sentence_with_sign(segs), lead = segs->v[i].lead;
    if (lead == EK_SEG_NO)
        lead = segs->v[segs->v[i].parent].lead;
    if (lead == EK_SEG_NO)
        return "";
    return copied(arena, words_of(segs, segs->v[lead].span));
}

static const char *
fault_at(ek_arena *arena, const char *what, size_t i)
{
    return ek_arena_printf(arena, "%s at %zu", what, i).p;
}

static const char *
fault_of_tree(ek_arena *arena, const ek_segs *segs)
{
    for (uint32_t i = 0; i < segs->n; i++) {
        const ek_seg *seg = &segs->v[i];
        if (seg->span.begin > seg->span.end ||
            seg->span.end > segs->norm->bytes.n ||
            !ek_nspan_holds(seg->span, seg->body))
            return fault_at(arena, "span", i);
        if (seg->next <= i || seg->next > segs->n)
            return fault_at(arena, "next", i);
        if (i == 0)
            continue;
        const ek_seg *parent = &segs->v[seg->parent];
        if (seg->parent >= i || parent->next < seg->next)
            return fault_at(arena, "parent", i);
        if (!ek_nspan_holds(parent->span, seg->span))
            return fault_at(arena, "child outside of its parent", i);
        if (seg->lead != EK_SEG_NO &&
            (seg->lead >= i || segs->v[seg->lead].kind != EK_SEG_SENTENCE))
            return fault_at(arena, "lead", i);
    }
    return NULL;
}

static const char *
fault_of_parts(ek_arena *arena, const ek_segs *segs, uint32_t sentence)
{
    const ek_seg *s = &segs->v[sentence];
    uint32_t at = s->span.begin, mains = 0;
    bool points_back = false;
    for (uint32_t i = sentence + 1; i < s->next; i++) {
        const ek_seg *part = &segs->v[i];
        if (part->kind != EK_SEG_PART || part->span.begin < at ||
            part->span.begin >= part->span.end)
            return fault_at(arena, "part", i);
        for (; at < part->span.begin; at++)
            if (segs->norm->bytes.p[at] != ' ')
                return fault_at(arena, "text outside of parts", i);
        at = part->span.end;
        mains += part->part == EK_PART_MAIN && part->main == EK_SEG_NO;
        points_back |= part->main < sentence;
        if ((part->part != EK_PART_MAIN && part->main == EK_SEG_NO) ||
            (part->main != EK_SEG_NO &&
             segs->v[part->main].kind != EK_SEG_PART))
            return fault_at(arena, "main", i);
    }
    bool alone = points_back && s->next == sentence + 2;
    if (at != s->span.end || (mains != 1 && !alone))
        return fault_at(arena, "parts of a sentence", sentence);
    return NULL;
}

static void
mark(char *covered, ek_nspan span)
{
    memset(covered + span.begin, 1, span.end - span.begin);
}

/* Marks what sentences, headings and markers cover; sentences in order. */
static const char *
fault_of_cover(ek_arena *arena, const ek_segs *segs, char *covered)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < segs->n; i++) {
        const ek_seg *seg = &segs->v[i];
        if (seg->kind == EK_SEG_SENTENCE || seg->kind == EK_SEG_HEADING)
            mark(covered, seg->span);
        else if (i > 0 && seg->kind != EK_SEG_PART)
            mark(covered, (ek_nspan){seg->span.begin, seg->body.begin});
        if (seg->kind != EK_SEG_SENTENCE)
            continue;
        if (seg->span.begin < at || seg->span.begin >= seg->span.end)
            return fault_at(arena, "sentence", i);
        at = seg->span.end;
        const char *fault = fault_of_parts(arena, segs, i);
        if (fault)
            return fault;
    }
    return NULL;
}

/* The words behind ``` name a language, not more. */
static void
mark_fences(char *covered, ek_str bytes)
{
    for (size_t at = 0; at < bytes.n;) {
        size_t end = ek_str_find(bytes, EK_STR("\n"), at);
        ek_str line = ek_str_trim(ek_str_slice(bytes, at, end));
        if (ek_str_starts(line, EK_STR("```")) ||
            ek_str_starts(line, EK_STR("~~~")))
            mark(covered, (ek_nspan){(uint32_t)at, (uint32_t)end});
        at = end + 1;
    }
}

const char *
fault_of(ek_arena *arena, const ek_segs *segs)
{
    ek_str bytes = segs->norm->bytes;
    char *covered = ek_arena_alloc(arena, bytes.n + 1);
    const char *fault = fault_of_tree(arena, segs);
    if (!fault)
        fault = fault_of_cover(arena, segs, covered);
    mark_fences(covered, bytes);
    size_t n;
    for (size_t at = 0; !fault && at < bytes.n; at += n) {
        uint32_t cp = ek_cp_at(bytes, at, &n);
        if (!covered[at] && ek_script_letter(cp) && !ek_cp_is_blank(cp))
            fault = fault_at(arena, "letter outside of sentences", at);
    }
    return fault;
}

static const char *
fault_in_file(const char *path)
{
    static char text[1 << 20], fault[200];
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    size_t n = fread(text, 1, sizeof text - 1, f);
    fclose(f);
    text[n] = '\0';
    ek_arena *arena = ek_arena_new(0);
    const char *found = fault_of(arena, segs_of(arena, text));
    if (found)
        snprintf(fault, sizeof fault, "%s", found);
    ek_arena_free(arena);
    return found ? fault : NULL;
}

const char *
fault_in_folder(const char *shared, const char **file)
{
    static const char *const folders[] = {"corpus/dev/ja", "corpus/dev/en",
                                          "corpus/dev/other"};
    static char path[1024];
    const char *fault = NULL;
    for (size_t i = 0; i < sizeof folders / sizeof *folders && !fault; i++) {
        snprintf(path, sizeof path, "%s/%s", shared, folders[i]);
        DIR *dir = opendir(path);
        for (struct dirent *e; dir && !fault && (e = readdir(dir));) {
            size_t n = strlen(e->d_name);
            if (n < 4 || strcmp(e->d_name + n - 4, ".tsv") == 0)
                continue;
            snprintf(path, sizeof path, "%s/%s/%s", shared, folders[i],
                     e->d_name);
            fault = fault_in_file(path);
        }
        if (dir)
            closedir(dir);
    }
    *file = path;
    return fault;
}
