/**
 * The names of the series of a run, in the order of the record, with what they run over in braces:
 * the last of these fastest. `host` is a country with towns or camps abroad, `receiver` one to
 * which some offer goes, `refuge` a town or camp abroad.
 */
export const seriesNames = {
  stock: 'stock.{host}.{group}',
  idp: 'idp.{group}',
  home: 'home.{group}',
  road: 'road.{group}',
  waiting: 'waiting.{crossing}',
  entries: 'entries.{crossing}',
  leftExpelled: 'left.{region}.expelled',
  leftFled: 'left.{region}.fled',
  leftInside: 'left.{region}.inside',
  leftTo: 'left.{region}.to.{host}',
  shelter: 'shelter.{host}.{shelter}',
  place: 'place.{refuge}',
  evacuatedTo: 'evacuated.{receiver}',
  returnedFrom: 'returned.{host}',
  secondWaveTo: 'secondWave.to.{host}',
  secondWaveOf: 'secondWave.{group}',
  deaths: 'deaths.{group}.{cause}',
  outflow: 'outflow',
  evacuated: 'evacuated',
  transferred: 'transferred',
  claimed: 'claimed',
  irregular: 'irregular',
  returned: 'returned',
  secondWave: 'secondWave',
  // The meanings of the word refugee, from the widest to the narrowest.
  lostProtection: 'refugees.lostProtection',
  crossedFrontier: 'refugees.crossedFrontier',
  grantedStatus: 'refugees.grantedStatus',
  convention: 'refugees.convention',
} as const;
export type SeriesId = keyof typeof seriesNames;
