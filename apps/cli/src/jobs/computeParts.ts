import { Interrupted, UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';
import { progress } from '../shell/progress.ts';
import type { InputOf, KindName, PartOf, RangeOf } from './jobKind.ts';
import { kindOf } from './kinds.ts';
import { loadPart, savePart } from './partStore.ts';

/** Parts of one input that are wanted, and where they are kept. */
export interface WantedParts<K extends KindName> {
  readonly kind: K;
  readonly input: InputOf<K>;
  readonly hash: string;
  readonly ranges: readonly RangeOf<K>[];
  /** folder of results, as it is said to the user */
  readonly folder: string;
  /** folder of the parts */
  readonly partsFolder: string;
  /** what is counted for the user, in the plural, and how many of them a range is */
  readonly what: string;
  readonly weightOf: (range: RangeOf<K>) => number;
  /** see Job */
  readonly groupOf?: (range: RangeOf<K>) => string | null;
  readonly workers: number;
  readonly redis?: string | undefined;
}

export interface ComputedParts<K extends KindName> {
  readonly parts: PartOf<K>[];
  /** how many of them were not there before */
  readonly computed: number;
}

/**
 * Parts in no order: those that are there already, and the others computed and saved one by one.
 * @throws Interrupted when stopped; what is finished is kept
 * @throws UserError where a part cannot be saved
 */
export async function computeParts<K extends KindName>(
  effects: Effects,
  wanted: WantedParts<K>,
  isStopped: () => boolean,
): Promise<ComputedParts<K>> {
  const { ranges, what, weightOf, folder, partsFolder } = wanted;
  const kind = await kindOf(wanted.kind);
  const parts: PartOf<K>[] = [];
  const missing: RangeOf<K>[] = [];
  for (const range of ranges) {
    const part = await loadPart(effects, kind, partsFolder, range);
    if (part) parts.push(part);
    else missing.push(range);
    // Reading waits for nobody: without a turn for events Ctrl-C would not be heard.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const total = sum(ranges.map(weightOf));
  let kept = total - sum(missing.map(weightOf));
  if (kept > 0)
    effects.err(`${kept} of ${total} ${what} were finished before and are used again\n`);
  const advance = progress(effects, what, total, kept);
  await effects.runJob({
    kind: wanted.kind,
    input: wanted.input,
    hash: wanted.hash,
    redis: wanted.redis,
    ranges: missing,
    workers: wanted.workers,
    ...(wanted.groupOf && { groupOf: wanted.groupOf }),
    isSaved: true,
    onPart: (part, range, _, file) => {
      try {
        savePart(effects, kind, partsFolder, range, part, file);
      } catch (error) {
        throw new UserError(
          `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
        );
      }
      parts.push(part);
      kept += weightOf(range);
      advance(weightOf(range));
    },
    shouldStop: isStopped,
  });
  if (parts.length < ranges.length) {
    throw new Interrupted(
      `stopped: ${kept} of ${total} ${what} are kept in ${folder}, with all that was finished before them.`,
    );
  }
  return { parts, computed: missing.length };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
