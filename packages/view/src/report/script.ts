/** Saving of figures and tables. Plain functions, no request to anywhere. */
export const savingScript = `
'use strict';
const $=(id)=>document.getElementById(id);
function save(name,content,type){const a=document.createElement('a');a.href=URL.createObjectURL(content instanceof Blob?content:new Blob([content],{type}));a.download=name;document.body.append(a);a.click();a.remove();setTimeout(()=>URL.revokeObjectURL(a.href),10000);}
function standalone(figure){const svg=figure.querySelector('svg').cloneNode(true);const from=figure.querySelectorAll('svg *'),to=svg.querySelectorAll('*');const keep=['display','fill','fill-opacity','stroke','stroke-width','stroke-opacity','stroke-dasharray','stroke-linecap','stroke-linejoin','opacity','font-family','font-size','font-weight','font-style','font-variant','letter-spacing','paint-order','direction','unicode-bidi'];
 from.forEach((e,i)=>{const s=getComputedStyle(e);if(!to[i])return;for(const k of keep){const v=s.getPropertyValue(k);if(v)to[i].style.setProperty(k,v);}});const box=svg.viewBox.baseVal;svg.setAttribute('width',box.width);svg.setAttribute('height',box.height);
 const ground=document.createElementNS('http://www.w3.org/2000/svg','rect');ground.setAttribute('width','100%');ground.setAttribute('height','100%');ground.setAttribute('fill',getComputedStyle(document.body).backgroundColor);svg.prepend(ground);return new XMLSerializer().serializeToString(svg);}
function png(text,name){const image=new Image();image.onload=()=>{const c=document.createElement('canvas');c.width=image.width*2;c.height=image.height*2;c.getContext('2d').drawImage(image,0,0,c.width,c.height);c.toBlob((b)=>save(name,b));};image.src='data:image/svg+xml;charset=utf-8,'+encodeURIComponent(text);}
function cells(table){return [...table.rows].map((row)=>[...row.cells].map((c)=>c.dataset.value!==undefined?+c.dataset.value:c.textContent));}
function csv(table){return cells(table).map((row)=>row.map((v)=>{if(typeof v==='number')return v;const g=/^[=+\\-@\\t]/.test(v)?"'"+v:v;return /[",\\r\\n]/.test(g)?'"'+g.replaceAll('"','""')+'"':g;}).join(',')).join('\\r\\n')+'\\r\\n';}
const crcTable=Array.from({length:256},(_,n)=>{for(let k=0;k<8;k++)n=n&1?0xedb88320^(n>>>1):n>>>1;return n>>>0;});
const crc=(b)=>{let c=0xffffffff;for(const x of b)c=crcTable[(c^x)&255]^(c>>>8);return (c^0xffffffff)>>>0;};
function zip(files){const enc=new TextEncoder(),parts=[],dir=[];let at=0;for(const [name,text] of files){const n=enc.encode(name),b=enc.encode(text),h=new DataView(new ArrayBuffer(30));h.setUint32(0,0x04034b50,true);h.setUint16(4,20,true);h.setUint16(6,0x800,true);h.setUint16(12,33,true);h.setUint32(14,crc(b),true);h.setUint32(18,b.length,true);h.setUint32(22,b.length,true);h.setUint16(26,n.length,true);const d=new DataView(new ArrayBuffer(46));d.setUint32(0,0x02014b50,true);d.setUint16(4,20,true);d.setUint16(6,20,true);d.setUint16(8,0x800,true);d.setUint16(14,33,true);d.setUint32(16,crc(b),true);d.setUint32(20,b.length,true);d.setUint32(24,b.length,true);d.setUint16(28,n.length,true);d.setUint32(42,at,true);parts.push(h.buffer,n,b);dir.push(d.buffer,n);at+=30+n.length+b.length;}
 const size=dir.reduce((s,p)=>s+p.byteLength,0),e=new DataView(new ArrayBuffer(22));e.setUint32(0,0x06054b50,true);e.setUint16(8,files.length,true);e.setUint16(10,files.length,true);e.setUint32(12,size,true);e.setUint32(16,at,true);return new Blob([...parts,...dir,e.buffer],{type:'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'});}
const xml=(s)=>s.replaceAll('&','&amp;').replaceAll('<','&lt;').replaceAll('>','&gt;').replace(/[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]/g,'');
function xlsx(table){const head='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';const rows=cells(table).map((row)=>'<row>'+row.map((v)=>typeof v==='number'?'<c><v>'+v+'</v></c>':'<c t="inlineStr"><is><t xml:space="preserve">'+xml(v)+'</t></is></c>').join('')+'</row>').join('');
 return zip([['[Content_Types].xml',head+'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'],['_rels/.rels',head+'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'],['xl/workbook.xml',head+'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="table" sheetId="1" r:id="rId1"/></sheets></workbook>'],['xl/_rels/workbook.xml.rels',head+'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'],['xl/worksheets/sheet1.xml',head+'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'+rows+'</sheetData></worksheet>']]);}
document.addEventListener('click',(event)=>{const b=event.target.closest('button[data-save]');if(!b)return;const e=$(b.dataset.for),name='asylia-'+b.dataset.for.replace(/[^a-z0-9]+/gi,'-');
 if(b.dataset.save==='svg')save(name+'.svg',standalone(e),'image/svg+xml');
 if(b.dataset.save==='png')png(standalone(e),name+'.png');
 if(b.dataset.save==='csv')save(name+'.csv','\\ufeff'+csv(e),'text/csv');
 if(b.dataset.save==='xlsx')save(name+'.xlsx',xlsx(e));
 if(b.dataset.save==='geojson')save('asylia-places-and-flows.geojson',$('geo-data').textContent,'application/geo+json');});
`;

