/* SPDX-License-Identifier: Apache-2.0 */
/* The questionnaire: to read (term), or to fill in (ini). */
#include "config.h"

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/packs.h"
#include "cli/scanner.h"

enum { TEXT_COLUMN = 6, COMMENT_CELLS = 76 };

static const ek_str nothing = {"", 0};

struct sheet {
    struct ek_run *run;
    const ek_pack *pack;
    struct ek_scanner *scanner; /* NULL when no contract is given */
    struct ek_page page;        /* of term; its buffer is used by ini too */
    struct ek_output *output;
    size_t contracts; /* so far */
    bool ini;
};

static ek_str
say(const struct sheet *s, enum ek_message message, ek_str arg)
{
    ek_buf out = ek_buf_on(s->run->arena);
    ek_message_add(&out, message, s->run->opt.lang, arg, nothing);
    return ek_buf_str(&out);
}

static ek_str
question_of(const struct sheet *s, const ek_fact *fact)
{
    const ek_question *question = ek_pack_question(s->pack, fact->id);
    return ek_page_label(&s->page, question ? &question->text : &fact->title);
}

static ek_str
joined(const struct sheet *s, ek_str words)
{
    ek_buf out = ek_buf_on(s->run->arena);
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        ek_buf_printf(&out, "%s%.*s", out.n ? ", " : "", EK_ARG(w));
    return ek_buf_str(&out);
}

static ek_str
values_of(const struct sheet *s, const ek_fact *fact)
{
    ek_lang lang = s->run->opt.lang;
    ek_str rest = fact->values;
    ek_str words = joined(s, fact->values.n ? fact->values : fact->known);
    ek_str more = nothing;
    if (fact->dated)
        more = say(s, EK_M_facts_dated, ek_str_word(&rest));
    else if (fact->list)
        more = ek_message_text(EK_M_facts_list, lang);
    return ek_arena_printf(s->run->arena, more.n ? "%.*s; %.*s" : "%.*s%.*s",
                           EK_ARG(words), EK_ARG(more));
}

/* The items and remarks with a row that looks at the fact. */
static ek_str
items_of(const struct sheet *s, ek_str fact)
{
    ek_buf out = ek_buf_on(s->run->arena);
    for (size_t i = 0; i < s->pack->tables.n; i++) {
        const struct ek_table *table = &s->pack->tables.v[i];
        bool item = table->kind == EK_TABLE_ITEM;
        bool any = false;
        for (size_t r = 0; r < table->rows.n; r++) {
            const ek_row *row = &table->rows.v[r];
            bool here = ek_row_tests_fact(row, fact);
            if (here && table->kind == EK_TABLE_OVERLAY)
                ek_buf_printf(&out, "%s%.*s", out.n ? " " : "",
                              EK_ARG(row->id));
            any |= here;
        }
        if (any && item)
            ek_buf_printf(&out, "%s%.*s", out.n ? " " : "", EK_ARG(table->id));
    }
    return ek_buf_str(&out);
}

static void
put_line(struct sheet *s, enum ek_message message, ek_str value)
{
    if (value.n == 0)
        return;
    ek_page_to(&s->page, TEXT_COLUMN);
    ek_page_wrap(&s->page, TEXT_COLUMN + 2, EK_PLAIN,
                 ek_page_text(&s->page, say(s, message, value)), 0);
}

static void
put_question(struct sheet *s, const ek_fact *fact, ek_str given)
{
    ek_page_end(&s->page);
    ek_page_put(&s->page, EK_BOLD, fact->id);
    ek_page_to(&s->page, TEXT_COLUMN);
    ek_page_wrap(&s->page, TEXT_COLUMN, EK_PLAIN, question_of(s, fact), 0);
    put_line(s, EK_M_facts_values, values_of(s, fact));
    put_line(s, EK_M_facts_given, given);
    put_line(s, EK_M_facts_decides, items_of(s, fact->id));
}

static void
comment(struct sheet *s, ek_str text)
{
    ek_str line;
    while (ek_width_wrap(&text, COMMENT_CELLS, &line))
        ek_buf_printf(s->page.out, "; %.*s\n", EK_ARG(line));
}

static void
put_entry(struct sheet *s, const ek_fact *fact, ek_str given)
{
    ek_buf_putc(s->page.out, '\n');
    comment(s, ek_arena_printf(s->run->arena, "%.*s  %.*s", EK_ARG(fact->id),
                               EK_ARG(question_of(s, fact))));
    comment(s, values_of(s, fact));
    ek_buf_printf(s->page.out, "%.*s =%s%.*s\n", EK_ARG(fact->id),
                  given.n ? " " : "", EK_ARG(given));
}

static void
put_fact(struct sheet *s, const ek_fact *fact, ek_str given)
{
    if (s->ini)
        put_entry(s, fact, given);
    else
        put_question(s, fact, given);
}

