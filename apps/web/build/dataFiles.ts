import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Plugin } from 'vite';
import { caseSubfolders, isCaseFile } from '../../../packages/cases/src/caseFiles.ts';
import { dataScript } from '../../../packages/view/src/export/dataScript.ts';
import { atlas, atlasGround } from '../../../packages/view/src/map/atlas.ts';
import type { MapCountry, MapPlace } from '../../../packages/view/src/map/ground.ts';
import { english } from '../../../packages/words/src/english.ts';
import { languageCalled, languageIds } from '../../../packages/words/src/folder.ts';
import type { CaseOverview } from '../src/rooms/case/overview.ts';
import { compiledIn } from './compiledMessages.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const casesFolder = join(root, 'cases');
const theoriesFolder = join(root, 'theories');

/** Files of a case that the page reads: tables, what stands beside them, folders below. */
function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const below = caseSubfolders.filter((name) => existsSync(join(folder, name)));
  const paths = [
    ...readdirSync(folder).sort(),
    ...below.flatMap((name) =>
      readdirSync(join(folder, name))
        .sort()
        .map((file) => `${name}/${file}`),
    ),
  ];
  for (const path of paths)
    if (isCaseFile(path)) files[path] = readFileSync(join(folder, path), 'utf8');
  return files;
}

/** Land and frontiers of the region of a case, so that the page need not load the whole atlas. */
function groundOfCase(folder: string): unknown {
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
  const places = rows('places.csv').map(
    (row) => ({ ...row, lat: Number(row.lat), lon: Number(row.lon) }) as unknown as MapPlace,
  );
  const countries = rows('states.csv').map(
    (row) => ({ ...row, id: row.country }) as unknown as MapCountry,
  );
  return atlasGround(places, countries);
}

const theories = () =>
  Object.fromEntries(
    readdirSync(theoriesFolder)
      .sort()
      .map((name) => [name, readFileSync(join(theoriesFolder, name), 'utf8')]),
  );

/** A language with its messages compiled; the page's code has the English of the reports. */
function compiledLanguage(id: string): unknown {
  const language = languageCalled(id);
  const inCode: Readonly<Record<string, unknown>> = id === 'en' ? english.messages : {};
  const messages = Object.entries(language.messages).filter(([key, text]) => inCode[key] !== text);
  return {
    ...language,
    messages: compiledIn(Object.fromEntries(messages)),
    policies: compiledIn(language.policies),
  };
}

const caseNames = () =>
  readdirSync(casesFolder).filter((name) => statSync(join(casesFolder, name)).isDirectory());

/** What is said of each case before it is opened. */
function overview(folder: string): CaseOverview {
  const { name, title, description, asylia } = JSON.parse(
    readFileSync(join(folder, 'datapackage.json'), 'utf8'),
  );
  const words = join(folder, 'words');
  const titles = Object.fromEntries(
    (existsSync(words) ? readdirSync(words) : []).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(words, file), 'utf8'))['case.title'] ?? title,
    ]),
  );
  return { name, title, titles, description, start: asylia.start, end: asylia.end };
}

/** [file] what the page loads beside its own script, by the name under which it asks for it. */
async function contents(): Promise<ReadonlyMap<string, unknown>> {
  const files = new Map<string, unknown>();
  for (const name of caseNames()) {
    files.set(`case-${name}`, filesOf(join(casesFolder, name)));
    files.set(`ground-${name}`, groundOfCase(join(casesFolder, name)));
  }
  files.set(
    'cases',
    caseNames().map((name) => overview(join(casesFolder, name))),
  );
  files.set('atlas', atlas);
  files.set('theories', theories());
  for (const id of languageIds) files.set(`language-${id}`, compiledLanguage(id));
  return files;
}

/** Writes cases, theories and languages beside the page; serves them while developing. */
export function dataFiles(): Plugin {
  return {
    name: 'asylia-data-files',
    async generateBundle() {
      for (const [name, value] of await contents()) {
        this.emitFile({
          type: 'asset',
          fileName: `data/${name}.js`,
          source: dataScript(name, value),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const name = /^\/data\/([\w-]+)\.js/.exec(request.url ?? '')?.[1];
        const value = name === undefined ? undefined : (await contents()).get(name);
        if (name === undefined || value === undefined) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(dataScript(name, value));
      });
    },
  };
}
