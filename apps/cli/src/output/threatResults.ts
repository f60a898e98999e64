import type { ThreatSummary } from '@asylia/lab';
import { renderThreat, threatTables, toCsv } from '@asylia/view';
import type { Words } from '@asylia/words';
import { englishWords } from '@asylia/words';
import type { FinishedThreat } from '../runs/attribution.ts';
import { threatManifest } from '../runs/attribution.ts';
import type { Effects } from '../shell/effects.ts';
import { writeFolder } from './writeFolder.ts';
import { toXlsx } from './xlsx.ts';

/** Writes everything that an attribution leaves behind, and a manifest with checksums last. */
export async function writeThreat(
  effects: Effects,
  { summary, folder, parts }: FinishedThreat,
  words: Words = englishWords,
): Promise<void> {
  const tables = threatTables(englishWords, summary);
  const files: [string, string | Uint8Array][] = [
    ['threat.json', `${JSON.stringify(passedOn(summary))}\n`],
    ['threat.html', renderThreat(words, summary)],
    ...tables.map((table): [string, string] => [`threat-tables/${table.id}.csv`, toCsv(table)]),
    ['threat-tables.xlsx', await toXlsx(tables)],
  ];
  writeFolder(effects, folder, files, threatManifest, { ...summary, parts });
}

/** The summary as a file: without the rows by period that the user imported, which are not ours. */
function passedOn(summary: ThreatSummary): unknown {
  const { causeOfFlight: cause } = summary;
  const own = cause?.resolution === 'periods' ? { ...cause, series: undefined } : cause;
  return { ...summary, seconds: undefined, causeOfFlight: own };
}
