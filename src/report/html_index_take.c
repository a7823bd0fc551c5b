/* SPDX-License-Identifier: Apache-2.0 */
/* What the overview keeps of a result. */
#include "config.h"

#include "report/html_index.h"

enum { LONGEST_NAME = 240, LONGEST_TEXT = 600, MOST_PACKS = 8 };

const struct ek_index_head ek_index_heads[] = {
#define EK_INDEX_COLUMN(item, name, group) {item, group},
#include "report/html_index_column.def"
#undef EK_INDEX_COLUMN
};

const struct ek_index_known ek_index_known[] = {
#define EK_INDEX_STATUS(word, name, rank) {word, rank},
#include "report/html_index_status.def"
#undef EK_INDEX_STATUS
};

/* A copy for people, cut between characters. */
static ek_str
kept(ek_arena *arena, ek_str s, size_t most)
{
    if (s.n <= most)
        return ek_arena_copy(arena, s);
    while (most && ((unsigned char)s.p[most] & 0xC0) == 0x80)
        most--;
    return ek_arena_printf(arena, "%.*s...", (int)most, s.p);
}

static enum ek_index_status
status_of(ek_str word)
{
    size_t i = 0;
    while (i < EK_INDEX_S_unknown && !ek_str_is(word, ek_index_known[i].word))
        i++;
    return (enum ek_index_status)i;
}

static void
take_verdict(struct ek_html_index *index, struct ek_html *h,
             struct ek_index_row *row, size_t column)
{
    const ek_verdict *v =
        ek_result_verdict(h->result, ek_index_heads[column].item);
    enum ek_index_status status = v ? status_of(v->status) : EK_INDEX_S_unknown;
    if (row->none)
        status = EK_INDEX_S_none;
    ek_str words = ek_catalogue_text(
        row->none ? EK_W_idx_idle : EK_W_idx_unknown, h->page.options.lang);
    if (v && !row->none)
        words = ek_page_label(&h->page, &v->label);
    struct ek_index_count *count = &index->counts[column][status];
    if (!ek_str_eq(count->words, words))
        count->words = kept(index->arena, words, LONGEST_NAME);
    count->n++;
    row->status[column] = (uint8_t)status;
    row->words[column] = count->words;
}

static size_t
type_of(struct ek_html_index *index, struct ek_html *h, const ek_finding *f)
{
    size_t i = 0;
    while (i < index->types.n && !ek_str_eq(index->types.v[i].id, f->clause))
        i++;
    if (i < index->types.n || i == EK_INDEX_TYPES)
        return i;
    struct ek_index_type type = {
        .id = ek_arena_copy(index->arena, f->clause),
        .title = kept(index->arena, ek_page_label(&h->page, &f->title),
                      LONGEST_NAME)};
    EK_PUSH(index->arena, index->types, type);
    return i;
}

static void
take_rules(struct ek_html_index *index, struct ek_html *h)
{
    for (size_t i = index->types.n; i < h->page.options.rules.n; i++) {
        const struct ek_report_rule *rule = &h->page.options.rules.v[i];
        ek_finding f = {.clause = rule->id, .title = rule->title};
        type_of(index, h, &f);
    }
}

/* How much a clause type says in a contract; a contract counts once. */
enum { UNTOLD, SILENT, OTHER, CARRIED };

static void
take_findings(struct ek_html_index *index, struct ek_html *h,
              struct ek_index_row *row)
{
    const ek_findings *all = &h->result->findings;
    unsigned char said[EK_INDEX_TYPES] = {0};
    for (size_t i = 0; i < all->v.n; i++) {
        const ek_finding *f = &all->v.v[i];
        size_t type = type_of(index, h, f);
        bool strong = f->kind == EK_PRESENT && f->tier == EK_TIER_FINDING;
        unsigned char says = strong                 ? CARRIED
                             : f->kind == EK_ABSENT ? SILENT
                                                    : OTHER;
        row->found += strong;
        if (type < EK_INDEX_TYPES && said[type] < says)
            said[type] = says;
    }
    for (size_t i = 0; i < index->types.n; i++) {
        index->types.v[i].carried += said[i] == CARRIED;
        index->types.v[i].silent += said[i] == SILENT;
        index->types.v[i].other += said[i] == OTHER;
        if (said[i] == CARRIED)
            row->types[i / 64] |= (uint64_t)1 << i % 64;
    }
}

static void
take_question(struct ek_html_index *index, struct ek_html *h,
              const struct ek_asked *asked)
{
    ek_arena *arena = index->arena;
    size_t i = 0;
    while (i < index->questions.n &&
           !(ek_str_eq(index->questions.v[i].id, asked->id) &&
             ek_str_eq(index->questions.v[i].to, asked->to)))
        i++;
    if (i == EK_INDEX_QUESTIONS) {
        index->more_questions++;
        return;
    }
    if (i == index->questions.n) {
        struct ek_index_question q = {.id = ek_arena_copy(arena, asked->id)};
        q.to = ek_arena_copy(arena, asked->to);
        q.text =
            kept(arena, ek_page_label(&h->page, &asked->text), LONGEST_TEXT);
        q.pro = kept(arena, ek_page_label(&h->page, &asked->pro), LONGEST_TEXT);
        q.contra =
            kept(arena, ek_page_label(&h->page, &asked->contra), LONGEST_TEXT);
        EK_PUSH(arena, index->questions, q);
    }
    index->questions.v[i].asked++;
}

