import type { ConsequenceLevels } from '../factors/levels.ts';
import type { Movement } from '../movement.ts';
import type { AssumptionValues } from '../parameters/index.ts';
import type { SocietyContext } from '../societyContext.ts';
import type { Reference } from './attacks.ts';
import type { Consequences } from './results.ts';
import { consequenceTable } from './table.ts';

/** What follows from one movement: first under some assumptions, then with some levels. */
export type Following = (a: AssumptionValues) => (levels: ConsequenceLevels) => Consequences;

/**
 * Executes the table of consequences over the whole period. Pure; no chance. Theories and
 * coalitions that agree in what a row declares share its result, so what is asked again costs
 * little; nothing is shared between two calls of this function.
 */
export function computeConsequences(
  societyContext: SocietyContext,
  movement: Movement,
  reference: Reference,
): Following {
  const given = { societyContext, movement, reference };
  const started = Object.entries(consequenceTable).map(
    ([id, row]) => [id, row.start(given)] as const,
  );
  return (a) => {
    const rows = started.map(([id, under]) => [id, under(a)] as const);
    return (levels) => {
      // Filled row by row: a row is handed those that stand before it.
      const results: Record<string, unknown> = {};
      // own keys: rows that are declared
      for (const [id, after] of rows) results[id] = after(results as never)(levels);
      return results as unknown as Consequences;
    };
  };
}
