/* SPDX-License-Identifier: Apache-2.0 */
/* The head and the end of a page. Its policy names the hashes of its styles
 * and its script: text of a contract that reaches the page as markup in spite
 * of all does nothing, and nothing is fetched. */
#include "config.h"

#include "report/html.h"

#include <stdint.h>

#include <sha256.h>

enum { STYLES = sizeof((struct ek_html_frame *)0)->styles / sizeof(ek_str) };

static void
put_base64(ek_buf *out, const uint8_t *p, size_t n)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = (uint32_t)p[i] << 16;
        three |= i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0;
        three |= i + 2 < n ? p[i + 2] : 0;
        ek_buf_putc(out, letters[three >> 18]);
        ek_buf_putc(out, letters[three >> 12 & 63]);
        ek_buf_putc(out, i + 1 < n ? letters[three >> 6 & 63] : '=');
        ek_buf_putc(out, i + 2 < n ? letters[three & 63] : '=');
    }
}

static void
put_hash(ek_buf *out, ek_str s)
{
    SHA256_CTX sha;
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256Init(&sha);
    SHA256Update(&sha, (const uint8_t *)s.p, s.n);
    SHA256Final(digest, &sha);
    ek_buf_puts(out, " 'sha256-");
    put_base64(out, digest, sizeof digest);
    ek_buf_putc(out, '\'');
}

static void
put_policy(struct ek_html *h, const struct ek_html_frame *frame)
{
    ek_buf *out = h->page.out;
    ek_html_raw(h, "<meta http-equiv=\"Content-Security-Policy\" "
                   "content=\"default-src 'none'; style-src");
    for (size_t i = 0; i < STYLES; i++)
        if (frame->styles[i].n)
            put_hash(out, frame->styles[i]);
    if (frame->script.n) {
        ek_html_raw(h, "; script-src");
        put_hash(out, frame->script);
    }
    ek_html_raw(h, "; base-uri 'none'; form-action 'none'\">\n");
}

void
ek_html_begin(struct ek_html *h, const struct ek_html_frame *frame)
{
    ek_html_raw(h, "<!DOCTYPE html>\n<html lang=\"");
    ek_html_raw(h, h->page.options.lang == EK_LANG_JA ? "ja" : "en");
    ek_html_raw(h, "\">\n<head>\n<meta charset=\"utf-8\">\n");
    put_policy(h, frame);
    ek_html_raw(h, "<meta name=\"viewport\" content=\"width=device-width, "
                   "initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n"
                   "<meta name=\"format-detection\" content=\"telephone=no\">\n"
                   "<title>");
    ek_html_text(h, frame->title);
    ek_html_raw(h, "</title>\n");
    for (size_t i = 0; i < STYLES; i++) {
        if (!frame->styles[i].n)
            continue;
        ek_html_raw(h, "<style>");
        ek_buf_add(h->page.out, frame->styles[i]);
        ek_html_raw(h, "</style>\n");
    }
    ek_html_raw(h, "</head>\n<body>\n");
    ek_buf_add(h->page.out, EK_HTML_FILE(sprite_svg));
}

void
ek_html_end(struct ek_html *h, const struct ek_html_frame *frame)
{
    if (frame->script.n) {
        ek_html_raw(h, "<script>");
        ek_buf_add(h->page.out, frame->script);
        ek_html_raw(h, "</script>\n");
    }
    ek_html_raw(h, "</body>\n</html>\n");
}
