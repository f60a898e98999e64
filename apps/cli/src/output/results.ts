import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { Ground } from '@asylia/view';
import { flowsGeoJson, placesGeoJson, renderReport, reportTables, toCsv } from '@asylia/view';
import type { Words } from '@asylia/words';
import { englishWords } from '@asylia/words';
import type { FinishedStudy } from '../runs/study.ts';
import { runManifest } from '../runs/study.ts';
import type { Effects } from '../shell/effects.ts';
import type { NamedFile } from './writeFolder.ts';
import { writeFolder } from './writeFolder.ts';
import { toXlsx } from './xlsx.ts';

/** The ground of the map of a report: a few hundred milliseconds, once a case. */
export async function groundOfRun({ places, countries }: RunSummary): Promise<Ground> {
  // The atlas is large, and nobody waits for it with the first answer.
  const { atlasGround } = await import('@asylia/view/atlas');
  return atlasGround(places, countries);
}

/** Tables and JSON of a run, by name: for programs, and the same in all languages. */
export async function dataFiles(summary: RunSummary): Promise<NamedFile[]> {
  const tables = reportTables(englishWords, summary);
  return [
    ['summary.json', `${JSON.stringify({ ...summary, seconds: undefined })}\n`],
    ['places.geojson', `${JSON.stringify(placesGeoJson(summary))}\n`],
    ['flows.geojson', `${JSON.stringify(flowsGeoJson(summary))}\n`],
    ...tables.map((table): NamedFile => [`tables/${table.id}.csv`, toCsv(table)]),
    ['tables.xlsx', await toXlsx(tables)],
  ];
}

export interface ResultParts {
  readonly threat?: ThreatSummary | null;
  /** of the report */
  readonly words?: Words;
  /** what was made already */
  readonly ground?: Ground;
  readonly files?: readonly NamedFile[];
}

/** Writes everything that a run leaves behind, and a manifest with checksums last. */
export async function writeResults(
  effects: Effects,
  { summary, folder, parts }: FinishedStudy,
  { threat = null, words = englishWords, ground, files }: ResultParts = {},
): Promise<void> {
  const shown = { ground: ground ?? (await groundOfRun(summary)), threat };
  const report = renderReport(words, summary, shown);
  const [first, ...others] = files ?? (await dataFiles(summary));
  const all: NamedFile[] = [first!, ['report.html', report], ...others];
  writeFolder(effects, folder, all, runManifest, { ...summary, parts });
}
