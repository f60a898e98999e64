/**
 * Style of all maps, in report and page: the map colours of UNHCR (2024) in light, their like in
 * dark. The page sets `--ink`, `--soft`, `--paper`, `--blue`, `--deep` and `--red`.
 */
export const mapStyle = `
:root{--water:#e1eef9;--land:#eae6e4;--origin:#fff;--edge:#a8aaad;--crossing:#fff483;--fewer:#0072bc;--more:#b41c37}
@media screen and (prefers-color-scheme:dark){:root{--water:#18242e;--land:#2a3138;--origin:#3c464f;--edge:#77828b;--crossing:#d9cc4e;--fewer:#5cb3f0;--more:#ff8490}}
.map{direction:ltr;overflow:hidden}
.ground-water{fill:var(--water)}.ground-land{fill:var(--land)}.ground-origin{fill:var(--origin)}
.ground-blank{fill:var(--origin);stroke:var(--edge)}.edge{fill:none;stroke:var(--edge);stroke-linejoin:round}.edge-coast{stroke-width:.5}.edge-frontier{stroke-width:1.1}.edge-internal{stroke-width:.8;stroke-dasharray:5 3;stroke-opacity:.85}.edge-disputed{stroke-width:1.1;stroke-dasharray:1.5 3}
.flow{fill:none;stroke:var(--deep);opacity:.4;stroke-linejoin:round;stroke-linecap:round}.stock{fill:var(--blue);fill-opacity:.5;stroke:var(--deep);stroke-width:.7}.waiting{fill:var(--red);fill-opacity:.55;stroke:var(--red);stroke-width:.7}
.map-point{fill:var(--ink);fill-opacity:.75}.map-point.crossing{fill:var(--crossing);fill-opacity:1;stroke:var(--soft);stroke-width:.7}
.map-name,.map-legend,.map-number,.diff-sign{font-family:Lato,"Noto Sans","Noto Sans Arabic",Arial,sans-serif}
.map-name{fill:var(--ink);paint-order:stroke;stroke:var(--land);stroke-opacity:.8;stroke-width:2.5px;stroke-linejoin:round}.map-name.settlement{stroke:var(--origin)}.map-name.crossing{font-style:italic;fill:var(--soft)}.map-other{fill:var(--soft);font-style:italic}
.map-name.country{fill:var(--soft);font-variant:small-caps;letter-spacing:.08em;stroke:none}
.map-number{font-size:11.5px;font-weight:bold;fill:var(--red);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.map-panel{fill:var(--paper);fill-opacity:.82}.map-legend{fill:var(--ink)}.map-key{fill:var(--blue);fill-opacity:.35;stroke:var(--deep);stroke-width:.7}.map-bar{fill:none;stroke:var(--ink);stroke-width:1.2}
circle.diff-fewer{fill:var(--fewer);fill-opacity:.5;stroke:var(--fewer)}circle.diff-more{fill:var(--more);fill-opacity:.5;stroke:var(--more)}.diff-sign{paint-order:stroke;stroke:var(--paper);stroke-width:2px}text.diff-fewer{fill:var(--fewer)}text.diff-more{fill:var(--more)}
.map-narrow{display:none}
@media screen and (max-width:600px){.map-wide{display:none}.map-narrow{display:inline}.map-number{font-size:21px}}
`;
