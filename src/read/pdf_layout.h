/* SPDX-License-Identifier: Apache-2.0 */
/* Between the words of pages and the light notation: pieces of lines, lines in
 * reading order, and what each line is. For pdf*.c only; pdf.c tells the whole
 * way. Lengths are points, y goes down. */
#ifndef EK_READ_PDF_LAYOUT_H
#define EK_READ_PDF_LAYOUT_H

#include "base/buf.h"
#include "read/pdf_page.h"
#include "read/read.h"
#include "text/text.h"

/* Words side by side, with nothing wide between them. */
struct ek_pdf_piece {
    struct ek_pdf_box box;
    float size;        /* of most of its characters */
    uint32_t first, n; /* words of the page */
    uint32_t row;      /* pieces of one height, counted from the top */
    bool apart;        /* stands in a header or a footer */
};

typedef enum ek_pdf_sort {
    EK_PDF_BODY,
    EK_PDF_ROW,  /* cells */
    EK_PDF_NOTE, /* begins or continues a footnote */
} ek_pdf_sort;

struct ek_pdf_line {
    ek_pdf_sort sort;
    struct ek_pdf_box box;
    float size;
    float left, right; /* margins of its column */
    float lead;        /* width of what cannot be parted from its beginning */
    float hang;        /* where its words begin behind a marker; 0: no marker */
    bool bold;         /* all of its words */
    bool bold_begin, bold_end;
    bool marked;      /* of a note: it begins here */
    uint32_t page;    /* index in the document */
    uint32_t number;  /* 1-based line of the page */
    uint32_t column;  /* counted over the document */
    uint32_t percent; /* least confidence of OCR; 0: no OCR */
    ek_str text;
    ek_str mark;          /* of a note, as it stands in the sentence */
    EK_VEC(ek_str) cells; /* of a row */
};

typedef EK_VEC(struct ek_pdf_piece) ek_pdf_pieces;
typedef EK_VEC(struct ek_pdf_line) ek_pdf_lines;

typedef enum ek_pdf_fate {
    EK_PDF_READ,
    EK_PDF_BY_OCR,
    EK_PDF_IMAGE_ONLY,
    EK_PDF_NO_CMAP,
    EK_PDF_GARBLED,
    EK_PDF_BAD_VERTICAL,
    EK_PDF_NO_OCR,
} ek_pdf_fate;

/* Words of the document, each in lower case and once, sorted. */
typedef EK_VEC(ek_str) ek_pdf_vocabulary;

typedef struct ek_pdf_doc {
    ek_arena *arena;
    uint32_t total; /* pages; 0: not told */
    ek_str trouble; /* "encrypted", "damaged" or empty */
    bool whole;     /* the program came to its end */
    bool repaired;  /* the file was damaged, this is what could be saved */
    uint32_t comments;
    EK_VEC(ek_str) attachments;
    EK_VEC(struct ek_pdf_page) pages;
    ek_pdf_pieces *pieces; /* of each page */
    ek_pdf_fate *fates;    /* of each page */
    ek_pdf_vocabulary vocabulary;
    bool hyphenates;    /* lines end in divided words, again and again */
    ek_pdf_lines lines; /* of all pages, in reading order */
    uint32_t columns;
    uint32_t number;                     /* line of the page in work */
    uint32_t headers, footers, contents; /* lines that were kept apart */
    uint32_t upright;                    /* pages that are written vertically */
    float size;  /* of the type that most of the text has */
    float pitch; /* usual distance of its lines, in sizes; 0: unknown */
} ek_pdf_doc;

static inline float
ek_pdf_height(const struct ek_pdf_box *box)
{
    return box->y1 - box->y0;
}

static inline float
ek_pdf_middle(const struct ek_pdf_box *box)
{
    return (box->y0 + box->y1) / 2;
}

void ek_pdf_cover(struct ek_pdf_box *box, const struct ek_pdf_box *other);

/* pdf_parse.c: the lines of a program. False when they are not its own. */
bool ek_pdf_parse(ek_pdf_doc *doc, ek_str lines);

