import type { ThreatSummary } from '@asylia/lab';
import type { Origin } from '../report/context.ts';

export { measureName } from '../languages/securityNames.ts';

type Cell = ThreatSummary['cells'][number];
type Outcome = ThreatSummary['outcomes'][number];
type Remedy = ThreatSummary['remedies'][number];
type Factor = ThreatSummary['factors'][number];

/** What the sections of the attribution share. */
export interface ThreatContext extends Origin {
  readonly threat: ThreatSummary;
  readonly outcome: (id: string) => Outcome;
  readonly factor: (id: string) => Factor;
  readonly cell: (theory: string, frame: string, outcome: string, factor: string) => Cell | null;
  readonly remedy: (remedy: string, theory: string, outcome: string) => Remedy | null;
  /** First measure of each object that the case has something to say about. */
  readonly heads: readonly {
    readonly object: string;
    readonly title: string;
    readonly id: string;
  }[];
  /** The theory shown where only one is: the article's where it is there. */
  readonly first: string;
}

export function threatContext(threat: ThreatSummary): ThreatContext {
  const outcomes = new Map(threat.outcomes.map((one) => [one.id, one]));
  const factors = new Map(threat.factors.map((one) => [one.id, one]));
  const key = (...parts: readonly string[]) => parts.join(' ');
  const cells = new Map(
    threat.cells.map((one) => [key(one.theory, one.frame, one.outcome, one.factor), one]),
  );
  const remedies = new Map(
    threat.remedies.map((one) => [key(one.remedy, one.theory, one.outcome), one]),
  );
  return {
    threat,
    remedy: (...names) => remedies.get(key(...names)) ?? null,
    summary: { run: threat.run, version: threat.version, sources: [] },
    outcome: (id) => outcomes.get(id)!,
    factor: (id) => factors.get(id)!,
    cell: (theory, frame, outcome, factor) =>
      cells.get(key(theory, frame, outcome, factor)) ?? null,
    heads: threat.objects.flatMap(({ id, title, headlines }) =>
      headlines[0] ? [{ object: id, title, id: headlines[0] }] : [],
    ),
    first: threat.theories[0]!.id,
  };
}

/** 1 where a change of the measure is worse for its object, -1 where it is better, 0 for none. */
export function harmOf(change: number, direction: Outcome['direction']): -1 | 0 | 1 {
  if (change === 0) return 0;
  return change > 0 === (direction === 'moreIsWorse') ? 1 : -1;
}

/** How far the sources together move a measure, or else its level: what a change is set against. */
export function wholeOf({ threat }: ThreatContext, theory: string, outcome: string): number {
  const level = threat.levels.find((one) => one.theory === theory && one.outcome === outcome);
  if (!level) return 0;
  return Math.abs(level.baseline - level.without) || Math.abs(level.baseline);
}

/** How often each name occurs, the most frequent first; '' is left out. */
export function counted(names: readonly string[]): (readonly [string, number])[] {
  const count = new Map<string, number>();
  for (const name of names) if (name !== '') count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]);
}
