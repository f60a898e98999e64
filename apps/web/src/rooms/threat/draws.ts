import type { ThreatChunk } from '@asylia/lab';
import type { Calls, Inputs } from '../../engine/protocol.ts';

/** Draws of the assumptions under some inputs, as far as they are there. Several workers add to them. */
export interface Draws {
  /** A draw below `wanted` that is neither there nor being computed; null = none is left. */
  readonly take: (wanted: number) => number | null;
  /** Gives back what was taken: finished, or null. */
  readonly put: (draw: number, part: ThreatChunk | null) => void;
  /** The draws from the first on, without a gap. */
  readonly complete: () => readonly ThreatChunk[];
  /** Resolves when something is given back. */
  readonly untilPut: () => Promise<void>;
}

/** Inputs whose draws are cached: baseline, the present ones, and those before. */
const inputsKept = 3;

/**
 * The draws of a case under some inputs, by the name of these.
 * @param source the files of the case: the draws are cached as long as these are
 */
export type DrawStore = (source: object, name: string) => Draws;

export function createDrawStore(): DrawStore {
  const kept = new WeakMap<object, Map<string, Draws>>();
  return (source, name) => {
    const all = kept.get(source) ?? new Map<string, Draws>();
    kept.set(source, all);
    const draws = all.get(name) ?? startDraws();
    all.delete(name);
    all.set(name, draws);
    const [oldest] = all.keys();
    if (all.size > inputsKept) all.delete(oldest!);
    return draws;
  };
}

export function startDraws(): Draws {
  const parts: ThreatChunk[] = [];
  const taken = new Set<number>();
  let waiting: (() => void)[] = [];
  return {
    take: (wanted) => {
      for (let draw = 0; draw < wanted; draw++) {
        if (parts[draw] || taken.has(draw)) continue;
        taken.add(draw);
        return draw;
      }
      return null;
    },
    put: (draw, part) => {
      taken.delete(draw);
      if (part) parts[draw] = part;
      for (const goOn of waiting) goOn();
      waiting = [];
    },
    complete: () => {
      const found: ThreatChunk[] = [];
      while (parts[found.length]) found.push(parts[found.length]!);
      return found;
    },
    untilPut: () => new Promise((goOn) => waiting.push(goOn)),
  };
}

/** How a worker is asked for some coalitions of a draw. */
export type AskForDraw = (
  ask: Calls['threatDraw']['ask'],
) => Promise<Calls['threatDraw']['answer']>;

/**
 * Computes one draw more, a few coalitions at a time.
 * @returns whether there was one left, and it is there now
 * @throws what `ask` throws; the draw is then left to others
 */
export async function computeDraw(
  draws: Draws,
  inputs: Inputs,
  wanted: number,
  ask: AskForDraw,
): Promise<boolean> {
  const draw = draws.take(wanted);
  if (draw === null) return false;
  let part: ThreatChunk | null = null;
  try {
    while (!part) ({ part } = await ask({ inputs, draw }));
    return true;
  } finally {
    draws.put(draw, part);
  }
}
