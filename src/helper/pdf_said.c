/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_said.h"

#include <glib.h>

#include <string.h>

static struct ek_pdf_said said;

static bool
holds_one(const char *message, const char *const *phrases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strstr(message, phrases[i]))
            return true;
    return false;
}

static void
hear(const gchar *domain, GLogLevelFlags level, const gchar *message,
     gpointer data)
{
    static const char *const unmapped[] = {
        "Missing language pack", "No font in show",
        "Unknown character collection", "Unknown CMap"};
    static const char *const harmless[] = {"Leftover args", "Too many args",
                                           "ExtGState", "annotation",
                                           "Unknown font tag"};
    (void)domain, (void)level, (void)data;
    if (holds_one(message, unmapped, G_N_ELEMENTS(unmapped)))
        said.unmapped = true;
    else if ((strstr(message, "Syntax error") ||
              strstr(message, "Internal error")) &&
             !holds_one(message, harmless, G_N_ELEMENTS(harmless)))
        said.flawed = true;
}

static void
ignore(const gchar *domain, GLogLevelFlags level, const gchar *message,
       gpointer data)
{
    (void)domain, (void)level, (void)message, (void)data;
}

void
ek_pdf_said_begin(void)
{
    g_log_set_default_handler(ignore, NULL);
    g_log_set_handler("Poppler", G_LOG_LEVEL_MASK, hear, NULL);
}

struct ek_pdf_said
ek_pdf_said(void)
{
    struct ek_pdf_said now = said;
    said = (struct ek_pdf_said){false, false};
    return now;
}
