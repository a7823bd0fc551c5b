// SPDX-License-Identifier: Apache-2.0
// Contracts written to harm their reader: nothing of them runs, asks for
// anything, hides or turns the words around it.
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {go, none} from './browser.mjs';
import {markup} from './still.mjs';
import {begin, room} from './program.mjs';
import {test} from './suite.mjs';

const RUN = 'pwned()';
const HARM = [`<script>${RUN}</script>`, `"><img src=x onerror=${RUN}>`,
  `' onmouseover=${RUN} x='`, `</script><script>${RUN}</script>`,
  `</title></style></textarea><svg onload=${RUN}>`, `<!--<script>`,
  `]]><a href="javascript:${RUN}">x</a>`, `<iframe srcdoc="<script>${RUN}">`,
  '&lt;script&gt;&#60;b>', `<meta http-equiv=refresh content="0;url=//x.example">`,
  `<base href="https://x.example/"><link rel=stylesheet href=//x.example/a>`,
  '{{7*7}} ${7*7} %s%n', '\u202eelif\u202c \u2066\u200f\u061c',
  'a bell \u0007 an escape \u001b[31m a C1 \u009b', '\u2028\u2029\ufeff\u00ad',
  '\u0301\u0302 \u200d\u{e0041} \ud83d', '「(《 [( “'];

export const clauses = harm => `# Terms ${harm} of service

## 1. Use ${harm}

${harm} We may view your files at any time ${harm} without notice.

We use ${harm} your files to train our models.

## 第2条(${harm})

当社は、契約者データの内容${harm}を閲覧することができます。

| ${harm} | We disclose your files to any partner. |
|---|---|
| a | ${harm} |
`;

const NAMES = ['a"><img src=x onerror=pwned()>.md', "'quo'ted \"twice\".md",
  '<script>pwned()<!--.md', 'javascript:pwned().md', '=cmd|calc.md',
  'two\nlines\r.md', '#f1?a=%41&amp;b.md', '\u202egnp.md', ' spaces  .md',
  '%2e%2e%2f.md', `${'long '.repeat(40)}.md`];

function write(folder) {
  mkdirSync(folder);
  HARM.forEach((harm, i) => writeFileSync(join(folder, `harm${i}.md`),
    clauses(harm)));
  NAMES.forEach(name => writeFileSync(join(folder, name),
    `# ${name}\n\nWe may view your files at any time.\n`));
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'bad-')),
    Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('.md')]),
  Buffer.concat([Buffer.from('We may view your files '),
    Buffer.from([0xff, 0xed, 0xa0, 0x80, 0xc0]), Buffer.from(' at any time.\n')]));
  const dull = 'The <b>invoice</b> of the month is sent by post to the buyer. ';
  writeFileSync(join(folder, 'line.md'), '# One line\n\n' + (
    'We may view your files at any time. ' + dull.repeat(18)).repeat(100));
  writeFileSync(join(folder, 'word.md'), '# One word\n\n' + dull.repeat(50) +
    `We may view your files at any time. ${'0123456789'.repeat(99999)}\n`);
}

/** The folder of their pages, once they are made. */
export async function make_hostile() {
  const folder = join(room, 'hostile'), out = join(room, 'hostile-pages/');
  write(folder);
  await begin('scan', '--quiet', '--lang', 'en', '--format', 'html', '-o', out,
    '--fact', `U8=${HARM[0]}`, folder);
  return out;
}

/* In the page: what a reader would not see as it is, or that is no part of a
 * page of ours. */
export function foreign() {
  const bad = [], unseen =
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
  const note = (what, text) => bad.length < 20 &&
    bad.push(`${what}: ${JSON.stringify(text.slice(0, 120))}`);
  if (globalThis.harmed) note('ran', globalThis.harmed);
  if (unseen.test(document.title)) note('title', document.title);
  const walk = document.createTreeWalker(document,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT);
  for (let n; (n = walk.nextNode());) {
    if (n.nodeType === 8) note('comment', n.data);
    if (n.nodeType === 3 && !n.parentNode.closest('script,style') &&
      unseen.test(n.data)) note('text', n.data);
    if (n.nodeType !== 1) continue;
    if (n.matches('img,iframe,object,embed,base,link,textarea:not([readonly]),' +
      'meta[http-equiv=refresh]')) note('element', n.outerHTML);
    for (const a of n.attributes) {
      if (/^on|^style$|^srcdoc$/.test(a.name)) note('attribute', n.outerHTML);
      if (unseen.test(a.value)) note(`attribute ${a.name}`, a.value);
      if (/href|src|action/.test(a.name) &&
        /^\s*(\w+:|\/\/)/.test(a.value)) note('link', a.value);
    }
  }
  if (document.scripts.length > 1) note('scripts', document.scripts.length + '');
  return bad;
}

export async function hostile(window, made) {
  const {page, seen} = window;
  await page.context().addInitScript(() => {
    globalThis.pwned = () => { globalThis.harmed = 'yes'; };
  });
  const out = await made;
  const pages = readdirSync(out).filter(name => name.endsWith('.html'));
  await test('hostile: a page each, and an index', async () =>
    assert.ok(pages.length >= HARM.length + NAMES.length + 4, pages.length));
  await test('hostile: nothing runs', async () => {
    const bad = [];
    for (const name of pages) {
      seen.length = 0;
      await go(page, join(out, name));
      await page.mouse.move(200, 120);
      const wrong = [...seen, ...await page.evaluate(foreign)];
      bad.push(...wrong.map(w => `${JSON.stringify(name)}: ${w}`));
    }
    none(bad, 'harm');
  });
  await test('hostile: every page is reached from the index', async () => {
    await go(page, join(out, 'index.html'));
    const hrefs = await page.locator('tbody th a').evaluateAll(
      all => all.map(a => decodeURIComponent(new URL(a.href).pathname)));
    assert.deepEqual(hrefs.map(h => h.split('/').at(-1)).sort(),
      pages.filter(p => p !== 'index.html').sort());
  });
  await test('hostile: a line of a megabyte can be read', async () => {
    for (const [long, least] of [['line', 1e5], ['word', 1e6]]) {
      const name = pages.find(p => p.startsWith(long));
      await go(page, join(out, name), '#f1');
      const size = await page.evaluate(() => [document.documentElement.scrollWidth,
        innerWidth, document.querySelector('#text').textContent.length]);
      assert.ok(size[0] <= size[1], `${long}: ${size[0]} wide`);
      assert.ok(size[2] > least, 'the text is cut');
    }
  });
  await markup('hostile', join(out, pages.find(p => p.startsWith('harm0'))));
  await markup('hostile', join(out, pages.find(p => p.startsWith('harm4'))));
  await markup('hostile', join(out, 'index.html'));
}
