import type { Live, Opened } from '../../engine/protocol.ts';
import type { Recorded } from './recorded.ts';

/** What the parts of the room are given. */
export interface RecordParts {
  readonly opened: Opened;
  readonly live: Live;
  /** The expected run as it was. */
  readonly base: Live;
  readonly recorded: readonly Recorded[];
}
