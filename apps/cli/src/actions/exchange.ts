import { join } from 'node:path';
import type { Case } from '@asylia/cases';
import { formatFaults, readCase } from '@asylia/cases';
import { UserError } from '@asylia/lab';
import { caseToFlee, fleeToCase, observe, writeFlee } from '@asylia/peers';
import type { Effects } from '../shell/effects.ts';
import { isFleeFolder, loadFlee } from '../shell/fleeFolder.ts';
import { loadCase } from '../shell/loadCase.ts';

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

/**
 * Writes a case in the format of Flee: one that was imported as it came, any other as far as the
 * format goes, with a file that names what it cannot say.
 */
export function exportPeer(effects: Effects, format: string, name: string, out: string): void {
  knownFormat(format);
  if (isFleeFolder(effects, name)) {
    const files = writeFlee(loadFlee(effects, name));
    for (const [path, text] of files) effects.write(join(out, path), text);
    effects.out(`${out}: ${files.size} files in the format of Flee\n`);
    return;
  }
  const { flee, notes } = converted(loadCase(effects, name).case);
  const files = writeFlee(flee);
  for (const [path, text] of files) effects.write(join(out, path), text);
  const lines = notes.map((note) => `- ${note}`).join('\n');
  effects.write(join(out, 'not-carried-over.md'), `# Not carried over, or inferred\n\n${lines}\n`);
  effects.out(
    `${out}: ${files.size} files in the format of Flee, ${flee.locations.length} locations, ${flee.layout.length - 1} series. What the format cannot say: ${join(out, 'not-carried-over.md')}\n${lines}\n`,
  );
}

function converted(source: Case): ReturnType<typeof caseToFlee> {
  try {
    return caseToFlee(source);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`export: ${error.message}.`);
    throw error;
  }
}
