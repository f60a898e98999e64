import { createContext, type Dispatch, useContext } from 'react';
import type { CaseFiles } from './state/source.ts';
import type { Action, State } from './state/state.ts';
import type { Computed } from './state/useEngine.ts';
import type { Importing } from './state/useImport.ts';

/** What every room reads: the state, how to change it, and what has been computed. */
export interface Page extends Computed {
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  /** Whether the case was imported by the user: then no link can carry it. */
  readonly isImported: boolean;
  /** Opens a case that the user imported. */
  readonly importFiles: (files: CaseFiles) => void;
  /** Opens a case that comes along, by its name. */
  readonly choose: (name: string) => void;
  /** What is being read, or was refused. */
  readonly importing: Importing;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage: there is no page above this part');
  return page;
}
