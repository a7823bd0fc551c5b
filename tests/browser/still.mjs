// SPDX-License-Identifier: Apache-2.0
// A page that nobody runs: without script, on paper, and as text of HTML.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {FileSystemConfigLoader, HtmlValidate} from 'html-validate';
import {go, none, open} from './browser.mjs';
import {room} from './program.mjs';
import {test} from './suite.mjs';

const html = new HtmlValidate(new FileSystemConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:standard'],
  // It is the contract's own, which knows of no search engine.
  rules: {'long-title': 'off'},
}));

export async function markup(name, path) {
  await test(`${name}: html-validate`, async () => {
    const report = await html.validateFile(path);
    none(report.results.flatMap(r => r.messages.map(
      m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)), 'html-validate');
  });
}

/** Complete without script: the tabs are sections, all links lead somewhere. */
export async function without_script(browser, name, path) {
  const window = await open(browser, {javaScriptEnabled: false});
  await test(`${name}: without script`, async () => {
    const {page} = window;
    await go(page, path);
    for (const id of ['p1', 'p2', 'p3', 'p4', 'text'])
      assert.ok(await page.locator(`#${id}`).isVisible(), id);
    const cards = page.locator('#cards>li');
    for (const card of await cards.all()) assert.ok(await card.isVisible());
    none(await page.locator('button:visible:not([role=tab])').evaluateAll(
      all => all.map(b => b.outerHTML.slice(0, 90))), 'buttons that do nothing');
    none(await page.locator('a[href^="#"]').evaluateAll(all => all.filter(
      a => !document.getElementById(decodeURIComponent(a.hash.slice(1))))
      .map(a => a.outerHTML.slice(0, 90))), 'links to nowhere');
    await page.locator('#text .fn').first().click();
    assert.match(page.url(), /#c1$/);
    none(window.seen, 'unasked');
  });
  await window.close();
}

/** On paper the evidence sheet and nothing else; its pages have numbers. */
export async function on_paper(window, name, path, words) {
  await test(`${name}: on paper`, async () => {
    const {page} = window;
    await go(page, path);
    await page.emulateMedia({media: 'print'});
    const others = await page.evaluate(() => [...document.body.children].filter(
      e => getComputedStyle(e).display !== 'none').map(e => e.className));
    assert.deepEqual(others, ['sheet']);
    await page.emulateMedia({media: null});
    assert.ok(await page.locator('.sheet').isHidden(), 'the sheet on a screen');
    const file = join(room, 'sheet.pdf');
    writeFileSync(file, await page.pdf({preferCSSPageSize: true}));
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
    const sheets = text.split('\f').slice(0, -1);
    sheets.forEach((sheet, i) => assert.match(sheet.replace(/\s+/g, ' '),
      new RegExp(`${i + 1} ?/ ?${sheets.length}`), `number of page ${i + 1}`));
    const flat = text.replace(/\s+/g, '');
    for (const word of words)
      assert.ok(flat.includes(word.replace(/\s+/g, '')), `not printed: ${word}`);
  });
}
