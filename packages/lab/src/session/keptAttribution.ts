import type { Worlds } from '../threat/bench.ts';
import type { LedgerPlan } from '../threat/ledger.ts';
import type { ThreatPart } from '../threat/task.ts';

/** What has been computed of the attributions of one study, to be used again. */
export interface KeptAttribution {
  /** Inputs that decide how people move. */
  readonly name: string;
  readonly worlds: Worlds;
  /** [theory and changed assumptions] every coalition in the expected run */
  readonly tables: Map<string, ThreatPart>;
  /** [theory and changed assumptions] how contributions move with each assumption */
  readonly ledgers: Map<string, ThreatPart>;
  /** The ledger under way: its name, its plan and the steps that are lived. */
  begun: {
    readonly name: string;
    readonly plan: LedgerPlan;
    readonly steps: Float64Array[];
  } | null;
}
