/**
 * The name of every decision that draws on chance. A draw is keyed by (seed, world, day, place,
 * group, decision, slot); numbers are never reused, so that old results can be replayed.
 */
export const decision = {
  spellSize: 1,
  daySize: 2,
  leaveHome: 3,
  leaveInside: 4,
  expelledOrFled: 5,
  insideOrAbroad: 6,
  reprisal: 7,
  killedAtHome: 8,
  killedDisplaced: 9,
  destination: 10,
  onFoot: 11,
  admitted: 12,
  turnedBack: 13,
  hostFamily: 14,
  claim: 15,
  irregular: 16,
  onwardFederation: 17,
  deathResidents: 18,
  deathDisplaced: 19,
  deathRefugees: 20,
  deathAfar: 21,
  deathCause: 22,
  goHome: 23,
} as const;
