import { describe, expect, test } from 'vitest';
import { notThere } from '../src/state/notThere.ts';
import { openOnDisk } from './caseOnDisk.ts';

const { case: kosovo } = openOnDisk('kosovo-1999').folder;

describe('what an address asks for of a case', () => {
  test('is nothing strange where the case has the place and the day', () => {
    expect(notThere({ place: '', date: '' }, kosovo)).toEqual({});
    expect(notThere({ place: 'kukes', date: kosovo.start }, kosovo)).toEqual({});
    expect(notThere({ place: '', date: kosovo.end }, kosovo)).toEqual({});
  });

  test.each(['1998-12-31', '2050-01-01', '1999-04-31x', '1999-13-01', 'today', '__proto__'])(
    'the day %s is named',
    (date) => {
      expect(notThere({ place: '', date }, kosovo)).toEqual({ date });
    },
  );

  test.each(['atlantis', '__proto__', 'KUKES'])('the place %s is named', (place) => {
    expect(notThere({ place, date: '' }, kosovo)).toEqual({ place });
  });
});
