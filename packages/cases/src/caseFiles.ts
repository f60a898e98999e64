/** Folders of a case below its own: decisions to compare, words in other languages, an article. */
export const caseSubfolders = ['scenarios', 'words', 'article'] as const;

/** Whether a case reads a file at this place of its folder. */
export const isCaseFile = (path: string): boolean =>
  /^[^/]+\.(csv|json)$/.test(path) ||
  caseSubfolders.some(
    (folder) => path.startsWith(`${folder}/`) && /^[^/]+\/[^/]+\.json$/.test(path),
  );
