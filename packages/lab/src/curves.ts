import type { Reader, Setting } from './observe.ts';
import { deathSeries, leftHomeSeries, partsOf, sumsOf } from './observe.ts';

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

/**
 * [day] of a curve in one world: what `observe` says of each day, by the same additions in the
 * same order, but series by series. A report has dozens of curves of hundreds of worlds.
 */
export function curveOf(read: Reader, setting: Setting, curve: string): Float64Array {
  const { days } = setting;
  const groups = sumsOf(setting, curve);
  if (groups) {
    const total = new Float64Array(days);
    for (const names of groups) {
      const sum = new Float64Array(days);
      for (const name of names) add(sum, read.row(name));
      add(total, sum);
    }
    return total;
  }
  const [measure, place] = partsOf(curve);
  switch (measure) {
    case 'left_home_cum':
      return runningTotals(read, days, leftHomeSeries(setting, place));
    case 'deaths_per_1000_month':
      return deathsPer1000Month(read, setting);
    case 'expelled_share':
      return expelledShare(read, setting);
    default:
      return new Float64Array(days).fill(Number.NaN);
  }
}

/** Adds a series day by day; beyond its end its last day holds. */
function add(to: Float64Array, row: ArrayLike<number> | null): void {
  if (!row) return;
  const last = row.length - 1;
  for (let day = 0; day < to.length; day++) to[day]! += row[day < last ? day : last]!;
}

/** [day] of the sums of flows from the first day on, one flow after the other. */
function runningTotals(read: Reader, days: number, names: readonly string[]): Float64Array {
  const total = new Float64Array(days);
  for (const name of names) {
    const flow = new Float64Array(days);
    add(flow, read.row(name));
    let sum = 0;
    for (let day = 0; day < days; day++) {
      sum += flow[day]!;
      total[day]! += sum;
    }
  }
  return total;
}

function deathsPer1000Month(read: Reader, setting: Setting): Float64Array {
  const { days } = setting;
  const rate = new Float64Array(days);
  for (const name of deathSeries(setting)) {
    const dead = new Float64Array(days);
    add(dead, read.row(name));
    for (let day = 0; day < days; day++) {
      rate[day] = rate[day]! + dead[day]! - (day < 30 ? 0 : dead[day - 30]!);
    }
  }
  const people = read('people', 0);
  return rate.map((dead) => (people > 0 ? (1000 * dead) / people : Number.NaN));
}

function expelledShare(read: Reader, setting: Setting): Float64Array {
  const left = (how: string) =>
    runningTotals(
      read,
      setting.days,
      setting.regions.map((region) => `left.${region}.${how}`),
    );
  const fled = left('fled');
  return left('expelled').map((expelled, day) =>
    expelled + fled[day]! > 0 ? expelled / (expelled + fled[day]!) : Number.NaN,
  );
}

/** Unit of a series or curve by its name, for axes and tables. */
export function unitOf(name: string): string {
  if (name.startsWith('entries') || name.startsWith('left.')) return 'persons/day';
  if (name.startsWith('deaths_per')) return 'deaths per 1,000 in 30 days';
  if (name.startsWith('expelled_share')) return 'share';
  return 'persons';
}
