import type { Level, RemedyCell, ThreatCell } from '@asylia/security';
import { percentile } from '@asylia/security';
import { tidy } from '../bands.ts';
import { estimandIds, estimate } from './estimate.ts';
import type { ThreatParts } from './parts.ts';
import { effectRow, expectedLevels, expectedTable, levelRow, overWorlds } from './parts.ts';

/** A number for a table: seven digits, and null for what does not exist. */
const shown = (x: number): number => tidy(x);

/** 5 % and 95 % quantiles over worlds, null with fewer than two. */
export function interval90(values: Float64Array): { low90: number | null; high90: number | null } {
  if (values.length < 2) return { low90: null, high90: null };
  const sorted = Float64Array.from(values).sort();
  return { low90: shown(percentile(sorted, 0.05)), high90: shown(percentile(sorted, 0.95)) };
}

/** Every contribution of every factor, in every frame in which it is a player. */
export function cellsOf(parts: ThreatParts): ThreatCell[] {
  const { input } = parts;
  const cells: ThreatCell[] = [];
  input.theories.forEach((theory, t) => {
    parts.outcomes.forEach((outcome, o) => {
      const v = Float64Array.from(expectedTable(parts, t, o));
      const effects = estimate(v, input.factors, input.frames, input.given);
      input.frames.forEach((frame, f) => {
        input.factors.forEach((factor, i) => {
          const from = effectRow(input, f, i, estimandIds[0]);
          if (Number.isNaN(effects[from]!)) return;
          const conditional = effects[from + 3]!;
          cells.push({
            theory: theory.id,
            frame,
            outcome,
            factor: factor.id,
            firstIn: shown(effects[from]!),
            lastIn: shown(effects[from + 1]!),
            shapley: shown(effects[from + 2]!),
            conditional: Number.isNaN(conditional) ? null : shown(conditional),
            ...interval90(overWorlds(parts, t, o, from + 2)),
            worlds: parts.worldCount,
          });
        });
      });
    });
  });
  return cells;
}

/** As it was and without any factor, by theory and outcome. */
export function levelsOfParts(parts: ThreatParts): Level[] {
  return parts.input.theories.flatMap((theory, t) =>
    parts.outcomes.map((outcome, o) => {
      const [asItWas, without] = expectedLevels(parts, t, o);
      return { theory: theory.id, outcome, asItWas: shown(asItWas!), without: shown(without!) };
    }),
  );
}

/** What each remedy would change: v(with it) - v(as it was), on paired worlds. */
export function remedyCells(parts: ThreatParts): RemedyCell[] {
  const { input } = parts;
  return input.theories.flatMap((theory, t) =>
    parts.outcomes.flatMap((outcome, o) => {
      const levels = expectedLevels(parts, t, o);
      const before = overWorlds(parts, t, o, levelRow(input, 0));
      return input.remedies.map((remedy, r) => {
        const after = overWorlds(parts, t, o, levelRow(input, 2 + r));
        return {
          remedy,
          theory: theory.id,
          outcome,
          effect: shown(levels[2 + r]! - levels[0]!),
          ...interval90(after.map((value, w) => value - before[w]!)),
        };
      });
    }),
  );
}

/** Largest |contribution| of the placebo, in the expected run and in every sampled world. */
export function placeboOf(parts: ThreatParts): number | null {
  const { input } = parts;
  const at = input.factors.findIndex((factor) => factor.id === 'P0');
  if (at < 0) return null;
  let largest = 0;
  const look = (x: number) => {
    if (!Number.isNaN(x)) largest = Math.max(largest, Math.abs(x));
  };
  input.theories.forEach((_, t) => {
    parts.outcomes.forEach((__, o) => {
      const v = Float64Array.from(expectedTable(parts, t, o));
      const effects = estimate(v, input.factors, input.frames, input.given);
      input.frames.forEach((___, f) => {
        estimandIds.forEach((estimand) => {
          const row = effectRow(input, f, at, estimand);
          look(effects[row]!);
          for (const value of overWorlds(parts, t, o, row)) look(value);
        });
      });
    });
  });
  return largest;
}
