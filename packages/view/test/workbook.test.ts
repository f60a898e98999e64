import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { sheetsOf, workbookFiles } from '../src/index.ts';

const table = (id: string, rows: readonly (readonly (string | number | null)[])[]) => ({
  id,
  title: id,
  columns: ['place', 'people'],
  rows,
});
/** Cells of a sheet by their place. */
function cellsOf(sheet: string) {
  const { document } = parseHTML(sheet);
  return new Map(
    [...document.querySelectorAll('c')].map((cell) => [
      cell.getAttribute('r'),
      { type: cell.getAttribute('t'), text: cell.textContent },
    ]),
  );
}

test('a number stays a number, a blank stays blank, and a formula stays text', () => {
  const files = workbookFiles(
    sheetsOf([
      table('camps', [
        ['=1+1', 20_000],
        ['<b>&', null],
      ]),
    ]),
  );
  const cells = cellsOf(files['xl/worksheets/sheet1.xml']!);
  expect(cells.get('A2')).toEqual({ type: 'inlineStr', text: '=1+1' });
  expect(cells.get('B2')).toEqual({ type: null, text: '20000' });
  expect(cells.get('A3')!.text).toBe('<b>&');
  expect(cells.has('B3')).toBe(false);
});

test('each table has a sheet of its own name, also where long names begin alike', () => {
  const long = 'a-table-with-a-name-longer-than-a-sheet';
  const files = workbookFiles(sheetsOf([table(`${long}-1`, []), table(`${long}-2`, [])]));
  const { document } = parseHTML(files['xl/workbook.xml']!);
  const names = [...document.querySelectorAll('sheet')].map((one) => one.getAttribute('name')!);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  for (const n of [1, 2]) {
    const path = `worksheets/sheet${n}.xml`;
    expect(files[`xl/${path}`]).toBeDefined();
    expect(files['xl/_rels/workbook.xml.rels']).toContain(`Target="${path}"`);
    expect(files['[Content_Types].xml']).toContain(`PartName="/xl/${path}"`);
  }
});

test('columns beyond Z have two letters', () => {
  const wide = { id: 'wide', title: 'wide', columns: Array(28).fill('x'), rows: [] };
  const cells = cellsOf(workbookFiles(sheetsOf([wide]))['xl/worksheets/sheet1.xml']!);
  expect([...cells.keys()].slice(25)).toEqual(['Z1', 'AA1', 'AB1']);
});

test('characters that no XML can hold are left out', () => {
  const files = workbookFiles(sheetsOf([table('t', [['a\u0000b\u001fc\ud800d😀', 1]])]));
  expect(cellsOf(files['xl/worksheets/sheet1.xml']!).get('A2')!.text).toBe('abcd😀');
});
