/* SPDX-License-Identifier: Apache-2.0 */
(() => {
'use strict';
const $ = (s, r = document) => r.querySelector(s);
const $$ = (s, r = document) => [...r.querySelectorAll(s)];
const id = s => document.getElementById(s);
const text = id('text'), bar = id('bar'), live = id('live');
const tabs = $$('[role=tab]'), panels = tabs.map(t => id(t.getAttribute('aria-controls')));
const fns = $$('.fn', text), cards = $$('#cards>li');
const count = n => n.toLocaleString('en');
const say = (s, ...a) => s.replace(/%(\d)/g, (_, n) => a[n - 1]);
let cur = 0, from = '';
document.documentElement.classList.add('js');

const tab = (p, focus) => {
  tabs.forEach((t, i) => {
    const on = panels[i] === p;
    t.setAttribute('aria-selected', on);
    t.tabIndex = on ? 0 : -1;
    panels[i].classList.toggle('act', on);
    if (on && focus) t.focus();
  });
};
$('.tabs')?.addEventListener('click', e => {
  const t = e.target.closest('[role=tab]');
  if (t) tab(panels[tabs.indexOf(t)]);
});
$('.tabs')?.addEventListener('keydown', e => {
  const n = tabs.length, i = tabs.indexOf(document.activeElement);
  const to = {ArrowRight: (i + 1) % n, ArrowLeft: (i + n - 1) % n, Home: 0, End: n - 1}[e.key];
  if (i < 0 || to === undefined) return;
  e.preventDefault();
  tab(panels[to], true);
});

/* The address is the whole state: #f12 a place in the text, #c12 its card,
 * #v-EX-1 a verdict. */
const show = n => {
  for (const e of $$('.on,.cur')) e.classList.remove('on', 'cur');
  cur = n;
  const c = n && id('c' + n);
  bar.hidden = !c;
  if (!c) return;
  for (const m of $$('mark[data-f~="' + n + '"]', text)) m.classList.add('on');
  c.classList.add('cur');
  $('.mg a[href="#f' + n + '"]', text)?.classList.add('cur');
  const p = $('p', bar);
  p.textContent = say(p.dataset.say, n, c.dataset.t, c.dataset.p);
};
const land = () => {
  let h = location.hash.slice(1);
  try { h = decodeURIComponent(h); } catch { return; }
  if (!h) return show(0);
  const el = id(h);
  if (!el) return;
  const p = el.closest('.tp');
  if (p) tab(p);
  for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  const m = /^[fc](\d+)$/.exec(h);
  if (m) show(+m[1]);
  /* What is out of sight has an estimated height until it is near: again. */
  if (p || m || text.contains(el)) {
    const o = {block: h[0] === 'f' ? 'center' : 'start'};
    el.scrollIntoView(o);
    requestAnimationFrame(() => el.scrollIntoView(o));
  }
  const t = el.matches('a,button,[tabindex]') ? el : $('a,summary', el) || el;
  t.focus({preventScroll: true});
};
/* To where one is already, too: something else may be in sight by now. */
const visit = h => { location.hash === '#' + h ? land() : location.hash = h; };
addEventListener('hashchange', land);
addEventListener('load', () => setTimeout(land));

document.addEventListener('click', e => {
  const a = e.target.closest('a[href^="#"]');
  if (a) {
    const d = a.hash[1] === 'f' && !text.contains(a) && a.closest('details,li[id]');
    if (d) from = d.id;
    if (a.hash === location.hash) { e.preventDefault(); land(); }
    return;
  }
  const m = e.target.closest('mark[data-f]');
  if (m && !String(getSelection())) {
    const l = m.dataset.f.split(' ').map(Number).filter(n => !id('f' + n).classList.contains('off'));
    if (l.length) visit('c' + l[(l.indexOf(cur) + 1) % l.length]);
  }
  const b = e.target.closest('[data-do]');
  if (b) run(b.dataset.do, b);
});
const step = d => {
  const all = fns.length ? fns : cards;
  const l = all.filter(f => !f.hidden && !f.classList.contains('off')).map(f => +f.id.slice(1));
  const i = l.indexOf(cur), n = l.length;
  if (!n) return;
  /* At once, for the next key may come before the address has changed. */
  cur = l[i < 0 ? (d > 0 ? 0 : n - 1) : (i + d + n) % n];
  visit((fns.length ? 'f' : 'c') + cur);
};
const copy = el => {
  const l = $$('#' + el.dataset.from + ' .say');
  const s = l.map((q, i) => i + 1 + '. ' + q.textContent.trim()).join('\n');
  const ok = () => {
    const was = el.textContent;
    live.textContent = el.textContent = el.dataset.done;
    el.disabled = true;
    setTimeout(() => { el.textContent = was; el.disabled = false; }, 2500);
  };
  const old = () => {
    const t = document.createElement('textarea');
    t.value = s;
    document.body.append(t);
    t.select();
    document.execCommand('copy');
    t.remove();
    el.focus();
    ok();
  };
  navigator.clipboard ? navigator.clipboard.writeText(s).then(ok, old) : old();
};
const run = (what, el) => ({
  next: () => step(1),
  prev: () => step(-1),
  back: () => visit(from || (cur ? 'c' + cur : 'v-EX-1')),
  help: () => id('help').showModal(),
  print: () => print(),
  close: () => { show(0); history.replaceState(null, '', location.pathname + location.search); },
  copy: () => copy(el)
})[what]?.();

/* One listener for every chip. */
const ff = id('filters');
const filter = () => {
  const ty = new Set($$('[name="ty[]"]:checked', ff).map(i => i.value));
  const ti = $('[name=ti]:checked', ff).value, de = $('[name=de]:checked', ff)?.value ?? 'all';
  const vis = new Set;
  for (const c of cards) {
    c.hidden = !((!ty.size || ty.has(c.dataset.c)) && (ti === 'all' || ti === c.dataset.r) &&
      (de === 'all' || de === c.dataset.d));
    if (!c.hidden) vis.add(c.id.slice(1));
  }
  for (const f of fns) f.classList.toggle('off', !vis.has(f.id.slice(1)));
  for (const a of $$('.mg a', text)) a.hidden = !vis.has(a.hash.slice(2));
  for (const m of $$('mark', text))
    m.classList.toggle('off', !m.dataset.f.split(' ').some(x => vis.has(x)));
  const s = id('shown');
  live.textContent = s.textContent = say(s.dataset.say, count(vis.size), count(cards.length));
};
ff?.addEventListener('change', filter);
ff?.addEventListener('submit', e => e.preventDefault());
ff?.addEventListener('reset', () => setTimeout(filter));

/* Ranges only: the text is never rewritten. The index is made on first use. */
const MOST = 2000, inp = id('q'), out = id('qn');
let ix = null, hits = [], at = -1, tm;
const fold = s => s.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  .replace(/\s/g, ' ').toLowerCase();
const index = () => $$('.ln,td,h2,h3,h4,h5,h6', text).map(p => {
  const ns = [], w = document.createTreeWalker(p, 4);
  let s = '';
  for (let t; (t = w.nextNode());)
    if (!t.parentNode.closest('.fn')) { ns.push([s.length, t]); s += t.data; }
  const low = fold(s);
  return {s: low.length === s.length ? low : s, ns};
});
const pos = (ns, o, end) => {
  let a = 0, b = ns.length - 1;
  while (a < b) {
    const k = (a + b + 1) >> 1;
    if (end ? ns[k][0] < o : ns[k][0] <= o) a = k; else b = k - 1;
  }
  return [ns[a][1], o - ns[a][0]];
};
const paint = () => {
  const n = hits.length;
  out.textContent = inp.value ? (n ? at + 1 + '/' + n + (n < MOST ? '' : '+') : '0') : '';
  const r = hits[at];
  if (globalThis.CSS?.highlights) {
    CSS.highlights.set('hit', new Highlight(...hits));
    CSS.highlights.delete('cur');
    if (r) {
      const h = new Highlight(r);
      h.priority = 1;
      CSS.highlights.set('cur', h);
    }
  }
  if (!r) return;
  r.startContainer.parentElement.scrollIntoView({block: 'center'});
  const b = r.getBoundingClientRect();
  if (b.top < 60 || b.bottom > innerHeight - 60) scrollBy(0, b.top - innerHeight / 2);
};
const search = () => {
  ix ??= index();
  const q = fold(inp.value.trim());
  hits = [];
  if (q) for (const {s, ns} of ix)
    for (let i = s.indexOf(q); i >= 0 && hits.length < MOST; i = s.indexOf(q, i + q.length)) {
      const r = new Range;
      r.setStart(...pos(ns, i));
      r.setEnd(...pos(ns, i + q.length, true));
      hits.push(r);
    }
  at = hits.length ? 0 : -1;
  paint();
};
inp.addEventListener('input', () => { clearTimeout(tm); tm = setTimeout(search, 120); });
inp.addEventListener('keydown', e => {
  if (e.key === 'Enter') {
    e.preventDefault();
    if (hits.length) at = (at + (e.shiftKey ? -1 : 1) + hits.length) % hits.length;
    paint();
  }
  if (e.key === 'Escape') { clearTimeout(tm); inp.value = ''; search(); inp.blur(); }
});
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || id('help').open ||
    e.target.matches('textarea,select,input:not([type=checkbox],[type=radio])')) return;
  if (e.key === 'Escape') return run('close');
  if (!id('keys').checked) return;
  const k = {j: 'next', k: 'prev', b: 'back', '?': 'help'}[e.key];
  if (k) { e.preventDefault(); run(k); }
  if (e.key === '/') { e.preventDefault(); inp.focus(); inp.select(); }
  if (/^[1-4]$/.test(e.key) && panels[e.key - 1]) tab(panels[e.key - 1], true);
});
tab(panels[0]);
land();
})();
