import type { ParameterValues } from '@asylia/engine';
import { parameters as declared } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, PolicyValues, Room } from './policy.ts';
import { digits, multiplier, roundUp, shareOut, times, wholeStep } from './range.ts';
import { behind, countryName, hostCountriesOf, setByUser } from './rows.ts';

/** Range of a control, no claim about the world: ten times what was offered ... */
const timesOffered = 10;
/** ... and at least this share of the residents: about what the readiest states offered in 1999. */
const leastShareOfResidents = 0.001;
/** ... and no less than this, persons. */
const leastPlaces = 1000;

const evacuations = (source: CaseRows) =>
  source.tables.offers.filter((row) => row.programme === 'evacuation');
const placesOf = (rows: readonly { readonly places: number }[]) =>
  rows.reduce((sum, row) => sum + row.places, 0);

/** Receiving states that a place of the case stands for, and any other that offered places. */
function offeringStates(source: CaseRows): string[] {
  const offering = new Set(evacuations(source).map((row) => row.state));
  const standing = new Set(
    source.tables.places.flatMap((row) =>
      row.kind === 'state' || row.kind === 'town' ? [row.country] : [],
    ),
  );
  return source.tables.states.flatMap((row) =>
    standing.has(row.country) && (row.role === 'receiving' || offering.has(row.country))
      ? [row.country]
      : [],
  );
}

const offerInShort = (row: Row<'offers'>) =>
  `${row.state} ${row.places} from ${row.from}, out of ${row.from_country}`;

/** All offers of evacuation, changed as one. */
function allOffersControl(rows: readonly Row<'offers'>[]): Control {
  const places = placesOf(rows);
  return {
    policy: {
      id: 'offers.all',
      room: 'offers',
      ...multiplier,
      max: timesOffered,
      titleId: 'offers.all.title',
      descriptionId: 'offers.all.description',
      values: { places },
      recorded: {
        messageId: 'offers.all.recorded',
        values: { places, states: new Set(rows.map((row) => row.state)).size },
        rows: behind('offers', rows, offerInShort),
      },
    },
    say: (value) => `evacuation places ${times(value)}`,
  };
}

/** What one state offers, or would offer. */
function stateControl(source: CaseRows, state: string): Control {
  const own = evacuations(source).filter((row) => row.state === state);
  const places = placesOf(own);
  const country = countryName(source, state);
  const residents = source.tables.states.find((row) => row.country === state)?.population ?? 0;
  const most = Math.max(
    leastPlaces,
    timesOffered * places,
    roundUp(residents * leastShareOfResidents),
  );
  const step = wholeStep(places, most);
  return {
    policy: {
      id: `offers.${state}`,
      room: 'offers',
      kind: 'number',
      titleId: 'offers.state.title',
      descriptionId: own.length > 0 ? 'offers.state.description' : 'offers.state.added',
      values: { country, code: state, places, ...(own.length > 0 ? {} : saidOfNewOffer(source)) },
      unit: 'persons',
      min: 0,
      max: Math.ceil(most / step) * step,
      step,
      baseline: places,
      varies: false,
      recorded: {
        messageId: own.length > 0 ? 'offers.state.recorded' : 'offers.state.none',
        values: { country, code: state, places },
        rows: behind('offers', own, offerInShort),
      },
    },
    say: (value) => `evacuation places of ${country}: ${digits(Number(value))}`,
  };
}

function controls(source: CaseRows, parameters: ParameterValues): Control[] {
  const rows = evacuations(source);
  const states = offeringStates(source);
  return [
    ...(rows.length > 0 ? [allOffersControl(rows)] : []),
    ...(rows.length > 0 || states.length > 0 ? [paceControl(parameters)] : []),
    ...states.map((state) => stateControl(source, state)),
  ];
}

function paceRange(): { readonly low: number; readonly high: number } {
  return declared.find((one) => one.id === 'evacuationPacePerDay')!;
}

function paceControl(parameters: ParameterValues): Control {
  const pace = parameters.evacuationPacePerDay;
  const { low, high } = paceRange();
  return {
    policy: {
      id: 'offers.pace',
      room: 'offers',
      ...multiplier,
      titleId: 'offers.pace.title',
      descriptionId: 'offers.pace.description',
      values: {},
      // Within what the parameter may be, to a tenth.
      min: Math.ceil((low / pace) * 10) / 10,
      max: Math.min(timesOffered, Math.floor((high / pace) * 10) / 10),
      recorded: { messageId: 'offers.pace.recorded', values: { pacePerDay: pace }, rows: [] },
    },
    say: (value) => `pace of evacuation ${times(value)}`,
  };
}

/** When and out of which country a state that offered nothing would take people. */
function newOffer(source: CaseRows): { readonly from: string; readonly from_country: string } {
  const rows = evacuations(source);
  const like = rows.length > 0 ? rows : source.tables.offers;
  const from = like.reduce((first, row) => (row.from < first ? row.from : first), source.end);
  const byCountry = new Map<string, number>();
  for (const row of like)
    byCountry.set(row.from_country, (byCountry.get(row.from_country) ?? 0) + row.places);
  const most = [...byCountry].sort((a, b) => b[1] - a[1])[0]?.[0];
  const neighbour = source.tables.states.find((row) => row.role === 'neighbour')?.country;
  return {
    from: like.length > 0 ? from : source.start,
    from_country: most ?? neighbour ?? hostCountriesOf(source)[0] ?? '',
  };
}

/** The same for the description of the control. */
function saidOfNewOffer(source: CaseRows): PolicyValues {
  const { from, from_country } = newOffer(source);
  return { from, fromCode: from_country, fromCountry: countryName(source, from_country) };
}

/** Order: the number of a state wins over the multiplier for all. */
function effect(source: CaseRows, moved: Moved, parameters: ParameterValues): Effect {
  const rows = evacuations(source);
  const changes: Change[] = [];
  const own = offeringStates(source).filter(
    (state) => moved.number(`offers.${state}`) !== undefined,
  );
  const factor = moved.number('offers.all') ?? 1;
  const others = [...new Set(rows.map((row) => row.state))].filter((state) => !own.includes(state));
  if (factor !== 1 && others.length > 0) {
    changes.push({
      table: 'offers',
      where:
        own.length > 0 ? { programme: 'evacuation', state: others } : { programme: 'evacuation' },
      multiply: { places: factor },
    });
  }
  for (const state of own) {
    for (const change of setOffer(source, state, moved.number(`offers.${state}`)!))
      changes.push(change);
  }
  const pace = moved.number('offers.pace') ?? 1;
  if (pace === 1) return { changes };
  const { low, high } = paceRange();
  const evacuationPacePerDay = Math.min(
    high,
    Math.max(low, parameters.evacuationPacePerDay * pace),
  );
  return { changes, parameters: { evacuationPacePerDay } };
}

function setOffer(source: CaseRows, state: string, places: number): Change[] {
  const own = evacuations(source).filter((row) => row.state === state);
  if (places === placesOf(own)) return [];
  if (own.length === 0) {
    return [
      {
        table: 'offers',
        add: [
          {
            id: `set-by-the-user-${state}`,
            programme: 'evacuation',
            state,
            to: '',
            places,
            ...newOffer(source),
            ...setByUser('offer added'),
          },
        ],
      },
    ];
  }
  const parts = shareOut(
    places,
    own.map((row) => row.places),
  );
  return own.map((row, i) => ({
    table: 'offers',
    where: { id: row.id },
    set: { places: parts[i]!, ...setByUser(`${digits(row.places)} places in the record`) },
  }));
}

export const offers: Room = { controls, effect };
