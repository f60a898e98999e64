import type { Interval, Level, RemedyCell, ThreatCell } from '@asylia/security';
import { fewestDraws, headlinesOf, objectsOf } from '@asylia/security';
import { tidy } from '../bands.ts';
import { drawsInBlock } from '../evenDraws.ts';
import { quantileSorted } from '../quantile.ts';
import { cellsOf, levelsOfParts, remedyCells } from './cells.ts';
import { intervalRule, relativeError } from './interval.ts';
import type { ThreatChunks } from './parts.ts';
import { collectChunks } from './parts.ts';
import { coalitionRunner } from './runner.ts';
import type { ThreatChunk } from './task.ts';
import { expectedWorlds } from './task.ts';
import type { ThreatInput } from './threatInput.ts';
import type { IntervalSummary } from './threatSummary.ts';

/** Share of the intervals whose ends must be known well enough. */
const mostShare = 0.9;

/** Part of a measure that counts as no change of it. */
const negligible = 0.001;

/** Everything that can have intervals. */
interface WithIntervals {
  readonly cells: readonly ThreatCell[];
  readonly levels: readonly Level[];
  readonly remedies: readonly RemedyCell[];
}

/**
 * The intervals of some measures; those of contributions in the frame in which all may vary. Left
 * out are those no wider than a thousandth of how large the measure can be, at baseline or without
 * any source: they are of changes that count as none.
 */
export function intervalsAmong(
  { cells, levels, remedies }: WithIntervals,
  isWanted: (outcome: string) => boolean,
): Interval[] {
  const found: Interval[] = [];
  const least = new Map<string, number>();
  const put = (theory: string, outcome: string, interval: Interval | null) => {
    if (!interval || !isWanted(outcome)) return;
    if (interval.high90 - interval.low90 > least.get(`${theory} ${outcome}`)!) found.push(interval);
  };
  for (const { theory, outcome, baselineInterval, withoutInterval } of levels) {
    const ends = [baselineInterval, withoutInterval].flatMap((one) =>
      one ? [Math.abs(one.low90), Math.abs(one.high90)] : [],
    );
    least.set(`${theory} ${outcome}`, negligible * Math.max(0, ...ends));
    put(theory, outcome, baselineInterval);
    put(theory, outcome, withoutInterval);
  }
  for (const { theory, frame, outcome, firstInInterval, lastInInterval } of cells) {
    if (frame !== 'all') continue;
    put(theory, outcome, firstInInterval);
    put(theory, outcome, lastInInterval);
  }
  for (const { theory, outcome, low90, high90, lowError, highError } of remedies) {
    if (low90 === null || high90 === null || lowError === null || highError === null) continue;
    put(theory, outcome, { low90, high90, lowError, highError });
  }
  return found;
}

/** How sure the ends of some intervals are; null when none has a width. */
export function intervalSummary(intervals: readonly Interval[]): IntervalSummary | null {
  const errors = Float64Array.from(
    intervals.map(relativeError).filter((error) => error !== null),
  ).sort();
  if (errors.length === 0) return null;
  return {
    count: errors.length,
    medianError: tidy(quantileSorted(errors, 0.5)),
    mostErrors: tidy(quantileSorted(errors, mostShare)),
    worstError: tidy(errors.at(-1)!),
  };
}

/**
 * How many draws are wanted next, given what is finished: `fewestDraws` at first; then, as long as
 * fewer than nine in ten intervals of headline measures have both errors within a share of their
 * width, a batch more. Only complete batches are read, one after the other, so the answer is the
 * same whoever computed them and however many there are beyond.
 *
 * @param parts expected tables, and draws from the first on, as many as there are
 * @param most draws that were asked for
 * @param endError share of the width of an interval; 0 = all that were asked for
 */
export function drawsNeeded(
  input: ThreatInput,
  parts: readonly ThreatChunk[],
  most: number,
  endError: number,
): number {
  if (endError <= 0 || most <= fewestDraws) return most;
  const headlines = headlineIds(input);
  for (let draws = fewestDraws; draws < most; draws += drawsInBlock) {
    const first = firstDraws(parts, draws);
    if (drawsIn(first) < draws) return draws;
    if (isEnough(collectChunks(input, first), headlines, endError)) return draws;
  }
  return most;
}

/**
 * The pieces of an attribution with no more than the first draws.
 * @param draws pieces that begin at this draw or later are left out
 */
export function firstDraws(parts: readonly ThreatChunk[], draws: number): ThreatChunk[] {
  return parts.filter((part) => part.what !== 'worlds' || part.firstWorld < draws);
}

const drawsIn = (parts: readonly ThreatChunk[]) =>
  parts.reduce((sum, part) => sum + (part.what === 'worlds' ? part.count : 0), 0);

function isEnough(parts: ThreatChunks, headlines: ReadonlySet<string>, endError: number): boolean {
  const rule = intervalRule(parts.worldCount, parts.input.study.seed);
  const found = {
    cells: cellsOf(parts, rule),
    levels: levelsOfParts(parts, rule),
    remedies: remedyCells(parts, rule),
  };
  const summary = intervalSummary(intervalsAmong(found, (outcome) => headlines.has(outcome)));
  return summary === null || summary.mostErrors <= endError;
}

/** Ids of the headline measures of a case. */
function headlineIds({ study, theories }: ThreatInput): ReadonlySet<string> {
  const { outcomes } = coalitionRunner(expectedWorlds(study), theories[0]!, []);
  return new Set(
    objectsOf(outcomes).flatMap((object) => headlinesOf(object, outcomes).map((one) => one.id)),
  );
}
