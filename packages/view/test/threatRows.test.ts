import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import {
  claimRows,
  classOf,
  conclusionRows,
  leaderRows,
  matrixChart,
  matrixRows,
  remedyRows,
  renderThreat,
  threatContext,
} from '../src/index.ts';
import { inventedThreat } from './inventedThreat.ts';

const threat = inventedThreat();
const context = threatContext(threat);
const rowOf = (outcome: string, estimand: 'shapley' | 'conditional' = 'shapley') =>
  matrixRows(englishWords, context, 'T1', 'all', estimand)
    .flatMap((group) => group.rows)
    .find((row) => row.outcome === outcome)!;

describe('the matrix as plain values', () => {
  test('judges from the object of the row: a loss of what should be more is harm', () => {
    const access = rowOf('regime.accessToAsylum');
    expect(access.direction).toBe('moreIsBetter');
    const exclusion = access.cells.find((cell) => cell.factor === 'exclusion')!;
    expect(exclusion.value).toBeLessThan(0);
    expect(exclusion.look).toEqual({ harm: 1, depth: 3 });
    const deaths = rowOf('individuals.excessDeaths').cells.find(
      (cell) => cell.factor === 'exclusion',
    )!;
    expect(deaths.value).toBeLessThan(0);
    expect(deaths.look.harm).toBe(-1);
  });

  test('shows the placebo as exactly nothing, and what cannot be asked as missing', () => {
    expect(
      rowOf('individuals.excessDeaths').cells.find((cell) => cell.factor === 'placebo'),
    ).toMatchObject({
      value: 0,
      size: 'nothing',
    });
    const given = rowOf('individuals.excessDeaths', 'conditional').cells.find(
      (cell) => cell.factor === 'persecution',
    )!;
    expect(given).toMatchObject({ value: null, size: 'missing' });
  });

  test('colours by depth within the row, and a colour always has its class', () => {
    expect(rowOf('individuals.excessDeaths').cells.map((cell) => classOf(cell.look))).toEqual([
      'harm3',
      'relief1',
      'none',
    ]);
  });

  test('is what the report prints and what the picture draws', () => {
    const html = renderThreat(englishWords, threat);
    const drawn = matrixChart(englishWords, context, 'T1', 'drawn');
    for (const text of ['▲ +900', '▼ -40', '▲ -0.5']) {
      expect(html).toContain(text);
      expect(drawn).toContain(text);
    }
  });
});

describe('what is read beside the matrix', () => {
  test('names the leading source of each theory with its direction', () => {
    const rows = leaderRows(englishWords, context).flatMap((group) => group.rows);
    expect(rows.map((row) => row.outcome)).toEqual(
      threat.objects.flatMap((object) => object.headlines),
    );
    for (const { theory, outcome, leader } of threat.answers) {
      const row = rows.find((one) => one.outcome === outcome);
      const found = row!.leaders.find((one) => one.theory === theory)!;
      expect(found.factor).toBe(leader);
      const cell = threat.cells.find(
        (one) =>
          one.theory === theory &&
          one.outcome === outcome &&
          one.frame === 'all' &&
          one.factor === leader,
      );
      // What it contributes, not what is lost but for it, which is twice as much here.
      expect(found.value).toBe(cell!.shapley);
    }
  });

  test('says of every remedy whom it helps, and too small a change counts as none', () => {
    const [remedy] = threat.remedyDefinitions;
    const change = (effect: number) => {
      const remedies = threat.remedies.map((one) => ({ ...one, effect }));
      const rows = remedyRows(englishWords, threatContext({ ...threat, remedies }), 'T1');
      return rows
        .flatMap((group) => group.rows)
        .find((row) => row.outcome === 'individuals.excessDeaths')!
        .changes.find((one) => one.remedy === remedy!.id)!;
    };
    expect(change(500).harm).toBe(1);
    expect(change(-500).harm).toBe(-1);
    expect(change(1e-9)).toMatchObject({ harm: 0, effect: 1e-9 });
  });

  test('groups a claim by the worst that any theory says of it', () => {
    const claimDefinitions = inventedThreat().claimDefinitions.slice(0, 1);
    const [claim] = claimDefinitions;
    const said = (verdicts: readonly ('supported' | 'contradicted' | 'cannotBeTested')[]) =>
      claimRows({
        ...threat,
        claimDefinitions,
        claims: verdicts.map((verdict, t) => ({
          id: claim!.id,
          theory: threat.theories[t]!.id,
          verdict,
          by: '',
        })),
      })[0]!.group;
    expect(said(['supported', 'contradicted'])).toBe('contradicted');
    expect(said(['cannotBeTested', 'supported'])).toBe('supported');
    expect(said(['cannotBeTested', 'cannotBeTested'])).toBe('open');
    expect(claimRows({ ...threat, claims: [] })).toEqual([]);
  });

  test('gives the conclusion once for each object, with the verdict of each theory', () => {
    const conclusion = threat.theories.map(({ id }) => ({
      id: 57 as const,
      object: 'individuals' as const,
      theory: id,
      verdict: 'supported' as const,
      by: id,
    }));
    const rows = conclusionRows({ ...threat, conclusion });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ claim: 57, title: 'The people themselves' });
    expect(rows[0]!.verdicts.map((one) => one.by)).toEqual(threat.theories.map(({ id }) => id));
  });
});
