import { simulate } from '@asylia/engine';
import type { StudyInput } from '@asylia/lab';
import {
  centralWorld,
  currentRun,
  describe as describeCase,
  drawOf,
  givenFactor,
  pairedWorld,
  runChunk,
  sampledWorlds,
  theoryOf,
  toTheEnd,
} from '@asylia/lab';
import type { DatedMap } from '@asylia/view';
import { inNeighbours, waitingAtFrontier } from '@asylia/view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../src/engine/figures.ts';
import { differenceInterval, figureOf, topicsOf } from '../src/engine/figures.ts';
import type { Inputs } from '../src/engine/protocol.ts';
import { mapInputOf } from '../src/map/mapInput.ts';
import { changesOf } from '../src/rooms/compare/changesOf.ts';
import type { Kept } from '../src/rooms/compare/columns.ts';
import {
  choose,
  chosenOf,
  editedId,
  mostColumns,
  optionsOf,
  putFirst,
} from '../src/rooms/compare/columns.ts';
import { allTogether, dayApart, peopleAt, quickDays } from '../src/rooms/compare/mapsOf.ts';
import { cellsOf, isOpen, measureRows, topicRows } from '../src/rooms/compare/rows.ts';
import { startState } from '../src/state/state.ts';
import { openOnDisk } from './caseOnDisk.ts';

/** Inputs at baseline, but for what is given. */
const inputsOf = (change: Partial<Inputs>): Inputs => ({ ...startState.inputs, ...change });
/** What a call answers. @throws Error when it answers with faults */
function answerOf<T>(outcome: { readonly answer: T } | { readonly faults: unknown }): T {
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}

const session = openOnDisk('kosovo-1999');
const opened = describeCase(session);
const source = session.folder.case;
const baseline = inputsOf({});
const closed = inputsOf({ scenario: 'fyrm-closed' });
const edited = inputsOf({ settings: { 'offers.all': 3 } });
const simulated = (inputs: Inputs) => answerOf(currentRun(session, inputs));
const figuresOf = (inputs: Inputs) => topicsOf(simulated(inputs)).map(figureOf);
const found = (figures: readonly Figure[], id: string) => figures.find((one) => one.id === id)!;

/** The study of a scenario file, put together without the page. */
function studyOfFile(id: string): StudyInput {
  const { case: own, calibration, scenarios } = session.folder;
  const scenario = scenarios.find((one) => one.id === id)!;
  return { case: own, calibration, scenario, seed: baseline.seed };
}

describe('the figures of a scenario', () => {
  const study = studyOfFile('fyrm-closed');
  const { series } = simulate(centralWorld(study), {
    seed: study.seed,
    world: 0,
    mode: 'expected',
  });
  const sum = (day: number, isPart: (name: string) => boolean) =>
    series.names.reduce(
      (total, name, i) => total + (isPart(name) ? series.values[i * series.days + day]! : 0),
      0,
    );
  const days = Array.from({ length: series.days }, (_, day) => day);
  const figures = figuresOf(closed);

  test('are those of a study of its file', () => {
    const waiting = days.map((day) => sum(day, (name) => name.startsWith('waiting.')));
    expect(found(figures, 'waiting').value).toBeCloseTo(Math.max(...waiting), 6);
    expect(waiting[found(figures, 'waiting').day]).toBeCloseTo(Math.max(...waiting), 6);
    const last = series.days - 1;
    const dead = sum(last, (name) => /^deaths\..*\.shortfall$/.test(name));
    expect(found(figures, 'deaths.shortfall').value).toBeCloseTo(dead, 6);
    for (const id of ['evacuated', 'returned', 'secondWave'])
      expect(found(figures, id).value).toBeCloseTo(
        sum(last, (name) => name === id),
        6,
      );
    const unsheltered = days.map((day) =>
      sum(day, (name) => /^shelter\..*\.unsheltered$/.test(name)),
    );
    expect(found(figures, 'unsheltered').value).toBeCloseTo(Math.max(...unsheltered), 6);
    const inAlbania = days.map((day) => sum(day, (name) => name === 'stock.ALB.albanian'));
    expect(found(figures, 'peak.ALB').value).toBeCloseTo(Math.max(...inAlbania), 6);
  });

  test('give the stock of the region as the sum of its countries on every day', () => {
    const live = simulated(closed);
    const topics = topicsOf(live);
    const { series: summed } = live.figures.find((one) => one.id === 'peak.region')!;
    const isOfRegion = (country: string) => summed.includes(`stock.${country}.albanian`);
    const region = topics.find((one) => one.id === 'peak.region')!;
    const countries = topics.filter(
      ({ topic, country }) => topic === 'country' && isOfRegion(country),
    );
    expect(countries.length).toBeGreaterThan(1);
    for (const day of [0, 20, 60, 200]) {
      const together = countries.reduce((total, one) => total + one.values[day]!, 0);
      expect(region.values[day]).toBeCloseTo(together, 6);
    }
  });

  test('of edited policies are those of the scenario file that says the same', () => {
    const live = simulated(edited);
    const own = { ...studyOfFile('as-it-was'), scenario: live.overlay };
    const run = simulate(centralWorld(own), { seed: own.seed, world: 0, mode: 'expected' }).series;
    const evacuated = run.names.indexOf('evacuated');
    expect(found(topicsOf(live).map(figureOf), 'evacuated').value).toBeCloseTo(
      run.values[(evacuated + 1) * run.days - 1]!,
      6,
    );
  });

  test('differ where a border is closed, and not where nothing is edited', () => {
    const rows = topicRows([simulated(baseline), simulated(closed), simulated(baseline)], []);
    const inMacedonia = rows.find((one) => one.id === 'peak.MKD')!;
    expect(inMacedonia.cells[1]!.change!).toBeLessThan(-100_000);
    expect(inMacedonia.cells[1]!.verdict).toBe('fewer');
    for (const row of rows) expect(row.cells[2]).toMatchObject({ change: 0, verdict: 'same' });
  });
});

