import { mostFactors } from '@asylia/attribution';
import { hint } from '@asylia/cases';
import { chooseFactors, givenFactor, UserError } from '@asylia/lab';
import type { Factor, FrameId } from '@asylia/security';
import {
  circleOf,
  defaultFactors,
  defaultRemedies,
  extendedFactors,
  frames,
  remedyOf,
} from '@asylia/security';
import type { LoadedCase } from '../shell/loadCase.ts';

/** Words of a list joined with commas. */
export const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const list = (text: string): readonly string[] | 'all' =>
  text === 'all' ? 'all' : words(text);

/** Built-in factors and those of the case. */
function knownFactors(loaded: LoadedCase): Factor[] {
  return [
    ...defaultFactors,
    ...extendedFactors.filter((one) => !defaultFactors.some((other) => other.id === one.id)),
    ...loaded.factors,
  ];
}

export function factorsOf(loaded: LoadedCase, wanted: string): readonly Factor[] {
  const known = knownFactors(loaded);
  const ids = known.map((factor) => factor.id);
  const named = words(wanted).flatMap((word) =>
    word === 'default'
      ? defaultFactors.map((factor) => factor.id)
      : word === 'extended'
        ? extendedFactors.map((factor) => factor.id)
        : [word],
  );
  // W of the extended set is movement alone; with W2 beside it the default W would count twice.
  const apart = named.includes('W2') || named.includes('HN') || named.includes('HE');
  const pool = apart
    ? [...extendedFactors, ...known.filter((one) => !extendedFactors.some((e) => e.id === one.id))]
    : known;
  const chosen = chooseFactors(named, pool);
  if ('unknown' in chosen) {
    throw new UserError(
      `--factors: expected default, extended, or factors joined with commas, got "${chosen.unknown}", which names nothing. ${hint(chosen.unknown, ids)}`,
    );
  }
  if (chosen.factors.length === 0) {
    throw new UserError(
      `--factors: expected at least one factor, got none. Known: ${ids.join(', ')}.`,
    );
  }
  if (chosen.factors.length > mostFactors) {
    throw new UserError(
      `--factors: expected at most ${mostFactors} factors (2^${mostFactors} coalitions), got ${chosen.factors.length}. Leave some out.`,
    );
  }
  if (chosen.factors.some((one) => one.id === 'H') && apart) {
    throw new UserError(
      '--factors: H is HN and HE together; with one of these beside it the same thing would be switched twice. Leave one of them out.',
    );
  }
  for (const factor of chosen.factors) {
    const missing = factor.presupposes.find((id) => !ids.includes(id));
    if (missing) {
      throw new UserError(
        `factors.json: ${factor.id} presupposes "${missing}", which names nothing. ${hint(missing, ids)}`,
      );
    }
  }
  const circle = circleOf(known);
  if (circle) {
    throw new UserError(
      `factors.json: ${circle.join(' presupposes ')}: a circle. Each would need the other to be there first; take one of them out of "presupposes".`,
    );
  }
  return chosen.factors;
}

export function framesOf(wanted: string): readonly FrameId[] {
  const ids = frames.map((frame) => frame.id);
  if (wanted === 'every') return ids;
  const chosen = words(wanted);
  for (const name of chosen) {
    if (!ids.includes(name as FrameId)) {
      throw new UserError(
        `--frame: expected every, or frames joined with commas, got "${name}". ${hint(name, ids)}`,
      );
    }
  }
  // Answers beyond the cells are taken in the frame in which everything may vary.
  return ['all', ...(chosen.filter((name) => name !== 'all') as FrameId[])];
}

export function onlyKnown(
  option: string,
  wanted: readonly string[],
  factors: readonly Factor[],
): readonly string[] {
  const ids = factors.map((factor) => factor.id);
  for (const id of wanted) {
    // The default of --given need not be among the factors chosen.
    if (ids.includes(id) || (option === '--given' && id === givenFactor)) continue;
    throw new UserError(
      `${option}: expected one of the factors of this table (${ids.join(', ')}), got "${id}". ${hint(id, ids)}`,
    );
  }
  return wanted;
}

export function remediesOf(wanted: string): readonly string[] {
  const chosen = wanted === 'default' ? [...defaultRemedies] : words(wanted);
  for (const id of chosen) {
    if (!remedyOf(id)) {
      throw new UserError(
        `--remedies: expected remedies, mixes of them joined with +, got "${id}". ${hint(id, defaultRemedies)}`,
      );
    }
  }
  for (const id of chosen) {
    const { sealed, levels } = remedyOf(id)!;
    if (sealed && (levels.W ?? 1) < 1) {
      throw new UserError(
        `--remedies: expected remedies that can be had together, got "${id}": it would close and open admission at once.`,
      );
    }
  }
  return chosen;
}
