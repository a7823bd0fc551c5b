/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/office.h"

#include <stdint.h>

static char
plain_letter(char c)
{
    if (c == '\\')
        return '/';
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool
same_name(ek_str stored, ek_str name)
{
    if (stored.n && plain_letter(stored.p[0]) == '/')
        stored = ek_str_slice(stored, 1, stored.n);
    if (stored.n != name.n)
        return false;
    for (size_t i = 0; i < name.n; i++)
        if (plain_letter(stored.p[i]) != plain_letter(name.p[i]))
            return false;
    return true;
}

size_t
ek_office_find(const struct ek_office *office, ek_str name)
{
    size_t found = SIZE_MAX;
    for (size_t i = ek_zip_count(office->zip); i-- > 0;) {
        ek_str stored = ek_zip_raw_name(office->zip, i);
        if (ek_str_eq(stored, name))
            return i;
        if (same_name(stored, name))
            found = i;
    }
    return found;
}

static ek_status
say(const struct ek_office *office, ek_diag *diag, ek_diag_code code,
    ek_str name, const char *why)
{
    ek_str detail = ek_arena_printf(diag->arena, "%.*s: %s", EK_ARG(name), why);
    ek_diag_say(diag, code, office->path, 0, detail, EK_STR(""));
    return EK_EFORMAT;
}

static bool
complains_of(const ek_diag *diag, const char *word)
{
    for (size_t i = 0; i < diag->lines.n; i++) {
        ek_str complaint = diag->lines.v[i].args[0];
        if (ek_str_find(complaint, ek_str_of(word), 0) < complaint.n)
            return true;
    }
    return false;
}

static ek_status
parse(xmlDoc **out, const struct ek_office *office, ek_str name, ek_str bytes,
      ek_diag *diag)
{
    ek_diag complaints = ek_diag_on(office->arena);
    if (!ek_xml_memory(out, office->arena, bytes, name, &complaints))
        return EK_OK;
    if (complains_of(&complaints, "document type declaration") ||
        complains_of(&complaints, "ntity"))
        return say(office, diag, EK_D_read_refused, name,
                   "declares a document type or entities");
    if (complains_of(&complaints, "xcessive depth"))
        return say(office, diag, EK_D_read_refused, name,
                   "elements are nested too deeply");
    if (complains_of(&complaints, "too many attributes"))
        return say(office, diag, EK_D_read_refused, name,
                   "an element has too many attributes");
    return say(office, diag, EK_D_read_damaged, name, "not well-formed XML");
}

static ek_status
read_part(xmlDoc **out, const struct ek_office *office, ek_str name,
          ek_diag *diag)
{
    ek_str bytes;
    size_t entry = ek_office_find(office, name);
    if (entry == SIZE_MAX)
        return say(office, diag, EK_D_read_damaged, name, "missing");
    ek_status status =
        ek_zip_read(&bytes, office->arena, office->zip, entry, diag);
    return status ? status : parse(out, office, name, bytes, diag);
}

ek_status
ek_office_main(xmlDoc **out, const struct ek_office *office, ek_str name)
{
    ek_status status = read_part(out, office, name, office->diag);
    office->text->extraction.unit = EK_STR("part");
    office->text->extraction.units++;
    office->text->extraction.read += !status;
    return status;
}

void
ek_office_unread(const struct ek_office *office, const char *what, ek_str name,
                 const char *why)
{
    ek_extraction_unread(&office->text->extraction, office->arena, what, name,
                         why);
    ek_diag_say(office->diag, EK_D_read_missing, office->path, 0, name,
                ek_str_of(why));
}

static const char *
why_of(const ek_diag *said)
{
    static const struct {
        ek_diag_code code;
        const char *why;
    } words[] = {
        {EK_D_read_encrypted, "encrypted"},
        {EK_D_read_unsupported, "unsupported-format"},
        {EK_D_read_too_large, "limit"},
        {EK_D_read_unpacked, "limit"},
        {EK_D_read_refused, "refused"},
    };
    ek_diag_code code = said->lines.v[said->lines.n - 1].code;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].code == code)
            return words[i].why;
    return "damaged";
}

xmlDoc *
ek_office_part(const struct ek_office *office, ek_str name)
{
    xmlDoc *doc = NULL;
    ek_diag said = ek_diag_on(office->arena);
    ek_extraction *extraction = &office->text->extraction;
    bool missing = ek_office_find(office, name) == SIZE_MAX;
    extraction->unit = EK_STR("part");
    extraction->units++;
    if (!read_part(&doc, office, name, &said))
        extraction->read++;
    else
        ek_office_unread(office, "part", name,
                         missing ? "missing" : why_of(&said));
    return doc;
}

xmlDoc *
ek_office_optional(const struct ek_office *office, ek_str name)
{
    return ek_office_find(office, name) == SIZE_MAX
               ? NULL
               : ek_office_part(office, name);
}
