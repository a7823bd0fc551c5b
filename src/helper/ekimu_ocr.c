/* SPDX-License-Identifier: Apache-2.0 */
/* The picture of a page (PGM, from standard input) to its words and how sure
 * they are (read/pdf_page.h). */
#include "config.h"

#include "helper/lines.h"
#include "helper/ocr_words.h"
#include "helper/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where systems keep the data of languages; the first that has them. */
static const char *const data_folders[] = {
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    NULL,
};
static const char *const languages[] = {"jpn", "eng"};

static bool
has_languages(const char *folder)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s.traineddata", folder, languages[i]);
        if (access(path, R_OK) != 0)
            return false;
    }
    return true;
}

/* NULL when none has all of them. */
static const char *
find_data(void)
{
    const char *const *folder = data_folders;
    while (*folder && !has_languages(*folder))
        folder++;
    return *folder;
}

static bool
read_all(unsigned char *bytes, size_t n)
{
    while (n) {
        ssize_t got = read(STDIN_FILENO, bytes, n);
        if (got <= 0)
            return false;
        bytes += got;
        n -= (size_t)got;
    }
    return true;
}

/* The number in the header that comes next, and the blank behind it. */
static unsigned
read_number(void)
{
    enum { MOST = 100000 };
    unsigned char c = 0;
    unsigned n = 0;
    while (read_all(&c, 1) && c >= '0' && c <= '9' && n < MOST)
        n = n * 10 + (unsigned)(c - '0');
    return n;
}

/* As ekimu-pdf writes it: no comments, one byte a dot. The caller frees. */
static bool
read_picture(struct ek_ocr_picture *picture)
{
    enum { MOST_SIDE = 20000 };
    unsigned char magic[3];
    if (!read_all(magic, 3) || memcmp(magic, "P5\n", 3) != 0)
        return false;
    picture->width = read_number();
    picture->height = read_number();
    if (read_number() != 255 || !picture->width || !picture->height ||
        picture->width > MOST_SIDE || picture->height > MOST_SIDE)
        return false;
    size_t n = (size_t)picture->width * picture->height;
    picture->gray = malloc(n);
    if (!picture->gray)
        exit(EK_HELPER_MEMORY);
    return read_all(picture->gray, n);
}

static bool
recognize(struct ek_ocr_picture *picture)
{
    const char *data = find_data();
    ek_lines_begin();
    if (!data)
        ek_lines_name("trouble", "no-language-data");
    else if (!read_picture(picture))
        ek_lines_name("trouble", "damaged");
    else if (!ek_ocr_words(picture, data, "jpn+eng"))
        return false;
    free(picture->gray);
    return ek_lines_end();
}

static bool
read_arguments(struct ek_ocr_picture *picture, int argc, char **argv)
{
    for (int i = 1; i < argc; i += 2) {
        double value = i + 1 < argc ? atof(argv[i + 1]) : 0;
        if (!(value > 0))
            return false;
        if (strcmp(argv[i], "--width") == 0)
            picture->wide = value;
        else if (strcmp(argv[i], "--height") == 0)
            picture->high = value;
        else
            return false;
    }
    return true;
}

int
main(int argc, char **argv)
{
    struct ek_ocr_picture picture = {.wide = 595, .high = 842};
    const struct ek_sandbox_rules rules = {.readable = data_folders};
    bool asked = argc == 2 && strcmp(argv[1], "--sandbox") == 0;
    if (!asked && !read_arguments(&picture, argc, argv)) {
        fputs("usage: ekimu-ocr [--width POINTS --height POINTS] <PGM\n"
              "       ekimu-ocr --sandbox\n",
              stderr);
        return EK_HELPER_USAGE;
    }
    ek_sandbox_tell_memory();
    const struct ek_sandbox stands = ek_sandbox_enter(&rules);
    if (asked) {
        ek_sandbox_tell(&stands);
        return EK_HELPER_DONE;
    }
    return recognize(&picture) ? EK_HELPER_DONE : EXIT_FAILURE;
}
