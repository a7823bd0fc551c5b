// SPDX-License-Identifier: Apache-2.0
// What a reader does with a page on which something was decided.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PHONE, axe, go, in_view, none, until} from './browser.mjs';
import {begin, room, samples} from './program.mjs';
import {markup} from './still.mjs';
import {test} from './suite.mjs';

const HARM = '</script><script>pwned()</script> \u202eturned\u202c';

const decision = (result, f, i, more) => ({
  contract: result.document.path, about: 'finding', subject: f.clause,
  fingerprint: f.fingerprint, date: '2026-11-0' + (i + 1),
  id: String(i).padStart(16, '0'), replaces: '', state: 'accepted',
  author: 'A. Reviewer', reason: 'As discussed.', expires: '', rule: f.rule,
  wording: f.wording, alike: 1, quote: f.quote, ...more});

/* One that holds, one whose words changed, one that expired, one on a verdict,
 * one that has no counterpart. */
function decide(result) {
  const [a, b, c] = result.findings;
  const half = b.quote.length >> 1;
  result.decisions = [
    {standing: 'carried', finding: 0, decision: decision(result, a, 0,
      {state: 'false-positive', reason: HARM, author: HARM})},
    {standing: 'edited', finding: 1, decision: decision(result, b, 1),
      redline: [{kind: '=', text: b.quote.slice(0, half)},
        {kind: '-', text: 'old words'}, {kind: '+', text: 'new words'},
        {kind: '=', text: b.quote.slice(half)}]},
    {standing: 'expired', finding: 2, decision: decision(result, c, 2,
      {expires: '2026-11-30'})},
    {standing: 'carried', verdict: 1, decision: decision(result, a, 3,
      {about: 'verdict', subject: result.verdicts[1].item, quote: 'indicated',
        state: 'needs-counsel'})},
    {standing: 'orphan', decision: decision(result, a, 4, {quote: HARM})}];
  return result;
}

/** Pages of a contract on which decisions were taken, with their index. */
export async function make_reviewed() {
  const folder = join(room, 'reviewed'), saved = join(folder, 'r.ndjson');
  mkdirSync(folder);
  const name = 'ja-suirei-vault.txt';
  const line = await begin('scan', '--quiet', '--with-text', '--format',
    'ndjson', join(samples, name));
  writeFileSync(saved, JSON.stringify(decide(JSON.parse(line))) + '\n');
  const made = {};
  for (const lang of ['ja', 'en']) {
    const out = join(folder, lang + '/');
    await begin('report', '--quiet', '--lang', lang, '--format', 'html', '-o',
      out, saved);
    made[lang] = {page: join(out, name + '.html'), index: join(out, 'index.html')};
  }
  return made;
}

const told = () => document.querySelector('#shown').textContent.match(/\d+/)[0];
const shown = page => page.locator('#cards>li:visible');

async function beside(page, path) {
  await go(page, path, '#c2');
  const card = page.locator('#c2');
  assert.equal(await card.locator('.dc.again').count(), 1);
  assert.equal(await card.locator('del').innerText(), 'old words');
  assert.equal(await card.locator('ins').innerText(), 'new words');
  await go(page, path, '#c1');
  const text = await page.locator('#c1 .dc').innerText();
  assert.ok(text.includes('pwned()'), 'the reason is not shown');
  assert.ok(!text.includes('\u202e'));
  assert.equal(await page.evaluate(() => document.querySelectorAll('script').length), 1);
}

async function filters(page, path) {
  await go(page, path);
  const all = await page.locator('#cards>li').count();
  for (const [value, wanted] of [['d', 1], ['a', 2], ['n', all - 3], ['all', all]]) {
    const chip = page.locator(`#filters [name=de][value=${value}]`);
    await chip.locator('xpath=..').click();
    await until(page, told, String(wanted), value);
    assert.match(await chip.locator('xpath=..').innerText(),
      new RegExp(`${wanted}$`));
  }
  await page.locator('#filters [name=de][value=a]').locator('xpath=..').click();
  await page.locator('[role=tab]').nth(1).click();
  assert.equal(await shown(page).count(), 2);
  await page.locator('#filters [type=reset]').click();
  await until(page, told, String(all), 'reset');
}

async function list(page, path) {
  await go(page, path);
  await page.locator('a[href="#decisions"]').click();
  await in_view(page, '#decisions');
  assert.equal(await page.locator('#decisions .dc.again').count(), 2);
  assert.equal(await page.locator('#decisions .dc.gone').count(), 1);
  await page.locator('#decisions a[href="#c3"]').click();
  await in_view(page, '#c3');
}

async function overview(page, path) {
  await go(page, path);
  assert.equal(await page.locator('.tile').count(), 7);
  assert.match(await page.locator('.tile').last().innerText(), /^2\n/);
  assert.match(await page.locator('tbody td.nu').last().innerText(), /^2\b/);
  const widths = await page.locator('.tw thead tr').evaluateAll(rows => rows.map(
    r => [...r.cells].reduce((n, c) => n + c.colSpan, 0)));
  assert.equal(new Set(widths).size, 1, `columns of the head: ${widths}`);
}

async function printed(page, path) {
  await go(page, path);
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.locator('.sheet .dc:visible').count(), 5);
  await page.emulateMedia({media: 'screen'});
}

/** Everything above, in a language. */
export async function reviewed(window, lang, {page: path, index}) {
  const {page, seen} = window;
  const on = (name, body) => test(`${lang} decisions: ${name}`, async () => {
    await body(page, path);
    none(seen.splice(0), 'complaints');
  });
  await on('beside', beside);
  await on('filters', filters);
  await on('list', list);
  await on('printed', printed);
  await on('index', () => overview(page, index));
  await on('axe', async () => {
    await go(page, path, '#c2');
    none(await axe(page), 'axe');
  });
  await on('phone', async () => {
    const before = page.viewportSize();
    await page.setViewportSize(PHONE);
    await go(page, path, '#c2');
    assert.ok(await page.evaluate(() =>
      document.documentElement.scrollWidth <= innerWidth), 'wider than a phone');
    await page.setViewportSize(before);
  });
  await markup(`${lang} decisions`, path);
}
