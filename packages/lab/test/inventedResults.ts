import { forEachNeighbour } from '@asylia/cases';
import type { Level, RemedyCell, ThreatCell } from '@asylia/security';
import { measuresOf } from '@asylia/security';
import type { ClaimResults } from '../src/claims/index.ts';
import { folderAt } from './shipped.ts';

export const neighbours = ['ALB', 'MKD', 'MNE', 'BIH', 'SRB'];

/** The article of the case Kosovo 1999, claim by claim. */
export const article = folderAt('kosovo-1999').article!;
export const { claims } = article;

/** As much of the society context of Kosovo 1999 as the list of outcomes reads. */
export const outcomes = measuresOf({
  countryIds: ['KOS', ...neighbours, 'DEU'],
  groupIds: ['albanian', 'serb', 'roma-and-other'],
  hosts: Uint8Array.from([0, 1, 1, 1, 1, 1, 0]),
});
const harmSign = (id: string) =>
  outcomes.find((one) => one.id === id)?.direction === 'moreIsBetter' ? -1 : 1;

export const factors = ['O1', 'O2', 'W', 'N1', 'N2', 'H', 'D1', 'D2', 'P0'];
const frames = ['all', 'dispositionFixed', 'presenceFixed', 'stateActors'] as const;
const remedies = ['exclude', 'contain', 'fund', 'onward', 'stop', 'protect'];

/** What each factor does to the harm at one outcome: alone, but for it, on average, given O1. */
export type Figures = readonly [firstIn: number, lastIn: number, shapley: number, given: number];

/** Outcomes that the registry names. */
export const outcomesNamed: readonly string[] = [
  ...new Set(
    claims.flatMap((claim) =>
      claim.maps.flatMap((mapping) =>
        mapping.outcome ? forEachNeighbour(mapping.outcome, neighbours) : [],
      ),
    ),
  ),
];

/**
 * Results for one theory, T1, in which every outcome comes to the same harm of 10 (without: 1 in
 * what is better more, so that levels stay above 0), with figures by factor in harm.
 */
export function invented(
  figures: (factor: string, outcome: string) => Figures,
  effect: (remedy: string, outcome: string) => number = () => 0,
): ClaimResults {
  const cells: ThreatCell[] = [];
  const levels: Level[] = [];
  const effects: RemedyCell[] = [];
  for (const outcome of outcomesNamed) {
    const sign = harmSign(outcome);
    levels.push({
      theory: 'T1',
      outcome,
      baseline: 20 + 10 * sign,
      without: 20,
      baselineInterval: null,
      withoutInterval: null,
    });
    for (const remedy of remedies)
      effects.push({
        remedy,
        theory: 'T1',
        outcome,
        effect: sign * effect(remedy, outcome),
        low90: null,
        high90: null,
        lowError: null,
        highError: null,
      });
    for (const frame of frames)
      for (const factor of factors) {
        if (frame === 'dispositionFixed' && factor === 'H') continue;
        const [firstIn, lastIn, shapley, conditional] = figures(factor, outcome);
        cells.push({
          theory: 'T1',
          frame,
          outcome,
          factor,
          firstIn: sign * firstIn,
          lastIn: sign * lastIn,
          shapley: sign * shapley,
          conditional: factor === 'O1' ? null : sign * conditional,
          low90: null,
          high90: null,
          worlds: 0,
          firstInInterval: null,
          lastInInterval: null,
        });
      }
  }
  return {
    theories: ['T1'],
    cells,
    remedies: effects,
    levels,
    outcomes,
    neighbours,
    validation: {},
    checks: [],
    causeOfFlight: null,
  };
}

/** The regime brings all of it, whoever else acts. */
export const byTheRegime = invented((factor) => (factor === 'O1' ? [10, 10, 10, 0] : [0, 0, 0, 0]));

/** Nothing without the regime, and nothing of it if presence did nothing: a chain of two. */
export const byPresence = invented((factor) =>
  factor === 'O1' ? [0, 10, 5, 0] : factor === 'D2' ? [0, 10, 5, 10] : [0, 0, 0, 0],
);

/** Receiving societies are hostile whether anybody came or not; elsewhere all is the regime's. */
export const byHostility = invented((factor, outcome) => {
  const cause = outcome.startsWith('REC') ? 'H' : 'O1';
  return factor === cause ? [10, 10, 10, cause === 'H' ? 10 : 0] : [0, 0, 0, 0];
});

export const nothingComputed: ClaimResults = {
  theories: ['T1', 'T2'],
  cells: [],
  remedies: [],
  levels: [],
  outcomes: [],
  neighbours: [],
  validation: {},
  checks: [],
  causeOfFlight: null,
};
