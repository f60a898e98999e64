import type { Client } from '../engine/client.ts';
import type { Turns } from '../queries/turns.ts';
import { inTurns } from '../queries/turns.ts';
import type { DrawStore } from '../rooms/threat/draws.ts';
import { createDrawStore } from '../rooms/threat/draws.ts';
import type { ThreatWorker } from '../rooms/threat/threatWorker.ts';
import { createThreatWorker } from '../rooms/threat/threatWorker.ts';

/**
 * The workers of the page: one answers what was edited at once, the other fills in what takes
 * longer.
 */
export interface Engine {
  readonly quick: Client;
  readonly patient: Client;
  /** The same two, asked one thing at a time. */
  readonly inTurn: { readonly quick: Turns; readonly patient: Turns };
  /** A third one, which never waits behind worlds that are sampled for the bands. */
  readonly threat: ThreatWorker;
  /** Draws of the assumptions, to which two of them add. */
  readonly draws: DrawStore;
}

/** Made once, at the root of the page: workers live as long as it does. */
export function startEngine(startClient: () => Client): Engine {
  const [quick, patient] = [startClient(), startClient()];
  return {
    quick,
    patient,
    inTurn: { quick: inTurns(quick), patient: inTurns(patient) },
    threat: createThreatWorker(startClient),
    draws: createDrawStore(),
  };
}
