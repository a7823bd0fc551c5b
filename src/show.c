/* SPDX-License-Identifier: Apache-2.0 */
/* --show frames: how a document was read, for pattern authors; --show text:
 * the text that was read. */
#include "config.h"

#include "scan.h"

#include "base/words.h"
#include "base/written.h"
#include "clause/holds.h"
#include "read/box.h"
#include "seg/seg.h"

struct view {
    ek_buf *out;
    const ek_pack *pack;
    const ek_segs *segs;
    const ek_frames *frames;
    ek_lang lang;
};

static const char *
polarity_word(ek_polarity polarity)
{
    static const char *const words[EK_POLARITIES] = {"permit", "forbid",
                                                     "neutral", "may-not"};
    return words[polarity];
}

static void
add_bits(const struct view *view, const ek_bits *bits)
{
    for (size_t i = 0; i < view->pack->concepts.n && i < EK_BITS; i++)
        if (ek_bits_has(bits, (unsigned)i))
            ek_buf_printf(view->out, " %.*s",
                          EK_ARG(view->pack->concepts.v[i].id));
}

static void
add_value(ek_buf *out, ek_qualifier q, uint32_t bits)
{
    for (unsigned i = 0; ek_qualifier_word(q, i).n; i++)
        if (bits >> i & 1)
            ek_buf_printf(out, " %.*s", EK_ARG(ek_qualifier_word(q, i)));
    if (!bits)
        ek_buf_puts(out, " unknown");
}

enum show_word {
#define EK_SHOW(name, en) SHOW_##name,
#include "show.def"
#undef EK_SHOW
};

static ek_str
said(const struct view *view, unsigned word)
{
    static const ek_msgid words[] = {
#define EK_SHOW(name, en) {NULL, en},
#include "show.def"
#undef EK_SHOW
    };
    return ek_words_in(&words[word], view->lang);
}

static const char *const roles_read[] = {"purpose", "authority", "consent",
                                         "recipient"};

static bool
is_ground(const ek_concept *c)
{
    for (size_t i = 0; i < sizeof roles_read / sizeof *roles_read; i++)
        if (ek_str_is(c->role, roles_read[i]))
            return true;
    return false;
}

/* What the concepts of a set are about; grounds only, or all. */
static void
add_abouts(const struct view *view, const ek_bits *bits, bool grounds)
{
    const char *before = "";
    for (size_t i = 0; i < view->pack->concepts.n && i < EK_BITS; i++) {
        const ek_concept *c = &view->pack->concepts.v[i];
        if (!ek_bits_has(bits, (unsigned)i) || (grounds && !is_ground(c)))
            continue;
        ek_buf_puts(view->out, before);
        ek_buf_add(view->out, ek_label_in(&c->about, view->lang));
        before = " + ";
    }
}

static ek_str
actor_about(const struct view *view, uint32_t actor)
{
    for (size_t i = 0; i < view->pack->concepts.n; i++) {
        const ek_concept *c = &view->pack->concepts.v[i];
        if (ek_str_is(c->role, "actor") && c->value.bits[EK_Q_actor] == actor)
            return ek_label_in(&c->about, view->lang);
    }
    return said(view, SHOW_nobody);
}

static bool
has_ground(const struct view *view, const ek_bits *bits)
{
    for (size_t i = 0; i < view->pack->concepts.n && i < EK_BITS; i++)
        if (ek_bits_has(bits, (unsigned)i) &&
            is_ground(&view->pack->concepts.v[i]))
            return true;
    return false;
}

/* One act in words for people: who, may or must not, what, to what, why. */
static void
read_act(const struct view *view, const ek_frame *frame,
         const struct ek_act *act)
{
    ek_buf_printf(
        view->out, "    %.*s %.*s | %.*s | ",
        EK_ARG(said(view, act->conditional ? SHOW_condition : SHOW_reads)),
        EK_ARG(actor_about(view, act->actor)),
        EK_ARG(said(view, SHOW_permit + act->polarity)));
    add_abouts(view, &act->concepts, false);
    if (!ek_bits_empty(&act->object)) {
        ek_buf_printf(view->out, " | %.*s", EK_ARG(said(view, SHOW_to)));
        add_abouts(view, &act->object, false);
    }
    if (has_ground(view, &frame->own)) {
        ek_buf_printf(view->out, " | %.*s", EK_ARG(said(view, SHOW_why)));
        add_abouts(view, &frame->own, true);
    }
    ek_buf_putc(view->out, '\n');
}

