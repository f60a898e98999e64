import type { RunSummary, ThreatMeta, ThreatSummary } from '@asylia/lab';
import { fewestDraws } from '@asylia/security';
import { untilQuiet } from '../../engine/client.ts';
import type { Inputs, Opened, ThreatAnswer } from '../../engine/protocol.ts';
import type { Asking, Question } from '../../queries/cache.ts';
import type { Engine } from '../../state/engine.ts';
import type { Source } from '../../state/source.ts';
import { computeDraw } from './draws.ts';

/** A value, and the inputs to which it belongs. */
interface Known<T> {
  readonly key: string;
  readonly value: T;
}

/** What is known of the attribution so far; some of it may belong to earlier inputs. */
export interface AttributionSoFar {
  readonly chosen: (Known<ThreatAnswer> & { readonly sidesKey: string }) | null;
  /** At baseline under the same theory. */
  readonly base: Known<ThreatSummary> | null;
  /** All theories side by side in the expected run. */
  readonly sides: Known<ThreatSummary> | null;
  /** Theories whose tables are computed. */
  readonly theoriesDone: number;
  readonly worldsDone: number;
  /** Inputs whose contributions are known to move with the assumptions. */
  readonly ledgerOf: string;
  /** Wall time of the matrix in this browser, seconds; null = not yet measured */
  readonly seconds: number | null;
}

export const nothingKnown: AttributionSoFar = {
  chosen: null,
  base: null,
  sides: null,
  theoriesDone: 0,
  worldsDone: 0,
  ledgerOf: '',
  seconds: null,
};

/** What is attributed. */
export interface Wanted {
  readonly engine: Engine;
  readonly opened: Opened;
  readonly source: Source;
  readonly inputs: Inputs;
  /** Inputs at baseline, where something is edited. */
  readonly plain: Inputs | null;
  readonly validation: NonNullable<ThreatMeta['validation']>;
  readonly worlds: number;
}

/** Checks of a run as an attribution takes them. */
export const validationOf = (checks: RunSummary['checks']): Wanted['validation'] =>
  Object.fromEntries(checks.map(({ id, record, model, pass }) => [id, { record, model, pass }]));

/** The name of some inputs; the theories side by side do not depend on the chosen one. */
export const nameOf = (inputs: Inputs) => JSON.stringify(inputs);
export const nameOfSides = ({ theory: _, ...everywhere }: Inputs) => JSON.stringify(everywhere);

/** Waiting before a matrix is asked for, ms: while a control is dragged only the last counts. */
const restMs = 120;
/** Draws after which intervals are shown anew, once there are enough for any: they lie evenly. */
const drawsInBatch = 8;

/** The matrix, the theories side by side, the intervals and the ledger, in this order. */
export const attribution = (wanted: Wanted): Question<AttributionSoFar> => ({
  kind: 'attribution',
  of: wanted.source,
  key: JSON.stringify([wanted.inputs, wanted.validation, wanted.worlds]),
  restMs,
  ask: async (asking) => {
    const { engine, opened, source, inputs, validation, worlds } = wanted;
    const { signal } = asking;
    const steps = begin(wanted, asking);
    await engine.threat.open(source, opened, signal);
    await steps.showChosen();
    await steps.compareWithBase();
    for (const [done, { id: theory }] of opened.theories.entries()) {
      await engine.threat.call(source, 'threatTable', { inputs: { ...inputs, theory } }, signal);
      steps.tell({ theoriesDone: done + 1 });
      await steps.showDraws();
    }
    const theories = opened.theories.map((one) => one.id);
    const ask = { inputs, theories, validation };
    const { summary } = await engine.threat.call(source, 'threat', ask, signal);
    steps.tell({ sides: { key: nameOfSides(inputs), value: summary } });
    await steps.drawUntil(Math.min(fewestDraws, worlds));
    for (let isDone = false; !isDone; ) {
      const { done, of } = await engine.threat.call(source, 'threatLedger', { inputs }, signal);
      isDone = done === of;
    }
    await steps.showChosen();
    steps.tell({ ledgerOf: nameOf(inputs) });
    await steps.drawUntil(worlds);
    return steps.known();
  },
});

/** The steps of an attribution, each of which shows what it has found. */
function begin(
  { engine, source, inputs, plain, validation, worlds }: Wanted,
  { signal, show, last }: Asking<AttributionSoFar>,
) {
  const key = nameOf(inputs);
  const draws = engine.draws(source, key);
  const drawn = () => Math.min(draws.complete().length, worlds);
  let known = { ...(last ?? nothingKnown), theoriesDone: 0, worldsDone: drawn() };
  const tell = (change: Partial<AttributionSoFar>) => {
    known = { ...known, ...change };
    show(known);
  };
  /** Draws behind the intervals that are shown: whole batches. */
  let shown = 0;
  const inBatches = () => (drawn() < fewestDraws ? 0 : drawn() - (drawn() % drawsInBatch));
  const showChosen = async () => {
    const began = performance.now();
    const isNew = known.chosen?.key !== key;
    shown = inBatches();
    const there = draws.complete().slice(0, shown);
    const ask = { inputs, theories: [inputs.theory], validation, draws: there };
    const value = await engine.threat.call(source, 'threat', ask, signal);
    tell({ chosen: { key, sidesKey: nameOfSides(inputs), value } });
    if (isNew) tell({ seconds: (performance.now() - began) / 1000 });
  };
  /** Shows the intervals anew where enough draws have come. */
  const showDraws = async () => {
    tell({ worldsDone: drawn() });
    if (inBatches() > shown) await showChosen();
  };
  return {
    known: () => known,
    tell,
    showChosen,
    showDraws,
    compareWithBase: async () => {
      if (!plain) return;
      const ask = { inputs: plain, theories: [plain.theory] };
      const { summary } = await engine.threat.call(source, 'threat', ask, signal);
      tell({ base: { key: nameOf(plain), value: summary } });
    },
    drawUntil: async (wanted: number) => {
      while (draws.complete().length < wanted) {
        const isMore = await computeDraw(draws, inputs, wanted, (ask) =>
          engine.threat.call(source, 'threatDraw', ask, signal),
        );
        // The other worker has the rest.
        if (!isMore && draws.complete().length < wanted) await draws.untilPut();
        signal.throwIfAborted();
        await showDraws();
      }
    },
  };
}

/** Draws of the patient worker, while the one of this room makes the tables of the other theories. */
export const drawsBeside = ({ engine, source, inputs, worlds }: Wanted): Question<boolean> => ({
  kind: 'draws beside',
  of: source,
  key: JSON.stringify([inputs, worlds]),
  ask: async ({ signal }) => {
    const draws = engine.draws(source, nameOf(inputs));
    const drawOne = () =>
      computeDraw(draws, inputs, worlds, async (ask) => {
        await untilQuiet();
        return engine.inTurn.patient.call('threatDraw', ask, signal);
      });
    while (await drawOne());
    return true;
  },
});
