import type { RunSummary, ThreatSummary } from '@asylia/study';
import type { Ground, Language, ReportTable } from '@asylia/view';
import { inLanguage, renderReport, reportTables, threatTables } from '@asylia/view';

/** What makes report and tables. It is a script of its own: who only looks need not load it. */
export interface Maker {
  readonly report: (
    language: Language,
    summary: RunSummary,
    ground: Ground,
    threat: ThreatSummary | null,
  ) => string;
  readonly tables: (
    language: Language,
    summary: RunSummary,
    threat: ThreatSummary | null,
  ) => readonly ReportTable[];
}

const maker: Maker = {
  report: (language, summary, ground, threat) =>
    inLanguage(language, () => renderReport(summary, { ground, threat })),
  tables: (language, summary, threat) =>
    inLanguage(language, () => [...reportTables(summary), ...(threat ? threatTables(threat) : [])]),
};

const scope = globalThis as { asyliaData?: Record<string, unknown> };
scope.asyliaData = { ...scope.asyliaData, maker };
