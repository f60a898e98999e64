import { join } from 'node:path';
import { calibrate, UserError } from '@asylia/lab';
import type { Effects } from '../shell/effects.ts';
import { loadCase } from '../shell/loadCase.ts';

/** Fits the targets of calibration-plan.json on the fit windows and writes calibration.json. */
export function runCalibration(effects: Effects, name: string, iterations: number): void {
  const loaded = loadCase(effects, name);
  if (!loaded.plan) {
    throw new UserError(
      `calibrate: expected ${join(loaded.folder, 'calibration-plan.json')}, found none.`,
    );
  }
  effects.err(`fitting ${loaded.plan.targets.length} numbers; this takes about a minute\n`);
  const result = calibrate(loaded.case, loaded.plan, iterations);
  const path = join(loaded.folder, 'calibration.json');
  effects.write(path, `${JSON.stringify(result, null, 1)}\n`);
  const { start, end, observations, evaluations } = result.objective;
  effects.out(
    `misfit ${start} -> ${end} over ${observations} observations, ${evaluations} runs; written to ${path}\n`,
  );
}
