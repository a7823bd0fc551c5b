/* SPDX-License-Identifier: Apache-2.0 */
/* Pages that are no document: what was saved is the door that stood before it.
 * All are short; a long page is read whatever it says. */
#include "config.h"

#include "read/html.h"

/* Letters of a page. */
enum {
    MOST_TITLED = 1500, /* of a bot check that says so in its title */
    MOST_CHECK = 800,
    MOST_LOGIN = 800,
    MOST_SHELL = 600,
    ALMOST_NONE = 60,
};

static const char *const checks[] = {
#define EK_HTML_CHECK(words) words,
#include "read/html_words.def"
};

static const char *const scripts[] = {
#define EK_HTML_SCRIPT(words) words,
#include "read/html_words.def"
};

enum {
    CHECKS = sizeof checks / sizeof *checks,
    SCRIPTS = sizeof scripts / sizeof *scripts,
};

static uint32_t
letters_in(ek_str text)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < text.n; i++)
        letters += (unsigned char)text.p[i] > ' ' && (text.p[i] & 0xC0) != 0x80;
    return letters;
}

static const char *
check_in(ek_str words)
{
    for (size_t i = 0; i < CHECKS; i++)
        if (ek_str_find(words, ek_str_of(checks[i]), 0) < words.n)
            return checks[i];
    return NULL;
}

static bool
say(ek_diag *diag, ek_diag_code code, ek_str path, const char *why)
{
    ek_diag_say(diag, code, path, 0, ek_str_of(why), EK_STR(""));
    return true;
}

bool
ek_html_is_door(const struct ek_html_page *page, ek_str text, ek_str path,
                ek_diag *diag)
{
    uint32_t letters = letters_in(text);
    if (letters > MOST_TITLED)
        return false;
    ek_str noscript = page->noscript
                          ? ek_html_words(page->arena, page->noscript)
                          : EK_STR("");
    const char *check = check_in(page->title);
    if (!check && letters <= MOST_CHECK)
        check = check_in(text);
    if (!check && letters <= ALMOST_NONE)
        check = check_in(noscript);
    if (check)
        return say(diag, EK_D_read_blocked, path, check);
    if (page->passwords && letters <= MOST_LOGIN)
        return say(diag, EK_D_read_login, path, "");
    if (!page->scripts || letters > MOST_SHELL)
        return false;
    if (letters <= ALMOST_NONE ||
        ek_str_holds_any(noscript, scripts, SCRIPTS) ||
        ek_str_holds_any(text, scripts, SCRIPTS))
        return say(diag, EK_D_read_browser, path, "");
    return false;
}
