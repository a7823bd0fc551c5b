/* SPDX-License-Identifier: Apache-2.0 */
/* A workbook by libxlsxwriter, sheet by sheet, row by row. The library holds
 * one row a sheet; all rows of a contract are written when its result comes, so
 * memory does not grow with the batch. Whatever comes from a result is written
 * as a string, never as a formula. */
#ifndef EK_REPORT_XLSX_H
#define EK_REPORT_XLSX_H

#include "report/term.h"

#include <xlsxwriter.h>

#include <stdio.h>

enum ek_xlsx_style {
#define EK_STYLE(name, size, face, ink, ground, border) EK_XS_##name,
#include "report/xlsx_style.def"
#undef EK_STYLE
    EK_XLSX_STYLES
};

enum {
    EK_XLSX_COLUMNS = 36,    /* of a sheet at most */
    EK_XLSX_LINKS = 65530,   /* of a sheet at most */
    EK_XLSX_LETTERS = 32767, /* of a cell at most, in UTF-16 */
    EK_XLSX_ROWS = LXW_ROW_MAX
};

struct ek_xlsx_column {
    enum ek_word head;
    const char *item; /* that is the heading instead; or NULL */
    unsigned width;   /* digits of the standard font */
    const char *name; /* of the range, by which an import finds the column */
    bool hidden;
    bool input;    /* to be filled in by the reader */
    bool date;     /* what is filled in */
    bool reviewed; /* in view only where something was decided */
};

/* The columns of a decision, the same on every sheet that has them: an import
 * finds them by name. */
#define EK_XLSX_INPUT(word, digits, id)                                        \
    {                                                                          \
        .head = (word), .width = (digits), .name = (id), .input = true         \
    }
#define EK_XLSX_STATE          EK_XLSX_INPUT(EK_W_x_state, 16, "state")
#define EK_XLSX_REVIEWER       EK_XLSX_INPUT(EK_W_x_reviewer, 14, "reviewer")
#define EK_XLSX_REASON(digits) EK_XLSX_INPUT(EK_W_x_reason, digits, "reason")
#define EK_XLSX_DAY(word, id)                                                  \
    {                                                                          \
        .head = (word), .width = 11, .name = (id), .input = true, .date = true \
    }
#define EK_XLSX_DATE    EK_XLSX_DAY(EK_W_x_date, "date")
#define EK_XLSX_EXPIRES EK_XLSX_DAY(EK_W_x_expires, "expires")
#define EK_XLSX_STANDING                                                       \
    {                                                                          \
        .head = EK_W_dc_standing, .width = 34, .name = "standing",             \
        .reviewed = true                                                       \
    }
/* What an import needs to know, out of view. */
#define EK_XLSX_KEY(word, digits, id)                                          \
    {                                                                          \
        .head = (word), .width = (digits), .name = (id), .hidden = true        \
    }
#define EK_XLSX_DECISION EK_XLSX_KEY(EK_W_x_decision_id, 19, "decision")
#define EK_XLSX_EARLIER  EK_XLSX_KEY(EK_W_x_earlier_ids, 19, "earlier")
#define EK_XLSX_HASH     EK_XLSX_KEY(EK_W_x_hash, 20, "sha256")

/* Where a row stands: a sheet that is full goes on in a further one. */
struct ek_xlsx_place {
    unsigned part; /* from 0 */
    lxw_row_t row; /* from 0 */
};

struct ek_xlsx_cell {
    enum ek_xlsx_style style;
    bool number;
    size_t value;                   /* of a number */
    ek_str text;                    /* of others; "" leaves the cell empty */
    const struct ek_xlsx_sheet *to; /* that it links to, or NULL */
    size_t record;                  /* of that sheet, counted from 0 */
};

struct ek_xlsx_row {
    struct ek_xlsx_cell cells[EK_XLSX_COLUMNS];
};

