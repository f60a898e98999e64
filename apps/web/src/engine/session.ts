import type { Fault, Observation, Overlay, Theory } from '@asylia/cases';
import {
  applyOverlay,
  fault,
  hint,
  mergeOverlays,
  overlayOf,
  overlayParameters,
  readObservations,
  readTheory,
} from '@asylia/cases';
import type { ParameterValues, PeopleRecorder, World } from '@asylia/engine';
import type { AssumptionId } from '@asylia/security';
import { assumptions, defaultFactors, headlinesOf, objectsOf, outcomesOf } from '@asylia/security';
import type {
  Bench,
  CaseFolder,
  Chunk,
  StudyInput,
  TheoryInput,
  TheorySetting,
} from '@asylia/study';
import { benchOf, objectTitle, readCaseFolder, startWorlds } from '@asylia/study';
import type { Inputs, Opened, Outcome } from './protocol.ts';

/** What a worker remembers between calls: the case that is open, and what may be used again. */
export interface Session {
  readonly folder: CaseFolder;
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
  /** [what a theory holds of movement] the history, the same for every policy */
  readonly history: ReturnType<typeof startWorlds>['history'];
  /** The last expected run whose people were kept place by place. */
  people: { readonly inputs: string; readonly world: World; readonly kept: PeopleRecorder } | null;
  /** Sampled worlds lived so far, and for which inputs. */
  kept: { readonly inputs: string; readonly chunks: Chunk[] };
}

/** Reads a case and the theories. */
export function openSession(
  files: Readonly<Record<string, string | Uint8Array>>,
  theoryFiles: Readonly<Record<string, string>>,
): { readonly session: Session } | { readonly faults: readonly Fault[] } {
  const read = readCaseFolder(new Map(Object.entries(files)));
  if ('faults' in read) return read;
  const facts = readObservations('observations.json', theoryFiles['observations.json'] ?? '[]');
  if ('faults' in facts) return facts;
  const known = facts.observations.map(({ id }) => id);
  const theories: Theory[] = [];
  for (const [name, text] of Object.entries(theoryFiles)) {
    if (name === 'observations.json') continue;
    const theory = readTheory(name, text, known);
    if ('faults' in theory) return theory;
    theories.push(theory.theory);
  }
  return {
    session: {
      folder: read.folder,
      theories,
      observations: facts.observations,
      history: new Map(),
      people: null,
      kept: { inputs: '', chunks: [] },
    },
  };
}

/** What the page shows of an open case. */
export function describe(session: Session): Opened {
  const { folder, theories, observations } = session;
  const bench = benchFor(session, theories[0]!, { ...asItWas, theory: theories[0]!.id }, null);
  const outcomes = outcomesOf(bench.inputs.stakes).map(({ measure: _, ...one }) => one);
  const names = new Map(folder.case.tables.states.map((row) => [row.country, row.name]));
  return {
    case: folder.case,
    scenarios: folder.scenarios.map(({ id, title, description }) => ({ id, title, description })),
    checks: folder.checks,
    theories,
    observations,
    factors: [...defaultFactors, ...folder.factors],
    outcomes,
    objects: objectsOf(outcomes).map((id) => ({
      id,
      title: objectTitle(id, names, bench.inputs.stakes.union),
      headlines: headlinesOf(id, outcomes).map((one) => one.id),
    })),
    hasCalibration: folder.calibration !== null,
  };
}

const asItWas: Inputs = {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: '',
  seed: 0,
};

/**
 * The one overlay that stands for scenario, policies and changed parameters: with it the command
 * gives the same numbers. Null = as it was.
 */
export function overlayFor(
  { folder }: Session,
  { scenario, settings, parameters }: Pick<Inputs, 'scenario' | 'settings' | 'parameters'>,
): Outcome<Overlay | null> {
  const chosen = folder.scenarios.find((one) => one.id === scenario);
  if (!chosen && scenario !== 'as-it-was') {
    const ids = folder.scenarios.map((one) => one.id);
    return {
      faults: [
        fault(
          'matchesNothing',
          'address',
          null,
          'scenario',
          'a scenario of the case',
          `"${scenario}"`,
          hint(scenario, ids),
        ),
      ],
    };
  }
  const parts: Overlay[] = [];
  const parametersSet = {
    ...fittedParameters(folder),
    ...(chosen ? overlayParameters(chosen) : {}),
  };
  let source = folder.case;
  if (chosen && chosen.id !== 'as-it-was') {
    parts.push(chosen);
    const changed = applyOverlay(source, chosen);
    if ('faults' in changed) return changed;
    source = changed.case;
  }
  if (Object.keys(settings).length > 0) {
    const moved = overlayOf(source, settings, parametersSet);
    if ('faults' in moved) return moved;
    if (moved.overlay.changes || moved.overlay.parameters) parts.push(moved.overlay);
  }
  if (Object.keys(parameters).length > 0) {
    parts.push({
      id: 'assumed',
      title: 'Changed assumptions',
      description: Object.keys(parameters).join(', '),
      parameters: { ...parameters },
    });
  }
  return {
    answer: parts.length === 0 ? null : parts.length === 1 ? parts[0]! : mergeOverlays(parts),
  };
}

/** Parameters that the calibration of a case sets: some policies are relative to them. */
export function fittedParameters({ calibration }: CaseFolder): Partial<ParameterValues> {
  return calibration ? overlayParameters(calibration.result.overlay) : {};
}

/** Inputs that give the same worlds have the same name: a theory says nothing of them. */
export function nameOfWorlds({ theory: _, assumptions: __, ...inputs }: Inputs): string {
  return JSON.stringify(inputs);
}

/** What decides a run, as the command would put it. */
export function studyOf(session: Session, inputs: Inputs): Outcome<StudyInput> {
  const overlay = overlayFor(session, inputs);
  if ('faults' in overlay) return overlay;
  const { folder } = session;
  return {
    answer: {
      case: folder.case,
      calibration: folder.calibration,
      scenario: overlay.answer,
      seed: inputs.seed,
    },
  };
}

/** A theory with the assumptions that the user changed. */
export function theoryOf(session: Session, inputs: Inputs): TheoryInput {
  const theory = session.theories.find((one) => one.id === inputs.theory) ?? session.theories[0]!;
  return withAssumptions(theory, inputs);
}

export function withAssumptions(theory: Theory, { assumptions: changed }: Inputs): TheoryInput {
  const own: Partial<Record<AssumptionId, TheorySetting>> = { ...theory.assumptions };
  for (const [id, value] of Object.entries(changed)) {
    const declared = assumptions.find((one) => one.id === id);
    if (!declared) continue;
    const { low, high } = declared;
    own[id as AssumptionId] = { value, low, high, prior: { kind: 'fixed' } };
  }
  const { id, title, frame, parameters } = theory;
  return { id, title, frame, assumptions: own, parameters };
}

/** Where the measures of the expected run are taken, under a theory. */
export function benchFor(
  session: Session,
  theory: TheoryInput,
  inputs: Inputs,
  scenario: Overlay | null,
): Bench {
  const { folder } = session;
  const study = {
    case: folder.case,
    calibration: folder.calibration,
    scenario,
    seed: inputs.seed,
  };
  const worlds = startWorlds({ study, world: null, chanceWorld: 0, mode: 'expected', draw: null });
  return benchOf({ ...worlds, history: session.history }, theory, []);
}
