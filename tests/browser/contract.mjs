// SPDX-License-Identifier: Apache-2.0
// What a reader does with the page of a contract, whatever its language.
import assert from 'node:assert/strict';
import {DESKTOP, PHONE, axe, go, in_view, none, until} from './browser.mjs';
import {steps_again, test} from './suite.mjs';

const where = () => location.hash;
const hash = page => page.evaluate(where);
const holder = () => {
  const e = document.activeElement;
  return e.id || e.closest('[id]')?.id || e.tagName;
};
const numbers = async (page, selector) =>
  (await page.textContent(selector)).replace(/,/g, '').match(/\d+/g).map(Number);
async function first_sight(page, path) {
  await go(page, path);
  assert.equal(await page.locator('h1:visible').count(), 1);
  assert.equal(await page.locator('.three .card').count(), 4);
  for (let i = 0; i < 4; i++) {
    const card = page.locator('.three .card').nth(i);
    const box = await card.boundingBox();
    assert.ok(box.y + box.height <= DESKTOP.height, 'a card below the fold');
    assert.ok((await card.locator('strong').innerText()).trim());
  }
  await page.locator('.three .card').first().click();
  await until(page, where, '#v-EX-1');
  await in_view(page, '#v-EX-1');
}

async function there_and_back(page, path) {
  await go(page, path);
  const opened = await page.locator('#p1 details').evaluateAll(all =>
    all.findIndex(d => d.querySelector('.ev a[href^="#f"]')));
  const details = page.locator('#p1 details').nth(opened);
  if (await details.getAttribute('open') === null)
    await details.locator('summary').click();
  const verdict = await details.getAttribute('id');
  const quoted = details.locator('.ev a[href^="#f"]').first();
  const f = await quoted.getAttribute('href');
  await quoted.click();
  await until(page, where, f);
  await until(page, holder, f.slice(1));
  await in_view(page, f);
  assert.ok(await page.locator('#bar').isVisible(), 'no reader\'s bar');
  const lit = await page.locator('mark.on').evaluateAll(
    all => all.map(m => m.dataset.f));
  assert.ok(lit.length && lit.every(l => l.split(' ').includes(f.slice(2))));
  await page.keyboard.press('b');
  await until(page, where, '#' + verdict);
  await until(page, holder, verdict);
  await in_view(page, '#' + verdict);
  await page.goBack();
  await until(page, where, f);
  await until(page, holder, f.slice(1), 'focus after Back');
  await in_view(page, f);
  await page.locator('#bar [data-do=back]').click();
  await until(page, where, '#' + verdict);
}

async function from_text(page, path) {
  await go(page, path);
  const mark = page.locator('#text mark[data-f]').first();
  const ids = (await mark.getAttribute('data-f')).split(' ');
  for (const id of [...ids, ids[0]]) {
    const at = await mark.evaluate(m => {
      m.scrollIntoView({block: 'center'});
      const line = m.getClientRects()[0];
      return [line.x + 4, line.y + line.height / 2];
    });
    await page.mouse.click(...at);
    await until(page, where, `#c${id}`, 'a click on a mark');
    await until(page, holder, `c${id}`);
    assert.equal(await page.locator('[role=tab][aria-selected=true]')
      .getAttribute('aria-controls'), 'p2');
    await in_view(page, `#c${id}`);
    assert.ok(await page.locator(`#c${id}.cur`).count());
  }
}

async function overlap(page, path) {
  await go(page, path);
  const many = await page.evaluate(() =>
    [...document.querySelectorAll('#text mark[data-f]')]
      .map(m => m.dataset.f.split(' ')).find(l => l.length > 1));
  if (!many) return;
  const seen = new Set;
  for (let i = 0; i < many.length; i++) {
    await page.evaluate(f => [...document.querySelectorAll('#text mark')]
      .find(m => m.dataset.f === f).click(), many.join(' '));
    seen.add(await hash(page));
  }
  assert.equal(seen.size, many.length, 'a click steps through an overlap');
}

async function address(page, path) {
  const last = await (async () => {
    await go(page, path);
    return page.locator('#text .fn').evaluateAll(all => all.at(-1).id.slice(1));
  })();
  for (const id of ['f1', `f${last}`, `c${last}`, 'v-EX-1', 'v-EX-3']) {
    await go(page, path, '#' + id);
    await in_view(page, '#' + id);
    await until(page, holder, id, `focus at #${id}`);
  }
  assert.ok(await page.locator('#v-EX-3[open]').count());
  await go(page, path, '#nothing-here');
  await go(page, path, '#%ZZ');
}

