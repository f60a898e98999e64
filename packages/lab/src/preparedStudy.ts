import type { Case, Overlay } from '@asylia/cases';
import type { Plan } from '@asylia/engine';
import { planWorld } from '@asylia/engine';
import type { Prepared } from './prepared.ts';
import { changedCase, prepare } from './prepared.ts';
import type { StudyInput } from './studyInput.ts';

/**
 * What is made once for each study and cached as long as its input is. Nothing but time depends on
 * which objects are the same.
 */
function onceFor<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** [case] something prepared from it, or from nearly the same case, that others can be made like */
const likes = new WeakMap<Case, Prepared>();

/** All of a study that no draw touches. */
export const preparedStudy = onceFor((input: StudyInput): Prepared => {
  const { case: source, calibration, scenario } = input;
  const fitted = calibration
    ? { plan: calibration.plan, overlay: calibration.result.overlay }
    : null;
  const made = prepare(source, fitted, scenario, likes.get(source) ?? null);
  if (!likes.has(source)) likes.set(source, made);
  return made;
});

/** The plan of the central world, like which worlds of draws are planned. */
export const centralPlan = onceFor((prepared: Prepared): Plan => {
  const like = likes.get(prepared.source);
  const { world } = prepared.central.compiled;
  return planWorld(world, like && like !== prepared ? centralPlan(like) : null);
});

/** The same study without a scenario. */
export const studyOfHistory = onceFor(
  (input: StudyInput): StudyInput => (input.scenario ? { ...input, scenario: null } : input),
);

const variantsOf = onceFor((_: StudyInput) => new WeakMap<Overlay, StudyInput>());

/** The same study of the case with a change that comes before everything else. */
export function studyUnder(input: StudyInput, change: Overlay): StudyInput {
  const variants = variantsOf(input);
  const known = variants.get(change);
  if (known) return known;
  const variant = { ...input, case: changedCase(input.case, [change]) };
  likes.set(variant.case, preparedStudy(input));
  variants.set(change, variant);
  return variant;
}
