import type { Chunk, StudyInput, ThreatInput, ThreatPart, ThreatTask } from '@asylia/lab';
import type { ConflictInput, ConflictPart, ConflictTask } from '@asylia/peers';
import type { PartFile } from './partStore.ts';

/**
 * The seam for work that is cut into pieces: computed on worker threads, as shards on many
 * machines, or by workers over Redis, always the same bytes. To add a kind:
 *
 * 1. name its input, range and part in `JobTypes` below (plain values that can be cloned);
 * 2. write its `JobKind` in a file of its own beside `worlds.ts` and `conflict.ts`;
 * 3. add one line to `kinds.ts`;
 * 4. to have it in `asylia shards`, add its plan to `plans.ts`.
 *
 * Threads, checksums, resuming, Redis, lost workers and `shards run` then work for it.
 */
export interface JobTypes {
  /** worlds of a case under a scenario */
  readonly worlds: { readonly input: StudyInput; readonly range: WorldRange; readonly part: Chunk };
  /** worlds of a conflict in the format of Flee, by one of the contenders */
  readonly conflict: {
    readonly input: ConflictInput;
    readonly range: ConflictTask;
    readonly part: ConflictPart;
  };
  /** coalitions, ledgers and worlds of an attribution */
  readonly threat: {
    readonly input: ThreatInput;
    readonly range: ThreatTask;
    readonly part: ThreatPart;
  };
}

export interface WorldRange {
  readonly firstWorld: number;
  readonly count: number;
}

export type KindName = keyof JobTypes;
export type InputOf<K extends KindName> = JobTypes[K]['input'];
export type RangeOf<K extends KindName> = JobTypes[K]['range'];
export type PartOf<K extends KindName> = JobTypes[K]['part'];

/** What one kind of job is. All functions are pure; none but `runner`'s result is slow. */
export interface JobKind<K extends KindName> {
  /** Name of everything on which the numbers depend, version of the program included: sha-256, hex. */
  readonly hashOf: (input: InputOf<K>) => string;
  /** The input as text for a worker elsewhere, and back: `fromText(toText(x))` has the hash of x. */
  readonly toText: (input: InputOf<K>) => string;
  readonly fromText: (text: string) => InputOf<K>;
  /** Name of a range, for files: the same range, the same name; letters, digits, hyphens. */
  readonly nameOf: (range: RangeOf<K>) => string;
  /** What all ranges share is found once; the same range gives the same part, whoever computes it. */
  readonly runner: (input: InputOf<K>) => (range: RangeOf<K>) => PartOf<K>;
  /** One Parquet file a part. The same part gives the same bytes, and comes back as it was. */
  readonly toParquet: (part: PartOf<K>) => Uint8Array;
  /** @throws on a file of another range */
  readonly fromParquet: (bytes: Uint8Array, range: RangeOf<K>) => Promise<PartOf<K>>;
}

/** Ranges of one input to be computed, somewhere, in any order. */
export interface Job<K extends KindName = KindName> {
  readonly kind: K;
  readonly input: InputOf<K>;
  readonly hash: string;
  readonly ranges: readonly RangeOf<K>[];
  /** threads, where this machine computes */
  readonly workers: number;
  /** Name of the work that a range shares with others: a thread does these one after the other. */
  readonly groupOf?: (range: RangeOf<K>) => string | null;
  /** where workers take work from, when not from this process */
  readonly redis?: string | undefined;
  /** true where parts are saved, so that whoever computes makes their files too */
  readonly isSaved: boolean;
  /**
   * @param seconds that the part took; null where nobody here knows
   * @param file of the part, where it was made already
   */
  readonly onPart: (
    part: PartOf<K>,
    range: RangeOf<K>,
    seconds: number | null,
    file?: PartFile | null,
  ) => void;
  readonly shouldStop: () => boolean;
}
