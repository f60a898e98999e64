import type { ReportTable } from '@asylia/view';

/** All tables as sheets of one workbook. */
export async function toXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = tables.map((table) => ({
    sheet: table.id.slice(0, 31),
    data: [
      table.columns.map((name) => ({ value: name, fontWeight: 'bold' as const })),
      ...table.rows.map((row) =>
        row.map((cell) =>
          cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell, type: String },
        ),
      ),
    ],
  }));
  const buffer = await writeXlsxFile(sheets as never).toBuffer();
  return new Uint8Array(buffer);
}
