# SPDX-License-Identifier: Apache-2.0
"""Two contracts of invented companies as a person types them and as a web page.
A line is "# " a title, "## " a heading, "| a | b" a row, "N. " an item whose
number the page leaves to its list, "a. " the same with letters, "(1) " a line
below its item; all else is a paragraph."""
import html
import re

EN = """# Sorrelmere Documents: Subscription Terms

These terms apply between Sorrelmere Systems Ltd (\u201cSorrelmere\u201d, \u201cwe\u201d) and the company named in the order (\u201cCustomer\u201d, \u201cyou\u201d).

## 1. The service

a. Sorrelmere Documents is a hosted service with which Customer stores, edits and shares its files (\u201cCustomer Data\u201d).
b. The service is offered only to companies that have passed our customer review.
c. The browser is all that is needed; Customer does not receive a copy of the software.

## 2. Plans

| Function | Office plan | Works plan |
| Storage | 500 GB | 4 TB |
| Audit log | no | yes |
| Regions | Japan | Japan, Norway |

## 3. Use

a. Customer may use the service solely for its own internal business and shall not let any third party use it.
b. What a user can do is limited to the permissions that Customer\u2019s administrator has granted to that user.
c. Customer shall comply with all export control laws that apply to Customer Data.

## 4. Access to Customer Data

a. As between the parties, Customer owns all Customer Data.
b. We shall not view, use or disclose Customer Data, except as stated in this section.
c. We may disclose Customer Data where a court order or a warrant issued under applicable law compels us to do so, and we will inform Customer beforehand unless the law forbids it.
d. Our support engineers may access Customer Data with Customer\u2019s prior consent in order to solve a problem that Customer has reported.
e. We may analyse Customer Data in order to develop and improve our products and those of our affiliates.
f. We may share Customer Data with our partners for their own marketing purposes.

## 5. Place and protection

a. Customer Data is stored in the region that Customer has chosen, and we will not move it elsewhere without Customer\u2019s written consent.
b. Customer Data is encrypted at rest and in transit, and Customer manages the keys itself.
c. We maintain administrative, technical and physical safeguards against unauthorised access to Customer Data.
d. We hold a certificate under ISO/IEC 27001 and will notify Customer of a breach of security within 48 hours after we become aware of it.

## 6. Subcontractors

We may engage subcontractors to run the data centres, provided that each of them is bound by duties of confidence no less strict than those in these terms.

## 7. Term

1. Customer may terminate the agreement at any time with thirty days\u2019 written notice.
2. When the agreement ends, we will delete all Customer Data within sixty days and confirm the deletion in writing.
3. We may change these terms at any time by posting the new version on our website; continued use of the service is deemed acceptance.

## 8. General

The laws of Norway govern these terms. The courts of Bergen have exclusive jurisdiction.
"""

