/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/lines.h"

#include <stdio.h>
#include <string.h>

enum {
    ALL_FLAGS = EK_PDF_BOLD | EK_PDF_VERTICAL | EK_PDF_JOINED | EK_PDF_TURNED,
};

void
ek_lines_begin(void)
{
    fputs("ekimu-pdf\t1\n", stdout);
}

static void
put_text(ek_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] >= ' ' && text.p[i] != '\x7f')
            putchar(text.p[i]);
}

void
ek_lines_mark(const char *word)
{
    puts(word);
}

void
ek_lines_count(const char *word, size_t n)
{
    printf("%s\t%zu\n", word, n);
}

void
ek_lines_name(const char *word, const char *name)
{
    printf("%s\t", word);
    put_text((ek_str){name, strlen(name)});
    putchar('\n');
}

void
ek_lines_page(unsigned number, double width, double height, const char *label)
{
    printf("page\t%u\t%.1f\t%.1f\t", number, width, height);
    put_text((ek_str){label, strlen(label)});
    putchar('\n');
}

static void
put_box(const struct ek_pdf_box *box)
{
    printf("%.2f\t%.2f\t%.2f\t%.2f", (double)box->x0, (double)box->y0,
           (double)box->x1, (double)box->y1);
}

void
ek_lines_image(const struct ek_pdf_box *box)
{
    fputs("image\t", stdout);
    put_box(box);
    putchar('\n');
}

void
ek_lines_fonts(unsigned fonts, unsigned unmapped)
{
    printf("fonts\t%u\t%u\n", fonts, unmapped);
}

void
ek_lines_word(const struct ek_pdf_word *word)
{
    fputs("word\t", stdout);
    put_box(&word->box);
    printf("\t%.2f\t%u\t%u\t", (double)word->size, word->flags & ALL_FLAGS,
           (unsigned)word->confidence);
    put_text(word->text);
    putchar('\n');
}

bool
ek_lines_end(void)
{
    fputs("end\n", stdout);
    return fflush(stdout) == 0 && !ferror(stdout);
}