/* pdf_text.c: ligatures to letters, radicals to the characters that they look
 * like, bullets of symbol fonts to bullets. */
ek_str ek_pdf_clean(ek_arena *arena, ek_str word);
/* Appends a line to the text of the lines before: with a blank, without one
 * (Japanese), or instead of the hyphen of a divided word. */
void ek_pdf_join(const ek_pdf_doc *doc, ek_buf *text, ek_str line);
/* What stands between two lines: 0, 1 blank; *drop bytes end the first. */
unsigned ek_pdf_joint(const ek_pdf_doc *doc, ek_str before, ek_str after,
                      size_t *drop);
bool ek_pdf_ends_sentence(ek_str line);
/* pdf_hyphen.c: gathers the words of the lines; whether the hyphen that stands
 * between the end of one line and the next belongs to the word: by the words
 * of the document, or because it divides no words. */
void ek_pdf_gather_words(ek_pdf_doc *doc);
bool ek_pdf_keeps_hyphen(const ek_pdf_doc *doc, ek_str before, ek_str after);
/* Permille of the characters that are none: unmapped, private, control. */
unsigned ek_pdf_garbled(const struct ek_pdf_page *page, uint32_t *characters);

/* pdf_size.c: the true sizes of types whose bold is drawn. */
void ek_pdf_mend_sizes(ek_arena *arena, struct ek_pdf_page *page);

/* pdf_upright.c: turns a page that is written from above to below, and from
 * right to left, so that its columns are lines. False when its characters stand
 * in no columns. */
bool ek_pdf_is_upright(ek_arena *arena, const struct ek_pdf_page *page);
/* Whether the program has turned it already. */
bool ek_pdf_was_turned(const struct ek_pdf_page *page);
bool ek_pdf_turn(ek_pdf_doc *doc, struct ek_pdf_page *page);

/* pdf_fate.c: whether a page can be read, from its words; and after its margins
 * were found, whether anything but them stands on it. */
ek_pdf_fate ek_pdf_judge(ek_arena *arena, const struct ek_pdf_page *page);
bool ek_pdf_only_margins(const ek_pdf_doc *doc, size_t page);
/* Tells the pages that were read and all that was not; an error when nothing
 * was. */
ek_status ek_pdf_report(ek_text *out, const ek_pdf_doc *doc, ek_str path,
                        const struct ek_limits *limits, ek_diag *diag);
/* pdf_ocr.c: the words of pages that have none, by OCR. Whether there was such
 * a page. */
bool ek_pdf_ocr(ek_pdf_doc *doc, const ek_source *source,
                const struct ek_read_options *options, ek_diag *diag);
/* pdf.c: all of it, from the words of the pages. */
ek_status ek_pdf_read_words(ek_text *out, ek_pdf_doc *doc,
                            const ek_source *source,
                            const struct ek_read_options *options,
                            ek_diag *diag);

/* pdf_line.c: words to pieces, and pieces to a line. */
void ek_pdf_cut(ek_pdf_doc *doc, size_t page);
ek_str ek_pdf_words(ek_arena *arena, const struct ek_pdf_page *page,
                    const struct ek_pdf_piece *piece);
/* A line of n pieces from left to right. */
struct ek_pdf_line ek_pdf_line_of(ek_pdf_doc *doc, size_t page,
                                  const struct ek_pdf_piece *v, size_t n);

/* Whether a piece is a list marker and nothing else. */
bool ek_pdf_is_marker(const struct ek_pdf_page *page,
                      const struct ek_pdf_piece *piece);
/* The first n words of a piece, and the rest. */
void ek_pdf_split(const struct ek_pdf_page *page,
                  const struct ek_pdf_piece *piece, uint32_t n,
                  struct ek_pdf_piece parts[2]);
/* The gap before word i of a piece, in sizes of its type; i > 0. */
float ek_pdf_gap(const struct ek_pdf_page *page,
                 const struct ek_pdf_piece *piece, uint32_t i);

