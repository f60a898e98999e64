import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseNames, isCaseFile, readTheory } from '@asylia/cases';
import { parameters } from '@asylia/engine';
import { assumptions } from '@asylia/security';
import { folderAt } from './shipped.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Files of a case that comes along, by their path in its folder. */
export function filesOf(name: string): Map<string, string> {
  const folder = `${root}cases/${name}/`;
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCaseFile);
  return new Map(inside.map((file) => [file, readFileSync(folder + file, 'utf8')]));
}

/** What a case is and has: its names and ids, in every language. */
function ownWords(name: string): readonly string[] {
  const folder = folderAt(name);
  const { tables, groups } = folder.case;
  return [
    name,
    ...caseNames(folder).values(),
    ...Object.values(folder.words).flatMap((words) => Object.values(words)),
    ...groups.map(({ id }) => id),
    ...tables.places.flatMap((row) => [row.id, row.name, ...row.name_other.split(/[;,/]/)]),
    ...tables.states.map(({ country }) => country),
    ...tables.frontier.map(({ by }) => by),
    ...tables.sources.flatMap(({ id, title }) => [id, title]),
    ...folder.scenarios.map(({ id }) => id),
    ...folder.checks.flatMap(({ id, title }) => [id, title]),
    ...(folder.article ? [folder.article.citation] : []),
  ];
}

/** Kukës is also written Kukes. */
const withoutAccents = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Words of the cases that come along, but for those that stand in the files of one of them. */
export function wordsOfOtherCases(own: string): readonly string[] {
  const files = [...filesOf(own).values()].join('\n');
  const others = readdirSync(`${root}cases`).filter((name) => name !== own);
  const given = others.flatMap(ownWords).map((word) => word.trim());
  const words = new Set([...given, ...given.map(withoutAccents)]);
  return [...words].filter(
    (word) => word.length > 2 && !everyday.includes(word) && !isCode(word) && !holds(files, word),
  );
}

/** Ids and names of the others that are everyday words as well. */
const everyday = ['fled', 'stayed', 'دول أخرى'];

/** A state far away is one place, with its code in small letters as its id: `can`, `fin`, `nor`. */
const isCode = (word: string) => /^[a-z]{3}$/.test(word);

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a word stands in a text, not as a part of another word. */
export function holds(text: string, word: string): boolean {
  if (!text.includes(word)) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** Where the numbers of the program and of the theories come from, in the words shown. */
export function citations(): readonly string[] {
  const theories = readdirSync(`${root}theories`)
    .filter((file) => /^T\d/.test(file))
    .map((file) => {
      const read = readTheory(file, readFileSync(`${root}theories/${file}`));
      if ('faults' in read) throw new Error(JSON.stringify(read.faults));
      return read.theory;
    });
  const declared = [...parameters, ...assumptions].flatMap(({ source, disputedBy }) => [
    source,
    disputedBy ?? '',
  ]);
  const settings = theories.flatMap(({ sources, assumptions, parameters }) => [
    ...sources,
    ...Object.values({ ...assumptions, ...parameters }).map(({ source }) => source),
  ]);
  const inHtml = (text: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
  const all = [...declared, ...settings].filter((text) => text !== '');
  return [...new Set([...all, ...all.map(inHtml)])];
}

/**
 * Words of other cases that stand in a text, outside what may name them.
 * @param allowed citations and named comparisons: they may stand in the text as they are
 */
export function foundIn(
  text: string,
  words: readonly string[],
  allowed: readonly string[],
): readonly string[] {
  let rest = text;
  for (const one of [...allowed].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(one, '');
  return words.filter((word) => holds(rest, word));
}
