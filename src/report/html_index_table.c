/* SPDX-License-Identifier: Apache-2.0 */
/* The table of contracts and its filters. Without the script it is whole and
 * the gravest first. */
#include "config.h"

#include "report/html_index.h"

/* Rows that are seen before the script has run. */
enum { FIRST_ROWS = 200 };

/* <option value="..." data-n="rank">words (n)</option> */
static void
put_option(struct ek_html *h, const char *value, unsigned rank, ek_str words,
           size_t n)
{
    ek_buf_printf(h->page.out, "<option value=\"%s\" data-n=\"%u\">", value,
                  rank);
    ek_html_say(h, EK_W_idx_option, words, ek_page_number(&h->page, n));
    ek_html_raw(h, "</option>");
}

static void
put_select(struct ek_html *h, const char *name, ek_str label)
{
    ek_html_raw(h, "<label>");
    ek_html_text(h, label);
    ek_buf_printf(h->page.out, "<select name=\"%s\"><option value=\"\">", name);
    ek_html_word(h, EK_W_idx_all);
    ek_html_raw(h, "</option>");
}

static void
end_select(struct ek_html *h)
{
    ek_html_raw(h, "</select></label>\n");
}

static void
put_outcome_filter(struct ek_html *h, const struct ek_html_index *index,
                   enum ek_index_column column)
{
    char name[] = "ex1";
    name[2] = (char)('1' + (column - EK_INDEX_ex1));
    put_select(h, name, ek_index_item(h, column));
    for (size_t i = 0; i < EK_INDEX_STATUSES; i++)
        if (index->counts[column][i].n)
            put_option(h, ek_index_known[i].word, ek_index_known[i].rank,
                       index->counts[column][i].words,
                       index->counts[column][i].n);
    end_select(h);
}

static unsigned
rank_of_reading(enum ek_word read)
{
    return read == EK_W_short_none ? 0 : read == EK_W_short_part ? 1 : 2;
}

static void
put_reading_filter(struct ek_html *h, const struct ek_html_index *index)
{
    static const struct {
        const char *value;
        enum ek_word words;
    } rows[] = {{"none", EK_W_idx_none},
                {"part", EK_W_idx_part},
                {"full", EK_W_idx_full}};
    size_t counts[3] = {0};
    ek_lang lang = h->page.options.lang;
    for (size_t i = 0; i < index->rows.n; i++)
        counts[rank_of_reading(index->rows.v[i].read)]++;
    put_select(h, "rd", ek_catalogue_text(EK_W_idx_reading, lang));
    put_option(h, "any-gap", 9, ek_catalogue_text(EK_W_idx_gap, lang),
               index->none + index->part);
    for (unsigned i = 0; i < 3; i++)
        if (counts[i])
            put_option(h, rows[i].value, i,
                       ek_catalogue_text(rows[i].words, lang), counts[i]);
    end_select(h);
}

static void
put_type_filter(struct ek_html *h, const struct ek_html_index *index)
{
    put_select(h, "ty", ek_catalogue_text(EK_W_idx_type, h->page.options.lang));
    for (size_t i = 0; i < index->types.n; i++) {
        const struct ek_index_type *type = &index->types.v[i];
        if (!type->carried)
            continue;
        ek_html_raw(h, "<option");
        ek_html_attr(h, "value", type->id);
        ek_buf_printf(h->page.out, " data-n=\"%zu\">", i);
        ek_html_say(h, EK_W_idx_option, type->title,
                    ek_page_number(&h->page, type->carried));
        ek_html_raw(h, "</option>");
    }
    end_select(h);
}

void
ek_index_filters(struct ek_html *h, const struct ek_html_index *index)
{
    ek_lang lang = h->page.options.lang;
    ek_html_raw(h, "<form class=\"fb\" id=\"f\" role=\"search\">"
                   "<label class=\"wide\">");
    ek_html_word(h, EK_W_idx_find);
    ek_html_raw(h, "<input name=\"q\" type=\"search\" autocomplete=\"off\">"
                   "</label>\n");
    for (size_t i = 0; i < EK_INDEX_EXCEPTIONS; i++)
        put_outcome_filter(h, index, (enum ek_index_column)(EK_INDEX_ex1 + i));
    put_reading_filter(h, index);
    put_type_filter(h, index);
    ek_html_raw(h, "<button class=\"btn\" type=\"reset\">");
    ek_html_word(h, EK_W_idx_clear);
    ek_html_raw(
        h, "</button><button class=\"vh\" type=\"submit\" tabindex=\"-1\">");
    ek_html_word(h, EK_W_idx_apply);
    ek_html_raw(h, "</button><output id=\"n\"");
    ek_html_attr(h, "data-say", ek_catalogue_text(EK_W_idx_showing, lang));
    ek_html_attr(h, "data-cut", ek_catalogue_text(EK_W_idx_shown, lang));
    ek_html_attr(h, "data-none", ek_catalogue_text(EK_W_idx_nothing, lang));
    ek_html_raw(h, "></output></form>\n");
}

