/** A column of the table that a part is written as: whole numbers, single or double precision. */
export interface Column {
  readonly name: string;
  readonly data: Int32Array | Float32Array | Float64Array;
}

/** A table that was read: its columns in their order, numbers in double precision. */
export interface ReadTable {
  readonly names: readonly string[];
  readonly rows: number;
  readonly data: ReadonlyMap<string, Float64Array>;
}

/**
 * The seam for work that is cut into pieces: computed on worker threads, as shards on many
 * machines, or by workers over Redis, always the same bytes. All functions are pure; none but
 * `runner`'s result is slow. To add a kind: write one beside `worlds.ts`, name it where kinds are
 * looked up (`apps/cli/src/executors/kinds/index.ts`); to have it in `asylia shards`, add a plan.
 */
export interface JobKind<Input, Range, Part> {
  readonly id: string;
  /** Name of everything on which the numbers depend, revision of the model included: sha-256, hex. */
  readonly hashOf: (input: Input) => string;
  /** The input as text for a worker elsewhere, and back: `fromText(toText(x))` has the hash of x. */
  readonly toText: (input: Input) => string;
  readonly fromText: (text: string) => Input;
  /** Name of a range, for files: the same range, the same name; letters, digits, hyphens. */
  readonly nameOf: (range: Range) => string;
  /** What all ranges share is found once; the same range gives the same part, whoever computes it. */
  readonly runner: (input: Input) => (range: Range) => Part;
  /** The part as a table. The same part gives the same table, and comes back as it was. */
  readonly toColumns: (part: Part) => readonly Column[];
  /** @throws RangeError on a table of another range */
  readonly fromColumns: (table: ReadTable, range: Range) => Part;
}

/** Ranges of one input to be computed, somewhere, in any order. */
export interface Job<Input = unknown, Range = unknown, Part = unknown> {
  readonly kind: JobKind<Input, Range, Part>;
  readonly input: Input;
  readonly hash: string;
  readonly ranges: readonly Range[];
  /** Name of the work that a range shares with others: a thread does these one after the other. */
  readonly groupOf?: (range: Range) => string | null;
  /** true where parts are saved, so that whoever computes makes their files too */
  readonly isSaved: boolean;
  /**
   * @param seconds that the part took; null where nobody here knows
   * @param file of the part, where it was made already
   */
  readonly onPart: (
    part: Part,
    range: Range,
    seconds: number | null,
    file?: PartFile | null,
  ) => void;
  readonly shouldStop: () => boolean;
}

/** A part as it stands on the disk. */
export interface PartFile {
  readonly bytes: Uint8Array;
  /** sha-256, hex */
  readonly checksum: string;
}

/** What computes a job: threads of this machine, workers elsewhere. */
export type Executor = <Input, Range, Part>(job: Job<Input, Range, Part>) => Promise<void>;

/** Of which kind and input a part is, and which. */
export interface PartOf<Input, Range, Part> {
  readonly kind: JobKind<Input, Range, Part>;
  readonly hash: string;
  readonly range: Range;
}

/** Where finished parts of a run are kept, each under the name of its range. */
export interface Store {
  /** A finished part; null when it is not there, damaged, or of another run, which is said. */
  readonly load: <Input, Range, Part>(
    of: PartOf<Input, Range, Part>,
  ) => Promise<{ readonly part: Part; readonly checksum: string } | null>;
  /** @param made its file, where whoever computed it made it too. @returns its checksum */
  readonly save: <Input, Range, Part>(
    of: PartOf<Input, Range, Part>,
    part: Part,
    made?: PartFile | null,
  ) => string;
  /** Path of the file of a part from the folder of results. */
  readonly pathOf: <Input, Range, Part>(of: PartOf<Input, Range, Part>) => string;
}
