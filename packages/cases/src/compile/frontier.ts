import type { FrontierSpell } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Case } from '../readCase.ts';
import type { Indices } from './indices.ts';

/** Engine's sign for a queue that is held at a pace which nobody wrote down. */
const heldPaceNotKnown = -1;

/**
 * Rules at the crossings. Of rules that overlap, the later in the order general (`*`), country,
 * crossing holds; `leadsTo` tells the countries behind each crossing.
 */
export function frontierSpells(
  source: Case,
  indices: Indices,
  leadsTo: ReadonlyMap<number, ReadonlySet<string>>,
): FrontierSpell[] {
  const firstDay = dayNumber(source.start);
  const breadth = (name: string) => (name === '*' ? 0 : name.startsWith('country:') ? 1 : 2);
  const rows = [...source.tables.frontier].sort(
    (a, b) => breadth(a.crossing) - breadth(b.crossing) || a.atLine - b.atLine,
  );
  return rows.flatMap((row) =>
    crossingsMeant(row.crossing, indices, leadsTo).map((crossing) => ({
      crossing,
      fromDay: dayNumber(row.from) - firstDay,
      toDay: row.to ? dayNumber(row.to) - firstDay : Number.POSITIVE_INFINITY,
      throughputPerDay: throughput(row.rule, row.throughput_per_day),
      admittedShare: row.rule === 'selective' ? (row.admitted_share ?? 1) : 1,
    })),
  );
}

function throughput(rule: string, perDay: number | null): number {
  if (rule === 'closed') return 0;
  if (rule === 'held') return perDay ?? heldPaceNotKnown;
  return perDay ?? Number.POSITIVE_INFINITY;
}

function crossingsMeant(
  name: string,
  indices: Indices,
  leadsTo: ReadonlyMap<number, ReadonlySet<string>>,
): number[] {
  if (name === '*') return [...leadsTo.keys()];
  if (name.startsWith('country:')) {
    const country = name.slice('country:'.length);
    return [...leadsTo].flatMap(([crossing, countries]) =>
      countries.has(country) ? [crossing] : [],
    );
  }
  return [indices.place.get(name)!];
}