static void
take_questions(struct ek_html_index *index, struct ek_html *h,
               struct ek_index_row *row)
{
    const ek_result *r = h->result;
    for (size_t i = 0; i < r->questions.n; i++)
        take_question(index, h, &r->questions.v[i]);
    row->provider = (uint32_t)ek_result_asked(r, "provider");
    row->reviewer = (uint32_t)ek_result_asked(r, "reviewer");
    row->user = (uint32_t)ek_result_asked(r, "user");
    index->provider += row->provider;
}

static ek_str
pack_of(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_buf out = ek_buf_on(h->page.arena);
    ek_lang lang = h->page.options.lang;
    ek_catalogue_add(&out, EK_W_idx_pack, lang, r->pack_id, r->pack_version);
    if (r->pack_as_of.n)
        ek_catalogue_add(&out, EK_W_idx_as_of, lang,
                         ek_page_date(&h->page, r->pack_as_of), EK_STR(""));
    if (r->engine.n)
        ek_catalogue_add(&out, EK_W_idx_engine, lang, r->engine, EK_STR(""));
    ek_buf_add(&out, ek_catalogue_text(EK_W_idx_stop, lang));
    return ek_page_text(&h->page, ek_buf_str(&out));
}

static void
take_pack(struct ek_html_index *index, struct ek_html *h)
{
    ek_str pack = pack_of(h);
    for (size_t i = 0; i < index->packs.n; i++)
        if (ek_str_eq(index->packs.v[i], pack))
            return;
    if (index->packs.n == MOST_PACKS)
        return;
    pack = ek_arena_copy(index->arena, pack);
    EK_PUSH(index->arena, index->packs, pack);
    if (index->packs.n > 1)
        return;
    const ek_label *disclaimer = &h->result->disclaimer;
    const ek_label *note = &h->result->note_2013;
    index->disclaimer =
        ek_arena_copy(index->arena, ek_page_label(&h->page, disclaimer));
    index->note = ek_arena_copy(index->arena, ek_page_label(&h->page, note));
}

/* "PDF, Japanese, 13 of 13 pages"; of a bundle the number of its documents. */
static ek_str
about(struct ek_html *h)
{
    const ek_result *r = h->result;
    const ek_document *d = &r->documents.v[0];
    ek_lang lang = h->page.options.lang;
    ek_buf out = ek_buf_on(h->page.arena);
    if (r->bundle.n)
        return ek_page_say(&h->page, EK_W_bundle_of,
                           ek_page_number(&h->page, r->documents.n),
                           EK_STR(""));
    ek_str format = ek_catalogue_format(d->format, lang);
    ek_buf_add(&out, format.n ? format : ek_page_text(&h->page, d->format));
    for (size_t i = 0; i < d->languages.n; i++) {
        ek_str word = d->languages.v[i];
        ek_buf_puts(&out, out.n ? " \xC2\xB7 " : "");
        ek_buf_add(&out, ek_str_is(word, "ja") ? EK_STR("ja")
                         : ek_str_is(word, "en")
                             ? EK_STR("en")
                             : ek_catalogue_text(EK_W_lang_other, lang));
    }
    return ek_buf_str(&out);
}

/* A title is in the language of its contract; a file name is in none. */
static ek_lang
lang_of(const struct ek_html *h)
{
    const ek_document *d = &h->result->documents.v[0];
    ek_lang lang = h->page.options.lang;
    if (h->result->bundle.n || !ek_str_trim(d->title).n || !d->languages.n)
        return lang;
    ek_lang spoken = ek_lang_of(d->languages.v[0]);
    return spoken == EK_LANG_JA || spoken == EK_LANG_EN ? spoken : lang;
}

void
ek_html_index_take(struct ek_html_index *index, struct ek_html *h, ek_str page)
{
    const ek_result *r = h->result;
    struct ek_page *scratch = &h->page;
    ek_arena *arena = index->arena;
    struct ek_index_row row = {.read = ek_term_read(r),
                               .none = r->no_result.n > 0,
                               .page = ek_arena_copy(arena, page)};
    row.name = kept(arena, ek_term_title(scratch, r), LONGEST_NAME);
    row.path =
        kept(arena, ek_page_text(scratch, ek_result_name(r)), LONGEST_NAME);
    row.lang = lang_of(h);
    row.about = kept(arena, about(h), LONGEST_NAME);
    row.missed = kept(arena, ek_term_missed(scratch, r), LONGEST_TEXT);
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        take_verdict(index, h, &row, i);
    take_rules(index, h);
    if (!row.none)
        take_findings(index, h, &row);
    take_questions(index, h, &row);
    take_pack(index, h);
    if (scratch->reviewed) {
        row.decided = (uint32_t)scratch->reviewed->decided;
        row.again = (uint32_t)scratch->reviewed->again;
        index->reviewed = true;
    }
    index->decided += row.decided;
    index->again += row.again;
    index->none += row.none;
    index->part += !row.none && !ek_index_is_full(&row);
    EK_PUSH(arena, index->rows, row);
}
