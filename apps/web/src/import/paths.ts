/**
 * A path of an archive or a folder, with / between its parts.
 * @returns null for a path that leads out of the folder
 */
export function cleanPath(path: string): string | null {
  const parts = path.replaceAll('\\', '/').split('/');
  const leadsOut = parts[0] === '' || /^[a-z]:/i.test(parts[0]!) || path.includes('\0');
  if (leadsOut || parts.includes('..')) return null;
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** What systems put beside files without being asked. */
const isHidden = (path: string) =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Whether a file can belong to a case. */
export const canBelong = (path: string): boolean => /\.(csv|json)$/.test(path) && !isHidden(path);

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * The folders that hold a case: those highest up with a datapackage.json; without any, the one
 * folder in which everything lies.
 */
export function caseFolders(paths: readonly string[]): readonly string[] {
  const described = paths.filter((path) => path.split('/').at(-1) === 'datapackage.json');
  const depth = (path: string) => path.split('/').length;
  const highest = Math.min(...described.map(depth));
  const folders = described.filter((path) => depth(path) === highest).map(folderOf);
  if (folders.length > 0) return folders;
  const first = paths[0]?.includes('/') ? `${paths[0].split('/')[0]}/` : '';
  return [paths.every((path) => path.startsWith(first)) ? first : ''];
}
