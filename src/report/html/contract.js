/* SPDX-License-Identifier: Apache-2.0 */
(()=>{'use strict';
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)];
const text=$('#text'),bar=$('#bar'),live=$('#live'),tabs=$$('[role=tab]'),panels=$$('.tp');
const fns=$$('.fn',text);let cur=0,from='';
document.documentElement.classList.add('js');
const tab=(p,focus)=>{for(const t of tabs){const on=t.getAttribute('aria-controls')===p.id;t.setAttribute('aria-selected',on);t.tabIndex=on?0:-1;if(on&&focus)t.focus()}
 for(const q of panels)q.classList.toggle('act',q===p)};
$('.tabs').addEventListener('click',e=>{const t=e.target.closest('[role=tab]');if(t)tab($('#'+t.getAttribute('aria-controls')))});
$('.tabs').addEventListener('keydown',e=>{const d={ArrowRight:1,ArrowLeft:-1}[e.key];if(!d)return;const i=tabs.indexOf(document.activeElement);
 tab($('#'+tabs[(i+d+tabs.length)%tabs.length].getAttribute('aria-controls')),true)});
/* an address is the whole state: #f12 is a place in the text, #c12 its card, #v-EX-1 a verdict */
const show=n=>{for(const m of $$('mark.on',text))m.classList.remove('on');for(const c of $$('.cur'))c.classList.remove('cur');
 cur=n;if(!n){bar.hidden=true;return}
 for(const m of $$('mark[data-f~="'+n+'"]',text))m.classList.add('on');
 const c=$('#c'+n),g=$('.mg a[href="#f'+n+'"]',text);c.classList.add('cur');g&&g.classList.add('cur');
 $('p',bar).textContent='所見 '+n+' ・ '+c.dataset.t+' ・ '+c.dataset.p;bar.hidden=false};
const land=()=>{const h=decodeURIComponent(location.hash.slice(1));if(!h)return show(0);const el=document.getElementById(h);if(!el)return;
 const p=el.closest('.tp');if(p)tab(p);if(el.tagName==='DETAILS')el.open=true;
 const m=/^[fc](\d+)$/.exec(h);if(m)show(+m[1]);
 if(p||m){const o={block:h[0]==='f'?'center':'start'};el.scrollIntoView(o);requestAnimationFrame(()=>el.scrollIntoView(o))}
 const t=el.matches('a,button')?el:$('a,summary',el)||el;t.focus({preventScroll:true})};
addEventListener('hashchange',land);
document.addEventListener('click',e=>{
 const a=e.target.closest('a[href^="#f"]');if(a){const d=a.closest('details,li[id]');from=d?d.id:from;if(a.hash===location.hash){e.preventDefault();land()}return}
 const m=e.target.closest('mark[data-f]');
 if(m&&!e.target.closest('a')&&!String(getSelection())){const l=m.dataset.f.split(' ').map(Number).filter(n=>!$('#f'+n).classList.contains('off'));
  if(l.length)location.hash='c'+l[(l.indexOf(cur)+1)%l.length]}
 const act=e.target.closest('[data-do]');if(act)run(act.dataset.do,act)});
const step=d=>{const l=fns.filter(f=>!f.classList.contains('off')).map(f=>+f.id.slice(1));if(!l.length)return;
 const i=l.indexOf(cur);cur=l[i<0?(d>0?0:l.length-1):(i+d+l.length)%l.length];location.hash='f'+cur};
const run=(w,el)=>{
 if(w==='next')step(1);if(w==='prev')step(-1);
 if(w==='back')location.hash=from||(cur?'c'+cur:'v-EX-1');
 if(w==='help')$('#help').showModal();if(w==='print')print();
 if(w==='close'){show(0);history.replaceState(null,'',location.pathname)}
 if(w==='copy'){const s=$$('#pq li').map((l,i)=>i+1+'. '+l.textContent.trim()).join('\n');
  const ok=()=>{live.textContent='照会文をコピーしました';el.textContent='コピーしました';setTimeout(()=>el.textContent='すべてコピー',2500)};
  const old=()=>{const t=document.createElement('textarea');t.value=s;document.body.append(t);t.select();document.execCommand('copy');t.remove();ok()};
  navigator.clipboard?navigator.clipboard.writeText(s).then(ok,old):old()}};
