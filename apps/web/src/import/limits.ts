/** How much of what is imported the page is ready to read. */
export interface Limits {
  /** files and folders */
  readonly entries: number;
  /** bytes of all files together, and of an archive */
  readonly allBytes: number;
  /** bytes of one file */
  readonly fileBytes: number;
  /** bytes unpacked for each byte of the archive */
  readonly ratio: number;
  /** bytes unpacked before the ratio is looked at: a short table of zeros is no bomb */
  readonly ratioFromBytes: number;
}

const megabyte = 1024 * 1024;

/** Far above any case known, far below what would slow a page down. */
export const limits: Limits = {
  entries: 2000,
  allBytes: 100 * megabyte,
  fileBytes: 25 * megabyte,
  ratio: 200,
  ratioFromBytes: megabyte,
};

/** Bytes in words; whole megabytes where there are some. */
export function inWords(bytes: number): string {
  return bytes >= megabyte ? `${Math.ceil(bytes / megabyte)} MB` : `${bytes} bytes`;
}
