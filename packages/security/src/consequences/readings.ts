import type { Exposure, FarField, HostField } from '@asylia/engine';
import { farFields, hostFields } from '@asylia/engine';

const hosts = hostFields.length;
const fars = farFields.length;
const hostAt = Object.fromEntries(hostFields.map((field, i) => [field, i])) as Record<
  HostField,
  number
>;
const farAt = Object.fromEntries(farFields.map((field, i) => [field, i])) as Record<
  FarField,
  number
>;

/** Persons of one field in a neighbouring country at the end of a day. */
export function near(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: HostField,
): number {
  return exposure.host[(day * countries + country) * hosts + hostAt[field]]!;
}

/** Persons of one field in a receiving state at the end of a day. */
export function far(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: FarField,
): number {
  return exposure.far[(day * countries + country) * fars + farAt[field]]!;
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
