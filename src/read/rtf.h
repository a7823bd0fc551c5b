/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the RTF reader; private to this room. Bytes become tokens
 * (rtf_lex.c); what a control word does stands in a table (rtf_word.def); the
 * groups are a stack of their own (rtf.c); fonts tell the code page (rtf_font
 * .c); words go to the text by rtf_out.c; numbers of lists that the writer did
 * not spell out come from rtf_list.c. Nothing recurses. */
#ifndef EK_READ_RTF_H
#define EK_READ_RTF_H

#include "read/flow.h"
#include "read/ordinal.h"
#include "read/read.h"
#include "read/rtf_lex.h"

/* What becomes of the words of a group. */
typedef enum ek_rtf_dest {
    EK_RTF_SHOWN,
    EK_RTF_HOLDS,
    EK_RTF_SKIPPED,
    EK_RTF_BOX,
    EK_RTF_NOTE,
    EK_RTF_NUMBER,
    EK_RTF_COMMENT,
    EK_RTF_HEADER,
    EK_RTF_FOOTER,
    EK_RTF_PICTURE,
    EK_RTF_OBJECT,
    EK_RTF_UPR,
    EK_RTF_UD,
    EK_RTF_FONTS,
    EK_RTF_STYLES,
    EK_RTF_LISTS,
    EK_RTF_OVERRIDES,
    EK_RTF_LEVEL_TEXT,
} ek_rtf_dest;

typedef enum ek_rtf_act {
    EK_RTF_NO_ACT,
    EK_RTF_BEGIN, /* a destination: the value is an ek_rtf_dest */
    EK_RTF_SIGN,  /* a code point */
    EK_RTF_LINE,
    EK_RTF_PARAGRAPH,
    EK_RTF_CELL,
    EK_RTF_NEST_CELL,
    EK_RTF_ROW_END,
    EK_RTF_NEST_ROW,
    EK_RTF_LIST_WORD, /* an ek_rtf_list_word */
    EK_RTF_SET_PAGE,
    EK_RTF_SET_ANSICPG,
    EK_RTF_SET_CPG,
    EK_RTF_SET_FCHARSET,
    EK_RTF_SET_DEFF,
    EK_RTF_SET_F,
    EK_RTF_SET_U,
    EK_RTF_SET_UC,
    EK_RTF_SET_V,
    EK_RTF_SET_DELETED,
    EK_RTF_SET_REVISED,
    EK_RTF_SET_CHFTN,
    EK_RTF_SET_PARD,
    EK_RTF_SET_PLAIN,
    EK_RTF_SET_INTBL,
    EK_RTF_SET_ITAP,
    EK_RTF_SET_LS,
    EK_RTF_SET_ILVL,
    EK_RTF_SET_S,
    EK_RTF_SET_OUTLINELEVEL,
} ek_rtf_act;

typedef enum ek_rtf_list_word {
    EK_RTF_LIST,
    EK_RTF_LISTID,
    EK_RTF_LISTLEVEL,
    EK_RTF_LEVELNFC,
    EK_RTF_LEVELSTARTAT,
    EK_RTF_LEVELFOLLOW,
    EK_RTF_LEVELNORESTART,
    EK_RTF_LEVELLEGAL,
    EK_RTF_LISTOVERRIDE,
    EK_RTF_LFOLEVEL,
    EK_RTF_LISTOVERRIDESTARTAT,
} ek_rtf_list_word;

struct ek_rtf_word {
    const char *word;
    ek_rtf_act act;
    int value;
};

/* rtf_word.c: NULL for words that say nothing of the text. */
const struct ek_rtf_word *ek_rtf_word_of(const char *word);
size_t ek_rtf_word_count(void);
const struct ek_rtf_word *ek_rtf_word_at(size_t index);

/* rtf_font.c: code pages by their numbers, and three that are none. */
enum {
    EK_RTF_PAGE_DEFAULT = 0, /* the document's */
    EK_RTF_PAGE_ANSI = 1,    /* Western, or the document's where it is wide */
    EK_RTF_PAGE_SYMBOL = 42,
    EK_RTF_PAGE_WESTERN = 1252,
};

typedef struct ek_rtf_fonts ek_rtf_fonts;

ek_rtf_fonts *ek_rtf_fonts_new(ek_arena *arena);
void ek_rtf_fonts_document(ek_rtf_fonts *fonts, unsigned page);
unsigned ek_rtf_fonts_document_page(const ek_rtf_fonts *fonts);
/* Numbers beyond those that RTF has are ignored. */
void ek_rtf_fonts_charset(ek_rtf_fonts *fonts, long font, long charset);
void ek_rtf_fonts_page(ek_rtf_fonts *fonts, long font, long page);
unsigned ek_rtf_fonts_page_of(const ek_rtf_fonts *fonts, long font);
/* The code page for the lexer: of two bytes a character, else 0. */
unsigned ek_rtf_fonts_wide(const ek_rtf_fonts *fonts, unsigned page);
/* Appends bytes of a code page in UTF-8; the sequences that were invalid. */
uint32_t ek_rtf_fonts_decode(ek_buf *out, ek_rtf_fonts *fonts, unsigned page,
                             ek_str bytes);
