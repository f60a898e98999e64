import type { FigureSensitivity, SensitivityPart } from '@asylia/study';
import { sensitivityOf } from '@asylia/study';
import { useEffect, useState } from 'react';
import type { Client } from '../../engine/client.ts';
import type { Inputs, Opened } from '../../engine/protocol.ts';

/** What matters most, as far as it is computed. */
export interface Sensitivity {
  /** Null before anything is known. */
  readonly figures: readonly FigureSensitivity[] | null;
  readonly done: number;
  /** 0 before the pieces are planned. */
  readonly all: number;
}

const nothing: Sensitivity = { figures: null, done: 0, all: 0 };
const atOnce = 3;
/** While a control is being moved nothing is begun, ms. */
const restMs = 500;
/** Answers that are kept for each case. */
const remembered = 6;

/** [case] what was computed for the inputs of before, so that going back costs nothing. */
const known = new WeakMap<Opened, Map<string, Sensitivity>>();

/**
 * Moves every assumption alone, in the background, a few at a time; begins anew when the inputs
 * change. The seed does not matter: these are expected runs.
 */
export function useSensitivity(
  patient: Client,
  opened: Opened,
  inputs: Inputs,
  fail: (error: unknown) => void,
): Sensitivity {
  const [state, setState] = useState<{ readonly key: string; readonly found: Sensitivity }>();
  const { seed: _, ...deciding } = inputs;
  const key = JSON.stringify(deciding);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the inputs
  useEffect(() => {
    const kept = known.get(opened) ?? new Map<string, Sensitivity>();
    known.set(opened, kept);
    const before = kept.get(key);
    if (before) {
      setState({ key, found: before });
      return;
    }
    let left = false;
    const timer = setTimeout(() => {
      void (async () => {
        const plan = await patient.call('sensitivityPlan', { inputs });
        if (left || 'faults' in plan) return;
        const tasks = plan.answer;
        const parts: SensitivityPart[] = [];
        for (let first = 0; first < tasks.length && !left; first += atOnce) {
          const next = tasks.slice(first, first + atOnce);
          const done = await patient.call('sensitivityParts', { inputs, tasks: next });
          if (left || 'faults' in done) return;
          parts.push(...done.answer);
          const found = {
            figures: sensitivityOf(parts),
            // The central run moves nothing and does not count.
            done: parts.length - 1,
            all: tasks.length - 1,
          };
          setState({ key, found });
          if (parts.length === tasks.length) {
            kept.set(key, found);
            if (kept.size > remembered) kept.delete(kept.keys().next().value!);
          }
        }
      })().catch(fail);
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [opened, key]);
  return state?.key === key ? state.found : nothing;
}
