/** What a place of a journey network is. */
export const journeyPlaceKinds = [
  'camp',
  'innerCamp',
  'conflict',
  'town',
  'hub',
  'marker',
] as const;
export type JourneyPlaceKind = (typeof journeyPlaceKinds)[number];

/** A road between two places, open in both directions. */
export interface JourneyRoad {
  readonly from: number;
  readonly to: number;
  readonly km: number;
  /** km a day on this road, or NaN for the speed of the rules */
  readonly kmPerDay: number;
}

/** A closure holds from its first day to the day before its last; Infinity = to the end. */
export type JourneyClosure = { readonly fromDay: number; readonly toDay: number } & (
  | { readonly what: 'countries'; readonly one: number; readonly other: number }
  | { readonly what: 'place'; readonly place: number }
  /** the place is a town while it holds, a camp before and after */
  | { readonly what: 'camp'; readonly place: number }
);

/**
 * Places and roads on which given numbers of people travel. Read-only, shared by the worlds of an
 * ensemble.
 */
export interface JourneyNetwork {
  readonly days: number;
  readonly placeIds: readonly string[];
  /** [place] 32-bit name in keys of chance */
  readonly placeKey: Uint32Array;
  readonly placeKind: readonly JourneyPlaceKind[];
  /** [place] country index; country 0 is that of origin */
  readonly placeCountry: Int32Array;
  /** [place] residents, persons */
  readonly population: Float64Array;
  /** [place] people for whom there is room; 0 or less = no limit known */
  readonly capacity: Float64Array;
  readonly roads: readonly JourneyRoad[];
  readonly closures: readonly JourneyClosure[];
  /** [day x place], place fastest: 0 = no conflict, else its intensity, 0 to 1 */
  readonly conflict: Float64Array;
  /** [place] people who are there before the first day */
  readonly initial: Float64Array;
  /** [day] people who set out, whole numbers */
  readonly arrivals: Float64Array;
}

/** How a conflict weakens with its age. */
export interface ConflictAging {
  /** factors of the intensity of a conflict by its age */
  readonly conflictDecay: readonly number[];
  readonly conflictDecayDays: number;
}

/** Kinds, open roads and active conflicts of one day; the same object while nothing changes. */
export interface JourneyDay {
  readonly kind: readonly JourneyPlaceKind[];
  /** [road] 1 where open */
  readonly open: Uint8Array;
  /** [place] intensity x decay, 0 without conflict */
  readonly intensity: Float64Array;
}

/** What holds on each day of a network. Pure. */
export function journeyDays(network: JourneyNetwork, aging: ConflictAging): JourneyDay[] {
  const places = network.placeIds.length;
  const inConflict = new Uint8Array(places);
  const since = new Int32Array(places);
  const size = new Float64Array(places);
  const result: JourneyDay[] = [];
  let holding: readonly JourneyClosure[] = [];
  for (let day = 0; day < network.days; day++) {
    const before = result.at(-1);
    const intensity = new Float64Array(places);
    let isSame = before !== undefined;
    for (let place = 0; place < places; place++) {
      const now = network.conflict[day * places + place]!;
      if (now > 0 && !inConflict[place]) {
        since[place] = day;
        size[place] = now;
      }
      if (now > 0 !== (inConflict[place] === 1)) isSame = false;
      inConflict[place] = now > 0 ? 1 : 0;
      if (now > 0) {
        const age = Math.floor((day - since[place]!) / aging.conflictDecayDays);
        const decay = aging.conflictDecay[Math.min(age, aging.conflictDecay.length - 1)] ?? 1;
        intensity[place] = size[place]! * decay;
      }
      if (before?.intensity[place] !== intensity[place]) isSame = false;
    }
    const active = network.closures.filter((c) => c.fromDay <= day && day < c.toDay);
    isSame &&= active.length === holding.length && active.every((c, i) => c === holding[i]);
    holding = active;
    result.push(
      isSame
        ? before!
        : {
            kind: kindsOn(network, inConflict, active),
            open: openRoads(network, active),
            intensity,
          },
    );
  }
  return result;
}

function kindsOn(
  network: JourneyNetwork,
  inConflict: Uint8Array,
  active: readonly JourneyClosure[],
): JourneyPlaceKind[] {
  return network.placeKind.map((own, place) => {
    if (active.some((c) => c.what === 'camp' && c.place === place)) return 'town';
    if (inConflict[place]) return 'conflict';
    return own === 'conflict' ? 'town' : own;
  });
}

/** [road] 1 where no closure holds */
function openRoads(network: JourneyNetwork, active: readonly JourneyClosure[]): Uint8Array {
  return Uint8Array.from(network.roads, ({ from, to }) => {
    const [a, b] = [network.placeCountry[from]!, network.placeCountry[to]!];
    const closed = active.some(
      (c) =>
        (c.what === 'countries' &&
          ((a === c.one && b === c.other) || (a === c.other && b === c.one))) ||
        (c.what === 'place' && (c.place === from || c.place === to)),
    );
    return closed ? 0 : 1;
  });
}
