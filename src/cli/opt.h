/* SPDX-License-Identifier: Apache-2.0 */
/* The options of all commands: one table (options.def) for parsing and help. */
#ifndef EK_CLI_OPT_H
#define EK_CLI_OPT_H

#include "base/vec.h"
#include "base/words.h"
#include "cli/messages.h"

#include <stdint.h>

enum ek_command_bit {
    EK_C_SCAN = 1,
    EK_C_EXPLAIN = 2,
    EK_C_PATTERNS = 4,
    EK_C_EVALUATE = 8,
    EK_C_FACTS = 16,
    EK_C_COMPARE = 32,
    EK_C_REPORT = 64,
    EK_C_DIFF = 128,
    EK_C_JUDGE = 1457, /* scan, facts, compare, diff, decide, watch */
    EK_C_DECIDE = 256,
    EK_C_HISTORY = 512,
    EK_C_WATCH = 1024,
    EK_C_ALL = 2047,
};

enum ek_option {
#define EK_OPTION(name, long, short, value, commands, en) EK_O_##name,
#include "cli/options.def"
#undef EK_OPTION
    EK_OPTIONS
};

struct ek_option_row {
    const char *name;
    char letter;       /* 0 = none */
    const char *value; /* NULL = takes none */
    unsigned commands;
    ek_msgid about;
};
extern const struct ek_option_row ek_option_rows[EK_OPTIONS];

struct ek_opt {
    ek_lang lang;
    ek_str value[EK_OPTIONS]; /* last one given; empty when not given */
    bool given[EK_OPTIONS];
    EK_VEC(ek_str) formats;
    EK_VEC(ek_str) facts;
    EK_VEC(ek_str) limits;
    EK_VEC(ek_str) fields;
    EK_VEC(ek_str) operands;
    uint32_t min_support;
};

/* The language of messages as gettext finds it: the first of LC_ALL,
 * LC_MESSAGES and LANG that is set names the locale; unless that is C, the list
 * of LANGUAGE goes before it. */
ek_lang ek_opt_locale(void);
/* Parses the arguments of a command; false with *wrong and its arguments set
 * for the first that is no good. Strings borrow from argv. */
bool ek_opt_parse(struct ek_opt *opt, ek_arena *arena, unsigned command,
                  int argc, char **argv, enum ek_message *wrong,
                  ek_str args[2]);

#endif