describe('paired worlds', () => {
  test('are the worlds that a run of the scenario samples', () => {
    const chunk = runChunk(studyOfFile('fyrm-closed'), 3, 1);
    const sampled = topicsOf({ ...chunk, figures: simulated(closed).figures }).map(figureOf);
    const paired = answerOf(pairedWorld(session, closed, 3));
    const expected = figuresOf(closed);
    for (const id of ['waiting', 'unsheltered', 'evacuated', 'returned', 'deaths.shortfall']) {
      const own = paired.figures[id]!;
      // A chunk keeps single precision.
      expect(own / found(sampled, id).value).toBeCloseTo(1, 6);
      expect(own).not.toBeCloseTo(found(expected, id).value, 3);
    }
  });

  test('have the measures that an attribution takes in the same world', () => {
    const input = {
      study: studyOfFile('fyrm-closed'),
      theories: [theoryOf(session, closed)],
      factors: [],
      frames: [],
      given: givenFactor,
      remedies: [],
      alternative: [],
      ledgerDraws: 0,
    };
    // Pairs of a comparison have independent draws, as the ensemble has.
    const part = toTheEnd(sampledWorlds(input, 2, 1, drawOf));
    const asItStands = part.columns.map((_, outcome) => part.values[outcome * part.rows]);
    expect(answerOf(pairedWorld(session, closed, 2)).measures).toEqual(asItStands);
  });

  test('differ by nothing where nothing was decided differently', () => {
    const one = answerOf(pairedWorld(session, baseline, 1));
    const same = answerOf(pairedWorld(session, inputsOf({ settings: { 'offers.all': 1 } }), 1));
    expect(same).toEqual(one);
  });
});

describe('the interval of a difference', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  });

  test('is the shift itself where every world is shifted alike', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (worlds, shift) => {
        const { low90, high90 } = differenceInterval(
          worlds,
          worlds.map((n) => n + shift),
        )!;
        expect(low90).toBeCloseTo(shift, 6);
        expect(high90).toBeCloseTo(shift, 6);
      }),
    );
  });

  test('turns around when the two change places', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const there = differenceInterval(one, other)!;
        const back = differenceInterval(other, one)!;
        expect(back.low90).toBeCloseTo(-there.high90, 6);
        expect(back.high90).toBeCloseTo(-there.low90, 6);
      }),
    );
  });

  test('leaves out the worlds at either end: 0 to 20 in steps of 1 gives 1 to 19', () => {
    const worlds = Array.from({ length: 21 }, (_, n) => n);
    expect(
      differenceInterval(
        worlds.map(() => 0),
        worlds,
      ),
    ).toEqual({ low90: 1, high90: 19 });
  });

  test('is not there without worlds, and then nothing is said to be open', () => {
    expect(differenceInterval([], [])).toBeNull();
    const [, cell] = cellsOf([1, 2], 'moreIsWorse', [], [null, null]);
    expect(isOpen(cell!)).toBe(false);
  });
});

describe('what is better or worse', () => {
  test.each([
    [10, 12, 'moreIsWorse', 'worse'],
    [10, 8, 'moreIsWorse', 'better'],
    [10, 12, 'moreIsBetter', 'better'],
    [10, 8, 'moreIsBetter', 'worse'],
    [10, 12, null, 'more'],
    [10, 8, null, 'fewer'],
    [10, 10.001, 'moreIsWorse', 'same'],
  ] as const)('%d and then %d, where %s: %s', (first, second, direction, verdict) => {
    expect(cellsOf([first, second], direction, [], [null, null])[1]!.verdict).toBe(verdict);
  });

  test('follows the direction that each headline measure declares', () => {
    const runs = [simulated(baseline), simulated(closed)];
    const rows = opened.objects.flatMap((object) =>
      measureRows(opened, object.headlines, runs, []),
    );
    expect(rows.some((row) => row.cells[1]!.verdict === 'worse')).toBe(true);
    for (const { direction, cells } of rows) {
      const { change, verdict } = cells[1]!;
      if (verdict === 'worse') expect(change! > 0).toBe(direction === 'moreIsWorse');
      if (verdict === 'better') expect(change! > 0).toBe(direction === 'moreIsBetter');
    }
  });
});

