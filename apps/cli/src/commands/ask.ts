import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { apart, loadApart } from '../shell/apart.ts';
import type { Effects } from '../shell/effects.ts';

/** Answers a question in SQL over the worlds of a run, in memory, as JSON lines. */
export async function ask(effects: Effects, folder: string, sql: string): Promise<void> {
  const worlds = join(resolve(folder), 'worlds');
  if (!effects.isFolder(worlds)) {
    throw new UserError(
      `ask: expected the folder of a run, got "${folder}", which has no folder worlds.`,
    );
  }
  const { DuckDBInstance } = await loadApart('ask', apart.ask, () => import('@duckdb/node-api'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const files = `${worlds.replaceAll("'", "''")}/*/*.parquet`;
    await connection.run(`create view worlds as select * from read_parquet('${files}')`);
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
