import type { Interval, RemedyCell } from '@asylia/security';
import type { Words } from '@asylia/words';
import { negligible } from './matrixRows.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName, wholeOf } from './threatContext.ts';

/** What one remedy does to one measure. */
export interface RemedyChange {
  readonly remedy: string;
  /** Change against baseline, in the unit of the measure; null where it was not computed. */
  readonly effect: number | null;
  /** 0 also where the change is too small to count. */
  readonly harm: -1 | 0 | 1;
  /** null with too few draws */
  readonly interval: Interval | null;
}

export interface RemedyRow {
  readonly outcome: string;
  readonly name: string;
  readonly unit: string;
  readonly changes: readonly RemedyChange[];
}

/** What each remedy would do to every headline measure under a theory, object by object. */
export function remedyRows(words: Words, context: ThreatContext, theory: string) {
  const { threat } = context;
  return threat.objects.map(({ id: object, title, headlines }) => ({
    object,
    title,
    rows: headlines.map((id): RemedyRow => {
      const one = context.outcome(id);
      return {
        outcome: id,
        name: measureName(words, one),
        unit: one.unit,
        changes: threat.remedyDefinitions.map((remedy) => {
          const cell = context.remedy(remedy.id, theory, id);
          const isSmall =
            !cell || Math.abs(cell.effect) <= negligible * wholeOf(context, theory, id);
          return {
            remedy: remedy.id,
            effect: cell?.effect ?? null,
            harm: isSmall ? 0 : harmOf(cell.effect, one.direction),
            interval: cell ? intervalOfRemedy(cell) : null,
          };
        }),
      };
    }),
  }));
}

function intervalOfRemedy(cell: RemedyCell): Interval | null {
  const { low90, high90, lowError, highError } = cell;
  return low90 === null || high90 === null || lowError === null || highError === null
    ? null
    : { low90, high90, lowError, highError };
}
