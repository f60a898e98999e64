import type { ReportTable } from '@asylia/view';
import { sheetsOf } from '@asylia/view';
import { unzipSync, zipSync } from 'fflate';

/** All tables as sheets of one workbook. */
export async function toXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const buffer = await writeXlsxFile(sheetsOf(tables) as never).toBuffer();
  return withoutClock(new Uint8Array(buffer));
}

/**
 * The same archive with every entry dated at the first day that the format knows (in local time,
 * as the format has it): the same tables are the same bytes at every hour and in every zone.
 */
function withoutClock(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1) });
}
