import type { Sheet } from './sheets.ts';

/**
 * The files inside a workbook (XLSX, ECMA-376), to be zipped: what the page saves. The command
 * has a library for the same; in the page it would weigh more than all rooms of tables together.
 * Text stands in its cell as text, never as a formula.
 */
export function workbookFiles(sheets: readonly Sheet[]): Record<string, string> {
  const numbers = sheets.map((_, i) => i + 1);
  const files: Record<string, string> = {
    '[Content_Types].xml': part(
      'Types',
      `${packaging}/content-types`,
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${numbers.map((n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}`,
    ),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((n) => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
      [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': part(
      'workbook',
      spreadsheet,
      `<sheets>${sheets.map(({ sheet }, i) => `<sheet name="${xml(sheet)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>`,
    ),
    'xl/styles.xml': part(
      'styleSheet',
      spreadsheet,
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>',
    ),
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = part(
      'worksheet',
      spreadsheet,
      `<sheetData>${sheet.data.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('')}</row>`).join('')}</sheetData>`,
    );
  });
  return files;
}

const packaging = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (name: string, space: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} xmlns="${space}" xmlns:r="${office}">${content}</${name}>`;

const override = (path: string, kind: string) =>
  `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

const relations = (list: readonly (readonly [string, string, string])[]) =>
  part(
    'Relationships',
    `${packaging}/relationships`,
    list
      .map(
        ([id, kind, target]) =>
          `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
      )
      .join(''),
  );

function cellXml(cell: Sheet['data'][number][number], at: string): string {
  if (cell === null) return '';
  if (typeof cell.value === 'number') return `<c r="${at}"><v>${cell.value}</v></c>`;
  const style = cell.fontWeight === 'bold' ? ' s="1"' : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xml(cell.value)}</t></is></c>`;
}

/** Name of a column: A to Z, then AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** Control characters, halves of characters and others that XML cannot hold. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const xml = (text: string) =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
