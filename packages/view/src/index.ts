export type { Fan, FanInput } from './charts/fan.ts';
export { fanChart } from './charts/fan.ts';
export type { FanPanel } from './charts/fanGrid.ts';
export { fanGrid } from './charts/fanGrid.ts';
export type { Line, LineChartSize } from './charts/lines.ts';
export { highest, lineChart } from './charts/lines.ts';
export type { Panel } from './charts/panels.ts';
export { panelGrid } from './charts/panels.ts';
export { stackedChart } from './charts/stacked.ts';
export type { TornadoBar, TornadoInput } from './charts/tornado.ts';
export { tornadoChart } from './charts/tornado.ts';
export { dataScript } from './export/dataScript.ts';
export * from './export/geojson.ts';
export { sheetsOf } from './export/sheets.ts';
export * from './export/table.ts';
export { escapeHtml } from './html.ts';
export { assumptionName, unitName } from './languages/nameOf.ts';
export { measureName, objectName } from './languages/securityNames.ts';
export * from './map/index.ts';

export { renderPeers } from './peers/renderPeers.ts';

export { type ReportInput, renderReport } from './report/renderReport.ts';
export { style as reportStyle } from './report/style.ts';
export {
  calibrationTable,
  checkTable,
  incidentTable,
  reportTables,
  sourceTable,
} from './report/tables.ts';
export { causeOfFlightSection, causeOfFlightSentences } from './threat/causeOfFlight.ts';
export { causeOfFlightTables } from './threat/causeTables.ts';
export * from './threat/claimRows.ts';
export { inNames } from './threat/inNames.ts';
export * from './threat/leaderRows.ts';
export { matrixChart } from './threat/matrixChart.ts';
export * from './threat/matrixRows.ts';
export { effectOn, gainsSentences } from './threat/remedyGains.ts';
export * from './threat/remedyRows.ts';
export { renderThreat } from './threat/renderThreat.ts';
export type { AnswerSentences } from './threat/sentences.ts';
export { answerSentences } from './threat/sentences.ts';
export { threatTables } from './threat/tables.ts';
export { theoriesChart } from './threat/theoriesChart.ts';
export type { ThreatContext } from './threat/threatContext.ts';
export { harmOf, threatContext } from './threat/threatContext.ts';
export { threatStyle } from './threat/threatStyle.ts';
