import type { Case, Theory } from '@asylia/cases';
import type { ThreatInput, ThreatMeta } from '@asylia/study';
import { collectParts, expectedWorlds, planThreat, runThreatTask } from '@asylia/study';
import { UserError } from './errors.ts';
import type { Effects } from './shell/effects.ts';
import { loadCase } from './shell/loadCase.ts';
import type { PreparedThreat } from './threat.ts';

/**
 * Cases that checks of theories name, in the expected run, each under the theories that name it;
 * one that is not there is left out.
 */
export function otherCases(
  effects: Effects,
  own: Case,
  { input, theories }: Pick<PreparedThreat, 'input' | 'theories'>,
): ThreatMeta['others'] {
  const others: Record<string, ThreatMeta['others'][string]> = {};
  const all = theories.theories;
  for (const name of new Set(all.flatMap(namedBy))) {
    const loaded = name === own.name ? null : loadIfThere(effects, name);
    if (!loaded) continue;
    const other: ThreatInput = {
      ...input,
      theories: input.theories.filter((_, t) => namedBy(all[t]!).includes(name)),
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

const namedBy = ({ checks }: Theory): string[] =>
  checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : []));

function loadIfThere(effects: Effects, name: string) {
  try {
    return loadCase({ ...effects, err: () => undefined }, name);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
