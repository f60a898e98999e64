import type { Fault } from '@asylia/cases';
import { newCase } from '@asylia/cases';
import type { Page } from 'playwright-core';

export type Files = ReadonlyMap<string, string | Uint8Array>;

export const template = (): Map<string, string | Uint8Array> => new Map(newCase('test-case'));

/** The area on which a case is dropped. */
export const dropArea = '.dropzone';

/** Drops files on the page, as a hand would from a window of the system. */
export async function drop(page: Page, files: Files): Promise<void> {
  const packed = [...files].map(([name, content]) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }));
  await page.locator(dropArea).evaluate((area, list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    area.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, packed);
}

/** Faults as the page must show them: the first ten of each file, as the command does. */
export function asShown(faults: readonly Fault[]): string[][] {
  const files = [...new Set(faults.map(({ file }) => file))];
  return files.flatMap((file) =>
    faults
      .filter((one) => one.file === file)
      .slice(0, 10)
      .map((one) => [
        one.file,
        String(one.row ?? ''),
        one.column ?? '',
        one.expected,
        one.received.replace(/ \(line \d+ column \d+\)/, ''),
        one.fix,
      ]),
  );
}

/** Rows of faults that stand on the page, once there are any of these files. */
export async function shownFaults(page: Page, expected: readonly string[][]): Promise<string[][]> {
  const read = (want: string | null) => {
    const rows = [...document.querySelectorAll('.faults tbody tr')]
      .map((row) =>
        // Where JSON breaks is said by the machine that reads it: some add line and column.
        [...row.children].map((cell) => cell.textContent!.replace(/ \(line \d+ column \d+\)/, '')),
      )
      .filter((row) => row.length > 1);
    return want === null || JSON.stringify(rows) === want ? rows : null;
  };
  const found = await page
    .waitForFunction(read, JSON.stringify(expected), { timeout: 15_000 })
    .catch(() => null);
  return (await (found ? found.jsonValue() : page.evaluate(read, null))) ?? [];
}

/** Counts the frames that the page paints from now on. */
export async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { frames: number };
    scope.frames = 0;
    const next = () => {
      scope.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  return () => page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
}
