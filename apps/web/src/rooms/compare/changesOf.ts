import type { Policy } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { AssumptionId } from '@asylia/security';
import type { CurrentRun, Declared, Inputs, Opened } from '../../engine/protocol.ts';
import { startState } from '../../state/state.ts';

/** One thing that differs from baseline in a run. */
export type Change =
  | { readonly kind: 'scenario'; readonly scenario: Opened['scenarios'][number] }
  | { readonly kind: 'policy'; readonly policy: Policy; readonly value: number | string }
  | {
      readonly kind: 'parameter' | 'assumption';
      readonly id: string;
      /** English, as declared. */
      readonly title: string;
      readonly unit: string;
      readonly value: number;
      readonly was: number;
    };

/** Everything in which some inputs differ from baseline, under the same theory and seed. */
export function changesOf(
  { scenarios, theories, declared: lists }: Pick<Opened, 'scenarios' | 'theories' | 'declared'>,
  inputs: Inputs,
  live: CurrentRun,
  base: CurrentRun,
): Change[] {
  const scenario = scenarios.find((one) => one.id === inputs.scenario);
  const theory = theories.find((one) => one.id === inputs.theory);
  const declaredAs = (of: Declared['of'], id: string) =>
    lists.flatMap((one) => (one.of === of ? one.list : [])).find((one) => one.id === id);
  return [
    ...(scenario && scenario.id !== startState.inputs.scenario
      ? [{ kind: 'scenario' as const, scenario }]
      : []),
    ...Object.entries(inputs.settings).flatMap(([id, value]): Change[] => {
      const policy = live.policies.find((one) => one.id === id);
      return policy ? [{ kind: 'policy', policy, value }] : [];
    }),
    ...Object.entries(inputs.parameters).flatMap(([id, value]): Change[] => {
      const declared = declaredAs('parameters', id);
      if (!declared) return [];
      const { title, unit } = declared;
      return [{ kind: 'parameter', id, title, unit, value, was: ownValue(base.parameters, id)! }];
    }),
    ...Object.entries(inputs.assumptions).flatMap(([id, value]): Change[] => {
      const declared = declaredAs('assumptions', id);
      if (!declared) return [];
      const { title, unit } = declared;
      const was = theory?.assumptions[declared.id as AssumptionId]?.value ?? declared.default;
      return [{ kind: 'assumption', id, title, unit, value, was }];
    }),
  ];
}
