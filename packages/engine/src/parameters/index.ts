import type { ParameterDeclaration } from './declaration.ts';
import { flightParameters } from './flight.ts';
import { harmParameters } from './harm.ts';
import { protectionParameters } from './protection.ts';

export type { Mark, ParameterDeclaration, Prior } from './declaration.ts';

const all = [...flightParameters, ...protectionParameters, ...harmParameters] as const;

/** The name of a parameter of the model. */
export type ParameterId = (typeof all)[number]['id'];

/** Every number of the model that is not a fact of a case, in the order of the rows of a day. */
export const parameters: readonly ParameterDeclaration<ParameterId>[] = all;

/** The same by what they are about, in the same order. */
export const parameterGroups: Readonly<
  Record<'flight' | 'protection' | 'harm', readonly ParameterDeclaration<ParameterId>[]>
> = { flight: flightParameters, protection: protectionParameters, harm: harmParameters };

/** A value for every parameter. */
export type ParameterValues = Readonly<Record<ParameterId, number>>;

/** The declared defaults. */
export function defaultParameters(): ParameterValues {
  const values = {} as Record<ParameterId, number>;
  for (const declaration of parameters) values[declaration.id] = declaration.default;
  return values;
}
