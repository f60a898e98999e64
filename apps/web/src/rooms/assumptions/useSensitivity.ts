import type { FigureSensitivity, SensitivityChunk } from '@asylia/lab';
import { sensitivityOf } from '@asylia/lab';
import type { Inputs, Opened, SensitivityOf } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Question } from '../../queries/cache.ts';
import { brokenOf } from '../../queries/refused.ts';
import type { Turns } from '../../queries/turns.ts';
import { useQuery } from '../../queries/useQuery.ts';
import type { Engine } from '../../state/engine.ts';

/** What matters most, as far as it is computed. */
export interface Sensitivity {
  /** Null before anything is known. */
  readonly figures: readonly FigureSensitivity[] | null;
  readonly done: number;
  /** 0 before the pieces are planned. */
  readonly all: number;
}

const nothing: Sensitivity = { figures: null, done: 0, all: 0 };
/** Pieces that the patient worker is given at once; the quick one has to answer controls too. */
const atOnce = 3;
/** While a control is being changed nothing is begun, ms. */
const restMs = 500;
/** Answers that are cached for each case. */
const mostKept = 6;

/** Moves every assumption alone, in the background; begins anew when the inputs change. */
export function useSensitivity(
  opened: Opened,
  of: SensitivityOf,
): Sensitivity & { readonly broken: string } {
  const { engine, isPatientReady, state } = usePage();
  const asked = useQuery(isPatientReady ? variedAlone(engine, opened, state.inputs, of) : null);
  return { ...(asked.answer ?? nothing), broken: brokenOf([asked]) };
}

/** The seed does not matter: these are expected runs. */
function variedAlone(
  { inTurn }: Engine,
  opened: Opened,
  inputs: Inputs,
  of: SensitivityOf,
): Question<Sensitivity> {
  const { seed: _, theory, assumptions, ...movement } = inputs;
  const under = of === 'measures' ? { theory, assumptions } : {};
  return {
    kind: 'sensitivity',
    of: opened,
    key: JSON.stringify({ of, ...movement, ...under }),
    keep: mostKept,
    restMs,
    ask: async ({ signal, show }) => {
      const tasks = [...(await inTurn.quick.call('sensitivityPlan', { inputs, of }, signal))];
      const all = tasks.length;
      const parts: SensitivityChunk[] = [];
      let found = nothing;
      show(found);
      /** A few pieces at a time, as long as there are any. */
      const work = async (worker: Turns, many: number) => {
        while (tasks.length > 0) {
          const next = { inputs, of, tasks: tasks.splice(0, many) };
          for (const part of await worker.call('sensitivityParts', next, signal)) parts.push(part);
          if (!parts.some((part) => part.varied === null)) continue;
          // The central run moves nothing and does not count.
          found = { figures: sensitivityOf(parts), done: parts.length - 1, all: all - 1 };
          show(found);
        }
      };
      await Promise.all([work(inTurn.quick, 1), work(inTurn.patient, atOnce)]);
      return found;
    },
  };
}
