import { ownValue } from '@asylia/engine';
import type { Overlay } from './overlay.ts';
import type { Case } from './readCase.ts';
import { sha256 } from './sha256.ts';

/** Text of a value with keys in order, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort();
    return `{${keys
      .filter((key) => ownValue(value as Record<string, unknown>, key) !== undefined)
      .map(
        (key) =>
          `${JSON.stringify(key)}:${canonical(ownValue(value as Record<string, unknown>, key))}`,
      )
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * The name of everything that goes into a run: case, overlays, and whatever else decides its
 * numbers (engine version, seed, period). Line numbers of rows do not count.
 */
export function inputHash(source: Case, overlays: readonly Overlay[], extras: unknown): string {
  const tables = Object.fromEntries(
    Object.entries(source.tables).map(([name, rows]) => [
      name,
      (rows as readonly { atLine: number }[]).map(({ atLine: _line, ...row }) => row),
    ]),
  );
  const { notes: _, ...rest } = source;
  return sha256(canonical({ case: { ...rest, tables }, overlays, extras }));
}
