import { ownValue } from '@asylia/engine';
import type { z } from 'zod';
import type { Fault } from '../faults.ts';
import { fault, hint } from '../faults.ts';

/** A value at a path, in words short enough for a line. */
export function receivedAt(value: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = value;
  for (const key of path)
    at = ownValue(at as Record<string, unknown> | null | undefined, String(key));
  if (at === undefined) return 'nothing';
  const words = JSON.stringify(at);
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

/**
 * Errors of zod in our words, with what came.
 * @param keysAt known keys at a path, for hints
 */
export function formFaults(
  file: string,
  error: z.ZodError,
  value: unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        fault(
          'unknownKey',
          file,
          null,
          path ? `${path}.${key}` : key,
          'a known key',
          `"${key}"`,
          hint(key, keysAt(issue.path)),
        ),
      );
    }
    return [
      fault(
        'wrongShape',
        file,
        null,
        path || null,
        issue.message,
        receivedAt(value, issue.path),
        'See docs/theories.md.',
      ),
    ];
  });
}
