/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/opt.h"

#include <getopt.h>
#include <stdlib.h>

enum { FIRST_LONG = 256, MOST_LETTERS = 64, USUAL_SUPPORT = 5 };

const struct ek_option_row ek_option_rows[EK_OPTIONS] = {
#define EK_OPTION(name, long, short, value, commands, en)                      \
    {long, short, value, commands, {NULL, en}},
#include "cli/options.def"
#undef EK_OPTION
};

ek_lang
ek_opt_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ek_str value = ek_str_of(getenv(names[i]));
        if (value.n)
            return ek_str_starts(value, EK_STR("ja")) ? EK_LANG_JA : EK_LANG_EN;
    }
    return EK_LANG_EN;
}

/* getopt's two tables, of the options that a command takes. */
struct tables {
    struct option longs[EK_OPTIONS + 1];
    char letters[MOST_LETTERS];
};

static void
build(struct tables *tables, unsigned command)
{
    size_t n = 0, at = 0;
    tables->letters[at++] = ':';
    for (int i = 0; i < EK_OPTIONS; i++) {
        const struct ek_option_row *row = &ek_option_rows[i];
        if (!(row->commands & command))
            continue;
        tables->longs[n++] = (struct option){
            row->name, row->value ? required_argument : no_argument, NULL,
            FIRST_LONG + i};
        if (!row->letter)
            continue;
        tables->letters[at++] = row->letter;
        if (row->value)
            tables->letters[at++] = ':';
    }
    tables->longs[n] = (struct option){NULL, 0, NULL, 0};
    tables->letters[at] = 0;
}

static int
option_of(int code)
{
    if (code >= FIRST_LONG)
        return code - FIRST_LONG;
    int i = 0;
    while (i < EK_OPTIONS && ek_option_rows[i].letter != code)
        i++;
    return i;
}

static bool
read_support(uint32_t *support, ek_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || s.n > 6)
            return false;
        n = n * 10 + (uint32_t)(s.p[i] - '0');
    }
    *support = n;
    return s.n > 0;
}

static bool
take(struct ek_opt *opt, ek_arena *arena, int option, ek_str value)
{
    if (option == EK_O_output && ek_str_is(value, "-"))
        value = (ek_str){"", 0}; /* standard output, as when not given */
    opt->given[option] = option != EK_O_output || value.n;
    opt->value[option] = value;
    if (option == EK_O_format)
        EK_PUSH(arena, opt->formats, value);
    if (option == EK_O_fact)
        EK_PUSH(arena, opt->facts, value);
    if (option == EK_O_limit)
        EK_PUSH(arena, opt->limits, value);
    if (option == EK_O_lang) {
        bool ja = ek_str_is(value, "ja");
        opt->lang = ja ? EK_LANG_JA : EK_LANG_EN;
        return ja || ek_str_is(value, "en");
    }
    if (option == EK_O_min_support)
        return read_support(&opt->min_support, value);
    return true;
}

static ek_str
with_dashes(ek_arena *arena, const char *name)
{
    return ek_arena_printf(arena, "--%s", name);
}

/* The argument that getopt refused. */
static ek_str
refused(ek_arena *arena, char **argv)
{
    if (optopt >= FIRST_LONG)
        return with_dashes(arena, ek_option_rows[optopt - FIRST_LONG].name);
    if (optopt)
        return ek_arena_printf(arena, "-%c", optopt);
    return ek_str_of(argv[optind - 1]);
}

bool
ek_opt_parse(struct ek_opt *opt, ek_arena *arena, unsigned command, int argc,
             char **argv, enum ek_message *wrong, ek_str args[2])
{
    struct tables tables;
    build(&tables, command);
    opt->min_support = USUAL_SUPPORT;
    opterr = 0;
    optind = 1;
    for (int code; (code = getopt_long(argc, argv, tables.letters, tables.longs,
                                       NULL)) != -1;) {
        if (code == '?' || code == ':') {
            *wrong = code == ':'            ? EK_M_no_argument
                     : optopt >= FIRST_LONG ? EK_M_no_value
                                            : EK_M_bad_option;
            args[0] = refused(arena, argv);
            return false;
        }
        int option = option_of(code);
        if (!take(opt, arena, option, ek_str_of(optarg))) {
            *wrong = EK_M_bad_value;
            args[0] = opt->value[option];
            args[1] = with_dashes(arena, ek_option_rows[option].name);
            return false;
        }
    }
    for (int i = optind; i < argc; i++)
        EK_PUSH(arena, opt->operands, ek_str_of(argv[i]));
    return true;
}
