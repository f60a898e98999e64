import type { Movement } from '../movement.ts';
import type { SocietyContext } from '../societyContext.ts';
import type { Reference } from './attacks.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { onceByNumbers, onceByResults } from './parts.ts';
import type { Consequences } from './results.ts';

/** One movement and the societies that it meets: what every row may read. */
export interface Given {
  readonly societyContext: SocietyContext;
  readonly movement: Movement;
  readonly reference: Reference;
}

/** What a row says of itself. */
interface Declared {
  readonly title: string;
  readonly what: string;
  /** what it takes of the movement and the societies, and what it gives, in words */
  readonly takes: string;
  readonly gives: string;
  readonly reads: Reads;
  /** rows whose results it reads */
  readonly after: readonly (keyof Consequences)[];
}

/** A row of what follows from movement, with what it declares and how it is made. */
export interface Row<T> extends Declared {
  /**
   * For one movement: its result under some assumptions, after some results, with some levels.
   * Made once for all that agree in what the row declares.
   */
  readonly start: (
    given: Given,
  ) => (a: AssumptionsOf<Reads>) => (results: Consequences) => (levels: LevelsOf<Reads>) => T;
}

/**
 * A row that is handed the assumptions, levels and earlier results that it declares, and no
 * others: what is forgotten in the declaration does not compile, nor can it be shared wrongly.
 *
 * @param declared.share makes results of equal content one object, for rows that come after it
 */
export function row<T, const R extends Reads, const D extends keyof Consequences>({
  run,
  share,
  ...declared
}: Declared & {
  readonly reads: R;
  readonly after: readonly D[];
  readonly share?: () => (result: T) => T;
  readonly run: (
    given: Given,
    a: AssumptionsOf<R>,
    levels: LevelsOf<R>,
    results: Pick<Consequences, D>,
  ) => T;
}): Row<T> {
  const { reads, after } = declared;
  const start = (given: Given) => {
    const shared = share?.() ?? ((result: T) => result);
    return onceByNumbers(reads.assumptions, (a: AssumptionsOf<R>) =>
      onceByResults(after, (results: Pick<Consequences, D>) =>
        onceByNumbers(reads.factors, (levels: LevelsOf<R>) =>
          shared(run(given, a, levels, results)),
        ),
      ),
    );
  };
  return { ...declared, start };
}
