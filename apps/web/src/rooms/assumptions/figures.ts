import { readFigure } from '@asylia/lab';
import { shownFigures } from '../../engine/figures.ts';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';

/** One figure of a run, at baseline and now. The names are those of what matters most. */
export interface EditedFigure {
  /** peak.MKD, deaths.shortfall, or a measure: host.armedConflict.MKD */
  readonly id: string;
  readonly unit: string;
  readonly was: number;
  readonly now: number;
  /** |now - was| against what it was; infinite from nothing. */
  readonly change: number;
}

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** Figures that differ from baseline, those that moved most first. */
export function editedFigures(opened: Opened, base: CurrentRun, live: CurrentRun): EditedFigure[] {
  const before = new Map(figuresOf(opened, base).map((one) => [one.id, one.value]));
  return figuresOf(opened, live)
    .flatMap(({ id, unit, value: now }): EditedFigure[] => {
      const was = before.get(id);
      if (was === undefined || !Number.isFinite(was) || !Number.isFinite(now)) return [];
      const change = now === was ? 0 : Math.abs(now - was) / Math.abs(was);
      return change > negligible ? [{ id, unit, was, now, change }] : [];
    })
    .sort((a, b) => b.change - a.change);
}

/** Figures of the movement that are looked at here. */
const moving = new Set([
  'peak.region',
  'peak.{country}',
  'deaths.violence',
  'deaths.shortfall',
  'evacuated',
  'returned',
  'secondWave',
  'waiting',
]);

interface Figure {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
}

/** Figures of the movement, and the headline measures of everyone's security. */
function figuresOf(opened: Opened, live: CurrentRun): Figure[] {
  const measures = opened.objects.flatMap((object) =>
    object.headlines.flatMap((id): Figure[] => {
      const index = opened.outcomes.findIndex((one) => one.id === id);
      const outcome = opened.outcomes[index];
      return outcome ? [{ id, unit: outcome.unit, value: live.measures[index]! }] : [];
    }),
  );
  const movement = shownFigures(live)
    .filter(({ declared }) => moving.has(declared))
    .map((one) => ({ id: one.id, unit: one.unit, value: readFigure(one, live) }));
  return [...movement, ...measures];
}
