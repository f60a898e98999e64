import type { Case, Theory } from '@asylia/cases';
import type { ThreatInput, ThreatParts } from '@asylia/study';
import { collectParts, expectedWorlds, planThreat, runThreatTask } from '@asylia/study';
import { UserError } from './errors.ts';
import type { Effects } from './shell/effects.ts';
import { loadCase } from './shell/loadCase.ts';

/** Cases that checks of theories name, in the expected run; one that is not there is left out. */
export function otherCases(
  effects: Effects,
  own: Case,
  input: ThreatInput,
  theories: readonly Theory[],
): Record<string, { case: Case; parts: ThreatParts }> {
  const names = theories.flatMap(({ checks }) =>
    checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
  );
  const others: Record<string, { case: Case; parts: ThreatParts }> = {};
  for (const name of new Set(names)) {
    const loaded = name === own.name ? null : loadIfThere(effects, name);
    if (!loaded) continue;
    const other: ThreatInput = {
      ...input,
      factors: input.factors.filter((factor) => factor.levers.length > 0),
      remedies: [],
      study: {
        case: loaded.case,
        calibration: loaded.calibration,
        scenario: null,
        seed: input.study.seed,
      },
    };
    const worlds = expectedWorlds(other.study);
    const parts = planThreat(other, 0, 0).map((task) => runThreatTask(other, task, worlds));
    others[name] = { case: loaded.case, parts: collectParts(other, parts) };
  }
  return others;
}

function loadIfThere(effects: Effects, name: string) {
  try {
    return loadCase({ ...effects, err: () => undefined }, name);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
