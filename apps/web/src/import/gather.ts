import type { Fault } from '@asylia/cases';
import { fault, isCaseFile, tableNames } from '@asylia/cases';
import type { Outcome } from '../engine/outcome.ts';
import type { Limits } from './limits.ts';
import { inWords } from './limits.ts';
import { canBelong, caseFolders, cleanPath } from './paths.ts';
import type { Unpacked } from './unzip.ts';
import { allTooLarge, fileTooLarge, tooMany, unsafe, unzip } from './unzip.ts';

/** A file as a browser hands it over: its size is known before any of it is read. */
export interface Imported {
  readonly path: string;
  readonly file: Blob;
}

/** The files of one case by their path in its folder, and what was imported beside them. */
export interface Gathered {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly leftOut: readonly string[];
}

/**
 * Reads what was imported: the files of a case, its folder, a folder around it, or a zip archive of
 * any of these.
 * @returns the files of one case, or what is wrong; never throws on bad input
 */
export async function gather(
  imported: readonly Imported[],
  limits: Limits,
): Promise<Outcome<Gathered>> {
  if (imported.length === 0) return { faults: [noCase('nothing')] };
  const archives = imported.filter(isArchive);
  if (archives.length > 0 && imported.length > 1 && !imported.some(({ path }) => canBelong(path))) {
    return { faults: [notOne(archives.map(({ path }) => path))] };
  }
  try {
    return await readAll(imported, limits);
  } catch (error) {
    return { faults: [notReadable(topOf(imported), error)] };
  }
}

async function readAll(imported: readonly Imported[], limits: Limits): Promise<Outcome<Gathered>> {
  const [first] = imported as readonly [Imported];
  const read =
    imported.length === 1 && isArchive(first)
      ? await fromArchive(first, limits)
      : await fromFiles(imported, limits);
  return 'faults' in read ? read : oneCase(read.answer);
}

async function fromArchive({ path, file }: Imported, limits: Limits): Promise<Outcome<Unpacked>> {
  if (file.size > limits.allBytes)
    return { faults: [allTooLarge(path, inWords(file.size), limits)] };
  return unzip(path, chunksOf(file), limits);
}

const isArchive = ({ path }: Imported) => /\.zip$/i.test(path);

/** The bytes of a file piece by piece. */
async function* chunksOf(file: Blob): AsyncIterable<Uint8Array> {
  const pieceBytes = 1 << 18;
  for (let at = 0; at < file.size; at += pieceBytes) {
    yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
  }
}

async function fromFiles(
  imported: readonly Imported[],
  limits: Limits,
): Promise<Outcome<Unpacked>> {
  if (imported.length > limits.entries) return { faults: [tooMany(topOf(imported), limits)] };
  const leftOut: string[] = [];
  const wanted: Imported[] = [];
  for (const one of imported) {
    const path = cleanPath(one.path);
    if (path === null) return { faults: [unsafe(one.path, one.path)] };
    if (canBelong(path)) wanted.push({ path, file: one.file });
    else leftOut.push(path);
  }
  const large = wanted.filter(({ file }) => file.size > limits.fileBytes);
  if (large.length > 0) {
    return {
      faults: large.map(({ path, file }) => fileTooLarge(path, inWords(file.size), limits)),
    };
  }
  const bytes = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > limits.allBytes)
    return { faults: [allTooLarge(topOf(imported), inWords(bytes), limits)] };
  const files = new Map<string, Uint8Array>();
  for (const { path, file } of wanted) {
    files.set(path, new Uint8Array(await file.arrayBuffer()));
  }
  return { answer: { files, leftOut } };
}

const topOf = (imported: readonly Imported[]) => imported[0]!.path.split('/')[0]!;

/** The files of the one case that lies in a folder. */
function oneCase({ files, leftOut }: Unpacked): Outcome<Gathered> {
  const paths = [...files.keys()];
  const folders = caseFolders(paths);
  if (folders.length > 1) return { faults: [notOne(folders)] };
  const [folder] = folders as readonly [string];
  const own: [string, Uint8Array][] = [];
  const beside = [...leftOut];
  for (const [path, content] of files) {
    const inside = path.slice(folder.length);
    if (path.startsWith(folder) && isCaseFile(inside)) own.push([inside, content]);
    else beside.push(path);
  }
  if (!own.some(([path]) => known.has(path))) {
    return { faults: [noCase(listed([...paths, ...leftOut]))] };
  }
  return { answer: { files: Object.fromEntries(own), leftOut: beside.sort() } };
}

const known = new Set(['datapackage.json', ...tableNames.map((name) => `${name}.csv`)]);

const listed = (names: readonly string[]) =>
  names.length > 4
    ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`
    : names.join(', ');

const notOne = (folders: readonly string[]): Fault =>
  fault('notOneCase', folders[0]!, null, null, 'one case', listed(folders), 'Bring one of them.');

const noCase = (received: string): Fault =>
  fault(
    'missingFile',
    'datapackage.json',
    null,
    null,
    'a case: datapackage.json with its CSV tables beside it',
    received,
    'Bring the folder of the case, or a zip of it; the case to begin with shows what it holds.',
  );

/** A file can be gone, or locked, between its choice and its reading. */
const notReadable = (name: string, error: unknown): Fault =>
  fault(
    'missingFile',
    name,
    null,
    null,
    'files that can be read',
    String(error instanceof Error ? error.message : error),
    'Look whether they are still there and not open elsewhere; then bring them again.',
  );
