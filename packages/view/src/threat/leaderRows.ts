import type { Words } from '@asylia/words';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName } from './threatContext.ts';

/** Which source leads one measure under each theory, and how far the theories agree on the ranks. */
export interface LeaderRow {
  readonly outcome: string;
  readonly name: string;
  readonly unit: string;
  /** Kendall's W over the theories, 0 to 1; null where nothing is ranked */
  readonly concordance: number | null;
  /** [theory] */
  readonly leaders: readonly {
    readonly theory: string;
    /** '' = no source contributes anything */
    readonly factor: string;
    readonly value: number;
    readonly harm: -1 | 0 | 1;
  }[];
}

/** Every headline measure with its leading source, theory by theory, object by object. */
export function leaderRows(words: Words, context: ThreatContext) {
  const { threat } = context;
  const answers = new Map(threat.answers.map((one) => [`${one.theory} ${one.outcome}`, one]));
  return threat.objects.map(({ id: object, title, headlines }) => ({
    object,
    title,
    rows: headlines.map((id): LeaderRow => {
      const one = context.outcome(id);
      return {
        outcome: id,
        name: measureName(words, one),
        unit: one.unit,
        concordance: threat.agreement.find((row) => row.outcome === id)?.concordance ?? null,
        leaders: threat.theories.map(({ id: theory }) => {
          const factor = answers.get(`${theory} ${id}`)?.leader ?? '';
          const value = context.cell(theory, 'all', id, factor)?.shapley ?? 0;
          return { theory, factor, value, harm: harmOf(value, one.direction) };
        }),
      };
    }),
  }));
}
