/* SPDX-License-Identifier: Apache-2.0 */
(() => {
'use strict';
const $ = (s, r = document) => r.querySelector(s);
const $$ = (s, r = document) => [...r.querySelectorAll(s)];
const id = s => document.getElementById(s);
const bar = id('bar'), live = id('live'), text = id('text');
const say = (s, ...a) => s.replace(/%(\d)/g, (_, n) => a[n - 1]);
document.documentElement.classList.add('js');

/* The address is the state: #d3 a change in the list, #o7 one of the others,
 * #t41 its place in the text. */
const box = {w: 'cw', n: 'cn', l: 'cl'};
const asked = r => {
  for (const k in box) if (r.classList.contains(k)) return !!id(box[k])?.checked;
  return !r.classList.contains('e');
};
const cards = $$('.ch'), rows = text ? $$('.r[id]', text) : [];
const list = el => text?.contains(el) ? rows.filter(asked) :
  el.matches('.oth li') ? $$('li', el.parentNode) : cards;
let cur = null;

const name = el => {
  const a = el.matches('.r') && $('a[href^="#d"]', el);
  return ($('h3', a ? id(a.hash.slice(1)) : el) ?? $('p:not(:empty)', el)).textContent.slice(0, 60);
};
const show = el => {
  cur?.classList.remove('cur');
  cur = el;
  const l = el ? list(el) : [], i = l.indexOf(el);
  bar.hidden = i < 0;
  if (i < 0) return;
  el.classList.add('cur');
  const p = $('p', bar);
  live.textContent = p.textContent = say(p.dataset.say, i + 1, l.length, name(el));
};
const land = () => {
  let h = location.hash.slice(1);
  try { h = decodeURIComponent(h); } catch { return; }
  const el = h && id(h);
  if (!el) return show(null);
  for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  /* What one goes to is to be seen. */
  for (const k in box) if (el.matches('.r.' + k) && id(box[k])) id(box[k]).checked = true;
  if (el.matches('.r.e') && id('co')) id('co').checked = false;
  if (el.matches('.ch,.oth li,.r')) show(el);
  const o = {block: el.matches('.r,li') ? 'center' : 'start'};
  el.scrollIntoView(o);
  /* What is out of sight has an estimated height until it is near: again. */
  requestAnimationFrame(() => el.scrollIntoView(o));
  el.focus({preventScroll: true});
};
const visit = h => { location.hash === '#' + h ? land() : location.hash = h; };
addEventListener('hashchange', land);
addEventListener('load', () => setTimeout(land));

/* Where nothing is selected: the first one below the top of the window. */
const near = () => {
  const in_text = text && text.getBoundingClientRect().top < innerHeight / 2;
  const l = in_text ? rows.filter(asked) : cards.length ? cards : rows.filter(asked);
  return [l, l.findIndex(e => e.getBoundingClientRect().top > 60)];
};
const step = d => {
  let l, i;
  if (cur) {
    l = list(cur);
    i = l.indexOf(cur) + d;
  } else {
    [l, i] = near();
    if (i < 0) i = d > 0 ? 0 : l.length - 1;
    else if (d < 0) i--;
  }
  if (!l.length) return;
  /* At once, for the next key may come before the address has changed. */
  show(l[(i + l.length) % l.length]);
  visit(cur.id);
};
const turn = () => {
  const a = cur && $('a[href^="#t"],a[href^="#d"],a[href^="#o"]', cur);
  if (a) visit(a.hash.slice(1));
};
const only = () => {
  const c = id('co');
  if (!c) return;
  c.checked = !c.checked;
  (cur && text.contains(cur) && asked(cur) ? cur : text).scrollIntoView();
};
const run = what => ({
  next: () => step(1),
  prev: () => step(-1),
  turn, only,
  help: () => id('help').showModal(),
  print: () => print(),
  close: () => { show(null); history.replaceState(null, '', location.pathname + location.search); }
})[what]?.();

document.addEventListener('click', e => {
  const a = e.target.closest('a[href^="#"]');
  if (a && a.hash === location.hash) { e.preventDefault(); land(); }
  const b = e.target.closest('[data-do]');
  if (b) run(b.dataset.do);
});
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || id('help').open ||
    e.target.matches('textarea,select,input:not([type=checkbox])')) return;
  if (e.key === 'Escape') return run('close');
  if (!id('keys').checked) return;
  const k = {n: 'next', p: 'prev', t: 'turn', o: 'only', '?': 'help'}[e.key];
  if (k) { e.preventDefault(); run(k); }
});
/* On paper what is folded is read, too. */
let folded = [];
addEventListener('beforeprint', () => {
  folded = $$('details:not([open])');
  for (const d of folded) d.open = true;
});
addEventListener('afterprint', () => { for (const d of folded) d.open = false; });
})();
