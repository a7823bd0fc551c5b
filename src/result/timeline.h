/* SPDX-License-Identifier: Apache-2.0 */
/* What happened to the terms of a service: version by version, the exceptions'
 * outcomes and what changed in substance. */
#ifndef EK_RESULT_TIMELINE_H
#define EK_RESULT_TIMELINE_H

#include "result/change.h"
#include "result/give.h"

enum { EK_EXCEPTIONS = 3 };

/* A statement that changed, in the words of both versions. */
struct ek_turned {
    ek_str clause; /* "provider-viewing" */
    ek_label title;
    ek_str kind, shift;               /* ek_statement_word, ek_shift_word */
    ek_str before, after;             /* quotes; empty where there is none */
    ek_str place_before, place_after; /* articles, may be empty */
};

/* What two versions differ in, without the versions. */
typedef struct ek_version_difference {
    bool compared;  /* both were judged */
    bool substance; /* something changed in it */
    bool rules;     /* other pack or engine: not all is the text's doing */
    uint32_t wording, numbers, other; /* clauses changed without substance */
    EK_VEC(struct ek_turned) turns;
} ek_version_difference;

typedef enum ek_event_kind {
    EK_EVENT_FIRST,     /* the first version that is known */
    EK_EVENT_CHANGED,   /* a new version */
    EK_EVENT_AGAIN,     /* a new version with the text of an earlier one */
    EK_EVENT_REMOVED,   /* the document is gone */
    EK_EVENT_NOT_TERMS, /* something else stood in its place */
} ek_event_kind;

typedef struct ek_event {
    ek_event_kind kind;
    ek_str document;  /* "Service/Terms.md" */
    ek_str when;      /* "2026-12-01T04:05:06Z", a day, or empty */
    ek_str mark;      /* the commit, or empty */
    ek_str message;   /* the commit's first line */
    ek_str renamed;   /* what the document was called before, or empty */
    ek_str reason;    /* of EK_EVENT_NOT_TERMS: ek_not_terms_word, "large" */
    ek_str sha256;    /* of the content; empty of what is no version */
    uint32_t version; /* of the document, from 1; 0: none */
    uint32_t as;      /* of EK_EVENT_AGAIN: the version with that text */
    ek_str outcome[EK_EXCEPTIONS]; /* statuses of EX-1..3; empty: not judged */
    bool moved[EK_EXCEPTIONS];     /* against the version before */
    ek_version_difference difference; /* from the version before */
} ek_event;

/* By time, then by document. Strings live on the arena of whoever made it. */
typedef struct ek_timeline {
    ek_str service;
    EK_VEC(ek_event) events;
} ek_timeline;

const char *ek_event_word(ek_event_kind kind); /* first changed again ... */
/* Whether it is a change in substance: the text's, not the rules' doing. */
bool ek_event_matters(const ek_event *event);

/* The difference of two versions, and its one serialized form. */
void ek_difference_of(ek_version_difference *out, ek_arena *arena,
                      const ek_changes *changes);
void ek_difference_give(json_t *object, ek_arena *arena,
                        const ek_version_difference *difference);
void ek_difference_write(ek_buf *out, const ek_version_difference *difference);
/* EK_EFORMAT when it is none. */
ek_status ek_difference_read(ek_version_difference *out, ek_arena *arena,
                             ek_str json);

#endif
