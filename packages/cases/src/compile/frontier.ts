import type { FrontierSpell } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';

/** Engine's sign for a queue that is held at a pace which nobody wrote down. */
const heldPaceNotKnown = -1;

/**
 * Rules at the crossings. Of rules that overlap, the later in the order general (`*`), country,
 * crossing holds.
 * @param inputs crossing: [entry route] crossing on the way, -1 without; to: [entry route] place
 * behind it
 */
export function frontierSpells(
  inputs: Pick<Rows, 'frontier' | 'places'> & {
    readonly indices: Indices;
    readonly firstDay: number;
    readonly crossing: Int32Array;
    readonly to: Int32Array;
  },
): FrontierSpell[] {
  const { indices, firstDay } = inputs;
  const leadsTo = countriesBehind(inputs);
  const breadth = (name: string) => (name === '*' ? 0 : name.startsWith('country:') ? 1 : 2);
  const rows = [...inputs.frontier].sort(
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

/** The countries behind each crossing. */
function countriesBehind({
  places,
  crossing,
  to,
}: Pick<Parameters<typeof frontierSpells>[0], 'places' | 'crossing' | 'to'>): Map<
  number,
  Set<string>
> {
  const leadsTo = new Map<number, Set<string>>();
  crossing.forEach((place, entryRoute) => {
    if (place < 0) return;
    const countries = leadsTo.get(place) ?? new Set<string>();
    leadsTo.set(place, countries.add(places[to[entryRoute]!]!.country));
  });
  return leadsTo;
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
