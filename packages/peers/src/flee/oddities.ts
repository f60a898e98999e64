import { dayNumber } from '@asylia/cases';
import type { FleeCase } from './model.ts';
import { isCamp } from './model.ts';

/**
 * What may be meant, but seldom is: said, with what is done about it. Each a sentence with the
 * file; none of them changes a number.
 */
export function oddities(flee: FleeCase): string[] {
  return [...lonelyPlaces(flee), ...oddDates(flee), ...idleCorrections(flee)];
}

/** Places without a road, and camps that no road joins to a place in conflict. */
function lonelyPlaces({ locations, roads, conflict, days }: FleeCase): string[] {
  const index = new Map(locations.map(({ name }, i) => [name, i]));
  const leader = locations.map((_, i) => i);
  const find = (i: number): number => {
    let top = i;
    while (leader[top] !== top) {
      // On the way each second place is led to the leader of its leader: chains stay short.
      leader[top] = leader[leader[top]!]!;
      top = leader[top]!;
    }
    return top;
  };
  const joined = new Set<number>();
  for (const road of roads) {
    const [a, b] = [index.get(road.from), index.get(road.to)];
    if (a === undefined || b === undefined) continue;
    joined.add(a).add(b);
    leader[find(a)] = find(b);
  }
  const origins = new Set<number>();
  locations.forEach(({ population }, place) => {
    for (let day = 0; day < days; day++) {
      if (population > 0 && conflict[day * locations.length + place]! > 0) {
        origins.add(find(place));
        return;
      }
    }
  });
  return locations.flatMap((location, i) => {
    if (!joined.has(i)) {
      const what = isCamp(location) ? 'nobody comes there' : 'whoever is there stays';
      return [`routes.csv: ${location.name} has no road; ${what}`];
    }
    if (isCamp(location) && !origins.has(find(i)))
      return [
        `routes.csv: no road joins ${location.name} to a place in conflict; nobody comes there`,
      ];
    return [];
  });
}

/** Counts outside the period, and two of one day. */
function oddDates({ series, start, days }: FleeCase): string[] {
  const first = dayNumber(start);
  return [...series].flatMap(([file, points]) => {
    const dayOf = points.map(({ date }) => dayNumber(date) - first);
    const before = dayOf.filter((day) => day < 0).length;
    const within = dayOf.filter((day) => day >= 0 && day < days).length;
    const twice = dayOf.length - new Set(dayOf).size;
    const said: string[] = [];
    if (before > 0 || (within === 0 && dayOf.length > 0)) {
      said.push(
        `${file}: ${before} of ${dayOf.length} dates lie before the first day, ${within} within the period; counts are drawn on a line between dates, and stay as they are beyond them, as in Flee`,
      );
    }
    if (twice > 0) {
      said.push(
        `${file}: ${twice} dates stand twice; the line comes to the first count of a day and goes on from the last`,
      );
    }
    return said;
  });
}

/** Corrections that find nothing to correct. */
function idleCorrections({ corrections, locations, layout, series }: FleeCase): string[] {
  const camps = new Set(locations.filter(isCamp).map(({ name }) => name));
  const filesOf = new Map(layout.map(({ label, files }) => [label, files]));
  const datesOf = new Map(
    [...series].map(([file, points]) => [file, new Set(points.map((point) => point.date))]),
  );
  return corrections.flatMap(({ camp, date }) => {
    if (!camps.has(camp))
      return [
        `registration_corrections.csv: ${camp} is no camp of locations.csv; nothing is corrected`,
      ];
    const files = filesOf.get(camp) ?? [];
    const isReported = files.some((file) => datesOf.get(file)?.has(date));
    return isReported
      ? []
      : [
          `registration_corrections.csv: ${camp} has no count of ${date}; nothing is corrected, as in Flee`,
        ];
  });
}
