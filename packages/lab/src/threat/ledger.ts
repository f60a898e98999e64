import { shapleyEffects } from '@asylia/attribution';
import type { ParameterDeclaration, ParameterId } from '@asylia/engine';
import { parameters } from '@asylia/engine';
import type { AssumptionId, Factor } from '@asylia/security';
import { assumptions, headlinesOf, isPlacebo, levelsOf, objectsOf } from '@asylia/security';
import { priorQuantile } from '../priors.ts';
import type { Worlds } from './runner.ts';
import { coalitionRunner, startWorlds, valueUnder } from './runner.ts';
import type { Draw, TheoryInput } from './setting.ts';
import { drawOf } from './setting.ts';
import type { ThreatInput } from './threatInput.ts';

/** Quantiles of a prior between which an assumption is varied, one at a time. */
export const lowQuantile = 0.05;
export const highQuantile = 0.95;

/** A number that a theory holds to be uncertain. */
export interface UncertainAssumption {
  readonly id: AssumptionId | ParameterId;
  readonly declaration: ParameterDeclaration;
  readonly movesPeople: boolean;
  /** Its values at the low and the high quantile. */
  readonly lowValue: number;
  readonly highValue: number;
}

/** Every uncertain number of a theory, in the order of the declarations. */
export function uncertainOf(theory: TheoryInput): UncertainAssumption[] {
  const list: UncertainAssumption[] = [];
  for (const declaration of assumptions) {
    const set = theory.assumptions[declaration.id];
    const own = set ? { ...declaration, ...set, default: set.value } : declaration;
    if (own.prior.kind === 'fixed') continue;
    list.push(uncertain(declaration.id, own, own.acts === 'movement'));
  }
  for (const [id, set] of Object.entries(theory.parameters)) {
    const declaration = parameters.find((one) => one.id === id);
    if (!declaration || !set || set.prior.kind === 'fixed') continue;
    const own = { ...declaration, ...set, default: set.value };
    list.push(uncertain(declaration.id, own, true));
  }
  return list;
}

function uncertain(
  id: UncertainAssumption['id'],
  declaration: ParameterDeclaration,
  moves: boolean,
): UncertainAssumption {
  return {
    id,
    declaration,
    movesPeople: moves,
    lowValue: priorQuantile(declaration, lowQuantile),
    highValue: priorQuantile(declaration, highQuantile),
  };
}

/** Columns of the ledger: what each assumption does to the contribution of one factor. */
export function ledgerColumns(outcome: string, factor: string): string {
  return `${outcome}|${factor}`;
}

/**
 * A ledger before it is computed: the theory at its values, and at each value that it is set to.
 */
export interface ContributionSensitivityPlan {
  readonly input: ThreatInput;
  readonly doubted: readonly UncertainAssumption[];
  readonly worlds: Worlds;
  readonly factors: readonly Factor[];
  readonly outcomes: readonly string[];
  /** Positions of the headline measures in `outcomes`. */
  readonly chosen: readonly number[];
  /**
   * The theory at its values, then [assumption x (low quantile, high quantile)], then the draws in
   * which all move together: one step each, in this order
   */
  readonly moved: readonly TheoryInput[];
  /** [draw x assumption that does not move people], assumption fastest */
  readonly design: Float64Array;
}

/** Plans a ledger; nothing is simulated yet but what tells the measures of the case. */
export function planContributionSensitivity(
  input: ThreatInput,
  theory: TheoryInput,
): ContributionSensitivityPlan {
  const doubted = uncertainOf(theory);
  const worlds = startWorlds({
    study: input.study,
    world: null,
    chanceWorld: 0,
    mode: 'expected',
    draw: null,
  });
  const { outcomes } = coalitionRunner(worlds, theory, []);
  const still = doubted.filter((one) => !one.movesPeople);
  const drawn = Array.from({ length: input.ledgerDraws }, (_, m) =>
    drawnTheory(theory, still, input, m),
  );
  const design = new Float64Array(drawn.length * still.length);
  drawn.forEach(({ values }, m) => design.set(values, m * still.length));
  return {
    input,
    doubted,
    worlds,
    factors: input.factors.filter((factor) => !('overlay' in factor) && !isPlacebo(factor)),
    outcomes: outcomes.map((one) => one.id),
    chosen: objectsOf(outcomes).flatMap((object) =>
      headlinesOf(object, outcomes).map((one) => outcomes.indexOf(one as never)),
    ),
    moved: [
      theory,
      ...doubted.flatMap((one) => [
        withNumber(theory, one, one.lowValue),
        withNumber(theory, one, one.highValue),
      ]),
      ...drawn.map((one) => one.theory),
    ],
    design,
  };
}

