/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the SARIF report (OASIS SARIF 2.1.0); private to it. */
#ifndef EK_REPORT_SARIF_H
#define EK_REPORT_SARIF_H

#include "report/reviewed.h"
#include "report/report.h"
#include "result/give.h"

/* {"text": ...} as SARIF's messages are. */
void ek_sarif_message(ek_arena *arena, json_t *object, const char *key,
                      ek_str text);

/* The tool with one reportingDescriptor a clause type, and one for each code
 * of a notification as they are used. */
void ek_sarif_tool(ek_arena *arena, json_t *run,
                   const struct ek_report_options *options);
/* The index of a clause type among the rules; SIZE_MAX when it is unknown. */
size_t ek_sarif_rule(const struct ek_report_options *options, ek_str clause);

/* One present finding. artifact: index of the first document of its result. */
void ek_sarif_finding(ek_arena *arena, json_t *object, const ek_result *r,
                      uint32_t finding, size_t artifact,
                      const struct ek_reviewed *reviewed,
                      const struct ek_report_options *options);

/* A document: location, hash, verdicts of its contract. */
void ek_sarif_artifact(ek_arena *arena, json_t *object, const ek_result *r,
                       uint32_t document, ek_lang lang);
/* What was not read, gave up, or is to be known of the documents. */
void ek_sarif_notifications(ek_arena *arena, json_t *list, const ek_result *r,
                            size_t artifact, ek_lang lang);

#endif
