import type { Case } from '@asylia/cases';
import { attractionFor } from '@asylia/destinations';
import type { ConflictRow } from '@asylia/peers';
import {
  caseToFlee,
  conflictRunner,
  contenders,
  fleeValidation,
  reachOf,
  scoreContender,
} from '@asylia/peers';
import type { Section } from './format.ts';
import { seed } from './study.ts';

/** Worlds of our model; the rules of the peer take a hundred times as long. */
const worlds = 10;

const scores: readonly (readonly [string, (row: ConflictRow) => number | undefined])[] = [
  ['Averaged relative difference', (row) => row.ard],
  ['The same, scaled to the people recorded', (row) => row.ardRescaled],
  ['Mean absolute scaled error, against day 7', (row) => row.mase7],
  ['Mean absolute scaled error, against day 30', (row) => row.mase30],
  ['Ranked probability score', (row) => row.crps],
  ['Share of the record in the 50 % band', (row) => row.coverage50],
  ['Share of the record in the 90 % band', (row) => row.coverage90],
  ['Averaged relative difference, equal shares', (row) => row.baselines['equal shares']],
  ['Averaged relative difference, gravity', (row) => row.baselines.gravity],
];

/** Scores of the model of destinations on the case, written in the format of Flee. */
export function destinationSection(source: Case): Section {
  const { flee } = caseToFlee(source);
  const reach = reachOf(flee);
  const attraction = attractionFor(reach.observed.camps);
  const run = conflictRunner({ flee, attraction, rules: fleeValidation, seed });
  const rows = contenders.flatMap(({ by }, contender) =>
    by === 'ours'
      ? [
          scoreContender(flee, reach, attraction, [
            run({ contender, firstWorld: 0, count: worlds }),
          ]),
        ]
      : [],
  );
  return {
    title: 'Model of destinations',
    note: `Scores on the stocks that the case records, ${worlds} worlds; 0 is perfect, but for coverage.`,
    columns: rows.map((row) => row.regime),
    rows: scores.map(([name, score]) => ({
      name,
      unit: '',
      values: rows.map((row) => score(row) ?? null),
    })),
  };
}
