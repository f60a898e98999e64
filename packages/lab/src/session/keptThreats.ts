import { expectedWorlds } from '../threat/task.ts';
import type { Inputs } from './answers.ts';
import type { CachedAttribution } from './cachedAttribution.ts';
import type { Session } from './session.ts';
import { nameOfWorlds, studyOf } from './session.ts';

/** Studies that are cached: baseline, the present one, and the one before. */
const studiesKept = 3;
/** Tables of one study that are cached: of all theories, and of some values of assumptions. */
const tablesKept = 40;
/** Sets of movements that are cached; each holds a few tens of runs. */
const movementsKept = 10;

/** The name of what a theory is asked under: the theory, and what the user changed in it. */
export const nameOfTheory = ({ theory, assumptions }: Inputs) =>
  JSON.stringify([theory, assumptions]);

/**
 * What is cached under some inputs; started when there is nothing. @throws Error when they are
 * faulty
 */
export function cachedFor(session: Session, inputs: Inputs): CachedAttribution {
  const name = nameOfWorlds(inputs);
  const { threats } = session;
  const at = threats.findIndex((one) => one.name === name);
  const [known] = at < 0 ? [] : threats.splice(at, 1);
  const kept = known ?? start(session, inputs, name);
  threats.push(kept);
  if (threats.length > studiesKept) threats.shift();
  if (kept.tables.size > tablesKept) kept.tables.clear();
  if (kept.worlds.movements.size > movementsKept) {
    kept.worlds.movements.clear();
    kept.worlds.history.clear();
  }
  return kept;
}

function start(session: Session, inputs: Inputs, name: string): CachedAttribution {
  const found = studyOf(session, inputs);
  if ('faults' in found) throw new Error('an attribution was asked for under faulty inputs');
  return {
    name,
    worlds: expectedWorlds(found.answer),
    tables: new Map(),
    ledgers: new Map(),
    begun: null,
  };
}
