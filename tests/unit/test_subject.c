/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "frame_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void
a_statement_is_about_its_first_subject(void **state)
{
    (void)state;
    static const struct {
        const char *words, *subject;
    } rows[] = {
        {"We maintain safeguards for content that you upload.", "provider"},
        {"You acknowledge that we maintain safeguards.", "provider"},
        {"You shall maintain safeguards of your own.", "customer"},
        {"Measures are kept in place by the provider.", "provider"},
        {"Safeguards are kept in place.", NULL},
        {"当社は、契約者が保存したデータを保護する措置を講じます。",
         "provider"},
        {"利用者は、自己の端末について安全対策を講じるものとします。",
         "customer"},
        {"安全な場所に保管してください。", "customer"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_frames frames = frames_of(rows[i].words);
        uint32_t wanted =
            rows[i].subject
                ? ek_qualifier_bit(EK_Q_actor, ek_str_of(rows[i].subject))
                : 0;
        if (frames.v.v[0].subject != wanted)
            fail_msg("row %zu: subject %x in: %s", i, frames.v.v[0].subject,
                     rows[i].words);
    }
}

static void
titles_and_questions_make_no_statement(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        bool name;
    } rows[] = {
        {"We encrypt all files on disk.", false},
        {"How do we encrypt your files?", true},
        {"データはどのように保護されますか?", true},
        {"データは暗号化して保管します。", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_frames frames = frames_of(rows[i].words);
        if (frames.v.v[0].name != rows[i].name)
            fail_msg("row %zu: %s", i, rows[i].words);
    }
}

static void
a_stray_line_is_read_in_the_language_of_the_document(void **state)
{
    (void)state;
    static const char words[] =
        "当社は、次の認証を取得し、毎年、独立した監査人による審査を受けています"
        "。審査の結果は、契約者の求めに応じて開示します。\n\n"
        "契約者は、審査の結果を第三者に開示してはなりません。審査の結果に誤りが"
        "あるときは、当社は速やかにこれを訂正し、契約者に通知します。\n\n"
        "- ISO 27001\n";
    ek_frames frames = frames_of(words);
    const ek_frame *last = &frames.v.v[frames.v.n - 1];
    assert_int_equal(last->lang, EK_LANG_JA);
    assert_true(ek_bits_has(&last->own,
                            ek_pack_concept(pack, EK_STR("cert.standard"))));
}

static void
a_thing_that_is_defined_by_its_owner_is_no_party(void **state)
{
    (void)state;
    ek_frames frames = frames_of("\"Audit Digest\" means the provider's yearly "
                                 "overview of outages.\n\nThe Audit Digest "
                                 "lists the outages.\n");
    const ek_frame *last = &frames.v.v[frames.v.n - 1];
    assert_false(ek_bits_has(&last->own,
                             ek_pack_concept(pack, EK_STR("actor.provider"))));
}

static void
a_heading_of_purposes_says_their_act(void **state)
{
    (void)state;
    static const char *const headings[] = {"2. Purpose of processing",
                                           "2. Nature and purpose:"};
    for (size_t i = 0; i < 2; i++) {
        char text[256];
        snprintf(
            text, sizeof text,
            "Data Processing Agreement\n\n1. Scope\n\nCustomer personal data "
            "are processed on behalf of the customer.\n\n%s\n\n"
            "Provision of the service.\n",
            headings[i]);
        ek_frames frames = frames_of(text);
        const ek_frame *frame = &frames.v.v[frames.v.n - 1];
        assert_int_equal(frame->acts, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_of_purposes_says_their_act),
        cmocka_unit_test(a_statement_is_about_its_first_subject),
        cmocka_unit_test(titles_and_questions_make_no_statement),
        cmocka_unit_test(a_stray_line_is_read_in_the_language_of_the_document),
        cmocka_unit_test(a_thing_that_is_defined_by_its_owner_is_no_party),
    };
    return cmocka_run_group_tests(tests, load_pack, free_pack);
}
