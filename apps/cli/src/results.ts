import type { ThreatSummary } from '@asylia/study';
import type { Language } from '@asylia/view';
import {
  english,
  flowsGeoJson,
  inLanguage,
  placesGeoJson,
  renderReport,
  reportTables,
  toCsv,
} from '@asylia/view';
import { atlasGround } from '@asylia/view/atlas';
import type { Effects } from './shell/effects.ts';
import type { FinishedStudy } from './study.ts';
import { writeFolder } from './writeFolder.ts';
import { toXlsx } from './xlsx.ts';

/**
 * Writes everything that a run leaves behind, and a manifest with checksums last. The report is in
 * a language; tables and JSON are for programs and the same in all.
 */
export async function writeResults(
  effects: Effects,
  finished: FinishedStudy,
  threat: ThreatSummary | null = null,
  language: Language = english,
): Promise<void> {
  const { summary, folder } = finished;
  const tables = reportTables(summary);
  const ground = atlasGround(summary.places, summary.countries);
  const files: [string, string | Uint8Array][] = [
    ['summary.json', `${JSON.stringify({ ...summary, seconds: undefined })}\n`],
    ['report.html', inLanguage(language, () => renderReport(summary, { ground, threat }))],
    ['places.geojson', `${JSON.stringify(placesGeoJson(summary))}\n`],
    ['flows.geojson', `${JSON.stringify(flowsGeoJson(summary))}\n`],
    ...tables.map((table): [string, string] => [`tables/${table.id}.csv`, toCsv(table)]),
    ['tables.xlsx', await toXlsx(tables)],
  ];
  writeFolder(effects, folder, files, 'manifest.json', summary);
}
