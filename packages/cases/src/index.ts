export * from './compile/index.ts';
export * from './dates.ts';
export type { Descriptor } from './descriptor.ts';
export { descriptorSchema, readJson, shapeFaults } from './descriptor.ts';
export type { Fault, FaultCode } from './faults.ts';
export {
  archiveFaultCodes,
  fault,
  faultCodes,
  formatFault,
  formatFaults,
  hint,
  nearNames,
} from './faults.ts';
export { canonical, inputHash } from './identity.ts';
export type { Overlay } from './overlay.ts';
export { applyOverlay, overlayParameters, overlaySchema, readOverlay } from './overlay.ts';
export type { ParsedRows } from './parseTable.ts';
export { largestFileBytes, parseRows, parseTable } from './parseTable.ts';
export * from './policies/index.ts';
export type { Case, Files } from './readCase.ts';
export { readCase } from './readCase.ts';
export { sha256 } from './sha256.ts';
export * from './tables/index.ts';
export { newCase } from './template.ts';
export * from './theories/index.ts';
