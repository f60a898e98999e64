import type { FleeCase } from './model.ts';

/** Three capital letters for each country, different from each other. */
export function countryCodes(flee: FleeCase): (country: string) => string {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  const numbered = freeNumbers(taken);
  for (const { country } of flee.locations) {
    if (codes.has(country)) continue;
    const letters = country
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .padEnd(3, 'X');
    const two = letters.slice(0, 2);
    const own = [...letters.slice(2)].map((letter) => two + letter);
    const code = own.find((one) => !taken.has(one)) ?? numbered(two, letters.length);
    taken.add(code);
    codes.set(country, code);
  }
  return (country) => codes.get(country)!;
}

/** Names as ids: letters, digits and hyphens, different from each other. */
export function placeIds(flee: FleeCase): (name: string) => string {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const numbered = freeNumbers(taken);
  for (const { name } of flee.locations) {
    const plain =
      name
        .normalize('NFD')
        .replaceAll(/[^A-Za-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'place';
    const id = taken.has(plain) ? numbered(`${plain}-`, 2) : plain;
    taken.add(id);
    ids.set(name, id);
  }
  return (name) => ids.get(name)!;
}

/**
 * Finds the first name `stem` + number, from a number on, that is not taken. Goes on where the last
 * search for the same stem ended: thousands of places can have no letter that an id may have.
 */
function freeNumbers(taken: ReadonlySet<string>): (stem: string, from: number) => string {
  const next = new Map<string, number>();
  return (stem, from) => {
    const key = `${stem} ${from}`;
    let number = next.get(key) ?? from;
    while (taken.has(stem + number)) number += 1;
    next.set(key, number);
    return stem + number;
  };
}
