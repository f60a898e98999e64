import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import type { Recorded } from './recorded.ts';

/** What the parts of the room are given. */
export interface RecordParts {
  readonly opened: Opened;
  readonly live: CurrentRun;
  /** The expected run at baseline. */
  readonly base: CurrentRun;
  readonly recorded: readonly Recorded[];
}
