import type { ReportTable } from '@asylia/view';
import { sheetsOf } from '@asylia/view';

/** All tables as sheets of one workbook. */
export async function toXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const buffer = await writeXlsxFile(sheetsOf(tables) as never).toBuffer();
  return withoutClock(new Uint8Array(buffer));
}

/** 1 January 1980, 0:00, the first hour that the format of zip knows. */
const firstHour = 0x0021_0000;
/** What the list of entries, and the record at the end of an archive, begin with. */
const signs = { entry: 0x0201_4b50, end: 0x0605_4b50 };
const endBytes = 22;

/**
 * The archive with every entry dated at the first hour: the same tables are the same bytes at
 * every hour and in every zone. Dates are written over where they stand, in the list of entries
 * and before each; to pack all again took as long as to pack it.
 */
function withoutClock(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - endBytes;
  expectSign(view, end, signs.end);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    expectSign(view, entry, signs.entry);
    view.setUint32(entry + 12, firstHour, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstHour, true);
    const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + name! + extra! + comment!;
  }
  return archive;
}

function expectSign(view: DataView, at: number, sign: number): void {
  if (view.getUint32(at, true) !== sign) throw new Error(`workbook: no record of zip at ${at}`);
}