struct ek_xlsx_sheet {
    struct ek_xlsx *book;
    enum ek_word name;
    const char *id; /* of its ranges: "findings" */
    const struct ek_xlsx_column *columns;
    size_t n;             /* columns */
    unsigned frozen;      /* columns that stay in view */
    bool wide;            /* printed on A3 */
    size_t printed;       /* columns that are printed; 0 = all */
    uint16_t across;      /* pages that its width is printed on; 0 = 1 */
    lxw_row_t head;       /* row of the headings */
    lxw_row_t most;       /* rows of a part */
    lxw_worksheet *sheet; /* the part in the making */
    size_t records;       /* rows written below the headings */
    size_t links;         /* of the part */
};

/* The parts of a contract, for links between the sheets. */
struct ek_xlsx_contract {
    size_t number;          /* from 1 */
    ek_str name;            /* visible */
    ek_str hashes;          /* of its documents, separated by blanks */
    size_t first_finding;   /* record of the sheet of findings */
    size_t findings, clues; /* present ones */
    size_t silent, gave_up; /* clause types */
    size_t first_verdict;   /* record of the sheet of verdicts */
    size_t decided, again;  /* findings and verdicts */
};

struct ek_xlsx {
    ek_arena *arena;
    struct ek_report_options options;
    lxw_workbook *workbook; /* NULL: closed, or never to be had */
    lxw_format *formats[EK_XLSX_STYLES];
    struct ek_xlsx_sheet summary, findings, verdicts, checklist, questions,
        documents;
    struct ek_xlsx_sheet decisions; /* open once there are any */
    struct ek_xlsx_spool *spool;    /* rows of the summary */
    char *folder;                   /* of temporary files */
    size_t contracts;
    size_t indicated, review, unread; /* of them */
    size_t decided, again;            /* findings and verdicts */
    bool reviewed;                    /* something was decided */
    ek_str about, note, disclaimer;   /* of the first result */
    ek_str pack;                      /* its fingerprint */
    ek_buf scratch;                   /* a cell in the making */
    ek_str trouble;
};

/* What a reader can decide: EK_DECIDED_ACCEPTED and those behind it. */
enum { EK_XLSX_STATES = EK_DECIDED_NEEDS_COUNSEL };

/* xlsx_style.c */
void ek_xlsx_styles(struct ek_xlsx *book);
enum ek_xlsx_style ek_xlsx_style_of(ek_str status); /* of an outcome */
/* Shape and words of an outcome: "▲ indicated". */
ek_str ek_xlsx_outcome(struct ek_page *page, ek_str status, ek_str label);

/* xlsx_cell.c */
/* A visible text as a cell takes it, with a NUL behind it: no sequence that a
 * spreadsheet would decode, none too long. Borrowed from the scratch. */
ek_str ek_xlsx_letters(struct ek_xlsx *book, ek_str s);
/* The front of s of at most so many letters in UTF-16. */
ek_str ek_xlsx_front(ek_str s, size_t most);
/* Lines that it takes in so many cells; its own line feeds count. */
unsigned ek_xlsx_lines(ek_str s, unsigned cells);
/* Cells of a text in a style that a column of so many digits holds. */
unsigned ek_xlsx_cells(enum ek_xlsx_style style, unsigned width);

/* xlsx_sheet.c */
void ek_xlsx_sheet_open(struct ek_xlsx_sheet *sheet, struct ek_xlsx *book);
/* Done by the opening where the headings stand in the first row. */
void ek_xlsx_put_headings(struct ek_xlsx_sheet *sheet);
void ek_xlsx_put(struct ek_xlsx_sheet *sheet, const struct ek_xlsx_row *row);
/* Filters, drop-downs, names of ranges, what a printed page shows. */
void ek_xlsx_sheet_close(struct ek_xlsx_sheet *sheet);
struct ek_xlsx_place ek_xlsx_place_of(const struct ek_xlsx_sheet *sheet,
                                      size_t record);
/* The name of a part: "Findings", "Findings (2)". */
ek_str ek_xlsx_part_name(const struct ek_xlsx_sheet *sheet, ek_arena *arena,
                         unsigned part);

