import type { ReportTable } from '@asylia/view';
import { loadData } from '../engine/data.ts';

/** A workbook by code that is loaded when the first one is asked for. */
export async function makeWorkbook(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const { workbook } = await loadData<typeof import('./workbook.ts')>('workbook');
  return workbook(tables);
}