/**
 * Simulates one step of a plan: the but-for contributions under `moved[step]`.
 * @returns [headline measure x factor], factor fastest
 * @param step 0 to the number of steps of the plan - 1
 */
export function contributionSensitivityStep(
  plan: ContributionSensitivityPlan,
  step: number,
): Float64Array {
  const { factors, chosen, input } = plan;
  const all = (1 << factors.length) - 1;
  const alternative = new Set(input.alternative);
  const runner = coalitionRunner(plan.worlds, plan.moved[step]!, []);
  const whole = valueUnder(runner, levelsOf(factors, all));
  const values = new Float64Array(chosen.length * factors.length);
  factors.forEach((_, i) => {
    const without = valueUnder(runner, levelsOf(factors, all & ~(1 << i), alternative));
    chosen.forEach((o, c) => {
      values[c * factors.length + i] = whole[o]! - without[o]!;
    });
  });
  return values;
}

/**
 * How the but-for contribution of each factor to each headline measure moves with each assumption,
 * in the expected run of the fitted values: varied alone from the 5 % to the 95 % quantile of its
 * prior, and its Shapley effect on the variance when all are drawn together (of those that do not
 * move people; a linear surrogate whose share of the variance is given).
 *
 * Rows: [assumption x (at the low quantile, at the high one, share of the variance)], then the
 * contribution at the values of the theory, and the share of the variance that is explained.
 * @param steps [step] what `ledgerStep` gave
 */
export function sumContributionSensitivity(
  plan: ContributionSensitivityPlan,
  steps: readonly Float64Array[],
) {
  const { doubted, factors, outcomes, chosen, design, input } = plan;
  const still = doubted.filter((one) => !one.movesPeople);
  const results = steps.slice(1 + 2 * doubted.length);
  const rows = 3 * doubted.length + 2;
  const columns = chosen.flatMap((o) =>
    factors.map((factor) => ledgerColumns(outcomes[o]!, factor.id)),
  );
  const values = new Float64Array(columns.length * rows);
  columns.forEach((_, column) => {
    const at = column * rows;
    const outcome = Float64Array.from(results, (list) => list[column]!);
    const effects = input.ledgerDraws > 1 ? shapleyEffects(design, outcome, still.length) : null;
    doubted.forEach((one, i) => {
      values[at + 3 * i] = steps[1 + 2 * i]![column]!;
      values[at + 3 * i + 1] = steps[2 + 2 * i]![column]!;
      const place = still.indexOf(one);
      values[at + 3 * i + 2] = place >= 0 && effects ? effects.shares[place]! : Number.NaN;
    });
    values[at + 3 * doubted.length] = steps[0]![column]!;
    values[at + 3 * doubted.length + 1] = effects ? effects.explained : Number.NaN;
  });
  return { columns, rows, values };
}

/** A whole ledger at once. */
export function ledger(input: ThreatInput, theory: TheoryInput) {
  const plan = planContributionSensitivity(input, theory);
  return sumContributionSensitivity(
    plan,
    plan.moved.map((_, step) => contributionSensitivityStep(plan, step)),
  );
}

/**
 * The theory with another value of one number.
 * @param value in the unit of the declaration, within its range
 */
export function withNumber(
  theory: TheoryInput,
  { id, declaration }: Pick<UncertainAssumption, 'id' | 'declaration'>,
  value: number,
): TheoryInput {
  const { prior, low, high } = declaration;
  const set = { value, prior, low, high };
  return parameters.some((one) => one.id === id)
    ? { ...theory, parameters: { ...theory.parameters, [id]: set } }
    : { ...theory, assumptions: { ...theory.assumptions, [id]: set } };
}

function drawnTheory(
  theory: TheoryInput,
  still: readonly UncertainAssumption[],
  { study }: ThreatInput,
  m: number,
) {
  const draw = drawOf(study.seed, m) as NonNullable<Draw>;
  const values = Float64Array.from(still, (one) => priorQuantile(one.declaration, draw(one.id)));
  const moved = still.reduce(
    (one, assumption, i) => withNumber(one, assumption, values[i]!),
    theory,
  );
  return { theory: moved, values };
}
