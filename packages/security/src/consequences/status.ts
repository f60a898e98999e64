import type { Exposure } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { at, far, near } from './readings.ts';

/** Rights, papers and recognition of the displaced over the period, in person-days. */
export interface Protection {
  /** rights due and not held, in neighbouring and receiving countries */
  readonly gapAbroad: number;
  /** person-days abroad, those of them without papers */
  readonly abroad: number;
  readonly undocumented: number;
  /** person-days under a status of any kind, and under Convention status */
  readonly status: number;
  readonly convention: number;
}

export const protectionReads = {
  assumptions: [
    'rightsWithoutStatus',
    'rightsNonRefoulement',
    'rightsTemporary',
    'rightsConvention',
    'registrationDays',
    'recognitionDays',
    'undocumentedAtArrival',
    'documentsDays',
  ],
  factors: ['incapacity', 'statusWithheld'],
} as const satisfies Reads;
type Assumptions = AssumptionsOf<typeof protectionReads>;
type Levels = LevelsOf<typeof protectionReads>;

/**
 * Status (function f2): nobody has one on arrival; a neighbour registers its known share with a
 * time constant, a receiving state protects those it evacuated at once and recognises claims with
 * a time constant; whoever moved irregularly has none. Rights come with status. Papers are issued
 * with a time constant, at once where neighbours are funded to standard. Where states withhold no
 * status, everybody who reaches a receiving state has Convention status on arrival.
 */
export function protection(
  societyContext: SocietyContext,
  exposure: Exposure,
  a: Assumptions,
  levels: Levels,
): Protection {
  const total = { gapAbroad: 0, abroad: 0, undocumented: 0, status: 0, convention: 0 };
  for (let c = 0; c < societyContext.countryIds.length; c++) {
    if (societyContext.hosts[c]) inNeighbour(societyContext, exposure, a, levels, c, total);
    if (societyContext.role[c] === 'receiving')
      inReceivingState(societyContext, exposure, a, levels, c, total);
  }
  return total;
}

type Total = { -readonly [K in keyof Protection]: number };

function inNeighbour(
  societyContext: SocietyContext,
  exposure: Exposure,
  a: Assumptions,
  levels: Levels,
  c: number,
  total: Total,
): void {
  const countries = societyContext.countryIds.length;
  const goal = societyContext.statusShare[c]!;
  const slow = levels.incapacity;
  let registered = 0;
  let without = 0;
  let before = 0;
  for (let day = 0; day < societyContext.days; day++) {
    const people = near(exposure, countries, day, c, at.displaced);
    if (people <= 0) {
      registered = 0;
      without = 0;
      before = 0;
      continue;
    }
    const left = before > 0 ? Math.min(1, people / before) : 0;
    const arrived = Math.max(0, people - before);
    // Those without a status or papers leave, and come, in proportion.
    registered *= left;
    registered += Math.max(0, goal * people - registered) / a.registrationDays;
    without = without * left * (1 - 1 / a.documentsDays) + arrived * a.undocumentedAtArrival;
    without = Math.min(without, people);
    before = people;
    const rights = a.rightsNonRefoulement * (people - registered) + a.rightsTemporary * registered;
    total.gapAbroad += people - rights;
    total.abroad += people;
    total.undocumented += without * slow;
    total.status += registered;
    total.convention += societyContext.conventionShare[c]! * registered;
  }
}

function inReceivingState(
  societyContext: SocietyContext,
  exposure: Exposure,
  a: Assumptions,
  levels: Levels,
  c: number,
  total: Total,
): void {
  const countries = societyContext.countryIds.length;
  const withheld = levels.statusWithheld;
  const recognition = societyContext.conventionShare[c]!;
  let recognised = 0;
  for (let day = 0; day < societyContext.days; day++) {
    const evacuated = far(exposure, countries, day, c, at.evacuated);
    const claimed = far(exposure, countries, day, c, at.claimed);
    const irregular = far(exposure, countries, day, c, at.irregular);
    const people = evacuated + claimed + irregular;
    recognised = Math.min(
      recognised + Math.max(0, recognition * claimed - recognised) / a.recognitionDays,
      claimed,
    );
    const temporary = evacuated * societyContext.statusShare[c]!;
    const rights =
      a.rightsTemporary * temporary +
      a.rightsConvention * recognised +
      a.rightsNonRefoulement * (evacuated - temporary + claimed - recognised) +
      a.rightsWithoutStatus * irregular;
    total.gapAbroad +=
      (people - rights) * withheld + people * (1 - a.rightsConvention) * (1 - withheld);
    total.abroad += people;
    total.undocumented += irregular * withheld;
    total.status += (temporary + recognised) * withheld + people * (1 - withheld);
    total.convention += recognised * withheld + people * (1 - withheld);
  }
}
