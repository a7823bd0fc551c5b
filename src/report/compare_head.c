/* SPDX-License-Identifier: Apache-2.0 */
/* Who is compared, and the answer in a line. */
#include "config.h"

#include "report/compare_head.h"

enum { MOST_LETTERS = 26 };

static const ek_str nothing = {"", 0};

struct field {
    struct ek_page *page;
    ek_result *const *results;
    size_t n;
};

/* "A", "B", ... "Z", "A2", ... */
ek_str
ek_compare_letter(struct ek_page *page, size_t i)
{
    char letter = (char)('A' + i % MOST_LETTERS);
    return i < MOST_LETTERS ? ek_arena_printf(page->arena, "%c", letter)
                            : ek_arena_printf(page->arena, "%c%zu", letter,
                                              i / MOST_LETTERS + 1);
}

static void
put_candidate(const struct field *t, size_t i)
{
    struct ek_page *page = t->page;
    const ek_result *r = t->results[i];
    ek_page_to(page, 2);
    ek_page_put(page, EK_BOLD, ek_compare_letter(page, i));
    ek_page_to(page, 5);
    ek_page_wrap(page, 5, EK_PLAIN, ek_term_title(page, r), 0);
    for (uint32_t d = 0; d < r->documents.n; d++) {
        ek_page_to(page, 5);
        ek_page_put(page, EK_DIM, ek_page_text(page, r->documents.v[d].path));
        ek_page_end(page);
        ek_term_reading(page, r, d, 7);
    }
}

static ek_str
exception_1(const ek_result *r)
{
    const ek_verdict *v = ek_result_verdict(r, "EX-1");
    return v ? v->status : nothing;
}

static ek_str
letters_with(const struct field *t, ek_str status)
{
    ek_buf out = ek_buf_on(t->page->arena);
    for (size_t i = 0; i < t->n; i++)
        if (ek_str_eq(exception_1(t->results[i]), status))
            ek_buf_printf(&out, " %.*s", EK_ARG(ek_compare_letter(t->page, i)));
    return ek_buf_str(&out);
}

/* The answer in a line: who stands where in exception 1, as they come. */
static void
put_answer(const struct field *t)
{
    struct ek_page *page = t->page;
    ek_page_to(page, 2);
    ek_page_put(page, EK_PLAIN, ek_term_item(page, EK_STR("EX-1")));
    for (size_t i = 0; i < t->n; i++) {
        ek_str status = exception_1(t->results[i]);
        ek_str letters = letters_with(t, status);
        bool first = ek_str_starts(ek_str_slice(letters, 1, letters.n),
                                   ek_compare_letter(page, i));
        struct ek_mark mark = ek_mark_of(status);
        if (!first)
            continue;
        ek_str word = ek_term_word(page, status);
        if (page->cells + ek_width(word) + ek_width(letters) + 6 >
            page->options.width) {
            ek_page_end(page);
            ek_page_to(page, 4);
        }
        ek_page_to(page, page->cells + 2);
        ek_page_put(page, mark.style, mark.letters);
        ek_page_put(page, mark.style,
                    ek_arena_printf(page->arena, " %.*s:", EK_ARG(word)));
        ek_page_put(page, EK_BOLD, letters);
    }
    ek_page_end(page);
    ek_page_end(page);
}

void
ek_compare_head(struct ek_page *page, ek_result *const *results, size_t n)
{
    struct field field = {page, results, n};
    const struct field *t = &field;
    ek_page_put(page, EK_BOLD,
                ek_page_say(page, EK_W_candidates, ek_page_number(page, t->n),
                            nothing));
    ek_page_end(page);
    put_answer(t);
    for (size_t i = 0; i < t->n; i++)
        put_candidate(t, i);
}
