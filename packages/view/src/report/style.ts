import { mapStyle } from '../map/mapStyle.ts';

/** Style of the report: calm, one column, light and dark, prints on A4. */
export const style = `${mapStyle}:root{--ink:#1d2b36;--soft:#4c5b66;--paper:#fff;--line:#d7dde2;--blue:#0072bc;--deep:#044f85;--pale:#8ebeff;--red:#b41c37;--edge:#8b9399;--fit:#f1f4f7;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8edf1;--soft:#b4c0c9;--paper:#12191f;--line:#37444e;--blue:#5cb3f0;--deep:#a6d3f5;--pale:#2f6a99;--red:#ff8490;--edge:#7f8b94;--fit:#1a232b}}
*{box-sizing:border-box}html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 Lato,"Noto Sans","Noto Sans Arabic",Arial,sans-serif}
a{color:var(--blue)}a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--red);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{inset-inline-start:8px;top:8px;background:var(--paper);padding:8px}
.page{max-width:1180px;margin:0 auto;padding:24px 16px;display:grid;grid-template-columns:minmax(0,1fr);gap:0 48px}
@media (min-width:1080px){.page{grid-template-columns:210px minmax(0,1fr)}nav.toc{position:sticky;top:16px;align-self:start;max-height:95vh;overflow:auto}}
nav.toc{font-size:15px}nav.toc ol{list-style:none;padding:0;margin:0}nav.toc li a{display:block;padding:4px 0;min-height:24px;text-decoration:none}
header.top{grid-column:1/-1;border-bottom:1px solid var(--line);margin-bottom:24px;padding-bottom:16px}
h1{font-size:1.8rem;line-height:1.25;margin:.2em 0}h2{font-size:1.4rem;margin:2.6rem 0 .6rem;padding-top:.4rem;border-top:1px solid var(--line)}h3{font-size:1.08rem;margin:.4rem 0 .5rem;line-height:1.35}
.identity,.source,.note{color:var(--soft);font-size:.86rem}.identity{overflow-wrap:anywhere}
ul.findings{font-size:1.06rem;padding-inline-start:1.2em}ul.findings li{margin:.45em 0}
figure{margin:1.4rem 0 2rem}svg{direction:ltr}svg text{unicode-bidi:plaintext}figure svg{width:100%;height:auto;display:block;max-height:82vh}figure svg.map{width:min(100%,92vh);margin:0 auto}
.grids{display:grid;gap:8px 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr))}
.tick,.label,.onlayer{font:12px Lato,"Noto Sans","Noto Sans Arabic",Arial,sans-serif;fill:var(--soft)}.label{font-weight:bold}
.grid{stroke:var(--line);stroke-width:1}.fit{fill:var(--fit)}
rect.fit{fill:var(--fit)}.band90{fill:var(--pale);opacity:.45}.band50{fill:var(--blue);opacity:.35}.median{fill:none;stroke:var(--deep);stroke-width:2}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}.atlow{fill:var(--pale)}.athigh{fill:var(--blue)}.central{stroke:var(--ink);stroke-width:1.4}.expected{fill:none;stroke:var(--deep);stroke-width:1.2}.asitwas{fill:none;stroke:var(--ink);stroke-width:1.6;stroke-dasharray:6 4}
circle.fit{fill:var(--paper);stroke:var(--red);stroke-width:1.6}circle.holdout{fill:var(--red);stroke:var(--paper);stroke-width:.8}.cross{stroke:var(--soft);stroke-width:1.4;fill:none}
.now{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 2}.line{fill:none;stroke-width:2.2}.line0,.label0{stroke:var(--deep)}.line1{stroke:var(--blue);stroke-dasharray:7 3}.line2{stroke:var(--red);stroke-dasharray:2 3}.line3{stroke:var(--soft);stroke-dasharray:10 3 2 3}.line4{stroke:var(--edge)}
.panel-title,.panel-note{font-family:Lato,"Noto Sans","Noto Sans Arabic",Arial,sans-serif;fill:var(--ink)}.panel-title{font-weight:bold}.label0{fill:var(--deep);stroke:none}.label1{fill:var(--blue)}.label2{fill:var(--red)}.label3,.label4{fill:var(--soft)}
.layer0{fill:#044f85}.layer1{fill:#589be5}.layer2{fill:#b9d7f7}.layer3{fill:#ef9aa5}.onlayer{fill:#10202c;font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:3px}
.controls{direction:ltr;display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:.6rem 0}.controls input[type=range]{flex:1 1 220px;min-height:28px;accent-color:var(--blue)}
button{font:inherit;font-size:.86rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:4px;min-height:28px;min-width:40px;padding:2px 10px;cursor:pointer}button:hover{border-color:var(--blue);color:var(--blue)}
.buttons{display:flex;gap:8px;margin:.3rem 0}details{margin:.4rem 0}summary{cursor:pointer;min-height:28px;padding:3px 0;color:var(--blue)}
.scroll{overflow-x:auto;max-height:70vh}table{border-collapse:collapse;font-size:.84rem;width:100%}caption{text-align:start;font-weight:bold;padding:4px 0}th,td{border-bottom:1px solid var(--line);padding-block:4px;padding-inline:0 10px;text-align:start;vertical-align:top}thead th{position:sticky;top:0;background:var(--paper)}.n{text-align:end;unicode-bidi:isolate;font-variant-numeric:tabular-nums}
.key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.86rem;color:var(--soft);padding:0;list-style:none}.key li{display:flex;align-items:center;gap:6px}.key svg{width:26px;height:14px}
td>span[dir]:only-child,th>span[dir]:only-child{display:block;text-align:start}.print-only{display:none}
@media print{@page{size:A4;margin:16mm}body{font-size:10.5pt}.page{display:block;max-width:none;padding:0}nav.toc,.controls,.buttons,.skip,.screen-only{display:none!important}.print-only{display:block}figure{break-inside:avoid}h2,h3{break-after:avoid}details:not([open]){display:none}.scroll{overflow:visible;max-height:none}thead th{position:static}table{font-size:7.5pt}figure svg,figure svg.map{max-height:none;width:100%}}
`;
