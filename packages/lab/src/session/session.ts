import type { Case, Fault, Observation, Overlay, Policy, Theory } from '@asylia/cases';
import {
  combine,
  fault,
  hint,
  mergeOverlays,
  overlayParameters,
  readObservations,
  readTheory,
} from '@asylia/cases';
import type { ParameterValues, PeopleRecorder, World } from '@asylia/engine';
import { parameterGroups } from '@asylia/engine';
import type { AssumptionId } from '@asylia/security';
import { assumptionGroups, assumptions, defaultFactors } from '@asylia/security';
import type { Chunk } from '../ensemble.ts';
import type { CaseFolder } from '../folder/readCaseFolder.ts';
import { readCaseFolder } from '../folder/readCaseFolder.ts';
import { changedCase } from '../prepared.ts';
import type { StudyInput } from '../studyInput.ts';
import { measuredOf } from '../threat/objects.ts';
import type { CoalitionRunner } from '../threat/runner.ts';
import { coalitionRunner, startWorlds } from '../threat/runner.ts';
import type { sampledWorlds } from '../threat/sampled.ts';
import type { TheoryInput, TheorySetting } from '../threat/setting.ts';
import type { Inputs, Opened, Result } from './answers.ts';
import { theoryInput } from './attribution.ts';
import type { CachedAttribution } from './cachedAttribution.ts';
import { understood } from './understood.ts';

/** What a worker remembers between calls: the case that is open, and what may be used again. */
export interface Session {
  readonly folder: CaseFolder;
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
  readonly fitted: {
    readonly case: Case;
    readonly parameters: Partial<ParameterValues>;
  };
  /** [what a theory holds of movement] the history, the same for every policy */
  readonly history: ReturnType<typeof startWorlds>['history'];
  /** The last study that was put together, and from which inputs: what it prepares is used again. */
  study: { readonly inputs: string; readonly study: StudyInput } | null;
  /** The last expected run whose people were kept place by place. */
  people: { readonly inputs: string; readonly world: World; readonly kept: PeopleRecorder } | null;
  /** Sampled worlds simulated so far, and for which inputs. */
  kept: { readonly inputs: string; readonly chunks: Chunk[] };
  /** Attributions of the last studies, the newest last. */
  readonly threats: CachedAttribution[];
  /** The draw of an attribution that was begun and is not finished. */
  drawing: { readonly name: string; readonly steps: ReturnType<typeof sampledWorlds> } | null;
  /** [name] other cases that checks of theories name */
  readonly others: Map<string, Case>;
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
      fitted: fittedCase(read.folder),
      history: new Map(),
      study: null,
      people: null,
      kept: { inputs: '', chunks: [] },
      threats: [],
      drawing: null,
      others: new Map(),
    },
  };
}

const declared: Opened['declared'] = [
  ...Object.entries(parameterGroups).map(([group, list]) => ({
    of: 'parameters' as const,
    group,
    list,
  })),
  ...Object.entries(assumptionGroups).map(([group, list]) => ({
    of: 'assumptions' as const,
    group,
    list,
  })),
];

/** What the page shows of an open case. */
export function describe(session: Session): Opened {
  const { folder, theories, observations } = session;
  const { case: source, calibration } = folder;
  const runner = runnerFor(session, theories[0]!, {
    case: source,
    calibration,
    scenario: null,
    seed: 0,
  });
  const { outcomes, objects } = measuredOf(folder.case, runner.inputs.societyContext);
  return {
    case: folder.case,
    scenarios: folder.scenarios.map(({ id, title, description }) => ({ id, title, description })),
    checks: folder.checks,
    words: folder.words,
    theories,
    observations,
    factors: [...defaultFactors, ...folder.factors],
    outcomes,
    objects,
    fitted: Object.keys(session.fitted.parameters),
    declared,
  };
}

/** A case under some inputs: what was decided, and what could be decided there. */
export interface Decided {
  /** The one overlay that stands for scenario, policies and changed parameters; null = baseline. */
  readonly overlay: Overlay | null;
  readonly policies: readonly Policy[];
  /** Settings and parameters that are not there, or out of range: left out, and said. */
  readonly ignored: readonly Fault[];
}