static void
show_act(const struct view *view, const struct ek_act *act)
{
    ek_buf_printf(view->out, "    %s act", act->own ? "own" : "inherited");
    add_bits(view, &act->concepts);
    ek_buf_printf(view->out, " | %s%s%s | actor", polarity_word(act->polarity),
                  act->passive ? ", passive" : "",
                  act->conditional ? ", in a condition" : "");
    add_value(view->out, EK_Q_actor, act->actor);
    ek_buf_puts(view->out, " | object");
    add_bits(view, &act->object);
    if (!ek_bits_empty(&act->to)) {
        ek_buf_puts(view->out, " | to");
        add_bits(view, &act->to);
    }
    ek_buf_putc(view->out, '\n');
}

static void
show_condition(const struct view *view, const ek_rule *rule, uint32_t missing)
{
    if (missing == UINT32_MAX) {
        ek_buf_puts(view->out, "another kind of part");
    } else if (missing < rule->acts.n) {
        ek_buf_puts(view->out, "an act of");
        add_bits(view, &rule->acts.v[missing].any);
    } else if (missing - rule->acts.n < rule->words.n) {
        const struct ek_has_cond *cond = &rule->words.v[missing - rule->acts.n];
        ek_buf_puts(view->out, cond->lacks ? "none of" : "one of");
        add_bits(view, &cond->any);
    }
}

static void
show_holding(const struct view *view, const ek_rule *rule, ek_holding how)
{
    const ek_clause *clause = &view->pack->clauses.v[rule->clause];
    ek_buf_printf(view->out, "    => %.*s (%.*s, %s)\n",
                  EK_ARG(ek_label_in(&clause->title, view->lang)),
                  EK_ARG(rule->id), how == EK_HOLDS ? "finding" : "clue");
}

/* Rules that hold, and those that one condition alone kept from holding. */
static void
show_rules(const struct view *view, const ek_frame *frame,
           const ek_bits *sentence)
{
    for (size_t i = 0; i < view->pack->rules.n; i++) {
        const ek_rule *rule = &view->pack->rules.v[i];
        struct ek_held held =
            ek_rule_holds(rule, view->frames, frame, sentence);
        if (held.how != EK_HOLDS_NOT) {
            show_holding(view, rule, held.how);
        } else if (held.missing != UINT32_MAX && held.missing > 0 &&
                   ek_rule_nearly_holds(rule, view->frames, frame, sentence,
                                        held.missing)) {
            ek_buf_printf(view->out, "    -- %.*s wants ", EK_ARG(rule->id));
            show_condition(view, rule, held.missing);
            ek_buf_putc(view->out, '\n');
        }
    }
}

/* The own words in their order, each with the concept it stands for. */
static void
add_own_words(const struct view *view, const ek_frame *frame)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = &view->frames->own_hits.v[frame->first_hit + i];
        ek_str words = ek_str_slice(view->segs->norm->bytes, hit->span.begin,
                                    hit->span.end);
        ek_buf_printf(view->out, " %.*s(%.*s)",
                      EK_ARG(view->pack->concepts.v[hit->concept_index].id),
                      EK_ARG(words));
    }
}

static void
show_frame(const struct view *view, const ek_frame *frame,
           const ek_bits *sentence)
{
    ek_buf_printf(view->out, "  [%s] %s | actor",
                  ek_part_kind_word(frame->kind),
                  polarity_word(frame->polarity));
    add_value(view->out, EK_Q_actor, frame->actor);
    ek_buf_puts(view->out, " | subject");
    add_value(view->out, EK_Q_actor, frame->subject);
    ek_buf_printf(view->out, "\n    \"%.*s\"\n    own      ",
                  EK_ARG(ek_str_slice(view->segs->norm->bytes,
                                      frame->span.begin, frame->span.end)));
    add_own_words(view, frame);
    ek_buf_puts(view->out, "\n    inherited");
    add_bits(view, &frame->inherited);
    ek_buf_putc(view->out, '\n');
    for (uint32_t i = 0; i < frame->acts; i++)
        show_act(view, &view->frames->acts.v[frame->first_act + i]);
    for (uint32_t i = 0; i < frame->acts; i++)
        read_act(view, frame, &view->frames->acts.v[frame->first_act + i]);
    show_rules(view, frame, sentence);
}

