import type { Case, Compiled, Overlay, Scalable } from '@asylia/cases';
import {
  applyOverlay,
  compileLike,
  findScalable,
  formatFaults,
  overlayParameters,
  scaledCase,
} from '@asylia/cases';
import type { ParameterId, Plan } from '@asylia/engine';
import { planWorld } from '@asylia/engine';
import type { CalibrationPlan } from './calibrate/plan.ts';
import { factorsOf, overlayFor, scalingsOf } from './calibrate/plan.ts';
import type { StudyInput } from './ensemble.ts';

/** A case of which all that no draw touches has been made: worlds of draws share it. */
export interface Prepared {
  /** The case before anything is changed. */
  readonly source: Case;
  readonly plan: CalibrationPlan | null;
  /** What was fitted, null for nothing. */
  readonly fitted: Overlay | null;
  readonly scenario: Overlay | null;
  /** Null where there is nothing to fit, or it must be applied as an overlay. */
  readonly scalable: Scalable | null;
  /** The case with the scenario, as if nothing had been fitted. */
  readonly unfitted: Case;
  /** The case at its fitted values, with the scenario. */
  readonly central: Drawn;
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
 * @param calibration what can be fitted, and what was fitted so far
 * @param like something prepared from nearly the same, to save time
 * @throws Error when an overlay does not fit the case
 */
export function prepare(
  source: Case,
  calibration: { readonly plan: CalibrationPlan; readonly overlay: Overlay | null } | null,
  scenario: Overlay | null,
  like: Prepared | null = null,
): Prepared {
  const fitted = calibration?.overlay ?? null;
  const overlays = [fitted, scenario].filter((overlay) => overlay !== null);
  const unfitted = changedCase(source, scenario ? [scenario] : []);
  const changed = fitted ? changedCase(source, overlays) : unfitted;
  const plan = calibration?.plan ?? null;
  return {
    source,
    plan,
    fitted,
    scenario,
    scalable: plan ? findScalable(source, scalingsOf(plan), scenario, unfitted) : null,
    unfitted,
    central: {
      case: changed,
      compiled: compileLike(
        like ? like.central.compiled : null,
        changed,
        Object.assign({}, ...overlays.map(overlayParameters)),
      ),
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
  const { plan, scenario, central } = prepared;
  const moved = plan && values ? overlayFor(plan, values) : null;
  const fitted = moved ?? prepared.fitted;
  const changed = moved ? caseAt(prepared, moved, factorsOf(plan!, values!)) : central.case;
  const said = [fitted, scenario].filter((overlay) => overlay !== null).map(overlayParameters);
  return {
    case: changed,
    compiled: compileLike(central.compiled, changed, Object.assign({}, drawn, ...said)),
  };
}

/** The same case as by overlays, faster where only numbers in known rows differ. */
function caseAt(
  { source, scenario, scalable }: Prepared,
  fitted: Overlay,
  factors: readonly number[],
): Case {
  const scaled = scalable ? scaledCase(scalable, factors) : null;
  return scaled ?? changedCase(source, scenario ? [fitted, scenario] : [fitted]);
}

const byStudy = new WeakMap<StudyInput, Prepared>();
const byCase = new WeakMap<Case, Prepared>();

/** What a study prepares, made once for each input object; nothing but time depends on that. */
export function preparedStudy(input: StudyInput): Prepared {
  const known = byStudy.get(input);
  if (known) return known;
  const { case: source, calibration, scenario } = input;
  const made = prepare(
    source,
    calibration ? { plan: calibration.plan, overlay: calibration.result.overlay } : null,
    scenario,
    byCase.get(source) ?? null,
  );
  byStudy.set(input, made);
  if (!byCase.has(source)) byCase.set(source, made);
  return made;
}

const variants = new WeakMap<StudyInput, WeakMap<Overlay, StudyInput>>();

/**
 * The same study of the case with a change before everything else. The same object for the same
 * two objects, so that it is prepared once.
 */
export function studyUnder(input: StudyInput, change: Overlay): StudyInput {
  const known = variants.get(input) ?? new WeakMap<Overlay, StudyInput>();
  variants.set(input, known);
  const variant = known.get(change) ?? { ...input, case: changedCase(input.case, [change]) };
  known.set(change, variant);
  return variant;
}

const histories = new WeakMap<StudyInput, StudyInput>();

/** The same study without a scenario; the same object for the same study. */
export function studyOfHistory(input: StudyInput): StudyInput {
  const history = input.scenario ? (histories.get(input) ?? { ...input, scenario: null }) : input;
  histories.set(input, history);
  return history;
}

const plans = new WeakMap<Prepared, Plan>();

/** The plan of the central world: planned once, others are planned like it. */
export function centralPlan(prepared: Prepared): Plan {
  const known = plans.get(prepared);
  if (known) return known;
  const like = byCase.get(prepared.source);
  const made = planWorld(
    prepared.central.compiled.world,
    like && like !== prepared ? centralPlan(like) : null,
  );
  plans.set(prepared, made);
  return made;
}
