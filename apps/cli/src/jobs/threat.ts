import { canonical, sha256 } from '@asylia/cases';
import type { ThreatInput } from '@asylia/lab';
import { expectedWorlds, runThreatTask } from '@asylia/lab';
import { version } from '../version.ts';
import type { JobKind } from './jobKind.ts';
import { numbersFromParquet, numbersToParquet } from './numberTable.ts';
import { worldsName } from './worldTable.ts';

/** Tables of coalitions, ledgers of assumptions and worlds of an attribution. */
export const threat: JobKind<'threat'> = {
  hashOf: (input) => sha256(`threat ${version} ${canonical(withoutLines(input))}`),
  toText: (input) => JSON.stringify(input),
  fromText: (text) => JSON.parse(text) as ThreatInput,
  nameOf: (task) =>
    task.what === 'worlds' ? `worlds-${worldsName(task)}` : `${task.what}-${task.theory}`,
  // Theories that hold the same about movement share its runs: one set of worlds for all tables.
  runner: (input) => {
    const worlds = expectedWorlds(input.study);
    return (task) => runThreatTask(input, task, worlds);
  },
  toParquet: numbersToParquet,
  fromParquet: async (bytes, task) => ({ ...task, ...(await numbersFromParquet(bytes)) }),
};

/** Line numbers of rows do not count: they change no number. */
function withoutLines({ study, ...rest }: ThreatInput): unknown {
  const { tables, notes: _, ...source } = study.case;
  const rows = Object.fromEntries(
    Object.entries(tables).map(([name, list]) => [
      name,
      (list as readonly { atLine: number }[]).map(({ atLine: __, ...row }) => row),
    ]),
  );
  return { ...rest, study: { ...study, case: { ...source, tables: rows } } };
}
