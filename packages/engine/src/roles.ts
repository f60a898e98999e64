import { isRefuge } from './vocabulary/index.ts';
import type { World } from './world.ts';

type Places = Pick<World, 'placeKind' | 'placeCountry' | 'originCountry'>;

/** [place] 1 for towns and camps outside the state of origin */
export function refuges({ placeKind, placeCountry, originCountry }: Places): Uint8Array {
  return Uint8Array.from(placeKind, (kind, place) =>
    isRefuge(kind, placeCountry[place]!, originCountry) ? 1 : 0,
  );
}

/** [country] 1 where people who fled can stand in towns or camps */
export function hostingCountries(world: Places & Pick<World, 'countryIds'>): Uint8Array {
  const hosts = new Uint8Array(world.countryIds.length);
  refuges(world).forEach((is, place) => {
    if (is) hosts[world.placeCountry[place]!] = 1;
  });
  return hosts;
}

/**
 * [group] 1 where the state of origin drives the group out
 * @param violence group: index of the group, -1 = all
 */
export function persecutedGroups({
  violence,
  groupIds,
}: Pick<World, 'groupIds'> & {
  readonly violence: readonly Pick<World['violence'][number], 'kind' | 'group'>[];
}): Uint8Array {
  const persecuted = new Uint8Array(groupIds.length);
  for (const { kind, group } of violence) {
    if (kind === 'expulsion' && group >= 0) persecuted[group] = 1;
  }
  return persecuted;
}
