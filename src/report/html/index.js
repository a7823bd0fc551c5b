/* SPDX-License-Identifier: Apache-2.0 */
(()=>{'use strict';
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)];
const tb=$('#docs tbody'),f=$('#f'),out=$('#n'),pg=$('#pg'),keys=$('#keys'),heads=$$('#docs thead tr:last-child th');
const names=['ex1','ex2','ex3','rd','ty'],STEP=200,GAP=9;
if(!tb)return;
/* what a row is sorted and filtered by, and its place at first */
const rows=[...tb.rows].map((tr,at)=>({tr,at,s:tr.dataset.s.split(' ').map(Number),t:tr.dataset.t.split(' '),on:true}));
const column={rd:0,ex1:2,ex2:3,ex3:4};
const FIRST=4; /* the rows come in the order of exception 1 */
let most=STEP,sort=FIRST,printing=false;
const plain=s=>s.normalize('NFKC').toLowerCase();
const words=r=>r.q??=plain(r.tr.cells[0].textContent);
const fill=(s,...a)=>s.replace(/%(\d)/g,(m,i)=>a[i-1].toLocaleString('en'));

/* without this script nothing looks as if it could be pressed */
document.documentElement.classList.add('js');
for(const r of rows)r.tr.classList.remove('late');
const button=(el,attributes)=>{const b=document.createElement('button');b.type='button';
 for(const a of attributes)b.setAttribute(a.name,a.value);b.append(...el.childNodes);return b};
for(const el of $$('[data-k]')){const b=button(el,el.attributes);b.setAttribute('aria-pressed','false');el.replaceWith(b)}
for(const th of heads)th.append(button(th,[]));
const press=$$('[data-k]');

const chosen=k=>f[k].selectedOptions[0].dataset.n;
const fits=(r,q,want)=>(!q||words(r).includes(q))&&want.every(([k,n])=>k==='ty'?r.t.includes(n)
 :+n===GAP&&k==='rd'?r.s[0]!==2||r.tr.classList.contains('none'):r.s[column[k]]===+n);
/* the table holds only the rows that are seen: thousands would make each change slow */
const show=()=>{const on=rows.filter(r=>r.on),n=on.length,cut=n>most;
 tb.replaceChildren(...(printing||!cut?on:on.slice(0,most)).map(r=>r.tr));pg.hidden=!cut;
 out.textContent=n?fill(cut?out.dataset.cut:out.dataset.say,n,rows.length,most):fill(out.dataset.say,0,rows.length)+' '+out.dataset.none};
const apply=()=>{const q=plain(f.q.value.trim()),want=names.filter(k=>f[k].value).map(k=>[k,chosen(k)]);
 for(const r of rows)r.on=fits(r,q,want);
 for(const b of press)b.setAttribute('aria-pressed',f[b.dataset.ex].value===b.dataset.k);
 most=STEP;show();remember()};

/* the address is the state */
const remember=()=>{const p=new URLSearchParams;
 for(const k of ['q',...names])if(f[k].value)p.set(k,f[k].value);
 if(sort!==FIRST)p.set('sort',sort);
 const h=p.toString();if(h||location.hash.includes('='))history.replaceState(null,'',h?'#'+h:location.pathname+location.search)};
const recall=()=>{if(!location.hash.includes('='))return false;
 const p=new URLSearchParams(location.hash.slice(1));
 f.q.value=p.get('q')??'';
 for(const k of names){f[k].value=p.get(k)??'';if(f[k].selectedIndex<0)f[k].value=''}
 const s=Math.trunc(+p.get('sort'))||FIRST;order(Math.abs(s)<=heads.length?s:FIRST);return true};

/* columns count from 1; below 0: the other way round */
const order=s=>{sort=s;const i=Math.abs(s)-1,d=s<0?-1:1;
 heads.forEach((th,k)=>k===i?th.setAttribute('aria-sort',d>0?'ascending':'descending'):th.removeAttribute('aria-sort'));
 const by=i?(a,b)=>a.s[i-1]-b.s[i-1]:(a,b)=>words(a)<words(b)?-1:words(a)>words(b)?1:0;
 rows.sort((a,b)=>by(a,b)*d||a.at-b.at)};

f.addEventListener('input',apply);f.addEventListener('submit',e=>e.preventDefault());
f.addEventListener('reset',()=>setTimeout(apply));
document.addEventListener('click',e=>{
 const b=e.target.closest('[data-k]');
 if(b){const s=f[b.dataset.ex];s.value=s.value===b.dataset.k?'':b.dataset.k;apply();return}
 const h=e.target.closest('#docs thead button');
 if(h){const i=heads.indexOf(h.parentNode)+1,first=h.parentNode.hasAttribute('data-down')?-i:i;
  order(sort===first?-first:first);show();remember();return}
 if(e.target.id==='more'||e.target.id==='every'){const old=most;most=e.target.id==='more'?most+STEP:Infinity;show();
  const r=rows.filter(r=>r.on)[old];if(r)$('a',r.tr).focus()}});
addEventListener('keydown',e=>{
 if(e.key!=='/'||!keys.checked||e.ctrlKey||e.metaKey||e.altKey||e.target.matches('input,select,textarea'))return;
 e.preventDefault();f.q.focus()});
addEventListener('hashchange',()=>{if(recall())apply()});
let folded=[];
addEventListener('beforeprint',()=>{printing=true;folded=$$('.ask details:not([open])');for(const d of folded)d.open=true;show()});
addEventListener('afterprint',()=>{printing=false;for(const d of folded)d.open=false;show()});
recall();apply()})();
