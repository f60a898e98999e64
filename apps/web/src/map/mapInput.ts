import type { Case } from '@asylia/cases';
import { dayNumber, isoDate } from '@asylia/cases';
import { geographyOf } from '@asylia/lab';
import type { DatedMap } from '@asylia/view';
import { inNeighbours } from '@asylia/view';
import type { CurrentRun, Opened } from '../engine/protocol.ts';
import type { Texts } from '../texts.ts';

const known = new WeakMap<CurrentRun, DatedMap>();

/** What a map shows of the current run, whole people; made once for each run. */
export function mapInputOf({ case: source }: Pick<Opened, 'case'>, live: CurrentRun): DatedMap {
  const made = known.get(live) ?? toMapInput(source, live);
  known.set(live, made);
  return made;
}

function toMapInput(source: Case, live: CurrentRun): DatedMap {
  const { days, names, values, flows, flowValues } = live;
  const stockByPlace = new Map<string, number[]>();
  const waiting = new Map<string, number[]>();
  names.forEach((name, i) => {
    const whole = () => Array.from(values.subarray(i * days, (i + 1) * days), Math.round);
    if (name.startsWith('place.')) stockByPlace.set(name.slice('place.'.length), whole());
    else if (name.startsWith('waiting.')) {
      const place = name.slice('waiting.'.length);
      // The record has curves of the same name for whole countries: only crossings are places.
      if (source.tables.places.some((row) => row.id === place)) waiting.set(place, whole());
    }
  });
  return {
    ...geographyOf(source),
    dates: datesOf(source, days),
    map: {
      stockByPlace: Object.fromEntries(stockByPlace),
      waiting: Object.fromEntries(waiting),
      flows: flows.map((flow, i) => ({
        ...flow,
        perDay: Array.from(flowValues.subarray(i * days, (i + 1) * days), Math.round),
      })),
    },
  };
}

/** [day] the date of each day of a run. */
export function datesOf(source: Pick<Case, 'start'>, days: number): string[] {
  const first = dayNumber(source.start);
  return Array.from({ length: days }, (_, day) => isoDate(first + day));
}

/** Day on which most people are in neighbouring countries: the day that a map shows first. */
export function fullestDay(input: DatedMap, days: number): number {
  return dayOfMost(days, (day) => inNeighbours(input, day));
}

/** Day on which most people set out. */
export function busiestDay({ map }: DatedMap, days: number): number {
  return dayOfMost(days, (day) => map.flows.reduce((sum, flow) => sum + flow.perDay[day]!, 0));
}

/** The first day with most people. */
function dayOfMost(days: number, peopleOn: (day: number) => number): number {
  let best = 0;
  let most = -1;
  for (let day = 0; day < days; day++) {
    const people = peopleOn(day);
    if (people > most) [best, most] = [day, people];
  }
  return best;
}

/** The names of countries in the language of the page. */
export function inWords(input: DatedMap, { named }: Pick<Texts, 'named'>): DatedMap {
  return {
    ...input,
    countries: input.countries.map((country) => ({
      ...country,
      name: named('country', country.id, country.name),
    })),
  };
}
