import { exp, log } from './arithmetic/index.ts';
import type { Keys } from './chance/index.ts';
import { logNormal, normalQuantile, uniform } from './chance/index.ts';
import { decision } from './decisions.ts';
import type { World } from './world.ts';

/**
 * What one world is like from its first day to its last: drawn once, by keys. In `expected` mode
 * everything has its central value.
 */
export interface WorldEffects {
  /** [row of violence] true size of the spell, relative to the record; mean 1 */
  readonly spellSize: Float64Array;
  /** [offer] pace of the offer, relative to the programme; mean 1 */
  readonly offerPace: Float64Array;
  /** standard normal: how the pace of the whole evacuation drifts */
  readonly paceDrift: number;
  /** [country] share of new arrivals who find a host family while there is room */
  readonly hostFamilyShare: Float64Array;
}

export function drawWorldEffects(world: World, keys: Keys, sampled: boolean): WorldEffects {
  const { parameters: p } = world;
  const u = (key: number, code: number) => uniform(keys, 0, key, 0, code, 0);
  const scattered = (key: number, code: number, spread: number) =>
    sampled ? logNormal(u(key, code), spread) : 1;
  const hospitality = (key: number) =>
    sampled
      ? moveOdds(
          p.hostFamilyShare,
          p.hospitalitySpread * normalQuantile(u(key, decision.hospitality)),
        )
      : p.hostFamilyShare;
  return {
    spellSize: Float64Array.from(world.violenceRowKey, (key) =>
      scattered(key, decision.spellSize, p.campaignSpread),
    ),
    offerPace: Float64Array.from(world.offers, (offer) =>
      scattered(world.placeKey[offer.statePlace]!, decision.offerPace, p.evacuationPaceSpread),
    ),
    paceDrift: sampled ? normalQuantile(u(0, decision.programmePace)) : 0,
    hostFamilyShare: Float64Array.from(world.countryKey, hospitality),
  };
}

/** A share whose log odds are moved by so much; 0 and 1 stay. */
function moveOdds(share: number, by: number): number {
  if (share <= 0 || share >= 1) return share;
  return 1 / (1 + exp(-(log(share / (1 - share)) + by)));
}
