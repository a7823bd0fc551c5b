/* SPDX-License-Identifier: Apache-2.0 */
/* The workbook: opened with the first word, closed with the last, then looked
 * at once more, since the library does not say when a disk was full. */
#include "config.h"

#include "report/xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum {
    SHEETS = 7,
    JUNE_2013 = 1370044800, /* no clock: same input, same bytes */
    MOST_NAME = 64
};

/* Above this an archive needs its large form. */
static const off_t large = (off_t)3 << 30;

static const ek_str nothing = {"", 0};

static struct ek_xlsx_sheet *
sheet_of(struct ek_xlsx *book, size_t i)
{
    struct ek_xlsx_sheet *const sheets[SHEETS] = {
        &book->summary,   &book->findings,  &book->verdicts, &book->checklist,
        &book->questions, &book->documents, &book->decisions};
    return sheets[i];
}

/* Where the library keeps rows meanwhile: beside the output, unless the user
 * names another place. */
static char *
folder_of(const struct ek_xlsx *book)
{
    ek_str folder = ek_str_of(getenv("TMPDIR")), file = book->options.file;
    if (!folder.n)
        folder = ek_str_slice(file, 0, file.n - ek_str_file_name(file).n);
    if (!folder.n)
        folder = EK_STR(".");
    char *copy = ek_arena_alloc(book->arena, folder.n + 1);
    memcpy(copy, folder.p, folder.n);
    return copy;
}

FILE *
ek_xlsx_temporary(const struct ek_xlsx *book)
{
    return lxw_tmpfile(book->folder);
}

static void
drop(void *self)
{
    struct ek_xlsx *book = self;
    if (book->workbook)
        lxw_workbook_free(book->workbook);
    book->workbook = NULL;
}

static void
open_sheets(struct ek_xlsx *book)
{
    book->summary = ek_xlsx_summary_sheet();
    book->findings = ek_xlsx_findings_sheet();
    book->verdicts = ek_xlsx_verdicts_sheet();
    book->checklist = ek_xlsx_checklist_sheet();
    book->questions = ek_xlsx_questions_sheet();
    book->documents = ek_xlsx_documents_sheet();
    for (size_t i = 0; i < SHEETS - 1; i++)
        ek_xlsx_sheet_open(sheet_of(book, i), book);
    book->decisions = ek_xlsx_decisions_sheet();
}

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)out;
    struct ek_xlsx *book = ek_arena_alloc(arena, sizeof *book);
    book->arena = arena;
    book->options = *options;
    book->scratch = ek_buf_on(arena);
    book->folder = folder_of(book);
    lxw_workbook_options how = {.constant_memory = 1, .tmpdir = book->folder};
    book->workbook =
        workbook_new_opt(ek_arena_copy(arena, options->file).p, &how);
    if (!book->workbook)
        ek_arena_alloc(arena, SIZE_MAX); /* unwinds */
    ek_arena_defer(arena, drop, book);
    ek_xlsx_styles(book);
    open_sheets(book);
    book->spool = ek_xlsx_spool_open(book);
    return book;
}

static void
keep_about(struct ek_xlsx *book, struct ek_page *page, const ek_result *r)
{
    ek_arena *arena = book->arena;
    ek_str id = ek_page_text(page, r->pack_id);
    ek_str version = ek_page_text(page, r->pack_version);
    ek_str since = ek_page_say(page, EK_W_as_of,
                               ek_page_text(page, r->pack_as_of), nothing);
    ek_str note = ek_page_label(page, &r->note_2013);
    book->about = ek_arena_printf(arena, "ekimu %.*s, %.*s %.*s",
                                  EK_ARG(ek_page_text(page, r->engine)),
                                  EK_ARG(id), EK_ARG(version));
    book->note = ek_arena_printf(
        arena, "%.*s %.*s  Q&A: %.*s  %.*s", EK_ARG(book->about), EK_ARG(since),
        EK_ARG(note),
        EK_ARG(ek_catalogue_text(EK_W_guideline, book->options.lang)));
    book->disclaimer =
        ek_arena_copy(arena, ek_page_label(page, &r->disclaimer));
    book->pack = ek_arena_copy(arena, ek_page_text(page, r->pack_fingerprint));
}

static ek_str
hashes_of(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->documents.n; i++) {
        ek_buf_puts(&out, i ? " " : "");
        ek_buf_add(&out, ek_page_text(page, r->documents.v[i].sha256));
    }
    return ek_buf_str(&out);
}

