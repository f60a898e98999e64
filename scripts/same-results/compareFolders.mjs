/** Compares what two checkouts wrote for one job. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { decode } from './decode.mjs';
import { firstDifference } from './firstDifference.mjs';
import { collectCodes, idsAsCodes } from './idsAsCodes.mjs';

/**
 * @param {Map<string, string>} codes of measures and factors by id, kept from job to job; what the
 *   files of this job say is added
 * @returns {Promise<{ files: number, values: number, leftOut: string[],
 *   differences: { place: string, before: string, after: string }[] }>}
 */
export async function compareFolders(job, folders, sides, isLeftOut, codes) {
  const read = folders.map((folder, i) => readSide(folder, sides[i].checkout, isLeftOut));
  const names = [...new Set(read.flatMap((side) => [...side.files.keys()]))].sort();
  for (const side of read) addCodes(side, codes);
  const result = { files: 0, values: 0, leftOut: [], differences: [] };
  for (const name of names) {
    const place = `${job.of}/${job.name}/${name}`;
    if (isLeftOut.place(place)) {
      result.leftOut.push(name);
      continue;
    }
    result.files += 1;
    const [before, after] = read.map((side) => side.files.get(name) ?? null);
    if (!before || !after) {
      const said = (bytes) => (bytes ? 'written' : 'not there');
      result.differences.push({ place, before: said(before), after: said(after) });
      continue;
    }
    const [one, other] = await Promise.all(
      [before, after].map(async (bytes, i) =>
        idsAsCodes(await decodeOrSay(name, bytes, (part) => read[i].asText(name, part)), codes),
      ),
    );
    const { difference, values } = firstDifference(place, one, other, isLeftOut.place);
    result.values += values;
    if (difference) result.differences.push(difference);
  }
  return result;
}

/** What a file holds, or the words that it cannot be read: a difference where the other can be. */
async function decodeOrSay(name, bytes, asText) {
  try {
    return await decode(name, bytes, asText);
  } catch (error) {
    return `cannot be read: ${error.message.slice(0, 200)}`;
  }
}

/** Adds the codes of measures and factors by their ids, from what a side says of them in JSON. */
function addCodes({ files }, codes) {
  for (const [name, bytes] of files)
    if (name.endsWith('.json')) collectCodes(JSON.parse(bytes.toString('utf8')), codes);
}

/** The files of a side, and how its bytes become text without names, folders and version of its own. */
function readSide(folder, checkout, isLeftOut) {
  const paths = filesBelow(folder);
  const contents = paths.map((path) => readFileSync(join(folder, path)));
  const ids = new Set(
    paths.flatMap((path) => path.split('/')).filter((one) => /^[0-9a-f]{12}$/.test(one)),
  );
  const hashes = new Set();
  for (const bytes of contents)
    for (const [hash] of bytes.toString('latin1').matchAll(/\b[0-9a-f]{64}\b/g)) {
      hashes.add(hash);
      ids.add(hash.slice(0, 12));
    }
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const own = new RegExp([...hashes, ...ids].join('|') || '$^', 'g');
  const versions = new RegExp(`((?:Asylia|version) )${version.replaceAll('.', '\\.')}(?!\\d)`, 'g');
  const general = (text) => text.replace(own, '<id>');
  const asText = (name, bytes) => {
    const text = general(Buffer.from(bytes).toString('utf8'))
      .replaceAll(join(folder, '..'), '<folder>')
      .replaceAll(checkout, '<checkout>')
      .replace(versions, '$1<version>');
    if (!/\.std(out|err)\./.test(name)) return text;
    return text
      .split('\n')
      .filter((line) => !isLeftOut.line(line))
      .join('\n');
  };
  return { files: new Map(paths.map((path, i) => [general(path), contents[i]])), asText };
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
