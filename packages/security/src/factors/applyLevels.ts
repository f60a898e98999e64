import type { HostingRow, Offer, OpenAdmission, ViolenceSpell, World } from '@asylia/engine';
import { movingAssumptions } from '../parameters/index.ts';
import type { Stakes, Switches } from '../stakes.ts';
import type { Inputs } from './inputs.ts';
import type { Levels, Lever } from './levers.ts';

/** Levers that change how people move; those that are not here cannot. */
const leversOfMovement = ['O1', 'W', 'N1', 'N2', 'X1', 'M'] as const satisfies readonly Lever[];
const ofMovement = [...leversOfMovement, ...movingAssumptions];

/** All numbers of levels and assumptions that the change of the world is handed. */
type Moving = Readonly<Record<(typeof ofMovement)[number], number>>;

/** What there is to change, beside levels and assumptions. */
type Setting = Pick<Inputs, 'world' | 'stakes' | 'receptionAsItWas'>;

/**
 * The inputs with some sources of threat switched off or down. Pure; with everything at 1 the
 * world is the very same object. Dates, places and names never change, so that every draw of
 * chance that does not depend on the difference is shared.
 */
export function applyLevels(inputs: Inputs, levels: Levels): Inputs {
  return { ...inputs, world: changeWorld(inputs, movingNumbers(inputs, levels)) };
}

/** Factors that only follow from movement are switched here and leave the world alone. */
export function switchesAt(levels: Levels): Switches {
  return {
    pursuit: levels.O2,
    fighters: levels.D1,
    presence: levels.D2,
    incapacity: levels.N1,
    intoleranceNear: levels.HN,
    intoleranceFar: levels.HE,
    queue: levels.W,
    statusWithheld: levels.W2,
  };
}

/**
 * Name of the movement under these levels: equal names, equal movement, whatever else theories
 * hold, where world, stakes and reception as it was are the same.
 */
export function movementName(inputs: Inputs, levels: Levels): string {
  const moving = movingNumbers(inputs, levels);
  return ofMovement.map((id) => moving[id]).join(' ');
}

/**
 * All that the change of the world is handed of levels and assumptions. What does nothing under
 * these levels in this world is put where it does nothing, so that it makes no other name.
 */
function movingNumbers(inputs: Inputs, levels: Levels): Moving {
  const { world, assumptions: a, receptionAsItWas } = inputs;
  const { O1, W, N1, N2 } = levels;
  const X1 = a.flightByBombing > 0 || hasBombing(world) ? levels.X1 : 1;
  const M = a.moralHazard > 0 && receptionAsItWas ? levels.M : 0;
  return {
    ...{ O1, W, N1, N2, X1, M },
    willingShare: W < 1 ? a.willingShare : 0,
    openPacePerDay: W < 1 ? a.openPacePerDay : 0,
    moralHazard: M > 0 ? a.moralHazard : 0,
    flightByBombing: isDrivenLess({ O1, X1 }) ? a.flightByBombing : 0,
  };
}

/** Whether there is less violence than was recorded: else it answers to what it answered to. */
function isDrivenLess({ O1, X1 }: Pick<Moving, 'O1' | 'X1'>): boolean {
  return O1 < 1 || X1 < 1;
}

function changeWorld({ world: before, stakes, receptionAsItWas }: Setting, moving: Moving): World {
  const { O1, W, N1, N2, X1, M, flightByBombing: bombing } = moving;
  let world = before;
  if (isDrivenLess(moving)) {
    const driven = (1 - bombing) * O1 + bombing * X1;
    world = { ...world, violence: world.violence.map((spell) => scaled(spell, driven, moving)) };
  }
  if (W < 1) world = openedBy(stakes, world, moving);
  if (N1 < 1) world = { ...world, hosting: funded(world, N1) };
  if (N2 < 1) world = awayFromFrontier(world, N2);
  const strength = moving.moralHazard * M;
  if (strength > 0 && receptionAsItWas) {
    world = { ...world, moralHazard: { strength, receptionAsItWas } };
  }
  return world;
}

function hasBombing(world: World): boolean {
  return world.parameters.bombingFlightPerEventPerDay > 0;
}

/**
 * O1 off: nobody is expelled or killed by the campaign; reprisals, which answered to it, do not
 * come about. X1 off: no air strikes. A share of the recorded expulsion and flight may have
 * answered to the strikes: with both present the record is what it was.
 */
