import { hint } from '@asylia/cases';
import { dayTable, parameters } from '@asylia/engine';
import { definitionsOfRefugee } from '@asylia/security';
import { UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';

const topics = ['day', 'assumptions', 'outcome'] as const;

/** What the program assumes, from the same declarations that run. */
export function explain(effects: Effects, topic: string, id: string | undefined): void {
  if (topic === 'day') effects.out(explainDay());
  else if (topic === 'assumptions') effects.out(explainAssumptions(id));
  else if (topic === 'outcome') effects.out(explainOutcome(id));
  else {
    throw new UserError(
      `explain: expected one of ${topics.join(', ')}, got "${topic}". ${hint(topic, topics)}`,
    );
  }
}

function explainDay(): string {
  return dayTable
    .map(
      (row, i) =>
        `${String(i + 1).padStart(2)}  ${row.title}\n    ${row.what}\n    reads: ${row.reads}\n    writes: ${row.writes}${row.switchedBy.length > 0 ? `\n    switched by: ${row.switchedBy.join(', ')}` : ''}\n`,
    )
    .join('');
}

function explainAssumptions(id: string | undefined): string {
  const chosen = id ? parameters.filter((p) => p.id === id) : parameters;
  if (chosen.length === 0) {
    throw new UserError(
      `explain assumptions: no parameter "${id}". ${hint(
        id ?? '',
        parameters.map((p) => p.id),
      )}`,
    );
  }
  return chosen
    .map(
      (p) =>
        `${p.id} = ${p.default} ${p.unit} (${p.low} to ${p.high}; ${p.mark})\n    ${p.title}\n    source: ${p.source}${p.disputedBy ? `\n    disputed by: ${p.disputedBy}` : ''}\n`,
    )
    .join('');
}

/** Outcomes that are computed so far, with their series. */
const outcomes = [
  ...definitionsOfRefugee.map((d) => ({
    id: d.id,
    title: d.title,
    how: `series ${d.series}, persons at the end of each day`,
  })),
  {
    id: 'coverage',
    title: 'Coverage of a line of supply at a place',
    how: 'min(1, supply / (standard x people)) by day; first day below 1 and least coverage, over worlds',
  },
  {
    id: 'prepareFor',
    title: 'For how many people to prepare at a place',
    how: '90 % quantile over worlds of the most people on any day, rounded up to hundreds',
  },
  {
    id: 'deaths',
    title: 'Deaths by cause',
    how: 'series deaths.<group>.<violence|shortfall|natural>, cumulative; shortfall = above the baseline',
  },
  {
    id: 'secondWave',
    title: 'People of other groups displaced in their turn',
    how: 'series secondWave, cumulative',
  },
] as const;

function explainOutcome(id: string | undefined): string {
  const chosen = id ? outcomes.filter((o) => o.id === id) : outcomes;
  if (chosen.length === 0) {
    throw new UserError(
      `explain outcome: no outcome "${id}". ${hint(
        id ?? '',
        outcomes.map((o) => o.id),
      )}`,
    );
  }
  return chosen.map((o) => `${o.id}\n    ${o.title}\n    ${o.how}\n`).join('');
}
