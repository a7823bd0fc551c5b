/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "frame_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static bool
is_of(const struct ek_act *act, const char *concept)
{
    return ek_bits_has(&act->concepts,
                       ek_pack_concept(pack, ek_str_of(concept)));
}

static const struct ek_act *
act_in(const ek_frames *frames, const ek_frame *frame, const char *concept)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *act = &frames->acts.v[frame->first_act + i];
        if (is_of(act, concept))
            return act;
    }
    return NULL;
}

/* The first frame of a kind of part that has the act. */
static const struct ek_act *
find(const ek_frames *frames, ek_part_kind kind, const char *concept)
{
    for (size_t i = 0; i < frames->v.n; i++)
        if (frames->v.v[i].kind == kind &&
            act_in(frames, &frames->v.v[i], concept))
            return act_in(frames, &frames->v.v[i], concept);
    return NULL;
}

static bool
acts_as(const struct ek_act *act, const char *actor)
{
    return act->actor == ek_qualifier_bit(EK_Q_actor, ek_str_of(actor));
}

static bool
is_about(const struct ek_act *act, const char *concept)
{
    return ek_bits_has(&act->object, ek_pack_concept(pack, ek_str_of(concept)));
}

struct reading {
    const char *words, *act;
    ek_part_kind kind;
    ek_polarity polarity;
    const char *actor, *object;
};

static void
check_readings(const struct reading *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ek_frames frames = frames_of(rows[i].words);
        const struct ek_act *act = find(&frames, rows[i].kind, rows[i].act);
        if (!act)
            fail_msg("row %zu: no %s in: %s", i, rows[i].act, rows[i].words);
        if (act->polarity != rows[i].polarity)
            fail_msg("row %zu: polarity %d in: %s", i, (int)act->polarity,
                     rows[i].words);
        if (rows[i].actor && !acts_as(act, rows[i].actor))
            fail_msg("row %zu: actor %x in: %s", i, act->actor, rows[i].words);
        if (rows[i].object && !is_about(act, rows[i].object))
            fail_msg("row %zu: no %s in: %s", i, rows[i].object, rows[i].words);
    }
}

static void
english_is_read_by_polarity_actor_and_object(void **state)
{
    (void)state;
    static const struct reading rows[] = {
        {"We may access Customer Data.", "act.view", EK_PART_MAIN, EK_PERMIT,
         "provider", "object.stored"},
        {"We will not access your files.", "act.view", EK_PART_MAIN, EK_FORBID,
         "provider", "object.stored"},
        {"We have no obligation to monitor your content.", "act.view",
         EK_PART_MAIN, EK_NEUTRAL, NULL, "object.stored"},
        {"Customer Data may be disclosed by us.", "act.disclose", EK_PART_MAIN,
         EK_PERMIT, "provider", "object.stored"},
        {"You're free to delete your files.", "act.delete", EK_PART_MAIN,
         EK_PERMIT, "customer", "object.stored"},
        {"If, for any reason, you are not pleased, you can delete your files.",
         "act.delete", EK_PART_MAIN, EK_PERMIT, "customer", "object.stored"},
        {"We shall cease all use of and erase Customer Data.", "act.delete",
         EK_PART_MAIN, EK_PERMIT, "provider", "object.stored"},
        {"We will not access your files except as required by law.", "act.view",
         EK_PART_EXCEPTION, EK_PERMIT, "provider", "object.stored"},
        {"We access your files only to back them up, unless a court orders us "
         "otherwise.",
         "act.view", EK_PART_EXCEPTION, EK_PERMIT, "provider", "object.stored"},
    };
    check_readings(rows, sizeof rows / sizeof *rows);
}

static void
japanese_is_read_from_the_end(void **state)
{
    (void)state;
    static const struct reading rows[] = {
        {"当社は、契約者データを閲覧することができます。", "act.view",
         EK_PART_MAIN, EK_PERMIT, "provider", "object.stored"},
        {"当社は、契約者データを閲覧しません。", "act.view", EK_PART_MAIN,
         EK_FORBID, "provider", "object.stored"},
        {"当社は、法令に基づく場合を除き、契約者データを開示しません。",
         "act.disclose", EK_PART_EXCEPTION, EK_PERMIT, NULL, NULL},
        {"当社は、契約者データを監視する義務を負いません。", "act.view",
         EK_PART_MAIN, EK_NEUTRAL, NULL, NULL},
    };
    check_readings(rows, sizeof rows / sizeof *rows);
}

