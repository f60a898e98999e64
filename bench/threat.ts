import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatFaults, readTheory } from '@asylia/cases';
import { allOn, defaultFactors } from '@asylia/security';
import type { TheoryInput } from '@asylia/study';
import { benchOf, startWorlds, valueUnder } from '@asylia/study';
import { kosovoInput } from './kosovo.ts';

/** How much quieter a difference between coalitions is on the same worlds than on others. */
export interface Quiet {
  readonly factor: string;
  readonly outcome: string;
  /** Variance with independent seeds over variance with the same keyed worlds. */
  readonly ratio: number;
}

/** Differences that the article asks for: what each source of movement adds, all else present. */
const asked = [
  ['N1', 'IND1'],
  ['N1', 'IND4'],
  ['N2', 'IND1'],
  ['N2', 'REG1'],
  ['W', 'IND2'],
  ['W', 'IND5'],
  ['O1', 'IND1'],
  ['O1', 'IND2'],
] as const;

const variance = (list: readonly number[]) => {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return list.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (list.length - 1);
};

function theory(id: string): TheoryInput {
  const file = fileURLToPath(new URL(`../../theories/${id}.json`, import.meta.url));
  const result = readTheory(file, readFileSync(file));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.theory;
}

/**
 * Chance alone, at the fitted numbers: v(all) - v(all but the factor), on the same world and on
 * two worlds that share nothing.
 */
export function quietOnKosovo(worlds: number): Quiet[] {
  const study = kosovoInput();
  const t1 = theory('T1');
  const factors = [...new Set(asked.map(([factor]) => factor))];
  const rows = Array.from({ length: 2 * worlds }, (_, chanceWorld) => {
    const bench = benchOf(
      startWorlds({ study, world: null, chanceWorld, mode: 'sampled', draw: null }),
      t1,
      [],
    );
    const without = (id: string) => {
      const { levers } = defaultFactors.find((one) => one.id === id)!;
      const off = Object.fromEntries(levers.map((lever) => [lever, 0]));
      return valueUnder(bench, { ...allOn, ...off });
    };
    return {
      ids: bench.outcomes.map(({ id }) => id),
      all: valueUnder(bench, allOn),
      without: new Map(factors.map((id) => [id, without(id)])),
    };
  });
  return asked.map(([factor, outcome]) => {
    const o = rows[0]!.ids.indexOf(outcome);
    const all = rows.map((row) => row.all[o]!);
    const without = rows.map((row) => row.without.get(factor)![o]!);
    const paired = all.map((x, w) => x - without[w]!);
    const apart = all.map((x, w) => x - without[(w + worlds) % (2 * worlds)]!);
    return { factor, outcome, ratio: variance(apart) / variance(paired) };
  });
}
