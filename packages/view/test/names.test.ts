import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseNames, isCaseFile, readTheory, tables } from '@asylia/cases';
import {
  deathCauses,
  type Mark,
  parameters,
  placeKinds,
  situations,
  violenceKinds,
} from '@asylia/engine';
import { readCaseFolder, unitOfLine } from '@asylia/lab';
import {
  type Actor,
  assumptions,
  builtInFactors,
  defaultRemedies,
  definitionsOfRefugee,
  type Factor,
  frames,
  measuresOf,
  objectsMeasured,
  remedyOf,
  type ThreatCell,
  type Verdict,
} from '@asylia/security';
import { describe, expect, test } from 'vitest';
import { atlas } from '../src/map/atlas.ts';

/** Every name that is declared, with its English; null where the declaration is the id alone. */
type Names = Map<string, string | null>;
type Figure = keyof Pick<ThreatCell, 'firstIn' | 'lastIn' | 'shapley' | 'conditional'>;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (path: string) => readFileSync(root + path, 'utf8');

// Words that only a type declares: a new one does not compile here until it is named.
const actors: Record<Actor, true> = {
  origin: true,
  widerStates: true,
  neighbours: true,
  receivingSocieties: true,
  displaced: true,
  interveners: true,
  nobody: true,
  case: true,
};
const marks: Record<Mark, true> = { measured: true, published: true, assumed: true };
const verdicts: Record<Verdict, true> = {
  supported: true,
  contradicted: true,
  cannotBeTested: true,
};
const figures: Record<Figure, true> = {
  firstIn: true,
  lastIn: true,
  shapley: true,
  conditional: true,
};

/** A measure of one group or one neighbour is named without it. */
function addOutcomes(names: Names): void {
  const outcomes = measuresOf({
    groupIds: ['group'],
    countryIds: ['ISO'],
    hosts: Uint8Array.of(1),
  });
  for (const { declared: of, name, unit } of outcomes) {
    names.set(`outcome.${of}`, name);
    names.set(`unit.${unit}`, unit);
  }
}

function addFactors(all: Names): void {
  const add = (key: string, factor: Factor) => {
    all.set(`factor.${key}`, factor.title);
    for (const part of ['on', 'off', 'offAlternative', 'coTenability'] as const) {
      all.set(`factor.${key}.${part}`, factor[part]);
    }
  };
  for (const factor of builtInFactors) add(factor.id, factor);
  for (const id of defaultRemedies) {
    const remedy = remedyOf(id)!;
    all.set(`remedy.${id}`, remedy.title);
    all.set(`remedy.${id}.what`, remedy.what);
  }
}

/** What a case names itself; the name of a union is all there is of it. */
function namesOf(name: string): Names {
  const folder = `cases/${name}`;
  const inside = readdirSync(root + folder, { recursive: true, encoding: 'utf8' });
  const files = inside.filter((file) => isCaseFile(file) && !file.startsWith('words/'));
  const read = readCaseFolder(new Map(files.map((file) => [file, text(`${folder}/${file}`)])));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const named = [...caseNames(read.folder)];
  return new Map(named.map(([key, title]) => [key, key.startsWith('union.') ? null : title]));
}

function addTheories(all: Names): void {
  for (const file of readdirSync(`${root}theories`).filter((name) => /^T\d/.test(name))) {
    const read = readTheory(file, text(`theories/${file}`));
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    all.set(`theory.${read.theory.id}`, read.theory.title);
    all.set(`theory.${read.theory.id}.school`, read.theory.school);
    all.set(`theory.${read.theory.id}.terms`, read.theory.terms);
  }
}

function declared(): Names {
  const names: Names = new Map();
  const ids = (kind: string, list: Iterable<string>) => {
    for (const id of list) names.set(`${kind}.${id}`, null);
  };
  for (const { id, title, unit } of parameters) {
    names.set(`parameter.${id}`, title);
    names.set(`unit.${unit}`, unit);
  }
  for (const { id, title, unit } of assumptions) {
    names.set(`assumption.${id}`, title);
    names.set(`unit.${unit}`, unit);
  }
  for (const unit of Object.values(unitOfLine)) names.set(`unit.${unit}`, unit);
  addOutcomes(names);
  addFactors(names);
  addTheories(names);
  for (const { id, title } of frames) names.set(`frame.${id}`, title);
  for (const { id, title } of definitionsOfRefugee) names.set(`definition.${id}`, title);
  for (const { object, title, titleOfUnion } of objectsMeasured) {
    names.set(`object.${object}`, title);
    if (titleOfUnion) names.set(`object.${object}.union`, titleOfUnion);
  }
  ids('actor', Object.keys(actors));
  ids('line', [...tables.hosting.columns.line.choices, 'shelter']);
  ids('situation', situations);
  ids('status', tables.states.columns.status_granted.choices);
  ids('deathCause', deathCauses);
  ids('violence', violenceKinds);
  ids('placeKind', placeKinds);
  ids('verdict', Object.keys(verdicts));
  ids('mark', Object.keys(marks));
  ids('flag', tables.record.columns.flag.choices);
  ids('estimand', Object.keys(figures));
  // What was fitted on a case multiplies: see sensitivity/assumptions.ts of packages/lab.
  ids('unit', ['factor']);
  ids('country', landsWithoutNumber());
  return names;
}

