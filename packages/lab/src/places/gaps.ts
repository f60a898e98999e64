import type { Case } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { peak, shortage } from '@asylia/security';
import { tidy } from '../bands.ts';
import { quantileSorted, sorted } from '../quantile.ts';
import type { Gap, Quantiles } from '../summary.ts';
import { linesAt, sourcesOfLine, unitOfLine } from './linesAt.ts';

/** Places that fewer people reach in nine of ten worlds are left out. */
const fewestPeople = 100;

/**
 * What runs short at each town and camp, and for how many people to prepare: what runs short first
 * stands first, whatever the order of the places.
 * @param names position of each series in a block
 * @param blocks [world] of [series x day], day fastest
 */
export function gapsOf(
  source: Case,
  world: World,
  names: ReadonlyMap<string, number>,
  blocks: readonly Float32Array[],
  days: number,
): Gap[] {
  const gaps: Gap[] = [];
  world.placeIds.forEach((id, place) => {
    const series = names.get(`place.${id}`);
    if (series === undefined) return;
    const people = blocks.map((block) => block.subarray(series * days, (series + 1) * days));
    const peaks = people.map(peak);
    const prepare = quantileSorted(sorted(peaks.map((p) => p.people)), 0.9);
    if (prepare < fewestPeople) return;
    const peakDay = Math.round(quantileSorted(sorted(peaks.map((p) => p.day)), 0.5));
    const lines = linesAt(world, place, days);
    for (const { line, supply, needPerPerson: need } of lines) {
      const results = people.map((n) =>
        shortage({ place: id, line, supply, needPerPerson: need }, n),
      );
      gaps.push({
        place: id,
        line,
        standard: need,
        unit: unitOfLine[line],
        firstDay: quantiles(results.map((r) => r.firstDay)),
        worstCoverage: quantiles(results.map((r) => r.worstCoverage)),
        prepareFor: Math.ceil(prepare / 100) * 100,
        peakDay,
        source: sourcesOfLine(source, id, line).join(', '),
        known: true,
      });
    }
    if (lines.length === 0) {
      gaps.push({
        place: id,
        line: 'any',
        standard: Number.NaN,
        unit: '',
        firstDay: { q10: null, q50: null, q90: null },
        worstCoverage: { q10: null, q50: null, q90: null },
        prepareFor: Math.ceil(prepare / 100) * 100,
        peakDay,
        source: '',
        known: false,
      });
    }
  });
  return gaps.sort(
    (a, b) =>
      day(a.firstDay.q50) - day(b.firstDay.q50) ||
      day(a.firstDay.q10) - day(b.firstDay.q10) ||
      Number(b.known) - Number(a.known) ||
      b.prepareFor - a.prepareFor,
  );
}

/** A day for sorting: after the last one where it never comes. */
const day = (first: number | null): number => first ?? Number.MAX_SAFE_INTEGER;

/** Quantiles over the worlds; null where fewer worlds than that have a value. */
function quantiles(values: readonly (number | null)[]): Quantiles {
  const all = sorted(values.map((value) => value ?? Number.POSITIVE_INFINITY));
  const at = (p: number) => {
    const q = all[Math.min(all.length - 1, Math.floor((all.length - 1) * p))]!;
    return Number.isFinite(q) ? tidy(q) : null;
  };
  return { q10: at(0.1), q50: at(0.5), q90: at(0.9) };
}
