/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/help.h"

#include "ekimu_app.h"

#include <stdio.h>

enum { TEXT_COLUMN = 28 };

static const ek_str nothing = {"", 0};

static struct ek_page
page_of(const struct ek_run *run, ek_buf *out)
{
    struct ek_page page = {.arena = run->arena, .out = out};
    page.options.lang = run->opt.lang;
    page.options.width = 80;
    return page;
}

static void
put_text(struct ek_page *page, enum ek_message message)
{
    ek_page_wrap(page, 0, EK_PLAIN,
                 ek_message_text(message, page->options.lang), 0);
}

static void
put_usage(struct ek_page *page, ek_str line)
{
    ek_buf usage = ek_buf_on(page->arena);
    ek_message_add(&usage, EK_M_usage, page->options.lang, line, nothing);
    ek_page_wrap(page, 4, EK_PLAIN, ek_buf_str(&usage), 0);
    ek_page_end(page);
}

static void
put_head(struct ek_page *page, enum ek_message message)
{
    ek_page_end(page);
    put_text(page, message);
}

static void
put_item(struct ek_page *page, ek_str item, ek_str text)
{
    ek_page_to(page, 2);
    ek_page_put(page, EK_PLAIN, item);
    if (page->cells >= TEXT_COLUMN - 1)
        ek_page_end(page);
    ek_page_to(page, TEXT_COLUMN);
    ek_page_wrap(page, TEXT_COLUMN, EK_PLAIN, text, 0);
}

static void
put_options(struct ek_page *page, unsigned command)
{
    put_head(page, EK_M_options);
    for (int i = 0; i < EK_OPTIONS; i++) {
        const struct ek_option_row *row = &ek_option_rows[i];
        if (!(row->commands & command))
            continue;
        ek_buf item = ek_buf_on(page->arena);
        if (row->letter)
            ek_buf_printf(&item, "-%c, ", row->letter);
        ek_buf_printf(&item, "--%s", row->name);
        if (row->value)
            ek_buf_printf(&item, " %s", row->value);
        put_item(page, ek_buf_str(&item),
                 ek_words_in(&row->about, page->options.lang));
    }
}

static void
put_limits(struct ek_page *page)
{
    put_head(page, EK_M_limits);
    for (size_t i = 0; ek_limits_row(i); i++) {
        enum { MIB = 1024 * 1024 };
        const struct ek_limit_row *row = ek_limits_row(i);
        bool whole = row->value % MIB == 0;
        put_item(page,
                 ek_arena_printf(page->arena, "%s=%zu%s", row->name,
                                 whole ? row->value / MIB : row->value,
                                 whole ? "M" : ""),
                 ek_words_in(&row->about, page->options.lang));
    }
}

static void
put_statuses(struct ek_page *page)
{
    static const enum ek_message lines[] = {EK_M_status_0, EK_M_status_1,
                                            EK_M_status_2, EK_M_status_3,
                                            EK_M_status_4, EK_M_status_5};
    put_head(page, EK_M_statuses);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ek_page_to(page, 2);
        ek_page_wrap(page, 5, EK_PLAIN,
                     ek_message_text(lines[i], page->options.lang), 0);
    }
    put_text(page, EK_M_status_order);
}

void
ek_help_command(const struct ek_run *run, const struct ek_command *command)
{
    ek_buf out = ek_buf_on(run->arena);
    struct ek_page page = page_of(run, &out);
    put_usage(&page, ek_arena_printf(run->arena, "ekimu %s %s", command->name,
                                     command->operands));
    put_text(&page, command->about);
    put_options(&page, command->bit);
    if (ek_option_rows[EK_O_limit].commands & command->bit)
        put_limits(&page);
    put_statuses(&page);
    fwrite(out.p, 1, out.n, stdout);
}

void
ek_help_program(const struct ek_run *run, const struct ek_command *commands,
                size_t n)
{
    ek_buf out = ek_buf_on(run->arena);
    struct ek_page page = page_of(run, &out);
    put_usage(&page, EK_STR("ekimu COMMAND [OPTION]... [OPERAND]..."));
    put_text(&page, EK_M_about);
    put_head(&page, EK_M_commands);
    for (size_t i = 0; i < n; i++)
        put_item(&page,
                 ek_arena_printf(run->arena, "%s %s", commands[i].name,
                                 commands[i].operands),
                 ek_message_text(commands[i].about, run->opt.lang));
    put_statuses(&page);
    put_head(&page, EK_M_help_more);
    fwrite(out.p, 1, out.n, stdout);
}
