/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "odt_helpers.h"
#include "text_helpers.h"

static void
lists_show_their_numbers(void **state)
{
    static const struct odt_row rows[] = {
        {LIST("text:style-name='N'",
              ITEM(P("a") P("more") LIST(
                  "", ITEM(P("b")) ITEM(P("c") LIST("", ITEM(P("d"))))))
                  ITEM(P("e"))),
         "1. a\n\nmore\n\n  (a) b\n\n  (b) c\n\n    1.b.i d\n\n2. e\n"},
        {LIST("text:style-name='J'",
              ITEM(P("a") LIST("", ITEM(P("b") LIST("", ITEM(P("c"))))))
                  ITEM(P("d"))),
         "第3条 a\n\n  一 b\n\n    ア c\n\n第4条 d\n"},
        {LIST("text:style-name='P'", ITEM(P("a") LIST("", ITEM(P("b"))))),
         "No. 1: a\n\n  1-A b\n"},
        {LIST("text:style-name='B'",
              ITEM(P("a")) "<text:list-header>" P("b") "</text:list-header>"),
         "- a\n\nb\n"},
        {"<text:list text:style-name='N'>"
         "<text:list-item text:start-value='7'><text:p>a</text:p>"
         "</text:list-item><text:list-item><text:p>b</text:p>"
         "</text:list-item></text:list>",
         "7. a\n\n8. b\n"},
        {LIST("text:style-name='N'", ITEM("<text:h text:outline-level='1'>Fees"
                                          "</text:h>")),
         "# 1. Fees\n"},
    };
    ODT_CHECK(state, LISTS, rows);
}

static void
lists_go_on(void **state)
{
    static const struct odt_row rows[] = {
        {LIST("text:style-name='N' xml:id='x'", ITEM(P("a"))) P("-")
             LIST("text:style-name='N'", ITEM(P("b")))
                 LIST("text:style-name='N' text:continue-numbering='true'",
                      ITEM(LIST("", ITEM(P("c")))) ITEM(P("d")))
                     LIST("text:style-name='N' text:continue-list='x'",
                          ITEM(P("e"))),
         "1. a\n\n-\n\n1. b\n\n  (a) c\n\n2. d\n\n2. e\n"},
        {"<text:numbered-paragraph text:list-id='y' text:style-name='N'>"
         "<text:p>a</text:p></text:numbered-paragraph>"
         "<text:numbered-paragraph text:list-id='y' text:level='2' "
         "text:style-name='N'><text:p>b</text:p></text:numbered-paragraph>",
         "1. a\n\n  (a) b\n"},
    };
    ODT_CHECK(state, LISTS, rows);
}

static void
the_outline_numbers_headings(void **state)
{
    static const struct odt_row rows[] = {
        {"<text:h text:style-name='H1' text:outline-level='1'>A</text:h>"
         "<text:h text:style-name='H2' text:outline-level='2'>B</text:h>"
         "<text:h text:style-name='H1' text:outline-level='1' "
         "text:is-list-header='true'>C</text:h>"
         "<text:h text:style-name='X' text:outline-level='1'>D</text:h>"
         "<text:h text:style-name='P' text:outline-level='1' "
         "text:restart-numbering='true' text:start-value='5'>E</text:h>",
         "# 1 A\n\n## 1.1 B\n\n# C\n\n# D\n\n# 5 E\n"},
        {"<text:p text:style-name='H2'>A</text:p>"
         "<text:p text:style-name='Heading_20_3'>B</text:p>"
         "<text:p text:style-name='H2'>It is said so.</text:p>",
         "## A\n\n### B\n\nIt is said so.\n"},
    };
    ODT_CHECK(state,
              "<office:styles><text:outline-style><text:outline-level-style "
              "text:level='1' style:num-format='1'/><text:outline-level-style "
              "text:level='2' style:num-format='1' text:display-levels='2'/>"
              "</text:outline-style><style:style style:name='H1' "
              "style:default-outline-level='1'/><style:style style:name='H2' "
              "style:default-outline-level='2'/><style:style style:name='P' "
              "style:parent-style-name='H1'/><style:style style:name='X' "
              "style:parent-style-name='H1' style:list-style-name=''/>"
              "<style:style style:name='Heading_20_3'/>"
              "</office:styles>",
              rows);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(lists_show_their_numbers),
        TEST(lists_go_on),
        TEST(the_outline_numbers_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
