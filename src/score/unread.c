/* SPDX-License-Identifier: Apache-2.0 */
/* A document of which too little was read cannot be silent about anything. */
#include "config.h"

#include "score/docket.h"

/* A row of the table "unread" with its %1 and %2 filled in. */
static ek_label
say(const struct ek_docket *docket, const char *word, const ek_label *arg1,
    const ek_label *arg2)
{
    ek_label text = ek_docket_label(docket, "unread", ek_str_of(word));
    ek_buf ja = ek_buf_on(docket->arena), en = ek_buf_on(docket->arena);
    ek_buf_fill(&ja, text.ja, arg1->ja, arg2->ja);
    ek_buf_fill(&en, text.en, arg1->en, arg2->en);
    return (ek_label){ek_buf_str(&ja), ek_buf_str(&en)};
}

static ek_label
number(const struct ek_docket *docket, uint32_t n)
{
    ek_str digits = ek_arena_printf(docket->arena, "%u", n);
    return (ek_label){digits, digits};
}

static ek_label
count(const struct ek_docket *docket, const char *word, uint32_t part,
      uint32_t whole)
{
    ek_label a = number(docket, part), b = number(docket, whole);
    return say(docket, word, &a, &b);
}

static ek_label
unread_of(const struct ek_docket *docket, const ek_document *document)
{
    static const ek_label none = {{"", 0}, {"", 0}};
    const ek_extraction *e = &document->extraction;
    ek_extraction units = *e;
    units.replaced = 0;
    if (document->no_result.n)
        return say(docket, "document", &none, &none);
    if (!ek_extraction_falls_short(&units))
        return count(docket, "characters", e->replaced, e->characters);
    return count(docket, ek_str_is(e->unit, "page") ? "pages" : "parts",
                 e->read, e->units);
}

static ek_label
name_of(const ek_document *document)
{
    ek_str name = ek_str_file_name(document->path);
    return (ek_label){name, name};
}

ek_label
ek_docket_unread(const struct ek_docket *docket)
{
    const ek_result *result = docket->result;
    ek_buf ja = ek_buf_on(docket->arena), en = ek_buf_on(docket->arena);
    for (size_t i = 0; i < result->documents.n; i++) {
        const ek_document *document = &result->documents.v[i];
        if (!ek_document_falls_short(document))
            continue;
        ek_label unread = unread_of(docket, document);
        ek_label name = name_of(document);
        if (result->bundle.n)
            unread = say(docket, "named", &name, &unread);
        ek_buf_puts(&ja, ja.n ? "; " : "");
        ek_buf_add(&ja, unread.ja);
        ek_buf_puts(&en, en.n ? "; " : "");
        ek_buf_add(&en, unread.en);
    }
    return (ek_label){ek_buf_str(&ja), ek_buf_str(&en)};
}

static const ek_row *
qualified(const struct ek_docket *docket, ek_str status)
{
    const struct ek_table *table =
        ek_pack_table(docket->pack, EK_STR("unread-in-part"));
    return table ? ek_table_row(table, status) : NULL;
}

/* A row with a label of its own rests on what the user states. */
void
ek_docket_qualify(const struct ek_docket *docket, ek_verdict *verdict,
                  const ek_row *row)
{
    ek_str none = EK_STR("no-result");
    if (!docket->unread.en.n || (row->label.en.n && !row->silence))
        return;
    const ek_row *how = qualified(docket, row->silence ? none : row->gives);
    if (row->silence) {
        verdict->status = none;
        verdict->label = ek_docket_label(docket, "statuses", none);
    }
    if (!how)
        return;
    ek_verdict own = *verdict;
    struct ek_gist gist = {.other = &own};
    verdict->label = ek_label_copy(docket->arena, &how->label);
    verdict->reason = ek_docket_word(docket, &how->reason, &gist);
}
