/* SPDX-License-Identifier: Apache-2.0 */
/* One run of the program: arguments, what went wrong, and how it is said. */
#ifndef EK_CLI_RUN_H
#define EK_CLI_RUN_H

#include "base/diag.h"
#include "cli/opt.h"
#include "ekimu_app.h"

/* What an exit status is made of; several may hold. */
enum ek_trouble {
    EK_TROUBLE_USAGE = 1,
    EK_TROUBLE_RULES = 2,
    EK_TROUBLE_UNREAD = 4,
    EK_TROUBLE_LIMIT = 8,
    EK_TROUBLE_FOUND = 16, /* at or above --fail-on */
};

struct ek_command;

struct ek_run {
    ek_arena *arena;
    const struct ek_command *command;
    struct ek_opt opt;
    ek_diag diag;
    unsigned troubles;
};

struct ek_command {
    const char *name;
    const char *operands; /* for the usage line */
    unsigned bit;         /* enum ek_command_bit */
    enum ek_message about;
    void (*run)(struct ek_run *run);
};

void ek_cmd_scan(struct ek_run *run);
void ek_cmd_report(struct ek_run *run);
void ek_cmd_compare(struct ek_run *run);
void ek_cmd_diff(struct ek_run *run);
void ek_cmd_decide(struct ek_run *run);
void ek_cmd_history(struct ek_run *run);
void ek_cmd_watch(struct ek_run *run);
void ek_cmd_facts(struct ek_run *run);
void ek_cmd_explain(struct ek_run *run);
void ek_cmd_patterns(struct ek_run *run);
void ek_cmd_evaluate(struct ek_run *run);

/* The exit status: the first of 2, 4, 3, 5, 1, 0 that holds. */
int ek_run_status(const struct ek_run *run);
/* "ekimu: message" on standard error. */
void ek_run_say(const struct ek_run *run, enum ek_message message, ek_str arg1,
                ek_str arg2);
/* Wrong usage: the message and where to read more. */
void ek_run_misuse(struct ek_run *run, enum ek_message message, ek_str arg1,
                   ek_str arg2);
/* Whether an option has one of these words, or is not given; else the misuse is
 * said. */
bool ek_run_choice(struct ek_run *run, enum ek_option option, ek_str words);
/* Says and forgets the diagnostics gathered so far. */
void ek_run_say_diag(struct ek_run *run);
/* Says what there is to say; false, and status 2, when something could not be
 * done that was asked. */
bool ek_run_works(struct ek_run *run, ek_status status);
/* Whether a document gave nothing because it could not be read (not because it
 * is no contract). */
bool ek_run_is_unread(const ek_document *document);
/* Adds the troubles that a result tells of. */
void ek_run_count(struct ek_run *run, const ek_result *result);
/* The same, and says what its notes say. */
void ek_run_take(struct ek_run *run, const ek_result *result);
bool ek_run_on_terminal(const struct ek_run *run);
/* Cells of the output: COLUMNS, else those of the terminal, else 80; of a file
 * always 80. */
unsigned ek_run_width(const struct ek_run *run);
/* --color, then NO_COLOR, then CLICOLOR_FORCE (but 0), then whether it is a
 * terminal that is not dumb; a file has none unless --color says so. */
bool ek_run_colour(const struct ek_run *run);

#endif
