/** Four meanings of the word refugee, from the widest to the narrowest, with their series. */
export const definitionsOfRefugee = [
  {
    id: 'lostProtection',
    title: 'All who lost the protection of their state',
    series: 'refugees.lostProtection',
  },
  {
    id: 'crossedFrontier',
    title: 'All who crossed a frontier',
    series: 'refugees.crossedFrontier',
  },
  { id: 'grantedStatus', title: 'All who were granted a status', series: 'refugees.grantedStatus' },
  { id: 'convention', title: 'All with Convention status', series: 'refugees.convention' },
] as const;
