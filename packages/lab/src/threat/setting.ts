import type { ParameterId, Prior } from '@asylia/engine';
import type { AssumptionId, AssumptionValues, FrameId } from '@asylia/security';
import { assumptions } from '@asylia/security';
import { evenUniform } from '../evenDraws.ts';
import { assumptionUniform, priorQuantile } from '../priors.ts';

/** What a theory says of one number: its value, and how uncertain it holds it to be. */
export interface TheorySetting {
  readonly value: number;
  readonly prior: Prior;
  readonly low: number;
  readonly high: number;
}

/** A theory as far as the runs need it. */
export interface TheoryInput {
  readonly id: string;
  readonly title: string;
  readonly frame: FrameId;
  readonly assumptions: Readonly<Partial<Record<AssumptionId, TheorySetting>>>;
  readonly parameters: Readonly<Partial<Record<ParameterId, TheorySetting>>>;
}

/** Numbers of one theory in one world. */
export interface TheoryValues {
  readonly assumptions: AssumptionValues;
  readonly parameters: Partial<Record<ParameterId, number>>;
}

/** The quantile at which an assumption is drawn; null = every number at its value. */
export type Draw = ((id: string) => number) | null;

/**
 * The draw of one world: keyed by the name of the assumption only, so that two theories that hold
 * the same prior draw the same number. Independent of every other draw.
 * @param seed whole number of the study
 * @param world number of the world, from 0
 * @returns of an assumption: a uniform number, above 0 and below 1
 */
export function drawOf(seed: number, world: number): Draw {
  return (id) => assumptionUniform(seed, world, id);
}

/**
 * As `drawOf`, laid out evenly over the draws: what the intervals of the threat rest on.
 * @param index number of the draw, from 0
 */
export function evenDrawOf(seed: number, index: number): NonNullable<Draw> {
  return (id) => evenUniform(seed, index, id);
}

/** Every number of a theory, at its value or drawn from its prior. */
export function valuesOf(theory: TheoryInput, draw: Draw): TheoryValues {
  const values = {} as Record<AssumptionId, number>;
  for (const declaration of assumptions) {
    const set = theory.assumptions[declaration.id];
    values[declaration.id] = set
      ? settingAt(set, draw, declaration.id)
      : draw
        ? priorQuantile(declaration, draw(declaration.id))
        : declaration.default;
  }
  const parameters: Partial<Record<ParameterId, number>> = {};
  for (const [id, set] of Object.entries(theory.parameters) as [ParameterId, TheorySetting][]) {
    parameters[id] = settingAt(set, draw, id);
  }
  return { assumptions: values, parameters };
}

function settingAt(set: TheorySetting, draw: Draw, id: string): number {
  if (!draw) return set.value;
  const { prior, low, high, value } = set;
  return priorQuantile({ prior, low, high, default: value }, draw(id));
}
