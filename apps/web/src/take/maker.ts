import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { Ground, ReportTable } from '@asylia/view';
import { renderReport, reportTables, threatTables } from '@asylia/view';
import type { Words } from '@asylia/words';

/** The report of a run, as one HTML file. */
export const report = (
  words: Words,
  summary: RunSummary,
  ground: Ground,
  threat: ThreatSummary | null,
): string => renderReport(words, summary, { ground, threat });

/** All tables of a run. */
export const tables = (
  words: Words,
  summary: RunSummary,
  threat: ThreatSummary | null,
): readonly ReportTable[] => [
  ...reportTables(words, summary),
  ...(threat ? threatTables(words, threat) : []),
];
