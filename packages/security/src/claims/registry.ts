import { conclusionClaims } from './conclusion.ts';
import { neighbourClaims } from './neighbours.ts';
import { protectionClaims } from './protection.ts';
import { securityTheoryClaims } from './securityTheory.ts';
import { situationClaims } from './situation.ts';
import { threatOfOthersClaims } from './threatOfOthers.ts';
import type { Claim } from './types.ts';
import { violationClaims } from './violations.ts';
import { wideningClaims } from './widening.ts';

/** Every claim of the article, in its order, and where it stands in the program. */
export const claims: readonly Claim[] = [
  ...situationClaims,
  ...violationClaims,
  ...securityTheoryClaims,
  ...threatOfOthersClaims,
  ...protectionClaims,
  ...neighbourClaims,
  ...wideningClaims,
  ...conclusionClaims,
];