/* What a sign of a symbol font stands for, in a text. */
uint32_t ek_rtf_fonts_symbol(unsigned byte);

/* rtf_list.c */
typedef struct ek_rtf_lists ek_rtf_lists;

ek_rtf_lists *ek_rtf_lists_new(ek_arena *arena);
void ek_rtf_lists_word(ek_rtf_lists *lists, ek_rtf_list_word word, long number);
/* The text of the level that is defined, \leveltext decoded. */
void ek_rtf_lists_text(ek_rtf_lists *lists, ek_str text);
/* \ls in a row of the table of overrides. */
void ek_rtf_lists_name(ek_rtf_lists *lists, long ls);
/* Counts on, and tells number or bullet of the paragraph. */
void ek_rtf_lists_count(struct ek_flow_shape *out, ek_rtf_lists *lists, long ls,
                        long level);

/* rtf_out.c: where words go. */
enum ek_rtf_kept {
    EK_RTF_KEPT,
    EK_RTF_HIDDEN,
    EK_RTF_DELETED,
    EK_RTF_INSERTED
};

struct ek_rtf_paragraph {
    bool in_table;
    long nested, list, list_level, style;
    int outline; /* from 1 on; 0: not told, -1: none */
};

struct ek_rtf_group {
    ek_rtf_dest dest;
    ek_rtf_dest around; /* of an \upr: its dest */
    long font;
    uint32_t uc;
    bool hidden, deleted, inserted;
    bool in_object; /* whose picture is no second thing */
    bool in_note;
    bool aside; /* it began a note or a box */
    struct ek_rtf_paragraph paragraph;
};

struct ek_rtf {
    ek_arena *arena;
    ek_text *text;
    const struct ek_read_options *options;
    struct ek_rtf_lex lex;
    long wide_font; /* that lex.wide was told of, if ... */
    bool wide_known;
    ek_flow *flow;
    ek_rtf_fonts *fonts;
    ek_rtf_lists *lists;
    EK_VEC(struct ek_rtf_group) groups; /* the last one is the current */
    size_t flat;        /* groups beyond the limit, which are no groups */
    size_t flat_silent; /* the one that begins what is not shown, else 0 */
    bool too_deep;
    bool utf8;     /* bytes that are not escaped are in UTF-8 */
    bool starred;  /* \* came before */
    bool fresh;    /* nothing came in the group before */
    bool over;     /* the first group has ended */
    uint32_t skip; /* characters that only repeat a \u */
    uint32_t high; /* surrogate, waiting for its second half */
    long font;     /* that the font table is at */
    long deff;
    uint32_t notes;
    ek_buf bytes; /* not yet decoded, of ... */
    struct ek_rtf_group bytes_of;
    ek_buf decoded;      /* scratch */
    ek_buf number, name; /* NUMBER; STYLES and LEVEL_TEXT */
    bool number_symbol;
    struct ek_rtf_paragraph style; /* that the style sheet is at */
    EK_VEC(signed char) outlines;  /* of styles by number */
    enum ek_rtf_kept last;         /* why the last words were kept out */
    bool apart_told;               /* of this header, comment ... */
};

/* rtf_group.c */
void ek_rtf_open(struct ek_rtf *r);
void ek_rtf_close(struct ek_rtf *r);
void ek_rtf_begin(struct ek_rtf *r, ek_rtf_dest dest);

/* rtf_act.c */
void ek_rtf_do(struct ek_rtf *r, const struct ek_rtf_token *token,
               const struct ek_rtf_word *word);

/* rtf_out.c */
struct ek_rtf_group *ek_rtf_top(struct ek_rtf *r);
void ek_rtf_byte(struct ek_rtf *r, char byte);
void ek_rtf_text(struct ek_rtf *r, ek_str bytes);
void ek_rtf_cp(struct ek_rtf *r, uint32_t cp);
void ek_rtf_unicode(struct ek_rtf *r, int32_t number);
/* What is not decoded yet is written where it belongs. */
void ek_rtf_flush(struct ek_rtf *r);
void ek_rtf_line(struct ek_rtf *r);
void ek_rtf_paragraph(struct ek_rtf *r);
void ek_rtf_cell(struct ek_rtf *r, bool nested);
void ek_rtf_row(struct ek_rtf *r, bool nested);
void ek_rtf_note_mark(struct ek_rtf *r);

#endif
