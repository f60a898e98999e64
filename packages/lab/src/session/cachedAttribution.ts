import type { ContributionSensitivityPlan } from '../threat/ledger.ts';
import type { Worlds } from '../threat/runner.ts';
import type { ThreatChunk } from '../threat/task.ts';

/** What has been computed of the attributions of one study, to be used again. */
export interface CachedAttribution {
  /** Inputs that decide how people move. */
  readonly name: string;
  readonly worlds: Worlds;
  /** [theory and changed assumptions] every coalition in the expected run */
  readonly tables: Map<string, ThreatChunk>;
  /** [theory and changed assumptions] how contributions move with each assumption */
  readonly ledgers: Map<string, ThreatChunk>;
  /** The ledger under way: its name, its plan and the steps that are simulated. */
  begun: {
    readonly name: string;
    readonly plan: ContributionSensitivityPlan;
    readonly steps: Float64Array[];
  } | null;
}
