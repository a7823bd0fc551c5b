/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "sample_result.h"

#include <string.h>

#define WORD(literal) EK_STR(literal)

static void
fill_head(ek_result *r, const char *path)
{
    r->engine = WORD("0.1.0");
    r->pack_id = WORD("sample-pack");
    r->pack_version = WORD("1.0.0");
    r->pack_as_of = WORD("2013-06");
    r->pack_fingerprint = WORD("00112233445566778899aabbccddeeff");
    r->disclaimer.ja = WORD("確認補助ツールです。");
    r->disclaimer.en = WORD("A triage aid.");
    r->note_2013.ja = WORD("番号は2013年6月時点のもの。");
    r->note_2013.en = WORD("Numbers are those of June 2013.");
    ek_document document = {
        .path = ek_arena_copy(r->arena, ek_str_of(path)),
        .sha256 = WORD("7c1e04b9ffffffffffffffffffffffff"),
        .format = WORD("plain"),
        .encoding = WORD("UTF-8"),
        .encoding_confidence = 100,
        .readable = WORD("full"),
    };
    EK_PUSH(r->arena, r->documents, document);
}

ek_result *
sample_empty(const char *path)
{
    ek_result *r = ek_result_new(0);
    fill_head(r, path);
    return r;
}

ek_finding *
sample_finding(ek_result *r, const char *clause, uint32_t a, uint32_t b,
               const char *quote)
{
    ek_finding f = {.clause = ek_arena_copy(r->arena, ek_str_of(clause))};
    f.rule = ek_arena_printf(r->arena, "%s.one", clause);
    f.group = 'A';
    f.title = (ek_label){f.clause, f.clause};
    f.lang = (unsigned char)quote[0] < 0x80 ? EK_LANG_EN : EK_LANG_JA;
    f.line = a;
    f.end_line = b;
    f.column = 1;
    f.quote = ek_arena_copy(r->arena, ek_str_of(quote));
    f.span = (ek_tspan){10 * a, 10 * a + (uint32_t)f.quote.n};
    f.chars[0] = 5 * a;
    f.chars[1] = 5 * a + 4;
    f.fingerprint = WORD("0123456789abcdef");
    EK_PUSH(r->arena, r->findings.v, f);
    return &r->findings.v.v[r->findings.v.n - 1];
}

ek_verdict *
sample_verdict(ek_result *r, const char *item, const char *status,
               const char *ja, const char *en)
{
    ek_verdict v = {.item = ek_arena_copy(r->arena, ek_str_of(item))};
    v.title = (ek_label){WORD("項目"), WORD("item")};
    v.status = ek_arena_copy(r->arena, ek_str_of(status));
    v.label.ja = ek_arena_copy(r->arena, ek_str_of(ja));
    v.label.en = ek_arena_copy(r->arena, ek_str_of(en));
    v.row = WORD("A3");
    v.certainty = WORD("text");
    v.provisions = WORD("P06 P12");
    v.reason.ja = WORD("契約文面に、閲覧・取得・利用し得る記載がある。");
    v.reason.en = WORD("The wording lets the provider view what is stored.");
    EK_PUSH(r->arena, r->verdicts, v);
    return &r->verdicts.v[r->verdicts.n - 1];
}

void
sample_evidence(ek_result *r, ek_verdict *v, uint32_t finding, const char *row,
                const char *contribution)
{
    struct ek_evidence e = {.finding = finding};
    e.row = ek_arena_copy(r->arena, ek_str_of(row));
    e.contribution = ek_arena_copy(r->arena, ek_str_of(contribution));
    e.level = WORD("normal");
    e.reason = (ek_label){WORD("行の理由"), WORD("why this row")};
    EK_PUSH(r->arena, v->findings, e);
}

static void
add_findings(ek_result *r)
{
    ek_finding *f = sample_finding(
        r, "provider-use", 71, 71,
        "契約者データを複製し、これを解析して、その結果を本サービスの品質の向上"
        "及び新機能の開発に利用することができます");
    f->article = WORD("第15条第1項");
    f->place.page = 6;
    f->place.page_line = 12;
    f->place.confidence = 91;
    f->quals.bits[EK_Q_actor] = 1;
    f->quals.bits[EK_Q_acts] = 2 | 4;
    f->quals.bits[EK_Q_purpose] = 1 << 7 | 1 << 8;
    f = sample_finding(r, "judicial-disclosure", 80, 82,
                       "We may \"disclose\" it \\ under a\ncourt order\xe2\x80"
                       "\xa8 \xf0\x9f\x93\x84\xef\xbf\xbd\x1b[31m now");
    f->article = WORD("12.3(b)");
    f->place.paragraph = 45;
    f->place.number = WORD("(2)");
    f = sample_finding(r, "security-viewing", 90, 90, "may be reviewed");
    f->tier = EK_TIER_CLUE;
    f->place.id = WORD("section-9");
    f = sample_finding(r, "server-location", 95, 95, "日本国内に所在します");
    f->group = 'B';
    f = sample_finding(r, "encryption", 1, 1, "");
    f->kind = EK_ABSENT;
    f->reason = WORD("not-found");
    f = sample_finding(r, "deletion", 1, 1, "");
    f->kind = EK_GAVE_UP;
    f->reason = WORD("match limit");
}