describe('what stands side by side', () => {
  const kept: Kept = { id: 'kept-1', title: 'Mine', of: source.name, inputs: edited };
  const elsewhere: Kept = { ...kept, id: 'kept-2', of: 'another' };
  const options = optionsOf(opened, [kept, elsewhere], edited);
  const ids = options.map((one) => one.id);

  test('can be every scenario of the case, what was kept of it, and what is edited now', () => {
    expect(ids).toEqual([...opened.scenarios.map((one) => one.id), 'kept-1', editedId]);
  });

  test('is never more than four, each once, in the order of choice, whatever is asked for', () => {
    const some = fc.array(fc.constantFrom(...ids, 'gone'), { maxLength: 9 });
    fc.assert(
      fc.property(some, some, (before, wanted) => {
        const after = choose(options, before, new Set(wanted));
        const { columns, missing } = chosenOf(options, after);
        expect(columns.map((one) => one.id)).toEqual(after);
        expect(missing).toEqual([]);
        expect(after.length).toBeLessThanOrEqual(mostColumns);
        const stayed = chosenOf(options, before)
          .columns.map((one) => one.id)
          .filter((id) => wanted.includes(id));
        expect(after.slice(0, stayed.length)).toEqual(stayed);
      }),
    );
  });

  test('names what an address asks for and is not there', () => {
    const { columns, missing } = chosenOf(options, ['as-it-was', 'kept-9']);
    expect(columns.map(({ id, letter }) => [id, letter])).toEqual([['as-it-was', 'A']]);
    expect(missing).toEqual(['kept-9']);
  });

  test('simulates everything under the theory and seed of the session', () => {
    const now = inputsOf({ theory: 'T3', seed: 7 });
    for (const { inputs } of optionsOf(opened, [kept], now))
      expect(inputs).toMatchObject({ theory: 'T3', seed: 7 });
  });

  test('can have any of them first', () => {
    expect(putFirst(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
  });
});

describe('what is decided differently', () => {
  const base = simulated(baseline);

  test('is nothing at baseline', () => {
    expect(changesOf(opened, baseline, base, base)).toEqual([]);
  });

  test('names scenario, policies and assumptions with what they were', () => {
    const inputs = inputsOf({
      scenario: 'no-evacuation',
      settings: { 'frontier.MKD': 'open' },
      parameters: { hostFamilyShare: 0.5 },
    });
    const changes = changesOf(opened, inputs, simulated(inputs), base);
    expect(changes.map((one) => one.kind)).toEqual(['scenario', 'policy', 'parameter']);
    expect(changes[2]).toMatchObject({ value: 0.5, was: base.parameters.hostFamilyShare });
  });
});

describe('maps side by side', () => {
  const runs = [baseline, closed].map(simulated);
  const maps: DatedMap[] = runs.map((run) => mapInputOf(opened, run));
  const { days } = runs[0]!;

  test('share places: together they hold the most that any of them has', () => {
    const all = allTogether(maps);
    for (const [id, people] of Object.entries(all.map.stockByPlace))
      for (const day of [0, 17, 80])
        expect(people[day]).toBe(
          Math.max(...maps.map((map) => map.map.stockByPlace[id]?.[day] ?? 0)),
        );
  });

  test('point to the days on which most are displaced, most wait, and most differs', () => {
    const quick = quickDays(maps, days);
    for (const { what, day, runs: which } of quick) {
      for (const run of which) {
        const of = (d: number) =>
          what === 'displaced'
            ? inNeighbours(maps[run]!, d)
            : what === 'waiting'
              ? waitingAtFrontier(maps[run]!, d)
              : maps[0]!.places.reduce(
                  (sum, { id }) =>
                    sum + Math.abs(peopleAt(maps[run]!, id, d) - peopleAt(maps[0]!, id, d)),
                  0,
                );
        for (let d = 0; d < days; d++) expect(of(d)).toBeLessThanOrEqual(of(day));
      }
    }
    expect(quick.map((one) => one.what)).toContain('apart');
    expect(quick.at(-1)).toEqual({ day: days - 1, what: 'end', runs: [] });
  });

  test('of two runs that are alike have no day that differs', () => {
    expect(dayApart(quickDays([maps[0]!, maps[0]!], days))).toBeNull();
  });
});
