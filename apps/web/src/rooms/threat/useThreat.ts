import type { ThreatSummary } from '@asylia/lab';
import { fewestDraws } from '@asylia/security';
import { useCallback, useEffect, useState } from 'react';
import { untilQuiet } from '../../engine/client.ts';
import type { BehindCell, Inputs, ThreatAnswer } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { isMoved, startState } from '../../state/state.ts';
import type { Source } from '../../state/useEngine.ts';
import { askInTurn, openForThreat } from './askThreat.ts';
import type { AskForDraw } from './draws.ts';
import { computeDraw, drawsOf } from './draws.ts';

/** What is known of the attribution so far. */
export interface Threat {
  /** Under the chosen theory; of earlier inputs while `isStale`. */
  readonly chosen: ThreatAnswer | null;
  /** As it was under the same theory; null where nothing is moved. */
  readonly base: ThreatSummary | null;
  /** All theories side by side in the expected run, under the inputs of `chosen`. */
  readonly sides: ThreatSummary | null;
  /** The last ones that were computed, under whatever inputs. */
  readonly lastSides: ThreatSummary | null;
  /** Whether these belong to the present inputs. */
  readonly hasSides: boolean;
  /** Whether what is shown belongs to earlier inputs. */
  readonly isStale: boolean;
  /** Theories whose tables are computed. */
  readonly theoriesDone: number;
  readonly hasLedger: boolean;
  readonly worldsDone: number;
  readonly worldsWanted: number;
  /** Wall time of the matrix in this browser, seconds; null = not yet measured */
  readonly seconds: number | null;
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
  readonly sampleMore: () => void;
  readonly lookBehind: (outcome: string, factor: string) => Promise<BehindCell | null>;
}

/** A value, and the inputs to which it belongs. */
interface Known<T> {
  readonly key: string;
  readonly value: T;
}

interface Remembered {
  readonly source: Source | null;
  readonly chosen: (Known<ThreatAnswer> & { readonly sidesKey: string }) | null;
  readonly base: Known<ThreatSummary> | null;
  readonly sides: Known<ThreatSummary> | null;
}

/** What was shown when the room was left: shown again at once when it is entered. */
let remembered: Remembered = { source: null, chosen: null, base: null, sides: null };

/** Waiting before a matrix is asked for, ms: while a control is dragged only the last counts. */
const restMs = 120;
const worldsAtFirst = 64;
/** Draws after which intervals are shown anew, once there are enough for any: they lie evenly. */
const drawsInBatch = 8;

