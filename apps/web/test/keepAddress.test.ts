import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** An address bar that refuses what comes too often, as Safari's does. */
function addressBar(most: number, perMs: number) {
  const times: number[] = [];
  const bar = {
    shown: '',
    refused: 0,
    replaceState(_: unknown, __: string, to: string) {
      const now = performance.now();
      if (times.filter((time) => time > now - perMs).length >= most) {
        bar.refused += 1;
        throw new Error('SecurityError');
      }
      times.push(now);
      bar.shown = to;
    },
  };
  return bar;
}

describe('the address while a control is dragged', () => {
  let keepAddress: typeof import('../src/state/keepAddress.ts').keepAddress;
  beforeEach(async () => {
    vi.resetModules();
    ({ keepAddress } = await import('../src/state/keepAddress.ts'));
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const drag = (steps: number) => {
    let letGo = () => {};
    for (let step = 1; step <= steps; step++) {
      letGo();
      letGo = keepAddress(`step=${step}`);
      vi.advanceTimersByTime(16);
    }
  };

  test('is not written more often than a browser bears, and holds the last step', () => {
    const bar = addressBar(100, 10_000);
    vi.stubGlobal('history', bar);
    drag(1000);
    vi.advanceTimersByTime(1000);
    expect(bar).toMatchObject({ shown: '#step=1000', refused: 0 });
  });

  test('a browser that bears less takes nothing with it, and has the last step later', () => {
    const bar = addressBar(3, 20_000);
    vi.stubGlobal('history', bar);
    drag(500);
    expect(bar.refused).toBeGreaterThan(0);
    vi.advanceTimersByTime(30_000);
    expect(bar.shown).toBe('#step=500');
  });

  test('a single change is there at once', () => {
    const bar = addressBar(100, 10_000);
    vi.stubGlobal('history', bar);
    keepAddress('theory=T4');
    expect(bar.shown).toBe('#theory=T4');
  });
});
