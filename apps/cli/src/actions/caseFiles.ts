import { join } from 'node:path';
import { newCase } from '@asylia/cases';
import { UserError } from '@asylia/lab';
import type { Effects } from '../shell/effects.ts';
import { loadCase } from '../shell/loadCase.ts';

/** Checks a case and says what it holds. */
export function check(effects: Effects, name: string): void {
  const { case: source, scenarios } = loadCase(effects, name);
  const rows = Object.entries(source.tables).map(([table, list]) => `${table} ${list.length}`);
  effects.out(
    `${source.title}: no fault. ${source.start} to ${source.end}; rows: ${rows.join(', ')}; scenarios: ${scenarios.map((s) => s.id).join(', ') || 'none'}\n`,
  );
}

/** Writes a small case that runs, to be changed into one's own. */
export function create(effects: Effects, name: string): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw new UserError(
      `new: expected a name of lower-case letters, digits and hyphens, got "${name}".`,
    );
  }
  if (effects.isFolder(name)) {
    throw new UserError(
      `new: expected a name that is free, but there is a folder ${name} already. Choose another.`,
    );
  }
  for (const [file, content] of newCase(name)) effects.write(join(name, file), content);
  effects.out(
    `${name}: a small invented case. Change its tables, then: asylia check ${name}; asylia run ${name}\n`,
  );
}
