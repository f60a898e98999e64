import type { Fault } from '@asylia/cases';
import type { JourneyRules } from '@asylia/engine';
import { parse } from 'yaml';

/** The rules that the nearest peer has when its settings say nothing. */
export const fleeDefaults: JourneyRules = {
  kmPerDay: 360,
  walkKmPerDay: 35,
  startOnFoot: false,
  leaveCamp: 0.001,
  leaveInnerCamp: 0.1,
  leaveConflict: 1,
  leaveTown: 0.3,
  campWeight: 1,
  foreignWeight: 1,
  conflictWeight: 0.31622776601683794,
  softeningKm: 10,
  distancePower: 1,
  weightSoftening: 0,
  weightPower: 1,
  awareness: 1,
  capacityScale: 1,
  capacityBuffer: 0.9,
  avoidShortStints: false,
  conflictDecay: [1],
  conflictDecayDays: 30,
};

/** The rules under which the peer's published validation runs. */
export const fleeValidation: JourneyRules = {
  ...fleeDefaults,
  kmPerDay: 400,
  leaveTown: 0.5,
  conflictWeight: 0.25,
  softeningKm: 50,
  distancePower: 0.75,
  capacityScale: 1.25,
  avoidShortStints: true,
  conflictDecay: [1, 1, 1, 0.5, 0.1],
};

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
/** Settings without effect on counts, or that hold the value that is built in. */
const silent = new Set([
  'conflict_spawn_decay',
  'conflict_spawn_decay_interval',
  'sum_from_camps',
  'insert_day0',
  'take_from_population',
  'empty_camps_on_day0',
  'hasten',
]);

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
      received: JSON.stringify(value),
      fix: 'See the settings of Flee.',
    });
  };
  let settings: Record<string, Record<string, unknown>> = {};
  try {
    settings = parse(text) ?? {};
  } catch (error) {
    return {
      faults: [
        {
          code: 'wrongShape',
          file: 'simsetting.yml',
          row: null,
          column: null,
          expected: 'YAML',
          received: (error as Error).message.split('\n')[0]!,
          fix: 'Mend the file.',
        },
      ],
    };
  }
  for (const section of ['move_rules', 'spawn_rules', 'optimisations']) {
    for (const [key, value] of Object.entries(settings[section] ?? {})) {
      if (numbers[key]) {
        if (typeof value !== 'number') wrong(key, 'a number', value);
        else rules[numbers[key]] = value;
      } else if (switches[key]) {
        if (typeof value !== 'boolean') wrong(key, 'True or False', value);
        else rules[switches[key]] = value;
      } else if (key === 'conflict_spawn_decay' && Array.isArray(value))
        rules.conflictDecay = value;
      else if (key === 'conflict_spawn_decay_interval') rules.conflictDecayDays = value;
      else if (!silent.has(key))
        notes.push(`simsetting.yml: ${key} asks for a variant that is not built here`);
    }
  }
  if (faults.length > 0) return { faults };
  return { rules: rules as unknown as JourneyRules, notes };
}
