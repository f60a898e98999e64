import type { Case, Theory } from '@asylia/cases';
import { otherCaseNames, UserError } from '@asylia/lab';
import type { Effects } from './effects.ts';
import { loadCase } from './loadCase.ts';

/** Cases that checks of theories name; one that is not there is left out. */
export function otherCases(
  effects: Effects,
  own: Case,
  theories: readonly Theory[],
): Record<string, Case> {
  const others: Record<string, Case> = {};
  for (const name of otherCaseNames(own, theories)) {
    try {
      others[name] = loadCase({ ...effects, err: () => undefined }, name).case;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return others;
}
