import type { Exposure } from '@asylia/engine';
import { farAt, farFields, hostAt, hostFields } from '@asylia/engine';

const hosts = hostFields.length;
const fars = farFields.length;
/** Positions of the fields: a number is read faster than a name that differs from call to call. */
export const at = { ...hostAt, ...farAt };

/**
 * Persons of one field in a neighbouring country at the end of a day.
 * @param countries how many the case has; `day`, `country` and `field` are indices
 */
export function near(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: number,
): number {
  return exposure.host[(day * countries + country) * hosts + field]!;
}

/**
 * Persons of one field in a receiving state at the end of a day.
 * @param countries how many the case has; `day`, `country` and `field` are indices
 */
export function far(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
  field: number,
): number {
  return exposure.far[(day * countries + country) * fars + field]!;
}

/**
 * Everybody who came to a receiving state, by whatever way.
 * @param countries how many the case has; `day` and `country` are indices
 * @returns persons
 */
export function farPeople(
  exposure: Exposure,
  countries: number,
  day: number,
  country: number,
): number {
  const from = (day * countries + country) * fars;
  const held = exposure.far;
  return held[from + at.evacuated]! + held[from + at.claimed]! + held[from + at.irregular]!;
}
