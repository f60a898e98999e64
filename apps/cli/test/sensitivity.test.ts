import { fileURLToPath } from 'node:url';
import { planSensitivity, runSensitivityTask, sensitivityOf } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';
import { loadCase } from '../src/shell/loadCase.ts';
import { loadTheories } from '../src/shell/loadTheories.ts';

const folder = fileURLToPath(new URL('../../../cases/two-valleys', import.meta.url));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const effects: Effects = {
    ...realEffects,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  const code = await main(['sensitivity', folder, ...argv], effects);
  return { code, out, err, effects };
}

describe('asylia sensitivity', () => {
  test('prints the ten assumptions that move the most displaced in the region, widest first', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain(
      'Most displaced persons of the persecuted groups in the region (peak.region)',
    );
    const rows = out.split('\n').filter((line) => / (assumed|published|measured) /.test(line));
    expect(rows).toHaveLength(10);
    const moves = rows.map((line) => Number(line.split(/ +/).at(-1)!.replaceAll(',', '')));
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(moves[0]).toBeGreaterThan(0);
  });

  test('says the same as JSON as a page reckons from the same pieces, under a theory', async () => {
    const { out, effects } = await run('--theory', 'T1', '--figure', 'NEI5.XHM', '--json');
    const loaded = loadCase(effects, folder);
    const input = {
      study: { case: loaded.case, calibration: loaded.calibration, scenario: null, seed: 1999 },
      theory: loadTheories(effects, ['T1']).theories[0]!,
    };
    const parts = planSensitivity(input).map((task) => runSensitivityTask(input, task));
    const expected = sensitivityOf(parts).find(({ figure }) => figure.code === 'NEI5.XHM')!;
    expect(JSON.parse(out)).toEqual({
      case: 'two-valleys',
      scenario: 'as-it-was',
      theory: 'T1',
      figures: parts[0]!.figures,
      ...expected,
    });
  });

  test('names the figures that there are for one that is not known', async () => {
    const unknown = await run('--figure', 'peak.regoin');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Did you mean peak.region');
    const measure = await run('--figure', 'NEI5.XHM');
    expect(measure.code).toBe(2);
    expect(measure.err).toContain('measures of security need --theory');
  });
});
