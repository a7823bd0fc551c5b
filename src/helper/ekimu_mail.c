/* SPDX-License-Identifier: Apache-2.0 */
/* ekimu-mail: a mail, or a mailbox, from standard input to its parts
 * (read/mail_part.h). */
#include "config.h"

#include "helper/lines.h"
#include "helper/sandbox.h"
#include "helper/stdin.h"

#include <gmime/gmime.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DEPTH = 64, MOST_NAME = 1000 };

static bool truncated, nested;

static void
take_warning(int64_t offset, GMimeParserWarning warning, const gchar *item,
             gpointer self)
{
    (void)offset;
    (void)item;
    (void)self;
    truncated |= warning == GMIME_WARN_TRUNCATED_MESSAGE;
    nested |= warning == GMIME_CRIT_NESTING_OVERFLOW;
}

/* A field is one word of ASCII. */
static void
put_field(const char *value)
{
    putchar(' ');
    if (!value || !*value)
        putchar('-');
    for (; value && *value; value++)
        putchar(*value > ' ' && *value < 0x7F ? g_ascii_tolower(*value) : '?');
}

static void
put_name(const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name ? name : "", -1);
    putchar(' ');
    for (int i = 0; valid[i] && i < MOST_NAME; i++)
        putchar((unsigned char)valid[i] < ' ' || valid[i] == 0x7F ? ' '
                                                                  : valid[i]);
}

static char *
type_of(GMimeObject *object)
{
    static const char *const wanted[] = {"format", "delsp", "smime-type"};
    GMimeContentType *type = g_mime_object_get_content_type(object);
    g_autofree char *bare =
        type ? g_mime_content_type_get_mime_type(type) : NULL;
    GString *out = g_string_new(bare ? bare : "application/octet-stream");
    for (size_t i = 0; type && i < G_N_ELEMENTS(wanted); i++) {
        const char *value = g_mime_content_type_get_parameter(type, wanted[i]);
        if (value)
            g_string_append_printf(out, ";%s=%s", wanted[i], value);
    }
    return g_string_free(out, FALSE);
}

/* Whoever reads the parts knows these, and mends what is declared wrongly. */
static bool
is_left_as_it_is(const char *charset)
{
    static const char *const beginnings[] = {
        "utf-8",     "utf8",       "us-ascii", "ascii",       "ansi_x3",
        "shift",     "x-sjis",     "sjis",     "cp932",       "ms932",
        "windows-3", "iso-2022-j", "cp5022",   "euc-jp",      "x-euc",
        "utf-16",    "iso-8859-1", "latin1",   "windows-1252"};
    for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++)
        if (g_ascii_strncasecmp(charset, beginnings[i],
                                strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* The charset of the bytes as they are then. */
static const char *
settle_charset(GMimeObject *object, GByteArray *bytes)
{
    const char *charset =
        g_mime_object_get_content_type_parameter(object, "charset");
    gsize n = 0;
    if (!charset || !bytes || is_left_as_it_is(charset))
        return charset;
    g_autofree char *utf8 =
        g_convert((const char *)bytes->data, (gssize)bytes->len, "UTF-8",
                  charset, NULL, &n, NULL);
    if (!utf8 || n > G_MAXUINT)
        return charset;
    g_byte_array_set_size(bytes, 0);
    g_byte_array_append(bytes, (const guint8 *)utf8, (guint)n);
    return "utf-8";
}

static void
put_part(const char *number, GMimeObject *object, const char *name,
         GByteArray *bytes)
{
    g_autofree char *type = type_of(object);
    const char *charset = settle_charset(object, bytes);
    fputs("part", stdout);
    put_field(number);
    put_field(type);
    put_field(charset);
    put_field(g_mime_object_get_disposition(object));
    printf(" %u", bytes ? bytes->len : 0);
    put_name(name);
    putchar('\n');
    if (bytes)
        fwrite(bytes->data, 1, bytes->len, stdout);
    putchar('\n');
}

static GMimeStream *
memory(GByteArray *bytes)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    return stream;
}

static void
put_leaf(const char *number, GMimePart *part)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    GMimeStream *stream = memory(bytes);
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content)
        g_mime_data_wrapper_write_to_stream(content, stream);
    put_part(number, GMIME_OBJECT(part), g_mime_part_get_filename(part), bytes);
    g_object_unref(stream);
}

