/** What a place is. `state` stands for a whole receiving country. */
export const placeKinds = ['settlement', 'crossing', 'town', 'camp', 'state'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Whether those who flee can find shelter at a place of a kind. */
export function canShelter(kind: PlaceKind): boolean {
  return kind === 'town' || kind === 'camp';
}

/** Whether those who flee a country can stay at a place: a town or camp of another country. */
export function isRefuge<Country>(kind: PlaceKind, country: Country, origin: Country): boolean {
  return country !== origin && canShelter(kind);
}
