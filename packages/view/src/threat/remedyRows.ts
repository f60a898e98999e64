import { negligible } from './matrixRows.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName, wholeOf } from './threatContext.ts';

/** What one remedy does to one measure. */
export interface RemedyChange {
  readonly remedy: string;
  /** Change against as it was, in the unit of the measure; null where it was not computed. */
  readonly effect: number | null;
  /** 0 also where the change is too small to count. */
  readonly harm: -1 | 0 | 1;
  readonly low90: number | null;
  readonly high90: number | null;
}

export interface RemedyRow {
  readonly outcome: string;
  readonly name: string;
  readonly unit: string;
  readonly changes: readonly RemedyChange[];
}

/** What each remedy would do to every headline measure under a theory, object by object. */
export function remedyRows(context: ThreatContext, theory: string) {
  const { threat } = context;
  return threat.objects.map(({ id: object, title, headlines }) => ({
    object,
    title,
    rows: headlines.map((id): RemedyRow => {
      const one = context.outcome(id);
      return {
        outcome: id,
        name: measureName(one),
        unit: one.unit,
        changes: threat.remedyDefinitions.map((remedy) => {
          const cell = context.remedy(remedy.id, theory, id);
          const isSmall =
            !cell || Math.abs(cell.effect) <= negligible * wholeOf(context, theory, id);
          return {
            remedy: remedy.id,
            effect: cell?.effect ?? null,
            harm: isSmall ? 0 : harmOf(cell.effect, one.direction),
            low90: cell?.low90 ?? null,
            high90: cell?.high90 ?? null,
          };
        }),
      };
    }),
  }));
}
