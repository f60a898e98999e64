import type { Case, Fault, Overlay } from '@asylia/cases';
export type Settings = Readonly<Record<string, number | string>>;
export interface Policy {
  readonly id: string;
}
export const policiesOf = (_: Case): readonly Policy[] => [];
export const overlayOf = (
  _: Case,
  __: Settings,
): { overlay: Overlay } | { faults: readonly Fault[] } => ({
  overlay: { id: 'moved', title: '', description: '' },
});
export const mergeOverlays = (list: readonly Overlay[]): Overlay => list[0]!;
