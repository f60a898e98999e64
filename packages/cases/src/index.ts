/**
 * A crisis as a folder of data: read, checked, changed by scenarios, compiled to a world of
 * `@asylia/engine`. Text in, values out: it opens no file itself. Mistakes in the data are never
 * thrown: they come back as a list of faults with place, expectation, what came and what to do.
 * @module cases
 */

export * from './article/index.ts';
export { caseSubfolders, isCaseFile } from './caseFiles.ts';
export * from './compile/index.ts';
export * from './dates.ts';
export type { Descriptor } from './descriptor.ts';
export { descriptorSchema, readJson, shapeFaults } from './descriptor.ts';
export type { FaultList } from './faultList.ts';
export { addFault, addFaults, isFull, newFaultList } from './faultList.ts';
export type { Fault, FaultCode } from './faults.ts';
export {
  archiveFaultCodes,
  fault,
  faultCodes,
  formatFault,
  formatFaults,
  hint,
  mostFaults,
  nearNames,
  quoted,
} from './faults.ts';
export { groupBy } from './groupBy.ts';
export { canonical, inputHash } from './identity.ts';
export type { Overlay } from './overlay.ts';
export { applyOverlay, overlayParameters, overlaySchema, readOverlay } from './overlay.ts';
export type { ParsedRows } from './parseTable.ts';
export { mostRows, parseRows, parseTable, tooManyRows } from './parseTable.ts';
export * from './policies/index.ts';
export { hostCountriesOf } from './policies/rows.ts';
export type { Case, Files } from './readCase.ts';
export { readCase } from './readCase.ts';
export { sizeOf } from './records.ts';
export type { ScaledRows, Scaling } from './scaledCase.ts';
export { findScaledRows, scaledCase } from './scaledCase.ts';
export { sha256 } from './sha256.ts';
export * from './tables/index.ts';
export { newCase } from './template.ts';
export { largestFileBytes } from './text.ts';
export * from './theories/index.ts';
export * from './words/index.ts';