/** Computes the attribution whenever the inputs change, while this room is open. */
export function useThreat(): Threat {
  const {
    state,
    opened,
    source,
    bands,
    worldsDone: bandWorlds,
    engine,
    isPatientReady,
  } = usePage();
  const { inputs } = state;
  const start: Remembered =
    remembered.source === source ? remembered : { source, chosen: null, base: null, sides: null };
  const [known, setKnown] = useState(start);
  const [theoriesDone, setTheoriesDone] = useState(0);
  const [ledgerOf, setLedgerOf] = useState('');
  const [worldsDone, setWorldsDone] = useState(0);
  const [worldsWanted, setWorldsWanted] = useState(worldsAtFirst);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [broken, setBroken] = useState('');

  const key = JSON.stringify(inputs);
  const { theory: _, ...everywhere } = inputs;
  const sidesKey = JSON.stringify(everywhere);
  const plain: Inputs = { ...startState.inputs, theory: inputs.theory, seed: inputs.seed };
  const baseKey = isMoved(state) ? JSON.stringify(plain) : '';
  const checks = bands && bandWorlds >= state.worlds ? bands.checks : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    if (!opened || !source) return;
    let left = false;
    const isLeft = () => left;
    const tell = (change: Partial<Remembered>) => {
      setKnown((before) => {
        const old = before.source === source ? before : start;
        remembered = { ...old, ...change, source };
        return remembered;
      });
    };
    const validation = Object.fromEntries(
      (checks ?? []).map(({ id, record, model, pass }) => [id, { record, model, pass }]),
    );
    const draws = drawsOf(source, key);
    let shown = 0;
    /** How many draws there are to be shown: whole batches. */
    const inBatches = () => {
      const there = Math.min(draws.complete().length, worldsWanted);
      return there < fewestDraws ? 0 : there - (there % drawsInBatch);
    };
    const chosen = async () => {
      shown = inBatches();
      const there = draws.complete().slice(0, shown);
      const ask = { inputs, theories: [inputs.theory], validation, draws: there };
      const got = await askInTurn(source, 'threat', ask, isLeft);
      if (!got || 'faults' in got || left) return false;
      tell({ chosen: { key, sidesKey, value: got.answer } });
      return true;
    };
    /** Shows the intervals anew where enough draws have come. @returns false when left */
    const showDraws = async () => {
      setWorldsDone(Math.min(draws.complete().length, worldsWanted));
      return inBatches() > shown ? chosen() : !left;
    };
    const drawUntil = async (wanted: number) => {
      while (draws.complete().length < wanted) {
        const isMore = await computeDraw(draws, inputs, wanted, (ask) =>
          askInTurn(source, 'threatDraw', ask, isLeft),
        );
        if (left) return false;
        // The other worker has the rest.
        if (!isMore && draws.complete().length < wanted) await draws.untilPut();
        if (!(await showDraws())) return false;
      }
      return true;
    };
    const run = async () => {
      await openForThreat(source, opened, isLeft);
      const isNew = remembered.chosen?.key !== key;
      const began = performance.now();
      if (!(await chosen())) return;
      if (isNew) setSeconds((performance.now() - began) / 1000);
      if (baseKey !== '') {
        const was = await askInTurn(
          source,
          'threat',
          { inputs: plain, theories: [plain.theory] },
          isLeft,
        );
        if (!was || 'faults' in was || left) return;
        tell({ base: { key: baseKey, value: was.answer.summary } });
      }
      const theories = opened.theories.map((one) => one.id);
      for (const [done, theory] of theories.entries()) {
        const table = await askInTurn(
          source,
          'threatTable',
          { inputs: { ...inputs, theory } },
          isLeft,
        );
        if (!table || 'faults' in table || left) return;
        setTheoriesDone(done + 1);
        if (!(await showDraws())) return;
      }
      const all = await askInTurn(source, 'threat', { inputs, theories, validation }, isLeft);
      if (!all || 'faults' in all || left) return;
      tell({ sides: { key: sidesKey, value: all.answer.summary } });
      if (!(await drawUntil(Math.min(fewestDraws, worldsWanted)))) return;
      for (let isDone = false; !isDone; ) {
        const ledger = await askInTurn(source, 'threatLedger', { inputs }, isLeft);
        if (!ledger || 'faults' in ledger || left) return;
        isDone = ledger.answer.done === ledger.answer.of;
      }
      if (!(await chosen())) return;
      setLedgerOf(key);
      await drawUntil(worldsWanted);
    };
    setTheoriesDone(0);
    setWorldsDone(Math.min(draws.complete().length, worldsWanted));
    const timer = setTimeout(
      () => run().catch((error) => !left && setBroken(String(error))),
      restMs,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [opened, source, key, checks, worldsWanted]);

  // While this room's worker makes the tables of the other theories, another one begins to draw.
  const isBegun = known.source === source && known.chosen?.key === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    if (!source || !isPatientReady || !isBegun) return;
    let left = false;
    const draws = drawsOf(source, key);
    const ask: AskForDraw = async (draw) => {
      await untilQuiet();
      return left ? null : engine.patient.call('threatDraw', draw);
    };
    const help = async () => {
      while (!left && (await computeDraw(draws, inputs, worldsWanted, ask)));
    };
    help().catch((error) => !left && setBroken(String(error)));
    return () => {
      left = true;
    };
  }, [source, isPatientReady, isBegun, key, worldsWanted, engine]);

  const lookBehind = useCallback(
    async (outcome: string, factor: string) => {
      if (!source) return null;
      const found = await askInTurn(source, 'cell', { inputs, outcome, factor });
      return found && 'answer' in found ? found.answer : null;
    },
    [inputs, source],
  );
  const isOwn = known.source === source;
  return {
    chosen: isOwn ? (known.chosen?.value ?? null) : null,
    base: isOwn && known.base?.key === baseKey ? known.base.value : null,
    // What belongs together is shown together: also while all of it is out of date.
    sides:
      isOwn && known.sides && known.sides.key === known.chosen?.sidesKey ? known.sides.value : null,
    lastSides: isOwn ? (known.sides?.value ?? null) : null,
    hasSides: isOwn && known.sides?.key === sidesKey,
    isStale: known.chosen?.key !== key,
    theoriesDone,
    hasLedger: ledgerOf === key,
    worldsDone,
    worldsWanted,
    seconds,
    broken,
    sampleMore: () => setWorldsWanted(worldsWanted + worldsAtFirst),
    lookBehind,
  };
}
