import type { World } from '@asylia/engine';
import { withPlaces } from './applyLevels.ts';

/** The world in which receiving states take nobody: no offers, no claims. */
export function closeAdmission(world: World): World {
  return {
    ...world,
    offers: world.offers.map((offer) =>
      offer.programme === 'evacuation' ? withPlaces(offer, 0) : offer,
    ),
    openAdmission: null,
    parameters: { ...world.parameters, claimPerDay: 0 },
  };
}

/** And in which nobody is moved inland from the frontier. */
export function noRelocation(world: World): World {
  return {
    ...world,
    hosting: world.hosting.map((row) => (row.line === 'relocation' ? { ...row, amount: 0 } : row)),
  };
}
