/* SPDX-License-Identifier: Apache-2.0 */
/* SARIF 2.1.0 for code scanning platforms and editors: a run with a rule for
 * each clause type, a result for each finding, an artifact for each document.
 * Verdicts are opinions on a contract and stand with its artifacts. */
#include "config.h"

#include "report/sarif.h"

#include "result/take.h"

struct state {
    ek_arena *arena;
    struct ek_report_options options;
    ek_buf artifacts, notifications; /* items, separated by commas */
    size_t documents, results;
};

static void
add_item(ek_buf *out, const json_t *item)
{
    if (out->n)
        ek_buf_puts(out, ",\n");
    ek_give_out(out, item);
}

/* The head without its last brace: results follow. */
static void
open_run(ek_buf *out, const struct state *s)
{
    struct ek_json_holder *holder = ek_json_hold(s->arena);
    json_t *run = holder->json = json_object();
    ek_sarif_tool(s->arena, run, &s->options);
    ek_give_text(s->arena, run, "columnKind", EK_STR("unicodeCodePoints"));
    ek_give_text(s->arena, run, "language",
                 ek_str_of(ek_lang_word(s->options.lang)));
    ek_give_out(out, run);
    ek_json_let_go(holder);
    out->n--;
    ek_buf_puts(out, ",\n\"results\":[\n");
}

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    s->arena = arena;
    s->options = *options;
    s->artifacts = s->notifications = ek_buf_on(arena);
    ek_buf_puts(out, "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/"
                     "v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
                     "\"version\":\"2.1.0\",\"runs\":[\n");
    open_run(out, s);
    return s;
}

static void
write_findings(struct state *s, ek_buf *out, const ek_result *r)
{
    const struct ek_reviewed *reviewed = ek_reviewed_of(r->arena, r);
    for (uint32_t i = 0; i < r->findings.v.n; i++) {
        if (r->findings.v.v[i].kind != EK_PRESENT)
            continue;
        struct ek_json_holder *holder = ek_json_hold(r->arena);
        holder->json = json_object();
        ek_sarif_finding(r->arena, holder->json, r, i, s->documents, reviewed,
                         &s->options);
        if (s->results++)
            ek_buf_puts(out, ",\n");
        ek_give_out(out, holder->json);
        ek_json_let_go(holder);
    }
}

static void
keep_artifacts(struct state *s, const ek_result *r)
{
    for (uint32_t i = 0; i < r->documents.n; i++) {
        struct ek_json_holder *holder = ek_json_hold(r->arena);
        holder->json = json_object();
        ek_sarif_artifact(r->arena, holder->json, r, i, s->options.lang);
        add_item(&s->artifacts, holder->json);
        ek_json_let_go(holder);
    }
}

static void
keep_notifications(struct state *s, const ek_result *r)
{
    struct ek_json_holder *holder = ek_json_hold(r->arena);
    holder->json = json_array();
    ek_sarif_notifications(r->arena, holder->json, r, s->documents,
                           s->options.lang);
    for (size_t i = 0; i < json_array_size(holder->json); i++)
        add_item(&s->notifications, json_array_get(holder->json, i));
    ek_json_let_go(holder);
}

static void
document(void *state, ek_buf *out, const ek_result *r)
{
    struct state *s = state;
    write_findings(s, out, r);
    keep_artifacts(s, r);
    keep_notifications(s, r);
    s->documents += r->documents.n;
}

/* The run was executed; that some document could not be read is told by its
 * notification. */
static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    ek_buf_puts(out, "\n],\n\"artifacts\":[\n");
    ek_buf_add(out, ek_buf_str(&s->artifacts));
    ek_buf_puts(out, "\n],\n\"invocations\":[{\"executionSuccessful\":true,"
                     "\"toolExecutionNotifications\":[\n");
    ek_buf_add(out, ek_buf_str(&s->notifications));
    ek_buf_puts(out, "\n]}]}\n]}\n");
}

const struct ek_reporter ek_reporter_sarif = {
    .name = "sarif", .begin = begin, .document = document, .end = end};
