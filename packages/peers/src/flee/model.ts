/** A conflict in the format of Flee, as it stands in its files. */
export interface FleeCase {
  readonly name: string;
  /** First day, YYYY-MM-DD. */
  readonly start: string;
  readonly days: number;
  readonly locations: readonly FleeLocation[];
  readonly roads: readonly FleeRoad[];
  readonly closures: readonly FleeClosure[];
  /** [day x location], location fastest: 0 = no conflict, else its intensity */
  readonly conflict: Float64Array;
  readonly corrections: readonly { readonly camp: string; readonly date: string }[];
  /** The first is `total`; every camp names the files that add up to it. */
  readonly layout: readonly { readonly label: string; readonly files: readonly string[] }[];
  readonly series: ReadonlyMap<
    string,
    readonly { readonly date: string; readonly count: number }[]
  >;
}

export interface FleeLocation {
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  /** As written, such as `conflict_zone` or `idpcamp`. */
  readonly type: string;
  readonly conflictDate: number;
  /** Residents, or for a camp its stated capacity. */
  readonly population: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface FleeRoad {
  readonly from: string;
  readonly to: string;
  readonly km: number;
  /** 0 none, 1 or 2: a direction in which older versions sent everybody */
  readonly forced: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface FleeClosure {
  readonly type: string;
  readonly one: string;
  readonly other: string;
  readonly fromDay: number;
  /** Day from which it no longer holds; -1 = never ends. */
  readonly toDay: number;
}

/** What a location is, by the first word of its type that is found. */
export function kindOfType(type: string) {
  const text = type.toLowerCase();
  if (text.includes('camp')) return text.includes('idp') ? 'innerCamp' : 'camp';
  if (text.includes('conflict')) return 'conflict';
  if (text.includes('forward')) return 'hub';
  if (text.includes('marker')) return 'marker';
  return 'town';
}

export const isCamp = (location: FleeLocation): boolean =>
  kindOfType(location.type) === 'camp' || kindOfType(location.type) === 'innerCamp';
