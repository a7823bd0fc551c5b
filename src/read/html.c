/* SPDX-License-Identifier: Apache-2.0 */
/* HTML pages: what a reader of the page sees, in the light notation. */
#include "config.h"

#include "read/html.h"

#include <string.h>

#include "base/written.h"
#include "read/plain.h"
#include "read/sniff.h"

static ek_str
skip_to_first_tag(ek_str head)
{
    for (;;) {
        head = ek_str_trim(head);
        if (!ek_str_starts(head, EK_STR("<!--")))
            return head;
        size_t end = ek_str_find(head, EK_STR("-->"), 0);
        head = ek_str_slice(head, end + 3, head.n);
    }
}

static bool
holds_word(ek_str s, const char *word)
{
    for (size_t i = 0; i < s.n; i++)
        if (ek_sniff_word(ek_str_slice(s, i, s.n), word))
            return true;
    return false;
}

/* A fragment begins with a block of a page and closes some block. Markdown
 * may begin so, too, but has headings of its own. */
static bool
is_fragment(ek_str head)
{
    static const char *const starts[] = {
        "<head",   "<body",    "<meta",    "<title", "<div",   "<p>",
        "<p ",     "<h1",      "<h2",      "<h3",    "<ul",    "<ol",
        "<table",  "<section", "<article", "<main",  "<style", "<script",
        "<center", "<font",    "<b>",
    };
    bool starts_so = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        starts_so |= ek_sniff_word(head, starts[i]);
    return starts_so && (holds_word(head, "</") || holds_word(head, "<br")) &&
           !holds_word(head, "\n# ") && !holds_word(head, "\n## ");
}

static bool
recognizes_html(ek_str bytes)
{
    struct ek_sniff sniff;
    ek_sniff_head(&sniff, bytes);
    ek_str head = skip_to_first_tag(ek_sniff_str(&sniff));
    if (ek_sniff_word(head, "<!doctype html") || ek_sniff_word(head, "<html"))
        return true;
    if (ek_sniff_word(head, "<?xml"))
        return holds_word(head, "<html");
    return is_fragment(head);
}

static ek_str
quoted_word(ek_str s)
{
    size_t begin = 0, end;
    while (begin < s.n && strchr(" \t\r\n\"'=", s.p[begin]))
        begin++;
    for (end = begin; end < s.n && !strchr(" \t\r\n\"';/>?", s.p[end]); end++)
        continue;
    return ek_str_slice(s, begin, end);
}

static ek_str
value_after(ek_str s, const char *word)
{
    for (size_t i = 0; i < s.n && s.p[i] != '>'; i++) {
        ek_str rest = ek_str_slice(s, i, s.n);
        if (ek_sniff_word(rest, word))
            return quoted_word(ek_str_slice(rest, strlen(word), rest.n));
    }
    return EK_STR("");
}

/* A page that can be read as far as its charset is not in UTF-16. */
static ek_encoding
declared_encoding(ek_str bytes)
{
    struct ek_sniff sniff;
    ek_sniff_head(&sniff, bytes);
    ek_str head = ek_sniff_str(&sniff), name = EK_STR("");
    if (ek_sniff_word(head, "<?xml"))
        name = value_after(head, "encoding");
    for (size_t i = 0; i < head.n && !name.n; i++) {
        ek_str rest = ek_str_slice(head, i, head.n);
        if (ek_sniff_word(rest, "<meta"))
            name = value_after(rest, "charset");
    }
    ek_encoding declared = name.n ? ek_decode_of(name) : EK_ENC_UNKNOWN;
    bool wide = declared == EK_ENC_UTF16LE || declared == EK_ENC_UTF16BE;
    return wide ? EK_ENC_UNKNOWN : declared;
}

static void
append_lines(ek_diag *to, const ek_diag *from)
{
    for (size_t i = 0; i < from->lines.n; i++)
        EK_PUSH(to->arena, to->lines, from->lines.v[i]);
}

/* Pages that were saved in another encoding often keep their old declaration:
 * where it does not fit and detection does, detection is believed. */
static void
decode_page(ek_text *out, ek_arena *arena, const ek_source *source,
            ek_encoding forced, ek_diag *diag)
{
    ek_encoding declared = source->declared != EK_ENC_UNKNOWN
                               ? source->declared
                               : declared_encoding(source->bytes);
    ek_diag first = ek_diag_on(diag->arena), second = first;
    ek_plain_decode(out, arena, source, forced, declared, &first);
    if (!out->replaced || forced || !declared) {
        append_lines(diag, &first);
        return;
    }
    ek_text other = *out;
    ek_plain_decode(&other, arena, source, forced, EK_ENC_UNKNOWN, &second);
    bool better = other.replaced < out->replaced;
    if (better)
        *out = other;
    append_lines(diag, better ? &second : &first);
}

static ek_status
read_html(ek_text *out, ek_arena *arena, const ek_source *source,
          const struct ek_read_options *options, ek_diag *diag)
{
    decode_page(out, arena, source, options->encoding, diag);
    if (ek_xml_crowded(out->bytes)) {
        ek_diag_say(diag, EK_D_read_refused, source->path, 0,
                    EK_STR("an element has too many attributes"), EK_STR(""));
        return EK_EFORMAT;
    }
    struct ek_light w = {.text = out, .out = ek_buf_on(arena)};
    struct ek_html_page page = {.arena = arena,
                                .doc = ek_xml_html(arena, out->bytes)};
    if (!page.doc)
        return EK_OK;
    page.sheet = ek_html_sheet_of(arena, page.doc);
    ek_html_weigh(&page);
    ek_html_set_apart(&page, &out->extraction);
    bool too_deep = ek_html_walk(&w, &page, options->limits.depth);
    out->title = page.title;
    ek_light_finish(&w);
    if (too_deep)
        ek_diag_say(diag, EK_D_read_depth, source->path, 0,
                    ek_written_count(arena, options->limits.depth), EK_STR(""));
    return ek_html_is_door(&page, out->bytes, source->path, diag) ? EK_EFORMAT
                                                                  : EK_OK;
}

const struct ek_reader ek_reader_html = {"html", "html htm xhtml",
                                         recognizes_html, read_html};
