import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import type { Texts } from '../../src/texts.ts';

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Presses a button that saves something. @returns the file as it lies on the disk then */
export async function save(page: Page, button: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** What a picture in SVG holds, parsed as XML; null when it is none. */
export function readSvg(page: Page, text: string) {
  return page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    if (root.nodeName !== 'svg' || root.querySelector('parsererror')) return null;
    return {
      width: Number(root.getAttribute('width')),
      shapes: root.querySelectorAll('path, circle, rect, line, polygon, polyline').length,
      texts: [...root.querySelectorAll('text')].map((one) => one.textContent ?? ''),
      scripts: root.querySelectorAll('script').length,
    };
  }, text);
}

/** Size of a bitmap and how many colours it has; null when it cannot be read. */
export function readPng(page: Page, bytes: Buffer) {
  return page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([raw], { type: 'image/png' })).catch(
      () => null,
    );
    if (!bitmap) return null;
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { width: bitmap.width, height: bitmap.height, colours: colours.size };
  }, bytes.toString('base64'));
}

export const isPng = (bytes: Buffer) =>
  bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));

export const readCsv = (text: string): string[][] => parse(text, { bom: true });

/** Cells of a table on the page, with the head first, and which of them are numbers. */
export function cellsOf(table: Locator): Promise<{ text: string; isNumber: boolean }[][]> {
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) => ({
        text: cell.textContent ?? '',
        isNumber: cell.classList.contains('n') && cell.closest('tbody') !== null,
      })),
    ),
  );
}

/** Rows of a CSV file as the page would write them, to be set against the table on the page. */
export function asOnPage(
  csv: readonly (readonly string[])[],
  cells: readonly (readonly { readonly isNumber: boolean }[])[],
  { figure }: Texts,
): string[][] {
  return csv.map((row, r) =>
    row.map((value, c) =>
      cells[r]?.[c]?.isNumber ? figure(Number(value)) : value.replace(/^'(?=[=+\-@])/, ''),
    ),
  );
}

/** [sheet][row] how many cells stand in each row of each sheet of a workbook. */
export function readXlsx(bytes: Buffer): { sheets: number[][]; texts: string } {
  const files = unzipSync(new Uint8Array(bytes));
  const sheets = Object.keys(files)
    .filter((name) => /^xl\/worksheets\/.*\.xml$/.test(name))
    .sort()
    .map((name) =>
      [...strFromU8(files[name]!).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(
        ([, row]) => row!.match(/<c[ >]/g)?.length ?? 0,
      ),
    );
  const texts = Object.keys(files)
    .filter((name) => /\.xml$/.test(name))
    .map((name) => strFromU8(files[name]!))
    .join('\n');
  return { sheets, texts };
}
