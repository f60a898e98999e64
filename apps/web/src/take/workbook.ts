import type { ReportTable } from '@asylia/view';
import { sheetsOf } from '@asylia/view';
import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/universal';

/** The first day that a zip archive knows, in local time as the format has it. */
const noClock = { mtime: new Date(1980, 0, 1) };

/** Tables as the sheets of one workbook (XLSX): the same tables are the same bytes at every hour. */
export async function workbook(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const blob = await writeXlsxFile(sheetsOf(tables) as never).toBlob();
  return zipSync(unzipSync(new Uint8Array(await blob.arrayBuffer())), noClock);
}
