import { ownValue } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, PolicyValues, Recorded, Room } from './policy.ts';
import { shareRange } from './range.ts';
import { behind, hostCountriesOf } from './rows.ts';

const granted = ['none', 'temporary', 'convention'] as const;
const words: Readonly<Record<string, string>> = {
  baseline: 'as it was',
  none: 'none',
  temporary: 'temporary protection',
  convention: 'Convention status',
};

/** Whose status is changed as one: a host country, or all receiving states. */
interface Grantor {
  readonly id: string;
  readonly rows: readonly Row<'states'>[];
}

function grantors(source: CaseRows): Grantor[] {
  const hosts = new Set(hostCountriesOf(source));
  const { states } = source.tables;
  const receiving = states.filter((row) => row.role === 'receiving');
  return [
    ...states
      .filter((row) => row.role !== 'receiving' && hosts.has(row.country))
      .map((row) => ({ id: `status.${row.country}`, rows: [row] })),
    ...(receiving.length > 0 ? [{ id: 'status.receiving', rows: receiving }] : []),
  ];
}

const protects = (given: string) => given === 'temporary' || given === 'convention';

/** Share who hold the status; where none was granted, or nobody knows, everybody would. */
function shareIn(row: Row<'states'>): number {
  return protects(row.status_granted) && row.status_share !== null ? row.status_share : 1;
}

/** All that the two controls of a grantor share. */
function describe({ id, rows }: Grantor) {
  const first = rows[0]!;
  const one = rows.length === 1 && id !== 'status.receiving';
  const values: PolicyValues = one
    ? { country: first.name, code: first.country }
    : { states: rows.length };
  const shares = rows.map(shareIn);
  const varies = shares.some((share) => share !== shares[0]);
  const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
  const baseline = varies ? Math.round(mean * 100) / 100 : shares[0]!;
  const statuses = [...new Set(rows.map((row) => row.status_granted))];
  const recorded: Recorded = {
    messageId: `status.recorded.${statuses.length > 1 ? 'mixed' : first.status_granted}`,
    values: { ...values, share: baseline },
    rows: behind(
      'states',
      rows,
      (row) => `${row.country} ${row.status_granted} ${row.status_share ?? 'share not known'}`,
    ),
  };
  const kind = one ? 'country' : 'receiving';
  return {
    values,
    varies,
    baseline,
    recorded,
    kind,
    of: one ? first.name : 'the receiving states',
  };
}

function controls(source: CaseRows): Control[] {
  return grantors(source).flatMap((grantor): Control[] => {
    const { id, rows } = grantor;
    const { values, varies, baseline, recorded, kind, of } = describe(grantor);
    const withoutShare = rows.every((row) => !protects(row.status_granted));
    return [
      {
        policy: {
          id,
          room: 'status',
          kind: 'choice',
          titleId: `status.${kind}.title`,
          descriptionId: 'status.description',
          values,
          choices: ['baseline', ...granted].map((value) => ({
            value,
            labelId: `status.choice.${value}`,
          })),
          baseline: 'baseline',
          recorded,
        },
        say: (value) => `status in ${of}: ${ownValue(words, String(value))}`,
      },
      {
        policy: {
          ...shareRange,
          id: `${id}.share`,
          room: 'status',
          titleId: `status.${kind}.share.title`,
          descriptionId: 'status.share.description',
          values,
          baseline,
          varies,
          recorded,
          actsWith: {
            id,
            values: [...(withoutShare ? [] : ['baseline']), 'temporary', 'convention'],
          },
        },
        say: (value) => `share who hold a status in ${of}: ${value}`,
      },
    ];
  });
}

/**
 * A row of states.csv is mostly about residents and product, so its source is left as it is; what
 * was set stands in the overlay.
 */
function effect(source: CaseRows, moved: Moved): Effect {
  const changes: Change[] = [];
  for (const { id, rows } of grantors(source)) {
    const choice = moved.choice(id) ?? 'baseline';
    const given = moved.number(`${id}.share`);
    const share = given === moved.baseline(`${id}.share`) ? undefined : given;
    const where = { country: rows.map((row) => row.country) };
    if (choice !== 'baseline' && rows.some((row) => row.status_granted !== choice))
      changes.push({ table: 'states', where, set: { status_granted: choice } });
    const holds =
      choice === 'baseline' ? rows.some((row) => protects(row.status_granted)) : protects(choice);
    if (!holds) continue;
    if (share !== undefined) {
      changes.push({ table: 'states', where, set: { status_share: share } });
      continue;
    }
    const without = rows.filter(
      (row) => choice !== 'baseline' && row.status_share !== shareIn(row),
    );
    if (without.length > 0) {
      const country = without.map((row) => row.country);
      changes.push({ table: 'states', where: { country }, set: { status_share: 1 } });
    }
  }
  return { changes };
}

export const status: Room = { controls, effect };
