import type { Brought } from '../../bring/gather.ts';
import { limits } from '../../bring/limits.ts';

/** Files that were chosen, with their paths in the folder that was chosen. */
export function fromList(list: Iterable<File>): Brought[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * All files in and below what was dropped; stops soon after there are too many. Must be called
 * while the drop is under way: afterwards a browser hands nothing over.
 */
export async function fromDrop({ items, files }: DataTransfer): Promise<Brought[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return fromList(files);
  const brought: Brought[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (brought.length > limits.entries) return;
    const path = entry.fullPath.replace(/^\//, '');
    if (entry.isFile) {
      const one = entry as FileSystemFileEntry;
      const file = await new Promise<File>((resolve, reject) => one.file(resolve, reject));
      brought.push({ path, file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (some.length === 0 || brought.length > limits.entries) return;
      for (const inside of some) await walk(inside);
    }
  };
  for (const entry of entries) await walk(entry);
  return brought;
}