JA = """# 波止場書庫サービス利用規約

株式会社波止場情報保管(以下「当社」という。)は、当社が提供する文書保管サービス「波止場書庫」(以下「本サービス」という。)の利用条件を次のとおり定める。

## 第1条(定義)

この規約において「契約者」とは当社と利用契約を締結した法人をいい、「登録データ」とは契約者が本サービスに保存した電子データをいう。

## 第2条(申込み)

1. 本サービスは、日本国内に本店を有する法人に限り申し込むことができる。
2. 当社は、所定の審査により申込みを承諾しないことがある。

## 第3条(利用の範囲)

1. 契約者は、本サービスを自己の業務のためにのみ利用し、第三者に利用させてはならない。
2. 利用者が行うことができる操作は、契約者の管理者が付与した権限の範囲に限る。

## 第4条(プラン)

| 機能 | 標準 | 拡張 |
| 保管容量 | 500ギガバイト | 4テラバイト |
| 操作記録 | なし | あり |

## 第5条(登録データの取扱い)

1. 当社は、登録データの内容を閲覧し、又は第三者に開示しない。ただし、次の各号のいずれかに該当する場合は、この限りでない。
(1) 裁判所の発する令状その他法令に基づく強制の処分により登録データの開示を求められた場合
(2) 障害の原因を調べるため、契約者の事前の承諾を得て登録データを閲覧する場合
(3) 契約者から依頼を受け、その依頼の範囲で登録データを取り扱う場合
2. 当社は、前項第1号により登録データを開示するときは、法令で禁じられている場合を除き、あらかじめ契約者に通知する。
3. 当社は、サービスの開発及び改善のために登録データを分析し、利用することができる。
4. 当社は、当社の提携先に対し、その提携先の営業活動のために登録データを提供することができる。

## 第6条(安全管理)

1. 当社は、登録データの漏えいを防止するために必要な安全管理措置を講じる。
2. 登録データは、保存時及び通信時のいずれにおいても暗号化する。
3. 登録データは、日本国内に設置するデータセンターにのみ保存する。
4. 当社は、登録データの漏えいを知ったときは、48時間以内に契約者に報告する。

## 第7条(再委託)

当社は、本サービスの運用の一部を、当社と同等の秘密保持義務を負わせた上で、第三者に再委託することができる。

## 第8条(規約の変更)

当社は、契約者の承諾を得ることなく本規約を変更することができ、変更後に契約者が本サービスを利用したときは、変更に同意したものとみなす。

## 第9条(終了)

1. 契約者は、30日前までに当社に届け出ることにより、利用契約を解約することができる。
2. 当社は、利用契約の終了の日から60日以内に登録データを消去する。

## 第10条(輸出管理)

契約者は、外国為替及び外国貿易法その他の輸出管理に関する法令を遵守しなければならない。

## 第11条(準拠法)

本規約の準拠法は、日本法とする。
"""

ITEM = re.compile(r"(?:\d+|[a-z])\. (.*)")
STYLE = ("body { font-family: 'IPAGothic', 'DejaVu Serif', serif; "
         "font-size: 12pt } td { border: 1px solid black }")


def typed(text):
    """As in a plain text file."""
    lines = [re.sub(r"^#+ ", "", line) for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def kind_of(line):
    return "row" if line.startswith("|") else \
        "letter" if re.match(r"[a-z]\. ", line) else \
        "number" if re.match(r"\d+\. ", line) else \
        "below" if re.match(r"\(\d+\) ", line) else \
        "title" if line.startswith("# ") else \
        "heading" if line.startswith("## ") else "paragraph"


AROUND = {"row": ("<table>", "</table>"), "number": ("<ol>", "</ol>"),
          "letter": ("<ol type=\"a\">", "</ol>")}


def page(text, lang):
    """As a web page; of the items' numbers only the list knows."""
    out, around = [], None
    for line in filter(None, text.splitlines()):
        kind, words = kind_of(line), html.escape(line, quote=False)
        wanted = around if kind == "below" else \
            kind if kind in AROUND else None
        if wanted != around:
            out += [AROUND[around][1]] if around else []
            out += [AROUND[wanted][0]] if wanted else []
            around = wanted
        if kind == "below":
            out[-1] = out[-1].replace("</li>", "<p>%s</p></li>" % words)
        elif kind == "row":
            out.append("<tr>%s</tr>" % "".join(
                "<td>%s</td>" % cell.strip()
                for cell in words.strip("|").split("|")))
        elif kind in AROUND:
            out.append("<li>%s</li>" % ITEM.match(words).group(1))
        else:
            level = {"title": "h1", "heading": "h2"}.get(kind, "p")
            out.append("<%s>%s</%s>" % (level, words.lstrip("# "), level))
    out += [AROUND[around][1]] if around else []
    title = text.split("\n", 1)[0].lstrip("# ")
    return ("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
            "<meta charset=\"utf-8\">\n<title>%s</title>\n"
            "<style>%s</style>\n</head>\n<body>\n%s\n</body>\n</html>\n"
            % (lang, html.escape(title), STYLE, "\n".join(out)))
