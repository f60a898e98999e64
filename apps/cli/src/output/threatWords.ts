import { compileSocietyContext } from '@asylia/cases';
import type { Measured, ThreatChunk, ThreatSummary } from '@asylia/lab';
import { centralWorld, changedCase, collectChunks, expectedLeaders, measuredOf } from '@asylia/lab';
import { codeOf } from '@asylia/security';
import type { PreparedThreat } from '../runs/attribution.ts';
import { textTable } from './textTable.ts';

const what =
  'For each object of security the source of threat that contributes most, then the one that contributes most given that the regime of origin acts: causal contributions under the assumptions of each theory, not guilt.';

/**
 * Who leads for each object, theory by theory, before any world was sampled: the tables of all
 * coalitions come from the expected run, so that nothing of this changes.
 */
export function preliminaryThreat(
  { input }: PreparedThreat,
  tables: readonly ThreatChunk[],
): string {
  const { case: source, scenario } = input.study;
  const changed = changedCase(source, scenario ? [scenario] : []);
  const societyContext = compileSocietyContext(changed, centralWorld(input.study));
  const { objects } = measuredOf(source, societyContext);
  const heads = objects.flatMap(({ headlines }) => headlines.slice(0, 1));
  const leaders = expectedLeaders(collectChunks(input, tables), heads).map(
    ({ theory, outcome, leaders: leading }) => ({
      theory,
      outcome,
      leader: leading.leader?.id ?? '',
      leaderGiven: leading.leaderGiven?.id ?? '',
    }),
  );
  const table = leadersTable(objects, input.theories, leaders);
  const key = keyOfTable(input.factors, input.theories, leaders);
  return `Preliminary, from the expected run; intervals follow:\n${what}\n\n${table}\n${key}`;
}

/** The article's table in words for a terminal: who leads for each object, theory by theory. */
export function threatText(summary: ThreatSummary): string {
  const table = leadersTable(summary.objects, summary.theories, summary.answers);
  const refuted = summary.checks.filter((check) => check.refuted === true);
  const held = summary.checks.filter((check) => check.refuted === false);
  const placebo =
    summary.placebo === null ? '' : `Placebo: largest contribution ${summary.placebo}.\n`;
  return [
    what,
    '',
    table,
    keyOfTable(summary.factors, summary.theories, summary.answers),
    '',
    `${placebo}Checks on the record: ${refuted.length} refute a theory, ${held.length} could have and do not, ${summary.checks.length - refuted.length - held.length} cannot be decided here.`,
    ...refuted.map((check) => `  ${check.theory} ${check.title}: ${check.evidence}`),
    ...summary.notes,
    ...endsText(summary),
  ].join('\n');
}

/** How sure the ends of the intervals are, in a sentence. */
function endsText({ intervals }: ThreatSummary): string[] {
  if (!intervals) return [];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const { count, medianError, mostErrors, worstError } = intervals;
  return [
    `The ends of ${count} intervals of headline measures are known to ${percent(medianError)} of the width in the median (bootstrap standard error of the worse end), nine in ten to ${percent(mostErrors)}, the worst to ${percent(worstError)}; each is printed beside its end. More draws: --draws.`,
  ];
}

/** What the table of leaders reads of an answer; the ids are empty where nothing contributes. */
interface Leading {
  readonly theory: string;
  readonly outcome: string;
  readonly leader: string;
  readonly leaderGiven: string;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What the letters of the table stand for: of sources, those that lead somewhere. */
function keyOfTable(
  sources: readonly Titled[],
  theories: readonly Titled[],
  answers: readonly Leading[],
): string {
  const leading = new Set(answers.flatMap(({ leader, leaderGiven }) => [leader, leaderGiven]));
  const list = (all: readonly Titled[]) =>
    all.map(({ id, title }) => `${codeOf(id)} ${title}`).join('; ');
  return [
    `Sources: ${list(sources.filter(({ id }) => leading.has(id)))}.`,
    `Theories: ${list(theories)}.`,
    'More on each: asylia explain factor O1, asylia explain theory T1, asylia explain outcome IND1.',
  ].join('\n');
}

function leadersTable(
  objects: Measured['objects'],
  theories: readonly { readonly id: string }[],
  answers: readonly Leading[],
): string {
  const rows = objects.flatMap(({ title, headlines: [outcome] }) => {
    if (!outcome) return [];
    const cells = theories.map(({ id }) => {
      const answer = answers.find((one) => one.theory === id && one.outcome === outcome);
      if (!answer || answer.leader === '') return 'nothing';
      return `${codeOf(answer.leader)}, then ${codeOf(answer.leaderGiven) || '-'}`;
    });
    return [[title, codeOf(outcome), ...cells]];
  });
  const columns = ['object', 'measure', ...theories.map(({ id }) => id)];
  return textTable({ id: 'leaders', title: '', columns, rows });
}