static size_t
show_sentence(const struct view *view, size_t from, ek_arena *arena)
{
    const ek_frame *frames = view->frames->v.v;
    const ek_norm *norm = view->segs->norm;
    const ek_seg *seg = &view->segs->v[frames[from].sentence];
    ek_tspan span = ek_map_to_text(&norm->map, seg->body);
    ek_str label = ek_seg_label(view->segs, frames[from].sentence, arena);
    ek_bits sentence;
    size_t end = ek_frames_sentence(view->frames, from, &sentence);
    ek_buf_printf(view->out, "line %u %.*s (%s)\n  %.*s\n",
                  ek_text_where(norm->text, span).line, EK_ARG(label),
                  ek_lang_word(seg->lang),
                  EK_ARG(ek_text_slice(norm->text, span)));
    for (size_t i = from; i < end; i++)
        show_frame(view, &frames[i], &sentence);
    ek_buf_putc(view->out, '\n');
    return end;
}

static void
show_text(ek_buf *out, const ek_text *text)
{
    ek_buf_add(out, text->bytes);
    if (!ek_str_ends(text->bytes, EK_STR("\n")))
        ek_buf_putc(out, '\n');
}

static void
show_frames(ek_buf *out, const struct ek_show *show, ek_arena *arena,
            const ek_text *text)
{
    ek_hits hits;
    ek_frames frames;
    const ek_segs *segs = ek_segment(arena, ek_normalize(arena, text));
    ek_match(&hits, show->matcher, arena, segs->norm, segs->has_ja,
             segs->has_en);
    ek_frame_build(&frames, arena, show->pack, segs, &hits);
    struct view view = {out, show->pack, segs, &frames, show->lang};
    ek_buf_puts(out, "document");
    add_bits(&view, &frames.document);
    ek_buf_puts(out, "\n\n");
    for (size_t i = 0; i < frames.v.n;)
        i = show_sentence(&view, i, arena);
}

static void
show_member(ek_buf *out, struct ek_show *show, ek_member *member,
            const struct ek_read_options *options)
{
    ek_text *text = NULL;
    if (member->status == EK_OK)
        ek_read(&text, member->arena, &member->source, options, &member->diag);
    if (!text) {
        show->failed++;
        return;
    }
    if (show->headed || member->part.n)
        ek_buf_printf(out, "%s==> %.*s <==\n", show->done > 1 ? "\n" : "",
                      EK_ARG(member->source.path));
    if (show->text)
        show_text(out, text);
    else
        show_frames(out, show, member->arena, text);
}

/* Named by where it stands, not by the box that it stands in. */
static void
say_again(ek_diag *diag, const ek_member *member)
{
    for (size_t i = 0; i < member->diag.lines.n; i++) {
        const ek_diag_line *line = &member->diag.lines.v[i];
        ek_diag_say(diag, line->code, member->source.path, line->line,
                    line->args[0], line->args[1]);
    }
}

void
ek_scan_show(ek_buf *out, struct ek_show *show, ek_str path, ek_diag *diag)
{
    ek_member member;
    ek_box *box = ek_box_open(path, &show->options->read);
    while (box && ek_box_next(box, &member)) {
        show->done++;
        if (!member.arena || setjmp(*ek_arena_catch(member.arena))) {
            show->failed++;
            ek_diag_say(
                diag, EK_D_read_limit, member.source.path, 0,
                ek_written_count(out->arena, show->options->read.limits.memory),
                EK_STR(""));
        } else {
            show_member(out, show, &member, ek_box_options(box));
            say_again(diag, &member);
        }
        ek_arena_free(member.arena);
    }
    show->skipped += box ? ek_box_skipped(box) : 0;
    ek_box_close(box);
}
