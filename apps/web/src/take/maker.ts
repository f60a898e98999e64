import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { Ground, ReportTable } from '@asylia/view';
import { inLanguage, renderReport, reportTables, threatTables } from '@asylia/view';
import type { Language } from '@asylia/words';

/** The report of a run in a language, as one HTML file. */
export const report = (
  language: Language,
  summary: RunSummary,
  ground: Ground,
  threat: ThreatSummary | null,
): string => inLanguage(language, () => renderReport(summary, { ground, threat }));

/** All tables of a run in a language. */
export const tables = (
  language: Language,
  summary: RunSummary,
  threat: ThreatSummary | null,
): readonly ReportTable[] =>
  inLanguage(language, () => [...reportTables(summary), ...(threat ? threatTables(threat) : [])]);