static void
document(void *state, ek_buf *out, const ek_result *r)
{
    struct ek_xlsx *book = state;
    struct ek_page page = ek_page_open(book->arena, out, &book->options);
    struct ek_xlsx_contract c = {
        .number = book->contracts + 1,
        .name = ek_page_text(&page, ek_result_name(r)),
        .hashes = hashes_of(&page, r),
    };
    page.reviewed = ek_reviewed_of(page.arena, r);
    book->reviewed |= page.reviewed != NULL;
    if (page.reviewed) {
        c.decided = page.reviewed->decided;
        c.again = page.reviewed->again;
    }
    book->decided += c.decided;
    book->again += c.again;
    if (book->contracts++ == 0)
        keep_about(book, &page, r);
    ek_xlsx_put_findings(book, &page, r, &c);
    ek_xlsx_put_verdicts(book, &page, r, &c);
    ek_xlsx_put_questions(book, &page, r, &c);
    ek_xlsx_put_documents(book, &page, r, &c);
    ek_xlsx_put_decisions(book, &page, r, &c);
    ek_xlsx_take_summary(book, &page, r, &c);
    ek_arena_free(page.arena);
}

static void
set_property(struct ek_xlsx *book, const char *name, ek_str value)
{
    enum { MOST = 255 };
    value = ek_xlsx_front(ek_xlsx_letters(book, value), MOST);
    workbook_set_custom_property_string(book->workbook, name,
                                        ek_arena_copy(book->arena, value).p);
}

/* What an import has to know. */
static void
set_properties(struct ek_xlsx *book)
{
    ek_lang lang = book->options.lang;
    lxw_doc_properties about = {.created = JUNE_2013};
    workbook_set_properties(book->workbook, &about);
    set_property(book, "ekimu.workbook", EK_STR("2"));
    set_property(book, "ekimu.lang", ek_str_of(ek_lang_word(lang)));
    set_property(book, "ekimu.pack", book->pack);
    for (size_t i = 0; i < EK_XLSX_STATES; i++) {
        char name[MOST_NAME];
        ek_decided state = (ek_decided)(i + 1);
        snprintf(name, sizeof name, "ekimu.state.%s", ek_decided_word(state));
        set_property(book, name,
                     ek_catalogue_text(ek_reviewed_label(state), lang));
    }
}

/* Bytes that each part has so far; the last row is still to come. */
static size_t
measure(const lxw_workbook *workbook, off_t *sizes, size_t most, bool *good)
{
    size_t n = 0;
    lxw_worksheet *sheet;
    STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers)
    {
        FILE *file = sheet->optimize_tmpfile;
        if (!file || fflush(file) || ferror(file) || n == most) {
            *good = false;
            break;
        }
        sizes[n++] = ftello(file);
    }
    return n;
}

/* Whether the archive holds every part in its length. */
static bool
is_whole(const char *file, const off_t *sizes, size_t n)
{
    zip_t *archive = zip_open(file, ZIP_RDONLY, NULL);
    bool good = archive != NULL;
    for (size_t i = 0; good && i < n; i++) {
        char name[MOST_NAME];
        zip_stat_t stat;
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i + 1);
        good = zip_stat(archive, name, 0, &stat) == 0 &&
               stat.size >= (zip_uint64_t)sizes[i];
    }
    if (archive)
        zip_discard(archive);
    return good;
}

static void
close_book(struct ek_xlsx *book)
{
    enum { MOST_SHEETS = 4096 };
    off_t *sizes = ek_arena_alloc(book->arena, MOST_SHEETS * sizeof *sizes);
    bool good = true;
    size_t n = measure(book->workbook, sizes, MOST_SHEETS, &good);
    for (size_t i = 0; i < n; i++)
        book->workbook->options.use_zip64 |= sizes[i] > large;
    ek_str file = ek_arena_copy(book->arena, book->options.file);
    lxw_error error = workbook_close(book->workbook);
    book->workbook = NULL;
    if (error)
        book->trouble =
            ek_catalogue_say(book->arena, EK_W_x_failed, book->options.lang,
                             ek_str_of(lxw_strerror(error)), nothing);
    else if (!good || !is_whole(file.p, sizes, n))
        book->trouble = ek_catalogue_text(EK_W_x_no_room, book->options.lang);
}

static void
end(void *state, ek_buf *out)
{
    struct ek_xlsx *book = state;
    struct ek_page page = ek_page_open(book->arena, out, &book->options);
    ek_xlsx_put_summary(book, &page);
    for (size_t i = 0; i < SHEETS; i++)
        if (sheet_of(book, i)->sheet)
            ek_xlsx_sheet_close(sheet_of(book, i));
    set_properties(book);
    ek_arena_free(page.arena);
    if (!book->trouble.n)
        close_book(book);
}

static ek_str
trouble(const void *state)
{
    return ((const struct ek_xlsx *)state)->trouble;
}

const struct ek_reporter ek_reporter_xlsx = {.name = "xlsx",
                                             .begin = begin,
                                             .document = document,
                                             .end = end,
                                             .trouble = trouble};
