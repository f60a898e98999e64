import type { Case } from '@asylia/cases';
import { quantileSorted, sorted } from '@asylia/lab';
import type { Direction } from '@asylia/security';

/** Days of one run by name. */
export interface Curves {
  readonly names: readonly string[];
  readonly days: number;
  /** [series x day], day fastest */
  readonly values: ArrayLike<number>;
}

export const topicIds = [
  'stock',
  'country',
  'waiting',
  'unsheltered',
  'evacuated',
  'returned',
  'secondWave',
  'shortfall',
  'violence',
] as const;
export type TopicId = (typeof topicIds)[number];

/** One thing that scenarios are compared by, day by day, persons. */
export interface Topic {
  /** `stock`, `country.ALB`, ... */
  readonly id: string;
  readonly topic: TopicId;
  /** Id of the country; '' = everywhere. */
  readonly country: string;
  /** A level rises and falls: its highest day counts. A sum counts at the end. */
  readonly kind: 'level' | 'sum';
  /** Null where more of it is neither better nor worse by itself. */
  readonly direction: Direction | null;
  /** [day] */
  readonly values: Float64Array;
}

/** What is left of a topic when days are left out. */
export interface Figure extends Omit<Topic, 'values'> {
  /** persons */
  readonly value: number;
  /** Day of the highest level; the last day for a sum. */
  readonly day: number;
}

/**
 * What is compared in a run. Displaced persons by country are those that the record counts; in a
 * case whose record has no counts of a country, people of all groups there.
 */
export function topicsOf(run: Curves, source: Pick<Case, 'tables'>): Topic[] {
  const crossings = new Set(
    source.tables.places.filter((row) => row.kind === 'crossing').map((row) => row.id),
  );
  const sum = (isPart: (name: readonly string[]) => boolean) => sumOf(run, isPart);
  const isKnown = (country: string) => run.names.includes(`stock.${country}`);
  const countries = source.tables.states
    .map((row) => row.country)
    .filter((country) => run.names.some((name) => name.startsWith(`stock.${country}`)));
  const recorded = countries.filter(isKnown);
  const hosts = recorded.length > 0 ? recorded : countries;
  const stockIn = (country: string) =>
    isKnown(country)
      ? sum(([a, b, c]) => a === 'stock' && b === country && c === undefined)
      : sum(([a, b, c]) => a === 'stock' && b === country && c !== undefined);
  const byCountry = hosts.map((country) => ({ country, values: stockIn(country) }));
  const together = new Float64Array(run.days);
  for (const { values } of byCountry) for (let d = 0; d < run.days; d++) together[d]! += values[d]!;

  const level = { country: '', kind: 'level' } as const;
  const total = { country: '', kind: 'sum' } as const;
  const worse = { direction: 'moreIsWorse' } as const;
  const neither = { direction: null } as const;
  const topic = (id: TopicId) => ({ id, topic: id });
  return [
    { ...topic('stock'), ...level, ...neither, values: together },
    ...byCountry.map(({ country, values }) => ({
      id: `country.${country}`,
      topic: 'country' as const,
      country,
      kind: 'level' as const,
      direction: null,
      values,
    })),
    {
      ...topic('waiting'),
      ...level,
      ...worse,
      values: sum(([a, b]) => a === 'waiting' && crossings.has(b ?? '')),
    },
    {
      ...topic('unsheltered'),
      ...level,
      ...worse,
      values: sum(([a, , c]) => a === 'shelter' && c === 'unsheltered'),
    },
    {
      ...topic('evacuated'),
      ...total,
      ...neither,
      values: sum(([a, b]) => a === 'evacuated' && b === undefined),
    },
    {
      ...topic('returned'),
      ...total,
      ...neither,
      values: sum(([a, b]) => a === 'returned' && b === undefined),
    },
    {
      ...topic('secondWave'),
      ...total,
      ...worse,
      values: sum(([a, b]) => a === 'secondWave' && b === undefined),
    },
    {
      ...topic('shortfall'),
      ...total,
      ...worse,
      values: sum(([a, , c]) => a === 'deaths' && c === 'shortfall'),
    },
    {
      ...topic('violence'),
      ...total,
      ...worse,
      values: sum(([a, , c]) => a === 'deaths' && c === 'violence'),
    },
  ];
}

/** [day] the sum of all series whose name, split at its dots, belongs to it. */
function sumOf({ names, days, values }: Curves, isPart: (name: readonly string[]) => boolean) {
  const total = new Float64Array(days);
  names.forEach((name, i) => {
    if (!isPart(name.split('.'))) return;
    for (let day = 0; day < days; day++) total[day]! += values[i * days + day]!;
  });
  return total;
}

/** The figure that a topic comes down to. */
export function figureOf({ values, ...topic }: Topic): Figure {
  const last = values.length - 1;
  if (topic.kind === 'sum') return { ...topic, value: values[last]!, day: last };
  const day = values.reduce((best, value, d) => (value > values[best]! ? d : best), 0);
  return { ...topic, value: values[day]!, day };
}

/** 5 % and 95 % quantiles. */
export interface Interval {
  readonly low90: number;
  readonly high90: number;
}

/** Where the difference of two runs lies over the worlds that both have lived: world by world. */
export function differenceInterval(
  one: readonly number[],
  other: readonly number[],
): Interval | null {
  const worlds = Math.min(one.length, other.length);
  if (worlds === 0) return null;
  const differences = sorted(Array.from({ length: worlds }, (_, w) => other[w]! - one[w]!));
  return {
    low90: quantileSorted(differences, 0.05),
    high90: quantileSorted(differences, 0.95),
  };
}
