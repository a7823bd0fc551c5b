/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/help.h"
#include "cli/run.h"
#include "cli/temporary.h"

#include <signal.h>
#include <stdio.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

static const struct ek_command commands[] = {
    {"scan", "[OPTION]... PATH...", EK_C_SCAN, EK_M_scan, ek_cmd_scan},
    {"report", "[OPTION]... RESULTS...", EK_C_REPORT, EK_M_report,
     ek_cmd_report},
    {"compare", "[OPTION]... CANDIDATE...", EK_C_COMPARE, EK_M_compare,
     ek_cmd_compare},
    {"diff", "[OPTION]... OLD NEW | --store FILE NAME[@VERSION]...", EK_C_DIFF,
     EK_M_diff, ek_cmd_diff},
    {"decide", "[OPTION]... CONTRACT [ID]...", EK_C_DECIDE, EK_M_decide,
     ek_cmd_decide},
    {"history", "--store FILE [OPTION]... [NAME]...", EK_C_HISTORY,
     EK_M_history, ek_cmd_history},
    {"watch", "[OPTION]... --store FILE DIR|REPOSITORY", EK_C_WATCH, EK_M_watch,
     ek_cmd_watch},
    {"facts", "[OPTION]... [PATH]...", EK_C_FACTS, EK_M_facts, ek_cmd_facts},
    {"explain", "[OPTION]... ID...", EK_C_EXPLAIN, EK_M_explain,
     ek_cmd_explain},
    {"patterns", "[OPTION]... list|check|test|profile [FILE]...", EK_C_PATTERNS,
     EK_M_patterns, ek_cmd_patterns},
    {"evaluate", "[OPTION]... FOLDER...", EK_C_EVALUATE, EK_M_evaluate,
     ek_cmd_evaluate},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const ek_str nothing = {"", 0};

static const struct ek_command *
command_of(ek_str name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (ek_str_is(name, commands[i].name))
            return &commands[i];
    return NULL;
}

static void
say_version(void)
{
    puts("ekimu " PACKAGE_VERSION);
}

static void
run_command(struct ek_run *run, int argc, char **argv)
{
    enum ek_message wrong;
    ek_str args[2] = {nothing, nothing};
    if (!ek_opt_parse(&run->opt, run->arena, run->command->bit, argc, argv,
                      &wrong, args))
        ek_run_misuse(run, wrong, args[0], args[1]);
    else if (run->opt.given[EK_O_help])
        ek_help_command(run, run->command);
    else if (run->opt.given[EK_O_version])
        say_version();
    else
        run->command->run(run);
}

/* "ekimu --help --lang ja": the options stand where the command would. */
static void
run_without_command(struct ek_run *run, int argc, char **argv)
{
    enum ek_message wrong;
    ek_str args[2] = {nothing, nothing};
    if (!ek_opt_parse(&run->opt, run->arena, EK_C_ALL, argc, argv, &wrong,
                      args)) {
        ek_run_misuse(run, wrong, args[0], args[1]);
    } else if (run->opt.given[EK_O_version]) {
        say_version();
    } else if (run->opt.given[EK_O_help]) {
        ek_help_program(run, commands, COMMANDS);
    } else {
        ek_run_misuse(run, EK_M_no_command, nothing, nothing);
        ek_run_say(run, EK_M_help_more, nothing, nothing);
    }
}

static void
run_all(struct ek_run *run, int argc, char **argv)
{
    ek_str first = ek_str_of(argc > 1 ? argv[1] : NULL);
    run->opt.lang = ek_opt_locale();
    if (!first.n || first.p[0] == '-') {
        run_without_command(run, argc, argv);
        return;
    }
    run->command = command_of(first);
    if (run->command) {
        run_command(run, argc - 1, argv + 1);
        return;
    }
    enum ek_message wrong;
    ek_str args[2];
    ek_opt_parse(&run->opt, run->arena, EK_C_ALL, argc - 1, argv + 1, &wrong,
                 args); /* for the language alone */
    ek_run_misuse(run, EK_M_bad_command, first, nothing);
    ek_run_say(run, EK_M_help_more, nothing, nothing);
}

static int
out_of_memory(void)
{
    ek_str text = ek_message_text(EK_M_no_memory, ek_opt_locale());
    fprintf(stderr, "ekimu: %.*s\n", EK_ARG(text));
    return 5;
}

/* Each pattern that is compiled takes large blocks and gives them back: the C
 * library would ask the kernel for them anew, two thousand times a start. */
static void
keep_freed_memory(void)
{
#ifdef __GLIBC__
    enum { KEPT = 8 * 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

int
main(int argc, char **argv)
{
    keep_freed_memory();
    signal(SIGPIPE, SIG_IGN);
    ek_temporary_watch();
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return out_of_memory();
    if (setjmp(*ek_arena_catch(arena))) {
        ek_temporary_remove_all();
        return out_of_memory();
    }
    struct ek_run *run = ek_arena_alloc(arena, sizeof *run);
    run->arena = arena;
    run->diag = ek_diag_on(arena);
    run_all(run, argc, argv);
    fflush(stdout);
    int status = ek_run_status(run);
    ek_arena_free(arena);
    return status;
}
