/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the terminal report, one file each, in the order of the page. */
#ifndef EK_REPORT_TERM_H
#define EK_REPORT_TERM_H

#include "report/page.h"

/* The name of a verdict item for people: 例外1, Q&A60, G1-2. */
ek_str ek_term_item(struct ek_page *page, ek_str item);
/* The name of a bundle, the title of a document, or the last part of its
 * path. */
ek_str ek_term_title(struct ek_page *page, const ek_result *result);
/* Why there is no result, in words; empty where there is one. */
ek_str ek_term_reason(struct ek_page *page, const ek_result *result);
/* What of a document was not read in full and why, joined; empty when all was
 * read. */
ek_str ek_term_unread(struct ek_page *page, const ek_result *result,
                      uint32_t document);
/* How it was read: format, how much, what was not and why, what was kept apart;
 * in lines from the column on. */
void ek_term_reading(struct ek_page *page, const ek_result *result,
                     uint32_t document, unsigned column);
/* Of a contract: EK_W_short_full when all of it was read, EK_W_short_none when
 * nothing was, else EK_W_short_part. */
enum ek_word ek_term_read(const ek_result *result);
/* What of all its documents was not read and why, or why there is no result;
 * empty when there is nothing to say. */
ek_str ek_term_missed(struct ek_page *page, const ek_result *result);
/* "page (image without text)" */
ek_str ek_term_unread_why(struct ek_page *page, const struct ek_unread *unread);
/* "Japanese, English" */
ek_str ek_term_languages(struct ek_page *page, const ek_document *document);
/* Whether the verdicts stand only until it is settled. */
bool ek_term_makes_provisional(const struct ek_overlay *overlay);
/* The last part of a path. */
ek_str ek_term_file(struct ek_page *page, ek_str path);

/* Whose line this is: mark, number, place, clause, right margin; quote below. */
struct ek_term_line {
    struct ek_mark mark;
    uint32_t finding; /* index */
    ek_str margin;    /* at the right */
    ek_str reason;    /* below the quote; may be empty */
    unsigned lines;   /* of the quote at most; 0 = all */
};
void ek_term_finding(struct ek_page *page, const ek_result *result,
                     const struct ek_term_line *line);
/* "p.6 line 12", "para. 45 (2)", "line 7 #section-3"; "OCR 91 %" behind it. */
ek_str ek_term_place(struct ek_page *page, const ek_finding *finding);
/* Its article; in a bundle the file stands before it. */
ek_str ek_term_article(struct ek_page *page, const ek_result *result,
                       const ek_finding *finding);
/* An outcome as the legend words it. */
ek_str ek_term_word(struct ek_page *page, ek_str status);
/* Marks and words of these statuses (separated by blanks). */
void ek_term_legend(struct ek_page *page, ek_str statuses);
/* A line of a checklist without the name of its item. */
ek_str ek_term_line_title(struct ek_page *page, const ek_verdict *line);
/* The evidence of a verdict, strongest first, then by place; a copy. */
struct ek_evidence *ek_term_by_strength(struct ek_page *page,
                                        const ek_verdict *verdict);
/* The strongest finding behind a verdict, if there is one. */
void ek_term_strongest(struct ek_page *page, const ek_result *result,
                       const ek_verdict *verdict);
/* Whether a finding is evidence of one of the exceptions. */
bool ek_term_is_evidence(const ek_result *result, uint32_t finding);
/* "N more", when there are any. */
void ek_term_more(struct ek_page *page, size_t hidden);

void ek_term_head(struct ek_page *page, const ek_result *result);
void ek_term_verdicts(struct ek_page *page, const ek_result *result);
/* The lines of Q&A55: confirmed, stated in the contract only, open. */
void ek_term_checklist(struct ek_page *page, const ek_result *result);
void ek_term_checks(struct ek_page *page, const ek_result *result);
void ek_term_lists(struct ek_page *page, const ek_result *result);
/* What was decided of the one whose first review this is, in lines from the
 * column on. */
void ek_term_reviews(struct ek_page *page, uint32_t first, unsigned column);
/* Decisions to look at again, those on checks, those without a counterpart. */
void ek_term_reviewed(struct ek_page *page, const ek_result *result);
void ek_term_next(struct ek_page *page, const ek_result *result);
void ek_term_footer(struct ek_page *page, const ek_result *result);

/* How many documents were read in full, in part and not at all, and why. */
struct ek_tally;
struct ek_tally *ek_tally_new(ek_arena *arena);
void ek_tally_take(struct ek_tally *tally, struct ek_page *scratch,
                   const ek_result *result);
void ek_tally_write(struct ek_tally *tally, struct ek_page *page);

/* The overview of several documents: rows are gathered, then written. */
struct ek_overview;
struct ek_overview *ek_overview_new(ek_arena *arena);
void ek_overview_take(struct ek_overview *overview, struct ek_page *scratch,
                      const ek_result *result);
size_t ek_overview_documents(const struct ek_overview *overview);
void ek_overview_write(const struct ek_overview *overview,
                       struct ek_page *page);

enum { EK_TERM_MOST = 6, EK_TERM_QUOTE_LINES = 6, EK_TERM_QUOTE_INDENT = 10 };

#endif
