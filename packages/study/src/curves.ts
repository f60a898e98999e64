import type { Reader, Setting } from './observe.ts';
import { observe } from './observe.ts';

/** Curves that the report needs beside the raw series: sums that the record speaks of. */
export function derivedCurves(setting: Setting, recorded: readonly string[]): string[] {
  return [
    ...new Set([
      'stock',
      'idp_stock',
      'outflow_cum',
      ...setting.countries.map((country) => `stock.${country}`),
      ...recorded,
    ]),
  ];
}

/** [day] of a curve in one world. */
export function curveOf(read: Reader, setting: Setting, curve: string): Float64Array {
  return Float64Array.from({ length: setting.days }, (_, day) =>
    observe(read, setting, curve, day),
  );
}

/** Unit of a series or curve by its name, for axes and tables. */
export function unitOf(name: string): string {
  if (name.startsWith('entries') || name.startsWith('left.')) return 'persons/day';
  if (name.startsWith('deaths_per')) return 'deaths per 1,000 in 30 days';
  if (name.startsWith('expelled_share')) return 'share';
  return 'persons';
}
