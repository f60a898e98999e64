import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Overlay } from '@asylia/cases';
import {
  applyOverlay,
  combine,
  compileCase,
  overlayParameters,
  readCase,
  readOverlay,
} from '@asylia/cases';
import { expect, test } from 'vitest';
import type { CalibrationPlan, CalibrationResult } from '../src/index.ts';
import { centralWorld, drawnWorld } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));
const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const kosovo = ((): Case => {
  const names = readdirSync(folder).filter((name) => /csv$|^datapackage.json$/.test(name));
  const result = readCase(new Map(names.map((name) => [name, text(name)])));
  if ('faults' in result) throw new Error('case');
  return result.case;
})();
const overlayIn = (name: string, content: string): Overlay => {
  const result = readOverlay(name, content);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.overlay;
};
const calibration = {
  plan: JSON.parse(text('calibration-plan.json')) as CalibrationPlan,
  result: JSON.parse(text('calibration.json')) as CalibrationResult,
};
const fitted = applyOverlay(kosovo, calibration.result.overlay);
if ('faults' in fitted) throw new Error('calibration');

const settings = {
  'offers.all': 2,
  'offers.DEU': 50_000,
  'offers.HUN': 3000,
  'offers.pace': 1.5,
  'frontier.MKD': 'limited',
  'frontier.MKD.perDay': 2000,
  'relocation.kukes': 10_000,
  'transfers.all': 0.5,
  'supply.ALB.shelter': 1.5,
  'status.MKD': 'convention',
  'return.albanian.days': 14,
  'return.albanian.destroyed': 0.4,
};

test.each([
  ['nothing else', null],
  ['a scenario', overlayIn('relocation', text('scenarios/relocation-10000.json'))],
])(
  'edited controls saved as a file give the world that the page simulated, beside %s',
  (_, scenario) => {
    const set = overlayParameters(calibration.result.overlay);
    const combined = combine(fitted.case, scenario, settings, set);
    if ('faults' in combined) throw new Error(JSON.stringify(combined.faults));
    const page = compileCase(combined.case, combined.parameters);
    const saved = overlayIn('saved.json', JSON.stringify(combined.overlay));
    const input = { case: kosovo, calibration, scenario: saved, seed: 1 };
    expect(centralWorld(input)).toEqual(page);
    // Any drawn world of the ensemble takes the file as well.
    expect(drawnWorld(input, 3).offers.length).toBe(page.offers.length);
  },
);