/* pdf_ruby.c: takes out small kana above the characters that they read out. */
void ek_pdf_drop_ruby(ek_pdf_doc *doc, size_t page);

/* pdf_margin.c: marks the pieces of headers, footers and page numbers. */
void ek_pdf_mark_margins(ek_pdf_doc *doc);

/* pdf_gutter.c: the gap that divides most pieces of a stretch; score 0 when
 * there is none. Pieces are sorted by rows and from left to right. */
struct ek_pdf_gutter {
    float x;           /* what stands right of it begins here */
    size_t begin, end; /* pieces beside it */
    size_t score;      /* how many */
};

struct ek_pdf_gutter ek_pdf_find_gutter(ek_arena *arena,
                                        const struct ek_pdf_page *page,
                                        const struct ek_pdf_piece *v, size_t n);
/* Whether a row has something on both sides of x. */
bool ek_pdf_has_both(const struct ek_pdf_page *page,
                     const struct ek_pdf_piece *v, size_t n, float x);
/* One past the pieces of the row in which piece i stands. */
size_t ek_pdf_row_end(const struct ek_pdf_piece *v, size_t n, size_t i);

/* pdf_column.c: the lines of a page in reading order. */
void ek_pdf_order(ek_pdf_doc *doc, size_t page);
/* pdf_table.c: a stretch of pieces, by rows and from left to right, becomes
 * rows of cells; false when it has not two columns. */
bool ek_pdf_table(ek_pdf_doc *doc, size_t page, const struct ek_pdf_piece *v,
                  size_t n, uint32_t column);

/* pdf_contents.c: takes tables of contents out of the lines. */
void ek_pdf_drop_contents(ek_pdf_doc *doc);

/* pdf_measure.c: size, pitch and right margins, from all lines. */
void ek_pdf_measure(ek_pdf_doc *doc);

/* pdf_note.c: which lines are footnotes. */
void ek_pdf_write_raised(ek_buf *out, ek_str digits);
void ek_pdf_mark_notes(ek_pdf_doc *doc);

/* pdf_block.c: whether line b begins anew behind line a, and whether a blank
 * line stands between them. */
typedef enum ek_pdf_step {
    EK_PDF_RUNS_ON,
    EK_PDF_NEW_LINE,
    EK_PDF_NEW_BLOCK,
} ek_pdf_step;

struct ek_pdf_block {
    size_t begin, end; /* lines of the document; those of the other sort, notes
                        * or body, are no part of it */
    size_t count;      /* its own */
    float left;        /* of its lines but for the first */
    float pitch;       /* of its last lines; 0: it has one */
    bool bold;         /* all of it */
    unsigned heading;  /* level, 0: none */
    ek_pdf_step before;
};

typedef EK_VEC(struct ek_pdf_block) ek_pdf_blocks;

/* Lines of the body, or of notes, to blocks, in order. */
void ek_pdf_blocks_of(ek_pdf_blocks *out, const ek_pdf_doc *doc, bool notes);
/* pdf_heading.c */
void ek_pdf_mark_headings(ek_pdf_blocks *blocks, const ek_pdf_doc *doc);

/* pdf_indent.c: how deep items stand in one another, by where their markers
 * and their words begin. */
enum { EK_PDF_DEEPEST = 16 };

struct ek_pdf_indents {
    struct {
        float words; /* from the left margin */
    } v[EK_PDF_DEEPEST];
    unsigned n;
};

void ek_pdf_indent_reset(struct ek_pdf_indents *indents);
/* Blanks before an item whose words begin, or go on, at x; 0: unknown. */
unsigned ek_pdf_indent_item(struct ek_pdf_indents *indents,
                            const struct ek_pdf_line *line, float words);
/* Blanks before text without a marker whose lines begin at x: it belongs to
 * the items that are indented no more than it is; the others end. */
unsigned ek_pdf_indent_text(struct ek_pdf_indents *indents,
                            const struct ek_pdf_line *line, float left);

/* pdf_write.c: all lines to the light notation. */
void ek_pdf_write(ek_text *out, ek_pdf_doc *doc);

#endif
