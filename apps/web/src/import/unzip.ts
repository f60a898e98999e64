import type { Fault } from '@asylia/cases';
import { fault } from '@asylia/cases';
import { Unzip, UnzipInflate } from 'fflate';
import type { Outcome } from '../engine/outcome.ts';
import type { Limits } from './limits.ts';
import { inWords } from './limits.ts';
import { canBelong, cleanPath } from './paths.ts';

/** Bytes of an archive taken at once: at the most a thousand times as many come out of them. */
const stepBytes = 8192;

/** What an archive held: files by their path, and the paths of those that were not unpacked. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly leftOut: readonly string[];
}

/**
 * Unpacks an archive piece by piece and stops at the first limit that is passed, whatever the
 * archive says of itself. Files that no case reads are not unpacked.
 *
 * @param name of the archive, for faults
 * @returns the files, or what is wrong; never throws on bad input
 */
export async function unzip(
  name: string,
  content: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<Outcome<Unpacked>> {
  const files = new Map<string, Uint8Array>();
  const leftOut: string[] = [];
  let refused: Fault | null = null;
  let entries = 0;
  let begun = 0;
  let allBytes = 0;
  let taken = 0;
  const refuse = (one: Fault) => {
    refused ??= one;
  };
  const archive = new Unzip((entry) => {
    if (refused) return;
    entries += 1;
    if (entries > limits.entries) return refuse(tooMany(name, limits));
    const path = cleanPath(entry.name);
    if (path === null) return refuse(unsafe(name, entry.name));
    if (!canBelong(path)) {
      if (!entry.name.endsWith('/')) leftOut.push(path);
      return;
    }
    begun += 1;
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    entry.ondata = (error, piece, final) => {
      if (refused) return;
      if (error) return refuse(unreadable(name));
      bytes += piece.length;
      allBytes += piece.length;
      pieces.push(piece);
      if (bytes > limits.fileBytes) return refuse(fileTooLarge(path, 'more', limits));
      if (allBytes > limits.allBytes) return refuse(allTooLarge(name, 'more', limits));
      if (allBytes > limits.ratioFromBytes && allBytes > limits.ratio * taken) {
        return refuse(tooDense(name, allBytes / taken, limits));
      }
      if (!final) return;
      if (files.has(path)) return refuse(twice(name, path));
      files.set(path, joined(pieces, bytes));
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  try {
    for await (const chunk of content) {
      for (let at = 0; at < chunk.length && !refused; at += stepBytes) {
        const step = chunk.subarray(at, at + stepBytes);
        taken += step.length;
        archive.push(step);
      }
      if (refused) return { faults: [refused] };
    }
    archive.push(new Uint8Array(0), true);
  } catch {
    return { faults: [refused ?? unreadable(name)] };
  }
  if (refused) return { faults: [refused] };
  if (entries === 0 || files.size < begun) return { faults: [unreadable(name)] };
  return { answer: { files, leftOut } };
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const whole = (code: Fault['code'], file: string, ...words: [string, string, string]) =>
  fault(code, file, null, null, ...words);

export const tooMany = (name: string, { entries }: Limits): Fault =>
  whole(
    'tooMany',
    name,
    `at most ${entries} files and folders`,
    'more',
    'Bring only the files of one case: datapackage.json, its CSV tables and its scenarios.',
  );

export const fileTooLarge = (path: string, received: string, { fileBytes }: Limits): Fault =>
  whole(
    'tooLarge',
    path,
    `at most ${inWords(fileBytes)} in a file`,
    received,
    'Keep only the rows of this crisis.',
  );

export const allTooLarge = (name: string, received: string, { allBytes }: Limits): Fault =>
  whole(
    'tooLarge',
    name,
    `at most ${inWords(allBytes)} in all`,
    received,
    'Bring only the files of one case: datapackage.json, its CSV tables and its scenarios.',
  );

const tooDense = (name: string, ratio: number, limits: Limits) =>
  whole(
    'tooLarge',
    name,
    `an archive whose files are at most ${limits.ratio} times its size`,
    `${Math.round(ratio)} times, where it was stopped`,
    'Bring the folder itself, not packed, or only the files of the case.',
  );

export const unsafe = (name: string, path: string): Fault =>
  whole(
    'unsafePath',
    name,
    'files inside the folder of the case',
    `"${path}"`,
    'Pack the folder of the case again: no name begins with / or holds .. .',
  );

const unreadable = (name: string) =>
  whole(
    'notArchive',
    name,
    'a zip archive that can be read',
    'one that is broken, cut short or locked, or something else',
    'Pack the folder again as a zip without a password, or bring the folder itself.',
  );

const twice = (name: string, path: string) =>
  whole('notArchive', name, 'each file once', `${path} twice`, 'Pack the folder again.');
