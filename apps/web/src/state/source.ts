/** Files of a case by their path in its folder. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** What a worker opens. */
export interface Source {
  readonly files: CaseFiles;
  readonly theories: Readonly<Record<string, string>>;
}
