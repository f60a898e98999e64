import { join } from 'node:path';
import { sha256Bytes } from '@asylia/cases';
import type { ThreatSummary } from '@asylia/study';
import { flowsGeoJson, placesGeoJson, renderReport, reportTables, toCsv } from '@asylia/view';
import { UserError } from './errors.ts';
import type { Effects } from './shell/effects.ts';
import type { FinishedStudy } from './study.ts';
import { toXlsx } from './xlsx.ts';

/** Writes everything that a run leaves behind, and a manifest with checksums last. */
export async function writeResults(
  effects: Effects,
  finished: FinishedStudy,
  threat: ThreatSummary | null = null,
): Promise<void> {
  const { summary, folder } = finished;
  const tables = reportTables(summary);
  const files: [string, string | Uint8Array][] = [
    ['summary.json', `${JSON.stringify({ ...summary, seconds: undefined })}\n`],
    ['report.html', renderReport(summary, threat ?? undefined)],
    ['places.geojson', `${JSON.stringify(placesGeoJson(summary))}\n`],
    ['flows.geojson', `${JSON.stringify(flowsGeoJson(summary))}\n`],
    ...tables.map((table): [string, string] => [`tables/${table.id}.csv`, toCsv(table)]),
    ['tables.xlsx', await toXlsx(tables)],
  ];
  const checksums: Record<string, string> = {};
  const encoder = new TextEncoder();
  try {
    for (const [name, content] of files) {
      effects.write(join(folder, name), content);
      checksums[name] = sha256Bytes(
        typeof content === 'string' ? encoder.encode(content) : content,
      );
    }
    const { run, inputHash, seed, worlds, seconds, version } = summary;
    const manifest = { run, inputHash, seed, worlds, seconds, version, files: checksums };
    effects.write(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
}