function scaled(spell: ViolenceSpell, driven: number, moving: Moving): ViolenceSpell {
  switch (spell.kind) {
    case 'expulsion':
      return { ...spell, amountPerDay: spell.amountPerDay * driven };
    case 'killing':
    case 'reprisal':
      return { ...spell, amountPerDay: spell.amountPerDay * moving.O1 };
    case 'bombing':
      return { ...spell, amountPerDay: spell.amountPerDay * moving.X1 };
    default:
      return spell;
  }
}

/**
 * W off: no quota and no queue; states receive those who would go by a fair key (half population,
 * half product), at a pace of reception. Transfers between governments stay.
 */
function openedBy(stakes: Stakes, world: World, moving: Moving): World {
  const opened = 1 - moving.W;
  const openAdmission: OpenAdmission = {
    willingShare: moving.willingShare * opened,
    pacePerDay: moving.openPacePerDay,
    weight: fairWeights(stakes, world),
    unmetDemand:
      opened === 1
        ? world.parameters.leastUnmetDemand
        : 1 - opened * (1 - world.parameters.leastUnmetDemand),
  };
  const offers = world.offers.map(
    (offer): Offer =>
      offer.programme === 'evacuation'
        ? withPlaces(offer, Math.round(offer.places * (1 - opened)))
        : offer,
  );
  return { ...world, offers, openAdmission };
}

/** Written out: all offers have one hidden shape. */
export function withPlaces(o: Offer, places: number): Offer {
  return {
    id: o.id,
    programme: o.programme,
    statePlace: o.statePlace,
    fromCountry: o.fromCountry,
    fromDay: o.fromDay,
    toDay: o.toDay,
    places,
  };
}

/** [place] share of each receiving state by the fair key. */
export function fairWeights(stakes: Stakes, world: World): Float64Array {
  return Float64Array.from(world.placeIds, (_, place) =>
    world.placeKind[place] === 'state' ? stakes.fairShare[world.placeCountry[place]!]! : 0,
  );
}

/**
 * N1 off: every town and camp that shelters has room for all who come, from the first day on, and
 * every known line of supply meets its standard.
 */
function funded(world: World, level: number): HostingRow[] {
  const everybody = peopleOfOrigin(world);
  const added = (1 - level) * everybody;
  const sites = new Set<number>();
  const rows = world.hosting.map((row): HostingRow => {
    if (row.line === 'relocation' || row.line === 'hostFamily') return row;
    if (row.line === 'centre' || row.line === 'camp') {
      sites.add(row.place);
      return { ...row, amount: row.amount + added };
    }
    return { ...row, amount: level > 0 ? row.amount / level : Number.POSITIVE_INFINITY };
  });
  const first = [...sites].map(
    (place): HostingRow => ({ place, line: 'camp', fromDay: 0, amount: added }),
  );
  return [...first, ...rows];
}

/** Lines that keep people where they are, or already carry them away. */
const keptThere: readonly HostingRow['line'][] = ['centre', 'camp', 'relocation'];

/**
 * N2 off: nobody is kept near the frontier where it has camps, centres or transport: all are carried
 * inland, those in camps and centres first, guests of families too, and nobody refuses.
 */
function awayFromFrontier(world: World, level: number): World {
  const everybody = peopleOfOrigin(world);
  const isNear = (place: number) =>
    world.placeCountry[place] !== world.originCountry &&
    world.frontierKm[place]! < world.parameters.nearFrontierKm;
  const sites = new Set(
    world.hosting.flatMap((row) =>
      isNear(row.place) && keptThere.includes(row.line) ? [row.place] : [],
    ),
  );
  const kept = world.hosting.filter((row) => row.line !== 'relocation' || level > 0);
  const moved = kept.map(
    (row): HostingRow => (row.line === 'relocation' ? { ...row, amount: row.amount / level } : row),
  );
  const added =
    level > 0
      ? []
      : [...sites].map(
          (place): HostingRow => ({ place, line: 'relocation', fromDay: 0, amount: everybody }),
        );
  return {
    ...world,
    hosting: [...added, ...moved],
    parameters: {
      ...world.parameters,
      relocationRefusalShare: world.parameters.relocationRefusalShare * level,
    },
  };
}

/** Everybody who lives in the state of origin or is displaced when the period begins. */
function peopleOfOrigin(world: World): number {
  let people = 0;
  for (let i = 0; i < world.initial.length; i++) people += world.initial[i]!;
  return Math.ceil(people);
}
