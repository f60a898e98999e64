import { hashOfThreat } from '../identity.ts';
import type { ThreatChunk, ThreatTask } from '../threat/task.ts';
import { expectedWorlds, runThreatTask } from '../threat/task.ts';
import type { ThreatInput } from '../threat/threatInput.ts';
import type { JobKind } from './job.ts';
import { worldsName } from './worldTable.ts';

/** Tables of coalitions, ledgers of assumptions and worlds of an attribution. */
export const threatJob: JobKind<ThreatInput, ThreatTask, ThreatChunk> = {
  id: 'threat',
  hashOf: hashOfThreat,
  toText: (input) => JSON.stringify(input),
  fromText: (text) => JSON.parse(text) as ThreatInput,
  nameOf: (task) =>
    task.what === 'worlds' ? `worlds-${worldsName(task)}` : `${task.what}-${task.theory}`,
  // Theories that hold the same about movement share its runs: one set of worlds for all tables.
  runner: (input) => {
    const worlds = expectedWorlds(input.study);
    return (task) => runThreatTask(input, task, worlds);
  },
  // A column `row` with the number of the row, then the measures in double precision.
  toColumns: ({ columns, rows, values }) => [
    { name: 'row', data: Int32Array.from({ length: rows }, (_, i) => i) },
    ...columns.map((name, c) => ({ name, data: values.subarray(c * rows, (c + 1) * rows) })),
  ],
  fromColumns: ({ names, rows, data }, task) => {
    const columns = names.slice(1);
    const values = new Float64Array(columns.length * rows);
    columns.forEach((name, c) => {
      values.set(data.get(name)!, c * rows);
    });
    return { ...task, columns, rows, values };
  },
};
