import { ownValue } from '@asylia/engine';
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
    const together = new Map<string, number[]>();
    for (const { map } of maps) {
      for (const [id, people] of Object.entries(pick(map))) {
        const known = together.get(id);
        together.set(
          id,
          known ? known.map((n, day) => Math.max(n, people[day] ?? 0)) : [...people],
        );
      }
    }
    return Object.fromEntries(together);
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
  readonly what: 'displaced' | 'waiting' | 'apart' | 'end';
  readonly runs: readonly number[];
}

/**
 * For each run the day with most people in neighbouring countries, that with most waiting, and
 * that on which it is furthest from the first; then the last day.
 */
export function quickDays(maps: readonly DatedMap[], days: number): QuickDay[] {
  const found: QuickDay[] = [];
  const add = (
    what: QuickDay['what'],
    of: (map: DatedMap, day: number) => number,
    from: number = 0,
  ) => {
    maps.forEach((map, run) => {
      if (run < from) return;
      const day = dayOfMost(days, (d) => of(map, d));
      if (day === null) return;
      const known = found.findIndex((one) => one.what === what && one.day === day);
      if (known < 0) found.push({ day, what, runs: [run] });
      else found[known] = { ...found[known]!, runs: [...found[known]!.runs, run] };
    });
  };
  add('displaced', inNeighbours);
  add('waiting', waitingAtFrontier);
  const ids = [...new Set(maps.flatMap(placesOf))];
  add('apart', (map, day) => peopleElsewhere(maps[0]!, map, ids, day), 1);
  return [...found, { day: days - 1, what: 'end', runs: [] }];
}

/** The day on which the second run is furthest from the first; null where they are alike. */
export function dayApart(quick: readonly QuickDay[]): number | null {
  return quick.find((one) => one.what === 'apart')?.day ?? null;
}

const placesOf = ({ map }: MapInput): string[] => [
  ...Object.keys(map.stockByPlace),
  ...Object.keys(map.waiting),
];

/** The sum of the differences between two runs at all places on a day, whatever their sign. */
function peopleElsewhere(
  one: MapInput,
  other: MapInput,
  ids: readonly string[],
  day: number,
): number {
  let sum = 0;
  for (const id of ids) sum += Math.abs(peopleAt(other, id, day) - peopleAt(one, id, day));
  return sum;
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
  return (
    (ownValue(map.stockByPlace, place)?.[day] ?? 0) + (ownValue(map.waiting, place)?.[day] ?? 0)
  );
}
