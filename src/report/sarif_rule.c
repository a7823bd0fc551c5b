/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/sarif.h"

void
ek_sarif_message(ek_arena *arena, json_t *object, const char *key, ek_str text)
{
    ek_give_text(arena, ek_give_object(arena, object, key), "text", text);
}

static void
put_rule(ek_arena *arena, json_t *o, const struct ek_report_rule *rule,
         ek_lang lang)
{
    ek_str title = ek_label_in(&rule->title, lang);
    ek_str about = ek_label_in(&rule->about, lang);
    ek_give_text(arena, o, "id", rule->id);
    ek_sarif_message(arena, o, "shortDescription", title);
    ek_sarif_message(arena, o, "fullDescription", about.n ? about : title);
    ek_sarif_message(arena, o, "help",
                     ek_arena_printf(arena, "%.*s\n%.*s\n%.*s", EK_ARG(title),
                                     EK_ARG(about), EK_ARG(rule->provisions)));
    json_t *properties = ek_give_object(arena, o, "properties");
    ek_give_text(arena, properties, "group",
                 (ek_str){&rule->group, rule->group ? 1 : 0});
    ek_give_words(arena, properties, "provisions", rule->provisions);
}

void
ek_sarif_tool(ek_arena *arena, json_t *run,
              const struct ek_report_options *options)
{
    json_t *tool = ek_give_object(arena, run, "tool");
    json_t *driver = ek_give_object(arena, tool, "driver");
    ek_give_text(arena, driver, "name", EK_STR("ekimu"));
    ek_give_text(arena, driver, "semanticVersion", EK_STR(PACKAGE_VERSION));
    json_t *rules = ek_give_list(arena, driver, "rules");
    for (size_t i = 0; i < options->rules.n; i++)
        put_rule(arena, ek_give_item(arena, rules), &options->rules.v[i],
                 options->lang);
}

size_t
ek_sarif_rule(const struct ek_report_options *options, ek_str clause)
{
    for (size_t i = 0; i < options->rules.n; i++)
        if (ek_str_eq(options->rules.v[i].id, clause))
            return i;
    return SIZE_MAX;
}