static void
list_items_continue_their_lead_in(void **state)
{
    (void)state;
    static const struct reading rows[] = {
        {"We may disclose your content:\n\n- to comply with a court order;\n"
         "- to our auditors.\n",
         "act.disclose", EK_PART_MAIN, EK_PERMIT, "provider", "object.stored"},
    };
    check_readings(rows, sizeof rows / sizeof *rows);
    ek_frames frames = frames_of("We may disclose your content:\n\n"
                                 "- to comply with a court order;\n");
    const ek_frame *item = &frames.v.v[frames.v.n - 1];
    const struct ek_act *act = act_in(&frames, item, "act.disclose");
    assert_non_null(act);
    assert_false(act->own);
    assert_true(ek_bits_has(&item->own,
                            ek_pack_concept(pack, EK_STR("authority.court"))));
    frames = frames_of("当社は、次の場合を除いて、承諾を得ずに契約者データを"
                       "提供することはありません:\n\n1. 法令に基づく場合\n");
    item = &frames.v.v[frames.v.n - 1];
    act = act_in(&frames, item, "act.disclose");
    assert_non_null(act);
    assert_int_equal(act->polarity, EK_PERMIT);
    frames = frames_of("We may process your files for our protection. For "
                       "example:\n\n- to detect fraud;\n");
    item = &frames.v.v[frames.v.n - 1];
    assert_non_null(act_in(&frames, item, "act.process"));
}

static void
a_consent_asked_in_that_case_counts_for_the_case(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "当社は、調査のため登録文書を閲覧することがあります。この場合、当社は、"
        "その都度、事前にお客様の承諾を得るものとします。",
        "We may open your files. In that case we will first obtain your prior "
        "written consent."};
    size_t prior = ek_pack_concept(pack, EK_STR("consent.prior"));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ek_frames frames = frames_of(texts[i]);
        assert_true(ek_bits_has(&frames.v.v[0].given, prior));
    }
    ek_frames frames = frames_of("We may open your files. In that case we will "
                                 "tell you.");
    assert_false(ek_bits_has(&frames.v.v[0].given, prior));
}

static void
items_within_a_sentence_continue_what_stands_before_them(void **state)
{
    (void)state;
    static const struct reading rows[] = {
        {"We will not (a) read your messages; or (b) sell your files.",
         "act.disclose", EK_PART_COORDINATE, EK_FORBID, "provider",
         "object.stored"},
        {"We will not:\n\n- inspect your files;\n- print them.\n", "act.view",
         EK_PART_MAIN, EK_FORBID, "provider", "object.stored"},
        {"We will not disclose your files except (a) to a court; or (b) with "
         "your prior consent.",
         "act.disclose", EK_PART_EXCEPTION, EK_PERMIT, "provider",
         "object.stored"},
        {"We have no duty to monitor your files, but have the right to do so "
         "in order to enforce these terms.",
         "act.view", EK_PART_COORDINATE, EK_PERMIT, "provider",
         "object.stored"},
    };
    check_readings(rows, sizeof rows / sizeof *rows);
    ek_frames frames =
        frames_of("We may open your files to (a) repair a fault; and (b) "
                  "protect the safety of any person.");
    assert_int_equal(frames.v.n, 3);
    assert_true(ek_bits_has(&frames.v.v[2].own,
                            ek_pack_concept(pack, EK_STR("purpose.protect"))));
    assert_false(ek_bits_has(&frames.v.v[1].own,
                             ek_pack_concept(pack, EK_STR("purpose.protect"))));
    assert_non_null(act_in(&frames, &frames.v.v[1], "act.view"));
}

static void
a_defined_term_takes_the_meaning_of_its_definition(void **state)
{
    (void)state;
    ek_frames frames =
        frames_of("\"Vault Matter\" means the data that Customer uploads to "
                  "the Service.\n\nWe may inspect the Vault Matter.\n");
    const struct ek_act *act = find(&frames, EK_PART_MAIN, "act.view");
    assert_non_null(act);
    assert_true(is_about(act, "object.stored"));
}

/* The last act of a concept in the text. */
static const struct ek_act *
last_act(const ek_frames *frames, const char *concept)
{
    const struct ek_act *last = NULL;
    for (size_t i = 0; i < frames->v.n; i++) {
        const struct ek_act *act = act_in(frames, &frames->v.v[i], concept);
        last = act ? act : last;
    }
    return last;
}

static void
what_points_back_is_about_what_was_named(void **state)
{
    (void)state;
    ek_frames frames =
        frames_of("Your files belong to you. We use them to develop new "
                  "services.\n");
    assert_true(is_about(last_act(&frames, "act.use"), "object.stored"));
    frames = frames_of("You grant us a licence to use your content.\n\nThis "
                       "licence is for the purpose of:\n\n- promoting the "
                       "service\n");
    assert_true(is_about(last_act(&frames, "act.license"), "object.stored"));
    frames = frames_of("We keep the rooms cool. We use them daily.\n");
    assert_false(is_about(last_act(&frames, "act.use"), "object.stored"));
}

static void
a_lead_in_without_an_act_forbids_its_items(void **state)
{
    (void)state;
    ek_frames frames = frames_of("当社は、次のことを行いません。\n\n"
                                 "- お客様のファイルを広告に使うこと\n");
    assert_int_equal(last_act(&frames, "act.use")->polarity, EK_FORBID);
    frames = frames_of("当社は、次のことを行います。\n\n"
                       "- お客様のファイルを広告に使うこと\n");
    assert_int_equal(last_act(&frames, "act.use")->polarity, EK_PERMIT);
}

