// SPDX-License-Identifier: Apache-2.0
// What a reader does with the page of two versions.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DESKTOP, PHONE, axe, go, in_view, none, open, until}
  from './browser.mjs';
import {begin, room, samples} from './program.mjs';
import {foreign} from './hostile.mjs';
import {markup} from './still.mjs';
import {test} from './suite.mjs';

/* Edits of substance, of wording and of a number, and two articles that change
 * places. */
const EDITS = [
  ['契約者の事前の承諾を得て登録データを閲覧する',
    '必要と認めて登録データを閲覧する'],
  ['日本国内に設置するデータセンターにのみ保存',
    '国内外のデータセンターに保存'],
  ['次のとおりとする', '次に定めるとおりとする'],
  ['契約者の登録データを消去', '契約者の登録データを削除']];

function edited(text) {
  let out = text;
  for (const [before, after] of EDITS) out = out.replace(before, after);
  const parts = out.split(/\n(?=第\d+条)/);
  [parts[3], parts[4]] = [parts[4], parts[3]];
  return parts.join('\n').replace(/(月額[^。]*?)(\d+)/, '$19$2');
}

/** Two pages of the same pair, and the pages of a pair made to do harm. */
export async function make_diffs(harm) {
  const folder = join(room, 'diff');
  mkdirSync(folder);
  const old = readFileSync(join(samples, 'ja-suirei-vault.txt'), 'utf8');
  const pair = ['old.txt', 'new.txt'].map(name => join(folder, name));
  const bad = ['harm.md', 'harm2.md'].map(name => join(folder, name));
  writeFileSync(pair[0], old);
  writeFileSync(pair[1], edited(old));
  writeFileSync(bad[0], harm('plain'));
  writeFileSync(bad[1], harm(`<script>pwned()</script> \u202eturned\u202c`));
  const made = {};
  for (const lang of ['ja', 'en']) {
    made[lang] = join(folder, `${lang}.html`);
    await begin('diff', '--quiet', '--lang', lang, '--format', 'html', '-o',
      made[lang], ...pair);
  }
  made.harm = join(folder, 'harm.html');
  await begin('diff', '--quiet', '--lang', 'en', '--all', '--format', 'html',
    '-o', made.harm, ...bad);
  return made;
}

const where = () => location.hash;

async function keys(page, path) {
  await go(page, path);
  await page.keyboard.press('n');
  await until(page, where, '#d1');
  await in_view(page, '#d1');
  await page.keyboard.press('n');
  await until(page, where, '#d2');
  assert.match(await page.textContent('#bar p'), /2.*[23]/);
  await page.keyboard.press('t');
  await until(page, () => location.hash.slice(0, 2), '#t');
  const row = (await page.evaluate(where));
  await in_view(page, row);
  assert.ok(await page.locator(`${row}.cur`).count(), 'no row is selected');
  await page.keyboard.press('n');
  await until(page, row_is_other, true);
  await page.keyboard.press('p');
  await until(page, where, row);
  await page.keyboard.press('t');
  await until(page, where, '#d2');
  await page.goBack();
  await until(page, where, row);
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#bar').isHidden());

  function row_is_other() {
    return /^#t/.test(location.hash) && document.querySelector('.r.cur') &&
      '#' + document.querySelector('.r.cur').id === location.hash;
  }
}

/* All of the texts, not only what is near. */
const lay_out = page => page.locator('.pt').evaluateAll(
  all => all.forEach(e => { e.style.contentVisibility = 'visible'; }));

/* The two cells of a row begin at the same height, whatever was scrolled. */
async function side_by_side(page, path) {
  await go(page, path, '#text');
  await lay_out(page);
  const off = await page.locator('#text .r:not(.hdr)').evaluateAll(rows => {
    let seen = 0;
    const wrong = rows.filter(r => {
      const [a, b] = [r.firstElementChild, r.lastElementChild]
        .map(c => c.getBoundingClientRect());
      if (a.height) seen++;
      return a.height && b.height && Math.abs(a.top - b.top) > 1;
    });
    return [seen, wrong.length];
  });
  assert.ok(off[0] > 20, `${off[0]} rows`);
  assert.equal(off[1], 0);
  const both = await page.evaluate(() => ['first', 'last'].map(side =>
    [...document.querySelectorAll('#text .r:not(.hdr,.gone)')].map(r =>
      r[side + 'ElementChild'].textContent).join('')));
  for (const [before, after] of EDITS.slice(0, 2)) {
    assert.ok(both[0].includes(before) && !both[0].includes(after), before);
    assert.ok(both[1].includes(after) && !both[1].includes(before), after);
  }
}

