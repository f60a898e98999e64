import type { Case } from '@asylia/cases';
import { underTheory } from '@asylia/cases';
import { assumptions } from '@asylia/security';
import type { CheckEvaluator } from './evidence.ts';
import { figure, percent, undecided } from './evidence.ts';

/**
 * Two crises, one slope. Had hostility to numbers kept people out here and not there, then taking
 * the numbers here down to none must make up the difference in the share received. Taken at the
 * top of the slope's prior and with everybody who left counted as present, which no 1956 can beat.
 */
export const sameSlope: CheckEvaluator<'sameSlope'> = (args, evidence, theory) => {
  const here = movedOn(evidence.case);
  const elsewhere = evidence.other(args.otherCase);
  const fact = evidence.observations.find((one) => one.id === args.there);
  const there =
    (elsewhere ? movedOn(elsewhere)?.share : undefined) ??
    (fact?.finding?.kind === 'figure' ? fact.finding.value : undefined);
  const residents = evidence.case.tables.states
    .filter((row) => row.role === 'receiving')
    .reduce((sum, row) => sum + (row.population ?? 0), 0);
  if (evidence.case.name === args.otherCase || !here || there === undefined || residents === 0)
    return undecided('the share received is not known in two cases, or residents are not');
  const declared = underTheory(assumptions, theory);
  const top = (id: string | undefined) => declared.find((one) => one.id === id)?.high ?? 0;
  const points = (100 * here.left) / residents;
  const explained = args.sharePerIndex * (top(args.slope) * points + top(args.moderator));
  const gap = there - here.share;
  const words = `received: ${percent(here.share)} of those who left here, ${percent(there)} there; at the top of its prior the slope makes up ${percent(args.sharePerIndex * top(args.slope) * points)} (${figure(points)} displaced persons per 100 residents)${args.moderator ? `, a shared enemy up to ${percent(args.sharePerIndex * top(args.moderator))}` : ''}`;
  if (gap <= 0) return undecided(`${words}; no more were received there`);
  return { refuted: explained < gap, evidence: words };
};

/** People who left the state of origin, and the share taken in beyond its neighbours. */
function movedOn(source: Case): { readonly left: number; readonly share: number } | null {
  const most = (measure: string) =>
    source.tables.record
      .filter((row) => row.measure === measure && row.place === '*')
      .reduce((top, row) => Math.max(top, row.value), 0);
  const left = most('outflow_cum');
  const moved = most('evacuated_cum');
  return left > 0 && moved > 0 ? { left, share: moved / left } : null;
}
