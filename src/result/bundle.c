/* SPDX-License-Identifier: Apache-2.0 */
/* Several documents of one provider as one contract. */
#include "config.h"

#include "result/result.h"

static void
release(void *member)
{
    ek_result_free(member);
}

static void
add_documents(ek_result *bundle, const ek_result *member)
{
    for (size_t i = 0; i < member->documents.n; i++)
        EK_PUSH(bundle->arena, bundle->documents, member->documents.v[i]);
}

static void
add_notes(ek_result *bundle, const ek_result *member, uint32_t document)
{
    for (size_t i = 0; i < member->notes.n; i++) {
        struct ek_note note = member->notes.v[i];
        note.document = document;
        EK_PUSH(bundle->arena, bundle->notes, note);
    }
}

static void
add_findings(ek_result *bundle, const ek_result *member, uint32_t document,
             ek_finding_kind kind)
{
    for (size_t i = 0; i < member->findings.v.n; i++) {
        ek_finding finding = member->findings.v.v[i];
        if (finding.kind != kind)
            continue;
        finding.document = document;
        EK_PUSH(bundle->arena, bundle->findings.v, finding);
    }
}

static void
add_mention(ek_result *bundle, struct ek_said said, uint32_t document)
{
    for (size_t i = 0; i < bundle->said.n; i++) {
        if (!ek_str_eq(bundle->said.v[i].word, said.word))
            continue;
        bundle->said.v[i].count += said.count;
        return;
    }
    said.document = document;
    EK_PUSH(bundle->arena, bundle->said, said);
}

static void
add_said(ek_result *bundle, const ek_result *member, uint32_t document)
{
    bundle->said_bytes += member->said_bytes;
    for (size_t i = 0; i < member->said.n; i++)
        add_mention(bundle, member->said.v[i], document);
}

static bool
lacks(const ek_result *member, ek_str clause)
{
    for (size_t i = 0; i < member->findings.v.n; i++)
        if (member->findings.v.v[i].kind == EK_ABSENT &&
            ek_str_eq(member->findings.v.v[i].clause, clause))
            return true;
    return false;
}

static bool
all_lack(ek_result *const *members, size_t n, ek_str clause)
{
    for (size_t i = 0; i < n; i++)
        if (!members[i]->no_result.n && !lacks(members[i], clause))
            return false;
    return true;
}

/* A type is absent when every document that was read lacks it. */
static void
add_absent(ek_result *bundle, ek_result *const *members, size_t n)
{
    size_t first = 0;
    while (first < n && members[first]->no_result.n)
        first++;
    for (size_t i = 0; first < n && i < members[first]->findings.v.n; i++) {
        ek_finding finding = members[first]->findings.v.v[i];
        if (finding.kind == EK_ABSENT && all_lack(members, n, finding.clause))
            EK_PUSH(bundle->arena, bundle->findings.v, finding);
    }
}

void
ek_result_join(ek_result *bundle, ek_result *const *members, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ek_arena_defer(bundle->arena, release, members[i]);
    for (size_t i = 0; i < n; i++) {
        uint32_t document = (uint32_t)bundle->documents.n;
        add_documents(bundle, members[i]);
        add_notes(bundle, members[i], document);
        add_said(bundle, members[i], document);
        add_findings(bundle, members[i], document, EK_PRESENT);
    }
    for (size_t i = 0; i < n; i++)
        add_findings(bundle, members[i], (uint32_t)i, EK_GAVE_UP);
    add_absent(bundle, members, n);
    bundle->no_result = n ? members[0]->no_result : bundle->no_result;
    for (size_t i = 0; i < n; i++)
        if (!members[i]->no_result.n)
            bundle->no_result = EK_STR("");
}
