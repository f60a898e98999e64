import { declaredFactors } from './factors/declared.ts';
import type { Factor } from './factors/factors.ts';
import { declaredMeasures } from './measures/declared.ts';
import type { Direction } from './threat/types.ts';

/*
 * Ids are names (persecution, host.unrest.ALB), codes are short labels of the same things (O1,
 * NEI2.ALB). Whoever types one may give the code; within the program there are ids alone.
 * Codes that named the first crisis (KOS5, EU2) are read as today's (ORI5, REC2).
 */

/** Something declared with an id and a code; taken of a member, both have `.<member>` behind. */
interface Named {
  readonly id: string;
  readonly code: string;
}

const families: readonly Named[] = declaredMeasures.flatMap(([one, each]) => (each ? [one] : []));
/** What has no members; of the two factors with one code the first counts. */
const single: readonly Named[] = [
  ...declaredMeasures.flatMap(([one, each]) => (each ? [] : [one])),
  ...declaredFactors,
];

/** id or code -> the other. */
function translation(from: 'id' | 'code', to: 'id' | 'code'): (name: string) => string {
  const table = (list: readonly Named[]) =>
    new Map([...list].reverse().map((one) => [one[from], one[to]]));
  const own = table(single);
  const ofMembers = table(families);
  return (given) => {
    const name = given.replace(/^KOS(?=\d)/, 'ORI').replace(/^EU(?=\d)/, 'REC');
    const known = own.get(name) ?? ofMembers.get(name);
    if (known !== undefined) return known;
    const dot = name.lastIndexOf('.');
    const family = ofMembers.get(name.slice(0, Math.max(0, dot)));
    return family === undefined ? given : `${family}${name.slice(dot)}`;
  };
}

/**
 * The id of a measure or factor that is named by its id or its code; any other text as it is.
 * @example idOf('NEI2.ALB') // 'host.unrest.ALB'
 */
export const idOf = translation('code', 'id');

const codeOfId = translation('id', 'code');

/**
 * The label of a measure or factor that is named by its id or its code; any other text as it is.
 * @example codeOf('host.unrest.ALB') // 'NEI2.ALB'
 */
export const codeOf = (name: string): string => codeOfId(idOf(name));

/**
 * The factor of a set that is named by its id or its code. The same code stands for a factor of
 * the default set and for its narrower form in the extended one: the set decides.
 */
export function factorNamed<F extends Factor>(factors: readonly F[], name: string): F | undefined {
  const code = codeOf(name);
  return factors.find(({ id }) => id === name) ?? factors.find((one) => one.code === code);
}

const patterns = { group: /^[a-z][a-z0-9-]*$/, country: /^[A-Z]{3}$/ };

/** Every form that the id of a measure can take: for hints. */
export const measureForms: readonly string[] = declaredMeasures.map(([{ id }, each]) =>
  each ? `${id}.<${each}>` : id,
);

/** Ids of the measures that exist for each neighbour apart: without the country. */
export const neighbourMeasures: readonly string[] = declaredMeasures.flatMap(([{ id }, each]) =>
  each === 'country' ? [id] : [],
);

/** Whether a measure of that id can exist in some case. */
export function isMeasureId(id: string): boolean {
  return declaredMeasures.some(([one, each]) => {
    if (each === null) return one.id === id;
    return id.startsWith(`${one.id}.`) && patterns[each].test(id.slice(one.id.length + 1));
  });
}

/** The direction of a measure that is named by id or code; null for what is none. */
export function directionOf(measure: string): Direction | null {
  const id = idOf(measure);
  const found = declaredMeasures.find(
    ([one, each]) => id === one.id || (each !== null && id.startsWith(`${one.id}.`)),
  );
  return found ? found[0].direction : null;
}
