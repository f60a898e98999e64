import { join } from 'node:path';
import { sha256Bytes } from '@asylia/cases';
import { renderThreat, threatTables, toCsv } from '@asylia/view';
import { UserError } from './errors.ts';
import type { Effects } from './shell/effects.ts';
import type { FinishedThreat } from './threat.ts';
import { toXlsx } from './xlsx.ts';

/** Writes everything that an attribution leaves behind, and a manifest with checksums last. */
export async function writeThreat(
  effects: Effects,
  { summary, folder }: FinishedThreat,
): Promise<void> {
  const tables = threatTables(summary);
  const files: [string, string | Uint8Array][] = [
    ['threat.json', `${JSON.stringify({ ...summary, seconds: undefined })}\n`],
    ['threat.html', renderThreat(summary)],
    ...tables.map((table): [string, string] => [`threat-tables/${table.id}.csv`, toCsv(table)]),
    ['threat-tables.xlsx', await toXlsx(tables)],
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
    effects.write(join(folder, 'threat-manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
}
