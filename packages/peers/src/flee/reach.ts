import type { Reach } from '@asylia/destinations';
import { findReach } from '@asylia/destinations';
import type { FleeCase } from './model.ts';
import { networkOf } from './network.ts';
import { observe } from './observed.ts';
import { fleeValidation } from './rules.ts';

/** A conflict of Flee as the model of destinations sees it: no capacity of a camp closes it. */
export function reachOf(flee: FleeCase): Reach {
  const observed = observe(flee);
  const network = networkOf(flee, observed, { blind: true });
  const { name, start, locations: places } = flee;
  return findReach({ name, start, places, observed, network }, fleeValidation);
}
