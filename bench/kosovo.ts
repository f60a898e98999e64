import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatFaults, readCase } from '@asylia/cases';
import type { World } from '@asylia/engine';
import type { StudyInput } from '@asylia/lab';
import { centralWorld } from '@asylia/lab';

const folder = fileURLToPath(new URL('../../cases/kosovo-1999', import.meta.url));
const json = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

/** Kosovo 1999 as a study, read from the case folder. */
export function kosovoInput(): StudyInput {
  const names = readdirSync(folder).filter((name) => /csv$|^datapackage.json$/.test(name));
  const result = readCase(
    new Map(names.map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))])),
  );
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return {
    case: result.case,
    calibration: { plan: json('calibration-plan.json'), result: json('calibration.json') },
    scenario: null,
    seed: 1999,
  };
}

/** Kosovo 1999 with the fitted numbers. */
export function kosovoWorld(): World {
  return centralWorld(kosovoInput());
}

/** The same places with so many times the people. */
export function timesPeople(world: World, factor: number): World {
  return {
    ...world,
    initial: world.initial.map((n) => n * factor),
    initialAway: world.initialAway.map((n) => n * factor),
    offers: world.offers.map((offer) => ({ ...offer, places: offer.places * factor })),
    hosting: world.hosting.map((row) => ({ ...row, amount: row.amount * factor })),
    frontier: world.frontier.map((row) => ({
      ...row,
      throughputPerDay: row.throughputPerDay * factor,
    })),
  };
}
