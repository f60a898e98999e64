import type { Words } from '@asylia/words';
import { flowsGeoJson, placesGeoJson } from '../export/geojson.ts';
import { escapeHtml } from '../html.ts';
import type { MapParts } from '../map/dayMap.ts';
import { dayMap, mapParts } from '../map/dayMap.ts';
import type { Ground } from '../map/ground.ts';
import { mapLayout } from '../map/layout.ts';
import { mapScales, numberedFrom } from '../map/marks.ts';
import { groundNote, mapTable, mapTitle, neighbourPlaces } from '../map/words.ts';
import type { Context } from './context.ts';
import { peakDay, tableBlock } from './context.ts';

/** JSON that is safe inside a script element. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** What the copies for print take over from the map on the screen. */
const shared: MapParts = {
  ground: '<use href="#map-ground"/>',
  names: '<use href="#map-names"/>',
};

/** The map by day, with buttons and slider; for print the map of some days. */
export function mapSection(words: Words, context: Context, ground: Ground): string {
  const { summary } = context;
  const layout = mapLayout(summary, ground);
  const scales = mapScales([summary.map], layout);
  const drawn = mapParts(words, summary, ground, layout, scales);
  const parts = {
    ground: `<g id="map-ground">${drawn.ground}</g>`,
    names: `<g id="map-names">${drawn.names}</g>`,
  };
  const start = summary.bands.stock ? Math.min(peakFlowDay(context), summary.case.days - 1) : 0;
  const title = (day: number) => mapTitle(words, summary, day);
  const chosen = chosenDays(context);
  const data = {
    dates: summary.dates.map(words.longDate),
    stock: summary.map.stockByPlace,
    waiting: summary.map.waiting,
    flows: summary.map.flows.map((flow) => flow.perDay),
    neighbour: neighbourPlaces(summary),
    radiusOfOne: scales.radiusOfOne,
    widthOfOne: scales.widthOfOne,
    numberedFrom,
    numbers: words.language.numbers,
    title: words.say('map.title', { date: '{0}', stock: '{1}', waiting: '{2}' }),
  };
  const geo = {
    type: 'FeatureCollection',
    features: [...placesGeoJson(summary).features, ...flowsGeoJson(summary).features],
  };
  const small = chosen
    .map(
      (day) =>
        `<figure><figcaption><h3>${escapeHtml(title(day))}</h3></figcaption>${dayMap(words, summary, layout, scales, shared, day, title(day))}</figure>`,
    )
    .join('');
  const note = `${words.say('map.summary')} ${groundNote(words, ground, summary.countries, summary.case.start.slice(0, 4))}`;
  return `<figure id="map-figure"><figcaption><h3 id="map-status" aria-live="polite">${escapeHtml(title(start))}</h3></figcaption>
<div class="controls"><button type="button" id="previous">${words.say('map.previous')}</button><button type="button" id="play" data-play="${words.say('map.play')}" data-stop="${words.say('map.stop')}">${words.say('map.play')}</button><button type="button" id="next">${words.say('map.next')}</button><label for="day">${words.say('map.day')}</label><input type="range" id="day" min="0" max="${summary.case.days - 1}" value="${start}" step="1"></div>
<div class="screen-only">${dayMap(words, summary, layout, scales, parts, start, title(start), true)}</div>
<p class="note">${escapeHtml(note)}</p><p class="source">${words.say('map.disclaimer')} ${escapeHtml(words.say('sourceLine', { version: summary.version, run: summary.run, sources: 'Natural Earth' }))}</p>
<p class="buttons"><button type="button" data-save="svg" data-for="map-figure" aria-label="${words.say('save.svg')}: ${words.say('map')}">${words.say('save.svg')}</button><button type="button" data-save="png" data-for="map-figure" aria-label="${words.say('save.png')}: ${words.say('map')}">${words.say('save.png')}</button><button type="button" data-save="geojson" data-for="map-figure">${words.say('save.geojson')}</button></p>
${tableBlock(words, mapTable(words, summary, chosen))}</figure><div class="print-only">${small}</div>
<script type="application/json" id="map-data">${safeJson(data)}</script><script type="application/json" id="geo-data">${safeJson(geo)}</script>`;
}

/** Day on which most people set out. */
function peakFlowDay(context: Context): number {
  const { summary } = context;
  let best = 0;
  let most = -1;
  for (let day = 0; day < summary.case.days; day++) {
    const n = summary.map.flows.reduce((sum, flow) => sum + flow.perDay[day]!, 0);
    if (n > most) {
      most = n;
      best = day;
    }
  }
  return best;
}

/** Five days that tell the story: start, most people setting out, most displaced, after, end. */
function chosenDays(context: Context): number[] {
  const { summary } = context;
  const last = summary.case.days - 1;
  const peak = summary.bands.stock ? peakDay(summary.bands.stock) : Math.floor(last / 2);
  const flow = peakFlowDay(context);
  return [...new Set([0, flow, peak, Math.min(last, peak + 21), last])].sort((a, b) => a - b);
}
