/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

enum { MOST_ERRORS = 8, LONGEST_MESSAGE = 240 };

/* What a parser leaves behind. The arena owns it before the parser runs, and
 * complaints wait until it is done: the arena may unwind, and must not unwind
 * past a parser or an open file. */
struct job {
    xmlDoc *doc;
    struct {
        int line;
        char message[LONGEST_MESSAGE];
    } complaints[MOST_ERRORS];
    size_t n;
};

static void
release_document(void *object)
{
    struct job *job = object;
    xmlFreeDoc(job->doc);
}

static struct job *
prepare_job(ek_arena *arena)
{
    struct job *job = ek_arena_alloc(arena, sizeof *job);
    ek_arena_defer(arena, release_document, job);
    return job;
}

static void
keep_complaint(void *object, xmlErrorPtr error)
{
    struct job *job = object;
    if (error->level < XML_ERR_ERROR || job->n == MOST_ERRORS)
        return;
    const char *text = error->message ? error->message : "not well-formed";
    char *kept = job->complaints[job->n].message;
    snprintf(kept, LONGEST_MESSAGE, "%s", text);
    kept[strcspn(kept, "\n")] = '\0';
    job->complaints[job->n++].line = error->line;
}

/* Reads fd when it is not negative, else bytes. Touches no arena. */
static void
run_parser(struct job *job, int fd, ek_str bytes, const char *name)
{
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        return;
    xmlSetStructuredErrorFunc(job, keep_complaint);
    job->doc = fd >= 0 ? xmlCtxtReadFd(parser, fd, name, NULL, options)
                       : xmlCtxtReadMemory(parser, bytes.p ? bytes.p : "",
                                           (int)bytes.n, name, NULL, options);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeParserCtxt(parser);
}

static ek_status
refuse(ek_str name, ek_str why, ek_diag *diag)
{
    ek_diag_say(diag, EK_D_pack_xml, name, 0, why, EK_STR(""));
    return EK_EFORMAT;
}

static ek_status
hand_out(xmlDoc **out, const struct job *job, ek_str name, ek_diag *diag)
{
    for (size_t i = 0; i < job->n; i++) {
        int line = job->complaints[i].line;
        ek_diag_say(diag, EK_D_pack_xml, name, line > 0 ? (uint32_t)line : 0,
                    ek_str_of(job->complaints[i].message), EK_STR(""));
    }
    if (job->n)
        return EK_EFORMAT;
    if (!job->doc)
        return refuse(name, EK_STR("not well-formed XML"), diag);
    if (job->doc->intSubset)
        return refuse(
            name, EK_STR("document type declarations are not allowed"), diag);
    *out = job->doc;
    return EK_OK;
}

/* Where the next tag begins: most of a text stands outside of tags. */
static size_t
next_tag(ek_str text, size_t from)
{
    return ek_str_find(text, EK_STR("<"), from);
}

/* About what the tree of a text takes: a node for each tag and each text, two
 * for an attribute. Small tags make a tree of thirty times their bytes. */
static size_t
tree_size(ek_str text)
{
    enum { NODE = 136 };
    size_t nodes = 0;
    bool in_tag = false;
    for (size_t i = next_tag(text, 0); i < text.n;
         i = in_tag ? i + 1 : next_tag(text, i + 1)) {
        char c = text.p[i];
        if (c == '<') {
            nodes += (i > 0 && text.p[i - 1] != '>') +
                     (i + 1 < text.n && text.p[i + 1] != '/');
            in_tag = true;
        } else if (in_tag && c == '=') {
            nodes += 2;
        } else if (c == '>') {
            in_tag = false;
        }
    }
    return nodes * NODE + text.n;
}

/* Counts attributes of the tags, at least as many as there are: what stands in
 * quotes is skipped, all that can separate them counts. */
