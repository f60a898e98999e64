import type { Case } from '@asylia/cases';
import { dayNumber, isoDate } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { RecordPoint } from '@asylia/lab';
import { recordPoints } from '@asylia/lab';
import type { CurrentRun } from '../../engine/protocol.ts';

/** What a recorded series is about: the headings of the choice, in this order. */
export const topics = [
  'stocks',
  'crossings',
  'flight',
  'shelter',
  'evacuation',
  'returns',
  'second',
  'deaths',
  'other',
] as const;
export type Topic = (typeof topics)[number];

const topicOfMeasure: Readonly<Record<string, Topic>> = {
  stock: 'stocks',
  stock_and_waiting: 'stocks',
  entries: 'crossings',
  waiting: 'crossings',
  outflow_cum: 'flight',
  left_home_cum: 'flight',
  idp_stock: 'flight',
  expelled_share: 'flight',
  hostFamily: 'shelter',
  centre: 'shelter',
  camp: 'shelter',
  evacuated_cum: 'evacuation',
  irregular_day: 'evacuation',
  returned_cum: 'returns',
  second_wave_cum: 'second',
  deaths_per_1000_month: 'deaths',
};

/** One series that the record speaks of. */
export interface Recorded {
  /** As in charts, checks and tables: stock.ALB. */
  readonly id: string;
  readonly topic: Topic;
  readonly measure: string;
  /** Id of the place; '' = everywhere. */
  readonly place: string;
  /** Name of the place as the case writes it; '' = everywhere. */
  readonly placeName: string;
  readonly points: readonly RecordPoint[];
}

/** All series of the record of a case, by topic, those with most figures first. */
export function recordedOf(source: Case): Recorded[] {
  const points = new Map<string, RecordPoint[]>();
  for (const point of recordPoints(source)) {
    const own = points.get(point.series);
    if (own) own.push(point);
    else points.set(point.series, [point]);
  }
  const names = new Map<string, string>([
    ...source.tables.states.map((row) => [row.country, row.name] as const),
    ...source.tables.places.map((row) => [row.id, row.name] as const),
  ]);
  return [...points]
    .map(([id, own]): Recorded => {
      const dot = id.indexOf('.');
      const measure = dot < 0 ? id : id.slice(0, dot);
      const place = dot < 0 ? '' : id.slice(dot + 1);
      return {
        id,
        topic: ownValue(topicOfMeasure, measure) ?? 'other',
        measure,
        place,
        placeName: names.get(place) ?? place.replace(/^region:/, ''),
        points: own,
      };
    })
    .sort(
      (a, b) =>
        topics.indexOf(a.topic) - topics.indexOf(b.topic) ||
        scored(b) - scored(a) ||
        b.points.length - a.points.length ||
        (a.placeName < b.placeName ? -1 : 1),
    );
}

function scored({ points }: Recorded): number {
  return points.filter((point) => point.comparable).length;
}

/** [day] a curve of the expected run; null where the run does not have it. */
export function curveOf(live: CurrentRun, id: string): Float64Array | null {
  const index = live.names.indexOf(id);
  if (index < 0) return null;
  const values = live.values.subarray(index * live.days, (index + 1) * live.days);
  return Number.isNaN(values[live.days - 1]!) ? null : values;
}

/** [day] dates of a run. */
export function datesOf(source: Case, days: number): string[] {
  const first = dayNumber(source.start);
  return Array.from({ length: days }, (_, day) => isoDate(first + day));
}

/** Last day of the figures that were fitted; null where none was. */
export function fitUntilOf(points: readonly RecordPoint[]): number | null {
  const days = points.filter((point) => point.window === 'fit').map((point) => point.day);
  return days.length > 0 ? days.reduce((last, day) => Math.max(last, day)) : null;
}

/** First and last day that a chart shows: entries at crossings end long before the run does. */
export function spanOf({ topic, points }: Recorded, days: number): readonly [number, number] {
  if (topic !== 'crossings') return [0, days - 1];
  const last = points.reduce(
    (latest, point) => Math.max(latest, point.day),
    Number.NEGATIVE_INFINITY,
  );
  return [0, Math.min(days - 1, last + 30)];
}
