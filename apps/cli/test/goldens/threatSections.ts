import type { ThreatSummary } from '@asylia/lab';
import {
  buildThreat,
  coalitionRunner,
  collectChunks,
  expectedWorlds,
  givenFactor,
  runThreatTask,
  valueUnder,
} from '@asylia/lab';
import type { MeasureDefinition } from '@asylia/security';
import {
  allOn,
  codeOf,
  defaultFactors,
  defaultRemedies,
  isPlacebo,
  levelsOf,
} from '@asylia/security';
import { measureName } from '@asylia/view';
import { englishWords } from '@asylia/words';
import type { Row, Section } from './format.ts';
import type { Study } from './study.ts';
import { observations, theoryOf } from './study.ts';

const allTheories = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
/** The article's theory and its strongest rival: of these also what each source contributes. */
const theories = ['T1', 'T7'] as const;

/** Where the threat lies, in the expected run alone. */
export function threatSections({ folder, input, summary }: Study): Section[] {
  const asked = {
    study: input,
    theories: theories.map(theoryOf),
    factors: defaultFactors,
    frames: ['all' as const],
    given: givenFactor,
    remedies: [...defaultRemedies],
    alternative: [],
    ledgerDraws: 0,
    perDraw: 1,
  };
  const worlds = expectedWorlds(input);
  const parts = theories.map((_, theory) =>
    runThreatTask(asked, { what: 'expected', theory, firstWorld: 0, count: 0 }, worlds),
  );
  const threat = buildThreat(collectChunks(asked, parts), {
    run: '',
    inputHash: '',
    version: '',
    seconds: 0,
    theories: asked.theories,
    observations: observations(),
    causeOfFlight: null,
    article: folder.article,
    validation: Object.fromEntries(
      summary.checks.map(({ id, record, model, pass }) => [id, { record, model, pass }]),
    ),
    others: {},
    notes: [],
    worlds,
  });
  return [
    levels(threat),
    underEachTheory(threat, (theory) => {
      const runner = coalitionRunner(worlds, theoryOf(theory), []);
      const value = valueUnder(runner, allOn);
      return new Map(runner.outcomes.map(({ id }, o) => [id, value[o]!]));
    }),
    ...theories.flatMap((theory) => contributions(threat, theory)),
    remedies(threat),
    answers(threat),
    necessity(threat),
    otherAbsences(threat, (theory, off) => {
      const runner = coalitionRunner(worlds, theoryOf(theory), []);
      const all = (1 << defaultFactors.length) - 1;
      const at = defaultFactors.findIndex((factor) => factor.id === off);
      const without = levelsOf(defaultFactors, all & ~(1 << at), new Set([off]));
      const [as, other] = [valueUnder(runner, allOn), valueUnder(runner, without)];
      return new Map(runner.outcomes.map(({ id }, o) => [id, as[o]! - other[o]!]));
    }),
    verdicts(threat),
  ];
}

/** Name of a measure with its object, where several have the same. */
function nameOf(threat: ThreatSummary, outcome: MeasureDefinition): string {
  const object = threat.objects.find(({ id }) => id === outcome.object);
  return `${object?.title ?? outcome.object}: ${measureName(englishWords, outcome)}`;
}

function headlines({ objects, outcomes }: ThreatSummary): MeasureDefinition[] {
  return objects.flatMap((object) =>
    object.headlines.map((id) => outcomes.find((one) => one.id === id)!),
  );
}

const sources = ({ factors }: ThreatSummary) => factors.filter((factor) => !isPlacebo(factor));

/** Every measure with all sources and with none. */
function levels(threat: ThreatSummary): Section {
  const found = (theory: string, outcome: string) =>
    threat.levels.find((one) => one.theory === theory && one.outcome === outcome)!;
  return {
    title: 'Measures of security',
    note: 'In the expected run, with every source of threat and without any.',
    columns: theories.flatMap((theory) => [`${theory}, all sources`, `${theory}, none`]),
    rows: threat.outcomes.map((outcome) => ({
      name: nameOf(threat, outcome),
      unit: outcome.unit,
      values: theories.flatMap((theory) => {
        const { baseline, without } = found(theory, outcome.id);
        return [baseline, without];
      }),
    })),
  };
}

/** Headline measures as every theory would have them. */
function underEachTheory(
  threat: ThreatSummary,
  measure: (theory: string) => ReadonlyMap<string, number>,
): Section {
  const found = allTheories.map(measure);
  return {
    title: 'Measures of security under each theory',
    note: 'In the expected run, with every source of threat.',
    columns: [...allTheories],
    rows: headlines(threat).map((outcome) => ({
      name: nameOf(threat, outcome),
      unit: outcome.unit,
      values: found.map((values) => values.get(outcome.id)!),
    })),
  };
}

const estimands = [
  ['firstIn', 'alone', 'What a source of threat adds when it is the only one.'],
  ['lastIn', 'last', 'What a source of threat adds when all others are there.'],
  ['shapley', 'Shapley value', 'What a source of threat adds on average over all orders.'],
] as const;

