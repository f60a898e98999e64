import type { ReportTable } from '@asylia/view';
import { toCsv } from '@asylia/view';
import { Button } from 'react-aria-components';
import { useTexts } from '../texts.ts';
import { saveFile } from './save.ts';

/** Buttons that save a table. */
export function SaveButtons({ table }: { readonly table: ReportTable }) {
  const { say } = useTexts();
  const name = `asylia-${table.id}`;
  return (
    <p className="buttons">
      <Button
        aria-label={`${say('save.csv')}: ${table.title}`}
        // The mark in front lets spreadsheets read letters beyond English.
        onPress={() => saveFile(`${name}.csv`, `\ufeff${toCsv(table)}`, 'text/csv')}
      >
        {say('save.csv')}
      </Button>
    </p>
  );
}
