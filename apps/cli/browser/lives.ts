import { readCase } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import type { StudyInput } from '@asylia/lab';
import { drawnWorld } from '@asylia/lab';

/** What a machine computes of Kosovo 1999: a fingerprint of every series of some worlds. */
export function fingerprints(
  files: Readonly<Record<string, string>>,
  calibration: NonNullable<StudyInput['calibration']>,
): string[] {
  const encoder = new TextEncoder();
  const read = readCase(
    new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  );
  if ('faults' in read) throw new Error(read.faults.map((fault) => fault.code).join());
  const input = { case: read.case, calibration, scenario: null, seed: 1999 };
  return [0, 1, 2].flatMap((number) => {
    const world = drawnWorld(input, number);
    return (['sampled', 'expected'] as const).map((mode) => {
      const { series } = simulate(world, { seed: 1999, world: number, mode });
      return fingerprint(new Uint8Array(series.values.buffer));
    });
  });
}

/** Two 32-bit sums with different multipliers, in hexadecimal. */
function fingerprint(bytes: Uint8Array): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte, 0x85ebca6b) ^ (two >>> 13);
  }
  return `${(one >>> 0).toString(16)}-${(two >>> 0).toString(16)}`;
}
