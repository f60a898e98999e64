import type { ThreatContext } from '@asylia/view';

/** A cell of the matrix that is looked into. */
export interface CellName {
  readonly outcome: string;
  readonly factor: string;
}

/** The theory that an attribution shows first: T1 · Common cause. */
export function titleOf({ threat }: ThreatContext): string {
  const { id, title } = threat.theories[0]!;
  return `${id} · ${title}`;
}