/* Cells of a row. */
void ek_xlsx_text(struct ek_xlsx_row *row, size_t column,
                  enum ek_xlsx_style style, ek_str s);
void ek_xlsx_number(struct ek_xlsx_row *row, size_t column, size_t value);
/* One that names something: "3" of contract 3. */
void ek_xlsx_ordinal(struct ek_xlsx_row *row, size_t column, size_t value);
void ek_xlsx_link(struct ek_xlsx_row *row, size_t column,
                  const struct ek_xlsx_sheet *to, size_t record);

/* A file without a name for what has to wait; NULL when there is none. */
FILE *ek_xlsx_temporary(const struct ek_xlsx *book);

/* xlsx_spool.c: rows kept in a file until their sheet can be written. */
struct ek_xlsx_spool *ek_xlsx_spool_open(struct ek_xlsx *book);
void ek_xlsx_spool_add(struct ek_xlsx_spool *spool,
                       const struct ek_xlsx_row *row);
/* Writes them all; false when the file did not hold them. */
bool ek_xlsx_spool_put(struct ek_xlsx_spool *spool,
                       struct ek_xlsx_sheet *sheet);

/* xlsx_reviewed.c: what was decided. */
/* Fills the columns of a decision, from the state to the standing, and the two
 * out of view that tell what they show, of whom first is the first review. */
void ek_xlsx_put_reviews(struct ek_xlsx_row *row, struct ek_page *page,
                         uint32_t first, size_t state, size_t decision);
struct ek_xlsx_sheet ek_xlsx_decisions_sheet(void);
void ek_xlsx_put_decisions(struct ek_xlsx *book, struct ek_page *page,
                           const ek_result *r,
                           const struct ek_xlsx_contract *c);

/* xlsx_uses.c: which verdicts rest on a finding. */
struct ek_xlsx_use {
    const ek_verdict *verdict;
    const struct ek_evidence *evidence;
};
struct ek_xlsx_uses {
    size_t *first; /* of each finding, and one more: index in v */
    struct ek_xlsx_use *v;
};
struct ek_xlsx_uses ek_xlsx_uses_of(ek_arena *arena, const ek_result *r);
/* The gravest evidence of a finding, NULL when there is none. */
const struct ek_xlsx_use *ek_xlsx_gravest(const struct ek_xlsx_uses *uses,
                                          size_t finding);
/* The same of a verdict's. */
const struct ek_evidence *ek_xlsx_gravest_of(const ek_verdict *verdict);
/* What evidence does, in words; the id when it is unknown. */
ek_str ek_xlsx_contribution(struct ek_page *page, ek_str contribution);

/* One a sheet: the columns, and the rows of a contract. */
struct ek_xlsx_sheet ek_xlsx_findings_sheet(void);
void ek_xlsx_put_findings(struct ek_xlsx *book, struct ek_page *page,
                          const ek_result *r, struct ek_xlsx_contract *c);
struct ek_xlsx_sheet ek_xlsx_verdicts_sheet(void);
struct ek_xlsx_sheet ek_xlsx_checklist_sheet(void);
void ek_xlsx_put_verdicts(struct ek_xlsx *book, struct ek_page *page,
                          const ek_result *r, struct ek_xlsx_contract *c);
struct ek_xlsx_sheet ek_xlsx_questions_sheet(void);
void ek_xlsx_put_questions(struct ek_xlsx *book, struct ek_page *page,
                           const ek_result *r,
                           const struct ek_xlsx_contract *c);
struct ek_xlsx_sheet ek_xlsx_documents_sheet(void);
void ek_xlsx_put_documents(struct ek_xlsx *book, struct ek_page *page,
                           const ek_result *r,
                           const struct ek_xlsx_contract *c);
struct ek_xlsx_sheet ek_xlsx_summary_sheet(void);
void ek_xlsx_take_summary(struct ek_xlsx *book, struct ek_page *page,
                          const ek_result *r, const struct ek_xlsx_contract *c);
/* The head, the rows, the legend. */
void ek_xlsx_put_summary(struct ek_xlsx *book, struct ek_page *page);

#endif
