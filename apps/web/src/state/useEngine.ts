import type { Fault } from '@asylia/cases';
import type { RunSummary } from '@asylia/lab';
import { useEffect, useRef } from 'react';
import { untilQuiet } from '../engine/client.ts';
import { loadData } from '../engine/data.ts';
import type { CurrentRun, Inputs, Opened } from '../engine/protocol.ts';
import type { Question } from '../queries/cache.ts';
import { answerOf, brokenOf, faultsOf } from '../queries/refused.ts';
import { useQuery } from '../queries/useQuery.ts';
import type { Engine } from './engine.ts';
import type { ExpectedRun } from './shownRuns.ts';
import { nextRuns, noRuns, pairName } from './shownRuns.ts';
import type { CaseFiles, Source } from './source.ts';
import type { State } from './state.ts';
import { isEdited, startState } from './state.ts';

/** What is known so far under the present inputs, and what is still being computed. */
export interface Computed {
  readonly engine: Engine;
  readonly opened: Opened | null;
  /** The files behind it, for a room that opens them in a worker of its own. */
  readonly source: Source | null;
  /** The expected run of the present inputs; of the last ones while a new one is computed. */
  readonly live: CurrentRun | null;
  /** The inputs of that run. */
  readonly liveInputs: Inputs | null;
  /** The expected run at baseline: what every change is set against. */
  readonly base: CurrentRun | null;
  /** Bands over sampled worlds of the present inputs; null until there are some. */
  readonly bands: RunSummary | null;
  readonly worldsDone: number;
  /** Whether the patient worker has this case open: before, it answers for the one before. */
  readonly isPatientReady: boolean;
  readonly faults: readonly Fault[];
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
}

const worldsAtOnce = 4;
/** The bands are summed up at these numbers of worlds, and at the last. */
const summedUpAt = [20, 60];
/** Waiting before worlds are sampled, ms: while a control is dragged none are. */
const restMs = 350;

/**
 * Runs the crisis whenever the inputs change.
 * @param dropped the case that the user imported, while it is the one that is open
 * @param missing is told the name of a case that does not lie beside the page
 */
export function useEngine(
  engine: Engine,
  state: State,
  dropped: CaseFiles | null,
  missing: (name: string) => void,
): Computed {
  const { inputs, worlds } = state;
  const opening = useQuery(openCase(engine, state.case, dropped));
  const isMissing = opening.error instanceof MissingCase;
  useEffect(() => {
    if (isMissing) missing(state.case);
  }, [isMissing, state.case, missing]);
  const { opened = null, source = null } = opening.answer ?? {};

  const of = useRef(opened);
  const shown = useRef(noRuns);
  if (opened && of.current !== opened) {
    // What was run of the case before must not be shown as that of the new one.
    of.current = opened;
    shown.current = noRuns;
  }
  const isPlain = !isEdited(state);
  const { theory, seed } = inputs;
  const own = useQuery(opened && expectedRun(engine, opened, 'run', inputs));
  const { base } = shown.current;
  const hasBase = base !== null && pairName(base.inputs) === pairName(inputs);
  const plain = useQuery(
    opened && !isPlain && !hasBase
      ? expectedRun(engine, opened, 'base', { ...startState.inputs, theory, seed })
      : null,
  );
  if (opened) shown.current = nextRuns(shown.current, { own, plain, isPlain });

  // The second worker starts when the first has answered: the first view waits for nothing else.
  const isFirstShown = shown.current.base !== null;
  const patient = useQuery(source && isFirstShown ? openPatient(engine, source) : null);
  const isPatientReady = patient.status === 'answered';
  const bands = useQuery(
    source && isPatientReady ? sampledBands(engine, source, inputs, worlds) : null,
  );
  const { run, base: against, faults } = shown.current;
  return {
    engine,
    opened,
    source,
    live: run?.live ?? null,
    liveInputs: run?.inputs ?? null,
    base: against?.live ?? null,
    bands: bands.answer?.bands ?? null,
    worldsDone: bands.answer?.worldsDone ?? 0,
    isPatientReady,
    faults: [...faultsOf([opening, plain]), ...faults],
    broken: isMissing ? '' : brokenOf([opening, own, plain, patient, bands]),
  };
}

/** No case of this name lies beside the page. */
class MissingCase extends Error {}

const openCase = (
  { quick }: Engine,
  name: string,
  dropped: CaseFiles | null,
): Question<{ readonly opened: Opened; readonly source: Source }> => ({
  kind: 'open',
  of: dropped ?? quick,
  key: name,
  ask: async ({ signal }) => {
    const files =
      dropped ??
      (await loadData<CaseFiles>(`case-${name}`).catch(() => {
        throw new MissingCase(name);
      }));
    const theories = await loadData<Source['theories']>('theories');
    signal.throwIfAborted();
    const source = { files, theories };
    return { opened: await answerOf(quick.call('open', source)), source };
  },
});

/** Only the newest inputs are asked for: what came in between while a run was under way is skipped. */
const expectedRun = (
  { inTurn }: Engine,
  opened: Opened,
  kind: 'run' | 'base',
  inputs: Inputs,
): Question<ExpectedRun> => ({
  kind,
  of: opened,
  key: JSON.stringify(inputs),
  ask: async ({ signal }) => ({
    inputs,
    live: await inTurn.quick.call('live', { inputs }, signal),
  }),
});

const openPatient = ({ patient }: Engine, source: Source): Question<unknown> => ({
  kind: 'open for patient work',
  of: source,
  key: '',
  ask: () => answerOf(patient.call('open', source)),
});

interface Bands {
  readonly bands: RunSummary | null;
  readonly worldsDone: number;
}

/** Bands do not depend on the theory, nor on what follows from movement. */
function sampledBands(
  { inTurn }: Engine,
  source: Source,
  inputs: Inputs,
  worlds: number,
): Question<Bands> {
  const { theory: _, assumptions: __, ...moving } = inputs;
  return {
    kind: 'bands',
    of: source,
    key: JSON.stringify({ ...moving, worlds }),
    restMs,
    ask: async ({ signal, show }) => {
      let known: Bands = { bands: null, worldsDone: 0 };
      for (let first = 0; first < worlds; first += worldsAtOnce) {
        const count = Math.min(worldsAtOnce, worlds - first);
        await untilQuiet();
        await inTurn.patient.call('worlds', { inputs, firstWorld: first, count }, signal);
        known = { ...known, worldsDone: first + count };
        show(known);
        if (known.worldsDone !== worlds && !summedUpAt.includes(known.worldsDone)) continue;
        const ask = { inputs, worlds: known.worldsDone };
        known = { ...known, bands: await inTurn.patient.call('summary', ask, signal) };
        show(known);
      }
      return known;
    },
  };
}
