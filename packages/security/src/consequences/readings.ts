import type { Exposure, FarField, HostField } from '@asylia/engine';
import { farFields, hostFields } from '@asylia/engine';

const hosts = hostFields.length;
const fars = farFields.length;
/** Positions of the fields: a number is read faster than a name that differs from call to call. */
export const at: Readonly<Record<HostField | FarField, number>> = {
  displaced: hostFields.indexOf('displaced'),
  persecuted: hostFields.indexOf('persecuted'),
  unsheltered: hostFields.indexOf('unsheltered'),
  inFamilies: hostFields.indexOf('inFamilies'),
  inSites: hostFields.indexOf('inSites'),
  near: hostFields.indexOf('near'),
  short: hostFields.indexOf('short'),
  evacuated: farFields.indexOf('evacuated'),
  claimed: farFields.indexOf('claimed'),
  irregular: farFields.indexOf('irregular'),
};

/** Persons of one field in a neighbouring country at the end of a day. */
export function near(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: number,
): number {
  return exposure.host[(day * countries + country) * hosts + field]!;
}

/** Persons of one field in a receiving state at the end of a day. */
export function far(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: number,
): number {
  return exposure.far[(day * countries + country) * fars + field]!;
}

/** Everybody who came to a receiving state, by whatever way. */
export function farPeople(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
): number {
  const from = (day * countries + country) * fars;
  return exposure.far[from]! + exposure.far[from + 1]! + exposure.far[from + 2]!;
}
