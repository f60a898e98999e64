import type { State } from '../../state/state.ts';

/**
 * What the record can say of a run: `asItWas` it was fitted to; other assumptions about the same
 * policies it judges too; of another policy it says nothing.
 */
export type Judged = 'baseline' | 'assumed' | 'policy';

export function judgedOf({ inputs }: Pick<State, 'inputs'>): Judged {
  const { scenario, settings, parameters } = inputs;
  if (scenario !== 'as-it-was' || Object.keys(settings).length > 0) return 'policy';
  return Object.keys(parameters).length > 0 ? 'assumed' : 'baseline';
}
