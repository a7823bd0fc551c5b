/* SPDX-License-Identifier: Apache-2.0 */
/* What the loader of tables refuses, and that it says where. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pattern/table_load.h"

#define ROW "provisions=\"P06\" certainty=\"text\""
#define WHY                                                                    \
    "<reason lang=\"ja\">理由</reason><reason lang=\"en\">because</reason>"
#define TITLE "<title lang=\"ja\">表</title><title lang=\"en\">table</title>\n"
#define FINDING                                                                \
    "<table id=\"T\" of=\"finding\" clauses=\"provider-viewing "               \
    "deletion\">" TITLE
#define ITEM "<table id=\"I\" of=\"item\" evidence=\"T\">" TITLE
#define LAST                                                                   \
    "<row id=\"T9\" gives=\"neutral\" " ROW ">" WHY "</row>\n</table>\n"
#define STATUSES                                                               \
    "<table id=\"statuses\" of=\"words\"><title lang=\"ja\">語</title>"       \
    "<title lang=\"en\">words</title><row id=\"open\"><label "                 \
    "lang=\"ja\">未確認</label><label lang=\"en\">open</label></row></table>"

static ek_pack *
small_pack(ek_arena *arena)
{
    ek_pack *pack = ek_arena_alloc(arena, sizeof *pack);
    pack->arena = arena;
    ek_clause clause = {.id = EK_STR("provider-viewing")};
    EK_PUSH(arena, pack->clauses, clause);
    clause.id = EK_STR("deletion");
    EK_PUSH(arena, pack->clauses, clause);
    ek_provision provision = {.id = EK_STR("P06")};
    EK_PUSH(arena, pack->provisions, provision);
    ek_question question = {.id = EK_STR("RQ-1"), .to = EK_STR("reviewer")};
    EK_PUSH(arena, pack->questions, question);
    ek_fact fact = {.id = EK_STR("U6"),
                    .values = EK_STR("yes no unknown"),
                    .fallback = EK_STR("unknown")};
    EK_PUSH(arena, pack->facts, fact);
    return pack;
}

static void
write_tables(char *path, const char *body)
{
    int fd = mkstemp(path);
    FILE *file = fd >= 0 ? fdopen(fd, "wb") : NULL;
    assert_non_null(file);
    fprintf(file, "<tables>\n%s</tables>\n", body);
    fclose(file);
}

/* The first complaint without the name of the file: "3: table_dead T2". */
static ek_str
first_complaint(ek_arena *arena, const char *body)
{
    char path[] = "tables-XXXXXX";
    ek_diag diag = ek_diag_on(arena);
    ek_pack *pack = small_pack(arena);
    write_tables(path, body);
    ek_status status = ek_tables_load(pack, ek_str_of(path), &diag);
    if (status == EK_OK)
        status = ek_tables_check(pack, &diag);
    unlink(path);
    assert_int_equal(status == EK_OK, diag.lines.n == 0);
    if (!diag.lines.n)
        return EK_STR("none");
    const ek_diag_line *line = &diag.lines.v[0];
    assert_true(ek_str_is(line->file, path));
    return ek_arena_printf(arena, "%u: %s %.*s", line->line,
                           ek_diag_word(line->code), EK_ARG(line->args[0]));
}

