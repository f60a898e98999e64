import { escapeHtml } from '../format.ts';
import { frame, path, scalesFor, svg } from './frame.ts';

export interface Layer {
  readonly name: string;
  readonly values: readonly number[];
}

/** Layers on top of each other over days; at most five, told apart by tone, pattern and label. */
export function stackedChart(
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
  const areas = layers.map((layer, i) => {
    const { low, high } = bounds[i]!;
    const up = path(days.map((d, k) => [s.x(d), s.y(high[k]!)]));
    const down = path(
      days.map((d, k): [number, number] => [s.x(d), s.y(low[k]!)]).reverse(),
    ).replace('M', 'L');
    const widest = high.reduce(
      (best, h, k) => (h - low[k]! > high[best]! - low[best]! ? k : best),
      0,
    );
    const thick = s.y(low[widest]!) - s.y(high[widest]!);
    const middle = s.y((low[widest]! + high[widest]!) / 2) + 4;
    const text =
      thick > 16
        ? `<text class="onlayer" x="${Math.min(640, Math.max(110, s.x(days[widest]!)))}" y="${middle}" text-anchor="middle">${escapeHtml(layer.name)}</text>`
        : '';
    return { area: `<path class="layer${i}" d="${up}${down}Z"/>`, text };
  });
  return svg(
    label,
    frame(s, dates, firstDay, lastDay) +
      areas.map((a) => a.area).join('') +
      areas.map((a) => a.text).join(''),
  );
}
