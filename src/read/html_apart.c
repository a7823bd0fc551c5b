/* SPDX-License-Identifier: Apache-2.0 */
/* What of a page is no text of the document: hidden parts, banners, navigation,
 * footers, second copies. Where it is not sure, a part stays: a menu among the
 * findings costs a glance, a clause that is lost costs more. */
#include "config.h"

#include "read/html.h"

#include <string.h>

#include "read/sniff.h"

/* All in letters. */
enum {
    MOST_NAVIGATION = 120, /* outside links */
    MOST_OUTSIDE = 400,    /* the same, where the main part is elsewhere */
    MOST_HEADER = 200,
    MOST_FOOTER = 500,
    MOST_MAKER = 20000, /* of a program for consent, with all its lists */
    MOST_BANNER = 2000,
    MOST_DIALOG = 300,
    LEAST_OPENED = 500,    /* of a part that a click opens */
    LEAST_REPEATED = 1000, /* of one not marked as made for a screen */
    LINK_SHARE = 3,        /* links hold so many times more */
    LONGEST_TOKEN = 24,    /* bytes */
};

typedef enum furniture {
    NONE,
    NAVIGATION,
    HEADER,
    FOOTER,
} furniture;

static const struct {
    const char *token;
    furniture what;
} furnitures[] = {
#define EK_HTML_FURNITURE(token, what) {token, what},
#include "read/html_words.def"
};

static const char *const makers[] = {
#define EK_HTML_MAKER(word) word,
#include "read/html_words.def"
};

static const char *const notices[] = {
#define EK_HTML_NOTICE(word) word,
#include "read/html_words.def"
};

static const char *const opens[] = {
#define EK_HTML_OPENS(token) token,
#include "read/html_words.def"
};

static const char *const screens[] = {
#define EK_HTML_SCREEN(token) token,
#include "read/html_words.def"
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What is asked of an element. */
struct look {
    const struct ek_html_page *page;
    const xmlNode *node;
    const struct ek_html_weight *weight;
    uint32_t letters, unlinked, links, buttons;
    ek_str names[2]; /* class and id, in lower case */
};

static ek_str
in_lower_case(ek_arena *arena, ek_str s)
{
    char *p = ek_arena_alloc(arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++)
        p[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] | 0x20) : s.p[i];
    return (ek_str){p, s.n};
}

static struct look
look_at(const struct ek_html_page *page, const xmlNode *node)
{
    const struct ek_html_weight *w = ek_html_weight_of(node);
    return (struct look){
        .page = page,
        .node = node,
        .weight = w,
        .letters = ek_html_letters(w),
        .unlinked = ek_html_unlinked(w),
        .links = w->end.links - w->begin.links,
        .buttons = w->end.buttons - w->begin.buttons,
        .names = {in_lower_case(page->arena, ek_xml_attr(node, "class")),
                  in_lower_case(page->arena, ek_xml_attr(node, "id"))},
    };
}

static bool
is_token_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The next token of a class or id: "site-footer" has two. */
static ek_str
next_token(ek_str names, size_t *at)
{
    while (*at < names.n && !is_token_part(names.p[*at]))
        ++*at;
    size_t begin = *at;
    while (*at < names.n && is_token_part(names.p[*at]))
        ++*at;
    return ek_str_slice(names, begin, *at);
}

static bool
has_token(const struct look *look, const char *const *tokens, size_t n)
{
    for (int i = 0; i < 2; i++) {
        size_t at = 0;
        for (ek_str token = next_token(look->names[i], &at); token.n;
             token = next_token(look->names[i], &at))
            if (ek_str_among(token, tokens, n))
                return true;
    }
    return false;
}

static bool
is_named(const struct look *look, const char *const *words, size_t n)
{
    return ek_str_holds_any(look->names[0], words, n) ||
           ek_str_holds_any(look->names[1], words, n);
}

static bool
has_role(const struct look *look, const char *role)
{
    return ek_str_is(ek_xml_attr(look->node, "role"), role);
}

static bool
is_element(const struct look *look, const char *name)
{
    return ek_str_is(ek_xml_name(look->node), name);
}

static furniture
furniture_of(const struct look *look)
{
    if (is_element(look, "nav") || has_role(look, "navigation") ||
        has_role(look, "menubar"))
        return NAVIGATION;
    if (is_element(look, "footer") || has_role(look, "contentinfo"))
        return FOOTER;
    if (is_element(look, "header") || has_role(look, "banner"))
        return HEADER;
    for (size_t i = 0; i < COUNT(furnitures); i++)
        if (has_token(look, &furnitures[i].token, 1))
            return furnitures[i].what;
    return NONE;
}

/* The greater part of a page is what the page is there for. */
static bool
is_most(const struct look *look)
{
    return (uint64_t)look->unlinked * 2 > ek_html_unlinked(&look->page->all);
}

static bool
holds_main(const struct look *look)
{
    return look->page->main && ek_html_holds(look->node, look->page->main);
}

static bool
is_outside(const struct look *look)
{
    const xmlNode *main = look->page->main;
    return main && !ek_html_holds(main, look->node) &&
           !ek_html_holds(look->node, main);
}

