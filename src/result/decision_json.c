/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/decision_json.h"

void
ek_decision_give(ek_arena *arena, json_t *o, const ek_decision *d)
{
    ek_give_text(arena, o, "contract", d->contract);
    ek_give_text(arena, o, "about", ek_str_of(ek_about_word(d->about)));
    ek_give_text(arena, o, "subject", d->subject);
    ek_give_text(arena, o, "fingerprint", d->fingerprint);
    ek_give_text(arena, o, "date", d->date);
    ek_give_text(arena, o, "id", d->id);
    ek_give_text(arena, o, "replaces", d->replaces);
    ek_give_text(arena, o, "state", ek_str_of(ek_decided_word(d->state)));
    ek_give_text(arena, o, "author", d->author);
    ek_give_text(arena, o, "reason", d->reason);
    ek_give_text(arena, o, "expires", d->expires);
    ek_give_text(arena, o, "rule", d->rule);
    ek_give_text(arena, o, "wording", d->wording);
    ek_give_number(arena, o, "alike", d->alike);
    ek_give_text(arena, o, "quote", d->quote);
}

static bool
take_about(ek_decision *d, struct ek_taken *from)
{
    ek_str word;
    return ek_take_text(&word, from, "about") &&
           (ek_about_of(word, &d->about) || ek_take_fail(from->taker, "about"));
}

static bool
take_state(ek_decision *d, struct ek_taken *from)
{
    ek_str word;
    return ek_take_text(&word, from, "state") &&
           (ek_decided_of(word, &d->state) ||
            ek_take_fail(from->taker, "state"));
}

bool
ek_decision_take(ek_decision *d, struct ek_taken *from)
{
    return ek_take_text(&d->contract, from, "contract") &&
           take_about(d, from) && ek_take_text(&d->subject, from, "subject") &&
           ek_take_text(&d->fingerprint, from, "fingerprint") &&
           ek_take_text(&d->date, from, "date") &&
           ek_take_text(&d->id, from, "id") &&
           ek_take_text(&d->replaces, from, "replaces") &&
           take_state(d, from) && ek_take_text(&d->author, from, "author") &&
           ek_take_text(&d->reason, from, "reason") &&
           ek_take_text(&d->expires, from, "expires") &&
           ek_take_text(&d->rule, from, "rule") &&
           ek_take_text(&d->wording, from, "wording") &&
           ek_take_number(&d->alike, from, "alike") &&
           ek_take_text(&d->quote, from, "quote");
}

void
ek_decision_write(ek_buf *out, const ek_decision *decision)
{
    struct ek_json_holder *holder = ek_json_hold(out->arena);
    holder->json = json_object();
    ek_decision_give(out->arena, holder->json, decision);
    ek_give_out(out, holder->json);
    ek_json_let_go(holder);
}

static void
give_redline(ek_arena *arena, json_t *o, const ek_review *review)
{
    json_t *list = ek_give_list(arena, o, "redline");
    for (size_t i = 0; i < review->redline.n; i++) {
        json_t *piece = ek_give_item(arena, list);
        ek_give_text(arena, piece, "kind",
                     (ek_str){&review->redline.v[i].kind, 1});
        ek_give_text(arena, piece, "text", review->redline.v[i].text);
    }
}

void
ek_reviews_give(ek_arena *arena, json_t *root, const ek_result *r)
{
    if (r->reviews.v.n == 0)
        return;
    json_t *list = ek_give_list(arena, root, "decisions");
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        const ek_review *review = &r->reviews.v.v[i];
        json_t *o = ek_give_item(arena, list);
        ek_give_text(arena, o, "standing",
                     ek_str_of(ek_standing_word(review->standing)));
        if (review->finding != EK_DECIDED_NOTHING)
            ek_give_number(arena, o, "finding", review->finding);
        if (review->verdict != EK_DECIDED_NOTHING)
            ek_give_number(arena, o, "verdict", review->verdict);
        ek_decision_give(arena, ek_give_object(arena, o, "decision"),
                         &review->decision);
        if (review->redline.n)
            give_redline(arena, o, review);
    }
}

static bool
take_index(uint32_t *out, struct ek_taken *from, const char *key, size_t n)
{
    *out = EK_DECIDED_NOTHING;
    if (!ek_take_has(from, key))
        return true;
    return ek_take_number(out, from, key) &&
           (*out < n || ek_take_fail(from->taker, "decision about nothing"));
}

static bool
take_piece(ek_review *review, struct ek_taken *from)
{
    ek_str kind;
    struct ek_reworded piece = {0};
    bool good = ek_take_word(&kind, from, "kind", EK_STR("= - +")) &&
                ek_take_text(&piece.text, from, "text") &&
                ek_take_close(from, "redline");
    piece.kind = good ? kind.p[0] : '=';
    EK_PUSH(from->taker->arena, review->redline, piece);
    return good;
}

static bool
take_redline(ek_review *review, struct ek_taken *from)
{
    const json_t *list;
    if (!ek_take_has(from, "redline"))
        return true;
    if (!ek_take_array(&list, from, "redline"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        if (!ek_take_open(&one, from->taker, json_array_get(list, i),
                          "redline") ||
            !take_piece(review, &one))
            return false;
    }
    return review->redline.n || ek_take_fail(from->taker, "redline");
}

static bool
take_review(ek_review *review, struct ek_taken *from, const ek_result *r)
{
    ek_str word;
    struct ek_taken decision;
    return ek_take_text(&word, from, "standing") &&
           (ek_standing_of(word, &review->standing) ||
            ek_take_fail(from->taker, "standing")) &&
           take_index(&review->finding, from, "finding", r->findings.v.n) &&
           take_index(&review->verdict, from, "verdict",
                      r->verdicts.n + r->checklist.n) &&
           ek_take_object(&decision, from, "decision") &&
           ek_decision_take(&review->decision, &decision) &&
           ek_take_close(&decision, "decision") && take_redline(review, from) &&
           ek_take_close(from, "decisions");
}

bool
ek_reviews_take(ek_result *r, struct ek_taken *root)
{
    const json_t *list;
    if (!ek_take_has(root, "decisions"))
        return true;
    if (!ek_take_array(&list, root, "decisions"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_review review = {.standing = EK_STANDING_ORPHAN};
        struct ek_taken one;
        if (!ek_take_open(&one, root->taker, json_array_get(list, i),
                          "decisions") ||
            !take_review(&review, &one, r))
            return false;
        EK_PUSH(r->arena, r->reviews.v, review);
    }
    return r->reviews.v.n || ek_take_fail(root->taker, "decisions");
}
