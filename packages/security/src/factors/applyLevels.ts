import type { HostingRow, Offer, OpenAdmission, ViolenceSpell, World } from '@asylia/engine';
import { movingAssumptions } from '../parameters/index.ts';
import type { SocietyContext } from '../societyContext.ts';
import type { Inputs } from './inputs.ts';
import type { FactorLevels, SingleFactorId } from './levels.ts';

/** Factors that change how people move; those that are not here cannot. */
const factorsOfMovement = [
  'persecution',
  'movementRefused',
  'incapacity',
  'borderEncampment',
  'airStrikes',
  'encouragedExpulsion',
] as const satisfies readonly SingleFactorId[];
const ofMovement = [...factorsOfMovement, ...movingAssumptions];

/** All numbers of levels and assumptions that the change of the world is handed. */
type Moving = Readonly<Record<(typeof ofMovement)[number], number>>;

/** What there is to change, beside levels and assumptions. */
type Setting = Pick<Inputs, 'world' | 'societyContext' | 'baselineReception'>;

/**
 * The inputs with some sources of threat switched off or down. Pure; with everything at 1 the
 * world is the very same object. Dates, places and names never change, so that every draw of
 * chance that does not depend on the difference is shared.
 */
export function applyLevels(inputs: Inputs, levels: FactorLevels): Inputs {
  return { ...inputs, world: changeWorld(inputs, movingNumbers(inputs, levels)) };
}

/**
 * Name of the movement under these levels: equal names, equal movement, whatever else theories
 * hold, where world, society context and reception at baseline are the same.
 */
export function movementName(inputs: Inputs, levels: FactorLevels): string {
  const moving = movingNumbers(inputs, levels);
  return ofMovement.map((id) => moving[id]).join(' ');
}

/**
 * All that the change of the world is handed of levels and assumptions. What does nothing under
 * these levels in this world is put where it does nothing, so that it makes no other name.
 */
function movingNumbers(inputs: Inputs, levels: FactorLevels): Moving {
  const { world, assumptions: a, baselineReception } = inputs;
  const { persecution, movementRefused, incapacity, borderEncampment } = levels;
  const airStrikes = a.flightByBombing > 0 || hasBombing(world) ? levels.airStrikes : 1;
  const encouragedExpulsion =
    a.moralHazard > 0 && baselineReception ? levels.encouragedExpulsion : 0;
  return {
    ...{ persecution, movementRefused, incapacity },
    ...{ borderEncampment, airStrikes, encouragedExpulsion },
    willingShare: movementRefused < 1 ? a.willingShare : 0,
    openPacePerDay: movementRefused < 1 ? a.openPacePerDay : 0,
    moralHazard: encouragedExpulsion > 0 ? a.moralHazard : 0,
    flightByBombing: isDrivenLess({ persecution, airStrikes }) ? a.flightByBombing : 0,
  };
}

/** Whether there is less violence than was recorded: else it answers to what it answered to. */
function isDrivenLess({
  persecution,
  airStrikes,
}: Pick<Moving, 'persecution' | 'airStrikes'>): boolean {
  return persecution < 1 || airStrikes < 1;
}

function changeWorld(
  { world: before, societyContext, baselineReception }: Setting,
  moving: Moving,
): World {
  const { persecution, movementRefused, incapacity, borderEncampment } = moving;
  const bombing = moving.flightByBombing;
  let world = before;
  if (isDrivenLess(moving)) {
    const driven = (1 - bombing) * persecution + bombing * moving.airStrikes;
    world = { ...world, violence: world.violence.map((spell) => scaled(spell, driven, moving)) };
  }
  if (movementRefused < 1) world = openedBy(societyContext, world, moving);
  if (incapacity < 1) world = { ...world, hosting: funded(world, incapacity) };
  if (borderEncampment < 1) world = awayFromFrontier(world, borderEncampment);
  const strength = moving.moralHazard * moving.encouragedExpulsion;
  if (strength > 0 && baselineReception) {
    world = { ...world, moralHazard: { strength, baselineReception } };
  }
  return world;
}

function hasBombing(world: World): boolean {
  return world.parameters.bombingFlightPerEventPerDay > 0;
}

/**
 * Without persecution: nobody is expelled or killed by the campaign; reprisals, which answered to it, do not
 * come about. Without air strikes: none. A share of the recorded expulsion and flight may have
 * answered to the strikes: with both present the record is what it was.
 */
function scaled(spell: ViolenceSpell, driven: number, moving: Moving): ViolenceSpell {
  switch (spell.kind) {
    case 'expulsion':
      return { ...spell, amountPerDay: spell.amountPerDay * driven };
    case 'killing':
    case 'reprisal':
      return { ...spell, amountPerDay: spell.amountPerDay * moving.persecution };
    case 'bombing':
      return { ...spell, amountPerDay: spell.amountPerDay * moving.airStrikes };
    default:
      return spell;
  }
}

/**
 * No movement refused: no quota and no queue; states receive those who would go by a fair key (half population,
 * half product), at a pace of reception. Transfers between governments stay.
 */
function openedBy(societyContext: SocietyContext, world: World, moving: Moving): World {
  const opened = 1 - moving.movementRefused;
  const openAdmission: OpenAdmission = {
    willingShare: moving.willingShare * opened,
    pacePerDay: moving.openPacePerDay,
    weight: fairWeights(societyContext, world),
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
export function fairWeights(societyContext: SocietyContext, world: World): Float64Array {
  return Float64Array.from(world.placeIds, (_, place) =>
    world.placeKind[place] === 'state' ? societyContext.fairShare[world.placeCountry[place]!]! : 0,
  );
}

/**
 * No incapacity: every town and camp that shelters has room for all who come, from the first day on, and
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
 * No encampment: nobody is kept near the frontier where it has camps, centres or transport: all are carried
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