/**
 * The script of the report: saving, and the map by day. Data from the run come as JSON in an
 * element of the page, never as code.
 */
export const script = `${savingScript}
const data=JSON.parse($('map-data').textContent);
const slider=$('day'),status=$('map-status');
const r1=(x)=>Math.round(x*10)/10,radius=(n)=>n>0?r1(data.radiusOfOne*Math.sqrt(n)):0,wide=(n)=>n>0?r1(Math.max(.4,data.widthOfOne*Math.sqrt(n))):0;
const count=(n)=>{const t=String(Math.round(n)),{group,groupFromDigits,digits}=data.numbers;return (t.length<groupFromDigits?t:t.replace(/\\B(?=(\\d{3})+(?!\\d))/g,group)).replace(/\\d/g,(d)=>digits[d]);};
function show(day){
 let stock=0,waiting=0;
 for(const id in data.stock){const n=data.stock[id][day];if(data.neighbour.includes(id))stock+=n;const e=$('stock-'+id);if(e)e.setAttribute('r',radius(n));}
 for(const id in data.waiting){const n=data.waiting[id][day];waiting+=n;const e=$('wait-'+id);if(e){const s=2*radius(n);const x=+e.dataset.x,y=+e.dataset.y;e.setAttribute('width',s);e.setAttribute('height',s);e.setAttribute('x',x-s/2);e.setAttribute('y',y-s/2);const t=$('number-'+id);if(t){t.setAttribute('y',y-s/2-4);t.textContent=n>data.numberedFrom?count(n):'';}}}
 data.flows.forEach((f,i)=>{const e=$('flow'+i);if(e)e.setAttribute('stroke-width',wide(f[day]));});
 slider.value=day;slider.setAttribute('aria-valuetext',data.dates[day]);
 status.textContent=data.title.replace('{0}',data.dates[day]).replace('{1}',count(stock)).replace('{2}',count(waiting));
}
document.querySelectorAll('rect.waiting[id]').forEach((e)=>{e.dataset.x=+e.getAttribute('x')+(+e.getAttribute('width'))/2;e.dataset.y=+e.getAttribute('y')+(+e.getAttribute('height'))/2;});
slider.addEventListener('input',()=>show(+slider.value));
$('previous').addEventListener('click',()=>show(Math.max(0,+slider.value-1)));
$('next').addEventListener('click',()=>show(Math.min(+slider.max,+slider.value+1)));
let timer=null;const play=$('play');
function stop(){clearInterval(timer);timer=null;play.textContent=play.dataset.play;}
play.addEventListener('click',()=>{if(timer)return stop();const pace=matchMedia('(prefers-reduced-motion: reduce)').matches?900:140;play.textContent=play.dataset.stop;if(+slider.value>=+slider.max)show(0);timer=setInterval(()=>{if(+slider.value>=+slider.max)return stop();show(+slider.value+1);},pace);});
show(+slider.value);
const filter=$('ledger-filter');if(filter)filter.addEventListener('input',()=>{const w=filter.value.toLowerCase();for(const row of $('table-assumptions').tBodies[0].rows)row.hidden=!row.textContent.toLowerCase().includes(w);});
`;
