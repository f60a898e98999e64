export * from './export/geojson.ts';
export * from './export/table.ts';
export { renderPeers } from './peers/renderPeers.ts';
export { renderReport } from './report/renderReport.ts';
export { reportTables } from './report/tables.ts';
export { causeOfFlightSection, causeOfFlightSentences } from './threat/causeOfFlight.ts';
export { causeOfFlightTables } from './threat/causeTables.ts';
