// SPDX-License-Identifier: Apache-2.0
// One Chromium for all pages, and a watch over what a page does unasked.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
export const DESKTOP = {width: 1440, height: 900};
export const PHONE = {width: 390, height: 844};

const axe_source = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice'], resultTypes: ['violations'], elementRef: false};

export const launch = () => chromium.launch({args: ARGS,
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium'});

/** A window; what its pages do unasked is an entry of seen. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({viewport: DESKTOP, ...options});
  context.setDefaultTimeout(10000);
  const page = await context.newPage();
  const seen = [];
  page.on('request', request => {
    if (!request.isNavigationRequest() || !request.url().startsWith('file:'))
      seen.push(`request: ${request.url().slice(0, 200)}`);
  });
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()))
      seen.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', error => seen.push(`error: ${error.message}`));
  page.on('dialog', dialog => {
    seen.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on('page', other => {
    if (other !== page) seen.push(`a window: ${other.url()}`);
  });
  await context.addInitScript(() => addEventListener('securitypolicyviolation',
    e => console.error('policy', e.violatedDirective, e.blockedURI)));
  return {page, seen, close: () => context.close()};
}

export async function go(page, path, hash = '') {
  const url = pathToFileURL(path).href + hash;
  // The same page with another # would not be loaded again.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await page.goto(url, {waitUntil: 'load'});
}

/** What axe finds wrong, a line each. */
export async function axe(page) {
  await page.evaluate(axe_source);
  const {violations} = await page.evaluate(
    options => axe.run(document, options), AXE);
  return violations.flatMap(v => v.nodes.map(
    n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary
      .replace(/\s+/g, ' ').slice(0, 200)}`));
}

/** Below the top bar and within the window, at last. */
export async function in_view(page, selector) {
  let place;
  for (let i = 0; i < 150; i++) {
    place = await page.evaluate(s => {
      const box = document.querySelector(s).getBoundingClientRect();
      const bar = document.querySelector('header.top').getBoundingClientRect();
      return {top: box.top, bar: bar.bottom, height: innerHeight};
    }, selector);
    if (place.top >= place.bar - 1 && place.top < place.height - 20) return;
    await page.waitForTimeout(20);
  }
  assert.fail(`${selector} is out of sight: ${JSON.stringify(place)}`);
}

/** waitForFunction needs eval, which the policy of our pages forbids. */
export async function until(page, holds, wanted, what = holds) {
  let got;
  for (let i = 0; i < 250; i++) {
    got = await page.evaluate(holds);
    if (got === wanted) return;
    await page.waitForTimeout(20);
  }
  assert.equal(got, wanted, String(what));
}

export const none = (list, what) =>
  assert.ok(!list.length, `${what}:\n  ${list.slice(0, 12).join('\n  ')}`);
