import type { ParameterDeclaration } from '@asylia/engine';
import { ownValue } from '@asylia/engine';
import type { AssumptionId } from '@asylia/security';
import type { CurrentRun, Inputs, Opened } from '../../engine/protocol.ts';

/** Headings of the list: what moves people, then what follows from movement. */
export const headings = [
  'parameters.flight',
  'parameters.protection',
  'parameters.harm',
  'assumptions.protection',
  'assumptions.neighbours',
  'assumptions.conflict',
  'assumptions.societies',
  'assumptions.counterfactuals',
] as const;
export type Heading = (typeof headings)[number];

/** What a theory holds of a number. */
export interface Held {
  readonly theory: string;
  readonly value: number;
  readonly source: string;
}

/** One number that is not a fact of a case, and where it stands. */
export interface Entry {
  readonly of: 'parameters' | 'assumptions';
  readonly heading: Heading;
  readonly declared: ParameterDeclaration;
  readonly value: number;
  /** With nothing changed: fitted, held by the chosen theory, or declared. */
  readonly baseline: number;
  readonly isChanged: boolean;
  readonly isFitted: boolean;
  /** What each theory that sets it holds. */
  readonly held: readonly Held[];
}

/** Every number that can be changed, in the order of the declarations. */
export function entriesOf(opened: Opened, base: CurrentRun, inputs: Inputs): Entry[] {
  const { theories, fitted } = opened;
  const chosen = theories.find((one) => one.id === inputs.theory) ?? theories[0];
  const held = (id: string, of: Entry['of']): Held[] =>
    theories.flatMap((theory) => {
      const settings: Readonly<Record<string, { value: number; source?: string } | undefined>> =
        theory[of];
      const own = ownValue(settings, id);
      return own ? [{ theory: theory.id, value: own.value, source: own.source ?? '' }] : [];
    });
  return opened.declared.flatMap(({ of, group, list }) =>
    list.map((declared): Entry => {
      const { id } = declared;
      const own = chosen?.assumptions[id as AssumptionId];
      const baseline =
        (of === 'parameters' ? ownValue(base.parameters, id) : own?.value) ?? declared.default;
      return {
        of,
        heading: `${of}.${group}` as Heading,
        declared,
        value: ownValue(inputs[of], id) ?? baseline,
        baseline,
        isChanged: Object.hasOwn(inputs[of], id),
        isFitted: of === 'parameters' && fitted.includes(id),
        held: held(id, of),
      };
    }),
  );
}

/** Whether theories hold different values. */
export function isDisputed({ held, declared }: Entry): boolean {
  return new Set(held.map((one) => one.value)).size > 1 || declared.disputedBy !== undefined;
}

/** Parts of the range of a control between two of its positions. */
const positions = 200;

/**
 * Step of a control: fine enough for a value as it was (three digits of it), never coarser than a
 * two-hundredth of the range.
 */
export function stepOf({ declared: { low, high }, baseline }: Entry): number {
  const tenth = (x: number) => 10 ** Math.floor(Math.log10(x));
  const ofRange = tenth((high - low) / positions);
  return baseline === 0 ? ofRange : Math.min(ofRange, tenth(Math.abs(baseline)) / 100);
}
