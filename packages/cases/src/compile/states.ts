import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';

/**
 * What is known of each country. Rows with dates: the last one before the end of the period
 * counts for status (a status once granted is kept).
 */
export function stateFacts({
  states,
  places,
  indices,
}: Pick<Rows, 'states' | 'places'> & { readonly indices: Indices }) {
  const countries = indices.countryIds.length;
  const facts = {
    inFederation: new Uint8Array(countries),
    hostPopulation: new Float64Array(countries),
    statusShare: new Float64Array(countries),
    conventionShare: new Float64Array(countries),
    claimWeight: new Float64Array(places.length),
  };
  const claims = new Float64Array(countries);
  for (const row of states) {
    const country = indices.country.get(row.country)!;
    if (row.role === 'federation') facts.inFederation[country] = 1;
    if (row.population !== null) facts.hostPopulation[country] = row.population;
    if (row.asylum_applications !== null) claims[country] = row.asylum_applications;
    const share = row.status_share ?? 0;
    facts.statusShare[country] =
      row.status_granted === 'convention' || row.status_granted === 'temporary' ? share : 0;
    facts.conventionShare[country] =
      row.status_granted === 'convention' ? share : (row.recognition_share ?? 0);
  }
  places.forEach((row, place) => {
    if (row.kind === 'state') facts.claimWeight[place] = claims[indices.country.get(row.country)!]!;
  });
  return facts;
}
