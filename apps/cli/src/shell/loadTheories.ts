import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Observation, Theory } from '@asylia/cases';
import { formatFaults, hint, readObservations, readTheory } from '@asylia/cases';
import { UserError } from '@asylia/lab';
import type { Effects } from './effects.ts';

const observationsFile = 'observations.json';

/** Rival theories and the facts that their checks may use. */
export interface LoadedTheories {
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
}

/** Theories that come with the program: beside the built command, or in the source tree. */
export function shippedTheories(): string {
  const beside = fileURLToPath(new URL('./theories', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../../theories', import.meta.url));
}

/**
 * The theories meant by the user: all that come with the program, or those named, each by its id
 * or as a file of the user.
 * @param wanted `all`, or ids and paths ending in .json, in the order wanted
 * @throws UserError with every fault, or for a name that is no theory
 */
export function loadTheories(effects: Effects, wanted: readonly string[] | 'all'): LoadedTheories {
  const folder = shippedTheories();
  const observations = loadObservations(effects, join(folder, observationsFile));
  const known = observations.map(({ id }) => id);
  const shipped = effects
    .list(folder)
    .filter((name) => name.endsWith('.json') && name !== observationsFile)
    .sort();
  if (wanted === 'all') {
    return {
      observations,
      theories: shipped.map((name) => loadTheory(effects, join(folder, name), known)),
    };
  }
  const ids = shipped.map((name) => name.slice(0, -'.json'.length));
  const theories = wanted.map((name) => {
    if (ids.includes(name)) return loadTheory(effects, join(folder, `${name}.json`), known);
    if (name.endsWith('.json')) return loadTheory(effects, name, known);
    throw new UserError(
      `--theory: expected all, the id of a theory or a file ending in .json, got "${name}". ${hint(name, ids)}`,
    );
  });
  const twice = theories.find(({ id }, i) => theories.findIndex((one) => one.id === id) !== i);
  if (twice) {
    throw new UserError(
      `--theory: expected theories with ids of their own, got ${twice.id} twice. Change the id in one of the files.`,
    );
  }
  return { theories, observations };
}

function loadTheory(effects: Effects, path: string, observations: readonly string[]): Theory {
  const result = readTheory(path, contentOf(effects, path, '--theory'), observations);
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  return result.theory;
}

function loadObservations(effects: Effects, path: string): readonly Observation[] {
  const result = readObservations(path, contentOf(effects, path, 'theories'));
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  return result.observations;
}

function contentOf(effects: Effects, path: string, what: string): Uint8Array {
  const bytes = effects.read(path);
  if (bytes) return bytes;
  throw new UserError(`${what}: expected a file at ${path}, got none. Check the path.`);
}
