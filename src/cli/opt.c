/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/opt.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_LONG = 256, MOST_LETTERS = 64, USUAL_SUPPORT = 5 };

const struct ek_option_row ek_option_rows[EK_OPTIONS] = {
#define EK_OPTION(name, long, short, value, commands, en)                      \
    {long, short, value, commands, {NULL, en}},
#include "cli/options.def"
#undef EK_OPTION
};

/* The name of a locale without its territory, encoding and variant. */
static ek_str
language_of(ek_str locale)
{
    size_t n = 0;
    while (n < locale.n && !strchr("_.@", locale.p[n]))
        n++;
    return ek_str_slice(locale, 0, n);
}

static ek_str
locale_of_messages(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ek_str value = ek_str_of(getenv(names[i]));
        if (value.n)
            return value;
    }
    return EK_STR("C");
}

/* The first of a list, "de:ja:en", that there is. */
static ek_lang
first_spoken(ek_str list)
{
    while (list.n) {
        size_t end = ek_str_find(list, EK_STR(":"), 0);
        ek_lang lang = ek_lang_of(language_of(ek_str_slice(list, 0, end)));
        if (lang == EK_LANG_JA || lang == EK_LANG_EN)
            return lang;
        list = ek_str_slice(list, end + 1, list.n);
    }
    return EK_LANG_EN;
}

ek_lang
ek_opt_locale(void)
{
    ek_str locale = locale_of_messages();
    ek_str list = ek_str_of(getenv("LANGUAGE")), language = language_of(locale);
    if (ek_str_is(language, "C") || ek_str_is(language, "POSIX"))
        return EK_LANG_EN;
    return first_spoken(list.n ? list : locale);
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
    if (option == EK_O_field)
        EK_PUSH(arena, opt->fields, value);
    if (option == EK_O_lang) {
        ek_lang lang = ek_lang_of(value);
        if (lang != EK_LANG_JA && lang != EK_LANG_EN)
            return false;
        opt->lang = lang;
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

static bool
is_option(int code)
{
    return code != '?' && code != ':';
}

/* What is wrong with what getopt has just returned. */
static enum ek_message
misuse(const struct ek_opt *opt, ek_arena *arena, int code, char **argv,
       ek_str args[2])
{
    if (is_option(code)) {
        int option = option_of(code);
        args[0] = opt->value[option];
        args[1] = with_dashes(arena, ek_option_rows[option].name);
        return EK_M_bad_value;
    }
    args[0] = refused(arena, argv);
    return code == ':'            ? EK_M_no_argument
           : optopt >= FIRST_LONG ? EK_M_no_value
                                  : EK_M_bad_option;
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
    bool good = true;
    for (int code; (code = getopt_long(argc, argv, tables.letters, tables.longs,
                                       NULL)) != -1;) {
        if (is_option(code) &&
            take(opt, arena, option_of(code), ek_str_of(optarg)))
            continue;
        if (good)
            *wrong = misuse(opt, arena, code, argv, args);
        good = false; /* a language that follows is the one to say it in */
    }
    for (int i = optind; i < argc; i++)
        EK_PUSH(arena, opt->operands, ek_str_of(argv[i]));
    return good;
}
