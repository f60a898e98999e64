import { overlayParameters } from '@asylia/cases';
import type { Mark, ParameterDeclaration, World } from '@asylia/engine';
import { exp, log, normalQuantile, parameters } from '@asylia/engine';
import type { Target } from '../calibrate/plan.ts';
import { clamp, priorQuantile, priorWords } from '../priors.ts';
import type { StudyInput } from '../studyInput.ts';
import { highQuantile, lowQuantile, uncertainOf } from '../threat/ledger.ts';
import type { TheoryInput } from '../threat/setting.ts';

/** What a sensitivity is made of: a case with all that decides its expected run, and a theory. */
export interface SensitivityInput {
  readonly study: StudyInput;
  /** Whose assumptions and measures are looked at too; null = the movement of people alone. */
  readonly theory: TheoryInput | null;
}

/**
 * An uncertain number that is varied alone. `parameter`: of the engine, by its prior; `fitted`: by
 * the uncertainty that calibration leaves; `theory`: what a theory holds of it, or the assumption
 * about consequences that it leaves as declared. Plain values.
 */
export interface SensitivityAssumption {
  readonly kind: 'parameter' | 'fitted' | 'theory';
  /** Of a parameter, of an assumption, or of a target of the calibration. */
  readonly id: string;
  readonly symbol: string;
  readonly title: string;
  readonly unit: string;
  readonly mark: Mark | 'fitted';
  readonly source: string;
  readonly disputedBy: string;
  readonly prior: string;
  /** The value in the expected run; those at the 5 % and at the 95 % quantile. */
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Every uncertain number, each once: what a scenario sets is decided and left out; what a theory
 * sets goes before the fit, and the fit before the prior, as in the runs.
 * @param central world of the fitted values with the scenario
 */
export function assumptionsOf(
  { study, theory }: SensitivityInput,
  central: World,
): SensitivityAssumption[] {
  const decided = new Set([
    ...(study.scenario ? Object.keys(overlayParameters(study.scenario)) : []),
    ...Object.keys(theory?.parameters ?? {}),
  ]);
  const fitted = fittedOf(study).filter((one) => !decided.has(one.id));
  const known = new Set([...decided, ...fitted.map((one) => one.id)]);
  return [
    ...parameters
      .filter((one) => one.prior.kind !== 'fixed' && !known.has(one.id))
      .map((one) =>
        described('parameter', one, {
          central: central.parameters[one.id],
          low: priorQuantile(one, lowQuantile),
          high: priorQuantile(one, highQuantile),
        }),
      ),
    ...fitted,
    ...(theory ? uncertainOf(theory) : []).map(({ declaration, lowValue, highValue }) =>
      described('theory', declaration, {
        central: declaration.default,
        low: lowValue,
        high: highValue,
      }),
    ),
  ];
}

/**
 * Targets of the calibration by the whole uncertainty that is left of each. The fit ties them to
 * each other; here the others stay at their fitted values, so what they do together is not seen.
 */
function fittedOf({ calibration }: StudyInput): SensitivityAssumption[] {
  if (!calibration) return [];
  const { plan, result } = calibration;
  return plan.targets.map((target, i): SensitivityAssumption => {
    const { value } = result.fitted[i]!;
    const spreadLog = Math.sqrt(result.factor[i]!.reduce((sum, x) => sum + x * x, 0));
    const at = (u: number) =>
      clamp(exp(log(value) + spreadLog * normalQuantile(u)), target.low, target.high);
    const declaration = parameters.find((one) => one.id === target.parameter);
    return {
      kind: 'fitted',
      id: targetName(target),
      symbol: declaration?.symbol ?? '',
      title: declaration?.title ?? target.title ?? target.id,
      unit: declaration?.unit ?? 'factor',
      mark: 'fitted',
      source: `${plan.title}: ${target.why}`,
      disputedBy: declaration?.disputedBy ?? '',
      prior: `fitted, sd of ln ${Number(spreadLog.toPrecision(3))}, within ${target.low} to ${target.high}`,
      central: value,
      low: at(lowQuantile),
      high: at(highQuantile),
    };
  });
}

/** A target that is a parameter goes by its name. */
export function targetName(target: Target): string {
  return target.parameter ?? target.id;
}

function described(
  kind: SensitivityAssumption['kind'],
  one: ParameterDeclaration,
  values: Pick<SensitivityAssumption, 'central' | 'low' | 'high'>,
): SensitivityAssumption {
  return {
    kind,
    id: one.id,
    symbol: one.symbol,
    title: one.title,
    unit: one.unit,
    mark: one.mark,
    source: one.source,
    disputedBy: one.disputedBy ?? '',
    prior: priorWords(one.prior, one.low, one.high),
    ...values,
  };
}
