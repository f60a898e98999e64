import { join } from 'node:path';
import { formatFaults, readCase } from '@asylia/cases';
import { fleeToCase, observe, writeFlee } from '@asylia/peers';
import { UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';
import { isFleeFolder, loadFlee } from '../shell/fleeFolder.ts';

function knownFormat(format: string): void {
  if (format !== 'flee') {
    throw new UserError(`expected the format flee, got "${format}". No other is known yet.`);
  }
}

/** Makes a case from a folder of Flee; the conflict itself is kept beside it, in Flee's format. */
export function importPeer(effects: Effects, format: string, folder: string, out: string): void {
  knownFormat(format);
  if (!isFleeFolder(effects, folder)) {
    throw new UserError(
      `import: expected a folder with input_csv/locations.csv and source_data, got "${folder}".`,
    );
  }
  if (effects.isFolder(out) && effects.list(out).length > 0) {
    throw new UserError(
      `--out: expected a folder that is empty or new, but ${out} holds files. Choose another.`,
    );
  }
  const flee = loadFlee(effects, folder);
  const files = fleeToCase(flee, observe(flee));
  const encoder = new TextEncoder();
  const read = readCase(
    new Map(
      [...files]
        .filter(([name]) => !name.includes('/'))
        .map(([name, text]) => [name, encoder.encode(text)]),
    ),
  );
  if ('faults' in read) {
    throw new UserError(`${folder} gives a case with faults:\n${formatFaults(read.faults)}`);
  }
  for (const [name, text] of files) effects.write(join(out, name), text);
  for (const [name, text] of writeFlee(flee)) effects.write(join(out, 'flee', name), text);
  effects.out(
    `${out}: a case of ${read.case.tables.places.length} places from ${flee.name}. Next: asylia check ${out}; asylia run ${out} --scenario given-arrivals; asylia validate ${join(out, 'flee')}\n`,
  );
}

/** Writes the conflict of an imported case in the format of Flee. */
export function exportPeer(effects: Effects, format: string, name: string, out: string): void {
  knownFormat(format);
  if (!isFleeFolder(effects, name)) {
    throw new UserError(
      `export: expected a case that was imported from Flee (with a folder flee), or a folder of Flee, got "${name}". Cases of other origin have more in them than the format can say, and are not written yet.`,
    );
  }
  const files = writeFlee(loadFlee(effects, name));
  for (const [path, text] of files) effects.write(join(out, path), text);
  effects.out(`${out}: ${files.size} files in the format of Flee\n`);
}
