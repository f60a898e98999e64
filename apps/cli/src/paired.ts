import { quantileSorted, sorted, worldBlocks } from '@asylia/lab';
import type { FinishedStudy } from './study.ts';

/** How one outcome differs between two scenarios, world by world. */
export interface PairedDifference {
  readonly outcome: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly difference: number;
  readonly low90: number;
  readonly high90: number;
}

type Read = (series: string, day: number) => number;

/** Outcomes of a world that planners ask for first. */
function outcomesOf(
  study: FinishedStudy,
): { outcome: string; unit: string; of: (read: Read) => number }[] {
  const { summary } = study;
  const last = summary.case.days - 1;
  const maximum = (read: Read, names: readonly string[]) => {
    let most = 0;
    for (let day = 0; day <= last; day++) {
      most = Math.max(
        most,
        names.reduce((sum, name) => sum + read(name, day), 0),
      );
    }
    return most;
  };
  const total = (read: Read, names: readonly string[]) => {
    let sum = 0;
    for (let day = 0; day <= last; day++) for (const name of names) sum += read(name, day);
    return sum;
  };
  const groups = summary.case.groups.map((group) => group.id);
  const hosts = summary.countries.filter((c) => `shelter.${c.id}.unsheltered` in summary.bands);
  const crossings = summary.places.filter((p) => p.kind === 'crossing');
  return [
    ...hosts.map(({ id, name }) => ({
      outcome: `most displaced persons in ${name}`,
      unit: 'persons',
      of: (read: Read) =>
        maximum(
          read,
          groups.map((g) => `stock.${id}.${g}`),
        ),
    })),
    {
      outcome: 'time spent waiting at frontiers',
      unit: 'person-days',
      of: (read) =>
        total(
          read,
          crossings.map((c) => `waiting.${c.id}`),
        ),
    },
    {
      outcome: 'time spent without shelter abroad',
      unit: 'person-days',
      of: (read) =>
        total(
          read,
          hosts.map((c) => `shelter.${c.id}.unsheltered`),
        ),
    },
    {
      outcome: 'time spent displaced inside',
      unit: 'person-days',
      of: (read) =>
        total(
          read,
          groups.map((g) => `idp.${g}`),
        ),
    },
    { outcome: 'evacuated', unit: 'persons', of: (read) => read('evacuated', last) },
    { outcome: 'moved on irregularly', unit: 'persons', of: (read) => read('irregular', last) },
    { outcome: 'returned', unit: 'persons', of: (read) => read('returned', last) },
    {
      outcome: 'killed',
      unit: 'persons',
      of: (read) => groups.reduce((sum, g) => sum + read(`deaths.${g}.violence`, last), 0),
    },
    {
      outcome: 'dead by shortfall',
      unit: 'persons',
      of: (read) => groups.reduce((sum, g) => sum + read(`deaths.${g}.shortfall`, last), 0),
    },
  ];
}

/** Differences of the second study from the first on the same keyed worlds. */
export function pairedDifferences(
  first: FinishedStudy,
  second: FinishedStudy,
): { scenario: string; outcomes: PairedDifference[] } {
  const readers = [first, second].map(({ ensemble }) => {
    const index = new Map(ensemble.names.map((name, i) => [name, i]));
    return worldBlocks(ensemble).map(
      (block): Read =>
        (series, day) => {
          const at = index.get(series);
          return at === undefined ? 0 : block[at * ensemble.days + day]!;
        },
    );
  });
  const outcomes = outcomesOf(first).map(({ outcome, unit, of }) => {
    const before = readers[0]!.map(of);
    const after = readers[1]!.map(of);
    const differences = sorted(after.map((value, world) => value - before[world]!));
    return {
      outcome,
      unit,
      from: quantileSorted(sorted(before), 0.5),
      to: quantileSorted(sorted(after), 0.5),
      difference: quantileSorted(differences, 0.5),
      low90: quantileSorted(differences, 0.05),
      high90: quantileSorted(differences, 0.95),
    };
  });
  return { scenario: second.summary.scenario.id, outcomes };
}