/** With the overlay of `decide` the command gives the same numbers. */
export function decide(
  { folder, fitted }: Session,
  { scenario, settings, parameters }: Pick<Inputs, 'scenario' | 'settings' | 'parameters'>,
): Result<Decided> {
  const chosen = folder.scenarios.find((one) => one.id === scenario);
  if (!chosen && scenario !== 'as-it-was') return unknownScenario(folder, scenario);
  const under = chosen && chosen.id !== 'as-it-was' ? chosen : null;
  const asked = combine(fitted.case, under, settings, fitted.parameters);
  const misset = 'faults' in asked ? asked.faults : [];
  const names = new Set(misset.map((one) => one.column));
  const others = Object.fromEntries(Object.entries(settings).filter(([id]) => !names.has(id)));
  const both = 'faults' in asked ? combine(fitted.case, under, others, fitted.parameters) : asked;
  if ('faults' in both) return both;
  const { overlay, policies } = both;
  const { values, ignored: misassumed } = understood('parameters', parameters);
  const ignored = [...misset, ...misassumed];
  if (Object.keys(values).length === 0) return { answer: { overlay, policies, ignored } };
  const assumed: Overlay = {
    id: 'assumed',
    title: 'Changed assumptions',
    description: `${Object.keys(values).join(', ')}.`,
    parameters: values,
  };
  const all = overlay ? mergeOverlays([overlay, assumed]) : assumed;
  return { answer: { overlay: all, policies, ignored } };
}

function unknownScenario({ scenarios }: CaseFolder, name: string) {
  const ids = scenarios.map((one) => one.id);
  const expected = 'a scenario of the case';
  return {
    faults: [
      fault('matchesNothing', 'address', null, 'scenario', expected, `"${name}"`, hint(name, ids)),
    ],
  };
}

/** The case with its calibration: what the controls are relative to. */
function fittedCase({ case: source, calibration }: CaseFolder): Session['fitted'] {
  if (!calibration) return { case: source, parameters: {} };
  const { overlay } = calibration.result;
  return { case: changedCase(source, [overlay]), parameters: overlayParameters(overlay) };
}

/** Inputs that give the same worlds have the same name: a theory says nothing of them. */
export function nameOfWorlds({ theory: _, assumptions: __, ...inputs }: Inputs): string {
  return JSON.stringify(inputs);
}

/** What decides a run, as the command would put it. */
export function studyOf(session: Session, inputs: Inputs): Result<StudyInput> {
  const name = nameOfWorlds(inputs);
  if (session.study?.inputs === name) return { answer: session.study.study };
  const decided = decide(session, inputs);
  if ('faults' in decided) return decided;
  const { case: source, calibration } = session.folder;
  const study = { case: source, calibration, scenario: decided.answer.overlay, seed: inputs.seed };
  session.study = { inputs: name, study };
  return { answer: study };
}

/** A theory with the assumptions that the user changed. */
export function theoryOf(session: Session, inputs: Inputs): TheoryInput {
  const theory = session.theories.find((one) => one.id === inputs.theory) ?? session.theories[0]!;
  return withAssumptions(theory, inputs);
}

export function withAssumptions(theory: Theory, { assumptions: changed }: Inputs): TheoryInput {
  const own: Partial<Record<AssumptionId, TheorySetting>> = { ...theory.assumptions };
  for (const [id, value] of Object.entries(understood('assumptions', changed).values)) {
    const { low, high } = assumptions.find((one) => one.id === id)!;
    own[id as AssumptionId] = { value, low, high, prior: { kind: 'fixed' } };
  }
  return { ...theoryInput(theory), assumptions: own };
}

/**
 * Where the measures of the expected run are taken, under a theory.
 * @param world the world of the study where it has been compiled already
 */
export function runnerFor(
  { history }: Session,
  theory: TheoryInput,
  study: StudyInput,
  world?: World,
): CoalitionRunner {
  const worlds = startWorlds({ study, world: null, chanceWorld: 0, mode: 'expected', draw: null });
  if (world) worlds.compiled.set('', world);
  return coalitionRunner({ ...worlds, history }, theory, []);
}
