import type { Fault } from '@asylia/cases';
import type { RunSummary } from '@asylia/lab';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../engine/client.ts';
import { startClient, untilQuiet } from '../engine/client.ts';
import { loadData } from '../engine/data.ts';
import type { Inputs, Live, Opened, Outcome } from '../engine/protocol.ts';
import type { State } from './state.ts';
import { isMoved, startState } from './state.ts';

/** Two workers: one answers what was moved at once, the other fills in what takes longer. */
export interface Engine {
  readonly quick: Client;
  readonly patient: Client;
}

/** Files of a case by their path in its folder. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

export interface Source {
  readonly files: CaseFiles;
  readonly theories: Readonly<Record<string, string>>;
}

/** What is known so far under the present inputs, and what is still being computed. */
export interface Computed {
  readonly engine: Engine;
  readonly opened: Opened | null;
  /** The files behind it, for a room that opens them in a worker of its own. */
  readonly source: Source | null;
  /** The expected run of the present inputs; of the last ones while a new one is lived. */
  readonly live: Live | null;
  /** The expected run as it was: what every change is set against. */
  readonly base: Live | null;
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

let started: Engine | null = null;

/** The workers live as long as the page. */
function startEngine(): Engine {
  started ??= { quick: startClient(), patient: startClient() };
  return started;
}

/**
 * Runs the crisis whenever the inputs change.
 * @param dropped the case that the user brought, while it is the one that is open
 * @param missing is told the name of a case that does not lie beside the page
 */
export function useEngine(
  state: State,
  dropped: CaseFiles | null,
  missing: (name: string) => void,
): Computed {
  const [engine] = useState(startEngine);
  const { quick, patient } = engine;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [patientHas, setPatientHas] = useState<Source | null>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [base, setBase] = useState<Live | null>(null);
  const [bands, setBands] = useState<RunSummary | null>(null);
  const [worldsDone, setWorldsDone] = useState(0);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [broken, setBroken] = useState('');
  const give = useCallback(<T>(outcome: Outcome<T>, use: (answer: T) => void) => {
    if ('faults' in outcome) setFaults(outcome.faults);
    else use(outcome.answer);
  }, []);
  const fail = useCallback((error: unknown) => setBroken(String(error)), []);
  /** Theory and seed of the base that is there. */
  const baseOf = useRef('');
  /** The newest run, while its base is still being lived. */
  const held = useRef<{ readonly answer: Live; readonly name: string } | null>(null);
  const keepBase = useCallback((answer: Live, name: string) => {
    const own = held.current?.name === name ? held.current.answer : null;
    held.current = null;
    baseOf.current = name;
    setBase(answer);
    setLive((before) => (own ? keepPolicies(before, own) : (before ?? answer)));
  }, []);

  useEffect(() => {
    let left = false;
    void (async () => {
      const files = dropped ?? (await loadData<CaseFiles>(`case-${state.case}`).catch(() => null));
      if (left) return;
      if (!files) return missing(state.case);
      setOpened(null);
      setSource(null);
      setBands(null);
      setWorldsDone(0);
      const theories = await loadData<Readonly<Record<string, string>>>('theories');
      const first = await quick.call('open', { files, theories });
      if (left) return;
      give(first, (answer) => {
        setFaults([]);
        // What was lived of the case before must not be shown as that of the new one.
        setLive(null);
        setBase(null);
        baseOf.current = '';
        held.current = null;
        setOpened(answer);
        setSource({ files, theories });
      });
    })().catch(fail);
    return () => {
      left = true;
    };
  }, [state.case, dropped, missing, quick, give, fail]);

  const latest = useLatest(quick);
  const { inputs } = state;
  const { theory, seed } = inputs;
  const key = JSON.stringify(inputs);
  const isPlain = !isMoved(state);
  const baseWanted = useRef('');
  baseWanted.current = `${theory} ${seed}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    if (!opened) return;
    setBroken('');
    if (held.current?.name !== `${theory} ${seed}`) held.current = null;
    latest(inputs, (outcome) => {
      const name = `${theory} ${seed}`;
      // One whose theory was left meanwhile must not take the place of the one that is asked for.
      if (baseWanted.current !== name) return;
      if ('faults' in outcome) {
        setFaults(outcome.faults);
        // An address can ask for what is not there: what was is shown beside the fault.
        setLive((before) => before ?? base);
        return;
      }
      const { answer } = outcome;
      setFaults(answer.ignored);
      // Under another theory it is shown together with what it is set against, not before.
      if (!isPlain && baseOf.current !== '' && baseOf.current !== name) {
        held.current = { answer, name };
        return;
      }
      setLive((before) => keepPolicies(before, answer));
      if (isPlain) keepBase(answer, name);
    }).catch(fail);
  }, [opened, key]);

  useEffect(() => {
    const name = `${theory} ${seed}`;
    if (!opened || isPlain || baseOf.current === name) return;
    let left = false;
    const plain: Inputs = { ...startState.inputs, theory, seed };
    void quick
      .call('live', { inputs: plain })
      .then((outcome) => {
        if (!left) give(outcome, (answer) => keepBase(answer, name));
      })
      .catch(fail);
    return () => {
      left = true;
    };
  }, [opened, theory, seed, isPlain, quick, give, fail, keepBase]);

  // The second worker starts when the first has answered: the first view waits for nothing else.
  const hasBase = base !== null;
  useEffect(() => {
    if (!source || !hasBase) return;
    let left = false;
    void patient
      .call('open', source)
      .then((outcome) => give(outcome, () => !left && setPatientHas(source)))
      .catch(fail);
    return () => {
      left = true;
    };
  }, [source, hasBase, patient, give, fail]);

  const { worlds } = state;
  // Bands do not depend on the theory, nor on what follows from movement.
  const { theory: _, assumptions: __, ...moving } = inputs;
  const ensembleKey = JSON.stringify(moving);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    let left = false;
    setBands(null);
    setWorldsDone(0);
    if (!source || patientHas !== source) return;
    const timer = setTimeout(() => {
      void (async () => {
        for (let first = 0; first < worlds && !left; first += worldsAtOnce) {
          const count = Math.min(worldsAtOnce, worlds - first);
          await untilQuiet();
          if (left) return;
          const done = await patient.call('worlds', { inputs, firstWorld: first, count });
          if (left || 'faults' in done) return;
          setWorldsDone(first + count);
          if (first + count === worlds || summedUpAt.includes(first + count)) {
            const ask = { inputs, worlds: first + count };
            const summary = await patient.call('summary', ask);
            if (!left) give(summary, setBands);
          }
        }
      })().catch(fail);
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [source, patientHas, ensembleKey, worlds]);

  const isPatientReady = source !== null && patientHas === source;
  return {
    engine,
    opened,
    source,
    live,
    base,
    bands,
    worldsDone,
    isPatientReady,
    faults,
    broken,
  };
}

/** Controls depend on case and scenario alone: while these stay, so do they, and are not drawn anew. */
function keepPolicies(before: Live | null, now: Live): Live {
  const isSame =
    before?.scenario === now.scenario && before.policies.length === now.policies.length;
  return isSame ? { ...now, policies: before.policies } : now;
}

/** Asks for the newest inputs only: what came in between while a run was under way is skipped. */
function useLatest(quick: Client) {
  const busy = useRef(false);
  const next = useRef<{ inputs: Inputs; use: (outcome: Outcome<Live>) => void } | null>(null);
  return useCallback(
    async (inputs: Inputs, use: (outcome: Outcome<Live>) => void) => {
      next.current = { inputs, use };
      if (busy.current) return;
      busy.current = true;
      try {
        while (next.current) {
          const asked = next.current;
          next.current = null;
          asked.use(await quick.call('live', { inputs: asked.inputs }));
        }
      } finally {
        busy.current = false;
      }
    },
    [quick],
  );
}
