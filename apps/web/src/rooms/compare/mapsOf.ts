import type { DatedMap, MapInput } from '@asylia/view';
import { inNeighbours, waitingAtFrontier } from '@asylia/view';

/**
 * A map that holds the most that any of some runs has at each place and day: with it places and
 * names are the same for all, whatever happens in one of them.
 */
export function allTogether(maps: readonly DatedMap[]): DatedMap {
  const [first] = maps;
  if (!first) throw new RangeError('there is no map to put together');
  const most = (pick: (map: MapInput['map']) => Readonly<Record<string, readonly number[]>>) => {
    const together: Record<string, number[]> = {};
    for (const { map } of maps) {
      for (const [id, people] of Object.entries(pick(map))) {
        const known = together[id];
        together[id] = known ? known.map((n, day) => Math.max(n, people[day] ?? 0)) : [...people];
      }
    }
    return together;
  };
  return {
    ...first,
    map: {
      stockByPlace: most((map) => map.stockByPlace),
      waiting: most((map) => map.waiting),
      flows: first.map.flows,
    },
  };
}

/** A day worth looking at, and in which runs (positions). */
export interface QuickDay {
  readonly day: number;
  readonly what: 'displaced' | 'waiting' | 'end';
  readonly runs: readonly number[];
}

/** For each run the day with most people in neighbouring countries and that with most waiting. */
export function quickDays(maps: readonly DatedMap[], days: number): QuickDay[] {
  const found: QuickDay[] = [];
  const add = (what: QuickDay['what'], of: (map: DatedMap, day: number) => number) => {
    maps.forEach((map, run) => {
      const day = dayOfMost(days, (d) => of(map, d));
      if (day === null) return;
      const known = found.findIndex((one) => one.what === what && one.day === day);
      if (known < 0) found.push({ day, what, runs: [run] });
      else found[known] = { ...found[known]!, runs: [...found[known]!.runs, run] };
    });
  };
  add('displaced', inNeighbours);
  add('waiting', waitingAtFrontier);
  return [...found, { day: days - 1, what: 'end', runs: [] }];
}

/** The first day on which something is largest; null where it is nothing on all days. */
function dayOfMost(days: number, of: (day: number) => number): number | null {
  let best: number | null = null;
  let most = 0;
  for (let day = 0; day < days; day++) {
    const n = of(day);
    if (n > most) {
      most = n;
      best = day;
    }
  }
  return best;
}

/** People at a place on a day, sheltered and waiting. */
export function peopleAt({ map }: MapInput, place: string, day: number): number {
  return (map.stockByPlace[place]?.[day] ?? 0) + (map.waiting[place]?.[day] ?? 0);
}
