/** What a cell of a column may hold. */
export type CellType = 'id' | 'text' | 'number' | 'whole' | 'date' | 'choice';

/** What the text of a cell names: an entry of another table, or a wider reference. */
export type Reference =
  | 'place'
  | 'group'
  | 'source'
  | 'crossing'
  | 'placeOrRegion'
  | 'groupOrAll'
  | 'crossingOrCountry'
  | 'country'
  | 'recordPlace';

export interface Column {
  readonly type: CellType;
  readonly optional?: true;
  readonly low?: number;
  readonly high?: number;
  readonly choices?: readonly string[];
  readonly names?: Reference;
  readonly unit?: string;
  readonly meaning: string;
}

export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns that together name a row; no two rows may share them. */
  readonly key: readonly string[];
  readonly meaning: string;
  /** The case cannot be run without rows here. */
  readonly needsRows: boolean;
  /** The file itself may be missing. */
  readonly optional?: true;
  /** Most rows; more is refused before it is read. None stated: a million. */
  readonly mostRows?: number;
}

type Cell<C extends Column> = C extends { type: 'number' | 'whole' }
  ? number
  : C extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string;

/** The row that a table declaration describes: blank optional numbers are null, texts ''. */
export type RowOf<T extends Table> = {
  readonly [K in keyof T['columns']]: T['columns'][K] extends {
    optional: true;
    type: 'number' | 'whole';
  }
    ? number | null
    : Cell<T['columns'][K]>;
} & { /** Line of the file, for messages. */ readonly atLine: number };