/** Contributions of every source to every headline measure. */
function contributions(threat: ThreatSummary, theory: string): Section[] {
  const cells = new Map(
    threat.cells
      .filter((cell) => cell.theory === theory && cell.frame === 'all')
      .map((cell) => [`${cell.outcome} ${cell.factor}`, cell]),
  );
  return estimands.map(([estimand, title, note]) => ({
    title: `Contributions under ${theory}, ${title}`,
    note,
    columns: sources(threat).map(({ code }) => code),
    rows: headlines(threat).map(
      (outcome): Row => ({
        name: nameOf(threat, outcome),
        unit: outcome.unit,
        values: sources(threat).map(({ id }) => cells.get(`${outcome.id} ${id}`)![estimand]),
      }),
    ),
  }));
}

/** What each remedy changes of every headline measure, under the first theory. */
function remedies(threat: ThreatSummary): Section {
  const [theory] = theories;
  const effects = new Map(
    threat.remedies
      .filter((cell) => cell.theory === theory)
      .map((cell) => [`${cell.outcome} ${cell.remedy}`, cell.effect]),
  );
  return {
    title: `Remedies under ${theory}`,
    note: 'What each would change, everything else as it was.',
    columns: threat.remedyDefinitions.map(({ id }) => id),
    rows: headlines(threat).map((outcome) => ({
      name: nameOf(threat, outcome),
      unit: outcome.unit,
      values: threat.remedyDefinitions.map(({ id }) => effects.get(`${outcome.id} ${id}`) ?? null),
    })),
  };
}

/** Which source leads, by which actor, and from where on the harm counts as there. */
function answers(threat: ThreatSummary): Section {
  return {
    title: 'Answers',
    note: 'The leading source; from where on the harm counts as there; the largest part of one actor (Owen value); the largest interaction of two sources; agreement of the theories on the ranks.',
    columns: theories
      .flatMap((theory) => [
        ...[`${theory}, leader`, `${theory}, given`, `${theory}, threshold`],
        ...[`${theory}, actor`, `${theory}, interaction`],
      ])
      .concat('agreement'),
    rows: headlines(threat).map((outcome) => ({
      name: nameOf(threat, outcome),
      unit: outcome.unit,
      values: [
        ...theories.flatMap((theory) => {
          const one = threat.answers.find(
            (answer) => answer.theory === theory && answer.outcome === outcome.id,
          )!;
          const actor = Math.max(...one.actors.map(({ owen }) => Math.abs(owen)));
          return [
            codeOf(one.leader),
            codeOf(one.leaderGiven),
            one.threshold,
            actor,
            one.interactions[0]?.value ?? null,
          ];
        }),
        threat.agreement.find((row) => row.outcome === outcome.id)?.concordance ?? null,
      ],
    })),
  };
}

/** How far each source is necessary for the first measure of each object. */
function necessity(threat: ThreatSummary): Section {
  const [theory] = theories;
  return {
    title: `Necessity and sufficiency under ${theory}`,
    note: 'Over all coalitions of sources, for the first measure of each object.',
    columns: ['necessity', 'coverage', 'sufficiency', 'responsibility'],
    rows: threat.answers
      .filter((one) => one.theory === theory)
      .filter((one) => threat.objects.some((object) => object.headlines[0] === one.outcome))
      .flatMap((one) =>
        one.necessity.map((row) => ({
          name: `${nameOf(threat, threat.outcomes.find(({ id }) => id === one.outcome)!)}, ${codeOf(row.factor)}`,
          unit: 'share',
          values: [
            row.necessityConsistency,
            row.necessityCoverage,
            row.sufficiencyConsistency,
            row.responsibility,
          ],
        })),
      ),
  };
}

/** What each source adds as the last when its absence is imagined in its other way. */
function otherAbsences(
  threat: ThreatSummary,
  effect: (theory: string, factor: string) => ReadonlyMap<string, number>,
): Section {
  const [, theory] = theories;
  const found = sources(threat).map(({ id }) => effect(theory, id));
  const firsts = threat.objects.flatMap(({ headlines: [first] }) => (first ? [first] : []));
  return {
    title: `Absences imagined in the other way under ${theory}`,
    note: 'What a source adds as the last, for the first measure of each object.',
    columns: sources(threat).map(({ code }) => code),
    rows: firsts.map((id) => {
      const outcome = threat.outcomes.find((one) => one.id === id)!;
      return {
        name: nameOf(threat, outcome),
        unit: outcome.unit,
        values: found.map((values) => values.get(id)!),
      };
    }),
  };
}

/** What the results say of each claim that can be tested, and of each check of a theory. */
function verdicts(threat: ThreatSummary): Section {
  const tested = threat.claims.filter(({ verdict }) => verdict !== 'cannotBeTested');
  const ids = [...new Set(tested.map(({ id }) => id))];
  return {
    title: 'Claims and checks',
    note: 'Verdicts on the claims that some theory can test, and on what would refute a theory.',
    columns: [...theories],
    rows: [
      ...ids.map((id) => ({
        name: `Claim ${id}`,
        unit: '',
        values: theories.map(
          (theory) =>
            threat.claims.find((one) => one.id === id && one.theory === theory)?.verdict ?? null,
        ),
      })),
      ...threat.checks.map((check) => ({
        name: `Check of ${check.theory}: ${check.id}`,
        unit: '',
        values: theories.map((theory) =>
          theory !== check.theory
            ? null
            : check.refuted === null
              ? 'not decided'
              : check.refuted
                ? 'refuted'
                : 'not refuted',
        ),
      })),
    ],
  };
}
