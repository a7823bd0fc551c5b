/* SPDX-License-Identifier: Apache-2.0 */
/* One pass over a page: how much text each element holds, how much of it in
 * links, and which element holds the most. */
#include "config.h"

#include "read/html.h"

#include <string.h>

#include "read/sniff.h"

static const char *const cookie_words[] = {
#define EK_HTML_COOKIE(word) word,
#include "read/html_words.def"
};

static const char *const owner_words[] = {
#define EK_HTML_OWNER(word) word,
#include "read/html_words.def"
};

static const char *const date_words[] = {
#define EK_HTML_DATED(word) word,
#include "read/html_words.def"
};

#define HOLDS(text, words)                                                     \
    ek_str_holds_any(text, words, sizeof(words) / sizeof *(words))

struct weighing {
    struct ek_html_page *page;
    struct ek_html_tally tally;
    const xmlNode *link; /* the outermost one around */
    const xmlNode *main, *article;
    uint32_t elements;
};

const struct ek_html_weight *
ek_html_weight_of(const xmlNode *element)
{
    static const struct ek_html_weight nothing = {.apart = NULL};
    return element->_private ? element->_private : &nothing;
}

uint32_t
ek_html_letters(const struct ek_html_weight *weight)
{
    return weight->end.letters - weight->begin.letters;
}

uint32_t
ek_html_unlinked(const struct ek_html_weight *weight)
{
    return ek_html_letters(weight) -
           (weight->end.linked - weight->begin.linked);
}

bool
ek_html_holds(const xmlNode *outer, const xmlNode *inner)
{
    const struct ek_html_weight *a = ek_html_weight_of(outer);
    const struct ek_html_weight *b = ek_html_weight_of(inner);
    return a->order <= b->order && b->order <= a->last;
}

static void
weigh_text(struct weighing *weighing, const xmlNode *node)
{
    enum { MULTIPLIER = 1099511 };
    struct ek_html_tally *tally = &weighing->tally;
    ek_str words = ek_str_of((const char *)node->content);
    uint32_t letters = 0;
    for (size_t i = 0; i < words.n; i++) {
        unsigned char c = (unsigned char)words.p[i];
        if (c <= ' ')
            continue;
        letters += (c & 0xC0) != 0x80;
        tally->bytes++;
        tally->mix = tally->mix * MULTIPLIER + c;
    }
    tally->letters += letters;
    tally->linked += weighing->link ? letters : 0;
    tally->cookies += HOLDS(words, cookie_words);
    tally->owners += HOLDS(words, owner_words);
    tally->dates += HOLDS(words, date_words);
}

static bool
is_button(const xmlNode *node)
{
    ek_str name = ek_xml_name(node), type = ek_xml_attr(node, "type");
    return ek_str_is(name, "button") ||
           ek_str_is(ek_xml_attr(node, "role"), "button") ||
           (ek_str_is(name, "input") &&
            (ek_str_is(type, "button") || ek_str_is(type, "submit")));
}

/* What an element that shows no text tells about the page. */
static void
note_element(struct ek_html_page *page, const xmlNode *node)
{
    ek_str name = ek_xml_name(node);
    page->scripts += ek_str_is(name, "script");
    page->images += ek_str_is(name, "img");
    page->passwords += ek_str_is(name, "input") &&
                       ek_sniff_word(ek_xml_attr(node, "type"), "password");
    if (ek_str_is(name, "noscript") && !page->noscript)
        page->noscript = node;
}

static bool
weighs_more(const xmlNode *node, const xmlNode *than)
{
    return !than || ek_html_unlinked(ek_html_weight_of(node)) >
                        ek_html_unlinked(ek_html_weight_of(than));
}

static bool
enter_element(struct weighing *weighing, xmlNode *node)
{
    struct ek_html_tally *tally = &weighing->tally;
    ek_html_kind kind = ek_html_kind_of(node);
    struct ek_html_weight *weight =
        ek_arena_alloc(weighing->page->arena, sizeof *weight);
    node->_private = weight;
    note_element(weighing->page, node);
    tally->links += kind == EK_HTML_LINK;
    tally->buttons += is_button(node);
    tally->titles += ek_html_heading(node) == 1;
    weight->hidden = ek_html_hidden(weighing->page->sheet, node);
    weight->order = weight->last = ++weighing->elements;
    weight->begin = weight->end = *tally;
    if (kind == EK_HTML_LINK && !weighing->link)
        weighing->link = node;
    if (kind == EK_HTML_TITLE && !weighing->page->title.n)
        weighing->page->title = ek_html_words(weighing->page->arena, node);
    return kind != EK_HTML_SKIP && kind != EK_HTML_TITLE;
}

static void
leave_element(struct weighing *weighing, const xmlNode *node)
{
    struct ek_html_weight *weight = node->_private;
    ek_str name = ek_xml_name(node);
    if (!weight)
        return;
    weight->end = weighing->tally;
    weight->last = weighing->elements;
    if (weighing->link == node)
        weighing->link = NULL;
    weighing->page->blocks += ek_html_letters(weight) >= EK_HTML_LONG;
    bool is_main =
        ek_str_is(name, "main") || ek_str_is(ek_xml_attr(node, "role"), "main");
    if (is_main && weighs_more(node, weighing->main))
        weighing->main = node;
    if (ek_str_is(name, "article") && weighs_more(node, weighing->article))
        weighing->article = node;
}

static bool
enter(struct weighing *weighing, xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        weigh_text(weighing, node);
    return node->type == XML_ELEMENT_NODE && enter_element(weighing, node) &&
           node->children;
}

static void
weigh_all(struct weighing *weighing)
{
    xmlNode *node = weighing->page->doc->children;
    while (node) {
        if (enter(weighing, node)) {
            node = node->children;
            continue;
        }
        leave_element(weighing, node);
        while (!node->next && node->parent &&
               node->parent->type == XML_ELEMENT_NODE) {
            node = node->parent;
            leave_element(weighing, node);
        }
        node = node->next;
    }
}

/* The child that holds four fifths of the text outside links, or NULL. */
static const xmlNode *
heaviest_child(const xmlNode *node, uint32_t unlinked)
{
    enum { PARTS = 5, MOST = 4 };
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE &&
            (uint64_t)ek_html_unlinked(ek_html_weight_of(child)) * PARTS >=
                (uint64_t)unlinked * MOST)
            return child;
    return NULL;
}

static const xmlNode *
densest_block(const struct ek_html_page *page)
{
    const xmlNode *node = (const xmlNode *)page->doc, *child;
    uint32_t unlinked = ek_html_unlinked(&page->all);
    while (unlinked && (child = heaviest_child(node, unlinked)))
        node = child;
    return node->type == XML_ELEMENT_NODE ? node : NULL;
}

static bool
holds_half(const struct ek_html_page *page, const xmlNode *node)
{
    return node && (uint64_t)ek_html_unlinked(ek_html_weight_of(node)) * 2 >=
                       ek_html_unlinked(&page->all);
}

void
ek_html_weigh(struct ek_html_page *page)
{
    struct weighing weighing = {.page = page};
    weigh_all(&weighing);
    page->all.end = weighing.tally;
    if (holds_half(page, weighing.main))
        page->main = weighing.main;
    else if (holds_half(page, weighing.article))
        page->main = weighing.article;
    else
        page->main = densest_block(page);
}
