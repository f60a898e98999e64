import { currentRun } from '@asylia/lab';
import { languageCalled } from '@asylia/words/folder';
import { describe, expect, test } from 'vitest';
import { seriesOf, wholeSeries } from '../src/map/series.ts';
import { openOnDisk } from './caseOnDisk.ts';

const run = currentRun(openOnDisk('kosovo-1999'), {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: 'T1',
  seed: 1999,
});
if ('faults' in run) throw new Error(JSON.stringify(run.faults));
const live = run.answer;

describe('what is said of a series of the whole crisis', () => {
  test.each([...wholeSeries])('%s is "so far" where it never falls, and only there', (name) => {
    const values = seriesOf(live, name);
    const falls = values.some((value, day) => day > 0 && value < values[day - 1]! - 1e-9);
    expect(Math.max(...values)).toBeGreaterThan(0);
    expect(languageCalled('en').messages[`series.${name}`].includes('so far')).toBe(!falls);
  });
});
