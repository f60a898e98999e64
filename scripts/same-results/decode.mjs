/** What files hold, by value: a list of rows under named columns is { columns, rows }. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { parseHTML } from 'linkedom';

/**
 * Decodes a file by its name.
 * @param asText turns bytes into text without what differs between checkouts by its nature
 * @returns plain values, or text where the file is text
 */
export async function decode(name, bytes, asText) {
  if (/\.(json|geojson)$/.test(name)) return JSON.parse(asText(bytes));
  if (name.endsWith('.csv'))
    return tableOf(parse(asText(bytes), { relax_column_count: true, relax_quotes: true }));
  if (name.endsWith('.xlsx')) return decodeWorkbook(bytes);
  if (name.endsWith('.parquet')) return decodeParquet(bytes);
  if (name.endsWith('.zip')) return decodeZip(bytes, asText);
  return asText(bytes);
}

export const isContainer = (name) => /\.(xlsx|parquet|zip)$/.test(name);

function tableOf([columns = [], ...rows]) {
  return { columns, rows };
}

async function decodeParquet(bytes) {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { children } = parquetSchema(parquetMetadata(file));
  const columns = children.map(({ element }) => element.name);
  const rows = await parquetReadObjects({ file });
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}

async function decodeZip(bytes, asText) {
  const files = {};
  for (const [path, content] of Object.entries(unzipSync(bytes)))
    files[path] = await decode(path, content, asText);
  return files;
}

/** Every sheet as a table: text, numbers and truth as they stand in the cells, empty ones null. */
function decodeWorkbook(bytes) {
  const files = unzipSync(bytes);
  const read = (path) => parseHTML(strFromU8(files[path])).document;
  const shared = files['xl/sharedStrings.xml']
    ? [...read('xl/sharedStrings.xml').querySelectorAll('si')].map((si) => si.textContent)
    : [];
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').querySelectorAll('Relationship')].map((one) => [
      one.getAttribute('Id'),
      one.getAttribute('Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return Object.fromEntries(
    [...read('xl/workbook.xml').querySelectorAll('sheet')].map((sheet) => [
      sheet.getAttribute('name'),
      tableOf(rowsOf(strFromU8(files[targets.get(sheet.getAttribute('r:id'))]), shared)),
    ]),
  );
}

const cellPattern = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const textOf = (xml) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
    );

function rowsOf(xml, shared) {
  const rows = [];
  for (const [, at, inside] of xml.matchAll(/<row\b([^>]*)>(.*?)<\/row>/gs)) {
    const row = [];
    for (const [, attributes, content = ''] of inside.matchAll(cellPattern)) {
      const [, letters] = /\br="([A-Z]+)\d+"/.exec(attributes);
      const [, type] = /\bt="(\w+)"/.exec(attributes) ?? ['', 'n'];
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
      const column = [...letters].reduce((n, letter) => 26 * n + letter.charCodeAt(0) - 64, 0) - 1;
      row[column] =
        type === 's'
          ? shared[Number(value)]
          : type === 'inlineStr' || type === 'str'
            ? textOf(content)
            : type === 'b'
              ? value === '1'
              : value === undefined
                ? null
                : Number(value);
    }
    const [, number] = /\br="(\d+)"/.exec(at);
    rows[Number(number) - 1] = Array.from(row, (cell) => cell ?? null);
  }
  return Array.from(rows, (row) => row ?? []);
}
