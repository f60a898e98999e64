import type { World } from '@asylia/engine';
import { hostingCountries, refuges } from '@asylia/engine';
import { fairShares, type SocietyContext } from '@asylia/security';
import type { Case } from '../readCase.ts';

/**
 * Compiles what the consequences of movement depend on. Pure; goes with the world compiled from
 * the same case.
 */
export function compileSocietyContext(source: Case, world: World): SocietyContext {
  const position = new Map(world.countryIds.map((id, country) => [id, country]));
  const countries = world.countryIds.length;
  const { states, societies } = source.tables;
  const population = new Float64Array(countries);
  const gdpUsd = new Float64Array(countries).fill(Number.NaN);
  const role: SocietyContext['role'][number][] = world.countryIds.map(() => 'receiving');
  for (const row of states) {
    const country = position.get(row.country)!;
    role[country] = row.role;
    if (row.population !== null) population[country] = row.population;
    if (row.gdp_usd !== null) gdpUsd[country] = row.gdp_usd;
  }
  const union = societies.find((row) => row.union !== '')?.union ?? '';
  const member = Uint8Array.from(role, (one) => (union === '' && one === 'receiving' ? 1 : 0));
  const intervened = new Uint8Array(countries);
  const kinShare = new Float64Array(countries);
  const kinExcluded = new Float64Array(countries);
  const sharedEnemy = new Float64Array(countries).fill(Number.NaN);
  for (const row of societies) {
    const country = position.get(row.country)!;
    if (union !== '' && row.union === union) member[country] = 1;
    if (row.intervened === 'yes') intervened[country] = 1;
    kinShare[country] = row.kin_share ?? 0;
    kinExcluded[country] = row.kin_excluded ?? 0;
    if (row.shared_enemy !== null) sharedEnemy[country] = row.shared_enemy;
  }
  return {
    days: world.days,
    countryIds: world.countryIds,
    groupIds: world.groupIds,
    role,
    hosts: hostingCountries(world),
    population,
    gdpUsd,
    member,
    union,
    intervened,
    kinShare,
    kinExcluded,
    sharedEnemy,
    statusShare: world.statusShare,
    conventionShare: world.conventionShare,
    ...attacksOf(world),
    placeCountry: world.placeCountry,
    hostPlace: refuges(world),
    fairShare: fairShares(world, population, gdpUsd),
  };
}

/** Recorded attacks across the frontier: the spells of pursuit of the case. */
function attacksOf(world: World): Pick<SocietyContext, 'attacks' | 'attacksAt'> {
  const countries = world.countryIds.length;
  const attacks = new Float64Array(world.days * countries);
  const attacksAt = new Float64Array(world.placeIds.length);
  for (const spell of world.violence) {
    if (spell.kind !== 'pursuit') continue;
    const country = world.placeCountry[spell.place]!;
    const to = Math.min(spell.toDay, world.days - 1);
    for (let day = Math.max(0, spell.fromDay); day <= to; day++) {
      attacks[day * countries + country]! += spell.amountPerDay;
      attacksAt[spell.place]! += spell.amountPerDay;
    }
  }
  return { attacks, attacksAt };
}