bool
ek_xml_crowded(ek_str text)
{
    const uint64_t most = 400000000; /* comparisons: some seconds */
    uint64_t cost = 0, n = 0;
    char quote = '\0', before = '>';
    bool in_tag = false;
    for (size_t i = next_tag(text, 0); i < text.n && cost + n * n <= most;
         i = in_tag ? i + 1 : next_tag(text, i + 1)) {
        char c = text.p[i];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '<' || c == '>') {
            cost += n * n;
            n = 0;
            in_tag = c == '<' && i + 1 < text.n &&
                     !strchr(" 0123456789=!?/-(", text.p[i + 1]);
        } else if (in_tag && before == '=' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (in_tag) {
            n += c == '=' || c == '/' || (before != ' ' && c == ' ') ||
                 (c > '\0' && c < ' ');
        }
        before = c == ' ' && before == '=' ? '=' : c;
    }
    return cost + n * n > most;
}

ek_status
ek_xml_memory(xmlDoc **out, ek_arena *arena, ek_str bytes, ek_str name,
              ek_diag *diag)
{
    struct job *job = prepare_job(arena);
    if (bytes.n > INT_MAX)
        return refuse(name, EK_STR("larger than the parser can read"), diag);
    if (ek_xml_crowded(bytes))
        return refuse(name, EK_STR("an element has too many attributes"), diag);
    ek_arena_charge(arena, tree_size(bytes));
    run_parser(job, -1, bytes, ek_arena_copy(arena, name).p);
    return hand_out(out, job, name, diag);
}

static int
open_file(const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && !fstat(fd, &st) && S_ISDIR(st.st_mode)) {
        close(fd);
        errno = EISDIR;
        return -1;
    }
    return fd;
}

ek_status
ek_xml_file(xmlDoc **out, ek_arena *arena, ek_str path, ek_diag *diag)
{
    struct job *job = prepare_job(arena);
    const char *name = ek_arena_copy(arena, path).p;
    int fd = open_file(name);
    if (fd < 0) {
        ek_diag_say(diag, EK_D_read_open, path, 0, ek_str_of(strerror(errno)),
                    EK_STR(""));
        return EK_EIO;
    }
    run_parser(job, fd, EK_STR(""), name);
    close(fd);
    return hand_out(out, job, path, diag);
}

/* Beyond 256 levels the parser stops and loses text unless told XML_PARSE_HUGE,
 * which the HTML parser honours though its own list of options lacks it. Of
 * XML_PARSE_BIG_LINES it knows nothing, but the tree builder does. */
xmlDoc *
ek_xml_html(ek_arena *arena, ek_str utf8)
{
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                  HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
    struct job *job = prepare_job(arena);
    if (utf8.n > INT_MAX) /* the parser would read a part of it */
        return NULL;
    ek_arena_charge(arena, tree_size(utf8));
    htmlParserCtxt *parser = htmlNewParserCtxt();
    if (!parser)
        return NULL;
    parser->options |= XML_PARSE_BIG_LINES;
    job->doc = htmlCtxtReadMemory(parser, utf8.p ? utf8.p : "", (int)utf8.n,
                                  NULL, "UTF-8", options);
    htmlFreeParserCtxt(parser);
    return job->doc;
}

ek_str
ek_xml_attr(const xmlNode *node, const char *name)
{
    if (node->type != XML_ELEMENT_NODE)
        return (ek_str){NULL, 0};
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (strcmp((const char *)a->name, name) != 0)
            continue;
        const xmlNode *value = a->children;
        return value && value->content ? ek_str_of((const char *)value->content)
                                       : EK_STR("");
    }
    return (ek_str){NULL, 0};
}

ek_str
ek_xml_name(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE ? ek_str_of((const char *)node->name)
                                          : EK_STR("");
}

uint32_t
ek_xml_line(const xmlNode *node)
{
    enum { TOO_LARGE = 65535 }; /* what a node's own field can hold */
    if (node->type == XML_ELEMENT_NODE && node->line == TOO_LARGE)
        return 0;
    long line = xmlGetLineNo(node);
    return line > 0 ? (uint32_t)line : 0;
}
