import type { Effects } from './effects.ts';

/**
 * Does some work that Ctrl-C stops: what is under way is finished and kept. The work looks at
 * `isStopped` between its parts.
 */
export async function stoppable<T>(
  effects: Effects,
  work: (isStopped: () => boolean) => Promise<T>,
): Promise<T> {
  let stopped = false;
  const release = effects.onInterrupt(() => {
    stopped = true;
    effects.err('\nstopping: what is under way is finished and kept; Ctrl-C again ends at once\n');
  });
  try {
    return await work(() => stopped);
  } finally {
    release();
  }
}