static void
add_verdicts(ek_result *r)
{
    ek_verdict *v = sample_verdict(r, "EX-1", "indicated",
                                   "記載あり(該当し得る)", "indicated");
    EK_PUSH(r->arena, v->questions, WORD("RQ-1"));
    sample_evidence(r, v, 1, "E1-07", "carve60");
    sample_evidence(r, v, 0, "E1-23", "strong");
    sample_verdict(r, "EX-2", "needs-user-fact", "事実確認が必要",
                   "undetermined: user fact missing");
    sample_verdict(r, "EX-3", "not-indicated", "該当を示す記載なし",
                   "not indicated");
    v = sample_verdict(r, "G1-1", "contradicted", "反する記載あり",
                       "contradicted");
    sample_evidence(r, v, 0, "G1-1", "contradicts");
    sample_verdict(r, "G1-2", "supported", "沿う記載あり", "supported");
    v = sample_verdict(r, "G1-3b", "partly", "一部に沿う記載", "partly");
    sample_evidence(r, v, 3, "G1-3b", "supports");
    sample_verdict(r, "QA60", "partly", "一部に沿う記載", "partly");
    sample_verdict(r, "QA61", "not-addressed", "契約に記載なし",
                   "not addressed");
}

static void
add_asked(ek_result *r, const char *id, const char *to)
{
    struct ek_asked asked = {.id = ek_arena_copy(r->arena, ek_str_of(id))};
    asked.to = ek_arena_copy(r->arena, ek_str_of(to));
    asked.text = (ek_label){WORD("問い?"), WORD("What?")};
    asked.pro = (ek_label){WORD("賛"), WORD("for")};
    asked.contra = (ek_label){WORD("否"), WORD("against")};
    EK_PUSH(r->arena, r->questions, asked);
}

static void
add_content(ek_result *r, ek_document *document)
{
    struct ek_block heading = {.level = 1, .span = {2, 7}, .label = WORD("5")};
    struct ek_block row = {.kind = EK_BLOCK_ROW, .span = {9, 18}};
    heading.place.page = 3;
    row.place.number = WORD("(a)");
    document->text = WORD("# First\n\n| a | b |\n");
    EK_PUSH(r->arena, document->blocks, heading);
    EK_PUSH(r->arena, document->blocks, row);
}

static void
add_extraction(ek_result *r, ek_extraction *e)
{
    *e = (ek_extraction){.unit = WORD("page"),
                         .units = 42,
                         .read = 40,
                         .ocr = 3,
                         .characters = 9000,
                         .replaced = 3};
    ek_extraction_unread(e, r->arena, "page", WORD("12"), "image-only");
    ek_extraction_unread(e, r->arena, "image", WORD("seal.png"), "not-read");
    ek_extraction_unread(e, r->arena, "page", WORD("13"), "image-only");
    ek_extraction_unread(e, r->arena, "attachment", WORD(""), "encrypted");
    ek_extraction_apart(e, r->arena, "comment", 2);
    ek_extraction_apart(e, r->arena, "header", 84);
}

ek_result *
sample_rich(const char *path)
{
    ek_result *r = sample_empty(path);
    ek_document *document = &r->documents.v[0];
    document->part = WORD("2.1");
    document->format = WORD("pdf");
    document->encoding = WORD("CP932");
    document->encoding_guessed = true;
    document->encoding_confidence = 87;
    document->readable = WORD("part");
    add_extraction(r, &document->extraction);
    add_content(r, document);
    document->title = WORD("サンプル利用規約(第4版)");
    document->bytes = 12345;
    document->lines = 120;
    EK_PUSH(r->arena, document->languages, WORD("ja"));
    EK_PUSH(r->arena, document->languages, WORD("en"));
    add_findings(r);
    add_verdicts(r);
    add_asked(r, "RQ-1", "reviewer");
    add_asked(r, "U6", "user");
    add_asked(r, "P-G1-2", "provider");
    struct ek_overlay overlay = {
        WORD("OV-DOCS"),
        {WORD("未提出の文書がある"), WORD("documents missing")}};
    EK_PUSH(r->arena, r->overlays, overlay);
    struct ek_answer answer = {WORD("U1"), WORD("not-classified"), false};
    EK_PUSH(r->arena, r->facts, answer);
    struct ek_note note = {
        .code = WORD("decode_invalid"),
        .level = WORD("warning"),
        .text = {WORD("不正な3箇所"), WORD("3 invalid sequences")},
    };
    EK_PUSH(r->arena, r->notes, note);
    return r;
}

ek_result *
sample_unread(const char *path, const char *why)
{
    ek_result *r = sample_empty(path);
    r->documents.v[0].readable = WORD("none");
    r->no_result = ek_arena_copy(r->arena, ek_str_of(why));
    r->documents.v[0].no_result = r->no_result;
    sample_verdict(r, "EX-1", "no-result", "結果なし", "no result");
    sample_verdict(r, "EX-2", "no-result", "結果なし", "no result");
    sample_verdict(r, "EX-3", "no-result", "結果なし", "no result");
    sample_verdict(r, "G1-1", "no-result", "結果なし", "no result");
    return r;
}
