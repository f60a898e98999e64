import { join, resolve } from 'node:path';
import { UserError } from '@asylia/lab';
import { runManifest } from '../runs/study.ts';
import { apart, loadApart } from '../shell/apart.ts';
import type { Effects } from '../shell/effects.ts';

/** Answers a question in SQL over the worlds of a run, in memory, as JSON lines. */
export async function ask(effects: Effects, folder: string, sql: string): Promise<void> {
  const files = filesOfWorlds(effects, resolve(folder), folder);
  const { DuckDBInstance } = await loadApart('ask', apart.ask, () => import('@duckdb/node-api'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const list = files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ');
    await connection.run(`create view worlds as select * from read_parquet([${list}])`);
    const reader = await connection.runAndReadAll(sql);
    for (const row of reader.getRowObjectsJson()) effects.out(`${JSON.stringify(row)}\n`);
  } catch (error) {
    throw new UserError(
      `ask: ${(error as Error).message}. The table is called worlds; columns: world, day, and one for each series, in double quotes.`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Files of the worlds that the run counts, by its manifest: others may lie beside them. */
function filesOfWorlds(effects: Effects, folder: string, said: string): string[] {
  if (!effects.isFolder(join(folder, 'worlds'))) {
    throw new UserError(
      `ask: expected the folder of a run, got "${said}", which has no folder worlds.`,
    );
  }
  const manifest = effects.read(join(folder, runManifest));
  const parts = manifest && JSON.parse(new TextDecoder().decode(manifest)).parts;
  const names = Object.keys(parts ?? {});
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new UserError(
    `ask: expected ${runManifest} in "${said}" to name the files of its worlds, got ${manifest ? 'one that names none' : 'none'}. Give the command of the run again, so that it is finished.`,
  );
}
