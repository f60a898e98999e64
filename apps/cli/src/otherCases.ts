import type { Case, Theory } from '@asylia/cases';
import { UserError } from './errors.ts';
import type { Effects } from './shell/effects.ts';
import { loadCase } from './shell/loadCase.ts';

/** Cases that checks of theories name; one that is not there is left out. */
export function otherCases(
  effects: Effects,
  own: Case,
  theories: readonly Theory[],
): Record<string, Case> {
  const names = theories.flatMap(({ checks }) =>
    checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
  );
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const loaded = name === own.name ? null : loadIfThere(effects, name);
      return loaded ? [[name, loaded.case]] : [];
    }),
  );
}

function loadIfThere(effects: Effects, name: string) {
  try {
    return loadCase({ ...effects, err: () => undefined }, name);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
