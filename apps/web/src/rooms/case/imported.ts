import type { Fault } from '@asylia/cases';
import type { Imported } from '../../import/gather.ts';
import { limits } from '../../import/limits.ts';

/** Files that were chosen, with their paths in the folder that was chosen. */
export function fromList(list: Iterable<File>): Imported[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** A folder as newer browsers hand it over: the only way where the page was opened from a file. */
type Handle =
  | { readonly kind: 'file'; readonly name: string; getFile(): Promise<File> }
  | { readonly kind: 'directory'; readonly name: string; values(): AsyncIterable<Handle> };

/**
 * All files in and below what was dropped; stops soon after there are too many. Must be called
 * while the drop is under way: afterwards a browser hands nothing over.
 */
export async function fromDrop({ items, files }: DataTransfer): Promise<Imported[]> {
  const imported: Imported[] = [];
  const isFull = () => imported.length > limits.entries;
  const loose = fromList(files);
  const found = [...items].map((item) => ({
    entry: item.webkitGetAsEntry?.() ?? null,
    handle:
      'getAsFileSystemHandle' in item
        ? (item.getAsFileSystemHandle as () => Promise<Handle | null>)().catch(() => null)
        : null,
  }));
  if (!found.some(({ entry }) => entry?.isDirectory)) return loose;
  for (const { entry, handle: asked } of found) {
    const handle = await asked;
    if (handle) await walkHandle(handle, '', imported, isFull);
    else if (entry) await walkEntry(entry, imported, isFull);
  }
  return imported;
}

async function walkHandle(
  handle: Handle,
  above: string,
  imported: Imported[],
  isFull: () => boolean,
): Promise<void> {
  const path = above + handle.name;
  if (handle.kind === 'file') {
    imported.push({ path, file: await handle.getFile() });
    return;
  }
  for await (const inside of handle.values()) {
    if (isFull()) return;
    await walkHandle(inside, `${path}/`, imported, isFull);
  }
}

async function walkEntry(
  entry: FileSystemEntry,
  imported: Imported[],
  isFull: () => boolean,
): Promise<void> {
  if (entry.isFile) {
    const one = entry as FileSystemFileEntry;
    const file = await new Promise<File>((resolve, reject) => one.file(resolve, reject));
    imported.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || isFull()) return;
    for (const inside of some) await walkEntry(inside, imported, isFull);
  }
}

/** What is said when a browser hands over nothing that can be read. */
export const notRead = (reason: string): Fault => ({
  code: 'missingFile',
  file: 'datapackage.json',
  row: null,
  column: null,
  expected: 'files that can be read',
  received: reason,
  fix: 'Choose the folder with the button instead, or drop a zip of it.',
});
