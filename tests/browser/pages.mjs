// SPDX-License-Identifier: Apache-2.0
import {join} from 'node:path';
import {launch, open} from './browser.mjs';
import {big, make_big} from './big.mjs';
import {contract} from './contract.mjs';
import {diff, make_diffs} from './diff.mjs';
import {clauses, hostile, make_hostile} from './hostile.mjs';
import {index} from './index.mjs';
import {begin, room, samples} from './program.mjs';
import {make_reviewed, reviewed} from './reviewed.mjs';
import {markup, on_paper, without_script} from './still.mjs';
import {finish} from './suite.mjs';

const PAGES = [['ja', 'ja-suirei-vault.txt', ['水鈴保管庫サービス利用規約']],
  ['en', 'en-brindleray-ai.md', ['SHA-256']]];

const harm = make_hostile(), long = make_big(), pairs = make_diffs(clauses);
const decided = make_reviewed();
const browser = await launch();
const window = await open(browser);
for (const [lang, name, words] of PAGES) {
  const out = join(room, `${lang}/`);
  await begin('scan', '--quiet', '--lang', lang, '--format', 'html', '-o', out,
    samples);
  const page = join(out, `${name}.html`), again = lang !== PAGES[0][0];
  await contract(window, lang, page, again);
  await without_script(browser, lang, page);
  await on_paper(window, lang, page, words);
  await markup(lang, page);
  const list = join(out, 'index.html');
  await index(window, `${lang} index`, list, again);
  await markup(`${lang} index`, list);
}
for (const lang of ['ja', 'en'])
  await reviewed(window, `${lang}`, (await decided)[lang]);
await hostile(window, harm);
await diff(browser, window, pairs);
await big(window, long);
await browser.close();
process.exit(finish());
