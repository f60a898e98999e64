import type { Make, ParameterValues, Parts, World } from '@asylia/engine';
import { assemble, defaultParameters, findCandidates, pick, withLengths } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Case } from '../readCase.ts';
import { sameTexts } from '../sameTexts.ts';
import type { Rows } from '../tables/index.ts';
import { homesOf, hostingRows, offersOf } from './dated.ts';
import { frontierSpells } from './frontier.ts';
import { indexNames, namesOf } from './indices.ts';
import { inOrder } from './inOrder.ts';
import { keysOf } from './keyOf.ts';
import { placePeople } from './people.ts';
import { linksBetween, placeFacts, turnBackPlaces } from './places.ts';
import { stateFacts } from './states.ts';
import { tiesOf } from './ties.ts';
import { spellsOf, violenceMeant } from './violence.ts';

/** A world and the parts from which it was compiled, for a world that differs from it in little. */
export interface Compiled {
  readonly world: World;
  readonly parts: Parts;
}

/**
 * Compiles a checked case to the typed arrays of a world. Pure; a case that passed the check
 * compiles.
 * @param parameters overrides of declared defaults
 * @returns days, places, groups and countries by number, amounts by day: see `World`
 * @example
 * ```js
 * import { compileCase, newCase, readCase } from '@asylia/cases';
 * const { case: source } = readCase(newCase('my-crisis'));
 * compileCase(source, { footKmPerDay: 20 }).days; // is 181
 * ```
 */
export function compileCase(source: Case, parameters: Partial<ParameterValues> = {}): World {
  return compileLike(null, source, parameters).world;
}

/**
 * The same, to save time with what was compiled before from a case that differs in some tables or
 * only in parameters: parts whose tables are the same are shared. The world is the same without.
 */
export function compileLike(
  like: Compiled | null,
  source: Case,
  parameters: Partial<ParameterValues> = {},
): Compiled {
  const values: ParameterValues = { ...defaultParameters(), ...parameters };
  const { whole, parts } = assemble(like ? like.parts : null, (make) =>
    worldOf(source, values, make),
  );
  return { world: whole, parts };
}

/** Each part of the world from the tables, names and parameters on which it depends. */
function worldOf(source: Case, values: ParameterValues, make: Make): World {
  const tables = {
    ...source.tables,
    ...make(inOrder, pick(source.tables, 'places', 'routes', 'violence', 'offers')),
  };
  const { places } = tables;
  const indices = make(indexNames, namesOf(source, tables));
  const firstDay = dayNumber(source.start);
  const facts = make(placeFacts, { ...pick(source, 'origin'), places, indices });
  const roads = make(roadTexts, { routes: sameTexts(tables.routes) });
  const links = make(linksBetween, { ...pick(roads, 'from', 'to'), indices });
  const candidates = make(findCandidates, {
    network: make(withLengths, {
      links,
      routeKm: roads.route.map((route) => tables.routes[route]!.distance_km),
    }),
    ...pick(facts, 'placeKind', 'placeCountry', 'originCountry'),
    maxKm: values.awarenessKm,
    maxCandidates: values.awarenessPlaces,
  });
  const violence = make(violenceTexts, { violence: sameTexts(tables.violence) });
  const people = make(placePeople, { ...pick(tables, 'groups'), indices });
  const meant = make(violenceMeant, {
    ...pick(violence, 'kind', 'place', 'group', 'unit', 'from', 'to', 'toward'),
    residents: people.residents,
    indices,
    firstDay,
  });
  return {
    days: dayNumber(source.end) - firstDay + 1,
    ...pick(indices, 'placeIds', 'groupIds', 'countryIds', 'regionIds'),
    ...facts,
    ...make(stateFacts, { ...pick(tables, 'states', 'places'), indices }),
    initial: people.initial,
    initialAway: people.initialAway,
    violence: spellsOf(meant, tables.violence),
    violenceRowKey: make(rowKeys, pick(violence, 'id')),
    frontier: make(frontierSpells, {
      ...pick(tables, 'frontier', 'places'),
      crossing: new Int32Array(candidates.entryRoutes.map((entryRoute) => entryRoute.crossing)),
      to: new Int32Array(candidates.entryRoutes.map((entryRoute) => entryRoute.to)),
      indices,
      firstDay,
    }),
    hosting: make(hostingRows, { ...pick(tables, 'hosting'), indices, firstDay }),
    offers: make(offersOf, { ...pick(tables, 'offers', 'places'), indices, firstDay }),
    openAdmission: null,
    moralHazard: null,
    homes: make(homesOf, { ...pick(tables, 'return'), indices, firstDay }),
    ...candidates,
    turnBackPlace: make(turnBackPlaces, {
      ...pick(source, 'origin'),
      ...pick(tables, 'routes', 'places'),
      indices,
    }),
    ...make(tiesOf, { ...pick(tables, 'ties'), indices }),
    parameters: values,
  };
}

/** Columns of a table as lists of cells: as inputs they are the same while their cells are equal. */
function columns<R, K extends keyof R>(
  rows: readonly R[],
  ...names: readonly K[]
): { readonly [N in K]: readonly R[N][] } {
  const lists = {} as { [N in K]: readonly R[N][] };
  for (const name of names) lists[name] = rows.map((row) => row[name]);
  return lists;
}

/** The ways on land, as positions in the table, and their ends. */
function roadTexts({ routes }: Pick<Rows, 'routes'>) {
  // Evacuation flies by offer; nobody in flight boards an aircraft of their own accord.
  const route = routes.flatMap(({ mode }, i) => (mode === 'air' || mode === 'sea' ? [] : [i]));
  const roads = route.map((i) => routes[i]!);
  return { route, ...columns(roads, 'from', 'to') };
}

function violenceTexts({ violence }: Pick<Rows, 'violence'>) {
  return columns(violence, 'id', 'kind', 'place', 'group', 'unit', 'from', 'to', 'toward');
}

function rowKeys({ id }: { readonly id: readonly string[] }): Uint32Array {
  return keysOf(id);
}