/* Every chip in turn: what it says, what the page then shows. */
const chips = () => {
  const form = document.querySelector('#filters'), out = [];
  const count = css => document.querySelectorAll(css).length;
  const told = css => document.querySelector(css).textContent
    .replace(/,/g, '').match(/\d+/g)
    ?.map(Number);
  for (const chip of form.querySelectorAll('input')) {
    chip.click();
    const {name, value} = chip;
    out.push({name, value, shown: told('#shown'), live: told('#live'),
      says: +chip.nextElementSibling.textContent.replace(/,/g, '')
        .match(/\d+(?=\D*$)/)[0],
      cards: count('#cards>li:not([hidden])'), numbers: count('#text .fn:not(.off)'),
      notes: count('#text .mg a:not([hidden])'),
      of_type: count(`#cards>li[data-c="${value}"]`)});
    (chip.type === 'checkbox' ? chip : form.querySelector('[value=all]')).click();
  }
  return out;
};

async function filters(page, path) {
  await go(page, path);
  const all = await page.locator('#cards>li').count();
  assert.deepEqual(await numbers(page, '#shown'), [all, all]);
  const notes = await page.locator('#text .mg a').count();
  const sum = {ti: 0, 'ty[]': 0};
  for (const chip of await page.evaluate(chips)) {
    const n = chip.says, what = `${chip.name} ${chip.value}`;
    assert.deepEqual(chip.shown, [n, all], what);
    if (chip.value !== 'all') assert.deepEqual(chip.live, chip.shown, what);
    assert.equal(chip.cards, n, what);
    assert.equal(chip.numbers, n, what);
    assert.ok(n === 0 || chip.notes > 0 && chip.notes <= notes, what);
    if (chip.name === 'ty[]') assert.equal(chip.of_type, n, what);
    if (chip.value !== 'all') sum[chip.name] += n;
    if (chip.value === 'all') assert.equal(n, all);
  }
  assert.deepEqual(sum, {ti: all, 'ty[]': all}, 'some findings have no chip');
  await go(page, path);
  await page.locator('#filters .chip:visible').last().click();
  assert.ok((await numbers(page, '#shown'))[0] < all);
  await page.locator('#filters [type=reset]').click();
  await until(page, () => document.querySelectorAll('#text .fn.off').length, 0,
    'reset');
  assert.deepEqual(await numbers(page, '#shown'), [all, all]);
}

async function searching(page, path) {
  await go(page, path);
  const word = await page.locator('#cards q').first().evaluate(
    q => q.textContent.trim().slice(0, 3));
  const count = await page.evaluate(w => {
    let n = 0;
    for (const line of document.querySelectorAll('#text .ln, #text h3')) {
      const copy = line.cloneNode(true);
      for (const note of copy.querySelectorAll('.fn')) note.remove();
      n += copy.textContent.toLowerCase().split(w.toLowerCase()).length - 1;
    }
    return n;
  }, word);
  const before = await page.locator('#text').innerHTML();
  const told = () => document.querySelector('#qn').textContent;
  const status = async (i, n) => until(page, told, `${i}/${n}`);
  await page.keyboard.press('/');
  await until(page, holder, 'q');
  await page.keyboard.type(word);
  await status(1, count);
  assert.equal(await page.evaluate(() => CSS.highlights.get('hit').size), count);
  const next = count > 1 ? 2 : 1;
  await page.keyboard.press('Enter');
  await status(next, count);
  const shown = await page.evaluate(() => {
    const [range] = CSS.highlights.get('cur');
    return {text: String(range), top: range.getBoundingClientRect().top,
      height: innerHeight};
  });
  assert.equal(shown.text.toLowerCase(), word.toLowerCase());
  assert.ok(shown.top > 52 && shown.top < shown.height, 'a hit out of sight');
  await page.keyboard.press('Shift+Enter');
  await status(1, count);
  await page.keyboard.press('Shift+Enter');
  await status(count, count);
  assert.equal(await page.locator('#text').innerHTML(), before,
    'a search rewrites the text');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#q'), '');
  assert.equal(await page.evaluate(() => CSS.highlights.get('hit')?.size || 0), 0);
  await page.fill('#q', 'no such words at all');
  await until(page, told, '0');
}

