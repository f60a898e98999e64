import type { Page } from 'playwright-core';

/** Runs in the page: promises the time from the next key to the frame with another figure, ms. */
function watch(): void {
  const figure = () =>
    document.querySelector('[data-outcome="individuals.excessDeaths"]')?.getAttribute('data-value');
  const before = figure();
  let pressed = 0;
  addEventListener('keydown', (event) => (pressed = event.timeStamp), {
    capture: true,
    once: true,
  });
  const scope = globalThis as unknown as { edited: Promise<number> };
  scope.edited = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (figure() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message is handled after the frame has been laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressed);
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, {
      subtree: true,
      attributes: true,
      attributeFilter: ['data-value'],
    });
  });
}

/** Runs in the page: remembers the longest time between two frames from now on, ms. */
function countFrames(): void {
  const scope = globalThis as unknown as { longestFrame: number };
  scope.longestFrame = 0;
  let before = performance.now();
  const next = (now: number) => {
    scope.longestFrame = Math.max(scope.longestFrame, now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

export interface Edited {
  /** From the key to the end of the frame that shows all figures of the new run, ms. */
  readonly times: readonly number[];
  /** Longest time between two frames meanwhile, ms. */
  readonly longestFrame: number;
}

/** Moves the offers of evacuation by its keys, one step after the other, and takes the times. */
export async function movePolicy(page: Page, moves: number): Promise<Edited> {
  const slider = page.locator('[data-policy="offers.all"] input[type="range"]');
  await slider.focus();
  await page.evaluate(countFrames);
  const times: number[] = [];
  for (let i = 0; i < moves; i++) {
    await page.evaluate(watch);
    await page.keyboard.press('ArrowRight');
    times.push(await page.evaluate(() => (globalThis as unknown as { edited: number }).edited));
  }
  const longestFrame = await page.evaluate(
    () => (globalThis as unknown as { longestFrame: number }).longestFrame,
  );
  return { times, longestFrame };
}

export const middle = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1]!;
