// SPDX-License-Identifier: Apache-2.0
// The index of a batch: figures, sorting, filters, links.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {DESKTOP, PHONE, axe, go, none, until} from './browser.mjs';
import {steps_again, test} from './suite.mjs';

const ROWS = '#docs tbody tr', HEADS = '#docs thead tr:last-child th';
const shown = page => page.locator(`${ROWS}:visible`).count();
const told = () => document.querySelector('#n').textContent
  .replace(/,/g, '').match(/\d+/g).join();
const all_rows = page => page.locator(ROWS).count();
/* What the rows are sorted by: the name, else a rank or a number. */
const values = (page, column) => page.evaluate(([rows, n]) => [
  ...document.querySelectorAll(rows)].map(r => n ?
  +r.dataset.s.split(' ')[n - 1] :
  r.cells[0].textContent.normalize('NFKC').toLowerCase()), [ROWS, column]);

async function first_sight(page, path) {
  await go(page, path);
  assert.equal(await page.locator('h1:visible').count(), 1);
  const head = page.locator('h1');
  assert.match(await head.innerText(), /\d/, 'the heading is the answer');
  const box = await page.locator('.tile').first().boundingBox();
  assert.ok(box.y + box.height < DESKTOP.height);
  const all = await all_rows(page);
  assert.equal(await page.evaluate(told), `${all},${all}`);
}

async function sorting(page, path) {
  await go(page, path);
  const heads = page.locator(`${HEADS} button`), all = await all_rows(page);
  const ranks = await values(page, 3);
  assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b), 'gravest first');
  for (let i = 0; i < await heads.count(); i++) {
    const directions = [];
    for (let click = 0; click < 2; click++) {
      await heads.nth(i).click();
      const th = page.locator(HEADS).nth(i);
      const way = await th.getAttribute('aria-sort');
      directions.push(way);
      assert.equal(await page.locator('thead [aria-sort]').count(), 1);
      const now = await values(page, i);
      for (let k = 1; k < now.length; k++) {
        const [a, b] = [now[k - 1], now[k]];
        assert.ok(a === b || (a < b) === (way === 'ascending'),
          `column ${i}, ${way}: ${a} before ${b}`);
      }
    }
    assert.deepEqual(directions.sort(), ['ascending', 'descending']);
  }
  assert.equal(await all_rows(page), all);
}

async function filters(page, path) {
  await go(page, path);
  const all = await all_rows(page);
  for (const name of await page.locator('#f select').evaluateAll(
    list => list.map(s => s.name))) {
    const select = page.locator(`#f [name="${name}"]`);
    for (const value of await select.locator('option').evaluateAll(
      list => list.map(o => o.value))) {
      await select.selectOption(value);
      const n = await shown(page);
      assert.equal((await page.evaluate(told)).split(',').map(Number)
        .sort((a, b) => a - b).join(), `${n},${all}`, `${name} ${value}`);
      const says = await select.locator('option:checked').innerText();
      if (value)
        assert.equal(n, +says.replace(/,/g, '').match(/(\d+)\D*$/)[1], says);
    }
    await page.locator('#f [type=reset]').click();
    await until(page, told, `${all},${all}`);
  }
}

/* What a tile or a chart says is what the table shows when it is pressed. */
async function figures(page, path) {
  await go(page, path);
  const buttons = page.locator('button[data-k]'), all = await all_rows(page);
  assert.ok(await buttons.count() > 3);
  for (let i = 0; i < await buttons.count(); i++) {
    const button = buttons.nth(i);
    const says = +(await button.innerText()).replace(/,/g, '').match(/\d+/)[0];
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.equal(await shown(page), says, await button.innerText());
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.equal(await shown(page), all);
  }
  for (const bar of await page.locator('.br').all()) {
    const widths = await bar.locator('rect').evaluateAll(list => list.map(
      r => +r.getAttribute('width')));
    assert.equal(widths.reduce((n, w) => n + w), all, 'documents left out');
    const told = await bar.locator('li b').allInnerTexts();
    assert.deepEqual(told.map(n => +n.replace(/,/g, '')), widths);
  }
}

async function searching(page, path) {
  await go(page, path);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
  const name = await page.locator(`${ROWS} th a`).last().innerText();
  await page.keyboard.type(name.toUpperCase());
  assert.ok(await shown(page) >= 1, name);
  assert.ok(await page.locator(`${ROWS}:visible a`, {hasText: name}).count());
  await page.fill('#f [name=q]', 'no such words at all');
  assert.equal(await shown(page), 0);
}

async function links(page, path) {
  await go(page, path);
  const hrefs = await page.locator(`${ROWS} th a`).evaluateAll(
    list => list.map(a => a.href));
  for (const href of hrefs)
    assert.ok(existsSync(fileURLToPath(href.split('#')[0])), href);
  assert.equal(new Set(hrefs).size, hrefs.length, 'one page, two documents');
  await page.locator(`${ROWS} th a`).first().click();
  assert.equal(await page.locator('#text').count(), 1);
  await page.locator('.brand').click();
  assert.equal(dirname(fileURLToPath(page.url())), dirname(path));
  assert.ok(await page.locator('#docs').count(), 'back to the index');
}

async function looks(page, path) {
  await go(page, path);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme});
    none(await axe(page), `${colorScheme}: axe`);
  }
  await page.emulateMedia({colorScheme: null});
}

async function phone(page, path) {
  await page.setViewportSize(PHONE);
  await go(page, path);
  assert.ok(await page.evaluate(
    () => document.documentElement.scrollWidth <= innerWidth),
    'wider than a phone');
  none(await page.locator(`${ROWS} td`).evaluateAll(all => all.filter(
    td => td.getBoundingClientRect().right > innerWidth + 1)
    .map(td => td.innerText.slice(0, 60))), 'cells beyond the edge');
  none(await axe(page), 'axe');
  await page.setViewportSize(DESKTOP);
}

const STEPS = {first_sight, sorting, filters, figures, searching, links,
  looks, phone};
const ALIKE = [sorting, filters, searching];

export async function index(window, name, path, again = false) {
  const steps = again ? steps_again(STEPS, ALIKE) : STEPS;
  for (const [step, body] of Object.entries(steps))
    await test(`${name}: ${step.replaceAll('_', ' ')}`, async () => {
      window.seen.length = 0;
      await body(window.page, path);
      none(window.seen, 'unasked');
    });
}
