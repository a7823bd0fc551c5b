// SPDX-License-Identifier: Apache-2.0
// A contract of 300 pages stays fluent. The figures are printed; what fails is
// three times the budget, since machines differ.
import assert from 'node:assert/strict';
import {statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {go} from './browser.mjs';
import {long_contract} from './long.mjs';
import {begin, room} from './program.mjs';
import {test} from './suite.mjs';

const BUDGET = {bytes: 3e6, paint: 1000, jump: 100, filter: 50, search: 200,
  scroll: 50};
const TIMES = 3;
const figures = {};
const worst = list => Math.max(...list);

let clock; // of the CPU time of the page's thread: others may be at work

const cpu = async () => 1000 * (await clock.send('Performance.getMetrics'))
  .metrics.find(m => m.name === 'TaskDuration').value;

/* CPU time until the frame after what follows from it has been drawn. */
async function drawn(page, what, arg) {
  const begun = await cpu();
  await page.evaluate(async ([source, value]) => {
    ({
      jump: id => { location.hash = id; },
      click: css => document.querySelector(css).click(),
      search: word => {
        const q = document.querySelector('#q');
        q.value = word;
        q.dispatchEvent(new Event('input', {bubbles: true}));
      },
      scroll: y => scrollTo(0, y),
    })[source](value);
    for (let i = 0; i < 2; i++)
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  }, [what, arg]);
  return await cpu() - begun;
}

async function first_paint(page, path) {
  clock = await page.context().newCDPSession(page);
  await clock.send('Performance.enable', {timeDomain: 'threadTicks'});
  const begun = await cpu();
  await go(page, path);
  figures.paint = Math.round(await page.evaluate(() => performance
    .getEntriesByName('first-contentful-paint')[0].startTime));
  figures.loaded = Math.round(await page.evaluate(() => performance
    .getEntriesByType('navigation')[0].loadEventEnd));
  figures.load_cpu = Math.round(await cpu() - begun);
}

async function jumps(page) {
  figures.nothing = Math.round(await drawn(page, 'scroll', 0));
  const count = await page.locator('#text .fn').count();
  figures.findings = count;
  const times = [];
  for (const part of [1, .5, .1, .9, .3])
    for (const kind of ['f', 'c'])
      times.push(await drawn(page, 'jump', kind + Math.ceil(count * part)));
  figures.jumps = times.map(Math.round).join(' ');
  figures.jump = Math.round(worst(times));
}

async function filters(page) {
  const times = [];
  for (const css of ['#filters [name=ti][value=c]', '#filters [name=ti][value=f]',
    '#filters [name=ti][value=all]', '#filters [name="ty[]"]',
    '#filters [name="ty[]"]'])
    times.push(await drawn(page, 'click', css));
  figures.filters = times.map(Math.round).join(' ');
  figures.filter = Math.round(worst(times));
}

async function searching(page) {
  const times = [];
  for (const word of ['契約者', 'データ', '第2', '']) {
    const begun = await cpu();
    await drawn(page, 'search', word);
    await page.waitForTimeout(300); // it waits for the end of typing
    times.push(await cpu() - begun);
    if (word) figures.hits = await page.textContent('#qn');
  }
  figures.search = Math.round(worst(times));
}

async function scrolling(page) {
  const height = await page.evaluate(() => document.body.scrollHeight);
  const frames = [];
  for (let y = 0; y < 30; y++)
    frames.push(await drawn(page, 'scroll', height * y / 30));
  frames.sort((a, b) => a - b);
  figures.scroll = Math.round(frames[Math.floor(frames.length * .9)]);
  figures.longest_frame = Math.round(frames.at(-1));
}

/** The page, once it is made. */
export async function make_big() {
  const text = join(room, 'long.txt'), path = join(room, 'long.html');
  writeFileSync(text, long_contract());
  await begin('scan', '--quiet', '--lang', 'ja', '--format', 'html', '-o', path,
    text);
  return path;
}

export async function big({page}, made) {
  await test('big: a contract of 300 pages stays fluent', async () => {
    const path = await made;
    figures.bytes = statSync(path).size;
    await first_paint(page, path);
    await jumps(page);
    await filters(page);
    await searching(page);
    await scrolling(page);
    console.log(`300 pages: ${JSON.stringify(figures)}`);
    assert.ok(figures.findings >= 450, 'too few findings to tell');
    assert.ok(figures.bytes <= BUDGET.bytes, `${figures.bytes} bytes`);
    for (const what of ['paint', 'jump', 'filter', 'search', 'scroll'])
      assert.ok(figures[what] <= TIMES * BUDGET[what],
        `${what}: ${figures[what]} ms`);
  });
}