/* Boxes, which need no script. */
async function boxes(page, path) {
  await go(page, path, '#text');
  const shown = css => page.locator(css).evaluateAll(
    all => all.filter(e => e.checkVisibility()).length);
  const struck = () => page.locator('.r.w del').first().evaluate(
    e => getComputedStyle(e).textDecorationLine);
  const all = await shown('#text .r.e');
  assert.ok(all > 20 && await shown('#text .r.s') > 1);
  assert.equal(await struck(), 'none', 'wording is marked unasked');
  await page.locator('#cw').check();
  assert.equal(await struck(), 'line-through');
  await page.locator('#co').check();
  assert.equal(await shown('#text .r.e'), 0);
  assert.ok(await shown('#text .r.s') > 1 && await shown('#text .r.w'));
  await page.locator('#cw').uncheck();
  assert.equal(await shown('#text .r.w'), 0);
  await page.locator('#co').uncheck();
  assert.equal(await shown('#text .r.e'), all);
}

async function moved(page, path) {
  await go(page, path);
  await lay_out(page);
  const note = page.locator('.gone a').first();
  const to = await note.getAttribute('href');
  await note.click();
  await until(page, where, to);
  await in_view(page, to);
  await page.locator(`${to} .mid a[href^="#t"]`).click();
  await until(page, () => !!document.querySelector('.gone.cur'), true);
}

async function still(browser, path) {
  const window = await open(browser, {javaScriptEnabled: false});
  await go(window.page, path);
  none(await window.page.locator('button:visible').evaluateAll(
    all => all.map(b => b.outerHTML.slice(0, 90))), 'buttons that do nothing');
  none(await window.page.locator('a[href^="#"]').evaluateAll(all => all.filter(
    a => !document.getElementById(a.hash.slice(1)))
    .map(a => a.outerHTML.slice(0, 90))), 'links to nowhere');
  for (const css of ['.mv', '.ch', '.q', '#text .r.s'])
    assert.ok(await window.page.locator(css).first().isVisible(), css);
  none(window.seen, 'unasked');
  await window.close();
}

const LOOKS = [[DESKTOP, 'light'], [{width: 900, height: 800}, 'dark'],
  [PHONE, 'light'], [DESKTOP, 'dark']];

async function looks(page, path) {
  for (const [size, colorScheme] of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({colorScheme});
    await go(page, path);
    await page.locator('details').evaluateAll(
      all => all.forEach(d => { d.open = true; }));
    none(await axe(page), `axe ${size.width} ${colorScheme}`);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide at ${size.width}`);
  }
}

async function printed(page, path) {
  await go(page, path);
  await page.emulateMedia({media: 'print'});
  for (const css of ['.top', '#text', '#bar'])
    assert.ok(await page.locator(css).isHidden(), `${css} is printed`);
  assert.ok(await page.locator('.ch').first().isVisible());
}

export async function diff(browser, window, made) {
  const {page, seen} = window, pages = await made;
  const on = (name, body, path) => test(`diff: ${name}`, async () => {
    seen.length = 0;
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({colorScheme: null, media: null});
    await body(page, path);
    none(seen, 'unasked');
  });
  for (const lang of ['ja', 'en']) {
    await on(`${lang}: looks`, looks, pages[lang]);
    await markup(`diff ${lang}`, pages[lang]);
  }
  await on('keys', keys, pages.ja);
  await on('side by side', side_by_side, pages.ja);
  await on('boxes', boxes, pages.ja);
  await on('what has moved', moved, pages.ja);
  await on('on paper', printed, pages.ja);
  await test('diff: without script', () => still(browser, pages.en));
  await on('harm', async p => {
    await go(p, pages.harm);
  
    none(await p.evaluate(foreign), 'harm');
  });
  await markup('diff harm', pages.harm);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({colorScheme: null, media: null});
}
