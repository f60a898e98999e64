/**
 * Copies objects so that all copies have one hidden shape. Worlds, plans and parameters are made in
 * several places, by spreading one into another and from lists of names; the same fields then come
 * in many shapes, some of them as slow dictionaries, and the rows of a day would be compiled again
 * for each (half as long again for all coalitions of a theory). No field is named here: the first
 * object given says which there are, all others have the same.
 */
export function shaper<T extends object>(): (one: T) => T {
  let names: readonly (keyof T)[] = [];
  let pattern: T | null = null;
  return (one) => {
    if (pattern === null) {
      names = Object.keys(one) as (keyof T)[];
      // Read in one piece an object gets a shape; one that is filled name by name becomes a dictionary.
      pattern = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as T;
    }
    const copy = { ...pattern };
    for (let i = 0; i < names.length; i++) copy[names[i]!] = one[names[i]!];
    return copy;
  };
}