interface Atlas {
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly id?: string;
        readonly properties: { readonly name: string };
      }[];
    };
  };
}

/** Lands of the atlas that no ISO number names: their frontiers are disputed or de facto. */
function landsWithoutNumber(): readonly string[] {
  const { geometries } = (atlas as Atlas).objects.countries;
  return geometries.flatMap(({ id, properties }) => (id === undefined ? [properties.name] : []));
}

const placeholders = (title: string) => (title.match(/\{\w+\}/g) ?? []).sort();
/** Without the marks between thousands, which differ from language to language. */
const numbers = (title: string) =>
  (title.replace(/(\d)[,\u202f](?=\d{3})/g, '$1').match(/\d+/g) ?? []).sort();
const factorCodes = new Set(builtInFactors.map(({ code }) => code));

/** What is named, and where its names in other languages stand: in the program, in each case. */
const sources = [
  { of: 'the program', names: declared(), path: 'packages/words/languages/{id}/names.json' },
  ...readdirSync(`${root}cases`).map((name) => ({
    of: name,
    names: namesOf(name),
    path: `cases/${name}/words/{id}.json`,
  })),
];
const catalogues = ['fr', 'es', 'ar'].flatMap((language) =>
  sources.map(({ path, ...source }) => ({
    ...source,
    language,
    path: path.replace('{id}', language),
  })),
);

describe.each(catalogues)('names in $language of $of', ({ names, path }) => {
  const file = text(path);
  const catalogue: Readonly<Record<string, string>> = JSON.parse(file);
  const english = [...names].flatMap(([key, title]) => (title === null ? [] : [{ key, title }]));

  test('there is one for everything declared and for nothing else', () => {
    const keys = Object.keys(catalogue);
    expect(keys.filter((key) => !names.has(key))).toEqual([]);
    expect([...names.keys()].filter((key) => !(key in catalogue))).toEqual([]);
  });

  test('stand in order, each once', () => {
    const written = [...file.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]!);
    expect(written).toEqual([...names.keys()].sort());
  });

  test('none is empty, and none has a blank at an end', () => {
    const bad = Object.entries(catalogue).filter(([, name]) => name === '' || name !== name.trim());
    expect(bad).toEqual([]);
  });

  test('keep the placeholders of the English', () => {
    for (const { key, title } of english) {
      expect({ key, has: placeholders(catalogue[key]!) }).toEqual({
        key,
        has: placeholders(title),
      });
    }
  });

  test('keep the numbers of the English, but for a unit that is a number', () => {
    for (const { key, title } of english) {
      if (key === 'unit.1') continue;
      expect({ key, has: numbers(catalogue[key]!) }).toEqual({ key, has: numbers(title) });
    }
  });

  test('no sentence is left in English', () => {
    const left = english.filter(
      ({ key, title }) => title.split(' ').length > 3 && catalogue[key] === title,
    );
    expect(left).toEqual([]);
  });

  test('what differs in English differs here, among things of a kind', () => {
    const seen = new Map<string, string>();
    for (const { key, title } of english) {
      const kind = key.split('.')[0]!;
      if (kind === 'factor' || kind === 'scenario') continue;
      const at = `${kind} ${catalogue[key]}`;
      expect({ key, english: seen.get(at) ?? title }).toEqual({ key, english: title });
      seen.set(at, title);
    }
  });
});

const inArabic = catalogues.filter(({ language }) => language === 'ar');
describe.each(inArabic)('names in Arabic of $of', ({ path }) => {
  const catalogue: Readonly<Record<string, string>> = JSON.parse(text(path));

  test('are written in Arabic letters', () => {
    expect(
      Object.entries(catalogue).filter(([, name]) => !/\p{Script=Arabic}/u.test(name)),
    ).toEqual([]);
  });

  test('hold Latin letters only in the id of a factor', () => {
    for (const [key, name] of Object.entries(catalogue)) {
      const latin = name.replace(/\{\w+\}/g, '').match(/[A-Za-z]\w*/g) ?? [];
      expect({ key, other: latin.filter((word) => !factorCodes.has(word)) }).toEqual({
        key,
        other: [],
      });
    }
  });
});
