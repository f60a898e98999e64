import { seriesNames } from '@asylia/engine';

/** Four meanings of the word refugee, from the widest to the narrowest, with their series. */
export const definitionsOfRefugee = (
  [
    ['lostProtection', 'All who lost the protection of their state'],
    ['crossedFrontier', 'All who crossed a frontier'],
    ['grantedStatus', 'All who were granted a status'],
    ['convention', 'All with Convention status'],
  ] as const
).map(([id, title]) => ({ id, title, series: seriesNames[id] }));
