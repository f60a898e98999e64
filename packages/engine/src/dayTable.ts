import { evacuation } from './rows/evacuation.ts';
import { flight } from './rows/flight.ts';
import { frontier } from './rows/frontier.ts';
import { journey } from './rows/journey.ts';
import { killing } from './rows/killing.ts';
import { mortality } from './rows/mortality.ts';
import { onward } from './rows/onward.ts';
import { record } from './rows/record.ts';
import { returning } from './rows/returning.ts';
import { shelter } from './rows/shelter.ts';
import { supply } from './rows/supply.ts';
import { violence } from './rows/violence.ts';
import type { Run } from './run.ts';

/** One row of the schedule of a day. */
export interface DayRow {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly reads: string;
  readonly writes: string;
  /** Factors that switch the row, by their keys; empty when none does. */
  readonly switchedBy: readonly string[];
  readonly run: (run: Run) => void;
}

/** The schedule of a day: the order of the table is the order of the computation. */
export const dayTable: readonly DayRow[] = [
  {
    id: 'violence',
    title: 'Violence',
    what: 'Hazards by place, group and kind, from the spells of the case, with their uncertainty',
    reads: 'spells of violence',
    writes: 'hazards of the day',
    switchedBy: ['persecution', 'crossBorderAttacks', 'airStrikes'],
    run: violence,
  },
  {
    id: 'flight',
    title: 'Expulsion and flight',
    what: 'Who is expelled, who flees abroad, who hides inside; reprisal against other groups',
    reads: 'hazards, people at home and displaced inside',
    writes: 'people setting out, people displaced inside',
    switchedBy: ['persecution'],
    run: flight,
  },
  {
    id: 'killing',
    title: 'Killing',
    what: 'Deaths by violence among those at home and displaced inside',
    reads: 'hazards, people exposed',
    writes: 'deaths by violence',
    switchedBy: ['persecution'],
    run: killing,
  },
  {
    id: 'journey',
    title: 'Journey',
    what: 'A destination is drawn by tie, distance and known closures; the way takes days',
    reads: 'people setting out, rules at the frontier',
    writes: 'people on the road',
    switchedBy: [],
    run: journey,
  },
  {
    id: 'frontier',
    title: 'Frontier',
    what: 'Crossings let through all, some a day, some only, or none; people wait or turn back',
    reads: 'people on the road, rules at the frontier',
    writes: 'people waiting, people admitted, people turned back',
    switchedBy: ['movementRefused'],
    run: frontier,
  },
  {
    id: 'shelter',
    title: 'Shelter',
    what: 'Host families, centres, camps while there is room; relocation inland by the day',
    reads: 'people admitted, capacities, transport',
    writes: 'people by shelter, people without',
    switchedBy: ['incapacity', 'borderEncampment'],
    run: shelter,
  },
  {
    id: 'evacuation',
    title: 'Evacuation',
    what: 'States take people by offer and pace, from those in camps first',
    reads: 'offers, people by shelter',
    writes: 'people evacuated, offers left',
    switchedBy: ['movementRefused'],
    run: evacuation,
  },
  {
    id: 'onward',
    title: 'Onward on their own',
    what: 'Claims for asylum elsewhere, passage with smugglers, moves between neighbours',
    reads: 'people by shelter, offers left',
    writes: 'people who claimed, people who moved irregularly',
    switchedBy: ['movementRefused'],
    run: onward,
  },
  {
    id: 'supply',
    title: 'Supply',
    what: 'Coverage of each known line against its standard; shortfall of a place',
    reads: 'people by place, supplies',
    writes: 'shortfall by place',
    switchedBy: ['incapacity'],
    run: supply,
  },
  {
    id: 'mortality',
    title: 'Mortality',
    what: 'Baseline, raised by status, shortfall and nearness to the frontier; weekly by place',
    reads: 'people, shortfall',
    writes: 'deaths by shortfall, natural deaths',
    switchedBy: ['incapacity', 'borderEncampment'],
    run: mortality,
  },
  {
    id: 'returning',
    title: 'Return',
    what: 'Once home is safe, people go home by a hazard: from neighbours, from inside, from afar',
    reads: 'people away, safety and destruction of homes',
    writes: 'people returned',
    switchedBy: [],
    run: returning,
  },
  {
    id: 'record',
    title: 'Record',
    what: 'Every series of the day is written; conservation is checked',
    reads: 'everything',
    writes: 'series',
    switchedBy: [],
    run: record,
  },
];
