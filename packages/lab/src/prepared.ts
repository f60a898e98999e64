import type { Case, Compiled, Overlay, ScaledRows } from '@asylia/cases';
import {
  applyOverlay,
  compileLike,
  findScaledRows,
  formatFaults,
  overlayParameters,
  scaledCase,
} from '@asylia/cases';
import type { ParameterId, ParameterValues } from '@asylia/engine';
import type { CalibrationPlan } from './calibrate/plan.ts';
import { factorsOf, overlayFor, parametersAt, scalingsOf } from './calibrate/plan.ts';

/** A case of which all that no draw touches has been made: worlds of draws share it. */
export interface Prepared {
  /** The case before anything is changed. */
  readonly source: Case;
  readonly calibration: Calibration | null;
  readonly scenario: Overlay | null;
  /** The case with what was fitted alone, and with the scenario alone where it fits that. */
  readonly fitted: Case;
  readonly unfitted: Case | null;
  /** Rows that targets multiply; null where they must be applied as an overlay. */
  readonly rows: readonly ScaledRows[] | null;
  /** The case with what was fitted, then the scenario. */
  readonly central: Drawn;
}

/** What can be fitted, and what was fitted so far. */
export interface Calibration {
  readonly plan: CalibrationPlan;
  readonly overlay: Overlay | null;
}

/** A case at some numbers, compiled. */
export interface Drawn {
  readonly case: Case;
  readonly compiled: Compiled;
}

/** The case with changes, one after the other. @throws Error when one does not fit it */
export function changedCase(source: Case, overlays: readonly Overlay[]): Case {
  return overlays.reduce((before, overlay) => {
    const changed = applyOverlay(before, overlay);
    if ('faults' in changed) throw new Error(formatFaults(changed.faults));
    return changed.case;
  }, source);
}

/**
 * Case, then calibration, then scenario.
 * @param like something prepared from nearly the same, to save time
 * @throws Error when an overlay does not fit the case
 */
export function prepare(
  source: Case,
  calibration: Calibration | null,
  scenario: Overlay | null,
  like: Prepared | null = null,
): Prepared {
  const plan = calibration?.plan ?? null;
  const overlay = calibration?.overlay ?? null;
  const same = like?.source === source ? like : null;
  const fitted =
    same && same.calibration?.overlay === overlay
      ? same.fitted
      : changedCase(source, overlay ? [overlay] : []);
  const changed = changedCase(fitted, scenario ? [scenario] : []);
  return {
    source,
    calibration,
    scenario,
    fitted,
    unfitted: overlay ? caseUnder(source, scenario) : changed,
    rows:
      same && same.calibration?.plan === plan
        ? same.rows
        : plan && findScaledRows(source, scalingsOf(plan)),
    central: {
      case: changed,
      compiled: compileLike(like ? like.central.compiled : null, changed, {
        ...said(overlay),
        ...said(scenario),
      }),
    },
  };
}

/**
 * The case at other numbers; what calibration or scenario say of a parameter goes before `drawn`.
 * @param values [target] values of the targets of the plan; null = as in the central case
 * @throws Error when a number leaves its range
 */
export function drawFrom(
  prepared: Prepared,
  values: readonly number[] | null,
  drawn: Partial<Record<ParameterId, number>>,
): Drawn {
  const { calibration, scenario, central } = prepared;
  const plan = values ? calibration?.plan : null;
  const changed = plan && values ? caseAt(prepared, plan, values) : central.case;
  const fitted = plan && values ? parametersAt(plan, values) : said(calibration?.overlay ?? null);
  const parameters = { ...drawn, ...fitted, ...said(scenario) };
  return { case: changed, compiled: compileLike(central.compiled, changed, parameters) };
}

/** The same case as by overlays, faster where only numbers in known rows differ. */
function caseAt(
  { source, scenario, rows, unfitted }: Prepared,
  plan: CalibrationPlan,
  values: readonly number[],
): Case {
  const scaled =
    rows && unfitted && scaledCase(source, rows, factorsOf(plan, values), scenario, unfitted);
  if (scaled) return scaled;
  const fitted = overlayFor(plan, values);
  return changedCase(source, scenario ? [fitted, scenario] : [fitted]);
}

/** Null where the scenario does not fit the case. */
function caseUnder(source: Case, scenario: Overlay | null): Case | null {
  const under = scenario ? applyOverlay(source, scenario) : { case: source };
  return 'faults' in under ? null : under.case;
}

/**
 * The case with the scenario, as if nothing had been fitted.
 * @throws Error when the scenario does not fit it
 */
export function unfittedCase({ source, scenario, unfitted }: Prepared): Case {
  return unfitted ?? changedCase(source, scenario ? [scenario] : []);
}

/** What an overlay says of parameters. */
function said(overlay: Overlay | null): Partial<ParameterValues> {
  return overlay ? overlayParameters(overlay) : {};
}
