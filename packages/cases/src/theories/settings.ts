import type { ParameterDeclaration } from '@asylia/engine';
import { parameters } from '@asylia/engine';
import { assumptions } from '@asylia/security';
import type { Fault } from '../faults.ts';
import { fault, hint } from '../faults.ts';
import type { Theory, TheorySetting } from './schema.ts';
import { theoryParameterIds } from './schema.ts';

/** Faults of what a theory sets: names, ranges, priors, and the values most favourable to it within them. */
export function settingFaults(file: string, theory: Theory): Fault[] {
  const allowed = parameters.filter((p) =>
    (theoryParameterIds as readonly string[]).includes(p.id),
  );
  return [
    ...faultsOf(file, 'assumptions', theory.assumptions, assumptions),
    ...faultsOf(file, 'parameters', theory.parameters, allowed),
    ...mostFavourableFaults(file, theory),
  ];
}

function faultsOf(
  file: string,
  key: 'assumptions' | 'parameters',
  settings: Readonly<Record<string, TheorySetting>>,
  declarations: readonly ParameterDeclaration[],
): Fault[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const declared = declarations.find((d) => d.id === name);
    const at = `${key}.${name}`;
    if (!declared) {
      const expected =
        key === 'assumptions'
          ? 'a declared assumption about consequences'
          : 'a parameter that a theory may set';
      const known = declarations.map((d) => d.id);
      return [fault('unknownParameter', file, null, at, expected, `"${name}"`, hint(name, known))];
    }
    return rangeFaults(file, at, setting, declared);
  });
}

function rangeFaults(
  file: string,
  at: string,
  { value, prior, low, high }: TheorySetting,
  declared: ParameterDeclaration,
): Fault[] {
  const outside = (where: string, expected: string, came: number, fix: string): Fault =>
    fault('outOfRange', file, null, `${at}.${where}`, expected, String(came), fix);
  const range = `${declared.low} to ${declared.high} ${declared.unit}`;
  const faults: Fault[] = [];
  if (low < declared.low) faults.push(outside('low', range, low, declared.title));
  if (high > declared.high) faults.push(outside('high', range, high, declared.title));
  if (low > high)
    faults.push(outside('low', `at most high (${high})`, low, 'Swap or correct the two.'));
  else if (value < low || value > high)
    faults.push(
      outside('value', `${low} to ${high}, the range of its prior`, value, 'Widen or correct it.'),
    );
  if (prior.kind === 'fixed' && low !== high)
    faults.push(
      outside('high', `${low}, because the prior is fixed`, high, 'A fixed value has low = high.'),
    );
  if (prior.kind !== 'fixed' && low === high)
    faults.push(
      outside('high', `more than low (${low})`, high, 'Give the prior room, or make it fixed.'),
    );
  if (prior.kind === 'logNormal' && value <= 0)
    faults.push(
      outside('value', 'more than 0, the median of a log-normal', value, 'Use another prior.'),
    );
  return faults;
}

function mostFavourableFaults(file: string, theory: Theory): Fault[] {
  const settings: Readonly<Record<string, TheorySetting>> = {
    ...theory.assumptions,
    ...theory.parameters,
  };
  return Object.entries(theory.mostFavourable).flatMap(([name, value]) => {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const at = `mostFavourable.${name}`;
    if (!setting) {
      const fix = hint(name, Object.keys(settings));
      return [
        fault('unknownParameter', file, null, at, 'a value the theory sets', `"${name}"`, fix),
      ];
    }
    if (value >= setting.low && value <= setting.high) return [];
    return [
      fault(
        'outOfRange',
        file,
        null,
        at,
        `${setting.low} to ${setting.high}, the prior of the theory`,
        String(value),
        'The most favourable value lies within what the theory allows.',
      ),
    ];
  });
}

/**
 * The declarations as they stand under a theory: what it sets takes the place of default, range,
 * prior, source and mark; everything else stays as declared.
 */
export function underTheory<Id extends string>(
  declarations: readonly ParameterDeclaration<Id>[],
  theory: Theory,
): readonly ParameterDeclaration<Id>[] {
  const settings: Readonly<Record<string, TheorySetting | undefined>> = {
    ...theory.assumptions,
    ...theory.parameters,
  };
  return declarations.map((declared) => {
    const setting = Object.hasOwn(settings, declared.id) ? settings[declared.id] : undefined;
    if (!setting) return declared;
    const { value, ...rest } = setting;
    return { ...declared, ...rest, default: value };
  });
}
