/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/docket.h"

ek_label
ek_label_copy(ek_arena *arena, const ek_label *label)
{
    return (ek_label){ek_arena_copy(arena, label->ja),
                      ek_arena_copy(arena, label->en)};
}

ek_label
ek_docket_label(const struct ek_docket *docket, const char *table, ek_str word)
{
    const struct ek_table *words =
        ek_pack_table(docket->pack, ek_str_of(table));
    const ek_row *row = words ? ek_table_row(words, word) : NULL;
    if (!row)
        return (ek_label){word, word};
    return row->label;
}

static ek_label fill(const struct ek_docket *docket, const ek_label *text,
                     const struct ek_gist *gist);

/* Its first mention, and how many there are. */
static ek_label
mention_of(const struct ek_docket *docket, ek_str word)
{
    struct ek_gist gist = {.said = ek_result_mention(docket->result, word)};
    ek_label text = ek_docket_label(
        docket, "remarks", gist.said ? EK_STR("said") : EK_STR("unsaid"));
    return gist.said ? fill(docket, &text, &gist) : text;
}

static ek_label
part_of(const struct ek_docket *docket, const struct ek_said *said, ek_str name)
{
    uint32_t n = ek_str_is(name, "line") ? said->line : said->count;
    ek_str number = ek_arena_printf(docket->arena, "%u", n);
    if (ek_str_is(name, "quote"))
        return (ek_label){said->quote, said->quote};
    return (ek_label){number, number};
}

static ek_label
word_of(const ek_verdict *verdict, ek_str name)
{
    if (ek_str_is(name, "label"))
        return verdict->label;
    if (ek_str_is(name, "reason"))
        return verdict->reason;
    return (ek_label){verdict->row, verdict->row};
}

/* Where the order of documents or languages stands: article, else line. */
static ek_label
place_of_order(const struct ek_docket *docket)
{
    const ek_findings *findings = &docket->result->findings;
    for (size_t i = 0; i < findings->v.n; i++) {
        const ek_finding *finding = &findings->v.v[i];
        ek_str place = finding->article;
        if (!ek_str_is(finding->clause, "precedence") ||
            finding->kind != EK_PRESENT)
            continue;
        if (!place.n)
            place = ek_arena_printf(docket->arena, "L%u", finding->line);
        return (ek_label){place, place};
    }
    return (ek_label){EK_STR("-"), EK_STR("-")};
}

static ek_label
label_of(const struct ek_docket *docket, ek_str name,
         const struct ek_gist *gist)
{
    const struct ek_ruling *ruling = ek_docket_ruling(docket, name);
    ek_str said = EK_STR("said:");
    ek_str clues = ek_arena_printf(docket->arena, "%u", gist->clues);
    if (ek_str_is(name, "level"))
        return ek_docket_label(docket, "levels", gist->level);
    if (ek_str_is(name, "clues"))
        return (ek_label){clues, clues};
    if (ek_str_is(name, "unread"))
        return docket->unread;
    if (gist->other)
        return word_of(gist->other, name);
    if (gist->said)
        return part_of(docket, gist->said, name);
    if (ek_str_is(name, "precedence"))
        return place_of_order(docket);
    if (ek_str_starts(name, said))
        return mention_of(docket, ek_str_slice(name, said.n, name.n));
    return ruling ? ruling->verdict.label : (ek_label){name, name};
}

static ek_str
fill_in(const struct ek_docket *docket, ek_str text, const struct ek_gist *gist,
        ek_lang lang)
{
    ek_buf out = ek_buf_on(docket->arena);
    size_t from = 0;
    for (;;) {
        size_t open = ek_str_find(text, EK_STR("{"), from);
        size_t close = ek_str_find(text, EK_STR("}"), open);
        ek_buf_add(&out, ek_str_slice(text, from, open));
        if (close >= text.n)
            break;
        ek_label label =
            label_of(docket, ek_str_slice(text, open + 1, close), gist);
        ek_buf_add(&out, ek_label_in(&label, lang));
        from = close + 1;
    }
    return ek_buf_str(&out);
}

static ek_label
fill(const struct ek_docket *docket, const ek_label *text,
     const struct ek_gist *gist)
{
    return (ek_label){fill_in(docket, text->ja, gist, EK_LANG_JA),
                      fill_in(docket, text->en, gist, EK_LANG_EN)};
}

ek_label
ek_docket_word(const struct ek_docket *docket, const ek_label *reason,
               const struct ek_gist *gist)
{
    return fill(docket, reason, gist);
}
