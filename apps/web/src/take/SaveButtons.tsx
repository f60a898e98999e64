import type { ReportTable } from '@asylia/view';
import { toCsv } from '@asylia/view';
import { Button } from 'react-aria-components';
import { useTexts } from '../texts.ts';
import { makeWorkbook } from './makeWorkbook.ts';
import { saveFile } from './save.ts';
import { fileName, useIdentity } from './useIdentity.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** CSV as it is saved: the mark in front lets spreadsheets read letters beyond English. */
export const csvFile = (table: ReportTable): string => `\ufeff${toCsv(table)}`;

/** Buttons that save a table. */
export function SaveButtons({ table }: { readonly table: ReportTable }) {
  const { say, pair } = useTexts();
  const identityOf = useIdentity();
  return (
    <p className="buttons">
      <Button
        aria-label={pair(say('saveAs.csv'), table.title)}
        onPress={() =>
          void identityOf().then((identity) =>
            saveFile(`${fileName(identity, table.id)}.csv`, csvFile(table), 'text/csv'),
          )
        }
      >
        {say('saveAs.csv')}
      </Button>
      <Button
        aria-label={pair(say('saveAs.xlsx'), table.title)}
        onPress={() =>
          void makeWorkbook([table]).then(async (book) =>
            saveFile(`${fileName(await identityOf(), table.id)}.xlsx`, book, xlsxType),
          )
        }
      >
        {say('saveAs.xlsx')}
      </Button>
    </p>
  );
}
