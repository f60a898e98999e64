import type { Job } from '@asylia/lab';
import type { Answer, Asked } from './answer.ts';

/** Everything that the command does to the world outside; tests hand in another one. */
export interface Effects {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a line of progress can be overwritten. */
  readonly isTerminal: boolean;
  /** Shows a line that whatever is said next replaces; an empty one takes it away. */
  readonly status: (line: string) => void;
  readonly nowMs: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly list: (folder: string) => string[];
  readonly isFolder: (path: string) => boolean;
  /** Bytes of a file, null when there is none. */
  readonly read: (path: string) => Uint8Array | null;
  /** Writes beside and renames: a reader never sees half a file. Makes folders. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /**
   * Takes a folder for this process alone, until the returned function is called.
   * @returns null where another process that is alive holds it; makes the folder
   */
  readonly lock: (folder: string) => (() => void) | null;
  /** Computes the ranges of a job in any order; stops after the running ones when asked to. */
  readonly runJob: <I, R, P>(
    job: Job<I, R, P>,
    by: { readonly workers: number; readonly redis?: string | undefined },
  ) => Promise<void>;
  /** Ends what was started for jobs. */
  readonly close: () => Promise<void>;
  /**
   * Calls back on Ctrl-C until the returned function is called. A second Ctrl-C ends the process
   * at once, with 130.
   */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Answers requests of this machine alone; port 0 is a free one. @throws Error when it is taken */
  readonly serve: (
    port: number,
    answer: (asked: Asked, port: number) => Answer,
  ) => Promise<{ readonly port: number; readonly close: () => Promise<void> }>;
  /** Opens an address in the system's browser where there is one. */
  readonly browse: (address: string) => void;
}
