import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { frame, path, scalesFor, svg } from './frame.ts';

export interface Layer {
  readonly name: string;
  readonly values: readonly number[];
}

/** A label in the middle of its layer: centre and half of its width. */
interface Label {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** Height of a layer that holds a label, and a letter's width, both in the units of the chart. */
const roomForLabel = 16;
const widthOfLetter = 8;

const touches = (one: Label, other: Label) =>
  Math.abs(one.y - other.y) < 14 && Math.abs(one.x - other.x) < one.half + other.half;

/** Layers on top of each other over days; at most five, told apart by tone, pattern and label. */
export function stackedChart(
  words: Words,
  label: string,
  layers: readonly Layer[],
  dates: readonly string[],
  firstDay: number,
  lastDay: number,
): string {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const sums = days.map(() => 0);
  const bounds = layers.map((layer) => {
    const low = [...sums];
    days.forEach((day, i) => {
      sums[i]! += layer.values[day]!;
    });
    return { low, high: [...sums] };
  });
  const s = scalesFor(firstDay, lastDay, Math.max(...sums, ...bounds.flatMap((b) => b.high), 1e-9));
  const taken: Label[] = [];
  const areas = layers.map((layer, i) => {
    const { low, high } = bounds[i]!;
    const up = path(days.map((d, k) => [s.x(d), s.y(high[k]!)]));
    const down = path(
      days.map((d, k): [number, number] => [s.x(d), s.y(low[k]!)]).reverse(),
    ).replace('M', 'L');
    const at = (k: number): Label => ({
      x: Math.min(640, Math.max(110, s.x(days[k]!))),
      y: s.y((low[k]! + high[k]!) / 2) + 4,
      half: (layer.name.length * widthOfLetter) / 2,
    });
    const thick = (k: number) => high[k]! - low[k]!;
    const all = [...days.keys()];
    const free = all.filter((k) => !taken.some((other) => touches(at(k), other)));
    const widest = (free.length > 0 ? free : all).reduce((a, b) => (thick(b) > thick(a) ? b : a));
    const place = s.y(low[widest]!) - s.y(high[widest]!) > roomForLabel ? at(widest) : null;
    if (place) taken.push(place);
    const text = place
      ? `<text class="onlayer" x="${place.x}" y="${place.y}" text-anchor="middle">${escapeHtml(layer.name)}</text>`
      : '';
    return { area: `<path class="layer${i}" d="${up}${down}Z"/>`, text };
  });
  return svg(
    label,
    frame(words, s, dates, firstDay, lastDay) +
      areas.map((a) => a.area).join('') +
      areas.map((a) => a.text).join(''),
  );
}
