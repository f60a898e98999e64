import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Overlay } from '@asylia/cases';
import { coalitionRunner, startWorlds, valueUnder } from '@asylia/lab';
import { allOn, defaultFactors } from '@asylia/security';
import { kosovoInput } from './kosovo.ts';
import { theory } from './theory.ts';

/** How much quieter a difference is on the same worlds than on others. */
export interface Quiet {
  readonly change: string;
  readonly measure: string;
  /** Mean difference over the standard deviation of the measure over worlds. */
  readonly effect: number;
  /** Variance with independent seeds over variance with the same keyed worlds; null = no effect. */
  readonly ratio: number | null;
}

const factors = ['persecution', 'exclusion', 'incapacity', 'borderEncampment'];
const scenarios = [
  'borders-stay-open',
  'fyrm-closed',
  'no-evacuation',
  'offers-x5',
  'relocation-10000',
];
const measures = [
  'individuals.excessDeaths',
  'individuals.protectionGap',
  'individuals.unmetNeeds',
  'individuals.smuggled',
  'individuals.timeDisplaced',
  'origin.humanCapital',
  'region.attacks',
  'host.unrest.ALB',
  'host.unrest.MKD',
];

const variance = (list: readonly number[]) => {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return list.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (list.length - 1);
};

const scenario = (id: string): Overlay =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../cases/kosovo-1999/scenarios/${id}.json`, import.meta.url)),
      'utf8',
    ),
  );

/**
 * Chance alone, at the fitted numbers: what one factor or one scenario changes, all else as it
 * was, on the same world and on two worlds that share nothing.
 */
export function quietOnKosovo(worlds: number): Quiet[] {
  const study = kosovoInput();
  const t1 = theory('T1');
  const changes = [...factors, ...scenarios];
  const rows = Array.from({ length: 2 * worlds }, (_, chanceWorld) => {
    const setting = { study, world: null, chanceWorld, mode: 'sampled', draw: null } as const;
    const runner = coalitionRunner(startWorlds(setting), t1, []);
    const under = (change: string) => {
      const factor = defaultFactors.find((one) => one.id === change);
      if (factor) {
        const off = Object.fromEntries(factor.covers.map((single) => [single, 0]));
        return valueUnder(runner, { ...allOn, ...off });
      }
      const changed = { ...setting, study: { ...study, scenario: scenario(change) } };
      return valueUnder(coalitionRunner(startWorlds(changed), t1, []), allOn);
    };
    return {
      ids: runner.outcomes.map(({ id }) => id),
      all: valueUnder(runner, allOn),
      changed: changes.map(under),
    };
  });
  return changes.flatMap((change, i) =>
    measures.map((measure): Quiet => {
      const o = rows[0]!.ids.indexOf(measure);
      const all = rows.map((row) => row.all[o]!);
      const changed = rows.map((row) => row.changed[i]![o]!);
      const paired = all.map((x, w) => x - changed[w]!);
      const apart = all.map((x, w) => x - changed[(w + worlds) % (2 * worlds)]!);
      const mean = paired.reduce((a, b) => a + b, 0) / paired.length;
      const noise = variance(paired);
      return {
        change,
        measure,
        effect: mean / Math.sqrt(variance(all)),
        ratio: noise > 0 ? variance(apart) / noise : null,
      };
    }),
  );
}

/** One row for each change: ratios by measure, and their median. */
export function quietTable(list: readonly Quiet[]): string {
  const shown = (ratio: number | null) => (ratio === null ? 'no noise' : ratio.toPrecision(2));
  const rows = [...factors, ...scenarios].map((change) => {
    const own = list.filter((one) => one.change === change);
    const sorted = own.flatMap(({ ratio }) => ratio ?? []).sort((a, b) => a - b);
    const cells = own.map(({ ratio, effect }) =>
      ratio === null && effect === 0 ? 'nothing' : `${shown(ratio)} (${effect.toPrecision(2)})`,
    );
    return `| ${change} | ${cells.join(' | ')} | ${shown(sorted[sorted.length >> 1] ?? null)} |`;
  });
  return [
    `| Change | ${measures.join(' | ')} | Median |`,
    `|---|${measures.map(() => '---|').join('')}---|`,
    ...rows,
  ].join('\n');
}