/* As it was sent, with its headers: it is read as a mail of its own. */
static void
put_mail(const char *number, GMimeMessagePart *part)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    GMimeStream *stream = memory(bytes);
    GMimeMessage *mail = g_mime_message_part_get_message(part);
    GMimeObject *object = GMIME_OBJECT(part);
    GMimeContentDisposition *disposition =
        g_mime_object_get_content_disposition(object);
    const char *name =
        disposition
            ? g_mime_content_disposition_get_parameter(disposition, "filename")
            : NULL;
    if (mail)
        g_mime_object_write_to_stream(GMIME_OBJECT(mail), NULL, stream);
    put_part(number, object,
             name ? name
                  : g_mime_object_get_content_type_parameter(object, "name"),
             bytes);
    g_object_unref(stream);
}

static void
put_object(const char *number, GMimeObject *object, int depth)
{
    if (depth > MOST_DEPTH) {
        nested = true;
    } else if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *parts = GMIME_MULTIPART(object);
        int n = g_mime_multipart_get_count(parts);
        put_part(number, object, NULL, NULL);
        for (int i = 0; i < n; i++) {
            g_autofree char *inner =
                *number ? g_strdup_printf("%s.%d", number, i + 1)
                        : g_strdup_printf("%d", i + 1);
            put_object(inner, g_mime_multipart_get_part(parts, i), depth + 1);
        }
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        put_mail(*number ? number : "1", GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
        put_leaf(*number ? number : "1", GMIME_PART(object));
    } else {
        put_part(*number ? number : "1", object, NULL, NULL);
    }
}

/* Headers of old programs hold bytes as they were typed. */
static GMimeParserOptions *
parser_options(void)
{
    static const char *charsets[] = {"utf-8", "cp932", "iso-8859-1", NULL};
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    g_mime_parser_options_set_warning_callback(options, take_warning, NULL);
    return options;
}

static void
put_one(GMimeMessage *mail)
{
    GMimeObject *whole = mail ? g_mime_message_get_mime_part(mail) : NULL;
    if (whole)
        put_object("", whole, 0);
}

/* Each as a mail in a mail that holds nothing else. */
static void
put_mailbox(GMimeParser *parser, GMimeParserOptions *options)
{
    g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    fputs("part - multipart/digest - - 0 \n\n", stdout);
    for (unsigned i = 1; !g_mime_parser_eos(parser); i++) {
        GMimeMessage *mail = g_mime_parser_construct_message(parser, options);
        if (!mail)
            break;
        GMimeMessagePart *part =
            g_mime_message_part_new_with_message("rfc822", mail);
        g_autofree char *number = g_strdup_printf("%u", i);
        put_mail(number, part);
        g_object_unref(part);
        g_object_unref(mail);
    }
}

static void
put_all(GBytes *bytes)
{
    gsize n;
    const char *p = g_bytes_get_data(bytes, &n);
    GMimeParserOptions *options = parser_options();
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(p, n);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    if (n > 5 && memcmp(p, "From ", 5) == 0) {
        put_mailbox(parser, options);
    } else {
        GMimeMessage *mail = g_mime_parser_construct_message(parser, options);
        put_one(mail);
        g_clear_object(&mail);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    g_mime_parser_options_free(options);
}

/* The tables of iconv, for names in headers. */
static const char *const readable[] = {"/usr/lib", "/usr/lib64", "/lib",
                                       "/lib64", NULL};

static void
put_document(void)
{
    g_autoptr(GBytes) bytes = ek_stdin_bytes();
    puts("ekimu-mail 1");
    put_all(bytes);
    if (truncated)
        puts("warn truncated");
    if (nested)
        puts("warn nested");
    puts("end");
}

int
main(int argc, char **argv)
{
    const struct ek_sandbox_rules rules = {.readable = readable};
    bool asked = argc == 2 && strcmp(argv[1], "--sandbox") == 0;
    if (argc > 1 && !asked) {
        fputs("usage: ekimu-mail <EML\n       ekimu-mail --sandbox\n", stderr);
        return EK_HELPER_USAGE;
    }
    g_mime_init();
    ek_sandbox_tell_memory();
    const struct ek_sandbox stands = ek_sandbox_enter(&rules);
    if (asked)
        ek_sandbox_tell(&stands);
    else
        put_document();
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EK_HELPER_DONE;
}
