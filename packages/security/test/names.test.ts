import { describe, expect, test } from 'vitest';
import {
  builtInFactors,
  codeOf,
  defaultFactors,
  extendedFactors,
  factorNamed,
  idOf,
  isMeasureId,
  measuresOf,
  singleFactors,
} from '../src/index.ts';

const measures = measuresOf({
  groupIds: ['albanian', 'roma-and-other'],
  countryIds: ['ALB', 'MKD', 'DEU'],
  hosts: Uint8Array.of(1, 1, 0),
});

/** Every name that a measure had before it had an id of words: links and files carry them. */
const oldMeasures = [
  ...['IND1', 'IND1.violence', 'IND1.shortfall', 'IND1.albanian', 'IND1.roma-and-other'],
  ...['IND2', 'IND3', 'IND4', 'IND5', 'IND5.assets', 'IND5.bribes', 'IND6', 'IND7'],
  ...['KOS1.albanian', 'KOS1.roma-and-other', 'KOS2', 'KOS2.worst', 'KOS3'],
  ...['KOS4', 'KOS4.end', 'KOS5', 'KOS5.end'],
  ...['ALB', 'MKD'].flatMap((iso) =>
    [
      'NEI1',
      'NEI2',
      'NEI2.displaced',
      'NEI2.hosts',
      'NEI2.between',
      'NEI3',
      'NEI4',
      'NEI5',
      'NEI6',
    ].map((code) => `${code}.${iso}`),
  ),
  ...['REG1', 'REG1.provoked', 'REG1.pursuit', 'REG2', 'REG3', 'REG4'],
  ...['EU1a', 'EU1b', 'EU2', 'EU3', 'EU4', 'EU4.revenue', 'EU5', 'EU6', 'EU7'],
  ...['GLO1.status', 'GLO1.crossed', 'GLO1.convention', 'GLO2', 'GLO2.waiting', 'GLO3'],
];
const oldFactors = {
  default: ['O1', 'O2', 'W', 'N1', 'N2', 'H', 'D1', 'D2', 'P0'],
  extended: ['O1', 'O2', 'W', 'W2', 'N1', 'N2', 'HN', 'HE', 'D1', 'D2', 'X1', 'M', 'P0'],
};

describe('a code of before', () => {
  test('names the same measure, in the same order, and is its label', () => {
    const present = oldMeasures.map((one) => one.replace(/^KOS/, 'ORI').replace(/^EU/, 'REC'));
    const known = measures.filter(({ code }) => present.includes(code));
    expect(known.map(({ code }) => code)).toEqual(present);
    expect(oldMeasures.map(idOf)).toEqual(known.map(({ id }) => id));
    expect(oldMeasures.map(codeOf)).toEqual(present);
    for (const { id, code } of measures) {
      expect(isMeasureId(id), id).toBe(true);
      expect([idOf(id), codeOf(id), codeOf(code)]).toEqual([id, code, code]);
    }
  });

  test('names the factor of the set that it is read in: W of the extended set is movement alone', () => {
    expect(defaultFactors.map(({ code }) => code)).toEqual(oldFactors.default);
    expect(extendedFactors.map(({ code }) => code)).toEqual(oldFactors.extended);
    for (const set of [defaultFactors, extendedFactors]) {
      for (const one of set) {
        expect(factorNamed(set, one.code)).toBe(one);
        expect(factorNamed(set, one.id)).toBe(one);
        expect(codeOf(one.id)).toBe(one.code);
      }
    }
    expect(factorNamed(defaultFactors, 'W')!.covers).toEqual(['movementRefused', 'statusWithheld']);
    expect(factorNamed(extendedFactors, 'W')!.covers).toEqual(['movementRefused']);
    expect(factorNamed(extendedFactors, 'exclusion')).toBe(factorNamed(extendedFactors, 'W'));
    expect(factorNamed(defaultFactors, 'X1')).toBeUndefined();
  });

  test('stands for every neighbour or every member as well', () => {
    expect(idOf('NEI2.*')).toBe('host.unrest.*');
    expect(idOf('NEI2.between')).toBe('host.unrestBetweenHosts');
    expect(codeOf('host.unrestBetweenHosts')).toBe('NEI2.between');
    for (const text of ['F1', 'T1', 'peak.ALB', 'as-it-was', '', '.', 'NEI9.ALB', 'constructor'])
      expect([idOf(text), codeOf(text)]).toEqual([text, text]);
  });
});

test('a factor is single, or several single ones together', () => {
  const all = new Set<string>(singleFactors);
  for (const { id, covers } of builtInFactors) {
    if (covers.length === 1) expect(covers, id).toEqual([id]);
    expect(new Set(covers).size, id).toBe(covers.length);
    expect(
      covers.every((one) => all.has(one)),
      id,
    ).toBe(true);
    if (covers.length > 1) expect(all.has(id), id).toBe(false);
  }
  expect(new Set(builtInFactors.map(({ id }) => id)).size).toBe(builtInFactors.length);
});