static void
a_caption_among_items_says_their_act(void **state)
{
    (void)state;
    ek_frames frames =
        frames_of("プライバシーポリシー\n\n第1条(個人情報)\n"
                  "当社は、以下の個人情報を取得します。\n氏名\nチャットの内容\n"
                  "個人情報の利用目的\n質問への回答\n");
    const ek_frame *frame = &frames.v.v[frames.v.n - 1];
    const struct ek_act *act = act_in(&frames, frame, "act.use");
    assert_non_null(act);
    assert_true(is_about(act, "object.stored"));
    assert_null(act_in(&frames, frame, "act.obtain"));
}

static void
the_provider_is_known_by_its_name(void **state)
{
    (void)state;
    ek_frames frames = frames_of(
        "Quillmere may suspend the Service.\n\nQuillmere will send "
        "invoices.\n\nQuillmere shall keep records.\n\nQuillmere may review "
        "Customer Data.\n");
    const struct ek_act *act = NULL;
    for (size_t i = 0; i < frames.v.n; i++)
        if (act_in(&frames, &frames.v.v[i], "act.view"))
            act = act_in(&frames, &frames.v.v[i], "act.view");
    assert_non_null(act);
    assert_true(acts_as(act, "provider"));
}

static bool
goes_to(const char *words, const char *act, const char *whom)
{
    ek_frames frames = frames_of(words);
    for (size_t i = 0; i < frames.v.n; i++) {
        const struct ek_act *found = act_in(&frames, &frames.v.v[i], act);
        if (found &&
            ek_bits_has(&found->to, ek_pack_concept(pack, ek_str_of(whom))))
            return true;
    }
    return false;
}

static void
an_act_knows_to_whom_it_is_done(void **state)
{
    (void)state;
    assert_true(goes_to("We may disclose your files to our affiliates.",
                        "act.disclose", "actor.affiliate"));
    assert_false(goes_to("We may disclose files received from affiliates.",
                         "act.disclose", "actor.affiliate"));
    ek_frames f = frames_of("Partners may be given your files.");
    assert_true(is_about(find(&f, EK_PART_MAIN, "act.pass"), "object.stored"));
    assert_true(goes_to("当社は、子会社に開示します。", "act.disclose",
                        "actor.affiliate"));
}

static void
a_lifted_bar_is_a_permission(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "We will not disclose your files.\n\nThe foregoing does not apply "
        "where "
        "a court orders us to do so.",
        "当社は、保存されたデータを開示しません。\n\n"
        "前項の規定は、裁判所の命令がある場合には適用しない。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ek_frames frames = frames_of(texts[i]);
        const ek_frame *last = &frames.v.v[frames.v.n - 1];
        const struct ek_act *act = act_in(&frames, last, "act.disclose");
        assert_non_null(act);
        assert_int_equal(act->polarity, EK_PERMIT);
        assert_true(is_about(act, "object.stored"));
    }
}

static void
that_case_is_the_one_before(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "A court may ask us for your files. In that case we will tell you.",
        "裁判所から命令を受けることがあります。この場合、契約者に通知します。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ek_frames frames = frames_of(texts[i]);
        const ek_frame *last = &frames.v.v[frames.v.n - 1];
        uint32_t court = ek_pack_concept(pack, EK_STR("authority.court"));
        assert_false(ek_bits_has(&last->own, court));
        assert_true(ek_bits_has(&last->inherited, court));
    }
}

static void
a_consent_has_its_giver(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool given;
    } rows[] = {
        {"Files are read with the customer's prior consent.", true},
        {"Files are read with our prior consent.", false},
        {"Files are read with the prior consent of the provider.", false},
        {"契約者の事前の承諾を得てファイルを開きます。", true},
        {"当社の事前の承諾を得てファイルを開きます。", false},
        {"管理責任者の事前の承諾を得てファイルを開きます。", true},
    };
    uint32_t prior = ek_pack_concept(pack, EK_STR("consent.prior"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_frames frames = frames_of(rows[i].text);
        assert_int_equal(ek_bits_has(&frames.v.v[0].own, prior), rows[i].given);
    }
    ek_frames frames = frames_of("委託者が許可した場合に限り、保存デー"
                                 "タを閲覧することができる。");
    assert_int_equal(frames.acts.v[0].actor, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_is_read_by_polarity_actor_and_object),
        cmocka_unit_test(japanese_is_read_from_the_end),
        cmocka_unit_test(list_items_continue_their_lead_in),
        cmocka_unit_test(a_consent_asked_in_that_case_counts_for_the_case),
        cmocka_unit_test(
            items_within_a_sentence_continue_what_stands_before_them),
        cmocka_unit_test(a_defined_term_takes_the_meaning_of_its_definition),
        cmocka_unit_test(what_points_back_is_about_what_was_named),
        cmocka_unit_test(a_lead_in_without_an_act_forbids_its_items),
        cmocka_unit_test(a_caption_among_items_says_their_act),
        cmocka_unit_test(the_provider_is_known_by_its_name),
        cmocka_unit_test(an_act_knows_to_whom_it_is_done),
        cmocka_unit_test(a_lifted_bar_is_a_permission),
        cmocka_unit_test(that_case_is_the_one_before),
        cmocka_unit_test(a_consent_has_its_giver),
    };
    return cmocka_run_group_tests(tests, load_pack, free_pack);
}