static void
put_head_cell(struct ek_html *h, const char *attributes, ek_str words)
{
    ek_buf_printf(h->page.out, "<th scope=\"col\"%s>", attributes);
    ek_html_text(h, words);
    ek_html_raw(h, "</th>");
}

static void
put_group(struct ek_html *h, char group, enum ek_word word)
{
    size_t n = 0;
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        n += ek_index_heads[i].group == group;
    ek_buf_printf(h->page.out,
                  "<th scope=\"colgroup\" class=\"g\" colspan=\"%zu\">", n);
    ek_html_word(h, word);
    ek_html_raw(h, "</th>");
}

/* The rows come in the order of exception 1. */
static const char *
attributes_of(size_t column)
{
    return column == EK_INDEX_ex1 ? " class=\"x\" aria-sort=\"ascending\""
           : ek_index_heads[column].group == 'e' ? " class=\"x\""
                                                 : "";
}

static void
put_head(struct ek_html *h, bool reviewed)
{
    ek_lang lang = h->page.options.lang;
    ek_html_raw(h, "<thead><tr class=\"gr\"><td colspan=\"3\"></td>");
    put_group(h, 'e', EK_W_idx_group_e);
    put_group(h, 'g', EK_W_idx_group_g);
    put_group(h, 'q', EK_W_idx_group_q);
    ek_html_raw(h, reviewed ? "<td colspan=\"3\"></td></tr>\n<tr>"
                            : "<td colspan=\"2\"></td></tr>\n<tr>");
    put_head_cell(h, "", ek_catalogue_text(EK_W_idx_contract, lang));
    put_head_cell(h, "", ek_catalogue_text(EK_W_idx_reading, lang));
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        put_head_cell(h, attributes_of(i),
                      ek_index_item(h, (enum ek_index_column)i));
    put_head_cell(h, " class=\"nu\" data-down",
                  ek_catalogue_text(EK_W_idx_findings, lang));
    put_head_cell(h, " class=\"nu\" data-down",
                  ek_catalogue_text(EK_W_idx_questions, lang));
    if (reviewed)
        put_head_cell(h, " class=\"nu\" data-down",
                      ek_catalogue_text(EK_W_dc_again, lang));
    ek_html_raw(h, "</tr></thead>\n");
}

/* What the script sorts and filters by: one number a column, the name aside;
 * the clause types. */
static void
put_row_begin(struct ek_html *h, const struct ek_index_row *row, size_t place,
              bool reviewed)
{
    ek_buf *out = h->page.out;
    ek_buf_puts(out, "<tr");
    if (row->none || place >= FIRST_ROWS)
        ek_buf_printf(out, " class=\"%s%s%s\"", row->none ? "none" : "",
                      row->none && place >= FIRST_ROWS ? " " : "",
                      place >= FIRST_ROWS ? "late" : "");
    ek_buf_printf(out, " data-s=\"%u", rank_of_reading(row->read));
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        ek_buf_printf(out, " %u", ek_index_known[row->status[i]].rank);
    ek_buf_printf(out, " %u %u", row->found,
                  row->provider + row->reviewer + row->user);
    if (reviewed)
        ek_buf_printf(out, " %u", row->again);
    ek_buf_puts(out, "\" data-t=\"");
    const char *blank = "";
    for (size_t i = 0; i < EK_INDEX_TYPES; i++) {
        if (!(row->types[i / 64] >> i % 64 & 1))
            continue;
        ek_buf_printf(out, "%s%zu", blank, i);
        blank = " ";
    }
    ek_buf_puts(out, "\">");
}

static void
put_name(struct ek_html *h, const struct ek_index_row *row)
{
    ek_html_raw(h, "<th scope=\"row\">");
    ek_index_link(h, row);
    if (!ek_str_eq(row->path, row->name)) {
        ek_html_raw(h, "<small>");
        ek_html_text(h, row->path);
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "<small>");
    ek_html_text(h, row->about);
    ek_html_raw(h, "</small></th>");
}

