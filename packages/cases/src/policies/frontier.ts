import { ownValue } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, PolicyValues, Recorded, Room } from './policy.ts';
import { digits, roundUp, wholeStep } from './range.ts';
import { behind, countryName, setByUser } from './rows.ts';

/** Range of a control: at most this share of all people of the case a day and crossing. */
const mostShareOfPeople = 0.02;
/** A control of a number a day starts at this share of its range. */
const startShare = 0.1;

/**
 * Crossings into each country abroad: those joined to one of its towns or camps. A crossing between
 * two countries abroad counts as leading into the place that lies farther from the state of origin,
 * so that two countries never decide on the same crossing; whoever takes it the other way meets the
 * rule of the country they come through.
 * @returns country -> crossings, in the order of places.csv
 */
export function crossingsInto(source: CaseRows): Map<string, string[]> {
  const { places, routes } = source.tables;
  const placeOf = new Map(places.map((row) => [row.id, row]));
  const behindOf = new Map<string, (typeof places)[number]>();
  for (const route of routes) {
    for (const [a, b] of [
      [route.from, route.to],
      [route.to, route.from],
    ] as const) {
      const abroad = placeOf.get(b)!;
      if (placeOf.get(a)!.kind !== 'crossing' || abroad.country === source.origin) continue;
      const known = behindOf.get(a);
      if (!known || abroad.frontier_km > known.frontier_km) behindOf.set(a, abroad);
    }
  }
  const into = new Map<string, string[]>();
  for (const { id } of places) {
    const country = behindOf.get(id)?.country;
    if (!country) continue;
    const own = into.get(country);
    if (own) own.push(id);
    else into.set(country, [id]);
  }
  return into;
}

function rulesOf(source: CaseRows, country: string, crossings: readonly string[]) {
  return source.tables.frontier.filter(
    (row) => crossings.includes(row.crossing) || row.crossing === `country:${country}`,
  );
}

/** The rules into one country: which hold, and a limit of persons a day at each crossing. */
function countryControls(
  source: CaseRows,
  code: string,
  crossings: readonly string[],
  max: number,
): Control[] {
  const start = roundUp(max * startShare);
  const country = countryName(source, code);
  const id = `frontier.${code}`;
  const rows = rulesOf(source, code, crossings);
  const decided = rows.filter((row) => row.by === country);
  // By choice, what it means in the text of a scenario file.
  const choices: Readonly<Record<string, string>> = {
    baseline: 'as it was',
    open: 'open throughout',
    ...(decided.length > 0 ? { neighbourOpen: `never closed or restricted by ${country}` } : {}),
    limited: 'limited to a number a day',
    closed: 'closed throughout',
  };
  const values = { country, code, crossings: crossings.length };
  const recorded = {
    messageId: 'frontier.recorded',
    values: { ...values, rules: rows.length, decided: decided.length },
    rows: behind('frontier', rows, ruleInShort),
  };
  const choice: Control = {
    policy: {
      id,
      room: 'frontier',
      kind: 'choice',
      titleId: 'frontier.country.title',
      descriptionId: 'frontier.country.description',
      values,
      choices: Object.keys(choices).map((value) => ({
        value,
        labelId: `frontier.choice.${value}`,
      })),
      baseline: 'baseline',
      recorded,
    },
    say: (value) => `frontier of ${country} ${ownValue(choices, String(value))}`,
  };
  return [choice, limitControl(id, { country, values, recorded, start, max })];
}

function limitControl(
  id: string,
  {
    country,
    start,
    max,
    ...shared
  }: {
    readonly country: string;
    readonly values: PolicyValues;
    readonly recorded: Recorded;
    readonly start: number;
    readonly max: number;
  },
): Control {
  return {
    policy: {
      ...shared,
      id: `${id}.perDay`,
      room: 'frontier',
      kind: 'number',
      titleId: 'frontier.perDay.title',
      descriptionId: 'frontier.perDay.description',
      unit: 'perDay',
      min: 0,
      max,
      step: wholeStep(start, max),
      baseline: start,
      varies: false,
      actsWith: { id, values: ['limited'] },
    },
    say: (value) =>
      `at most ${digits(Number(value))} persons a day at each crossing into ${country}`,
  };
}

const ruleInShort = (row: Row<'frontier'>) =>
  `${row.crossing} ${row.from} to ${row.to || 'the end'}: ${row.rule}${row.by ? `, by ${row.by}` : ''}`;

function controls(source: CaseRows): Control[] {
  const people = source.tables.groups.reduce((sum, row) => sum + row.persons, 0);
  const max = roundUp(Math.max(100, people * mostShareOfPeople));
  return [...crossingsInto(source)].flatMap(([code, crossings]) =>
    countryControls(source, code, crossings, max),
  );
}

function effect(source: CaseRows, moved: Moved): Effect {
  const changes: Change[] = [];
  for (const [code, crossings] of crossingsInto(source)) {
    const id = `frontier.${code}`;
    const choice = moved.choice(id) ?? 'baseline';
    if (choice === 'baseline') continue;
    const meant = [...crossings, `country:${code}`];
    if (choice === 'neighbourOpen') {
      const by = countryName(source, code);
      changes.push({ table: 'frontier', where: { crossing: meant, by }, remove: true });
      continue;
    }
    if (rulesOf(source, code, crossings).length > 0)
      changes.push({ table: 'frontier', where: { crossing: meant }, remove: true });
    const limit = moved.number(`${id}.perDay`) ?? Number(moved.baseline(`${id}.perDay`));
    // A rule for a crossing holds over one for all crossings, should the case have one.
    changes.push({
      table: 'frontier',
      add: crossings.map((crossing) => ({
        crossing,
        from: source.start,
        to: '',
        rule: choice === 'limited' ? 'throughput' : choice,
        throughput_per_day: choice === 'limited' ? limit : null,
        admitted_share: null,
        by: 'the user',
        note: '',
        ...setByUser('throughout the period'),
      })),
    });
  }
  return { changes };
}

export const frontier: Room = { controls, effect };
