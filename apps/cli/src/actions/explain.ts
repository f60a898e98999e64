import { join } from 'node:path';
import { hint, representedBy, ruleInWords } from '@asylia/cases';
import type { ParameterDeclaration } from '@asylia/engine';
import { dayTable, ownValue, parameters } from '@asylia/engine';
import { priorWords, UserError } from '@asylia/lab';
import {
  assumptions,
  builtInFactors,
  codeOf,
  consequenceRows,
  definitionsOfRefugee,
  frames,
  idOf,
  measuresOf,
  singleRemedies,
} from '@asylia/security';
import type { Effects } from '../shell/effects.ts';
import { loadCase, shippedCases } from '../shell/loadCase.ts';
import { loadTheories } from '../shell/loadTheories.ts';

/** Measures of a neighbour and of a group once each, under these names. */
const families = { countryIds: ['ISO'], groupIds: ['group'], hosts: Uint8Array.of(1) };

/** What a planner reads of a run, beside the measures of security. */
const planning = [
  [
    'coverage',
    'Coverage of a line of supply at a place',
    'min(1, supply / (standard x people)) by day; first day below 1 and least coverage, over worlds',
  ],
  [
    'prepareFor',
    'For how many people to prepare at a place',
    '90 % quantile over worlds of the most people on any day, rounded up to hundreds',
  ],
  [
    'deaths',
    'Deaths by cause',
    'series deaths.<group>.<violence|shortfall|natural>, cumulative; shortfall = above the baseline',
  ],
  ['secondWave', 'People of other groups displaced later', 'series secondWave, cumulative'],
] as const;

/** One thing that can be explained: its name, and what is said of it. */
interface Entry {
  readonly id: string;
  readonly text: string;
}

/** What the program assumes, from the same declarations that run. */
export function explain(effects: Effects, topic: string, id: string | undefined): void {
  const topics: Readonly<Record<string, () => readonly Entry[]>> = {
    day: days,
    assumptions: () => [...parameters, ...assumptions].map(assumption),
    outcome: outcomes,
    factor: factors,
    frame: () =>
      frames.map((one) => entry(one.id, one.title, [`stay on: ${list(one.fixed.map(codeOf))}`])),
    remedy: () => singleRemedies.map((one) => entry(one.id, one.title, [one.what])),
    theory: () => theories(effects),
    claim: () => claims(effects),
  };
  const known = Object.keys(topics);
  const entries = ownValue(topics, topic);
  if (!entries) {
    throw new UserError(
      `explain: expected one of ${known.join(', ')}, got "${topic}". ${hint(topic, known)}`,
    );
  }
  const all = entries();
  const name = id === undefined ? '' : idOf(id);
  const names = [name, ...['ISO', 'group'].map((member) => family(name, member))];
  const found = names.map((wanted) => all.filter((one) => one.id === wanted));
  const chosen = id === undefined ? all : (found.find((some) => some.length > 0) ?? []);
  if (chosen.length === 0) {
    const ids = all.map((one) => one.id);
    const what = topic === 'assumptions' ? 'parameter' : topic;
    throw new UserError(`explain ${topic}: no ${what} "${id}". ${hint(id ?? '', ids)}`);
  }
  effects.out(chosen.map((one) => one.text).join(''));
}

/** host.unrest.MKD stands under host.unrest.ISO. */
const family = (id: string, name: string) => id.replace(/\.[^.]+$/, `.${name}`);

const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'nothing');

function entry(id: string, title: string, lines: readonly string[]): Entry {
  return {
    id,
    text: [`${codeOf(id)}  ${title}`, ...lines.map((line) => `    ${line}`), ''].join('\n'),
  };
}

/** Rows that move people, then rows that follow from it: they move nobody. */
function days(): Entry[] {
  return [...dayTable, ...consequenceRows].map((row, i) => ({
    id: row.id,
    text: `${String(i + 1).padStart(2)}  ${row.title}\n    ${row.what}\n    reads: ${row.reads}\n    writes: ${row.writes}${row.switchedBy.length > 0 ? `\n    switched by: ${row.switchedBy.map(codeOf).join(', ')}` : ''}\n`,
  }));
}

function assumption(p: ParameterDeclaration): Entry {
  return {
    id: p.id,
    text: `${p.id} = ${p.default} ${p.unit} (${p.low} to ${p.high}; ${priorWords(p.prior, p.low, p.high)}; ${p.mark})\n    ${p.title}\n    source: ${p.source}${p.disputedBy ? `\n    disputed by: ${p.disputedBy}` : ''}\n`,
  };
}

function outcomes(): Entry[] {
  return [
    ...definitionsOfRefugee.map((one) =>
      entry(one.id, one.title, [`series ${one.series}, persons at the end of each day`]),
    ),
    ...planning.map(([id, title, how]) => entry(id, title, [how])),
    ...measuresOf(families).map((one) =>
      entry(one.id, one.title, [
        `id: ${one.id}`,
        `object: ${one.object}; unit: ${one.unit}; ${one.direction === 'moreIsWorse' ? 'more is worse' : 'more is better'}`,
        `formula: ${one.formula}`,
        `does not see: ${one.limitations}`,
      ]),
    ),
  ];
}

function factors(): Entry[] {
  return builtInFactors.map((one) =>
    entry(one.id, one.title, [
      `id: ${one.id}`,
      `actor: ${one.actor}`,
      `on: ${one.on}`,
      `off: ${one.off}`,
      `off in another way: ${one.offAlternative}`,
      `presupposes: ${list(one.presupposes.map(codeOf))}`,
      `co-tenable? ${one.coTenability}`,
    ]),
  );
}

function theories(effects: Effects): Entry[] {
  return loadTheories(effects, 'all').theories.map((one) =>
    entry(one.id, `${one.title} (${one.school})`, [
      one.terms,
      `frame: ${one.frame}`,
      ...Object.entries({ ...one.assumptions, ...one.parameters }).map(
        ([id, set]) =>
          `${id} = ${set!.value} (${priorWords(set!.prior, set!.low, set!.high)}; ${set!.mark}): ${set!.source}`,
      ),
      ...one.checks.map((check) => `refuted if: ${check.wouldRefute}`),
    ]),
  );
}

/** Claims of the articles of the cases that come along. */
function claims(effects: Effects): Entry[] {
  const isJudged = (name: string) => effects.isFolder(join(shippedCases(), name, 'article'));
  const articles = effects
    .list(shippedCases())
    .filter(isJudged)
    .flatMap((name) => loadCase(effects, name).article ?? []);
  return articles.flatMap((article) =>
    article.claims.map((one) =>
      entry(String(one.id), one.says, [
        `place: ${one.place} of ${article.citation}`,
        `stands for: ${representedBy(one.maps)}`,
        `test: ${one.test ? ruleInWords(one.test) : 'none'}`,
        one.note,
      ]),
    ),
  );
}