async function keyboard(page, path) {
  await go(page, path);
  const count = await page.locator('#text .fn').count();
  const press = key => page.keyboard.press(key);
  await press('j');
  await until(page, where, '#f1');
  if (count > 1) {
    await press('j');
    await until(page, where, '#f2');
    await press('k');
  }
  await until(page, where, '#f1');
  await press('k');
  await until(page, where, `#f${count}`);
  await in_view(page, `#f${count}`);
  await press('b');
  assert.match(await hash(page), /^#[cv]/);
  await until(page, holder, (await hash(page)).slice(1));
  for (const n of ['1', '2', '3', '4']) {
    await press(n);
    assert.equal(await page.locator('.tp:visible').count(), 1);
    assert.ok(await page.locator(`#p${n}`).isVisible());
    await until(page, holder, `t${n}`);
  }
  await press('ArrowRight');
  await until(page, holder, 't1');
  await press('ArrowLeft');
  await until(page, holder, 't4');
  await press('j');
  await press('Escape');
  assert.ok(await page.locator('#bar').isHidden());
  await press('?');
  assert.ok(await page.locator('#help').isVisible());
  await page.locator('#keys').uncheck();
  await press('Escape');
  assert.ok(await page.locator('#help').isHidden());
  const before = await hash(page);
  for (const key of ['j', '1', '?', 'b', '/']) await press(key);
  await page.waitForTimeout(50);
  assert.equal(await hash(page), before, 'keys that are switched off');
  assert.ok(await page.locator('#help').isHidden());
}

/* From the top by the tab key alone: every stop is seen and has a ring. */
async function tabbing(page, path) {
  await go(page, path);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.skip')));
  await page.keyboard.press('Enter');
  await until(page, where, '#text');
  await go(page, path);
  const stops = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const e = document.activeElement, seen = e.matches('.chip input') ?
        e.nextElementSibling : e, box = seen.getBoundingClientRect(),
        style = getComputedStyle(seen);
      return {name: e.outerHTML.slice(0, 80), size: box.width * box.height,
        ring: parseFloat(style.outlineWidth), line: style.outlineStyle,
        inside: box.bottom > 0 && box.top < innerHeight};
    });
    assert.ok(stop.size > 1 && stop.inside, `unseen: ${stop.name}`);
    assert.ok(stop.line !== 'none' && stop.ring >= 2, `no ring: ${stop.name}`);
    stops.push(stop.name);
  }
  assert.ok(new Set(stops).size > 10, 'the tab key is caught');
  none(await page.locator('[tabindex]').evaluateAll(all => all.filter(
    e => e.tabIndex > 0).map(e => e.outerHTML.slice(0, 80))), 'an order of its own');
}

async function copying(page, path) {
  await go(page, path);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked = await page.locator('#pq li .say').evaluateAll(
    all => all.map(l => l.textContent.trim()));
  if (!asked.length) return;
  const read = async () => {
    await page.keyboard.press('3');
    await page.locator('[data-do=copy]').click();
    await until(page, () => document.querySelector('#live').textContent !== '',
      true, 'said that it is copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    for (const question of asked) assert.ok(text.includes(question), question);
  };
  await read();
  await page.evaluate(() => navigator.clipboard.writeText('else'));
  await go(page, path);
  await page.evaluate(() => {
    const real = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard',
      {get: () => globalThis.kept ? real : undefined, configurable: true});
  });
  await page.keyboard.press('3');
  await page.locator('[data-do=copy]').click();
  assert.ok((await page.evaluate(() => {
    globalThis.kept = true;
    return navigator.clipboard.readText();
  })).includes(asked[0]), 'copied without the clipboard interface');
}

async function looks(page, path) {
  await go(page, path);
  none(await axe(page), 'axe');
  // Without the class the tabs are sections: all panels in one go.
  await page.evaluate(() => document.documentElement.classList.remove('js'));
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme});
    none(await axe(page), `${colorScheme}, all panels: axe`);
  }
  await page.emulateMedia({colorScheme: null});
}

async function phone(page, path) {
  await page.setViewportSize(PHONE);
  await go(page, path);
  for (const key of ['1', '2', '3', '4']) {
    await page.keyboard.press(key);
    assert.ok(await page.evaluate(
      () => document.documentElement.scrollWidth <= innerWidth),
      `tab ${key} is wider than a phone`);
  }
  const small = await page.locator('button:visible:not(.vh), .chip:visible')
    .evaluateAll(all => all.map(e => [e, e.getBoundingClientRect()])
      .filter(([, b]) => b.height < 34 || b.width < 24)
      .map(([e, b]) => `${e.outerHTML.slice(0, 80)} ${b.width}x${b.height}`));
  none(small, 'too small for a finger');
  await go(page, path, '#f1');
  await in_view(page, '#f1');
  await page.keyboard.press('b');
  none(await axe(page), 'axe');
  await page.setViewportSize(DESKTOP);
}

const STEPS = {first_sight, there_and_back, from_text, overlap, address,
  filters, searching, keyboard, tabbing, copying, looks, phone};
const ALIKE = [address, overlap, keyboard, tabbing];

/** All of it on one page of one window. */
export async function contract(window, name, path, again = false) {
  const steps = again ? steps_again(STEPS, ALIKE) : STEPS;
  for (const [step, body] of Object.entries(steps))
    await test(`${name}: ${step.replaceAll('_', ' ')}`, async () => {
      window.seen.length = 0;
      await body(window.page, path);
      none(window.seen, 'unasked');
    });
}
