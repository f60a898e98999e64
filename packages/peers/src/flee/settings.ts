import type { Fault } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import { parse } from 'yaml';
import type { JourneyRules } from './journeys/rules.ts';
import { fleeDefaults } from './rules.ts';

const sections = ['move_rules', 'spawn_rules', 'optimisations'];
const numbers: Record<string, keyof JourneyRules> = {
  max_move_speed: 'kmPerDay',
  max_walk_speed: 'walkKmPerDay',
  camp_movechance: 'leaveCamp',
  idpcamp_movechance: 'leaveInnerCamp',
  conflict_movechance: 'leaveConflict',
  default_movechance: 'leaveTown',
  camp_weight: 'campWeight',
  foreign_weight: 'foreignWeight',
  conflict_weight: 'conflictWeight',
  softening: 'softeningKm',
  distance_power: 'distancePower',
  weight_softening: 'weightSoftening',
  weight_power: 'weightPower',
  awareness_level: 'awareness',
  capacity_scaling: 'capacityScale',
  capacity_buffer: 'capacityBuffer',
};
const switches: Record<string, keyof JourneyRules> = {
  start_on_foot: 'startOnFoot',
  avoid_short_stints: 'avoidShortStints',
};
/** What is built in where the peer has a switch. Another value asks for a variant not built here. */
const builtIn: Record<string, unknown> = {
  sum_from_camps: true,
  insert_day0: true,
  take_from_population: false,
  empty_camps_on_day0: false,
  hasten: 1,
};

/** Reads a settings file of the peer. Settings that ask for a variant not built here are noted. */
export function readFleeRules(
  text: string,
):
  | { readonly rules: JourneyRules; readonly notes: readonly string[] }
  | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const notes: string[] = [];
  const rules: Record<string, unknown> = { ...fleeDefaults };
  const wrong = (key: string, expected: string, value: unknown) => {
    faults.push({
      code: 'notNumber',
      file: 'simsetting.yml',
      row: null,
      column: key,
      expected,
      received: JSON.stringify(value) ?? 'nothing',
      fix: 'See the settings of Flee.',
    });
  };
  const settings = parsed(text);
  if (typeof settings === 'string') {
    const what = { code: 'wrongShape', file: 'simsetting.yml', row: null, column: null } as const;
    const expected = 'YAML with move_rules, spawn_rules or optimisations';
    return { faults: [{ ...what, expected, received: settings, fix: 'Correct the file.' }] };
  }
  for (const section of sections) {
    for (const [key, value] of Object.entries(ownValue(settings, section) ?? {})) {
      if (Object.hasOwn(numbers, key)) {
        if (isWithin(value, key)) rules[numbers[key]!] = value;
        else wrong(key, rangeOf(key), value);
      } else if (Object.hasOwn(switches, key)) {
        if (typeof value === 'boolean') rules[switches[key]!] = value;
        else wrong(key, 'True or False', value);
      } else if (key === 'conflict_spawn_decay') {
        if (Array.isArray(value) && value.length > 0 && value.every((n) => isWithin(n, key)))
          rules.conflictDecay = value;
        else wrong(key, 'a list of numbers from 0', value);
      } else if (key === 'conflict_spawn_decay_interval') {
        if (Number.isInteger(value) && (value as number) > 0) rules.conflictDecayDays = value;
        else wrong(key, 'a whole number of days above 0', value);
      } else if (!Object.hasOwn(builtIn, key) || builtIn[key] !== value)
        notes.push(`simsetting.yml: ${key} asks for a variant that is not built here`);
    }
  }
  if (faults.length > 0) return { faults };
  return { rules: rules as unknown as JourneyRules, notes };
}

/** Sections by name, or what is there instead of them. An empty file leaves everything as it is. */
function parsed(text: string): Record<string, Record<string, unknown>> | string {
  let settings: unknown;
  try {
    settings = parse(text) ?? {};
  } catch (error) {
    return (error as Error).message.split('\n')[0]!;
  }
  const isTable = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isTable(settings)) return JSON.stringify(settings);
  const table = settings as Record<string, unknown>;
  const odd = sections.find((section) => !isTable(ownValue(table, section) ?? {}));
  return odd ? `${odd}: ${JSON.stringify(ownValue(table, odd))}` : (table as Record<string, never>);
}

const isSpeed = (key: string) => key.endsWith('_speed');
const isChance = (key: string) => key.endsWith('_movechance');

function rangeOf(key: string): string {
  if (isSpeed(key)) return 'a number above 0';
  return isChance(key) ? 'a number from 0 to 1' : 'a number from 0';
}

function isWithin(value: unknown, key: string): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return false;
  return isSpeed(key) ? value > 0 : !isChance(key) || value <= 1;
}