static bool
is_asked(const ek_result *r, ek_str id)
{
    for (size_t i = 0; i < r->questions.n; i++)
        if (ek_str_eq(r->questions.v[i].id, id))
            return true;
    return false;
}

static ek_str
given_in(const ek_result *r, ek_str id)
{
    for (size_t i = 0; i < r->facts.n; i++)
        if (ek_str_eq(r->facts.v[i].fact, id) && r->facts.v[i].given)
            return r->facts.v[i].value;
    return nothing;
}

static ek_str
section_name(const struct sheet *s, const ek_result *r)
{
    ek_buf out = ek_buf_on(s->run->arena);
    ek_str name = ek_page_text(&s->page, ek_result_name(r));
    for (size_t i = 0; i < name.n; i++)
        ek_buf_putc(&out,
                    name.p[i] == '[' || name.p[i] == ']' ? '?' : name.p[i]);
    return ek_buf_str(&out);
}

static void
put_sentence(struct sheet *s, ek_str text)
{
    if (s->ini)
        comment(s, text);
    else
        ek_page_wrap(&s->page, 2, EK_PLAIN, text, 0);
}

static void
put_contract(struct sheet *s, const ek_result *r)
{
    size_t put = 0;
    if (s->ini)
        ek_buf_printf(s->page.out, "\n[%.*s]\n", EK_ARG(section_name(s, r)));
    else
        ek_page_wrap(
            &s->page, 2, EK_BOLD,
            say(s, EK_M_facts_of, ek_page_text(&s->page, ek_result_name(r))),
            0);
    if (r->no_result.n) {
        put_sentence(s, ek_page_label(&s->page, &r->verdicts.v[0].reason));
        return;
    }
    for (size_t i = 0; i < s->pack->facts.n; i++) {
        const ek_fact *fact = &s->pack->facts.v[i];
        ek_str given = given_in(r, fact->id);
        if (!is_asked(r, fact->id) && !given.n)
            continue;
        put_fact(s, fact, given);
        put++;
    }
    if (put == 0)
        put_sentence(s, ek_message_text(EK_M_facts_none, s->run->opt.lang));
}

static void
put_result(void *self, ek_result *r)
{
    struct sheet *s = self;
    if (!r)
        return;
    if (!s->ini && s->contracts++)
        ek_page_end(&s->page);
    put_contract(s, r);
    ek_result_free(r);
    ek_output_write(s->output, s->page.out);
}

static void
put_contracts(struct sheet *s)
{
    struct ek_inputs inputs = {0};
    ek_str bundle = s->run->opt.value[EK_O_bundle];
    ek_inputs_gather(&inputs, s->run);
    size_t n = inputs.paths.n;
    if (bundle.n && n)
        put_result(
            s, ek_scanner_scan_bundle(s->scanner, bundle, inputs.paths.v, n));
    for (size_t i = 0; !bundle.n && i < n; i++)
        ek_scanner_each(s->scanner, inputs.paths.v[i], put_result, s);
    ek_scanner_close(s->scanner);
}

static void
put_all(struct sheet *s)
{
    for (size_t i = 0; i < s->pack->facts.n; i++)
        put_fact(s, &s->pack->facts.v[i], nothing);
}

static void
put_head(struct sheet *s)
{
    ek_lang lang = s->run->opt.lang;
    if (s->ini) {
        comment(s, ek_message_text(EK_M_ini_head, lang));
    } else if (!s->scanner) {
        ek_page_wrap(&s->page, 0, EK_PLAIN,
                     ek_message_text(EK_M_facts_head, lang), 0);
    }
}

static bool
open_sheet(struct sheet *s)
{
    struct ek_run *run = s->run;
    ek_pack *pack;
    if (run->opt.operands.n == 0) {
        bool good = ek_packs_load(&pack, run, nothing);
        s->pack = good ? pack : NULL;
        return good;
    }
    s->scanner = ek_arena_alloc(run->arena, sizeof *s->scanner);
    bool good = ek_scanner_open(s->scanner, run);
    s->pack = s->scanner->pack;
    return good;
}

void
ek_cmd_facts(struct ek_run *run)
{
    ek_str format = run->opt.value[EK_O_format];
    struct ek_output output;
    ek_buf out = ek_buf_on(run->arena);
    struct sheet s = {
        .run = run, .output = &output, .ini = ek_str_is(format, "ini")};
    if (format.n && !s.ini && !ek_str_is(format, "term")) {
        ek_run_misuse(run, EK_M_bad_value, format, EK_STR("--format"));
        return;
    }
    s.page = (struct ek_page){.arena = run->arena, .out = &out};
    s.page.options.lang = run->opt.lang;
    s.page.options.width = ek_run_width(run);
    if (!open_sheet(&s) || !ek_output_open(&output, run))
        return;
    put_head(&s);
    if (s.scanner)
        put_contracts(&s);
    else
        put_all(&s);
    ek_output_write(&output, &out);
    ek_output_close(&output);
}