/* filters: one listener for every chip */
const ff=$('#filters'),cards=$$('#cards>li');
const filter=()=>{const ty=new Set($$('[name="ty[]"]:checked',ff).map(i=>i.value)),ti=$('[name=ti]:checked',ff).value;let n=0;const vis=new Set;
 for(const c of cards){const on=(!ty.size||ty.has(c.dataset.c))&&(ti==='all'||ti===c.dataset.r);c.hidden=!on;if(on){n++;vis.add(c.id.slice(1))}}
 for(const f of fns)f.classList.toggle('off',!vis.has(f.id.slice(1)));
 for(const a of $$('.mg a',text))a.hidden=!vis.has(a.hash.slice(2));
 for(const m of $$('mark',text))m.classList.toggle('off',!m.dataset.f.split(' ').some(x=>vis.has(x)));
 live.textContent=$('#shown').textContent=n+' / '+cards.length+' 件を表示'};
ff.addEventListener('change',filter);ff.addEventListener('submit',e=>e.preventDefault());ff.addEventListener('reset',()=>setTimeout(filter));
/* search: ranges only, the text is never rewritten; the index is made on first use */
const inp=$('#q'),out=$('#qn');let ix=null,hits=[],at=-1,tm;
const fold=s=>s.replace(/[\uff01-\uff5e]/g,c=>String.fromCharCode(c.charCodeAt(0)-0xfee0)).toLowerCase();
const index=()=>$$('.ln,h3',text).map(p=>{const ns=[];let s='';const w=document.createTreeWalker(p,4);
 for(let t;t=w.nextNode();)if(!t.parentNode.closest('.fn')){ns.push([s.length,t]);s+=t.data}return{s:fold(s),ns}});
const pos=(ns,o,end)=>{let k=ns.length-1;while(k>0&&(end?ns[k][0]>=o:ns[k][0]>o))k--;return[ns[k][1],o-ns[k][0]]};
const paint=()=>{if(!CSS.highlights)return;CSS.highlights.set('hit',new Highlight(...hits));CSS.highlights.delete('cur');
 if(hits[at]){const h=new Highlight(hits[at]);h.priority=1;CSS.highlights.set('cur',h);
  hits[at].startContainer.parentElement.scrollIntoView({block:'center'})}
 out.textContent=inp.value?(hits.length?at+1+'/'+hits.length:'0'):''};
const search=()=>{ix=ix||index();const q=fold(inp.value.trim());hits=[];at=-1;
 if(q)for(const{s,ns}of ix)for(let i=s.indexOf(q);i>=0&&hits.length<2000;i=s.indexOf(q,i+q.length)){
  const r=new Range;r.setStart(...pos(ns,i));r.setEnd(...pos(ns,i+q.length,true));hits.push(r)}
 if(hits.length)at=0;paint()};
inp.addEventListener('input',()=>{clearTimeout(tm);tm=setTimeout(search,120)});
inp.addEventListener('keydown',e=>{if(e.key==='Enter'&&hits.length){e.preventDefault();at=(at+(e.shiftKey?-1:1)+hits.length)%hits.length;paint()}
 if(e.key==='Escape'){inp.value='';search();inp.blur()}});
addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey||$('#help').open||e.target.matches('input:not([type=checkbox]):not([type=radio])'))return;
 if(e.key==='Escape')return run('close');if(!$('#keys').checked)return;
 const k={j:'next',k:'prev',b:'back','?':'help'}[e.key];if(k){e.preventDefault();run(k)}
 if(e.key==='/'){e.preventDefault();inp.focus();inp.select()}
 if(/^[1-4]$/.test(e.key))tab(panels[e.key-1],true)});
tab(panels[0]);land()})();
