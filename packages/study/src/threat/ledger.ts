import type { ParameterDeclaration, ParameterId } from '@asylia/engine';
import { parameters } from '@asylia/engine';
import type { AssumptionId } from '@asylia/security';
import { assumptions, headlinesOf, levelsOf, objectsOf, shapleyEffects } from '@asylia/security';
import { priorQuantile } from '../priors.ts';
import { benchOf, startWorlds, valueUnder } from './bench.ts';
import type { Draw, TheoryInput } from './setting.ts';
import { drawOf } from './setting.ts';
import type { ThreatInput } from './task.ts';

/** Quantiles of a prior between which an assumption is moved, one at a time. */
export const lowQuantile = 0.05;
export const highQuantile = 0.95;

/** Assumptions that change how people move: each value of theirs needs runs of its own. */
const movesPeople: readonly string[] = [
  'willingShare',
  'openPacePerDay',
  'moralHazard',
  'flightByBombing',
];

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
    list.push(uncertain(declaration.id, own, movesPeople.includes(own.id)));
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
 * How the but-for contribution of each factor to each headline measure moves with each assumption,
 * in the expected run of the fitted values: moved alone from the 5 % to the 95 % quantile of its
 * prior, and its Shapley effect on the variance when all are drawn together (of those that do not
 * move people; a linear surrogate whose share of the variance is given).
 *
 * Rows: [assumption x (at the low quantile, at the high one, share of the variance)], then the
 * contribution at the values of the theory, and the share of the variance that is explained.
 */
export function ledger(input: ThreatInput, theory: TheoryInput) {
  const doubted = uncertainOf(theory);
  const factors = input.factors.filter((factor) => !('overlay' in factor) && factor.id !== 'P0');
  const worlds = startWorlds({
    study: input.study,
    world: null,
    chanceWorld: 0,
    mode: 'expected',
    draw: null,
  });
  const first = benchOf(worlds, theory, []);
  const chosen = objectsOf(first.outcomes).flatMap((object) =>
    headlinesOf(object, first.outcomes).map((one) => first.outcomes.indexOf(one as never)),
  );
  const all = (1 << factors.length) - 1;
  const alternative = new Set(input.alternative);
  const contributions = (moved: TheoryInput): Float64Array => {
    const bench = benchOf(worlds, moved, []);
    const whole = valueUnder(bench, levelsOf(factors, all));
    const values = new Float64Array(chosen.length * factors.length);
    factors.forEach((_, i) => {
      const without = valueUnder(bench, levelsOf(factors, all & ~(1 << i), alternative));
      chosen.forEach((o, c) => {
        values[c * factors.length + i] = whole[o]! - without[o]!;
      });
    });
    return values;
  };
  const base = contributions(theory);
  const lows = doubted.map((one) => contributions(withNumber(theory, one, one.lowValue)));
  const highs = doubted.map((one) => contributions(withNumber(theory, one, one.highValue)));
  const still = doubted.filter((one) => !one.movesPeople);
  const draws = input.ledgerDraws;
  const drawn = Array.from({ length: draws }, (_, m) => drawnTheory(theory, still, input, m));
  const results = drawn.map(({ theory: moved }) => contributions(moved));
  const design = new Float64Array(draws * still.length);
  drawn.forEach(({ values }, m) => design.set(values, m * still.length));
  const rows = 3 * doubted.length + 2;
  const columns = chosen.flatMap((o) =>
    factors.map((factor) => ledgerColumns(first.outcomes[o]!.id, factor.id)),
  );
  const values = new Float64Array(columns.length * rows);
  columns.forEach((_, column) => {
    const at = column * rows;
    const outcome = Float64Array.from(results, (list) => list[column]!);
    const effects = draws > 1 ? shapleyEffects(design, outcome, still.length) : null;
    doubted.forEach((one, i) => {
      values[at + 3 * i] = lows[i]![column]!;
      values[at + 3 * i + 1] = highs[i]![column]!;
      const place = still.indexOf(one);
      values[at + 3 * i + 2] = place >= 0 && effects ? effects.shares[place]! : Number.NaN;
    });
    values[at + 3 * doubted.length] = base[column]!;
    values[at + 3 * doubted.length + 1] = effects ? effects.explained : Number.NaN;
  });
  return { columns, rows, values };
}

/** The theory with another value of one number. */
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
