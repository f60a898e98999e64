import { tidy } from '../bands.ts';
import type { Figure } from '../figures/figuresOf.ts';
import { named } from '../figures/figuresOf.ts';
import type { SensitivityAssumption, SensitivityInput } from './assumptions.ts';
import { centralFigures, figuresAt, prepared } from './varied.ts';

/** A piece of a sensitivity: computed anywhere, in any order. */
export interface SensitivityTask {
  /** Position among the assumptions; -1 = nothing varied. */
  readonly assumption: number;
  /** What is varied, in words for a progress line; empty for nothing. */
  readonly title: string;
}

/** What a piece says. Plain values. */
export interface SensitivityChunk extends SensitivityTask {
  readonly figures: readonly Figure[];
  /** Null where nothing is varied: then both lists hold the central values. */
  readonly varied: SensitivityAssumption | null;
  /** [figure] with the assumption at its low and at its high value */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** One assumption as it bears on one figure. */
export interface Influence {
  readonly assumption: SensitivityAssumption;
  /** The figure with the assumption at its low and at its high value. */
  readonly atLow: number;
  readonly atHigh: number;
  /** |atHigh - atLow|, in the unit of the figure; NaN where the figure does not exist. */
  readonly range: number;
}

/** What moves one figure, the strongest first. */
export interface FigureSensitivity {
  readonly figure: Figure;
  /** In the expected run with every number at its value. */
  readonly central: number;
  /** Every assumption, also those that move nothing (range 0). */
  readonly influences: readonly Influence[];
}

/** The pieces: the central run, then one for each assumption. */
export function planSensitivity(input: SensitivityInput): SensitivityTask[] {
  const tasks = prepared(input).assumptions.map(({ title }, assumption) => ({ assumption, title }));
  return [{ assumption: -1, title: '' }, ...tasks];
}

/**
 * Computes a piece: all figures at once, one expected run a value. Pure: what a worker does.
 * @throws RangeError for an assumption that the input does not have
 */
export function runSensitivityTask(
  input: SensitivityInput,
  task: SensitivityTask,
): SensitivityChunk {
  const base = prepared(input);
  const figures = [...base.figures, ...base.measures].map(named);
  if (task.assumption < 0) {
    const central = centralFigures(base);
    return { ...task, figures, varied: null, low: central, high: central };
  }
  const varied = base.assumptions[task.assumption];
  if (!varied) {
    throw new RangeError(
      `sensitivity: expected an assumption from 0 to ${base.assumptions.length - 1}, got ${task.assumption}; plan the tasks from the same input`,
    );
  }
  return {
    ...task,
    figures,
    varied,
    low: figuresAt(base, varied, varied.low),
    high: figuresAt(base, varied, varied.high),
  };
}

/**
 * For each figure the assumptions by |figure at high - figure at low|, widest first (equals in the
 * order of the assumptions). One at a time: what two assumptions do together is not seen, and
 * one that bends a figure the same way at both ends seems weaker than it is. Figures have seven
 * digits: what moves one by less moves it by nothing.
 * @param parts those of one input, in any order; the central one among them. Missing assumptions
 * are left out, so that a stopped sensitivity can be shown.
 * @throws RangeError without the central part
 */
export function sensitivityOf(parts: readonly SensitivityChunk[]): FigureSensitivity[] {
  const central = parts.find((part) => part.varied === null);
  if (!central) {
    throw new RangeError('sensitivity: expected the part in which nothing is varied, got none');
  }
  const ordered = [...parts].sort((a, b) => a.assumption - b.assumption);
  return central.figures.map((figure, f) => ({
    figure,
    central: tidy(central.low[f]!),
    influences: ordered
      .flatMap(({ varied, low, high }): Influence[] => {
        if (!varied) return [];
        const [atLow, atHigh] = [tidy(low[f]!), tidy(high[f]!)];
        return [{ assumption: varied, atLow, atHigh, range: Math.abs(atHigh - atLow) }];
      })
      .sort((a, b) => widthOf(b) - widthOf(a)),
  }));
}

/** For the order: what does not exist comes last. */
function widthOf({ range }: Influence): number {
  return Number.isNaN(range) ? -1 : range;
}
