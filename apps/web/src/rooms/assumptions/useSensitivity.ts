import type { FigureSensitivity, SensitivityPart } from '@asylia/lab';
import { sensitivityOf } from '@asylia/lab';
import { useEffect, useState } from 'react';
import type { Client } from '../../engine/client.ts';
import type { Inputs, Opened, SensitivityOf } from '../../engine/protocol.ts';
import type { Computed } from '../../state/useEngine.ts';

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
/** While a control is being moved nothing is begun, ms. */
const restMs = 500;
/** Answers that are kept for each case. */
const remembered = 6;

/** [case] what was computed for the inputs of before, so that going back costs nothing. */
const known = new WeakMap<Opened, Map<string, Sensitivity>>();

/**
 * Moves every assumption alone, in the background, a few at a time and by both workers; begins
 * anew when the inputs change. The seed does not matter: these are expected runs.
 */
export function useSensitivity(
  { engine: { quick, patient }, isPatientReady }: Pick<Computed, 'engine' | 'isPatientReady'>,
  opened: Opened,
  inputs: Inputs,
  of: SensitivityOf,
  fail: (error: unknown) => void,
): Sensitivity {
  const [state, setState] = useState<{ readonly key: string; readonly found: Sensitivity }>();
  const { seed: _, theory, assumptions, ...movement } = inputs;
  const under = of === 'measures' ? { theory, assumptions } : {};
  const key = JSON.stringify({ of, ...movement, ...under });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    const kept = known.get(opened) ?? new Map<string, Sensitivity>();
    known.set(opened, kept);
    const before = kept.get(key);
    if (before) {
      setState({ key, found: before });
      return;
    }
    if (!isPatientReady) return;
    let left = false;
    const timer = setTimeout(() => {
      void (async () => {
        const plan = await quick.call('sensitivityPlan', { inputs, of });
        if (left || 'faults' in plan) return;
        const tasks = [...plan.answer];
        const all = tasks.length;
        const parts: SensitivityPart[] = [];
        const work = async (client: Client, many: number) => {
          while (tasks.length > 0 && !left) {
            const next = tasks.splice(0, many);
            const done = await client.call('sensitivityParts', { inputs, of, tasks: next });
            if (left || 'faults' in done) return;
            for (const part of done.answer) parts.push(part);
            if (!parts.some((part) => part.moved === null)) continue;
            // The central run moves nothing and does not count.
            const found = {
              figures: sensitivityOf(parts),
              done: parts.length - 1,
              all: all - 1,
            };
            setState({ key, found });
            if (parts.length < all) continue;
            kept.set(key, found);
            if (kept.size > remembered) kept.delete(kept.keys().next().value!);
          }
        };
        await Promise.all([work(quick, 1), work(patient, atOnce)]);
      })().catch(fail);
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [opened, isPatientReady, key]);
  return state?.key === key ? state.found : nothing;
}