static void
put_reading(struct ek_html *h, const struct ek_index_row *row)
{
    bool full = ek_index_is_full(row);
    enum ek_word word = full                           ? EK_W_idx_full
                        : row->read == EK_W_short_none ? EK_W_idx_none
                                                       : EK_W_idx_part;
    ek_html_raw(h, full ? "<td class=\"rd\">" : "<td class=\"rd gap\">");
    if (!full)
        ek_html_icon(h, row->read == EK_W_short_none ? "page" : "partly");
    ek_html_word(h, word);
    if (row->missed.n && (row->none || !full)) {
        ek_html_raw(h, "<small>");
        ek_html_text(h, row->missed);
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "</td>");
}

/* In the words of the legend; of a bar its own, which tell whose word it is. */
static ek_str
words_of(struct ek_html *h, const struct ek_index_row *row, size_t column)
{
    enum ek_index_status status = (enum ek_index_status)row->status[column];
    if (row->none || status == EK_INDEX_S_bar || status == EK_INDEX_S_unknown)
        return row->words[column];
    return ek_term_word(&h->page, ek_str_of(ek_index_known[status].word));
}

static void
put_outcome(struct ek_html *h, const struct ek_index_row *row, size_t column)
{
    enum ek_index_status status = (enum ek_index_status)row->status[column];
    ek_str word = ek_str_of(ek_index_known[status].word);
    char group = ek_index_heads[column].group;
    if (group == 's' && !row->none) {
        ek_html_raw(h, "<td>");
        ek_html_text(h, row->words[column]);
        ek_html_raw(h, "</td>");
        return;
    }
    ek_buf_printf(h->page.out, "<td class=\"%s%s\">", ek_html_class(word),
                  group == 'e' ? " x" : "");
    ek_index_icon(h, status);
    ek_html_text(h, words_of(h, row, column));
    ek_html_raw(h, "</td>");
}

static void
put_row(struct ek_html *h, const struct ek_index_row *row, size_t place,
        bool reviewed)
{
    put_row_begin(h, row, place, reviewed);
    put_name(h, row);
    put_reading(h, row);
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        put_outcome(h, row, i);
    ek_index_numbers(h, row, reviewed);
    ek_html_raw(h, "</tr>\n");
}

/* A language may have one word for both. */
static void
put_meaning(struct ek_html *h, ek_str word, ek_str meaning)
{
    ek_html_text(h, word);
    ek_html_raw(h, "</dt><dd>");
    if (!ek_str_eq(word, meaning))
        ek_html_text(h, meaning);
    ek_html_raw(h, "</dd>");
}

static void
put_legend(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "<dl class=\"lg\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_idx_legend, h->page.options.lang));
    ek_html_raw(h, ">");
    for (size_t i = 0; i < EK_INDEX_S_storage; i++) {
        const struct ek_index_count *count = NULL;
        ek_str word = ek_str_of(ek_index_known[i].word);
        for (size_t k = 0; k < EK_INDEX_COLUMNS && !count; k++)
            if (index->counts[k][i].n)
                count = &index->counts[k][i];
        if (!count)
            continue;
        ek_buf_printf(h->page.out, "<div class=\"%s\"><dt>",
                      ek_html_class(word));
        ek_index_icon(h, (enum ek_index_status)i);
        put_meaning(h, ek_term_word(&h->page, word), count->words);
        ek_html_raw(h, "</div>\n");
    }
    ek_html_raw(h, "</dl>\n");
}

void
ek_index_table(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "<section class=\"tw card\" tabindex=\"0\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_idx_table, h->page.options.lang));
    ek_html_raw(h, "><table>");
    put_head(h, index->reviewed);
    ek_html_raw(h, "<tbody>\n");
    const struct ek_index_row *const *rows =
        ek_index_gravest_first(index, h->page.arena);
    for (size_t i = 0; i < index->rows.n; i++)
        put_row(h, rows[i], i, index->reviewed);
    ek_html_raw(h, "</tbody></table></section>\n<p class=\"pg\" id=\"pg\" "
                   "hidden><button class=\"btn\" type=\"button\" id=\"more\">");
    ek_html_word(h, EK_W_idx_more);
    ek_html_raw(h, "</button><button class=\"btn\" type=\"button\" "
                   "id=\"every\">");
    ek_html_word(h, EK_W_idx_every);
    ek_html_raw(h, "</button></p>\n");
    put_legend(h, index);
    ek_html_raw(h, "<p class=\"keys\"><label><input type=\"checkbox\" "
                   "id=\"keys\" checked> ");
    ek_html_word(h, EK_W_html_keys_on);
    ek_html_raw(h, "</label></p>\n");
}
