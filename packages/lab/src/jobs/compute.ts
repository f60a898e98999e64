import { Interrupted } from '../mistakes.ts';
import type { Executor, Job, JobKind, Store } from './job.ts';

/** What a face lends to a computation: whom it tells, who computes, and where parts are kept. */
export interface Machine {
  readonly say: (line: string) => void;
  /** Called with the number of pieces that were finished since. */
  readonly progress: (what: string, total: number, already: number) => (more: number) => void;
  readonly execute: Executor;
  /** Lets events be heard, such as Ctrl-C, while much is read. */
  readonly breathe: () => Promise<void>;
}

/** Parts of one input that are wanted, and where they are kept. */
export interface WantedParts<Input, Range, Part> {
  readonly kind: JobKind<Input, Range, Part>;
  readonly input: Input;
  readonly hash: string;
  readonly ranges: readonly Range[];
  /** null: nothing is kept */
  readonly store: Store | null;
  /** folder of results, as it is said to the user */
  readonly folder: string;
  /** what is counted for the user, in the plural, and how many of them a range is */
  readonly what: string;
  readonly weightOf: (range: Range) => number;
  readonly groupOf?: Job<Input, Range, Part>['groupOf'];
}

export interface DonePart<Range, Part> {
  readonly range: Range;
  readonly part: Part;
  /** that it took; null where nobody here knows, as it was there before or computed elsewhere */
  readonly seconds: number | null;
}

export interface ComputedParts<Range, Part> {
  readonly done: readonly DonePart<Range, Part>[];
  /** [path from the folder of results] checksum of every part that is kept */
  readonly files: Readonly<Record<string, string>>;
  /** how many of them were not there before */
  readonly computed: number;
}

/**
 * Parts in no order: those that are there already, and the others computed and saved one by one.
 * @throws Interrupted when stopped; what is finished is kept
 * @throws UserError where a part cannot be saved
 */
export async function computeChunks<Input, Range, Part>(
  { say, progress, execute, breathe }: Machine,
  wanted: WantedParts<Input, Range, Part>,
  isStopped: () => boolean,
): Promise<ComputedParts<Range, Part>> {
  const { kind, input, hash, ranges, store, what, weightOf, folder, groupOf } = wanted;
  const done: DonePart<Range, Part>[] = [];
  const files = new Map<string, string>();
  const missing: Range[] = [];
  for (const range of store ? ranges : []) {
    const of = { kind, hash, range };
    const kept = await store!.load(of);
    if (kept) {
      done.push({ range, part: kept.part, seconds: null });
      files.set(store!.pathOf(of), kept.checksum);
    } else missing.push(range);
    await breathe();
  }
  if (!store) for (const range of ranges) missing.push(range);
  const total = sum(ranges.map(weightOf));
  let kept = total - sum(missing.map(weightOf));
  if (kept > 0) say(`${kept} of ${total} ${what} were finished before and are used again`);
  const advance = progress(what, total, kept);
  await execute({
    ...{ kind, input, hash, ranges: missing, isSaved: store !== null, shouldStop: isStopped },
    ...(groupOf && { groupOf }),
    onPart: (part, range, seconds, file) => {
      const of = { kind, hash, range };
      if (store) files.set(store.pathOf(of), store.save(of, part, file));
      done.push({ range, part, seconds });
      kept += weightOf(range);
      advance(weightOf(range));
    },
  });
  if (done.length < ranges.length) {
    throw store
      ? new Interrupted(
          `stopped: ${kept} of ${total} ${what} are kept in ${folder}, with all that was finished before them.`,
        )
      : new Interrupted('stopped: nothing was written.', false);
  }
  return { done, files: Object.fromEntries(files), computed: missing.length };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
