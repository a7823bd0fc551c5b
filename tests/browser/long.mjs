// SPDX-License-Identifier: Apache-2.0
// A contract of 300 pages (A4, 36 lines of 34 characters) with some 500
// findings: the articles of two samples, again and again, among dull ones.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {samples} from './program.mjs';

export const PAGE = 36 * 34;
const DULL = [
  ['利用料金の計算', n => [
    `1 第${n}区分の月額料金は、別表の${n}の欄に掲げる基本額に、当月の最大同時接続数が${n * 3}を超える部分1件につき${n * 10}円を加えた額とする。`,
    `2 前項の額に1円に満たない端数が生じたときは、これを切り捨てる。`,
    `3 契約者は、毎月末日締めの請求書を受領した日の翌月末日までに、当社の指定する銀行口座に振り込む方法により支払う。振込みに要する手数料は、契約者の負担とする。`,
    `4 支払期日までに支払がないときは、契約者は、支払期日の翌日から支払の日までの日数に応じ、年${(n % 9) + 3}パーセントの割合による遅延損害金を支払う。`]],
  ['問合せの受付時間', n => [
    `1 第${n}窓口の受付時間は、平日の午前9時から午後${(n % 4) + 5}時までとする。ただし、年末年始及び当社の定める休業日を除く。`,
    `2 窓口への連絡は、電話又は電子メールによる。連絡の際は、契約番号及び連絡者の氏名を述べるものとする。`,
    `3 当社は、受付の順に回答するよう努める。回答の期限は、難易の区分に応じ、${(n % 5) + 1}営業日、${(n % 5) + 3}営業日又は${(n % 5) + 10}営業日を目安とする。`]],
  ['定期保守', n => [
    `1 当社は、毎月第${(n % 4) + 1}日曜日の午前1時から午前5時までの間、定期保守のため本サービスの全部又は一部を停止することがある。`,
    `2 停止の時間が4時間を超える見込みとなったときは、当社は、状況を当社のウェブサイトに掲げる。`,
    `3 稼働率は、月間の総時間から停止の時間を除いた時間を、月間の総時間で除して得た値とし、小数点第${(n % 3) + 2}位以下を四捨五入する。定期保守の時間は、停止の時間に含めない。`,
    `4 稼働率が99.${n % 9}パーセントを下回った月については、契約者は、当月の基本額の${(n % 5) + 5}パーセントに相当する額の減額を求めることができる。`]],
];

function articles(name) {
  const [, ...parts] = readFileSync(join(samples, name), 'utf8')
    .split(/\n(?=第\d+条)/);
  return parts.map(part => part.trim());
}

export function long_contract(pages = 300, repeats = 8) {
  const parts = [...articles('ja-suirei-vault.txt'),
    ...articles('ja-itosugi-dpa.txt')];
  const of_sample = parts.length * repeats, want = pages * PAGE;
  const out = ['遠浅倉庫システム基本契約書\n'];
  let article = 0, length = 0, taken = 0;
  const add = part => {
    const text = part.replace(/^第\d+条/, `第${++article}条`) + '\n';
    out.push(text);
    // A line of the text fills whole lines of the page.
    for (const line of text.split('\n')) length += Math.ceil(line.length / 34) * 34;
  };
  while (length < want) {
    if (taken < of_sample && length / want >= taken / of_sample)
      add(parts[taken++ % parts.length]);
    else {
      const [title, lines] = DULL[article % DULL.length];
      add(`第0条(${title})\n${lines(article + 1).join('\n')}`);
    }
  }
  return out.join('\n');
}