static bool
holds_title(const struct look *look)
{
    return look->weight->end.titles > look->weight->begin.titles;
}

/* Pages stay invisible until a script shows them, and parts until a click. */
static bool
is_hidden(const struct look *look)
{
    if (!look->weight->hidden || is_most(look))
        return false;
    bool opened = has_role(look, "tabpanel") || is_element(look, "dialog") ||
                  has_token(look, opens, COUNT(opens));
    return !opened || look->unlinked < LEAST_OPENED;
}

static bool
is_dialog(const struct look *look)
{
    return is_element(look, "dialog") || has_role(look, "dialog") ||
           has_role(look, "alertdialog") ||
           ek_str_is(ek_xml_attr(look->node, "aria-modal"), "true");
}

static bool
is_banner(const struct look *look)
{
    uint32_t cookies = look->weight->end.cookies - look->weight->begin.cookies;
    if (is_most(look) || holds_main(look) || holds_title(look))
        return false;
    if (look->letters <= MOST_MAKER && look->buttons + look->links > 0 &&
        is_named(look, makers, COUNT(makers)))
        return true;
    if (is_dialog(look))
        return look->letters <= (cookies ? MOST_BANNER : MOST_DIALOG);
    return cookies && look->letters <= MOST_BANNER && is_outside(look) &&
           look->buttons && is_named(look, notices, COUNT(notices));
}

static bool
is_only_links(const struct look *look)
{
    uint32_t linked = look->letters - look->unlinked;
    return look->unlinked <= MOST_NAVIGATION &&
           (uint64_t)look->unlinked * LINK_SHARE <= linked;
}

/* Half of it at least stands in several links or buttons. */
static bool
is_mostly_links(const struct look *look, uint32_t most)
{
    enum { SEVERAL = 3 };
    return look->links >= SEVERAL && look->unlinked <= most &&
           look->unlinked <= look->letters - look->unlinked &&
           !holds_title(look);
}

static bool
is_footer(const struct look *look)
{
    if (look->unlinked > MOST_FOOTER || holds_main(look) || holds_title(look) ||
        is_most(look))
        return false;
    const struct ek_html_tally *begin = &look->weight->begin;
    const struct ek_html_tally *end = &look->weight->end;
    return end->dates == begin->dates &&
           (look->links || end->owners > begin->owners ||
            (is_outside(look) && look->letters <= MOST_HEADER));
}

static const char *
furniture_word(const struct look *look)
{
    furniture what = furniture_of(look);
    if (what == FOOTER && is_footer(look))
        return "footer";
    if (what == NAVIGATION && is_only_links(look))
        return "navigation";
    if (what == HEADER && is_mostly_links(look, MOST_HEADER))
        return "navigation";
    return is_outside(look) && is_mostly_links(look, MOST_OUTSIDE)
               ? "navigation"
               : NULL;
}

static bool
is_of_a_screen(const struct ek_html_page *page, const xmlNode *node)
{
    for (int up = 0; up < 2 && node->type == XML_ELEMENT_NODE; up++) {
        struct look look = look_at(page, node);
        if (has_token(&look, screens, COUNT(screens)))
            return true;
        node = node->parent;
    }
    return false;
}

/* Two copies of a block side by side, or one for each kind of screen. */
static bool
is_repeated(const struct look *look, struct ek_html_blocks *blocks)
{
    if (look->letters < EK_HTML_LONG)
        return false;
    const xmlNode *first = ek_html_met(blocks, look->node);
    if (!first ||
        (look->letters < LEAST_REPEATED && !is_of_a_screen(look->page, first) &&
         !is_of_a_screen(look->page, look->node)))
        return false;
    return ek_html_alike(blocks, first, look->node);
}

static const char *
word_of(const struct ek_html_page *page, const xmlNode *node,
        struct ek_html_blocks *blocks)
{
    ek_html_kind kind = ek_html_kind_of(node);
    struct look look = look_at(page, node);
    if (is_hidden(&look))
        return "hidden";
    if (!look.letters || (kind < EK_HTML_BLOCK && kind != EK_HTML_LINK &&
                          !look.links && !look.buttons))
        return NULL;
    if (is_banner(&look))
        return "banner";
    const char *word = kind >= EK_HTML_BLOCK ? furniture_word(&look) : NULL;
    return word || !is_repeated(&look, blocks) ? word : "repeated";
}

void
ek_html_set_apart(struct ek_html_page *page, ek_extraction *extraction)
{
    struct ek_html_blocks *blocks = ek_html_blocks_of(page);
    const xmlNode *root = (const xmlNode *)page->doc, *node = root;
    bool into = true;
    for (;;) {
        node = node == root ? root->children : ek_html_next(node, root, into);
        if (!node)
            return;
        struct ek_html_weight *weight = node->_private;
        into = node->type == XML_ELEMENT_NODE && weight &&
               ek_html_kind_of(node) != EK_HTML_SKIP;
        if (!into)
            continue;
        weight->apart = word_of(page, node, blocks);
        into = !weight->apart;
        if (weight->apart && ek_html_letters(weight))
            ek_extraction_apart(extraction, page->arena, weight->apart, 1);
    }
}