static const struct refusal {
    const char *body, *complaint;
} refusals[] = {
    {FINDING LAST, "none"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW "><when acts=\"view\"/>" WHY
             "</row></table>",
     "2: table_default T"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW
             "><when acts=\"view use\"/>" WHY
             "</row>\n<row id=\"T2\" gives=\"review\" " ROW
             "><when acts=\"use\" clause=\"deletion\"/>" WHY "</row>\n" LAST,
     "4: table_dead T2"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW ">" WHY "</row>\n" LAST,
     "4: table_dead T9"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW
             "><when acts=\"view\"><unless acts=\"view use\"/></when>" WHY
             "</row>" LAST,
     "3: table_dead T1"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW
             "><when acts=\"view\"><unless object=\"metadata\"/></when>" WHY
             "</row><row id=\"T2\" gives=\"strong\" " ROW
             "><when acts=\"view\"/>" WHY "</row>" LAST,
     "none"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW
             "><when clause=\"no-such\"/>" WHY "</row>\n" LAST,
     "3: pack_unknown no-such"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW "><when acts=\"peek\"/>" WHY
             "</row>\n" LAST,
     "3: pack_value peek"},
    {FINDING "<row id=\"T1\" gives=\"strong\" " ROW "><when mood=\"view\"/>" WHY
             "</row>\n" LAST,
     "3: pack_unknown mood"},
    {FINDING "<row id=\"T1\" gives=\"grave\" " ROW ">" WHY "</row></table>",
     "3: pack_value grave"},
    {FINDING "<row id=\"T9\" gives=\"strong\" " ROW "><when acts=\"view\"/>" WHY
             "</row>\n" LAST,
     "4: pack_twice T9"},
    {FINDING LAST FINDING "\n<row id=\"T8\" gives=\"none\" " ROW ">" WHY
                          "</row></table>",
     "5: pack_twice T"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" provisions=\"P99\" "
             "certainty=\"text\">" WHY "</row></table>",
     "3: pack_unknown P99"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" provisions=\"P06\" "
             "certainty=\"sure\">" WHY "</row></table>",
     "3: pack_value sure"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" asks=\"RQ-99\" " ROW ">" WHY
             "</row></table>",
     "3: pack_unknown RQ-99"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" " ROW "><reason "
             "lang=\"en\">this is safe</reason>\n<reason "
             "lang=\"ja\">理由</reason></row></table>",
     "3: pack_banned safe"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" " ROW ">\n<reason "
             "lang=\"en\">x</reason>\n<reason lang=\"ja\">許可不要</reason>"
             "</row></table>",
     "5: pack_banned 許可不要"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" " ROW
             "><reason lang=\"en\">x</reason></row></table>",
     "3: pack_child row"},
    {FINDING LAST ITEM "<row id=\"I1\" status=\"fine\" " ROW ">" WHY
                       "</row></table>",
     "6: pack_unknown fine"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when>\n<fact id=\"U99\" is=\"yes\"/></when>" WHY "</row>"
     "<row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "8: pack_unknown U99"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when>\n<fact id=\"U6\" is=\"maybe\"/></when>" WHY "</row>"
     "<row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "8: pack_unknown maybe"},
    {FINDING LAST STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
                           "><when><evidence row=\"T7\"/></when>" WHY "</row>"
                           "<row id=\"I2\" status=\"open\" " ROW ">" WHY
                           "</row></table>",
     "7: pack_unknown T7"},
    {FINDING LAST STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
                           "><when><verdict item=\"I\"/></when>" WHY "</row>"
                           "<row id=\"I2\" status=\"open\" " ROW ">" WHY
                           "</row></table>",
     "7: pack_unknown I"},
    {STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW ">" WHY
              "</row></table>" FINDING LAST,
     "3: pack_unknown T"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" " ROW
             "><when><verdict item=\"I\"/></when>" WHY "</row></table>",
     "3: pack_element verdict"},
    {"<rows/>", "2: pack_element rows"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when><evidence gives=\"strong\"/></when>" WHY "</row>"
     "<row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "7: pack_unknown strong"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when><said any=\"kind.none\" least=\"1\"/></when>" WHY
     "</row><row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "7: pack_unknown kind.none"},
    {FINDING LAST STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
                           "><when><said any=\"kind.none\" least=\"few\"/>"
                           "</when>" WHY "</row></table>",
     "7: pack_value few"},
    {FINDING LAST STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
                           "><when><said any=\"kind.none\"/></when>" WHY
                           "</row></table>",
     "7: pack_attribute said"},
    {FINDING LAST STATUSES "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
                           "><when><function named=\"no\"/></when>" WHY
                           "</row><row id=\"I2\" status=\"open\" " ROW ">" WHY
                           "</row></table>",
     "7: pack_unknown function"},
    {FINDING "<row id=\"T1\" gives=\"neutral\" " ROW "><when in=\"memo\"/>" WHY
             "</row></table>",
     "3: pack_value memo"},
    {FINDING LAST STATUSES
     "\n<table id=\"I\" of=\"item\" yields-to=\"D9\">" TITLE
     "<row id=\"I1\" status=\"open\" " ROW ">" WHY "</row></table>",
     "6: pack_unknown D9"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when><fact id=\"U6\" is=\"yes\"/><fact id=\"U6\" is=\"no\"/></when>" WHY
     "</row>"
     "<row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "7: table_dead I1"},
    {FINDING LAST STATUSES
     "\n" ITEM "<row id=\"I1\" status=\"open\" " ROW
     "><when><fact id=\"U6\" is=\"yes\"/><unless><fact id=\"U6\" "
     "is=\"yes no\"/></unless></when>" WHY "</row>"
     "<row id=\"I2\" status=\"open\" " ROW ">" WHY "</row></table>",
     "7: table_dead I1"},
    {"<table></wrong>", "2: pack_xml "},
};

static void
what_cannot_work_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        ek_arena *arena = ek_arena_new(0);
        ek_str got = first_complaint(arena, refusals[i].body);
        ek_str wanted = ek_str_of(refusals[i].complaint);
        if (!ek_str_starts(got, wanted))
            fail_msg("row %zu: expected '%s', got '%.*s'", i,
                     refusals[i].complaint, EK_ARG(got));
        ek_arena_free(arena);
    }
}

static void
a_missing_file_is_told(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    ek_status status =
        ek_tables_load(small_pack(arena), EK_STR("no-such.xml"), &diag);
    assert_int_equal(status, EK_EIO);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_open);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_work_is_refused_with_its_line),
        cmocka_unit_test(a_missing_file_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
